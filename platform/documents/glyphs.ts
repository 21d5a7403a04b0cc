// What the typeface of the documents can print. PDF/UA forbids a missing glyph, so a text is made printable before it
// is typeset: invisible and misleading signs go, look-alikes are written plainly, and the rest is printed as its number.

import type { PrintableText } from './document.ts'

export type Coverage = (codePoint: number) => boolean

/** Which characters a TrueType font holds, read from its `cmap` table (segments of format 4, the Basic Plane). */
export function coverageOf(font: Uint8Array): Coverage {
  const view = new DataView(font.buffer, font.byteOffset, font.byteLength)
  const at = subtableAt(view)
  const segments = view.getUint16(at + 6) / 2
  const ends = at + 14
  const starts = ends + 2 * segments + 2
  const deltas = starts + 2 * segments
  const offsets = deltas + 2 * segments
  const covered = new Set<number>()
  for (let i = 0; i < segments; i++) {
    const start = view.getUint16(starts + 2 * i)
    const end = view.getUint16(ends + 2 * i)
    const delta = view.getUint16(deltas + 2 * i)
    const place = offsets + 2 * i
    const offset = view.getUint16(place)
    for (let code = start; code <= end && code !== 0xffff; code++) {
      const listed = offset === 0 ? code : view.getUint16(place + offset + 2 * (code - start))
      if (listed !== 0 && ((listed + delta) & 0xffff) !== 0) covered.add(code)
    }
  }
  return (codePoint) => covered.has(codePoint)
}

function subtableAt(view: DataView): number {
  const tables = view.getUint16(4)
  for (let i = 0; i < tables; i++) {
    const entry = 12 + 16 * i
    if (view.getUint32(entry) !== 0x636d6170 /* cmap */) continue
    const cmap = view.getUint32(entry + 8)
    const count = view.getUint16(cmap + 2)
    for (let k = 0; k < count; k++) {
      const record = cmap + 4 + 8 * k
      const subtable = cmap + view.getUint32(record + 4)
      if (view.getUint16(record) === 3 && view.getUint16(subtable) === 4) return subtable
    }
  }
  throw new RangeError('The font has no character map of format 4')
}

/** Only what both fonts hold: headings are set in another cut than the text. */
export function bothCover(first: Coverage, second: Coverage): Coverage {
  return (codePoint) => first(codePoint) && second(codePoint)
}

// Format characters (bidirectional overrides, joiners, soft hyphens, marks of no width) and variation selectors show
// nothing and can make a text read otherwise than it is stored.
const UNSEEN = /[\p{Cf}\ufe00-\ufe0f\u{e0100}-\u{e01ef}]/gu
const CONTROLS = /(?!\n)\p{Cc}/gu
const LINE_ENDS = /\r\n?|[\u0085\u2028\u2029\v\f]/g

export function printer(covers: Coverage): (text: string) => PrintableText {
  return (text) => {
    let replaced = false
    const clean = text
      .toWellFormed()
      .normalize('NFC')
      .replace(LINE_ENDS, '\n')
      .replaceAll('\t', ' ')
      .replace(CONTROLS, '')
      .replace(UNSEEN, '')
    let out = ''
    for (const sign of clean) {
      if (sign === '\n' || covers(sign.codePointAt(0)!)) {
        out += sign
        continue
      }
      const plain = sign.normalize('NFKC')
      if (plain !== sign && Array.from(plain).every((part) => covers(part.codePointAt(0)!))) {
        out += plain
        continue
      }
      replaced = true
      out += `[U+${sign.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}]`
    }
    return { text: out, replaced }
  }
}
