// Whether an order needs its purchaser's yes before anyone works on it (TY-029, HS-349). Pure.

export interface PurchaserMandate {
  readonly personId: string
  readonly limitOre: bigint | null
}

export interface ApprovalRule {
  readonly rule: 'none' | 'unauthorised' | 'over_limit' | 'always'
  /** Below or at this sum nobody needs to ask; null = no free sum. */
  readonly freeUpToOre: bigint | null
}

export type ApprovalNeed =
  | { readonly needed: false; readonly why: 'no_rule' | 'under_limit' | 'own_mandate' }
  | { readonly needed: true; readonly why: 'not_authorised' | 'over_limit' | 'always' }

/** `costOre` null: no price is stated, so only the rule `unauthorised` and `always` can ask. */
export function approvalNeed(
  rule: ApprovalRule,
  requesterId: string,
  costOre: bigint | null,
  mandates: readonly PurchaserMandate[],
): ApprovalNeed {
  if (rule.rule === 'none') return { needed: false, why: 'no_rule' }
  if (rule.rule === 'always') return { needed: true, why: 'always' }
  if (mandates.some((mandate) => mandate.personId === requesterId && covers(mandate, costOre)))
    return { needed: false, why: 'own_mandate' }
  if (rule.rule === 'over_limit') {
    if (costOre === null || costOre <= (rule.freeUpToOre ?? 0n)) return { needed: false, why: 'under_limit' }
    return { needed: true, why: 'over_limit' }
  }
  return { needed: true, why: 'not_authorised' }
}

/** Those who may say yes to this sum, without the one who asks. */
export function whoMayApprove<M extends PurchaserMandate>(
  mandates: readonly M[],
  requesterId: string,
  costOre: bigint | null,
): M[] {
  return mandates.filter((mandate) => mandate.personId !== requesterId && covers(mandate, costOre))
}

function covers(mandate: PurchaserMandate, costOre: bigint | null): boolean {
  return mandate.limitOre === null || costOre === null || costOre <= mandate.limitOre
}
