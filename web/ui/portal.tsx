// The parts of the portal: one question, four ways in, services by area, my cases.

import type { ComponentChildren } from 'preact'
import { Form } from './form.tsx'
import { classes, Hidden, Icon, type IconName } from './icon.tsx'
import { Heading } from './panel.tsx'
import { Motif } from './motif.tsx'
import { uiText, type Lang } from './text.ts'

export interface HeroProps {
  readonly lang: Lang
  readonly question: string
  readonly level?: 1 | 2 | 3 | undefined
  readonly action: string
  /** What the box searches, for listeners. */
  readonly label: string
  readonly placeholder: string
  readonly value?: string | undefined
  readonly tipsLead?: string | undefined
  readonly tips?: readonly { readonly label: string; readonly href: string }[] | undefined
}

/** The question on the organisation's colour. Stands first in a full-width main. */
export function Hero(props: HeroProps) {
  const search = uiText(props.lang).search
  return (
    <div class="hero">
      <Motif />
      <div>
        <Heading level={props.level ?? 1} class="question">
          {props.question}
        </Heading>
        <Form method="get" action={props.action} search label={props.label}>
          <Icon name="search" />
          <label class="sr" for="q">
            {props.label}
          </label>
          <input id="q" name="q" type="search" value={props.value} placeholder={props.placeholder} />
          <button class="btn primary" type="submit">
            <span class="txt">{search}</span>
            <Icon name="arrow-right" class="i-only" />
          </button>
        </Form>
        {props.tips && props.tips.length > 0 && (
          <p class="tips">
            <span>{props.tipsLead}</span>
            {props.tips.map((tip) => (
              <a href={tip.href}>{tip.label}</a>
            ))}
          </p>
        )}
      </div>
    </div>
  )
}

export interface WayIn {
  readonly title: string
  readonly text: string
  readonly href: string
  readonly icon: IconName
}

export function Ways({ label, items }: { readonly label: string; readonly items: readonly WayIn[] }) {
  return (
    <nav class="ways" aria-label={label}>
      {items.map((way) => (
        <a href={way.href}>
          <Icon name={way.icon} large />
          <b>{way.title}</b>
          <span>{way.text}</span>
        </a>
      ))}
    </nav>
  )
}

export interface ServiceArea {
  readonly title: string
  readonly href?: string | undefined
  /** `14 tjänster` */
  readonly count?: string | undefined
  readonly items: readonly { readonly label: string; readonly href: string; readonly price?: string | undefined }[]
}

/** Up to this many rows the areas of a row stand side by side; longer lists flow in columns. */
const mostInStep = 6

export function ServiceAreas({ areas }: { readonly areas: readonly ServiceArea[] }) {
  return (
    <div class={classes('areas', areas.some((area) => area.items.length > mostInStep) && 'flow')}>
      {areas.map((area) => (
        <section class="area">
          <h3>
            {area.href ? <a href={area.href}>{area.title}</a> : area.title}
            {area.count && <span>{area.count}</span>}
          </h3>
          <ul class="l">
            {area.items.map((item) => (
              <li>
                <a href={item.href}>
                  <span>{item.label}</span>
                  {item.price && <span class="p">{item.price}</span>}
                </a>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  )
}

export interface MyCase {
  readonly title: string
  readonly href: string
  readonly state: ComponentChildren
  /** Who waits for whom, and until when. */
  readonly line: ComponentChildren
}

export function MyCases({ items }: { readonly items: readonly MyCase[] }) {
  return (
    <ul class="mine">
      {items.map((item) => (
        <li>
          <a class="t" href={item.href}>
            {item.title}
          </a>
          <div>{item.state}</div>
          <p class="sm">{item.line}</p>
        </li>
      ))}
    </ul>
  )
}

export interface SearchHit {
  readonly title: ComponentChildren
  readonly href: string
  readonly kind: string
  readonly icon: IconName
  /** Stands after the kind: number, state, area. */
  readonly under?: string | undefined
  /** What can be done at once, as links. */
  readonly ways?: ComponentChildren
}

/** What a search found, best first, whatever kind it is. */
export function SearchHits({ label, items }: { readonly label: string; readonly items: readonly SearchHit[] }) {
  return (
    <ol class="hits" aria-label={label}>
      {items.map((hit) => (
        <li>
          <Icon name={hit.icon} />
          <div>
            <a href={hit.href}>{hit.title}</a>
            <p class="sm mute">{[hit.kind, hit.under].filter(Boolean).join(' · ')}</p>
            {hit.ways && <p class="sm row2">{hit.ways}</p>}
          </div>
        </li>
      ))}
    </ol>
  )
}

export interface RatingProps {
  readonly lang: Lang
  readonly label: string
  readonly action: string
  readonly hidden?: Readonly<Record<string, string>> | undefined
  readonly name: string
  readonly choices: readonly { readonly value: string; readonly label: string; readonly icon: IconName }[]
  readonly chosen?: string | undefined
}

/** One click says how it went: each answer is a button of its own. */
export function Rating(props: RatingProps) {
  return (
    <Form action={props.action} hidden={props.hidden} label={props.label} class="rating" enhance>
      {props.choices.map((choice) => (
        <button class="btn" name={props.name} value={choice.value} aria-pressed={choice.value === props.chosen}>
          <Icon name={choice.icon} />
          {choice.label}
          {choice.value === props.chosen && <Hidden> ✓</Hidden>}
        </button>
      ))}
    </Form>
  )
}
