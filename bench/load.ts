// Asks a server over loopback, a fixed number of requests at a time for a fixed time: plain sockets, kept open, so that
// asking costs as little as can be. Never asks any other machine.
import { connect } from 'node:net'
import type { Socket } from 'node:net'

export interface Asked {
  readonly done: number
  readonly failed: number
  readonly seconds: number
  /** Milliseconds, one for each answer. */
  readonly times: number[]
}

/** Open at once; more than the pools hold, so that no connection to the database idles. */
export const atOnce = 16
const mostRequests = 200_000

export async function ask(port: number, next: () => Buffer, milliseconds: number): Promise<Asked> {
  const until = performance.now() + milliseconds
  const started = performance.now()
  const times: number[] = []
  let failed = 0
  const more = (): boolean => performance.now() < until && times.length + failed < mostRequests
  await Promise.all(
    Array.from({ length: atOnce }, async () => {
      const line = await openLine(port)
      try {
        while (more()) {
          const from = performance.now()
          const status = await line.ask(next())
          if (status >= 200 && status < 300) times.push(performance.now() - from)
          else failed++
        }
      } finally {
        line.close()
      }
    }),
  )
  return { done: times.length, failed, seconds: (performance.now() - started) / 1000, times }
}

export interface Line {
  /** The status of the answer, once all of it has come. */
  ask(request: Buffer): Promise<number>
  /** Size of the last answer's body. */
  readonly bytes: number
  close(): void
}

const headEnd = Buffer.from('\r\n\r\n')

export async function openLine(port: number): Promise<Line> {
  const socket: Socket = connect({ port, host: '127.0.0.1', noDelay: true })
  await new Promise<void>((resolve, reject) => socket.once('connect', resolve).once('error', reject))
  let waiting: ((status: number) => void) | undefined
  let status = 0
  let left = -1
  let bytes = 0
  let head: Buffer = Buffer.alloc(0)
  const end = (value: number): void => {
    const tell = waiting
    waiting = undefined
    left = -1
    head = Buffer.alloc(0)
    tell?.(value)
  }
  socket.on('data', (chunk: Buffer) => {
    let body = chunk
    if (left < 0) {
      head = head.length === 0 ? chunk : Buffer.concat([head, chunk])
      const at = head.indexOf(headEnd)
      if (at < 0) return
      const words = head.toString('latin1', 0, at)
      status = Number(words.slice(9, 12))
      const length = /content-length: (\d+)/i.exec(words)
      if (!length && status !== 204) throw new Error('the load generator reads answers of stated length only')
      left = bytes = Number(length?.[1] ?? 0)
      body = head.subarray(at + 4)
    }
    left -= body.length
    if (left <= 0) end(status)
  })
  socket.on('error', () => end(0))
  socket.on('close', () => end(0))
  return {
    ask(request) {
      return new Promise((resolve) => {
        waiting = resolve
        if (socket.destroyed) return end(0)
        socket.write(request)
      })
    },
    get bytes() {
      return bytes
    },
    close: () => socket.destroy(),
  }
}
