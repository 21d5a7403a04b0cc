// The API of the catalogue. Each op calls the same verb or query as the pages.
import { notFound, Refusal } from '#basics/refusal'
import type { Id } from '#basics/id'
import type { View } from '#platform/act'
import type { Api } from '#platform/http/api'
import { askSignOff, signOff } from './sign-off.ts'
import { changeDraft, discardDraft } from './change-draft.ts'
import * as contract from './contract.ts'
import type { Area, Changed, ServiceDetail } from './contract.ts'
import { draft, drafts, openSignOffs, overdueReviews } from './draft-view.ts'
import { callOffEnd, endService } from './end-service.ts'
import { formRoutes } from './forms/routes.ts'
import { addArea, addCommitment, changeArea } from './areas/keep-areas.ts'
import { stateFromQuery } from './list-state.ts'
import { needRoutes } from './needs/routes.ts'
import { offerRoutes } from './offers/routes.ts'
import { promiseRoutes } from './promises/routes.ts'
import { proposeService } from './propose-service.ts'
import { publishService } from './publish-service.ts'
import { areasOn, listServices, serviceList, similarTo } from './queries.ts'
import { requestRoutes } from './requests/routes.ts'
import { reviewService } from './review-service.ts'
import { serviceOn } from './service-view.ts'
import { switchProvider } from './switch-provider.ts'
import { setEligibility, setWords } from './who-may-have.ts'

const on = (date: string | undefined, today: Temporal.PlainDate): Temporal.PlainDate =>
  date ? Temporal.PlainDate.from(date) : today

export function catalogueRoutes(api: Api): void {
  areaRoutes(api)
  serviceRoutes(api)
  publishedServiceRoutes(api)
  offerRoutes(api)
  requestRoutes(api)
  formRoutes(api)
  promiseRoutes(api)
  needRoutes(api)
}

/** An area that begins later is read on its first day. */
async function areaById(view: View, areaId: Id): Promise<Area> {
  const row = await view.tx
    .selectFrom('catalogue.area')
    .select('valid_from')
    .where('area_id', '=', areaId)
    .executeTakeFirst()
  if (!row) return notFound()
  const day = Temporal.PlainDate.compare(row.valid_from, view.today) > 0 ? row.valid_from : view.today
  return (
    (await areasOn(view, day)).find((one) => one.areaId === areaId) ??
    (await areasOn(view, row.valid_from)).find((one) => one.areaId === areaId) ??
    notFound()
  )
}

function areaRoutes(api: Api): void {
  api.read(contract.readAreas, async (view, { query }) => {
    const date = on(query.date, view.today)
    return { date: date.toString(), areas: [...(await areasOn(view, date))] }
  })
  api.write(
    contract.addAreaOp,
    (deed, { body }) => addArea(deed, body),
    (view, made) => areaById(view, made.areaId),
  )
  api.write(
    contract.changeAreaOp,
    (deed, { params, body, version }) => changeArea(deed, { ...params, ...body, version }),
    (view, made) => areaById(view, made.areaId),
  )
  api.write(
    contract.addCommitmentOp,
    (deed, { params, body }) => addCommitment(deed, { ...params, ...body }),
    (view, made) => areaById(view, made.areaId),
  )
}

function serviceRoutes(api: Api): void {
  api.read(contract.listServicesOp, async (view, { query: { date, ...query } }) => {
    const page = await listServices(view, stateFromQuery(serviceList, query), on(date, view.today))
    return { ...page, rows: [...page.rows] }
  })
  api.read(contract.readServiceOp, (view, { params, query }) =>
    serviceOn(view, params.service, on(query.date, view.today)),
  )
  api.read(contract.similarServicesOp, async (view, { query }) => ({
    services: [...(await similarTo(view, { name: query.name }))],
  }))
  api.write(
    contract.proposeServiceOp,
    (deed, { body }) => proposeService(deed, body),
    (view, made) => draft(view, made.serviceId),
  )
  api.read(contract.readDraftOp, (view, { params }) => draft(view, params.service))
  api.write(
    contract.changeDraftOp,
    (deed, { params, body, version }) => changeDraft(deed, { ...params, version, fields: body }),
    (view, made) => draft(view, made.serviceId),
  )
  api.write(contract.discardDraftOp, (deed, { params, version }) => discardDraft(deed, { ...params, version }))
  api.read(contract.readDeskOp, async (view, { query }) => ({
    drafts: [...(await drafts(view))],
    overdue: [...(await overdueReviews(view, on(query.date, view.today)))],
    signOffs: [...(await openSignOffs(view))],
  }))
}

/** As of today; a text or an area that begins later is read on its first day. */
async function published(view: View, { serviceId }: { serviceId: Id }): Promise<ServiceDetail> {
  const rows = await view.tx
    .selectFrom('catalogue.service as s')
    .innerJoin('catalogue.area as a', (join) =>
      join.onRef('a.tenant_id', '=', 's.tenant_id').onRef('a.area_id', '=', 's.area_id'),
    )
    .innerJoin('catalogue.service_version as v', (join) =>
      join.onRef('v.tenant_id', '=', 's.tenant_id').onRef('v.service_id', '=', 's.service_id'),
    )
    .select(['a.valid_from as area_from', 'v.valid_from'])
    .where('s.service_id', '=', serviceId)
    .where('v.published_at', 'is not', null)
    .orderBy('v.version_no', 'desc')
    .execute()
  const first = rows[0]
  const days = [view.today, ...rows.flatMap((row) => row.valid_from ?? []), ...(first ? [first.area_from] : [])]
  for (const day of days) {
    const found = await serviceOn(view, serviceId, day).catch(nothingWhenMissing)
    if (found) return found
  }
  return notFound()
}

function nothingWhenMissing(error: unknown): null {
  if (error instanceof Refusal && error.status === 404) return null
  throw error
}

/** Of a draft as well as of a published service. */
async function changed(view: View, { serviceId }: { serviceId: Id }): Promise<Changed> {
  const head = await view.tx
    .selectFrom('catalogue.service')
    .select(['service_id', 'code', 'version'])
    .where('service_id', '=', serviceId)
    .executeTakeFirst()
  return head ? { serviceId: head.service_id, code: head.code, version: head.version } : notFound()
}

function publishedServiceRoutes(api: Api): void {
  api.write(
    contract.publishServiceOp,
    (deed, { params, body, version }) => publishService(deed, { ...params, ...body, version }),
    published,
  )
  api.write(
    contract.endServiceOp,
    (deed, { params, body, version }) => endService(deed, { ...params, ...body, version }),
    published,
  )
  api.write(contract.callOffEndOp, (deed, { params, version }) => callOffEnd(deed, { ...params, version }), published)
  api.write(
    contract.switchProviderOp,
    (deed, { params, body, version }) => switchProvider(deed, { ...params, ...body, version }),
    changed,
  )
  api.write(
    contract.reviewServiceOp,
    (deed, { params, body }) => reviewService(deed, { ...params, ...body }),
    published,
  )
  api.write(contract.askSignOffOp, (deed, { params, body }) => askSignOff(deed, { ...params, ...body }), published)
  api.write(contract.signOffOp, (deed, { params, body }) => signOff(deed, { ...params, ...body }), changed)
  api.write(
    contract.setEligibilityOp,
    (deed, { params, body, version }) => setEligibility(deed, { ...params, ...body, version }),
    changed,
  )
  api.write(
    contract.setWordsOp,
    (deed, { params, body, version }) => setWords(deed, { ...params, ...body, version }),
    changed,
  )
}
