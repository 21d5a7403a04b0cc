// The owner's desk: what waits to be published, what is overdue for review, who has not signed, what people wish for. And
// the way a new service begins: what is like it is shown first (TY-079).
import { may } from '#platform/access'
import type { View } from '#platform/act'
import { readState } from '#platform/list'
import type { Page, Visit } from '#platform/http/site'
import { formDeed } from '#platform/http/site'
import {
  Button,
  Card,
  DataTable,
  Empty,
  Form,
  LinkButton,
  Notice,
  PageHead,
  SelectField,
  Tag,
  TextArea,
  TextField,
} from '#ui'
import type { RowGroup } from '#ui'
import { ProposeService } from '../contract.ts'
import type { DraftRow, OpenSignOff, OverdueReview, Similar } from '../contract.ts'
import { drafts, openSignOffs, overdueReviews } from '../draft-view.ts'
import { listNeeds, needList } from '../needs/queries.ts'
import { proposeService } from '../propose-service.ts'
import { areasOn, similarTo } from '../queries.ts'
import { catalogueText } from '../text.ts'
import { DeedForm, formOn, YesNo } from './form-parts.tsx'
import { dateText, dayText, editHref, serviceHref, StateTag, unitOptions, Unstated } from './page-parts.tsx'

export const deskPage: Page = {
  path: '/katalog',
  access: 'catalogue.desk',
  async show(view, visit) {
    const { lang } = visit
    const words = catalogueText[lang].desk
    return {
      title: words.title,
      layout: 'desk',
      current: 'catalogue-desk',
      topics: ['catalogue', 'needs'],
      main: (
        <>
          <PageHead
            title={words.title}
            under={words.lead}
            actions={
              <>
                <LinkButton href={visit.href('/katalog/ny')} kind="primary" icon="plus">
                  {words.propose}
                </LinkButton>
                <LinkButton href={visit.href('/katalog/omraden')}>{words.areas}</LinkButton>
              </>
            }
          />
          <Drafts visit={visit} rows={await drafts(view)} />
          <Overdue visit={visit} rows={await overdueReviews(view)} />
          <SignOffs visit={visit} rows={await openSignOffs(view)} />
          {await Needs(view, visit)}
        </>
      ),
    }
  },
}

function Drafts({ visit, rows }: { readonly visit: Visit; readonly rows: readonly DraftRow[] }) {
  const { lang } = visit
  const all = catalogueText[lang]
  const words = all.desk
  return (
    <Card heading={words.drafts} flush>
      <DataTable
        lang={lang}
        bare
        caption={words.drafts}
        look="cards"
        rows={rows.toSorted((a, b) => Number(b.mine) - Number(a.mine))}
        rowId={(row) => row.serviceId}
        empty={<Empty title={words.noDrafts} icon="circle-check" />}
        columns={[
          {
            head: all.any.service,
            rowHead: true,
            phone: 'title',
            cell: (row) => <a href={visit.href(editHref(row.code))}>{row.name[lang]}</a>,
          },
          {
            head: all.any.area,
            cell: (row) => (
              <>
                {row.areaName[lang]}{' '}
                {row.mine && (
                  <Tag tone="accent" icon="user-check">
                    {words.yours}
                  </Tag>
                )}
              </>
            ),
          },
          { head: all.forms.version, cell: (row) => (row.published ? words.newVersion : words.newService) },
          { head: words.proposedBy, cell: (row) => row.proposedBy ?? <Unstated lang={lang} /> },
          { head: words.when, class: 'nowrap', cell: (row) => dayText(row.proposedAt, lang) },
        ]}
      />
    </Card>
  )
}

/** Per owner, as TY-081 asks. */
function Overdue({ visit, rows }: { readonly visit: Visit; readonly rows: readonly OverdueReview[] }) {
  const { lang } = visit
  const all = catalogueText[lang]
  const words = all.desk
  const groups: RowGroup<OverdueReview>[] = [...Map.groupBy(rows, (row) => row.owner ?? '')].map(([owner, own]) => ({
    heading: owner || all.any.nobody,
    count: own.length,
    rows: own,
  }))
  return (
    <Card heading={words.overdue} flush class="mt6">
      <DataTable
        lang={lang}
        bare
        caption={words.overdue}
        look="cards"
        groups={groups}
        rowId={(row) => `oversyn-${row.serviceId}`}
        empty={<Empty title={words.noOverdue} icon="circle-check" />}
        columns={[
          {
            head: all.any.service,
            rowHead: true,
            phone: 'title',
            cell: (row) => <a href={visit.href(editHref(row.code))}>{row.name[lang]}</a>,
          },
          { head: all.any.area, cell: (row) => row.areaName[lang] },
          { head: all.service.nextReview, class: 'nowrap', cell: (row) => dateText(row.reviewOn, lang) },
          { head: all.service.overdue, cell: (row) => words.daysOver(row.daysOver) },
        ]}
      />
    </Card>
  )
}

function SignOffs({ visit, rows }: { readonly visit: Visit; readonly rows: readonly OpenSignOff[] }) {
  const { lang } = visit
  const all = catalogueText[lang]
  const words = all.desk
  return (
    <Card heading={words.signatures} flush class="mt6">
      <DataTable
        lang={lang}
        bare
        caption={words.signatures}
        look="cards"
        rows={rows}
        rowId={(row) => `${row.serviceId}-${row.customerId}`}
        empty={<Empty title={words.noSignatures} icon="circle-check" />}
        columns={[
          {
            head: all.any.service,
            rowHead: true,
            phone: 'title',
            cell: (row) => <a href={visit.href(`${serviceHref(row.code)}#underskrifter`)}>{row.name[lang]}</a>,
          },
          { head: words.customer, cell: (row) => row.customerName },
          { head: words.asked, cell: (row) => (row.askedAt ? dayText(row.askedAt, lang) : <Unstated lang={lang} />) },
        ]}
      />
    </Card>
  )
}

async function Needs(view: View, visit: Visit) {
  const { lang } = visit
  const all = catalogueText[lang]
  const { rows } = await listNeeds(view, { ...readState(needList, new URLSearchParams()), limit: 10 })
  return (
    <Card heading={all.desk.needs} aside={<a href={visit.href('/onskemal')}>{all.desk.allNeeds}</a>} flush class="mt6">
      <DataTable
        lang={lang}
        bare
        caption={all.desk.needs}
        look="cards"
        rows={rows}
        rowId={(row) => row.needId}
        empty={<Empty title={all.desk.noNeeds} icon="circle-check" />}
        columns={[
          {
            head: all.needs.title,
            rowHead: true,
            phone: 'title',
            cell: (row) => <a href={visit.href(`/onskemal/${row.needId}`)}>{row.title}</a>,
          },
          { head: all.needs.backers, number: true, cell: (row) => row.backers },
          { head: all.any.area, cell: (row) => row.area?.name[lang] ?? all.needs.nowhere },
        ]}
      />
    </Card>
  )
}

export const proposePage: Page = {
  path: '/katalog/ny',
  access: 'service.propose',
  async show(view, visit) {
    const { lang } = visit
    const words = catalogueText[lang].propose
    const form = formOn(visit, '')
    const name = form.value('nameSv', visit.query.get('namn')?.slice(0, 200))
    const similar = name.trim() === '' ? [] : await similarTo(view, { name })
    return {
      title: words.title,
      layout: 'desk',
      current: 'catalogue-desk',
      crumbs: [
        may(view.actor, 'catalogue.desk')
          ? { href: '/katalog', label: catalogueText[lang].desk.title }
          : { href: '/tjanster', label: catalogueText[lang].services.title },
        { label: words.title },
      ],
      main: (
        <>
          <PageHead title={words.title} under={words.lead} />
          <Form method="get" action={visit.href('/katalog/ny')} class="mw stack" label={words.look}>
            <TextField lang={lang} name="namn" id="namn" label={words.name} value={name} maxLength={200} />
            <p>
              <Button small icon="search" kind={name === '' ? 'primary' : 'plain'}>
                {words.look}
              </Button>
            </p>
          </Form>
          {name !== '' && <SimilarServices visit={visit} similar={similar} />}
          {name !== '' && (await ProposeForm(view, visit, { name, similar }))}
        </>
      ),
    }
  },
  deeds: {
    '': formDeed({
      access: 'service.propose',
      body: ProposeService,
      run: (deed, { body }) => proposeService(deed, body),
      then: ({ code }) => `${editHref(code)}?klart=sparat`,
    }),
  },
}

function SimilarServices({ visit, similar }: { readonly visit: Visit; readonly similar: readonly Similar[] }) {
  const { lang } = visit
  const words = catalogueText[lang].propose
  if (similar.length === 0) return <p class="mt6">{words.none}</p>
  return (
    <Notice tone="info" icon="lightbulb" title={words.similar(similar.length)} class="mt6">
      <ul class="l">
        {similar.map((one) => (
          <li>
            <a href={visit.href(serviceHref(one.code))}>{one.name[lang]}</a>{' '}
            <span class="mute">{one.areaName[lang]}</span> <StateTag state={one.state} lang={lang} />
          </li>
        ))}
      </ul>
    </Notice>
  )
}

async function ProposeForm(
  view: View,
  visit: Visit,
  { name, similar }: { readonly name: string; readonly similar: readonly Similar[] },
) {
  const { lang } = visit
  const all = catalogueText[lang]
  const words = all.propose
  const form = formOn(visit, '')
  const areas = await areasOn(view)
  return (
    <div class="mt6">
      <DeedForm form={form} action={visit.href('/katalog/ny')} submit={words.send}>
        <TextField {...form.field('nameSv')} label={all.any.nameSv} value={name} maxLength={200} />
        <SelectField
          {...form.field('areaId')}
          label={all.any.area}
          value={form.value('areaId')}
          options={areas.map((area) => ({ value: area.areaId, label: area.name[lang] }))}
        />
        <TextArea {...form.field('content')} label={words.content} optional rows={4} value={form.value('content')} />
        <TextArea {...form.field('needs')} label={words.needs} optional rows={3} value={form.value('needs')} />
        <SelectField
          {...form.field('providerUnitId')}
          label={words.unit}
          optional
          value={form.value('providerUnitId')}
          options={await unitOptions(view)}
        />
        {similar.length > 0 && <YesNo form={form} name="despiteSimilar" label={words.despite} stored={false} />}
      </DeedForm>
    </div>
  )
}
