// What the list of services can be narrowed by; each choice stands as a chip that takes it away again.
import type { ListState } from '#platform/list'
import type { Visit } from '#platform/http/site'
import { FilterChip, FilterMenu, SelectField, SeveralField, Tools } from '#ui'
import type { Area } from '../contract.ts'
import { obligations, serviceKinds, serviceStates } from '../service.ts'
import { catalogueText } from '../text.ts'
import { optionsOf } from './page-parts.tsx'
import { path } from './services-path.ts'

interface FilterProps {
  readonly visit: Visit
  readonly state: ListState
  readonly areas: readonly Area[]
  readonly address: (change: Partial<ListState>) => string
}

export function Filters({ visit, state, areas, address }: FilterProps) {
  const { lang } = visit
  const all = catalogueText[lang]
  const words = all.services
  const { filters } = state
  const one = (key: string): string | undefined => filters[key]?.[0]
  const without = (key: string): string =>
    address({ filters: Object.fromEntries(Object.entries(filters).filter(([name]) => name !== key)) })
  const chips: [string, string | undefined][] = [
    ['area', areas.find((area) => area.code === one('area'))?.name[lang] ?? one('area')],
    ['state', filters['state']?.map((value) => all.states[value as keyof typeof all.states] ?? value).join(', ')],
    ['kind', all.kinds[one('kind') as keyof typeof all.kinds]],
    ['obligation', all.obligations[one('obligation') as keyof typeof all.obligations]],
    ['standard', all.standards[one('standard') as keyof typeof all.standards]],
  ]
  return (
    <Tools>
      {chips.map(
        ([key, label]) => filters[key] && label && <FilterChip lang={lang} label={label} removeHref={without(key)} />,
      )}
      <FilterMenu
        lang={lang}
        action={visit.href(path)}
        label={words.filter}
        submit={all.any.show}
        hidden={{ visa: 'lista' }}
      >
        <SelectField
          lang={lang}
          name="area"
          id="f-area"
          label={all.any.area}
          empty={all.any.all}
          value={one('area')}
          options={areas.map((area) => ({ value: area.code, label: area.name[lang] }))}
        />
        <SeveralField
          lang={lang}
          name="state"
          id="f-state"
          label={all.any.state}
          tight
          values={filters['state'] ?? []}
          options={serviceStates
            .filter((value) => value !== 'draft')
            .map((value) => ({ value, label: all.states[value] }))}
        />
        <SelectField
          lang={lang}
          name="kind"
          id="f-kind"
          label={words.kind}
          empty={all.any.all}
          value={one('kind')}
          options={optionsOf(all.kinds, serviceKinds)}
        />
        <SelectField
          lang={lang}
          name="obligation"
          id="f-obligation"
          label={words.obligation}
          empty={all.any.all}
          value={one('obligation')}
          options={optionsOf(all.obligations, obligations)}
        />
        <SelectField
          lang={lang}
          name="standard"
          id="f-standard"
          label={words.standard}
          empty={all.any.all}
          value={one('standard')}
          options={optionsOf(all.standards, ['standard', 'adapted'])}
        />
      </FilterMenu>
    </Tools>
  )
}
