// bin/world reset: the demonstration's first day again, when it is asked for in earnest.
import { CannotStart } from '#platform/db/cannot-start'
import { readConfig } from '../app/config.ts'
import { windBack } from './wind-back.ts'

async function reset(words: readonly string[]): Promise<void> {
  const [command, ...flags] = words
  if (command !== 'reset' || flags.some((flag) => flag !== '--yes'))
    throw new CannotStart('bin/world reset --yes   winds the demonstration back to its first day.')
  if (flags.length === 0)
    throw new CannotStart(
      'Everything in the demonstration would be lost, also what has been done in it. If you mean it: bin/world reset --yes',
    )
  const { dataFolder, databaseUrl } = readConfig(process.env)
  const offices = await windBack(dataFolder, databaseUrl)
  console.log(
    offices.length === 0
      ? 'There was no office here.'
      : `Back to the first day: ${offices.join(', ')}. The next start lays the office anew.`,
  )
}

try {
  await reset(process.argv.slice(2))
} catch (error) {
  console.error(error instanceof CannotStart ? error.message : error)
  process.exitCode = 1
}
