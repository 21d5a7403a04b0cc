// A form that runs one deed: what was typed and refused stands again at its field, and ids are apart although several
// forms share a page.

import type { ComponentChildren } from 'preact'
import type { Visit } from '#platform/http/site'
import { Button } from './button.tsx'
import type { FieldProps } from './field.tsx'
import { ErrorSummary, Form } from './form.tsx'
import { More } from './menu.tsx'
import { uiText, type Lang } from './text.ts'

export interface FormView {
  readonly key: string
  readonly lang: Lang
  /** The form was refused: it stands open with what was typed. */
  readonly failed: boolean
  /** id, name, language and error of a field. */
  field(name: string): Pick<FieldProps, 'id' | 'name' | 'lang' | 'error'>
  /** What was typed, else what is stored. */
  value(name: string, stored?: string | null): string
  values(name: string, stored?: readonly string[]): readonly string[]
  readonly summary: ComponentChildren
}

export interface FormFacts {
  /** Which row of several with the same deed: compared with the hidden field of that name. */
  readonly row?: readonly [name: string, value: string]
  /** The verb's name of a field → the form's. */
  readonly names?: Readonly<Record<string, string>>
}

export function formOn(
  visit: Pick<Visit, 'attempt' | 'lang'>,
  deed: string,
  { row, names = {} }: FormFacts = {},
): FormView {
  const { attempt, lang } = visit
  const mine = attempt?.deed === deed && (!row || attempt.values[row[0]]?.[0] === row[1]) ? attempt : undefined
  const key = `form-${deed || 'ny'}${row ? `-${row[1]}` : ''}`
  const id = (name: string): string => `${key}-${name.replaceAll('.', '-')}`
  // A field's name may come from outside: no name that every object has finds anything.
  const named = (field: string): string => (Object.hasOwn(names, field) ? (names[field] ?? field) : field)
  const problems = mine?.refusal.problems ?? []
  const whole = mine?.refusal.status === 412 ? uiText(lang).raced : mine?.refusal.words[lang]
  const errors =
    problems.length > 0
      ? problems.map((one) => ({ field: id(named(one.field)), message: one[lang] }))
      : whole === undefined
        ? []
        : [{ field: key, message: whole }]
  return {
    key,
    lang,
    failed: mine !== undefined,
    field: (name) => ({ id: id(name), name, lang, error: problems.find((one) => named(one.field) === name)?.[lang] }),
    value: (name, stored) => mine?.values[name]?.[0] ?? (mine ? '' : (stored ?? '')),
    values: (name, stored = []) => (mine ? (mine.values[name] ?? []).filter((one) => one !== '') : stored),
    summary: <ErrorSummary lang={lang} errors={errors} level={3} />,
  }
}

export interface DeedFormProps {
  readonly form: FormView
  /** Address below the tenant, already made whole. */
  readonly action: string
  /** So that the same form sent twice does its deed once: onceKey(). */
  readonly once: string
  /** The version the form was drawn from. */
  readonly version?: number | undefined
  readonly hidden?: Readonly<Record<string, string>> | undefined
  readonly submit: string
  readonly files?: boolean | undefined
  readonly children?: ComponentChildren
}

export function DeedForm({ form, action, once, version, hidden = {}, submit, files, children }: DeedFormProps) {
  const about = { _once: once, ...(version === undefined ? {} : { _version: String(version) }), ...hidden }
  return (
    <Form id={form.key} action={action} class="mw stack" files={files} hidden={about}>
      {form.summary}
      {children}
      <p>
        <Button kind="primary" small>
          {submit}
        </Button>
      </p>
    </Form>
  )
}

/** A form that opens in place; open at once when it was refused. */
export function MoreForm(props: DeedFormProps & { readonly summary: string; readonly help?: string | undefined }) {
  return (
    <More summary={props.summary} open={props.form.failed}>
      {props.help && <p class="mute">{props.help}</p>}
      <DeedForm {...props} />
    </More>
  )
}
