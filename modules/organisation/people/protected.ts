// Who may see how to reach a protected person and where the person works.
import type { Id } from '#basics/id'
import { may } from '#platform/access'
import type { View } from '#platform/act'

/** Contact and whereabouts of a protected person are for the person and for those who keep the register. */
export function seesPerson(view: View, person: { readonly protected: boolean; readonly person_id: Id }): boolean {
  return (
    !person.protected ||
    view.actor.kind === 'system' ||
    view.actor.personId === person.person_id ||
    may(view.actor, 'organisation.edit')
  )
}
