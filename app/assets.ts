// Built files with the hash of their content in the name: kept by the browser for a year, sent compressed.
import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import type { FastifyInstance } from 'fastify'
import { isHexColour, organisationCss } from '#shell'
import type { Assets } from '#shell'

const types: Record<string, string> = {
  js: 'text/javascript; charset=utf-8',
  css: 'text/css; charset=utf-8',
  svg: 'image/svg+xml',
  woff2: 'font/woff2',
  map: 'application/json',
}

export function readAssets(folder: string): Assets & { folder: string | null } {
  const path = join(folder, 'manifest.json')
  if (!existsSync(path)) return { css: '/assets/none.css', js: '/assets/none.js', folder: null }
  const manifest = JSON.parse(readFileSync(path, 'utf8')) as Record<string, string>
  const find = (part: string): string | undefined => {
    const key = Object.keys(manifest).find((name) => name.includes(part))
    return key === undefined ? undefined : `/assets/${manifest[key]}`
  }
  return {
    css: find('styles/index.css') ?? '',
    js: find('client/app.ts') ?? '',
    font: find('woff2'),
    icon: find('icon.svg'),
    folder,
  }
}

export function serveAssets(server: FastifyInstance, folder: string | null): void {
  const files = new Map<
    string,
    { readonly plain: Buffer; readonly brotli?: Buffer; readonly gzip?: Buffer; readonly type: string }
  >()
  if (folder !== null) {
    const names = readdirSync(folder)
    for (const name of names) {
      const type = types[name.split('.').pop() ?? '']
      if (!type) continue
      const packed = (ending: string) =>
        names.includes(`${name}.${ending}`) ? readFileSync(join(folder, `${name}.${ending}`)) : undefined
      const brotli = packed('br')
      const gzip = packed('gz')
      files.set(name, {
        plain: readFileSync(join(folder, name)),
        type,
        ...(brotli ? { brotli } : {}),
        ...(gzip ? { gzip } : {}),
      })
    }
  }
  server.get('/assets/:name', (request, reply) => {
    const { name } = request.params as { name: string }
    const colour = /^org-([0-9a-f]{6})\.css$/.exec(name)?.[1]
    if (colour && isHexColour(`#${colour}`))
      return reply
        .header('cache-control', 'public, max-age=31536000, immutable')
        .type('text/css; charset=utf-8')
        .send(organisationCss(`#${colour}`))
    const file = files.get(name)
    if (!file) return reply.code(404).type('text/plain').send('')
    void reply
      .header('cache-control', 'public, max-age=31536000, immutable')
      .header('vary', 'accept-encoding')
      .type(file.type)
    const accepts = request.headers['accept-encoding'] ?? ''
    if (file.brotli && accepts.includes('br')) return reply.header('content-encoding', 'br').send(file.brotli)
    if (file.gzip && accepts.includes('gzip')) return reply.header('content-encoding', 'gzip').send(file.gzip)
    return reply.send(file.plain)
  })
}
