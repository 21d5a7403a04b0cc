// Who may see whom (design.md §3), as data. A module sees only the modules named here, through their doors; a foreign
// key points only along these arrows. This is the one place to change when the house changes, by a decision record.

export const ranks = {
  organisation: [],
  registry: ['organisation'],
  ledger: ['organisation', 'registry'],
  meetings: ['organisation', 'registry'],
  catalogue: ['organisation', 'registry'],
  systems: ['organisation', 'registry', 'catalogue'],
  premises: ['organisation', 'registry', 'catalogue'],
  agreements: ['organisation', 'registry', 'meetings', 'catalogue', 'systems', 'premises'],
  cases: ['organisation', 'registry', 'catalogue', 'systems', 'premises', 'agreements'],
  contacts: ['organisation', 'catalogue', 'agreements', 'cases'],
  portfolio: ['organisation', 'registry', 'meetings', 'catalogue', 'systems', 'agreements', 'cases'],
  procurement: ['organisation', 'registry', 'ledger', 'catalogue', 'agreements', 'portfolio'],
  charging: [
    ...['organisation', 'registry', 'ledger', 'catalogue', 'agreements', 'systems', 'premises', 'cases', 'contacts'],
    'portfolio',
  ],
  budgets: [
    ...['organisation', 'registry', 'ledger', 'catalogue', 'agreements', 'premises', 'portfolio', 'procurement'],
    'charging',
  ],
  surveys: ['organisation', 'catalogue', 'agreements', 'cases', 'contacts'],
  goals: ['organisation', 'registry', 'catalogue'],
  reports: [
    ...['organisation', 'registry', 'ledger', 'meetings', 'catalogue', 'systems', 'premises', 'agreements', 'cases'],
    ...['contacts', 'portfolio', 'procurement', 'charging', 'budgets', 'surveys', 'goals'],
  ],
}

/** Rule files, by name inside any module: pure, they see neither platform nor store. Add a noun when it is born. */
export const pureFiles = [
  ...['schedule.ts', 'unit-tree.ts', 'unit.ts', 'party.ts', 'role.ts', 'mandate.ts', 'customer.ts', 'decision.ts'],
  ...['service.ts', 'offering.ts', 'promise.ts', 'price.ts', 'form.ts', 'condition.ts', 'request-type.ts', 'level.ts'],
  ...['agreement.ts', 'line.ts', 'system.ts', 'premises.ts', 'case.ts', 'clock.ts', 'routing.ts', 'number.ts'],
]

/** Rule files that the browser runs too, word for word the same function on both sides. */
export const clientShared = ['modules/catalogue/form-condition.ts']

/** Folders that see everything (through doors); nobody below them sees them. */
export const top = ['app', 'world', 'journeys', 'bench', 'deep', 'bin']

/** Shapes with a door of their own in package.json "imports"; the rest of web/ has none. */
export const webDoors = ['web/ui/index.ts', 'web/shell/index.ts']
