// Beside the form: the price of one's own customer, whether somebody must say yes, and until when it is promised if it is
// sent now – the same count as the case will be told.
import { longMoment } from '#basics/dates'
import type { Lang } from '#basics/lang'
import type { Visit } from '#platform/http/site'
import type { RequestTypeDetail } from '#catalogue'
import { Brief, Card, DayStrip, Hidden, Icon, PromiseCard, SumLines } from '#ui'
import type { BriefLine, SumLine } from '#ui'
import { promiseWords } from '../clock-phrases.ts'
import { dayStrip } from '../clock-words.ts'
import type { ClockKind } from '../clock.ts'
import type { OrderPreview, PreviewClock } from '../order-preview.ts'
import { promiseVerb } from '../words.ts'
import { money, priceLines } from './order-price.tsx'
import { portalText } from './portal-text.ts'

export interface OrderSideProps {
  readonly now: Temporal.Instant
  readonly visit: Visit
  readonly type: RequestTypeDetail
  readonly preview: OrderPreview
}

export function OrderSide(props: OrderSideProps) {
  const { type, preview } = props
  return (
    <aside class="sticky">
      {type.caseKind === 'order' && <PriceCard {...props} />}
      {(type.caseKind === 'order' || preview.approval.need.why !== 'no_rule') && <ApprovalCard {...props} />}
      <Promised {...props} />
    </aside>
  )
}

function PriceCard({ visit, preview }: OrderSideProps) {
  const { lang } = visit
  const text = portalText[lang]
  const { offering, customer, expectedOre } = preview
  const prices = offering ? priceLines(offering, lang) : []
  const lines: SumLine[] = prices.map((line) => ({
    label: offering?.name[lang] ?? '',
    detail: line.per,
    amount: line.price,
  }))
  const counted = preview.quantityThousandths === null ? null : expectedOre
  if (prices.length > 0 && counted !== null)
    lines.push({ label: text.estimated, amount: money(Number(counted), lang), total: true })
  return (
    <Card
      heading={customer ? text.priceFor(customer.name) : text.price}
      quiet
      class={lines.length > 0 ? undefined : 'again'}
    >
      {lines.length > 0 ? <SumLines lines={lines} /> : <p>{text.noPrice}</p>}
      {lines.length > 0 && (
        <p class="sm mute mt2">
          {counted === null && `${text.notYetCounted} `}
          {text.paidByActual}
        </p>
      )}
    </Card>
  )
}

function ApprovalCard({ visit, preview }: OrderSideProps) {
  const text = portalText[visit.lang]
  return (
    <Card class="again">
      <p class="line2 sm">
        <Icon name="user-check" />
        <span>
          <Hidden>{text.approvalHeading}: </Hidden>
          {approvalWords(preview, visit.lang)}
        </span>
      </p>
    </Card>
  )
}

export function approvalWords({ approval }: OrderPreview, lang: Lang): string {
  const text = portalText[lang]
  const { need, freeUpToOre, approvers } = approval
  if (approval.missing) return text.noApprover
  const who = approvers.slice(0, 3).join(` ${text.or} `) || text.yourBuyer
  const limit = freeUpToOre === null || freeUpToOre === 0n ? null : money(Number(freeUpToOre), lang)
  if (need.needed) return approvers.length > 0 ? text.approves(who) : text.approvesUnknown
  if (need.why === 'own_mandate') return text.ownMandate
  if (approval.depends) return limit ? text.overLimitThen(limit, who) : text.overNothingThen(who)
  return limit ? text.underLimit(limit) : text.noApproval
}

const weight: Readonly<Record<ClockKind, number>> = { start: 0, done: 1, first_answer: 2, receipt: 3 }

/** What says most to who orders comes first: when it begins, when it is done, when one is answered. */
export function clocksInOrder(clocks: readonly PreviewClock[]): readonly PreviewClock[] {
  return clocks.toSorted((a, b) => weight[a.clock.promise.kind] - weight[b.clock.promise.kind])
}

function Promised({ now, visit, preview }: OrderSideProps) {
  const { lang } = visit
  const text = portalText[lang]
  const [main, ...others] = clocksInOrder(preview.clocks)
  if (!main)
    return (
      <PromiseCard lang={lang} heading={text.promiseCard} class="again">
        <p class="mt2">{text.noPromise}</p>
      </PromiseCard>
    )
  const lead = preview.approval.need.needed ? text.ifApprovedNow : text.ifSentNow
  const days = dayStrip(main.events, main.calendarOf, now)
  return (
    <PromiseCard lang={lang} heading={promiseWords({ ...main.clock.promise, strength: 'binding' })[lang]}>
      <p class="mt2">{promisedBy(main, lead[main.clock.promise.kind], now, lang)}</p>
      <DayStrip
        lang={lang}
        narrow
        label={text.daysLabel}
        days={days.map((day) => ({ ...day, note: day.note?.[lang] }))}
      />
      {others.map((one) => (
        <p class="sm mt2">{promisedBy(one, text.alsoIf(promiseVerb[one.clock.promise.kind][lang]), now, lang)}</p>
      ))}
      {preview.hoursByPlace && <p class="sm mute mt2">{text.hoursByPlace}</p>}
    </PromiseCard>
  )
}

function promisedBy({ clock }: PreviewClock, lead: string, now: Temporal.Instant, lang: Lang) {
  return (
    <>
      {lead} <b>{longMoment(clock.dueAt, now, lang)}</b>.
      {clock.promise.strength === 'strive' && ` ${portalText[lang].aim}`}
    </>
  )
}

/** On a narrow page the side comes after the form: its three answers also stand right above the button. */
export function OrderBrief({ now, visit, type, preview }: OrderSideProps) {
  const { lang } = visit
  const text = portalText[lang]
  const [main] = clocksInOrder(preview.clocks)
  const lead = preview.approval.need.needed ? text.ifApprovedNow : text.ifSentNow
  const lines: BriefLine[] = [
    { icon: 'clock', words: main ? promisedBy(main, lead[main.clock.promise.kind], now, lang) : text.noPromise },
  ]
  if (type.caseKind === 'order')
    lines.unshift(
      { icon: 'receipt', words: priceInWords(preview, lang) },
      { icon: 'user-check', words: approvalWords(preview, lang) },
    )
  return <Brief lines={lines} />
}

function priceInWords({ offering, expectedOre, quantityThousandths }: OrderPreview, lang: Lang): string {
  const text = portalText[lang]
  const prices = offering ? priceLines(offering, lang) : []
  if (prices.length === 0) return text.noPrice
  if (quantityThousandths !== null && expectedOre !== null)
    return `${text.estimated}: ${money(Number(expectedOre), lang)}.`
  return `${text.price}: ${prices.map((line) => [line.price, line.per].filter(Boolean).join(' ')).join(', ')}.`
}
