// The rules of an agreement: it holds from a day to a day, its lines within it, and at most one line a day covers the same thing.
import { refuse } from '#basics/refusal'
import type { Id } from '#basics/id'

type PlainDate = Temporal.PlainDate
const { compare } = Temporal.PlainDate

export const agreementKinds = ['agreement', 'understanding', 'assignment', 'appropriation', 'underpinning'] as const
export const financings = ['price', 'key', 'fixed', 'appropriation', 'none'] as const
export const agreementStates = ['planned', 'active', 'ended'] as const
export type AgreementState = (typeof agreementStates)[number]

export interface Span {
  readonly from: PlainDate
  readonly to: PlainDate | null
}

export interface Covered extends Span {
  readonly lineNo: number
  readonly serviceId: Id
  readonly offeringId: Id | null
  readonly systemId: Id | null
}

export function stateOn({ from, to }: Span, on: PlainDate): AgreementState {
  if (to && compare(to, on) <= 0) return 'ended'
  return compare(from, on) > 0 ? 'planned' : 'active'
}

const meets = (a: Span, b: Span): boolean =>
  (a.to === null || compare(b.from, a.to) < 0) && (b.to === null || compare(a.from, b.to) < 0)

/** The line that already covers the very same thing on some of the same days. */
export function overlapping(
  lines: readonly Covered[],
  wanted: Omit<Covered, 'lineNo'>,
  but?: number,
): Covered | undefined {
  return lines.find(
    (line) =>
      line.lineNo !== but &&
      line.serviceId === wanted.serviceId &&
      line.offeringId === wanted.offeringId &&
      line.systemId === wanted.systemId &&
      meets(line, wanted),
  )
}

export function mustEndAfterStart(span: Span, field: string): void {
  if (span.to && compare(span.to, span.from) <= 0)
    refuse({
      code: 'ends_before_start',
      status: 422,
      field,
      sv: `Den första dagen utan måste ligga efter ${span.from}.`,
      en: `The first day without must lie after ${span.from}.`,
    })
}

export function mustLieWithin(line: Span, agreement: Span, field: string): void {
  const early = compare(line.from, agreement.from) < 0
  const late = agreement.to !== null && compare(line.from, agreement.to) >= 0
  if (early || late)
    refuse({
      code: 'outside_agreement',
      status: 422,
      field,
      sv: `Raden måste börja medan överenskommelsen gäller, från ${agreement.from}${agreement.to ? ` till ${agreement.to}` : ''}.`,
      en: `The line must begin while the agreement holds, from ${agreement.from}${agreement.to ? ` to ${agreement.to}` : ''}.`,
    })
}
