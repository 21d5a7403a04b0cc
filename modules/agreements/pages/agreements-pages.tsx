// Agreements: the list, one agreement with its lines, and their forms.
import { may } from '#platform/access'
import type { View } from '#platform/act'
import { onceKey } from '#platform/http/once'
import { formDeed } from '#platform/http/site'
import type { Page, Site, Visit } from '#platform/http/site'
import { day, shape } from '#platform/http/shape'
import { servicesFor } from '#catalogue'
import { customersOn } from '#organisation'
import {
  Button,
  Card,
  DataTable,
  DateField,
  Empty,
  ErrorSummary,
  Facts,
  Form,
  More,
  PageHead,
  SelectField,
  Tag,
  TextField,
} from '#ui'
import { AgreementBody, LineBody, agreementKinds, financings } from '../contract.ts'
import { addAgreement, addLine, endAgreement } from '../keep-agreements.ts'
import { agreementById, listAgreements } from '../queries.ts'
import { agreementsText } from '../text.ts'

function Errors({ visit }: { readonly visit: Visit }) {
  const { attempt, lang } = visit
  if (!attempt) return null
  const { problems, words } = attempt.refusal
  return (
    <ErrorSummary
      lang={lang}
      errors={
        problems.length > 0
          ? problems.map((one) => ({ field: one.field, message: one[lang] }))
          : [{ field: 'name', message: words[lang] }]
      }
    />
  )
}
const typed = (visit: Visit, name: string): string => visit.attempt?.values[name]?.[0] ?? ''
const errorAt = (visit: Visit, name: string): string | undefined =>
  visit.attempt?.refusal.problems.find((one) => one.field === name)?.[visit.lang]

async function NewAgreement(view: View, visit: Visit) {
  const { lang } = visit
  const words = agreementsText[lang]
  const customers = (await customersOn(view, view.today)).map((one) => ({ value: one.customerId, label: one.name }))
  return (
    <Form action={visit.href('/overenskommelser')} hidden={{ _once: onceKey() }}>
      <Errors visit={visit} />
      <TextField
        lang={lang}
        name="name"
        label={words.name}
        value={typed(visit, 'name')}
        error={errorAt(visit, 'name')}
      />
      <SelectField
        lang={lang}
        name="kind"
        label={words.kind}
        options={agreementKinds.map((kind) => ({ value: kind, label: words.kinds[kind] }))}
        value={typed(visit, 'kind') || 'agreement'}
      />
      <SelectField
        lang={lang}
        name="customerId"
        label={words.customer}
        empty={words.choose}
        options={customers}
        value={typed(visit, 'customerId')}
        error={errorAt(visit, 'customerId')}
      />
      <DateField
        lang={lang}
        name="validFrom"
        label={words.from}
        value={typed(visit, 'validFrom') || view.today.toString()}
        error={errorAt(visit, 'validFrom')}
      />
      <Button kind="primary">{words.save}</Button>
    </Form>
  )
}

const listPage: Page = {
  path: '/overenskommelser',
  access: 'agreement.read',
  async show(view, visit) {
    const { lang } = visit
    const words = agreementsText[lang]
    const rows = await listAgreements(view)
    return {
      title: words.title,
      layout: 'desk',
      current: 'agreements',
      topics: ['agreements'],
      main: (
        <>
          <PageHead title={words.title} under={words.lead} />
          {rows.length === 0 ? (
            <Empty title={words.none} icon="file-text">
              {words.noneHelp}
            </Empty>
          ) : (
            <DataTable
              lang={lang}
              caption={words.title}
              look="cards"
              rows={rows}
              columns={[
                {
                  head: words.name,
                  rowHead: true,
                  phone: 'title',
                  cell: (row) => <a href={visit.href(`/overenskommelser/${row.id}`)}>{row.name}</a>,
                },
                { head: words.customer, cell: (row) => row.customer },
                { head: words.kind, cell: (row) => words.kinds[row.kind] },
                { head: words.lines, number: true, cell: (row) => row.lines },
                {
                  head: words.state,
                  cell: (row) => <Tag tone={row.state === 'active' ? 'ok' : 'wait'}>{words.states[row.state]}</Tag>,
                },
              ]}
            />
          )}
          {may(view.actor, 'agreement.keep') && (
            <More summary={words.add} open={visit.attempt !== undefined}>
              {await NewAgreement(view, visit)}
            </More>
          )}
        </>
      ),
    }
  },
  deeds: {
    '': formDeed({
      access: 'agreement.keep',
      body: AgreementBody,
      run: (deed, { body }) => addAgreement(deed, body),
      then: (result) => `/overenskommelser/${result.agreementId}?klart=sparat`,
    }),
  },
}

const onePage: Page = {
  path: '/overenskommelser/:agreementId',
  access: 'agreement.read',
  async show(view, visit) {
    const { lang } = visit
    const words = agreementsText[lang]
    const agreement = await agreementById(view, visit.params['agreementId'] ?? '')
    const keeps = may(view.actor, 'agreement.keep') && agreement.state === 'active'
    const services = keeps
      ? (await servicesFor(view)).map((service) => ({ value: service.serviceId, label: service.name[lang] }))
      : []
    const mute = <span class="mute">{words.unstated}</span>
    return {
      title: agreement.name,
      layout: 'desk',
      current: 'agreements',
      topics: ['agreements'],
      crumbs: [{ href: '/overenskommelser', label: words.title }, { label: agreement.name }],
      main: (
        <>
          <PageHead
            title={agreement.name}
            under={<Tag tone={agreement.state === 'active' ? 'ok' : 'wait'}>{words.states[agreement.state]}</Tag>}
          />
          <Card>
            <Facts
              items={[
                [words.customer, agreement.customer.name],
                [words.provider, agreement.provider.name],
                [words.kind, words.kinds[agreement.kind]],
                [words.from, agreement.validFrom],
                ...(agreement.validTo ? [[words.to, agreement.validTo] as const] : []),
                [words.version, agreement.versionNo],
                [words.origin, agreement.origin],
              ]}
            />
          </Card>
          <DataTable
            lang={lang}
            caption={words.lines}
            captionShown
            look="cards"
            empty={words.noLines}
            rows={agreement.lines}
            columns={[
              {
                head: words.service,
                rowHead: true,
                phone: 'title',
                cell: (line) => <a href={visit.href(`/tjanster/${line.serviceCode}`)}>{line.service.name}</a>,
              },
              { head: words.offering, cell: (line) => line.offering?.name ?? words.allOfService },
              { head: words.level, cell: (line) => line.level?.name ?? mute },
              { head: words.schedule, cell: (line) => line.schedule?.name ?? mute },
              { head: words.financing, cell: (line) => words.financings[line.financing] },
            ]}
          />
          {keeps && (
            <>
              <More summary={words.addLine} open={visit.attempt?.deed === 'rader'}>
                <Form
                  action={visit.href(`/overenskommelser/${agreement.id}/rader`)}
                  hidden={{ _once: onceKey(), _version: String(agreement.version) }}
                >
                  <Errors visit={visit} />
                  <SelectField
                    lang={lang}
                    name="serviceId"
                    label={words.service}
                    empty={words.choose}
                    options={services}
                    value={typed(visit, 'serviceId')}
                    error={errorAt(visit, 'serviceId')}
                  />
                  <SelectField
                    lang={lang}
                    name="financing"
                    label={words.financing}
                    options={financings.map((one) => ({ value: one, label: words.financings[one] }))}
                    value={typed(visit, 'financing') || 'price'}
                  />
                  <Button kind="primary">{words.saveLine}</Button>
                </Form>
              </More>
              <More summary={words.end} open={visit.attempt?.deed === 'avsluta'}>
                <Form
                  action={visit.href(`/overenskommelser/${agreement.id}/avsluta`)}
                  hidden={{ _once: onceKey(), _version: String(agreement.version) }}
                >
                  <Errors visit={visit} />
                  <DateField
                    lang={lang}
                    name="from"
                    label={words.endFrom}
                    value={typed(visit, 'from')}
                    error={errorAt(visit, 'from')}
                  />
                  <Button>{words.end}</Button>
                </Form>
              </More>
            </>
          )}
        </>
      ),
    }
  },
  deeds: {
    rader: formDeed({
      access: 'agreement.keep',
      body: LineBody,
      run: (deed, { body, params, version }) => addLine(deed, params['agreementId'] ?? '', body, version),
      then: (result) => `/overenskommelser/${result.agreementId}?klart=sparat`,
    }),
    avsluta: formDeed({
      access: 'agreement.keep',
      body: shape({ from: day() }),
      run: (deed, { body, params, version }) => endAgreement(deed, params['agreementId'] ?? '', body.from, version),
      then: (result) => `/overenskommelser/${result.agreementId}?klart=sparat`,
    }),
  },
}

export function agreementsPages(site: Site): void {
  site.page(listPage)
  site.page(onePage)
}
