// What the person at the keyboard reads: the address, the seats, and how far the world has been loaded.
import type { LoadingWorld } from '../world/load.ts'
import type { Config } from './config.ts'

export function announce(config: Config, world: LoadingWorld | undefined): void {
  const own = `http://${config.host}:${config.port}`
  if (config.role === 'worker') console.log('Kontoret does its jobs.')
  else console.log(`Kontoret: ${config.url}${config.url === own ? '' : ` (listens on ${own})`}`)
  for (const office of world?.offices ?? []) {
    console.log(`  ${office.name}, ${office.municipality} – ${office.today.toString()}`)
    for (const seat of office.seats) console.log(`    ${seat.role}, ${seat.unit}: ${seat.person}`)
  }
}

/** One line that is rewritten while cases are loaded; plain lines where the output is no terminal. */
export function announceLoading(world: LoadingWorld, telling: Promise<void>): void {
  if (world.planned === world.loaded()) return
  const terminal = process.stdout.isTTY
  let shown = -1
  const show = (): void => {
    const share = Math.floor((world.loaded() / Math.max(1, world.planned)) * 100)
    if (share === shown || (!terminal && shown >= 0 && share % 25 !== 0)) return
    shown = share
    const bar = '█'.repeat(Math.floor(share / 5)).padEnd(20, '·')
    process.stdout.write(
      `${terminal ? '\r' : ''}Loading cases ${bar} ${world.loaded()} of ${world.planned}${terminal ? '' : '\n'}`,
    )
  }
  const timer = setInterval(show, 500)
  const settle = (): void => {
    clearInterval(timer)
    if (terminal) process.stdout.write('\r\u001b[K')
    // A telling that was stopped says nothing: it goes on at the next start.
    if (world.loaded() === world.planned) console.log(`Loaded ${world.loaded()} cases.`)
    if (world.refused.length > 0)
      console.error(`${world.refused.length} steps were refused, the first: ${world.refused.slice(0, 3).join(' | ')}`)
  }
  telling.then(settle, (error: unknown) => {
    settle()
    console.error(`Loading stopped: ${error instanceof Error ? error.message : String(error)}. Start again to go on.`)
  })
}
