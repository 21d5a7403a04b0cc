// What every form of this room shares: what was typed and refused stands again at its field, and ids are apart although
// several forms share a page.
import type { ComponentChildren } from 'preact'
import type { Lang } from '#basics/lang'
import { onceKey } from '#platform/http/once'
import type { Visit } from '#platform/http/site'
import { Button, ErrorSummary, Form, More } from '#ui'
import type { FieldProps } from '#ui'
import { catalogueText } from '../text.ts'

export interface FormView {
  readonly key: string
  readonly lang: Lang
  /** The form was refused: it stands open with what was typed. */
  readonly failed: boolean
  field(name: string): Pick<FieldProps, 'id' | 'name' | 'lang' | 'error'>
  /** What was typed, else what is stored. */
  value(name: string, stored?: string | null): string
  values(name: string, stored?: readonly string[]): readonly string[]
  /** A check box: as it was sent, else as it is stored. */
  checked(name: string, stored: boolean): boolean
  readonly summary: ComponentChildren
}

export interface FormFacts {
  /** Which row of several with the same deed: compared with the hidden field of that name. */
  readonly row?: readonly [name: string, value: string]
  /** The verb's name of a field → the form's. */
  readonly names?: Readonly<Record<string, string>>
  /** Where a fault lies that is mended in another form of the page. */
  readonly elsewhere?: (field: string) => string | undefined
}

export function formOn(visit: Visit, deed: string, { row, names = {}, elsewhere }: FormFacts = {}): FormView {
  const { attempt, lang } = visit
  const mine = attempt?.deed === deed && (!row || attempt.values[row[0]]?.[0] === row[1]) ? attempt : undefined
  const key = `form-${deed || 'ny'}${row ? `-${row[1].replaceAll(/[^\w-]/g, '_')}` : ''}`
  const id = (name: string): string => `${key}-${name.replaceAll('.', '-')}`
  const named = (field: string): string => (Object.hasOwn(names, field) ? names[field]! : field)
  const problems = mine?.refusal.problems ?? []
  const raced = mine?.refusal.status === 412 ? catalogueText[lang].any.raced : undefined
  const shown = problems.map((one) => ({ field: elsewhere?.(one.field) ?? id(named(one.field)), message: one[lang] }))
  const errors = shown.length > 0 ? shown : mine ? [{ field: key, message: raced ?? mine.refusal.words[lang] }] : []
  return {
    key,
    lang,
    failed: mine !== undefined,
    field: (name) => ({ id: id(name), name, lang, error: problems.find((one) => named(one.field) === name)?.[lang] }),
    value: (name, stored) => mine?.values[name]?.[0] ?? (mine ? '' : (stored ?? '')),
    values: (name, stored = []) => (mine ? (mine.values[name] ?? []) : stored),
    checked: (name, stored) => (mine ? (mine.values[name] ?? []).includes('true') : stored),
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
  /** The one filled button of its context. */
  readonly primary?: boolean | undefined
  readonly children?: ComponentChildren
}

export function DeedForm({ form, action, version, hidden = {}, submit, primary = true, children }: DeedFormProps) {
  const about = { _once: onceKey(), ...(version === undefined ? {} : { _version: String(version) }), ...hidden }
  return (
    <Form id={form.key} action={action} class="mw stack" hidden={about}>
      {form.summary}
      {children}
      <p>
        <Button kind={primary ? 'primary' : 'plain'} small>
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

/** A deed that needs only a press, as a small form of its own. */
export function PressForm(
  props: Omit<DeedFormProps, 'form' | 'children'> & { readonly kind?: 'plain' | 'quiet'; readonly label?: string },
) {
  const { action, version, hidden = {}, submit, kind = 'plain' } = props
  const about = { _once: onceKey(), ...(version === undefined ? {} : { _version: String(version) }), ...hidden }
  return (
    <Form action={action} hidden={about} label={props.label}>
      <Button small kind={kind}>
        {submit}
      </Button>
    </Form>
  )
}

/** A check box that also says no: a box left empty is not sent at all. */
export function YesNo(props: {
  readonly form: FormView
  readonly name: string
  readonly label: string
  readonly stored: boolean
}) {
  const { id, error } = props.form.field(props.name)
  return (
    <>
      <label class="choice">
        <input
          type="checkbox"
          name={props.name}
          id={id}
          value="true"
          checked={props.form.checked(props.name, props.stored)}
          aria-invalid={error ? 'true' : undefined}
        />
        <span>{props.label}</span>
      </label>
      <input type="hidden" name={props.name} value="false" />
    </>
  )
}

/** Lets a list of boxes be sent empty. */
export function SomeOf({ name }: { readonly name: string }) {
  return <input type="hidden" name={name} value="" />
}
