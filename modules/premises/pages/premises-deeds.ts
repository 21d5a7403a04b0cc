// What the forms of a property do.
import { formDeed } from '#platform/http/site'
import { idField, shape } from '#platform/http/shape'
import { BuildingBody, EndBody, PropertyBody, RoomBody } from '../contract.ts'
import {
  addBuilding,
  addRoom,
  changeBuilding,
  changeProperty,
  changeRoom,
  endBuilding,
  endProperty,
  endRoom,
} from '../keep-premises.ts'

export const onPage = ({ propertyId }: { propertyId: string }): string => `/fastigheter/${propertyId}?klart=sparat`
export const idOf = (params: Readonly<Record<string, string>>): string => params['propertyId'] ?? ''

const inBuilding = { buildingId: idField() }
const inRoom = { ...inBuilding, roomId: idField() }

export function propertyDeeds() {
  return {
    '': formDeed({
      access: 'premises.keep',
      body: PropertyBody,
      run: (deed, { body, params, version }) => changeProperty(deed, idOf(params), body, version),
      then: onPage,
    }),
    avsluta: formDeed({
      access: 'premises.keep',
      body: EndBody,
      run: (deed, { body, params, version }) => endProperty(deed, idOf(params), body.on, version),
      then: onPage,
    }),
    byggnader: formDeed({
      access: 'premises.keep',
      body: BuildingBody,
      run: (deed, { body, params }) => addBuilding(deed, idOf(params), body),
      then: onPage,
    }),
  }
}

export function buildingDeeds() {
  return {
    byggnad: formDeed({
      access: 'premises.keep',
      body: shape({ ...BuildingBody.properties, ...inBuilding }),
      run: (deed, { body: { buildingId, ...body }, params, version }) =>
        changeBuilding(deed, { propertyId: idOf(params), buildingId }, body, version),
      then: onPage,
    }),
    'byggnad-avsluta': formDeed({
      access: 'premises.keep',
      body: shape({ ...EndBody.properties, ...inBuilding }),
      run: (deed, { body: { buildingId, on }, params, version }) =>
        endBuilding(deed, { propertyId: idOf(params), buildingId }, on, version),
      then: onPage,
    }),
    rum: formDeed({
      access: 'premises.keep',
      body: shape({ ...RoomBody.properties, ...inBuilding }),
      run: (deed, { body: { buildingId, ...body }, params }) =>
        addRoom(deed, { propertyId: idOf(params), buildingId }, body),
      then: onPage,
    }),
  }
}

export function roomDeeds() {
  return {
    'rum-andra': formDeed({
      access: 'premises.keep',
      body: shape({ ...RoomBody.properties, ...inRoom }),
      run: (deed, { body: { buildingId, roomId, ...body }, params, version }) =>
        changeRoom(deed, { propertyId: idOf(params), buildingId, roomId }, body, version),
      then: onPage,
    }),
    'rum-avsluta': formDeed({
      access: 'premises.keep',
      body: shape({ ...EndBody.properties, ...inRoom }),
      run: (deed, { body: { buildingId, roomId, on }, params, version }) =>
        endRoom(deed, { propertyId: idOf(params), buildingId, roomId }, on, version),
      then: onPage,
    }),
  }
}
