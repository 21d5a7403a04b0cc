// A figure is a door: a dotted line leads to rule, version, period and rows. Tied figures follow their row in running text.

import type { ComponentChildren } from 'preact'
import { LinkButton } from './button.tsx'
import { classes, Hidden } from './icon.tsx'
import { Facts, Heading, type Fact } from './panel.tsx'
import { uiText, type Lang } from './text.ts'

export interface FigureProps {
  readonly href: string
  /** What the figure is, for listeners, when the words do not stand beside it. */
  readonly about?: string | undefined
  readonly open?: boolean | undefined
  readonly strong?: boolean | undefined
  readonly children: ComponentChildren
}

export function Figure({ href, about, open, strong, children }: FigureProps) {
  return (
    <a class="fig" href={href} aria-expanded={open ? 'true' : undefined}>
      {strong ? <b>{children}</b> : children}
      {about && <Hidden>{`, ${about}`}</Hidden>}
    </a>
  )
}

export interface TieProps {
  readonly href: string
  readonly tone?: 'warn' | 'bad' | undefined
  readonly children: ComponentChildren
}

/** A figure in text that follows its row. Published text has no ties: write it plainly. */
export function Tie({ href, tone, children }: TieProps) {
  return (
    <a class={classes('tie', tone)} href={href}>
      {children}
    </a>
  )
}

export interface MarkProps {
  readonly lang: Lang
  readonly number: number
  readonly href: string
  /** An error has a filled ring, a warning a hollow one. */
  readonly warning?: boolean | undefined
}

export function Mark({ lang, number, href, warning }: MarkProps) {
  return (
    <a class={classes('mark', warning && 'warn')} href={href} aria-label={uiText(lang).remark(number)}>
      {number}
    </a>
  )
}

export interface OpenedFigureProps {
  readonly lang: Lang
  readonly id: string
  readonly heading: string
  readonly level?: 2 | 3 | undefined
  /** Where to go to close it again. */
  readonly closeHref: string
  readonly actions?: ComponentChildren
  readonly howHeading: string
  readonly equation?: EquationProps | undefined
  readonly facts: readonly Fact[]
  /** The rows behind the figure: their sum is the figure. */
  readonly children: ComponentChildren
}

/** Rule and fraction to the left, rows to the right, the sum equals the figure. */
export function OpenedFigure(props: OpenedFigureProps) {
  const { level = 2 } = props
  return (
    <section class="panel opened" id={props.id} aria-label={props.heading}>
      <header>
        <Heading level={level} class="t-lg">
          {props.heading}
        </Heading>
        <div class="actions">
          {props.actions}
          <LinkButton href={props.closeHref} kind="quiet" small icon="x">
            {uiText(props.lang).close}
          </LinkButton>
        </div>
      </header>
      <div class="def">
        <div>
          <Heading level={level === 2 ? 3 : 4} class="find">
            {props.howHeading}
          </Heading>
          {props.equation && <Equation {...props.equation} />}
          <Facts items={props.facts} />
        </div>
        <div class="p0">{props.children}</div>
      </div>
    </section>
  )
}

export interface EquationProps {
  readonly over: ComponentChildren
  readonly under?: ComponentChildren
  readonly equals: ComponentChildren
}

export function Equation({ over, under, equals }: EquationProps) {
  return (
    <p class="eq">
      {under === undefined ? (
        <span>{over}</span>
      ) : (
        <span class="frac">
          <span>{over}</span>
          <span>{under}</span>
        </span>
      )}
      <span class="nowrap">
        = <b>{equals}</b>
      </span>
    </p>
  )
}
