// What has been said to this person, newest first; and the outbox, where letters stay when there is no mail server.
import { tableMoment } from '#basics/dates'
import type { View } from '#platform/act'
import { notFound } from '#basics/refusal'
import { formDeed } from '#platform/http/site'
import type { Page } from '#platform/http/site'
import { shape } from '#platform/http/shape'
import { noticeKind, readAllNotices } from '#platform/notices'
import { Button, Card, DataTable, Empty, Facts, Form, NoticeList, PageHead, Tag } from '#ui'
import { pagesText } from './text.ts'

export async function noticesOf(view: View, limit = 100) {
  return view.tx
    .selectFrom('platform.notice')
    .selectAll()
    .where('tenant_id', '=', view.tenant.tenantId)
    .where('person_id', '=', view.actor.personId)
    .orderBy('at', 'desc')
    .limit(limit)
    .execute()
}

export const noticesPage: Page = {
  path: '/notiser',
  access: 'notices',
  async show(view, visit) {
    const words = pagesText[visit.lang]
    const notices = await noticesOf(view)
    const unread = notices.filter((notice) => notice.read_at === null).length
    return {
      title: words.notices,
      layout: visit.actor.rights.size > 0 ? 'desk' : 'portal',
      ...(view.actor.personId ? { topics: [`person:${view.actor.personId}`] } : {}),
      main: (
        <>
          <PageHead
            title={words.notices}
            actions={
              unread > 0 && (
                <Form action={visit.href('/notiser/lasta')}>
                  <Button small>{words.readAll}</Button>
                </Form>
              )
            }
          />
          {notices.length === 0 ? (
            <Empty title={words.noticesNone} icon="bell">
              {words.noticesNoneHelp}
            </Empty>
          ) : (
            <NoticeList
              lang={visit.lang}
              lines={notices.map((notice) => {
                const kind = noticeKind(notice.kind)
                const facts = notice.facts as Readonly<Record<string, string>>
                return {
                  href: visit.href(kind?.href(facts, notice.subject_id) ?? '/'),
                  words: kind?.line(facts)[visit.lang] ?? notice.kind,
                  at: notice.at,
                  when: tableMoment(notice.at, visit.lang),
                  unread: notice.read_at === null,
                }
              })}
            />
          )}
        </>
      ),
    }
  },
  deeds: {
    lasta: formDeed({
      access: 'notices',
      body: shape({}),
      run: (deed) => readAllNotices(deed),
      then: () => '/notiser',
    }),
  },
}

export const outboxPage: Page = {
  path: '/utkorg',
  access: 'outbox.read',
  async show(view, visit) {
    const words = pagesText[visit.lang]
    const letters = await view.tx
      .selectFrom('platform.outbox')
      .selectAll()
      .where('tenant_id', '=', view.tenant.tenantId)
      .orderBy('created_at', 'desc')
      .orderBy('mail_id', 'desc')
      .limit(200)
      .execute()
    return {
      title: words.outbox,
      layout: 'desk',
      current: 'outbox',
      main: (
        <>
          <PageHead title={words.outbox} under={words.outboxLead} />
          <DataTable
            lang={visit.lang}
            caption={words.outbox}
            look="cards"
            empty={words.outboxNone}
            rows={letters}
            columns={[
              {
                head: words.subject,
                rowHead: true,
                phone: 'title',
                cell: (letter) => <a href={visit.href(`/utkorg/${letter.mail_id}`)}>{letter.subject}</a>,
              },
              { head: words.to, cell: (letter) => letter.to_address },
              {
                head: words.state,
                cell: (letter) => (
                  <Tag tone={letter.state === 'failed' ? 'bad' : letter.state === 'queued' ? 'wait' : 'ok'}>
                    {words.states[letter.state] ?? letter.state}
                  </Tag>
                ),
              },
              { head: words.at, class: 'nowrap', cell: (letter) => tableMoment(letter.created_at, visit.lang) },
            ]}
          />
        </>
      ),
    }
  },
}

export const letterPage: Page = {
  path: '/utkorg/:mailId',
  access: 'outbox.read',
  async show(view, visit) {
    const words = pagesText[visit.lang]
    const mailId = visit.params['mailId'] ?? ''
    const letter = /^[0-9a-f-]{36}$/.test(mailId)
      ? await view.tx
          .selectFrom('platform.outbox')
          .selectAll()
          .where('tenant_id', '=', view.tenant.tenantId)
          .where('mail_id', '=', mailId)
          .executeTakeFirst()
      : undefined
    if (!letter) return notFound()
    return {
      title: letter.subject,
      layout: 'desk',
      current: 'outbox',
      crumbs: [{ href: '/utkorg', label: words.outbox }, { label: words.letter }],
      main: (
        <>
          <PageHead title={letter.subject} />
          <Facts
            items={[
              [words.to, letter.to_address],
              [words.at, tableMoment(letter.created_at, visit.lang)],
              [words.state, words.states[letter.state] ?? letter.state],
            ]}
          />
          <Card>
            <pre class="letter">{letter.body}</pre>
          </Card>
        </>
      ),
    }
  },
}
