// npm run bench: fills what is to be measured, lets ours and its floor serve in turns, and prints the table.
import { openCluster } from './cluster.ts'
import { runFloor } from './floor.ts'
import { openBench } from './measure.ts'
import type { Bench, Server } from './measure.ts'
import { runOurs } from './ours.ts'
import type { ProcessFacts } from './process.ts'
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
  try {
    for (const size of sizes) benches.push(await openBench(await cluster.measured(size, say)))
    const results = new Results(benches)
    const names = benches[0]!.office.requests.map(({ name }) => name).filter((name) => !only || name.startsWith(only))
    for (let round = 0; round <= rounds; round++) {
      say(round === 0 ? 'warming' : `round ${round} of ${rounds}`)
      for (const name of names)
        for (const bench of benches)
          for (const server of turn(round)) {
            const request = bench.office.requests.find((one) => one.name === name)!
            const asked = await bench.slice(server, request, round === 0 ? slice / 3 : slice)
            if (round > 0) results.add(bench, server, name, asked)
          }
    }
    results.print()
  } finally {
    for (const bench of benches) await bench.stop()
    await cluster.stop()
  }
}

/** Who goes first changes, so that neither always finds the caches warmed by the other. */
function turn(round: number): readonly Server[] {
  return round % 2 === 0 ? ['ours', 'floor'] : ['floor', 'ours']
}
