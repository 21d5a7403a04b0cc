// Runs a tool on the Node that npm installed for us, whatever Node the person's PATH has first. Plain JavaScript that
// an old Node can read; the tools themselves are imported only once the runtime is right.

import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = dirname(dirname(fileURLToPath(import.meta.url)))

const needed = 26

export async function onOurNode(tool) {
  if (Number(process.versions.node.split('.')[0]) >= needed) {
    addToolsToPath()
    return tool()
  }
  const node = join(root, 'node_modules', '.bin', 'node')
  if (!existsSync(node)) {
    console.error(
      `Kontoret needs Node ${needed} and this is ${process.versions.node}; run npm ci, which brings it on Linux.`,
    )
    process.exit(1)
  }
  const child = spawn(node, process.argv.slice(1), { stdio: 'inherit' })
  // A Ctrl-C in the terminal reaches the child by itself; what is sent to us alone is passed on.
  process.on('SIGINT', () => {})
  process.on('SIGTERM', () => child.kill('SIGTERM'))
  await new Promise((resolve) => child.on('close', resolve))
  process.exit(child.exitCode ?? 1)
}

/** The tools of node_modules/.bin come first, as in an npm script. */
function addToolsToPath() {
  const tools = join(root, 'node_modules', '.bin')
  const path = process.env.PATH ?? ''
  if (!path.split(':').includes(tools)) process.env.PATH = `${tools}:${path}`
}
