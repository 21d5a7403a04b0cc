// The fields of a system, the same to add one and to change one.
import type { View } from '#platform/act'
import type { Visit } from '#platform/http/site'
import { PersonField, unitOptions } from '#organisation'
import { DateField, SelectField, SeveralField, TextField } from '#ui'
import type { FormView } from '#ui'
import type { SystemView } from '../contract.ts'
import { systemsOn } from '../queries.ts'
import { criticalities } from '../system.ts'
import { systemsText } from '../text.ts'

export async function SystemFields(view: View, visit: Visit, form: FormView, system?: SystemView) {
  const words = systemsText[visit.lang]
  const units = await unitOptions(view, view.today)
  const person = system?.managerPerson
  // What it depends on stays choosable although it may be out of use.
  const known = [...(system?.dependsOn ?? []), ...(await systemsOn(view, view.today))]
  const others = new Map(known.filter((one) => one.id !== system?.id).map((one) => [one.id, one.name]))
  return (
    <>
      <TextField {...form.field('name')} label={words.name} width="long" value={form.value('name', system?.name)} />
      <TextField
        {...form.field('aliases')}
        label={words.aliases}
        hint={words.aliasesHint}
        optional
        width="long"
        value={form.value('aliases', system?.aliases.join(', '))}
      />
      <SelectField
        {...form.field('managerUnitId')}
        label={words.manager}
        hint={words.managerHint}
        optional
        options={units}
        value={form.value('managerUnitId', system?.managerUnit?.id)}
      />
      <PersonField
        visit={visit}
        form={form}
        label={words.person}
        optional
        chosen={person ? { personId: person.id, name: person.name } : null}
      />
      <SelectField
        {...form.field('ownerUnitId')}
        label={words.owner}
        optional
        options={units}
        value={form.value('ownerUnitId', system?.owner?.id)}
      />
      <SelectField
        {...form.field('criticality')}
        label={words.criticality}
        optional
        options={criticalities.map((value) => ({ value, label: words.levels[value] }))}
        value={form.value('criticality', system?.criticality)}
      />
      {others.size > 0 && (
        <SeveralField
          {...form.field('dependsOn')}
          label={words.dependsOn}
          optional
          tight
          options={[...others].map(([value, label]) => ({ value, label }))}
          values={form.values(
            'dependsOn',
            system?.dependsOn.map((one) => one.id),
          )}
        />
      )}
      <DateField
        {...form.field('validFrom')}
        label={words.from}
        value={form.value('validFrom', system?.validFrom ?? view.today.toString())}
      />
    </>
  )
}
