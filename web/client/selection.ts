// Rows selected in a list: the box that selects all, the count in the bulk bar, and clearing the selection.

import { putEvent } from './put.ts'
import { word } from './words.ts'

const boxes = () => [...document.querySelectorAll<HTMLInputElement>('[data-select]')]

export function startSelection(): void {
  document.addEventListener('change', ({ target }) => {
    if (!(target instanceof HTMLInputElement)) return
    if (target.matches('[data-select-all]')) setAll(target.checked)
    if (target.matches('[data-select], [data-select-all]')) count()
  })
  document.addEventListener('click', ({ target }) => {
    if (!(target instanceof Element) || !target.closest('.unselect')) return
    setAll(false)
    count()
  })
  document.addEventListener(putEvent, count)
  count()
}

function setAll(checked: boolean): void {
  for (const box of boxes()) box.checked = checked
}

function count(): void {
  const all = boxes()
  const chosen = all.filter((box) => box.checked).length
  for (const place of document.querySelectorAll('[data-selected-count]')) {
    if (chosen > 0) place.textContent = word('selected', { count: chosen })
  }
  const master = document.querySelector<HTMLInputElement>('[data-select-all]')
  if (!master) return
  master.checked = chosen > 0 && chosen === all.length
  master.indeterminate = chosen > 0 && chosen < all.length
}
