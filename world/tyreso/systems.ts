// The systems that the documents name, with owner and manager where they are stated (000, 004 lines 182–213). The
// ownership is the one proposed in 2011. Criticality and dependencies are printed nowhere and are invented.
import { type DocumentNumber, type Origin, demonstration, printed } from './origin.ts'

export type Criticality = 'high' | 'medium' | 'low'

export interface SystemRow {
  readonly key: string
  readonly name: string
  readonly does: string
  /** Role that owns it; null = not stated. */
  readonly ownerRole: string | null
  readonly ownerOrigin: Origin | null
  /** Unit that manages it and receives support needs; null = not stated. */
  readonly managerUnit: string | null
  readonly managers: readonly string[]
  readonly criticality: { readonly value: Criticality; readonly origin: Origin }
  readonly dependsOn: readonly string[]
  readonly origin: Origin
}

interface Spec {
  readonly does: string
  readonly line: number
  readonly document?: DocumentNumber
  readonly owner?: readonly [role: string, line: number]
  readonly unit?: string
  readonly managers?: readonly string[]
  readonly criticality?: Criticality
  readonly dependsOn?: readonly string[]
}

function system(key: string, name: string, spec: Spec): SystemRow {
  return {
    key,
    name,
    does: spec.does,
    ownerRole: spec.owner?.[0] ?? null,
    ownerOrigin: spec.owner === undefined ? null : printed('004', spec.owner[1]),
    managerUnit: spec.unit ?? null,
    managers: spec.managers ?? [],
    criticality: { value: spec.criticality ?? 'medium', origin: demonstration },
    dependsOn: spec.dependsOn ?? [],
    origin: printed(spec.document ?? '000', spec.line),
  }
}

const heromaManagers = ['marta.kamomill', 'ivar.vallort'] as const

export const systems: readonly SystemRow[] = [
  system('heroma', 'Heroma', {
    does: 'Löne- och personalsystem',
    line: 703,
    owner: ['kontorschef', 206],
    unit: 'lon',
    managers: heromaManagers,
    criticality: 'high',
    dependsOn: ['katalogtjanst', 'natverk', 'datalagring'],
  }),
  system('w3d3', 'W3D3', {
    does: 'Ärende- och dokumenthantering, mötesprocess, mötesportal',
    line: 858,
    owner: ['kontorschef', 206],
    unit: 'kansli',
    managers: ['doris.angsvadd'],
    criticality: 'high',
    dependsOn: ['katalogtjanst', 'natverk', 'datalagring'],
  }),
  system('aditro', 'Ekonomisystemet (Aditro)', {
    does: 'Redovisning och reskontror',
    line: 206,
    document: '004',
    owner: ['kontorschef', 206],
    unit: 'redovisning',
    managers: ['folke.krakbar'],
    criticality: 'high',
    dependsOn: ['katalogtjanst', 'natverk', 'datalagring'],
  }),
  system('fakturainfarten', 'Fakturainfarten', {
    does: 'Inmatning av kundfakturaunderlag',
    line: 574,
    unit: 'redovisning',
    managers: ['folke.krakbar'],
    dependsOn: ['aditro'],
  }),
  system('anlaggningsreskontra', 'Anläggningsreskontra', {
    does: 'Register över anläggningstillgångar',
    line: 626,
    unit: 'redovisning',
    managers: ['folke.krakbar'],
    criticality: 'low',
    dependsOn: ['aditro'],
  }),
  system('e-avrop', 'e-avrop', {
    does: 'Elektroniskt upphandlingsstöd',
    line: 316,
    unit: 'upphandling',
    managers: ['ebba.lonnlov'],
  }),
  system('avtalsdatabas', 'Avtalsdatabasen', {
    does: 'Register över gällande avtal, bevakning och prislistor',
    line: 318,
    unit: 'upphandling',
    managers: ['ebba.lonnlov'],
    dependsOn: ['intranat'],
  }),
  system('bestallarportalen', 'Beställarportalen', {
    does: 'Mottagning av beställningar på intranätet',
    line: 1238,
    dependsOn: ['intranat'],
  }),
  system('intranat', 'Intranätet', {
    does: 'Information, nyheter och handböcker',
    line: 397,
    owner: ['kommunikationschef', 213],
    unit: 'kommunikation',
    managers: ['cecilia.cikoria'],
    dependsOn: ['katalogtjanst', 'natverk'],
  }),
  system('tyreso-se', 'tyreso.se', {
    does: 'Kommunens webbplats',
    line: 399,
    owner: ['kommunikationschef', 213],
    unit: 'kommunikation',
    managers: ['cecilia.cikoria'],
    dependsOn: ['internet'],
  }),
  system('epost', 'E-post och kalender', {
    does: 'E-post och kalender på den nya plattformen',
    line: 2032,
    owner: ['it-strateg', 191],
    unit: 'it-uc',
    managers: ['petter.odon'],
    criticality: 'high',
    dependsOn: ['katalogtjanst', 'natverk', 'internet', 'e-posttvatt'],
  }),
  system('lync', 'Lync', {
    does: 'Intern messenger',
    line: 2034,
    unit: 'it-uc',
    managers: ['petter.odon'],
    criticality: 'low',
    dependsOn: ['katalogtjanst', 'natverk'],
  }),
  system('sharepoint', 'SharePoint', {
    does: 'Samarbetsyta (tryckt: Sharpoint)',
    line: 2036,
    unit: 'it-uc',
    managers: ['petter.odon'],
    dependsOn: ['katalogtjanst', 'datalagring'],
  }),
  system('telefoni', 'Telefoni', {
    does: 'Telefoni med kalenderkoppling',
    line: 2040,
    unit: 'it-uc',
    managers: ['petter.odon'],
    criticality: 'high',
    dependsOn: ['natverk'],
  }),
  system('katalogtjanst', 'Katalogtjänsten', {
    does: 'Inloggning och grupper',
    line: 1923,
    owner: ['it-strateg', 191],
    unit: 'it-identitet',
    managers: ['aina.trolldruva', 'elin.enbar'],
    criticality: 'high',
    dependsOn: ['natverk', 'datalagring'],
  }),
  system('natverk', 'IT-nätverket', {
    does: 'Fast och trådlöst nät mellan husen (Procurve, Mobility Manager)',
    line: 2107,
    owner: ['it-strateg', 191],
    unit: 'it-natverk',
    managers: ['yusuf.hjortron'],
    criticality: 'high',
  }),
  system('internet', 'Internetuppkopplingen', {
    does: 'Förbindelse ut från kommunen',
    line: 1923,
    unit: 'it-natverk',
    managers: ['yusuf.hjortron'],
    criticality: 'high',
    dependsOn: ['natverk', 'brandvagg'],
  }),
  system('datalagring', 'Datalagring och backup', {
    does: 'Primär lagring och backuper',
    line: 2097,
    owner: ['it-strateg', 191],
    unit: 'it-natverk',
    managers: ['yusuf.hjortron'],
    criticality: 'high',
  }),
  system('klientplattform', 'Klientplattformen', {
    does: 'Datorernas grundinstallation',
    line: 191,
    document: '004',
    owner: ['it-strateg', 191],
    unit: 'it-plattform',
    managers: ['ola.stenbar'],
    dependsOn: ['katalogtjanst', 'natverk'],
  }),
  system('brandvagg', 'Brandväggen', {
    does: 'Skydd mot omvärlden, gästnät och fritidsgårdsnät',
    line: 2073,
    owner: ['it-strateg', 191],
    unit: 'it-sakerhet',
    managers: ['frida.tranbar'],
    criticality: 'high',
    dependsOn: ['natverk'],
  }),
  system('e-posttvatt', 'E-posttvätten', {
    does: 'Skräppostfilter',
    line: 2071,
    unit: 'it-sakerhet',
    managers: ['frida.tranbar'],
    dependsOn: ['internet'],
  }),
  system('antivirus', 'Antivirussystemet', {
    does: 'Skydd på datorer och servrar',
    line: 2077,
    unit: 'it-sakerhet',
    managers: ['frida.tranbar'],
    dependsOn: ['klientplattform'],
  }),
  system('follow-me', 'Follow-me', {
    does: 'Utskrift (namnet förklaras inte)',
    line: 1192,
    unit: 'it-servicedesk',
    managers: ['linus.getrams'],
    dependsOn: ['katalogtjanst', 'natverk'],
  }),
  system('internhyra', 'Internhyressystemet', {
    does: 'Kostnader och ytor per förvaltning, tomma lokaler',
    line: 1856,
    unit: 'fastighet',
    managers: ['elsa.gokart'],
    criticality: 'low',
  }),
  system('energi', 'Energiuppföljningssystemet', {
    does: 'Energistatistik från 2007',
    line: 1882,
    unit: 'fastighet',
    managers: ['olof.humlestor'],
    criticality: 'low',
  }),
  system('overvakning', 'Övergripande övervakningssystemet', {
    does: 'Larm från tekniska installationer',
    line: 1825,
    unit: 'fastighet',
    managers: ['hakan.alggras'],
    criticality: 'high',
    dependsOn: ['natverk'],
  }),
  system('nyckelsystem', 'Nyckelsystemet', {
    does: 'Kommunens nyckelsystem',
    line: 1690,
    unit: 'fastighet',
    managers: ['britta.liljekonvalj'],
    criticality: 'high',
  }),
  system('pro-competence', 'Pro Competence', {
    does: 'Kompetenskartläggning',
    line: 772,
    unit: 'lon',
    managers: heromaManagers,
    criticality: 'low',
  }),
]
