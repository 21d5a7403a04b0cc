// The forms that keep a property: itself, each building, and the rooms of a building.
import type { View } from '#platform/act'
import { onceKey } from '#platform/http/once'
import type { Visit } from '#platform/http/site'
import { placesOn, unitOptions } from '#organisation'
import { Card, DateField, DeedForm, MoreForm, SelectField, TextField, formOn } from '#ui'
import type { FormView } from '#ui'
import type { BuildingView, PropertyView, RoomView } from '../contract.ts'
import { premisesText } from '../text.ts'

const path = '/fastigheter'
interface Spanned {
  readonly validFrom: string | null
}

export async function PropertyFields(view: View, visit: Visit, form: FormView, property?: PropertyView) {
  const words = premisesText[visit.lang]
  return (
    <>
      <TextField {...form.field('name')} label={words.name} width="long" value={form.value('name', property?.name)} />
      <TextField
        {...form.field('designation')}
        label={words.designation}
        hint={words.designationHint}
        optional
        width="long"
        value={form.value('designation', property?.designation)}
      />
      <SelectField
        {...form.field('managerUnitId')}
        label={words.manager}
        optional
        options={await unitOptions(view, view.today)}
        value={form.value('managerUnitId', property?.managerUnit?.id)}
      />
      <FromField visit={visit} form={form} row={property} />
    </>
  )
}

function FromField({
  visit,
  form,
  row,
}: {
  readonly visit: Visit
  readonly form: FormView
  readonly row?: Spanned | undefined
}) {
  const words = premisesText[visit.lang]
  return (
    <DateField
      {...form.field('validFrom')}
      label={words.from}
      hint={words.fromHint}
      optional
      value={form.value('validFrom', row?.validFrom)}
    />
  )
}

function EndField({
  visit,
  form,
  value,
}: {
  readonly visit: Visit
  readonly form: FormView
  readonly value: string | null
}) {
  return <DateField {...form.field('on')} label={premisesText[visit.lang].endOn} value={form.value('on', value)} />
}

export async function PropertyForms(view: View, visit: Visit, property: PropertyView) {
  const words = premisesText[visit.lang]
  const base = visit.href(`${path}/${property.id}`)
  const [change, end, building] = [formOn(visit, ''), formOn(visit, 'avsluta'), formOn(visit, 'byggnader')]
  const { version } = property
  return (
    <Card heading={words.change} class="mt6">
      <MoreForm
        summary={words.addBuilding}
        form={building}
        action={`${base}/byggnader`}
        once={onceKey()}
        submit={words.saveBuilding}
      >
        {await BuildingFields(view, visit, building)}
      </MoreForm>
      <MoreForm
        summary={words.changeProperty}
        form={change}
        action={base}
        once={onceKey()}
        version={version}
        submit={words.save}
      >
        {await PropertyFields(view, visit, change, property)}
      </MoreForm>
      <MoreForm
        summary={words.end}
        help={words.endHelp}
        form={end}
        action={`${base}/avsluta`}
        once={onceKey()}
        version={version}
        submit={words.end}
      >
        <EndField visit={visit} form={end} value={property.validTo} />
      </MoreForm>
    </Card>
  )
}

async function BuildingFields(view: View, visit: Visit, form: FormView, building?: BuildingView) {
  const words = premisesText[visit.lang]
  const places = (await placesOn(view, view.today)).map((place) => ({ value: place.placeId, label: place.name }))
  return (
    <>
      <TextField {...form.field('name')} label={words.name} width="long" value={form.value('name', building?.name)} />
      <SelectField
        {...form.field('placeId')}
        label={words.place}
        optional
        options={places}
        value={form.value('placeId', building?.place?.id)}
      />
      <FromField visit={visit} form={form} row={building} />
    </>
  )
}

export async function BuildingForms(view: View, visit: Visit, property: PropertyView, building: BuildingView) {
  const words = premisesText[visit.lang]
  const base = visit.href(`${path}/${property.id}`)
  const own = (key: string) => formOn(visit, key, { row: ['buildingId', building.id] })
  const [room, change, end] = [own('rum'), own('byggnad'), own('byggnad-avsluta')]
  const about = { hidden: { buildingId: building.id }, version: property.version }
  return (
    <>
      <MoreForm
        {...about}
        summary={words.addRoom}
        form={room}
        action={`${base}/rum`}
        once={onceKey()}
        submit={words.saveRoom}
      >
        <RoomFields visit={visit} form={room} />
      </MoreForm>
      <MoreForm
        {...about}
        summary={words.changeBuilding}
        form={change}
        action={`${base}/byggnad`}
        once={onceKey()}
        submit={words.saveBuilding}
      >
        {await BuildingFields(view, visit, change, building)}
      </MoreForm>
      <MoreForm
        {...about}
        summary={words.endBuilding}
        help={words.endHelp}
        form={end}
        action={`${base}/byggnad-avsluta`}
        once={onceKey()}
        submit={words.endBuilding}
      >
        <EndField visit={visit} form={end} value={building.validTo} />
      </MoreForm>
    </>
  )
}

function RoomFields({
  visit,
  form,
  room,
}: {
  readonly visit: Visit
  readonly form: FormView
  readonly room?: RoomView
}) {
  const words = premisesText[visit.lang]
  return (
    <>
      <TextField {...form.field('name')} label={words.name} width="long" value={form.value('name', room?.name)} />
      <TextField
        {...form.field('floor')}
        label={words.floor}
        optional
        width="short"
        value={form.value('floor', room?.floor)}
      />
      <FromField visit={visit} form={form} row={room} />
    </>
  )
}

/** Which room's forms are open: asked for in the address, or just refused. */
export const roomAsked = {
  href: (visit: Visit, roomId: string): string =>
    visit.href(`${path}/${visit.params['propertyId'] ?? ''}?rum=${roomId}`),
  of: (visit: Visit): string | null => visit.attempt?.values['roomId']?.[0] ?? visit.query.get('rum'),
}

/** The two forms of one room; a house may have hundreds. */
export function RoomForms(props: {
  readonly visit: Visit
  readonly property: PropertyView
  readonly building: BuildingView
}) {
  const { visit, property, building } = props
  const words = premisesText[visit.lang]
  const room = building.rooms.find((one) => one.id === roomAsked.of(visit))
  if (!room) return null
  const base = visit.href(`${path}/${property.id}`)
  const own = (key: string) => formOn(visit, key, { row: ['roomId', room.id] })
  const [change, end] = [own('rum-andra'), own('rum-avsluta')]
  const about = { hidden: { buildingId: building.id, roomId: room.id }, version: property.version, once: onceKey() }
  return (
    <section class="stack mt4" aria-label={room.name}>
      <h3>{`${words.room}: ${room.name}`}</h3>
      <DeedForm {...about} form={change} action={`${base}/rum-andra`} submit={words.saveRoom}>
        <RoomFields visit={visit} form={change} room={room} />
      </DeedForm>
      <DeedForm {...about} once={onceKey()} form={end} action={`${base}/rum-avsluta`} submit={words.endRoom}>
        <EndField visit={visit} form={end} value={room.validTo} />
      </DeedForm>
    </section>
  )
}
