// Fields for what is written: text, long text, number with unit, amount, day, files. Values are strings as they are sent;
// the server reads them and says what is wrong.

import type { ComponentChildren } from 'preact'
import { FieldFrame, wire, type FieldProps } from './field.tsx'
import { classes, Hidden, Icon } from './icon.tsx'
import { uiText } from './text.ts'

/** short: five figures. medium: a day. long: a name. full: the column. */
export type FieldWidth = 'short' | 'medium' | 'long' | 'full'

const widthClass: Readonly<Record<FieldWidth, string | undefined>> = {
  short: 'w5',
  medium: 'w10',
  long: 'w20',
  full: undefined,
}

export interface TextFieldProps extends FieldProps {
  readonly value?: string | undefined
  readonly width?: FieldWidth | undefined
  readonly type?: 'text' | 'email' | 'tel' | 'password' | 'search' | undefined
  readonly autocomplete?: string | undefined
  readonly numeric?: boolean | undefined
  readonly maxLength?: number | undefined
  readonly autofocus?: boolean | undefined
}

export function TextField(props: TextFieldProps) {
  return (
    <FieldFrame field={props}>
      <Input {...props} />
    </FieldFrame>
  )
}

/** The attribute types are a union per input type; these five take the same attributes. */
const likeText = (type: TextFieldProps['type']): 'text' => (type ?? 'text') as 'text'

function Input(props: TextFieldProps & { readonly inputMode?: 'decimal' | 'numeric' | undefined }) {
  const { id, describedBy, invalid } = wire(props)
  return (
    <input
      class={classes('input', widthClass[props.width ?? 'full'])}
      id={id}
      name={props.name}
      type={likeText(props.type)}
      value={props.value}
      autocomplete={props.autocomplete ?? 'off'}
      inputMode={props.inputMode ?? (props.numeric ? 'numeric' : undefined)}
      maxLength={props.maxLength}
      readOnly={props.locked !== undefined}
      autoFocus={props.autofocus}
      aria-describedby={describedBy}
      aria-invalid={invalid}
    />
  )
}

export interface TextAreaProps extends FieldProps {
  readonly value?: string | undefined
  readonly rows?: number | undefined
  readonly maxLength?: number | undefined
  readonly placeholder?: string | undefined
  /** Unsaved text is kept in the browser under this key until it is sent. */
  readonly draft?: string | undefined
}

export function TextArea(props: TextAreaProps) {
  const { id, describedBy, invalid } = wire(props)
  return (
    <FieldFrame field={props}>
      <textarea
        class="input"
        id={id}
        name={props.name}
        rows={props.rows}
        maxLength={props.maxLength}
        placeholder={props.placeholder}
        readOnly={props.locked !== undefined}
        aria-describedby={describedBy}
        aria-invalid={invalid}
        data-draft={props.draft}
      >
        {props.value}
      </textarea>
    </FieldFrame>
  )
}

export interface NumberFieldProps extends FieldProps {
  readonly value?: string | undefined
  /** Stands after the number: `tim`. */
  readonly unit?: string | undefined
  readonly decimals?: boolean | undefined
}

/** A text input with a numeric keyboard: number inputs lose what is wrongly written and jump when scrolled. */
export function NumberField(props: NumberFieldProps) {
  const input = <Input {...props} width="short" inputMode={props.decimals ? 'decimal' : 'numeric'} />
  return <FieldFrame field={props}>{props.unit ? <Affix unit={props.unit}>{input}</Affix> : input}</FieldFrame>
}

export function AmountField(props: Omit<NumberFieldProps, 'decimals'>) {
  return (
    <FieldFrame field={props}>
      <Affix unit={props.unit ?? uiText(props.lang).currency}>
        <Input {...props} width="medium" inputMode="decimal" />
      </Affix>
    </FieldFrame>
  )
}

function Affix({ unit, children }: { readonly unit: string; readonly children: ComponentChildren }) {
  return (
    <span class="affix">
      {children}
      <span>{unit}</span>
    </span>
  )
}

export interface DateFieldProps extends FieldProps {
  /** ÅÅÅÅ-MM-DD, or what was written. */
  readonly value?: string | undefined
  readonly earliest?: string | undefined
  readonly latest?: string | undefined
}

/** Written as ÅÅÅÅ-MM-DD; with script a button opens the browser's own calendar. */
export function DateField(props: DateFieldProps) {
  const text = uiText(props.lang)
  const field = { ...props, hint: props.hint ?? text.dateHint }
  return (
    <FieldFrame field={field}>
      <date-picker class="affix" data-min={props.earliest} data-max={props.latest}>
        <Input {...field} width="medium" inputMode="numeric" maxLength={20} />
        {!props.locked && (
          <button type="button" class="affix-button">
            <Icon name="calendar" label={text.openCalendar} />
          </button>
        )}
      </date-picker>
    </FieldFrame>
  )
}

export interface FileFieldProps extends FieldProps {
  /** As in the accept attribute. */
  readonly accept?: string | undefined
  /** `20 MB` */
  readonly limit?: string | undefined
  readonly single?: boolean | undefined
  /** Offers the camera on a phone. */
  readonly camera?: boolean | undefined
}

/** A plain file input. With script: drop, paste a picture, see the list and take one away again. */
export function FileField(props: FileFieldProps) {
  const { id, describedBy, invalid } = wire({ ...props, hint: props.hint ?? props.limit })
  const text = uiText(props.lang)
  const hint = props.hint ?? (props.limit ? text.fileLimit(props.limit) : undefined)
  return (
    <FieldFrame field={{ ...props, hint }}>
      <file-drop class="filedrop">
        <p class="drop-hint" aria-hidden="true">
          <Icon name="paperclip" />
          {text.filesHint}
        </p>
        <input
          class="input file"
          id={id}
          name={props.name}
          type="file"
          accept={props.accept}
          multiple={!props.single}
          aria-describedby={describedBy}
          aria-invalid={invalid}
        />
        <label class="btn sm choose" for={id} aria-hidden="true">
          {text.chooseFiles}
        </label>
        {props.camera && (
          <label class="btn sm camera">
            <Icon name="camera" />
            {text.takePhoto}
            <input class="sr" type="file" name={props.name} accept="image/*" capture="environment" />
          </label>
        )}
        <ul class="chosen l" aria-live="polite" />
      </file-drop>
    </FieldFrame>
  )
}

export interface SearchFieldProps {
  readonly id: string
  readonly name: string
  readonly label: string
  readonly value?: string | undefined
  readonly placeholder?: string | undefined
}

/** A search box in a list's own form. */
export function SearchField({ id, name, label, value, placeholder }: SearchFieldProps) {
  return (
    <label class="searchbox" for={id}>
      <Icon name="search" />
      <Hidden>{label}</Hidden>
      <input id={id} name={name} type="search" value={value} placeholder={placeholder ?? label} autocomplete="off" />
    </label>
  )
}
