// SQL never asks for the time: `now` is a parameter of the deed, and each demonstration tenant has its own
// (model.md §8). Looks in migrations and in every string and template of the code.

import { isTest, lineOf } from './tree.mjs'

const asks =
  /\b(?:now|clock_timestamp|statement_timestamp|transaction_timestamp|timeofday)\s*\(\s*\)|\b(?:current_date|current_timestamp|current_time|localtimestamp|localtime)\b|'(?:now|today|yesterday|tomorrow)'\s*::/gi

/** SQL is written in small or in capitals; `localTime` is a name of ours. */
const times = (text) =>
  [...text.matchAll(asks)].filter(([word]) => word === word.toLowerCase() || word === word.toUpperCase())

export const sqlTime = {
  name: 'SQL never asks for the time',
  find: (tree) => [...findInMigrations(tree), ...findInCode(tree)],
}

function findInMigrations(tree) {
  return tree.files
    .filter((file) => /^migrations\/.*\.sql$/.test(file))
    .flatMap((file) => {
      const text = tree.text(file).replace(/--.*$|\/\*[\s\S]*?\*\//gm, (comment) => comment.replace(/[^\n]/g, ' '))
      return times(text).map((match) => `${file}:${lineOf(text, match.index)} ${match[0]}; pass the time in`)
    })
}

function findInCode(tree) {
  return tree.code
    .filter((file) => !isTest(file))
    .flatMap((file) =>
      tree
        .module(file)
        .strings.flatMap(({ value, line }) =>
          times(value).map((match) => `${file}:${line} ${match[0]}; pass the time in`),
        ),
    )
}
