// The rules of a decision: who decided what, when, under which §. A decision is never changed; a later one takes its place.
import { Problems } from '#basics/refusal'
import type { Id } from '#basics/id'

export const decisionSources = ['meeting', 'delegation', 'printed'] as const
export type DecisionSource = (typeof decisionSources)[number]

export interface DecisionFacts {
  readonly source: DecisionSource
  readonly decidedOn: Temporal.PlainDate | null
  readonly decidedPrinted: string | null
  readonly decidedBy: string | null
  readonly section: string | null
}

/** A meeting has a day and a §, a delegate a day and a name; only what is printed may lack what nobody printed. */
export function checkDecision(facts: DecisionFacts, today: Temporal.PlainDate): void {
  const problems = new Problems()
  const { source, decidedOn } = facts
  if (decidedOn && Temporal.PlainDate.compare(decidedOn, today) > 0)
    problems.add(
      'decidedOn',
      'Ett beslut kan inte vara fattat i framtiden. Rätta datumet.',
      'A decision cannot be made in the future. Correct the date.',
    )
  if (!decidedOn && source !== 'printed')
    problems.add('decidedOn', 'Skriv vilken dag beslutet fattades.', 'Write the day of the decision.')
  if (decidedOn && facts.decidedPrinted)
    problems.add(
      'decidedPrinted',
      'Beslutet har redan ett datum. Ta bort den ena uppgiften.',
      'The decision has a date already. Remove one of the two.',
    )
  if (facts.decidedPrinted && source !== 'printed')
    problems.add('decidedPrinted', 'Gäller bara beslut som är tryckta.', 'Only for a decision that is printed.')
  if (!facts.section && source === 'meeting')
    problems.add('section', 'Skriv paragrafen, till exempel § 85.', 'Write the section, for example § 85.')
  if (!facts.decidedBy && source === 'delegation')
    problems.add('decidedBy', 'Skriv vem som beslutade på delegation.', 'Write who decided by delegation.')
  problems.done()
}

/** The decisions that would be replaced in a ring, if this one replaced that one. */
export function replacesItself(decisionId: Id, replacesId: Id | null, before: ReadonlyMap<Id, Id>): boolean {
  for (let at = replacesId, n = 0; at !== null && n < 1000; at = before.get(at) ?? null, n += 1)
    if (at === decisionId) return true
  return false
}
