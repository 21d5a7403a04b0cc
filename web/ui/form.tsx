// The form itself, the error summary, and conditions. Every form works as a plain form; `enhance` lets the script send it
// and put the answer in place, with the same address, words and result.

import type { ComponentChildren } from 'preact'
import { classes, Icon } from './icon.tsx'
import { Heading } from './panel.tsx'
import { uiText, type Lang } from './text.ts'

export interface FormProps {
  readonly action?: string | undefined
  readonly method?: 'post' | 'get' | undefined
  readonly enhance?: boolean | undefined
  readonly files?: boolean | undefined
  readonly id?: string | undefined
  readonly class?: string | undefined
  /** Names the form for listeners, when no heading does. */
  readonly label?: string | undefined
  /** Hidden fields: repeat key, version seen, filters kept. */
  readonly hidden?: Readonly<Record<string, string>> | undefined
  readonly search?: boolean | undefined
  readonly children: ComponentChildren
}

export function Form(props: FormProps) {
  const { method = 'post', hidden = {} } = props
  return (
    <form
      method={method}
      action={props.action}
      id={props.id}
      class={props.class}
      aria-label={props.label}
      role={props.search ? 'search' : undefined}
      enctype={props.files ? 'multipart/form-data' : undefined}
      data-enhance={props.enhance ? '' : undefined}
      noValidate
    >
      {Object.entries(hidden).map(([name, value]) => (
        <input type="hidden" name={name} value={value} />
      ))}
      {props.children}
    </form>
  )
}

export interface FieldError {
  /** The id of the field: the link goes there. */
  readonly field: string
  /** The same words as at the field. */
  readonly message: string
}

export interface ErrorSummaryProps {
  readonly lang: Lang
  readonly errors: readonly FieldError[]
  readonly level?: 2 | 3 | undefined
  /** Instead of “Rätta två uppgifter”. */
  readonly title?: string | undefined
}

/** First in the form. Nothing when there is nothing to correct. */
export function ErrorSummary({ lang, errors, level = 2, title }: ErrorSummaryProps) {
  if (errors.length === 0) return null
  return (
    <div class="errors" role="alert" tabIndex={-1} data-errors="">
      <Heading level={level}>
        <Icon name="circle-alert" />
        {title ?? uiText(lang).fixErrors(errors.length)}
      </Heading>
      <ul class="l">
        {errors.map((error) => (
          <li>
            <a href={`#${error.field}`}>{error.message}</a>
          </li>
        ))}
      </ul>
    </div>
  )
}

export interface RevealProps {
  readonly lang: Lang
  /**
   * The condition as data: the script evaluates it with the same function as the server
   * (modules/catalogue/form-condition.ts). The server checks anyway.
   */
  readonly when: unknown
  /** What the server found for the answers it has. */
  readonly shown: boolean
  /** The condition in words, for those without script: `”Vad gäller det?” är ”Ny telefon”`. */
  readonly words?: string | undefined
  readonly children: ComponentChildren
}

/** Fields that depend on another answer. Without script they are always there, and say that they may not apply. */
export function Reveal({ lang, when, shown, words, children }: RevealProps) {
  return (
    <div class={classes('reveal')} data-show-when={JSON.stringify(when)} data-off={shown ? undefined : ''}>
      <p class="hint no-script">{uiText(lang).onlyIf(words)}</p>
      {children}
    </div>
  )
}

/** A heading inside a long form. */
export function FormSection(props: { readonly heading: string; readonly children: ComponentChildren }) {
  return (
    <section class="form-part">
      <h2 class="t-lg">{props.heading}</h2>
      {props.children}
    </section>
  )
}
