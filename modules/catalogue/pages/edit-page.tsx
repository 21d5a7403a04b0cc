// The draft of a service, written in the one template, with what stops it from being published; and beside it what its
// owner does with a published service: switch provider, review, ask for signatures, phase out.
import { partsFromLines } from '../draft-fields.ts'
import { manageDeeds } from './manage-deeds.ts'
import { forbidden, notFound, Refusal } from '#basics/refusal'
import type { FormDeed, Page, Visit } from '#platform/http/site'
import { formDeed } from '#platform/http/site'
import { optional, shape, text } from '#platform/http/shape'
import { Card, ChoiceField, DateField, LinkButton, Notice, PageHead } from '#ui'
import { changeDraft, discardDraft } from '../change-draft.ts'
import type { Draft, ServiceDetail } from '../contract.ts'
import { DraftFields, PublishService } from '../contract.ts'
import { draft as draftOf } from '../draft-view.ts'
import { publishService } from '../publish-service.ts'
import { serviceOn } from '../service-view.ts'
import { catalogueText } from '../text.ts'
import { DeedForm, formOn, PressForm } from './form-parts.tsx'
import { Manage, ManageDraft } from './manage-forms.tsx'
import { dayText, editHref, Refused, serviceHref, StateTag } from './page-parts.tsx'
import { TemplateForm } from './template-form.tsx'

const {
  parts: _parts,
  commissioningPartyId: _party,
  decisionId: _decision,
  ownerPersonId: _owner,
  ...typed
} = DraftFields.properties

const lines = optional(text(20_000, { min: 0 }))

const DraftBody = shape({ ...typed, included: lines, notIncluded: lines })

const codeOf = (params: Readonly<Record<string, string>>): string => params['code'] ?? ''

const back = (_result: unknown, visit: Visit): string => `${editHref(codeOf(visit.params))}?klart=sparat`

const draftDeeds: Readonly<Record<string, FormDeed>> = {
  '': formDeed({
    access: 'service.propose',
    body: DraftBody,
    run: (deed, { body: { included, notIncluded, ...fields }, params, version }) =>
      changeDraft(deed, {
        service: codeOf(params),
        version,
        fields: {
          ...fields,
          parts: [...partsFromLines('included', included ?? ''), ...partsFromLines('not_included', notIncluded ?? '')],
        },
      }),
    then: back,
  }),
  kasta: formDeed({
    access: 'service.propose',
    body: shape({}),
    run: (deed, { params, version }) => discardDraft(deed, { service: codeOf(params), version }),
    then: () => '/katalog?klart=borttaget',
  }),
  publicera: formDeed({
    access: 'service.publish',
    body: PublishService,
    run: (deed, { body, params, version }) => publishService(deed, { service: codeOf(params), version, ...body }),
    then: (_result, visit) => `${editHref(codeOf(visit.params))}?klart=publicerat`,
  }),
}

export const editPage: Page = {
  path: '/tjanster/:code/redigera',
  access: 'catalogue.read',
  async show(view, visit) {
    const { lang } = visit
    const all = catalogueText[lang]
    const code = codeOf(visit.params)
    const [draft, service] = [await orNull(draftOf(view, code)), await orNull(serviceOn(view, code))]
    const head = draft ?? service
    if (!head) return notFound()
    if (!head.may.includes('service.change_draft')) return forbidden('service.change_draft')
    return {
      title: all.edit.title(head.name[lang] || head.name.sv),
      layout: 'desk',
      current: 'catalogue-desk',
      topics: [`service:${head.serviceId}`],
      crumbs: [{ href: '/katalog', label: all.desk.title }, { label: head.name.sv }],
      main: (
        <>
          <PageHead
            title={head.name.sv}
            under={<Under draft={draft} service={service} visit={visit} />}
            actions={
              service && <LinkButton href={visit.href(serviceHref(service.code))}>{all.edit.toService}</LinkButton>
            }
          />
          {visit.attempt && visit.attempt.deed !== '' && !visit.attempt.refusal.problems.length && (
            <Refused visit={visit} />
          )}
          <div class="case-grid">
            <TemplateForm head={head} draft={draft} visit={visit} />
            <aside class="side">
              {draft && <Publishing draft={draft} visit={visit} />}
              <Card heading={all.edit.manage} quiet>
                {service ? await Manage(view, visit, service) : draft && (await ManageDraft(view, visit, draft))}
              </Card>
            </aside>
          </div>
        </>
      ),
    }
  },
  deeds: { ...draftDeeds, ...manageDeeds },
}

/** The viewer may see one and not the other. */
async function orNull<T>(reading: Promise<T>): Promise<T | null> {
  try {
    return await reading
  } catch (error) {
    if (error instanceof Refusal && error.status === 404) return null
    throw error
  }
}

interface Both {
  readonly draft: Draft | null
  readonly service: ServiceDetail | null
  readonly visit: Visit
}

function Under({ draft, service, visit }: Both) {
  const { lang } = visit
  const words = catalogueText[lang].edit
  return (
    <>
      {service && <StateTag state={service.state} lang={lang} />}{' '}
      {draft ? (
        <>
          {words.draft(draft.versionNo)}.{' '}
          {draft.proposedBy && words.proposedBy(draft.proposedBy, dayText(draft.proposedAt, lang))}
        </>
      ) : (
        words.noDraft
      )}
    </>
  )
}

/** What is missing in the template is filled in there, not in the form that publishes. */
function whereMended(field: string): string | undefined {
  if (field === 'provider') return 'form-utforare-unitId'
  if (field === 'offerings') return 'form-variant-code'
  if (field === 'boundary') return 'form-ny-included'
  return field in PublishService.properties ? undefined : `form-ny-${field}`
}

function Publishing({ draft, visit }: { readonly draft: Draft; readonly visit: Visit }) {
  const { lang } = visit
  const words = catalogueText[lang].edit
  const form = formOn(visit, 'publicera', { elsewhere: whereMended })
  const asked = visit.query.get('klart') === 'publicerat'
  return (
    <Card heading={words.publish} quiet>
      {draft.gaps.length > 0 ? (
        <Notice tone="warn" title={words.gaps} small>
          <ul class="l">
            {draft.gaps.map((gap) => (
              <li>{gap[lang]}</li>
            ))}
          </ul>
        </Notice>
      ) : (
        <Notice tone="ok" small>
          {words.ready}
        </Notice>
      )}
      {draft.may.includes('service.publish') && !asked && (
        <DeedForm
          form={form}
          action={visit.href(`${editHref(draft.code)}/publicera`)}
          version={draft.version}
          submit={words.publish}
          primary={draft.gaps.length === 0}
        >
          <ChoiceField
            {...form.field('as')}
            tight
            label={words.publishAs}
            value={form.value('as') || 'active'}
            options={[
              { value: 'active', label: words.asActive },
              { value: 'planned', label: words.asPlanned },
            ]}
          />
          <DateField {...form.field('validFrom')} label={words.validFrom} optional value={form.value('validFrom')} />
          <DateField
            {...form.field('startsOn')}
            label={words.startsOn}
            hint={words.startsHint}
            optional
            value={form.value('startsOn')}
          />
        </DeedForm>
      )}
      {draft.may.includes('service.change_draft') && (
        <div class="mt4">
          <PressForm
            action={visit.href(`${editHref(draft.code)}/kasta`)}
            version={draft.version}
            submit={words.discard}
            kind="quiet"
          />
        </div>
      )}
    </Card>
  )
}
