// Properties: the list, one property with its buildings and rooms, and their forms.
import { may } from '#platform/access'
import { onceKey } from '#platform/http/once'
import { formDeed } from '#platform/http/site'
import type { Page, Site, Visit } from '#platform/http/site'
import { idField, nullable, optional, shape, text } from '#platform/http/shape'
import { treeOn } from '#organisation'
import { Button, Card, DataTable, Empty, ErrorSummary, Facts, Form, More, PageHead, SelectField, TextField } from '#ui'
import { BuildingBody, PropertyBody } from '../contract.ts'
import { addBuilding, addProperty, addRoom } from '../keep-premises.ts'
import { properties, propertyById } from '../queries.ts'
import { premisesText } from '../text.ts'

const typed = (visit: Visit, name: string): string => visit.attempt?.values[name]?.[0] ?? ''
const errorAt = (visit: Visit, name: string): string | undefined =>
  visit.attempt?.refusal.problems.find((one) => one.field === name)?.[visit.lang]
function Errors({ visit }: { readonly visit: Visit }) {
  return visit.attempt ? (
    <ErrorSummary
      lang={visit.lang}
      errors={visit.attempt.refusal.problems.map((one) => ({ field: one.field, message: one[visit.lang] }))}
    />
  ) : null
}

const listPage: Page = {
  path: '/fastigheter',
  access: 'premises.read',
  async show(view, visit) {
    const { lang } = visit
    const words = premisesText[lang]
    const rows = await properties(view)
    const units = (await treeOn(view, view.today)).map((unit) => ({ value: unit.unitId, label: unit.name }))
    return {
      title: words.title,
      layout: 'desk',
      current: 'premises',
      topics: ['premises'],
      main: (
        <>
          <PageHead title={words.title} under={words.lead} />
          {rows.length === 0 ? (
            <Empty title={words.none} icon="building">
              {words.noneHelp}
            </Empty>
          ) : (
            <DataTable
              lang={lang}
              caption={words.title}
              look="cards"
              rows={rows}
              columns={[
                {
                  head: words.name,
                  rowHead: true,
                  phone: 'title',
                  cell: (row) => <a href={visit.href(`/fastigheter/${row.id}`)}>{row.name}</a>,
                },
                { head: words.designation, cell: (row) => row.designation },
                {
                  head: words.manager,
                  cell: (row) => row.managerUnit?.name ?? <span class="mute">{words.unstated}</span>,
                },
                { head: words.buildings, number: true, cell: (row) => row.buildings.length },
                {
                  head: words.rooms,
                  number: true,
                  cell: (row) => row.buildings.reduce((sum, building) => sum + building.rooms.length, 0),
                },
              ]}
            />
          )}
          {may(view.actor, 'premises.keep') && (
            <More summary={words.add} open={visit.attempt !== undefined}>
              <Form action={visit.href('/fastigheter')} hidden={{ _once: onceKey() }}>
                <Errors visit={visit} />
                <TextField
                  lang={lang}
                  name="name"
                  label={words.name}
                  value={typed(visit, 'name')}
                  error={errorAt(visit, 'name')}
                />
                <TextField
                  lang={lang}
                  name="designation"
                  label={words.designation}
                  value={typed(visit, 'designation')}
                  error={errorAt(visit, 'designation')}
                />
                <SelectField
                  lang={lang}
                  name="managerUnitId"
                  label={words.manager}
                  optional
                  empty={words.choose}
                  options={units}
                  value={typed(visit, 'managerUnitId')}
                />
                <Button kind="primary">{words.save}</Button>
              </Form>
            </More>
          )}
        </>
      ),
    }
  },
  deeds: {
    '': formDeed({
      access: 'premises.keep',
      body: PropertyBody,
      run: (deed, { body }) => addProperty(deed, body),
      then: (result) => `/fastigheter/${result.propertyId}?klart=sparat`,
    }),
  },
}

const onePage: Page = {
  path: '/fastigheter/:propertyId',
  access: 'premises.read',
  async show(view, visit) {
    const { lang } = visit
    const words = premisesText[lang]
    const property = await propertyById(view, visit.params['propertyId'] ?? '')
    const keeps = may(view.actor, 'premises.keep')
    return {
      title: property.name,
      layout: 'desk',
      current: 'premises',
      topics: ['premises'],
      crumbs: [{ href: '/fastigheter', label: words.title }, { label: property.name }],
      main: (
        <>
          <PageHead title={property.name} under={property.designation} />
          <Card>
            <Facts
              items={[
                [words.designation, property.designation],
                [words.manager, property.managerUnit?.name ?? words.unstated],
                [words.origin, property.origin],
              ]}
            />
          </Card>
          {property.buildings.map((building) => (
            <DataTable
              lang={lang}
              caption={building.name}
              captionShown
              look="cards"
              empty={words.noRooms}
              rows={building.rooms}
              columns={[
                { head: words.name, rowHead: true, phone: 'title', cell: (room) => room.name },
                { head: words.floor, cell: (room) => room.floor ?? '–' },
              ]}
            />
          ))}
          {keeps && (
            <More summary={words.addBuilding} open={visit.attempt?.deed === 'byggnader'}>
              <Form action={visit.href(`/fastigheter/${property.id}/byggnader`)} hidden={{ _once: onceKey() }}>
                <Errors visit={visit} />
                <TextField
                  lang={lang}
                  name="name"
                  id="byggnad"
                  label={words.name}
                  value={typed(visit, 'name')}
                  error={errorAt(visit, 'name')}
                />
                <Button kind="primary">{words.saveBuilding}</Button>
              </Form>
            </More>
          )}
          {keeps && property.buildings.length > 0 && (
            <More summary={words.addRoom} open={visit.attempt?.deed === 'rum'}>
              <Form action={visit.href(`/fastigheter/${property.id}/rum`)} hidden={{ _once: onceKey() }}>
                <Errors visit={visit} />
                <SelectField
                  lang={lang}
                  name="buildingId"
                  label={words.buildings}
                  options={property.buildings.map((building) => ({ value: building.id, label: building.name }))}
                  value={typed(visit, 'buildingId')}
                />
                <TextField
                  lang={lang}
                  name="name"
                  id="rum"
                  label={words.name}
                  value={typed(visit, 'name')}
                  error={errorAt(visit, 'name')}
                />
                <TextField lang={lang} name="floor" label={words.floor} optional value={typed(visit, 'floor')} />
                <Button kind="primary">{words.saveRoom}</Button>
              </Form>
            </More>
          )}
        </>
      ),
    }
  },
  deeds: {
    byggnader: formDeed({
      access: 'premises.keep',
      body: BuildingBody,
      run: (deed, { body, params }) => addBuilding(deed, params['propertyId'] ?? '', body),
      then: (result) => `/fastigheter/${result.propertyId}?klart=sparat`,
    }),
    rum: formDeed({
      access: 'premises.keep',
      body: shape({ buildingId: idField(), name: text(120), floor: optional(nullable(text(20))) }),
      run: (deed, { body: { buildingId, ...room }, params }) =>
        addRoom(deed, params['propertyId'] ?? '', buildingId, room),
      then: (result) => `/fastigheter/${result.propertyId}?klart=sparat`,
    }),
  },
}

export function premisesPages(site: Site): void {
  site.page(listPage)
  site.page(onePage)
}
