// The cheat sheet of the keyboard map: shown by ? and from the account menu. Single keys can be turned off (WCAG 2.1.4).

import { CheckField } from './choices.tsx'
import { Dialog } from './menu.tsx'
import { uiText, type Lang } from './text.ts'

/** The id of the dialog; `<Button opens={keyMapId}>` shows it. */
export const keyMapId = 'kortkommandon'

const rows = [
  ['J', 'j'],
  ['K', 'k'],
  ['X', 'x'],
  ['Enter', 'enter'],
  ['N', 'n'],
  ['R', 'r'],
  ['A', 'a'],
  ['M', 'm'],
  ['L', 'l'],
  ['D', 'd'],
  ['P', 'p'],
  ['/', 'slash'],
  ['?', 'help'],
] as const

export function KeyMap({ lang }: { readonly lang: Lang }) {
  const text = uiText(lang)
  return (
    <Dialog lang={lang} id={keyMapId} heading={text.keyboard}>
      <p>{text.keysLead}</p>
      <dl class="keymap">
        {rows.map(([key, word]) => (
          <div>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{text.keys[word]}</dd>
          </div>
        ))}
      </dl>
      <div data-keys-switch="">
        <CheckField tight name="korttangenter" label={text.keysOn} checked />
      </div>
    </Dialog>
  )
}
