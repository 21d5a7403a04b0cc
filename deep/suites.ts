// Every suite with its size in full, and with its protections removed: each must then fail, and tell of what was removed.
import { declaredVerbs } from '#platform/access'
import type { Way } from '#platform/access'
import type { OwnDatabase } from '#testing'
import { badInput } from './bad-input.ts'
import { kills } from './kills.ts'
import { live } from './live.ts'
import { accessMatrix } from './matrix.ts'
import { numbers } from './numbers.ts'
import type { Outcome } from './outcome.ts'
import { repeats } from './repeats.ts'
import {
  withFragileRooms,
  withoutCasePolicy,
  withoutDurability,
  withoutIdempotency,
  withoutNotify,
  withoutNumberLock,
  withoutTenantPolicy,
  withSequence,
} from './unguarded.ts'
import { worlds } from './worlds.ts'

type Run = (database: OwnDatabase) => Promise<Outcome>

export interface Suite {
  readonly name: string
  readonly full: Run
  /** What is taken away → a run that must fail, and how one can tell that it failed for that. */
  readonly without: Readonly<Record<string, readonly [run: Run, tells: RegExp]>>
}

const after =
  (weaken: (owner: OwnDatabase['ownerPool']) => Promise<void>, run: Run): Run =>
  async (database) => {
    await weaken(database.ownerPool)
    return run(database)
  }

export const suites: readonly Suite[] = [
  {
    name: 'access matrix',
    full: (database) => accessMatrix(database.appPool),
    without: {
      'the policy on cases': [
        after(withoutCasePolicy, (database) => accessMatrix(database.appPool, { share: 0.05 })),
        /circle/,
      ],
      'access tables': [
        (database) => accessMatrix(database.appPool, { share: 0.05, open: openTables }),
        /due forbidden/,
      ],
    },
  },
  {
    name: 'worlds',
    full: (database) => worlds(database.appPool),
    without: {
      'the policy on cases': [after(withoutCasePolicy, (database) => worlds(database.appPool, 0.1)), /a circle/],
      'the policy on people': [
        after(withoutTenantPolicy, (database) => worlds(database.appPool, 0.1)),
        /another tenant/,
      ],
    },
  },
  {
    name: 'numbers',
    full: (database) => numbers(database, { numbers: 100_000, processes: 8 }),
    without: {
      'the lock on the series': [
        after(withoutNumberLock, (database) => numbers(database, { numbers: 400, processes: 2 })),
        /doubles/,
      ],
      'the series (a sequence instead)': [
        after(withSequence, (database) => numbers(database, { numbers: 400, processes: 2 })),
        /gaps/,
      ],
    },
  },
  {
    name: 'kills',
    full: () => kills({ kills: 100, serverEvery: 10, backendEvery: 7 }),
    without: {
      'keys kept': [() => kills({ kills: 5, weaken: withoutIdempotency }), /doubled/],
      'commits on disk': [() => kills({ kills: 8, serverEvery: 1, weaken: withoutDurability }), /lost|half-written/],
    },
  },
  {
    name: 'repeats',
    full: (database) => repeats(database.appPool, 10_000),
    without: {
      'keys kept': [after(withoutIdempotency, (database) => repeats(database.appPool, 200)), /was done \d\d* times/],
    },
  },
  {
    name: 'live',
    full: (database) => live(database, { rounds: 25 }),
    without: {
      notifications: [(database) => live(database, { rounds: 1, weaken: withoutNotify }), /did not hear/],
      'the policy on cases': [
        (database) => live(database, { rounds: 1, weaken: withoutCasePolicy }),
        /circle is closed/,
      ],
    },
  },
  {
    name: 'bad input',
    full: (database) => badInput(database.appPool),
    without: {
      'rooms that bear any word': [after(withFragileRooms, (database) => badInput(database.appPool, 6)), /: 500/],
    },
  },
]

/** Every verb is open to everyone signed in, until it is closed again. */
export function openTables(): Promise<() => void> {
  const tables = declaredVerbs() as Map<string, readonly Way[]>
  const before = [...tables]
  for (const verb of tables.keys()) tables.set(verb, [{}])
  return Promise.resolve(() => {
    for (const [verb, ways] of before) tables.set(verb, ways)
  })
}
