// The receipt: the number, the promise in words and as a strip of days, how it was counted, and what happens now.
import type { ComponentChildren } from 'preact'
import { localDate, longDate, longMoment, monthName, timeOfDay, weekdayName } from '#basics/dates'
import { notFound } from '#basics/refusal'
import { isId } from '#basics/id'
import { kronor } from '#basics/money'
import type { View } from '#platform/act'
import { deciders, latestApproval } from '#platform/approval'
import type { Page, Redirection, Visit } from '#platform/http/site'
import { personNames } from '#organisation'
import { Card, CopyNumber, DayByDay, DayStrip, Facts, Icon, LinkButton, LiveRegion, Steps } from '#ui'
import type { Fact, Step } from '#ui'
import { explain } from '../clock-words.ts'
import type { Step as CountedStep } from '../clock-words.ts'
import { stripOf } from '../clock-view.ts'
import type { ClockKind } from '../clock.ts'
import type { StoredClock } from '../clocks.ts'
import { readClocks } from '../clocks.ts'
import type { CaseView } from '../contract.ts'
import { readCase } from '../queries.ts'
import { personToWrite } from '../who-orders.ts'
import { caseKey } from './case-page.tsx'
import { portalText } from './portal-text.ts'

/** The number is drawn as the deed is sealed: only the id is known when the form has been sent. */
export const toReceipt: Redirection = {
  path: '/bestallt/:caseId',
  access: 'case.read',
  async to(view, visit) {
    const caseId = visit.params['caseId'] ?? ''
    const found = isId(caseId) ? await readCase(view, { caseId }, visit.lang) : notFound()
    return `/arenden/${found.number || caseId}/kvitto`
  },
}

interface ReceiptFacts {
  readonly view: View
  readonly visit: Visit
  readonly found: CaseView
  readonly clocks: readonly StoredClock[]
  readonly asked: { readonly who: readonly string[]; readonly lapseAt: Temporal.Instant | null } | null
  readonly mailed: boolean
}

export const receiptPage: Page = {
  path: '/arenden/:number/kvitto',
  access: 'case.read',
  async show(view, visit) {
    const text = portalText[visit.lang]
    const found = await readCase(view, caseKey(visit), visit.lang)
    const facts: ReceiptFacts = {
      view,
      visit,
      found,
      clocks: inOrder(await readClocks(view, found.id)),
      asked: await whoIsAsked(view, found),
      mailed:
        found.requester?.id === view.actor.personId && (await personToWrite(view, found.requester?.id ?? '')) !== null,
    }
    return {
      title: `${text.receiptShort}: ${text.receiptTitle[found.kind]}`,
      layout: 'portal',
      topics: [`case:${found.id}`],
      main: (
        <LiveRegion id="kvitto" topics={[`case:${found.id}`]}>
          <div class="two">
            <div>
              <Received {...facts} />
              <Promise {...facts} />
              <section class="mt8" aria-labelledby="nu">
                <h2 class="mb4" id="nu">
                  {text.nextTitle}
                </h2>
                <Steps lang={visit.lang} items={stepsOf(facts)} />
              </section>
            </div>
            <Side {...facts} />
          </div>
        </LiveRegion>
      ),
    }
  },
}

const weight: Readonly<Record<ClockKind, number>> = { start: 0, done: 1, first_answer: 2, receipt: 3 }
const inOrder = (clocks: readonly StoredClock[]): readonly StoredClock[] =>
  clocks.toSorted((a, b) => weight[a.row.kind] - weight[b.row.kind])

async function whoIsAsked(view: View, found: CaseView): Promise<ReceiptFacts['asked']> {
  const approval = await latestApproval(view, 'case', found.id)
  if (!approval) return null
  const steps = await deciders(view, approval.approval_id)
  const names = await personNames(
    view,
    steps.filter((step) => step.deputy_for === null).map((step) => step.person_id),
  )
  return { who: [...names.values()], lapseAt: approval.lapse_at }
}

function Received({ view, visit, found, mailed }: ReceiptFacts) {
  const { lang } = visit
  const text = portalText[lang]
  return (
    <section class="panel receipt">
      <div class="in p6">
        <p class="got">
          <Icon name="circle-check" />
          {text.received(longMoment(Temporal.Instant.from(found.receivedAt), view.now, lang))}
        </p>
        <h1 class="mt2">{text.receiptTitle[found.kind]}</h1>
        <p class="no mt2">
          {found.number ? (
            <>
              {text.caseWord} <b>{found.number}</b> · {found.title} <CopyNumber lang={lang} value={found.number} />
            </>
          ) : (
            text.numberComing
          )}
        </p>
        {mailed && <p class="mute mt1">{text.alsoByMail}</p>}
      </div>
    </section>
  )
}

function Promise(facts: ReceiptFacts) {
  const { view, visit, found, clocks, asked } = facts
  const { lang } = visit
  const text = portalText[lang]
  const [main, ...others] = clocks
  if (!main)
    return (
      <Section heading={text.ourPromise}>
        <p class="big">{unpromised(facts)}</p>
        {found.state === 'awaiting_approval' && asked?.lapseAt && (
          <p class="mute mt2">{text.awaitsUntil(longMoment(asked.lapseAt, view.now, lang))}</p>
        )}
      </Section>
    )
  const told = found.clocks.find((clock) => clock.kind === main.row.kind)
  return (
    <Section heading={text.ourPromise}>
      <p class="big">{promised(facts, main)}</p>
      <DayStrip
        lang={lang}
        label={text.daysLabel}
        days={stripOf(main, view.now).map((day) => ({ ...day, note: day.note?.[lang] }))}
      />
      {others.map((other) => (
        <p>{text.also(promised(facts, other))}</p>
      ))}
      <Card heading={text.howCounted} level={3} class="mt4">
        <DayByDay
          rows={explain(main.events, main.calendarOf).map((step) => ({
            when: wideWhen(step, lang),
            what: step[lang],
            off: step.kind === 'off',
          }))}
        />
        <p class="sm mute mt3">
          {told && `${text.promiseFrom(told.source)} `}
          {text.clockNote}
        </p>
      </Card>
    </Section>
  )
}

/** `Onsdag 4 april kl. 10.00`, `Torsdag 5 april`, `Fredag 6–måndag 9 april`: there is room for words here. */
function wideWhen(step: CountedStep, lang: Visit['lang']): string {
  const whole = (date: Temporal.PlainDate): string => longDate(date, date, lang)
  const capital = (words: string): string => words.slice(0, 1).toUpperCase() + words.slice(1)
  if (step.kind === 'work') return capital(whole(step.date))
  if (step.kind !== 'off')
    return capital(`${whole(localDate(step.at))} ${lang === 'sv' ? 'kl.' : 'at'} ${timeOfDay(step.at, lang)}`)
  const { from, to } = step
  if (from.equals(to)) return capital(whole(from))
  const sameMonth = from.month === to.month
  const first = sameMonth
    ? `${weekdayName(from, lang)} ${from.day}`
    : `${weekdayName(from, lang)} ${from.day} ${monthName(from.month, lang)}`
  return capital(`${first}–${whole(to)}`)
}

function Section({ heading, children }: { readonly heading: string; readonly children: ComponentChildren }) {
  return (
    <section class="mt8" aria-labelledby="lofte">
      <h2 class="sr" id="lofte">
        {heading}
      </h2>
      {children}
    </section>
  )
}

/** Without a clock: what is waited for, that it ended before it began, or that nothing is promised. */
function unpromised({ visit, found, asked }: ReceiptFacts): string {
  const text = portalText[visit.lang]
  if (found.state === 'awaiting_approval') return awaitWords(asked, visit.lang)
  if (found.state === 'rejected') return `${text.stepRejected}.`
  return found.state === 'withdrawn' ? `${text.stepWithdrawn}.` : text.noPromise
}

function awaitWords(asked: ReceiptFacts['asked'], lang: Visit['lang']): string {
  const text = portalText[lang]
  return asked && asked.who.length > 0 ? text.afterApprovalWho(asked.who.join(` ${text.or} `)) : text.afterApproval
}

/** “Vi börjar senast onsdag 11 april kl. 16.45.” */
function promised({ view, visit }: ReceiptFacts, { row, clock }: StoredClock): string {
  const { lang } = visit
  const text = portalText[lang]
  const words = `${text.weStart[row.kind] ?? ''} ${longMoment(clock.dueAt, view.now, lang)}.`
  return clock.promise.strength === 'strive' ? `${words} ${text.aim}` : words
}

function stepsOf({ view, visit, found, asked }: ReceiptFacts): Step[] {
  const { lang } = visit
  const text = portalText[lang]
  const awaits = found.state === 'awaiting_approval'
  const over = ['done', 'closed'].includes(found.state)
  const begun = found.startedAt !== null || over
  const step = (title: string, words: string | undefined, done: boolean, now: boolean): Step => ({
    title,
    text: words,
    state: done ? 'done' : now ? 'now' : 'later',
  })
  const received = step(
    text.stepReceived[found.kind],
    longMoment(Temporal.Instant.from(found.receivedAt), view.now, lang),
    true,
    false,
  )
  if (found.state === 'rejected') return [received, step(text.stepRejected, text.stepRejectedText, false, true)]
  if (found.state === 'withdrawn') return [received, step(text.stepWithdrawn, undefined, true, false)]
  return [
    received,
    ...(asked
      ? [
          awaits
            ? step(
                text.stepApproval,
                asked.who.length > 0 ? text.stepApprovalText(asked.who.join(', ')) : undefined,
                false,
                true,
              )
            : step(text.stepApproved, undefined, true, false),
        ]
      : []),
    found.owner
      ? step(text.stepTakenBy(found.owner.name), undefined, true, false)
      : step(text.stepTaken(found.provider.unit), text.stepTakenText, begun, !awaits && !begun),
    step(text.stepWork[found.kind], text.stepWorkText, over, !over && !awaits && (begun || found.owner !== null)),
    step(text.stepDone, text.stepDoneText, over, false),
  ]
}

function Side({ visit, found }: ReceiptFacts) {
  const { lang } = visit
  const text = portalText[lang]
  const href = visit.href(`/arenden/${found.number || found.id}`)
  const rows: Fact[] = [
    [text.service, found.service.name],
    ...found.answers.map((answer): Fact => [answer.label, answer.value]),
    ...(found.expectedOre === null
      ? []
      : [
          [
            text.estimated,
            kronor(BigInt(found.expectedOre), lang, found.expectedOre % 100 === 0 ? 'kr' : 'ore'),
          ] as const,
        ]),
    [
      text.orderedBy[found.kind],
      [found.requester?.name ?? found.outsideName, found.customer?.name].filter(Boolean).join(', '),
    ],
  ]
  return (
    <aside class="sticky">
      <Card heading={text.youAsked[found.kind]} quiet>
        <Facts items={rows} large />
      </Card>
      <div class="stack g2">
        <LinkButton href={href} wide icon="folder-open">
          {text.openCase}
        </LinkButton>
        {found.may.includes('withdraw') && (
          <LinkButton href={`${href}#aterta`} wide icon="pencil">
            {text.changeOrUndo}
          </LinkButton>
        )}
        <LinkButton href={visit.href('/')} wide kind="quiet">
          {text.goOn}
        </LinkButton>
      </div>
      {found.may.includes('withdraw') && <p class="sm mute">{text.changeHelp}</p>}
    </aside>
  )
}
