// The keyboard map. Single keys work only where a list or a record asks for it ([data-keys]), never in a field, never
// with a modifier, and can be turned off (WCAG 2.1.4). A key does what the visible element with its data-key does.

const offKey = 'kontoret-tangenter-av'
const mapId = 'kortkommandon'

export function startKeys(): void {
  document.addEventListener('keydown', onKey)
  document.addEventListener('change', onSwitch)
  const box = switchBox()
  if (box) box.checked = localStorage.getItem(offKey) === null
}

const switchBox = () => document.querySelector<HTMLInputElement>('[data-keys-switch] input')

function onSwitch({ target }: Event): void {
  const box = switchBox()
  if (target !== box || !box) return
  if (box.checked) localStorage.removeItem(offKey)
  else localStorage.setItem(offKey, '1')
}

function onKey(event: KeyboardEvent): void {
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return
  if (event.key.length !== 1 || isWriting(event.target) || document.querySelector('dialog:modal')) return
  if (!document.querySelector('[data-keys]') || localStorage.getItem(offKey) !== null) return
  if (act(event.key.toLowerCase())) event.preventDefault()
}

function isWriting(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false
  return target.isContentEditable || target.matches('textarea, select, input:not([type=checkbox], [type=radio])')
}

function act(key: string): boolean {
  if (key === 'j') return move(1)
  if (key === 'k') return move(-1)
  if (key === 'x') return mark()
  if (key === '?') return showMap()
  return press(key)
}

const rowLinks = () => [...document.querySelectorAll<HTMLElement>('[data-row-link]')].filter(isVisible)
const currentRow = () => document.activeElement?.closest('tr')

/** The focus itself moves, so Enter opens and a reader follows. */
function move(step: 1 | -1): boolean {
  const links = rowLinks()
  const at = links.findIndex((link) => link.closest('tr') === currentRow())
  const next = links[at < 0 ? 0 : at + step]
  next?.focus()
  next?.closest('tr')?.scrollIntoView({ block: 'nearest' })
  return next !== undefined
}

function mark(): boolean {
  const box = currentRow()?.querySelector<HTMLInputElement>('[data-select]')
  box?.click()
  return box !== undefined && box !== null
}

function showMap(): boolean {
  const map = document.getElementById(mapId)
  if (!(map instanceof HTMLDialogElement)) return false
  map.showModal()
  return true
}

function press(key: string): boolean {
  const wanted = [...document.querySelectorAll<HTMLElement>(`[data-key="${CSS.escape(key)}"]`)]
  // A choice for selected rows, with none selected: it means the row we stand on.
  if (wanted.some((element) => element.closest('.bulk')) && !document.querySelector('[data-select]:checked')) mark()
  const element = wanted.find(isVisible) ?? openAround(wanted)
  if (!element) return false
  element.focus()
  if (!element.matches('input, textarea')) element.click()
  // A menu or a part that was opened is written in at once.
  if (element.matches('summary')) fieldIn(element.parentElement)?.focus()
  return true
}

/** What stands in a closed menu: the menu is opened, and it is seen. */
function openAround(wanted: readonly HTMLElement[]): HTMLElement | undefined {
  for (const element of wanted) {
    const menu = element.closest<HTMLDetailsElement>('details.drop')
    if (menu && isVisible(menu)) {
      menu.open = true
      return element
    }
  }
  return undefined
}

function fieldIn(opened: Element | null): HTMLElement | undefined {
  if (!opened?.matches('[open]')) return undefined
  return [...opened.querySelectorAll<HTMLElement>('textarea, select, input:not([type=hidden])')].find(isVisible)
}

function isVisible(element: HTMLElement): boolean {
  return element.checkVisibility()
}
