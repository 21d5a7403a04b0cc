// What waits for this seat, whichever room it lies in: who must do what by when.
import { shortDate } from '#basics/dates'
import { op } from '#platform/http/op'
import type { Api } from '#platform/http/api'
import type { Page } from '#platform/http/site'
import { Type, day, listOf, nullable, shape } from '#platform/http/shape'
import { tasksFor } from '#platform/tasks'
import { DataTable, Empty, PageHead, Tag } from '#ui'

const words = {
  sv: {
    title: 'Att göra',
    lead: 'Det som väntar på dig på den här platsen.',
    none: 'Inget väntar på dig.',
    what: 'Vad',
    due: 'Senast',
    noDay: 'ingen dag',
    late: 'försenad',
  },
  en: {
    title: 'To do',
    lead: 'What waits for you in this seat.',
    none: 'Nothing waits for you.',
    what: 'What',
    due: 'No later than',
    noDay: 'no day',
    late: 'late',
  },
} as const

export const tasksOp = op({
  id: 'listTasks',
  method: 'GET',
  path: '/tasks',
  tag: 'tasks',
  access: 'tasks',
  summary: 'What waits for you, the nearest day first',
  answer: listOf(
    shape({
      kind: Type.String(),
      what: shape({ sv: Type.String(), en: Type.String() }),
      href: Type.String(),
      due: nullable(day()),
    }),
    500,
  ),
})

export function tasksRoutes(api: Api): void {
  api.read(tasksOp, async (view) =>
    (await tasksFor(view)).map(({ kind, what, href, due }) => ({ kind, what, href, due: due?.toString() ?? null })),
  )
}

export const tasksPage: Page = {
  path: '/att-gora',
  access: 'tasks',
  async show(view, visit) {
    const { lang } = visit
    const say = words[lang]
    const tasks = await tasksFor(view)
    return {
      title: say.title,
      layout: 'desk',
      current: 'tasks',
      ...(view.actor.personId ? { topics: [`person:${view.actor.personId}`, 'catalogue', 'organisation'] } : {}),
      main: (
        <>
          <PageHead title={say.title} under={say.lead} />
          {tasks.length === 0 ? (
            <Empty title={say.none} icon="check" />
          ) : (
            <DataTable
              lang={lang}
              caption={say.title}
              look="cards"
              rows={tasks}
              columns={[
                {
                  head: say.what,
                  rowHead: true,
                  phone: 'title',
                  cell: (task) => <a href={visit.href(task.href)}>{task.what[lang]}</a>,
                },
                {
                  head: say.due,
                  cell: ({ due }) =>
                    due === null ? (
                      <span class="mute">{say.noDay}</span>
                    ) : (
                      <>
                        {shortDate(due, view.today, lang)}{' '}
                        {Temporal.PlainDate.compare(due, view.today) < 0 && <Tag tone="bad">{say.late}</Tag>}
                      </>
                    ),
                },
              ]}
            />
          )}
        </>
      ),
    }
  },
}
