// The area's catalogue owner publishes the draft (TY-075): a new version, from a day, checked against the one template
// (TY-067). The version before it ends where this one begins. Wishes it answers are told so.
import type { Id } from '#basics/id'
import { refuse } from '#basics/refusal'
import { allow } from '#platform/access'
import type { Deed } from '#platform/act'
import type { Static } from '#platform/http/shape'
import { areaRelations } from './access.ts'
import type { PublishService } from './contract.ts'
import { indexLater } from './index-entries.ts'
import { answerNeedsOf } from './needs/answer-need.ts'
import { mustFollow, stateOn, templateGaps } from './service.ts'
import type { ServiceHead, VersionRow } from './store.ts'
import { areaById } from './areas/store.ts'
import { draftOf, lockService, publishedVersions, touchService, updateVersion } from './store.ts'
import { templateFacts } from './template-facts.ts'

type PlainDate = Temporal.PlainDate
const { compare, from: dateFrom } = Temporal.PlainDate

export type Publication = Static<typeof PublishService> & {
  readonly service: string
  readonly version?: number | undefined
}

export async function publishService(deed: Deed, input: Publication): Promise<{ serviceId: Id; versionNo: number }> {
  const service = await lockService(deed, input.service, input.version)
  const draft = await draftOf(deed, service.service_id)
  const area = await areaById(deed, service.area_id)
  allow(deed.actor, 'service.publish', areaRelations(deed.actor, area))
  if (!draft)
    return refuse({
      code: 'no_draft',
      status: 409,
      sv: 'Det finns inget utkast att publicera.',
      en: 'There is no draft to publish.',
    })
  const as = input.as ?? 'active'
  const startsOn = input.startsOn ? dateFrom(input.startsOn) : null
  const validFrom = input.validFrom ? dateFrom(input.validFrom) : deed.today
  const earlier = await publishedVersions(deed, service.service_id)
  mustFollow(stateNow(service, earlier, deed.today), as)
  mustNotRewrite(earlier, validFrom, deed.today)
  await mustBeWhole(deed, service, draft)
  await makeRoom(deed, service.service_id, earlier, validFrom)
  const validTo =
    earlier.map((one) => one.valid_from).find((day) => day !== null && compare(day, validFrom) > 0) ?? null
  await updateVersion(deed, service.service_id, draft.version_no, {
    state: as,
    valid_from: validFrom,
    valid_to: validTo,
    published_by: deed.actor.personId,
    published_at: deed.now,
  })
  await touchService(deed, service, {
    published_version: draft.version_no,
    starts_on: as === 'planned' ? startsOn : null,
  })
  deed.journal({
    verb: 'service.published',
    kind: 'service',
    id: service.service_id,
    facts: { code: service.code, versionNo: draft.version_no, as, validFrom: validFrom.toString() },
    content: JSON.stringify(draft),
  })
  await answerNeedsOf(deed, service.service_id, draft.version_no)
  deed.changed('catalogue', `service:${service.service_id}`)
  indexLater(deed, [service.service_id])
  return { serviceId: service.service_id, versionNo: draft.version_no }
}

function stateNow(service: ServiceHead, versions: readonly VersionRow[], today: PlainDate) {
  const last = versions.at(-1)
  const publishedAs = last === undefined || last.state === 'draft' ? null : last.state
  return stateOn(
    { publishedAs, startsOn: service.starts_on, endingFrom: service.ending_from, endsOn: service.ends_on },
    today,
  )
}

/** The first text may begin before today: a service is often older than its description. A later one never does. */
function mustNotRewrite(earlier: readonly VersionRow[], validFrom: PlainDate, today: PlainDate): void {
  if (earlier.length === 0 || compare(validFrom, today) >= 0) return
  refuse({
    code: 'text_in_the_past',
    status: 422,
    field: 'validFrom',
    sv: 'En ny text kan gälla tidigast från i dag. Det som gällde tidigare ändras inte.',
    en: 'A new text can hold from today at the earliest. What held before does not change.',
  })
}

async function mustBeWhole(deed: Deed, service: ServiceHead, draft: VersionRow): Promise<void> {
  const problems = templateGaps(await templateFacts(deed, service.service_id, draft, deed.today))
  if (problems.length === 0) return
  refuse({
    code: 'template_incomplete',
    status: 422,
    sv: `Tjänsten kan inte publiceras: ${problems.length} ${problems.length === 1 ? 'uppgift' : 'uppgifter'} i mallen saknas.`,
    en: `The service cannot be published: ${problems.length} ${problems.length === 1 ? 'item' : 'items'} of the template missing.`,
    problems,
  })
}

/** The text that holds on the new one's first day ends there; one that began that very day never came to hold. */
async function makeRoom(
  deed: Deed,
  serviceId: Id,
  earlier: readonly VersionRow[],
  validFrom: PlainDate,
): Promise<void> {
  for (const one of earlier) {
    const begun = one.valid_from === null || compare(one.valid_from, validFrom) <= 0
    const open = one.valid_to === null || compare(one.valid_to, validFrom) > 0
    if (begun && open) await updateVersion(deed, serviceId, one.version_no, { valid_to: validFrom })
  }
}
