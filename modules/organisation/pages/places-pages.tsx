// Places: the houses that are served, when each is open, and whose hours those are where its own are not stated.
import { fullDate, longDate, shortWeekday } from '#basics/dates'
import { isId } from '#basics/id'
import { notFound } from '#basics/refusal'
import { may } from '#platform/access'
import type { View } from '#platform/act'
import type { Page, Visit } from '#platform/http/site'
import { formDeed } from '#platform/http/site'
import { panelsOn } from '#platform/panels'
import { Card, DataTable, DateField, Empty, Facts, Notice, PageHead, SelectField, Tag, TextField } from '#ui'
import { addPlace, changePlace } from '../places/keep-places.ts'
import { openingHours, placeById, placesOn } from '../places/queries.ts'
import type { OpeningHours, Place } from '../schedules/contract.ts'
import { AddPlace, ChangePlace } from '../schedules/contract.ts'
import { scheduleList } from '../schedules/queries.ts'
import { fill, organisationText } from '../text.ts'
import type { FormView } from './form-parts.tsx'
import { MoreForm, formOn } from './form-parts.tsx'
import { DayForm, dayAsked, onDay, originText, spanText, unitOptions, unstated } from './page-parts.tsx'
import { hoursText } from './schedule-input.ts'

const path = '/organisation/platser'

export const placesPage: Page = {
  path,
  access: 'organisation.read',
  async show(view, visit) {
    const { lang } = visit
    const { places: words, any } = organisationText[lang]
    const { on, wrong } = dayAsked(view, visit)
    const places = await placesOn(view, on)
    const hours = new Map<string, OpeningHours>()
    for (const place of places.slice(0, 200)) hours.set(place.placeId, await openingHours(view, place.placeId, on))
    const form = formOn(visit, '')
    return {
      title: words.title,
      layout: 'desk',
      current: 'organisation-places',
      topics: ['organisation'],
      main: (
        <>
          <PageHead title={words.title} under={words.lead} />
          <DayForm visit={visit} on={on} wrong={wrong} path={path} />
          <DataTable
            lang={lang}
            caption={words.title}
            look="cards"
            rows={places}
            rowId={(row) => row.placeId}
            empty={
              <Empty title={words.empty} icon="map-pin">
                {words.emptyHelp}
              </Empty>
            }
            columns={[
              {
                head: any.name,
                rowHead: true,
                phone: 'title',
                cell: (row) => <a href={visit.href(onDay(view, on, `${path}/${row.placeId}`))}>{row.name}</a>,
              },
              {
                head: fill(words.hoursOn, { date: fullDate(on, lang) }),
                cell: (row) => <HoursCell visit={visit} hours={hours.get(row.placeId)} />,
              },
              {
                head: words.servedBy,
                cell: (row) =>
                  row.servedByUnitId ? (
                    <a href={visit.href(`/organisation/enheter/${row.servedByUnitId}`)}>{row.servedByName}</a>
                  ) : (
                    unstated(lang)
                  ),
              },
              { head: words.address, cell: (row) => row.address ?? unstated(lang) },
              { head: any.origin, cell: (row) => originText(row.origin, lang) },
            ]}
          />
          {may(view.actor, 'organisation.edit') && (
            <MoreForm summary={words.add} form={form} action={visit.href(path)} submit={any.save}>
              {await PlaceFields(view, visit, form)}
              <DateField {...form.field('from')} label={any.from} value={form.value('from', view.today.toString())} />
            </MoreForm>
          )}
        </>
      ),
    }
  },
  deeds: {
    '': formDeed({
      access: 'organisation.edit',
      body: AddPlace,
      run: (deed, { body }) => addPlace(deed, body),
      then: ({ placeId }) => `${path}/${placeId}?klart=sparat`,
    }),
  },
}

function HoursCell({ visit, hours }: { readonly visit: Visit; readonly hours: OpeningHours | undefined }) {
  const { lang } = visit
  const words = organisationText[lang].places
  if (!hours) return null
  const open = hoursText(hours.windows, lang) || words.closed
  if (hours.stated) return <>{open}</>
  return (
    <>
      {unstated(lang)}{' '}
      {hours.holderName && (
        <span class="sm">
          ({hours.holderName}: {open})
        </span>
      )}
    </>
  )
}

const idOf = (params: Readonly<Record<string, string>>): string => params['placeId'] ?? ''

export const placePage: Page = {
  path: `${path}/:placeId`,
  access: 'organisation.read',
  async show(view, visit) {
    if (!isId(idOf(visit.params))) return notFound()
    const { lang } = visit
    const { places: words, any } = organisationText[lang]
    const { on, wrong } = dayAsked(view, visit)
    const place = await placeById(view, idOf(visit.params))
    const hours = await openingHours(view, place.placeId, on)
    const panels = await panelsOn('place', view, visit, place.placeId, (verb) => may(view.actor, verb))
    return {
      title: place.name,
      layout: 'desk',
      current: 'organisation-places',
      topics: ['organisation'],
      crumbs: [{ href: path, label: words.title }, { label: place.name }],
      main: (
        <>
          <PageHead title={place.name} under={spanText(place.validFrom, place.validTo, lang)} />
          <DayForm visit={visit} on={on} wrong={wrong} path={`${path}/${place.placeId}`} />
          <div class="case-grid mt4">
            <div class="stack g6">
              <HoursCard view={view} visit={visit} hours={hours} on={on} />
              {panels}
            </div>
            <aside class="side" aria-label={place.name}>
              <Card>
                <Facts
                  items={[
                    [words.address, place.address ?? unstated(lang)],
                    [words.saidAt, place.saidAt ?? unstated(lang)],
                    [
                      words.servedBy,
                      place.servedByUnitId ? (
                        <a href={visit.href(`/organisation/enheter/${place.servedByUnitId}`)}>{place.servedByName}</a>
                      ) : (
                        unstated(lang)
                      ),
                    ],
                    [any.origin, originText(place.origin, lang)],
                  ]}
                />
              </Card>
            </aside>
          </div>
          {may(view.actor, 'organisation.edit') && (await ChangeForm(view, visit, place))}
        </>
      ),
    }
  },
  deeds: {
    '': formDeed({
      access: 'organisation.edit',
      body: ChangePlace,
      run: (deed, { body, params, version }) => changePlace(deed, { placeId: idOf(params), version }, body),
      then: ({ placeId }) => `${path}/${placeId}?klart=sparat`,
    }),
  },
}

function HoursCard({
  view,
  visit,
  hours,
  on,
}: {
  readonly view: View
  readonly visit: Visit
  readonly hours: OpeningHours
  readonly on: Temporal.PlainDate
}) {
  const { lang } = visit
  const { places: words } = organisationText[lang]
  const monday = on.subtract({ days: on.dayOfWeek - 1 })
  const today = hoursText(hours.windows, lang)
  return (
    <Card heading={words.hours}>
      {!hours.stated && (
        <Notice tone="info" small>
          {hours.holderName ? fill(words.notStated, { name: hours.holderName }) : words.notStatedAtAll}
        </Notice>
      )}
      {hours.holder && (
        <>
          <p class="t-lg mt4 mb4">
            {fill(words.hoursOn, { date: longDate(on, view.today, lang) })}: <b>{today || words.closed}</b>{' '}
            {hours.dayName && <Tag>{hours.dayName[lang]}</Tag>}
          </p>
          <dl class="facts">
            {hours.week.map((one) => (
              <>
                <dt>{shortWeekday(monday.add({ days: one.weekday - 1 }), lang)}</dt>
                <dd>
                  {hoursText(one.windows, lang) || words.closed}
                  {one.dayName && <span class="mute"> · {one.dayName[lang]}</span>}
                </dd>
              </>
            ))}
          </dl>
          <p class="sm mute mt4">
            {words.whose} {words.holders[hours.holder]}
            {hours.scheduleId && (
              <>
                {': '}
                <a href={visit.href(`/organisation/scheman/${hours.scheduleId}`)}>{hours.holderName}</a>
              </>
            )}
          </p>
        </>
      )}
    </Card>
  )
}

async function ChangeForm(view: View, visit: Visit, place: Place) {
  const { places: words, any } = organisationText[visit.lang]
  const form = formOn(visit, '')
  return (
    <Card heading={any.change} class="mt6">
      <MoreForm
        summary={words.change}
        form={form}
        action={visit.href(`${path}/${place.placeId}`)}
        version={place.version}
        submit={any.save}
      >
        {await PlaceFields(view, visit, form, place)}
        <DateField
          {...form.field('endedOn')}
          label={words.endedOn}
          optional
          value={form.value('endedOn', place.validTo)}
        />
      </MoreForm>
    </Card>
  )
}

async function PlaceFields(view: View, visit: Visit, form: FormView, place?: Place) {
  const { places: words, any } = organisationText[visit.lang]
  const schedules = (await scheduleList(view)).map((one) => ({ value: one.scheduleId, label: one.name }))
  return (
    <>
      <TextField {...form.field('name')} label={any.name} value={form.value('name', place?.name)} width="long" />
      <TextField
        {...form.field('saidAt')}
        label={words.saidAt}
        hint={words.saidAtHint}
        optional
        value={form.value('saidAt', place?.saidAt)}
        width="long"
      />
      <TextField
        {...form.field('address')}
        label={words.address}
        optional
        value={form.value('address', place?.address)}
        width="long"
      />
      <SelectField
        {...form.field('scheduleId')}
        label={words.schedule}
        hint={words.scheduleHint}
        optional
        options={schedules}
        value={form.value('scheduleId', place?.scheduleId)}
        width="long"
      />
      <SelectField
        {...form.field('servedByUnitId')}
        label={words.servedBy}
        optional
        options={await unitOptions(view, view.today)}
        value={form.value('servedByUnitId', place?.servedByUnitId)}
        width="long"
      />
    </>
  )
}
