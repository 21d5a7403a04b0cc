// What is measured: the requests people make most, as somebody of the filled office makes them.
import { randomUUIDv7 } from 'node:crypto'
import type { Client } from 'pg'
import type { Id } from '#basics/id'
import type { SeatFacts } from './process.ts'
import type { SavedScene } from './saved-scene.ts'
import { commonWord, rareWord } from './words.ts'

export interface Variant {
  readonly seat: string
  readonly method: 'GET' | 'POST'
  readonly path: string
  readonly body?: unknown
  /** The case it is about, when each asking is about another. */
  readonly about?: Id
}

export interface Measured {
  readonly name: string
  readonly kind: 'read' | 'write' | 'page'
  /** Least part of the floor's pace. */
  readonly goal: number
  /** Enough for a page, whatever the floor. */
  readonly enoughPerSecond?: number
  /** Held to 1.3 times the time at ten thousand cases. */
  readonly grows: boolean
  readonly variants: readonly Variant[]
}

export interface Office {
  readonly seats: readonly SeatFacts[]
  readonly requests: readonly Measured[]
}

/** `client` looks past the policies, to choose the cases that are asked for. */
export async function officeOf(client: Client, scene: SavedScene): Promise<Office> {
  const { ids } = scene
  const tenantId = scene.tenant.tenantId
  const rows = async (text: string, ...values: unknown[]): Promise<Id[]> =>
    (await client.query<{ id: Id }>(text, [tenantId, ...values])).rows.map((row) => row.id)
  const handlers = await rows(
    `select person_id as id from organisation.assignment where tenant_id = $1 and unit_id = $2 and role_id = $3 and assignment_id = person_id order by 1`,
    ids.unit['kontorsservice'],
    ids.role['agent'],
  )
  const askers = await rows(
    `select person_id as id from organisation.assignment where tenant_id = $1 and role_id = $2 and assignment_id = person_id order by 1 limit 5`,
    ids.role['employee'],
  )
  const [head = ''] = await rows(
    `select person_id as id from organisation.assignment where tenant_id = $1 and unit_id = $2 and role_id = $3`,
    ids.unit['kit'],
    ids.role['unit_manager'],
  )
  const inUnit = (narrowing: string, most: number): Promise<Id[]> =>
    rows(
      `select case_id as id from cases.case c where tenant_id = $1 and provider_unit_id = $2 and ${narrowing} order by 1 limit ${most}`,
      ids.unit['kontorsservice'],
    )
  const events = '(select count(*) from cases.event e where e.tenant_id = c.tenant_id and e.case_id = c.case_id)'
  const long = await inUnit(`state = 'in_progress' and ${events} = 40`, 20)
  // Two that have heard and sent different numbers of events and versions come first: the floor's script is read of them.
  const answered = await inUnit(
    `state = 'in_progress' and watchers = '{}' and form_id is not null and ${events} < 10`,
    60,
  )
  const seats: SeatFacts[] = [
    { name: 'alva', accountId: ids.account.agent, seatId: ids.seat.agent },
    { name: 'bo', accountId: ids.account.employee, seatId: ids.seat.employee },
    { name: 'eva', accountId: ids.account.purchaser, seatId: ids.seat.purchaser },
    { name: 'ada', accountId: ids.account.admin, seatId: ids.seat.admin },
    { name: 'head', accountId: head, seatId: head },
    ...handlers.map((id, n) => ({ name: `handler${n}`, accountId: id, seatId: id })),
    ...askers.map((id, n) => ({ name: `asker${n}`, accountId: id, seatId: id })),
  ]
  const desk = ['alva', ...handlers.map((_, n) => `handler${n}`)]
  const get = (seat: string, path: string): Variant => ({ seat, method: 'GET', path })
  const word = (q: string): Variant => get('head', `/api/v1/search?q=${encodeURIComponent(q)}`)
  const order = {
    requestType: 'vaktmasteri-jobb',
    text: 'Sätt upp en whiteboardtavla i konferensrummet på plan 2, vid fönstret.',
    answers: { vad: 'Sätt upp en whiteboardtavla', plats: ids.place.kommunhuset, flytt: 'nej' },
  }
  const reply = { body: 'Vi kommer i morgon förmiddag mellan åtta och tio. Hör av er om tiden inte passar.' }
  const read = { kind: 'read', goal: 0.5, grows: true } as const
  const write = { kind: 'write', goal: 0.4, grows: true } as const
  return {
    seats,
    requests: [
      { ...read, name: 'queue, 200 open', variants: desk.map((seat) => get(seat, '/api/v1/cases/queue')) },
      {
        ...read,
        name: 'mine',
        variants: ['bo', ...askers.map((_, n) => `asker${n}`)].map((seat) => get(seat, '/api/v1/cases/mine')),
      },
      { ...read, name: 'case, 40 events', variants: long.map((id) => get('alva', `/api/v1/cases/${id}/timeline`)) },
      { ...read, name: 'search, ≤ 100 hits', variants: [word(rareWord)] },
      { ...read, name: 'search, 10 % hits', variants: [word(commonWord)] },
      { ...write, name: 'create', variants: [{ seat: 'bo', method: 'POST', path: '/api/v1/cases', body: order }] },
      {
        ...write,
        name: 'reply',
        variants: answered.map((about) => ({
          seat: 'alva',
          method: 'POST' as const,
          path: `/api/v1/cases/${about}/replies`,
          body: reply,
          about,
        })),
      },
      {
        name: 'queue as a page',
        kind: 'page',
        goal: 0.25,
        enoughPerSecond: 1000,
        grows: true,
        variants: desk.map((seat) => get(seat, `/${scene.tenant.slug}/arenden/ko`)),
      },
    ],
  }
}

/** A request as it goes over the wire, with a fresh key when it writes. `script` and `about` are the floor's. */
export function requestBytes(variant: Variant, cookie: string, script: string): Buffer {
  const body = variant.body === undefined ? '' : JSON.stringify(variant.body)
  const lines = [
    `${variant.method} ${variant.path} HTTP/1.1`,
    'host: 127.0.0.1',
    `cookie: ${cookie}`,
    'sec-fetch-site: same-origin',
    `x-script: ${script}`,
    ...(variant.about === undefined ? [] : [`x-about: ${variant.about}`]),
    ...(variant.method === 'POST'
      ? [
          'content-type: application/json',
          `content-length: ${Buffer.byteLength(body)}`,
          `idempotency-key: ${randomUUIDv7()}`,
        ]
      : []),
  ]
  return Buffer.from(`${lines.join('\r\n')}\r\n\r\n${body}`)
}
