// Passwords: native argon2id with OWASP's parameters (19 MiB, 2 passes), stored as a PHC string; compared in constant time.
import { argon2, randomBytes, timingSafeEqual } from 'node:crypto'
import { promisify } from 'node:util'
import { refuse } from '#basics/refusal'

const derive = promisify(argon2)
const memoryKib = 19_456
const passes = 2

async function tag(password: string, nonce: Buffer): Promise<Buffer> {
  return derive('argon2id', {
    message: Buffer.from(password.normalize('NFC')),
    nonce,
    parallelism: 1,
    tagLength: 32,
    memory: memoryKib,
    passes,
  })
}

export async function hashPassword(password: string): Promise<string> {
  if (password.length < 12)
    refuse({
      code: 'password_too_short',
      status: 422,
      field: 'password',
      sv: 'Välj ett lösenord med minst 12 tecken.',
      en: 'Choose a password of at least 12 characters.',
    })
  if (password.length > 200)
    refuse({
      code: 'password_too_long',
      status: 422,
      field: 'password',
      sv: 'Välj ett lösenord med högst 200 tecken.',
      en: 'Choose a password of at most 200 characters.',
    })
  const nonce = randomBytes(16)
  const hash = await tag(password, nonce)
  return `$argon2id$v=19$m=${memoryKib},t=${passes},p=1$${nonce.toString('base64url')}$${hash.toString('base64url')}`
}

/** Takes as long for an unknown account as for a known one: without a stored hash a decoy is computed. */
export async function passwordMatches(password: string, stored: string | null): Promise<boolean> {
  const [, , , , nonce = randomBytes(16).toString('base64url'), hash = ''] = (stored ?? '').split('$')
  const computed = await tag(password.slice(0, 200), Buffer.from(nonce, 'base64url'))
  const expected = Buffer.from(hash, 'base64url')
  return expected.length === computed.length && timingSafeEqual(expected, computed)
}
