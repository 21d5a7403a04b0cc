// Gives a person an account and closes it again. The link goes to the person's mail address and nowhere else, so that
// whoever gives the account never knows the password.
import type { Id } from '#basics/id'
import { refuse } from '#basics/refusal'
import { allow } from '#platform/access'
import type { Deed, View } from '#platform/act'
import { addressIn } from '#platform/address'
import type { Static } from '#platform/http/shape'
import type { SeenAccount } from '#platform/identity/keep-accounts'
import * as identity from '#platform/identity/keep-accounts'
import { post } from '#platform/notices'
import { aboutAccount } from '#platform/outbox'
import type { Account, GiveAccount } from './account-contract.ts'
import { accountLetter } from './account-letter.ts'
import { isThere } from './person.ts'
import { person, reachableOn } from './queries.ts'
import { holdPerson } from './store.ts'

interface Done {
  readonly personId: Id
}

/** Without account: its state says so. An unknown person is not found. */
export async function accountOf(view: View, personId: Id): Promise<Account> {
  allow(view.actor, 'organisation.keep_accounts')
  await person(view, personId)
  const kept = await identity.keptAccount(view, personId)
  return {
    personId,
    state: kept?.state ?? 'none',
    loginName: kept?.loginName ?? null,
    linkUntil: kept?.linkUntil?.toString() ?? null,
    activeSince: kept?.activeSince?.toString() ?? null,
    endedAt: kept?.endedAt?.toString() ?? null,
    seenAt: kept?.seenAt?.toString() ?? null,
    version: kept?.version ?? 0,
  }
}

export async function giveAccount(deed: Deed, personId: Id, input: Static<typeof GiveAccount>): Promise<Done> {
  allow(deed.actor, 'organisation.keep_accounts')
  const email = await addressOf(deed, personId)
  await identity.giveAccount(deed, { personId, loginName: input.loginName ?? email })
  await mailLink(deed, { personId, version: 1 }, email)
  return told(deed, personId)
}

export async function sendAccountLink(deed: Deed, seen: SeenAccount): Promise<Done> {
  allow(deed.actor, 'organisation.keep_accounts')
  await mailLink(deed, seen, await addressOf(deed, seen.personId))
  return told(deed, seen.personId)
}

export async function endAccount(deed: Deed, seen: SeenAccount): Promise<Done> {
  allow(deed.actor, 'organisation.keep_accounts')
  await holdPerson(deed, seen.personId)
  await identity.closeAccount(deed, seen)
  return told(deed, seen.personId)
}

export async function reopenAccount(deed: Deed, seen: SeenAccount): Promise<Done> {
  allow(deed.actor, 'organisation.keep_accounts')
  await refuseLeft(deed, seen.personId)
  await identity.openAgain(deed, seen)
  return told(deed, seen.personId)
}

/** Where the letter goes. Who has left gets no way in. */
async function addressOf(deed: Deed, personId: Id): Promise<string> {
  await refuseLeft(deed, personId)
  const email = (await reachableOn(deed, [personId], deed.today)).get(personId)?.email
  return (
    email ??
    refuse({
      code: 'no_email',
      status: 409,
      field: 'email',
      sv: 'Personen har ingen e-postadress. Lägg till den under Ändra uppgifter.',
      en: 'The person has no mail address. Add it under Change details.',
    })
  )
}

async function refuseLeft(deed: Deed, personId: Id): Promise<void> {
  const { endedOn } = await holdPerson(deed, personId)
  if (!isThere(endedOn, deed.today))
    refuse({
      code: 'person_ended',
      status: 409,
      field: 'endedOn',
      sv: 'Personen har slutat och kan inte logga in. Ändra slutdagen först.',
      en: 'The person has left and cannot sign in. Change the day of leaving first.',
    })
}

async function mailLink(deed: Deed, seen: SeenAccount, email: string): Promise<void> {
  const { token, ...link } = await identity.newLink(deed, seen)
  const { subject, body } = accountLetter(deed.tenant, {
    ...link,
    address: addressIn(deed.tenant, `/nytt-losenord/${token}`),
  })
  await post(deed, {
    personId: seen.personId,
    toAddress: email,
    subject,
    body,
    aboutKind: aboutAccount,
    aboutId: seen.personId,
  })
}

function told(deed: Deed, personId: Id): Done {
  deed.changed(`person:${personId}`)
  return { personId }
}
