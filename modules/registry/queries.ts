// Reads of decisions: the register, one with its document and what it replaces.
import { sql } from 'kysely'
import type { Id } from '#basics/id'
import { notFound } from '#basics/refusal'
import { may } from '#platform/access'
import type { View } from '#platform/act'
import type { DecisionRow, DecisionView } from './contract.ts'
import type { DecisionSource } from './decision.ts'

export interface ListedDecision {
  readonly decision_id: Id
  readonly party_id: Id
  readonly party: string
  readonly decided_by: string | null
  readonly decided_on: Temporal.PlainDate | null
  readonly decided_printed: string | null
  readonly section: string | null
  readonly title: string
  readonly sort_title: string
  readonly source: DecisionSource
  readonly file_id: Id | null
  readonly replaced: boolean
  readonly origin: string
  readonly version: number
}

export function decisionRows(view: View) {
  return view.tx
    .selectFrom('registry.decision as d')
    .innerJoin('organisation.party as p', (j) =>
      j.onRef('p.tenant_id', '=', 'd.tenant_id').onRef('p.party_id', '=', 'd.party_id'),
    )
    .selectAll('d')
    .select([
      'p.name as party',
      sql<boolean>`exists (select from registry.decision r where r.tenant_id = d.tenant_id and r.replaces_id = d.decision_id)`.as(
        'replaced',
      ),
    ])
    .where('d.tenant_id', '=', view.tenant.tenantId)
}

export const asDecisionRow = (row: ListedDecision): DecisionRow => ({
  id: row.decision_id,
  party: { id: row.party_id, name: row.party },
  decidedBy: row.decided_by,
  decidedOn: row.decided_on?.toString() ?? null,
  decidedPrinted: row.decided_printed,
  section: row.section,
  title: row.title,
  source: row.source,
  replaced: row.replaced,
  hasDocument: row.file_id !== null,
  origin: row.origin,
  version: row.version,
})

export async function decisionById(view: View, decisionId: Id): Promise<DecisionView> {
  const row = await decisionRows(view).where('d.decision_id', '=', decisionId).executeTakeFirst()
  if (!row) return notFound()
  const around = await view.tx
    .selectFrom('registry.decision')
    .select(['decision_id as id', 'section', 'title', 'replaces_id'])
    .where('tenant_id', '=', view.tenant.tenantId)
    .where((e) => e.or([e('replaces_id', '=', decisionId), e('decision_id', '=', row.replaces_id)]))
    .execute()
  const other = (found: (typeof around)[number] | undefined) =>
    found ? { id: found.id, section: found.section, title: found.title } : null
  return {
    ...asDecisionRow(row),
    body: row.body,
    replaces: other(around.find((one) => one.id === row.replaces_id)),
    replacedBy: other(around.find((one) => one.replaces_id === decisionId)),
    document: await documentOf(view, row.file_id, decisionId),
    may: ['decision.keep'].filter((verb) => may(view.actor, verb)),
  }
}

async function documentOf(view: View, fileId: Id | null, decisionId: Id): Promise<DecisionView['document']> {
  const file = fileId === null ? null : await storedFile(view, fileId)
  if (!file) return null
  return {
    name: file.name,
    sizeBytes: Number(file.size_bytes),
    href: `/${view.tenant.slug}/beslut/${decisionId}/handling`,
  }
}

/** The document of a decision as it is stored; whoever reads the decision may fetch it. */
export async function documentFile(view: View, decisionId: Id) {
  const row = await decisionRows(view).where('d.decision_id', '=', decisionId).executeTakeFirst()
  const file = row?.file_id ? await storedFile(view, row.file_id) : undefined
  return file ?? notFound()
}

const storedFile = (view: View, fileId: Id) =>
  view.tx
    .selectFrom('platform.file')
    .select(['name', 'size_bytes', 'media_type', 'sha256'])
    .where('tenant_id', '=', view.tenant.tenantId)
    .where('file_id', '=', fileId)
    .where('subject_kind', '=', 'decision')
    .where('state', '=', 'stored')
    .executeTakeFirst()

/** For choosing among: those in force, the latest first. */
export async function decisionsToReplace(view: View, but?: Id): Promise<readonly DecisionRow[]> {
  const rows = await decisionRows(view)
    .where(
      sql<boolean>`not exists (select from registry.decision r where r.tenant_id = d.tenant_id and r.replaces_id = d.decision_id and r.decision_id is distinct from ${but ?? null}::uuid)`,
    )
    .$if(but !== undefined, (q) => q.where('d.decision_id', '<>', but ?? ''))
    .orderBy(sql`d.decided_on desc nulls last`)
    .orderBy('d.decision_id', 'desc')
    .limit(500)
    .execute()
  return rows.map(asDecisionRow)
}
