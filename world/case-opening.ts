// How a planned case is handed in: the request with its form's answers, as the verb wants them.
import type { OpenCase } from '#cases'
import type { Id } from '#basics/id'
import type { IdOf } from './ids.ts'
import type { OfficeRows } from './office.ts'
import type { Answer } from './tyreso/form-shape.ts'
import type { PlannedCase } from './tyreso/planned-case.ts'
import type { Channel } from './tyreso/promises.ts'

/** What the ways in are called in the cases. */
export const channels = {
  portal: 'portal',
  email: 'mail',
  letter: 'letter',
  phone: 'telephone',
  counter: 'counter',
} as const satisfies Record<Channel, OpenCase['channel']>

/** A case of the world is found again by this. */
export const originOfCase = (key: string): string => `demonstration ${key}`

export function openingOf(rows: OfficeRows, id: IdOf, planned: PlannedCase): OpenCase {
  const { requester } = planned
  const person = 'person' in requester ? requester.person : null
  const byAnother = planned.registeredBy !== null || planned.channel !== 'portal'
  return {
    requestType: planned.requestType,
    title: planned.subject,
    text: planned.text,
    answers: answersOf(rows, id, planned),
    channel: channels[planned.channel],
    origin: originOfCase(planned.key),
    ...('outside' in requester ? { outside: { name: requester.outside } } : {}),
    ...(person !== null && byAnother ? { onBehalfOf: id('person', person) } : {}),
  }
}

function answersOf(rows: OfficeRows, id: IdOf, planned: PlannedCase): Record<string, unknown> {
  const type = rows.requestTypes.find((one) => one.key === planned.requestType)
  const fields = rows.forms.find((one) => one.key === type?.form)?.fields ?? []
  const answers: Record<string, unknown> = {}
  for (const { key, kind } of fields) {
    const value = planned.answers[key]
    // The world has no pictures to enclose.
    if (value !== undefined && kind !== 'file') answers[key] = sent(rows, id, kind, value)
  }
  return answers
}

function sent(rows: OfficeRows, id: IdOf, kind: string, value: Answer): unknown {
  if (typeof value === 'bigint') return `${value / 100n},${String(value % 100n).padStart(2, '0')}`
  if (typeof value !== 'string') return value
  if (kind === 'place') return placeId(rows, id, value) ?? value
  return kind === 'system' || kind === 'unit' || kind === 'person' ? id(kind, value) : value
}

/** A place is a reception or house of the organisation's list, a building, or a room in one. */
export function placeId(rows: OfficeRows, id: IdOf, key: string): Id | undefined {
  if (rows.places.some((place) => place.key === key)) return id('place', key)
  if (rows.buildings.some((building) => building.key === key)) return id('building', key)
  return rows.spaces.some((space) => space.key === key) ? id('room', key) : undefined
}
