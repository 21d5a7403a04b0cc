// The files of a source tree as the rules see them: names, texts and, for code, imports and string literals. Read and
// parsed once, shared by all rules. A rule is `{ name, find(tree) }`, and `find` gives sentences `file:line what`.

import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join, normalize, posix } from 'node:path'
import { parseSync } from 'oxc-parser'

const skipped = new Set(['node_modules', '.git', 'dist', 'data', '.cache', 'coverage'])

export function openTree(root) {
  const texts = new Map()
  const modules = new Map()
  const files = listFiles(root, '').sort()
  const known = new Set(files)
  const aliases = readAliases(root)
  const tree = {
    root,
    files,
    /** TypeScript of ours; generated types belong to nobody. */
    code: files.filter((file) => /\.tsx?$/.test(file) && file !== 'platform/db/tables.ts'),
    text(file) {
      if (!texts.has(file)) texts.set(file, readFileSync(join(root, file), 'utf8'))
      return texts.get(file)
    },
    module(file) {
      if (!modules.has(file)) modules.set(file, readModule(file, tree.text(file)))
      return modules.get(file)
    },
    /** The file of ours that a specifier means, or undefined for a package. */
    resolve(from, specifier) {
      if (specifier.startsWith('.')) return asKnown(posix.normalize(posix.join(dirname(from), specifier)), known)
      if (!specifier.startsWith('#')) return undefined
      for (const [alias, target] of aliases) {
        const [head, tail] = alias.split('*')
        if (tail === undefined ? specifier === alias : specifier.startsWith(head) && specifier.endsWith(tail)) {
          const middle = specifier.slice(head.length, specifier.length - (tail ?? '').length)
          return asKnown(posix.normalize(target.replace('*', middle)), known)
        }
      }
      return undefined
    },
    line: (file, offset) => lineOf(tree.text(file), offset),
  }
  return tree
}

export const isTest = (file) => /\.test\.tsx?$/.test(file)

const testGrounds = new WeakMap()

/** Long suites, benchmarks and journeys run by themselves and are no part of the program. */
const isProof = (file) => isTest(file) || /^(deep|bench|journeys|platform\/testing)\//.test(file)

/** Tests, and what only tests lead to (scenes, fixtures): never part of the running program. */
export function forTests(tree) {
  if (testGrounds.has(tree)) return testGrounds.get(tree)
  const targets = (file) => tree.module(file).imports.map(({ specifier }) => tree.resolve(file, specifier))
  const imported = new Set(tree.code.flatMap(targets))
  const isEntry = (file) => !imported.has(file) || /^app\/|\/index\.ts$/.test(file)
  const program = new Set(tree.code.filter((file) => !isProof(file) && isEntry(file)))
  for (const file of program) {
    if (!/\.tsx?$/.test(file) || file === 'platform/db/tables.ts') continue
    for (const target of targets(file)) if (target !== undefined) program.add(target)
  }
  const ground = new Set(tree.code.filter((file) => !program.has(file)))
  testGrounds.set(tree, ground)
  return ground
}

export function lineOf(text, offset) {
  return text.slice(0, offset).split('\n').length
}

function listFiles(root, folder) {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = folder === '' ? entry.name : `${folder}/${entry.name}`
    if (entry.isDirectory()) return skipped.has(entry.name) ? [] : listFiles(root, path)
    return entry.isFile() ? [path] : []
  })
}

function readAliases(root) {
  const file = join(root, 'package.json')
  if (!existsSync(file)) return []
  return Object.entries(JSON.parse(readFileSync(file, 'utf8')).imports ?? {})
}

function asKnown(path, known) {
  const clean = normalize(path)
  return [clean, clean.replace(/\.ts$/, '.tsx')].find((candidate) => known.has(candidate))
}

function readModule(file, text) {
  const parsed = parseSync(file, text)
  const imports = []
  const add = (specifier, offset, typeOnly) => imports.push({ specifier, line: lineOf(text, offset), typeOnly })
  for (const found of parsed.module.staticImports) {
    const typeOnly = found.entries.length > 0 && found.entries.every((entry) => entry.isType)
    add(found.moduleRequest.value, found.start, typeOnly || /^import\s+type\b/.test(text.slice(found.start, found.end)))
  }
  for (const found of parsed.module.staticExports) {
    for (const entry of found.entries) {
      if (entry.moduleRequest) add(entry.moduleRequest.value, found.start, entry.isType)
    }
  }
  const strings = []
  const calls = []
  visit(parsed.program, (node) => {
    if (node.type === 'ImportExpression' && node.source?.type === 'Literal') add(node.source.value, node.start, false)
    if (node.type === 'TSImportType') {
      const source = node.source ?? node.argument?.literal ?? node.argument
      if (typeof source?.value === 'string') add(source.value, node.start, true)
    }
    if (node.type === 'Literal' && typeof node.value === 'string') strings.push(literal(node.value, node.start, text))
    if (node.type === 'TemplateLiteral') strings.push(literal(templateText(node), node.start, text))
    if (node.type === 'CallExpression' && node.callee.type === 'MemberExpression' && node.callee.property.name) {
      calls.push({ name: node.callee.property.name, arguments: node.arguments, line: lineOf(text, node.start) })
    }
  })
  return { imports, strings, calls, program: parsed.program, errors: parsed.errors }
}

function literal(value, start, text) {
  return { value, line: lineOf(text, start) }
}

/** The fixed parts of a template, with a neutral word where a value goes. */
export function templateText(node) {
  return node.quasis.map((part) => part.value.cooked ?? part.value.raw).join(' $value ')
}

export function visit(node, see) {
  if (Array.isArray(node)) {
    for (const item of node) visit(item, see)
  } else if (node && typeof node === 'object') {
    if (typeof node.type === 'string') see(node)
    for (const key in node) {
      const value = node[key]
      if (value && typeof value === 'object') visit(value, see)
    }
  }
}
