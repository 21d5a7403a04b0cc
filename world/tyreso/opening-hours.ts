// The three houses that caretaking serves and when somebody is there (000, lines 1171 and 1204–1208). TY-361, TY-375.
// Days off by law are not here: they lie beneath every schedule. Saturday and Sunday are not stated and have no window.
import { type Origin, type Words, demonstration, printed, words } from './origin.ts'

/** ISO weekday, 1 = Monday; times are local, HH:MM. */
export interface Window {
  readonly weekday: 1 | 2 | 3 | 4 | 5 | 6 | 7
  readonly opens: string
  readonly closes: string
}

export interface ScheduleException {
  readonly date: string
  /** Empty = closed that day. */
  readonly windows: readonly { readonly opens: string; readonly closes: string }[]
  readonly reason: Words
  readonly origin: Origin
}

export interface ScheduleRow {
  readonly key: string
  readonly name: Words
  readonly parent: string | null
  readonly version: number
  readonly from: string
  readonly windows: readonly Window[]
  readonly exceptions: readonly ScheduleException[]
  readonly origin: Origin
}

export interface PlaceRow {
  readonly key: string
  readonly name: Words
  /** How the place is said with its preposition: "i kommunhuset". */
  readonly at: string
  /** Null = no hours stated; the unit's hours are used and the place says "ej angivet". */
  readonly schedule: string | null
  readonly servedBy: string
  readonly origin: Origin
}

const mondayToThursday = [1, 2, 3, 4] as const

function weekly(longDays: readonly [string, string], friday: readonly [string, string]): readonly Window[] {
  return [
    ...mondayToThursday.map((weekday) => ({ weekday, opens: longDays[0], closes: longDays[1] })),
    { weekday: 5, opens: friday[0], closes: friday[1] },
  ]
}

export const schedules: readonly ScheduleRow[] = [
  {
    // The office's own hours are not printed; the town hall's, where it sits, are used.
    key: 'kontoret',
    name: words('Kontoret för interna tjänster', 'Office for internal services'),
    parent: null,
    version: 1,
    from: '2011-01-01',
    windows: weekly(['07:45', '16:45'], ['07:45', '15:00']),
    exceptions: [],
    origin: demonstration,
  },
  {
    key: 'kommunhuset',
    name: words('Kommunhuset, bemannat', 'Town hall, staffed'),
    parent: 'kontoret',
    version: 1,
    from: '2012-01-01',
    windows: weekly(['07:45', '16:45'], ['07:45', '15:00']),
    exceptions: [],
    origin: printed('000', 1206),
  },
  {
    key: 'masten',
    name: words('Masten, bemannat', 'Masten, staffed'),
    parent: 'kontoret',
    version: 1,
    from: '2012-01-01',
    windows: weekly(['07:00', '22:00'], ['07:00', '17:00']),
    exceptions: [],
    origin: printed('000', 1204),
  },
]

export const places: readonly PlaceRow[] = [
  {
    key: 'kommunhuset',
    name: words('Kommunhuset', 'The town hall'),
    at: 'i kommunhuset',
    schedule: 'kommunhuset',
    servedBy: 'kontorsservice',
    origin: printed('000', 1171),
  },
  {
    key: 'masten',
    name: words('Masten', 'Masten'),
    at: 'i Masten',
    schedule: 'masten',
    servedBy: 'kontorsservice',
    origin: printed('000', 1171),
  },
  {
    key: 'biblioteket',
    name: words('Biblioteket', 'The library'),
    at: 'på biblioteket',
    schedule: null,
    servedBy: 'kontorsservice',
    origin: printed('000', 1171),
  },
]
