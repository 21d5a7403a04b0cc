// The words contracts are made of. One schema gives validation, the TypeScript type, OpenAPI and the form's hints.
import type { Static, TObject, TProperties, TSchema } from 'typebox'
import Type from 'typebox'
import { Format } from 'typebox/format'

export type { Static, TObject, TSchema }
export { Type }

// The years an office can mean. Beyond them a calendar may reckon and a database may store, but not the same.
const years = { first: 1800, last: 2999 }
const isDate = (text: string): boolean => {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false
  try {
    const { year } = Temporal.PlainDate.from(text, { overflow: 'reject' })
    return year >= years.first && year <= years.last
  } catch {
    return false
  }
}
const isInstant = (text: string): boolean => {
  try {
    if (!/[zZ]|[+-]\d{2}:?\d{2}$/.test(text)) return false
    const { year } = Temporal.Instant.from(text).toZonedDateTimeISO('UTC')
    return year >= years.first && year <= years.last
  } catch {
    return false
  }
}
Format.Set('date', isDate)
Format.Set('date-time', isInstant)
Format.Set('uuid', (text) => /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/.test(text))

/** An object that takes exactly these fields. */
export const shape = <P extends TProperties>(properties: P, options: { description?: string } = {}) =>
  Type.Object(properties, { ...options, additionalProperties: false })

export const text = (max: number, options: { min?: number; description?: string } = {}) =>
  Type.String({
    minLength: options.min ?? 1,
    maxLength: max,
    ...(options.description ? { description: options.description } : {}),
  })
export const idField = (description?: string) =>
  Type.String({ format: 'uuid', ...(description ? { description } : {}) })
export const day = (description?: string) => Type.String({ format: 'date', ...(description ? { description } : {}) })
export const instant = (description?: string) =>
  Type.String({ format: 'date-time', ...(description ? { description } : {}) })
export const amountOre = (description?: string) =>
  Type.Integer({ minimum: -9e15, maximum: 9e15, description: description ?? 'Amount in öre' })
export const quantityThousandths = () =>
  Type.Integer({ minimum: 1, maximum: 1e12, description: 'Quantity in thousandths: 1.5 is 1500' })
export const oneOf = <const V extends readonly string[]>(values: V, description?: string) =>
  Type.Unsafe<V[number]>({ type: 'string', enum: [...values], ...(description ? { description } : {}) })
export const optional = Type.Optional
export const nullable = <S extends TSchema>(schema: S) => Type.Union([schema, Type.Null()])
export const listOf = <S extends TSchema>(schema: S, max = 1000) => Type.Array(schema, { maxItems: max })

/** A page of a list: rows, where to go on, and a total exact to 10 000. */
export const pageOf = <S extends TSchema>(row: S) =>
  shape({
    rows: Type.Array(row),
    next: nullable(Type.String({ description: 'Cursor for the next page; null at the end' })),
    total: shape({ count: Type.Integer(), exact: Type.Boolean({ description: 'false means 10 000 or more' }) }),
  })
export const pageQuery = {
  cursor: optional(Type.String({ maxLength: 400 })),
  limit: optional(Type.Integer({ minimum: 1, maximum: 200, description: 'Rows per page, 50 unless told' })),
}

export const Problem = Type.Object(
  {
    type: Type.String(),
    title: Type.String(),
    status: Type.Integer(),
    code: Type.String({ description: 'Stable; switch on this' }),
    detail: Type.String({ description: 'What is wrong and what to do, in the language of Accept-Language' }),
    errors: optional(Type.Array(Type.Object({ field: Type.String(), detail: Type.String() }))),
    trace: optional(Type.String()),
  },
  { description: 'application/problem+json (RFC 9457)' },
)
