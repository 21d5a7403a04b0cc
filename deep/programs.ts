// Our own programs as processes that can be killed: bundled once, started with an environment of their own.
import { spawn } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { rmSync } from 'node:fs'
import { createServer } from 'node:net'
import type { AddressInfo } from 'node:net'
import { basename, join } from 'node:path'
import { threadId } from 'node:worker_threads'
import { build } from 'esbuild'
import { projectRoot } from '#platform/db/project-root'

const made = new Map<string, Promise<string>>()

/** The program in one file, in the tree so that it finds its packages; removed when we end. */
export function bundled(entry: string): Promise<string> {
  const known = made.get(entry)
  if (known) return known
  const root = projectRoot()
  const outfile = join(root, 'dist', `deep-${basename(entry, '.ts')}-${process.pid}-${threadId}.mjs`)
  const making = build({
    ...{ absWorkingDir: root, entryPoints: [entry], outfile, bundle: true, platform: 'node', format: 'esm' },
    ...{ packages: 'external', jsx: 'automatic', jsxImportSource: 'preact', logLevel: 'warning' },
  }).then(() => outfile)
  made.set(entry, making)
  process.on('exit', () => rmSync(outfile, { force: true }))
  return making
}

type Env = Readonly<Record<string, string>>

export async function run(entry: string, env: Env): Promise<ChildProcess> {
  const program = await bundled(entry)
  const { PATH = '', LANG = 'C.UTF-8' } = process.env
  return spawn(process.execPath, [program], { env: { PATH, LANG, ...env }, stdio: ['ignore', 'pipe', 'inherit'] })
}

/** What the program wrote when it had ended; one that failed is an error. */
export async function outputOf(child: ChildProcess): Promise<string> {
  let text = ''
  child.stdout?.on('data', (chunk: Buffer) => (text += chunk.toString()))
  const code = await new Promise<number | null>((resolve) => child.once('close', resolve))
  if (code !== 0) throw new Error(`a program of ours ended with ${code}: ${text.slice(-500)}`)
  return text
}

export interface RunningApp {
  readonly url: string
  readonly child: ChildProcess
  /** SIGKILL: no goodbye to anyone. */
  kill(): Promise<void>
  stop(): Promise<void>
}

/** An installation as `npm start` runs it, without the demonstration; ready when it has told its address. */
export async function startApp(env: Env): Promise<RunningApp> {
  const port = env['PORT'] ?? String(await freePort())
  const child = await run('app/main.ts', { ...env, PORT: port, HOST: '127.0.0.1', KONTORET_DEMO: 'off' })
  const gone = new Promise<void>((resolve) => child.once('close', () => resolve()))
  await new Promise<void>((resolve, reject) => {
    child.stdout?.on('data', (chunk: Buffer) => chunk.toString().includes('Kontoret: ') && resolve())
    void gone.then(() => reject(new Error('the application ended before it was up')))
  })
  const end = async (signal: 'SIGKILL' | 'SIGTERM'): Promise<void> => {
    if (child.exitCode === null && child.signalCode === null) child.kill(signal)
    await gone
  }
  return { url: `http://127.0.0.1:${port}`, child, kill: () => end('SIGKILL'), stop: () => end('SIGTERM') }
}

export async function freePort(): Promise<number> {
  const probe = createServer()
  await new Promise<void>((resolve) => probe.listen(0, '127.0.0.1', resolve))
  const { port } = probe.address() as AddressInfo
  await new Promise((resolve) => probe.close(resolve))
  return port
}
