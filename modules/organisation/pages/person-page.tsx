// One person: how to reach, whether here, roles over time, mandates; and the forms that change it.
import { isId } from '#basics/id'
import { notFound } from '#basics/refusal'
import { may } from '#platform/access'
import type { View } from '#platform/act'
import type { Page, Visit } from '#platform/http/site'
import { Card, DataTable, Empty, Facts, Notice, PageHead, Tag } from '#ui'
import type { AssignmentRow } from '../assignments/contract.ts'
import { mandatesOf } from '../customers/queries.ts'
import type { Person } from '../people/contract.ts'
import { person as personById } from '../people/queries.ts'
import { fill, organisationText } from '../text.ts'
import { MandateTable } from './mandate-table.tsx'
import { dateText, originText, spanText, unstated } from './page-parts.tsx'
import { AccountCard, accountDeeds } from './person-account.tsx'
import { PersonForms, personDeeds } from './person-forms.tsx'

export const personPage: Page = {
  path: '/organisation/personer/:personId',
  access: 'organisation.read',
  async show(view, visit) {
    const personId = visit.params['personId'] ?? ''
    if (!isId(personId)) return notFound()
    const { lang } = visit
    const words = organisationText[lang].people
    const person = await personById(view, personId)
    return {
      title: person.name,
      layout: 'desk',
      current: 'organisation-people',
      topics: ['organisation', `person:${personId}`],
      crumbs: [{ href: '/organisation/personer', label: words.title }, { label: person.name }],
      main: (
        <>
          <PageHead title={person.name} under={[person.title, words.kinds[person.kind]].filter(Boolean).join(' · ')} />
          {person.hidden && <Notice icon="lock">{words.hidden}</Notice>}
          <div class="case-grid mt4">
            <div class="stack g6">
              {!person.hidden && <AssignmentsCard view={view} visit={visit} person={person} />}
              {await Mandates(view, visit, personId)}
              {await AccountCard(view, visit, person)}
            </div>
            <aside class="side" aria-label={words.title}>
              <Card>
                <Facts
                  items={[
                    [words.here, <Presence view={view} visit={visit} person={person} />],
                    ...(person.deputy
                      ? ([
                          [
                            words.deputy,
                            <a href={visit.href(`/organisation/personer/${person.deputy.personId}`)}>
                              {person.deputy.name}
                            </a>,
                          ],
                        ] as const)
                      : []),
                    [
                      words.email,
                      person.email ? <a href={`mailto:${person.email}`}>{person.email}</a> : unstated(lang),
                    ],
                    [words.telephone, person.telephone ?? unstated(lang)],
                    ...(person.mentor
                      ? ([
                          [
                            words.mentor,
                            <a href={visit.href(`/organisation/personer/${person.mentor.personId}`)}>
                              {person.mentor.name}
                            </a>,
                          ],
                        ] as const)
                      : []),
                    ...(person.protected ? ([[words.protected, organisationText[lang].any.yes]] as const) : []),
                    [organisationText[lang].any.origin, originText(person.origin, lang)],
                  ]}
                />
              </Card>
            </aside>
          </div>
          {person.may.length > 0 && (await PersonForms(view, visit, person))}
        </>
      ),
    }
  },
  deeds: { ...personDeeds, ...accountDeeds },
}

function Presence({ view, visit, person }: { readonly view: View; readonly visit: Visit; readonly person: Person }) {
  const { lang } = visit
  const words = organisationText[lang].people
  const today = view.today.toString()
  if (person.endedOn && person.endedOn <= today)
    return <Tag>{fill(words.gone, { date: dateText(person.endedOn, lang) })}</Tag>
  if (person.awayFrom && person.awayFrom <= today && (!person.awayTo || today < person.awayTo)) {
    const [from, to] = [
      dateText(person.awayFrom, lang),
      person.awayTo ? dateText(Temporal.PlainDate.from(person.awayTo).subtract({ days: 1 }).toString(), lang) : '',
    ]
    return <Tag tone="wait">{person.awayTo ? fill(words.awayUntil, { from, to }) : fill(words.away, { from })}</Tag>
  }
  return <Tag tone="ok">{organisationText[lang].any.yes}</Tag>
}

function AssignmentsCard({
  view,
  visit,
  person,
}: {
  readonly view: View
  readonly visit: Visit
  readonly person: Person
}) {
  const { lang } = visit
  const { people: words, any } = organisationText[lang]
  const today = view.today.toString()
  const when = (row: AssignmentRow) =>
    row.validTo !== null && row.validTo <= today ? 'past' : row.validFrom > today ? 'planned' : 'now'
  const tone = { now: 'ok', planned: 'info', past: 'plain' } as const
  return (
    <Card heading={words.assignments} flush>
      <DataTable
        lang={lang}
        bare
        caption={words.assignments}
        look="cards"
        rows={person.assignments}
        rowId={(row) => row.assignmentId}
        empty={
          <Empty title={words.noAssignments} icon="shield-check">
            {words.noAssignmentsHelp}
          </Empty>
        }
        columns={[
          {
            head: any.role,
            rowHead: true,
            phone: 'title',
            cell: (row) => <a href={visit.href(`/organisation/roller/${row.roleId}`)}>{row.title ?? row.roleName}</a>,
          },
          {
            head: any.unit,
            cell: (row) => <a href={visit.href(`/organisation/enheter/${row.unitId}`)}>{row.unitName}</a>,
          },
          {
            head: any.share,
            number: true,
            cell: (row) => (row.sharePercent === null ? unstated(lang) : `${row.sharePercent} %`),
          },
          {
            head: any.from,
            cell: (row) => (
              <>
                {spanText(row.validFrom, row.validTo, lang)} <Tag tone={tone[when(row)]}>{words[when(row)]}</Tag>
              </>
            ),
          },
        ]}
      />
    </Card>
  )
}

/** For those who may read the register, and for the person's own eyes. */
async function Mandates(view: View, visit: Visit, personId: string) {
  if (!may(view.actor, 'organisation.read_customers') && view.actor.personId !== personId) return null
  const mandates = await mandatesOf(view, personId, view.today)
  if (mandates.length === 0) return null
  const words = organisationText[visit.lang].people
  return (
    <Card heading={words.mandates} flush>
      <MandateTable visit={visit} caption={words.mandates} rows={mandates} show="customer" />
    </Card>
  )
}
