// One of many: a person, a unit, a place, a system. Without script a short list is a select and a long one a text field
// with suggestions that the server reads; with script both become a combobox that filters or asks the server.

import { Select, type SelectOption } from './choices.tsx'
import { FieldFrame, wire, type FieldProps } from './field.tsx'
import { classes } from './icon.tsx'

interface SuggestionBase extends FieldProps {
  readonly width?: 'medium' | 'long' | 'full' | undefined
}

export interface ListedSuggestionProps extends SuggestionBase {
  /** All there is, at most a few hundred. The chosen value is sent under `name`. */
  readonly options: readonly SelectOption[]
  readonly value?: string | undefined
}

export interface SearchedSuggestionProps extends SuggestionBase {
  /**
   * Asked with `?q=…`, answers JSON `[{ "value", "label", "detail"? }]`, at most 20. The text is sent under `name`; the
   * chosen id under `name.id`, only by script and only while the text is the chosen one. The server reads the id first,
   * else the text.
   */
  readonly source: string
  readonly text?: string | undefined
  readonly chosenId?: string | undefined
  /** Suggestions for those without script: what the text could have meant. */
  readonly likely?: readonly SelectOption[] | undefined
}

export function SuggestionField(props: ListedSuggestionProps | SearchedSuggestionProps) {
  if ('options' in props) {
    return (
      <FieldFrame field={props}>
        <combo-box class={boxWidth(props)}>
          <Select {...props} />
        </combo-box>
      </FieldFrame>
    )
  }
  return (
    <FieldFrame field={props}>
      <combo-box class={boxWidth(props)} data-source={props.source} data-id={props.chosenId}>
        <SearchedInput {...props} />
      </combo-box>
    </FieldFrame>
  )
}

function SearchedInput(props: SearchedSuggestionProps) {
  const { id, describedBy, invalid } = wire(props)
  return (
    <>
      <input
        class="input"
        id={id}
        name={props.name}
        value={props.text}
        autocomplete="off"
        list={props.likely ? `${id}-list` : undefined}
        readOnly={props.locked !== undefined}
        aria-describedby={describedBy}
        aria-invalid={invalid}
      />
      {props.likely && (
        <datalist id={`${id}-list`}>
          {props.likely.map((option) => (
            <option value={option.label} />
          ))}
        </datalist>
      )}
    </>
  )
}

function boxWidth({ width = 'full' }: SuggestionBase): string | undefined {
  return classes({ medium: 'w10', long: 'w20', full: undefined }[width])
}
