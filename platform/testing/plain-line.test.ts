// The plain line counts what failed even when no test says so.

import { expect, test, vi } from 'vitest'
import type { TestModule } from 'vitest/node'
import { PlainLine } from './plain-line.ts'

function moduleOf(state: string, tests: string[]): TestModule {
  const children = { allTests: () => tests.map((each) => ({ result: () => ({ state: each }) })) }
  return { state: () => state, children } as unknown as TestModule
}

function lineFor(modules: TestModule[], unhandled: unknown[] = []): string[] {
  const said: string[] = []
  vi.stubEnv('KONTORET_TEST_COUNT', undefined)
  const log = vi.spyOn(console, 'log').mockImplementation((line: string) => void said.push(line))
  new PlainLine().onTestRunEnd(modules, unhandled)
  log.mockRestore()
  vi.unstubAllEnvs()
  return said
}

test.each([
  ['all is well', [moduleOf('passed', ['passed', 'passed'])], [], ['2 passed, 0 failed']],
  ['a test fails', [moduleOf('failed', ['passed', 'failed'])], [], ['1 passed, 1 failed']],
  ['a file cannot be loaded', [moduleOf('failed', [])], [], ['0 passed, 1 failed']],
  ['a hook fails and skips its tests', [moduleOf('failed', ['skipped'])], [], ['1 skipped', '0 passed, 1 failed']],
  ['an error nobody caught', [moduleOf('passed', ['passed'])], [new Error('lost')], ['1 passed, 1 failed']],
])('%s', (_when, modules, unhandled, said) => {
  expect(lineFor(modules, unhandled)).toEqual(said)
})
