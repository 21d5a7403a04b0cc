// The rules of a service: its states and what may follow what, what the one template demands before a version is
// published (TY-067), when a basic service is settled (TY-069) and when its review is overdue (TY-081). Pure.
//
//   draft → planned → active → ending → ended          ending → active (the end is called off)
import type { FieldProblem, Words } from '#basics/refusal'
import { refuse } from '#basics/refusal'

type PlainDate = Temporal.PlainDate
const { compare } = Temporal.PlainDate

export const serviceStates = ['draft', 'planned', 'active', 'ending', 'ended'] as const
export type ServiceState = (typeof serviceStates)[number]

/** Volume, operation, application supply and project are printed for IT (TY-077); the others are ours. */
export const serviceKinds = [
  'volume',
  'operation',
  'application',
  'project',
  'advice',
  'support',
  'administration',
  'training',
  'job',
] as const
export type ServiceKind = (typeof serviceKinds)[number]

export const obligations = ['mandatory', 'optional', 'add_on', 'commissioned', 'appropriation'] as const
export type Obligation = (typeof obligations)[number]

export interface Lifecycle {
  /** How the version that holds on the day was published; null = no version holds. */
  readonly publishedAs: 'planned' | 'active' | null
  readonly startsOn: PlainDate | null
  readonly endingFrom: PlainDate | null
  readonly endsOn: PlainDate | null
}

export function stateOn(life: Lifecycle, date: PlainDate): ServiceState {
  if (life.publishedAs === null) return 'draft'
  if (life.endsOn !== null && compare(date, life.endsOn) >= 0) return 'ended'
  if (life.publishedAs === 'planned' && (life.startsOn === null || compare(date, life.startsOn) < 0)) return 'planned'
  return life.endingFrom !== null && compare(date, life.endingFrom) >= 0 ? 'ending' : 'active'
}

const next: Readonly<Record<ServiceState, readonly ServiceState[]>> = {
  draft: ['planned', 'active'],
  planned: ['planned', 'active', 'ended'],
  active: ['active', 'ending'],
  ending: ['ending', 'active', 'ended'],
  ended: [],
}

export function mayFollow(from: ServiceState, to: ServiceState): boolean {
  return next[from].includes(to)
}

export function mustFollow(from: ServiceState, to: ServiceState): void {
  if (mayFollow(from, to)) return
  const [a, b] = [stateWords[from], stateWords[to]]
  refuse({
    code: 'service_state',
    status: 409,
    sv: `Det går inte: tjänsten är ${a.sv} och kan inte bli ${b.sv}.`,
    en: `Not possible: the service is ${a.en} and cannot become ${b.en}.`,
  })
}

export const stateWords: Readonly<Record<ServiceState, Words>> = {
  draft: { sv: 'utkast', en: 'draft' },
  planned: { sv: 'planerad', en: 'planned' },
  active: { sv: 'aktiv', en: 'active' },
  ending: { sv: 'under avveckling', en: 'being phased out' },
  ended: { sv: 'avslutad', en: 'ended' },
}

/** What is on its way out is still delivered, so it can still be ordered; what is planned cannot yet (HS-099, HS-126). */
export function isOrderable(state: ServiceState): boolean {
  return state === 'active' || state === 'ending'
}

/** Sections of the template in the order they are read. Each is filled in or expressly said not to be stated. */
export const sections = [
  'purpose',
  'forWhom',
  'content',
  'boundary',
  'orderWay',
  'level',
  'volume',
  'price',
  'process',
] as const
export type Section = (typeof sections)[number]

export const sectionWords: Readonly<Record<Section, Words>> = {
  purpose: { sv: 'Syfte', en: 'Purpose' },
  forWhom: { sv: 'För vem', en: 'For whom' },
  content: { sv: 'Innehåll', en: 'Content' },
  boundary: { sv: 'Ingår och ingår inte', en: 'Included and not included' },
  orderWay: { sv: 'Så beställer du', en: 'How to order' },
  level: { sv: 'Servicenivå', en: 'Service level' },
  volume: { sv: 'Volym', en: 'Volume' },
  price: { sv: 'Pris', en: 'Price' },
  process: { sv: 'Så går det till', en: 'How it works' },
}

/** What publishing looks at. Empty text and null are the same: nothing. */
export interface TemplateFacts {
  readonly kind: ServiceKind | null
  readonly ownerPersonId: string | null
  readonly ownerTitle: string | null
  readonly purpose: string | null
  readonly forWhom: string | null
  readonly content: string | null
  readonly orderWay: string | null
  readonly level: string | null
  readonly volume: string | null
  readonly price: string | null
  readonly process: string | null
  readonly notStated: readonly string[]
  readonly boundaryRows: number
  readonly standard: 'standard' | 'adapted' | null
  readonly adaptedFromServiceId: string | null
  readonly hasProvider: boolean
  readonly countableOfferings: number
  readonly prices: number
  readonly promises: number
}

/** Everything that stops the version from being published; empty when it may. */
export function templateGaps(facts: TemplateFacts): readonly FieldProblem[] {
  const gaps: FieldProblem[] = []
  const gap = (field: string, sv: string, en: string): void => void gaps.push({ field, sv, en })
  if (facts.kind === null) gap('kind', 'Välj vilket slag av tjänst det är.', 'Choose what kind of service it is.')
  if (!facts.ownerPersonId && !facts.ownerTitle?.trim())
    gap('ownerTitle', 'Ange vem som ansvarar för tjänsten.', 'Say who is responsible for the service.')
  if (!facts.hasProvider) gap('provider', 'Ange vem som utför tjänsten.', 'Say who provides the service.')
  for (const section of sections) {
    if (isStated(facts, section) || facts.notStated.includes(section)) continue
    const words = sectionWords[section]
    gap(
      section,
      `Fyll i ”${words.sv}” eller markera att det inte är angivet.`,
      `Fill in “${words.en}” or mark it as not stated.`,
    )
  }
  if (facts.standard === 'adapted' && facts.adaptedFromServiceId === null)
    gap(
      'adaptedFromServiceId',
      'Ange vilken standardtjänst den anpassade tjänsten avviker från.',
      'Say which standard service the adapted one departs from.',
    )
  if (facts.kind === 'volume' && facts.countableOfferings === 0)
    gap(
      'offerings',
      'En volymtjänst ska ha minst en variant med räkneenhet.',
      'A volume service must have at least one offering with a counting unit.',
    )
  return gaps
}

function isStated(facts: TemplateFacts, section: Section): boolean {
  if (section === 'boundary') return facts.boundaryRows > 0
  if (section === 'price' && facts.prices > 0) return true
  if (section === 'level' && facts.promises > 0) return true
  return Boolean(facts[section]?.trim())
}

export interface SignOffFact {
  readonly signedAt: Temporal.Instant | null
}

/** Fastställd: somebody was asked and all who were asked have signed, at the instant told. */
export function isSettled(signOffs: readonly SignOffFact[], at: Temporal.Instant): boolean {
  return (
    signOffs.length > 0 &&
    signOffs.every(({ signedAt }) => signedAt !== null && Temporal.Instant.compare(signedAt, at) <= 0)
  )
}

/** Past its review day: that day is still in time, the day after is not. */
export function isReviewOverdue(reviewOn: PlainDate | null, date: PlainDate): boolean {
  return reviewOn !== null && compare(date, reviewOn) > 0
}

export interface Commitment {
  readonly validFrom: PlainDate
  readonly validTo: PlainDate | null
}

/**
 * What holds for an area without a published entry: the commitment of the day, else the latest one before it, which
 * holds until further notice (TY-073). Nothing once a service of the area is published.
 */
export function earlierCommitment<C extends Commitment>(
  commitments: readonly C[],
  hasPublished: boolean,
  date: PlainDate,
): C | null {
  if (hasPublished) return null
  return (
    commitments
      .filter((one) => compare(one.validFrom, date) <= 0)
      .toSorted((a, b) => compare(b.validFrom, a.validFrom))[0] ?? null
  )
}
