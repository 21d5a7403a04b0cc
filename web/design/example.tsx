// The frame of an example on the design page.

import type { ComponentChildren } from 'preact'

export function Example({ title, children }: { readonly title: string; readonly children: ComponentChildren }) {
  return (
    <section class="example">
      <h2>{title}</h2>
      {children}
    </section>
  )
}

export function Row({ wide, children }: { readonly wide?: boolean; readonly children: ComponentChildren }) {
  return <div class={wide ? 'demo gap' : 'demo'}>{children}</div>
}
