// The pages' door. A page shows what a query read; its forms run the same verbs as the API. A refused form is shown
// again with what was typed and what to mend, so nothing a person wrote is lost.
import type { VNode } from 'preact'
import type { Refusal } from '#basics/refusal'
import type { Deed, Stage, View } from '../act.ts'
import type { Actor, Lang, Tenant } from '../actor.ts'
import type { FormValues } from './form.ts'
import type { Static, TSchema } from './shape.ts'

export interface Attempt {
  readonly deed: string
  readonly values: FormValues
  readonly refusal: Refusal
}

export interface Visit {
  readonly stage: Stage
  readonly tenant: Tenant
  readonly actor: Actor
  readonly lang: Lang
  readonly params: Readonly<Record<string, string>>
  readonly query: URLSearchParams
  /** Address of the page below the tenant, e.g. `/arenden/KIT-2012-00873`. */
  readonly path: string
  readonly attempt?: Attempt
  /** `/tyreso/…` for a path below the tenant. */
  href(path: string): string
}

export interface Screen {
  readonly title: string
  readonly main: VNode
  /** portal = one generous track; desk = rail and work surface; plain = sign-in and errors; paper = print only. */
  readonly layout: 'portal' | 'desk' | 'plain'
  /** Which entry of the navigation is current. */
  readonly current?: string
  readonly crumbs?: readonly { readonly href?: string; readonly label: string }[]
  /** main goes edge to edge (the portal's hero). */
  readonly full?: boolean
  /** Topics whose change makes the page fetch itself again. */
  readonly topics?: readonly string[]
}

export interface Download {
  readonly name: string
  readonly type: string
  readonly bytes: Uint8Array
}

export interface SentFile {
  readonly field: string
  readonly name: string
  readonly mediaType: string
  readonly sha256: string
  readonly sizeBytes: number
}

export interface FormInput<S extends TSchema> {
  readonly body: Static<S>
  readonly params: Readonly<Record<string, string>>
  /** From the hidden field `_version`; 0 when the form has none. */
  readonly version: number
  readonly files: readonly SentFile[]
}

export interface FormDeed {
  readonly access: string
  readonly body: TSchema
  run(deed: Deed, input: FormInput<TSchema>): Promise<unknown>
  then(result: unknown, visit: Visit): string
}

/** Repeats of one form are told from each other by its key, and a changed form from a repeat by the hash. */
export interface Once {
  readonly key: string
  readonly bodyHash: Buffer
}

/**
 * A form over many rows at once. Each row is a deed of its own, so that one refused leaves the others done; `each` opens
 * them itself with `act(visit.stage, …)`.
 */
export interface FormBatch {
  readonly access: string
  readonly body: TSchema
  each(visit: Visit, input: FormInput<TSchema>, once: Once | undefined): Promise<unknown>
  then(result: unknown, visit: Visit): string
}

export function formBatch<S extends TSchema, R>(facts: {
  access: string
  body: S
  each(visit: Visit, input: FormInput<S>, once: Once | undefined): Promise<R>
  then(result: R, visit: Visit): string
}): FormBatch {
  return facts
}

/** Where a form's run and its address afterwards share the type of the result. */
export function formDeed<S extends TSchema, R>(facts: {
  access: string
  body: S
  run(deed: Deed, input: FormInput<S>): Promise<R>
  /** Address below the tenant to go to; a message code may follow as `?klart=…`. */
  then(result: R, visit: Visit): string
}): FormDeed {
  return facts
}

export interface Page {
  /** Below the tenant: `/arenden/:number`. */
  readonly path: string
  readonly access: string
  show(view: View, visit: Visit): Promise<Screen>
  /** POST to the page's path + '/' + key ('' = the page itself). */
  readonly deeds?: Readonly<Record<string, FormDeed | FormBatch>>
}

export interface DownloadPage {
  readonly path: string
  readonly access: string
  make(view: View, visit: Visit): Promise<Download>
}

export interface Redirection {
  readonly path: string
  readonly access: string
  /** Below the tenant, or an address of the whole installation. */
  to(view: View, visit: Visit): Promise<string | { readonly absolute: string }>
}

export interface Site {
  page(page: Page): void
  download(page: DownloadPage): void
  redirect(page: Redirection): void
}

export interface CollectedSite {
  readonly pages: readonly Page[]
  readonly downloads: readonly DownloadPage[]
  readonly redirects: readonly Redirection[]
}

export function collectSite(declare: ((site: Site) => void)[]): CollectedSite {
  const pages: Page[] = []
  const downloads: DownloadPage[] = []
  const redirects: Redirection[] = []
  const site: Site = {
    page: (page) => void pages.push(page),
    download: (page) => void downloads.push(page),
    redirect: (page) => void redirects.push(page),
  }
  for (const add of declare) add(site)
  return { pages, downloads, redirects }
}
