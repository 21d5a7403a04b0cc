// Hands that know no mouse: every step is a key, and every stop on the way must be seen – focused by keyboard, on the
// screen, with a ring around it.
import type { Page } from 'playwright-core'

interface Stop {
  readonly tag: string
  readonly name: string
  readonly inPlace: boolean
  readonly hasRing: boolean
}

export interface Hands {
  /** How many keys have been pressed. */
  readonly pressed: number
  /** Tab until the focus stands on what is called so; fails after `most` stops, or where the focus is not seen. */
  tabTo(name: string | RegExp, most?: number): Promise<void>
  press(...keys: readonly string[]): Promise<void>
  type(text: string): Promise<void>
}

export function handsOn(tab: Page): Hands {
  let pressed = 0
  const press = async (...keys: readonly string[]): Promise<void> => {
    for (const key of keys) {
      await tab.keyboard.press(key)
      pressed += 1
    }
  }
  return {
    get pressed() {
      return pressed
    },
    press,
    async type(text) {
      await tab.keyboard.type(text)
      pressed += text.length
    },
    async tabTo(name, most = 80) {
      const passed: string[] = []
      for (let stops = 0; stops < most; stops++) {
        await press('Tab')
        const stop = await tab.evaluate(whereFocusIs)
        if (stop.tag === 'BODY') continue
        if (!stop.inPlace || !stop.hasRing)
          throw new Error(`the focus on ${stop.tag} “${stop.name}” is not seen (${JSON.stringify(stop)})`)
        if (typeof name === 'string' ? stop.name === name : name.test(stop.name)) return
        passed.push(stop.name)
      }
      throw new Error(`no stop is called ${String(name)}; passed ${passed.join(' | ')}`)
    },
  }
}

/** Runs in the page. */
function whereFocusIs(): Stop {
  const one = document.activeElement ?? document.body
  const words = (node: Element | null): string => (node?.textContent ?? '').replaceAll(/\s+/g, ' ').trim()
  const labelled = (one.getAttribute('aria-labelledby') ?? '')
    .split(' ')
    .filter(Boolean)
    .map((id) => words(document.getElementById(id)))
    .join(' ')
  const labels = [...((one as HTMLInputElement).labels ?? [])].map(words).join(' ')
  const name = one.getAttribute('aria-label') || labelled || labels || words(one)
  // A radio button or a hidden file field shows its ring on what stands for it.
  const around = [one, one.closest('label'), one.parentElement, one.nextElementSibling].filter((each) => each !== null)
  const box = one.getBoundingClientRect()
  const ringed = around.some((each) => {
    const style = getComputedStyle(each)
    return (style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) > 0) || style.boxShadow !== 'none'
  })
  const inPlace = box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth
  return { tag: one.tagName, name, inPlace, hasRing: one.matches(':focus-visible') && ringed }
}
