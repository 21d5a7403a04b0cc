// What a file is, told from its bytes and never from its name or from what the sender claims (trust.md C4). What is not
// on the list is refused, with words that name the file and say what to do instead. Everything is served as a download;
// what a browser could run (SVG, mail) is moreover served as plain bytes.

import { refuse } from '#basics/refusal'
import type { Words } from '#basics/refusal'
import { cleanFileName, extensionOf, shownName, withExtension } from './file-name.ts'
import { imageMarks, isRefusedMark, refusedMarks, startsWith, textOf } from './marks.ts'
import type { Refused } from './marks.ts'
import type { FileBytes } from './store.ts'
import { readZipDirectory, readZipEntry, ZipFault } from './zip-directory.ts'
import type { ZipEntry } from './zip-directory.ts'

export interface AcceptedKind {
  readonly words: Words
  /** The first is given to a file whose name has none. */
  readonly extensions: readonly [string, ...string[]]
  /** How the file is served. */
  readonly mediaType: string
  /** A browser can show it as a picture; nothing but a picture comes of it. */
  readonly picture: boolean
}

const BYTES = 'application/octet-stream'
const OFFICE = 'application/vnd.openxmlformats-officedocument'

/** The list of what is taken, also for the page that says so. */
export const ACCEPTED_KINDS = {
  png: { words: { sv: 'bild (PNG)', en: 'picture (PNG)' }, extensions: ['png'], mediaType: 'image/png', picture: true },
  jpeg: {
    words: { sv: 'bild (JPEG)', en: 'picture (JPEG)' },
    extensions: ['jpg', 'jpeg', 'jpe', 'jfif'],
    mediaType: 'image/jpeg',
    picture: true,
  },
  gif: { words: { sv: 'bild (GIF)', en: 'picture (GIF)' }, extensions: ['gif'], mediaType: 'image/gif', picture: true },
  webp: {
    words: { sv: 'bild (WebP)', en: 'picture (WebP)' },
    extensions: ['webp'],
    mediaType: 'image/webp',
    picture: true,
  },
  heic: {
    words: { sv: 'bild (HEIC)', en: 'picture (HEIC)' },
    extensions: ['heic', 'heif'],
    mediaType: 'image/heic',
    picture: false,
  },
  svg: { words: { sv: 'ritning (SVG)', en: 'drawing (SVG)' }, extensions: ['svg'], mediaType: BYTES, picture: false },
  pdf: { words: { sv: 'PDF', en: 'PDF' }, extensions: ['pdf'], mediaType: 'application/pdf', picture: false },
  docx: {
    words: { sv: 'Word-dokument', en: 'Word document' },
    extensions: ['docx'],
    mediaType: `${OFFICE}.wordprocessingml.document`,
    picture: false,
  },
  xlsx: {
    words: { sv: 'Excel-arbetsbok', en: 'Excel workbook' },
    extensions: ['xlsx'],
    mediaType: `${OFFICE}.spreadsheetml.sheet`,
    picture: false,
  },
  pptx: {
    words: { sv: 'PowerPoint-presentation', en: 'PowerPoint presentation' },
    extensions: ['pptx'],
    mediaType: `${OFFICE}.presentationml.presentation`,
    picture: false,
  },
  txt: { words: { sv: 'text', en: 'text' }, extensions: ['txt'], mediaType: 'text/plain', picture: false },
  csv: { words: { sv: 'tabell (CSV)', en: 'table (CSV)' }, extensions: ['csv'], mediaType: 'text/csv', picture: false },
  eml: { words: { sv: 'e-brev', en: 'e-mail' }, extensions: ['eml'], mediaType: BYTES, picture: false },
} as const satisfies Record<string, AcceptedKind>

export type FileKind = keyof typeof ACCEPTED_KINDS

export interface SniffedFile {
  readonly kind: FileKind
  readonly mediaType: string
  readonly picture: boolean
  /** Clean, with an extension that tells the truth. */
  readonly name: string
}

/** For the `accept` attribute of a file field: a help for the person, no protection. */
export const ACCEPT_ATTRIBUTE = Object.values(ACCEPTED_KINDS)
  .flatMap((kind) => kind.extensions.map((extension) => `.${extension}`))
  .join(',')

const HEAD_BYTES = 64 * 1024

/** Says what the file is, or refuses it. */
export async function sniff(bytes: FileBytes, givenName: string): Promise<SniffedFile> {
  const name = cleanFileName(givenName)
  const extension = extensionOf(name)
  if (DANGEROUS.has(extension)) refuseKind(name, 'program')
  const found = await kindOf(bytes, extension)
  if (isRefusedMark(found)) return refuseKind(name, found)
  const accepted: AcceptedKind = ACCEPTED_KINDS[found]
  return { kind: found, mediaType: accepted.mediaType, picture: accepted.picture, name: truthfulName(name, found) }
}

/** Extensions that a computer runs when they are opened, whatever the bytes are. */
const DANGEROUS = new Set(
  (
    'ade adp apk app appref-ms bat chm cmd com cpl deb desktop dll dmg exe hta inf ins iso jar js jse lnk mjs msc msi ' +
    'msp mst pif pkg ps1 ps1xml ps2 psm1 py rb reg rpm scf scr sct sh shb sys url vb vbe vbs vhd vhdx ws wsc wsf wsh xll'
  ).split(' '),
)

async function kindOf(bytes: FileBytes, extension: string): Promise<FileKind | Refused> {
  const head = await bytes.read(0, HEAD_BYTES)
  for (const [kind, isIt] of imageMarks) if (isIt(head)) return kind
  if (startsWith(head, '%PDF-')) return 'pdf'
  if (startsWith(head, 'PK\u0003\u0004')) return officeKind(bytes)
  for (const [reason, isIt] of refusedMarks) if (isIt(head)) return reason
  const text = textOf(head)
  return text === undefined ? 'unknown' : textKind(text, extension)
}

const MAX_CONTENT_TYPES_BYTES = 1024 * 1024
const MAX_EXPANDED_BYTES = 200 * 1024 * 1024
const MAX_EXPANSION = 100
const SMALL_BYTES = 10 * 1024 * 1024

/** Office documents are ZIP files that say in `[Content_Types].xml` what they are. */
async function officeKind(bytes: FileBytes): Promise<FileKind | Refused> {
  try {
    const entries = await readZipDirectory(bytes)
    const expanded = entries.reduce((sum, entry) => sum + entry.claimedBytes, 0)
    const bomb = expanded > SMALL_BYTES && expanded > MAX_EXPANSION * bytes.sizeBytes
    if (expanded > MAX_EXPANDED_BYTES || bomb) return 'bomb'
    const contentTypes = entries.find((entry) => entry.name === '[Content_Types].xml')
    if (!contentTypes) return 'archive'
    const xml = Buffer.from(await readZipEntry(bytes, contentTypes, MAX_CONTENT_TYPES_BYTES)).toString('utf8')
    return kindByContentTypes(xml, entries)
  } catch (error) {
    if (error instanceof ZipFault) return 'broken'
    throw error
  }
}

function kindByContentTypes(xml: string, entries: readonly ZipEntry[]): FileKind | Refused {
  if (/macroEnabled|vbaProject/i.test(xml) || entries.some((entry) => /vbaProject\.bin$/i.test(entry.name)))
    return 'macro'
  if (xml.includes('wordprocessingml.document.main+xml')) return 'docx'
  if (xml.includes('spreadsheetml.sheet.main+xml')) return 'xlsx'
  if (xml.includes('presentationml.presentation.main+xml')) return 'pptx'
  return 'archive'
}

function textKind(text: string, extension: string): FileKind | Refused {
  const start = text.replace(/^\s*(?:<\?xml[^>]*>\s*|<!--[\s\S]*?-->\s*|<!doctype\s+svg[^>]*>\s*)*/i, '')
  if (/^<svg[\s>]/i.test(start)) return 'svg'
  if (/^<(?:!doctype\s+html|html|head|body|script|iframe|meta|title|xsl:|xml|\w+[^>]*xmlns)/i.test(start)) return 'page'
  if (/^\s*<\?xml/i.test(text)) return 'page'
  // Other extensions are somebody else's format written as text; we would not know what opens it.
  if (extension === 'csv' || extension === 'eml') return extension === 'eml' && !isMail(text) ? 'unknown' : extension
  return extension === 'txt' || extension === '' ? 'txt' : 'unknown'
}

function isMail(text: string): boolean {
  const head = text.split(/\r?\n\r?\n/, 1)[0] ?? ''
  return /^(?:from|received|return-path|message-id|mime-version|date|subject):/im.test(head)
}

/** A picture may be called by the name of another kind of picture (phones do it): the name is put right. */
function truthfulName(name: string, kind: FileKind): string {
  const accepted: AcceptedKind = ACCEPTED_KINDS[kind]
  const extension = extensionOf(name)
  if (accepted.extensions.includes(extension)) return name
  const claimed = kindByExtension(extension)
  if (extension === '' || claimed === undefined) return cleanFileName(`${name}.${accepted.extensions[0]}`)
  if (PICTURES.has(kind) && PICTURES.has(claimed)) return withExtension(name, accepted.extensions[0])
  return refuse({
    code: 'file_name_misleading',
    status: 415,
    sv: `Filen ”${shownName(name)}” är inte vad den heter: innehållet är ${accepted.words.sv}. Byt namn på den så att slutet blir .${accepted.extensions[0]} och skicka den igen.`,
    en: `The file “${shownName(name)}” is not what its name says: the content is ${accepted.words.en}. Rename it to end in .${accepted.extensions[0]} and send it again.`,
  })
}

const PICTURES: ReadonlySet<FileKind> = new Set(['png', 'jpeg', 'gif', 'webp', 'heic'])

function kindByExtension(extension: string): FileKind | undefined {
  for (const [kind, accepted] of Object.entries<AcceptedKind>(ACCEPTED_KINDS))
    if (accepted.extensions.includes(extension)) return kind as FileKind
  return undefined
}

const WHY: Readonly<Record<Refused, { readonly code: string; readonly status: number } & Words>> = {
  program: {
    code: 'file_dangerous',
    status: 415,
    sv: 'kan köra program på den som öppnar den och tas inte emot. Skicka innehållet som PDF, bild eller Word-dokument.',
    en: 'can run programs on the computer of whoever opens it and is not taken. Send the content as PDF, picture or Word document.',
  },
  infected: {
    code: 'file_dangerous',
    status: 415,
    sv: 'innehåller det som virusskydd letar efter och tas inte emot. Be it-avdelningen om hjälp innan du öppnar den igen.',
    en: 'contains what virus scanners look for and is not taken. Ask the IT department for help before you open it again.',
  },
  macro: {
    code: 'file_dangerous',
    status: 415,
    sv: 'innehåller makron och tas inte emot. Spara den utan makron (docx, xlsx eller pptx) och skicka den igen.',
    en: 'contains macros and is not taken. Save it without macros (docx, xlsx or pptx) and send it again.',
  },
  page: {
    code: 'file_dangerous',
    status: 415,
    sv: 'är en webbsida eller XML-fil och tas inte emot. Skriv ut den till PDF och skicka den.',
    en: 'is a web page or XML file and is not taken. Print it to PDF and send that.',
  },
  archive: {
    code: 'file_type_not_accepted',
    status: 415,
    sv: 'är en packad fil och tas inte emot. Packa upp den och skicka filerna var för sig.',
    en: 'is a packed file and is not taken. Unpack it and send the files one by one.',
  },
  bomb: {
    code: 'file_expands_too_much',
    status: 413,
    sv: 'blir för stor när den öppnas. Dela upp den i flera filer.',
    en: 'becomes too large when opened. Split it into several files.',
  },
  broken: {
    code: 'file_broken',
    status: 422,
    sv: 'är skadad eller inte hel. Öppna den, spara den på nytt och skicka den igen.',
    en: 'is damaged or incomplete. Open it, save it anew and send it again.',
  },
  oldOffice: {
    code: 'file_type_not_accepted',
    status: 415,
    sv: 'är i ett äldre format eller skyddad med lösenord. Spara den som docx, xlsx, pptx eller PDF utan lösenord och skicka den igen.',
    en: 'is in an older format or protected by a password. Save it as docx, xlsx, pptx or PDF without password and send it again.',
  },
  picture: {
    code: 'file_type_not_accepted',
    status: 415,
    sv: 'är en bild av ett slag som inte tas emot. Spara den som PNG eller JPEG och skicka den igen.',
    en: 'is a picture of a kind that is not taken. Save it as PNG or JPEG and send it again.',
  },
  sound: {
    code: 'file_type_not_accepted',
    status: 415,
    sv: 'är film eller ljud och tas inte emot. Skicka en bild eller beskriv det i text.',
    en: 'is film or sound and is not taken. Send a picture or describe it in text.',
  },
  unknown: {
    code: 'file_type_not_accepted',
    status: 415,
    sv: 'är av ett slag som inte tas emot. Skicka den som PDF, bild, Word, Excel, PowerPoint, text, CSV eller e-brev.',
    en: 'is of a kind that is not taken. Send it as PDF, picture, Word, Excel, PowerPoint, text, CSV or e-mail.',
  },
}

function refuseKind(name: string, why: Refused): never {
  const { code, status, sv, en } = WHY[why]
  return refuse({ code, status, sv: `Filen ”${shownName(name)}” ${sv}`, en: `The file “${shownName(name)}” ${en}` })
}
