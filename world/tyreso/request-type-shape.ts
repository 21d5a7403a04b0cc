// What kind of case a service takes: its form, where it goes, who must approve, and how it is worked.
import type { Condition } from './form-shape.ts'
import { type DocumentNumber, type Origin, type Words, demonstration, printed, words } from './origin.ts'

export type CaseKind = 'order' | 'fault' | 'question' | 'complaint'

export type Target =
  | { readonly unit: string }
  /** The unit or person that manages the system answered in the field. */
  | { readonly systemManagerOf: string; readonly then?: Target }
  | { readonly customerManager: true }
  | { readonly changeManager: true }

export interface Routing {
  readonly rules: readonly { readonly when: Condition; readonly to: Target }[]
  readonly otherwise: Target
}

/** Asked when the requester lacks a mandate that covers the amount; below the free limit nobody is asked. */
export interface ApprovalRule {
  readonly by: 'purchaser'
  readonly amountField: string | null
  readonly freeBelowOre: bigint
  readonly remindAfterWorkingDays: number
  readonly lapseAfterWorkingDays: number
}

export interface RequestTypeRow {
  readonly key: string
  readonly service: string
  readonly kind: CaseKind
  readonly name: Words
  readonly form: string
  readonly routing: Routing
  readonly approval: ApprovalRule | null
  readonly routine: string
  /** Categories that incidents are grouped by (HS-365): the form field that holds it. */
  readonly categoryField: string | null
  /** A place outside leads to another form, with the text kept (TY-375). */
  readonly redirect: { readonly when: Condition; readonly to: string; readonly keep: readonly string[] } | null
  /** Identity must be proved before access is given. */
  readonly identityCheck: boolean
  readonly offering: string | null
  readonly origin: Origin
}

export interface Spec {
  readonly form: string
  readonly routine: string
  readonly to: string
  readonly rules?: Routing['rules']
  readonly approval?: ApprovalRule
  readonly category?: string
  readonly redirect?: RequestTypeRow['redirect']
  readonly identityCheck?: boolean
  readonly offering?: string
  readonly source?: readonly [DocumentNumber, number]
}

export function requestType(
  key: string,
  service: string,
  kind: CaseKind,
  sv: string,
  en: string,
  spec: Spec,
): RequestTypeRow {
  return {
    key,
    service,
    kind,
    name: words(sv, en),
    form: spec.form,
    routing: { rules: spec.rules ?? [], otherwise: { unit: spec.to } },
    approval: spec.approval ?? null,
    routine: spec.routine,
    categoryField: spec.category ?? null,
    redirect: spec.redirect ?? null,
    identityCheck: spec.identityCheck ?? false,
    offering: spec.offering ?? null,
    origin: spec.source === undefined ? demonstration : printed(...spec.source),
  }
}

export function approvedBy(amountField: string | null, freeBelowKronor: number): ApprovalRule {
  return {
    by: 'purchaser',
    amountField,
    freeBelowOre: BigInt(freeBelowKronor) * 100n,
    remindAfterWorkingDays: 2,
    lapseAfterWorkingDays: 10,
  }
}
