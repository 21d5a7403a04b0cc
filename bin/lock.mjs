// Renews package-lock.json so that `npm ci` works on every platform. A registry that lacks a platform's binary makes
// `npm install` drop that optional entry without a word, and `npm ci` then refuses the lock; the entries are put back
// (stack.md pitfall 4). `--no-install` only repairs and tries.

import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { npm } from './npm.mjs'
import { root } from './runtime.mjs'

const systems = ['android', 'darwin', 'win32', 'linux', 'freebsd', 'openharmony', 'netbsd', 'openbsd', 'sunos', 'aix']
const processors = ['arm64', 'x64', 'ia32', 'ppc64', 'riscv64', 's390x', 'loong64', 'mips64el', 'wasm32', 'arm']

if (!process.argv.includes('--no-install')) run(['install', '--no-audit', '--no-fund'])
const added = repair(join(root, 'package-lock.json'))
for (const name of added) console.log(`added ${name}`)
run(['ci', '--dry-run'])
console.log(`package-lock.json is complete (${added.length} entries added).`)

function run(args) {
  const { code, said } = npm(args)
  if (code === 0) return
  console.error(said)
  console.error(`npm ${args[0]} failed; the reason stands above.`)
  process.exit(1)
}

function repair(file) {
  if (!existsSync(file)) return []
  const lock = JSON.parse(readFileSync(file, 'utf8'))
  const added = []
  for (const [path, entry] of Object.entries(lock.packages)) {
    for (const [name, version] of Object.entries(entry.optionalDependencies ?? {})) {
      if (!path || lock.packages[`node_modules/${name}`] || lock.packages[`${path}/node_modules/${name}`]) continue
      const words = name.split('/').pop().split(/[-.]/)
      const os = words.find((word) => systems.includes(word))
      const cpu =
        words.find((word) => processors.includes(word)) ??
        (words.some((word) => word.startsWith('arm')) ? 'arm' : undefined)
      if (!os || !cpu) continue
      const dev = entry.dev ? { dev: true } : {}
      lock.packages[`node_modules/${name}`] = { version, cpu: [cpu], ...dev, optional: true, os: [os] }
      added.push(name)
    }
  }
  if (added.length > 0) {
    lock.packages = Object.fromEntries(Object.entries(lock.packages).sort(([a], [b]) => (a < b ? -1 : 1)))
    writeFileSync(file, `${JSON.stringify(lock, null, 2)}\n`)
  }
  return added
}
