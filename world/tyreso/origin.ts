// Where a row of the Tyresö world comes from: a line of one of the three documents, or our own invention.
// Shown on request as "ur dokumentet, rad 1214"; an invented row is marked on screen (model.md §8).

/** The three documents about Tyresö, by the number they start with. */
export const documentFiles = {
  '000': '000_c87a62d923a66b6e.txt',
  '001': '001_c3c03acd5c407498.txt',
  '004': '004_bd04e503b0e5b3da.txt',
} as const

export type DocumentNumber = keyof typeof documentFiles

export type Origin = { readonly file: string; readonly line: number } | 'demonstration'

export const demonstration: Origin = 'demonstration'

export function printed(document: DocumentNumber, line: number): Origin {
  return { file: documentFiles[document], line }
}

/** Something a person reads, in both languages. */
export interface Words {
  readonly sv: string
  readonly en: string
}

export function words(sv: string, en: string): Words {
  return { sv, en }
}

/** A statement that has a source of its own, apart from the row it stands on. `null` is shown as "ej angivet". */
export interface Stated<T> {
  readonly value: T
  readonly origin: Origin
}
