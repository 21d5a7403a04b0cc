// The forms of a case, one for each deed that needs words: in a menu of the head, or on the page when it was asked for by
// its address or refused. What can be chosen is fetched only for the forms that stand there.
import type { ComponentChildren } from 'preact'
import type { View } from '#platform/act'
import type { Visit } from '#platform/http/site'
import { Button, ChoiceField, NumberField, SelectField, SuggestionField, TextArea, TextField } from '#ui'
import type { SelectOption } from '#ui'
import { requestTypesOn } from '#catalogue'
import { placesOn } from '#organisation'
import type { FoundPerson } from '#organisation'
import { priorities, waitingFor } from '../case.ts'
import type { CaseDeed } from '../case.ts'
import type { CaseView } from '../contract.ts'
import { offeringsToDeliver, roomsIn, systemsToChoose, unitsThatTakeCases } from '../desk-queries.ts'
import { handlersOf } from '../who-takes.ts'
import { priorityWords, waitingWords } from '../words.ts'
import { CaseForm, typedIn, wired } from './case-form.tsx'
import type { Typed } from './case-form.tsx'
import { likelyPeople } from './case-picks.ts'
import { mayRegister } from './case-side.tsx'
import { deskText } from './desk-text.ts'
import type { DeskText } from './desk-text.ts'
import { unitOptions } from './queue-page.tsx'

export type FormKey =
  | 'pausa'
  | 'lamna'
  | 'leverera'
  | 'tilldela'
  | 'prioritet'
  | 'fakta'
  | 'folj'
  | 'lanka'
  | 'huvudarende'
  | 'underarende'
  | 'sammanfor'
  | 'onskemal'
  | 'oppna'
  | 'aterta'
  | 'avsla'

/** Which deed a form needs; what is not permitted now is not offered. */
const needs: Readonly<Record<FormKey, CaseDeed>> = {
  pausa: 'pause',
  lamna: 'hand_over',
  leverera: 'deliver',
  tilldela: 'assign',
  prioritet: 'change_priority',
  fakta: 'change_facts',
  folj: 'watch',
  lanka: 'relate',
  huvudarende: 'set_parent',
  underarende: 'set_parent',
  sammanfor: 'merge',
  onskemal: 'convert',
  oppna: 'reopen',
  aterta: 'withdraw',
  avsla: 'approve',
}

export function offered(view: View, found: CaseView, key: FormKey): boolean {
  if (!found.may.includes(needs[key])) return false
  return key !== 'underarende' || (mayRegister(view) && found.requester !== null)
}

/** The form asked for by `?gor=…`, or the one just refused. */
export function formAsked(view: View, visit: Visit, found: CaseView): FormKey | null {
  const asked = visit.attempt?.deed ?? visit.query.get('gor') ?? ''
  return Object.keys(needs).includes(asked) && (visit.attempt || offered(view, found, asked as FormKey))
    ? (asked as FormKey)
    : null
}

export interface FormFacts {
  readonly view: View
  readonly visit: Visit
  readonly found: CaseView
  /** Stands on the page, with a way back. */
  readonly onPage: boolean
}

export async function caseForm(key: FormKey, facts: FormFacts): Promise<ComponentChildren> {
  const { visit } = facts
  const typed = typedIn(visit, key, {
    reason: 'skal',
    personId: key === 'tilldela' ? 'person' : 'val.person',
    unitId: 'enhet',
    priority: 'prioritet',
    parent: 'val.arende',
    otherId: 'val.arende',
    intoId: 'val.arende',
  })
  const text = deskText[visit.lang]
  const form = (
    submit: string,
    children: ComponentChildren,
    more: { versioned?: boolean; extra?: ComponentChildren } = {},
  ) => (
    <CaseForm
      visit={visit}
      found={facts.found}
      deed={key}
      typed={typed}
      submit={submit}
      cancel={facts.onPage}
      versioned={more.versioned ?? true}
      more={more.extra}
    >
      {children}
    </CaseForm>
  )
  const part: Part = { ...facts, typed, text, form }
  switch (key) {
    case 'pausa':
      return pauseForm(part)
    case 'lamna':
      return handOverForm(part)
    case 'leverera':
      return deliverForm(part)
    case 'tilldela':
      return assignForm(part)
    case 'prioritet':
      return form(
        text.changePriority,
        <>
          <SelectField
            {...wired(typed, 'prioritet')}
            label={text.priority}
            options={priorities.map((value) => ({ value, label: priorityWords[value][visit.lang] }))}
            value={typed.value('prioritet', facts.found.priority)}
            empty={null}
            width="medium"
          />
          <Why typed={typed} label={text.whyPriority} hint={text.whyPriorityHint} />
        </>,
      )
    case 'fakta':
      return factsForm(part)
    case 'folj':
      return watchForm(part)
    case 'lanka':
      return form(text.relate, <OtherCase part={part} label={text.whichCase} />, { versioned: false })
    case 'huvudarende':
      return form(
        text.setParent,
        <OtherCase part={part} label={text.whichParent} />,
        facts.found.parent
          ? {
              extra: (
                <Button small name="lyft" value="ja">
                  {text.liftOut}
                </Button>
              ),
            }
          : {},
      )
    case 'underarende':
      return childForm(part)
    case 'sammanfor':
      return form(
        text.merge,
        <>
          <p>{text.mergeHelp}</p>
          <OtherCase part={part} label={text.mergeInto} />
        </>,
      )
    case 'onskemal':
      return form(
        text.toWish,
        <>
          <p>{text.wishHelp}</p>
          <TextField
            {...wired(typed, 'rubrik')}
            label={text.wishTitle}
            value={typed.value('rubrik', facts.found.title)}
            maxLength={200}
          />
        </>,
      )
    case 'oppna':
      return form(text.reopen, <Why typed={typed} label={text.whyReopen} />)
    case 'aterta':
      return form(text.withdraw, <Why typed={typed} label={text.whyWithdraw} optional />)
    case 'avsla':
      return form(text.reject, <Why typed={typed} label={text.whyReject} hint={text.whyRejectHint} />, {
        versioned: false,
      })
  }
}

interface Part extends FormFacts {
  readonly typed: Typed
  readonly text: DeskText
  readonly form: (
    submit: string,
    children: ComponentChildren,
    more?: { versioned?: boolean; extra?: ComponentChildren },
  ) => ComponentChildren
}

interface WhyProps {
  readonly typed: Typed
  readonly label: string
  readonly hint?: string
  readonly optional?: boolean
}

function Why({ typed, label, hint, optional }: WhyProps) {
  return (
    <TextArea
      {...wired(typed, 'skal')}
      label={label}
      hint={hint}
      optional={optional}
      rows={3}
      value={typed.value('skal')}
    />
  )
}

function pauseForm({ typed, text, form, visit }: Part) {
  return form(
    text.pauseClock,
    <>
      <SelectField
        {...wired(typed, 'vantar')}
        label={text.waitForWhom}
        options={waitingFor.map((value) => ({ value, label: waitingWords[value][visit.lang] }))}
        value={typed.value('vantar', 'customer')}
        empty={null}
      />
      <Why typed={typed} label={text.whyPause} hint={text.whyPauseHint} />
    </>,
  )
}

async function handOverForm({ view, found, typed, text, form }: Part) {
  const units = unitOptions(await unitsThatTakeCases(view))
  return form(
    text.handOver,
    <>
      <p>{text.handOverHelp}</p>
      <SuggestionField {...wired(typed, 'enhet')} label={text.toUnit} options={units} value={typed.value('enhet')} />
      <SelectField
        {...wired(typed, 'linje')}
        label={text.supportLine}
        options={text.lines.map((label, n) => ({ value: String(n + 1), label }))}
        value={typed.value('linje', String(found.provider.line))}
        empty={null}
      />
      <Why typed={typed} label={text.whyHandOver} hint={text.whyHandOverHint} />
    </>,
  )
}

async function deliverForm({ view, visit, found, typed, text, form }: Part) {
  const offerings = await offeringsToDeliver(
    view,
    { serviceId: found.service.id, requestTypeId: found.requestType.id },
    visit.lang,
  )
  const own = offerings.find((one) => one.own)
  return form(
    text.deliver,
    <>
      {offerings.length > 0 && (
        <SelectField
          {...wired(typed, 'erbjudande')}
          label={text.whatDelivered}
          options={offerings.map((one) => ({ value: one.value, label: `${one.label} (${one.unit})` }))}
          value={typed.value('erbjudande', own?.value ?? '')}
          empty={text.nothingCounted}
        />
      )}
      {offerings.length > 0 && (
        <NumberField
          {...wired(typed, 'mangd')}
          label={text.quantity}
          hint={text.quantityHint}
          decimals
          unit={own?.unit}
          value={typed.value('mangd', '1')}
        />
      )}
      <TextArea
        {...wired(typed, 'not')}
        label={text.deliveryNote}
        hint={text.deliveryNoteHint}
        optional
        rows={3}
        value={typed.value('not')}
      />
    </>,
  )
}

async function assignForm({ view, found, typed, text, form }: Part) {
  const handlers = await handlersOf(view, found.provider.unitId)
  return form(
    text.assign,
    <>
      <SelectField
        {...wired(typed, 'person')}
        label={text.toWhom}
        options={handlers.map((one) => ({
          value: one.personId,
          label: one.personId === view.actor.personId ? `${one.name} (${text.you.toLowerCase()})` : one.name,
        }))}
        value={typed.value('person', found.owner?.id ?? '')}
        empty={text.backToQueue(found.provider.unit)}
      />
      <Why typed={typed} label={text.whyAssign} optional />
    </>,
  )
}

async function factsForm({ view, found, typed, text, form }: Part) {
  const places = await placesOn(view, view.today)
  const rooms = found.place ? await roomsIn(view, found.place.id) : []
  const systems = await systemsToChoose(view)
  const kept = (options: readonly SelectOption[], now: { id: string; name: string } | null): readonly SelectOption[] =>
    now && !options.some((one) => one.value === now.id) ? [{ value: now.id, label: now.name }, ...options] : options
  return form(
    text.saveFacts,
    <>
      <TextField
        {...wired(typed, 'rubrik')}
        label={text.title}
        value={typed.value('rubrik', found.title)}
        maxLength={200}
      />
      <TextField
        {...wired(typed, 'kategori')}
        label={text.category}
        optional
        value={typed.value('kategori', found.category ?? '')}
        maxLength={80}
        width="long"
      />
      <SuggestionField
        {...wired(typed, 'plats')}
        label={text.place}
        optional
        options={kept(
          places.map((place) => ({ value: place.placeId, label: place.name })),
          found.place,
        )}
        value={typed.value('plats', found.place?.id ?? '')}
      />
      <SuggestionField
        {...wired(typed, 'rum')}
        label={text.room}
        optional
        options={kept(rooms, found.room)}
        value={typed.value('rum', found.room?.id ?? '')}
      />
      <SuggestionField
        {...wired(typed, 'system')}
        label={text.system}
        optional
        options={kept(systems, found.system)}
        value={typed.value('system', found.system?.id ?? '')}
      />
    </>,
  )
}

async function watchForm({ view, visit, typed, text, form }: Part) {
  const likely = typed.refused ? await likelyPeople(view, typed.value('val.person')) : []
  return form(
    text.addWatcher,
    <>
      <p>{text.watcherHelp}</p>
      <SuggestionField
        {...wired(typed, 'val.person')}
        label={text.person}
        source={visit.href('/arenden/forslag/personer')}
        text={typed.value('val.person')}
        chosenId={typed.value('val.person.id')}
        likely={likely.map((one) => ({ value: one.personId, label: one.name }))}
      />
      <WhichPerson visit={visit} typed={typed} name="val.person.id" likely={likely} />
    </>,
    { versioned: false },
  )
}

interface WhichPersonProps {
  readonly visit: Visit
  readonly typed: Typed
  readonly name: string
  readonly likely: readonly FoundPerson[]
}

/** Those a written name may mean, to choose among: what a page without script has instead of suggestions. */
export function WhichPerson({ visit, typed, name, likely }: WhichPersonProps) {
  if (likely.length < 2) return null
  return (
    <ChoiceField
      lang={visit.lang}
      tight
      name={name}
      id={typed.id(`${name}-val`)}
      label={deskText[visit.lang].whichOne}
      value={typed.value(name)}
      options={likely.map((one) => ({
        value: one.personId,
        label: one.name,
        hint: [one.title, one.units].filter(Boolean).join(', '),
      }))}
    />
  )
}

function OtherCase({ part, label }: { readonly part: Part; readonly label: string }) {
  const { typed, visit, text } = part
  return (
    <SuggestionField
      {...wired(typed, 'val.arende')}
      label={label}
      hint={text.whichCaseHint}
      source={visit.href('/arenden/forslag/arenden')}
      text={typed.value('val.arende')}
      chosenId={typed.value('val.arende.id')}
    />
  )
}

async function childForm({ view, visit, typed, text, form }: Part) {
  const types = (await requestTypesOn(view, { date: view.today })).filter((type) => type.orderable)
  return form(
    text.createChild,
    <>
      <p>{text.childHelp}</p>
      <SuggestionField
        {...wired(typed, 'typ')}
        label={text.childType}
        options={types.map((type) => ({
          value: type.code,
          label: type.name[visit.lang],
          detail: type.serviceName[visit.lang],
        }))}
        value={typed.value('typ')}
      />
      <TextArea {...wired(typed, 'text')} label={text.childText} rows={4} value={typed.value('text')} />
    </>,
    { versioned: false },
  )
}
