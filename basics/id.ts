// Ids are UUIDv7, made by the application from an injected instant, so that they sort by time and tests can foresee them.

export type Id = string

const form = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

export function isId(text: string): boolean {
  return form.test(text)
}

/** Fills the array with random bytes. */
export type Randomness = (bytes: Uint8Array<ArrayBuffer>) => Uint8Array<ArrayBuffer>

/**
 * A maker of ids that grow strictly within one maker and millisecond: 48 bits of the instant's milliseconds, a 12-bit
 * counter, 62 random bits.
 */
export function makeIds(random: Randomness = (bytes) => crypto.getRandomValues(bytes)): (now: Temporal.Instant) => Id {
  let lastMs = -1
  let counter = 0
  return (now) => {
    const ms = now.epochMilliseconds
    counter = ms === lastMs ? (counter + 1) & 0xfff : 0
    lastMs = ms
    const bytes = random(new Uint8Array(8))
    const time = ms.toString(16).padStart(12, '0')
    const tail = [...bytes].map((byte, n) => (n === 0 ? (byte & 0x3f) | 0x80 : byte).toString(16).padStart(2, '0')).join('')
    return `${time.slice(0, 8)}-${time.slice(8)}-7${counter.toString(16).padStart(3, '0')}-${tail.slice(0, 4)}-${tail.slice(4)}`
  }
}
