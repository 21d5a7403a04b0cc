// A field by its kind, for forms that are data (the catalogue's versioned forms).

import {
  ChoiceField,
  SelectField,
  SeveralField,
  type ChoiceFieldProps,
  type SelectFieldProps,
  type SeveralFieldProps,
} from './choices.tsx'
import { AmountField, DateField, FileField, NumberField, TextArea, TextField } from './fields.tsx'
import type { DateFieldProps, FileFieldProps, NumberFieldProps, TextAreaProps, TextFieldProps } from './fields.tsx'
import { SuggestionField, type ListedSuggestionProps, type SearchedSuggestionProps } from './suggestion.tsx'

export type AnyFieldProps =
  | ({ readonly kind: 'text' } & TextFieldProps)
  | ({ readonly kind: 'textarea' } & TextAreaProps)
  | ({ readonly kind: 'number' } & NumberFieldProps)
  | ({ readonly kind: 'amount' } & Omit<NumberFieldProps, 'decimals'>)
  | ({ readonly kind: 'date' } & DateFieldProps)
  | ({ readonly kind: 'choice' } & ChoiceFieldProps)
  | ({ readonly kind: 'several' } & SeveralFieldProps)
  | ({ readonly kind: 'select' } & SelectFieldProps)
  | ({ readonly kind: 'suggestion' } & (ListedSuggestionProps | SearchedSuggestionProps))
  | ({ readonly kind: 'file' } & FileFieldProps)

export function AnyField(props: AnyFieldProps) {
  switch (props.kind) {
    case 'text':
      return <TextField {...props} />
    case 'textarea':
      return <TextArea {...props} />
    case 'number':
      return <NumberField {...props} />
    case 'amount':
      return <AmountField {...props} />
    case 'date':
      return <DateField {...props} />
    case 'choice':
      return <ChoiceField {...props} />
    case 'several':
      return <SeveralField {...props} />
    case 'select':
      return <SelectField {...props} />
    case 'suggestion':
      return <SuggestionField {...props} />
    case 'file':
      return <FileField {...props} />
  }
}
