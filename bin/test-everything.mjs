// The steps of `npm test`, in order. Each rule of bin/check counts as one test.

import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { findChromium } from '../platform/testing/chromium.ts'
import { bundle } from './bundle.mjs'
import { check } from './rules/run.mjs'
import { root } from './runtime.mjs'

export async function testEverything(filters) {
  const missing = ensureChromium()
  if (missing !== undefined) {
    console.error(missing)
    return 1
  }
  try {
    await bundle()
  } catch {
    // esbuild has said what is wrong; the check says it again with the type.
    console.error('The build failed; the reason stands above.')
    console.log('0 passed, 1 failed')
    return 1
  }
  const rules = await check(root)
  const tests = runTests(filters)
  const passed = rules.passed + tests.passed
  const failed = rules.failed + tests.failed
  if (tests.skipped > 0) console.log(`${tests.skipped} skipped`)
  console.log(`${passed} passed, ${failed} failed`)
  return failed === 0 && passed > 0 ? 0 : 1
}

/** Undefined when there is a browser, else the sentence to say. */
function ensureChromium() {
  const chosen = process.env.KONTORET_CHROMIUM
  if (chosen && !findChromium()) return `KONTORET_CHROMIUM names ${chosen}, which is not a program.`
  if (!findChromium()) installChromium()
  const path = findChromium()
  if (!path) {
    return 'The tests need Chromium: install it (on Debian: apt-get install chromium) or set KONTORET_CHROMIUM to its path.'
  }
  process.env.KONTORET_CHROMIUM = path
  return undefined
}

/** Debian's own package, as root or with a sudo that asks for no password. */
function installChromium() {
  const asRoot = process.getuid() === 0 ? [] : ['sudo', '-n']
  if (asRoot.length > 0 && run('sudo', ['-n', 'true']).status !== 0) return
  if (run('sh', ['-c', 'command -v apt-get']).status !== 0) return
  console.log('Installing Chromium for the browser tests (only the first time) …')
  const install = ['apt-get', 'install', '-y', '--no-install-recommends', 'chromium']
  for (const words of [['apt-get', 'update', '-q'], install]) {
    const [command, ...args] = [...asRoot, ...words]
    const { status, stdout, stderr } = run(command, args)
    if (status !== 0) {
      console.error(`${stdout ?? ''}${stderr ?? ''}`.trim().split('\n').slice(-5).join('\n'))
      return
    }
  }
}

function run(command, args) {
  return spawnSync(command, args, { encoding: 'utf8', env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } })
}

function runTests(filters) {
  const folder = mkdtempSync(join(tmpdir(), 'kontoret-count-'))
  const file = join(folder, 'count.json')
  const env = { ...process.env, KONTORET_TEST_COUNT: file }
  const vitest = join(root, 'node_modules', 'vitest', 'vitest.mjs')
  const { status } = spawnSync(process.execPath, [vitest, 'run', ...filters], { cwd: root, stdio: 'inherit', env })
  let count = { passed: 0, failed: 1, skipped: 0 }
  try {
    count = JSON.parse(readFileSync(file, 'utf8'))
  } catch {
    console.error('The test run ended before it could count.')
  }
  rmSync(folder, { recursive: true })
  return status === 0 || count.failed > 0 ? count : { ...count, failed: 1 }
}
