// What the test threads and the global setup agree on.

/** Migrated and never connected to, so that it can be cloned. */
export const templateDatabase = 'kontoret'
/** The one all tests share, each file in a tenant of its own. */
export const sharedDatabase = 'kontoret_tests'

export type DeskAnswer = { readonly url: string } | { readonly error: string }

declare module 'vitest' {
  interface ProvidedContext {
    databaseDesk: string
  }
}
