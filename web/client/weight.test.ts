// What a first visit weighs (issue: at most 120 kB in all with the typeface, at most 40 kB script before compression).

import { brotliCompressSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { page } from '../shell/index.ts'
import { buildAssets, trialShell } from './trial-site.tsx'

test('the script is at most 40 kB and everything of a first visit at most 120 kB as sent', async () => {
  const files = await buildAssets(process.cwd())
  const size = (ending: string) => [...files].filter(([path]) => path.endsWith(ending)).map(([, content]) => content)
  const script = Buffer.concat(size('.js'))
  expect(script.length).toBeLessThanOrEqual(40_000)
  const html = page({ ...trialShell, title: 'Start', content: 'x'.repeat(40_000) })
  const sent = [script, Buffer.concat(size('.css')), Buffer.from(html)].map(
    (content) => brotliCompressSync(content).length,
  )
  const typeface = Buffer.concat(size('.woff2')).length
  const inAll = sent.reduce((sum, bytes) => sum + bytes, typeface)
  expect(inAll).toBeLessThanOrEqual(120_000)
})
