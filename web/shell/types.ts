// What a page must know to be framed. Plain data: no database, no request; app and modules fill it in.

import type { ComponentChildren } from 'preact'
import type { Crumb } from '../ui/panel.tsx'
import type { IconName } from '../ui/icon.tsx'
import type { NoticeTone } from '../ui/notice.tsx'
import type { Lang } from '../ui/text.ts'

export type Theme = 'system' | 'light' | 'dark'

export interface ShellTenant {
  /** First segment of the address. */
  readonly slug: string
  /** The office: `Kontoret för interna tjänster`. */
  readonly name: string
  /** `Tyresö kommun`. */
  readonly municipality: string
  /** Six hex digits with #; the one colour the organisation chooses. */
  readonly colour: string
}

/** Addresses of built files, from the build's manifest. */
export interface Assets {
  readonly css: string
  readonly js: string
  readonly font?: string | undefined
  readonly icon?: string | undefined
}

export interface Seat {
  readonly id: string
  /** `Handläggare, Kontorsservice`. */
  readonly label: string
  readonly current?: boolean | undefined
}

export interface NavItem {
  readonly label: string
  readonly href: string
  readonly icon: IconName
  readonly count?: number | undefined
  /** The count in words for listeners: `3 öppna`. */
  readonly countWords?: string | undefined
  readonly current?: boolean | undefined
  readonly keyHint?: string | undefined
}

export interface RailItem {
  readonly label: string
  readonly href: string
  readonly icon: IconName
  readonly count?: number | string | undefined
  /** The count burns: shown with an alarm. */
  readonly hot?: boolean | undefined
  readonly current?: boolean | undefined
}

export interface RailGroup {
  readonly heading?: string | undefined
  readonly items: readonly RailItem[]
}

export interface Rail {
  /** What the closed menu says on a small screen: `Vyer`. */
  readonly label: string
  readonly groups: readonly RailGroup[]
  /** Topics that change the counts. */
  readonly topics?: readonly string[] | undefined
}

/** Where the forms of the shell are sent. All are POST and carry `return`, the address to come back to. */
export interface ShellAddresses {
  readonly home: string
  /** name=seat, value=seat id */
  readonly seat?: string | undefined
  /** name=lang, value=sv|en */
  readonly language: string
  /** name=theme, value=system|light|dark */
  readonly theme: string
  /** The own account: password and sessions. */
  readonly account?: string | undefined
  readonly signOut?: string | undefined
}

export interface ShellProps {
  /** portal: one track, search on the page. desk: rail and search in the bar. minimal: sign-in, errors. */
  readonly layout: 'portal' | 'desk' | 'minimal'
  readonly lang: Lang
  readonly theme: Theme
  readonly assets: Assets
  /** The page's own title; the shell adds the product and the municipality. */
  readonly title: string
  /** The form on the page has errors: said first in the title. */
  readonly hasErrors?: boolean | undefined
  readonly tenant?: ShellTenant | undefined
  /** The tenant's own today, only in demonstrations. */
  readonly demonstrationDay?: Temporal.PlainDate | undefined
  readonly addresses: ShellAddresses
  /** This page, path and query, to come back to. */
  readonly here: string
  /** The name of the one who is signed in. */
  readonly person?: string | undefined
  readonly seats?: readonly Seat[] | undefined
  readonly nav?: readonly NavItem[] | undefined
  readonly notices?: { readonly href: string; readonly unread: number; readonly topic?: string | undefined } | undefined
  readonly search?:
    | { readonly action: string; readonly placeholder?: string | undefined; readonly value?: string | undefined }
    | undefined
  readonly rail?: Rail | undefined
  readonly crumbs?: readonly Crumb[] | undefined
  readonly flash?: { readonly tone: NoticeTone; readonly text: string } | undefined
  readonly footer?: readonly { readonly label: string; readonly href: string }[] | undefined
  readonly density?: 'compact' | undefined
  /** main goes edge to edge, for a hero; wrap the rest in `<div class="inner">`. */
  readonly full?: boolean | undefined
  /** A little more room in the minimal layout. */
  readonly wide?: boolean | undefined
  /** The event stream and where presence is sent; without it nothing is live. */
  readonly live?: { readonly events: string; readonly presence?: string | undefined } | undefined
  /** Whose drafts are kept in this browser: a key that says nothing of the person, e.g. the account id. */
  readonly draftOwner?: string | undefined
  readonly content: ComponentChildren
}
