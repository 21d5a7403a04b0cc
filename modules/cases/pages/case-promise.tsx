// The promise of a case: the clock that ends first as a card with its days and how we counted, the others in short below.
import { longMoment } from '#basics/dates'
import type { Lang } from '#basics/lang'
import { Clock, ClockReplay, DayStrip, More, PromiseCard } from '#ui'
import type { ClockState } from '#ui'
import { clockLabel } from '../clock-label.ts'
import { stripOf } from '../clock-view.ts'
import { explain, stepWhen } from '../clock-words.ts'
import { dueIfResumedAt, nearest } from '../clock.ts'
import type { StoredClock } from '../clocks.ts'
import type { CaseView } from '../contract.ts'
import { promiseVerb } from '../words.ts'
import { deskText } from './desk-text.ts'

type Instant = Temporal.Instant

export interface PromiseProps {
  readonly lang: Lang
  readonly now: Instant
  readonly found: CaseView
  readonly clocks: readonly StoredClock[]
  /** In a narrow side the days stand with one letter each. */
  readonly narrow?: boolean
  /** Opens the explanation; the desk sees it at once, a customer asks for it. */
  readonly open?: boolean
}

const tones: Readonly<Record<ClockState, 'warn' | 'bad' | 'wait' | 'ok' | undefined>> = {
  running: undefined,
  soon: 'warn',
  broken: 'bad',
  paused: 'wait',
  kept: 'ok',
  none: undefined,
}

/** First the running clock that ends first, then what stands still, then what has ended, latest first. */
function inOrder(clocks: readonly StoredClock[]): readonly StoredClock[] {
  const first = nearest(clocks.map(({ clock }) => clock)) ?? clocks.find(({ clock }) => clock.state === 'paused')?.clock
  const rest = clocks
    .filter(({ clock }) => clock !== first)
    .toSorted((a, b) => Temporal.Instant.compare(b.clock.dueAt, a.clock.dueAt))
  const top = clocks.find(({ clock }) => clock === first)
  return top ? [top, ...rest] : rest
}

export function CasePromise(props: PromiseProps) {
  const { lang, now, found, clocks } = props
  const text = deskText[lang]
  const [main, ...others] = inOrder(clocks)
  if (!main)
    return (
      <PromiseCard lang={lang} id="klocka" heading={text.promise} headingHidden>
        <Clock state="none" large>
          {found.state === 'awaiting_approval' ? text.promiseAfterApproval : text.noPromise}
        </Clock>
        {found.state === 'awaiting_approval' && <p class="mt1">{text.promiseAfterApprovalHelp}</p>}
      </PromiseCard>
    )
  const label = clockLabel(main.clock, now)
  const state: ClockState = label.state === 'cancelled' ? 'none' : label.state
  return (
    <PromiseCard lang={lang} id="klocka" heading={text.promise} headingHidden tone={tones[state]}>
      <Clock state={state} large>
        {label.words[lang]}
      </Clock>
      <p class="mt1">
        <PromiseSentence {...props} stored={main} state={state} />
      </p>
      <Days {...props} stored={main} />
      {state !== 'none' && <Replay {...props} stored={main} />}
      {others.map((stored) => (
        <OtherPromise {...props} stored={stored} />
      ))}
    </PromiseCard>
  )
}

type OneProps = PromiseProps & { readonly stored: StoredClock }

/** “Påbörjas senast i dag kl. 16.45.” and, where it has moved, what was first told. */
function PromiseSentence({ lang, now, stored, state }: OneProps & { readonly state: ClockState }) {
  const text = deskText[lang]
  const { clock, row, calendarOf } = stored
  const label = clockLabel(clock, now)
  const due = longMoment(clock.dueAt, now, lang)
  const moved = !clock.firstToldDueAt.equals(clock.dueAt)
  return (
    <>
      {state === 'paused' ? (
        <>
          {label.detail[lang].slice(0, 1).toUpperCase() + label.detail[lang].slice(1)}. {text.ifAnsweredToday}{' '}
          {promiseVerb[row.kind][lang].toLowerCase()}{' '}
          <b>{longMoment(dueIfResumedAt(clock, now, calendarOf), now, lang)}</b>.
        </>
      ) : clock.endedAt && (state === 'kept' || state === 'broken') ? (
        <>
          {text.ended[row.kind]} <b>{longMoment(clock.endedAt, now, lang)}</b>. {promiseVerb[row.kind][lang]} {due}.
        </>
      ) : state === 'none' ? (
        text.promiseCancelled
      ) : (
        <>
          {promiseVerb[row.kind][lang]} <b>{due}</b>.
        </>
      )}
      {moved && state !== 'none' && ` ${text.firstTold(longMoment(clock.firstToldDueAt, now, lang))}`}
      {clock.movedByUs.workingMinutes > 0 && ` ${text.movedByUs}`}
      {clock.promise.strength === 'strive' && state !== 'none' && ` ${text.strive}`}
    </>
  )
}

function Days({ lang, now, narrow, stored }: OneProps) {
  const days = stripOf(stored, now)
  if (days.length === 0 || stored.clock.state === 'cancelled') return null
  return (
    <DayStrip
      lang={lang}
      label={deskText[lang].days}
      narrow={narrow}
      days={days.map((day) => ({
        date: day.date,
        kind: day.kind,
        number: day.number,
        note: day.note?.[lang],
        today: day.today,
      }))}
    />
  )
}

function Replay({ lang, found, stored, open }: OneProps) {
  const text = deskText[lang]
  const told = found.clocks.find((clock) => clock.kind === stored.row.kind)
  const rows = explain(stored.events, stored.calendarOf).map((step) => ({
    when: stepWhen(step, lang),
    what: step[lang],
    off: step.kind === 'off',
    last: 'last' in step && step.last,
  }))
  return (
    <ClockReplay lang={lang} rows={rows} open={open} source={told && text.source(told.source, told.promiseVersion)} />
  )
}

function OtherPromise(props: OneProps) {
  const { lang, now, stored } = props
  const label = clockLabel(stored.clock, now)
  const state: ClockState = label.state === 'cancelled' ? 'none' : label.state
  return (
    <div class="rule">
      <Clock state={state} detail={`${deskText[lang].promised[stored.row.kind]} ${label.detail[lang]}`.trim()}>
        {label.words[lang]}
      </Clock>
      <More summary={deskText[lang].otherPromise}>
        <p>
          <PromiseSentence {...props} state={state} />
        </p>
        <Days {...props} />
        <Replay {...props} open={false} />
      </More>
    </div>
  )
}
