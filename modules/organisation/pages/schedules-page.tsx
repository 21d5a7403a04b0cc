// Schedules: the list, and the form that adds one.
import { may } from '#platform/access'
import type { Page, Visit } from '#platform/http/site'
import { formDeed } from '#platform/http/site'
import { DataTable, Empty, PageHead, Tag, TextField } from '#ui'
import { addSchedule } from '../schedules/add-schedule.ts'
import { scheduleList } from '../schedules/queries.ts'
import { organisationText } from '../text.ts'
import { MoreForm, formOn } from './form-parts.tsx'
import { dateText, originText } from './page-parts.tsx'
import { ScheduleFields } from './schedule-editor.tsx'
import { contentOf, fieldNames, NewScheduleBody } from './schedule-input.ts'

const path = '/organisation/scheman'
const sent = (visit: Visit): Record<string, unknown> =>
  Object.fromEntries(Object.entries(visit.attempt?.values ?? {}).map(([name, values]) => [name, values[0] ?? '']))

export const schedulesPage: Page = {
  path,
  access: 'organisation.read',
  async show(view, visit) {
    const { lang } = visit
    const { schedules: words, any } = organisationText[lang]
    const rows = await scheduleList(view)
    const form = formOn(visit, '', { names: fieldNames(sent(visit)) })
    return {
      title: words.title,
      layout: 'desk',
      current: 'organisation-schedules',
      topics: ['organisation'],
      main: (
        <>
          <PageHead title={words.title} under={words.lead} />
          <DataTable
            lang={lang}
            caption={words.title}
            look="cards"
            rows={rows}
            rowId={(row) => row.scheduleId}
            empty={
              <Empty title={words.empty} icon="calendar-days">
                {words.emptyHelp}
              </Empty>
            }
            columns={[
              {
                head: any.name,
                rowHead: true,
                phone: 'title',
                cell: (row) => (
                  <>
                    <a href={visit.href(`${path}/${row.scheduleId}`)}>{row.name}</a>{' '}
                    {row.isTenants && (
                      <Tag tone="accent" icon="landmark">
                        {words.tenants}
                      </Tag>
                    )}
                  </>
                ),
              },
              { head: words.parent, cell: (row) => row.parentName ?? '–' },
              { head: any.version, number: true, cell: (row) => row.versionNo },
              { head: any.from, class: 'nowrap', cell: (row) => dateText(row.validFrom, lang) },
              { head: words.uses, number: true, cell: (row) => row.uses },
              { head: any.origin, cell: (row) => originText(row.origin, lang) },
            ]}
          />
          {may(view.actor, 'schedule.edit') && (
            <MoreForm summary={words.add} form={form} action={visit.href(path)} submit={any.save}>
              <TextField {...form.field('name')} label={any.name} value={form.value('name')} width="long" />
              <ScheduleFields
                visit={visit}
                form={form}
                stored={{}}
                parents={rows.map((row) => ({ value: row.scheduleId, label: row.name }))}
                parentScheduleId={null}
                today={view.today}
              />
            </MoreForm>
          )}
        </>
      ),
    }
  },
  deeds: {
    '': formDeed({
      access: 'schedule.edit',
      body: NewScheduleBody,
      run: (deed, { body }) => addSchedule(deed, { name: body.name, ...contentOf(body) }),
      then: ({ scheduleId }) => `${path}/${scheduleId}?klart=sparat`,
    }),
  },
}
