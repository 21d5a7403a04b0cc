// The forms of a case with what can be chosen in each; case-forms.tsx says which stands where.
import type { ComponentChildren } from 'preact'
import type { View } from '#platform/act'
import type { Visit } from '#platform/http/site'
import { ChoiceField, FileField, NumberField, SelectField, SuggestionField, TextArea, TextField } from '#ui'
import type { SelectOption } from '#ui'
import { placesOn } from '#organisation'
import type { FoundPerson } from '#organisation'
import { spokenChannels, waitingFor } from '../case.ts'
import type { CaseView } from '../contract.ts'
import { offeringsToDeliver, roomsIn, systemsToChoose, unitsThatTakeCases } from '../desk-choices.ts'
import { handlersOf } from '../who-takes.ts'
import { channelWords, waitingWords } from '../words.ts'
import { wired } from './case-form.tsx'
import type { Typed } from './case-form.tsx'
import { likelyPeople, unitOptions } from './case-picks.ts'
import { deskText } from './desk-text.ts'
import type { DeskText } from './desk-text.ts'

export interface FormFacts {
  readonly view: View
  readonly visit: Visit
  readonly found: CaseView
  /** Stands on the page, with a way back. */
  readonly onPage: boolean
}

export interface Part extends FormFacts {
  readonly typed: Typed
  readonly text: DeskText
  readonly form: (
    submit: string,
    children: ComponentChildren,
    more?: { versioned?: boolean; files?: boolean; extra?: ComponentChildren },
  ) => ComponentChildren
}

interface WhyProps {
  readonly typed: Typed
  readonly label: string
  readonly hint?: string
  readonly optional?: boolean
}

export function Why({ typed, label, hint, optional }: WhyProps) {
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

export function pauseForm({ typed, text, form, visit }: Part) {
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

export async function handOverForm({ view, found, typed, text, form }: Part) {
  const units = unitOptions(await unitsThatTakeCases(view))
  return form(
    text.handOver,
    <>
      <p>
        {found.goesOnTo && `${text.goesOnTo(found.goesOnTo.name)} `}
        {text.handOverHelp}
      </p>
      <SuggestionField
        {...wired(typed, 'enhet')}
        label={text.toUnit}
        options={units}
        value={typed.value('enhet', found.goesOnTo?.id ?? '')}
      />
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

export async function deliverForm({ view, visit, found, typed, text, form }: Part) {
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

export async function assignForm({ view, found, typed, text, form }: Part) {
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

export async function factsForm({ view, found, typed, text, form }: Part) {
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

/** What the customer said by telephone or at the counter, or wrote in a letter. */
export function heardForm({ found, typed, text, form, visit }: Part) {
  return form(
    text.saveHeard,
    <>
      {found.state === 'waiting' && found.waitingFor === 'customer' && <p>{text.heardResumes}</p>}
      <ChoiceField
        {...wired(typed, 'kanal')}
        label={text.heardHow}
        tight
        options={spokenChannels.map((value) => ({ value, label: channelWords[value][visit.lang] }))}
        value={typed.value('kanal', 'telephone')}
      />
      <TextArea
        {...wired(typed, 'text')}
        label={text.heardWhat}
        hint={text.heardHint}
        rows={4}
        value={typed.value('text')}
        draft={`case:${found.id}:ringde`}
      />
      <FileField {...wired(typed, 'filer')} label={text.files} optional limit="20 MB" camera />
    </>,
    { versioned: false, files: true },
  )
}

export async function watchForm({ view, visit, typed, text, form }: Part) {
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

export function OtherCase({ part, label }: { readonly part: Part; readonly label: string }) {
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
