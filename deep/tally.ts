// Counts the answers of a walk and keeps what was wrong with them: a fault of ours, another status than was due, a refusal
// that does not say which field.
import type { LightMyRequestResponse } from 'fastify'
import type { Outcome } from './outcome.ts'

export class Tally {
  readonly #byStatus = new Map<number, number>()
  readonly deviations: string[] = []
  #requests = 0

  count(what: string, reply: LightMyRequestResponse, due?: readonly number[]): void {
    const { statusCode } = reply
    this.#requests += 1
    this.#byStatus.set(statusCode, (this.#byStatus.get(statusCode) ?? 0) + 1)
    if (statusCode >= 500) this.deviations.push(`${what}: ${statusCode}`)
    else if (due && !due.includes(statusCode)) this.deviations.push(`${what}: ${statusCode}, due ${due.join('/')}`)
    else if (String(reply.headers['content-type']).includes('problem+json')) this.#problem(what, reply)
  }

  #problem(what: string, reply: LightMyRequestResponse): void {
    const problem = reply.json<{ code?: string; detail?: string; errors?: { field: string }[] }>()
    if (!problem.code || !problem.detail) this.deviations.push(`${what}: a problem without code or words`)
    const fields = (problem.errors ?? []).map(({ field }) => field)
    if ([422, 428].includes(reply.statusCode) && (fields.length === 0 || fields.includes('')))
      this.deviations.push(`${what}: ${reply.statusCode} ${problem.code} names no field`)
  }

  get outcome(): Outcome {
    const statuses = [...this.#byStatus]
      .toSorted(([a], [b]) => a - b)
      .map(([status, n]) => [String(status), n] as const)
    return {
      figures: { requests: this.#requests, ...Object.fromEntries(statuses) },
      deviations: this.deviations,
    }
  }
}
