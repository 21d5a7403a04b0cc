// Agreements: the register, and one agreement with its lines and versions.
import { may } from '#platform/access'
import type { View } from '#platform/act'
import { onceKey } from '#platform/http/once'
import { formDeed } from '#platform/http/site'
import type { Page, Site, Visit } from '#platform/http/site'
import { panelsOn } from '#platform/panels'
import { addressIn, filesOf, readRegister, rowsOf } from '#platform/register'
import { servicesFor } from '#catalogue'
import { customersOn } from '#organisation'
import {
  Card,
  DataTable,
  DateField,
  Empty,
  Facts,
  MoreForm,
  Notice,
  PageHead,
  Register,
  SelectField,
  Tag,
  TextField,
  formOn,
  originText,
  spanText,
} from '#ui'
import type { AgreementState } from '../agreement.ts'
import { agreementKinds, stateOn } from '../agreement.ts'
import { AgreementBody } from '../contract.ts'
import type { AgreementView } from '../contract.ts'
import { addAgreement } from '../keep-agreements.ts'
import { agreementRegister } from '../list.ts'
import { agreementById } from '../queries.ts'
import { agreementsText } from '../text.ts'
import { agreementDeeds, idOf, onPage } from './agreement-deeds.ts'
import { AgreementForms, LineForms, lineAsked } from './agreement-forms.tsx'
import { dayText } from './line-text.ts'
import { LinesTable } from './lines-table.tsx'

const { path } = agreementRegister

const customers = async (view: View) =>
  (await customersOn(view, view.today)).map((one) => ({ value: one.customerId, label: one.name }))

const State = ({ lang, state }: { readonly lang: 'sv' | 'en'; readonly state: AgreementState }) => (
  <Tag tone={state === 'active' ? 'ok' : 'wait'}>{agreementsText[lang].states[state]}</Tag>
)

const listPage: Page = {
  path,
  access: 'agreement.read',
  async show(view, visit) {
    const { lang } = visit
    const words = agreementsText[lang]
    const reading = readRegister(agreementRegister, view, visit.query)
    const page = await rowsOf(view, agreementRegister, reading)
    return {
      title: words.title,
      layout: 'desk',
      current: 'agreements',
      topics: ['agreements'],
      main: (
        <>
          <PageHead title={words.title} under={words.lead} />
          <Register
            lang={lang}
            caption={words.title}
            list={agreementRegister.list}
            reading={reading}
            page={page}
            head="name"
            action={visit.href(path)}
            address={(change) => visit.href(addressIn(agreementRegister, reading.state, change))}
            choices={{
              kund: await customers(view),
              tjanst: (await servicesFor(view)).map((one) => ({ value: one.serviceId, label: one.name[lang] })),
            }}
            rowId={(row) => row.agreement_id}
            cells={{
              name: (row) => (
                <a class="t" data-row-link="" href={visit.href(`${path}/${row.agreement_id}`)}>
                  {row.name}
                </a>
              ),
              state: (row) => (
                <State lang={lang} state={stateOn({ from: row.valid_from, to: row.valid_to }, row.on_day)} />
              ),
            }}
            empty={
              <Empty title={words.none} icon="file-text">
                {words.noneHelp}
              </Empty>
            }
          />
          {may(view.actor, 'agreement.keep') && (await NewAgreement(view, visit))}
        </>
      ),
    }
  },
  deeds: {
    '': formDeed({
      access: 'agreement.keep',
      body: AgreementBody,
      run: (deed, { body }) => addAgreement(deed, body),
      then: onPage,
    }),
  },
}

async function NewAgreement(view: View, visit: Visit) {
  const words = agreementsText[visit.lang]
  const form = formOn(visit, '')
  return (
    <MoreForm summary={words.add} form={form} action={visit.href(path)} once={onceKey()} submit={words.save}>
      <TextField {...form.field('name')} label={words.name} width="long" value={form.value('name')} />
      <SelectField
        {...form.field('kind')}
        label={words.kind}
        empty={null}
        options={agreementKinds.map((kind) => ({ value: kind, label: words.kinds[kind] }))}
        value={form.value('kind', 'agreement')}
      />
      <SelectField
        {...form.field('customerId')}
        label={words.customer}
        options={await customers(view)}
        value={form.value('customerId')}
      />
      <DateField
        {...form.field('validFrom')}
        label={words.from}
        value={form.value('validFrom', view.today.toString())}
      />
      <DateField {...form.field('validTo')} label={words.to} optional value={form.value('validTo')} />
    </MoreForm>
  )
}

const onePage: Page = {
  path: `${path}/:agreementId`,
  access: 'agreement.read',
  async show(view, visit) {
    const { lang } = visit
    const words = agreementsText[lang]
    const asked = Number(visit.query.get('version') ?? 0)
    const versionNo = Number.isInteger(asked) && asked > 0 && asked < 100_000 ? asked : undefined
    const agreement = await agreementById(view, idOf(visit.params), versionNo)
    const latest = agreement.versions[0]?.versionNo === agreement.versionNo
    const keeps = agreement.may.includes('agreement.keep') && latest
    const panels = await panelsOn('agreement', view, visit, agreement.id, (verb) => may(view.actor, verb))
    return {
      title: agreement.name,
      layout: 'desk',
      current: 'agreements',
      topics: ['agreements'],
      crumbs: [{ href: path, label: words.title }, { label: agreement.name }],
      main: (
        <>
          <PageHead title={agreement.name} under={<State lang={lang} state={agreement.state} />} />
          {!latest && (
            <Notice tone="warn" small class="mb4">
              {words.older(agreement.versionNo)} <a href={visit.href(`${path}/${agreement.id}`)}>{words.latest}</a>
            </Notice>
          )}
          <AgreementFacts visit={visit} agreement={agreement} />
          <LinesTable
            visit={visit}
            agreement={agreement}
            changeHref={keeps && agreement.state !== 'ended' ? (lineNo) => lineAsked.href(visit, lineNo) : undefined}
          />
          {keeps && (await LineForms(view, visit, agreement))}
          {panels}
          {keeps && (await AgreementForms(view, visit, agreement))}
          <Versions visit={visit} agreement={agreement} />
        </>
      ),
    }
  },
  deeds: agreementDeeds,
}

function AgreementFacts({ visit, agreement }: { readonly visit: Visit; readonly agreement: AgreementView }) {
  const { lang } = visit
  const words = agreementsText[lang]
  return (
    <Card>
      <Facts
        items={[
          [
            words.customer,
            <a href={visit.href(`/organisation/kunder/${agreement.customer.id}`)}>{agreement.customer.name}</a>,
          ],
          [words.provider, agreement.provider.name],
          [words.kind, words.kinds[agreement.kind]],
          [words.valid, spanText(agreement.validFrom, agreement.validTo, lang)],
          [words.version, agreement.versionNo],
          [words.origin, originText(agreement.origin, lang)],
        ]}
      />
    </Card>
  )
}

function Versions({ visit, agreement }: { readonly visit: Visit; readonly agreement: AgreementView }) {
  const { lang } = visit
  const words = agreementsText[lang]
  return (
    <Card heading={words.versions} flush class="mt6">
      <DataTable
        lang={lang}
        bare
        caption={words.versions}
        look="cards"
        rows={agreement.versions}
        columns={[
          {
            head: words.version,
            rowHead: true,
            phone: 'title',
            cell: (one) =>
              one.versionNo === agreement.versionNo ? (
                <b aria-current="true">{one.versionNo}</b>
              ) : (
                <a href={visit.href(`${path}/${agreement.id}?version=${one.versionNo}`)}>{one.versionNo}</a>
              ),
          },
          { head: words.made, cell: (one) => dayText(one.madeAt, lang) },
          { head: words.lines, number: true, cell: (one) => one.lines },
          { head: words.reason, cell: (one) => one.reason ?? <span class="mute">{words.unstated}</span> },
        ]}
      />
    </Card>
  )
}

export function agreementsPages(site: Site): void {
  site.page(listPage)
  site.page(onePage)
  for (const file of filesOf(agreementRegister)) site.download(file)
}
