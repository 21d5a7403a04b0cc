// The one expected error. A refusal says what is wrong and what to do, in Swedish and English, and names the field
// where there is one. It is thrown, so the transaction it is thrown in always rolls back; it is mapped once to
// application/problem+json (platform/http) and once to words on a page.

export interface Words {
  readonly sv: string
  readonly en: string
}

export interface FieldProblem extends Words {
  /** Path of the field as the caller knows it, e.g. `answers.room` or `quantity`. */
  readonly field: string
}

export interface RefusalFacts extends Words {
  /** Stable, lower_snake_case; part of the contract. */
  readonly code: string
  /** HTTP status; 4xx only. */
  readonly status: number
  readonly field?: string
  /** Several fields wrong at once; `sv`/`en` above then speak of all of them. */
  readonly problems?: readonly FieldProblem[]
}

export class Refusal extends Error {
  readonly code: string
  readonly status: number
  readonly words: Words
  readonly field: string | undefined
  readonly problems: readonly FieldProblem[]

  constructor(facts: RefusalFacts) {
    super(`${facts.code}: ${facts.en}`)
    this.name = 'Refusal'
    this.code = facts.code
    this.status = facts.status
    this.words = { sv: facts.sv, en: facts.en }
    this.field = facts.field
    this.problems = facts.problems ?? (facts.field ? [{ field: facts.field, sv: facts.sv, en: facts.en }] : [])
  }
}

/** Throws. A verb never continues past a refusal and never returns one. */
export function refuse(facts: RefusalFacts): never {
  throw new Refusal(facts)
}

/** Foreign equals non-existing, byte for byte: the same words whatever the reason. */
export const absent: RefusalFacts = {
  code: 'not_found',
  status: 404,
  sv: 'Det du söker finns inte, eller så har du inte rätt att se det.',
  en: 'What you are looking for does not exist, or you may not see it.',
}

export function notFound(): never {
  return refuse(absent)
}

export function forbidden(verb: string): never {
  return refuse({
    code: 'forbidden',
    status: 403,
    sv: 'Du har inte rätt att göra detta. Be den som ansvarar för enheten om hjälp.',
    en: `You may not do this (${verb}). Ask the person responsible for the unit for help.`,
  })
}

/** Someone changed the thing after the caller read it; the caller's text is kept by the page. */
export function lostRace(): never {
  return refuse({
    code: 'changed_since',
    status: 412,
    sv: 'Någon hann före. Läs den nya versionen och försök igen; din text finns kvar.',
    en: 'Someone else was faster. Read the new version and try again; your text is kept.',
  })
}

/** Collects field problems so that a form shows all of them at once; `done()` throws if there is any. */
export class Problems {
  readonly #found: FieldProblem[] = []

  add(field: string, sv: string, en: string): void {
    this.#found.push({ field, sv, en })
  }

  get count(): number {
    return this.#found.length
  }

  done(): void {
    if (this.#found.length === 0) return
    const n = this.#found.length
    refuse({
      code: 'invalid_input',
      status: 422,
      sv: n === 1 ? 'Ett fält behöver rättas.' : `${n} fält behöver rättas.`,
      en: n === 1 ? 'One field needs correcting.' : `${n} fields need correcting.`,
      problems: this.#found,
    })
  }
}
