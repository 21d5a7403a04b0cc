// No real person in the repository: no Swedish identity number that could be someone's, and no e-mail address that
// could reach anyone. The numbers that may be used stand in one file, with their source: basics/test-numbers.ts.

const numberFile = 'basics/test-numbers.ts'
const readable = /\.(ts|tsx|mjs|js|json|md|sql|css|html|txt|csv|yml|yaml|typ|sh|svg|xml)$|\/run$|\/check$/
const day = '(?:0[1-9]|[12]\\d|3[01]|6[1-9]|[78]\\d|9[01])'
const identityNumber = new RegExp(
  `(?<![\\w.,:+-])(?:18|19|20)?(\\d{2}(?:0[1-9]|1[0-2])${day})[-+]?(\\d{4})(?![\\w-]|[.,]\\d)`,
  'g',
)
const address = /[\w.+-]+@((?:[\w-]+\.)+[a-z]{2,})\b/gi
const nowhere = /(?:^|\.)(?:example\.(?:se|com|org|net)|[\w-]+\.(?:example|invalid|test|localhost))$/i

export const personalData = {
  name: 'no personal data',
  find(tree) {
    const allowed = testNumbers(tree)
    return tree.files
      .filter((file) => readable.test(file) && file !== 'package-lock.json' && !/licen[cs]e/i.test(file))
      .flatMap((file) =>
        tree
          .text(file)
          .split('\n')
          .flatMap((line, index) => findInLine(file, line, allowed).map((fault) => `${file}:${index + 1} ${fault}`)),
      )
  },
}

/** The ten last digits of every number that no real person has. */
function testNumbers(tree) {
  const text = tree.files.includes(numberFile) ? tree.text(numberFile) : ''
  return new Set([...text.matchAll(/'(\d{10,12})'/g)].map((match) => match[1].slice(-10)))
}

function findInLine(file, line, allowed) {
  const found = file === numberFile ? [] : [...line.matchAll(identityNumber)]
  const numbers = found.filter((match) => !allowed.has(match[1] + match[2]))
  const addresses = [...line.matchAll(address)].filter((match) => !nowhere.test(match[1]))
  return [
    ...numbers.filter((match) => luhn(match[1] + match[2])).map(() => `an identity number; use ${numberFile}`),
    ...addresses.map((match) => `the address ${match[0]}; use example.se or .example`),
  ]
}

/** The check digit of ten digits: every other doubled, digit sums added, divisible by ten. */
function luhn(digits) {
  let sum = 0
  for (const [index, digit] of [...digits].entries()) {
    const product = Number(digit) * (index % 2 === 0 ? 2 : 1)
    sum += product > 9 ? product - 9 : product
  }
  return sum % 10 === 0
}
