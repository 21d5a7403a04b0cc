// The door of agreements: who has agreed what with whom.
export { lineFor, lineTerms } from './queries.ts'
export type { AgreementLine, LineTerms } from './queries.ts'
