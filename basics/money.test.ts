import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  allocate,
  amountText,
  divideRounded,
  instalments,
  kronor,
  lineAmount,
  quantityText,
  readKronor,
} from './money.ts'

const sum = (parts: readonly bigint[]) => parts.reduce((a, b) => a + b, 0n)
const amount = fc.bigInt({ min: -(10n ** 15n), max: 10n ** 15n })
const weights = fc
  .array(fc.bigInt({ min: 0n, max: 10n ** 9n }), { minLength: 1, maxLength: 30 })
  .filter((list) => list.some((weight) => weight > 0n))

describe('allocate', () => {
  test('the parts sum to the amount, negative amounts too', () => {
    fc.assert(fc.property(amount, weights, (ore, list) => sum(allocate(ore, list)) === ore))
  })

  test('every part is within one öre of its exact share', () => {
    fc.assert(
      fc.property(amount, weights, (ore, list) => {
        const total = sum(list)
        return allocate(ore, list).every((part, i) => {
          const off = part * total - ore * (list[i] ?? 0n)
          return off < total && off > -total
        })
      }),
    )
  })

  test('a reversal undoes its charge, party by party', () => {
    fc.assert(
      fc.property(amount, weights, (ore, list) => {
        const back = allocate(-ore, list)
        return allocate(ore, list).every((part, i) => part + (back[i] ?? 1n) === 0n)
      }),
    )
  })

  test('nobody with weight 0 pays, and a heavier weight never pays less', () => {
    fc.assert(
      fc.property(amount, weights, (ore, list) => {
        const whole = ore < 0n ? -ore : ore
        const parts = allocate(whole, list)
        return list.every((w, i) =>
          list.every((v, j) => (w === 0n ? parts[i] === 0n : w <= v || (parts[i] ?? 0n) >= (parts[j] ?? 0n))),
        )
      }),
    )
  })

  test('ties go in the stated order', () => {
    expect(allocate(100n, [1n, 1n, 1n])).toEqual([34n, 33n, 33n])
    expect(allocate(-100n, [1n, 1n, 1n])).toEqual([-34n, -33n, -33n])
    expect(allocate(5n, [1n, 1n])).toEqual([3n, 2n])
  })

  test('the printed key 54.6/45.4', () => expect(allocate(1_000_01n, [546n, 454n])).toEqual([54_601n, 45_400n]))

  test('a key without weight is refused', () => {
    expect(() => allocate(1n, [])).toThrow(/key_without_weight/)
    expect(() => allocate(1n, [0n, 0n])).toThrow(/key_without_weight/)
    expect(() => allocate(1n, [2n, -1n])).toThrow(/key_without_weight/)
  })
})

describe('instalments', () => {
  test('HS-182 6.2 mnkr in 12 gives 11 × 516 666.67 and 516 666.63', () => {
    const parts = instalments(620_000_000n, 12)
    expect(parts.slice(0, 11).every((part) => part === 51_666_667n)).toBe(true)
    expect(parts[11]).toBe(51_666_663n)
    expect(sum(parts)).toBe(620_000_000n)
  })

  test('they sum to the whole and all but the last are equal', () => {
    fc.assert(
      fc.property(amount, fc.integer({ min: 1, max: 120 }), (ore, n) => {
        const parts = instalments(ore, n)
        return parts.length === n && sum(parts) === ore && new Set(parts.slice(0, -1)).size <= 1
      }),
    )
  })

  test('0 and 1,201 instalments are refused', () => {
    expect(() => instalments(1n, 0)).toThrow(/instalments/)
    expect(() => instalments(1n, 1201)).toThrow(/instalments/)
  })
})

describe('lineAmount', () => {
  test('125 öre per 10 pages, 7 pages', () => expect(lineAmount({ amountOre: 125n, per: 10n }, 7000n)).toBe(88n))
  test('1.5 hours at 500 kr', () => expect(lineAmount({ amountOre: 50_000n, per: 1n }, 1500n)).toBe(75_000n))
  test('a half goes away from zero, once', () => {
    expect(lineAmount({ amountOre: 1n, per: 1n }, 500n)).toBe(1n)
    expect(lineAmount({ amountOre: 1n, per: 1n }, -500n)).toBe(-1n)
    expect(divideRounded(-5n, 2n)).toBe(-3n)
  })
  test('one line is rounded once: thirds of an öre do not gather', () => {
    expect(lineAmount({ amountOre: 1n, per: 3n }, 3_000n * 1000n)).toBe(1000n)
  })
  test('rounding is symmetric and never off by more than a half', () => {
    fc.assert(
      fc.property(amount, fc.bigInt({ min: 1n, max: 10n ** 6n }), (n, d) => {
        const rounded = divideRounded(n, d)
        const off = 2n * (rounded * d - n)
        return divideRounded(-n, d) === -rounded && off <= d && off >= -d
      }),
    )
  })
})

describe('words', () => {
  test('as the design language writes it', () => {
    expect(kronor(123_450n, 'sv')).toBe('1\u00a0234,50\u00a0kr')
    expect(kronor(-123_450n, 'sv')).toBe('\u22121\u00a0234,50\u00a0kr')
    expect(kronor(123_450n, 'en')).toBe('1,234.50\u00a0SEK')
    expect(kronor(5n, 'sv')).toBe('0,05\u00a0kr')
    expect(kronor(123_450n, 'sv', 'kr')).toBe('1\u00a0235\u00a0kr')
    expect(kronor(10_200_000n, 'sv', 'tkr')).toBe('102\u00a0tkr')
    expect(kronor(620_000_000n, 'sv', 'mnkr')).toBe('6,2\u00a0mnkr')
    expect(amountText(100n, 'sv')).toBe('1,00')
    expect([1500n, 2000n, 10_000n, 0n, 125n, -2500n].map((q) => quantityText(q, 'sv'))).toEqual([
      '1,5',
      '2',
      '10',
      '0',
      '0,125',
      '\u22122,5',
    ])
  })

  test.each([
    ['1 234,50', 123_450n],
    ['1\u00a0234,50 kr', 123_450n],
    ['1234,5', 123_450n],
    ['1234.50', 123_450n],
    ['1.234,50', 123_450n],
    ['1.234.567', 123_456_700n],
    ['\u221212', -1200n],
    ['-0,05', -5n],
    ['1 234,50-', -123_450n],
    ['5 000 kronor', 500_000n],
    ['500:-', 50_000n],
    ['0', 0n],
  ])('reads %j', (text, ore) => expect(readKronor(text)).toEqual({ ok: true, value: ore }))

  test.each(['', 'kr', '12,345', '1 23', '12 3456', '1,2,3', '--5', '-5-', '1e5', 'tolv', '9'.repeat(40), '1.23.456'])(
    'does not guess %j',
    (text) => expect(readKronor(text)).toMatchObject({ ok: false, printed: text }),
  )

  test('an ambiguous point is asked about', () => {
    expect(readKronor('1.234')).toMatchObject({ ok: false, printed: '1.234', proposal: 123_400n })
  })

  test('what we write we can read', () => {
    fc.assert(
      fc.property(amount, (ore) => {
        const read = readKronor(kronor(ore, 'sv'))
        return read.ok && read.value === ore
      }),
    )
  })
})
