// What a typeset document consists of: a letterhead, a title, facts and sections. The shapes are the same for every
// kind of document, so this room knows no trade; whoever wants a document fills them with words already written for
// people (dates, amounts and quantities arrive as text).

import { refuse } from '#basics/refusal'
import type { RefusalFacts } from '#basics/refusal'

export const DOCUMENT_TEMPLATES = ['case-record', 'service-description'] as const
export type DocumentTemplate = (typeof DOCUMENT_TEMPLATES)[number]

export type DocumentLanguage = 'sv' | 'en'

/** `ua-1` is PDF/UA-1, for readers; `a-2a` is PDF/A-2a, tagged too, for the archive. One file cannot claim both. */
export type DocumentStandard = 'ua-1' | 'a-2a'

export interface Letterhead {
  readonly municipality: string
  readonly office: string
  /** What sort of document it is, in the document's language: `Ärendeutskrift`. */
  readonly kind: string
  readonly number?: string
  /** The day of the document, also its date in the file: the same input gives the same bytes. */
  readonly date: Temporal.PlainDate
  /** Last in the foot of each page, for example `Demonstration`. */
  readonly note?: string
}

export interface DocumentFact {
  readonly label: string
  readonly value: string
}

export interface DocumentColumn {
  readonly title: string
  /** Figures stand at the end, words at the start (default). */
  readonly align?: 'start' | 'end'
  /** Share of the width; without it the column is as wide as its content (end) or shares equally (start). */
  readonly share?: number
}

export interface DocumentTable {
  readonly caption?: string
  readonly columns: readonly DocumentColumn[]
  readonly rows: readonly (readonly string[])[]
  /** A last, heavier row. */
  readonly sum?: readonly string[]
}

export interface DocumentEvent {
  /** When, in words. */
  readonly at: string
  /** Who, or what. */
  readonly heading: string
  /** What sort of event, after the heading: `intern anteckning`. */
  readonly label?: string
  readonly text?: string
  /** Drawn with a dashed frame; the label must then say why, for no meaning lies in the frame alone. */
  readonly marked?: boolean
}

export interface DocumentSection {
  readonly heading: string
  /** On a surface of its own: what the reader came for, such as a promise and how it was counted. */
  readonly emphasis?: boolean
  readonly paragraphs?: readonly string[]
  readonly points?: readonly string[]
  readonly facts?: readonly DocumentFact[]
  readonly table?: DocumentTable
  readonly timeline?: readonly DocumentEvent[]
}

export interface DocumentContent {
  readonly letterhead: Letterhead
  readonly title: string
  readonly subtitle?: string
  /** The organisation's colour as `#rrggbb`; used for lines and surfaces, never for text. */
  readonly accent?: string
  readonly facts: readonly DocumentFact[]
  readonly sections: readonly DocumentSection[]
}

export interface DocumentRequest {
  readonly template: DocumentTemplate
  readonly data: DocumentContent
  readonly lang: DocumentLanguage
  /** Title in the file's metadata; the title on the paper when left out. */
  readonly title?: string
  /** Default `ua-1`. */
  readonly standard?: DocumentStandard
}

/** Most characters of text in one document, about 130 full pages, typeset in some seconds. */
export const MAX_DOCUMENT_CHARACTERS = 400_000
/** Most pieces of text (facts, cells, events, paragraphs) in one document. */
export const MAX_DOCUMENT_PIECES = 20_000

export const DOCUMENT_TOO_LARGE: RefusalFacts = {
  code: 'document_too_large',
  status: 422,
  sv: 'Dokumentet blir för stort för att skrivas ut i ett stycke. Välj en kortare period eller färre rader.',
  en: 'The document would be too large to print in one piece. Choose a shorter period or fewer rows.',
}

const DEFAULT_ACCENT = '#2f4b5c'

/** What the templates read: every field present, every text printable. */
export interface TemplateContent {
  readonly lang: DocumentLanguage
  readonly title: string
  readonly heading: string
  readonly subtitle: string | null
  readonly accent: string
  /** Some character had to be printed as its number; the document says so at its end. */
  readonly replaced: boolean
  readonly letterhead: Record<'municipality' | 'office' | 'kind' | 'date', string> &
    Record<'number' | 'note', string | null> &
    Record<'year' | 'month' | 'day', number>
  readonly facts: readonly DocumentFact[]
  readonly sections: readonly unknown[]
}

export interface PrintableText {
  readonly text: string
  readonly replaced: boolean
}

/** Completes and cleans a request. `printable` makes any text fit the typeface. */
export function templateContent(request: DocumentRequest, printable: (text: string) => PrintableText): TemplateContent {
  const press = new Press(printable)
  const { data, lang } = request
  const text = (value: string): string => press.text(value)
  const optional = (value: string | undefined): string | null => (value === undefined ? null : press.text(value))
  const { date } = data.letterhead
  const content = {
    lang,
    title: titled(text(request.title ?? data.title)),
    heading: titled(text(data.title)),
    subtitle: optional(data.subtitle),
    accent: accentOf(data.accent),
    letterhead: {
      municipality: text(data.letterhead.municipality),
      office: text(data.letterhead.office),
      kind: text(data.letterhead.kind),
      number: optional(data.letterhead.number),
      note: optional(data.letterhead.note),
      date: date.toLocaleString(lang === 'sv' ? 'sv-SE' : 'en-GB', { dateStyle: 'long' }),
      year: date.year,
      month: date.month,
      day: date.day,
    },
    facts: factsOf(data.facts, press),
    sections: data.sections.map((section) => sectionOf(section, press)),
  }
  return { ...content, replaced: press.replaced }
}

function sectionOf(section: DocumentSection, press: Press): unknown {
  return {
    heading: oneLine(press.text(section.heading)),
    emphasis: section.emphasis ?? false,
    paragraphs: (section.paragraphs ?? []).flatMap((paragraph) => press.text(paragraph).split(/\n{2,}/)),
    points: (section.points ?? []).map((point) => press.text(point)),
    facts: factsOf(section.facts ?? [], press),
    table: section.table ? tableOf(section.table, press) : null,
    timeline: (section.timeline ?? []).map((event) => ({
      at: press.text(event.at),
      heading: press.text(event.heading),
      label: event.label === undefined ? null : press.text(event.label),
      text: event.text === undefined ? null : press.text(event.text),
      marked: event.marked ?? false,
    })),
  }
}

function tableOf(table: DocumentTable, press: Press): unknown {
  const width = table.columns.length
  if (width === 0) throw new RangeError('A table in a document needs a column')
  for (const row of [...table.rows, ...(table.sum ? [table.sum] : [])])
    if (row.length !== width) throw new RangeError(`A row of ${row.length} cells in a table of ${width} columns`)
  return {
    caption: table.caption === undefined ? null : press.text(table.caption),
    columns: table.columns.map(({ title, align = 'start', share }) => ({
      title: press.text(title),
      align,
      share: share ?? (align === 'start' ? 1 : null),
    })),
    rows: table.rows.map((row) => row.map((cell) => press.text(cell))),
    sum: table.sum ? table.sum.map((cell) => press.text(cell)) : null,
  }
}

function factsOf(facts: readonly DocumentFact[], press: Press): DocumentFact[] {
  return facts.map(({ label, value }) => ({ label: press.text(label), value: press.text(value) }))
}

function oneLine(text: string): string {
  return text.replace(/\s*\n\s*/g, ' ').trim()
}

/** PDF/UA wants a title; a thing that has none is shown as such. */
function titled(text: string): string {
  return oneLine(text) || '–'
}

function accentOf(accent: string | undefined): string {
  return accent !== undefined && /^#[0-9a-f]{6}$/i.test(accent) ? accent : DEFAULT_ACCENT
}

/** Counts and cleans the texts of one document, and refuses the one that grows out of hand. */
class Press {
  replaced = false
  readonly #printable: (text: string) => PrintableText
  #characters = 0
  #pieces = 0

  constructor(printable: (text: string) => PrintableText) {
    this.#printable = printable
  }

  text(value: string): string {
    this.#characters += value.length
    this.#pieces += 1
    if (this.#characters > MAX_DOCUMENT_CHARACTERS || this.#pieces > MAX_DOCUMENT_PIECES) refuse(DOCUMENT_TOO_LARGE)
    const { text, replaced } = this.#printable(value)
    this.replaced ||= replaced
    return text
  }
}
