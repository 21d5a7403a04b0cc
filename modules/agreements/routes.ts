// Path → contract → verb or query; no decisions.
import type { View } from '#platform/act'
import type { Api } from '#platform/http/api'
import { answerOf } from '#platform/register'
import { agreements as ops } from './contract.ts'
import { addAgreement, changeAgreement, endAgreement } from './keep-agreements.ts'
import { addLine, changeLine, endLine } from './keep-lines.ts'
import { agreementRegister } from './list.ts'
import { agreementById, asAgreementRow } from './queries.ts'

const lineAt = (params: { agreementId: string; lineNo: string }) => ({
  agreementId: params.agreementId,
  lineNo: Number(params.lineNo),
})
const fresh = (view: View, { agreementId }: { agreementId: string }) => agreementById(view, agreementId)

export function agreementsRoutes(api: Api): void {
  api.read(ops.list, (view, { query }) =>
    answerOf(view, agreementRegister, query, (row) => asAgreementRow(row, row.on_day)),
  )
  api.read(ops.read, (view, { params, query }) => agreementById(view, params.agreementId, query.version))
  api.write(ops.add, (deed, { body }) => addAgreement(deed, body), fresh)
  api.write(
    ops.change,
    (deed, { params, body, version }) => changeAgreement(deed, params.agreementId, body, version),
    fresh,
  )
  api.write(ops.addLine, (deed, { params, body, version }) => addLine(deed, params.agreementId, body, version), fresh)
  api.write(ops.changeLine, (deed, { params, body, version }) => changeLine(deed, lineAt(params), body, version), fresh)
  api.write(ops.endLine, (deed, { params, body, version }) => endLine(deed, lineAt(params), body, version), fresh)
  api.write(ops.end, (deed, { params, body, version }) => endAgreement(deed, params.agreementId, body, version), fresh)
}
