// The guards of the tree (bin/rules). `node bin/check.mjs lint types` runs only the rules whose names hold those words.

import { onOurNode, root } from './runtime.mjs'

await onOurNode(async () => {
  const { check, rules } = await import('./rules/run.mjs')
  const wanted = process.argv.slice(2)
  const chosen = rules.filter((rule) => wanted.length === 0 || wanted.some((word) => rule.name.includes(word)))
  if (chosen.length === 0) {
    console.error(`No rule has such a name; there are: ${rules.map((rule) => rule.name).join(', ')}.`)
    process.exit(1)
  }
  const { failed } = await check(root, chosen)
  process.exit(failed === 0 ? 0 : 1)
})
