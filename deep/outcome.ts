// What a suite hands back: figures to print, and every deviation in words. None means that it holds; a suite run with its
// protection removed must hand back at least one (T-NEG).

export interface Outcome {
  readonly figures: Readonly<Record<string, number | string>>
  readonly deviations: readonly string[]
}

const shown = 20

export function line(name: string, outcome: Outcome): string {
  const figures = Object.entries(outcome.figures).map(([what, figure]) => `${what} ${figure}`)
  return `${name}: ${[...figures, `deviations ${outcome.deviations.length}`].join(', ')}`
}

/** The first deviations in words, for whoever has to mend them. */
export function details(outcome: Outcome): string {
  const more = outcome.deviations.length - shown
  return [...outcome.deviations.slice(0, shown), ...(more > 0 ? [`… and ${more} more`] : [])].join('\n')
}
