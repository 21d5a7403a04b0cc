// Moved: see asked-for, answers, who-orders, who-takes and terms.
export * from './asked-for.ts'
export * from './answers.ts'
export * from './who-orders.ts'
export * from './who-takes.ts'
export * from './terms.ts'
export { addNeed, backNeed } from '#catalogue'
