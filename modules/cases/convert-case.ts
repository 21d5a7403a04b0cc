// One click: a support case that is really a wish is closed as turned into one, linked both ways, and the user is told (TY-058).
import type { Id } from '#basics/id'
import type { Deed } from '#platform/act'
import { notify } from '#platform/notices'
import { addNeed, backNeed } from '#catalogue'
import { areaOfRequest } from './asked-for.ts'
import { moveClocks } from './clocks.ts'
import { loadFor, topicsOf } from './load-case.ts'
import { appendEvents, changeCase, insertConversion } from './store.ts'

export async function convertToWish(
  deed: Deed,
  input: { caseId: Id; title?: string | undefined; version?: number | undefined },
): Promise<{ caseId: Id; needId: Id }> {
  const row = await loadFor(deed, 'convert', input.caseId, input.version)
  const areaId = await areaOfRequest(deed, row.request_type_id)
  const first = await deed.tx
    .selectFrom('cases.message')
    .select('body')
    .where('tenant_id', '=', deed.tenant.tenantId)
    .where('case_id', '=', row.case_id)
    .where('kind', '=', 'in')
    .orderBy('at')
    .limit(1)
    .executeTakeFirst()
  const { needId } = await addNeed(deed, {
    kind: 'wish',
    title: input.title ?? row.title,
    body: [first?.body, `Ärende: ${row.number ?? ''}`].filter(Boolean).join('\n\n'),
    areaId,
    askedBy: row.requester_id ?? row.registered_by,
  })
  if (row.customer_id && row.requester_id)
    await backNeed(deed, { needId, customerId: row.customer_id, personId: row.requester_id })
  await insertConversion(deed, row.case_id, needId)
  const { change } = await moveClocks(deed, row.case_id, ({ clock }) =>
    clock.endedAt === null ? { kind: 'stop', at: deed.now, schedule: clock.schedule } : null,
  )
  await changeCase(deed, row, { ...change, state: 'converted', waiting_for: null, closed_at: deed.now })
  await appendEvents(deed, row.case_id, [{ kind: 'converted', facts: { needId } }])
  deed.journal({ verb: 'case.converted', kind: 'case', id: row.case_id, facts: { need: needId } })
  if (row.requester_id)
    await notify(deed, [
      {
        personId: row.requester_id,
        kind: 'case.converted',
        subjectKind: 'case',
        subjectId: row.case_id,
        facts: { title: row.title, number: row.number ?? '', needId },
      },
    ])
  deed.enqueue({ task: 'case.mail_converted', payload: { caseId: row.case_id } })
  deed.changed(...topicsOf(row), 'needs')
  return { caseId: row.case_id, needId }
}
