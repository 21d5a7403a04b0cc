// Parties and how they belong together on a day.
import { may } from '#platform/access'
import type { Page, Visit } from '#platform/http/site'
import { formDeed } from '#platform/http/site'
import { idField, optional, shape, text } from '#platform/http/shape'
import { DataTable, DateField, Empty, FormSection, More, PageHead, SelectField, TextField } from '#ui'
import type { Party } from '../parties/contract.ts'
import { AddParty, EndRelation, partyKinds, RelateParties, relationKinds } from '../parties/contract.ts'
import { addParty, changeParty, endRelation, relateParties } from '../parties/keep-parties.ts'
import { partiesOn } from '../parties/queries.ts'
import { organisationText } from '../text.ts'
import type { FormView } from './form-parts.tsx'
import { DeedForm, MoreForm, formOn } from './form-parts.tsx'
import { DayForm, dayAsked, originText } from './page-parts.tsx'

const path = '/organisation/parter'
const { aliases: _aliases, ...addFields } = AddParty.properties
const { kind: _kind, ...changeFields } = addFields
const aliases = { aliases: optional(text(1000)) }
const party = { partyId: idField() }
const AddBody = shape({ ...addFields, ...aliases })
const ChangeBody = shape({ ...changeFields, ...aliases, ...party })
const namesOf = (typed: string | undefined): string[] =>
  (typed ?? '')
    .split(',')
    .map((name) => name.trim())
    .filter(Boolean)
const then = (): string => `${path}?klart=sparat`

export const partiesPage: Page = {
  path,
  access: 'organisation.read',
  async show(view, visit) {
    const { lang } = visit
    const all = organisationText[lang]
    const words = all.parties
    const { on, wrong } = dayAsked(view, visit)
    const parties = [...(await partiesOn(view, on))]
    const edits = may(view.actor, 'organisation.edit')
    const form = formOn(visit, '')
    return {
      title: words.title,
      layout: 'desk',
      current: 'organisation-parties',
      topics: ['organisation'],
      main: (
        <>
          <PageHead title={words.title} under={words.lead} />
          <DayForm visit={visit} on={on} wrong={wrong} path={path} />
          <DataTable
            lang={lang}
            caption={words.title}
            look="cards"
            rows={parties}
            rowId={(row) => row.partyId}
            empty={
              <Empty title={words.empty} icon="landmark">
                {words.emptyHelp}
              </Empty>
            }
            columns={[
              {
                head: all.any.name,
                rowHead: true,
                phone: 'title',
                cell: (row) => (
                  <>
                    {row.name}
                    {row.aliases.length > 0 && <span class="mute"> ({row.aliases.join(', ')})</span>}
                  </>
                ),
              },
              { head: all.any.kind, cell: (row) => all.partyKinds[row.kind] },
              {
                head: words.relations,
                cell: (row) =>
                  row.relations.map((one) => `${all.relationKinds[one.kind]} ${one.otherName}`).join(', ') || '–',
              },
              { head: words.prefix, cell: (row) => row.seriesPrefix ?? '–' },
              { head: all.any.origin, cell: (row) => originText(row.origin, lang) },
            ]}
          />
          {edits && parties.map((row) => <PartyForms visit={visit} row={row} parties={parties} today={view.today} />)}
          {edits && (
            <MoreForm summary={words.add} form={form} action={visit.href(path)} submit={all.any.save}>
              <SelectField
                {...form.field('kind')}
                label={all.any.kind}
                empty={null}
                width="long"
                options={partyKinds.map((kind) => ({ value: kind, label: all.partyKinds[kind] }))}
                value={form.value('kind', 'board')}
              />
              <PartyFields visit={visit} form={form} />
            </MoreForm>
          )}
        </>
      ),
    }
  },
  deeds: {
    '': formDeed({
      access: 'organisation.edit',
      body: AddBody,
      run: (deed, { body }) => addParty(deed, { ...body, aliases: namesOf(body.aliases) }),
      then,
    }),
    andra: formDeed({
      access: 'organisation.edit',
      body: ChangeBody,
      run: (deed, { body: { partyId, ...body }, version }) =>
        changeParty(deed, { partyId, version }, { ...body, aliases: namesOf(body.aliases) }),
      then,
    }),
    samband: formDeed({
      access: 'organisation.edit',
      body: shape({ ...RelateParties.properties, ...party }),
      run: (deed, { body: { partyId, ...body }, version }) => relateParties(deed, { partyId, version }, body),
      then,
    }),
    'samband-avsluta': formDeed({
      access: 'organisation.edit',
      body: shape({ ...EndRelation.properties, ...party }),
      run: (deed, { body: { partyId, ...body }, version }) => endRelation(deed, { partyId, version }, body),
      then,
    }),
  },
}

function PartyFields({ visit, form, row }: { readonly visit: Visit; readonly form: FormView; readonly row?: Party }) {
  const { parties: words, any } = organisationText[visit.lang]
  return (
    <>
      <TextField {...form.field('name')} label={any.name} value={form.value('name', row?.name)} width="long" />
      <TextField
        {...form.field('aliases')}
        label={words.aliases}
        hint={words.aliasesHint}
        optional
        value={form.value('aliases', row?.aliases.join(', '))}
        width="long"
      />
      <TextField
        {...form.field('organisationNumber')}
        label={words.number}
        optional
        value={form.value('organisationNumber', row?.organisationNumber)}
        width="medium"
      />
      <TextField
        {...form.field('seriesPrefix')}
        label={words.prefix}
        hint={words.prefixHint}
        optional
        value={form.value('seriesPrefix', row?.seriesPrefix)}
        width="medium"
      />
    </>
  )
}

function PartyForms({
  visit,
  row,
  parties,
  today,
}: {
  readonly visit: Visit
  readonly row: Party
  readonly parties: readonly Party[]
  readonly today: Temporal.PlainDate
}) {
  const { parties: words, any, relationKinds: kinds } = organisationText[visit.lang]
  const own = (key: string) => formOn(visit, key, { row: ['partyId', row.partyId] })
  const [change, relate, end] = [own('andra'), own('samband'), own('samband-avsluta')]
  const hidden = { partyId: row.partyId }
  const base = visit.href(path)
  const others = parties
    .filter((one) => one.partyId !== row.partyId)
    .map((one) => ({ value: one.partyId, label: one.name }))
  const kindOptions = relationKinds.map((kind) => ({ value: kind, label: kinds[kind] }))
  const related = row.relations.map((one) => ({ value: one.otherPartyId, label: one.otherName }))
  return (
    <More summary={`${any.change}: ${row.name}`} open={change.failed || relate.failed || end.failed}>
      <DeedForm form={change} action={`${base}/andra`} version={row.version} hidden={hidden} submit={any.save}>
        <PartyFields visit={visit} form={change} row={row} />
      </DeedForm>
      <FormSection heading={words.relate}>
        <DeedForm form={relate} action={`${base}/samband`} version={row.version} hidden={hidden} submit={words.relate}>
          <SelectField
            {...relate.field('kind')}
            label={words.relation}
            empty={null}
            width="long"
            options={kindOptions}
            value={relate.value('kind', 'board_of')}
          />
          <SelectField
            {...relate.field('otherPartyId')}
            label={words.other}
            width="long"
            options={others}
            value={relate.value('otherPartyId')}
          />
          <DateField {...relate.field('from')} label={any.from} value={relate.value('from', today.toString())} />
        </DeedForm>
      </FormSection>
      {related.length > 0 && (
        <FormSection heading={words.endRelation}>
          <DeedForm
            form={end}
            action={`${base}/samband-avsluta`}
            version={row.version}
            hidden={hidden}
            submit={words.endRelation}
          >
            <SelectField
              {...end.field('kind')}
              label={words.relation}
              empty={null}
              width="long"
              options={kindOptions}
              value={end.value('kind', row.relations[0]?.kind)}
            />
            <SelectField
              {...end.field('otherPartyId')}
              label={words.other}
              empty={null}
              width="long"
              options={related}
              value={end.value('otherPartyId')}
            />
            <DateField {...end.field('on')} label={any.on} value={end.value('on')} />
          </DeedForm>
        </FormSection>
      )}
    </More>
  )
}
