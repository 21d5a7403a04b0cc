// npm run bench: fills what is to be measured, lets ours and its floor serve in turns, and prints the table.
import { chromium } from 'playwright-core'
import { createPool } from '#platform/db/pool'
import { findChromium } from '#platform/testing/chromium'
import { openCluster } from './cluster.ts'
import type { MeasuredDatabase } from './cluster.ts'
import { firstVisit, visitGoals } from './first-visit.ts'
import { runFloor } from './floor.ts'
import { judgeLists } from './gate.ts'
import { openBench } from './measure.ts'
import type { Bench, Server } from './measure.ts'
import { runOurs } from './ours.ts'
import { appAddress } from './process.ts'
import type { ProcessFacts } from './process.ts'
import type { Measured } from './requests.ts'
import { serveFilled } from './serve-filled.ts'
import { Results } from './table.ts'

const said = (name: string): string | undefined =>
  process.argv.find((word) => word.startsWith(`--${name}=`))?.slice(name.length + 3)

const role = said('as')
if (role === undefined) await measureAll()
else {
  const facts = JSON.parse(process.env['KONTORET_BENCH_FACTS'] ?? '{}') as ProcessFacts
  process.on('SIGTERM', () => process.exit(0))
  process.on('disconnect', () => process.exit(0))
  await (role === 'ours' ? runOurs(facts) : runFloor(facts))
}

async function measureAll(): Promise<void> {
  const sizes = (said('sizes') ?? '10000,1000000').split(',').map(Number)
  const rounds = Number(said('rounds') ?? 5)
  const slice = Number(said('slice') ?? 1500)
  const only = said('only')
  const say = (line: string): void => void process.stderr.write(`${line}\n`)
  const cluster = await openCluster(process.env['KONTORET_BENCH_DATA'])
  const benches: Bench[] = []
  const missed: string[] = []
  try {
    const databases: MeasuredDatabase[] = []
    for (const size of sizes) databases.push(await cluster.measured(size, say))
    for (const database of databases) benches.push(await openBench(database))
    const results = new Results(benches)
    const requests = benches[0]!.office.requests.filter(({ name }) => !only || name.startsWith(only))
    for (let round = 0; round <= rounds; round++) {
      say(round === 0 ? 'warming' : `round ${round} of ${rounds}`)
      for (const step of stepsOf(round, benches, requests)) {
        const asked = await step.bench.slice(step.server, step.request, round === 0 ? slice / 3 : slice)
        if (round > 0) results.add(step.bench, step.server, step.request.name, asked)
      }
    }
    missed.push(...results.print())
    if (!only) missed.push(...(await visit(benches[0]!, databases[0]!)), ...(await judge(databases.at(-1)!)))
    console.log(missed.length === 0 ? 'Every goal is reached.' : `MISSED: ${missed.join('; ')}`)
  } finally {
    for (const bench of benches) await bench.stop()
    await cluster.stop()
  }
}

/** The portal's first visit in Chromium, three times; the median of the times. */
async function visit(bench: Bench, database: MeasuredDatabase): Promise<string[]> {
  const executablePath = findChromium()
  if (executablePath === undefined) return ['the first visit: there is no Chromium to make it with']
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] })
  try {
    const address = `http://127.0.0.1:${bench.ports.ours}/${database.scene.tenant.slug}/`
    const cookies = [{ name: 'kontoret', value: bench.cookieOf('bo').replace(/^kontoret=|;.*$/g, '') }]
    const visits = []
    for (let time = 0; time < 3; time++) visits.push(await firstVisit(browser, address, cookies))
    const { kilobytes, scriptKilobytes, blockingMs } = visits.toSorted((a, b) => a.blockingMs - b.blockingMs)[1]!
    console.log(
      `First visit of the portal: ${kilobytes.toFixed(1)} kB (goal ${visitGoals.kilobytes}), script ${scriptKilobytes.toFixed(1)} kB ` +
        `(goal ${visitGoals.scriptKilobytes}), blocking ${blockingMs.toFixed(0)} ms on a processor slowed four times (goal below ${visitGoals.blockingMs})`,
    )
    return [
      ...(kilobytes > visitGoals.kilobytes ? [`first visit: ${kilobytes.toFixed(1)} kB`] : []),
      ...(scriptKilobytes > visitGoals.scriptKilobytes ? [`first visit: ${scriptKilobytes.toFixed(1)} kB script`] : []),
      ...(blockingMs >= visitGoals.blockingMs ? [`first visit: blocked for ${blockingMs.toFixed(0)} ms`] : []),
    ]
  } finally {
    await browser.close()
  }
}

/** The gate of plans on the largest of the databases. */
async function judge(database: MeasuredDatabase): Promise<string[]> {
  const address = await appAddress(database.url)
  const [serving, judging] = [createPool({ url: address, max: 4 }), createPool({ url: address, max: 1 })]
  const owner = createPool({ url: database.url, max: 1 })
  const served = await serveFilled(serving, database.url, database.scene)
  try {
    const { asked, statements, refused } = await judgeLists(served.lists, served.asker, { app: judging, owner })
    console.log(
      `Plans at ${database.cases} cases: ${asked} pages and answers, ${statements} statements, ${refused.length} refused`,
    )
    for (const { list, seat, what, statement } of refused)
      console.log(`  ${list}, ${seat}: ${what}: ${statement.slice(0, 160)}`)
    return refused.length > 0 ? [`plans: ${refused.length} refused`] : []
  } finally {
    await served.close()
    await Promise.all([serving.end(), judging.end(), owner.end()])
  }
}

interface Step {
  readonly bench: Bench
  readonly server: Server
  readonly request: Measured
}

/** One round: request by request, size by size, ours and the floor. Who goes first changes: the other finds warm caches. */
function stepsOf(round: number, benches: readonly Bench[], requests: readonly Measured[]): Step[] {
  const servers: readonly Server[] = round % 2 === 0 ? ['ours', 'floor'] : ['floor', 'ours']
  return requests.flatMap(({ name }) =>
    benches.flatMap((bench) =>
      servers.map((server) => ({
        bench,
        server,
        request: bench.office.requests.find((one) => one.name === name)!,
      })),
    ),
  )
}
