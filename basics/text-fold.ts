// Text as it is compared when people search: lower case, no accents, å and ä as a, ö as o, one space between words.
// Folding loses information on purpose and is never shown.

const SPECIAL: Record<string, string> = { æ: 'ae', ø: 'o', ß: 'ss', ð: 'd', þ: 'th', ł: 'l', đ: 'd' }

export function fold(text: string): string {
  return text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/\p{M}+/gu, '')
    .replace(/[æøßðþłđ]/g, (letter) => SPECIAL[letter] ?? letter)
    .replace(/\s+/gu, ' ')
    .trim()
}

/** The words of a text, folded: letters and digits, a hyphen or dot inside a word parting it. */
export function foldedWords(text: string): string[] {
  return fold(text).match(/[\p{L}\p{N}]+/gu) ?? []
}
