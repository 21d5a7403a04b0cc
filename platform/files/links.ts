// A file is fetched by a short-lived signed address that needs no cookie, always as a download: what somebody else has
// sent never runs in our pages.
import { createHmac, timingSafeEqual } from 'node:crypto'
import type { Id } from '#basics/id'

const lifeSeconds = 120

export interface FileLink {
  readonly sha256: string
  readonly name: string
  readonly mediaType: string
  readonly tenantId: Id
}

const sign = (body: string, key: Buffer): Buffer => createHmac('sha256', key).update(body).digest()

export function fileLink(link: FileLink, key: Buffer, at: Temporal.Instant): string {
  const body = Buffer.from(
    JSON.stringify([
      link.tenantId,
      link.sha256,
      link.mediaType,
      link.name,
      Math.floor(at.epochMilliseconds / 1000) + lifeSeconds,
    ]),
  ).toString('base64url')
  return `${body}.${sign(body, key).toString('base64url')}`
}

export function openFileLink(token: string, key: Buffer, at: Temporal.Instant): FileLink | undefined {
  const [body = '', signature = ''] = token.split('.')
  const expected = sign(body, key)
  const given = Buffer.from(signature, 'base64url')
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) return undefined
  const [tenantId, sha256, mediaType, name, until] = JSON.parse(Buffer.from(body, 'base64url').toString()) as [
    Id,
    string,
    string,
    string,
    number,
  ]
  return until * 1000 < at.epochMilliseconds ? undefined : { tenantId, sha256, mediaType, name }
}
