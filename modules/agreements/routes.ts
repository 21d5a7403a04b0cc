// Path → contract → verb or query; no decisions.
import type { Api } from '#platform/http/api'
import type { View } from '#platform/act'
import { agreements as ops } from './contract.ts'
import { addAgreement, addLine, endAgreement } from './keep-agreements.ts'
import { agreementById, listAgreements } from './queries.ts'

const fresh = (view: View, result: { agreementId: string }) => agreementById(view, result.agreementId)

export function agreementsRoutes(api: Api): void {
  api.read(ops.list, (view) => listAgreements(view))
  api.read(ops.read, (view, { params }) => agreementById(view, params.agreementId))
  api.write(ops.add, (deed, { body }) => addAgreement(deed, body), fresh)
  api.write(ops.addLine, (deed, { params, body, version }) => addLine(deed, params.agreementId, body, version), fresh)
  api.write(
    ops.end,
    (deed, { params, body, version }) => endAgreement(deed, params.agreementId, body.from, version),
    fresh,
  )
}
