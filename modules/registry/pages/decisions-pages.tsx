// Decisions: the list, one decision, and the form to enter one.
import { fullDate } from '#basics/dates'
import { may } from '#platform/access'
import { onceKey } from '#platform/http/once'
import { formDeed } from '#platform/http/site'
import type { Page, Site } from '#platform/http/site'
import { partiesOn } from '#organisation'
import {
  Button,
  DataTable,
  DateField,
  Empty,
  ErrorSummary,
  Facts,
  Form,
  More,
  PageHead,
  SelectField,
  TextArea,
  TextField,
} from '#ui'
import { addDecision } from '../add-decision.ts'
import { DecisionBody, decisionSources } from '../contract.ts'
import { decisionById, decisionsOn } from '../queries.ts'
import { registryText } from '../text.ts'

const listPage: Page = {
  path: '/beslut',
  access: 'decision.read',
  async show(view, visit) {
    const { lang, attempt } = visit
    const words = registryText[lang]
    const rows = await decisionsOn(view)
    const typed = (name: string): string => attempt?.values[name]?.[0] ?? ''
    const error = (name: string) => attempt?.refusal.problems.find((one) => one.field === name)?.[lang]
    const bodies = (await partiesOn(view, view.today))
      .filter((party) => party.kind === 'board' || party.kind === 'joint_board' || party.kind === 'municipality')
      .map((party) => ({ value: party.partyId, label: party.name }))
    return {
      title: words.title,
      layout: 'desk',
      current: 'decisions',
      topics: ['decisions'],
      main: (
        <>
          <PageHead title={words.title} under={words.lead} />
          {rows.length === 0 ? (
            <Empty title={words.none} icon="gavel">
              {words.noneHelp}
            </Empty>
          ) : (
            <DataTable
              lang={lang}
              caption={words.title}
              look="cards"
              rows={rows}
              columns={[
                {
                  head: words.heading,
                  rowHead: true,
                  phone: 'title',
                  cell: (row) => <a href={visit.href(`/beslut/${row.id}`)}>{row.title}</a>,
                },
                { head: words.section, cell: (row) => row.section },
                { head: words.party, cell: (row) => row.party.name },
                {
                  head: words.on,
                  cell: (row) => row.decidedOn && fullDate(Temporal.PlainDate.from(row.decidedOn), lang),
                },
                { head: words.source, cell: (row) => words.sources[row.source] },
              ]}
            />
          )}
          {may(view.actor, 'decision.keep') && (
            <More summary={words.add} open={attempt !== undefined}>
              <Form action={visit.href('/beslut')} hidden={{ _once: onceKey() }}>
                {attempt && (
                  <ErrorSummary
                    lang={lang}
                    errors={attempt.refusal.problems.map((one) => ({ field: one.field, message: one[lang] }))}
                  />
                )}
                <SelectField
                  lang={lang}
                  name="partyId"
                  label={words.party}
                  empty={words.choose}
                  options={bodies}
                  value={typed('partyId')}
                  error={error('partyId')}
                />
                <SelectField
                  lang={lang}
                  name="source"
                  label={words.source}
                  options={decisionSources.map((source) => ({ value: source, label: words.sources[source] }))}
                  value={typed('source') || 'meeting'}
                />
                <DateField
                  lang={lang}
                  name="decidedOn"
                  label={words.on}
                  value={typed('decidedOn')}
                  error={error('decidedOn')}
                />
                <TextField
                  lang={lang}
                  name="section"
                  label={words.section}
                  value={typed('section')}
                  error={error('section')}
                />
                <TextField
                  lang={lang}
                  name="title"
                  label={words.heading}
                  value={typed('title')}
                  error={error('title')}
                />
                <TextArea lang={lang} name="body" label={words.body} optional value={typed('body')} />
                <Button kind="primary">{words.save}</Button>
              </Form>
            </More>
          )}
        </>
      ),
    }
  },
  deeds: {
    '': formDeed({
      access: 'decision.keep',
      body: DecisionBody,
      run: (deed, { body }) => addDecision(deed, body),
      then: (result) => `/beslut/${result.decisionId}?klart=sparat`,
    }),
  },
}

const onePage: Page = {
  path: '/beslut/:decisionId',
  access: 'decision.read',
  async show(view, visit) {
    const { lang } = visit
    const words = registryText[lang]
    const decision = await decisionById(view, visit.params['decisionId'] ?? '')
    return {
      title: decision.title,
      layout: 'desk',
      current: 'decisions',
      crumbs: [{ href: '/beslut', label: words.title }, { label: decision.section ?? decision.title }],
      main: (
        <>
          <PageHead title={decision.title} under={decision.section} />
          <Facts
            items={[
              [words.party, decision.party.name],
              ...(decision.decidedBy ? [[words.by, decision.decidedBy] as const] : []),
              [words.on, decision.decidedOn && fullDate(Temporal.PlainDate.from(decision.decidedOn), lang)],
              [words.source, words.sources[decision.source]],
              [words.origin, decision.origin],
            ]}
          />
          {decision.body && <p class="prose">{decision.body}</p>}
        </>
      ),
    }
  },
}

export function registryPages(site: Site): void {
  site.page(listPage)
  site.page(onePage)
}
