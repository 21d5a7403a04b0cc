// Enhanced forms and links: the same request the browser would make, the answer put in place, the same address in the
// end. Anything unexpected is left to the browser. Every form, enhanced or not, is sent once.

import { parsePage, put, putPage, sameRelease } from './put.ts'
import { announce, say } from './say.ts'
import { word } from './words.ts'

/** Dispatched on a form that the server has accepted. */
export const acceptedEvent = 'kontoret:accepted'

const heldAtMostMs = 8000

let reading: AbortController | undefined
/** A refused form stands on the page with its errors: what is typed there is on no other answer of the server. */
let refused = false

export function startSending(): void {
  document.addEventListener('submit', onSubmit)
  document.addEventListener('click', onClick)
  addEventListener('popstate', () => void load(location.href, false))
  addEventListener('pageshow', () => document.querySelectorAll('form[data-busy]').forEach(release))
  history.replaceState({ put: true }, '')
  focusErrors()
}

function onSubmit(event: SubmitEvent): void {
  const form = event.target
  if (!(form instanceof HTMLFormElement) || event.defaultPrevented) return
  const submitter = event.submitter instanceof HTMLElement ? event.submitter : null
  if ((submitter?.getAttribute('formmethod') ?? form.method) === 'dialog') return
  if (submitter?.getAttribute('aria-disabled') === 'true' || form.dataset['busy'] !== undefined) {
    event.preventDefault()
    return
  }
  if (form.dataset['enhance'] === undefined) {
    // After the browser has read the form, so that the pressed button is sent with it.
    setTimeout(() => hold(form))
    // An answer that is a file leaves the page where it is.
    setTimeout(() => release(form), heldAtMostMs)
    return
  }
  event.preventDefault()
  void send(form, submitter)
}

async function send(form: HTMLFormElement, submitter: HTMLElement | null): Promise<void> {
  const data = new FormData(form, submitter)
  const action = submitter?.getAttribute('formaction') ?? form.getAttribute('action') ?? location.href
  const url = new URL(action, location.href)
  if (form.method !== 'post') {
    url.search = new URLSearchParams(textOnly(data)).toString()
    closeAround(form)
    return load(url.href, true)
  }
  hold(form)
  try {
    const body = form.enctype === 'multipart/form-data' ? data : new URLSearchParams(textOnly(data))
    await receive(await fetch(url, { method: 'POST', body, headers: { accept: 'text/html' } }), form)
  } catch {
    say(word('failed'))
  } finally {
    release(form)
  }
}

async function receive(response: Response, form: HTMLFormElement): Promise<void> {
  if (response.status >= 500 || !isHtml(response)) return say(word('failed'))
  const fresh = parsePage(await response.text())
  if (asksForSignIn(fresh)) {
    location.assign(response.url)
    return
  }
  if (response.ok) {
    form.dispatchEvent(new CustomEvent(acceptedEvent, { bubbles: true }))
    closeAround(form)
  }
  if (!sameRelease(fresh) && response.redirected) {
    location.assign(response.url)
    return
  }
  const elsewhere = response.redirected && new URL(response.url).pathname !== location.pathname
  if (response.redirected && response.url !== location.href) history.pushState({ put: true }, '', response.url)
  const focused = document.activeElement
  refused = !response.ok
  putPage(fresh, response.ok ? form : undefined)
  if (elsewhere) scrollTo(0, 0)
  if (!focusErrors() && (elsewhere || !focused?.isConnected)) document.getElementById('innehall')?.focus()
  announce(document.querySelector('main > [role=status]')?.textContent ?? '')
}

function onClick(event: MouseEvent): void {
  const link = event.target instanceof Element ? event.target.closest('a[data-enhance]') : null
  if (!(link instanceof HTMLAnchorElement) || event.defaultPrevented || event.button !== 0) return
  if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return
  event.preventDefault()
  void load(link.href, true)
}

async function load(href: string, push: boolean): Promise<void> {
  reading?.abort()
  reading = new AbortController()
  const main = document.getElementById('innehall')
  main?.setAttribute('aria-busy', 'true')
  try {
    const response = await fetch(href, { headers: { accept: 'text/html' }, signal: reading.signal })
    const fresh = isHtml(response) && response.ok ? parsePage(await response.text()) : undefined
    if (!fresh || !sameRelease(fresh) || asksForSignIn(fresh)) return location.assign(href)
    if (push && new URL(response.url).pathname !== location.pathname) scrollTo(0, 0)
    if (push) history.pushState({ put: true }, '', response.url)
    refused = false
    putPage(fresh)
    if (push) document.querySelector<HTMLElement>('main [autofocus]')?.focus()
    announce(document.querySelector('.pager p')?.textContent ?? '')
  } catch (error) {
    if (!(error instanceof DOMException && error.name === 'AbortError')) location.assign(href)
  } finally {
    main?.removeAttribute('aria-busy')
  }
}

/** Fetches this page again and puts the parts with these ids in place; a refused form is left alone until it is sent. */
export async function freshen(ids: readonly string[]): Promise<void> {
  const response = await fetch(location.href, { headers: { accept: 'text/html' } })
  if (!response.ok || !isHtml(response)) return
  const fresh = parsePage(await response.text())
  if (!sameRelease(fresh) || refused) return
  for (const id of ids) {
    const old = document.getElementById(id)
    const next = fresh.getElementById(id)
    if (old && next) put(old, next)
  }
}

/** The session has ended: nothing was accepted, and what is written stays as draft. */
function asksForSignIn(fresh: Document): boolean {
  return fresh.body.className === 'minimal' && document.body.className !== 'minimal'
}

function hold(form: HTMLFormElement): void {
  form.dataset['busy'] = ''
  form.setAttribute('aria-busy', 'true')
}

function release(form: Element): void {
  form.removeAttribute('data-busy')
  form.removeAttribute('aria-busy')
}

/** The menu or dialog the form stood in has done its work. */
function closeAround(form: HTMLFormElement): void {
  form.closest('details.drop')?.removeAttribute('open')
  form.closest('dialog')?.close()
}

function focusErrors(): boolean {
  const errors = document.querySelector<HTMLElement>('[data-errors]')
  errors?.focus()
  return errors !== null
}

function isHtml(response: Response): boolean {
  return response.headers.get('content-type')?.includes('html') ?? false
}

function textOnly(data: FormData): [string, string][] {
  return [...data].map(([name, value]) => [name, typeof value === 'string' ? value : value.name])
}
