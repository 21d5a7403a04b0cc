// Every rule of bin/check catches what it is for: a clean little tree passes all of them, and each planted violation
// is caught by its rule. What the personal-data guard would find in this very file is put together at run time.

import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { rules } from './run.mjs'
import { openTree } from './tree.mjs'

const project = join(import.meta.dirname, '..', '..')
type Files = Record<string, string>

const packageJson = JSON.stringify(
  {
    name: 'planted',
    type: 'module',
    imports: (JSON.parse(readFileSync(join(project, 'package.json'), 'utf8')) as { imports: unknown }).imports,
    dependencies: { kysely: '0.29.9' },
  },
  null,
  2,
)

/** A house in miniature that keeps every rule. */
const clean: Files = {
  'package.json': `${packageJson}\n`,
  'knip.json': `{
  "entry": ["app/main.ts", "web/client/app.ts", "basics/test-numbers.ts", "platform/db/tables.ts"],
  "project": ["**/*.ts"],
  "ignoreDependencies": ["kysely"]
}
`,
  'app/main.ts': `import { open } from '#cases'\nimport { hold } from '#organisation'\n\nopen(hold())\n`,
  'basics/money.ts': `export const zero = 0n\n`,
  'basics/test-numbers.ts': `export const known = '${identityNumber()}'\n`,
  'migrations/0001_first.sql': [
    'create schema platform; create schema organisation; create schema cases;',
    'create table platform.tenant (tenant_id uuid primary key);',
    'create table organisation.unit (tenant_id uuid references platform.tenant, unit_id uuid, primary key (tenant_id, unit_id));',
    "create table cases.case (tenant_id uuid, case_id uuid, unit_id uuid, state text not null check (state in ('open', 'done')),",
    '  primary key (tenant_id, case_id), foreign key (tenant_id, unit_id) references organisation.unit);',
    '-- Speaking of now() here is no harm.',
    '',
  ].join('\n'),
  'modules/cases/clock.ts': `import { zero } from '#basics/money'\n\nexport const start = zero\n`,
  'modules/cases/index.ts': `import { hold } from '#organisation'\nimport { start } from './clock.ts'\nimport { save } from './store.ts'\n\nexport const open = (given: bigint) => save(start + given + hold())\n`,
  'modules/cases/store.ts': `export const save = (value: bigint) => \`insert into cases.case values (\${value})\`\n`,
  'modules/organisation/index.ts': `import { zero } from '#basics/money'\n\nexport const hold = () => zero\n`,
  'web/client/app.ts': `import { zero } from '#basics/money'\n\nconsole.log(zero)\n`,
}

let root: string
const write = (file: string, text: string): void => {
  mkdirSync(dirname(join(root, file)), { recursive: true })
  writeFileSync(join(root, file), text)
}

beforeAll(async () => {
  root = mkdtempSync(join(tmpdir(), 'kontoret-rules-'))
  for (const file of ['tsconfig.json', '.oxlintrc.json', '.prettierrc.json', '.prettierignore', '.gitignore']) {
    cpSync(join(project, file), join(root, file))
  }
  symlinkSync(join(project, 'node_modules'), join(root, 'node_modules'))
  for (const [file, text] of Object.entries(clean)) write(file, text)
  const { makeFromDatabase } = await import('../generated.mjs')
  for (const [file, text] of await makeFromDatabase(root)) write(file, text)
})
afterAll(() => rmSync(root, { recursive: true }))

async function find(name: string): Promise<string[]> {
  const rule = rules.find((each) => each.name === name)
  if (!rule) throw new Error(`no rule is called ${name}`)
  return rule.find(openTree(root))
}

/** Plants files, asks one rule, and puts the clean tree back. */
async function findPlanted(name: string, planted: Files): Promise<string[]> {
  const before = Object.keys(planted).map((file) => [file, readIfThere(file)] as const)
  for (const [file, text] of Object.entries(planted)) write(file, text)
  try {
    return await find(name)
  } finally {
    for (const [file, text] of before) {
      if (text === undefined) rmSync(join(root, file))
      else write(file, text)
    }
  }
}

function readIfThere(file: string): string | undefined {
  try {
    return readFileSync(join(root, file), 'utf8')
  } catch {
    return undefined
  }
}

/** A number that passes the check digit, made here so that this file holds none. */
function identityNumber(): string {
  const digits = ['850101', '000'].join('')
  const sum = Array.from(digits).reduce((total, digit, index) => {
    const product = Number(digit) * (index % 2 === 0 ? 2 : 1)
    return total + (product > 9 ? product - 9 : product)
  }, 0)
  return `19850101-${digits.slice(6)}${(10 - (sum % 10)) % 10}`
}

describe('a clean tree', () => {
  test.each(rules.map((rule) => rule.name))('%s', async (name) => {
    expect(await find(name)).toEqual([])
  })
})

const planted: [rule: string, what: string, files: Files, caught: RegExp | RegExp[]][] = [
  ['types', 'a wrong type', { 'app/a.ts': `export const a: string = 1\n` }, /app\/a\.ts.*TS2322/],
  [
    'lint',
    'a promise nobody waits for, any, a default export, a picture without words, a function too long',
    {
      'app/a.ts': `const a = async () => 1\nvoid 0\na()\n`,
      'app/b.ts': `export const b = (c: any) => [c]\n`,
      'app/c.ts': `export default 1\n`,
      'web/d.tsx': `export const d = <img src="/a.png" />\n`,
      'app/e.ts': `export function e() {\n${'  console.log(1)\n'.repeat(75)}}\n`,
    },
    [
      /app\/a\.ts.*no-floating-promises/,
      /app\/b\.ts.*no-explicit-any/,
      /app\/c\.ts.*no-default-export/,
      /web\/d\.tsx.*alt-text/,
      /app\/e\.ts.*max-lines-per-function/,
    ],
  ],
  ['format', 'double quotes and a semicolon', { 'app/a.ts': `export const a = "b";\n` }, /app\/a\.ts/],
  [
    'unused code',
    'a file nobody imports, an export nobody uses',
    {
      'app/alone.ts': `export const alone = 1\n`,
      'basics/money.ts': `export const zero = 0n\nexport const one = 1n\n`,
    },
    [/app\/alone\.ts/, /one.*basics\/money\.ts/],
  ],
  [
    'generated files are up to date',
    'a table and a type changed by hand, an API document that is behind',
    {
      'migrations/schema.sql': 'create schema cases;\n',
      'platform/db/tables.ts': 'export interface DB {}\n',
      'app/openapi.ts': `export const openApiDocument = () => ({ openapi: '3.1.0' })\n`,
      'openapi.json': '{}\n',
    },
    [/schema\.sql:1 should be/, /tables\.ts:1 should be/, /openapi\.json:1 should be/],
  ],
  [
    'generated files are up to date',
    'a new migration',
    { 'migrations/0002_second.sql': 'create table cases.more (a int);' },
    [/schema\.sql:\d+ should be/, /tables\.ts:\d+ should be/],
  ],
  [
    'ranks and doors',
    'a low module that sees a high one',
    { 'modules/organisation/a.ts': `import { open } from '#cases'\n\nopen(1n)\n` },
    /organisation may not see cases/,
  ],
  [
    'ranks and doors',
    'past the door',
    { 'modules/cases/a.ts': `import { hold } from '../organisation/index.ts'\n\nhold()\n` },
    /past the door/,
  ],
  [
    'ranks and doors',
    'past the door from above',
    { 'app/a.ts': `import { save } from '../modules/cases/store.ts'\n\nsave(1n)\n` },
    /past the door/,
  ],
  [
    'ranks and doors',
    'basics with something of ours',
    { 'basics/a.ts': `import { hold } from '#organisation'\n\nhold()\n` },
    /basics import nothing of ours/,
  ],
  [
    'ranks and doors',
    'basics with a package',
    { 'basics/a.ts': `import { readFileSync } from 'node:fs'\n\nreadFileSync('a')\n` },
    /import no package/,
  ],
  [
    'ranks and doors',
    'platform with a module',
    { 'platform/a.ts': `export { hold } from '#organisation'\n` },
    /platform imports basics only/,
  ],
  [
    'ranks and doors',
    'a module with the app',
    { 'modules/cases/a.ts': `export * from '#app/main'\n` },
    /nobody imports app/,
  ],
  [
    'ranks and doors',
    "web with the platform's code",
    { 'platform/a.ts': `export const a = 1\n`, 'web/a.ts': `export { a } from '#platform/a'\n` },
    /web imports only types/,
  ],
  [
    'ranks and doors',
    'a component with a page',
    {
      'platform/a.ts': `export const a = 1\n`,
      'web/pages/a.ts': `export { a } from '#platform/a'\n`,
      'web/ui/a.ts': `export { a } from '../pages/a.ts'\n`,
    },
    /^web\/ui\/a\.ts:1 components and shell see no page[^\n]*$/,
  ],
  [
    'ranks and doors',
    'web with a module',
    { 'web/a.ts': `export { hold } from '#organisation'\n` },
    /web knows no module/,
  ],
  [
    'ranks and doors',
    'a module past the door of web',
    { 'web/ui/a.ts': `export const a = 1\n`, 'modules/cases/a.ts': `export { a } from '../../web/ui/a.ts'\n` },
    /past the door/,
  ],
  [
    'ranks and doors',
    'a module with a connection',
    {
      'connections/sie/index.ts': `export const a = 1\n`,
      'modules/cases/a.ts': `export { a } from '../../connections/sie/index.ts'\n`,
    },
    /know no connection/,
  ],
  [
    'ranks and doors',
    'a type from above',
    { 'modules/organisation/a.ts': `export type A = import('#cases').B\n` },
    /organisation may not see cases/,
  ],
  [
    'ranks and doors',
    'the test harness in the program',
    { 'platform/testing/index.ts': `export const a = 1\n`, 'modules/cases/a.ts': `export { a } from '#testing'\n` },
    /harness is for tests/,
  ],
  [
    'ranks and doors',
    'a dynamic import',
    { 'modules/organisation/a.ts': `await import('#cases')\n` },
    /organisation may not see cases/,
  ],
  [
    'pure rule files',
    'a rule that sees the platform',
    {
      'platform/a.ts': `export interface A { b: 1 }\n`,
      'modules/cases/clock.ts': `import type { A } from '#platform/a'\n\nexport const start = (a: A) => a\n`,
    },
    /sees no platform/,
  ],
  [
    'pure rule files',
    'a rule that sees the store',
    { 'modules/cases/clock.ts': `export { save as start } from './store.ts'\n` },
    /sees no store/,
  ],
  [
    'pure rule files',
    'a rule that sees a package',
    { 'modules/cases/clock.ts': `export { readFileSync as start } from 'node:fs'\n` },
    /imports no package/,
  ],
  [
    'pure rule files',
    'a rule that sees the platform at one remove',
    {
      'platform/a.ts': `export const a = 1n\n`,
      'modules/cases/clock-word.ts': `export { a } from '#platform/a'\n`,
      'modules/cases/clock.ts': `export { a as start } from './clock-word.ts'\n`,
    },
    /clock-word\.ts:1 a rule file sees no platform/,
  ],
  [
    'browser code',
    'server code at one remove',
    {
      'web/ui/a.ts': `export { a } from '../../platform/a.ts'\n`,
      'platform/a.ts': `export const a = 1\n`,
      'web/client/b.ts': `export { a } from '../ui/a.ts'\n`,
    },
    /web\/ui\/a\.ts:1 server code/,
  ],
  ['browser code', 'what only Node has', { 'web/client/b.ts': `import 'node:fs'\n` }, /the browser has no node:fs/],
  [
    'no cycles',
    'two files that need each other',
    {
      'app/a.ts': `export { b } from './b.ts'\nexport const a = 1\n`,
      'app/b.ts': `export { a } from './a.ts'\nexport const b = 1\n`,
    },
    /app\/a\.ts → app\/b\.ts → app\/a\.ts/,
  ],
  [
    'every module has a rank',
    'a module from nowhere',
    { 'modules/parking/index.ts': `export const a = 1\n` },
    /parking has no rank/,
  ],
  [
    'no folder named utils',
    'a folder',
    { 'modules/cases/utils/a.ts': `export const a = 1\n` },
    /modules\/cases\/utils/,
  ],
  ['no folder named utils', 'a file', { 'web/helpers.ts': `export const a = 1\n` }, /web\/helpers\.ts/],
  [
    'only the store writes',
    'a verb that writes',
    {
      'modules/cases/close-case.ts': `export const a = (tx: { insertInto(t: string): void }) => tx.insertInto('cases.case')\n`,
    },
    /writes a table of cases/,
  ],
  [
    'only the store writes',
    'a store that writes its neighbour',
    {
      'modules/cases/store.ts': `export const save = (value: bigint) => \`update organisation.unit u set a = \${value}\`\n`,
    },
    /writes a table of organisation/,
  ],
  [
    'only the store writes',
    'a module that writes the platform',
    { 'modules/cases/store.ts': `export const save = (value: bigint) => \`delete from platform.tenant \${value}\`\n` },
    /writes a table of platform/,
  ],
  [
    'foreign keys point downwards',
    'upwards',
    {
      'migrations/schema.sql': `create table organisation.unit (\n  constraint up FOREIGN KEY (tenant_id, a) REFERENCES cases.case(tenant_id, case_id)\n);\n`,
    },
    /schema\.sql:2 organisation may not refer to cases/,
  ],
  [
    'foreign keys point downwards',
    'platform to a module',
    {
      'migrations/schema.sql': `create table platform.task (\n  constraint up FOREIGN KEY (a) REFERENCES organisation.unit(a)\n);\n`,
    },
    /platform may not refer to organisation/,
  ],
  [
    'SQL never asks for the time',
    'a default',
    { 'migrations/0002_a.sql': `create table cases.a (at timestamptz default now());` },
    /0002_a\.sql:1 now\(\)/,
  ],
  [
    'SQL never asks for the time',
    'a query',
    { 'modules/cases/a.ts': 'export const a = `select 1\n where due < current_date`\n' },
    /a\.ts:1 current_date/,
  ],
  [
    'SQL never asks for the time',
    'a clock',
    { 'platform/a.ts': `export const a = 'select clock_timestamp()'\n` },
    /clock_timestamp\(\)/,
  ],
  [
    'no personal data',
    'an identity number',
    { 'docs/a.md': `Anna, ${identityNumber()}\n` },
    /docs\/a\.md:1 an identity number/,
  ],
  [
    'no personal data',
    'its short form',
    { 'world/a.json': `["${identityNumber().slice(2).replace('-', '')}"]\n` },
    /world\/a\.json:1 an identity number/,
  ],
  [
    'no personal data',
    'an address',
    { 'world/a.ts': `export const a = '${['anna', 'kommun.se'].join('@')}'\n` },
    /world\/a\.ts:1 the address/,
  ],
  [
    'beställarfunktion is no purchaser',
    'a pair',
    { 'web/a.ts': `export const a = { sv: 'Beställarfunktion', en: 'Purchaser function' }\n` },
    /web\/a\.ts:1 .*Purchaser function/,
  ],
  [
    'beställarfunktion is no purchaser',
    'two catalogues',
    {
      'web/text.ts': `export const sv = { unit: { kind: 'beställarfunktionen' } }\nexport const en = { unit: { kind: 'the purchaser' } }\n`,
    },
    /web\/text\.ts:1 .*the purchaser/,
  ],
]

describe('a planted violation is caught', () => {
  test.each(planted)('%s: %s', async (rule, _what, files, caught) => {
    const found = (await findPlanted(rule, files)).join('\n')
    for (const each of [caught].flat()) expect(found).toMatch(each)
  })

  test('no rule is without one', () => {
    expect(new Set(planted.map(([rule]) => rule))).toEqual(new Set(rules.map((rule) => rule.name)))
  })
})

test('a scene that only tests use may write tables and use the harness; used by the program, it may not', async () => {
  const files: Files = {
    'platform/testing/index.ts': `export const a = 1\n`,
    'world/scene.ts': `import { a } from '#testing'\nimport type { C } from './scene-case.ts'\n\nexport const b = \`delete from cases.case \${a}\` as C\n`,
    'world/scene-case.ts': `import type { b } from './scene.ts'\n\nexport type C = typeof b\n`,
    'modules/cases/a.test.ts': `import { b } from '../../world/scene.ts'\n\nconsole.log(b)\n`,
  }
  expect(await findPlanted('ranks and doors', files)).toEqual([])
  expect(await findPlanted('only the store writes', files)).toEqual([])
  const used = { ...files, 'app/a.ts': `import { b } from '../world/scene.ts'\n\nconsole.log(b)\n` }
  expect((await findPlanted('ranks and doors', used)).join()).toMatch(/scene\.ts:1 the test harness is for tests/)
  expect((await findPlanted('only the store writes', used)).join()).toMatch(/scene\.ts:4 writes a table of cases/)
})

test('what only looks like a violation is let through', async () => {
  const files: Files = {
    'web/text.ts': `export const a = { sv: 'beställare', en: 'purchaser' }\n`,
    'modules/cases/a.test.ts': `import { hold } from '#organisation'\n\nexport const a = ['select now()', hold()]\n`,
    'world/a.json': '["kontakt@tyreso.example", "a@example.se", "5590012345", "2012-10-03"]\n',
    'world/b.ts': `export const c = { kind: 'localTime', d: 'the current dates' }\n`,
    'web/client/b.ts': `import type { hold } from '#organisation'\n\nexport type A = typeof hold\n`,
  }
  for (const name of [
    'beställarfunktion is no purchaser',
    'SQL never asks for the time',
    'no personal data',
    'browser code',
  ]) {
    expect(await findPlanted(name, files), name).toEqual([])
  }
})
