// The same deed on many rows. Every row is a deed of its own; the answer says how many went and, for each that did not, why.
import type { Id } from '#basics/id'
import type { Words } from '#basics/refusal'
import { refuse } from '#basics/refusal'
import { act, look } from '#platform/act'
import type { Deed, View } from '#platform/act'
import { asRefusal } from '#platform/http/problem'
import { idField, listOf, oneOf, optional, shape, text as line, Type } from '#platform/http/shape'
import type { Static } from '#platform/http/shape'
import { formBatch } from '#platform/http/site'
import type { Once, Visit } from '#platform/http/site'
import { waitingFor } from '../case.ts'
import { deliverCase } from '../deliver-case.ts'
import { pauseCase, resumeCase } from '../pause-case.ts'
import { assignCase, handOverCase, startWork, takeCase } from '../take-case.ts'
import { noteOnCase, replyToCase } from '../write-message.ts'
import type { DeskListName } from './queue-state.ts'
import { deskPaths } from './queue-state.ts'

const deeds = ['ta', 'svara', 'anteckna', 'borja', 'fortsatt', 'pausa', 'leverera', 'tilldela', 'lamna'] as const
export type BulkDeed = (typeof deeds)[number]

const BulkBody = shape({
  arende: optional(listOf(idField(), 200)),
  gor: oneOf(deeds),
  svar: optional(line(20000)),
  anteckning: optional(line(20000)),
  vantar: optional(oneOf(waitingFor)),
  pausskal: optional(line(2000)),
  leverans: optional(line(2000)),
  person: optional(idField()),
  enhet: optional(idField()),
  linje: optional(oneOf(['1', '2', '3'])),
  skal: optional(line(2000)),
  tillbaka: optional(Type.String({ maxLength: 2000 })),
})
type Bulk = Static<typeof BulkBody>

export interface BulkOutcome {
  readonly gor: BulkDeed
  readonly total: number
  readonly failed: readonly (Words & { readonly caseId: Id; readonly number: string })[]
}

export function bulkDeed(which: DeskListName) {
  return formBatch({
    access: 'case.queue',
    body: BulkBody,
    each: (visit, { body }, once) => doAll(visit, body, once),
    then: ({ back, key }) => {
      const query = new URLSearchParams(back)
      if (key) query.set('gjort', key)
      const written = query.toString()
      return deskPaths[which] + (written ? `?${written}` : '')
    },
  })
}

async function doAll(
  visit: Visit,
  input: Bulk,
  once: Once | undefined,
): Promise<{ back: string; key: string | undefined }> {
  const { stage, tenant, actor } = visit
  const rows = [...new Set(input.arende ?? [])]
  if (rows.length === 0)
    refuse({
      code: 'nothing_selected',
      status: 422,
      field: 'arende',
      sv: 'Markera minst en rad först.',
      en: 'Select at least one row first.',
    })
  const doIt = deedOf(input)
  const failed: { caseId: Id; number: string; sv: string; en: string }[] = []
  for (const caseId of rows) {
    try {
      await act(
        stage,
        tenant,
        actor,
        (deed) => doIt(deed, caseId),
        once ? { once: { key: `${once.key}.${caseId}`, bodyHash: once.bodyHash } } : {},
      )
    } catch (error) {
      const refusal = asRefusal(error)
      if (!refusal) throw error
      failed.push({ caseId, number: '', ...refusal.words })
    }
  }
  const outcome: BulkOutcome = { gor: input.gor, total: rows.length, failed: await numbered(visit, failed) }
  if (once) await act(stage, tenant, actor, () => Promise.resolve(outcome), { once })
  return { back: input.tillbaka ?? '', key: once?.key }
}

async function numbered(visit: Visit, failed: BulkOutcome['failed']): Promise<BulkOutcome['failed']> {
  if (failed.length === 0) return failed
  const numbers = await look(visit.stage, visit.tenant, visit.actor, (view) =>
    view.tx
      .selectFrom('cases.case')
      .select(['case_id', 'number'])
      .where('tenant_id', '=', view.tenant.tenantId)
      .where(
        'case_id',
        'in',
        failed.map((one) => one.caseId),
      )
      .execute(),
  )
  const byId = new Map(numbers.map((row) => [row.case_id, row.number ?? '']))
  return failed.map((one) => ({ ...one, number: byId.get(one.caseId) ?? '' }))
}

/** What was chosen, with what it needs; refused before any row is touched when something is missing. */
function deedOf(input: Bulk): (deed: Deed, caseId: Id) => Promise<unknown> {
  switch (input.gor) {
    case 'ta':
      return (deed, caseId) => takeCase(deed, { caseId })
    case 'borja':
      return (deed, caseId) => startWork(deed, { caseId })
    case 'fortsatt':
      return (deed, caseId) => resumeCase(deed, { caseId })
    case 'svara': {
      const body = needed(input.svar, 'svar', { sv: 'Skriv svaret först.', en: 'Write the reply first.' })
      return (deed, caseId) => replyToCase(deed, { caseId, body })
    }
    case 'anteckna': {
      const body = needed(input.anteckning, 'anteckning', {
        sv: 'Skriv anteckningen först.',
        en: 'Write the note first.',
      })
      return (deed, caseId) => noteOnCase(deed, { caseId, body })
    }
    case 'pausa': {
      const reason = needed(input.pausskal, 'pausskal', {
        sv: 'Skriv varför klockan ska stå still.',
        en: 'Write why the clock is to stand still.',
      })
      return (deed, caseId) => pauseCase(deed, { caseId, waitingFor: input.vantar ?? 'customer', reason })
    }
    case 'leverera':
      return (deed, caseId) => deliverCase(deed, { caseId, note: input.leverans })
    case 'tilldela': {
      const personId = needed(input.person, 'person', {
        sv: 'Välj vem som ska ha ärendena.',
        en: 'Choose who is to have the cases.',
      })
      return (deed, caseId) => assignCase(deed, { caseId, personId })
    }
    case 'lamna': {
      const unitId = needed(input.enhet, 'enhet', {
        sv: 'Välj enhet att lämna över till.',
        en: 'Choose a unit to hand over to.',
      })
      const reason = needed(input.skal, 'skal', {
        sv: 'Skriv varför ärendena lämnas över.',
        en: 'Write why the cases are handed over.',
      })
      return (deed, caseId) =>
        handOverCase(deed, {
          caseId,
          unitId,
          reason,
          line: input.linje === undefined ? undefined : Number(input.linje),
        })
    }
  }
}

function needed(value: string | undefined, field: string, words: Words): string {
  return value ?? refuse({ code: 'missing', status: 422, field, ...words })
}

/** What the bar did last, kept with the form's key so that the answer survives the way back to the list. */
export async function outcomeOf(view: View, key: string | null): Promise<BulkOutcome | null> {
  if (key === null || !/^[\w-]{8,80}$/.test(key) || view.actor.accountId === null) return null
  const row = await view.tx
    .selectFrom('platform.idempotency')
    .select('answer')
    .where('tenant_id', '=', view.tenant.tenantId)
    .where('account_id', '=', view.actor.accountId)
    .where('key', '=', key)
    .executeTakeFirst()
  const answer = row?.answer as BulkOutcome | null | undefined
  return answer && deeds.includes(answer.gor) && Array.isArray(answer.failed) ? answer : null
}
