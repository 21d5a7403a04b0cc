// The forms of a case, one for each deed that needs words: in a menu of the head, or on the page when it was asked for by
// its address or refused. What can be chosen is fetched only for the forms that stand there.
import type { ComponentChildren } from 'preact'
import type { View } from '#platform/act'
import type { Visit } from '#platform/http/site'
import { Button, SelectField, TextField } from '#ui'
import { priorities } from '../case.ts'
import type { CaseDeed } from '../case.ts'
import type { CaseView } from '../contract.ts'
import { priorityWords } from '../words.ts'
import { CaseForm, typedIn, wired } from './case-form.tsx'
import { childForm, customerForm, requestForm } from './case-form-change.tsx'
import {
  assignForm,
  deliverForm,
  factsForm,
  handOverForm,
  heardForm,
  OtherCase,
  pauseForm,
  watchForm,
  Why,
} from './case-form-parts.tsx'
import type { FormFacts, Part } from './case-form-parts.tsx'
import { mayRegister } from './case-side.tsx'
import { deskText } from './desk-text.ts'

export type FormKey =
  | 'pausa'
  | 'lamna'
  | 'leverera'
  | 'tilldela'
  | 'prioritet'
  | 'fakta'
  | 'arendetyp'
  | 'kund'
  | 'ringde'
  | 'folj'
  | 'lanka'
  | 'huvudarende'
  | 'underarende'
  | 'sammanfor'
  | 'onskemal'
  | 'oppna'
  | 'aterta'
  | 'avsla'

/** Which deed a form needs; what is not permitted now is not offered. */
const needs: Readonly<Record<FormKey, CaseDeed>> = {
  pausa: 'pause',
  lamna: 'hand_over',
  leverera: 'deliver',
  tilldela: 'assign',
  prioritet: 'change_priority',
  fakta: 'change_facts',
  arendetyp: 'change_facts',
  kund: 'change_facts',
  ringde: 'write_down',
  folj: 'watch',
  lanka: 'relate',
  huvudarende: 'set_parent',
  underarende: 'set_parent',
  sammanfor: 'merge',
  onskemal: 'convert',
  oppna: 'reopen',
  aterta: 'withdraw',
  avsla: 'approve',
}

export function offered(view: View, found: CaseView, key: FormKey): boolean {
  if (!found.may.includes(needs[key])) return false
  if (key === 'kund') return found.customer !== null
  return key !== 'underarende' || (mayRegister(view) && found.requester !== null)
}

/** The form asked for by `?gor=…`, or the one just refused. */
export function formAsked(view: View, visit: Visit, found: CaseView): FormKey | null {
  const asked = visit.attempt?.deed ?? visit.query.get('gor') ?? ''
  return Object.keys(needs).includes(asked) && (visit.attempt || offered(view, found, asked as FormKey))
    ? (asked as FormKey)
    : null
}

export async function caseForm(key: FormKey, facts: FormFacts): Promise<ComponentChildren> {
  const { visit } = facts
  const typed = typedIn(visit, key, {
    reason: 'skal',
    requestType: 'typ',
    personId: key === 'tilldela' ? 'person' : 'val.person',
    unitId: 'enhet',
    priority: 'prioritet',
    parent: 'val.arende',
    otherId: 'val.arende',
    intoId: 'val.arende',
  })
  const text = deskText[visit.lang]
  const form = (
    submit: string,
    children: ComponentChildren,
    more: { versioned?: boolean; files?: boolean; extra?: ComponentChildren } = {},
  ) => (
    <CaseForm
      visit={visit}
      found={facts.found}
      deed={key}
      typed={typed}
      submit={submit}
      cancel={facts.onPage}
      versioned={more.versioned ?? true}
      files={more.files ?? false}
      more={more.extra}
    >
      {children}
    </CaseForm>
  )
  const part: Part = { ...facts, typed, text, form }
  switch (key) {
    case 'pausa':
      return pauseForm(part)
    case 'lamna':
      return handOverForm(part)
    case 'leverera':
      return deliverForm(part)
    case 'tilldela':
      return assignForm(part)
    case 'prioritet':
      return form(
        text.changePriority,
        <>
          <SelectField
            {...wired(typed, 'prioritet')}
            label={text.priority}
            options={priorities.map((value) => ({ value, label: priorityWords[value][visit.lang] }))}
            value={typed.value('prioritet', facts.found.priority)}
            empty={null}
            width="medium"
          />
          <Why typed={typed} label={text.whyPriority} hint={text.whyPriorityHint} />
        </>,
      )
    case 'fakta':
      return factsForm(part)
    case 'arendetyp':
      return requestForm(part)
    case 'kund':
      return customerForm(part)
    case 'ringde':
      return heardForm(part)
    case 'folj':
      return watchForm(part)
    case 'lanka':
      return form(text.relate, <OtherCase part={part} label={text.whichCase} />, { versioned: false })
    case 'huvudarende':
      return form(
        text.setParent,
        <OtherCase part={part} label={text.whichParent} />,
        facts.found.parent
          ? {
              extra: (
                <Button small name="lyft" value="ja">
                  {text.liftOut}
                </Button>
              ),
            }
          : {},
      )
    case 'underarende':
      return childForm(part)
    case 'sammanfor':
      return form(
        text.merge,
        <>
          <p>{text.mergeHelp}</p>
          <OtherCase part={part} label={text.mergeInto} />
        </>,
      )
    case 'onskemal':
      return form(
        text.toWish,
        <>
          <p>{text.wishHelp}</p>
          <TextField
            {...wired(typed, 'rubrik')}
            label={text.wishTitle}
            value={typed.value('rubrik', facts.found.title)}
            maxLength={200}
          />
        </>,
      )
    case 'oppna':
      return form(text.reopen, <Why typed={typed} label={text.whyReopen} />)
    case 'aterta':
      return form(text.withdraw, <Why typed={typed} label={text.whyWithdraw} optional />)
    case 'avsla':
      return form(text.reject, <Why typed={typed} label={text.whyReject} hint={text.whyRejectHint} />, {
        versioned: false,
      })
  }
}
