// Who asks: the session cookie, read once per request; and the guard against forged posts from other sites.
import type { FastifyReply, FastifyRequest } from 'fastify'
import { refuse } from '#basics/refusal'
import type { Stage } from '../act.ts'
import type { Lang } from '../actor.ts'
import { systemClock } from '../clock.ts'
import type { SignedIn } from '../identity/reach.ts'
import { bySession } from '../identity/reach.ts'
import { noteSeen, tokenHash } from '../identity/sessions.ts'

const plainName = 'kontoret'
const secureName = '__Host-kontoret'

export interface CookieRules {
  /** Behind https: the __Host- name and Secure. */
  readonly secure: boolean
}

export function cookies(request: FastifyRequest): ReadonlyMap<string, string> {
  const found = new Map<string, string>()
  for (const part of (request.headers.cookie ?? '').split(';')) {
    const [name = '', ...value] = part.trim().split('=')
    if (name) found.set(name, value.join('='))
  }
  return found
}

export function sessionToken(request: FastifyRequest, rules: CookieRules): string | undefined {
  const token = cookies(request).get(rules.secure ? secureName : plainName)
  return token && /^[\w-]{43}$/.test(token) ? token : undefined
}

export function setCookie(
  reply: FastifyReply,
  name: string,
  value: string,
  rules: CookieRules,
  options: { readable?: boolean; maxAgeSeconds?: number } = {},
): void {
  const parts = [`${name}=${value}`, 'Path=/', 'SameSite=Lax']
  if (!options.readable) parts.push('HttpOnly')
  if (rules.secure) parts.push('Secure')
  if (options.maxAgeSeconds !== undefined) parts.push(`Max-Age=${options.maxAgeSeconds}`)
  reply.header('set-cookie', parts.join('; '))
}

export function setSession(reply: FastifyReply, token: string, rules: CookieRules): void {
  setCookie(reply, rules.secure ? secureName : plainName, token, rules)
}

export function clearSession(reply: FastifyReply, rules: CookieRules): void {
  setCookie(reply, rules.secure ? secureName : plainName, '', rules, { maxAgeSeconds: 0 })
}

export async function signedIn(
  stage: Stage,
  request: FastifyRequest,
  rules: CookieRules,
): Promise<SignedIn | undefined> {
  const token = sessionToken(request, rules)
  if (!token) return undefined
  const at = (stage.clock ?? systemClock)()
  const who = await bySession(stage.floor, tokenHash(token), at)
  if (who) await noteSeen(stage.floor, who.tenant.tenantId, token, who.seenAt, at)
  return who
}

/** Language: the chosen cookie, else what the browser asks for, else the tenant's. */
export function langOf(request: FastifyRequest, fallback: Lang = 'sv'): Lang {
  const chosen = cookies(request).get('lang')
  if (chosen === 'sv' || chosen === 'en') return chosen
  const asked = request.headers['accept-language']?.toLowerCase() ?? ''
  if (asked.startsWith('sv')) return 'sv'
  if (asked.startsWith('en')) return fallback === 'sv' && asked.includes('sv') ? 'sv' : 'en'
  return fallback
}

export function themeOf(request: FastifyRequest): 'light' | 'dark' | undefined {
  const chosen = cookies(request).get('theme')
  return chosen === 'light' || chosen === 'dark' ? chosen : undefined
}

/** A write must come from our own pages: the browser says so itself, and older ones send Origin. */
export function refuseForeignSite(request: FastifyRequest): void {
  const site = request.headers['sec-fetch-site']
  if (site === 'same-origin' || site === 'none') return
  const origin = request.headers.origin
  if (site === undefined && (origin === undefined || sameHost(origin, request.headers.host))) return
  refuse({
    code: 'foreign_site',
    status: 403,
    sv: 'Begäran kom från en annan webbplats. Öppna sidan här och försök igen.',
    en: 'The request came from another site. Open the page here and try again.',
  })
}

function sameHost(origin: string, host: string | undefined): boolean {
  try {
    return new URL(origin).host === host
  } catch {
    return false
  }
}
