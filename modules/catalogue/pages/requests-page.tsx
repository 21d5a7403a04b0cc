// All ways in, service by service, and the form that adds one.
import type { View } from '#platform/act'
import type { Page, Visit } from '#platform/http/site'
import { formDeed } from '#platform/http/site'
import { shape } from '#platform/http/shape'
import { DataTable, DateField, Empty, PageHead, SelectField, Tag, TextField } from '#ui'
import type { RequestTypeRow } from '../contract.ts'
import { servicesFor } from '../queries.ts'
import { caseKinds } from '../request-type.ts'
import { AddRequestType } from '../requests/contract.ts'
import { addRequestType } from '../requests/keep-request-types.ts'
import { requestTypesOn } from '../requests/queries.ts'
import { catalogueText } from '../text.ts'
import { formOn, MoreForm } from './form-parts.tsx'
import { optionsOf } from './page-parts.tsx'
import { formOptions, path, typeHref } from './request-parts.ts'

export const { nameSv, nameEn, code, service, caseKind, from, form } = AddRequestType.properties

const AddBody = shape({ nameSv, nameEn, code, service, caseKind, from, form })

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
