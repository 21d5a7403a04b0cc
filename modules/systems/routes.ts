// Path → contract → verb or query; no decisions.
import type { Api } from '#platform/http/api'
import { systems as ops } from './contract.ts'
import { addSystem, changeSystem } from './keep-systems.ts'
import { systemById, systemsOn } from './queries.ts'

export function systemsRoutes(api: Api): void {
  api.read(ops.list, (view, { query }) =>
    systemsOn(view, query.date ? Temporal.PlainDate.from(query.date) : view.today),
  )
  api.read(ops.read, (view, { params }) => systemById(view, params.systemId))
  api.write(
    ops.add,
    (deed, { body }) => addSystem(deed, body),
    (view, result) => systemById(view, result.systemId),
  )
  api.write(
    ops.change,
    (deed, { params, body, version }) => changeSystem(deed, params.systemId, body, version),
    (view, result) => systemById(view, result.systemId),
  )
}
