// The register of information systems: the list, one system, and the forms that keep it.
import { may } from '#platform/access'
import type { View } from '#platform/act'
import { onceKey } from '#platform/http/once'
import { formDeed } from '#platform/http/site'
import type { Page, Site, Visit } from '#platform/http/site'
import { idField, listOf, nullable, oneOf, optional, shape, text } from '#platform/http/shape'
import type { Static } from '#platform/http/shape'
import { panelsOn } from '#platform/panels'
import { addressIn, filesOf, readRegister, rowsOf } from '#platform/register'
import { PickedPerson, pickPerson, unitOptions } from '#organisation'
import {
  Card,
  DateField,
  Empty,
  Facts,
  MoreForm,
  PageHead,
  Register,
  Tag,
  formOn,
  originText,
  spanText,
  uiText,
} from '#ui'
import { EndSystem, SystemBody } from '../contract.ts'
import type { SystemView } from '../contract.ts'
import { addSystem, changeSystem, endSystem } from '../keep-systems.ts'
import { systemRegister } from '../list.ts'
import { systemById } from '../queries.ts'
import { criticalities } from '../system.ts'
import { systemsText } from '../text.ts'
import { SystemFields } from './system-fields.tsx'

const { path } = systemRegister
const Sent = shape({
  name: text(120),
  aliases: optional(text(400)),
  ownerUnitId: optional(nullable(idField())),
  managerUnitId: optional(nullable(idField())),
  pick: optional(PickedPerson),
  criticality: optional(nullable(oneOf(criticalities))),
  dependsOn: optional(listOf(idField(), 50)),
  validFrom: optional(SystemBody.properties.validFrom),
})

async function bodyOf(view: View, { pick, aliases, ...sent }: Static<typeof Sent>): Promise<SystemBody> {
  const names = (aliases ?? '').split(',').map((name) => name.trim().slice(0, 60))
  return { ...sent, aliases: names.filter(Boolean).slice(0, 20), managerPersonId: await pickPerson(view, pick) }
}
const then = ({ systemId }: { systemId: string }): string => `${path}/${systemId}?klart=sparat`
const idOf = (params: Readonly<Record<string, string>>): string => params['systemId'] ?? ''

const listPage: Page = {
  path,
  access: 'system.read',
  async show(view, visit) {
    const { lang } = visit
    const words = systemsText[lang]
    const reading = readRegister(systemRegister, view, visit.query)
    const page = await rowsOf(view, systemRegister, reading)
    const form = formOn(visit, '')
    return {
      title: words.title,
      layout: 'desk',
      current: 'systems',
      topics: ['systems'],
      main: (
        <>
          <PageHead title={words.title} under={words.lead} />
          <Register
            lang={lang}
            caption={words.title}
            list={systemRegister.list}
            reading={reading}
            page={page}
            head="name"
            action={visit.href(path)}
            address={(change) => visit.href(addressIn(systemRegister, reading.state, change))}
            choices={{ forvaltare: await unitOptions(view, reading.on) }}
            rowId={(row) => row.system_id}
            cells={{
              name: (row) => (
                <a class="t" data-row-link="" href={visit.href(`${path}/${row.system_id}`)}>
                  {row.name}
                </a>
              ),
            }}
            empty={
              <Empty title={words.none} icon="monitor">
                {words.noneHelp}
              </Empty>
            }
          />
          {may(view.actor, 'system.keep') && (
            <MoreForm summary={words.add} form={form} action={visit.href(path)} once={onceKey()} submit={words.save}>
              {await SystemFields(view, visit, form)}
            </MoreForm>
          )}
        </>
      ),
    }
  },
  deeds: {
    '': formDeed({
      access: 'system.keep',
      body: Sent,
      run: async (deed, { body }) => addSystem(deed, await bodyOf(deed, body)),
      then,
    }),
  },
}

const onePage: Page = {
  path: `${path}/:systemId`,
  access: 'system.read',
  async show(view, visit) {
    const { lang } = visit
    const words = systemsText[lang]
    const system = await systemById(view, idOf(visit.params))
    const panels = await panelsOn('system', view, visit, system.id, (verb) => may(view.actor, verb))
    const out = system.validTo !== null && system.validTo <= view.today.toString()
    return {
      title: system.name,
      layout: 'desk',
      current: 'systems',
      topics: ['systems'],
      crumbs: [{ href: path, label: words.title }, { label: system.name }],
      main: (
        <>
          <PageHead
            title={system.name}
            under={
              <>
                {system.aliases.join(', ')} {out && <Tag tone="wait">{words.out}</Tag>}
              </>
            }
          />
          <SystemFacts visit={visit} system={system} />
          {panels}
          {system.may.includes('system.keep') && (await SystemForms(view, visit, system))}
        </>
      ),
    }
  },
  deeds: {
    '': formDeed({
      access: 'system.keep',
      body: Sent,
      run: async (deed, { body, params, version }) =>
        changeSystem(deed, idOf(params), await bodyOf(deed, body), version),
      then,
    }),
    avsluta: formDeed({
      access: 'system.keep',
      body: EndSystem,
      run: (deed, { body, params, version }) => endSystem(deed, idOf(params), body.on, version),
      then,
    }),
  },
}

function SystemFacts({ visit, system }: { readonly visit: Visit; readonly system: SystemView }) {
  const { lang } = visit
  const words = systemsText[lang]
  const mute = <span class="mute">{uiText(lang).nothingStated}</span>
  const link = (href: string, named: { readonly id: string; readonly name: string } | null) =>
    named ? <a href={visit.href(`${href}/${named.id}`)}>{named.name}</a> : mute
  const links = (some: SystemView['dependsOn']) =>
    some.length === 0
      ? mute
      : some.map((one, n) => (
          <>
            {n > 0 && ', '}
            {link(path, one)}
          </>
        ))
  return (
    <Card>
      <Facts
        items={[
          [words.manager, link('/organisation/enheter', system.managerUnit)],
          [words.person, link('/organisation/personer', system.managerPerson)],
          [words.owner, link('/organisation/enheter', system.owner)],
          [words.criticality, system.criticality ? words.levels[system.criticality] : mute],
          [words.dependsOn, links(system.dependsOn)],
          [words.usedBy, links(system.usedBy)],
          [words.valid, spanText(system.validFrom, system.validTo, lang)],
          [words.origin, originText(system.origin, lang)],
        ]}
      />
    </Card>
  )
}

async function SystemForms(view: View, visit: Visit, system: SystemView) {
  const words = systemsText[visit.lang]
  const base = visit.href(`${path}/${system.id}`)
  const [change, end] = [formOn(visit, ''), formOn(visit, 'avsluta')]
  return (
    <Card heading={words.change} class="mt6">
      <MoreForm
        summary={words.change}
        form={change}
        action={base}
        once={onceKey()}
        version={system.version}
        submit={words.save}
      >
        {await SystemFields(view, visit, change, system)}
      </MoreForm>
      <MoreForm
        summary={words.end}
        help={words.endHelp}
        form={end}
        action={`${base}/avsluta`}
        once={onceKey()}
        version={system.version}
        submit={words.end}
      >
        <DateField {...end.field('on')} label={words.endOn} value={end.value('on', system.validTo)} />
      </MoreForm>
    </Card>
  )
}

export function systemsPages(site: Site): void {
  site.page(listPage)
  site.page(onePage)
  for (const file of filesOf(systemRegister)) site.download(file)
}
