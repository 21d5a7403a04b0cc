// A process that does deeds which draw a number, several at a time; some are undone with their number in hand. Every tenth
// opens a case with all that belongs to it, the others only its head. Started by deep/numbers.ts; answers with how many it
// was told were kept.
import { sql } from 'kysely'
import { act } from '#platform/act'
import type { Deed } from '#platform/act'
import type { Tenant } from '#platform/actor'
import { floorOver } from '#platform/db/floor'
import { createPool } from '#platform/db/pool'
import { ensureAppRole } from '#platform/db/roles'
import { bySeat, tenantById } from '#platform/identity/reach'
import { openCase } from '#cases'
import { wire } from '../app/modules.ts'
import { watchPool } from './watched-pool.ts'

export interface DrawOrder {
  readonly url: string
  readonly tenantId: string
  readonly personId: string
  readonly seatId: string
  /** The case whose head is copied. */
  readonly like: string
  readonly cases: number
  readonly atOnce: number
  /** Of the deeds, how many are rolled back with their number in hand. */
  readonly undoneShare: number
}

export interface Drawn {
  readonly kept: number
  readonly undone: number
  readonly failed: readonly string[]
}

async function draw(order: DrawOrder): Promise<Drawn> {
  wire()
  const owner = createPool({ url: order.url, max: 1 })
  const pool = createPool({ ...(await ensureAppRole(owner, order.url)), max: order.atOnce })
  await owner.end()
  const watched = watchPool(pool)
  const told = { kept: 0, undone: 0, failed: [] as string[] }
  Object.defineProperty(watched, 'keeps', {
    get: () => {
      const keeps = Math.random() >= order.undoneShare
      told[keeps ? 'kept' : 'undone'] += 1
      return keeps
    },
  })
  const floor = floorOver(watched.pool)
  const tenant = await tenantById(floor, order.tenantId)
  if (!tenant) throw new Error('no such tenant')
  await Promise.all(Array.from({ length: order.atOnce }, () => open(order, tenant, floor, told)))
  await pool.end()
  return told
}

const now = Temporal.Instant.from('2012-04-02T08:00:00Z')

type Told = { kept: number; failed: string[] }

async function open(order: DrawOrder, tenant: Tenant, floor: ReturnType<typeof floorOver>, told: Told): Promise<void> {
  const { personId, seatId } = order
  const day = Temporal.PlainDate.from('2012-04-02')
  const actor = await bySeat(floor, tenant, { accountId: null, personId, seatId, day })
  if (!actor) throw new Error('no such seat')
  for (let n = 0; told.kept < order.cases && told.failed.length < 20; n++) {
    const verb = n % 10 === 0 ? openWhole : (deed: Deed) => openHead(deed, order)
    await act({ floor }, tenant, actor, verb, { now }).catch((error: unknown) => told.failed.push(String(error)))
  }
}

const openWhole = (deed: Deed): Promise<unknown> =>
  openCase(deed, { requestType: 'fastighet-fel', text: 'Det droppar', answers: {} })

async function openHead(deed: Deed, { like }: DrawOrder): Promise<void> {
  const id = deed.newId()
  const columns = sql.raw(headColumns)
  await sql`insert into cases.case (case_id, ${columns}) select ${id}::uuid, ${columns} from cases.case where case_id = ${like}`.execute(
    deed.tx,
  )
  deed.journal({ verb: 'case.opened', kind: 'case', id })
  deed.drawNumber('case', id, 'KIT-2012')
}

const headColumns = `tenant_id, kind, request_type_id, service_id, title, customer_id, unit_id, requester_id, registered_by,
  channel, provider_party_id, provider_unit_id, information_owner_id, state, received_at, latest_at, origin`

process.stdout.write(JSON.stringify(await draw(JSON.parse(process.env['ORDER'] ?? '') as DrawOrder)))
