// Path → contract → verb or query; no decisions.
import type { View } from '#platform/act'
import type { Api } from '#platform/http/api'
import { answerOf } from '#platform/register'
import { decisions as ops } from './contract.ts'
import { addDecision, correctDecision } from './keep-decisions.ts'
import { decisionRegister } from './list.ts'
import { asDecisionRow, decisionById } from './queries.ts'

const fresh = (view: View, { decisionId }: { decisionId: string }) => decisionById(view, decisionId)

export function registryRoutes(api: Api): void {
  api.read(ops.list, (view, { query }) => answerOf(view, decisionRegister, query, asDecisionRow))
  api.read(ops.read, (view, { params }) => decisionById(view, params.decisionId))
  api.write(ops.add, (deed, { body }) => addDecision(deed, body), fresh)
  api.write(
    ops.correct,
    (deed, { params, body, version }) => correctDecision(deed, params.decisionId, body, version),
    fresh,
  )
}
