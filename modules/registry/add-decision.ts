// Enters a decision: who decided what, when, under which §. It is never changed; a new decision follows.
import type { Id } from '#basics/id'
import { refuse } from '#basics/refusal'
import { allow } from '#platform/access'
import type { Deed } from '#platform/act'
import type { DecisionBody } from './contract.ts'
import { insertDecision } from './store.ts'

export async function addDecision(deed: Deed, body: DecisionBody): Promise<{ decisionId: Id }> {
  allow(deed.actor, 'decision.keep')
  const decidedOn = Temporal.PlainDate.from(body.decidedOn)
  if (Temporal.PlainDate.compare(decidedOn, deed.today) > 0)
    refuse({
      code: 'decided_in_future',
      status: 422,
      field: 'decidedOn',
      sv: 'Ett beslut kan inte vara fattat i framtiden. Rätta datumet.',
      en: 'A decision cannot be made in the future. Correct the date.',
    })
  const decisionId = deed.newId()
  await insertDecision(deed, {
    decision_id: decisionId,
    party_id: body.partyId,
    decided_by: body.decidedBy ?? null,
    decided_on: decidedOn,
    section: body.section.trim(),
    title: body.title.trim(),
    body: body.body ?? null,
    source: body.source,
    origin: 'here',
  })
  deed.journal({
    verb: 'decision.entered',
    kind: 'decision',
    id: decisionId,
    facts: { party: body.partyId, on: body.decidedOn, section: body.section, source: body.source },
    content: `${body.title}\n${body.body ?? ''}`,
  })
  deed.changed('decisions')
  return { decisionId }
}
