// The forms that keep an agreement: itself, a new line, and one line that is asked for.
import type { View } from '#platform/act'
import { onceKey } from '#platform/http/once'
import type { Visit } from '#platform/http/site'
import { levelsOn, offeringsOffered, servicesFor } from '#catalogue'
import { scheduleList } from '#organisation'
import { systemsOn } from '#systems'
import { Card, DateField, DeedForm, MoreForm, NumberField, SelectField, TextField, formOn } from '#ui'
import type { FormView } from '#ui'
import { financings } from '../agreement.ts'
import type { AgreementView, LineView } from '../contract.ts'
import { agreementsText } from '../text.ts'

const path = '/overenskommelser'

/** Which line's forms are open: asked for in the address, or just refused. */
export const lineAsked = {
  href: (visit: Visit, lineNo: number): string =>
    visit.href(`${path}/${visit.params['agreementId'] ?? ''}?rad=${lineNo}`),
  of: (visit: Visit): number => Number(visit.attempt?.values['lineNo']?.[0] ?? visit.query.get('rad') ?? 0),
}

function Reason({ visit, form }: { readonly visit: Visit; readonly form: FormView }) {
  const words = agreementsText[visit.lang]
  return (
    <TextField
      {...form.field('reason')}
      label={words.reason}
      hint={words.reasonHint}
      optional
      value={form.value('reason')}
    />
  )
}

export async function AgreementForms(view: View, visit: Visit, agreement: AgreementView) {
  const words = agreementsText[visit.lang]
  const base = visit.href(`${path}/${agreement.id}`)
  const [line, change, end] = [formOn(visit, 'rader'), formOn(visit, ''), formOn(visit, 'avsluta')]
  const { version } = agreement
  return (
    <Card heading={words.change} class="mt6">
      {agreement.state !== 'ended' && (
        <MoreForm
          summary={words.addLine}
          form={line}
          action={`${base}/rader`}
          once={onceKey()}
          version={version}
          submit={words.saveLine}
        >
          {await LineFields(view, visit, line)}
        </MoreForm>
      )}
      <MoreForm
        summary={words.change}
        help={words.changeHelp}
        form={change}
        action={base}
        once={onceKey()}
        version={version}
        submit={words.save}
      >
        <TextField {...change.field('name')} label={words.name} value={change.value('name', agreement.name)} />
        <DateField
          {...change.field('validTo')}
          label={words.to}
          optional
          value={change.value('validTo', agreement.validTo)}
        />
        <Reason visit={visit} form={change} />
      </MoreForm>
      {agreement.state !== 'ended' && (
        <MoreForm
          summary={words.end}
          form={end}
          action={`${base}/avsluta`}
          once={onceKey()}
          version={version}
          submit={words.end}
        >
          <DateField {...end.field('from')} label={words.endFrom} value={end.value('from')} />
          <Reason visit={visit} form={end} />
        </MoreForm>
      )}
    </Card>
  )
}

/** Changing and ending of one line; an agreement may have hundreds. */
export async function LineForms(view: View, visit: Visit, agreement: AgreementView) {
  const words = agreementsText[visit.lang]
  const line = agreement.lines.find((one) => one.lineNo === lineAsked.of(visit))
  if (!line) return null
  const base = visit.href(`${path}/${agreement.id}`)
  const [change, end] = [formOn(visit, 'rad'), formOn(visit, 'rad-avsluta')]
  const about = { hidden: { lineNo: String(line.lineNo) }, version: agreement.version }
  return (
    <Card heading={`${words.line} ${line.lineNo}: ${line.service.name}`} id="rad" class="mt6">
      <p class="mute">{words.changeLineHelp}</p>
      <DeedForm {...about} form={change} action={`${base}/rad`} once={onceKey()} submit={words.changeLine}>
        {await LineFields(view, visit, change, line)}
      </DeedForm>
      <DeedForm {...about} form={end} action={`${base}/rad-avsluta`} once={onceKey()} submit={words.endLine}>
        <DateField {...end.field('from')} label={words.endFrom} value={end.value('from', line.validTo)} />
        <Reason visit={visit} form={end} />
      </DeedForm>
    </Card>
  )
}

async function LineFields(view: View, visit: Visit, form: FormView, line?: LineView) {
  const { lang } = visit
  const words = agreementsText[lang]
  const services = await servicesFor(view)
  const names = new Map(services.map((one) => [one.serviceId, one.name[lang]]))
  const offerings = (await offeringsOffered(view, view.today)).map((one) => ({
    value: one.offeringId,
    label: one.name[lang],
    detail: names.get(one.serviceId) ?? '',
  }))
  const choose = (name: string, label: string, options: { value: string; label: string }[], stored?: string | null) => (
    <SelectField {...form.field(name)} label={label} optional options={options} value={form.value(name, stored)} />
  )
  const volume = line?.agreedVolumeThousandths
  return (
    <>
      <SelectField
        {...form.field('serviceId')}
        label={words.service}
        options={[...names].map(([value, label]) => ({ value, label }))}
        value={form.value('serviceId', line?.service.id)}
      />
      <SelectField
        {...form.field('offeringId')}
        label={words.offering}
        optional
        empty={words.allOfService}
        options={offerings}
        value={form.value('offeringId', line?.offering?.id)}
      />
      {choose(
        'systemId',
        words.system,
        (await systemsOn(view, view.today)).map((one) => ({ value: one.id, label: one.name })),
        line?.system?.id,
      )}
      {choose(
        'levelId',
        words.level,
        (await levelsOn(view, view.today)).map((one) => ({ value: one.levelId, label: one.name[lang] })),
        line?.level?.id,
      )}
      {choose(
        'scheduleId',
        words.schedule,
        (await scheduleList(view)).map((one) => ({ value: one.scheduleId, label: one.name })),
        line?.schedule?.id,
      )}
      <SelectField
        {...form.field('financing')}
        label={words.financing}
        empty={null}
        options={financings.map((one) => ({ value: one, label: words.financings[one] }))}
        value={form.value('financing', line?.financing ?? 'price')}
      />
      <NumberField
        {...form.field('volume')}
        label={words.volume}
        hint={words.volumeHint}
        optional
        decimals
        value={form.value('volume', volume == null ? '' : String(volume / 1000).replace('.', ','))}
      />
      <DateField {...form.field('from')} label={words.from} optional value={form.value('from')} />
      <Reason visit={visit} form={form} />
    </>
  )
}
