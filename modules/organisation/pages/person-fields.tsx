// The fields of a person's form, for adding and for changing.
import type { Visit } from '#platform/http/site'
import { CheckField, DateField, SelectField, TextField } from '#ui'
import { personKinds } from '../people/person.ts'
import { organisationText } from '../text.ts'
import type { FormView } from './form-parts.tsx'
import { PersonField } from './form-parts.tsx'

export interface StoredPerson {
  readonly name: string
  readonly title: string | null
  readonly email: string | null
  readonly telephone: string | null
  readonly protected: boolean
  readonly kind: string
  readonly endedOn: string | null
  readonly mentor: { readonly personId: string; readonly name: string } | null
}

export function PersonFields({
  visit,
  form,
  person,
}: {
  readonly visit: Visit
  readonly form: FormView
  readonly person?: StoredPerson
}) {
  const { people: words, any } = organisationText[visit.lang]
  const isProtected = form.failed ? form.value('protected') === 'true' : (person?.protected ?? false)
  return (
    <>
      <TextField {...form.field('name')} label={any.name} value={form.value('name', person?.name)} width="long" />
      <TextField
        {...form.field('title')}
        label={any.title}
        optional
        value={form.value('title', person?.title)}
        width="long"
      />
      <TextField
        {...form.field('email')}
        label={words.email}
        optional
        type="email"
        value={form.value('email', person?.email)}
        width="long"
      />
      <TextField
        {...form.field('telephone')}
        label={words.telephone}
        optional
        type="tel"
        value={form.value('telephone', person?.telephone)}
        width="long"
      />
      <SelectField
        {...form.field('kind')}
        label={any.kind}
        empty={null}
        width="long"
        options={personKinds.map((kind) => ({ value: kind, label: words.kinds[kind] }))}
        value={form.value('kind', person?.kind ?? 'employee')}
      />
      <PersonField
        visit={visit}
        form={form}
        label={words.mentor}
        hint={words.mentorHint}
        optional
        chosen={person?.mentor ?? null}
      />
      <DateField
        {...form.field('endedOn')}
        label={words.ends}
        hint={words.endsHint}
        optional
        value={form.value('endedOn', person?.endedOn)}
      />
      <CheckField
        name="protected"
        value="true"
        label={words.protected}
        hint={words.protectedHint}
        checked={isProtected}
      />
    </>
  )
}
