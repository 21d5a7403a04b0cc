// Ids are UUIDv7, made by the application from an injected instant, so that they sort by time and tests can foresee them.

export type Id = string

const form = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

export function isId(text: string): boolean {
  return form.test(text)
}

/** Fills the array with random bytes. */
export type Randomness = (bytes: Uint8Array<ArrayBuffer>) => Uint8Array<ArrayBuffer>

/**
 * A maker of ids: 48 bits of the instant's milliseconds, a 12-bit counter, 62 random bits. Ids of one millisecond grow
 * strictly; when the counter is full the next millisecond is borrowed, and kept until the instants have caught up. An
 * instant far from the last, as when another tenant lives at another day, starts anew.
 */
export function makeIds(random: Randomness = (bytes) => crypto.getRandomValues(bytes)): (now: Temporal.Instant) => Id {
  let lastMs = -1
  let counter = 0
  return (now) => {
    const ms = now.epochMilliseconds
    const behind = lastMs - ms
    if (behind < 0 || behind > LONGEST_LOAN_MS) [lastMs, counter] = [ms, 0]
    else if (counter < 0xfff) counter += 1
    else [lastMs, counter] = [lastMs + 1, 0]
    const bytes = random(new Uint8Array(8))
    const time = lastMs.toString(16).padStart(12, '0')
    const tail = [...bytes]
      .map((byte, n) => (n === 0 ? (byte & 0x3f) | 0x80 : byte).toString(16).padStart(2, '0'))
      .join('')
    return `${time.slice(0, 8)}-${time.slice(8)}-7${counter.toString(16).padStart(3, '0')}-${tail.slice(0, 4)}-${tail.slice(4)}`
  }
}

/** A clock that steps back a little, or a borrowed millisecond, is waited out; a longer way back is another time. */
const LONGEST_LOAN_MS = 1000

/** The millisecond an id was made in. */
export function instantOf(id: Id): Temporal.Instant {
  return Temporal.Instant.fromEpochMilliseconds(Number.parseInt(id.slice(0, 8) + id.slice(9, 13), 16))
}
