// The first bytes by which kinds of files are known: those we take, and those we refuse by name so that the sender
// learns what to do instead.

import type { FileKind } from './sniff.ts'

const REFUSED = [
  'program',
  'infected',
  'macro',
  'page',
  'archive',
  'bomb',
  'broken',
  'oldOffice',
  'picture',
  'sound',
  'unknown',
] as const
export type Refused = (typeof REFUSED)[number]

export function isRefusedMark(found: FileKind | Refused): found is Refused {
  return (REFUSED as readonly string[]).includes(found)
}

type Mark = (head: Uint8Array) => boolean

/** Bytes written as a string of signs below 256. */
export function startsWith(head: Uint8Array, mark: string, at = 0): boolean {
  if (head.length < at + mark.length) return false
  for (let i = 0; i < mark.length; i++) if (head[at + i] !== mark.charCodeAt(i)) return false
  return true
}

const from =
  (mark: string, at = 0): Mark =>
  (head) =>
    startsWith(head, mark, at)

/** The brand of an ISO base media file: `heic`, `avif`, `isom` … */
function brand(head: Uint8Array): string | undefined {
  return startsWith(head, 'ftyp', 4) ? Buffer.from(head.subarray(8, 12)).toString('latin1') : undefined
}

const HEIC_BRANDS = new Set(['heic', 'heix', 'heim', 'heis', 'hevc', 'hevx', 'mif1', 'msf1'])

export const imageMarks: readonly (readonly [FileKind, Mark])[] = [
  ['png', from('\u0089PNG\r\n\u001a\n')],
  ['jpeg', from('\u00ff\u00d8\u00ff')],
  ['gif', (head) => startsWith(head, 'GIF87a') || startsWith(head, 'GIF89a')],
  ['webp', (head) => startsWith(head, 'RIFF') && startsWith(head, 'WEBP', 8)],
  ['heic', (head) => HEIC_BRANDS.has(brand(head) ?? '')],
]

// The test file that every virus scanner knows (EICAR), put together here so that this source is no such file.
const EICAR = ['X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR', 'STANDARD', 'ANTIVIRUS', 'TEST', 'FILE!$H+H*'].join('-')

export const refusedMarks: readonly (readonly [Refused, Mark])[] = [
  ['infected', (head) => Buffer.from(head.subarray(0, 256)).includes(EICAR)],
  ['program', from('MZ')],
  ['program', from('\u007fELF')],
  ['program', from('\u00ca\u00fe\u00ba\u00be')],
  ['program', (head) => ['\u00ce', '\u00cf'].some((end) => startsWith(head, `${end}\u00fa\u00ed\u00fe`))],
  ['program', from('#!')],
  ['program', from('L\0\0\0\u0001\u0014\u0002\0')],
  ['program', from('!<arch>')],
  ['oldOffice', from('\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1')],
  ['oldOffice', from('{\\rtf')],
  ['archive', from('PK')],
  ['archive', from('7z\u00bc\u00af\u0027\u001c')],
  ['archive', from('Rar!')],
  ['archive', from('\u001f\u008b')],
  ['archive', from('BZh')],
  ['archive', from('\u00fd7zXZ')],
  ['archive', from('(\u00b5/\u00fd')],
  ['archive', from('MSCF')],
  ['archive', from('ustar', 257)],
  ['picture', from('BM')],
  ['picture', (head) => startsWith(head, 'II*\0') || startsWith(head, 'MM\0*')],
  ['picture', (head) => ['avif', 'avis'].includes(brand(head) ?? '')],
  ['picture', from('8BPS')],
  ['picture', from('\0\0\u0001\0')],
  ['sound', (head) => brand(head) !== undefined],
  ['sound', from('RIFF')],
  ['sound', from('ID3')],
  ['sound', from('OggS')],
  ['sound', from('fLaC')],
  ['sound', from('\u001aE\u00df\u00a3')],
]

/** The head as text, when that is what it is: UTF-8, UTF-16 with its mark, or the old Western encoding. */
export function textOf(head: Uint8Array): string | undefined {
  if (startsWith(head, '\u00ff\u00fe')) return readable(new TextDecoder('utf-16le').decode(head))
  if (startsWith(head, '\u00fe\u00ff')) return readable(new TextDecoder('utf-16be').decode(head))
  try {
    // As a stream: a sign cut in two at the end of the head is no fault.
    return readable(new TextDecoder('utf-8', { fatal: true }).decode(head, { stream: true }))
  } catch {
    return readable(new TextDecoder('windows-1252').decode(head))
  }
}

function readable(text: string): string | undefined {
  return /[\0-\x08\x0e-\x1a\x1c-\x1f\x7f\x81\x8d\x8f\x90\x9d]/.test(text) ? undefined : text
}
