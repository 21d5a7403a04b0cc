// The picture behind the question: a calendar of working days with the days off dashed. Decoration only.

const columns = 14
const rows = 7
const cell = 34
const step = 40

/** Days off fall in the same columns; the filled ones grow stronger to the right, a shade per week. */
const shades = [0.05, 0.12, 0.2, 0.3, 0.4]
const off = new Set([5, 6, 12, 13])

function square(column: number, row: number): string {
  return `M${4 + column * step} ${6 + row * step}h${cell}v${cell}h-${cell}z`
}

function squares(wanted: (column: number, row: number) => boolean): string {
  let d = ''
  for (let row = 0; row < rows; row++) {
    for (let column = 3; column < columns; column++) if (wanted(column, row)) d += square(column, row)
  }
  return d
}

function shadeOf(column: number, row: number): number {
  const progress = (column - 3) / (columns - 4)
  return Math.min(shades.length - 1, Math.floor(progress * shades.length * (0.75 + ((column * 7 + row * 5) % 4) / 10)))
}

const filled = shades.map((_, shade) => squares((c, r) => !off.has(c) && shadeOf(c, r) === shade))
const dashed = squares((c) => off.has(c))

export function Motif() {
  return (
    <svg class="motif" viewBox="0 0 560 290" preserveAspectRatio="xMaxYMid slice" aria-hidden="true">
      {filled.map((d, i) => (
        <path d={d} fill="currentColor" opacity={shades[i]} />
      ))}
      <path d={dashed} fill="none" stroke="currentColor" stroke-dasharray="3 4" opacity="0.45" />
    </svg>
  )
}
