// Files out: the page's address checks that the viewer may see what the file belongs to and sends the browser on to a
// short-lived signed address, which needs no cookie and always answers with a download.
import { randomBytes } from 'node:crypto'
import type { FastifyInstance } from 'fastify'
import { sql } from 'kysely'
import { systemClock } from '../clock.ts'
import type { Stage } from '../act.ts'
import { attachmentDisposition } from './file-name.ts'
import { openFileLink } from './links.ts'
import type { FileStore } from './store.ts'

let key: Buffer | undefined

/** The installation's key for file links; made once, shared by all processes through the database. */
export async function linkKey(stage: Stage): Promise<Buffer> {
  if (key) return key
  await sql`insert into platform.installation (link_key) values (${randomBytes(32)}) on conflict do nothing`.execute(
    stage.floor,
  )
  const found = await sql<{ link_key: Buffer }>`select link_key from platform.installation`.execute(stage.floor)
  key = found.rows[0]?.link_key ?? randomBytes(32)
  return key
}

export function serveFiles(server: FastifyInstance, stage: Stage, store: FileStore): void {
  server.get('/fil/:token', async (request, reply) => {
    const link = openFileLink(
      (request.params as { token: string }).token,
      await linkKey(stage),
      (stage.clock ?? systemClock)(),
    )
    const file = link && (await store.open(link.sha256))
    if (!file)
      return reply
        .code(404)
        .type('text/plain; charset=utf-8')
        .send(
          'Länken är för gammal. Öppna filen från ärendet igen. / The link is too old. Open the file from the case again.',
        )
    return reply
      .header('content-type', 'application/octet-stream')
      .header('content-disposition', attachmentDisposition(link.name))
      .header('content-length', file.sizeBytes)
      .header('content-security-policy', "sandbox; default-src 'none'")
      .header('cache-control', 'private, no-store')
      .send(file.stream)
  })
}
