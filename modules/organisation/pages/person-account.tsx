// A person's account, for whoever keeps the register: its state, and the forms that give, renew, end and reopen it.
import { longMoment } from '#basics/dates'
import { may } from '#platform/access'
import type { View } from '#platform/act'
import { realTime } from '#platform/clock'
import type { FormDeed, Visit } from '#platform/http/site'
import { formDeed } from '#platform/http/site'
import { shape } from '#platform/http/shape'
import { Card, Facts, Notice, Tag, TextField } from '#ui'
import { GiveAccount } from '../people/account-contract.ts'
import type { Account } from '../people/account-contract.ts'
import type { Person } from '../people/contract.ts'
import { accountOf, endAccount, giveAccount, reopenAccount, sendAccountLink } from '../people/keep-accounts.ts'
import { isThere } from '../people/person.ts'
import { organisationText } from '../text.ts'
import { DeedForm, formOn, MoreForm } from './form-parts.tsx'

const access = 'organisation.keep_accounts'
const personId = (params: Readonly<Record<string, string>>): string => params['personId'] ?? ''
const to = (done: string) => (_result: unknown, visit: Visit) =>
  `/organisation/personer/${personId(visit.params)}?klart=${done}#konto`

export const accountDeeds: Readonly<Record<string, FormDeed>> = {
  konto: formDeed({
    access,
    body: GiveAccount,
    run: (deed, { body, params }) => giveAccount(deed, personId(params), body),
    then: to('konto-lank'),
  }),
  'konto-lank': formDeed({
    access,
    body: shape({}),
    run: (deed, { params, version }) => sendAccountLink(deed, { personId: personId(params), version }),
    then: to('konto-lank'),
  }),
  'konto-avsluta': formDeed({
    access,
    body: shape({}),
    run: (deed, { params, version }) => endAccount(deed, { personId: personId(params), version }),
    then: to('konto-avslutat'),
  }),
  'konto-oppna': formDeed({
    access,
    body: shape({}),
    run: (deed, { params, version }) => reopenAccount(deed, { personId: personId(params), version }),
    then: to('konto-oppnat'),
  }),
}

const tones = { none: 'plain', invited: 'info', waiting: 'wait', active: 'ok', ended: 'plain' } as const

export async function AccountCard(view: View, visit: Visit, person: Person) {
  if (!may(view.actor, access)) return null
  const { lang } = visit
  const words = organisationText[lang].account
  const account = await accountOf(view, person.personId)
  const now = realTime(view.tenant, view.now)
  const moment = (at: string) => longMoment(Temporal.Instant.from(at), now, lang)
  const moments = [
    [words.linkUntil, account.state === 'invited' ? account.linkUntil : null],
    [words.activeSince, account.activeSince],
    [words.endedAt, account.endedAt],
    [words.seenAt, account.seenAt],
  ] as const
  return (
    <Card heading={words.title} id="konto">
      <Told visit={visit} />
      <Facts
        items={[
          [words.state, <Tag tone={tones[account.state]}>{words.states[account.state]}</Tag>],
          ...(account.loginName ? ([[words.loginName, account.loginName]] as const) : []),
          ...moments.flatMap(([label, at]) => (at === null ? [] : ([[label, moment(at)]] as const))),
        ]}
      />
      <AccountForms view={view} visit={visit} person={person} account={account} />
    </Card>
  )
}

/** What was just done. The letter's link is shown nowhere. */
function Told({ visit }: { readonly visit: Visit }) {
  const words = organisationText[visit.lang].account
  const said = new Map([
    ['konto-lank', words.linkSent],
    ['konto-avslutat', words.hasEnded],
    ['konto-oppnat', words.hasReopened],
  ]).get(visit.query.get('klart') ?? '')
  if (!said) return null
  return (
    <Notice tone="ok" live="status" small class="mb4">
      {said}
    </Notice>
  )
}

interface FormsProps {
  readonly view: View
  readonly visit: Visit
  readonly person: Person
  readonly account: Account
}

function AccountForms({ view, visit, person, account }: FormsProps) {
  const words = organisationText[visit.lang].account
  const base = visit.href(`/organisation/personer/${person.personId}`)
  const here = isThere(person.endedOn === null ? null : Temporal.PlainDate.from(person.endedOn), view.today)
  const [give, link, end, reopen] = [
    formOn(visit, 'konto'),
    formOn(visit, 'konto-lank'),
    formOn(visit, 'konto-avsluta'),
    formOn(visit, 'konto-oppna'),
  ]
  const { state, version } = account
  const open = state !== 'none' && state !== 'ended'
  const blocked = here ? (person.email ? null : words.needsEmail) : words.hasLeft
  return (
    <div class="mt4">
      {blocked !== null && state !== 'ended' && <p class="mute">{blocked}</p>}
      {state === 'none' && blocked === null && (
        <MoreForm summary={words.give} help={words.giveHelp} form={give} action={`${base}/konto`} submit={words.give}>
          <TextField
            {...give.field('loginName')}
            label={words.loginName}
            hint={words.loginNameHint}
            value={give.value('loginName', person.email)}
            autocomplete="off"
            width="long"
          />
        </MoreForm>
      )}
      {open && blocked === null && (
        <MoreForm
          summary={words.newLink}
          help={state === 'active' ? words.newLinkHelp : words.inviteHelp}
          form={link}
          action={`${base}/konto-lank`}
          version={version}
          submit={words.newLink}
        />
      )}
      {open && view.actor.personId !== person.personId && (
        <MoreForm
          summary={words.end}
          help={words.endHelp}
          form={end}
          action={`${base}/konto-avsluta`}
          version={version}
          submit={words.endNow}
        />
      )}
      {state === 'ended' &&
        (here ? (
          <>
            <p class="mute">{words.reopenHelp}</p>
            <DeedForm form={reopen} action={`${base}/konto-oppna`} version={version} submit={words.reopen} />
          </>
        ) : (
          <p class="mute">{words.hasLeft}</p>
        ))}
    </div>
  )
}
