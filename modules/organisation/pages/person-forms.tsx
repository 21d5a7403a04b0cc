// The forms of a person's page and the deeds they do: details, absence, leaving, roles.
import type { View } from '#platform/act'
import type { FormDeed, Visit } from '#platform/http/site'
import { formDeed } from '#platform/http/site'
import { idField, optional, shape } from '#platform/http/shape'
import { Card, CheckField, DateField, More, NumberField, SelectField, TextField } from '#ui'
import { assign } from '../assignments/assign.ts'
import { changeAssignment, endAssignment } from '../assignments/change-assignment.ts'
import type { AssignmentRow } from '../assignments/contract.ts'
import { Assign, ChangeAssignment, EndAssignment } from '../assignments/contract.ts'
import type { Person } from '../people/contract.ts'
import { EndPerson, SetAbsence } from '../people/contract.ts'
import { endPerson } from '../people/end-person.ts'
import { changePerson } from '../people/keep-people.ts'
import { PickedPerson, pickPerson } from '../people/pick-person.ts'
import { setAbsence } from '../people/set-absence.ts'
import { rolesOn } from '../roles/queries.ts'
import { organisationText } from '../text.ts'
import { DeedForm, MoreForm, PersonField, formOn } from './form-parts.tsx'
import { unitOptions } from './page-parts.tsx'
import { PersonBody } from './people-page.tsx'
import { PersonFields } from './person-fields.tsx'

const { deputyId: _deputy, ...absenceFields } = SetAbsence.properties
const AbsenceBody = shape({ ...absenceFields, pick: optional(PickedPerson) })
const { personId: _person, to: _to, ...assignFields } = Assign.properties
const AssignBody = shape(assignFields)
const row = { assignmentId: idField() }

const personId = (params: Readonly<Record<string, string>>): string => params['personId'] ?? ''
const back = (_result: unknown, visit: Visit): string => `/organisation/personer/${personId(visit.params)}?klart=sparat`

export const personDeeds: Readonly<Record<string, FormDeed>> = {
  '': formDeed({
    access: 'organisation.edit',
    body: PersonBody,
    run: async (deed, { body: { pick, ...body }, params, version }) =>
      changePerson(deed, { personId: personId(params), version }, { ...body, mentorId: await pickPerson(deed, pick) }),
    then: back,
  }),
  franvaro: formDeed({
    access: 'organisation.set_absence',
    body: AbsenceBody,
    run: async (deed, { body: { pick, ...body }, params, version }) =>
      setAbsence(deed, { personId: personId(params), version }, { ...body, deputyId: await pickPerson(deed, pick) }),
    then: back,
  }),
  avsluta: formDeed({
    access: 'organisation.edit',
    body: EndPerson,
    run: (deed, { body, params, version }) => endPerson(deed, { personId: personId(params), version }, body),
    then: back,
  }),
  roll: formDeed({
    access: 'organisation.edit',
    body: AssignBody,
    run: (deed, { body, params }) => assign(deed, { ...body, personId: personId(params) }),
    then: back,
  }),
  'roll-andra': formDeed({
    access: 'organisation.edit',
    body: shape({ ...ChangeAssignment.properties, ...row }),
    run: (deed, { body: { assignmentId, ...body }, version }) =>
      changeAssignment(deed, { assignmentId, version }, body),
    then: back,
  }),
  'roll-avsluta': formDeed({
    access: 'organisation.edit',
    body: shape({ ...EndAssignment.properties, ...row }),
    run: (deed, { body: { assignmentId, ...body }, version }) => endAssignment(deed, { assignmentId, version }, body),
    then: back,
  }),
}

export async function PersonForms(view: View, visit: Visit, person: Person) {
  const { people: words, any } = organisationText[visit.lang]
  const base = visit.href(`/organisation/personer/${person.personId}`)
  const edits = person.may.includes('organisation.edit')
  const [details, absence, leave] = [
    formOn(visit, '', { names: { mentorId: 'pick.person' } }),
    formOn(visit, 'franvaro', { names: { deputyId: 'pick.person' } }),
    formOn(visit, 'avsluta'),
  ]
  return (
    <Card heading={any.change} class="mt6">
      {edits && (
        <MoreForm summary={words.change} form={details} action={base} version={person.version} submit={any.save}>
          <PersonFields visit={visit} form={details} person={person} />
        </MoreForm>
      )}
      {person.may.includes('organisation.set_absence') && (
        <MoreForm
          summary={words.absence}
          help={words.absenceHelp}
          form={absence}
          action={`${base}/franvaro`}
          version={person.version}
          submit={any.save}
        >
          <DateField
            {...absence.field('from')}
            label={words.awayFrom}
            optional
            value={absence.value('from', person.awayFrom)}
          />
          <DateField
            {...absence.field('to')}
            label={words.awayTo}
            optional
            value={absence.value('to', person.awayTo)}
          />
          <PersonField visit={visit} form={absence} label={words.deputy} optional chosen={person.deputy} />
        </MoreForm>
      )}
      {edits &&
        person.assignments
          .filter((one) => one.validTo === null || one.validTo > view.today.toString())
          .map((one) => <AssignmentForms view={view} visit={visit} row={one} />)}
      {edits && (await AssignForm(view, visit, `${base}/roll`))}
      {edits && (
        <MoreForm
          summary={words.leave}
          help={words.leaveHelp}
          form={leave}
          action={`${base}/avsluta`}
          version={person.version}
          submit={words.leave}
        >
          <DateField {...leave.field('on')} label={words.leaveOn} value={leave.value('on')} />
        </MoreForm>
      )}
    </Card>
  )
}

async function AssignForm(view: View, visit: Visit, action: string) {
  const { people: words, unit: unitWords, any } = organisationText[visit.lang]
  const form = formOn(visit, 'roll')
  const roles = (await rolesOn(view, view.today)).map((role) => ({ value: role.roleId, label: role.name }))
  return (
    <MoreForm summary={words.assign} form={form} action={action} submit={any.save}>
      <SelectField
        {...form.field('roleId')}
        label={any.role}
        options={roles}
        value={form.value('roleId')}
        width="long"
      />
      <SelectField
        {...form.field('unitId')}
        label={any.unit}
        options={await unitOptions(view, view.today)}
        value={form.value('unitId')}
        width="long"
      />
      <TextField
        {...form.field('title')}
        label={unitWords.assignTitle}
        optional
        value={form.value('title')}
        width="long"
      />
      <NumberField
        {...form.field('sharePercent')}
        label={any.share}
        hint={any.shareHint}
        optional
        unit={any.percent}
        decimals
        value={form.value('sharePercent')}
      />
      <CheckField
        name="responsible"
        value="true"
        label={unitWords.responsibleCheck}
        checked={form.value('responsible') === 'true'}
      />
      <DateField {...form.field('from')} label={any.from} value={form.value('from', view.today.toString())} />
    </MoreForm>
  )
}

function AssignmentForms({
  view,
  visit,
  row: one,
}: {
  readonly view: View
  readonly visit: Visit
  readonly row: AssignmentRow
}) {
  const { unit: words, any } = organisationText[visit.lang]
  const base = visit.href(`/organisation/personer/${one.personId}`)
  const [change, end] = (['roll-andra', 'roll-avsluta'] as const).map((key) =>
    formOn(visit, key, { row: ['assignmentId', one.assignmentId] }),
  )
  if (!change || !end) return null
  const hidden = { assignmentId: one.assignmentId }
  const share = one.sharePercent === null ? '' : String(one.sharePercent)
  return (
    <More summary={`${any.change}: ${one.title ?? one.roleName}, ${one.unitName}`} open={change.failed || end.failed}>
      <DeedForm form={change} action={`${base}/roll-andra`} version={one.version} hidden={hidden} submit={any.save}>
        <TextField
          {...change.field('title')}
          label={any.title}
          optional
          value={change.value('title', one.title)}
          width="long"
        />
        <NumberField
          {...change.field('sharePercent')}
          label={any.share}
          optional
          unit={any.percent}
          decimals
          value={change.value('sharePercent', share)}
        />
        <CheckField
          name="responsible"
          value="true"
          label={words.responsibleCheck}
          checked={change.failed ? change.value('responsible') === 'true' : one.responsible}
        />
        <DateField
          {...change.field('from')}
          label={any.from}
          value={change.value('from', later(one.validFrom, view.today.toString()))}
        />
      </DeedForm>
      <DeedForm form={end} action={`${base}/roll-avsluta`} version={one.version} hidden={hidden} submit={any.end}>
        <DateField {...end.field('on')} label={any.on} value={end.value('on')} />
      </DeedForm>
    </More>
  )
}

const later = (a: string, b: string): string => (a > b ? a : b)
