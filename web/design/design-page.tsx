// Every component in every state, in the shell it lives in. A route for development shows it; a test renders it.

import { page } from '../shell/index.ts'
import type { ShellProps } from '../shell/index.ts'
import { Forms } from './forms.tsx'
import { Looks } from './looks.tsx'
import { Measures } from './charts.tsx'
import { Figures, Notices } from './notices.tsx'
import { Pictures } from './pictures.tsx'
import { Queue } from './queue.tsx'
import { Records } from './records.tsx'
import { Cards, Wide } from './tables.tsx'
import { words } from './text.ts'

export type DesignPageProps = Pick<ShellProps, 'lang' | 'theme' | 'assets' | 'addresses'> & {
  readonly layout?: 'portal' | 'desk'
  readonly tenant?: ShellProps['tenant']
}

const tyreso = {
  slug: 'tyreso',
  name: 'Kontoret för interna tjänster',
  municipality: 'Tyresö kommun',
  colour: '#275b45',
}

export function designPage({ layout = 'desk', tenant = tyreso, ...given }: DesignPageProps): string {
  const w = words(given.lang)
  return page({
    ...given,
    layout,
    tenant,
    title: w.title,
    here: '/design',
    demonstrationDay: Temporal.PlainDate.from('2012-10-03'),
    person: 'Siv Ek',
    seats: [
      { id: '1', label: 'Handläggare, Kontorsservice', current: true },
      { id: '2', label: 'Anställd, Socialförvaltningen' },
    ],
    nav: [{ label: w.queue.case, href: '#innehall', icon: 'plus', keyHint: 'n' }],
    notices: { href: '#innehall', unread: 2, topic: 'notices:1' },
    search: { action: '#' },
    rail: { label: w.queue.show, groups: rail },
    crumbs: [{ label: 'Start', href: '#innehall' }, { label: w.title }],
    footer: [{ label: w.facts, href: '#innehall' }],
    content: (
      <>
        <h1>{w.title}</h1>
        <p class="lead">{w.lead}</p>
        <div class="examples">
          <Looks lang={given.lang} />
          <Notices lang={given.lang} />
          <Figures lang={given.lang} />
          <Queue lang={given.lang} />
          <Cards lang={given.lang} />
          <Wide lang={given.lang} />
          <Forms lang={given.lang} />
          <Records lang={given.lang} />
          <Measures lang={given.lang} />
          <Pictures lang={given.lang} />
        </div>
      </>
    ),
  })
}

const rail = [
  {
    items: [
      { label: 'Kö', href: '#innehall', icon: 'inbox', count: 34, current: true },
      { label: 'Mina ärenden', href: '#innehall', icon: 'user', count: 7 },
    ],
  },
  {
    heading: 'Mina vyer',
    items: [
      { label: 'Löftet går ut i dag', href: '#innehall', icon: 'list-filter', count: 3, hot: true },
      { label: 'Kunden tyst i 5 dagar', href: '#innehall', icon: 'list-filter', count: 4 },
    ],
  },
] as const
