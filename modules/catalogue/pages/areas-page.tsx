// The areas of the catalogue: who owns each, and what was promised before it had a catalogue.
import type { ComponentChildren } from 'preact'
import { may } from '#platform/access'
import type { View } from '#platform/act'
import type { FormDeed, Page, Visit } from '#platform/http/site'
import { formDeed } from '#platform/http/site'
import { shape, text } from '#platform/http/shape'
import { Card, DateField, Facts, PageHead, SelectField, TextArea, TextField } from '#ui'
import { AddArea, AddCommitment, ChangeArea } from '../contract.ts'
import type { Area } from '../contract.ts'
import { addArea, addCommitment, changeArea } from '../areas/keep-areas.ts'
import { areasOn } from '../queries.ts'
import { catalogueText } from '../text.ts'
import { formOn, MoreForm } from './form-parts.tsx'
import { dateText, optionsOf, Origin, spanText, unitOptions, Unstated } from './page-parts.tsx'

const path = '/katalog/omraden'
const back = (): string => `${path}?klart=sparat`
const { ownerPersonId: _person, ...changed } = ChangeArea.properties
const { ownerPersonId: _owner, ...added } = AddArea.properties
const which = { area: text(80) }

const areaDeeds: Readonly<Record<string, FormDeed>> = {
  '': formDeed({ access: 'area.keep', body: shape(added), run: (deed, { body }) => addArea(deed, body), then: back }),
  andra: formDeed({
    access: 'area.keep',
    body: shape({ ...changed, ...which }),
    run: (deed, { body, version }) => changeArea(deed, { ...body, version }),
    then: back,
  }),
  atagande: formDeed({
    access: 'area.keep',
    body: shape({ ...AddCommitment.properties, ...which }),
    run: (deed, { body }) => addCommitment(deed, body),
    then: back,
  }),
}

export const areasPage: Page = {
  path,
  access: 'catalogue.desk',
  async show(view, visit) {
    const { lang } = visit
    const words = catalogueText[lang].areas
    const areas = await areasOn(view)
    const keeps = may(view.actor, 'area.keep')
    const forms = keeps ? await Promise.all(areas.map((area) => AreaForms(view, visit, area))) : []
    return {
      title: words.title,
      layout: 'desk',
      current: 'catalogue-desk',
      topics: ['catalogue'],
      crumbs: [{ href: '/katalog', label: catalogueText[lang].desk.title }, { label: words.title }],
      main: (
        <>
          <PageHead title={words.title} under={words.lead} />
          <div class="stack">
            {areas.map((area, n) => (
              <AreaCard area={area} visit={visit} forms={forms[n]} />
            ))}
          </div>
          {keeps && <div class="mt6">{await AddForm(view, visit)}</div>}
        </>
      ),
    }
  },
  deeds: areaDeeds,
}

function AreaCard({
  area,
  visit,
  forms,
}: {
  readonly area: Area
  readonly visit: Visit
  readonly forms: ComponentChildren
}) {
  const { lang } = visit
  const all = catalogueText[lang]
  const words = all.areas
  const earlier = area.earlierCommitment
  return (
    <Card
      heading={area.name[lang]}
      aside={
        <a href={visit.href(`/tjanster?area=${encodeURIComponent(area.code)}`)}>{all.services.count(area.services)}</a>
      }
    >
      <Facts
        items={[
          [words.owner, area.owner?.name ?? all.any.nobody],
          [words.ownerUnit, area.ownerUnit?.name ?? <Unstated lang={lang} />],
          [words.mode, words.modes[area.mode]],
          [
            all.service.holds,
            <>
              {spanText(area.validFrom, area.validTo, lang)}
              <Origin origin={area.origin} lang={lang} />
            </>,
          ],
          ...(earlier
            ? ([
                [
                  all.services.earlier,
                  <>
                    {earlier.body} <span class="sm mute">{dateText(earlier.validFrom, lang)}</span>
                  </>,
                ],
              ] as const)
            : []),
        ]}
      />
      {forms}
    </Card>
  )
}

async function AreaForms(view: View, visit: Visit, area: Area) {
  const { lang } = visit
  const all = catalogueText[lang]
  const words = all.areas
  const change = formOn(visit, 'andra', { row: ['area', area.code] })
  const commitment = formOn(visit, 'atagande', { row: ['area', area.code] })
  return (
    <>
      <MoreForm
        form={change}
        summary={words.change}
        action={visit.href(`${path}/andra`)}
        version={area.version}
        hidden={{ area: area.code }}
        submit={all.any.save}
        primary={false}
      >
        <TextField
          {...change.field('nameSv')}
          label={all.any.nameSv}
          value={change.value('nameSv', area.name.sv)}
          maxLength={100}
        />
        <TextField
          {...change.field('nameEn')}
          label={all.any.nameEn}
          value={change.value('nameEn', area.name.en)}
          maxLength={100}
        />
        <TextField
          {...change.field('lead')}
          label={words.leadText}
          optional
          value={change.value('lead', area.lead)}
          maxLength={500}
        />
        <SelectField
          {...change.field('ownerUnitId')}
          label={words.ownerUnit}
          hint={words.ownerHint}
          optional
          value={change.value('ownerUnitId', area.ownerUnit?.unitId)}
          options={await unitOptions(view)}
        />
        <DateField
          {...change.field('validTo')}
          label={all.any.firstDayNot}
          optional
          value={change.value('validTo', area.validTo)}
        />
      </MoreForm>
      <MoreForm
        form={commitment}
        summary={words.commitment}
        help={words.commitmentHelp}
        action={visit.href(`${path}/atagande`)}
        hidden={{ area: area.code }}
        submit={all.any.save}
        primary={false}
      >
        <DateField {...commitment.field('from')} label={all.any.from} value={commitment.value('from')} />
        <DateField {...commitment.field('to')} label={words.to} optional value={commitment.value('to')} />
        <TextArea {...commitment.field('body')} label={words.body} rows={4} value={commitment.value('body')} />
        <TextField
          {...commitment.field('note')}
          label={words.note}
          optional
          value={commitment.value('note')}
          maxLength={1000}
        />
      </MoreForm>
    </>
  )
}

async function AddForm(view: View, visit: Visit) {
  const all = catalogueText[visit.lang]
  const words = all.areas
  const form = formOn(visit, '')
  return (
    <MoreForm form={form} summary={words.add} action={visit.href(path)} submit={words.add}>
      <TextField
        {...form.field('code')}
        label={all.any.code}
        hint={all.any.codeHint}
        width="long"
        value={form.value('code')}
      />
      <TextField {...form.field('nameSv')} label={all.any.nameSv} value={form.value('nameSv')} maxLength={100} />
      <TextField {...form.field('nameEn')} label={all.any.nameEn} value={form.value('nameEn')} maxLength={100} />
      <TextField {...form.field('lead')} label={words.leadText} optional value={form.value('lead')} maxLength={500} />
      <SelectField
        {...form.field('mode')}
        label={words.mode}
        value={form.value('mode', 'own_production')}
        options={optionsOf(words.modes, ['own_production', 'purchaser_function'])}
      />
      <SelectField
        {...form.field('ownerUnitId')}
        label={words.ownerUnit}
        hint={words.ownerHint}
        optional
        value={form.value('ownerUnitId')}
        options={await unitOptions(view)}
      />
      <DateField {...form.field('from')} label={all.any.from} value={form.value('from', view.today.toString())} />
    </MoreForm>
  )
}
