// T-RACE: case numbers drawn by many processes through the real deed, some of them undone at the last moment. No number is
// missing, none is given twice, and each deed that was told kept has one.
import { act } from '#platform/act'
import type { OwnDatabase } from '#testing'
import { openCase } from '#cases'
import { openScene } from '../world/scene.ts'
import type { Scene } from '../world/scene.ts'
import type { Drawn, DrawOrder } from './draw-numbers.ts'
import type { Outcome } from './outcome.ts'
import { outputOf, run } from './programs.ts'

export interface NumbersOptions {
  readonly numbers: number
  readonly processes: number
  readonly atOnce?: number
}

export async function numbers(database: OwnDatabase, options: NumbersOptions): Promise<Outcome> {
  const { processes, atOnce = 4 } = options
  const scene = await openScene({ appPool: database.appPool })
  const order: DrawOrder = {
    ...{ url: database.url, tenantId: scene.tenant.tenantId, like: await firstCase(scene), atOnce },
    ...{ personId: scene.ids.person.employee, seatId: scene.ids.seat.employee },
    ...{ cases: Math.ceil(options.numbers / processes), undoneShare: 0.05 },
  }
  const told = await Promise.all(
    Array.from({ length: processes }, async () => {
      const child = await run('deep/draw-numbers.ts', { ORDER: JSON.stringify(order) })
      return JSON.parse(await outputOf(child)) as Drawn
    }),
  )
  const sum = (of: (one: Drawn) => number): number => told.reduce((total, one) => total + of(one), 0)
  const found = await numbersIn(scene)
  const wrong = {
    gaps: found.highest - found.distinct,
    doubles: found.rows - found.distinct,
    'without number': found.unnumbered,
    // The one that was there before is not theirs.
    'kept and not there': sum(({ kept }) => kept) + 1 - found.rows - found.unnumbered,
  }
  const failed = told.flatMap((one) => one.failed)
  return {
    figures: {
      ...{ numbers: found.rows, processes, undone: sum(({ undone }) => undone) },
      ...{ gaps: wrong.gaps, doubles: wrong.doubles },
    },
    deviations: [
      ...Object.entries(wrong).flatMap(([what, n]) => (n === 0 ? [] : [`${what}: ${n}`])),
      ...failed.map((why) => `a deed failed: ${why}`),
    ],
  }
}

async function firstCase(scene: Scene): Promise<string> {
  const { caseId } = await act(scene.stage, scene.tenant, await scene.actor('employee'), (deed) =>
    openCase(deed, { requestType: 'fastighet-fel', text: 'Det droppar', answers: {} }),
  )
  return caseId
}

interface FoundNumbers {
  readonly rows: number
  readonly distinct: number
  readonly highest: number
  readonly unnumbered: number
}

function numbersIn(scene: Scene): Promise<FoundNumbers> {
  return scene.peek(async (tx) => {
    const rows = await tx.selectFrom('cases.case').select('number').execute()
    const given = rows.flatMap(({ number }) => (number === null ? [] : [Number(number.split('-').at(-1))]))
    const series = await tx
      .selectFrom('platform.series')
      .select('last_number')
      .where('tenant_id', '=', scene.tenant.tenantId)
      .execute()
    return {
      rows: given.length,
      distinct: new Set(given).size,
      highest: Math.max(
        given.reduce((most, n) => Math.max(most, n), 0),
        ...series.map((one) => Number(one.last_number)),
      ),
      unnumbered: rows.length - given.length,
    }
  })
}
