// The form that changes a way in, and the one that sends each house to its unit.
import { placesOn } from '#organisation'
import type { View } from '#platform/act'
import type { Visit } from '#platform/http/site'
import {
  AmountField,
  Card,
  DateField,
  FormSection,
  NumberField,
  SelectField,
  SeveralField,
  TextArea,
  TextField,
} from '#ui'
import { offeringsOn } from '../offers/queries.ts'
import { approvals, needTypes, routes } from '../request-type.ts'
import type { RequestTypeDetail } from '../requests/contract.ts'
import { requestTypesOn } from '../requests/queries.ts'
import { catalogueText } from '../text.ts'
import { DeedForm, formOn, MoreForm, SomeOf, YesNo } from './form-parts.tsx'
import type { FormView } from './form-parts.tsx'
import { optionsOf, unitOptions } from './page-parts.tsx'
import { formOptions, typeHref } from './request-parts.ts'

export async function ChangeForm(view: View, visit: Visit, type: RequestTypeDetail) {
  const { lang } = visit
  const all = catalogueText[lang]
  const words = all.requests
  const changing = formOn(visit, '', { names: { approvalOverOre: 'approvalOver', routeRules: 'approvalField' } })
  const places = await placesOn(view, view.today)
  const others = (await requestTypesOn(view, { date: view.today })).filter((one) => one.code !== type.code)
  return (
    <DeedForm form={changing} action={visit.href(typeHref(type.code))} version={type.version} submit={all.any.save}>
      <TextField
        {...changing.field('nameSv')}
        label={all.any.nameSv}
        value={changing.value('nameSv', type.name.sv)}
        maxLength={200}
      />
      <TextField
        {...changing.field('nameEn')}
        label={all.any.nameEn}
        value={changing.value('nameEn', type.name.en)}
        maxLength={200}
      />
      <TextField
        {...changing.field('hintSv')}
        label={words.hintSv}
        optional
        value={changing.value('hintSv', type.hint?.sv)}
        maxLength={500}
      />
      <TextField
        {...changing.field('hintEn')}
        label={words.hintEn}
        optional
        value={changing.value('hintEn', type.hint?.en)}
        maxLength={500}
      />
      <SelectField
        {...changing.field('form')}
        label={words.form}
        optional
        empty={words.noForm}
        value={changing.value('form', type.formCode)}
        options={await formOptions(view, lang)}
      />
      <FormSection heading={words.route}>
        <SelectField
          {...changing.field('needType')}
          label={words.need}
          optional
          value={changing.value('needType', type.needType)}
          options={optionsOf(words.needs, needTypes)}
        />
        <SelectField
          {...changing.field('route')}
          label={words.route}
          empty={null}
          value={changing.value('route', type.route)}
          options={optionsOf(words.routes, routes)}
        />
        <SelectField
          {...changing.field('routeUnitId')}
          label={words.routeUnit}
          optional
          value={changing.value('routeUnitId', type.routeUnitId)}
          options={await unitOptions(view)}
        />
        <SomeOf name="placeIds" />
        <SeveralField
          {...changing.field('placeIds')}
          tight
          label={words.places}
          hint={words.placesHint}
          values={changing.values('placeIds', type.placeIds)}
          options={places.map((place) => ({ value: place.placeId, label: place.name }))}
        />
        <SelectField
          {...changing.field('elsewhere')}
          label={words.elsewhere}
          optional
          value={changing.value('elsewhere', type.elsewhere?.code)}
          options={others.map((one) => ({ value: one.code, label: one.name[lang], group: one.serviceName[lang] }))}
        />
        <TextField
          {...changing.field('categoryField')}
          label={words.categoryField}
          hint={words.fieldHint}
          optional
          width="long"
          value={changing.value('categoryField', type.categoryField)}
        />
      </FormSection>
      <ApprovalFields form={changing} visit={visit} type={type} />
      {await WorkFields(view, visit, type, changing)}
    </DeedForm>
  )
}

function ApprovalFields({
  form: changing,
  visit,
  type,
}: {
  readonly form: FormView
  readonly visit: Visit
  readonly type: RequestTypeDetail
}) {
  const words = catalogueText[visit.lang].requests
  const over = type.approvalOverOre === null ? null : String(type.approvalOverOre / 100).replace('.', ',')
  return (
    <FormSection heading={words.approval}>
      <SelectField
        {...changing.field('approval')}
        label={words.approval}
        empty={null}
        value={changing.value('approval', type.approval)}
        options={optionsOf(words.approvals, approvals)}
      />
      <AmountField
        {...changing.field('approvalOver')}
        label={words.over}
        optional
        value={changing.value('approvalOver', over)}
      />
      <TextField
        {...changing.field('approvalField')}
        label={words.approvalField}
        hint={words.fieldHint}
        optional
        width="long"
        value={changing.value('approvalField', type.approvalField)}
      />
      <NumberField
        {...changing.field('approvalRemindDays')}
        label={words.remindDays}
        value={changing.value('approvalRemindDays', String(type.approvalRemindDays))}
      />
      <NumberField
        {...changing.field('approvalLapseDays')}
        label={words.lapseDays}
        value={changing.value('approvalLapseDays', String(type.approvalLapseDays))}
      />
      <YesNo form={changing} name="identityCheck" label={words.identity} stored={type.identityCheck} />
    </FormSection>
  )
}

async function WorkFields(view: View, visit: Visit, type: RequestTypeDetail, changing: FormView) {
  const words = catalogueText[visit.lang].requests
  const offered = await offeringsOn(view, { serviceId: type.serviceId, date: view.today, customer: null })
  const chosen = offered.find((one) => one.offeringId === type.offeringId)
  return (
    <FormSection heading={words.routineTitle}>
      <SelectField
        {...changing.field('offering')}
        label={words.offering}
        optional
        value={changing.value('offering', chosen?.code)}
        options={offered.map((one) => ({ value: one.code, label: one.name[visit.lang] }))}
      />
      <TextArea
        {...changing.field('routine')}
        label={words.routine}
        optional
        rows={6}
        value={changing.value('routine', type.routine.join('\n'))}
      />
      <NumberField
        {...changing.field('closeAfterDays')}
        label={words.closeDays}
        value={changing.value('closeAfterDays', String(type.closeAfterDays))}
      />
      <NumberField
        {...changing.field('reopenWithinDays')}
        label={words.reopenDays}
        value={changing.value('reopenWithinDays', String(type.reopenWithinDays))}
      />
      <DateField
        {...changing.field('validTo')}
        label={words.validTo}
        optional
        value={changing.value('validTo', type.validTo)}
      />
    </FormSection>
  )
}

/** Which unit takes what comes from which house. */
export async function PlaceRoutes(view: View, visit: Visit, type: RequestTypeDetail) {
  const words = catalogueText[visit.lang].requests
  const routing = formOn(visit, 'platser')
  const [places, units] = [await placesOn(view, view.today), await unitOptions(view)]
  return (
    <Card heading={words.placeRoutes} quiet>
      <MoreForm
        form={routing}
        summary={words.placeRoutes}
        action={visit.href(`${typeHref(type.code)}/platser`)}
        version={type.version}
        submit={catalogueText[visit.lang].any.save}
        primary={false}
      >
        {places.map((place) => (
          <SelectField
            {...routing.field(`routes.${place.placeId}`)}
            label={words.placeUnit(place.name)}
            optional
            value={routing.value(
              `routes.${place.placeId}`,
              type.placeRoutes.find((one) => one.placeId === place.placeId)?.unitId,
            )}
            options={units}
          />
        ))}
      </MoreForm>
    </Card>
  )
}
