// The chart of a day, drawn: from the office, from any unit, or whole; with search for units, people and places.
import { fullDate } from '#basics/dates'
import type { Id } from '#basics/id'
import { may } from '#platform/access'
import type { View } from '#platform/act'
import type { Page, Visit } from '#platform/http/site'
import { formDeed } from '#platform/http/site'
import { ChoiceChip, Empty, Form, OrgChart, PageHead, SearchField, SelectField, TextField, DateField } from '#ui'
import type { OrgNode } from '#ui'
import { partiesOn } from '../parties/queries.ts'
import { findPeople } from '../people/queries.ts'
import { placesOn } from '../places/queries.ts'
import { fill, organisationText } from '../text.ts'
import { addUnit } from '../units/add-unit.ts'
import type { TreeUnit } from '../units/contract.ts'
import { AddUnit } from '../units/contract.ts'
import { treeOn } from '../units/queries.ts'
import type { Branch } from '../units/unit.ts'
import { treeOf, unitKinds } from '../units/unit.ts'
import { MoreForm, formOn } from './form-parts.tsx'
import { DayForm, dayAsked, onDay, unitOptions } from './page-parts.tsx'

type PlainDate = Temporal.PlainDate

export const chartPage: Page = {
  path: '/organisation',
  access: 'organisation.read',
  async show(view, visit) {
    const { lang } = visit
    const words = organisationText[lang].chart
    const { on, wrong } = dayAsked(view, visit)
    const units = await treeOn(view, on)
    const date = fullDate(on, lang)
    const query = visit.query.get('sok')?.trim() ?? ''
    const focus = focusOf(units, visit.query.get('enhet'))
    return {
      title: words.title,
      layout: 'desk',
      current: 'organisation',
      topics: ['organisation'],
      main: (
        <>
          <PageHead title={words.title} under={fill(words.lead, { date })} />
          <DayForm visit={visit} on={on} wrong={wrong} path="/organisation" kept={kept(visit, ['enhet', 'sok'])}>
            <Form
              method="get"
              action={visit.href('/organisation')}
              search
              hidden={kept(visit, ['datum', 'enhet'])}
              label={words.find}
              enhance
            >
              <SearchField id="sok-i-listan" name="sok" label={words.find} value={query} />
            </Form>
            {units.length > 0 && <FocusChips visit={visit} view={view} units={units} focus={focus} on={on} />}
          </DayForm>
          {query !== '' && (await Found(view, visit, { query, units, on }))}
          {units.length === 0 ? (
            <Empty title={words.empty} icon="network">
              {words.emptyHelp}
            </Empty>
          ) : (
            <>
              {rootsOf(units, focus).map((root) => (
                <OrgChart
                  lang={lang}
                  label={fill(words.label, { date })}
                  root={nodeOf(view, visit, root, on)}
                  openLevels={4}
                />
              ))}
            </>
          )}
          {may(view.actor, 'organisation.edit') && (await AddUnitForm(view, visit, on))}
        </>
      ),
    }
  },
  deeds: {
    enhet: formDeed({
      access: 'organisation.edit',
      body: AddUnit,
      run: (deed, { body }) => addUnit(deed, body),
      then: ({ unitId }) => `/organisation/enheter/${unitId}?klart=sparat`,
    }),
  },
}

const kept = (visit: Visit, names: readonly string[]): Record<string, string> =>
  Object.fromEntries(names.flatMap((name) => (visit.query.get(name) ? [[name, visit.query.get(name) ?? '']] : [])))

/** The unit asked for; `alla` for everything; otherwise the office, where there is one. */
function focusOf(units: readonly TreeUnit[], asked: string | null): Id | null {
  if (asked === 'alla') return null
  if (asked && units.some((unit) => unit.unitId === asked)) return asked
  return units.find((unit) => unit.kind === 'office')?.unitId ?? null
}

function rootsOf(units: readonly TreeUnit[], focus: Id | null): readonly Branch<TreeUnit>[] {
  if (focus === null) return treeOf(units)
  const above = units.find((unit) => unit.unitId === focus)?.parentUnitId
  // Without its parent the unit is a root of its own.
  return treeOf(units.filter((unit) => unit.unitId !== above)).filter((root) => root.unit.unitId === focus)
}

function nodeOf(view: View, visit: Visit, branch: Branch<TreeUnit>, on: PlainDate): OrgNode {
  const words = organisationText[visit.lang]
  const { unit } = branch
  return {
    id: unit.unitId,
    name: unit.name,
    href: visit.href(onDay(view, on, `/organisation/enheter/${unit.unitId}`)),
    kind: words.unitKinds[unit.kind],
    ...(unit.headTitle ? { lead: unit.headTitle } : {}),
    ...(unit.customerId ? { note: words.chart.customer } : {}),
    children: branch.children.map((child) => nodeOf(view, visit, child, on)),
  }
}

function FocusChips(props: {
  readonly visit: Visit
  readonly view: View
  readonly units: readonly TreeUnit[]
  readonly focus: Id | null
  readonly on: PlainDate
}) {
  const { visit, units, focus } = props
  const words = organisationText[visit.lang].chart
  const chosen = units.find((unit) => unit.unitId === focus)
  const offices = units.filter((unit) => unit.kind === 'office')
  const starts = chosen && !offices.includes(chosen) ? [...offices, chosen] : offices
  if (starts.length === 0) return null
  const href = (unit: string): string => visit.href(onDay(props.view, props.on, `/organisation?enhet=${unit}`))
  return (
    <nav aria-label={words.from} class="row2">
      {starts.map((unit) => (
        <ChoiceChip label={unit.name} href={href(unit.unitId)} current={unit.unitId === focus} />
      ))}
      <ChoiceChip label={words.whole} href={href('alla')} current={focus === null} />
    </nav>
  )
}

async function Found(
  view: View,
  visit: Visit,
  asked: { readonly query: string; readonly units: readonly TreeUnit[]; readonly on: PlainDate },
) {
  const { lang } = visit
  const words = organisationText[lang]
  const wanted = asked.query.toLowerCase()
  const units = asked.units
    .filter((unit) => unit.name.toLowerCase().includes(wanted) || unit.shortName?.toLowerCase() === wanted)
    .slice(0, 30)
  const people = await findPeople(view, asked.query)
  const places = (await placesOn(view, asked.on))
    .filter((place) => place.name.toLowerCase().includes(wanted))
    .slice(0, 10)
  const hits = [
    ...units.map((unit) => ({
      href: onDay(view, asked.on, `/organisation/enheter/${unit.unitId}`),
      name: unit.name,
      under: words.unitKinds[unit.kind],
    })),
    ...people.map((one) => ({
      href: `/organisation/personer/${one.personId}`,
      name: one.name,
      under: [one.title, one.units].filter(Boolean).join(' · '),
    })),
    ...places.map((place) => ({
      href: `/organisation/platser/${place.placeId}`,
      name: place.name,
      under: words.nav.places,
    })),
  ]
  if (hits.length === 0)
    return (
      <Empty title={words.chart.nothing} icon="search">
        {words.chart.nothingHelp}
      </Empty>
    )
  return (
    <section aria-label={fill(words.chart.found, { q: asked.query })}>
      <h2 class="t-lg">{fill(words.chart.found, { q: asked.query })}</h2>
      <ul class="hits">
        {hits.map((hit) => (
          <li>
            <div>
              <a href={visit.href(hit.href)}>{hit.name}</a>
              <p class="sm mute">{hit.under}</p>
            </div>
          </li>
        ))}
      </ul>
    </section>
  )
}

export async function AddUnitForm(view: View, visit: Visit, on: PlainDate, parentUnitId?: Id) {
  const { lang } = visit
  const all = organisationText[lang]
  const words = all.chart
  const form = formOn(visit, 'enhet')
  const parties = (await partiesOn(view, on)).map((party) => ({ value: party.partyId, label: party.name }))
  return (
    <MoreForm
      summary={parentUnitId ? all.unit.addBeneath : words.add}
      form={form}
      action={visit.href('/organisation/enhet')}
      submit={all.any.save}
    >
      <TextField {...form.field('name')} label={all.any.name} value={form.value('name')} width="long" />
      <TextField
        {...form.field('code')}
        label={words.code}
        hint={words.codeHint}
        value={form.value('code')}
        width="long"
      />
      <TextField
        {...form.field('shortName')}
        label={words.shortName}
        optional
        value={form.value('shortName')}
        width="medium"
      />
      <SelectField
        {...form.field('kind')}
        label={words.kind}
        options={unitKinds.map((kind) => ({ value: kind, label: all.unitKinds[kind] }))}
        value={form.value('kind', 'unit')}
        empty={null}
        width="long"
      />
      <SelectField
        {...form.field('parentUnitId')}
        label={words.parent}
        options={await unitOptions(view, on)}
        value={form.value('parentUnitId', parentUnitId)}
        empty={words.noParent}
        width="long"
      />
      <SelectField
        {...form.field('partyId')}
        label={words.party}
        hint={words.partyHint}
        optional
        options={parties}
        value={form.value('partyId')}
        width="long"
      />
      <TextField
        {...form.field('headTitle')}
        label={words.headTitle}
        optional
        value={form.value('headTitle')}
        width="long"
      />
      <DateField {...form.field('from')} label={all.any.from} value={form.value('from', on.toString())} />
    </MoreForm>
  )
}
