// Two application processes over one database: what is done in one reaches who looks at the other – a new case, a new
// message, somebody writing – and a seat that may not see the case hears nothing of it.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Pool } from 'pg'
import { act } from '#platform/act'
import { openSession } from '#platform/identity/sessions'
import type { OwnDatabase } from '#testing'
import { openCase } from '#cases'
import { openScene } from '../world/scene.ts'
import type { CastName, Scene } from '../world/scene.ts'
import type { Outcome } from './outcome.ts'
import { startApp } from './programs.ts'
import type { RunningApp } from './programs.ts'

export interface LiveOptions {
  readonly rounds: number
  /** Takes a protection away before anyone looks (T-NEG). */
  readonly weaken?: (owner: Pool) => Promise<void>
}

export async function live(database: OwnDatabase, { rounds, weaken }: LiveOptions): Promise<Outcome> {
  await weaken?.(database.ownerPool)
  const scene = await openScene({ appPool: database.appPool })
  const folder = mkdtempSync(join(tmpdir(), 'kontoret-live-'))
  const start = (name: string) =>
    startApp({ DATABASE_URL: database.url, KONTORET_DATA: join(folder, name), KONTORET_ROLE: 'app' })
  const [here, there] = await Promise.all([start('here'), start('there')])
  const faults: string[] = []
  const times: number[] = []
  try {
    for (let n = 0; n < rounds; n++)
      await round(new Visitor(scene, here.url), new Visitor(scene, there.url), faults, times)
    await stops(there, new Visitor(scene, there.url), faults)
  } finally {
    await Promise.all([here.stop(), there.stop()])
    rmSync(folder, { recursive: true, force: true })
  }
  return {
    figures: { processes: 2, rounds, heard: times.length, 'slowest ms': Math.round(Math.max(0, ...times)) },
    deviations: faults,
  }
}

/** Everyone looks at the one process, everything is done in the other. */
async function round(here: Visitor, there: Visitor, faults: string[], times: number[]): Promise<void> {
  const { scene } = here
  const unit = `unit:${scene.ids.unit['kontorsservice'] ?? ''}`
  const inQueue = await there.listen('agent', [unit])
  const outside = await there.listen('teacher', [unit])
  const hear = async (ear: Ear, event: string, words: string, doing: () => Promise<unknown>): Promise<void> => {
    const from = performance.now()
    await doing()
    if (await ear.hears(event, words)) times.push(performance.now() - from)
    else faults.push(`${ear.who} did not hear ${event} ${words.replaceAll(/[0-9a-f-]{36}/g, '…')}`)
  }
  const made: { id: string }[] = []
  await hear(inQueue, 'topic', unit, async () => made.push(await here.post('employee', '/api/v1/cases', job(scene))))
  const [{ id } = { id: '' }] = made
  const secret = await circleCase(scene)
  const topics = [`case:${id}`, `case:${secret}`]
  const ears = {
    requester: await there.listen('employee', topics),
    agent: await there.listen('agent', topics),
    reader: await there.listen('agent2', topics),
    stranger: await there.listen('teacher', topics),
    otherAuthority: await there.listen('otherAuthority', topics),
  }
  const message = { body: 'Nyckeln hänger i skåpet' }
  await hear(ears.requester, 'topic', `case:${id}`, () => here.post('agent', `/api/v1/cases/${id}/replies`, message))
  await hear(ears.requester, 'presence', 'Alva Linde', () => here.writes('agent', `case:${id}`))
  await hear(ears.reader, 'topic', `case:${secret}`, () =>
    here.post('agent2', `/api/v1/cases/${secret}/notes`, message),
  )
  await hear(ears.reader, 'topic', `case:${id}`, () => here.post('employee', `/api/v1/cases/${id}/messages`, message))
  await sleep(150)
  for (const ear of [outside, ears.stranger, ears.otherAuthority])
    if (ear.heard.length > 0)
      faults.push(`${ear.who} heard ${ear.heard.length} things of cases that are not there for that seat`)
  if (ears.agent.heard.some((line) => line.includes(secret)))
    faults.push('agent heard of a case whose circle is closed to that seat')
  for (const ear of [inQueue, outside, ...Object.values(ears)]) ear.close()
}

/** A process that is asked to stop does, though somebody still looks at it. */
async function stops(app: RunningApp, visitor: Visitor, faults: string[]): Promise<void> {
  const ear = await visitor.listen('agent', [`unit:${visitor.scene.ids.unit['kontorsservice'] ?? ''}`])
  const from = performance.now()
  await app.stop()
  if (performance.now() - from > 10_000) faults.push('a process with a listener did not stop within ten seconds')
  ear.close()
}

const job = ({ ids }: Scene): object => ({
  ...{ requestType: 'vaktmasteri-jobb', text: 'Tavla' },
  answers: { vad: 'Tavla', plats: ids.place.kommunhuset, flytt: 'nej' },
})

async function circleCase(scene: Scene): Promise<string> {
  const { caseId } = await act(scene.stage, scene.tenant, await scene.actor('agent2'), (deed) =>
    openCase(deed, {
      ...{ ...job(scene), requestType: 'vaktmasteri-jobb', circleId: scene.ids.circle },
      ...{ channel: 'telephone', onBehalfOf: scene.ids.person.employee },
    }),
  )
  return caseId
}

/** One process as the people of the scene meet it. */
class Visitor {
  readonly scene: Scene
  readonly #url: string

  constructor(scene: Scene, url: string) {
    this.scene = scene
    this.#url = url
  }

  async #headers(who: CastName): Promise<Record<string, string>> {
    const { floor, tenant, ids } = this.scene
    const seat = { accountId: ids.account[who], seatId: ids.seat[who] }
    const token = await openSession(floor, tenant, seat, Temporal.Now.instant())
    return { cookie: `kontoret=${token}`, 'sec-fetch-site': 'same-origin' }
  }

  async post(who: CastName, path: string, body: object): Promise<{ id: string }> {
    const headers = { ...(await this.#headers(who)), 'content-type': 'application/json' }
    const reply = await fetch(this.#url + path, { method: 'POST', headers, body: JSON.stringify(body) })
    if (!reply.ok) throw new Error(`live: ${path} answered ${reply.status} ${await reply.text()}`)
    return (await reply.json()) as { id: string }
  }

  async writes(who: CastName, topic: string): Promise<void> {
    const body = new URLSearchParams({ topic, state: 'writing' })
    await fetch(`${this.#url}/${this.scene.tenant.slug}/skriver`, {
      method: 'POST',
      headers: await this.#headers(who),
      body,
    })
  }

  async listen(who: CastName, topics: readonly string[]): Promise<Ear> {
    const cut = new AbortController()
    const address = `${this.#url}/${this.scene.tenant.slug}/live?topics=${topics.join(',')}`
    const reply = await fetch(address, { headers: await this.#headers(who), signal: cut.signal })
    const ear = new Ear(who, () => cut.abort())
    void ear.read(reply)
    return ear
  }
}

class Ear {
  readonly who: CastName
  readonly close: () => void
  /** Each event as `name data`. */
  readonly heard: string[] = []

  constructor(who: CastName, close: () => void) {
    this.who = who
    this.close = close
  }

  async read(reply: Response): Promise<void> {
    let rest = ''
    try {
      for await (const chunk of reply.body ?? []) {
        rest += new TextDecoder().decode(chunk)
        const events = rest.split('\n\n')
        rest = events.pop() ?? ''
        for (const event of events) {
          const [, name, data] = /^event: (\w+)\ndata: (.*)$/.exec(event) ?? []
          if (name !== undefined) this.heard.push(`${name} ${data ?? ''}`)
        }
      }
    } catch {
      // Closed by ourselves.
    }
  }

  async hears(event: string, words: string): Promise<boolean> {
    for (let waited = 0; waited < 3000; waited += 10) {
      if (this.heard.some((line) => line.startsWith(event) && line.includes(words))) return true
      await sleep(10)
    }
    return false
  }
}
