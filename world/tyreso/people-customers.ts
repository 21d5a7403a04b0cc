// People at the administrations: those who report, order, approve and coordinate. All invented.
import type { Staff } from './people.ts'

type Row = readonly [given: string, family: string, unit: string, title: string]

const rows: readonly Row[] = [
  ['Lars', 'Lavendelhed', 'buf-kansli', 'Ekonomichef'],
  ['Anna', 'Akleja', 'buf-kansli', 'Kanslichef'],
  ['Petra', 'Piggstarr', 'buf-kansli', 'Utvecklingsledare'],
  ['Ingela', 'Isört', 'nyboda-skola', 'Rektor'],
  ['Kalle', 'Kungsängslilja', 'nyboda-skola', 'Skolassistent'],
  ['Maria', 'Majviva', 'tallbackens-skola', 'Rektor'],
  ['Sofie', 'Silverarv', 'tallbackens-skola', 'Skolassistent'],
  ['Omar', 'Ögontröst', 'krokangens-skola', 'Skolassistent'],
  ['Birgitta', 'Brunört', 'sjoviksskolan', 'Skolassistent'],
  ['Fredrik', 'Femfingerört', 'mastgymnasiet', 'Lärare'],
  ['Jenny', 'Jordreva', 'mastgymnasiet', 'Skoladministratör'],
  ['Camilla', 'Kärrviol', 'forskolan-ekorren', 'Förskolechef'],
  ['Agneta', 'Ängskovall', 'forskolan-bla-lyktan', 'Förskollärare'],
  ['Zahra', 'Vårlök', 'forskolan-sjostjarnan', 'Förskolechef'],
  ['Gunnel', 'Gåsört', 'forskolan-kotten', 'Förskollärare'],
  ['Sara', 'Björnmossa', 'sof-bistand', 'Biståndsbedömare'],
  ['Monika', 'Myrlilja', 'sof-bistand', 'Enhetschef'],
  ['Johan', 'Jungfrulin', 'sof-familj', 'Socialsekreterare'],
  ['Tommy', 'Tätört', 'sof-familj', 'IT-samordnare'],
  ['Kerstin', 'Kvastfibbla', 'angsgarden', 'Enhetschef'],
  ['Pia', 'Pimpinell', 'solglantan', 'Samordnare'],
  ['Hassan', 'Hedblomster', 'hemtjansten-norr', 'Planerare'],
  ['Ulla', 'Ullvide', 'bibliotek', 'Bibliotekarie'],
  ['Nina', 'Nävört', 'bibliotek', 'Bibliotekschef'],
  ['Kim', 'Klockljung', 'kvarnhjulet', 'Fritidsledare'],
  ['Robert', 'Rosendun', 'idrott', 'Anläggningsansvarig'],
  ['Lotta', 'Linnéört', 'kulturmagasinet', 'Verksamhetsledare'],
  ['Helena', 'Hästhov', 'sbf-plan', 'Enhetschef'],
  ['Emil', 'Etternäv', 'sbf-plan', 'Planarkitekt'],
  ['Björn', 'Braxengräs', 'sbf-va', 'VA-ingenjör'],
  ['Cecilia', 'Cikoria', 'kommunikation', 'Kommunikatör'],
  ['Daniel', 'Daggros', 'kommunikation', 'Kommunikationschef'],
  ['Gunilla', 'Groblad', 'maltider', 'Måltidschef'],
  ['Viktor', 'Vejde', 'ksk-konsult', 'Konsult'],
]

export const customerStaff: readonly Staff[] = rows.map(([given, family, unit, title]) => ({
  given,
  family,
  seats: [{ role: 'medarbetare', unit, title }],
}))
