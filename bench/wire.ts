// How the driver itself writes a value for the wire; not part of its declared types.
import { createRequire } from 'node:module'

interface DriverWords {
  prepareValue(value: unknown): string | Buffer | null | undefined
}

export function utilsOf(): DriverWords {
  return createRequire(import.meta.url)('pg/lib/utils.js') as DriverWords
}
