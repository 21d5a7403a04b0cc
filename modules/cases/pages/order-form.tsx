// The form itself: the questions as the catalogue keeps them, words and files beside them, who else may follow. A refused
// one stands again with every word.
import type { ComponentChildren } from 'preact'
import type { Id } from '#basics/id'
import type { View } from '#platform/act'
import { onceKey } from '#platform/http/once'
import type { Visit } from '#platform/http/site'
import { answerErrors, fieldsOf, FormFields } from '#catalogue'
import type { AnswerErrors, FormField, RequestTypeDetail } from '#catalogue'
import { placesOn, treeOn } from '#organisation'
import {
  Actions,
  Button,
  ErrorSummary,
  FileField,
  Form,
  LinkButton,
  More,
  Notice,
  SuggestionField,
  TextArea,
} from '#ui'
import type { CaseKind, Channel } from '../case.ts'
import { systemsToChoose } from '../desk-choices.ts'
import { channelWords } from '../words.ts'
import { refusalWords, typedIn, wired } from './case-form.tsx'
import type { Typed } from './case-form.tsx'
import { orderHref } from './order-choose.tsx'
import type { TypedAnswers } from './order-values.ts'
import { portalText } from './portal-text.ts'

export interface Asked {
  readonly type: RequestTypeDetail
  readonly values: TypedAnswers
  readonly registers: { readonly personId: Id; readonly name: string; readonly channel: Channel } | null
  /** The form that could not take it: its service does not reach the place. */
  readonly instead: { readonly type: RequestTypeDetail; readonly place: string | null } | null
}

export const serviceHref = (visit: Visit, type: RequestTypeDetail): string =>
  visit.href(`/tjanster/${encodeURIComponent(type.serviceCode)}`)

export function answersIn(values: TypedAnswers): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    Object.entries(values)
      .filter(([name]) => name.startsWith('answers.'))
      .map(([name, typed]) => [name.slice('answers.'.length), typed.length > 1 ? typed : typed[0]]),
  )
}

export async function orderForm(view: View, visit: Visit, facts: Asked, brief: ComponentChildren) {
  const { lang } = visit
  const text = portalText[lang]
  const { type, registers, values, instead } = facts
  const fields = fieldsOf(type)
  const kind: CaseKind = type.caseKind
  const problems = instead ? [] : (visit.attempt?.refusal.problems ?? [])
  const answered = answerErrors(
    problems.filter((problem) => problem.field.startsWith('answers.')),
    lang,
  )
  const typed = typedIn(visit, '')
  const others = problems
    .filter((problem) => !problem.field.startsWith('answers.'))
    .map((problem) => ({ field: typed.id(problem.field), message: problem[lang] }))
  const refused = instead ? null : refusalWords(visit, null)
  return (
    <Form
      action={visit.href(orderHref(type.code))}
      class="form mt6"
      files
      enhance
      hidden={{ _once: onceKey(), ...(registers ? { for: registers.personId, kanal: registers.channel } : {}) }}
    >
      <ErrorSummary lang={lang} errors={[...named(answered.summary, fields, lang), ...others]} />
      {refused && (
        <Notice tone="bad" live="alert">
          {refused}
        </Notice>
      )}
      {registers && <RegistersNotice visit={visit} type={type} registers={registers} />}
      <FormFields
        lang={lang}
        fields={fields}
        values={values}
        errors={answered.errors}
        lists={await listsFor(view, fields, lang)}
        sources={{ person: visit.href('/arenden/forslag/personer') }}
        draft={`bestall:${type.code}`}
      />
      <FreeText
        visit={visit}
        kind={kind}
        fields={fields}
        typed={typed}
        written={values['text']?.[0] ?? visit.query.get('text') ?? undefined}
        draft={`bestall:${type.code}:text`}
      />
      {!fields.some((field) => field.kind === 'file') && (
        <FileField {...wired(typed, 'filer')} label={text.files} optional limit={text.fileLimit} camera />
      )}
      <More
        summary={text.alsoFollows}
        open={typed.error('foljare.person') !== undefined || (typed.value('foljare.person') ?? '') !== ''}
      >
        <SuggestionField
          {...wired(typed, 'foljare.person')}
          label={text.alsoFollows}
          hint={text.alsoFollowsHint}
          optional
          source={visit.href('/arenden/forslag/personer')}
          text={typed.value('foljare.person')}
          chosenId={typed.value('foljare.person.id')}
        />
      </More>
      {brief}
      <Actions>
        <Button kind="primary">{text.send[kind]}</Button>
        <LinkButton kind="quiet" href={serviceHref(visit, type)}>
          {text.cancel}
        </LinkButton>
      </Actions>
    </Form>
  )
}

/** Many questions are answered with the same words when they are not answered: the summary says which question it is. */
function named(errors: AnswerErrors['summary'], fields: readonly FormField[], lang: Visit['lang']) {
  return errors.map(({ field, message }) => {
    const question = fields.find((one) => field === `answers-${one.key}`)?.label[lang]
    if (!question) return { field, message }
    const sentence = /[?.!]$/.test(question)
    return {
      field,
      message: sentence
        ? `${question} ${message}`
        : `${question}: ${message.slice(0, 1).toLowerCase()}${message.slice(1)}`,
    }
  })
}

function RegistersNotice(props: {
  readonly visit: Visit
  readonly type: RequestTypeDetail
  readonly registers: NonNullable<Asked['registers']>
}) {
  const { visit, type, registers } = props
  const text = portalText[visit.lang]
  const back = new URLSearchParams({ for: registers.personId, kanal: registers.channel, typ: type.code }).toString()
  return (
    <Notice
      icon="user"
      title={text.formFor(registers.name)}
      end={<a href={visit.href(`/arenden/nytt?${back}`)}>{text.changeWho}</a>}
    >
      {text.formForHelp(channelWords[registers.channel][visit.lang])}
    </Notice>
  )
}

interface FreeTextProps {
  readonly visit: Visit
  readonly kind: CaseKind
  readonly fields: readonly FormField[]
  readonly typed: Typed
  readonly written: string | undefined
  readonly draft: string
}

/** With no questions the words are the case; with a long answer among them nothing more is asked. */
function FreeText({ visit, kind, fields, typed, written, draft }: FreeTextProps) {
  const text = portalText[visit.lang]
  if (fields.some((field) => field.kind === 'long_text')) return null
  const all = fields.length === 0
  return (
    <TextArea
      {...wired(typed, 'text')}
      label={all ? text.tell[kind] : text.anythingElse}
      hint={all ? `${text.tellHint[kind]} ${text.noPersonalNumbers}` : text.noPersonalNumbers}
      optional={!all}
      rows={all ? 6 : 3}
      maxLength={20_000}
      value={written}
      draft={draft}
    />
  )
}

/** Short registers are lists; people are asked for. */
async function listsFor(view: View, fields: readonly FormField[], lang: Visit['lang']) {
  const asks = new Set(fields.map((field) => field.kind))
  const collator = new Intl.Collator(lang)
  const sorted = <T extends { label: string }>(options: readonly T[]) =>
    options.toSorted((a, b) => collator.compare(a.label, b.label))
  return {
    ...(asks.has('place')
      ? {
          place: sorted(
            (await placesOn(view, view.today)).map((place) => ({ value: place.placeId, label: place.name })),
          ),
        }
      : {}),
    ...(asks.has('system') ? { system: await systemsToChoose(view) } : {}),
    ...(asks.has('unit')
      ? { unit: sorted((await treeOn(view, view.today)).map((unit) => ({ value: unit.unitId, label: unit.name }))) }
      : {}),
  }
}
