// One program per data folder. The lock is an abstract Unix socket named after the folder itself: the kernel frees it
// when the holder dies, however it dies, so there is no stale lock to explain. Whoever knocks is told the holder's pid.

import { createHash } from 'node:crypto'
import { statSync } from 'node:fs'
import { connect, createServer } from 'node:net'
import { CannotStart } from './cannot-start.ts'

export interface FolderLock {
  release(): Promise<void>
}

export async function lockFolder(folder: string): Promise<FolderLock> {
  // Device and inode, not the path: the same folder under two names is still one folder.
  const { dev, ino } = statSync(folder, { bigint: true })
  const name = `\0kontoret-${createHash('sha256').update(`${dev}:${ino}`).digest('hex').slice(0, 32)}`
  const server = createServer((visitor) => visitor.on('error', () => undefined).end(String(process.pid)))
  const held = await new Promise<boolean>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) =>
      error.code === 'EADDRINUSE' ? resolve(false) : reject(error),
    )
    server.listen(name, () => resolve(true))
  })
  if (!held) {
    const pid = await askHolder(name)
    throw new CannotStart(`Kontoret is already running on ${folder}${pid === '' ? '' : ` (process ${pid})`}.`)
  }
  server.unref()
  return { release: () => new Promise((resolve) => server.close(() => resolve())) }
}

function askHolder(name: string): Promise<string> {
  return new Promise((resolve) => {
    let answer = ''
    const socket = connect(name)
    socket.setTimeout(500, () => socket.destroy())
    socket.on('data', (chunk) => (answer += chunk.toString()))
    socket.on('error', () => resolve(''))
    socket.on('close', () => resolve(/^\d+$/.test(answer) ? answer : ''))
  })
}
