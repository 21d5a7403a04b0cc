// One schedule: its week, exceptions, versions with reasons, and the editor that makes a new version.
import { fullDate, shortDate, shortWeekday } from '#basics/dates'
import { isId } from '#basics/id'
import { notFound } from '#basics/refusal'
import { may } from '#platform/access'
import { dayOf } from '#platform/clock'
import type { View } from '#platform/act'
import type { Page, Visit } from '#platform/http/site'
import { formDeed } from '#platform/http/site'
import { shape } from '#platform/http/shape'
import { Button, Card, DataTable, Form, More, PageHead, TextArea } from '#ui'
import { onceKey } from '#platform/http/once'
import { addScheduleVersion } from '../schedules/add-schedule.ts'
import type { Schedule, ScheduleVersionRow } from '../schedules/contract.ts'
import { schedule as scheduleById, scheduleList } from '../schedules/queries.ts'
import { setTenantSchedule } from '../schedules/use-schedule.ts'
import { fill, organisationText } from '../text.ts'
import { DeedForm, formOn } from './form-parts.tsx'
import { dateText, originText, spanText } from './page-parts.tsx'
import { ScheduleFields } from './schedule-editor.tsx'
import { contentOf, fieldNames, hoursText, NewVersionBody, storedFields, weekdays } from './schedule-input.ts'

const path = '/organisation/scheman'
const sent = (visit: Visit): Record<string, unknown> =>
  Object.fromEntries(Object.entries(visit.attempt?.values ?? {}).map(([name, values]) => [name, values[0] ?? '']))

const idOf = (params: Readonly<Record<string, string>>): string => params['scheduleId'] ?? ''
const back = (_result: unknown, visit: Visit): string => `${path}/${idOf(visit.params)}?klart=sparat`

export const schedulePage: Page = {
  path: `${path}/:scheduleId`,
  access: 'organisation.read',
  async show(view, visit) {
    if (!isId(idOf(visit.params))) return notFound()
    const { lang } = visit
    const { schedules: words } = organisationText[lang]
    const schedule = await scheduleById(view, idOf(visit.params))
    const current = inForce(schedule, view.today)
    return {
      title: schedule.name,
      layout: 'desk',
      current: 'organisation-schedules',
      topics: ['organisation'],
      crumbs: [{ href: path, label: words.title }, { label: schedule.name }],
      main: (
        <>
          <PageHead title={schedule.name} under={originText(schedule.origin, lang)} />
          <div class="case-grid">
            <div class="stack g6">
              {current && <VersionCard visit={visit} version={current} today={view.today} />}
              <VersionsCard visit={visit} schedule={schedule} />
            </div>
            <aside class="side" aria-label={words.usedBy}>
              <UsersCard visit={visit} schedule={schedule} />
            </aside>
          </div>
          {may(view.actor, 'schedule.edit') && (await EditForms(view, visit, schedule, current))}
        </>
      ),
    }
  },
  deeds: {
    version: formDeed({
      access: 'schedule.edit',
      body: NewVersionBody,
      run: (deed, { body, params, version }) =>
        addScheduleVersion(deed, { scheduleId: idOf(params), version }, { ...contentOf(body), reason: body.reason }),
      then: back,
    }),
    hela: formDeed({
      access: 'schedule.edit',
      body: shape({}),
      run: (deed, { params }) => setTenantSchedule(deed, { scheduleId: idOf(params) }),
      then: back,
    }),
  },
}

/** Of the versions that have begun the one that began last, the higher number where two began together. */
function inForce(schedule: Schedule, today: Temporal.PlainDate): ScheduleVersionRow | undefined {
  const begun = schedule.versions.filter((one) => one.validFrom <= today.toString())
  return (
    begun.toSorted((a, b) =>
      a.validFrom < b.validFrom ? 1 : a.validFrom > b.validFrom ? -1 : b.versionNo - a.versionNo,
    )[0] ?? schedule.versions.at(-1)
  )
}

function VersionCard({
  visit,
  version,
  today,
}: {
  readonly visit: Visit
  readonly version: ScheduleVersionRow
  readonly today: Temporal.PlainDate
}) {
  const { lang } = visit
  const { schedules: words } = organisationText[lang]
  const monday = Temporal.PlainDate.from('2012-10-01')
  return (
    <Card heading={words.week} aside={spanText(version.validFrom, null, lang)}>
      {version.week === null ? (
        <p>{words.inherited}</p>
      ) : (
        <dl class="facts">
          {weekdays.map((weekday) => (
            <>
              <dt>{shortWeekday(monday.add({ days: weekday - 1 }), lang)}</dt>
              <dd>
                {hoursText(
                  (version.week ?? []).filter((one) => one.weekday === weekday),
                  lang,
                ) || words.closed}
              </dd>
            </>
          ))}
        </dl>
      )}
      <h3 class="mt4">{words.exceptions}</h3>
      {version.exceptions.length === 0 ? (
        <p class="mute">{words.noExceptions}</p>
      ) : (
        <dl class="facts">
          {version.exceptions.map((one) => (
            <>
              <dt>{shortDate(Temporal.PlainDate.from(one.date), today, lang)}</dt>
              <dd>
                {[
                  words.saysWords[one.says],
                  hoursText(one.windows ?? [], lang),
                  lang === 'en' ? (one.nameEn ?? one.name) : one.name,
                ]
                  .filter(Boolean)
                  .join(' · ')}
              </dd>
            </>
          ))}
        </dl>
      )}
    </Card>
  )
}

function VersionsCard({ visit, schedule }: { readonly visit: Visit; readonly schedule: Schedule }) {
  const { lang } = visit
  const { schedules: words, any } = organisationText[lang]
  return (
    <Card heading={words.versions} flush>
      <DataTable
        lang={lang}
        bare
        caption={words.versions}
        look="cards"
        rows={schedule.versions}
        rowId={(row) => String(row.versionNo)}
        columns={[
          { head: any.version, rowHead: true, phone: 'title', cell: (row) => String(row.versionNo) },
          { head: any.from, class: 'nowrap', cell: (row) => dateText(row.validFrom, lang) },
          {
            head: words.madeAt,
            class: 'nowrap',
            cell: (row) => fullDate(dayOf(Temporal.Instant.from(row.madeAt)), lang),
          },
          { head: any.reason, cell: (row) => row.reason ?? <span class="mute">{words.first}</span> },
          {
            head: words.parent,
            cell: (row) =>
              row.parentVersionNo === null
                ? '–'
                : `${schedule.parentName ?? ''} ${fill('({n})', { n: row.parentVersionNo })}`,
          },
        ]}
      />
    </Card>
  )
}

function UsersCard({ visit, schedule }: { readonly visit: Visit; readonly schedule: Schedule }) {
  const { schedules: words } = organisationText[visit.lang]
  const hrefs = { unit: '/organisation/enheter/', place: '/organisation/platser/', schedule: `${path}/` }
  return (
    <Card heading={words.usedBy} quiet>
      {schedule.usedBy.length === 0 ? (
        <p class="mute">{words.notUsed}</p>
      ) : (
        <ul>
          {schedule.usedBy.map((one) => (
            <li>
              {one.kind === 'tenant' ? one.name : <a href={visit.href(hrefs[one.kind] + one.id)}>{one.name}</a>}{' '}
              <span class="mute">({words.kinds[one.kind]})</span>
            </li>
          ))}
        </ul>
      )}
    </Card>
  )
}

async function EditForms(view: View, visit: Visit, schedule: Schedule, current: ScheduleVersionRow | undefined) {
  const { schedules: words, any } = organisationText[visit.lang]
  const form = formOn(visit, 'version', { names: fieldNames(sent(visit)) })
  const parents = (await scheduleList(view))
    .filter((row) => row.scheduleId !== schedule.scheduleId)
    .map((row) => ({ value: row.scheduleId, label: row.name }))
  const isTenants = schedule.usedBy.some((one) => one.kind === 'tenant')
  const base = visit.href(`${path}/${schedule.scheduleId}`)
  return (
    <Card heading={any.change} class="mt6">
      <More summary={words.newVersion} open={form.failed}>
        <p class="mute">{words.followed}</p>
        <DeedForm form={form} action={`${base}/version`} version={schedule.version} submit={any.save}>
          <ScheduleFields
            visit={visit}
            form={form}
            stored={storedFields(current, visit.lang)}
            parents={parents}
            parentScheduleId={schedule.parentScheduleId}
            today={view.today}
          />
          <TextArea
            {...form.field('reason')}
            label={any.reason}
            hint={words.reasonHint}
            rows={2}
            maxLength={500}
            value={form.value('reason')}
          />
        </DeedForm>
      </More>
      {isTenants ? (
        <p class="mute mt4">{words.isTenants}</p>
      ) : (
        <Form action={`${base}/hela`} hidden={{ _once: onceKey() }} class="mt4">
          <Button small>{words.makeTenants}</Button>
        </Form>
      )}
    </Card>
  )
}
