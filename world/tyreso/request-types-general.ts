// A plain question and a complaint for the services that people write to. Where a service already has a question or
// complaint of its own (pay, invoices, cleaning) it is not listed again for that kind.

export interface GeneralRequest {
  readonly key: string
  readonly service: string
  readonly kind: 'question' | 'complaint'
  readonly unit: string
  readonly sv: string
  readonly en: string
}

/** [service, unit, about in Swedish, about in English, has an own question or complaint form] */
type Row = readonly [service: string, unit: string, sv: string, en: string, own?: 'question' | 'complaint']

const rows: readonly Row[] = [
  ['TJ-FASTIGHET-02', 'fastighet', 'hyra av lokal', 'renting premises'],
  ['TJ-FASTIGHET-04', 'fastighet', 'felanmälan', 'fault reports'],
  ['TJ-FASTIGHET-05', 'fastighet', 'nycklar och passerkort', 'keys and cards'],
  ['TJ-FASTIGHET-06', 'fastighet', 'internhyran', 'the internal rent'],
  ['TJ-FASTIGHET-08', 'fastighet', 'planerat underhåll', 'planned maintenance'],
  ['TJ-FASTIGHET-11', 'fastighet', 'städning', 'cleaning', 'complaint'],
  ['TJ-FASTIGHET-15', 'fastighet', 'mark och snöröjning', 'grounds and snow'],
  ['TJ-KONTORSSERVICE-01', 'kontorsservice', 'tryck och kopiering', 'print and copy'],
  ['TJ-KONTORSSERVICE-02', 'kontorsservice', 'post och paket', 'mail and parcels'],
  ['TJ-KONTORSSERVICE-03', 'kontorsservice', 'vaktmästeriet', 'caretaking'],
  ['TJ-KONTORSSERVICE-04', 'kontorsservice', 'kontorsmaterial', 'office supplies'],
  ['TJ-KONTORSSERVICE-06', 'kontorsservice', 'lokaler och event', 'rooms and events'],
  ['TJ-KONTORSSERVICE-07', 'kontorsservice', 'återvinning', 'recycling'],
  ['TJ-IT-01', 'it-servicedesk', 'IT-stödet', 'IT support'],
  ['TJ-IT-05', 'it-uc', 'telefoni', 'telephony'],
  ['TJ-IT-06', 'it-identitet', 'konton och behörigheter', 'accounts and access'],
  ['TJ-IT-07', 'it-sakerhet', 'IT-säkerhet', 'IT security'],
  ['TJ-IT-09', 'it-servicedesk', 'datorer', 'computers'],
  ['TJ-LON-01', 'lon', 'lön', 'pay', 'question'],
  ['TJ-LON-03', 'lon', 'Heroma', 'Heroma'],
  ['TJ-LON-07', 'lon', 'lönefrågor för chefer', 'payroll matters for managers'],
  ['TJ-PERSONAL-01', 'personal', 'arbetsrätt, rekrytering och kompetens', 'labour law and recruitment'],
  ['TJ-PERSONAL-03', 'personal', 'pension och försäkring', 'pension and insurance'],
  ['TJ-REDOVISNING-02', 'redovisning', 'fakturor', 'invoices', 'question'],
  ['TJ-REDOVISNING-08', 'redovisning', 'redovisning', 'accounting'],
  ['TJ-EKONOMER-01', 'ekonomer', 'uppföljning och budget', 'follow-up and budget'],
  ['TJ-KANSLI-07', 'kansli', 'ärenden, arkiv och W3D3', 'cases, archive and W3D3'],
  ['TJ-KANSLI-08', 'kansli', 'juridik', 'legal matters'],
  ['TJ-KANSLI-11', 'kansli', 'styrdokument', 'governing documents'],
  ['TJ-UPPHANDLING-05', 'upphandling', 'upphandling', 'procurement'],
  ['TJ-UPPHANDLING-06', 'upphandling', 'avtal', 'contracts'],
]

export const questionsAndComplaints: readonly GeneralRequest[] = rows.flatMap(([service, unit, sv, en, own]) => {
  const key = service.slice(3).toLowerCase()
  const both: readonly GeneralRequest[] = [
    { key: `fraga-${key}`, service, kind: 'question', unit, sv: `Fråga om ${sv}`, en: `Question about ${en}` },
    { key: `klagomal-${key}`, service, kind: 'complaint', unit, sv: `Synpunkt på ${sv}`, en: `Comment on ${en}` },
  ]
  return both.filter((row) => row.kind !== own)
})
