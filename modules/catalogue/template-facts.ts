// What publishing looks at, gathered: the draft's own words and what is entered beside it.
import type { Id } from '#basics/id'
import type { View } from '#platform/act'
import type { TemplateFacts } from './service.ts'
import type { VersionRow } from './store.ts'

type PlainDate = Temporal.PlainDate

export async function templateFacts(
  view: View,
  serviceId: Id,
  draft: VersionRow,
  date: PlainDate,
): Promise<TemplateFacts> {
  const found = await view.tx
    .selectNoFrom((q) => [
      q
        .selectFrom('catalogue.service_part')
        .select((c) => c.fn.countAll<bigint>().as('n'))
        .where('service_id', '=', serviceId)
        .where('version_no', '=', draft.version_no)
        .as('parts'),
      q
        .selectFrom('catalogue.service_provider')
        .select((c) => c.fn.countAll<bigint>().as('n'))
        .where('service_id', '=', serviceId)
        .as('providers'),
      q
        .selectFrom('catalogue.offering')
        .select((c) => c.fn.countAll<bigint>().as('n'))
        .where('service_id', '=', serviceId)
        .where((w) => w.or([w('valid_to', 'is', null), w('valid_to', '>', date)]))
        .as('offerings'),
      q
        .selectFrom('catalogue.price as p')
        .innerJoin('catalogue.offering as o', (join) =>
          join.onRef('o.tenant_id', '=', 'p.tenant_id').onRef('o.offering_id', '=', 'p.offering_id'),
        )
        .innerJoin('catalogue.price_list as l', (join) =>
          join.onRef('l.tenant_id', '=', 'p.tenant_id').onRef('l.price_list_id', '=', 'p.price_list_id'),
        )
        .select((c) => c.fn.countAll<bigint>().as('n'))
        .where('o.service_id', '=', serviceId)
        .where('l.state', '<>', 'draft')
        .where('p.valid_to', '>', date)
        .as('prices'),
      q
        .selectFrom('catalogue.promise')
        .select((c) => c.fn.countAll<bigint>().as('n'))
        .where('service_id', '=', serviceId)
        .where((w) => w.or([w('valid_to', 'is', null), w('valid_to', '>', date)]))
        .as('promises'),
    ])
    .executeTakeFirstOrThrow()
  const count = (n: bigint | null): number => Number(n ?? 0n)
  return {
    kind: draft.kind,
    ownerPersonId: draft.owner_person_id,
    ownerTitle: draft.owner_title,
    purpose: draft.purpose,
    forWhom: draft.for_whom,
    content: draft.content,
    orderWay: draft.order_way,
    level: draft.level_text,
    volume: draft.volume_text,
    price: draft.price_text,
    process: draft.process_text,
    notStated: draft.not_stated,
    boundaryRows: count(found.parts),
    standard: draft.standard,
    adaptedFromServiceId: draft.adapted_from_service_id,
    hasProvider: count(found.providers) > 0,
    countableOfferings: count(found.offerings),
    prices: count(found.prices),
    promises: count(found.promises),
  }
}
