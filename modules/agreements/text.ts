// Words of agreements.
const sv = {
  title: 'Överenskommelser', lead: 'Vad vi har kommit överens om med varje kund. En beställning står på en rad här.', name: 'Namn', customer: 'Kund', kind: 'Slag', lines: 'Rader', state: 'Läge', from: 'Gäller från', to: 'till och med dagen före', provider: 'Utförare',
  kinds: { agreement: 'Överenskommelse', understanding: 'Samförstånd', assignment: 'Uppdrag', appropriation: 'Anslag', underpinning: 'Underliggande avtal' }, states: { draft: 'Utkast', active: 'Gäller', ended: 'Avslutad' },
  financing: 'Finansiering', financings: { price: 'Pris', key: 'Fördelningsnyckel', fixed: 'Fast summa', appropriation: 'Anslag', none: 'Ingen' }, service: 'Tjänst', offering: 'Variant', level: 'Servicenivå', schedule: 'Servicetid', volume: 'Avtalad volym', version: 'Version',
  add: 'Ny överenskommelse', addLine: 'Lägg till rad', save: 'Spara överenskommelsen', saveLine: 'Spara raden', end: 'Avsluta', endFrom: 'Avslutas från och med', none: 'Inga överenskommelser än', noneHelp: 'Gör den första. Utan rad finns inget löfte att hålla till.', noLines: 'Inga rader än.', unstated: 'Ej angivet', choose: 'Välj', allOfService: 'Hela tjänsten', origin: 'Källa',
}
const en: typeof sv = {
  title: 'Agreements', lead: 'What we have agreed with each customer. An order stands on a line here.', name: 'Name', customer: 'Customer', kind: 'Kind', lines: 'Lines', state: 'State', from: 'Valid from', to: 'until the day before', provider: 'Provider',
  kinds: { agreement: 'Agreement', understanding: 'Understanding', assignment: 'Assignment', appropriation: 'Appropriation', underpinning: 'Underpinning contract' }, states: { draft: 'Draft', active: 'In force', ended: 'Ended' },
  financing: 'Financing', financings: { price: 'Price', key: 'Allocation key', fixed: 'Fixed sum', appropriation: 'Appropriation', none: 'None' }, service: 'Service', offering: 'Variant', level: 'Service level', schedule: 'Service hours', volume: 'Agreed volume', version: 'Version',
  add: 'New agreement', addLine: 'Add a line', save: 'Save the agreement', saveLine: 'Save the line', end: 'End', endFrom: 'Ends from', none: 'No agreements yet', noneHelp: 'Make the first. Without a line there is no promise to keep.', noLines: 'No lines yet.', unstated: 'Not stated', choose: 'Choose', allOfService: 'The whole service', origin: 'Source',
}
export const agreementsText: Readonly<Record<'sv' | 'en', typeof sv>> = { sv, en }
