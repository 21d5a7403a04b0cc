// Closes a test run with the plain line `N passed, N failed`. A file that cannot be loaded, a hook that fails and an
// error nobody caught are failures too. bin/test takes the numbers from a file instead and prints the line itself.

import { writeFileSync } from 'node:fs'
import type { Reporter, TestModule } from 'vitest/node'

export class PlainLine implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], unhandled: readonly unknown[]): void {
    const count = { passed: 0, failed: unhandled.length, skipped: 0 }
    for (const module of modules) {
      let failedHere = 0
      for (const test of module.children.allTests()) {
        const { state } = test.result()
        if (state === 'passed') count.passed++
        else if (state === 'failed') failedHere++
        else count.skipped++
      }
      count.failed += failedHere > 0 || module.state() !== 'failed' ? failedHere : 1
    }
    const file = process.env['KONTORET_TEST_COUNT']
    if (file !== undefined) return writeFileSync(file, JSON.stringify(count))
    if (count.skipped > 0) console.log(`${count.skipped} skipped`)
    console.log(`${count.passed} passed, ${count.failed} failed`)
  }
}
