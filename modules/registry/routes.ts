// Path → contract → verb or query; no decisions.
import type { Api } from '#platform/http/api'
import { addDecision } from './add-decision.ts'
import { decisions as ops } from './contract.ts'
import { decisionById, decisionsOn } from './queries.ts'

export function registryRoutes(api: Api): void {
  api.read(ops.list, (view) => decisionsOn(view))
  api.read(ops.read, (view, { params }) => decisionById(view, params.decisionId))
  api.write(
    ops.add,
    (deed, { body }) => addDecision(deed, body),
    (view, result) => decisionById(view, result.decisionId),
  )
}
