// Contrast holds whatever colour an organisation chooses: the tones of tokens.css are computed for many colours in both
// themes, clipped to sRGB as browsers do, and held to WCAG 2.2 (4.5 for text, 3 for graphics).

import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { contrastRatio, hexFromRgb, oklchFromRgb, rgbFromHex, rgbFromOklch, type Rgb } from './oklch.ts'
import {
  fallbackToneNames,
  isHexColour,
  organisationCss,
  organisationCssPath,
  organisationTone,
} from './organisation-colour.ts'

const sheet = readFileSync(new URL('tokens.css', import.meta.url), 'utf8')

type Theme = 'light' | 'dark'

/** `--name: light-dark(a, b)` or `--name: a`, as written in the sheet. */
function tokens(): ReadonlyMap<string, Readonly<Record<Theme, string>>> {
  const found = new Map<string, Readonly<Record<Theme, string>>>()
  const rules = sheet.slice(0, sheet.indexOf('@supports'))
  for (const [, name = '', value = ''] of rules.matchAll(/--([\w-]+):\s*([^;]+);/g)) {
    if (!/oklch|#fff|var\(--accent/.test(value) || name.startsWith('shadow')) continue
    const inside = /^light-dark\((.*)\)$/s.exec(value.trim())?.[1]
    const [light = '', dark = ''] = inside ? splitAtTop(inside) : [value, value]
    found.set(name, { light: light.trim(), dark: dark.trim() })
  }
  return found
}

function splitAtTop(text: string): string[] {
  let depth = 0
  const at = text.split('').findIndex((letter) => {
    if (letter === '(') depth += 1
    if (letter === ')') depth -= 1
    return letter === ',' && depth === 0
  })
  return [text.slice(0, at), text.slice(at + 1)]
}

const known = tokens()

function colour(name: string, theme: Theme, hex: string): Rgb {
  const written = known.get(name)?.[theme]
  if (written === undefined) throw new Error(`tokens.css has no --${name}`)
  const other = /^var\(--([\w-]+)\)$/.exec(written)?.[1]
  if (other) return colour(other, theme, hex)
  if (written.startsWith('#')) return rgbFromHex(written.replace(/^#(.)(.)(.)$/, '#$1$1$2$2$3$3'))
  const { hue, chroma } = organisationTone(hex)
  const numbers = /^oklch\(([\d.]+) (.+) ([\d.]+|var\(--org-h\))\)$/s.exec(written)
  if (!numbers) throw new Error(`--${name}: cannot read ${written}`)
  const [, lightness = '', middle = '', h = ''] = numbers
  const share = /^calc\(var\(--org-c\) \* ([\d.]+)\)$/.exec(middle)?.[1]
  const own = middle === 'var(--org-c)' ? chroma : share ? chroma * Number(share) : Number(middle)
  return rgbFromOklch({ lightness: Number(lightness), chroma: own, hue: h.startsWith('var') ? hue : Number(h) })
}

const status = ['ok', 'warn', 'bad', 'info', 'wait'] as const
const papers = ['surface', 'canvas', 'sunken', 'raised', 'hover'] as const

const textPairs: readonly (readonly [text: string, on: string])[] = [
  ...papers.flatMap((paper) => [
    ['text', paper] as const,
    ['text-2', paper] as const,
    ['link', paper] as const,
    ['bad-text', paper] as const,
    ['warn-text', paper] as const,
    ['ok-text', paper] as const,
    ['wait-text', paper] as const,
  ]),
  ...status.map((family) => [`${family}-text`, `${family}-bg`] as const),
  ...status.map((family) => ['text', `${family}-bg`] as const),
  ...['accent-1', 'accent-2'].flatMap((on) => [
    ['accent-6', on] as const,
    ['text', on] as const,
    ['text-2', on] as const,
  ]),
  ['on-accent', 'accent-5'],
  ['on-accent', 'accent-5-hover'],
  ['on-deep', 'deep'],
  ['on-deep', 'deep-2'],
  ['on-deep-2', 'deep'],
  ['on-deep-2', 'deep-2'],
  ['text', 'inside-bg'],
  ['text-2', 'inside-bg'],
  ['warn-text', 'inside-bg'],
  ['text', 'line'],
  ['deep', 'on-deep'],
]

const graphicPairs: readonly (readonly [shape: string, on: string])[] = [
  ['line-strong', 'surface'],
  ['line-strong', 'canvas'],
  ['accent-5', 'surface'],
  ['accent-5', 'canvas'],
  ['accent-4', 'surface'],
  ['accent-4', 'line'],
  ['accent-6', 'line'],
  ['focus', 'surface'],
  ['focus', 'canvas'],
  ['focus', 'focus-gap'],
  ...status.map((family) => [`${family}-solid`, 'surface'] as const),
]

/** Hues all around, dull, clear and garish; black, white, grey; the three offices of the demonstration. */
const colours = [
  ...Array.from({ length: 36 }, (_, i) => i * 10).flatMap((hue) =>
    [0.03, 0.08, 0.13, 0.25].map((chroma) => hexFromRgb(rgbFromOklch({ lightness: 0.5, chroma, hue }))),
  ),
  ...['#000000', '#ffffff', '#808080', '#ffff00', '#ff00ff', '#00ff00', '#0000ff', '#ff0000'],
  ...['#1a5772', '#275b45', '#783651'],
]

test.each(['light', 'dark'] as const)(
  'every text has 4.5:1 and every shape 3:1 in the %s theme for every colour',
  (theme) => {
    const weak: string[] = []
    for (const hex of colours) {
      for (const [pairs, least] of [
        [textPairs, 4.5],
        [graphicPairs, 3],
      ] as const) {
        for (const [front, back] of pairs) {
          const ratio = contrastRatio(colour(front, theme, hex), colour(back, theme, hex))
          if (ratio < least) weak.push(`${hex} ${front} on ${back}: ${ratio.toFixed(2)}`)
        }
      }
    }
    expect(weak).toEqual([])
  },
)

test('the fallback for older browsers has the same light tones as the sheet', () => {
  for (const hex of ['#1a5772', '#275b45', '#783651']) {
    const css = organisationCss(hex)
    for (const name of fallbackToneNames) {
      const written = new RegExp(`--${name}:(#[0-9a-f]{6})`).exec(css)?.[1] ?? ''
      expect(`${name} ${written}`).toBe(`${name} ${hexFromRgb(colour(name, 'light', hex))}`)
    }
  }
})

test('the chroma is capped and a grey stays grey', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 0xffffff }), (n) => {
      const { hue, chroma } = organisationTone(`#${n.toString(16).padStart(6, '0')}`)
      expect(chroma).toBeGreaterThanOrEqual(0)
      expect(chroma).toBeLessThanOrEqual(0.13)
      expect(hue).toBeGreaterThanOrEqual(0)
      expect(hue).toBeLessThanOrEqual(360)
    }),
  )
  expect(organisationTone('#808080').chroma).toBe(0)
})

test('a colour survives the way to OKLCH and back', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 0xffffff }), (n) => {
      const hex = `#${n.toString(16).padStart(6, '0')}`
      expect(hexFromRgb(rgbFromOklch(oklchFromRgb(rgbFromHex(hex))))).toBe(hex)
    }),
  )
})

test('only six hex digits are a colour, and the sheet holds nothing of what was asked but numbers', () => {
  for (const bad of ['', '#12345', 'red', '#1234567', '#12345g', '};body{}', '../etc']) {
    expect(isHexColour(bad)).toBe(false)
    expect(() => organisationCss(bad)).toThrow(RangeError)
  }
  expect(organisationCss('#275B45')).toMatch(/^:root\{--org-h:[\d.]+;--org-c:[\d.]+\}\n/)
  expect(organisationCssPath('#275B45')).toBe('/assets/org-275b45.css')
})
