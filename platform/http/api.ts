// The REST door: an op and what serves it. A read runs in a read-only transaction; a write runs as one deed and answers
// with a fresh read afterwards, so the answer shows what was committed and what may be done next.
import type { Deed, Stage, View } from '../act.ts'
import type { AnswerOf, BodyOf, FileOf, Op, OpFacts, ParamsOf, QueryOf } from './op.ts'

export interface Input<F> {
  readonly params: ParamsOf<F>
  readonly query: QueryOf<F>
  readonly body: BodyOf<F>
  /** Present when the op takes one. */
  readonly file: FileOf<F>
  /** The version the caller saw (If-Match); present when the op is versioned. */
  readonly version: number
  readonly lang: 'sv' | 'en'
  /** For what lives by the installation and not by the tenant's day: addresses of files. */
  readonly stage: Stage
}

export interface ServedOp {
  readonly op: Op
  readonly read?: (view: View, input: Input<OpFacts>) => Promise<unknown>
  readonly write?: (deed: Deed, input: Input<OpFacts>) => Promise<unknown>
  readonly answer?: (view: View, result: unknown, input: Input<OpFacts>) => Promise<unknown>
}

export interface Api {
  read<F extends OpFacts>(op: F, run: (view: View, input: Input<F>) => Promise<AnswerOf<F>>): void
  write<F extends OpFacts, R>(
    op: F,
    run: (deed: Deed, input: Input<F>) => Promise<R>,
    ...answer: AnswerOf<F> extends undefined ? [] : [(view: View, result: R, input: Input<F>) => Promise<AnswerOf<F>>]
  ): void
}

export function collectOps(declare: ((api: Api) => void)[]): ServedOp[] {
  const served: ServedOp[] = []
  const api: Api = {
    read: (op, run) => {
      served.push({ op, read: run })
    },
    write: (op, run, ...answer) => {
      served.push({
        op,
        write: run,
        ...(answer[0] ? { answer: answer[0] as NonNullable<ServedOp['answer']> } : {}),
      })
    },
  }
  for (const routes of declare) routes(api)
  return served
}
