// What the page for registering asks of the rooms below: the person in its address, and what can be asked for today.
import type { Id } from '#basics/id'
import { isId } from '#basics/id'
import type { View } from '#platform/act'
import { requestTypesOn as requestTypesOfDay } from '#catalogue'
import type { RequestTypeRow } from '#catalogue'
import { person as personOf } from '#organisation'

export async function person(view: View, asked: string | null): Promise<{ personId: Id; name: string } | null> {
  if (asked === null || !isId(asked)) return null
  const found = await personOf(view, asked).catch(() => null)
  return found === null || found.hidden ? null : { personId: found.personId, name: found.name }
}

const collator = new Intl.Collator('sv')

/** Only what can be ordered now, by name. */
export async function requestTypesOn(view: View): Promise<readonly RequestTypeRow[]> {
  const types = await requestTypesOfDay(view, { date: view.today })
  return types.filter((type) => type.orderable).toSorted((a, b) => collator.compare(a.name.sv, b.name.sv))
}
