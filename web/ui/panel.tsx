// Paper with a line around it, page head, facts, checks: the quiet parts that hold the rest.

import type { ComponentChildren } from 'preact'
import { classes, Icon, type IconName } from './icon.tsx'
import { uiText, type Lang } from './text.ts'

export interface CardProps {
  readonly heading?: string | undefined
  /** 2 unless the card stands under another heading. */
  readonly level?: 2 | 3 | undefined
  /** Smaller heading, for a side. */
  readonly quiet?: boolean | undefined
  /** To the right of the heading: a link or a measure. */
  readonly aside?: ComponentChildren
  /** The content goes to the edges: a table. */
  readonly flush?: boolean | undefined
  readonly id?: string | undefined
  readonly class?: string | undefined
  readonly children: ComponentChildren
}

export function Card({ heading, level = 2, quiet, aside, flush, id, class: extra, children }: CardProps) {
  return (
    <section class={classes('panel', extra)} id={id}>
      {heading && (
        <header>
          <Heading level={level} class={quiet ? 't-lg' : undefined}>
            {heading}
          </Heading>
          {aside && <div class="sm mute">{aside}</div>}
        </header>
      )}
      <div class={classes('in', flush && 'flush')}>{children}</div>
    </section>
  )
}

export interface HeadingProps {
  readonly level: 1 | 2 | 3 | 4
  readonly id?: string | undefined
  readonly class?: string | undefined
  readonly children: ComponentChildren
}

export function Heading({ level, id, class: extra, children }: HeadingProps) {
  const Level = `h${level}` as const
  return (
    <Level id={id} class={extra}>
      {children}
    </Level>
  )
}

export interface PageHeadProps {
  readonly title: string
  readonly level?: 1 | 2 | 3 | undefined
  /** The line under the title: state, number, period. */
  readonly under?: ComponentChildren
  readonly actions?: ComponentChildren
}

/** The one h1 of a page at the desk, with what can be done. */
export function PageHead({ title, level = 1, under, actions }: PageHeadProps) {
  return (
    <div class="head">
      <div>
        <Heading level={level}>{title}</Heading>
        {under && <div class="under">{under}</div>}
      </div>
      {actions && <div class="actions">{actions}</div>}
    </div>
  )
}

export interface Crumb {
  readonly label: string
  readonly href?: string | undefined
}

/** The last is where we are. On a phone only the way back is shown. */
export function Crumbs({ lang, items }: { readonly lang: Lang; readonly items: readonly Crumb[] }) {
  return (
    <nav aria-label={uiText(lang).crumbs}>
      <ol class="crumbs">
        {items.map((item, i) => (
          <li>
            {item.href && i < items.length - 1 ? (
              <a href={item.href}>{item.label}</a>
            ) : (
              <span aria-current="page">{item.label}</span>
            )}
          </li>
        ))}
      </ol>
    </nav>
  )
}

export type Fact = readonly [term: ComponentChildren, value: ComponentChildren]

export function Facts({ items, large }: { readonly items: readonly Fact[]; readonly large?: boolean | undefined }) {
  return (
    <dl class={classes('facts', large && 't-md')}>
      {items.map(([term, value]) => (
        <>
          <dt>{term}</dt>
          <dd>{value}</dd>
        </>
      ))}
    </dl>
  )
}

export interface ChecksProps {
  readonly items: readonly ComponentChildren[]
  /** What is not included: a dash instead of a tick. */
  readonly not?: boolean | undefined
  readonly icon?: IconName | undefined
}

export function Checks({ items, not, icon = not ? 'minus' : 'check' }: ChecksProps) {
  return (
    <ul class={classes('checks', not && 'no')}>
      {items.map((item) => (
        <li>
          <Icon name={icon} />
          <span>{item}</span>
        </li>
      ))}
    </ul>
  )
}

export interface BriefLine {
  readonly icon: IconName
  readonly words: ComponentChildren
}

/** What the side answers, in short, above the button: shown only where the page is so narrow that the side comes after. */
export function Brief({ lines }: { readonly lines: readonly BriefLine[] }) {
  return (
    <ul class="in-brief sm">
      {lines.map((line) => (
        <li>
          <Icon name={line.icon} />
          <span>{line.words}</span>
        </li>
      ))}
    </ul>
  )
}

export interface SumLine {
  readonly label: ComponentChildren
  readonly detail?: ComponentChildren
  readonly amount: ComponentChildren
  readonly total?: boolean | undefined
}

/** Lines that add up, in a side card: what, how much, and the sum under a heavier line. */
export function SumLines({ lines }: { readonly lines: readonly SumLine[] }) {
  return (
    <div class="sums">
      {lines.map((line) => (
        <div class={classes('sumrow', line.total && 'total')}>
          <span>
            {line.label}
            {line.detail && <span class="sm mute block">{line.detail}</span>}
          </span>
          <span class="nowrap">{line.amount}</span>
        </div>
      ))}
    </div>
  )
}
