// The register of properties, and one property with its buildings and rooms of a day.
import type { ComponentChildren } from 'preact'
import { may } from '#platform/access'
import type { View } from '#platform/act'
import { onceKey } from '#platform/http/once'
import { formDeed } from '#platform/http/site'
import type { Page, Site, Visit } from '#platform/http/site'
import { panelsOn } from '#platform/panels'
import { addressIn, filesOf, readRegister, rowsOf } from '#platform/register'
import { unitOptions } from '#organisation'
import {
  Card,
  DataTable,
  DateField,
  Empty,
  Facts,
  FilterMenu,
  MoreForm,
  PageHead,
  Register,
  Tag,
  Tools,
  dateText,
  formOn,
  originText,
  spanText,
  uiText,
} from '#ui'
import { PropertyBody } from '../contract.ts'
import type { BuildingView, PropertyView, RoomView } from '../contract.ts'
import { addProperty } from '../keep-premises.ts'
import { propertyRegister } from '../list.ts'
import { propertyById } from '../queries.ts'
import { premisesText } from '../text.ts'
import { buildingDeeds, idOf, propertyDeeds, roomDeeds, onPage } from './premises-deeds.ts'
import { BuildingForms, PropertyFields, PropertyForms, RoomForms, roomAsked } from './premises-forms.tsx'

const { path } = propertyRegister

const listPage: Page = {
  path,
  access: 'premises.read',
  async show(view, visit) {
    const { lang } = visit
    const words = premisesText[lang]
    const reading = readRegister(propertyRegister, view, visit.query)
    const page = await rowsOf(view, propertyRegister, reading)
    const form = formOn(visit, '')
    return {
      title: words.title,
      layout: 'desk',
      current: 'premises',
      topics: ['premises'],
      main: (
        <>
          <PageHead title={words.title} under={words.lead} />
          <Register
            lang={lang}
            caption={words.title}
            list={propertyRegister.list}
            reading={reading}
            page={page}
            head="name"
            action={visit.href(path)}
            address={(change) => visit.href(addressIn(propertyRegister, reading.state, change))}
            choices={{ forvaltare: await unitOptions(view, reading.on) }}
            rowId={(row) => row.property_id}
            cells={{
              name: (row) => (
                <a class="t" data-row-link="" href={visit.href(onDay(view, reading.on, `${path}/${row.property_id}`))}>
                  {row.name}
                </a>
              ),
            }}
            empty={
              <Empty title={words.none} icon="building">
                {words.noneHelp}
              </Empty>
            }
          />
          {may(view.actor, 'premises.keep') && (
            <MoreForm summary={words.add} form={form} action={visit.href(path)} once={onceKey()} submit={words.save}>
              {await PropertyFields(view, visit, form)}
            </MoreForm>
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
      then: onPage,
    }),
  },
}

const onDay = (view: View, on: Temporal.PlainDate, address: string): string =>
  on.equals(view.today) ? address : `${address}?datum=${on}`

const onePage: Page = {
  path: `${path}/:propertyId`,
  access: 'premises.read',
  async show(view, visit) {
    const { lang } = visit
    const words = premisesText[lang]
    const { on, misread } = readRegister(propertyRegister, view, visit.query)
    const property = await propertyById(view, idOf(visit.params), on)
    const panels = await panelsOn('property', view, visit, property.id, (verb) => may(view.actor, verb))
    const keeps = property.may.includes('premises.keep')
    const out = property.validTo !== null && property.validTo <= on.toString()
    return {
      title: property.name,
      layout: 'desk',
      current: 'premises',
      topics: ['premises'],
      crumbs: [{ href: path, label: words.title }, { label: property.name }],
      main: (
        <>
          <PageHead
            title={property.name}
            under={
              <>
                {property.designation} {out && <Tag tone="wait">{words.out}</Tag>}
              </>
            }
          />
          <Tools>
            <FilterMenu
              lang={lang}
              action={visit.href(`${path}/${property.id}`)}
              icon="calendar"
              label={`${words.day}: ${dateText(on.toString(), lang)}`}
              submit={uiText(lang).show}
            >
              <DateField
                lang={lang}
                name="datum"
                id="dag"
                label={words.day}
                value={misread[0]?.typed ?? on.toString()}
                error={misread[0]?.words[lang]}
              />
            </FilterMenu>
          </Tools>
          <PropertyFacts visit={visit} property={property} />
          {property.buildings.length === 0 && <p class="mute mt4">{words.noBuildings}</p>}
          {await Promise.all(
            property.buildings.map(async (building) => (
              <BuildingCard visit={visit} building={building} keeps={keeps}>
                {keeps && (
                  <>
                    <RoomForms visit={visit} property={property} building={building} />
                    {await BuildingForms(view, visit, property, building)}
                  </>
                )}
              </BuildingCard>
            )),
          )}
          {panels}
          {keeps && (await PropertyForms(view, visit, property))}
        </>
      ),
    }
  },
  deeds: { ...propertyDeeds(), ...buildingDeeds(), ...roomDeeds() },
}

function PropertyFacts({ visit, property }: { readonly visit: Visit; readonly property: PropertyView }) {
  const { lang } = visit
  const words = premisesText[lang]
  const mute = <span class="mute">{uiText(lang).nothingStated}</span>
  const unit = property.managerUnit
  return (
    <Card>
      <Facts
        items={[
          [words.designation, property.designation ?? mute],
          [words.manager, unit ? <a href={visit.href(`/organisation/enheter/${unit.id}`)}>{unit.name}</a> : mute],
          [words.valid, spanText(property.validFrom, property.validTo, lang)],
          [words.origin, originText(property.origin, lang)],
        ]}
      />
    </Card>
  )
}

function BuildingCard(props: {
  readonly visit: Visit
  readonly building: BuildingView
  readonly keeps: boolean
  readonly children: ComponentChildren
}) {
  const { visit, building, keeps } = props
  const { lang } = visit
  const words = premisesText[lang]
  const { place } = building
  return (
    <Card
      heading={building.name}
      id={`building-${building.id}`}
      class="mt6"
      aside={place && <a href={visit.href(`/organisation/platser/${place.id}`)}>{place.name}</a>}
    >
      <DataTable
        lang={lang}
        bare
        caption={`${words.rooms}, ${building.name}`}
        look="cards"
        rows={building.rooms}
        empty={<p class="mute">{words.noRooms}</p>}
        columns={[
          {
            head: words.room,
            rowHead: true,
            phone: 'title',
            cell: (room) => <span id={`room-${room.id}`}>{room.name}</span>,
          },
          { head: words.floor, cell: (room) => room.floor ?? <span class="mute">{uiText(lang).nothingStated}</span> },
          { head: words.valid, cell: (room) => spanText(room.validFrom, room.validTo, lang) },
          { head: words.origin, cell: (room) => originText(room.origin, lang) },
          ...(keeps
            ? [
                {
                  head: words.change,
                  headHidden: true,
                  cell: (room: RoomView) => (
                    <a href={`${roomAsked.href(visit, room.id)}#building-${building.id}`}>
                      {words.change}
                      <span class="sr"> {room.name}</span>
                    </a>
                  ),
                },
              ]
            : []),
        ]}
      />
      {props.children}
    </Card>
  )
}

export function premisesPages(site: Site): void {
  site.page(listPage)
  site.page(onePage)
  for (const file of filesOf(propertyRegister)) site.download(file)
}
