// <file-drop> around a file input: drop files on its form, paste a picture, see what is chosen and take one away again.

import type { KeepsItself } from './put.ts'
import { word } from './words.ts'

class FileDrop extends HTMLElement implements KeepsItself {
  #leave = new AbortController()

  connectedCallback(): void {
    this.#leave = new AbortController()
    const { signal } = this.#leave
    const around = this.closest('form') ?? this
    this.addEventListener('change', (event) => this.#chosen(event.target))
    around.addEventListener('paste', (event) => this.#take((event as ClipboardEvent).clipboardData, event), { signal })
    around.addEventListener('drop', (event) => this.#take((event as DragEvent).dataTransfer, event), { signal })
    for (const type of ['dragover', 'dragleave', 'drop'] as const) {
      around.addEventListener(type, (event) => this.#hover(around, event as DragEvent), { signal })
    }
  }

  disconnectedCallback(): void {
    this.#leave.abort()
  }

  renew(_fresh: Element, sent: HTMLFormElement | undefined): void {
    if (sent && sent === this.closest('form')) this.#set([])
  }

  get #input(): HTMLInputElement | null {
    return this.querySelector('input[type=file]:not([capture])')
  }

  /** A photo goes into the one list, so that it can be seen and taken away. */
  #chosen(target: EventTarget | null): void {
    if (!(target instanceof HTMLInputElement)) return
    if (target.hasAttribute('capture')) {
      const photos = [...(target.files ?? [])]
      target.value = ''
      this.#set([...this.#files, ...photos])
    } else this.#show()
  }

  get #files(): File[] {
    return [...(this.#input?.files ?? [])]
  }

  #hover(around: Element, event: DragEvent): void {
    if (!event.dataTransfer?.types.includes('Files')) return
    if (event.type === 'dragover') event.preventDefault()
    const place = this.classList.contains('filedrop') ? this : around
    place.classList.toggle('over', event.type === 'dragover')
  }

  #take(data: DataTransfer | null, event: Event): void {
    const files = [...(data?.files ?? [])]
    if (files.length === 0) return
    event.preventDefault()
    this.#set([...this.#files, ...files.map(named)])
  }

  #set(files: readonly File[]): void {
    const input = this.#input
    if (!input) return
    const list = new DataTransfer()
    for (const file of input.multiple ? files : files.slice(-1)) list.items.add(file)
    input.files = list.files
    this.#show()
  }

  #show(): void {
    const list = this.querySelector('.chosen')
    list?.replaceChildren(
      ...this.#files.map((file, i) => {
        const line = document.createElement('li')
        const away = document.createElement('button')
        away.type = 'button'
        away.className = 'linkish'
        away.textContent = word('remove')
        away.setAttribute('aria-label', word('removeFile', { name: file.name }))
        away.addEventListener('click', () => {
          this.#set(this.#files.filter((_, at) => at !== i))
          this.#input?.focus()
        })
        line.append(`${file.name}, ${Math.max(1, Math.round(file.size / 1000))} kB`, away)
        return line
      }),
    )
  }
}

/** A pasted picture is called image.png every time: give it words and the moment. */
function named(file: File): File {
  if (!/^image\.\w+$/.test(file.name)) return file
  const stamp = new Date().toISOString().slice(0, 19).replace(/\D/g, '')
  const ending = file.name.split('.').at(-1) ?? 'png'
  return new File([file], `${word('pasted').replace(/\s/g, '-')}-${stamp}.${ending}`, { type: file.type })
}

export function startFiles(): void {
  customElements.define('file-drop', FileDrop)
}
