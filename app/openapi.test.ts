// The API document: OpenAPI 3.1 that holds together, an example for every operation that its own shape accepts, and the
// two doors: what a page can do, the API can do.
import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Compile } from 'typebox/compile'
import { expect, test } from 'vitest'
import { isDeclared } from '#platform/access'
import type { TSchema } from '#platform/http/shape'
import { allOps, allPages } from './application.ts'
import { openApiDocument } from './openapi.ts'

interface Content {
  readonly schema: TSchema
  readonly example?: unknown
}
interface Parameter {
  readonly name: string
  readonly in: 'path' | 'query' | 'header'
  readonly required: boolean
  readonly schema: TSchema
  readonly example?: unknown
}
interface Operation {
  readonly operationId: string
  readonly summary: string
  readonly tags: readonly string[]
  readonly 'x-access': string
  readonly parameters: readonly Parameter[]
  readonly requestBody?: { readonly content: Readonly<Record<string, Content>> }
  readonly responses: Readonly<
    Record<string, { readonly description: string; readonly content?: Readonly<Record<string, Content>> }>
  >
}
interface Document {
  readonly openapi: string
  readonly info: { readonly title: string; readonly version: string }
  readonly tags: readonly { readonly name: string }[]
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>
  readonly components: {
    readonly schemas: Readonly<Record<string, TSchema & { readonly examples: readonly unknown[] }>>
    readonly securitySchemes: object
  }
}

const document = JSON.parse(JSON.stringify(openApiDocument())) as Document
const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, operation]) => ({ path, method, operation })),
)

test('is OpenAPI 3.1: unique operations, declared parameters and tags, one success and one refusal each', () => {
  expect(document.openapi).toBe('3.1.0')
  expect(document.info.version).toMatch(/^\d+\.\d+\.\d+$/)
  expect(operations).toHaveLength(allOps().length)
  expect(new Set(operations.map(({ operation }) => operation.operationId)).size).toBe(operations.length)
  const tags = new Set(document.tags.map(({ name }) => name))
  for (const { path, method, operation } of operations) {
    const where = `${method} ${path}`
    expect([where, operation.summary.length > 3, isDeclared(operation['x-access'])]).toEqual([where, true, true])
    expect([where, operation.tags.every((tag) => tags.has(tag))]).toEqual([where, true])
    const inPath = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name)
    const declared = operation.parameters.filter((one) => one.in === 'path').map(({ name }) => name)
    expect([where, new Set(declared)]).toEqual([where, new Set(inPath)])
    const names = operation.parameters.map((one) => `${one.in} ${one.name}`)
    expect([where, new Set(names).size]).toEqual([where, names.length])
    const successes = Object.keys(operation.responses).filter((status) => /^2\d\d$/.test(status))
    expect([where, successes.length, operation.responses['default']?.content]).toMatchObject([
      where,
      1,
      { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
    ])
  }
  const references = [...JSON.stringify(document).matchAll(/"\$ref":"#\/components\/schemas\/(\w+)"/g)]
  for (const [, name = ''] of references) expect(Object.keys(document.components.schemas)).toContain(name)
})

test('every operation has an example of what it takes and what it answers, and its shapes accept them', () => {
  const bad: string[] = []
  const hold = (where: string, content: { schema: TSchema; example?: unknown }): void => {
    const { $ref } = content.schema as { $ref?: string }
    const shared = $ref === undefined ? undefined : document.components.schemas[$ref.split('/').at(-1) ?? '']
    const schema = shared ?? content.schema
    const example = content.example ?? shared?.examples[0]
    if (example === undefined) bad.push(`${where} has no example`)
    else {
      const check = Compile(schema)
      if (!check.Check(example)) bad.push(`${where}: ${JSON.stringify([...check.Errors(example)].slice(0, 2))}`)
    }
  }
  for (const { operation } of operations) {
    const { operationId: id, requestBody, responses, parameters } = operation
    for (const content of Object.values(requestBody?.content ?? {})) hold(`${id} body`, content)
    for (const [status, { content }] of Object.entries(responses))
      if (content?.['application/json']) hold(`${id} ${status}`, content['application/json'])
    for (const one of parameters.filter((parameter) => parameter.in !== 'header')) hold(`${id} ${one.name}`, one)
  }
  expect(bad).toEqual([])
})

/** Updates that say no version, each with the reason why a lost race is not silent. */
const withoutVersion: Readonly<Record<string, string>> = {
  setPrintedCount: 'one printed figure by its key; the entry before stands in the journal',
  setUnitSchedule: 'a dated choice that replaces the choice of the same day',
  setTenantSchedule: 'a dated choice that replaces the choice of the same day',
  rejectOrder: 'the approval is locked, and the second is told that it is decided',
  removeWatcher: 'takes away a relation; twice is once',
  unrelateCases: 'takes away a relation; twice is once',
  undoMerge: 'refused when there is no merge any more',
  changePassword: 'says the present password instead',
  endSession: 'takes away a session; the second finds none',
}

test('every update says which version it saw, every creation can be repeated safely', () => {
  const unversioned: string[] = []
  for (const { method, operation } of operations) {
    const headers = operation.parameters.filter((one) => one.in === 'header')
    const versioned = headers.some((one) => one.name === 'If-Match' && one.required)
    if ((method === 'put' || method === 'delete') && !versioned) unversioned.push(operation.operationId)
    expect([operation.operationId, headers.some((one) => one.name === 'Idempotency-Key')]).toEqual([
      operation.operationId,
      method === 'post',
    ])
  }
  expect(unversioned.filter((id) => !(id in withoutVersion))).toEqual([])
})

/** Rights that only a page asks for, each with what the API has instead. */
const pagesOnly: Readonly<Record<string, string>> = {
  'catalogue.desk': 'a page that gathers what the API lists by state: drafts, services and needs',
  'case.register': 'the form for somebody else; openCase takes the person and the channel and asks the same right',
}

/** What a page does with typed words before the verb, and a verb with another name; each with what the API has instead. */
const wordsFirst: Readonly<Record<string, string>> = {
  needPerson: 'a typed name becomes an id; the API takes ids',
  pickPerson: 'a typed name becomes an id; the API takes ids',
  pickCase: 'a typed number becomes an id; the API takes ids',
  caseNamed: 'a typed number becomes an id; the API takes ids',
  bodyOf: 'the fields of a form become the body that the API takes',
  doIt: 'one of the verbs below, chosen for many rows',
  deskUnit: 'which of the seat’s units a list is shown for',
  outsideRequests: 'the request types that somebody outside may use, asked before openCase',
  editFormDraft: 'one part of a draft; changeFormDraft takes the whole',
}

test('two doors: what a page can do or show, the API can do or show', () => {
  const api = new Set(allOps().map(({ op }) => op.access))
  const site = allPages()
  const byPages = new Set(
    [
      ...site.pages.flatMap((page) => [page.access, ...Object.values(page.deeds ?? {}).map((deed) => deed.access)]),
    ].concat(site.downloads.map((download) => download.access)),
  )
  expect([...byPages].filter((verb) => !api.has(verb) && !(verb in pagesOnly))).toEqual([])
})

test('two doors: every verb that a page’s deeds call is called by a room’s routes too', () => {
  const root = join(import.meta.dirname, '..')
  const calledIn = (file: string): string[] => {
    const source = readFileSync(join(root, file), 'utf8')
    return [...source.matchAll(/\b(\w+)\((?:deed|doing)\b/g)].map(([, name = '']) => name)
  }
  const inPages = globSync(['modules/*/pages/**/*.{ts,tsx}', 'web/pages/*.tsx'], { cwd: root }).filter(
    (file) => !file.includes('.test.'),
  )
  const elsewhere = globSync(['modules/**/*.ts', 'web/pages/*.{ts,tsx}', 'platform/*.ts'], { cwd: root }).filter(
    (file) => !file.includes('.test.') && (!file.includes('/pages/') || file.startsWith('web/')),
  )
  const served = new Set(
    elsewhere
      .filter((file) => /routes|-api\.ts$|web\/pages\//.test(file))
      .flatMap((file) =>
        [...readFileSync(join(root, file), 'utf8').matchAll(/\b(\w+)\b/g)].map(([, name = '']) => name),
      ),
  )
  const missing = inPages.flatMap((file) =>
    calledIn(file)
      .filter((verb) => !served.has(verb) && !(verb in wordsFirst))
      .map((verb) => `${verb} (${file})`),
  )
  expect(missing).toEqual([])
})
