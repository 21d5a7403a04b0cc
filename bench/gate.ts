// Asks for every hot list as its seats do, and lets the gate judge what was sent.
import type { Pool } from 'pg'
import type { HotList } from './hot-lists.ts'
import { PlanGate } from './plans.ts'
import type { Tap } from './tap.ts'

export interface ListRefused {
  readonly list: string
  readonly seat: string
  readonly what: string
  readonly statement: string
}

export interface Judged {
  readonly asked: number
  readonly statements: number
  readonly refused: readonly ListRefused[]
}

export interface Asker {
  /** The status of the answer. */
  ask(seat: string, path: string): Promise<number>
  readonly tap: Pick<Tap, 'start' | 'stop'>
}

export async function judgeLists(
  lists: readonly HotList[],
  asker: Asker,
  pools: { readonly app: Pool; readonly owner: Pool },
): Promise<Judged> {
  const gate = await PlanGate.over(pools.app, pools.owner)
  const refused: ListRefused[] = []
  let asked = 0
  for (const { name, path, seats } of lists)
    for (const seat of seats) {
      asker.tap.start()
      const status = await asker.ask(seat, path)
      const turns = asker.tap.stop()
      // Not every seat may open every list; a fault or a list that is not there proves nothing.
      if (status !== 200 && status !== 403) throw new Error(`${name} as ${seat}: ${path} answered ${status}`)
      if (status === 200) asked++
      for (const one of await gate.judge(turns)) refused.push({ list: name, seat, ...one })
    }
  return { asked, statements: gate.statements, refused }
}
