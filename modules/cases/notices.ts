// What a notice about a case says, and where it leads.
import type { NoticeKind, NoticeWords } from '#platform/notices'

type Facts = Readonly<Record<string, string>>
const about = (facts: Facts): string => `${facts['number'] ? `${facts['number']} ` : ''}${facts['title'] ?? ''}`.trim()
const line = (sv: string, en: string): NoticeKind => ({
  line: (facts) => ({ sv: `${sv}: ${about(facts)}`, en: `${en}: ${about(facts)}` }),
  href: (facts, id) => `/arenden/${facts['number'] || id}`,
})

export const casesNotices: NoticeWords = {
  'case.received': line('Vi har tagit emot', 'We have received'),
  'case.answered': line('Nytt svar', 'New answer'),
  'case.customer_wrote': line('Kunden har skrivit', 'The customer has written'),
  'case.waits_for_you': line('Vi väntar på ditt svar', 'We wait for your answer'),
  'case.paused': line('Pausat', 'Paused'),
  'case.promise_moved': line('Löftet har flyttats', 'The promise has moved'),
  'case.assigned': line('Du har fått ärendet', 'You have been given the case'),
  'case.done': line('Klart', 'Done'),
  'case.reopened': line('Öppnat igen', 'Reopened'),
  'case.withdrawn': line('Återtaget', 'Withdrawn'),
  'case.watching': line('Du följer ärendet', 'You follow the case'),
  'case.converted': line('Blev ett önskemål', 'Became a wish'),
  'case.asks_approval': line('Väntar på ditt godkännande', 'Waits for your approval'),
  'case.asks_approval_again': line('Påminnelse: väntar på ditt godkännande', 'Reminder: waits for your approval'),
  'case.approved': line('Godkänt', 'Approved'),
  'case.rejected': line('Avslaget', 'Rejected'),
  'case.approval_lapsed': line('Ingen godkände i tid', 'Nobody approved in time'),
}
