// Path → contract → verb or query; no decisions.
import type { View } from '#platform/act'
import type { Api } from '#platform/http/api'
import { premises as ops } from './contract.ts'
import { addBuilding, addProperty, addRoom } from './keep-premises.ts'
import { properties, propertyById } from './queries.ts'

const fresh = (view: View, result: { propertyId: string }) => propertyById(view, result.propertyId)

export function premisesRoutes(api: Api): void {
  api.read(ops.list, (view) => properties(view))
  api.read(ops.read, (view, { params }) => propertyById(view, params.propertyId))
  api.write(ops.add, (deed, { body }) => addProperty(deed, body), fresh)
  api.write(ops.addBuilding, (deed, { params, body }) => addBuilding(deed, params.propertyId, body), fresh)
  api.write(ops.addRoom, (deed, { params, body }) => addRoom(deed, params.propertyId, params.buildingId, body), fresh)
}
