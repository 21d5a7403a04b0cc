// A PostgreSQL that is too old: speaks just enough of the protocol to say that it is 15.13.
import { createServer } from 'node:net'

export function oldServer(): { listening: Promise<number>; close(): void } {
  const message = (type: string, ...parts: Buffer[]): Buffer => {
    const body = Buffer.concat(parts)
    const length = Buffer.alloc(4)
    length.writeInt32BE(body.length + 4)
    return Buffer.concat([Buffer.from(type), length, body])
  }
  const int16 = (value: number): Buffer => Buffer.from([value >> 8, value & 255])
  const int32 = (value: number): Buffer =>
    Buffer.from([value >>> 24, (value >> 16) & 255, (value >> 8) & 255, value & 255])
  const ready = message('Z', Buffer.from('I'))
  const names = ['version', 'number', 'encoding']
  const columns = names.map((name) =>
    Buffer.concat([
      Buffer.from(`${name}\0`),
      int32(0),
      int16(0),
      int32(25),
      int16(-1 & 0xffff),
      int32(0xffffffff),
      int16(0),
    ]),
  )
  const values = ['15.13', '150013', 'UTF8'].map((text) => Buffer.concat([int32(text.length), Buffer.from(text)]))
  const answer = Buffer.concat([
    message('T', int16(3), ...columns),
    message('D', int16(3), ...values),
    message('C', Buffer.from('SELECT 1\0')),
    ready,
  ])
  const server = createServer((socket) => {
    socket.on('error', () => undefined)
    socket.once('data', () => {
      socket.write(Buffer.concat([message('R', int32(0)), ready]))
      socket.on('data', (chunk) => chunk[0] === 0x51 && socket.write(answer))
    })
  })
  const listening = new Promise<number>((resolve) => {
    server.listen(0, '127.0.0.1', () => resolve((server.address() as { port: number }).port))
  })
  return { listening, close: () => server.close() }
}
