// Draws the fields of a form's version with what was typed and what was wrong: for the order page and for the editor's
// preview. Without script every conditional field is there and says when it applies; the server ignores those that do
// not. With script it appears when its condition holds (web/client/conditions.ts).
import type { Lang } from '#basics/lang'
import {
  AmountField,
  ChoiceField,
  DateField,
  FileField,
  NumberField,
  Reveal,
  SeveralField,
  SuggestionField,
  TextArea,
  TextField,
} from '#ui'
import type { SelectOption } from '#ui'
import { conditionWords } from '../condition-words.ts'
import { shownFields } from '../form-condition.ts'
import type { FormField, ReferenceKind } from '../form-fields.ts'
import { isReference } from '../form-fields.ts'

export interface FormFieldsProps {
  readonly lang: Lang
  readonly fields: readonly FormField[]
  /** As a form sends them: by `answers.<key>`, and `answers.<key>.id` for a chosen row. */
  readonly values: Readonly<Record<string, readonly string[]>>
  /** By `answers.<key>`, in the visitor's language. */
  readonly errors?: Readonly<Record<string, string>> | undefined
  /** Registers that are few: a list to choose from. */
  readonly lists?: Partial<Record<ReferenceKind, readonly SelectOption[]>> | undefined
  /** Registers that are many: the whole address that suggestions are asked from. */
  readonly sources?: Partial<Record<ReferenceKind, string>> | undefined
  /** When several forms share a page. */
  readonly idPrefix?: string | undefined
  /** Unsaved long text is kept in the browser under this key and the field's. */
  readonly draft?: string | undefined
}

export function FormFields(props: FormFieldsProps) {
  const { fields, lang } = props
  const shown = new Set(shownFields(fields, typedByKey(props)).map((field) => field.key))
  return (
    <>
      {fields.map((field) =>
        field.showWhen === undefined ? (
          <OneField {...props} field={field} />
        ) : (
          <Reveal
            lang={lang}
            when={field.showWhen}
            shown={shown.has(field.key)}
            words={conditionWords(field.showWhen, fields, lang)}
          >
            <OneField {...props} field={field} />
          </Reveal>
        ),
      )}
    </>
  )
}

function typedByKey({ fields, values }: FormFieldsProps): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    fields.map(({ key, kind }) => {
      const typed = values[`answers.${key}`] ?? []
      return [key, kind === 'several' ? typed : typed[0]]
    }),
  )
}

function OneField(props: FormFieldsProps & { readonly field: FormField }) {
  const { lang, field, values, errors = {}, idPrefix = '' } = props
  const name = `answers.${field.key}`
  const typed = values[name] ?? []
  const common = {
    lang,
    name,
    id: `${idPrefix}${name}`.replaceAll('.', '-'),
    label: field.label[lang],
    hint: field.hint?.[lang],
    error: errors[name],
    optional: !field.required,
  }
  if (isReference(field.kind)) return <ReferenceField {...props} common={common} kind={field.kind} />
  switch (field.kind) {
    case 'long_text':
      return (
        <TextArea
          {...common}
          rows={4}
          value={typed[0]}
          maxLength={10_000}
          draft={props.draft ? `${props.draft}:${field.key}` : undefined}
        />
      )
    case 'number':
      return <NumberField {...common} value={typed[0]} unit={field.unit?.[lang]} decimals={(field.decimals ?? 0) > 0} />
    case 'amount':
      return <AmountField {...common} value={typed[0]} />
    case 'date':
      return <DateField {...common} value={typed[0]} />
    case 'choice':
      return <ChoiceField {...common} options={optionsIn(field, lang)} value={typed[0]} />
    case 'several':
      return <SeveralField {...common} options={optionsIn(field, lang)} values={typed} />
    case 'file':
      return <FileField {...common} limit="20 MB" camera />
    default:
      return <TextField {...common} value={typed[0]} maxLength={200} />
  }
}

const optionsIn = (field: FormField, lang: Lang) =>
  (field.options ?? []).map((option) => ({ value: option.value, label: option.label[lang] }))

type Common = {
  readonly lang: Lang
  readonly name: string
  readonly id: string
  readonly label: string
  readonly error: string | undefined
  readonly optional: boolean
}

/** A short register is a list, a long one is asked; with neither the words are sent and looked up by the server. */
function ReferenceField(props: FormFieldsProps & { readonly common: Common; readonly kind: ReferenceKind }) {
  const { common, kind, lists = {}, sources = {}, values } = props
  const typed = values[common.name]?.[0]
  const list = lists[kind]
  if (list) return <SuggestionField {...common} width="long" options={list} value={typed} />
  const source = sources[kind]
  if (source)
    return (
      <SuggestionField
        {...common}
        width="long"
        source={source}
        text={typed}
        chosenId={values[`${common.name}.id`]?.[0]}
      />
    )
  return <TextField {...common} width="long" value={typed} maxLength={200} />
}

export interface AnswerErrors {
  /** By `answers.<key>`, for FormFields. */
  readonly errors: Readonly<Record<string, string>>
  /** For the error summary: links to the fields as FormFields names them. */
  readonly summary: readonly { readonly field: string; readonly message: string }[]
}

/** From what was refused to words at the fields and in the summary above them. */
export function answerErrors(
  problems: readonly { readonly field: string; readonly sv: string; readonly en: string }[],
  lang: Lang,
  idPrefix = '',
): AnswerErrors {
  return {
    errors: Object.fromEntries(problems.map((problem) => [problem.field, problem[lang]])),
    summary: problems.map((problem) => ({
      field: `${idPrefix}${problem.field}`.replaceAll('.', '-'),
      message: problem[lang],
    })),
  }
}
