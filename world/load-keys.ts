// The ids that the rows of a world get, by their keys: asked for by name, made once.
import type { Id } from '#basics/id'

export type Kind =
  | 'party'
  | 'unit'
  | 'person'
  | 'role'
  | 'assignment'
  | 'account'
  | 'customer'
  | 'schedule'
  | 'place'
  | 'area'
  | 'service'
  | 'offering'
  | 'counting'
  | 'form'
  | 'requestType'
  | 'promise'
  | 'system'
  | 'property'
  | 'building'
  | 'room'
  | 'decision'
  | 'agreement'
  | 'priceList'

export interface Keys {
  /** The id of a key; made at first asking. */
  id(kind: Kind, key: string): Id
  /** The id of a key that must be known already. */
  of(kind: Kind, key: string): Id
  all(kind: Kind): ReadonlyMap<string, Id>
}

export function makeKeys(newId: () => Id): Keys {
  const known = new Map<Kind, Map<string, Id>>()
  const ofKind = (kind: Kind): Map<string, Id> => {
    const found = known.get(kind) ?? new Map<string, Id>()
    known.set(kind, found)
    return found
  }
  return {
    id(kind, key) {
      const ids = ofKind(kind)
      const id = ids.get(key) ?? newId()
      ids.set(key, id)
      return id
    },
    of(kind, key) {
      const id = ofKind(kind).get(key)
      if (!id) throw new Error(`world: no ${kind} is called ${key}`)
      return id
    },
    all: ofKind,
  }
}

export const plainDate = (text: string): Temporal.PlainDate => Temporal.PlainDate.from(text)
export const dateOrNull = (text: string | null): Temporal.PlainDate | null => (text === null ? null : plainDate(text))
/** `dokument 000 rad 1204`, or demonstration. */
export const originText = (origin: 'demonstration' | { readonly file: string; readonly line: number }): string =>
  origin === 'demonstration' ? origin : `${origin.file}:${origin.line}`
