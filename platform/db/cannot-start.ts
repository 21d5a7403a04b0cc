// Why the program cannot start, in one sentence for the person at the keyboard. The entry point prints the message
// alone, without a stack, and exits with 1.

export class CannotStart extends Error {
  constructor(sentence: string, cause?: unknown) {
    super(sentence, cause === undefined ? undefined : { cause })
    this.name = 'CannotStart'
  }
}

/** The short reason of a failed system call or query: its code where it has one, else its text. */
export function reasonOf(error: unknown): string {
  if (error instanceof AggregateError && error.errors.length > 0) return reasonOf(error.errors[0])
  if (!(error instanceof Error)) return String(error)
  const code = (error as NodeJS.ErrnoException).code
  const systemCode = code !== undefined && /^E[A-Z]+$/.test(code)
  return systemCode ? code : error.message
}
