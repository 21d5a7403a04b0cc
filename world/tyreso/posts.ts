// Posts as the unit plans print them, with the printed head count kept beside: the two do not always agree, and the
// world shows that instead of hiding it. TY-005, TY-006, TY-008. A percentage that is not printed stays null.
import { type Origin, printed } from './origin.ts'

export type PostState = 'filled' | 'vacant' | 'recruiting'

export interface PostRow {
  readonly key: string
  readonly unit: string
  readonly title: string
  /** Percent of full time; null = "ej angivet". */
  readonly percent: number | null
  readonly state: PostState
  readonly channel: 'internal_or_external' | null
  readonly origin: Origin
}

export interface PrintedStaffing {
  readonly unit: string
  readonly measure: 'persons' | 'full_time_equivalents' | 'posts' | 'chart_box'
  /** In hundredths, so that 3.65 stays exact. */
  readonly hundredths: number
  readonly text: string
  readonly origin: Origin
}

interface Group {
  readonly unit: string
  readonly title: string
  readonly count?: number
  readonly percent?: number
  readonly state?: PostState
  readonly line: number
}

function posted(group: Group, groupNo: number): PostRow[] {
  return Array.from({ length: group.count ?? 1 }, (_, i) => ({
    key: `post-${group.unit}-${groupNo + 1}-${i + 1}`,
    unit: group.unit,
    title: group.title,
    percent: group.percent ?? null,
    state: group.state ?? 'filled',
    channel: group.state === 'recruiting' ? 'internal_or_external' : null,
    origin: printed('000', group.line),
  }))
}

const groups: readonly Group[] = [
  { unit: 'upphandling', title: 'Upphandlingschef', percent: 100, line: 364 },
  { unit: 'upphandling', title: 'Upphandlare', percent: 100, line: 366 },
  { unit: 'upphandling', title: 'Upphandlare', percent: 90, line: 368 },
  { unit: 'upphandling', title: 'Upphandlingsassistent', percent: 75, line: 370 },
  { unit: 'redovisning', title: 'Redovisningschef', line: 622 },
  { unit: 'redovisning', title: 'Ekonomiassistent, fakturor', count: 6, line: 624 },
  { unit: 'redovisning', title: 'Ekonom, bokslut', line: 634 },
  { unit: 'lon', title: 'Systemförvaltare och utbildare', count: 2, line: 779 },
  { unit: 'lon', title: 'Lönehandläggare', count: 4, line: 779 },
  { unit: 'kansli', title: 'Kommunjurist', line: 1064 },
  { unit: 'kansli', title: 'Arkivarie', line: 1064 },
  { unit: 'kansli', title: 'Kommunsekreterare', line: 1064 },
  { unit: 'kansli', title: 'Administratör', line: 1066 },
  { unit: 'kansli', title: 'Registrator och systemförvaltare', line: 1066 },
  { unit: 'kansli', title: 'Enhetschef', line: 1066 },
  { unit: 'kansli', title: 'Assistent', state: 'vacant', line: 1068 },
  { unit: 'kontorsservice', title: 'Vaktmästare', count: 6, percent: 100, line: 1285 },
  { unit: 'kontorsservice', title: 'Vaktmästare', count: 3, percent: 50, line: 1285 },
  { unit: 'personal', title: 'HR-generalist', count: 5, line: 1461 },
  { unit: 'personal', title: 'Nationalekonom', line: 1461 },
  { unit: 'personal', title: 'Jurist', line: 1461 },
  { unit: 'personal', title: 'Löneassistent', line: 1461 },
  { unit: 'fastighet', title: 'Fastighetschef', line: 1672 },
  { unit: 'fastighet', title: 'Hyreskontraktsansvarig', line: 1674 },
  { unit: 'fastighet', title: 'Fastighetsförvaltare', count: 2, line: 1678 },
  { unit: 'fastighet', title: 'Teknisk förvaltare', count: 2, line: 1682 },
  { unit: 'fastighet', title: 'Projektledare', count: 2, line: 1684 },
  { unit: 'fastighet', title: 'Fastighetsadministratör', line: 1690 },
  { unit: 'fastighet', title: 'Servicetekniker', count: 9, line: 1694 },
  { unit: 'fastighet', title: 'Lokalvårdsansvarig', line: 1701 },
  // The boxes of the starred counts cannot be told from the chart; they are kept on the office.
  { unit: 'kit', title: 'Tjänst märkt med stjärna i organisationsskissen', count: 4, state: 'recruiting', line: 2194 },
]

export const posts: readonly PostRow[] = groups.flatMap(posted)

export const printedStaffing: readonly PrintedStaffing[] = [
  staffing('kit', 'persons', 101, 'Kontoret innehåller 101 st anställda', 173),
  staffing('ekonomi-redovisning', 'chart_box', 23, '23 st', 2186),
  staffing('personal-lon', 'chart_box', 14, '14 st', 2186),
  staffing('fastighet-kontorsservice', 'chart_box', 32, '32 st', 2186),
  staffing('it', 'chart_box', 20, '20 st', 2188),
  staffing('upphandling', 'chart_box', 4, '4 st', 2188),
  staffing('kansli', 'chart_box', 6, '6 st', 2188),
  staffing('upphandling', 'full_time_equivalents', 3.65, 'totalt 3,65 tjänster', 356),
  staffing('redovisning', 'persons', 12, '12 personer, inklusive redovisningschef', 622),
  staffing('redovisning', 'full_time_equivalents', 11.5, '11,5 årsarbetare', 622),
  staffing('lon', 'full_time_equivalents', 5.75, 'Totalt 5,75 tjänster', 781),
  staffing('kansli', 'persons', 6, 'På enheten arbetar sex personer', 1064),
  staffing('kontorsservice', 'posts', 10, '10 tjänster inkl chef', 1279),
  staffing('personal', 'persons', 8, 'åtta anställda varav en enhetschef', 1459),
  staffing('fastighet', 'persons', 20, '20 medarbetare, 11 tjänstemän och 9 kollektivare', 1657),
  staffing('it', 'persons', 20, 'Enheten består av 20 medarbetare', 1957),
]

function staffing(
  unit: string,
  measure: PrintedStaffing['measure'],
  count: number,
  text: string,
  line: number,
): PrintedStaffing {
  return { unit, measure, hundredths: Math.round(count * 100), text, origin: printed('000', line) }
}
