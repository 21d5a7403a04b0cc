// A service is phased out: from today it says so, from the day told it is no longer offered. The end can be called off
// until then. A planned service that never came is ended at once.
import type { Id } from '#basics/id'
import { notFound, refuse } from '#basics/refusal'
import { allow } from '#platform/access'
import type { Deed } from '#platform/act'
import { areaRelations } from './access.ts'
import { indexLater } from './index-entries.ts'
import { mustFollow, stateOn } from './service.ts'
import type { ServiceState } from './service.ts'
import type { ServiceHead } from './store.ts'
import { areaById } from './areas/store.ts'
import { lockService, publishedVersions, touchService } from './store.ts'

const { compare, from: dateFrom } = Temporal.PlainDate

export interface ServiceEnd {
  readonly service: string
  readonly version?: number | undefined
  readonly endsOn: string
  readonly reason?: string | undefined
}

export async function endService(deed: Deed, input: ServiceEnd): Promise<{ serviceId: Id }> {
  const { service, state } = await owned(deed, input)
  const endsOn = state === 'planned' ? deed.today : dateFrom(input.endsOn)
  mustFollow(state, state === 'planned' ? 'ended' : 'ending')
  if (state !== 'planned' && compare(endsOn, deed.today) <= 0)
    refuse({
      code: 'end_too_early',
      status: 422,
      field: 'endsOn',
      sv: 'Tjänsten kan upphöra tidigast i morgon. De som har den ska hinna få veta.',
      en: 'The service can end tomorrow at the earliest. Those who have it must be told first.',
    })
  await touchService(deed, service, { ending_from: service.ending_from ?? deed.today, ends_on: endsOn })
  deed.journal({
    verb: 'service.ended',
    kind: 'service',
    id: service.service_id,
    facts: { code: service.code, endsOn: endsOn.toString(), from: state },
    ...(input.reason ? { content: input.reason } : {}),
  })
  deed.changed('catalogue', `service:${service.service_id}`)
  indexLater(deed, [service.service_id])
  return { serviceId: service.service_id }
}

export async function callOffEnd(
  deed: Deed,
  input: { service: string; version?: number | undefined },
): Promise<{ serviceId: Id }> {
  const { service, state } = await owned(deed, input)
  if (state !== 'ending')
    refuse({
      code: 'not_ending',
      status: 409,
      sv: 'Tjänsten är inte under avveckling.',
      en: 'The service is not being phased out.',
    })
  mustFollow(state, 'active')
  await touchService(deed, service, { ending_from: null, ends_on: null })
  deed.journal({
    verb: 'service.end_called_off',
    kind: 'service',
    id: service.service_id,
    facts: { code: service.code },
  })
  deed.changed('catalogue', `service:${service.service_id}`)
  indexLater(deed, [service.service_id])
  return { serviceId: service.service_id }
}

async function owned(
  deed: Deed,
  input: { service: string; version?: number | undefined },
): Promise<{ service: ServiceHead; state: ServiceState }> {
  const service = await lockService(deed, input.service, input.version)
  const last = (await publishedVersions(deed, service.service_id)).at(-1)
  if (!last || last.state === 'draft') return notFound()
  const area = await areaById(deed, service.area_id)
  allow(deed.actor, 'service.end', areaRelations(deed.actor, area))
  const life = {
    publishedAs: last.state,
    startsOn: service.starts_on,
    endingFrom: service.ending_from,
    endsOn: service.ends_on,
  }
  return { service, state: stateOn(life, deed.today) }
}
