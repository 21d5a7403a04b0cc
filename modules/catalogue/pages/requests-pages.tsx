// The ways in: what can be asked of each service, where it goes, who approves and which routine is followed.
import { placesOn } from '#organisation'
import { readKronor } from '#basics/money'
import { valueOf } from '#basics/reading'
import type { View } from '#platform/act'
import type { FormDeed, Page, Visit } from '#platform/http/site'
import { formDeed } from '#platform/http/site'
import type { Static } from '#platform/http/shape'
import { idField, nullable, optional, shape, text, Type } from '#platform/http/shape'
import {
  AmountField,
  Card,
  DataTable,
  DateField,
  Empty,
  Facts,
  FormSection,
  LinkButton,
  NumberField,
  PageHead,
  SelectField,
  SeveralField,
  Steps,
  Tag,
  TextArea,
  TextField,
} from '#ui'
import type { RequestTypeRow } from '../contract.ts'
import { conditionWords } from '../condition-words.ts'
import { forms } from '../forms/queries.ts'
import { offeringsOn } from '../offers/queries.ts'
import { servicesFor } from '../queries.ts'
import { approvals, caseKinds, needTypes, routes } from '../request-type.ts'
import { AddRequestType, ChangeRequestType } from '../requests/contract.ts'
import type { RequestTypeDetail } from '../requests/contract.ts'
import { addRequestType, changeRequestType, setPlaceRoutes } from '../requests/keep-request-types.ts'
import { fieldsOf, keptRequestType, requestTypesOn, rulesOf } from '../requests/queries.ts'
import { catalogueText } from '../text.ts'
import { DeedForm, formOn, MoreForm, SomeOf, YesNo } from './form-parts.tsx'
import type { FormView } from './form-parts.tsx'
import { linesOf, optionsOf, orderHref, Origin, Refused, serviceHref, spanText, unitOptions } from './page-parts.tsx'

const path = '/katalog/arendetyper'
const codeOf = (params: Readonly<Record<string, string>>): string => params['code'] ?? ''
const typeHref = (code: string): string => `${path}/${encodeURIComponent(code)}`

// A page sends amounts in kronor and the routine as lines; conditions on the way are set through the API.
const {
  routeRules: _rules,
  approvalOverOre: _over,
  routine: _routine,
  placeIds: _places,
  ...plain
} = ChangeRequestType.properties
const asTyped = {
  approvalOver: optional(nullable(text(30))),
  routine: optional(nullable(text(10_000))),
  placeIds: optional(Type.Array(idField(), { maxItems: 200 })),
}
const ChangeBody = shape({ ...plain, ...asTyped })
const { nameSv, nameEn, code, service, caseKind, from, form } = AddRequestType.properties
const AddBody = shape({ nameSv, nameEn, code, service, caseKind, from, form })
const RoutesBody = shape({ routes: optional(Type.Record(Type.String(), Type.String({ maxLength: 40 }))) })

function changed({ approvalOver, routine, ...body }: Static<typeof ChangeBody>) {
  return {
    ...body,
    ...(approvalOver === undefined
      ? {}
      : { approvalOverOre: approvalOver === null ? null : Number(valueOf(readKronor(approvalOver), 'approvalOver')) }),
    ...(routine === undefined ? {} : { routine: linesOf(routine) }),
  }
}

export const requestTypesPage: Page = {
  path,
  access: 'catalogue.desk',
  async show(view, visit) {
    const { lang } = visit
    const all = catalogueText[lang]
    const words = all.requests
    const rows = await requestTypesOn(view, { date: view.today })
    return {
      title: words.title,
      layout: 'desk',
      current: 'request-types',
      topics: ['catalogue'],
      main: (
        <>
          <PageHead title={words.title} under={words.lead} />
          <DataTable
            lang={lang}
            caption={words.title}
            look="cards"
            groups={[...Map.groupBy(rows, (row) => row.serviceName[lang])]
              .toSorted(([a], [b]) => a.localeCompare(b, 'sv'))
              .map(([heading, own]) => ({ heading, rows: own }))}
            rowId={(row) => row.requestTypeId}
            empty={<Empty title={words.none} icon="list-checks" />}
            columns={[
              {
                head: all.any.name,
                rowHead: true,
                phone: 'title',
                cell: (row: RequestTypeRow) => <a href={visit.href(typeHref(row.code))}>{row.name[lang]}</a>,
              },
              { head: words.kind, cell: (row) => all.caseKinds[row.caseKind] },
              {
                head: words.form,
                cell: (row) =>
                  row.formCode ? (
                    <a href={visit.href(`/katalog/formular/${encodeURIComponent(row.formCode)}`)}>{row.formCode}</a>
                  ) : (
                    words.noForm
                  ),
              },
              { head: words.route, cell: (row) => words.routes[row.route] },
              { head: words.approval, cell: (row) => words.approvals[row.approval] },
              {
                head: all.any.state,
                cell: (row) =>
                  row.orderable ? <Tag tone="ok">{all.states.active}</Tag> : <Tag tone="wait">{words.closed}</Tag>,
              },
            ]}
          />
          <div class="mt6">{await AddTypeForm(view, visit)}</div>
        </>
      ),
    }
  },
  deeds: {
    '': formDeed({
      access: 'request_type.keep',
      body: AddBody,
      run: async (deed, { body }) => {
        await addRequestType(deed, body)
        return body.code
      },
      then: (made) => `${typeHref(made)}?klart=sparat`,
    }),
  },
}

async function AddTypeForm(view: View, visit: Visit) {
  const { lang } = visit
  const all = catalogueText[lang]
  const words = all.requests
  const adding = formOn(visit, '')
  const services = await servicesFor(view)
  return (
    <MoreForm form={adding} summary={words.add} action={visit.href(path)} submit={words.add}>
      <SelectField
        {...adding.field('service')}
        label={all.any.service}
        value={adding.value('service')}
        options={services.map((one) => ({ value: one.code, label: one.name[lang], group: one.areaName[lang] }))}
      />
      <SelectField
        {...adding.field('caseKind')}
        label={words.kind}
        value={adding.value('caseKind')}
        options={optionsOf(all.caseKinds, caseKinds)}
      />
      <TextField
        {...adding.field('code')}
        label={all.any.code}
        hint={all.any.codeHint}
        width="long"
        value={adding.value('code')}
      />
      <TextField {...adding.field('nameSv')} label={all.any.nameSv} value={adding.value('nameSv')} maxLength={200} />
      <TextField {...adding.field('nameEn')} label={all.any.nameEn} value={adding.value('nameEn')} maxLength={200} />
      <SelectField
        {...adding.field('form')}
        label={words.form}
        optional
        empty={words.noForm}
        value={adding.value('form')}
        options={await formOptions(view, lang)}
      />
      <DateField {...adding.field('from')} label={all.any.from} value={adding.value('from', view.today.toString())} />
    </MoreForm>
  )
}

const formOptions = async (view: View, lang: Visit['lang']) =>
  (await forms(view)).map((one) => ({ value: one.code, label: one.name[lang] }))

const typeDeeds: Readonly<Record<string, FormDeed>> = {
  '': formDeed({
    access: 'request_type.keep',
    body: ChangeBody,
    run: (deed, { body, params, version }) =>
      changeRequestType(deed, { requestType: codeOf(params), version, ...changed(body) }),
    then: (_result, visit) => `${typeHref(codeOf(visit.params))}?klart=sparat`,
  }),
  platser: formDeed({
    access: 'request_type.keep',
    body: RoutesBody,
    run: (deed, { body, params, version }) => {
      const chosen = Object.entries(body.routes ?? {}).filter(([, unitId]) => unitId !== '')
      return setPlaceRoutes(deed, {
        requestType: codeOf(params),
        version,
        routes: chosen.map(([placeId, unitId]) => ({ placeId, unitId })),
      })
    },
    then: (_result, visit) => `${typeHref(codeOf(visit.params))}?klart=sparat`,
  }),
}

export const requestTypePage: Page = {
  path: `${path}/:code`,
  access: 'catalogue.desk',
  async show(view, visit) {
    const { lang } = visit
    const all = catalogueText[lang]
    const words = all.requests
    const type = await keptRequestType(view, codeOf(visit.params))
    return {
      title: type.name[lang],
      layout: 'desk',
      current: 'request-types',
      topics: ['catalogue'],
      crumbs: [{ href: path, label: words.title }, { label: type.name[lang] }],
      main: (
        <>
          <PageHead
            title={type.name[lang]}
            under={
              <>
                {all.caseKinds[type.caseKind]},{' '}
                <a href={visit.href(serviceHref(type.serviceCode))}>{type.serviceName[lang]}</a>.{' '}
                {spanText(type.validFrom, type.validTo, lang)}
                <Origin origin={type.origin} lang={lang} />
              </>
            }
            actions={type.orderable && <LinkButton href={visit.href(orderHref(type.code))}>{words.toOrder}</LinkButton>}
          />
          {visit.attempt && visit.attempt.refusal.problems.length === 0 && <Refused visit={visit} />}
          <div class="case-grid">
            {await ChangeForm(view, visit, type)}
            <aside class="side">
              {type.routine.length > 0 && (
                <Card heading={words.routineTitle} quiet>
                  <Steps lang={lang} items={type.routine.map((title) => ({ title }))} />
                </Card>
              )}
              {type.routeRules.length > 0 && <Rules type={type} visit={visit} />}
              {await PlaceRoutes(view, visit, type)}
            </aside>
          </div>
        </>
      ),
    }
  },
  deeds: typeDeeds,
}

function Rules({ type, visit }: { readonly type: RequestTypeDetail; readonly visit: Visit }) {
  const { lang } = visit
  const words = catalogueText[lang].requests
  return (
    <Card heading={words.rules} quiet>
      <Facts
        items={rulesOf(type).map((rule) => [
          conditionWords(rule.when, fieldsOf(type), lang),
          [words.routes[rule.to], rule.next && words.routes[rule.next]].filter(Boolean).join(' → '),
        ])}
      />
    </Card>
  )
}

async function ChangeForm(view: View, visit: Visit, type: RequestTypeDetail) {
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
async function PlaceRoutes(view: View, visit: Visit, type: RequestTypeDetail) {
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
