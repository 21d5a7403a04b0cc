// One wish: who stands behind it, and what came of it.
import { localDate } from '#basics/dates'
import { isId } from '#basics/id'
import { notFound } from '#basics/refusal'
import { may } from '#platform/access'
import type { View } from '#platform/act'
import type { FormDeed, Page, Visit } from '#platform/http/site'
import { formDeed } from '#platform/http/site'
import { shape } from '#platform/http/shape'
import { panelsOn } from '#platform/panels'
import { Card, Notice, SelectField, SuggestionField, Tag, TextArea, TextField } from '#ui'
import { backNeed } from '../needs/add-need.ts'
import { answerNeed, declineNeed, draftFromNeed } from '../needs/answer-need.ts'
import { AnswerNeed, BackNeed, DeclineNeed, DraftFromNeed } from '../needs/contract.ts'
import type { NeedDetail } from '../needs/contract.ts'
import { need as needOf } from '../needs/queries.ts'
import { areasOn, servicesFor } from '../queries.ts'
import { catalogueText } from '../text.ts'
import { audienceOf } from '../viewer.ts'
import { formOn, MoreForm, PressForm, YesNo } from './form-parts.tsx'
import { dateText, dayText, editHref, Refused, serviceHref } from './page-parts.tsx'
import { NeedState, path } from './need-state.tsx'

const idOf = (params: Readonly<Record<string, string>>): string => {
  const needId = params['needId'] ?? ''
  return isId(needId) ? needId : notFound()
}

const back = (_result: unknown, visit: Visit): string => `${path}/${visit.params['needId']}?klart=sparat`

const needDeeds: Readonly<Record<string, FormDeed>> = {
  'stall-er-bakom': formDeed({
    access: 'need.back',
    body: shape(BackNeed.properties),
    run: (deed, { body, params }) => backNeed(deed, { needId: idOf(params), ...body }),
    then: back,
  }),
  utkast: formDeed({
    access: 'need.draft',
    body: DraftFromNeed,
    run: async (deed, { body, params, version }) => {
      const made = await draftFromNeed(deed, { needId: idOf(params), version, ...body })
      const service = await deed.tx
        .selectFrom('catalogue.service')
        .select('code')
        .where('service_id', '=', made.serviceId)
        .executeTakeFirstOrThrow()
      return service.code
    },
    then: (code) => `${editHref(code)}?klart=sparat`,
  }),
  besvara: formDeed({
    access: 'need.answer',
    body: AnswerNeed,
    run: (deed, { body, params, version }) => answerNeed(deed, { needId: idOf(params), version, ...body }),
    then: back,
  }),
  avsla: formDeed({
    access: 'need.decline',
    body: DeclineNeed,
    run: (deed, { body, params, version }) => declineNeed(deed, { needId: idOf(params), version, ...body }),
    then: back,
  }),
}

export const needPage: Page = {
  path: `${path}/:needId`,
  access: 'catalogue.read',
  async show(view, visit) {
    const { lang } = visit
    const all = catalogueText[lang]
    const words = all.needs
    const need = await needOf(view, idOf(visit.params))
    const panels = await panelsOn('need', view, visit, need.needId, (verb) => may(view.actor, verb))
    return {
      title: need.title,
      layout: 'portal',
      current: 'needs',
      topics: [`need:${need.needId}`],
      crumbs: [{ href: path, label: words.title }, { label: need.title }],
      main: (
        <>
          {visit.attempt && visit.attempt.refusal.problems.length === 0 && <Refused visit={visit} />}
          <div class="two">
            <article class="prose">
              <h1>{need.title}</h1>
              <div class="row2">
                <NeedState state={need.state} lang={lang} />
                <Tag icon="lightbulb">{words.kinds[need.kind]}</Tag>
                {need.area && <Tag icon="tags">{need.area.name[lang]}</Tag>}
              </div>
              <p class="mute">{words.by(need.askedBy, dayText(need.askedAt, lang))}</p>
              {need.body !== need.title && need.body?.split('\n').map((line) => <p>{line}</p>)}
              <Outcome need={need} visit={visit} />
              {panels}
              {await OwnerForms(view, visit, need)}
            </article>
            <aside>{await Backers(view, visit, need)}</aside>
          </div>
        </>
      ),
    }
  },
  deeds: needDeeds,
}

function Outcome({ need, visit }: { readonly need: NeedDetail; readonly visit: Visit }) {
  const words = catalogueText[visit.lang].needs
  if (need.state === 'declined')
    return (
      <Notice tone="info" title={words.declined}>
        {need.declineReason}
      </Notice>
    )
  if (!need.service) return null
  const href = need.service.published ? serviceHref(need.service.code) : editHref(need.service.code)
  const readable = need.service.published || need.may.length > 0
  return (
    <Notice
      tone={need.state === 'answered' ? 'ok' : 'info'}
      title={need.state === 'answered' ? words.answeredBy : words.draftOf}
    >
      {readable ? <a href={visit.href(href)}>{need.service.name}</a> : need.service.name}
    </Notice>
  )
}

async function Backers(view: View, visit: Visit, need: NeedDetail) {
  const { lang } = visit
  const words = catalogueText[lang].needs
  const audience = await audienceOf(view, view.today)
  return (
    <Card heading={`${words.behind}: ${need.backers}`} quiet>
      {need.backing.length === 0 ? (
        <p class="mute">{words.noneBehind}</p>
      ) : (
        <ul class="l">
          {need.backing.map((one) => (
            <li class="mt2">
              {one.customerName}
              <span class="sm mute block">
                {one.personName}, {dateText(localDate(Temporal.Instant.from(one.at)).toString(), lang)}
              </span>
            </li>
          ))}
        </ul>
      )}
      {need.backedByMine && <p class="mt4">{words.yoursIs}</p>}
      {need.may.includes('need.back') && (
        <div class="mt4">
          {audience.own && <p class="sm mute">{words.backHelp(audience.own.name)}</p>}
          <PressForm action={visit.href(`${path}/${need.needId}/stall-er-bakom`)} submit={words.back} />
        </div>
      )}
    </Card>
  )
}

async function OwnerForms(view: View, visit: Visit, need: NeedDetail) {
  const { lang } = visit
  const all = catalogueText[lang]
  const words = all.needs
  const [draft, answer, decline] = [formOn(visit, 'utkast'), formOn(visit, 'besvara'), formOn(visit, 'avsla')]
  const to = (deed: string): string => visit.href(`${path}/${need.needId}/${deed}`)
  const areas = need.may.includes('need.draft') ? await areasOn(view) : []
  const services = need.may.includes('need.answer') ? await servicesFor(view) : []
  return (
    <>
      {need.may.includes('need.draft') && (
        <MoreForm form={draft} summary={words.draft} action={to('utkast')} version={need.version} submit={words.draft}>
          <SelectField
            {...draft.field('areaId')}
            label={all.any.area}
            value={draft.value('areaId', need.area?.areaId)}
            options={areas.map((area) => ({ value: area.areaId, label: area.name[lang] }))}
          />
          <TextField
            {...draft.field('nameSv')}
            label={all.any.nameSv}
            value={draft.value('nameSv', need.title)}
            maxLength={200}
          />
          <YesNo form={draft} name="despiteSimilar" label={words.despite} stored={false} />
        </MoreForm>
      )}
      {need.may.includes('need.answer') && (
        <MoreForm
          form={answer}
          summary={words.answer}
          action={to('besvara')}
          version={need.version}
          submit={words.answer}
          primary={false}
        >
          <SuggestionField
            {...answer.field('service')}
            label={all.any.service}
            hint={words.answerHint}
            value={answer.value('service')}
            options={services.map((service) => ({
              value: service.code,
              label: service.name[lang],
              detail: service.areaName[lang],
            }))}
          />
        </MoreForm>
      )}
      {need.may.includes('need.decline') && (
        <MoreForm
          form={decline}
          summary={words.decline}
          action={to('avsla')}
          version={need.version}
          submit={words.decline}
          primary={false}
        >
          <TextArea
            {...decline.field('reason')}
            label={words.reason}
            rows={3}
            value={decline.value('reason')}
            maxLength={2000}
          />
        </MoreForm>
      )}
    </>
  )
}
