// Words of the register of information systems.
const sv = {
  title: 'System', lead: 'Vilka system vi har, vem som förvaltar dem och vad de hänger på.', name: 'Namn', aliases: 'Kallas också', aliasesHint: 'Skilj med kommatecken.', owner: 'Ägare', manager: 'Förvaltas av', person: 'Systemförvaltare', criticality: 'Vikt', dependsOn: 'Beroende av', usedBy: 'Används av', levels: { low: 'Låg', medium: 'Medel', high: 'Hög', critical: 'Kritisk' }, add: 'Lägg till system', change: 'Ändra', save: 'Spara systemet', none: 'Inga system än', noneHelp: 'Lägg till det första, så går support om det till rätt förvaltare.', unstated: 'Ej angivet', choose: 'Välj', origin: 'Källa',
}
const en: typeof sv = {
  title: 'Systems', lead: 'Which systems we have, who manages them and what they depend on.', name: 'Name', aliases: 'Also called', aliasesHint: 'Separate with commas.', owner: 'Owner', manager: 'Managed by', person: 'System manager', criticality: 'Criticality', dependsOn: 'Depends on', usedBy: 'Used by', levels: { low: 'Low', medium: 'Medium', high: 'High', critical: 'Critical' }, add: 'Add a system', change: 'Change', save: 'Save the system', none: 'No systems yet', noneHelp: 'Add the first, and support about it goes to the right manager.', unstated: 'Not stated', choose: 'Choose', origin: 'Source',
}
export const systemsText: Readonly<Record<'sv' | 'en', typeof sv>> = { sv, en }
