// Decisions: the register, one decision with its document, and the form that enters or corrects one.
import { fullDate } from '#basics/dates'
import { may } from '#platform/access'
import type { View } from '#platform/act'
import { systemClock } from '#platform/clock'
import { fileLink } from '#platform/files/links'
import { linkKey } from '#platform/files/serve'
import { onceKey } from '#platform/http/once'
import { formDeed } from '#platform/http/site'
import type { Page, Redirection, Site, Visit } from '#platform/http/site'
import { panelsOn } from '#platform/panels'
import { addressIn, filesOf, readRegister, rowsOf } from '#platform/register'
import {
  Card,
  Empty,
  Facts,
  Icon,
  MoreForm,
  PageHead,
  Register,
  Tag,
  formOn,
  formatFileSize,
  originText,
  uiText,
} from '#ui'
import type { Fact } from '#ui'
import { DecisionBody } from '../contract.ts'
import type { DecisionView } from '../contract.ts'
import { addDecision, correctDecision } from '../keep-decisions.ts'
import { decisionRegister } from '../list.ts'
import { decisionById, documentFile } from '../queries.ts'
import { registryText } from '../text.ts'
import { DecisionFields, decidingBodies } from './decision-fields.tsx'

const { path } = decisionRegister
const idOf = (params: Readonly<Record<string, string>>): string => params['decisionId'] ?? ''
const then = ({ decisionId }: { decisionId: string }): string => `${path}/${decisionId}?klart=sparat`

const listPage: Page = {
  path,
  access: 'decision.read',
  async show(view, visit) {
    const { lang } = visit
    const words = registryText[lang]
    const reading = readRegister(decisionRegister, view, visit.query)
    const page = await rowsOf(view, decisionRegister, reading)
    const form = formOn(visit, '')
    return {
      title: words.title,
      layout: 'desk',
      current: 'decisions',
      topics: ['decisions'],
      main: (
        <>
          <PageHead title={words.title} under={words.lead} />
          <Register
            lang={lang}
            caption={words.title}
            list={decisionRegister.list}
            reading={reading}
            page={page}
            head="title"
            action={visit.href(path)}
            address={(change) => visit.href(addressIn(decisionRegister, reading.state, change))}
            choices={{ part: await decidingBodies(view) }}
            rowId={(row) => row.decision_id}
            cells={{
              title: (row) => (
                <a class="t" data-row-link="" href={visit.href(`${path}/${row.decision_id}`)}>
                  {row.title}
                </a>
              ),
              decided: (row) => (
                <Day lang={lang} on={row.decided_on?.toString() ?? null} printed={row.decided_printed} />
              ),
              state: (row) => <State lang={lang} replaced={row.replaced} />,
            }}
            empty={
              <Empty title={words.none} icon="gavel">
                {words.noneHelp}
              </Empty>
            }
          />
          {may(view.actor, 'decision.keep') && (
            <MoreForm
              summary={words.add}
              form={form}
              action={visit.href(path)}
              once={onceKey()}
              submit={words.save}
              files
            >
              {await DecisionFields(view, visit, form)}
            </MoreForm>
          )}
        </>
      ),
    }
  },
  deeds: {
    '': formDeed({
      access: 'decision.keep',
      body: DecisionBody,
      run: (deed, { body, files }) => addDecision(deed, body, files),
      then,
    }),
  },
}

function Day({
  lang,
  on,
  printed,
}: {
  readonly lang: 'sv' | 'en'
  readonly on: string | null
  readonly printed: string | null
}) {
  if (on !== null) return <>{fullDate(Temporal.PlainDate.from(on), lang)}</>
  if (printed !== null) return <q>{printed}</q>
  return <span class="mute">{uiText(lang).nothingStated}</span>
}

const State = ({ lang, replaced }: { readonly lang: 'sv' | 'en'; readonly replaced: boolean }) => (
  <Tag tone={replaced ? 'wait' : 'ok'}>{registryText[lang].states[replaced ? 'ersatt' : 'galler']}</Tag>
)

const onePage: Page = {
  path: `${path}/:decisionId`,
  access: 'decision.read',
  async show(view, visit) {
    const { lang } = visit
    const words = registryText[lang]
    const decision = await decisionById(view, idOf(visit.params))
    const panels = await panelsOn('decision', view, visit, decision.id, (verb) => may(view.actor, verb))
    return {
      title: decision.title,
      layout: 'desk',
      current: 'decisions',
      topics: ['decisions'],
      crumbs: [{ href: path, label: words.title }, { label: decision.section ?? decision.title }],
      main: (
        <>
          <PageHead
            title={decision.title}
            under={
              <>
                {decision.section} <State lang={lang} replaced={decision.replaced} />
              </>
            }
          />
          <div class="case-grid">
            <div class="stack g6">
              <Card heading={words.body}>
                {decision.body ? <p class="prose">{decision.body}</p> : <p class="mute">{words.noText}</p>}
              </Card>
              {panels}
              {decision.may.includes('decision.keep') && (await Correction(view, visit, decision))}
            </div>
            <aside class="side" aria-label={words.document}>
              <Card>
                <Facts items={factsOf(visit, decision)} />
              </Card>
              <Card heading={words.document} quiet>
                <Document visit={visit} decision={decision} />
              </Card>
            </aside>
          </div>
        </>
      ),
    }
  },
  deeds: {
    '': formDeed({
      access: 'decision.keep',
      body: DecisionBody,
      run: (deed, { body, params, version, files }) => correctDecision(deed, idOf(params), body, version, files),
      then,
    }),
  },
}

function factsOf(visit: Visit, decision: DecisionView): Fact[] {
  const { lang } = visit
  const words = registryText[lang]
  const link = (other: NonNullable<DecisionView['replaces']>) => (
    <a href={visit.href(`${path}/${other.id}`)}>{[other.section, other.title].filter(Boolean).join(' ')}</a>
  )
  return [
    [words.party, decision.party.name],
    ...(decision.decidedBy ? [[words.by, decision.decidedBy] as const] : []),
    [words.on, <Day lang={lang} on={decision.decidedOn} printed={decision.decidedPrinted} />],
    [words.section, decision.section ?? <Day lang={lang} on={null} printed={null} />],
    [words.source, words.sources[decision.source]],
    ...(decision.replaces ? [[words.replaces, link(decision.replaces)] as const] : []),
    ...(decision.replacedBy ? [[words.replacedBy, link(decision.replacedBy)] as const] : []),
    [words.origin, originText(decision.origin, lang)],
  ]
}

function Document({ visit, decision }: { readonly visit: Visit; readonly decision: DecisionView }) {
  const words = registryText[visit.lang]
  const { document } = decision
  if (!document) return <p class="mute">{words.noDocument}</p>
  return (
    <p>
      <a href={document.href} download>
        <Icon name="paperclip" /> {words.fetch(document.name)}
      </a>{' '}
      <span class="mute">{formatFileSize(document.sizeBytes, visit.lang)}</span>
    </p>
  )
}

async function Correction(view: View, visit: Visit, decision: DecisionView) {
  const words = registryText[visit.lang]
  const form = formOn(visit, '')
  return (
    <MoreForm
      summary={words.correct}
      help={words.correctHelp}
      form={form}
      action={visit.href(`${path}/${decision.id}`)}
      once={onceKey()}
      version={decision.version}
      submit={words.saveCorrection}
      files
    >
      {await DecisionFields(view, visit, form, decision)}
    </MoreForm>
  )
}

const documentAddress: Redirection = {
  path: `${path}/:decisionId/handling`,
  access: 'decision.read',
  async to(view, visit) {
    const file = await documentFile(view, idOf(visit.params))
    const link = {
      sha256: file.sha256.toString('hex'),
      name: file.name,
      mediaType: file.media_type,
      tenantId: view.tenant.tenantId,
    }
    // The address lives by the installation's clock, not by the day a demonstration lives at.
    return { absolute: `/fil/${fileLink(link, await linkKey(visit.stage), (visit.stage.clock ?? systemClock)())}` }
  },
}

export function registryPages(site: Site): void {
  site.page(listPage)
  site.page(onePage)
  site.redirect(documentAddress)
  for (const file of filesOf(decisionRegister)) site.download(file)
}
