// Roles: those of a day, and one with its versions, predecessors and successors; new versions, ends and moves.
import { isId } from '#basics/id'
import { notFound } from '#basics/refusal'
import { may } from '#platform/access'
import type { View } from '#platform/act'
import type { Page, Visit } from '#platform/http/site'
import { formDeed } from '#platform/http/site'
import { Card, Checks, DataTable, DateField, Empty, Facts, PageHead, SelectField, Tag } from '#ui'
import { moveRole } from '../assignments/change-assignment.ts'
import { MoveRole } from '../assignments/contract.ts'
import { isRight, rightWords } from '../rights.ts'
import { addRole, addRoleVersion, endRole } from '../roles/add-role.ts'
import type { Role, RoleVersion } from '../roles/contract.ts'
import { EndRole } from '../roles/contract.ts'
import { role as roleById, rolesOn } from '../roles/queries.ts'
import { fill, organisationText } from '../text.ts'
import { shape } from '#platform/http/shape'
import { MoreForm, formOn } from './form-parts.tsx'
import { DayForm, dayAsked, onDay, originText, spanText, unitOptions, unstated } from './page-parts.tsx'
import { NewRoleBody, NewVersionBody, RoleFields, roleInput } from './role-form.tsx'

const path = '/organisation/roller'

export const rolesPage: Page = {
  path,
  access: 'organisation.read',
  async show(view, visit) {
    const { lang } = visit
    const all = organisationText[lang]
    const words = all.roles
    const { on, wrong } = dayAsked(view, visit)
    const roles = await rolesOn(view, on)
    const form = formOn(visit, '')
    return {
      title: words.title,
      layout: 'desk',
      current: 'organisation-roles',
      topics: ['organisation'],
      main: (
        <>
          <PageHead title={words.title} under={words.lead} />
          <DayForm visit={visit} on={on} wrong={wrong} path={path} />
          <DataTable
            lang={lang}
            caption={words.title}
            look="cards"
            rows={roles}
            rowId={(row) => row.roleId}
            empty={
              <Empty title={words.empty} icon="shield-check">
                {words.emptyHelp}
              </Empty>
            }
            columns={[
              {
                head: all.any.role,
                rowHead: true,
                phone: 'title',
                cell: (row) => <a href={visit.href(onDay(view, on, `${path}/${row.roleId}`))}>{row.name}</a>,
              },
              { head: words.level, cell: (row) => (row.level ? words.levels[row.level] : unstated(lang)) },
              { head: words.model, cell: (row) => row.model ?? '–' },
              { head: words.rights, number: true, cell: (row) => row.rights.length },
              { head: words.holders, number: true, cell: (row) => row.holders },
              { head: all.any.from, class: 'nowrap', cell: (row) => spanText(row.validFrom, row.validTo, lang) },
            ]}
          />
          {may(view.actor, 'organisation.edit') && (
            <MoreForm summary={words.add} form={form} action={visit.href(path)} submit={all.any.save}>
              <RoleFields visit={visit} form={form} roles={roles} today={view.today} isNew />
            </MoreForm>
          )}
        </>
      ),
    }
  },
  deeds: {
    '': formDeed({
      access: 'organisation.edit',
      body: NewRoleBody,
      run: (deed, { body }) => addRole(deed, { code: body.code, ...roleInput(body) }),
      then: ({ roleId }) => `${path}/${roleId}?klart=sparat`,
    }),
  },
}

const { roleId: _role, ...moveFields } = MoveRole.properties
const idOf = (params: Readonly<Record<string, string>>): string => params['roleId'] ?? ''
const back = (_result: unknown, visit: Visit): string => `${path}/${idOf(visit.params)}?klart=sparat`

export const rolePage: Page = {
  path: `${path}/:roleId`,
  access: 'organisation.read',
  async show(view, visit) {
    if (!isId(idOf(visit.params))) return notFound()
    const role = await roleById(view, idOf(visit.params))
    const words = organisationText[visit.lang].roles
    const name = role.versions[0]?.name ?? role.code
    return {
      title: name,
      layout: 'desk',
      current: 'organisation-roles',
      topics: ['organisation'],
      crumbs: [{ href: path, label: words.title }, { label: name }],
      main: (
        <>
          <PageHead title={name} under={role.code} />
          <div class="stack g6">
            {role.versions.map((version) => (
              <VersionCard visit={visit} version={version} />
            ))}
          </div>
          {may(view.actor, 'organisation.edit') && (await RoleForms(view, visit, role))}
        </>
      ),
    }
  },
  deeds: {
    version: formDeed({
      access: 'organisation.edit',
      body: NewVersionBody,
      run: (deed, { body, params, version }) =>
        addRoleVersion(deed, { roleId: idOf(params), version }, roleInput(body)),
      then: back,
    }),
    avsluta: formDeed({
      access: 'organisation.edit',
      body: EndRole,
      run: (deed, { body, params, version }) => endRole(deed, { roleId: idOf(params), version }, body),
      then: back,
    }),
    flytta: formDeed({
      access: 'organisation.edit',
      body: shape(moveFields),
      run: (deed, { body, params }) => moveRole(deed, { ...body, roleId: idOf(params) }),
      then: back,
    }),
  },
}

function VersionCard({ visit, version }: { readonly visit: Visit; readonly version: RoleVersion }) {
  const { lang } = visit
  const { roles: words, any } = organisationText[lang]
  const links = (some: RoleVersion['predecessors']) =>
    some.map((one, n) => (
      <>
        {n > 0 && ', '}
        <a href={visit.href(`${path}/${one.roleId}`)}>{one.name}</a>{' '}
        <span class="mute">({words.basis[one.basis]})</span>
      </>
    ))
  return (
    <Card
      heading={fill(words.version, { n: version.versionNo })}
      aside={spanText(version.validFrom, version.validTo, lang)}
    >
      <Facts
        items={[
          [any.name, version.name],
          [
            words.level,
            version.level ? (
              <>
                {words.levels[version.level]} {version.levelBasis && <span class="mute">({version.levelBasis})</span>}
              </>
            ) : (
              unstated(lang)
            ),
          ],
          [words.model, version.model ?? unstated(lang)],
          [words.holders, String(version.holders)],
          ...(version.predecessors.length > 0 ? ([[words.predecessors, links(version.predecessors)]] as const) : []),
          ...(version.successors.length > 0 ? ([[words.successors, links(version.successors)]] as const) : []),
          [any.origin, originText(version.origin, lang)],
        ]}
      />
      <h3 class="mt4">{words.rights}</h3>
      {version.rights.length === 0 ? (
        <Tag>{words.noRights}</Tag>
      ) : (
        <Checks items={version.rights.map((right) => (isRight(right) ? rightWords[right][lang] : right))} />
      )}
      <Lines heading={words.responsibilities} lines={version.responsibilities} />
      <Lines heading={words.competences} lines={version.competences} />
    </Card>
  )
}

function Lines({ heading, lines }: { readonly heading: string; readonly lines: readonly string[] }) {
  if (lines.length === 0) return null
  return (
    <>
      <h3 class="mt4">{heading}</h3>
      <ul>
        {lines.map((line) => (
          <li>{line}</li>
        ))}
      </ul>
    </>
  )
}

async function RoleForms(view: View, visit: Visit, role: Role) {
  const { roles: words, any } = organisationText[visit.lang]
  const base = visit.href(`${path}/${role.roleId}`)
  const [version, end, move] = [formOn(visit, 'version'), formOn(visit, 'avsluta'), formOn(visit, 'flytta')]
  const units = await unitOptions(view, view.today)
  const latest = role.versions[0]
  return (
    <Card heading={any.change} class="mt6">
      <MoreForm
        summary={words.newVersion}
        help={words.newVersionHelp}
        form={version}
        action={`${base}/version`}
        version={role.version}
        submit={any.save}
      >
        <RoleFields
          visit={visit}
          form={version}
          roles={await rolesOn(view, view.today)}
          today={view.today}
          {...(latest ? { latest } : {})}
        />
      </MoreForm>
      <MoreForm summary={words.move} help={words.moveHelp} form={move} action={`${base}/flytta`} submit={any.save}>
        <SelectField
          {...move.field('fromUnitId')}
          label={words.fromUnit}
          options={units}
          value={move.value('fromUnitId')}
          width="long"
        />
        <SelectField
          {...move.field('toUnitId')}
          label={words.toUnit}
          options={units}
          value={move.value('toUnitId')}
          width="long"
        />
        <DateField {...move.field('from')} label={any.from} value={move.value('from', view.today.toString())} />
      </MoreForm>
      <MoreForm summary={words.end} form={end} action={`${base}/avsluta`} version={role.version} submit={words.end}>
        <DateField {...end.field('on')} label={any.on} value={end.value('on')} />
      </MoreForm>
    </Card>
  )
}
