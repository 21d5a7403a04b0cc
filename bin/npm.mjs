// Runs npm with the Node that npm itself was started with, never with the one inside node_modules, which npm is about
// to replace. Plain JavaScript for an old Node.

import { spawnSync } from 'node:child_process'
import { delimiter, join } from 'node:path'
import { root } from './runtime.mjs'

/** Returns the exit code and what npm said. */
export function npm(args, cwd = root) {
  const inside = join('node_modules', '.bin')
  const path = (process.env.PATH ?? '')
    .split(delimiter)
    .filter((folder) => !folder.endsWith(inside))
    .join(delimiter)
  const { npm_execpath: script, npm_node_execpath: node } = process.env
  const viaNpm = script && node && !node.includes(join(root, 'node_modules'))
  const [command, ...first] = viaNpm ? [node, script] : ['npm']
  const result = spawnSync(command, [...first, ...args], { cwd, encoding: 'utf8', env: { ...process.env, PATH: path } })
  return { code: result.status ?? 1, said: `${result.stdout ?? ''}${result.stderr ?? ''}${result.error ?? ''}`.trim() }
}
