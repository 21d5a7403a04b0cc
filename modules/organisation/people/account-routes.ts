// Path → contract → verb for a person's account.
import type { View } from '#platform/act'
import type { Api } from '#platform/http/api'
import * as wire from './account-contract.ts'
import { accountOf, endAccount, giveAccount, reopenAccount, sendAccountLink } from './keep-accounts.ts'

export function accountRoutes(api: Api): void {
  const shown = (view: View, { personId }: { personId: string }) => accountOf(view, personId)
  const seen = ({ params, version }: { params: { personId: string }; version: number }) => ({ ...params, version })
  api.read(wire.readPersonAccount, (view, { params }) => accountOf(view, params.personId))
  api.write(wire.giveAccountOp, (deed, { params, body }) => giveAccount(deed, params.personId, body), shown)
  api.write(wire.sendAccountLinkOp, (deed, input) => sendAccountLink(deed, seen(input)), shown)
  api.write(wire.endAccountOp, (deed, input) => endAccount(deed, seen(input)), shown)
  api.write(wire.reopenAccountOp, (deed, input) => reopenAccount(deed, seen(input)), shown)
}
