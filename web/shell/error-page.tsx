// What went wrong, said once in plain words, with one way on. Foreign and non-existing look the same.

import type { ComponentChildren } from 'preact'
import { LinkButton } from '../ui/button.tsx'
import { page } from './page.tsx'
import type { ShellProps } from './types.ts'

export interface ErrorPageProps extends Omit<ShellProps, 'layout' | 'content' | 'title' | 'wide' | 'full'> {
  /** `Sidan finns inte` */
  readonly title: string
  /** What is wrong, then what to do. */
  readonly text: ComponentChildren
  readonly wayOn?: { readonly label: string; readonly href: string } | undefined
  /** To give to the one who helps: never more than an id. */
  readonly reference?: string | undefined
}

export function errorPage({ title, text, wayOn, reference, ...rest }: ErrorPageProps): string {
  return page({
    ...rest,
    layout: 'minimal',
    title,
    wide: true,
    content: (
      <div class="stack stumble">
        <h1>{title}</h1>
        <p class="lead">{text}</p>
        {wayOn && (
          <div class="actions mt6">
            <LinkButton kind="primary" href={wayOn.href}>
              {wayOn.label}
            </LinkButton>
          </div>
        )}
        {reference && <p class="sm mute">{reference}</p>}
      </div>
    ),
  })
}
