// What fields that ask the server are answered with: people to register for or let follow, and cases to point at. Without
// script the same words are read when the form is sent.
import { mayEver } from '#platform/access'
import { forbidden } from '#basics/refusal'
import type { DownloadPage, Visit } from '#platform/http/site'
import { personByName } from '#organisation'
import { casesLike } from '../desk-choices.ts'

interface Suggestion {
  readonly value: string
  readonly label: string
  readonly detail?: string
}

const asJson = (found: readonly Suggestion[]) => ({
  name: 'forslag.json',
  type: 'application/json; charset=utf-8',
  bytes: Buffer.from(JSON.stringify(found.slice(0, 20))),
})

const asked = (visit: Visit): string => (visit.query.get('q') ?? '').trim().slice(0, 100)

export const suggestions: readonly DownloadPage[] = [
  {
    path: '/arenden/forslag/personer',
    access: 'case.watch',
    async make(view, visit) {
      const found = asked(visit) === '' ? [] : await personByName(view, asked(visit))
      return asJson(
        found.map((person) => ({
          value: person.personId,
          label: person.name,
          detail: [person.title, person.units].filter(Boolean).join(', '),
        })),
      )
    },
  },
  {
    path: '/arenden/forslag/arenden',
    access: 'case.relate',
    async make(view, visit) {
      if (!mayEver(view.actor, 'case.relate')) forbidden('case.relate')
      return asJson(asked(visit) === '' ? [] : await casesLike(view, asked(visit), visit.lang))
    },
  },
]
