// The forms that change what a case is about or whom it is for, and that make a case beneath it: each chooses among the
// request types or the units of the day.
import { requestTypesOn } from '#catalogue'
import { SuggestionField, TextArea } from '#ui'
import type { SelectOption } from '#ui'
import { unitsThatOrder } from '../desk-choices.ts'
import { wired } from './case-form.tsx'
import { Why } from './case-form-parts.tsx'
import type { FormFacts, Part } from './case-form-parts.tsx'
import { unitOptions } from './case-picks.ts'

const typeOptions = async ({ view, visit }: FormFacts): Promise<SelectOption[]> =>
  (await requestTypesOn(view, { date: view.today }))
    .filter((type) => type.orderable)
    .map((type) => ({
      value: type.code,
      label: type.name[visit.lang],
      detail: type.serviceName[visit.lang],
    }))

export async function requestForm(part: Part) {
  const { found, typed, text, form } = part
  return form(
    text.changeRequest,
    <>
      <p>{text.changeRequestHelp}</p>
      <SuggestionField
        {...wired(typed, 'typ')}
        label={text.childType}
        options={await typeOptions(part)}
        value={typed.value('typ', found.requestType.code)}
      />
      <Why typed={typed} label={text.whyPriority} hint={text.whyChangeHint} />
    </>,
  )
}

export async function customerForm({ view, found, typed, text, form }: Part) {
  return form(
    text.changeCustomer,
    <>
      <p>{text.changeCustomerHelp}</p>
      <SuggestionField
        {...wired(typed, 'enhet')}
        label={text.whichUnit}
        options={unitOptions(await unitsThatOrder(view))}
        value={typed.value('enhet', found.unit?.id ?? '')}
      />
      <Why typed={typed} label={text.whyPriority} hint={text.whyChangeHint} />
    </>,
  )
}

export async function childForm(part: Part) {
  const { typed, text, form } = part
  return form(
    text.createChild,
    <>
      <p>{text.childHelp}</p>
      <SuggestionField
        {...wired(typed, 'typ')}
        label={text.childType}
        options={await typeOptions(part)}
        value={typed.value('typ')}
      />
      <TextArea {...wired(typed, 'text')} label={text.childText} rows={4} value={typed.value('text')} />
    </>,
    { versioned: false },
  )
}
