// Promises are made in versions. A new one ends the former on its first day and never touches a running clock, which keeps
// the version it began with (model.md §3).
import type { Id } from '#basics/id'
import { notFound, Problems, refuse } from '#basics/refusal'
import { allow } from '#platform/access'
import type { Deed } from '#platform/act'
import type { Static } from '#platform/http/shape'
import { areaRelations } from '../access.ts'
import type { Holder } from '../promise.ts'
import { areaById } from '../areas/store.ts'
import { entered, keyed } from '../store.ts'
import type { AddLevel, AddPromise } from './contract.ts'
import type { PromiseRow } from './store.ts'
import { codeTaken, endVersion, insertLevel, insertPromise, lockPromise } from './store.ts'

const { compare, from: dateFrom } = Temporal.PlainDate

interface HolderIds {
  readonly level_id: Id | null
  readonly request_type_id: Id | null
  readonly service_id: Id | null
  readonly area_id: Id | null
}
const nobody: HolderIds = { level_id: null, request_type_id: null, service_id: null, area_id: null }

export async function addPromiseVersion(
  deed: Deed,
  input: AddPromise,
  origin = entered,
): Promise<{ promiseId: Id; versionNo: number }> {
  const versions = input.promiseId ? await lockPromise(deed, input.promiseId) : []
  const former = versions[0]
  if (input.promiseId && !former) return notFound()
  const holder = former ? heldBy(former) : await findHolder(deed, input.holder ?? 'office', input.holderId ?? null)
  await mayKeep(deed, holder)
  mustMeasure(input)
  const from = dateFrom(input.from)
  if (former) await endFormer(deed, former, from)
  const code = former?.code ?? input.code ?? null
  if (!former && code !== null && (await codeTaken(deed, code)))
    refuse({
      code: 'code_taken',
      status: 409,
      field: 'code',
      sv: 'Koden används av ett annat löfte. Välj en annan.',
      en: 'Another promise has the code. Choose another.',
    })
  const promiseId = former?.promise_id ?? deed.newId()
  const versionNo = (former?.version_no ?? 0) + 1
  await insertPromise(deed, {
    promise_id: promiseId,
    version_no: versionNo,
    code,
    label: input.label ?? null,
    ...holder,
    clock_kind: input.clockKind ?? null,
    amount: input.amount ?? null,
    unit: input.unit ?? null,
    towards: input.towards ?? null,
    channel: input.channel ?? null,
    priority: input.priority ?? null,
    strength: input.strength,
    target_share_thousandths: input.targetShareThousandths ?? null,
    guarantee: input.guarantee ?? false,
    name_sv: input.nameSv,
    name_en: input.nameEn,
    valid_from: from,
    origin,
  })
  deed.journal({
    verb: 'promise.versioned',
    kind: 'promise',
    id: promiseId,
    facts: {
      versionNo,
      ...holder,
      clockKind: input.clockKind ?? null,
      amount: input.amount ?? null,
      unit: input.unit ?? null,
      from: input.from,
    },
    content: input.nameSv,
  })
  deed.changed('catalogue', 'promises')
  return { promiseId, versionNo }
}

export async function endPromise(deed: Deed, input: { promiseId: Id; on: string }): Promise<{ promiseId: Id }> {
  const last = (await lockPromise(deed, input.promiseId))[0]
  if (!last) return notFound()
  await mayKeep(deed, heldBy(last))
  await endFormer(deed, last, dateFrom(input.on))
  deed.journal({
    verb: 'promise.ended',
    kind: 'promise',
    id: input.promiseId,
    facts: { versionNo: last.version_no, on: input.on },
  })
  deed.changed('catalogue', 'promises')
  return { promiseId: input.promiseId }
}

export async function addLevel(deed: Deed, input: Static<typeof AddLevel>): Promise<{ levelId: Id }> {
  allow(deed.actor, 'level.keep')
  const taken = await deed.tx
    .selectFrom('catalogue.level')
    .select('level_id')
    .where('code', '=', input.code)
    .executeTakeFirst()
  if (taken)
    refuse({
      code: 'code_taken',
      status: 409,
      field: 'code',
      sv: 'Koden används av en annan nivå. Välj en annan.',
      en: 'Another level has the code. Choose another.',
    })
  const levelId = deed.newId()
  await insertLevel(deed, {
    level_id: levelId,
    code: input.code,
    name_sv: input.nameSv,
    name_en: input.nameEn,
    schedule_id: input.scheduleId ?? null,
  })
  deed.journal({ verb: 'level.added', kind: 'level', id: levelId, facts: { code: input.code } })
  deed.changed('promises')
  return { levelId }
}

const heldBy = (row: PromiseRow): HolderIds => ({
  level_id: row.level_id,
  request_type_id: row.request_type_id,
  service_id: row.service_id,
  area_id: row.area_id,
})

/** A clock needs all three: what is measured, how much, in what. Words alone have none of them. */
function mustMeasure({ clockKind, amount, unit }: AddPromise): void {
  const given = [clockKind, amount, unit].filter((one) => one !== undefined && one !== null)
  if (given.length === 0 || given.length === 3) return
  const problems = new Problems()
  const words = [
    'Ett mätbart löfte behöver klocka, antal och enhet. Ett löfte i ord har ingen av dem.',
    'A measurable promise needs clock, amount and unit. A promise in words has none of them.',
  ] as const
  for (const [field, value] of [
    ['clockKind', clockKind],
    ['amount', amount],
    ['unit', unit],
  ] as const)
    if (value === undefined || value === null) problems.add(field, ...words)
  problems.done()
}

async function endFormer(deed: Deed, former: PromiseRow, on: Temporal.PlainDate): Promise<void> {
  if (former.valid_to !== null && compare(former.valid_to, on) <= 0) return
  if (compare(on, former.valid_from) <= 0)
    refuse({
      code: 'version_too_early',
      status: 422,
      field: 'from',
      sv: `Den version som gäller började ${former.valid_from}. Välj en senare dag.`,
      en: `The version that holds began ${former.valid_from}. Choose a later day.`,
    })
  await endVersion(deed, former.promise_id, former.version_no, on)
}

/** What is promised for a service or area by its owner; for a level or the whole office by whoever owns the catalogue. */
async function mayKeep(deed: Deed, holder: HolderIds): Promise<void> {
  const areaId = holder.area_id ?? (await areaOf(deed, holder))
  if (areaId === null) allow(deed.actor, 'promise.keep')
  else allow(deed.actor, 'promise.keep', areaRelations(deed.actor, await areaById(deed, areaId)))
}

async function areaOf(deed: Deed, { service_id, request_type_id }: HolderIds): Promise<Id | null> {
  const service = deed.tx.selectFrom('catalogue.service as s').select('s.area_id')
  if (service_id !== null)
    return (await service.where('s.service_id', '=', service_id).executeTakeFirst())?.area_id ?? null
  if (request_type_id === null) return null
  const row = await service
    .innerJoin('catalogue.request_type as t', (join) =>
      join.onRef('t.tenant_id', '=', 's.tenant_id').onRef('t.service_id', '=', 's.service_id'),
    )
    .where('t.request_type_id', '=', request_type_id)
    .executeTakeFirst()
  return row?.area_id ?? null
}

async function findHolder(deed: Deed, holder: Holder, idOrCode: string | null): Promise<HolderIds> {
  if (holder === 'office') return nobody
  const id = idOrCode === null ? undefined : await holderId(deed, holder, idOrCode)
  if (id === undefined)
    return refuse({
      code: 'holder_missing',
      status: 422,
      field: 'holderId',
      sv: 'Ange vad löftet gäller: nivå, ärendetyp, tjänst eller område.',
      en: 'Say what the promise is about: level, request type, service or area.',
    })
  return { ...nobody, [`${holder}_id`]: id }
}

async function holderId(deed: Deed, holder: Exclude<Holder, 'office'>, idOrCode: string): Promise<Id | undefined> {
  const by = keyed(idOrCode)
  switch (holder) {
    case 'level':
      return (
        await deed.tx
          .selectFrom('catalogue.level')
          .select('level_id')
          .where(by === 'id' ? 'level_id' : 'code', '=', idOrCode)
          .executeTakeFirst()
      )?.level_id
    case 'request_type':
      return (
        await deed.tx
          .selectFrom('catalogue.request_type')
          .select('request_type_id')
          .where(by === 'id' ? 'request_type_id' : 'code', '=', idOrCode)
          .executeTakeFirst()
      )?.request_type_id
    case 'service':
      return (
        await deed.tx
          .selectFrom('catalogue.service')
          .select('service_id')
          .where(by === 'id' ? 'service_id' : 'code', '=', idOrCode)
          .executeTakeFirst()
      )?.service_id
    case 'area':
      return (
        await deed.tx
          .selectFrom('catalogue.area')
          .select('area_id')
          .where(by === 'id' ? 'area_id' : 'code', '=', idOrCode)
          .executeTakeFirst()
      )?.area_id
  }
}
