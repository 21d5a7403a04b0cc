// All wishes, most backed first, and the form that puts one forward.
import type { View } from '#platform/act'
import { addressOf, readState } from '#platform/list'
import type { ListState } from '#platform/list'
import type { Page, Visit } from '#platform/http/site'
import { formDeed } from '#platform/http/site'
import {
  Actions,
  Card,
  ChoiceChip,
  DataTable,
  Empty,
  LinkButton,
  PageHead,
  Pager,
  SelectField,
  TextArea,
  TextField,
  Tools,
} from '#ui'
import { addNeed } from '../needs/add-need.ts'
import { AddNeed } from '../needs/contract.ts'
import type { NeedRow } from '../needs/contract.ts'
import { listNeeds, needList } from '../needs/queries.ts'
import { areasOn } from '../queries.ts'
import { catalogueText } from '../text.ts'
import { DeedForm, formOn } from './form-parts.tsx'
import { dayText } from './page-parts.tsx'
import { NeedState, path } from './need-state.tsx'

export const needsPage: Page = {
  path,
  access: 'catalogue.read',
  async show(view, visit) {
    const { lang } = visit
    const all = catalogueText[lang]
    const words = all.needs
    const state = readState(needList, visit.query)
    const page = await listNeeds(view, state)
    const address = (change: Partial<ListState>): string =>
      visit.href(path + addressOf(state, needList.defaultSort, change))
    const chosen = state.filters['state']?.join(',') ?? ''
    return {
      title: words.title,
      layout: 'portal',
      current: 'needs',
      topics: ['needs'],
      main: (
        <>
          <PageHead title={words.title} under={words.lead} />
          <Tools>
            {[
              ['', words.states.open],
              ['answered', words.states.answered],
              ['declined', words.states.declined],
            ].map(([value, label]) => (
              <ChoiceChip
                label={label ?? ''}
                current={chosen === value}
                href={address({ filters: value ? { state: [value] } : {} })}
              />
            ))}
          </Tools>
          <DataTable
            lang={lang}
            caption={words.title}
            look="cards"
            rows={page.rows}
            rowId={(row) => row.needId}
            empty={
              <Empty title={words.none} icon="lightbulb">
                {words.noneHelp}
              </Empty>
            }
            columns={[
              {
                head: words.title,
                rowHead: true,
                phone: 'title',
                cell: (row: NeedRow) => <a href={visit.href(`${path}/${row.needId}`)}>{row.title}</a>,
              },
              {
                head: words.backers,
                number: true,
                sort: {
                  href: address({ sort: 'backers', descending: true }),
                  direction: state.sort === 'backers' ? 'descending' : undefined,
                },
                cell: (row) => (
                  <>
                    {row.backers}
                    {row.backedByMine && <span class="sr">, {words.yoursIs}</span>}
                  </>
                ),
              },
              { head: all.any.area, cell: (row) => row.area?.name[lang] ?? words.nowhere },
              { head: all.any.state, cell: (row) => <NeedState state={row.state} lang={lang} /> },
              {
                head: words.asked,
                sort: {
                  href: address({ sort: 'asked', descending: true }),
                  direction: state.sort === 'asked' ? 'descending' : undefined,
                },
                cell: (row) => dayText(row.askedAt, lang),
              },
            ]}
          />
          <Pager
            lang={lang}
            shown={String(page.rows.length)}
            total={String(page.total.count)}
            nextHref={page.next ? address({ cursor: page.next }) : undefined}
            firstHref={state.cursor ? address({ cursor: null }) : undefined}
          />
          <Actions>
            <LinkButton
              kind="quiet"
              small
              icon="download"
              download
              href={visit.href(`${path}/rader.csv${addressOf(state, needList.defaultSort)}`)}
            >
              {all.any.csv}
            </LinkButton>
            <LinkButton
              kind="quiet"
              small
              icon="download"
              download
              href={visit.href(`${path}/rader.xlsx${addressOf(state, needList.defaultSort)}`)}
            >
              {all.any.xlsx}
            </LinkButton>
          </Actions>
          {await AddForm(view, visit)}
        </>
      ),
    }
  },
  deeds: {
    '': formDeed({
      access: 'need.add',
      body: AddNeed,
      run: (deed, { body }) => addNeed(deed, body),
      then: ({ needId }) => `${path}/${needId}?klart=skickat`,
    }),
  },
}

async function AddForm(view: View, visit: Visit) {
  const { lang } = visit
  const words = catalogueText[lang].needs
  const form = formOn(visit, '')
  const areas = await areasOn(view)
  return (
    <Card heading={words.add} id="nytt" class="mt8">
      <DeedForm form={form} action={visit.href(path)} submit={words.send}>
        <TextField {...form.field('title')} label={words.what} value={form.value('title')} maxLength={200} />
        <TextArea
          {...form.field('body')}
          label={words.tell}
          hint={words.tellHint}
          optional
          rows={4}
          value={form.value('body')}
          draft="onskemal"
        />
        <SelectField
          {...form.field('areaId')}
          label={catalogueText[lang].any.area}
          optional
          value={form.value('areaId')}
          options={areas.map((area) => ({ value: area.areaId, label: area.name[lang] }))}
        />
      </DeedForm>
    </Card>
  )
}
