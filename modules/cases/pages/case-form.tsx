// One form of a case: which deed it sends, what was typed when it was refused, and the fields' words. Ids carry the deed's
// name, so that several forms can stand on a page.
import type { ComponentChildren } from 'preact'
import type { Words } from '#basics/refusal'
import { onceKey } from '#platform/http/serve-site'
import type { Visit } from '#platform/http/site'
import type { Lang } from '#basics/lang'
import { Actions, Button, ErrorSummary, Form, LinkButton } from '#ui'
import type { IconName } from '#ui'
import type { CaseView } from '../contract.ts'
import { deskText } from './desk-text.ts'

export interface Typed {
  readonly lang: Lang
  /** What was typed, when this form was just refused; else what the case has. */
  value(name: string, fallback?: string): string | undefined
  values(name: string): readonly string[]
  error(name: string): string | undefined
  id(name: string): string
  readonly errors: readonly { field: string; message: string }[]
  readonly refused: boolean
}

/** `fields` gives the name a field has in the form where the rule knows it by another. */
export function typedIn(visit: Visit, deed: string, fields: Readonly<Record<string, string>> = {}): Typed {
  const attempt = visit.attempt?.deed === deed ? visit.attempt : undefined
  const id = (name: string): string => `${deed || 'arende'}-${name}`.replaceAll('.', '-')
  const problems = (attempt?.refusal.problems ?? []).map((problem) => ({
    name: fields[problem.field] ?? problem.field,
    message: problem[visit.lang],
  }))
  return {
    lang: visit.lang,
    value: (name, fallback) => attempt?.values[name]?.[0] ?? fallback,
    values: (name) => attempt?.values[name] ?? [],
    error: (name) => problems.find((problem) => problem.name === name)?.message,
    id,
    errors: problems.map(({ name, message }) => ({ field: id(name), message })),
    refused: attempt !== undefined,
  }
}

/** `{ lang, name, id, error }`: the wiring every field of the form has. */
export function wired(typed: Typed, name: string): { lang: Lang; name: string; id: string; error: string | undefined } {
  return { lang: typed.lang, name, id: typed.id(name), error: typed.error(name) }
}

export interface CaseFormProps {
  readonly visit: Visit
  readonly found: CaseView
  readonly deed: string
  readonly typed: Typed
  readonly submit: string
  readonly icon?: IconName | undefined
  readonly files?: boolean
  /** Two may not both decide: the version that was seen goes along. */
  readonly versioned?: boolean
  /** Beside the button: the way back, when the form stands on the page and not in a menu. */
  readonly cancel?: boolean
  readonly more?: ComponentChildren
  readonly children?: ComponentChildren
}

export function CaseForm({
  visit,
  found,
  deed,
  typed,
  submit,
  icon,
  files,
  versioned = true,
  cancel,
  more,
  children,
}: CaseFormProps) {
  const text = deskText[visit.lang]
  return (
    <Form
      action={visit.href(`/arenden/${found.number}/${deed}`)}
      class={cancel ? 'form tight' : 'filter-form'}
      enhance
      files={files}
      hidden={{ _once: onceKey(), ...(versioned ? { _version: String(found.version) } : {}) }}
    >
      <ErrorSummary lang={visit.lang} errors={typed.errors} />
      {children}
      <Actions>
        <Button kind="primary" small icon={icon}>
          {submit}
        </Button>
        {more}
        {cancel && (
          <LinkButton kind="quiet" small href={visit.href(`/arenden/${found.number}`)}>
            {text.cancel}
          </LinkButton>
        )}
      </Actions>
    </Form>
  )
}

/** A refusal that no field is to blame for, as the page says it. */
export function refusalWords(visit: Visit, lost: Words | null): string | null {
  const { attempt, lang } = visit
  if (!attempt) return null
  if (attempt.refusal.status === 412 && lost) return lost[lang]
  return attempt.refusal.problems.length > 0 ? null : attempt.refusal.words[lang]
}
