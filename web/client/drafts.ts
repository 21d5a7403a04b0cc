// Unsaved text is kept in this browser per record and kind of writing, until it is sent. Signing out forgets all of it.

import { putEvent } from './put.ts'
import { acceptedEvent } from './send.ts'
import { word } from './words.ts'

const prefix = 'kontoret-utkast:'
const saveAfterMs = 500
const keptForMs = 7 * 24 * 3600 * 1000

interface Draft {
  readonly text: string
  readonly savedAtMs: number
  /** Sent the plain way: forgotten if the page then comes back empty. */
  readonly sent?: boolean
}

let timer: ReturnType<typeof setTimeout> | undefined

export function startDrafts(): void {
  document.addEventListener('input', ({ target }) => {
    const key = keyOf(target)
    if (!key || !(target instanceof HTMLTextAreaElement)) return
    clearTimeout(timer)
    timer = setTimeout(() => save(target, key), saveAfterMs)
  })
  document.addEventListener(acceptedEvent, ({ target }) => {
    clearTimeout(timer)
    drafted(target).forEach((field) => localStorage.removeItem(keyOf(field) ?? ''))
  })
  document.addEventListener('submit', ({ target, defaultPrevented }) => {
    clearTimeout(timer)
    if (target instanceof HTMLFormElement && target.id === 'logga-ut') return forgetAll()
    for (const field of drafted(target)) {
      save(field, keyOf(field))
      // Sent by the script it is forgotten when the server has accepted it; sent plainly, when the next page is empty.
      if (!defaultPrevented) markSent(field)
    }
  })
  document.addEventListener(putEvent, restoreAll)
  restoreAll()
}

function keyOf(target: EventTarget | null): string | undefined {
  const owner = document.body.dataset['draftOwner']
  const draft = target instanceof HTMLTextAreaElement ? target.dataset['draft'] : undefined
  return owner && draft ? `${prefix}${owner}:${draft}` : undefined
}

function drafted(target: EventTarget | null): HTMLTextAreaElement[] {
  return target instanceof HTMLFormElement ? [...target.querySelectorAll<HTMLTextAreaElement>('[data-draft]')] : []
}

function read(key: string): Draft | undefined {
  try {
    const draft = JSON.parse(localStorage.getItem(key) ?? 'null') as Draft | null
    return draft && Date.now() - draft.savedAtMs < keptForMs ? draft : undefined
  } catch {
    return undefined
  }
}

function save(field: HTMLTextAreaElement, key: string | undefined): void {
  if (!key) return
  if (!field.value.trim()) {
    localStorage.removeItem(key)
    return
  }
  const now = new Date()
  localStorage.setItem(key, JSON.stringify({ text: field.value, savedAtMs: now.getTime() } satisfies Draft))
  const time = now.toLocaleTimeString(document.documentElement.lang, { hour: '2-digit', minute: '2-digit' })
  tell(field, word('draftSaved', { time }))
}

function markSent(field: HTMLTextAreaElement): void {
  const key = keyOf(field)
  const draft = key ? read(key) : undefined
  if (key && draft) localStorage.setItem(key, JSON.stringify({ ...draft, sent: true } satisfies Draft))
}

function restoreAll(): void {
  for (const field of document.querySelectorAll<HTMLTextAreaElement>('textarea[data-draft]')) {
    const key = keyOf(field)
    const draft = key ? read(key) : undefined
    if (!key || !draft || field.value) continue
    if (draft.sent) {
      localStorage.removeItem(key)
      continue
    }
    field.value = draft.text
    tell(field, word('draftRestored'))
  }
}

function tell(field: HTMLTextAreaElement, words: string): void {
  const status = field.form?.querySelector('[data-draft-status]')
  if (status) status.textContent = words
}

function forgetAll(): void {
  for (const key of Object.keys(localStorage)) if (key.startsWith(prefix)) localStorage.removeItem(key)
}
