// One operation of the API: its path, its shapes and who may. Route, OpenAPI document and typed client derive from it.
import type { SentFile } from './site.ts'
import type { Static, TObject, TSchema } from './shape.ts'

export type Method = 'GET' | 'POST' | 'PUT' | 'DELETE'

export interface OpFacts {
  /** Unique camelCase name, the operationId. */
  readonly id: string
  readonly method: Method
  /** Below /api/v1, parameters in braces: `/cases/{caseId}/closure`. */
  readonly path: string
  readonly summary: string
  readonly tag: string
  /** The verb of the access table, or 'public'. */
  readonly access: string
  readonly params?: TObject
  readonly query?: TObject
  readonly body?: TSchema
  readonly answer?: TSchema
  /** The body is one file, as multipart/form-data with the part `file`. */
  readonly upload?: true
  /** 200 unless told; 204 without answer. */
  readonly status?: 200 | 201 | 204
  /** The update says which version it saw: If-Match is required. */
  readonly versioned?: boolean
  readonly example?: unknown
}

export type Op<F extends OpFacts = OpFacts> = F

export const op = <const F extends OpFacts>(facts: F): F => facts

type Shape<F, K extends string> = F extends Record<K, infer S> ? (S extends TSchema ? Static<S> : undefined) : undefined
export type ParamsOf<F> = Shape<F, 'params'>
export type QueryOf<F> = Shape<F, 'query'>
export type BodyOf<F> = Shape<F, 'body'>
export type FileOf<F> = F extends { upload: true } ? SentFile : undefined
export type AnswerOf<F> = F extends { answer: infer S extends TSchema } ? Static<S> : undefined
