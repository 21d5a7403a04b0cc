// The custom elements of web/client/, known to the templates. Each is plain content when the script has not run.

import type { HTMLAttributes } from 'preact'

type Light = HTMLAttributes<HTMLElement>

declare module 'preact' {
  // The extension point is a namespace, as Preact declares it.
  namespace JSX {
    interface IntrinsicElements {
      'combo-box': Light
      'copy-text': Light
      'date-picker': Light
      'file-drop': Light
      'live-region': Light
    }
  }
}
