// The rules of a case: its states and what may follow what. Pure.
//
//   awaiting_approval → new → in_progress ⇄ waiting → done → closed
//                    ↘ rejected      open ones → withdrawn | converted | merged        done, closed → in_progress (reopened)
import { refuse } from '#basics/refusal'

export const caseKinds = ['order', 'fault', 'question', 'complaint'] as const
export type CaseKind = (typeof caseKinds)[number]

export const caseStates = [
  'awaiting_approval',
  'new',
  'in_progress',
  'waiting',
  'done',
  'closed',
  'withdrawn',
  'rejected',
  'converted',
  'merged',
] as const
export type CaseState = (typeof caseStates)[number]
export const openStates = ['awaiting_approval', 'new', 'in_progress', 'waiting'] as const satisfies readonly CaseState[]

export const channels = ['portal', 'mail', 'letter', 'telephone', 'counter'] as const
export type Channel = (typeof channels)[number]
/** How a customer is heard by somebody who writes it down. */
export const spokenChannels = ['telephone', 'counter', 'letter'] as const satisfies readonly Channel[]
export type SpokenChannel = (typeof spokenChannels)[number]
export const priorities = ['low', 'normal', 'high', 'critical'] as const
export type Priority = (typeof priorities)[number]
export const waitingFor = ['customer', 'us', 'supplier'] as const
export type WaitingFor = (typeof waitingFor)[number]

/** What a person may do with a case; each is a verb of the access table `case.<deed>` too. */
export const caseDeeds = [
  'take',
  'assign',
  'hand_over',
  'start',
  'pause',
  'resume',
  'deliver',
  'reply',
  'note',
  'write',
  'write_down',
  'confirm',
  'reopen',
  'withdraw',
  'approve',
  'rate',
  'change_priority',
  'change_facts',
  'watch',
  'relate',
  'set_parent',
  'merge',
  'undo_merge',
  'convert',
] as const
export type CaseDeed = (typeof caseDeeds)[number]

const worked: readonly CaseState[] = ['new', 'in_progress', 'waiting']
const readable: readonly CaseState[] = [...openStates, 'done', 'closed']

const from: Readonly<Record<CaseDeed, readonly CaseState[]>> = {
  take: worked,
  assign: worked,
  hand_over: worked,
  start: ['new'],
  pause: ['new', 'in_progress'],
  resume: ['waiting'],
  deliver: worked,
  reply: [...worked, 'done'],
  note: caseStates,
  write: readable,
  write_down: readable,
  confirm: ['done'],
  reopen: ['done', 'closed'],
  withdraw: openStates,
  approve: ['awaiting_approval'],
  rate: ['done', 'closed'],
  change_priority: worked,
  change_facts: worked,
  watch: readable,
  relate: caseStates,
  set_parent: worked,
  merge: worked,
  undo_merge: ['merged'],
  convert: worked,
}

export function mayFollow(deed: CaseDeed, state: CaseState): boolean {
  return from[deed].includes(state)
}

export const stateWords: Readonly<Record<CaseState, { sv: string; en: string }>> = {
  awaiting_approval: { sv: 'Väntar på godkännande', en: 'Awaiting approval' },
  new: { sv: 'Ny', en: 'New' },
  in_progress: { sv: 'Pågår', en: 'In progress' },
  waiting: { sv: 'Väntar', en: 'Waiting' },
  done: { sv: 'Klart', en: 'Done' },
  closed: { sv: 'Stängt', en: 'Closed' },
  withdrawn: { sv: 'Återtaget', en: 'Withdrawn' },
  rejected: { sv: 'Avslaget', en: 'Rejected' },
  converted: { sv: 'Omvandlat till önskemål', en: 'Turned into a wish' },
  merged: { sv: 'Sammanfört', en: 'Merged' },
}

/** Refuses with the case's state in words, so that whoever was second learns what has already happened. */
export function mustFollow(deed: CaseDeed, state: CaseState): void {
  if (mayFollow(deed, state)) return
  const words = stateWords[state]
  refuse({
    code: 'case_state',
    status: 409,
    sv: `Det går inte längre: ärendet är i läget ”${words.sv}”. Läs om sidan för att se vad som har hänt.`,
    en: `That is no longer possible: the case is in the state “${words.en}”. Reload to see what has happened.`,
  })
}

/** Where a resumed case goes back to: work that had begun goes on, work that had not is still new. */
export function afterResume(startedAt: Temporal.Instant | null): CaseState {
  return startedAt === null ? 'new' : 'in_progress'
}

/** Reopening is the requester's right for n days after done; counted in calendar days of Sweden. */
export function mustBeWithin(
  deed: 'reopen' | 'undo_merge',
  since: Temporal.PlainDate,
  today: Temporal.PlainDate,
  days: number,
): void {
  if (since.until(today, { largestUnit: 'days' }).days <= days) return
  if (deed === 'reopen')
    refuse({
      code: 'reopen_too_late',
      status: 409,
      sv: `Ärendet kan öppnas igen inom ${days} dagar. Gör en ny anmälan och nämn det gamla numret.`,
      en: `The case can be reopened within ${days} days. Make a new report and mention the old number.`,
    })
  refuse({
    code: 'undo_too_late',
    status: 409,
    sv: 'En sammanföring kan ångras samma dag. Skapa ett nytt ärende och länka det.',
    en: 'A merge can be undone the same day. Create a new case and relate it.',
  })
}

/** Four eyes on one's own: a case may not hang under itself, directly or through its children. */
export function mustNotCircle(caseId: string, ancestors: readonly string[]): void {
  if (ancestors.includes(caseId))
    refuse({
      code: 'parent_circle',
      status: 409,
      field: 'parent',
      sv: 'Ärendet ligger redan under detta. Välj ett annat huvudärende.',
      en: 'The case already lies under this one. Choose another parent.',
    })
}

/** The close guard: done only when every case beneath is. */
export function mustHaveNoOpenChildren(numbers: readonly string[]): void {
  if (numbers.length === 0) return
  refuse({
    code: 'open_children',
    status: 409,
    sv: `Under ärendet finns ${numbers.length === 1 ? 'ett öppet' : `${numbers.length} öppna`}: ${numbers.join(', ')}. Gör klart ${numbers.length === 1 ? 'det' : 'dem'} först eller lyft ut ${numbers.length === 1 ? 'det' : 'dem'}.`,
    en: `${numbers.length} open case(s) lie beneath: ${numbers.join(', ')}. Finish or detach them first.`,
  })
}
