// Fields for what is chosen: one of a few, several of a few, one of a list.

import type { ComponentChildren } from 'preact'
import { FieldFrame, FieldGroup, wire, type FieldProps } from './field.tsx'
import { classes } from './icon.tsx'
import { uiText } from './text.ts'

export interface Option {
  readonly value: string
  readonly label: ComponentChildren
  readonly hint?: ComponentChildren
  /** Fields that belong to this answer; the style sheet opens them when it is chosen, without script. */
  readonly opens?: ComponentChildren
}

export interface ChoiceFieldProps extends FieldProps {
  readonly options: readonly Option[]
  readonly value?: string | undefined
  readonly tight?: boolean | undefined
}

export function ChoiceField(props: ChoiceFieldProps) {
  return (
    <FieldGroup field={props}>
      {props.options.map((option, i) => (
        <OptionRow field={props} option={option} first={i === 0} type="radio" chosen={option.value === props.value} />
      ))}
    </FieldGroup>
  )
}

export interface SeveralFieldProps extends FieldProps {
  readonly options: readonly Option[]
  readonly values?: readonly string[] | undefined
  readonly tight?: boolean | undefined
}

export function SeveralField(props: SeveralFieldProps) {
  return (
    <FieldGroup field={props}>
      {props.options.map((option, i) => (
        <OptionRow
          field={props}
          option={option}
          first={i === 0}
          type="checkbox"
          chosen={props.values?.includes(option.value) ?? false}
        />
      ))}
    </FieldGroup>
  )
}

interface OptionRowProps {
  readonly field: FieldProps & { readonly tight?: boolean | undefined }
  readonly option: Option
  readonly type: 'radio' | 'checkbox'
  readonly first: boolean
  readonly chosen: boolean
}

function OptionRow({ field, option, type, first, chosen }: OptionRowProps) {
  const { id } = wire(field)
  return (
    <>
      <label class={classes('choice', field.tight && 'tight')}>
        <input
          type={type}
          name={field.name}
          value={option.value}
          id={first ? id : undefined}
          checked={chosen}
          disabled={field.locked !== undefined}
        />
        <span>{option.label}</span>
        {option.hint && <small>{option.hint}</small>}
      </label>
      {option.opens && <div class="reveal reveal-if">{option.opens}</div>}
    </>
  )
}

export interface CheckFieldProps {
  readonly name: string
  readonly label: ComponentChildren
  readonly value?: string | undefined
  readonly checked?: boolean | undefined
  readonly hint?: ComponentChildren
  readonly tight?: boolean | undefined
  readonly form?: string | undefined
}

/** A single yes. */
export function CheckField({ name, label, value = 'ja', checked, hint, tight, form }: CheckFieldProps) {
  return (
    <label class={classes('choice', tight && 'tight')}>
      <input
        type="checkbox"
        class={tight ? 'check' : undefined}
        name={name}
        value={value}
        checked={checked}
        form={form}
      />
      <span>{label}</span>
      {hint && <small>{hint}</small>}
    </label>
  )
}

export interface SelectOption {
  readonly value: string
  readonly label: string
  /** A second line in the suggestion list: unit, address. */
  readonly detail?: string | undefined
  readonly group?: string | undefined
}

export interface SelectFieldProps extends FieldProps {
  readonly options: readonly SelectOption[]
  readonly value?: string | undefined
  /** The words of the empty choice; no empty choice when null. */
  readonly empty?: string | null | undefined
  readonly width?: 'medium' | 'long' | 'full' | undefined
  readonly form?: string | undefined
}

export function SelectField(props: SelectFieldProps) {
  return (
    <FieldFrame field={props}>
      <Select {...props} />
    </FieldFrame>
  )
}

export function Select(props: SelectFieldProps) {
  const { id, describedBy, invalid } = wire(props)
  const width = { medium: 'w10', long: 'w20', full: undefined }[props.width ?? 'full']
  const groups = Map.groupBy(props.options, (option) => option.group ?? '')
  return (
    <select
      class={classes('input', width)}
      id={id}
      name={props.name}
      form={props.form}
      disabled={props.locked !== undefined}
      aria-describedby={describedBy}
      aria-invalid={invalid}
    >
      {props.empty !== null && <option value="">{props.empty ?? uiText(props.lang).choose}</option>}
      {[...groups].map(([group, options]) =>
        group ? (
          <optgroup label={group}>
            <SelectOptions options={options} value={props.value} />
          </optgroup>
        ) : (
          <SelectOptions options={options} value={props.value} />
        ),
      )}
    </select>
  )
}

function SelectOptions(props: { readonly options: readonly SelectOption[]; readonly value: string | undefined }) {
  return (
    <>
      {props.options.map((option) => (
        <option value={option.value} selected={option.value === props.value} data-detail={option.detail}>
          {option.label}
        </option>
      ))}
    </>
  )
}
