// The API of request types.
import type { Api } from '#platform/http/api'
import * as contract from './contract.ts'
import { addRequestType, changeRequestType, setPlaceRoutes } from './keep-request-types.ts'
import { keptRequestType, requestType, requestTypesOn } from './queries.ts'

const on = (date: string | undefined, today: Temporal.PlainDate): Temporal.PlainDate =>
  date ? Temporal.PlainDate.from(date) : today

export function requestRoutes(api: Api): void {
  api.read(contract.readRequestTypes, async (view, { query: { date, ...asked } }) => ({
    requestTypes: [...(await requestTypesOn(view, { ...asked, date: on(date, view.today) }))],
  }))
  api.read(contract.readRequestTypeOp, (view, { params, query }) =>
    requestType(view, params.requestType, on(query.date, view.today)),
  )
  api.write(
    contract.addRequestTypeOp,
    (deed, { body }) => addRequestType(deed, body),
    (view, made) => keptRequestType(view, made.requestTypeId),
  )
  api.write(
    contract.changeRequestTypeOp,
    (deed, { params, body, version }) => changeRequestType(deed, { ...params, ...body, version }),
    (view, made) => keptRequestType(view, made.requestTypeId),
  )
  api.write(
    contract.setPlaceRoutesOp,
    (deed, { params, body, version }) => setPlaceRoutes(deed, { ...params, ...body, version }),
    (view, made) => keptRequestType(view, made.requestTypeId),
  )
}
