// The forms of a unit's page and the deeds they do: move, rename, end, hours, roles, posts and printed counts.
import type { View } from '#platform/act'
import type { FormDeed, Visit } from '#platform/http/site'
import { formDeed } from '#platform/http/site'
import { Type, idField, oneOf, optional, nullable, shape, text } from '#platform/http/shape'
import { Card, CheckField, DateField, NumberField, SelectField, TextField } from '#ui'
import { assign } from '../assignments/assign.ts'
import { Assign } from '../assignments/contract.ts'
import { needPerson, PickedPerson } from '../people/pick-person.ts'
import type { Post } from '../posts/contract.ts'
import { AddPost, ChangePost, EndPost } from '../posts/contract.ts'
import { addPost, changePost, endPost, setPrintedCount } from '../posts/keep-posts.ts'
import { printedMeasures } from '../posts/post.ts'
import { hundredths } from '../posts/queries.ts'
import { rolesOn } from '../roles/queries.ts'
import { UseSchedule } from '../schedules/contract.ts'
import { scheduleList } from '../schedules/queries.ts'
import { setUnitSchedule } from '../schedules/use-schedule.ts'
import { organisationText } from '../text.ts'
import type { UnitDetail } from '../units/contract.ts'
import { EndUnit, PlaceUnit, RenameUnit } from '../units/contract.ts'
import { endUnit } from '../units/end-unit.ts'
import { placeUnit, renameUnit } from '../units/place-unit.ts'
import { unitKinds } from '../units/unit.ts'
import { AddUnitForm } from './chart-page.tsx'
import { MoreForm, PersonField, formOn } from './form-parts.tsx'
import { unitOptions } from './page-parts.tsx'
import { PostFields, PostForms } from './unit-posts.tsx'

/** The form's own shapes: the unit stands in the address, the person is picked by name. */
const { personId: _person, unitId: _unit, to: _to, ...assignFields } = Assign.properties
export const AssignHere = shape({ ...assignFields, pick: optional(PickedPerson) })
const { unitId: _postUnit, ...postFields } = AddPost.properties
const AddPostHere = shape(postFields)
const PostRow = { postId: idField() }
const KeepCount = shape({
  measure: oneOf(printedMeasures),
  value: Type.String({ pattern: '^\\d{1,6}([.,]\\d{1,2})?$' }),
  quote: optional(nullable(text(300))),
})

const unitId = (params: Readonly<Record<string, string>>): string => params['unitId'] ?? ''
const back = (_result: unknown, visit: Visit): string => `/organisation/enheter/${unitId(visit.params)}?klart=sparat`

export const unitDeeds: Readonly<Record<string, FormDeed>> = {
  flytta: formDeed({
    access: 'organisation.edit',
    body: PlaceUnit,
    run: (deed, { body, params, version }) => placeUnit(deed, { unitId: unitId(params), version }, body),
    then: back,
  }),
  namn: formDeed({
    access: 'organisation.edit',
    body: RenameUnit,
    run: (deed, { body, params, version }) => renameUnit(deed, { unitId: unitId(params), version }, body),
    then: back,
  }),
  avsluta: formDeed({
    access: 'organisation.edit',
    body: EndUnit,
    run: (deed, { body, params, version }) => endUnit(deed, { unitId: unitId(params), version }, body),
    then: back,
  }),
  tider: formDeed({
    access: 'schedule.edit',
    body: UseSchedule,
    run: (deed, { body, params }) => setUnitSchedule(deed, unitId(params), body),
    then: back,
  }),
  roll: formDeed({
    access: 'organisation.edit',
    body: AssignHere,
    run: async (deed, { body: { pick, ...body }, params }) =>
      assign(deed, { ...body, personId: await needPerson(deed, pick), unitId: unitId(params) }),
    then: back,
  }),
  tjanst: formDeed({
    access: 'organisation.edit',
    body: AddPostHere,
    run: (deed, { body, params }) => addPost(deed, { ...body, unitId: unitId(params) }),
    then: back,
  }),
  'tjanst-andra': formDeed({
    access: 'organisation.edit',
    body: shape({ ...ChangePost.properties, ...PostRow }),
    run: (deed, { body: { postId, ...body }, version }) => changePost(deed, { postId, version }, body),
    then: back,
  }),
  'tjanst-avsluta': formDeed({
    access: 'organisation.edit',
    body: shape({ ...EndPost.properties, ...PostRow }),
    run: (deed, { body: { postId, ...body }, version }) => endPost(deed, { postId, version }, body),
    then: back,
  }),
  tryckt: formDeed({
    access: 'organisation.edit',
    body: KeepCount,
    run: (deed, { body, params }) =>
      setPrintedCount(
        deed,
        { unitId: unitId(params), measure: body.measure },
        {
          valueHundredths: hundredths(body.value.trim().replace(',', '.')),
          ...(body.quote ? { quote: body.quote } : {}),
        },
      ),
    then: back,
  }),
}

export async function UnitForms(view: View, visit: Visit, unit: UnitDetail, posts: readonly Post[]) {
  const all = organisationText[visit.lang]
  return (
    <Card heading={all.any.change} class="mt6">
      {unit.may.includes('organisation.edit') && (await EditForms(view, visit, unit, posts))}
      {unit.may.includes('schedule.edit') && (await HoursForm(view, visit, unit))}
    </Card>
  )
}

async function EditForms(view: View, visit: Visit, unit: UnitDetail, posts: readonly Post[]) {
  const all = organisationText[visit.lang]
  const { unit: words, any, chart } = all
  const action = (deed: string): string => visit.href(`/organisation/enheter/${unit.unitId}/${deed}`)
  const today = view.today.toString()
  const units = (await unitOptions(view, view.today)).filter((one) => one.value !== unit.unitId)
  const [move, name, end, post, count] = [
    formOn(visit, 'flytta'),
    formOn(visit, 'namn'),
    formOn(visit, 'avsluta'),
    formOn(visit, 'tjanst'),
    formOn(visit, 'tryckt'),
  ]
  return (
    <>
      {await AssignForm(view, visit, action('roll'))}
      <MoreForm
        summary={words.move}
        help={words.moveHelp}
        form={move}
        action={action('flytta')}
        version={unit.version}
        submit={any.save}
      >
        <SelectField
          {...move.field('parentUnitId')}
          label={chart.parent}
          options={units}
          value={move.value('parentUnitId', unit.parentUnitId)}
          empty={chart.noParent}
          width="long"
        />
        <SelectField
          {...move.field('kind')}
          label={any.kind}
          options={unitKinds.map((kind) => ({ value: kind, label: all.unitKinds[kind] }))}
          value={move.value('kind', unit.kind)}
          empty={null}
          width="long"
        />
        <TextField
          {...move.field('headTitle')}
          label={chart.headTitle}
          optional
          value={move.value('headTitle', unit.headTitle)}
          width="long"
        />
        <DateField {...move.field('from')} label={any.from} value={move.value('from', today)} />
      </MoreForm>
      <MoreForm
        summary={words.rename}
        help={words.moveHelp}
        form={name}
        action={action('namn')}
        version={unit.version}
        submit={any.save}
      >
        <TextField {...name.field('name')} label={words.newName} value={name.value('name', unit.name)} width="long" />
        <DateField {...name.field('from')} label={any.from} value={name.value('from', today)} />
      </MoreForm>
      {await AddUnitForm(view, visit, view.today, unit.unitId)}
      <MoreForm summary={words.addPost} form={post} action={action('tjanst')} submit={any.save}>
        <PostFields form={post} lang={visit.lang} />
        <DateField {...post.field('from')} label={any.from} value={post.value('from', today)} />
      </MoreForm>
      {posts.map((one) => (
        <PostForms visit={visit} post={one} unitId={unit.unitId} />
      ))}
      <MoreForm summary={words.keepCount} form={count} action={action('tryckt')} submit={any.save}>
        <SelectField
          {...count.field('measure')}
          label={words.measure}
          empty={null}
          width="long"
          options={printedMeasures.map((measure) => ({ value: measure, label: words.measures[measure] }))}
          value={count.value('measure')}
        />
        <NumberField {...count.field('value')} label={words.value} decimals value={count.value('value')} />
        <TextField {...count.field('quote')} label={words.quote} optional value={count.value('quote')} />
      </MoreForm>
      <MoreForm
        summary={words.endUnit}
        help={words.endHelp}
        form={end}
        action={action('avsluta')}
        version={unit.version}
        submit={words.endUnit}
      >
        <DateField {...end.field('on')} label={any.on} value={end.value('on')} />
      </MoreForm>
    </>
  )
}

async function AssignForm(view: View, visit: Visit, action: string) {
  const { unit: words, any } = organisationText[visit.lang]
  const form = formOn(visit, 'roll', { names: { personId: 'pick.person' } })
  const roles = (await rolesOn(view, view.today)).map((role) => ({ value: role.roleId, label: role.name }))
  return (
    <MoreForm summary={words.assign} form={form} action={action} submit={any.save}>
      <PersonField visit={visit} form={form} label={any.person} />
      <SelectField
        {...form.field('roleId')}
        label={any.role}
        options={roles}
        value={form.value('roleId')}
        width="long"
      />
      <TextField {...form.field('title')} label={words.assignTitle} optional value={form.value('title')} width="long" />
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
        label={words.responsibleCheck}
        checked={form.value('responsible') === 'true'}
      />
      <DateField {...form.field('from')} label={any.from} value={form.value('from', view.today.toString())} />
    </MoreForm>
  )
}

async function HoursForm(view: View, visit: Visit, unit: UnitDetail) {
  const { unit: words, any } = organisationText[visit.lang]
  const form = formOn(visit, 'tider')
  const schedules = (await scheduleList(view)).map((one) => ({ value: one.scheduleId, label: one.name }))
  return (
    <MoreForm
      summary={words.setHours}
      help={words.hoursHelp}
      form={form}
      action={visit.href(`/organisation/enheter/${unit.unitId}/tider`)}
      submit={any.save}
    >
      <SelectField
        {...form.field('scheduleId')}
        label={words.schedule}
        optional
        options={schedules}
        value={form.value('scheduleId')}
        width="long"
      />
      <DateField {...form.field('from')} label={any.from} value={form.value('from', view.today.toString())} />
    </MoreForm>
  )
}
