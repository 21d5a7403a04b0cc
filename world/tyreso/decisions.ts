// A few decisions for the registry: three that the unit plans print with date and §, one that is printed without
// either, and one invented so that the invented price list has something to stand on.
import { type Origin, demonstration, printed } from './origin.ts'

export interface DecisionRow {
  readonly key: string
  /** KS, KF, the management group, or a delegate. */
  readonly body: string
  /** Null = the day is not stated; then the text says by when it had been decided. */
  readonly date: string | null
  /** What is printed where the day itself is not. */
  readonly dayPrinted: string | null
  readonly paragraph: string | null
  readonly text: string
  readonly document: string | null
  readonly made: 'meeting' | 'delegation' | 'printed'
  readonly origin: Origin
}

export const decisions: readonly DecisionRow[] = [
  {
    key: 'ekonomistyrning-1998',
    body: 'Kommunfullmäktige',
    date: '1998-04-23',
    dayPrinted: null,
    paragraph: '§ 30',
    text: 'Ekonomistyrning, principer',
    document: 'Ekonomistyrning, principer',
    made: 'printed',
    origin: printed('000', 2127),
  },
  {
    key: 'it-sakerhetspolicy-2003',
    body: 'Kommunstyrelsen',
    date: '2003-02-18',
    dayPrinted: null,
    paragraph: '§ 85',
    text: 'IT-säkerhetspolicy',
    document: 'IT-säkerhetspolicy',
    made: 'printed',
    origin: printed('000', 2129),
  },
  {
    key: 'it-strategi-2008',
    body: 'Kommunstyrelsen',
    date: '2008-11-25',
    dayPrinted: null,
    paragraph: '§ 174',
    text: 'IT-strategi',
    document: 'IT-strategi',
    made: 'printed',
    origin: printed('000', 2131),
  },
  {
    key: 'plattformsbyte-2011',
    body: 'Ledningsgruppen',
    date: null,
    dayPrinted: 'september 2011',
    paragraph: null,
    text: 'IT-plattformsbyte genomförs under 2012. Beslutet fattades i september 2011; dagen är inte angiven.',
    document: null,
    made: 'printed',
    origin: printed('000', 2024),
  },
  {
    key: 'prislista-2012',
    body: 'Kontorschef, på delegation (påhittat)',
    date: '2011-12-15',
    dayPrinted: null,
    paragraph: null,
    text: 'Priser för tryck, datorer, konton och telefoni gäller för 2012.',
    document: 'Prislista 2012 (påhittad)',
    made: 'delegation',
    origin: demonstration,
  },
]
