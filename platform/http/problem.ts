// The one mapping from what went wrong to what is said: application/problem+json for programs, words for pages.
import { absent, Refusal } from '#basics/refusal'
import type { Lang } from '../actor.ts'

export interface ProblemAnswer {
  readonly type: string
  readonly title: string
  readonly status: number
  readonly code: string
  readonly detail: string
  readonly errors?: readonly { field: string; detail: string }[]
  readonly trace?: string
}

const titles: Record<number, { sv: string; en: string }> = {
  400: { sv: 'Begäran gick inte att läsa', en: 'The request could not be read' },
  401: { sv: 'Logga in', en: 'Sign in' },
  403: { sv: 'Du har inte rätt till detta', en: 'You may not do this' },
  404: { sv: 'Finns inte', en: 'Not found' },
  405: { sv: 'Går inte att göra så', en: 'Not possible this way' },
  409: { sv: 'Det går inte just nu', en: 'Not possible right now' },
  412: { sv: 'Någon hann före', en: 'Someone else was faster' },
  413: { sv: 'För stort', en: 'Too large' },
  415: { sv: 'Fel slag av innehåll', en: 'Wrong kind of content' },
  422: { sv: 'Något behöver rättas', en: 'Something needs correcting' },
  428: { sv: 'Säg vilken version du såg', en: 'Say which version you saw' },
  429: { sv: 'För många försök', en: 'Too many attempts' },
}

/** PostgreSQL errors that bad input or a race can cause; the answer never reveals a hidden row. */
const storage: Record<string, { status: number; code: string; sv: string; en: string }> = {
  '23505': {
    status: 409,
    code: 'already_exists',
    sv: 'Det finns redan. Ändra det som finns i stället.',
    en: 'It exists already. Change the existing one instead.',
  },
  '23503': {
    status: 422,
    code: 'unknown_reference',
    sv: 'Något du hänvisar till finns inte.',
    en: 'Something you refer to does not exist.',
  },
  '23P01': {
    status: 409,
    code: 'overlaps',
    sv: 'Perioden krockar med en som redan finns. Avsluta den först.',
    en: 'The period overlaps an existing one. End that one first.',
  },
  '23514': {
    status: 422,
    code: 'not_allowed_value',
    sv: 'Ett värde är inte tillåtet. Kontrollera fälten.',
    en: 'A value is not allowed. Check the fields.',
  },
  '22003': { status: 422, code: 'out_of_range', sv: 'Ett tal är för stort.', en: 'A number is too large.' },
  '22P05': {
    status: 422,
    code: 'bad_characters',
    sv: 'Texten har tecken som inte går att spara.',
    en: 'The text has characters that cannot be stored.',
  },
  '22021': {
    status: 422,
    code: 'bad_characters',
    sv: 'Texten har tecken som inte går att spara.',
    en: 'The text has characters that cannot be stored.',
  },
  '40001': {
    status: 409,
    code: 'try_again',
    sv: 'Någon annan ändrade samtidigt. Försök igen.',
    en: 'Someone changed it at the same time. Try again.',
  },
  '40P01': {
    status: 409,
    code: 'try_again',
    sv: 'Någon annan ändrade samtidigt. Försök igen.',
    en: 'Someone changed it at the same time. Try again.',
  },
}

const framework: Record<string, { status: number; code: string; sv: string; en: string }> = {
  FST_ERR_CTP_BODY_TOO_LARGE: {
    status: 413,
    code: 'too_large',
    sv: 'Det du skickar är för stort. Dela upp det.',
    en: 'What you send is too large. Split it.',
  },
  FST_REQ_FILE_TOO_LARGE: {
    status: 413,
    code: 'too_large',
    sv: 'Filen är för stor. Största storlek är 20 MB.',
    en: 'The file is too large. The limit is 20 MB.',
  },
  FST_ERR_CTP_INVALID_MEDIA_TYPE: {
    status: 415,
    code: 'media_type',
    sv: 'Skicka application/json.',
    en: 'Send application/json.',
  },
  FST_ERR_CTP_EMPTY_JSON_BODY: {
    status: 400,
    code: 'not_json',
    sv: 'Innehållet är tomt. Skicka giltig JSON.',
    en: 'The body is empty. Send valid JSON.',
  },
  FST_ERR_CTP_INVALID_JSON_BODY: {
    status: 400,
    code: 'not_json',
    sv: 'Innehållet är inte giltig JSON.',
    en: 'The body is not valid JSON.',
  },
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: {
    status: 400,
    code: 'bad_length',
    sv: 'Längden stämmer inte med innehållet.',
    en: 'The length does not match the body.',
  },
}

/** A refusal as it is, a storage error in plain words, anything else undefined (a fault of ours: 500). */
export function asRefusal(error: unknown): Refusal | undefined {
  if (error instanceof Refusal) return error
  const code = error instanceof Error ? (error as Error & { code?: unknown }).code : undefined
  if (typeof code !== 'string') return statusRefusal(error)
  const known = storage[code] ?? framework[code]
  return known ? new Refusal({ ...known, ...fieldOf(error as StorageError) }) : statusRefusal(error)
}

interface StorageError extends Error {
  readonly table?: string
  readonly constraint?: string
}

/** The field that a refused reference or value stands in, told by the constraint's name: never the value itself. */
function fieldOf({ table, constraint }: StorageError): { field?: string } {
  const found = /_tenant_id_(\w+?)_fkey\d*$/.exec(constraint ?? '') ?? /^(\w+)_check\d*$/.exec(constraint ?? '')
  const column = found?.[1]?.replace(new RegExp(`^${table}_?`), '')
  return column ? { field: column.replaceAll(/_(\w)/g, (_, first: string) => first.toUpperCase()) } : {}
}

function statusRefusal(error: unknown): Refusal | undefined {
  const status = error instanceof Error ? (error as Error & { statusCode?: unknown }).statusCode : undefined
  if (typeof status !== 'number' || status < 400 || status > 499) return undefined
  if (status === 404) return new Refusal(absent)
  return new Refusal({
    status,
    code: 'bad_request',
    sv: 'Begäran gick inte att läsa. Kontrollera den.',
    en: 'The request could not be read. Check it.',
  })
}

export function problemOf(refusal: Refusal, lang: Lang): ProblemAnswer {
  return {
    type: `https://kontoret.example/problems/${refusal.code}`,
    title: titleOf(refusal.status, lang),
    status: refusal.status,
    code: refusal.code,
    detail: refusal.words[lang],
    ...(refusal.problems.length > 0
      ? { errors: refusal.problems.map((p) => ({ field: p.field, detail: p[lang] })) }
      : {}),
  }
}

export function faultProblem(lang: Lang, trace: string): ProblemAnswer {
  return {
    type: 'about:blank',
    title: lang === 'sv' ? 'Något gick fel hos oss' : 'Something went wrong on our side',
    status: 500,
    code: 'fault',
    detail:
      lang === 'sv'
        ? 'Felet är antecknat. Inget halvt är sparat. Försök igen.'
        : 'The fault is recorded. Nothing is half saved. Try again.',
    trace,
  }
}

export function titleOf(status: number, lang: Lang): string {
  return titles[status]?.[lang] ?? (lang === 'sv' ? 'Det gick inte' : 'It did not work')
}
