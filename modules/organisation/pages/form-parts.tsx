// What every form of this room shares: what was typed and refused stands again at its field, and ids are apart although
// several forms share a page.
import type { ComponentChildren } from 'preact'
import type { Lang } from '#basics/lang'
import { onceKey } from '#platform/http/once'
import type { Visit } from '#platform/http/site'
import { Button, ErrorSummary, Form, More, SuggestionField } from '#ui'
import type { FieldProps } from '#ui'
import { organisationText } from '../text.ts'

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

export function formOn(visit: Visit, key: string, facts: FormFacts = {}): FormView {
  const { attempt, lang } = visit
  const mine =
    attempt?.deed === key && (!facts.row || attempt.values[facts.row[0]]?.[0] === facts.row[1]) ? attempt : undefined
  const formId = `form-${key || 'ny'}${facts.row ? `-${facts.row[1]}` : ''}`
  const id = (name: string): string => `${formId}-${name.replaceAll('.', '-')}`
  const names = facts.names ?? {}
  // A field's name may come from outside: no name that every object has finds anything.
  const named = (field: string): string => (Object.hasOwn(names, field) ? (names[field] ?? field) : field)
  const problems = mine?.refusal.problems ?? []
  const errors =
    problems.length > 0
      ? problems.map((one) => ({ field: id(named(one.field)), message: one[lang] }))
      : mine
        ? [{ field: formId, message: mine.refusal.words[lang] }]
        : []
  return {
    key: formId,
    lang,
    failed: mine !== undefined,
    field: (name) => ({ id: id(name), name, lang, error: problems.find((one) => named(one.field) === name)?.[lang] }),
    value: (name, stored) => mine?.values[name]?.[0] ?? (mine ? '' : (stored ?? '')),
    values: (name, stored = []) => (mine ? (mine.values[name] ?? []) : stored),
    summary: <ErrorSummary lang={lang} errors={errors} level={3} />,
  }
}

export interface DeedFormProps {
  readonly form: FormView
  /** Address below the tenant, already made whole. */
  readonly action: string
  readonly version?: number | undefined
  readonly hidden?: Readonly<Record<string, string>> | undefined
  readonly submit: string
  readonly children?: ComponentChildren
}

export function DeedForm({ form, action, version, hidden = {}, submit, children }: DeedFormProps) {
  return (
    <Form
      id={form.key}
      action={action}
      class="mw stack"
      hidden={{ _once: onceKey(), ...(version === undefined ? {} : { _version: String(version) }), ...hidden }}
    >
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
export function MoreForm(props: DeedFormProps & { readonly summary: string; readonly help?: string }) {
  return (
    <More summary={props.summary} open={props.form.failed}>
      {props.help && <p class="mute">{props.help}</p>}
      <DeedForm {...props} />
    </More>
  )
}

/** One person of many thousands: by name, with suggestions; read by pickPerson. */
export function PersonField(props: {
  readonly visit: Visit
  readonly form: FormView
  readonly label: string
  readonly hint?: string
  readonly optional?: boolean
  readonly name?: string
  readonly chosen?: { readonly personId: string; readonly name: string } | null
}) {
  const { visit, form, label, optional, name = 'pick.person', chosen } = props
  const typed = form.value(name, chosen?.name)
  const id = form.value(`${name}.id`, chosen?.personId)
  return (
    <SuggestionField
      {...form.field(name)}
      label={label}
      hint={props.hint ?? organisationText[visit.lang].any.personHint}
      optional={optional}
      width="long"
      source={visit.href('/organisation/forslag/personer')}
      text={typed}
      chosenId={id || undefined}
    />
  )
}
