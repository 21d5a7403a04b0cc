// The open transaction every query runs in. There is no query outside one: the row policies need its context.
import type { Transaction } from 'kysely'
import type { DB } from './tables.ts'

export type Tx = Transaction<DB>
export type { DB }
