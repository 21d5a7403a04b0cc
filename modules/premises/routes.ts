// Path → contract → verb or query; no decisions.
import type { View } from '#platform/act'
import type { Api } from '#platform/http/api'
import { answerOf } from '#platform/register'
import { premises as ops } from './contract.ts'
import {
  addBuilding,
  addProperty,
  addRoom,
  changeBuilding,
  changeProperty,
  changeRoom,
  endBuilding,
  endProperty,
  endRoom,
} from './keep-premises.ts'
import { propertyRegister } from './list.ts'
import { asPropertyRow, propertyById } from './queries.ts'

const fresh = (view: View, { propertyId }: { propertyId: string }) => propertyById(view, propertyId, view.today)

export function premisesRoutes(api: Api): void {
  api.read(ops.list, (view, { query }) => answerOf(view, propertyRegister, query, asPropertyRow))
  api.read(ops.read, (view, { params, query }) =>
    propertyById(view, params.propertyId, query.date ? Temporal.PlainDate.from(query.date) : view.today),
  )
  api.write(ops.add, (deed, { body }) => addProperty(deed, body), fresh)
  api.write(
    ops.change,
    (deed, { params, body, version }) => changeProperty(deed, params.propertyId, body, version),
    fresh,
  )
  api.write(ops.end, (deed, { params, body, version }) => endProperty(deed, params.propertyId, body.on, version), fresh)
  api.write(ops.addBuilding, (deed, { params, body }) => addBuilding(deed, params.propertyId, body), fresh)
  api.write(ops.changeBuilding, (deed, { params, body, version }) => changeBuilding(deed, params, body, version), fresh)
  api.write(ops.endBuilding, (deed, { params, body, version }) => endBuilding(deed, params, body.on, version), fresh)
  api.write(ops.addRoom, (deed, { params, body }) => addRoom(deed, params, body), fresh)
  api.write(ops.changeRoom, (deed, { params, body, version }) => changeRoom(deed, params, body, version), fresh)
  api.write(ops.endRoom, (deed, { params, body, version }) => endRoom(deed, params, body.on, version), fresh)
}
