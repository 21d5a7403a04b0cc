// The guards that others wrote, each with our settings: types, lint, format, unused code.

import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { root } from '../runtime.mjs'

const bin = (name) => join(root, 'node_modules', '.bin', name)

const tool = (name, program, args) => ({ name, find: (tree) => run(bin(program), args, tree.root) })

export const types = tool('types', 'tsc', ['--noEmit', '-p', '.', '--pretty', 'false'])

export const lint = tool('lint', 'oxlint', ['--type-aware', '--format', 'unix'])

export const format = tool('format', 'prettier', [
  ...['--check', '--log-level', 'warn', '--cache', '--cache-location', 'node_modules/.cache/prettier-check'],
  ...['--ignore-unknown', '.'],
])

export const unused = tool('unused code', 'knip', ['--no-progress', '--no-config-hints', '--cache'])

/** The lines a tool prints when it is not content. */
function run(program, args, cwd) {
  return new Promise((resolve) => {
    let said = ''
    const child = spawn(program, args, { cwd, env: { ...process.env, NO_COLOR: '1', FORCE_COLOR: '0' } })
    child.stdout.on('data', (chunk) => (said += chunk))
    child.stderr.on('data', (chunk) => (said += chunk))
    child.on('error', (error) => resolve([error.message]))
    child.on('close', (code) => {
      const lines = said.split('\n').filter((line) => line.trim() !== '')
      resolve(code === 0 ? [] : lines.length > 0 ? lines : [`${program} ended with ${code}`])
    })
  })
}
