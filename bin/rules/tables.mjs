// Who writes which table, and which way a foreign key points. Each module owns the schema of its name.

import { ranks } from './ranks.mjs'
import { forTests } from './tree.mjs'

const schemas = ['platform', ...Object.keys(ranks)]
const kyselyWrites = new Set(['insertInto', 'updateTable', 'deleteFrom', 'replaceInto', 'mergeInto'])
const table = `"?(${schemas.join('|')})"?\\."?\\w+`
const sqlWrites = [
  new RegExp(
    `\\b(?:insert\\s+into|delete\\s+from|merge\\s+into|truncate(?:\\s+table)?)\\s+(?:only\\s+)?${table}`,
    'gi',
  ),
  new RegExp(`\\bupdate\\s+(?:only\\s+)?${table}"?\\s+(?:(?:as\\s+)?\\w+\\s+)?set\\b`, 'gi'),
  new RegExp(`\\bcopy\\s+${table}[^;]*?\\bfrom\\b`, 'gi'),
]

/**
 * Tests may set a scene; benchmarks and floors too. The demonstration's registers are laid in bulk
 * (docs/decisions/0009-how-the-world-is-laid.md); its cases are not.
 */
const exempt = (tree, file) =>
  forTests(tree).has(file) || /^(bench|deep|bin|platform\/testing)\/|^world\/load-\w+\.ts$/.test(file)

export const stores = {
  name: 'only the store writes',
  find(tree) {
    const faults = []
    for (const file of tree.code.filter((each) => !exempt(tree, each))) {
      const module = tree.module(file)
      for (const { name, arguments: given, line } of module.calls) {
        if (!kyselyWrites.has(name) || given[0]?.type !== 'Literal') continue
        const schema = String(given[0].value).split('.')[0]
        if (schemas.includes(schema) && !mayWrite(file, schema)) faults.push(fault(file, line, schema))
      }
      for (const { value, line } of module.strings) {
        for (const match of sqlWrites.flatMap((pattern) => [...value.matchAll(pattern)])) {
          if (!mayWrite(file, match[1].toLowerCase())) faults.push(fault(file, line, match[1].toLowerCase()))
        }
      }
    }
    return faults
  },
}

function mayWrite(file, schema) {
  if (schema === 'platform') return file.startsWith('platform/')
  return file.startsWith(`modules/${schema}/`) && file.endsWith('/store.ts')
}

function fault(file, line, schema) {
  const writer = schema === 'platform' ? 'platform/' : `modules/${schema}/**/store.ts`
  return `${file}:${line} writes a table of ${schema}; only ${writer} does`
}

export const foreignKeys = {
  name: 'foreign keys point downwards',
  find(tree) {
    const dump = 'migrations/schema.sql'
    if (!tree.files.includes(dump)) return []
    const faults = []
    let here = ''
    for (const [index, line] of tree.text(dump).split('\n').entries()) {
      here = /^create table (\w+)\./.exec(line)?.[1] ?? here
      const there = /FOREIGN KEY \(.*?\) REFERENCES (\w+)\./.exec(line)?.[1]
      if (there === undefined || there === here) continue
      const downwards = here !== 'platform' && (there === 'platform' || ranks[here]?.includes(there))
      if (!downwards)
        faults.push(`${dump}:${index + 1} ${here} may not refer to ${there}: ${line.trim().split(' ')[1]}`)
    }
    return faults
  },
}
