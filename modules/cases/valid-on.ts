// Validity is two dates, the end exclusive; null means until further notice.
import { sql } from 'kysely'

export const validOn = (alias: string, day: Temporal.PlainDate) =>
  sql<boolean>`${sql.ref(`${alias}.valid_from`)} <= ${day} and (${sql.ref(`${alias}.valid_to`)} is null or ${sql.ref(`${alias}.valid_to`)} > ${day})`
