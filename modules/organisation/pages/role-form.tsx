// The fields of a role and of its next version: what is typed line by line becomes lists, and a bundle adds its rights.
import type { Static } from '#platform/http/shape'
import { Type, day, idField, listOf, nullable, oneOf, optional, shape, text } from '#platform/http/shape'
import type { Visit } from '#platform/http/site'
import { DateField, SelectField, SeveralField, TextArea, TextField } from '#ui'
import type { BundleKey } from '../rights.ts'
import { bundles, rights, rightsOf, rightWords } from '../rights.ts'
import type { AddRoleVersion, RoleVersion } from '../roles/contract.ts'
import { AddRole } from '../roles/contract.ts'
import { roleLevels } from '../roles/role.ts'
import { organisationText } from '../text.ts'
import type { FormView } from './form-parts.tsx'

const bundleKeys = Object.keys(bundles) as BundleKey[]

const fields = {
  name: text(200),
  level: optional(nullable(oneOf(roleLevels))),
  levelBasis: optional(text(200)),
  model: optional(text(60)),
  bundle: optional(oneOf(bundleKeys)),
  rights: optional(listOf(oneOf(rights), 50)),
  responsibilities: optional(Type.String({ maxLength: 20_000 })),
  competences: optional(Type.String({ maxLength: 20_000 })),
  predecessor: optional(idField()),
  from: day(),
}
export const NewVersionBody = shape(fields)
export const NewRoleBody = shape({ code: AddRole.properties.code, ...fields })

const linesOf = (typed: string | undefined): string[] =>
  (typed ?? '')
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)

export function roleInput(body: Static<typeof NewVersionBody>): Static<typeof AddRoleVersion> {
  const chosen = new Set([...(body.rights ?? []), ...(body.bundle ? rightsOf(body.bundle) : [])])
  return {
    name: body.name,
    level: body.level ?? null,
    levelBasis: body.levelBasis ?? null,
    model: body.model ?? null,
    rights: rights.filter((right) => chosen.has(right)),
    responsibilities: linesOf(body.responsibilities),
    competences: linesOf(body.competences),
    from: body.from,
    ...(body.predecessor ? { predecessors: [{ roleId: body.predecessor, basis: 'stated' as const }] } : {}),
  }
}

export interface RoleFieldsProps {
  readonly visit: Visit
  readonly form: FormView
  readonly roles: readonly RoleVersion[]
  readonly today: Temporal.PlainDate
  readonly isNew?: boolean
  readonly latest?: RoleVersion
}

export function RoleFields({ visit, form, roles, today, isNew, latest }: RoleFieldsProps) {
  const { lang } = visit
  const { roles: words, any, chart } = organisationText[lang]
  const others = roles
    .filter((role) => role.roleId !== latest?.roleId)
    .map((role) => ({ value: role.roleId, label: role.name }))
  return (
    <>
      <TextField {...form.field('name')} label={any.name} value={form.value('name', latest?.name)} width="long" />
      {isNew && (
        <TextField
          {...form.field('code')}
          label={words.code}
          hint={chart.codeHint}
          value={form.value('code')}
          width="long"
        />
      )}
      <SelectField
        {...form.field('level')}
        label={words.level}
        optional
        options={roleLevels.map((level) => ({ value: level, label: words.levels[level] }))}
        value={form.value('level', latest?.level)}
        width="long"
      />
      <TextField
        {...form.field('levelBasis')}
        label={words.levelBasis}
        optional
        value={form.value('levelBasis', latest?.levelBasis)}
        width="long"
      />
      <TextField
        {...form.field('model')}
        label={words.model}
        optional
        value={form.value('model', latest?.model)}
        width="long"
      />
      {isNew && (
        <SelectField
          {...form.field('bundle')}
          label={words.bundle}
          hint={words.bundleHint}
          optional
          options={bundleKeys.map((key) => ({ value: key, label: bundles[key][lang] }))}
          value={form.value('bundle')}
          width="long"
        />
      )}
      <SeveralField
        {...form.field('rights')}
        label={words.rights}
        optional
        tight
        options={rights.map((right) => ({ value: right, label: rightWords[right][lang] }))}
        values={form.values('rights', latest?.rights)}
      />
      <TextArea
        {...form.field('responsibilities')}
        label={words.responsibilities}
        hint={words.oneALine}
        optional
        rows={5}
        value={form.value('responsibilities', latest?.responsibilities.join('\n'))}
      />
      <TextArea
        {...form.field('competences')}
        label={words.competences}
        hint={words.oneALine}
        optional
        rows={3}
        value={form.value('competences', latest?.competences.join('\n'))}
      />
      <SelectField
        {...form.field('predecessor')}
        label={words.predecessor}
        optional
        options={others}
        value={form.value('predecessor')}
        width="long"
      />
      <DateField {...form.field('from')} label={any.from} value={form.value('from', today.toString())} />
    </>
  )
}
