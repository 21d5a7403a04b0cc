// For work on the program: the server from its sources, started anew when they change, and the browser's files built
// anew when web/ changes. Reload the page to see them.

import { onOurNode, root } from './runtime.mjs'

await onOurNode(async () => {
  const { spawn } = await import('node:child_process')
  const { existsSync, watch } = await import('node:fs')
  const { bundleClient } = await import('./bundle.mjs')
  await bundleClient()

  let waiting
  watch(`${root}/web`, { recursive: true }, () => {
    clearTimeout(waiting)
    waiting = setTimeout(rebuild, 100)
  })

  function rebuild() {
    // esbuild says what is wrong; the last whole build stays.
    bundleClient().catch(() => undefined)
  }

  const folders = ['app', 'platform', 'modules', 'connections', 'web', 'basics', 'world']
  const watched = folders
    .filter((folder) => existsSync(`${root}/${folder}`))
    .map((folder) => `--watch-path=${root}/${folder}`)
  const args = [...watched, '--watch-preserve-output', '--import', 'tsx', 'app/main.ts', ...process.argv.slice(2)]
  const server = spawn(process.execPath, args, { cwd: root, stdio: 'inherit' })
  // The terminal's Ctrl-C reaches the server too; we end when it has.
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => {})
  server.on('exit', (code) => process.exit(code ?? 0))
})
