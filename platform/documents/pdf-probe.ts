// Reads back what a test wants to know about a PDF that this room made: metadata, structure tags, the text of each
// page. It knows only the plain objects Typst writes and is no general reader.

import { inflateSync } from 'node:zlib'

export interface TextRun {
  readonly text: string
  /** Where the run starts, in points from the left edge. */
  readonly x: number
  /** Layout furniture (running head and foot, lines) that is no part of the document's reading order. */
  readonly artifact: boolean
}

export class PdfProbe {
  readonly #source: string
  readonly #objects = new Map<number, { head: string; body: string }>()
  readonly #fonts = new Map<number, Map<number, string>>()

  constructor(pdf: Uint8Array) {
    this.#source = Buffer.from(pdf).toString('latin1')
    const starts = /(?:^|\n)(\d+) 0 obj\s/g
    for (let at = starts.exec(this.#source); at; at = starts.exec(this.#source)) {
      const from = at.index + at[0].length
      const stream = /^(?:(?!\nendobj)[\s\S])*?>>\s*stream\r?\n/.exec(this.#source.slice(from, from + 20_000))
      if (!stream) {
        this.#objects.set(Number(at[1]), {
          head: this.#source.slice(from, this.#source.indexOf('endobj', from)),
          body: '',
        })
        continue
      }
      const length = Number(/\/Length (\d+)/.exec(stream[0])?.[1] ?? 0)
      const raw = Buffer.from(this.#source.slice(from + stream[0].length, from + stream[0].length + length), 'latin1')
      const body = stream[0].includes('/FlateDecode') ? inflateSync(raw) : raw
      this.#objects.set(Number(at[1]), { head: stream[0], body: body.toString('latin1') })
      starts.lastIndex = from + stream[0].length + length
    }
  }

  get isPdf(): boolean {
    return this.#source.startsWith('%PDF-1.7') && this.#source.trimEnd().endsWith('%%EOF')
  }

  get catalog(): string {
    return this.#head((head) => /\/Type\s*\/Catalog/.test(head))
  }

  /** The XMP packet, as text. */
  get metadata(): string {
    for (const { body } of this.#objects.values())
      if (body.includes('<x:xmpmeta')) return Buffer.from(body, 'latin1').toString('utf8')
    return ''
  }

  get info(): string {
    return this.#head((head) => head.includes('/CreationDate'))
  }

  /** Names of all structure elements in the order they were written: `H1`, `P`, `LI`, `TH` … */
  get tags(): string[] {
    return [...this.#source.matchAll(/\/Type\s*\/StructElem\s*\/S\s*\/(\w+)/g)].map((match) => match[1]!)
  }

  get fontNames(): string[] {
    return [...new Set([...this.#source.matchAll(/\/FontName\s*\/[A-Z]{6}\+([\w-]+)/g)].map((match) => match[1]!))]
  }

  pages(): TextRun[][] {
    const pages = []
    for (const { head } of this.#objects.values()) {
      if (!/\/Type\s*\/Page\b(?!s)/.test(head)) continue
      const contents = this.#objects.get(Number(/\/Contents (\d+) 0 R/.exec(head)?.[1]))
      pages.push(contents ? this.#runs(head, contents.body) : [])
    }
    return pages
  }

  /** All that is read aloud, in order, with every break between runs taken away. */
  get text(): string {
    const read = this.pages().flatMap((page) => page.filter((run) => !run.artifact))
    return read.map((run) => run.text).join('')
  }

  #head(wanted: (head: string) => boolean): string {
    for (const { head } of this.#objects.values()) if (wanted(head)) return head
    return ''
  }

  #runs(page: string, contents: string): TextRun[] {
    const runs: TextRun[] = []
    const marks: boolean[] = []
    let font = new Map<number, string>()
    let x = 0
    let tokens: string[] = []
    let bytes: number[] = []
    for (const token of tokensOf(contents)) {
      if (typeof token !== 'string') {
        bytes.push(...token)
        continue
      }
      tokens.push(token)
      if (token === 'BDC' || token === 'BMC') marks.push(tokens.includes('/Artifact'))
      else if (token === 'EMC') marks.pop()
      else if (token === 'Tf') font = this.#font(Number(new RegExp(`${tokens.at(-3)} (\\d+) 0 R`).exec(page)?.[1]))
      else if (token === 'cm') x = Number(tokens.at(-3))
      else if (token === 'Tj' || token === 'TJ')
        runs.push({ text: textOf(bytes, font), x, artifact: marks.includes(true) })
      else continue
      tokens = []
      bytes = []
    }
    return runs
  }

  #font(id: number): Map<number, string> {
    const known = this.#fonts.get(id)
    if (known) return known
    const map = new Map<number, string>()
    const unicode = Number(/\/ToUnicode (\d+) 0 R/.exec(this.#objects.get(id)?.head ?? '')?.[1])
    for (const [, glyph, text] of (this.#objects.get(unicode)?.body ?? '').matchAll(/<([0-9A-F]{4})> <([0-9A-F]+)>\n/g))
      map.set(Number.parseInt(glyph!, 16), Buffer.from(text!, 'hex').swap16().toString('utf16le'))
    this.#fonts.set(id, map)
    return map
  }
}

const ESCAPES: Readonly<Record<string, number>> = { n: 10, r: 13, t: 9, b: 8, f: 12 }

/** Words of a content stream; a literal string comes as its bytes. */
function* tokensOf(contents: string): Generator<string | number[]> {
  const word = /[^\s()[\]<>]+/y
  for (let at = 0; at < contents.length;) {
    if (contents[at] === '(') {
      const bytes: number[] = []
      at = readLiteral(contents, at + 1, bytes)
      yield bytes
      continue
    }
    word.lastIndex = at
    const found = word.exec(contents)
    if (found) yield found[0]
    at += found ? found[0].length : 1
  }
}

/** Reads a literal string from after its opening parenthesis; gives the place after the closing one. */
function readLiteral(contents: string, from: number, bytes: number[]): number {
  let depth = 1
  let at = from
  for (; at < contents.length; at++) {
    const sign = contents[at]!
    if (sign === '\\') {
      const octal = /^[0-7]{1,3}/.exec(contents.slice(at + 1, at + 4))?.[0]
      bytes.push(octal ? Number.parseInt(octal, 8) : (ESCAPES[contents[at + 1]!] ?? contents.charCodeAt(at + 1)))
      at += octal ? octal.length : 1
      continue
    }
    if (sign === '(') depth++
    else if (sign === ')' && --depth === 0) break
    bytes.push(sign.charCodeAt(0))
  }
  return at + 1
}

function textOf(bytes: readonly number[], font: Map<number, string>): string {
  let text = ''
  for (let i = 0; i + 1 < bytes.length; i += 2) text += font.get(bytes[i]! * 256 + bytes[i + 1]!) ?? '\ufffd'
  return text
}
