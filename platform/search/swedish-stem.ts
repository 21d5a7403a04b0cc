// Brings the forms of a Swedish word together: nyckeln, nycklar and nycklarna become one. First the Snowball algorithm
// for Swedish (snowballstem.org, the same as PostgreSQL's swedish_stem), which leaves many definite and syncopated
// forms apart; then what it leaves is settled, round by round, until nothing more falls off. What comes out is a key,
// not a word.

const vowels = /[aeiouyåäö]/
const mainSuffixes = (
  'heterna hetens anden andes andet arens arnas ernas heten heter ornas ades ande aren arna arne aste erna erns orna ' +
  'ade are ast ens ern het ad ar as at en er es or a e s'
).split(' ')
const otherSuffixes: readonly (readonly [suffix: string, kept: string])[] = [
  ['fullt', 'full'],
  ['öst', 'ös'],
  ['lig', ''],
  ['els', ''],
  ['ig', ''],
]

/** Snowball's Swedish stemmer, for a word in lower case. */
export function snowball(word: string): string {
  const start = suffixRegion(word)
  const step1 = withoutMainSuffix(word, start)
  const step2 = /(?:dd|gd|nn|dt|gt|kt|tt)$/.test(step1) && step1.length - 2 >= start ? step1.slice(0, -1) : step1
  for (const [suffix, kept] of otherSuffixes) {
    const at = step2.length - suffix.length
    if (at < start || !step2.endsWith(suffix)) continue
    if (suffix === 'öst' && !/[iklnprtuv]$/.test(step2.slice(0, at))) return step2
    return step2.slice(0, at) + kept
  }
  return step2
}

/** R1 of the algorithm: what follows the first consonant after the first vowel, never before the third letter. */
function suffixRegion(word: string): number {
  if (word.length < 3) return word.length
  let at = 0
  while (at < word.length && !vowels.test(word[at]!)) at++
  while (at < word.length && vowels.test(word[at]!)) at++
  return at >= word.length ? word.length : Math.max(3, at + 1)
}

function withoutMainSuffix(word: string, start: number): string {
  const suffix = mainSuffixes.find((ending) => word.endsWith(ending) && word.length - ending.length >= start)
  if (suffix === undefined) return word
  const rest = word.slice(0, -suffix.length)
  return suffix === 's' && !/[bcdfghjklmnoprtvy]$/.test(rest) ? word : rest
}

// Nouns whose first form already looks bent: dator is no plural of "data", konto no "kontor", intern no "int".
// What stands in the first brackets is the key.
const endings = '(?:n|t|s|ns|ts|e|en|et|ens|ets|er|ers|ern|ar|na|ena|erna|ernas|arna)?$'
const nounsLikeBent: readonly RegExp[] = [
  new RegExp(`^(.*(?:[^t]tor|[^s]sor|(?:fe|ce|pre)ssor))${endings}`),
  new RegExp(`^(.*(?:kont|fot|port|vide|radi|kil|mem|inf|log|aut|kvitt)o)${endings}`),
  new RegExp(`^(.*(?:[^e]r|n)ad)${endings}`),
  new RegExp(`^(.*(?:paket|budget|ticket|internet|staket|intern|extern|licens))(?:a|t)?${endings}`),
  /^(.*els)e(?:n|ns|r|rna|rnas|s)?$/,
  /^(.*[^f]for)$/,
]
const pluralInOr = /(?:kart|res|rut|skjort|vaxt|hals)or(?:na|nas|s)?$/

/** The key of a folded word (see fold). Equal for the forms of one word, and as far as possible only for them. */
export function stem(folded: string): string {
  if (folded.length < 4 || /[^a-z]/.test(folded)) return folded
  for (const noun of nounsLikeBent) {
    const key = noun.exec(folded)?.[1]
    if (key !== undefined && key.length > 3 && !pluralInOr.test(folded)) return key
  }
  let key = settled(snowball(indefinite(folded)))
  for (let round = 0; round < 3; round++) {
    const next = settled(withoutPlural(indefinite(key)))
    if (next === key || next.length < 3) break
    key = next
  }
  return key
}

/** Endings that may stand under another: arvode-n-a, kurs-er. */
function withoutPlural(word: string): string {
  const start = suffixRegion(word)
  const suffix = ['arna', 'erna', 'ar', 'er', 'en', 'a', 'e', 's'].find(
    (ending) => word.endsWith(ending) && word.length - ending.length >= start,
  )
  if (suffix === undefined) return word
  const rest = word.slice(0, -suffix.length)
  return suffix === 's' && !/[bcdfghjklmnoprtvy]$/.test(rest) ? word : rest
}

/** Definite endings that Snowball does not know: nyckel-n, faktura-n, ekonomi-n, nätverk-et. */
function indefinite(word: string): string {
  if (/el(?:n|ns)$/.test(word)) return word.replace(/ns?$/, '')
  if (/(?:(?:om|erg|fon|graf|log|arm|teor|batter|akadem)i|policy|sno|bro|[eiouy]a)ns?$/.test(word))
    return word.replace(/ns?$/, '')
  if (word.endsWith('hets')) return word.slice(0, -1)
  if (/...(?:i|se)ums?$/.test(word)) return word.replace(/ums?$/, '')
  if (/..[a-z]ans?$/.test(word) && !/(?:plan|man|gran|organ|roman|veteran)s?$/.test(word))
    return word.replace(/ns?$/, '')
  if (/.{3}ets?$/.test(word) && !/(?:h|it|lfab)ets?$/.test(word) && vowels.test(word.slice(0, -2))) {
    return word.replace(/ets?$/, '')
  }
  return word
}

/** What differs inside a word when it is bent, and verbs from their nouns: kall-t, rumm-et, nyck(e)l, redovis-ning. */
function settled(word: string): string {
  let key = word
  if (/(?:lt|mt|lld|md)$/.test(key)) key = key.slice(0, -1)
  if (/.{5}ning$/.test(key)) key = key.slice(0, -4)
  else if (/.{5}ing$/.test(key)) key = key.slice(0, -3)
  if (key.length > 3 && /([bdfgklmnprst])\1$/.test(key)) key = key.slice(0, -1)
  if (/..[bcdfghjklmnprstvx]el$/.test(key)) key = `${key.slice(0, -2)}l`
  if (/(?:..[tvpdbgk]|m)r$/.test(key)) key = key.slice(0, -1)
  if (/..[tn]lost$/.test(key)) key = key.slice(0, -1)
  return key
}
