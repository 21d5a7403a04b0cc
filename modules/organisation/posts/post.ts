// The sums of a unit's posts, beside what was printed: full time in hundredths, never a float; a share nobody stated is
// counted as not stated, and a disagreement is shown, not mended (TY-008, TY-013).

export const postStates = ['filled', 'vacant', 'recruiting'] as const
export type PostState = (typeof postStates)[number]
export const recruitments = ['internal', 'external', 'internal_or_external'] as const
export const printedMeasures = ['heads_text', 'heads_chart', 'full_time', 'posts'] as const
export type PrintedMeasure = (typeof printedMeasures)[number]

export interface CountedPost {
  readonly state: PostState
  /** Hundredths of a percent of full time: 90 % = 9000; null = not stated. */
  readonly shareHundredths: number | null
}

export interface Staffing {
  readonly posts: number
  readonly filled: number
  readonly vacant: number
  readonly recruiting: number
  /** Full-time equivalents of the posts whose share is stated, in hundredths: 3.65 = 365. */
  readonly fullTimeHundredths: number
  /** Posts without a stated share: the sum is then a part of the whole. */
  readonly withoutShare: number
}

export function staffingOf(posts: readonly CountedPost[]): Staffing {
  const count = (state: PostState): number => posts.filter((post) => post.state === state).length
  const shares = posts.reduce((sum, post) => sum + (post.shareHundredths ?? 0), 0)
  return {
    posts: posts.length,
    filled: count('filled'),
    vacant: count('vacant'),
    recruiting: count('recruiting'),
    fullTimeHundredths: Math.round(shares / 100),
    withoutShare: posts.filter((post) => post.shareHundredths === null).length,
  }
}

export interface ComparedCount {
  readonly measure: PrintedMeasure
  readonly printedHundredths: number
  /** What the posts come to; null = they cannot say, as some lack a share. */
  readonly computedHundredths: number | null
  readonly agrees: boolean | null
}

/** A printed count held against the posts: heads against filled posts, full time against the sum of shares. */
export function comparePrinted(measure: PrintedMeasure, printedHundredths: number, staffing: Staffing): ComparedCount {
  const computed = computedFor(measure, staffing)
  return {
    measure,
    printedHundredths,
    computedHundredths: computed,
    agrees: computed === null ? null : computed === printedHundredths,
  }
}

function computedFor(measure: PrintedMeasure, staffing: Staffing): number | null {
  switch (measure) {
    case 'heads_text':
    case 'heads_chart':
      return staffing.posts === 0 ? null : staffing.filled * 100
    case 'posts':
      return staffing.posts === 0 ? null : staffing.posts * 100
    case 'full_time':
      return staffing.posts === 0 || staffing.withoutShare > 0 ? null : staffing.fullTimeHundredths
  }
}
