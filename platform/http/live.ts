// Live pages: LISTEN on one channel per process, server-sent events out. An event says which topic changed, never what:
// the page then fetches itself through the same policies. A stream is asked again every half minute whether its session
// still holds, so withdrawn rights go quiet.
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Client, Pool, PoolClient } from 'pg'
import type { Id } from '#basics/id'
import type { SignedIn } from '../identity/reach.ts'
import { Writers } from './writers.ts'
import type { Writing } from './writers.ts'

interface Stream {
  readonly tenantId: Id
  readonly topics: ReadonlySet<string>
  readonly personId: Id | null
  write(event: string, data: string): void
  end(): void
}

export interface Live {
  open(
    request: FastifyRequest,
    reply: FastifyReply,
    who: SignedIn,
    topics: readonly string[],
    stillIn: () => Promise<boolean>,
  ): void
  /** Says that a person is writing in a case, or no longer; carries id and name to those who follow the topic. */
  writing(who: SignedIn, topic: string, state: 'writing' | 'idle'): Promise<void>
  close(): Promise<void>
}

interface Message {
  readonly t: Id
  readonly c?: readonly string[]
  readonly w?: Writing
}

const heartbeatMs = 25_000
const againMs = 1000
const streamsPerProcess = 5_000

/** Takes the reply over and begins the stream; from here on the framework has nothing to say. */
function streamTo(reply: FastifyReply, who: SignedIn, topics: readonly string[]): Stream {
  reply.hijack()
  const out = reply.raw
  out.writeHead(200, {
    'content-type': 'text/event-stream',
    'cache-control': 'no-store',
    'x-accel-buffering': 'no',
    'x-content-type-options': 'nosniff',
  })
  out.write('retry: 3000\n\n')
  return {
    tenantId: who.tenant.tenantId,
    personId: who.actor.personId,
    topics: new Set(topics),
    write: (event, data) => void out.write(`event: ${event}\ndata: ${data}\n\n`),
    end: () => out.end(),
  }
}

export async function startLive(pool: Pool, onError: (error: Error) => void): Promise<Live> {
  const streams = new Set<Stream>()
  const writers = new Writers((tenantId, topic) => {
    for (const stream of streams)
      if (stream.tenantId === tenantId && stream.topics.has(topic)) tellWriters(stream, topic)
  })
  /** Everyone but oneself. */
  const tellWriters = (stream: Stream, topic: string): void =>
    stream.write('presence', JSON.stringify({ topic, who: writers.names(stream.tenantId, topic, stream.personId) }))

  const spread = (raw: string | undefined): void => {
    const message = JSON.parse(raw ?? '{}') as Message
    for (const stream of streams) {
      if (stream.tenantId !== message.t) continue
      for (const topic of message.c ?? [])
        if (stream.topics.has(topic)) stream.write('topic', JSON.stringify({ topic }))
    }
    if (message.w) writers.heard(message.t, message.w)
  }
  const listening = await keepListening(pool, spread, onError)

  return {
    open(request, reply, who, topics, stillIn) {
      if (streams.size >= streamsPerProcess) {
        void reply.code(503).header('retry-after', '30').send()
        return
      }
      const stream = streamTo(reply, who, topics)
      streams.add(stream)
      for (const topic of stream.topics)
        if (writers.names(stream.tenantId, topic, null).length > 0) tellWriters(stream, topic)
      const beat = setInterval(() => {
        stillIn().then(
          (still) => (still ? reply.raw.write(': still here\n\n') : reply.raw.end()),
          (error: unknown) => {
            onError(error instanceof Error ? error : new Error('live'))
            reply.raw.end()
          },
        )
      }, heartbeatMs)
      request.raw.on('close', () => {
        clearInterval(beat)
        streams.delete(stream)
      })
    },
    async writing(who, topic, state) {
      const message: Message = {
        t: who.tenant.tenantId,
        w: { topic, person: who.actor.personId ?? '', name: who.actor.personName, state },
      }
      await pool.query('select pg_notify($1, $2)', ['kontoret', JSON.stringify(message)])
    },
    close() {
      for (const stream of streams) stream.end()
      listening.end()
      return Promise.resolve()
    },
  }
}

/** Listens on a connection of its own, and on another when that is lost, for as long as it takes to get one. */
async function keepListening(
  pool: Pool,
  hear: (payload: string | undefined) => void,
  onError: (error: Error) => void,
): Promise<{ end(): void }> {
  let listener: PoolClient | undefined
  let closed = false
  const listen = async (): Promise<void> => {
    const client = await pool.connect()
    listener = client
    ;(client as unknown as Client).on('notification', (note) => hear(note.payload))
    let lost = false
    const letGo = (): boolean => {
      // The server's last word and the end of the connection are two errors of one loss.
      if (lost || closed) return false
      lost = true
      listener = undefined
      client.release(true)
      return true
    }
    client.on('error', (error) => {
      onError(error)
      if (letGo()) listenAgain()
    })
    await client.query('listen kontoret').catch((error: unknown) => {
      if (letGo()) throw error
    })
  }
  const listenAgain = (): void => {
    setTimeout(() => {
      if (closed) return
      listen().catch((error: unknown) => {
        onError(error instanceof Error ? error : new Error('live'))
        listenAgain()
      })
    }, againMs).unref()
  }
  await listen()
  return {
    end() {
      closed = true
      listener?.release(true)
    },
  }
}
