// Two roles. The owner signs in with DATABASE_URL, owns every table and runs migrations. `kontoret_app` serves people:
// it owns nothing and cannot pass by row-level security. Where we may, it signs in with a password of its own, derived
// from the owner's, so that every process with the same DATABASE_URL finds the same one and nothing need be stored;
// where we may not, the owner's connection takes the role from its first moment.

import { createHmac } from 'node:crypto'
import { Client, type Pool } from 'pg'
import { CannotStart, reasonOf } from './cannot-start.ts'

export const appRole = 'kontoret_app'

/** How the app connects: with its own sign-in, or with the owner's and `role` set. */
export interface AppSignIn {
  readonly url: string
  readonly role: string | undefined
}

export async function ensureAppRole(owner: Pool, ownerUrl: string): Promise<AppSignIn> {
  const isNew = await createRole(owner)
  await refuseStrongRole(owner)
  const url = appUrl(ownerUrl)
  if (url !== undefined) {
    if (!isNew && (await canSignIn(url))) return { url, role: undefined }
    if ((await setPassword(owner, url)) && (await canSignIn(url))) return { url, role: undefined }
  }
  const member = await owner.query<{ may: boolean }>(`select pg_has_role(current_user, '${appRole}', 'SET') as may`)
  if (!member.rows[0]?.may) {
    // The creator of a role administers it and may join it (PostgreSQL 16).
    await owner.query(`grant ${appRole} to current_user`).catch((error: unknown) => {
      throw new CannotStart(
        `The database user may not act as ${appRole}; ask the database's administrator to run: grant ${appRole} to that user.`,
        error,
      )
    })
  }
  return { url: ownerUrl, role: appRole }
}

async function createRole(owner: Pool): Promise<boolean> {
  const found = await owner.query('select from pg_roles where rolname = $1', [appRole])
  if (found.rowCount === 1) return false
  try {
    await owner.query(`create role ${appRole} login nobypassrls`)
    return true
  } catch (error) {
    // 42710, 23505: another process made it in the same moment.
    if (['42710', '23505'].includes((error as { code?: string }).code ?? '')) return false
    throw new CannotStart(
      `The database user may not create roles (${reasonOf(error)}); ask the database's administrator to run: ` +
        `create role ${appRole} login; grant ${appRole} to that user.`,
      error,
    )
  }
}

/** A role that row-level security does not bind would open every tenant to everyone. */
async function refuseStrongRole(owner: Pool): Promise<void> {
  const strong = await owner.query(
    `select from pg_roles where rolname = $1 and (rolsuper or rolbypassrls or rolcreaterole or rolreplication)`,
    [appRole],
  )
  if (strong.rowCount === 1) {
    throw new CannotStart(
      `The role ${appRole} has rights that pass by row-level security; run: ` +
        `alter role ${appRole} nosuperuser nobypassrls nocreaterole noreplication.`,
    )
  }
}

function appUrl(ownerUrl: string): string | undefined {
  const url = parseUrl(ownerUrl)
  if (url.password === '') return undefined
  const password = createHmac('sha256', decodeURIComponent(url.password)).update(appRole).digest('base64url')
  url.username = appRole
  url.password = password
  return restoreUrl(url)
}

// A URL with an empty host (a Unix socket named in ?host=) cannot carry a user name by the URL standard, so it wears a
// host of no meaning while we work on it.
const noHost = 'socket.invalid'

export function withHost(text: string): string {
  return text.replace(/^(postgres(?:ql)?:\/\/)((?:[^@/]*@)?)(\/|$)/, `$1$2${noHost}$3`)
}

export function parseUrl(text: string): URL {
  return new URL(withHost(text))
}

function restoreUrl(url: URL): string {
  return url.href.replace(`@${noHost}`, '@').replace(`//${noHost}`, '//')
}

async function canSignIn(url: string): Promise<boolean> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 10_000 })
  client.on('error', () => undefined)
  try {
    await client.connect()
    const who = await client.query<{ user: string }>('select session_user as user')
    await client.end()
    return who.rows[0]?.user === appRole
  } catch {
    return false
  }
}

async function setPassword(owner: Pool, url: string): Promise<boolean> {
  const { password } = parseUrl(url)
  try {
    await owner.query(`alter role ${appRole} login password '${password}'`)
    return true
  } catch (error) {
    // Two processes that do this at once disturb each other; the password is the same, so the other's will do.
    return (error as Error).message.includes('concurrently updated')
  }
}
