// Before `npm start` and `npm test`: installs the packages when they are missing or older than package-lock.json, and
// says so in one line. Plain JavaScript for an old Node, without packages; a script of its own, because a shell keeps
// using the `node` it found first (stack.md pitfall 21).

import { createHash } from 'node:crypto'
import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { npm } from './npm.mjs'
import { root } from './runtime.mjs'

const lockFile = join(root, 'package-lock.json')
const mark = join(root, 'node_modules', '.kontoret-installed')
const wanted = createHash('sha256').update(readFileSync(lockFile)).digest('hex')

if (!isInstalled()) install()

function isInstalled() {
  if (existsSync(mark)) return readFileSync(mark, 'utf8') === wanted
  // Installed by hand: npm writes this file last, so it is younger than the lock it was made from.
  const written = join(root, 'node_modules', '.package-lock.json')
  if (!existsSync(written) || statSync(written).mtimeMs < statSync(lockFile).mtimeMs) return false
  remember()
  return true
}

function install() {
  console.log('Installing packages (only the first time and after an update) …')
  const { code, said } = npm(['ci', '--include=dev', '--include=optional', '--no-audit', '--no-fund'])
  if (code !== 0) {
    console.error(said)
    console.error('The packages could not be installed; the reason stands above.')
    process.exit(1)
  }
  remember()
}

function remember() {
  try {
    writeFileSync(mark, wanted)
  } catch {
    // Someone else's installation, which we may only read: the check is made again next time.
  }
}
