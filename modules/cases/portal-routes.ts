// Path → contract → query for what the portal and the head of a unit are shown; no decisions.
import { monthOf } from '#basics/period'
import { forbidden, refuse } from '#basics/refusal'
import type { View } from '#platform/act'
import { may } from '#platform/access'
import type { Api } from '#platform/http/api'
import { need } from '#catalogue'
import { promiseWords } from './clock-phrases.ts'
import { explain, stepWhen } from './clock-words.ts'
import { faultsByCategory, openByAge } from './figures.ts'
import { rowView } from './list.ts'
import { loadByPerson, loadByUnit, loadScope, movesByCustomer } from './load-queries.ts'
import { casesOfNeed } from './panels.tsx'
import { previewOrder } from './order-preview.ts'
import { portal as ops } from './portal-contract.ts'
import { approvalQuestions, customersOf } from './portal-queries.ts'

const ore = (amount: bigint | null): number | null => (amount === null ? null : Number(amount))

export function casesPortalRoutes(api: Api): void {
  api.read(ops.preview, async (view, { params, query, lang }) => {
    const forOther = query.onBehalfOf !== undefined || (query.channel !== undefined && query.channel !== 'portal')
    if (forOther && !may(view.actor, 'case.register')) forbidden('case.register')
    const { type, customer, expectedOre, approval, clocks } = await previewOrder(view, {
      requestType: params.requestType,
      channel: query.channel ?? 'portal',
      onBehalfOf: query.onBehalfOf,
    })
    const { need, depends, freeUpToOre, approvers, missing } = approval
    return {
      requestType: { id: type.requestTypeId, code: type.code },
      customer: customer && { id: customer.customerId, name: customer.name },
      expectedOre: ore(expectedOre),
      approval: { ...need, depends, freeUpToOre: ore(freeUpToOre), approvers: [...approvers], missing },
      promises: clocks.map(({ clock, events, calendarOf }) => ({
        kind: clock.promise.kind,
        strength: clock.promise.strength,
        promise: promiseWords(clock.promise)[lang],
        dueAt: clock.dueAt.toString(),
        explanation: explain(events, calendarOf).map((step) => ({ from: stepWhen(step, lang), words: step[lang] })),
      })),
    }
  })
  api.read(ops.approvals, async (view, { lang }) =>
    (await approvalQuestions(view, lang)).map((question) => ({
      case: rowView(question.row),
      askedAt: question.askedAt.toString(),
      lapseAt: question.lapseAt?.toString() ?? null,
      reason: question.reason,
      limitOre: ore(question.limitOre),
      deputyFor: question.deputyFor,
      unit: question.unit,
      answers: [...question.answers],
    })),
  )
  api.read(ops.customers, async (view) =>
    (await customersOf(view)).map(({ customerId, name }) => ({ id: customerId, name })),
  )
  api.read(ops.casesOfNeed, async (view, { params }) => {
    const { needId } = await need(view, params.needId)
    return (await casesOfNeed(view, needId)).map(({ caseId, ...one }) => ({ id: caseId, ...one }))
  })
  api.read(ops.load, async (view, { query }) => {
    const { scope, name } = await loadScope(view, query.enhet ?? null)
    const period = periodOf(view, query.fran, query.till)
    const moves = await movesByCustomer(view, scope, [period])
    return {
      scope: { kind: scope.kind, id: scope.id, name },
      byAge: [...(await openByAge(view, scope, view.today))],
      byPerson: [...(await loadByPerson(view, scope))],
      byUnit: [...(await loadByUnit(view, scope))],
      faults: [...(await faultsByCategory(view, scope, period))],
      moves: moves.map((row) => ({ customer: row.customer, count: row.counts[0] ?? 0 })),
    }
  })
}

/** The running month unless told; the end is exclusive. */
function periodOf(view: View, from: string | undefined, to: string | undefined) {
  const month = monthOf(view.today)
  const period = {
    from: from === undefined ? month.from : Temporal.PlainDate.from(from),
    to: to === undefined ? month.to : Temporal.PlainDate.from(to),
  }
  if (Temporal.PlainDate.compare(period.from, period.to) < 0) return period
  return refuse({
    code: 'empty_period',
    status: 422,
    field: 'till',
    sv: 'Slutet måste komma efter början.',
    en: 'The end must come after the beginning.',
  })
}
