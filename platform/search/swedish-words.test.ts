// Folding, words and the key of a word.

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { foldedWord, isStopWord, longestWord, snowball, stem, wordsOf } from './swedish-words.ts'

// From PostgreSQL 18's ts_lexize('swedish_stem', …).
const snowballPairs = `
  vaktmästare vaktmäst | vaktmästeri vaktmästeri | skrivarna skriv | datorer dator | dator dat | nätverket nätverket
  skolorna skol | kommunens kommun | arbets arbet | fakturor faktur | kopieringen kopiering | löst löst | höst höst
  kostnadslöst kostnadslös | hjälpfullt hjälpfull | friskt frisk | trasigt tras | möjligheterna möj | ande and
  lägenheter lägen | handlingarnas handling | medborgarens medborg | taxi taxi | as as | ö ö | byggnader byggnad
  jakt jakt | jaktkarlarne jaktkarl | klokaste klok | klokheten klok | kloliknande klolikn | jaktlöjtnant jaktlöjtnant`
  .split(/[|\n]/)
  .map((pair) => pair.trim().split(/\s+/))
  .filter((pair): pair is [string, string] => pair.length === 2)

test.each(snowballPairs)('Snowball: %s → %s', (word, key) => expect(snowball(word)).toBe(key))

const forms = `
nyckel nyckeln nycklar nycklarna nyckelns nycklarnas | dator datorn datorer datorerna datorns
faktura fakturan fakturor fakturorna fakturans | konto kontot konton kontona kontots
kontor kontoret kontoren kontors kontorets | nätverk nätverket nätverken nätverks
skrivare skrivaren skrivarna skrivarens | telefon telefonen telefoner telefonerna telefons
lokal lokalen lokaler lokalerna | element elementet elementen elementens | fönster fönstret fönstren fönsters
rum rummet rummen rummens | hiss hissen hissar hissarna | blankett blanketten blanketter blanketterna
möte mötet möten mötena mötes | ärende ärendet ärenden ärendena | arvode arvodet arvoden arvodena
protokoll protokollet protokollen | avtal avtalet avtalen avtals | lön lönen löner lönerna
server servern servrar servrarna | register registret registren | nummer numret | projektor projektorn projektorer
licens licensen licenser | kopia kopian kopior kopiorna kopiera kopiering | möbel möbeln möbler möblerna möblera
redovisa redovisar redovisning redovisningen redovisningar | upphandla upphandlar upphandling upphandlingarna
beställa beställer beställde beställt beställning beställningar | felanmälan felanmäla felanmäler felanmälningar
betala betalar betalade betalning | kall kallt kalla | varm varmt varma | trasig trasigt trasiga
elektronisk elektroniskt elektroniska | budget budgeten budgetar | paket paketet paketen
vaktmästare vaktmästaren vaktmästarna | vaktmästeri vaktmästeriet | tryckeri tryckeriet tryckerier
ekonomi ekonomin ekonomins | energi energin | säkerhet säkerheten säkerhets | identitet identiteten identiteter
toalett toaletten toaletter | lås låset låsen | lampa lampan lampor lamporna | dörr dörren dörrar
papper papperet pappret papperen | plan planen planer planerna | pension pensionen pensioner pensionerna
glömma glömt glömde glömmer | rekrytera rekrytering rekryteringen | försäkring försäkringar försäkra
utbildning utbildningen utbildningar utbilda | virus viruset | kalender kalendern kalendrar | cykel cykeln cyklar
artikel artikeln artiklar | handling handlingar handlingen | chef chefen chefer cheferna chefens
tjänst tjänsten tjänster tjänsterna | system systemet systemen systemens | enhet enheten enheter enheterna
besiktning besiktningen besiktiga | kvitto kvittot kvitton | karta kartan kartor | kassa kassan kassor
skola skolan skolor skolorna | byggnad byggnaden byggnader | månad månaden månader | bil bilen bilar bilens
hus huset husen | installation installationen installationer | abonnemang abonnemanget abonnemangen
växel växeln växlar | nämnd nämnden nämnder nämnderna | affär affären affärer | kurs kursen kurser
plats platsen platser | maskin maskinen maskiner | styrelse styrelsen styrelser | beslut beslutet besluten
bokföring bokföra bokför | arkiv arkivet arkiven | område området områden områdena | kostnad kostnaden kostnader
intern interna internt | lager lagret lagren | förråd förrådet förråden | process processen processer
kallelse kallelsen kallelser | snö snön | policy policyn | tak taket taken | politiker politikern politikerna
leverantör leverantören leverantörer leverantörernas | program programmet programmen | app appen appar apparna
läsplatta läsplattan läsplattor läsplattorna | resa resan resor resorna | diarium diariet diarier`
  .split(/[|\n]/)
  .map((line) => line.trim().split(/\s+/))
  .filter((line) => line.length > 1)

test.each(forms)('the forms of %s meet in one key', (...words) => {
  const keys = new Set(words.map((word) => stem(foldedWord(word))))
  expect([...keys]).toHaveLength(1)
})

test('the keys of different words stay apart', () => {
  const owner = new Map<string, string>()
  for (const [word] of forms) {
    const key = stem(foldedWord(word!))
    expect([key, owner.get(key)]).toEqual([key, undefined])
    owner.set(key, word!)
  }
})

test('words typed with and without dots are the same', () => {
  for (const [dotted, plain] of [
    ['Återvinning', 'atervinning'],
    ['SNÖRÖJNING', 'snorojning'],
    ['idé', 'ide'],
    ['lo\u0308n', 'lön'],
  ]) {
    expect(foldedWord(dotted!)).toBe(foldedWord(plain!))
  }
})

test('letters of mathematics, full width and circles are the letters they look like', () => {
  expect(['𝐀', 'Ｌön', 'Ⓝyckel', 'İ', 'ﬁl'].map(foldedWord)).toEqual(['a', 'lon', 'nyckel', 'i', 'fil'])
})

test('a hyphen joins: the word is known joined and by its parts', () => {
  const [email, broken] = wordsOf('E-post In- och utbetalningar', 10)
  expect(email).toEqual({ written: 'e-post', folded: 'epost', joined: ['e', 'post'] })
  expect(broken).toEqual({ written: 'in', folded: 'in', joined: [] })
})

test('words that say nothing are known, words that do are not among them', () => {
  for (const word of ['och', 'är', 'på', 'behöver', 'mitt', 'funkar'])
    expect(isStopWord(foldedWord(word)), word).toBe(true)
  for (const word of ['ny', 'it', 'el', 'fel', 'lön', 'lån', 'hjälp', 'val'])
    expect(isStopWord(foldedWord(word)), word).toBe(false)
})

test('whatever the text, words are few, short and only letters and digits; folding twice changes nothing', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 300 }), fc.integer({ min: 1, max: 20 }), (text, most) => {
      const words = wordsOf(text, most)
      expect(words.length).toBeLessThanOrEqual(most)
      for (const { folded } of words) {
        expect(folded).toMatch(/^[\p{L}\p{N}]+$/u)
        expect(folded.length).toBeLessThanOrEqual(longestWord)
        expect(foldedWord(folded)).toBe(folded)
        expect(stem(folded)).toMatch(/^[\p{L}\p{N}]+$/u)
      }
    }),
  )
})
