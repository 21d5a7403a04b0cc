// The demonstration world. First start lays each office and then tells its cases while people already sit down; a start
// after that finds it there, and goes on telling where it was interrupted.
import { Refusal } from '#basics/refusal'
import { act } from '#platform/act'
import type { Stage } from '#platform/act'
import type { Tenant } from '#platform/actor'
import { dayOf, systemClock, tenantNow, zone } from '#platform/clock'
import { readOldNotices, toldSoFar } from '#platform/demonstration'
import { systemActor } from '#platform/identity/reach'
import { demonstrationSeats } from '#organisation'
import { happenings } from './happenings.ts'
import type { Happening } from './happenings.ts'
import { idsOfOffice, layOffice } from './load-office.ts'
import type { Office } from './office.ts'
import { tellCases } from './tell-cases.ts'
import { tyreso } from './tyreso/index.ts'
import type { PlannedCase } from './tyreso/planned-case.ts'

/** The offices of this world, in the order they are laid and shown. */
const offices: readonly Office[] = [tyreso]

export interface LoadingWorld {
  readonly offices: readonly OpenOffice[]
  /** Cases of all offices. */
  readonly planned: number
  /** Cases of which everything is told. */
  loaded(): number
  /** Steps that the rules refused while the world was told; none in a world that is right. */
  readonly refused: readonly string[]
  /** Tells what is left to tell; ends when all is told or when it is stopped. */
  tell(): Promise<void>
  stop(): Promise<void>
}

export interface OpenOffice {
  readonly name: string
  readonly municipality: string
  readonly today: Temporal.PlainDate
  readonly seats: readonly { readonly role: string; readonly unit: string; readonly person: string }[]
}

export interface LoadOptions {
  /** For tests: which cases are told; a case belongs together with its parent and its twin. */
  readonly only?: (planned: PlannedCase) => boolean
}

interface LaidOffice {
  readonly office: Office
  readonly tenant: Tenant
  readonly planned: number
  told: number
}

export async function loadWorld(stage: Stage, options: LoadOptions = {}): Promise<LoadingWorld> {
  const laid: LaidOffice[] = []
  for (const office of offices) laid.push(await findOrLay(stage, office, options))
  const progress = { stopped: false }
  const refused: string[] = []
  let telling: Promise<void> | undefined
  return {
    offices: await Promise.all(laid.map((one) => opened(stage, one))),
    planned: laid.reduce((sum, one) => sum + one.planned, 0),
    loaded: () => laid.reduce((sum, one) => sum + one.told, 0),
    refused,
    tell: () => (telling ??= tellAll(stage, laid, options, progress, refused)),
    async stop() {
      progress.stopped = true
      await telling?.catch(() => undefined)
    },
  }
}

async function findOrLay(stage: Stage, office: Office, options: LoadOptions): Promise<LaidOffice> {
  const tenant = await layOffice(stage, office, async () => (await planOf(office, options)).length)
  const { cases, plannedCases } = await toldSoFar(stage.floor, tenant.tenantId)
  return { office, tenant, planned: plannedCases, told: cases }
}

async function planOf(office: Office, { only }: LoadOptions): Promise<readonly PlannedCase[]> {
  const plan = await office.planCases()
  return only ? plan.filter(only) : plan
}

async function opened(stage: Stage, { tenant }: LaidOffice): Promise<OpenOffice> {
  const system = await systemActor(stage.floor, tenant.tenantId)
  return {
    name: tenant.name,
    municipality: tenant.municipality,
    today: dayOf(tenantNow(tenant, stage.clock ?? systemClock)),
    seats: await act(stage, tenant, system, (deed) => demonstrationSeats(deed)),
  }
}

async function tellAll(
  stage: Stage,
  laid: readonly LaidOffice[],
  options: LoadOptions,
  progress: { stopped: boolean },
  refused: string[],
): Promise<void> {
  for (const one of laid) {
    if (one.told === one.planned || progress.stopped) continue
    await tellOffice(stage, one, options, progress, refused)
  }
}

const watchEveryMs = 1000

async function tellOffice(
  stage: Stage,
  one: LaidOffice,
  options: LoadOptions,
  progress: { stopped: boolean },
  refused: string[],
): Promise<void> {
  const { office, tenant } = one
  const all = happenings(await planOf(office, options), office.firstDay.toZonedDateTime(zone).toInstant())
  const telling = { stage, tenant, rows: office.rows, id: idsOfOffice(office, tenant.tenantId), all }
  const { steps } = await toldSoFar(stage.floor, tenant.tenantId)
  await tellCases(telling, steps, {
    stopped: () => progress.stopped,
    told: ({ cases }) => (one.told = cases),
    refused: (happening, error) => refused.push(sentenceOf(happening, error)),
  })
  // Another process is telling: then we only watch.
  while (!progress.stopped && one.told < one.planned) {
    await new Promise((resolve) => setTimeout(resolve, watchEveryMs))
    one.told = (await toldSoFar(stage.floor, tenant.tenantId)).cases
  }
  if (progress.stopped) return
  const yesterday = office.firstDay.subtract({ days: 1 }).toZonedDateTime(zone).toInstant()
  const system = await systemActor(stage.floor, tenant.tenantId)
  await act(stage, tenant, system, ({ tx }) => readOldNotices(tx, tenant.tenantId, yesterday))
}

function sentenceOf({ planned, what }: Happening, error: unknown): string {
  const step = typeof what === 'string' ? what : `${what.act} by ${what.by ?? '-'} in ${planned.unit}`
  const fields =
    error instanceof Refusal ? error.problems.map((problem) => ` ${problem.field}: ${problem.en}`).join('') : ''
  return `${planned.key} ${step}: ${error instanceof Error ? error.message : 'refused'}${fields}`
}
