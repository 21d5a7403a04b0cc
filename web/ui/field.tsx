// One question and its place for an answer: label, hint, the error before the field, and what ties them together for
// listeners. The kinds of fields stand in fields.tsx, choices.tsx and suggestion.tsx.

import type { ComponentChildren } from 'preact'
import { classes, Hidden, Icon } from './icon.tsx'
import { uiText, type Lang } from './text.ts'

export interface FieldProps {
  readonly lang: Lang
  readonly name: string
  readonly label: string
  /** The name, unless two forms on a page share it. */
  readonly id?: string | undefined
  readonly hint?: ComponentChildren
  /** What is wrong, then what to do; the same words stand in the error summary. */
  readonly error?: string | undefined
  readonly optional?: boolean | undefined
  /** Why it cannot be changed now. */
  readonly locked?: string | undefined
  /** The label is for listeners only: a search box, a field in a table. */
  readonly labelHidden?: boolean | undefined
}

export interface FieldWiring {
  readonly id: string
  readonly describedBy: string | undefined
  readonly invalid: 'true' | undefined
}

export function wire({ name, id = name, hint, error, locked }: FieldProps): FieldWiring {
  const described = [hint ? `${id}-hint` : '', error ? `${id}-error` : '', locked ? `${id}-locked` : '']
  return { id, describedBy: classes(...described), invalid: error ? 'true' : undefined }
}

interface FieldFrameProps {
  readonly field: FieldProps
  readonly children: ComponentChildren
}

export function FieldFrame({ field, children }: FieldFrameProps) {
  const { id } = wire(field)
  return (
    <div class={classes('field', field.error && 'invalid')}>
      <label htmlFor={id} class={field.labelHidden ? 'sr' : undefined}>
        <LabelText field={field} />
      </label>
      <FieldWords field={field} />
      {children}
      <LockedWords field={field} />
    </div>
  )
}

/** Several inputs under one question. The id of the question is that of its first input, so the error link lands there. */
export function FieldGroup({ field, children }: FieldFrameProps) {
  const { describedBy } = wire(field)
  return (
    <fieldset class={classes('group', field.error && 'invalid')} aria-describedby={describedBy}>
      <legend class={field.labelHidden ? 'sr' : undefined}>
        <LabelText field={field} />
      </legend>
      <FieldWords field={field} />
      {children}
      <LockedWords field={field} />
    </fieldset>
  )
}

function LabelText({ field }: { readonly field: FieldProps }) {
  return (
    <>
      {field.label}
      {field.optional && <span class="mute w4"> ({uiText(field.lang).optional})</span>}
    </>
  )
}

function FieldWords({ field }: { readonly field: FieldProps }) {
  const { id } = wire(field)
  return (
    <>
      {field.hint && (
        <div class="hint" id={`${id}-hint`}>
          {field.hint}
        </div>
      )}
      {field.error && (
        <p class="error" id={`${id}-error`}>
          <Icon name="circle-alert" />
          <span>
            <Hidden>{`${uiText(field.lang).error}: `}</Hidden>
            {field.error}
          </span>
        </p>
      )}
    </>
  )
}

function LockedWords({ field }: { readonly field: FieldProps }) {
  if (!field.locked) return null
  return (
    <p class="sm mute lockedby" id={`${wire(field).id}-locked`}>
      <Icon name="lock" />
      {field.locked}
    </p>
  )
}
