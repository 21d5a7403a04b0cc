// The address of the embedded PostgreSQL that is running on a data folder, for a tool that works beside the office.
// PostgreSQL itself writes where it listens; the password lies in the data folder for its owner alone.
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Client } from 'pg'

/** Undefined when nothing is running there, or what ran was killed. */
export async function runningAddress(dataFolder: string): Promise<string | undefined> {
  const note = join(dataFolder, 'postgres-home.txt')
  const home = existsSync(note) ? readFileSync(note, 'utf8').trim() : join(dataFolder, 'postgres')
  const files = [join(home, 'cluster', 'postmaster.pid'), join(dataFolder, 'postgres-password')] as const
  if (!files.every((file) => existsSync(file))) return undefined
  const [, , , port = '', socketFolder = '', listens = ''] = readFileSync(files[0], 'utf8').split('\n')
  const password = readFileSync(files[1], 'utf8').trim()
  const host = encodeURIComponent(socketFolder.trim() || listens.trim())
  const url = `postgres://kontoret_owner:${password}@/kontoret?host=${host}&port=${port.trim()}`
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 5000 })
  client.on('error', () => undefined)
  try {
    await client.connect()
    await client.end()
    return url
  } catch {
    return undefined
  }
}
