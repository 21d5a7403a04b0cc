// The floor: node:http and the driver, nothing else. Each address has a script – the statements our program sent for the
// same request – which is played over a pool of the same size, in the same transactions; back goes an answer of the same
// size. In a process of its own.
import { createServer } from 'node:http'
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Pool } from 'pg'
import type { ProcessFacts } from './process.ts'
import { appAddress, connections } from './process.ts'
import { Playing } from './script.ts'
import type { Script } from './script.ts'

export async function runFloor(facts: ProcessFacts): Promise<void> {
  const signIn = await appAddress(facts.url)
  const pool = new Pool({
    connectionString: signIn,
    max: connections,
    options: '-c timezone=UTC -c datestyle=ISO -c intervalstyle=iso_8601 -c statement_timeout=30000',
  })
  pool.on('error', () => undefined)
  const scripts = new Map<string, Script>()
  const answers = new Map<number, Buffer>()
  const server = createServer((request, response) => {
    void answer(request, response).catch(() => response.writeHead(500, { 'content-length': 0 }).end())
  })

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    // A body is read to its end, as every server must.
    for await (const _ of request);
    const key = String(request.headers['x-script'])
    const script = scripts.get(key)
    if (!script) return void response.writeHead(404, { 'content-length': 0 }).end()
    await play(script, request.headers['x-about'] as string | undefined)
    const body = answers.get(script.bytes) ?? Buffer.alloc(script.bytes, 'x')
    answers.set(script.bytes, body)
    response.writeHead(script.status, { 'content-type': 'text/plain', 'content-length': body.length }).end(body)
  }

  async function play(script: Script, about: string | undefined): Promise<void> {
    const playing = new Playing(script, about)
    for (const [t, turn] of script.turns.entries()) {
      const client = await pool.connect()
      try {
        for (const [s, statement] of turn.entries()) {
          const { text } = statement
          const done = await (statement.values.length === 0
            ? client.query(text)
            : client.query({ text, values: playing.values(statement) }))
          if (statement.kept) playing.keep(t, s, done.rows as Record<string, unknown>[])
        }
        client.release()
      } catch (error) {
        client.release(true)
        if (process.env['KONTORET_BENCH_TELL'] === 'yes') console.error(error)
        throw error
      }
    }
  }

  process.on('message', (message: { scripts?: [string, Script][] }) => {
    for (const [key, script] of message.scripts ?? []) scripts.set(key, script)
    process.send?.({ ready: true })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  process.send?.({ port: (server.address() as AddressInfo).port })
}
