// Turns what was heard into a script that can be played again: a read word for word, a write with its own ids. What a
// write made anew (ids, the key of the request) and what it had read before (the next number of an event, the version)
// is found by comparing two hearings of the same request.
import { randomBytes, randomUUIDv7 } from 'node:crypto'
import type { HeardTurn, WireValue } from './tap.ts'

export type Piece =
  | { readonly same: string }
  /** The id number n that this request makes for itself; 0 is the id in its address. */
  | { readonly id: number }
  /** What an earlier statement answered: turn, statement, row, column. */
  | { readonly answer: readonly [number, number, number, number]; readonly plus?: number }

export type ScriptValue = null | { readonly bytes: string } | { readonly random: number } | readonly Piece[]

export interface ScriptStatement {
  readonly text: string
  readonly values: readonly ScriptValue[]
  /** Its answer is looked at later. */
  readonly kept: boolean
}

export interface Script {
  readonly turns: readonly (readonly ScriptStatement[])[]
  readonly ids: number
  /** Size of the answer that is given back, and its status. */
  readonly bytes: number
  readonly status: number
}

export interface Hearing {
  readonly turns: readonly HeardTurn[]
  /** The id in the address, for requests about one case. */
  readonly about?: string
  readonly bytes: number
  readonly status: number
}

const uuid = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g

export function readScript(heard: Hearing): Script {
  return {
    turns: heard.turns.map((turn) =>
      turn.map(({ text, values }) => ({ text, kept: false, values: values.map((value) => verbatim(value)) })),
    ),
    ids: 0,
    bytes: heard.bytes,
    status: heard.status,
  }
}

const verbatim = (value: WireValue): ScriptValue => (typeof value === 'string' ? [{ same: value }] : value)

export function writeScript(first: Hearing, second: Hearing): Script {
  mustBeAlike(first, second)
  const made = new Map<string, number>()
  if (first.about !== undefined && second.about !== undefined) made.set(`${first.about} ${second.about}`, 0)
  const kept = new Set<string>()
  const values = (t: number, s: number): ScriptValue[] =>
    first.turns[t]![s]!.values.map((a, v) => {
      const b = second.turns[t]![s]!.values[v]!
      if (a === null || b === null || typeof a === 'object' || typeof b === 'object')
        return typeof a === 'object' && a !== null && JSON.stringify(a) !== JSON.stringify(b)
          ? { random: Buffer.from(a.bytes, 'base64').length }
          : verbatim(a)
      return a === b ? verbatim(a) : differing(first, second, a, b, [t, s], made, kept)
    })
  const turns = first.turns.map((turn, t) => turn.map(({ text }, s) => ({ text, values: values(t, s) })))
  return {
    turns: turns.map((turn, t) => turn.map((statement, s) => ({ ...statement, kept: kept.has(`${t} ${s}`) }))),
    ids: made.size + 1,
    bytes: first.bytes,
    status: first.status,
  }
}

function mustBeAlike(first: Hearing, second: Hearing): void {
  const texts = (heard: Hearing): string[] =>
    heard.turns.flatMap((turn) => ['a connection', ...turn.map(({ text }) => text)])
  const [a, b] = [texts(first), texts(second)]
  const other = a.findIndex((text, n) => text !== b[n])
  if (other >= 0 || a.length !== b.length)
    throw new Error(
      `two hearings of the same write sent different statements: ${a[other] ?? 'none'} / ${b[other] ?? 'none'}`,
    )
}

type Place = readonly [number, number]

function differing(
  first: Hearing,
  second: Hearing,
  a: string,
  b: string,
  before: Place,
  made: Map<string, number>,
  kept: Set<string>,
): Piece[] {
  const keep = (answer: readonly [number, number, number, number], plus?: number): Piece => {
    kept.add(`${answer[0]} ${answer[1]}`)
    return plus === undefined ? { answer } : { answer, plus }
  }
  if (/^\d{1,9}$/.test(a) && /^\d{1,9}$/.test(b)) {
    const found = answered(
      first,
      second,
      before,
      (x, y) => isNear(a, x) && Number(a) - Number(x) === Number(b) - Number(y),
    )
    if (found) return [keep(found.at, Number(a) - Number(found.value))]
  }
  const [idsOfA, idsOfB] = [a.match(uuid) ?? [], b.match(uuid) ?? []]
  // Instants and hashes differ from time to time and may stay as they were heard.
  if (idsOfA.length !== idsOfB.length) return [{ same: a }]
  const pieces: Piece[] = []
  let rest = a
  for (const [n, id] of idsOfA.entries()) {
    const at = rest.indexOf(id)
    if (at > 0) pieces.push({ same: rest.slice(0, at) })
    rest = rest.slice(at + id.length)
    const other = idsOfB[n]!
    if (id === other) {
      pieces.push({ same: id })
      continue
    }
    const known = made.get(`${id} ${other}`)
    const found = known === undefined ? answered(first, second, before, (x, y) => x === id && y === other) : undefined
    if (found) pieces.push(keep(found.at))
    else {
      if (known === undefined) made.set(`${id} ${other}`, Math.max(0, ...made.values()) + 1)
      pieces.push({ id: made.get(`${id} ${other}`)! })
    }
  }
  if (rest !== '') pieces.push({ same: rest })
  return pieces
}

const isNear = (a: string, x: string): boolean => /^\d{1,9}$/.test(x) && Math.abs(Number(a) - Number(x)) <= 1

function answered(
  first: Hearing,
  second: Hearing,
  [turn, statement]: Place,
  fits: (a: string, b: string) => boolean,
): { at: readonly [number, number, number, number]; value: string } | undefined {
  for (const at of cells(first, turn, statement)) {
    const [a, b] = [cell(first, at), cell(second, at)]
    if (a !== null && b !== null && fits(a, b)) return { at, value: a }
  }
  return undefined
}

type Cell = readonly [number, number, number, number]

const cell = ({ turns }: Hearing, [t, s, r, c]: Cell): string | null => turns[t]?.[s]?.rows[r]?.[c] ?? null

/** Every value that had been answered before a statement. */
function* cells({ turns }: Hearing, turn: number, statement: number): Generator<Cell> {
  for (const [t, statements] of turns.slice(0, turn + 1).entries())
    for (const [s, { rows }] of (t === turn ? statements.slice(0, statement) : statements).entries())
      for (const [r, row] of rows.entries()) for (const c of row.keys()) yield [t, s, r, c]
}

/** What one playing of a script knows: its ids and the answers it looks back at. */
export class Playing {
  readonly #ids: string[]
  readonly #answers = new Map<string, readonly Record<string, unknown>[]>()

  constructor(script: Script, about: string | undefined) {
    this.#ids = Array.from({ length: script.ids }, (_, n) => (n === 0 && about !== undefined ? about : randomUUIDv7()))
  }

  keep(turn: number, statement: number, rows: readonly Record<string, unknown>[]): void {
    this.#answers.set(`${turn} ${statement}`, rows)
  }

  values(statement: ScriptStatement): (string | Buffer | null)[] {
    return statement.values.map((value) => {
      if (value === null) return null
      if ('bytes' in value) return Buffer.from(value.bytes, 'base64')
      if ('random' in value) return randomBytes(value.random)
      const only = value.length === 1 ? value[0] : undefined
      return only && 'same' in only ? only.same : value.map((piece) => this.#text(piece)).join('')
    })
  }

  #text(piece: Piece): string {
    if ('same' in piece) return piece.same
    if ('id' in piece) return this.#ids[piece.id] ?? ''
    const [turn, statement, row, column] = piece.answer
    const value = Object.values(this.#answers.get(`${turn} ${statement}`)?.[row] ?? {})[column]
    return piece.plus === undefined ? String(value) : String(Number(value) + piece.plus)
  }
}
