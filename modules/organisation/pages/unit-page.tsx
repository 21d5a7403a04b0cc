// One unit on a day: where it lies, whom it orders as, its people, posts beside what was printed, and where it has been.
import { fullDate } from '#basics/dates'
import type { Id } from '#basics/id'
import { isId } from '#basics/id'
import { notFound } from '#basics/refusal'
import { may } from '#platform/access'
import type { View } from '#platform/act'
import type { Page, Visit } from '#platform/http/site'
import { panelsOn } from '#platform/panels'
import { Card, DataTable, Empty, Facts, LinkButton, Notice, PageHead, Tag } from '#ui'
import { peopleOf } from '../assignments/queries.ts'
import { postsOf } from '../posts/queries.ts'
import { scheduleFor } from '../schedules/resolve.ts'
import { fill, organisationText } from '../text.ts'
import type { TreeUnit, UnitDetail } from '../units/contract.ts'
import { treeOn, unitDetail } from '../units/queries.ts'
import { dayAsked, DayForm, onDay, originText, spanText, unstated } from './page-parts.tsx'
import { PostsCard } from './unit-posts.tsx'
import { unitDeeds, UnitForms } from './unit-forms.tsx'

type PlainDate = Temporal.PlainDate

export const unitPage: Page = {
  path: '/organisation/enheter/:unitId',
  access: 'organisation.read',
  async show(view, visit) {
    const unitId = visit.params['unitId'] ?? ''
    if (!isId(unitId)) return notFound()
    const { lang } = visit
    const all = organisationText[lang]
    const asked = dayAsked(view, visit)
    const unit = await unitDetail(view, unitId, asked.on)
    const on = Temporal.PlainDate.from(unit.date)
    const children = (await treeOn(view, on)).filter((one) => one.parentUnitId === unitId)
    const posts = await postsOf(view, unitId, on)
    const panels = await panelsOn('unit', view, visit, unitId, (verb) => may(view.actor, verb))
    return {
      title: unit.name,
      layout: 'desk',
      current: 'organisation',
      topics: ['organisation'],
      crumbs: [
        { href: '/organisation', label: all.chart.title },
        ...unit.line
          .toReversed()
          .map((one) => ({ href: onDay(view, on, `/organisation/enheter/${one.unitId}`), label: one.name })),
        { label: unit.name },
      ],
      main: (
        <>
          <PageHead
            title={unit.name}
            under={[all.unitKinds[unit.kind], spanText(unit.validFrom, unit.validTo, lang)].join(' · ')}
            actions={
              <LinkButton small icon="network" href={visit.href(onDay(view, on, `/organisation?enhet=${unitId}`))}>
                {all.chart.title}
              </LinkButton>
            }
          />
          <DayForm visit={visit} on={asked.on} wrong={asked.wrong} path={`/organisation/enheter/${unitId}`} />
          {!on.equals(asked.on) && (
            <Notice tone="warn">
              {fill(all.unit.notThen, { asked: fullDate(asked.on, lang), shown: fullDate(on, lang) })}
            </Notice>
          )}
          <div class="case-grid mt4">
            <div class="stack g6">
              {await PeopleCard(view, visit, unitId, on)}
              <PostsCard visit={visit} posts={posts} />
              {children.length > 0 && <ChildrenCard view={view} visit={visit} units={children} on={on} />}
              <HistoryCard visit={visit} unit={unit} />
              {panels}
            </div>
            <aside class="side" aria-label={all.any.kind}>
              {await FactsCard(view, visit, unit, on)}
            </aside>
          </div>
          {unit.may.length > 0 && (await UnitForms(view, visit, unit, posts.posts))}
        </>
      ),
    }
  },
  deeds: unitDeeds,
}

async function FactsCard(view: View, visit: Visit, unit: UnitDetail, on: PlainDate) {
  const { lang } = visit
  const words = organisationText[lang].unit
  const hours = await scheduleFor(view, { unitId: unit.unitId }, on)
  const above = unit.line[0]
  const link = (one: { unitId: Id; name: string }) => (
    <a href={visit.href(onDay(view, on, `/organisation/enheter/${one.unitId}`))}>{one.name}</a>
  )
  const customer = unit.orderingCustomer
  return (
    <Card>
      <Facts
        items={[
          [words.line, above ? link(above) : words.top],
          [words.party, unit.partyName],
          [words.head, unit.headTitle ?? unstated(lang)],
          [
            words.customer,
            customer ? (
              customer.unitId === unit.unitId ? (
                <Tag tone="ok">{words.isCustomer}</Tag>
              ) : (
                link(customer)
              )
            ) : (
              <>
                <Tag tone="warn">{words.noCustomer}</Tag> {words.cannotOrder}
              </>
            ),
          ],
          [
            words.hours,
            hours ? (
              <a href={visit.href(`/organisation/scheman/${hours.scheduleId}`)}>{hours.holderName}</a>
            ) : (
              unstated(lang)
            ),
          ],
          [words.code, unit.code],
          [organisationText[lang].any.origin, originText(unit.origin, lang)],
        ]}
      />
    </Card>
  )
}

async function PeopleCard(view: View, visit: Visit, unitId: Id, on: PlainDate) {
  const { lang } = visit
  const { unit: words, any } = organisationText[lang]
  const people = await peopleOf(view, unitId, on)
  return (
    <Card heading={words.people} flush>
      <DataTable
        lang={lang}
        bare
        caption={words.people}
        look="cards"
        rows={people}
        rowId={(row) => row.assignmentId}
        empty={
          <Empty title={words.noPeople} icon="users">
            {words.noPeopleHelp}
          </Empty>
        }
        columns={[
          {
            head: any.name,
            rowHead: true,
            phone: 'title',
            cell: (row) => <a href={visit.href(`/organisation/personer/${row.personId}`)}>{row.personName}</a>,
          },
          {
            head: any.role,
            cell: (row) => (
              <>
                {row.title ?? row.roleName}{' '}
                {row.responsible && (
                  <Tag tone="accent" icon="user-check">
                    {any.responsible}
                  </Tag>
                )}
              </>
            ),
          },
          {
            head: any.share,
            number: true,
            cell: (row) => (row.sharePercent === null ? unstated(lang) : `${row.sharePercent} %`),
          },
          { head: any.from, class: 'nowrap', cell: (row) => spanText(row.validFrom, row.validTo, lang) },
        ]}
      />
    </Card>
  )
}

function ChildrenCard(props: {
  readonly view: View
  readonly visit: Visit
  readonly units: readonly TreeUnit[]
  readonly on: PlainDate
}) {
  const { view, visit, units, on } = props
  const all = organisationText[visit.lang]
  return (
    <Card heading={all.unit.beneath} flush>
      <DataTable
        lang={visit.lang}
        bare
        caption={all.unit.beneath}
        look="cards"
        rows={units}
        columns={[
          {
            head: all.any.unit,
            rowHead: true,
            phone: 'title',
            cell: (row) => <a href={visit.href(onDay(view, on, `/organisation/enheter/${row.unitId}`))}>{row.name}</a>,
          },
          { head: all.any.kind, cell: (row) => all.unitKinds[row.kind] },
          { head: all.unit.head, cell: (row) => row.headTitle ?? unstated(visit.lang) },
        ]}
      />
    </Card>
  )
}

function HistoryCard({ visit, unit }: { readonly visit: Visit; readonly unit: UnitDetail }) {
  const { lang } = visit
  const all = organisationText[lang]
  return (
    <Card heading={all.unit.history} flush>
      <DataTable
        lang={lang}
        bare
        caption={all.unit.history}
        look="cards"
        rows={unit.placements}
        current={(row) => row.validFrom === unit.validFrom}
        columns={[
          {
            head: all.unit.period,
            rowHead: true,
            phone: 'title',
            cell: (row) => spanText(row.validFrom, row.validTo, lang),
          },
          { head: all.any.name, cell: (row) => row.name },
          { head: all.unit.parent, cell: (row) => row.parentName ?? all.unit.top },
          { head: all.any.kind, cell: (row) => all.unitKinds[row.kind] },
          { head: all.any.origin, cell: (row) => originText(row.origin, lang) },
        ]}
      />
    </Card>
  )
}
