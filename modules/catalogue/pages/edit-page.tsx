// The draft of a service, written in the one template, with what stops it from being published; and beside it what its
// owner does with a published service: switch provider, review, ask for signatures, phase out.
import { forbidden, notFound, Refusal } from '#basics/refusal'
import type { FormDeed, Page, Visit } from '#platform/http/site'
import { formDeed } from '#platform/http/site'
import { optional, shape, text } from '#platform/http/shape'
import {
  Card,
  ChoiceField,
  DateField,
  FormSection,
  LinkButton,
  Notice,
  PageHead,
  SelectField,
  TextArea,
  TextField,
} from '#ui'
import { changeDraft, discardDraft } from '../change-draft.ts'
import type { Draft, ServiceDetail } from '../contract.ts'
import { DraftFields, PublishService } from '../contract.ts'
import { partsFromLines } from '../draft-fields.ts'
import { draft as draftOf } from '../draft-view.ts'
import { publishService } from '../publish-service.ts'
import { obligations, serviceKinds } from '../service.ts'
import type { Section } from '../service.ts'
import { serviceOn } from '../service-view.ts'
import { catalogueText } from '../text.ts'
import { DeedForm, formOn, PressForm, SomeOf, YesNo } from './form-parts.tsx'
import type { FormView } from './form-parts.tsx'
import { Manage, ManageDraft, manageDeeds } from './manage-forms.tsx'
import { dayText, editHref, optionsOf, Refused, serviceHref, StateTag } from './page-parts.tsx'

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

type Head = Draft | ServiceDetail
const isDraft = (head: Head): head is Draft => 'gaps' in head

function TemplateForm({
  head,
  draft,
  visit,
}: {
  readonly head: Head
  readonly draft: Draft | null
  readonly visit: Visit
}) {
  const { lang } = visit
  const all = catalogueText[lang]
  const words = all.edit
  const form = formOn(visit, '')
  const partLines = (kind: 'included' | 'not_included'): string =>
    head.parts
      .filter((part) => part.kind === kind)
      .map((part) => [part.what, part.doneBy].filter(Boolean).join(' | '))
      .join('\n')
  const section = (name: Section, label: string, stored: string | null, rows = 3) => (
    <SectionField form={form} name={name} label={label} stored={stored} head={head} rows={rows} />
  )
  return (
    <DeedForm
      form={form}
      action={visit.href(editHref(head.code))}
      version={head.version}
      submit={words.save}
      primary={!draft || draft.gaps.length > 0}
    >
      <p class="mute">{words.sectionsHint}</p>
      <TextField
        {...form.field('nameSv')}
        label={all.any.nameSv}
        value={form.value('nameSv', head.name.sv)}
        maxLength={200}
      />
      <TextField
        {...form.field('nameEn')}
        label={all.any.nameEn}
        optional
        value={form.value('nameEn', head.name.en)}
        maxLength={200}
      />
      <FormSection heading={words.template}>
        <SomeOf name="notStated" />
        {section('content', all.service.facts, head.content, 4)}
        {section('purpose', all.service.purpose, head.purpose)}
        {section('forWhom', all.service.forWhom, head.forWhom, 2)}
        <TextArea
          {...form.field('included')}
          label={words.included}
          hint={words.partsHint}
          optional
          rows={5}
          value={form.value('included', partLines('included'))}
        />
        <TextArea
          {...form.field('notIncluded')}
          label={words.notIncluded}
          optional
          rows={4}
          value={form.value('notIncluded', partLines('not_included'))}
        />
        <NotStated form={form} name="boundary" label={all.service.who} head={head} />
        {section('orderWay', all.service.orderWay, head.orderWay, 2)}
        {section('level', all.service.level, head.level, 2)}
        {section('volume', all.service.volume, head.volume, 2)}
        {section('price', all.service.priceText, head.price, 2)}
        {section('process', all.service.process, head.process, 5)}
        <TextArea
          {...form.field('customerDuties')}
          label={all.service.duties}
          optional
          rows={2}
          value={form.value('customerDuties', head.customerDuties)}
        />
        <TextArea
          {...form.field('needs')}
          label={all.service.needs}
          optional
          rows={3}
          value={form.value('needs', head.needs)}
        />
      </FormSection>
      <Choices form={form} head={head} visit={visit} />
    </DeedForm>
  )
}

function SectionField(props: {
  readonly form: FormView
  readonly name: Section
  readonly label: string
  readonly stored: string | null
  readonly head: Head
  readonly rows: number
}) {
  const { form, name, label, stored, rows } = props
  return (
    <div>
      <TextArea
        {...form.field(name)}
        label={label}
        optional
        rows={rows}
        maxLength={10_000}
        value={form.value(name, stored)}
      />
      <NotStated {...props} />
    </div>
  )
}

function NotStated({
  form,
  name,
  label,
  head,
}: {
  readonly form: FormView
  readonly name: Section
  readonly label: string
  readonly head: Head
}) {
  return (
    <label class="choice tight">
      <input
        type="checkbox"
        class="check"
        name="notStated"
        value={name}
        id={`${form.key}-notStated-${name}`}
        checked={form.values('notStated', head.notStated).includes(name)}
      />
      <span>
        {catalogueText[form.lang].edit.notStated}
        <span class="sr">: {label}</span>
      </span>
    </label>
  )
}

function Choices({ form, head, visit }: { readonly form: FormView; readonly head: Head; readonly visit: Visit }) {
  const { lang } = visit
  const all = catalogueText[lang]
  const words = all.edit
  const adaptedFrom = isDraft(head) ? head.adaptedFromCode : head.adaptedFrom?.code
  return (
    <>
      <TextField
        {...form.field('ownerTitle')}
        label={words.ownerTitle}
        value={form.value('ownerTitle', head.ownerTitle)}
        maxLength={200}
      />
      <SelectField
        {...form.field('kind')}
        label={words.kind}
        value={form.value('kind', head.kind)}
        options={optionsOf(all.kinds, serviceKinds)}
      />
      <SelectField
        {...form.field('obligation')}
        label={words.obligation}
        optional
        value={form.value('obligation', head.obligation)}
        options={optionsOf(all.obligations, obligations)}
      />
      <SelectField
        {...form.field('standard')}
        label={words.standard}
        optional
        value={form.value('standard', head.standard)}
        options={optionsOf(all.standards, ['standard', 'adapted'])}
      />
      <TextField
        {...form.field('adaptedFrom')}
        label={words.adaptedFrom}
        hint={words.adaptedHint}
        optional
        width="long"
        value={form.value('adaptedFrom', adaptedFrom)}
      />
      <YesNo form={form} name="basic" label={words.basic} stored={head.basic} />
      <DateField
        {...form.field('reviewOn')}
        label={words.reviewOn}
        optional
        value={form.value('reviewOn', head.reviewOn)}
      />
      <TextField
        {...form.field('changeNote')}
        label={words.changeNote}
        optional
        value={form.value('changeNote', isDraft(head) ? head.changeNote : null)}
        maxLength={500}
      />
    </>
  )
}

function Publishing({ draft, visit }: { readonly draft: Draft; readonly visit: Visit }) {
  const { lang } = visit
  const words = catalogueText[lang].edit
  const form = formOn(visit, 'publicera')
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
