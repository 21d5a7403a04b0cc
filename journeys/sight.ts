// What eyes see of a page: whether it scrolls sideways, and pictures to send.
import { deflateSync, crc32 } from 'node:zlib'
import type { Page } from 'playwright-core'

/** How many pixels the page is wider than its window; 0 is right. */
export function sideways(tab: Page): Promise<number> {
  return tab.evaluate(() => Math.max(0, document.documentElement.scrollWidth - document.documentElement.clientWidth))
}

export interface SentPicture {
  readonly name: string
  readonly mimeType: string
  readonly buffer: Buffer
}

/** A small real picture; a “jpg” is as its first bytes say. */
export async function picture(name: string, mimeType: 'image/png' | 'image/jpeg'): Promise<SentPicture> {
  return { name, mimeType, buffer: mimeType === 'image/png' ? png() : jpeg }
}

function png(): Buffer {
  const part = (type: string, data: Buffer): Buffer => {
    const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
    const out = Buffer.alloc(body.length + 8)
    out.writeUInt32BE(data.length, 0)
    body.copy(out, 4)
    out.writeUInt32BE(crc32(body), body.length + 4)
    return out
  }
  const head = Buffer.from([0, 0, 0, 8, 0, 0, 0, 8, 8, 2, 0, 0, 0])
  const rows = Buffer.alloc(8 * (1 + 8 * 3), 120)
  for (let row = 0; row < 8; row++) rows[row * 25] = 0
  const signature = Buffer.from([137, 80, 78, 71, 13, 10, 26, 10])
  return Buffer.concat([signature, part('IHDR', head), part('IDAT', deflateSync(rows)), part('IEND', Buffer.alloc(0))])
}

const jpeg = Buffer.from(
  '/9j/4AAQSkZJRgABAQEASABIAAD/2wBDAP//////////////////////////////////////////////////////////////////////////////////////wgALCAABAAEBAREA/8QAFBABAAAAAAAAAAAAAAAAAAAAAP/aAAgBAQABPxA=',
  'base64',
)
