// Live pages outlive the connection they listen on: it may be lost twice over, and the database may be away for a while.
import { EventEmitter } from 'node:events'
import type { Pool } from 'pg'
import { afterEach, expect, test, vi } from 'vitest'
import { startLive } from './live.ts'

class FakeClient extends EventEmitter {
  released = 0
  query = () => Promise.resolve({ rows: [] })
  release(): void {
    if (this.released++ > 0) throw new Error('released twice')
  }
}

/** A pool that gives the clients in turn; null = the database is away. */
function poolOf(clients: (FakeClient | null)[]): Pool {
  const connect = vi.fn(() => {
    const next = clients.shift()
    return next ? Promise.resolve(next) : Promise.reject(new Error('away'))
  })
  return { connect } as unknown as Pool
}

afterEach(() => void vi.useRealTimers())

test('a lost connection is let go once, and listened for again until there is one', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout'] })
  const [first, second] = [new FakeClient(), new FakeClient()]
  const pool = poolOf([first, null, null, second])
  const said: string[] = []
  const live = await startLive(pool, (error) => said.push(error.message))
  first.emit('error', new Error('terminating connection'))
  first.emit('error', new Error('connection ended'))
  expect(first.released).toBe(1)
  await vi.advanceTimersByTimeAsync(2500)
  expect(said).toEqual(['terminating connection', 'connection ended', 'away', 'away'])
  await vi.advanceTimersByTimeAsync(1000)
  expect(pool.connect).toHaveBeenCalledTimes(4)
  await live.close()
  second.emit('error', new Error('gone with us'))
  await vi.advanceTimersByTimeAsync(5000)
  expect(pool.connect).toHaveBeenCalledTimes(4)
})
