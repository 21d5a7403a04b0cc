// One's own account: the password, and where one is signed in. The same verbs by page and by API.
import { longMoment } from '#basics/dates'
import type { Api } from '#platform/http/api'
import { formDeed } from '#platform/http/site'
import type { Page, Visit } from '#platform/http/site'
import { shape, text } from '#platform/http/shape'
import { changePassword, endSession, endSessions, ownAccount, tellOutcome } from '#platform/identity/account'
import type { OwnAccount, OwnSession } from '#platform/identity/account'
import { Button, Card, DataTable, Form, Hidden, PageHead, Tag, TextField, formOn } from '#ui'
import { NewPassword, accountOp, changePasswordOp, endSessionOp, endSessionsOp } from './account-contract.ts'
import { accountText } from './account-text.ts'

export function accountRoutes(api: Api): void {
  api.read(accountOp, async (view) => {
    const { sessions, ...account } = await ownAccount(view)
    return {
      ...account,
      sessions: sessions.map(({ key, startedAt, seenAt, endsAt, current }) => ({
        session: key,
        startedAt: startedAt.toString(),
        seenAt: seenAt.toString(),
        endsAt: endsAt.toString(),
        current,
      })),
    }
  })
  api.write(
    changePasswordOp,
    (deed, { body }) => changePassword(deed, body),
    (_view, result) => {
      tellOutcome(result)
      return Promise.resolve({ changed: true })
    },
  )
  api.write(endSessionOp, (deed, { params }) => endSession(deed, params.session))
  api.write(
    endSessionsOp,
    (deed, { body }) => endSessions(deed, body),
    (_view, result) => Promise.resolve(result),
  )
}

export const accountPage: Page = {
  path: '/konto',
  access: 'account',
  async show(view, visit) {
    const words = accountText[visit.lang]
    const account = await ownAccount(view)
    return {
      title: words.title,
      layout: 'portal',
      main: (
        <div class="stack g6">
          <PageHead
            title={words.title}
            under={[view.actor.personName, account.loginName].filter(Boolean).join(' · ')}
          />
          <Password visit={visit} account={account} />
          <Sessions visit={visit} account={account} />
        </div>
      ),
    }
  },
  deeds: {
    losenord: formDeed({
      access: 'account',
      body: NewPassword,
      run: (deed, { body }) => changePassword(deed, body),
      then: (result) => {
        tellOutcome(result)
        return '/konto?klart=losenord'
      },
    }),
    avsluta: formDeed({
      access: 'account',
      body: shape({ session: text(64) }),
      run: (deed, { body }) => endSession(deed, body.session),
      then: () => '/konto?klart=utloggad',
    }),
    ovriga: formDeed({
      access: 'account',
      body: shape({}),
      run: (deed) => endSessions(deed, { keepThis: true }),
      then: () => '/konto?klart=utloggad',
    }),
  },
}

/** No repeat key in this form: nothing derived from a password is kept. What was typed is never drawn again. */
function Password({ visit, account }: { readonly visit: Visit; readonly account: OwnAccount }) {
  const words = accountText[visit.lang]
  const form = formOn(visit, 'losenord')
  if (!account.hasPassword)
    return (
      <Card heading={words.password}>
        <p>{visit.tenant.demonstration ? words.noneInDemonstration : words.none}</p>
        {!visit.tenant.demonstration && (
          <p>
            <a href={visit.href('/nytt-losenord')}>{words.askLink}</a>
          </p>
        )}
      </Card>
    )
  return (
    <Card heading={words.password}>
      <Form id={form.key} action={visit.href('/konto/losenord')} class="stack mw">
        {form.summary}
        <TextField
          {...form.field('current')}
          label={words.current}
          type="password"
          autocomplete="current-password"
          width="long"
        />
        <TextField
          {...form.field('password')}
          label={words.new}
          hint={words.newHint}
          type="password"
          autocomplete="new-password"
          width="long"
        />
        <Button kind="primary">{words.change}</Button>
        <p class="sm mute mt3">{words.changeEnds}</p>
      </Form>
    </Card>
  )
}

const endColumn = (visit: Visit, now: Temporal.Instant) => {
  const { lang } = visit
  const words = accountText[lang]
  return {
    head: words.end,
    cell: (session: OwnSession) =>
      !session.current && (
        <Form action={visit.href('/konto/avsluta')} hidden={{ session: session.key }}>
          <Button small>
            {words.end}
            <Hidden>: {longMoment(session.startedAt, now, lang)}</Hidden>
          </Button>
        </Form>
      ),
  }
}

function Sessions({ visit, account }: { readonly visit: Visit; readonly account: OwnAccount }) {
  const words = accountText[visit.lang]
  const { lang } = visit
  // Sessions live in real time, also in a demonstration of another day.
  const now = Temporal.Now.instant()
  const others = account.sessions.some((session) => !session.current)
  return (
    <Card heading={words.sessions}>
      <p>{words.sessionsLead}</p>
      <DataTable
        lang={lang}
        caption={words.sessions}
        look="cards"
        empty={words.noSessions}
        rows={account.sessions}
        columns={[
          {
            head: words.started,
            rowHead: true,
            phone: 'title',
            cell: (session) => (
              <>
                {longMoment(session.startedAt, now, lang)}
                {session.current && (
                  <>
                    {' '}
                    <Tag tone="ok">{words.here}</Tag>
                  </>
                )}
              </>
            ),
          },
          { head: words.seen, cell: (session) => longMoment(session.seenAt, now, lang) },
          { head: words.ends, cell: (session) => longMoment(session.endsAt, now, lang) },
          ...(others ? [endColumn(visit, now)] : []),
        ]}
      />
      <div class="row2 mt4">
        {others && (
          <Form action={visit.href('/konto/ovriga')}>
            <Button>{words.endOthers}</Button>
          </Form>
        )}
        <Form action={visit.href('/logga-ut')} hidden={{ overallt: 'ja' }}>
          <Button kind={others ? 'quiet' : 'plain'}>{words.endAll}</Button>
        </Form>
      </div>
    </Card>
  )
}
