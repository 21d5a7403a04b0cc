// Beställarfunktion is a unit on the provider's side and is never called purchaser (TY-047): wherever a Swedish text
// and its English stand side by side, the one may not be translated as the other.

import { templateText, visit } from './tree.mjs'

export const words = {
  name: 'beställarfunktion is no purchaser',
  find: (tree) =>
    tree.code
      .filter((file) => /beställarfunktion/i.test(tree.text(file)))
      .flatMap((file) =>
        pairsOf(tree.module(file).program)
          .filter(({ sv, en }) => /beställarfunktion/i.test(sv) && /purchas(?:er|ing)|buyer/i.test(en))
          .map(({ en, start }) => `${file}:${tree.line(file, start)} beställarfunktion is no purchaser: ${en}`),
      ),
}

/** `{ sv: '…', en: '…' }` anywhere, and the catalogues `sv = { key: '…' }`, `en = { key: '…' }` matched by key. */
function pairsOf(program) {
  const pairs = []
  const catalogues = { sv: new Map(), en: new Map() }
  visit(program, (node) => {
    if (node.type === 'VariableDeclarator' && (node.id.name === 'sv' || node.id.name === 'en')) {
      collect(unwrap(node.init), '', catalogues[node.id.name])
    }
    if (node.type !== 'ObjectExpression') return
    const sv = propertyOf(node, 'sv')
    const en = propertyOf(node, 'en')
    if (!sv || !en) return
    const [swedish, english] = [new Map(), new Map()]
    collect(sv, '', swedish)
    collect(en, '', english)
    pairs.push(...match(swedish, english))
  })
  return [...pairs, ...match(catalogues.sv, catalogues.en)]
}

function match(swedish, english) {
  return [...swedish].flatMap(([key, { text, start }]) => {
    const other = english.get(key)
    return other ? [{ sv: text, en: other.text, start }] : []
  })
}

function collect(node, path, into) {
  const value = unwrap(node)
  if (value?.type === 'Literal') into.set(path, { text: String(value.value), start: value.start })
  if (value?.type === 'TemplateLiteral') into.set(path, { text: templateText(value), start: value.start })
  if (value?.type === 'ArrowFunctionExpression') collect(value.body, path, into)
  if (value?.type === 'ObjectExpression') {
    for (const property of value.properties) {
      const key = property.key?.name ?? property.key?.value
      if (key !== undefined) collect(property.value, `${path}.${key}`, into)
    }
  }
}

function unwrap(node) {
  return node?.type === 'TSSatisfiesExpression' || node?.type === 'TSAsExpression' ? unwrap(node.expression) : node
}

function propertyOf(node, name) {
  const found = node.properties.find((property) => (property.key?.name ?? property.key?.value) === name)
  return found && unwrap(found.value)
}
