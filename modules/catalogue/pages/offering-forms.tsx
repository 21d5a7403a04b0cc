// The forms that add an offering to a service and end one.
import type { View } from '#platform/act'
import type { Visit } from '#platform/http/site'
import { DateField, SelectField, TextField } from '#ui'
import type { ServiceDetail } from '../contract.ts'
import { offeringKinds } from '../offers/contract.ts'
import { countingUnits } from '../offers/queries.ts'
import { catalogueText } from '../text.ts'
import { formOn, MoreForm } from './form-parts.tsx'
import { editHref, optionsOf } from './page-parts.tsx'

/** What a draft has as well as a published service. */
export type Managed = Pick<ServiceDetail, 'code' | 'version' | 'provider' | 'synonyms' | 'offerings' | 'may'>

export interface ManageProps {
  readonly visit: Visit
  readonly service: Managed
}

export const to = ({ visit, service }: ManageProps, deed: string): string =>
  visit.href(`${editHref(service.code)}/${deed}`)

export async function Offerings(view: View, visit: Visit, service: Managed) {
  const all = catalogueText[visit.lang]
  const words = all.edit
  const form = formOn(visit, 'variant')
  const units = await countingUnits(view)
  return (
    <MoreForm
      form={form}
      summary={words.offer}
      action={to({ visit, service }, 'variant')}
      submit={words.offer}
      primary={false}
    >
      <TextField
        {...form.field('code')}
        label={all.any.code}
        hint={all.any.codeHint}
        width="long"
        value={form.value('code')}
      />
      <TextField {...form.field('nameSv')} label={all.any.nameSv} value={form.value('nameSv')} maxLength={200} />
      <TextField {...form.field('nameEn')} label={all.any.nameEn} value={form.value('nameEn')} maxLength={200} />
      <SelectField
        {...form.field('kind')}
        label={words.offeringKind}
        value={form.value('kind')}
        options={optionsOf(all.offeringKinds, offeringKinds)}
      />
      <SelectField
        {...form.field('countingUnitId')}
        label={words.countingUnit}
        value={form.value('countingUnitId')}
        options={units.map((unit) => ({ value: unit.countingUnitId, label: unit.name[visit.lang] }))}
      />
      <SelectField
        {...form.field('adaptedFrom')}
        label={words.adaptedFrom}
        optional
        value={form.value('adaptedFrom')}
        options={service.offerings
          .filter((one) => !one.adaptedFrom)
          .map((one) => ({ value: one.code, label: one.name[visit.lang] }))}
      />
      <DateField {...form.field('from')} label={all.any.from} value={form.value('from', view.today.toString())} />
    </MoreForm>
  )
}

export function EndOfferingForm({
  visit,
  service,
  offering,
}: ManageProps & { readonly offering: ServiceDetail['offerings'][number] }) {
  const words = catalogueText[visit.lang]
  const form = formOn(visit, 'avsluta-variant', { row: ['offering', offering.code] })
  const summary = `${words.edit.endOffering}: ${offering.name[visit.lang]}`
  return (
    <MoreForm
      form={form}
      summary={summary}
      action={to({ visit, service }, 'avsluta-variant')}
      version={offering.version}
      hidden={{ offering: offering.code }}
      submit={words.edit.endOffering}
      primary={false}
    >
      <DateField {...form.field('on')} label={words.any.firstDayNot} value={form.value('on')} />
    </MoreForm>
  )
}
