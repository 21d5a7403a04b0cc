// The rules of a role: its versions replace each other in time, each with its rights, and it may have taken over from
// versions of other roles (the models of 2011, 2012 and 2013; TY-037).
import { refuse } from '#basics/refusal'
import { isRight } from '../rights.ts'

type PlainDate = Temporal.PlainDate
const { compare } = Temporal.PlainDate

export const roleLevels = ['strategic', 'tactical', 'operative'] as const
export type RoleLevel = (typeof roleLevels)[number]

export interface RoleSpan {
  readonly versionNo: number
  readonly from: PlainDate
  readonly to: PlainDate | null
}

/** A new version begins after the latest one did; that one ends then, unless it had ended already. */
export function planVersion(
  latest: RoleSpan,
  from: PlainDate,
): { readonly endLatest: boolean; readonly versionNo: number } {
  if (compare(from, latest.from) <= 0)
    refuse({
      code: 'version_begins_too_early',
      status: 422,
      field: 'from',
      sv: `Den senaste versionen gäller från ${latest.from}. Välj en senare dag.`,
      en: `The latest version holds from ${latest.from}. Choose a later day.`,
    })
  return { endLatest: latest.to === null || compare(latest.to, from) > 0, versionNo: latest.versionNo + 1 }
}

/** The version of a predecessor that was in force the day before, or the last one before that. */
export function versionBefore(versions: readonly RoleSpan[], from: PlainDate): RoleSpan | null {
  const earlier = versions.filter((one) => compare(one.from, from) < 0)
  return earlier.toSorted((a, b) => compare(b.from, a.from))[0] ?? null
}

export function refuseUnknownRights(rights: readonly string[]): void {
  const unknown = rights.find((right) => !isRight(right))
  if (unknown !== undefined)
    refuse({
      code: 'unknown_right',
      status: 422,
      field: 'rights',
      sv: `Rättigheten ${unknown} finns inte. Välj bland dem som listas.`,
      en: `There is no right ${unknown}. Choose among those listed.`,
    })
}
