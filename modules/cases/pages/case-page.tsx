// The case: one address for the one who handles it and the one who asked. The handler gets the desk; the customer the same
// story in the portal's layout, without notes and without how we divide the work.
import type { ComponentChildren } from 'preact'
import { longMoment } from '#basics/dates'
import { isId } from '#basics/id'
import type { Id } from '#basics/id'
import type { Words } from '#basics/refusal'
import { notFound } from '#basics/refusal'
import { mayEver } from '#platform/access'
import type { View } from '#platform/act'
import { filesOf } from '#platform/files/tie'
import { onceKey } from '#platform/http/serve-site'
import type { Page, Screen, Visit } from '#platform/http/site'
import { panelsOn } from '#platform/panels'
import { Button, Card, CopyNumber, Form, LiveRegion, Notice, PageHead, Presence } from '#ui'
import { readClocks } from '../clocks.ts'
import type { StoredClock } from '../clocks.ts'
import type { CaseView, TimelineEntry } from '../contract.ts'
import { offeringsToDeliver } from '../desk-choices.ts'
import { readCase } from '../queries.ts'
import { readTimeline } from '../timeline.ts'
import { kindWords } from '../words.ts'
import { ApprovalQuestion, DoneQuestion, WithdrawCard } from './case-customer.tsx'
import { caseForms } from './case-deeds.ts'
import { refusalWords } from './case-form.tsx'
import { caseForm, formAsked } from './case-forms.tsx'
import type { FormKey } from './case-forms.tsx'
import { caseHead, formPlace } from './case-head.tsx'
import { StateTag } from './case-marks.tsx'
import { CasePromise } from './case-promise.tsx'
import { AnswersCard, CustomerFacts, FactsCard, KinCard, RoutineCard, WatchersCard } from './case-side.tsx'
import { Files, Story, StoryTools, WriteHere } from './case-timeline.tsx'
import { deskText } from './desk-text.ts'

interface CaseFacts {
  readonly view: View
  readonly visit: Visit
  readonly found: CaseView
  readonly entries: readonly TimelineEntry[]
  readonly clocks: readonly StoredClock[]
  readonly files: TimelineEntry['files']
  readonly panels: readonly ComponentChildren[]
}

export const casePage: Page = {
  path: '/arenden/:number',
  access: 'case.read',
  async show(view, visit) {
    const facts = await factsOf(view, visit)
    return facts.found.may.includes('note') ? deskScreen(facts) : customerScreen(facts)
  },
  deeds: caseForms,
}

export function caseKey(visit: Visit): { caseId: Id } | { number: string } {
  const named = (visit.params['number'] ?? '').trim()
  return isId(named) ? { caseId: named } : { number: named.toUpperCase() }
}

async function factsOf(view: View, visit: Visit): Promise<CaseFacts> {
  const found = await readCase(view, caseKey(visit), visit.lang)
  const entries = await readTimeline(view, found.id, visit.lang, found)
  const tied = await filesOf(view, 'case', [found.id])
  return {
    view,
    visit,
    found,
    entries,
    clocks: await readClocks(view, found.id),
    files: tied.map((file) => ({
      id: file.fileId,
      name: file.name,
      sizeBytes: file.sizeBytes,
      href: `/fil/${file.fileId}`,
    })),
    panels: await panelsOn('case', view, visit, found.id, (access) => mayEver(view.actor, access)),
  }
}

async function deskScreen(facts: CaseFacts): Promise<Screen> {
  const { view, visit, found, entries, clocks } = facts
  const { lang } = visit
  const text = deskText[lang]
  const asked = formAsked(view, visit, found)
  const counted =
    found.may.includes('deliver') &&
    (await offeringsToDeliver(view, { serviceId: found.service.id, requestTypeId: found.requestType.id }, lang)).some(
      (one) => one.own,
    )
  const story = { visit, now: view.now, found, entries, inside: true }
  return {
    title: `${found.number} ${found.title}`,
    layout: 'desk',
    current: found.owner?.id === view.actor.personId ? 'mine' : 'queue',
    crumbs: [
      { href: '/arenden/ko', label: text.titles.queue },
      { href: `/arenden/ko?enhet=${found.provider.unitId}`, label: found.provider.unit },
      { label: found.number },
    ],
    topics: [`case:${found.id}`],
    main: (
      <div data-keys="record">
        <LiveRegion id="arende" topics={[`case:${found.id}`]}>
          {await caseHead({ view, visit, found, onPage: asked })}
          <div class="case-grid">
            <div>
              <Presence lang={lang} topic={`case:${found.id}`} />
              <CaseNotices {...facts} />
              {asked && (await formOnPage(facts, asked))}
              {asked !== 'avsla' && <ApprovalQuestion visit={visit} found={found} />}
              {asked !== 'oppna' && <DoneQuestion visit={visit} found={found} />}
              <StoryTools {...story} />
              <Story {...story} />
              <WriteHere visit={visit} found={found} counted={counted} />
            </div>
            <aside class="side top" aria-label={text.about}>
              <CasePromise lang={lang} now={view.now} found={found} clocks={clocks} narrow open />
              <FactsCard view={view} visit={visit} found={found} />
              <AnswersCard visit={visit} found={found} entries={entries} />
              <FilesCard {...facts} />
              <RoutineCard visit={visit} found={found} />
              <KinCard visit={visit} found={found} />
              <WatchersCard view={view} visit={visit} found={found} />
              {facts.panels}
            </aside>
          </div>
        </LiveRegion>
      </div>
    ),
  }
}

async function customerScreen(facts: CaseFacts): Promise<Screen> {
  const { view, visit, found, entries, clocks } = facts
  const { lang } = visit
  const text = deskText[lang]
  const story = { visit, now: view.now, found, entries, inside: false }
  // The other forms of a customer stand where their question does.
  const following = formAsked(view, visit, found) === 'folj'
  const waits = found.state === 'waiting' && found.waitingFor === 'customer' && found.may.includes('write')
  return {
    title: `${found.number} ${found.title}`,
    layout: 'portal',
    crumbs: [{ href: '/mina-arenden', label: text.myCases }, { label: found.number }],
    topics: [`case:${found.id}`],
    main: (
      <LiveRegion id="arende" topics={[`case:${found.id}`]}>
        <PageHead
          title={found.title}
          under={
            <>
              <StateTag
                lang={lang}
                state={found.state}
                waitingFor={found.waitingFor}
                customer={found.requester?.id === view.actor.personId}
              />
              <span>
                {kindWords[found.kind][lang]} {found.number}
              </span>
              <CopyNumber lang={lang} value={found.number} />
            </>
          }
        />
        <div class="case-grid">
          <div>
            <CaseNotices {...facts} />
            {waits && (
              <Notice tone="warn" icon="reply" class="mb5" title={text.weWaitForYou}>
                {text.weWaitHelp}
              </Notice>
            )}
            {following && (await formOnPage(facts, 'folj'))}
            <ApprovalQuestion visit={visit} found={found} />
            <DoneQuestion visit={visit} found={found} />
            <StoryTools {...story} />
            <Story {...story} />
            <WriteHere visit={visit} found={found} counted={false} />
          </div>
          <aside class="side top" aria-label={text.about}>
            <CasePromise lang={lang} now={view.now} found={found} clocks={clocks} narrow />
            <CustomerFacts view={view} visit={visit} found={found} />
            <AnswersCard visit={visit} found={found} entries={entries} />
            <FilesCard {...facts} />
            <WatchersCard view={view} visit={visit} found={found} />
            {facts.panels}
            {found.may.includes('withdraw') && (
              <Card heading={text.noLongerNeeded} quiet>
                <WithdrawCard visit={visit} found={found} />
              </Card>
            )}
          </aside>
        </div>
      </LiveRegion>
    ),
  }
}

function FilesCard({ visit, files }: CaseFacts) {
  if (files.length === 0) return null
  return (
    <Card heading={deskText[visit.lang].files} quiet>
      <div class="stack g2">
        <Files visit={visit} files={files} />
      </div>
    </Card>
  )
}

async function formOnPage({ view, visit, found }: CaseFacts, key: FormKey): Promise<ComponentChildren> {
  return (
    <Card heading={deskText[visit.lang].formHeadings[key]} id={formPlace} class="mb5">
      {await caseForm(key, { view, visit, found, onPage: true })}
    </Card>
  )
}

/** What must be known before anything else: a refusal, where the case went, what it waits for. */
function CaseNotices(facts: CaseFacts) {
  const { visit, found } = facts
  const text = deskText[visit.lang]
  const refused = refusalWords(visit, lostWords(facts))
  return (
    <>
      {refused && (
        <Notice tone="bad" live="alert" class="mb5">
          {refused}
        </Notice>
      )}
      {found.mergedInto && (
        <Notice class="mb5" icon="merge" title={text.mergedInto}>
          <p>
            <a href={visit.href(`/arenden/${found.mergedInto.number}`)}>{found.mergedInto.number}</a>{' '}
            {found.mergedInto.title}
          </p>
          {found.may.includes('undo_merge') && (
            <Form
              action={visit.href(`/arenden/${found.number}/angra-sammanforing`)}
              hidden={{ _once: onceKey() }}
              class="mt2"
              enhance
            >
              <Button small icon="undo">
                {text.undoMerge}
              </Button>
            </Form>
          )}
        </Notice>
      )}
      {found.state === 'awaiting_approval' && !found.may.includes('approve') && (
        <Notice tone="warn" class="mb5" icon="user-check">
          {text.awaitingHelp}
        </Notice>
      )}
    </>
  )
}

/** “Någon hann före. A. Linde ändrade ärendet kl. 10.40. Din text finns kvar.” */
function lostWords({ view, visit, entries }: CaseFacts): Words | null {
  const latest = entries.findLast((entry) => entry.by !== null && entry.by !== visit.actor.personName)
  if (!latest) return null
  const at = Temporal.Instant.from(latest.at)
  const moment = longMoment(at, view.now, visit.lang)
  return {
    sv: `Någon hann före. ${latest.by ?? ''} ändrade ärendet ${moment}. Din text finns kvar.`,
    en: `Someone else was faster. ${latest.by ?? ''} changed the case ${moment}. Your text is kept.`,
  }
}

/** After a refused form the address is the deed's; read again, it is the case. */
export const backToCase = {
  path: '/arenden/:number/:deed',
  access: 'case.read',
  to: (_view: View, visit: Visit): Promise<string> =>
    Object.hasOwn(caseForms, visit.params['deed'] ?? '')
      ? Promise.resolve(`/arenden/${visit.params['number'] ?? ''}`)
      : notFound(),
}
