// The API of needs and wishes.
import type { Api } from '#platform/http/api'
import { draft } from '../draft-view.ts'
import { stateFromQuery } from '../list-state.ts'
import { addNeed, backNeed } from './add-need.ts'
import { answerNeed, declineNeed, draftFromNeed } from './answer-need.ts'
import * as contract from './contract.ts'
import { listNeeds, need, needList } from './queries.ts'

export function needRoutes(api: Api): void {
  api.read(contract.listNeedsOp, async (view, { query }) => {
    const page = await listNeeds(view, stateFromQuery(needList, query))
    return { ...page, rows: [...page.rows] }
  })
  api.read(contract.readNeedOp, (view, { params }) => need(view, params.needId))
  api.write(
    contract.addNeedOp,
    (deed, { body }) => addNeed(deed, body),
    (view, made) => need(view, made.needId),
  )
  api.write(
    contract.backNeedOp,
    (deed, { params, body }) => backNeed(deed, { ...params, ...body }),
    (view, made) => need(view, made.needId),
  )
  api.write(
    contract.draftFromNeedOp,
    (deed, { params, body, version }) => draftFromNeed(deed, { ...params, ...body, version }),
    (view, made) => draft(view, made.serviceId),
  )
  api.write(
    contract.answerNeedOp,
    (deed, { params, body, version }) => answerNeed(deed, { ...params, ...body, version }),
    (view, made) => need(view, made.needId),
  )
  api.write(
    contract.declineNeedOp,
    (deed, { params, body, version }) => declineNeed(deed, { ...params, ...body, version }),
    (view, made) => need(view, made.needId),
  )
}
