// One way in for all registers of a world: rows of one table, with the tenant they belong to.
import type { Insertable } from 'kysely'
import type { Id } from '#basics/id'
import type { DB, Tx } from '#platform/db/tx'
import type { IdOf } from './ids.ts'
import type { Office, OfficeRows } from './office.ts'

/** A world being laid: where, for whom, and what. */
export interface Laying {
  readonly tx: Tx
  readonly tenantId: Id
  readonly office: Office
  readonly rows: OfficeRows
  readonly id: IdOf
  /** The instant the registers are said to have been written. */
  readonly madeAt: Temporal.Instant
}

export type Row<T extends keyof DB> = Omit<Insertable<DB[T]>, 'tenant_id'>

export async function lay<T extends keyof DB>(
  { tx, tenantId }: Laying,
  table: T,
  rows: readonly Row<T>[],
): Promise<void> {
  if (rows.length === 0) return
  const whole = rows.map((row) => ({ tenant_id: tenantId, ...row }))
  await tx
    .insertInto(table)
    .values(whole as never)
    .execute()
}

export const plainDate = (text: string): Temporal.PlainDate => Temporal.PlainDate.from(text)
export const dateOrNull = (text: string | null): Temporal.PlainDate | null => (text === null ? null : plainDate(text))

/** The days of a dated row, the last one exclusive. */
export function validity(row: { readonly from: string; readonly to: string | null }) {
  return { valid_from: plainDate(row.from), valid_to: dateOrNull(row.to) }
}
