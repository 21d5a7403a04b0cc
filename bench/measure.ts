// One database with its two servers, ours and the floor, and the scripts that the floor plays.
import { fork } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { Client } from 'pg'
import type { MeasuredDatabase } from './cluster.ts'
import { superuserUrl } from './fill.ts'
import { ask, openLine } from './load.ts'
import type { Asked, Line } from './load.ts'
import type { ProcessFacts } from './process.ts'
import { officeOf, requestBytes } from './requests.ts'
import type { Measured, Office, Variant } from './requests.ts'
import { readScript, writeScript } from './script.ts'
import type { Hearing, Script } from './script.ts'
import type { HeardTurn } from './tap.ts'

export type Server = 'ours' | 'floor'

export interface Sliced extends Asked {
  /** Milliseconds of processor that the server's own process took for one request. */
  readonly cpuMs: number
}

export interface Bench {
  readonly cases: number
  readonly office: Office
  readonly ports: Readonly<Record<Server, number>>
  cookieOf(seat: string): string
  /** Asks one of the two for as long as told, through the request's variants in turn. */
  slice(server: Server, request: Measured, milliseconds: number): Promise<Sliced>
  /** Statements that ours sends for one request. */
  statements(request: Measured): number
  stop(): Promise<void>
}

interface Words {
  readonly port?: number
  readonly cookies?: [string, string][]
  readonly heard?: HeardTurn[]
}

export async function openBench(database: MeasuredDatabase): Promise<Bench> {
  const office = await chosen(database)
  const facts = { url: database.url, slug: database.scene.tenant.slug, seats: office.seats }
  const ours = await begin({ ...facts, role: 'ours' })
  const floor = await begin({ ...facts, role: 'floor' })
  const cookies = new Map(ours.words.cookies)
  const cookieOf = (seat: string): string => cookies.get(seat) ?? ''
  const scripts = new Map<string, Script>()
  const line = await openLine(ours.words.port!)
  for (const request of office.requests)
    for (const [key, script] of await scriptsOf(ours.child, line, request, cookieOf)) scripts.set(key, script)
  line.close()
  await tell(ours.child, { leave: true })
  await tell(floor.child, { scripts: [...scripts] })
  const turns = new Map<string, number>()
  return {
    cases: database.cases,
    office,
    ports: { ours: ours.words.port!, floor: floor.words.port! },
    cookieOf,
    async slice(server, request, milliseconds) {
      const next = (): Buffer => {
        const turn = turns.get(request.name) ?? 0
        turns.set(request.name, turn + 1)
        const at = turn % request.variants.length
        const variant = request.variants[at]!
        return requestBytes(variant, cookieOf(variant.seat), keyOf(request, at))
      }
      const { child, words } = server === 'ours' ? ours : floor
      const before = cpuOf(child)
      const asked = await ask(words.port!, next, milliseconds)
      return { ...asked, cpuMs: (cpuOf(child) - before) / Math.max(1, asked.done + asked.failed) }
    },
    statements: (request) => scripts.get(keyOf(request, 0))?.turns.flat().length ?? 0,
    async stop() {
      for (const { child } of [ours, floor]) {
        child.kill('SIGTERM')
        if (child.exitCode === null && child.signalCode === null) await once(child, 'exit')
      }
    },
  }
}

async function chosen(database: MeasuredDatabase): Promise<Office> {
  const client = new Client({ connectionString: superuserUrl(database.url) })
  await client.connect()
  try {
    return await officeOf(client, database.scene)
  } finally {
    await client.end()
  }
}

async function begin(facts: ProcessFacts): Promise<{ child: ChildProcess; words: Words }> {
  const child = fork(process.env['KONTORET_BENCH_ENTRY'] ?? process.argv[1]!, [`--as=${facts.role}`], {
    env: { ...process.env, NODE_ENV: 'production', KONTORET_BENCH_FACTS: JSON.stringify(facts) },
    execArgv: process.env['KONTORET_BENCH_PROFILE'] === facts.role ? ['--cpu-prof', '--cpu-prof-dir=/tmp'] : [],
  })
  return { child, words: await heard(child) }
}

function heard(child: ChildProcess): Promise<Words> {
  return new Promise((resolve, reject) => {
    const ended = (code: number | null): void => reject(new Error(`a measured process ended (${code})`))
    child.once('exit', ended)
    child.once('message', (message) => {
      child.off('exit', ended)
      resolve(message as Words)
    })
  })
}

function tell(child: ChildProcess, words: unknown): Promise<Words> {
  const answer = heard(child)
  child.send(words as object)
  return answer
}

const keyOf = (request: Measured, variant: number): string =>
  request.kind === 'write' ? request.name.replaceAll(/\W/g, '') : `${request.name.replaceAll(/\W/g, '')}${variant}`

/** A read is heard once for each variant, a write twice in all. Each is asked before it is heard: caches are warm. */
async function scriptsOf(
  ours: ChildProcess,
  line: Line,
  request: Measured,
  cookieOf: (seat: string) => string,
): Promise<[string, Script][]> {
  const hear = async (variant: Variant): Promise<Hearing> => {
    const status = await line.ask(requestBytes(variant, cookieOf(variant.seat), ''))
    if (status < 200 || status > 299) throw new Error(`${request.name}: ${variant.path} answered ${status}`)
    await tell(ours, { listen: true })
    await line.ask(requestBytes(variant, cookieOf(variant.seat), ''))
    const { heard: turns = [] } = await tell(ours, { listen: false })
    return { turns, bytes: line.bytes, status, ...(variant.about === undefined ? {} : { about: variant.about }) }
  }
  if (request.kind !== 'write') {
    const scripts: [string, Script][] = []
    for (const [n, variant] of request.variants.entries())
      scripts.push([keyOf(request, n), readScript(await hear(variant))])
    return scripts
  }
  const [one, other] = [request.variants[0]!, request.variants[1] ?? request.variants[0]!]
  const first = await hear(one)
  // One more, so that the two cases stand at different numbers.
  await line.ask(requestBytes(other, cookieOf(other.seat), ''))
  return [[keyOf(request, 0), writeScript(first, await hear(other))]]
}

/** User and system time of a process so far, in milliseconds, as Linux counts it (a hundred ticks a second). */
function cpuOf({ pid }: ChildProcess): number {
  const words = readFileSync(`/proc/${pid}/stat`, 'latin1')
  const fields = words.slice(words.lastIndexOf(')') + 2).split(' ')
  return (Number(fields[11]) + Number(fields[12])) * 10
}
