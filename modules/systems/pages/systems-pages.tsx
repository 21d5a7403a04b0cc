// The register of information systems: the list, one system, and its form.
import { may } from '#platform/access'
import { onceKey } from '#platform/http/once'
import type { Page, Site, Visit } from '#platform/http/site'
import { formDeed } from '#platform/http/site'
import { shape, text, optional, nullable, idField, oneOf, listOf } from '#platform/http/shape'
import type { View } from '#platform/act'
import { treeOn } from '#organisation'
import {
  Button,
  Card,
  DataTable,
  Empty,
  ErrorSummary,
  Facts,
  Form,
  LinkButton,
  More,
  PageHead,
  SelectField,
  SeveralField,
  TextField,
} from '#ui'
import { criticalities } from '../contract.ts'
import type { SystemView } from '../contract.ts'
import { addSystem, changeSystem } from '../keep-systems.ts'
import { systemById, systemsOn } from '../queries.ts'
import { systemsText } from '../text.ts'

const Form_ = shape({
  name: text(120),
  aliases: optional(text(400)),
  ownerUnitId: optional(nullable(idField())),
  managerUnitId: optional(nullable(idField())),
  criticality: optional(nullable(oneOf(criticalities))),
  dependsOn: optional(listOf(idField(), 50)),
})
const splitNames = (typed: string | undefined): string[] =>
  (typed ?? '')
    .split(',')
    .map((name) => name.trim())
    .filter(Boolean)

async function SystemForm(view: View, visit: Visit, action: string, system?: SystemView) {
  const words = systemsText[visit.lang]
  const { lang, attempt } = visit
  const units = (await treeOn(view, view.today)).map((unit) => ({ value: unit.unitId, label: unit.name }))
  const others = (await systemsOn(view, view.today)).filter((one) => one.id !== system?.id)
  const typed = (name: string, stored: string): string => attempt?.values[name]?.[0] ?? stored
  const error = (name: string) => attempt?.refusal.problems.find((problem) => problem.field === name)?.[lang]
  const chosen = attempt?.values['dependsOn'] ?? system?.dependsOn.map((one) => one.id) ?? []
  return (
    <Form action={visit.href(action)} hidden={{ _once: onceKey(), _version: String(system?.version ?? 0) }}>
      {attempt && (
        <ErrorSummary
          lang={lang}
          errors={
            attempt.refusal.problems.length > 0
              ? attempt.refusal.problems.map((problem) => ({ field: problem.field, message: problem[lang] }))
              : [{ field: 'name', message: attempt.refusal.words[lang] }]
          }
        />
      )}
      <TextField
        lang={lang}
        name="name"
        label={words.name}
        value={typed('name', system?.name ?? '')}
        error={error('name')}
      />
      <TextField
        lang={lang}
        name="aliases"
        label={words.aliases}
        hint={words.aliasesHint}
        optional
        value={typed('aliases', system?.aliases.join(', ') ?? '')}
      />
      <SelectField
        lang={lang}
        name="managerUnitId"
        label={words.manager}
        optional
        empty={words.choose}
        options={units}
        value={typed('managerUnitId', system?.managerUnit?.id ?? '')}
        error={error('managerUnitId')}
      />
      <SelectField
        lang={lang}
        name="ownerUnitId"
        label={words.owner}
        optional
        empty={words.choose}
        options={units}
        value={typed('ownerUnitId', system?.owner?.id ?? '')}
      />
      <SelectField
        lang={lang}
        name="criticality"
        label={words.criticality}
        optional
        empty={words.choose}
        options={criticalities.map((level) => ({ value: level, label: words.levels[level] }))}
        value={typed('criticality', system?.criticality ?? '')}
      />
      {others.length > 0 && (
        <SeveralField
          lang={lang}
          name="dependsOn"
          label={words.dependsOn}
          optional
          options={others.map((one) => ({ value: one.id, label: one.name }))}
          values={[...chosen]}
        />
      )}
      <Button kind="primary">{words.save}</Button>
    </Form>
  )
}

const listPage: Page = {
  path: '/system',
  access: 'system.read',
  async show(view, visit) {
    const words = systemsText[visit.lang]
    const rows = await systemsOn(view, view.today)
    const keeps = may(view.actor, 'system.keep')
    return {
      title: words.title,
      layout: 'desk',
      current: 'systems',
      topics: ['systems'],
      main: (
        <>
          <PageHead title={words.title} under={words.lead} />
          {rows.length === 0 ? (
            <Empty title={words.none} icon="monitor">
              {words.noneHelp}
            </Empty>
          ) : (
            <DataTable
              lang={visit.lang}
              caption={words.title}
              look="cards"
              rows={rows}
              columns={[
                {
                  head: words.name,
                  rowHead: true,
                  phone: 'title',
                  cell: (row) => <a href={visit.href(`/system/${row.id}`)}>{row.name}</a>,
                },
                {
                  head: words.manager,
                  cell: (row) => row.managerUnit?.name ?? <span class="mute">{words.unstated}</span>,
                },
                { head: words.owner, cell: (row) => row.owner?.name ?? <span class="mute">{words.unstated}</span> },
                {
                  head: words.criticality,
                  cell: (row) =>
                    row.criticality ? words.levels[row.criticality] : <span class="mute">{words.unstated}</span>,
                },
                { head: words.dependsOn, cell: (row) => row.dependsOn.map((one) => one.name).join(', ') || '–' },
              ]}
            />
          )}
          {keeps && (
            <More summary={words.add} open={visit.attempt !== undefined}>
              {await SystemForm(view, visit, '/system')}
            </More>
          )}
        </>
      ),
    }
  },
  deeds: {
    '': formDeed({
      access: 'system.keep',
      body: Form_,
      run: (deed, { body }) => addSystem(deed, { ...body, aliases: splitNames(body.aliases) }),
      then: (result) => `/system/${result.systemId}?klart=sparat`,
    }),
  },
}

const onePage: Page = {
  path: '/system/:systemId',
  access: 'system.read',
  async show(view, visit) {
    const words = systemsText[visit.lang]
    const system = await systemById(view, visit.params['systemId'] ?? '')
    const stated = (value: string | undefined | null) => value ?? <span class="mute">{words.unstated}</span>
    return {
      title: system.name,
      layout: 'desk',
      current: 'systems',
      topics: ['systems'],
      crumbs: [{ href: '/system', label: words.title }, { label: system.name }],
      main: (
        <>
          <PageHead
            title={system.name}
            under={system.aliases.length > 0 ? `${words.aliases}: ${system.aliases.join(', ')}` : undefined}
            actions={
              <LinkButton small href={visit.href('/system')}>
                {words.title}
              </LinkButton>
            }
          />
          <Card>
            <Facts
              items={[
                [words.manager, stated(system.managerUnit?.name)],
                [words.person, stated(system.managerPerson?.name)],
                [words.owner, stated(system.owner?.name)],
                [words.criticality, stated(system.criticality ? words.levels[system.criticality] : null)],
                [words.dependsOn, stated(system.dependsOn.map((one) => one.name).join(', ') || null)],
                [words.usedBy, stated(system.usedBy.map((one) => one.name).join(', ') || null)],
                [words.origin, system.origin],
              ]}
            />
          </Card>
          {may(view.actor, 'system.keep') && (
            <More summary={words.change} open={visit.attempt !== undefined}>
              {await SystemForm(view, visit, `/system/${system.id}`, system)}
            </More>
          )}
        </>
      ),
    }
  },
  deeds: {
    '': formDeed({
      access: 'system.keep',
      body: Form_,
      run: (deed, { body, params, version }) =>
        changeSystem(deed, params['systemId'] ?? '', { ...body, aliases: splitNames(body.aliases) }, version),
      then: (result) => `/system/${result.systemId}?klart=sparat`,
    }),
  },
}

export function systemsPages(site: Site): void {
  site.page(listPage)
  site.page(onePage)
}
