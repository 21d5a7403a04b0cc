// Path → contract → verb or query; no decisions.
import type { View } from '#platform/act'
import type { Api } from '#platform/http/api'
import { answerOf } from '#platform/register'
import { systems as ops } from './contract.ts'
import { addSystem, changeSystem, endSystem } from './keep-systems.ts'
import { systemRegister } from './list.ts'
import { asSystemRow, systemById } from './queries.ts'

const fresh = (view: View, { systemId }: { systemId: string }) => systemById(view, systemId)

export function systemsRoutes(api: Api): void {
  api.read(ops.list, (view, { query }) => answerOf(view, systemRegister, query, asSystemRow))
  api.read(ops.read, (view, { params }) => systemById(view, params.systemId))
  api.write(ops.add, (deed, { body }) => addSystem(deed, body), fresh)
  api.write(ops.change, (deed, { params, body, version }) => changeSystem(deed, params.systemId, body, version), fresh)
  api.write(ops.end, (deed, { params, body, version }) => endSystem(deed, params.systemId, body.on, version), fresh)
}
