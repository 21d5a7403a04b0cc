// Menus close when one clicks elsewhere or presses Escape; dialogs open also in browsers without invoker commands.

export function startMenus(): void {
  document.addEventListener('click', onClick)
  document.addEventListener('keydown', onKey)
  openRail()
}

const openMenus = () => [...document.querySelectorAll<HTMLDetailsElement>('details.drop[open]')]

function onClick({ target }: MouseEvent): void {
  if (!(target instanceof Element)) return
  for (const menu of openMenus()) if (!menu.contains(target)) menu.open = false
  const opener = target.closest('[commandfor]')
  if (!opener || 'command' in HTMLButtonElement.prototype) return
  const dialog = document.getElementById(opener.getAttribute('commandfor') ?? '')
  if (dialog instanceof HTMLDialogElement) dialog.showModal()
}

function onKey(event: KeyboardEvent): void {
  if (event.key !== 'Escape' || event.defaultPrevented) return
  for (const menu of openMenus()) {
    menu.open = false
    if (menu.contains(document.activeElement)) menu.querySelector('summary')?.focus()
  }
}

/** Browsers that cannot show a closed details at the desk by style get it opened. */
function openRail(): void {
  if (CSS.supports('selector(::details-content)') || !matchMedia('(min-width: 60.01rem)').matches) return
  document.querySelector('.rail > details')?.setAttribute('open', '')
}
