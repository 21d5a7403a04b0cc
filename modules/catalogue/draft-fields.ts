// From what is typed in the template to the columns of a version, and how a new draft begins as a copy of what holds.
import type { Id } from '#basics/id'
import { refuse } from '#basics/refusal'
import type { Deed, View } from '#platform/act'
import type { DraftFields, Part } from './contract.ts'
import type { NewPart, NewVersion, VersionChange, VersionRow } from './store.ts'
import { keyed } from './store.ts'

/** What the world's loader may say beside the fields: the source of single statements. */
export interface DraftSources {
  readonly origins?: Readonly<Record<string, string>>
}

type Field = Exclude<keyof DraftFields, 'parts' | 'adaptedFrom' | 'reviewOn' | 'notStated'>
const columns = {
  nameSv: 'name_sv',
  nameEn: 'name_en',
  kind: 'kind',
  obligation: 'obligation',
  basic: 'basic',
  purpose: 'purpose',
  forWhom: 'for_whom',
  content: 'content',
  orderWay: 'order_way',
  level: 'level_text',
  volume: 'volume_text',
  price: 'price_text',
  process: 'process_text',
  needs: 'needs_text',
  customerDuties: 'customer_duties',
  ownerPersonId: 'owner_person_id',
  ownerTitle: 'owner_title',
  standard: 'standard',
  commissioningPartyId: 'commissioning_party_id',
  decisionId: 'decision_id',
  changeNote: 'change_note',
} as const satisfies Record<Field, keyof VersionRow>

/** Only the fields that were sent; empty text is nothing. */
export async function changeOf(
  view: View,
  serviceId: Id,
  fields: DraftFields,
  sources: DraftSources = {},
): Promise<VersionChange> {
  const change: Record<string, unknown> = {}
  for (const [field, column] of Object.entries(columns) as [Field, string][]) {
    const value = fields[field]
    if (value !== undefined) change[column] = typeof value === 'string' && value.trim() === '' ? null : value
  }
  if (fields.reviewOn !== undefined)
    change['review_on'] = fields.reviewOn === null ? null : Temporal.PlainDate.from(fields.reviewOn)
  if (fields.notStated !== undefined) change['not_stated'] = [...new Set(fields.notStated)]
  if (fields.adaptedFrom !== undefined)
    change['adapted_from_service_id'] = await standardService(view, serviceId, fields.adaptedFrom)
  if (fields.standard === 'standard') change['adapted_from_service_id'] = null
  if (sources.origins !== undefined) change['origins'] = JSON.stringify(sources.origins)
  mustName(change)
  await mustLink(view, serviceId, change)
  return change
}

function mustName(change: Record<string, unknown>): void {
  if (change['name_sv'] === null)
    refuse({
      code: 'name_missing',
      status: 422,
      field: 'nameSv',
      sv: 'Skriv tjänstens namn.',
      en: 'Write the name of the service.',
    })
}

/** TY-082: an adapted service links to the standard service it departs from, already as a draft. */
async function mustLink(view: View, serviceId: Id, change: Record<string, unknown>): Promise<void> {
  if (change['standard'] !== 'adapted' || change['adapted_from_service_id']) return
  const linked = await view.tx
    .selectFrom('catalogue.service_version')
    .select('adapted_from_service_id')
    .where('service_id', '=', serviceId)
    .where('published_at', 'is', null)
    .executeTakeFirst()
  if (linked?.adapted_from_service_id && change['adapted_from_service_id'] === undefined) return
  refuse({
    code: 'standard_missing',
    status: 422,
    field: 'adaptedFrom',
    sv: 'Ange vilken standardtjänst den anpassade tjänsten avviker från.',
    en: 'Say which standard service the adapted one departs from.',
  })
}

async function standardService(view: View, serviceId: Id, idOrCode: string | null): Promise<Id | null> {
  if (idOrCode === null || idOrCode.trim() === '') return null
  const found = await view.tx
    .selectFrom('catalogue.service')
    .select(['service_id'])
    .where(keyed(idOrCode) === 'id' ? 'service_id' : 'code', '=', idOrCode)
    .executeTakeFirst()
  if (!found)
    refuse({
      code: 'no_such_service',
      status: 422,
      field: 'adaptedFrom',
      sv: 'Det finns ingen tjänst med den koden.',
      en: 'There is no service with that code.',
    })
  if (found.service_id === serviceId)
    refuse({
      code: 'adapted_from_itself',
      status: 422,
      field: 'adaptedFrom',
      sv: 'En tjänst kan inte avvika från sig själv.',
      en: 'A service cannot depart from itself.',
    })
  return found.service_id
}

export function partRows(parts: readonly Part[]): readonly NewPart[] {
  return parts.map((part) => ({
    kind: part.kind,
    what: part.what.trim(),
    done_by: part.doneBy?.trim() ? part.doneBy.trim() : null,
    origin: part.origin ?? null,
  }))
}

/** A new draft begins with every word of the version it will replace. */
export function copyOf(deed: Deed, from: VersionRow, versionNo: number): Omit<NewVersion, 'tenant_id'> {
  const { tenant_id: _tenant, ...rest } = from
  return {
    ...rest,
    version_no: versionNo,
    state: 'draft',
    origins: JSON.stringify(from.origins),
    change_note: null,
    valid_from: null,
    valid_to: null,
    proposed_by: deed.actor.personId,
    proposed_at: deed.now,
    published_by: null,
    published_at: null,
  }
}

/** One line of the boundary list per row: `vad | vem som gör det`. As typed in the editor, where a table would be slow. */
export function partsFromLines(kind: Part['kind'], lines: string): Part[] {
  return lines
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map((line) => {
      const [what = '', ...by] = line.split('|')
      const doneBy = by.join('|').trim()
      return { kind, what: what.trim().slice(0, 500), ...(doneBy === '' ? {} : { doneBy: doneBy.slice(0, 200) }) }
    })
    .filter((part) => part.what !== '')
}
