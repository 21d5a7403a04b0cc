import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { identityNumberText, maskedIdentityNumber, readIdentityNumber, shortIdentityNumber } from './identity-number.ts'
import { luhnDigit, passesLuhn } from './luhn.ts'
import { organisationNumberText, readOrganisationNumber, vatNumber } from './organisation-number.ts'
import { valueOf } from './reading.ts'
import { TEST_COORDINATION_NUMBERS, TEST_ORGANISATION_NUMBERS, TEST_PERSONAL_NUMBERS } from './test-numbers.ts'

const today = Temporal.PlainDate.from('2012-10-03')
const read = (text: string, on = today) => valueOf(readIdentityNumber(text, on), 'person')

describe('identity numbers', () => {
  test('every test number passes, twelve digits in and out', () => {
    for (const digits of TEST_PERSONAL_NUMBERS) expect(read(digits)).toMatchObject({ kind: 'personal', digits })
    for (const digits of TEST_COORDINATION_NUMBERS) expect(read(digits)).toMatchObject({ kind: 'coordination', digits })
  })

  test('a coordination number holds the day + 60', () => {
    expect(read('19140168-2396').birthDate.toString()).toBe('1914-01-08')
  })

  test('ten digits take the latest possible century; plus is a hundred years', () => {
    expect(read('900602-2397').digits).toBe('199006022397')
    expect(read('000102-2391').digits).toBe('200001022391')
    expect(read('900101+9802').digits).toBe('189001019802')
    expect(read('121212+1212').digits).toBe('191212121212')
    expect(read('121212-1212').birthDate.year).toBe(1912)
    expect(read('121212-1212', Temporal.PlainDate.from('2012-12-12')).birthDate.year).toBe(2012)
  })

  test('what is shown reads back', () => {
    for (const digits of [...TEST_PERSONAL_NUMBERS, ...TEST_COORDINATION_NUMBERS]) {
      const number = read(digits)
      expect(read(identityNumberText(number)).digits).toBe(digits)
      expect(read(shortIdentityNumber(number, today)).digits).toBe(digits)
      expect(maskedIdentityNumber(number)).toBe(`${digits.slice(0, 8)}-••••`)
    }
  })

  test('every single wrong digit is caught', () => {
    for (const digits of TEST_PERSONAL_NUMBERS) {
      for (let i = 2; i < 12; i += 1) {
        const wrong = digits.slice(0, i) + ((Number(digits[i]) + 1) % 10) + digits.slice(i + 1)
        expect(readIdentityNumber(wrong, today).ok, wrong).toBe(false)
      }
    }
  })

  test.each(['', '19900230-0000', '20130101-2399', '1990-06-02-2397', '199006622397x', 'NNNNNN-NNNN'])(
    'refuses %j and keeps it',
    (printed) => {
      expect(readIdentityNumber(printed, today)).toMatchObject({ ok: false, printed })
    },
  )

  test('any text is answered, never thrown at', () => {
    fc.assert(fc.property(fc.string(), (text) => void [readIdentityNumber(text, today), readOrganisationNumber(text)]))
  })
})

describe('organisation numbers', () => {
  test('with and without hyphen and 16', () => {
    for (const digits of TEST_ORGANISATION_NUMBERS) {
      for (const form of [digits, organisationNumberText(digits), `16${digits}`]) {
        expect(readOrganisationNumber(form)).toEqual({ ok: true, value: digits })
      }
      expect(vatNumber(digits)).toBe(`SE${digits}01`)
    }
  })

  test('a sole trader’s number is a personal number and is not taken', () => {
    const reading = readOrganisationNumber('900602-2397')
    expect(reading.ok ? '' : reading.en).toContain('personal identity number')
  })

  test('a wrong check digit', () => expect(readOrganisationNumber('212000-9995').ok).toBe(false))
})

test('Luhn: the digit added always passes', () => {
  fc.assert(fc.property(fc.stringMatching(/^\d{1,30}$/), (digits) => passesLuhn(digits + luhnDigit(digits))))
})
