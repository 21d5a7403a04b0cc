// The organisation's only choice of look: one colour, given as hex. Hue and chroma are derived from it and the chroma is
// capped; the sheet (tokens.css) makes every tone of them at locked lightness. The server answers
// `/assets/org-<hex>.css` with organisationCss(hex), because a strict content policy allows no inline style.

import { hexFromRgb, oklchFromRgb, rgbFromHex, rgbFromOklch } from './oklch.ts'

/** Above this the darkest and lightest tones leave sRGB and the promise of contrast no longer holds. */
const maxChroma = 0.13

/** Under this a colour is grey and its hue is noise. */
const greyChroma = 0.004

export const isHexColour = (text: string): boolean => /^#?[0-9a-f]{6}$/i.test(text)

/** Where the page asks for the sheet; the server must answer the same path. */
export function organisationCssPath(hexColour: string): string {
  return `/assets/org-${hexColour.replace('#', '').toLowerCase()}.css`
}

export function organisationTone(hexColour: string): { readonly hue: number; readonly chroma: number } {
  if (!isHexColour(hexColour)) throw new RangeError(`Not a hex colour of six digits: ${hexColour}`)
  const { hue, chroma } = oklchFromRgb(rgbFromHex(hexColour))
  if (chroma < greyChroma) return { hue: 250, chroma: 0 }
  return { hue: Math.round(hue * 10) / 10, chroma: Math.round(Math.min(chroma, maxChroma) * 1000) / 1000 }
}

/** Light tones for browsers without light-dark(): [lightness, share of the organisation's chroma, chroma of its own]. */
const fallbackTones: Readonly<Record<string, readonly [number, number, number]>> = {
  'accent-1': [0.972, 0.16, 0],
  'accent-2': [0.938, 0.32, 0],
  'accent-3': [0.84, 0.62, 0],
  'accent-4': [0.575, 1, 0],
  'accent-5': [0.43, 1, 0],
  'accent-6': [0.385, 1, 0],
  'accent-5-hover': [0.36, 1, 0],
  'on-accent': [1, 0, 0],
  deep: [0.285, 0.82, 0],
  'deep-2': [0.35, 0.9, 0],
  'deep-line': [0.46, 0.8, 0],
  'on-deep': [0.985, 0, 0.004],
  'on-deep-2': [0.87, 0.35, 0],
  canvas: [0.98, 0, 0.004],
  surface: [1, 0, 0],
  raised: [1, 0, 0],
  sunken: [0.96, 0, 0.005],
  hover: [0.966, 0, 0.006],
  line: [0.905, 0, 0.007],
  'line-2': [0.81, 0, 0.009],
  'line-strong': [0.56, 0, 0.014],
  text: [0.215, 0, 0.014],
  'text-2': [0.43, 0, 0.014],
  focus: [0.2, 0, 0.02],
  'focus-gap': [1, 0, 0],
}

/** The sheet of one organisation: its two numbers, and plain sRGB tones for browsers older than light-dark(). */
export function organisationCss(hexColour: string): string {
  const { hue, chroma } = organisationTone(hexColour)
  const tones = Object.entries(fallbackTones).map(([name, [lightness, share, own]]) => {
    return `--${name}:${hexFromRgb(rgbFromOklch({ lightness, chroma: share * chroma + own, hue }))}`
  })
  return [
    `:root{--org-h:${hue};--org-c:${chroma}}`,
    `@supports not (color:light-dark(#fff,#000)){:root{color-scheme:light;${tones.join(';')}}}`,
    '',
  ].join('\n')
}

/** The tones above, for the test that holds them to tokens.css. */
export const fallbackToneNames: readonly string[] = Object.keys(fallbackTones)
