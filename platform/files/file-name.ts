// Names of files come from strangers. A name is only ever shown and offered for a download, never used as a path; it
// is made harmless before anything is concluded from it (an invisible sign has hidden an extension before, trust.md C4).

const MAX_SIGNS = 120
const MAX_BYTES = 240
const NAMELESS = 'fil'

/** One line, no path, no invisible or reordering signs, fit for every file system; cleaning twice changes nothing. */
export function cleanFileName(given: string): string {
  const last = given.toWellFormed().split(/[/\\]/).at(-1) ?? ''
  const plain = last
    .normalize('NFC')
    .replace(/[\p{Zl}\p{Zp}\t\n\r]/gu, ' ')
    .replace(/[\p{Cc}\p{Cf}\p{Co}\p{Cn}\ufe00-\ufe0f\u{e0100}-\u{e01ef}]/gu, '')
    .replace(/[<>:"|?*]/g, '_')
    .replace(/\s+/g, ' ')
    .replace(/^[. ]+|[. ]+$/g, '')
  const safe = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i.test(plain) ? `_${plain}` : plain
  return shortened(safe) || NAMELESS
}

/** Lower case, without the dot; empty when there is none. The name must be clean. */
export function extensionOf(name: string): string {
  return /[^.]\.([\p{L}\p{N}_-]{1,16})$/u.exec(name)?.[1]?.toLowerCase() ?? ''
}

/** The name with another extension, or with one where it had none. */
export function withExtension(name: string, extension: string): string {
  const had = extensionOf(name)
  const stem = had === '' ? name : name.slice(0, -had.length - 1)
  return cleanFileName(`${stem}.${extension}`)
}

/** A name short enough to stand in a sentence. */
export function shownName(given: string): string {
  const name = cleanFileName(given)
  const signs = Array.from(name)
  return signs.length <= 60 ? name : `${signs.slice(0, 40).join('')}…${signs.slice(-15).join('')}`
}

/**
 * `Content-Disposition` of a download, with the name both for old and for all other readers (RFC 6266, RFC 8187).
 * There is no inline form on purpose: what others sent never opens in our pages.
 */
export function attachmentDisposition(given: string): string {
  const name = cleanFileName(given)
  const ascii = name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[^\x20-\x7e]|["\\%;]/g, '_')
  const encoded = encodeURIComponent(name).replace(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  )
  return `attachment; filename="${ascii}"; filename*=UTF-8''${encoded}`
}

function shortened(name: string): string {
  if (fits(name)) return name
  const extension = extensionOf(name)
  const tail = extension === '' ? '' : `.${extension}`
  const signs = Array.from(name.slice(0, name.length - tail.length))
  while (signs.length > 0 && !fits(signs.join('') + tail)) signs.pop()
  return signs.join('').replace(/[. ]+$/, '') + tail
}

function fits(name: string): boolean {
  return Array.from(name).length <= MAX_SIGNS && Buffer.byteLength(name) <= MAX_BYTES
}
