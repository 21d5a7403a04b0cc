// Statutory rules as dated data: name, from, to (exclusive), value and source. Nothing here computes; pure code reads the
// row that was in force on a day. What an organisation decides itself (half-days, limits, prices) is not law and not here.

import type { Words } from './refusal.ts'

/** How a day of the year is found. */
export type DayFormula =
  | { readonly kind: 'fixed'; readonly month: number; readonly day: number }
  | { readonly kind: 'easter'; readonly offset: number }
  /** The given weekday (1 = Monday) on or after a date, e.g. the Saturday that falls on 20–26 June. */
  | { readonly kind: 'weekday_from'; readonly weekday: number; readonly month: number; readonly day: number }

export interface InForce {
  readonly from: string
  /** First day it is no longer in force; null = in force. */
  readonly to: string | null
  readonly source: string
}

/** red = public holiday · eve = day off in statutory time · named = an ordinary day that has a name. */
export type NamedDayKind = 'red' | 'eve' | 'named'

export interface NamedDayRule extends InForce, Words {
  readonly key: string
  readonly kind: NamedDayKind
  readonly day: DayFormula
}

const HOLIDAYS = 'lag (1989:253) om allmänna helgdagar, 1–2 §§'
const HOLIDAYS_2005 = 'lag (1989:253) om allmänna helgdagar, 1–2 §§ i lydelse 2004:1320'
const STATUTORY_TIME = 'lag (1930:173) om beräkning av lagstadgad tid, 2 §'
const CUSTOM = 'namn i almanackan; ingen lagregel'

/** The holidays act entered into force on 1 January 1990; our table begins there. */
const START = '1990-01-01'
/** SFS 2004:1320 gave 6 June and took Whit Monday on 1 April 2005, before either fell that year. */
const NATIONAL_DAY = '2005-04-01'

export const NAMED_DAYS: readonly NamedDayRule[] = [
  red('new_year', 'nyårsdagen', "New Year's Day", fixed(1, 1)),
  red('epiphany', 'trettondedag jul', 'Epiphany', fixed(1, 6)),
  red('good_friday', 'långfredagen', 'Good Friday', easter(-2)),
  red('easter_sunday', 'påskdagen', 'Easter Sunday', easter(0)),
  red('easter_monday', 'annandag påsk', 'Easter Monday', easter(1)),
  red('may_day', 'första maj', 'May Day', fixed(5, 1)),
  red('ascension', 'Kristi himmelsfärdsdag', 'Ascension Day', easter(39)),
  red('whit_sunday', 'pingstdagen', 'Whit Sunday', easter(49)),
  { ...red('whit_monday', 'annandag pingst', 'Whit Monday', easter(50)), to: NATIONAL_DAY },
  {
    ...red('national_day', 'nationaldagen', 'the National Day', fixed(6, 6)),
    from: NATIONAL_DAY,
    source: HOLIDAYS_2005,
  },
  red('midsummer_day', 'midsommardagen', 'Midsummer Day', weekdayFrom(6, 6, 20)),
  red('all_saints', 'alla helgons dag', "All Saints' Day", weekdayFrom(6, 10, 31)),
  red('christmas_day', 'juldagen', 'Christmas Day', fixed(12, 25)),
  red('boxing_day', 'annandag jul', 'Boxing Day', fixed(12, 26)),

  eve('midsummer_eve', 'midsommarafton', 'Midsummer Eve', weekdayFrom(5, 6, 19)),
  eve('christmas_eve', 'julafton', 'Christmas Eve', fixed(12, 24)),
  eve('new_years_eve', 'nyårsafton', "New Year's Eve", fixed(12, 31)),

  named('epiphany_eve', 'trettondagsafton', 'Epiphany Eve', fixed(1, 5)),
  named('maundy_thursday', 'skärtorsdag', 'Maundy Thursday', easter(-3)),
  named('easter_eve', 'påskafton', 'Easter Eve', easter(-1)),
  named('walpurgis', 'valborgsmässoafton', 'Walpurgis Night', fixed(4, 30)),
  named('ascension_eve', 'dagen före Kristi himmelsfärdsdag', 'the day before Ascension Day', easter(38)),
  named('whitsun_eve', 'pingstafton', 'Whitsun Eve', easter(48)),
  {
    ...named('national_eve', 'dagen före nationaldagen', 'the day before the National Day', fixed(6, 5)),
    from: NATIONAL_DAY,
  },
  named('all_saints_eve', 'allhelgonaafton', "All Saints' Eve", weekdayFrom(5, 10, 30)),
]

/** A time limit set by statute. Weeks, months and years end as law 1930:173 says; see `lastDayToAct`. */
export interface TimeLimitRule extends InForce, Words {
  readonly key: string
  readonly amount: number
  readonly unit: 'days' | 'weeks' | 'months'
  /** What the time is counted from. */
  readonly counted: Words
  /** True where law 1930:173 moves the last day off a Saturday, holiday or eve: a last day to act. */
  readonly lastDayToAct: boolean
}

const KL_1991 = { from: '1992-01-01', to: '2018-01-01' }
const KL_2017 = { from: '2018-01-01', to: null }
const FL_1986 = { from: '1987-01-01', to: '2018-07-01' }
const FL_2017 = { from: '2018-07-01', to: null }

const MEETING: Words = { sv: 'sammanträdet', en: 'the meeting' }
const ADJUSTED: Words = { sv: 'justeringen', en: 'the adjustment of the minutes' }
const POSTED: Words = { sv: 'tillkännagivandet på anslagstavlan', en: 'the announcement on the notice board' }
const SERVED: Words = { sv: 'den dag parten fick del av beslutet', en: 'the day the party received the decision' }

const MINUTES: Words = { sv: 'Protokollet justeras', en: 'The minutes are adjusted' }
const BOARD: Words = { sv: 'Justeringen tillkännages på anslagstavlan', en: 'The adjustment is announced' }
const LEGALITY: Words = { sv: 'Laglighetsprövning begärs', en: 'Review of legality is asked for' }
const APPEAL: Words = { sv: 'Beslutet överklagas', en: 'The decision is appealed' }

// The limits are well known; the paragraph numbers are to be checked against the statute book before a notice prints them.
export const TIME_LIMITS: readonly TimeLimitRule[] = [
  limit('minutes_adjusted', MINUTES, 14, 'days', MEETING, KL_1991, 'kommunallagen (1991:900) 5 kap. 61 §'),
  limit('minutes_adjusted', MINUTES, 14, 'days', MEETING, KL_2017, 'kommunallagen (2017:725) 5 kap. 69 §'),
  limit('minutes_announced', BOARD, 2, 'days', ADJUSTED, KL_1991, 'kommunallagen (1991:900) 5 kap. 62 §'),
  limit('minutes_announced', BOARD, 2, 'days', ADJUSTED, KL_2017, 'kommunallagen (2017:725) 8 kap. 10 §'),
  act('legality_review', LEGALITY, 3, 'weeks', POSTED, KL_1991, 'kommunallagen (1991:900) 10 kap. 6 §'),
  act('legality_review', LEGALITY, 3, 'weeks', POSTED, KL_2017, 'kommunallagen (2017:725) 13 kap. 5 §'),
  act('appeal', APPEAL, 3, 'weeks', SERVED, FL_1986, 'förvaltningslagen (1986:223) 23 §'),
  act('appeal', APPEAL, 3, 'weeks', SERVED, FL_2017, 'förvaltningslagen (2017:900) 44 §'),
  limit(
    'party_may_ask_for_decision',
    { sv: 'Parten får begära att ärendet avgörs', en: 'The party may ask for the matter to be decided' },
    6,
    'months',
    { sv: 'den dag ärendet väcktes', en: 'the day the matter was raised' },
    FL_2017,
    'förvaltningslagen (2017:900) 12 §',
  ),
  act(
    'decide_on_request',
    { sv: 'Myndigheten avgör ärendet eller avslår begäran', en: 'The authority decides or refuses' },
    4,
    'weeks',
    { sv: 'begäran om avgörande', en: 'the request for a decision' },
    FL_2017,
    'förvaltningslagen (2017:900) 12 §',
  ),
]

/** The row of a dated rule that was in force on a day, or undefined when there was none. */
export function inForce<T extends InForce & { readonly key: string }>(
  rules: readonly T[],
  key: string,
  on: Temporal.PlainDate,
): T | undefined {
  return rules.find((rule) => rule.key === key && isInForce(rule, on))
}

export function isInForce(rule: InForce, on: Temporal.PlainDate): boolean {
  const day = on.toString()
  return rule.from <= day && (rule.to === null || day < rule.to)
}

function fixed(month: number, day: number): DayFormula {
  return { kind: 'fixed', month, day }
}
function easter(offset: number): DayFormula {
  return { kind: 'easter', offset }
}
function weekdayFrom(weekday: number, month: number, day: number): DayFormula {
  return { kind: 'weekday_from', weekday, month, day }
}
function red(key: string, sv: string, en: string, day: DayFormula): NamedDayRule {
  return { key, kind: 'red', sv, en, day, from: START, to: null, source: HOLIDAYS }
}
function eve(key: string, sv: string, en: string, day: DayFormula): NamedDayRule {
  return { key, kind: 'eve', sv, en, day, from: START, to: null, source: STATUTORY_TIME }
}
function named(key: string, sv: string, en: string, day: DayFormula): NamedDayRule {
  return { key, kind: 'named', sv, en, day, from: START, to: null, source: CUSTOM }
}
function limit(
  key: string,
  words: Words,
  amount: number,
  unit: TimeLimitRule['unit'],
  counted: Words,
  force: { readonly from: string; readonly to: string | null },
  source: string,
): TimeLimitRule {
  return { key, sv: words.sv, en: words.en, amount, unit, counted, lastDayToAct: false, ...force, source }
}
function act(...rule: Parameters<typeof limit>): TimeLimitRule {
  return { ...limit(...rule), lastDayToAct: true }
}
