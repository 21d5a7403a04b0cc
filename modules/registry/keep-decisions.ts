// Enters decisions and corrects what was entered wrongly. The document comes with the form; the journal keeps who entered
// what, so that a correction is never silent.
import type { Id } from '#basics/id'
import { refuse } from '#basics/refusal'
import { allow } from '#platform/access'
import type { Deed } from '#platform/act'
import { tieFiles } from '#platform/files/tie'
import type { SentFile } from '#platform/http/site'
import type { DecisionBody } from './contract.ts'
import { checkDecision, replacesItself } from './decision.ts'
import { indexLater } from './search.ts'
import { insertDecision, lockDecision, updateDecision } from './store.ts'

const columnsOf = (body: DecisionBody) => ({
  party_id: body.partyId,
  decided_by: body.decidedBy ?? null,
  decided_on: body.decidedOn ? Temporal.PlainDate.from(body.decidedOn) : null,
  decided_printed: body.decidedPrinted ?? null,
  section: body.section?.trim() ?? null,
  title: body.title.trim(),
  body: body.body ?? null,
  source: body.source,
  replaces_id: body.replacesId ?? null,
})

export async function addDecision(
  deed: Deed,
  body: DecisionBody,
  files: readonly SentFile[] = [],
): Promise<{ decisionId: Id }> {
  allow(deed.actor, 'decision.keep')
  check(deed, body)
  const decisionId = deed.newId()
  await mustBeReplaceable(deed, decisionId, body.replacesId ?? null)
  const [fileId] = await tieFiles(deed, files.slice(0, 1), 'decision', decisionId)
  await insertDecision(deed, {
    ...columnsOf(body),
    decision_id: decisionId,
    file_id: fileId ?? null,
    origin: 'here',
  })
  return said(deed, 'decision.entered', decisionId, body, 1)
}

export async function correctDecision(
  deed: Deed,
  decisionId: Id,
  body: DecisionBody,
  version: number,
  files: readonly SentFile[] = [],
): Promise<{ decisionId: Id }> {
  allow(deed.actor, 'decision.keep')
  const before = await lockDecision(deed, decisionId, version)
  check(deed, body)
  await mustBeReplaceable(deed, decisionId, body.replacesId ?? null)
  const [fileId] = await tieFiles(deed, files.slice(0, 1), 'decision', decisionId)
  await updateDecision(deed, before, { ...columnsOf(body), ...(fileId ? { file_id: fileId } : {}) })
  return said(deed, 'decision.corrected', decisionId, body, before.version + 1)
}

function check(deed: Deed, body: DecisionBody): void {
  const { decided_on: decidedOn, decided_by: decidedBy, decided_printed: decidedPrinted, section } = columnsOf(body)
  checkDecision({ source: body.source, decidedOn, decidedBy, decidedPrinted, section }, deed.today)
}

async function mustBeReplaceable(deed: Deed, decisionId: Id, replacesId: Id | null): Promise<void> {
  if (replacesId === null) return
  const links = await deed.tx
    .selectFrom('registry.decision')
    .select(['decision_id', 'replaces_id'])
    .where('tenant_id', '=', deed.tenant.tenantId)
    .where((e) => e.or([e('replaces_id', 'is not', null), e('decision_id', '=', replacesId)]))
    .execute()
  const no = (sv: string, en: string): never =>
    refuse({ code: 'not_replaceable', status: 422, field: 'replacesId', sv, en })
  if (!links.some((one) => one.decision_id === replacesId))
    no(
      'Beslutet som skulle ersättas finns inte. Välj ett annat.',
      'The decision to replace does not exist. Choose another.',
    )
  if (links.some((one) => one.replaces_id === replacesId && one.decision_id !== decisionId))
    no('Beslutet är redan ersatt av ett annat.', 'The decision has already been replaced by another.')
  const before = new Map(links.flatMap((one) => (one.replaces_id ? [[one.decision_id, one.replaces_id] as const] : [])))
  if (replacesItself(decisionId, replacesId, before))
    no('Ett beslut kan inte ersätta sig självt.', 'A decision cannot replace itself.')
}

function said(deed: Deed, verb: string, decisionId: Id, body: DecisionBody, version: number): { decisionId: Id } {
  deed.journal({
    verb,
    kind: 'decision',
    id: decisionId,
    facts: {
      party: body.partyId,
      on: body.decidedOn ?? null,
      source: body.source,
      replaces: body.replacesId ?? null,
      version,
    },
    content: [body.section, body.title, body.body, body.decidedBy, body.decidedPrinted].join('\n'),
  })
  deed.changed('decisions')
  indexLater(deed, 'decision', decisionId)
  return { decisionId }
}
