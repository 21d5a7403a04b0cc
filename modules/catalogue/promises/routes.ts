// The API of promises and levels.
import { notFound } from '#basics/refusal'
import type { Api } from '#platform/http/api'
import * as contract from './contract.ts'
import { addLevel, addPromiseVersion, endPromise } from './keep-promises.ts'
import { levelsOn, promisesOn, promiseVersion } from './queries.ts'

const on = (date: string | undefined, today: Temporal.PlainDate): Temporal.PlainDate =>
  date ? Temporal.PlainDate.from(date) : today

export function promiseRoutes(api: Api): void {
  api.read(contract.readPromises, async (view, { query }) => ({
    promises: [...(await promisesOn(view, on(query.date, view.today)))],
  }))
  api.write(
    contract.addPromiseOp,
    (deed, { body }) => addPromiseVersion(deed, body),
    (view, made) => promiseVersion(view, made.promiseId, made.versionNo),
  )
  api.write(
    contract.endPromiseOp,
    (deed, { params, body }) => endPromise(deed, { ...params, ...body }),
    (view, made) => promiseVersion(view, made.promiseId),
  )
  api.read(contract.readLevels, async (view, { query }) => ({
    levels: [...(await levelsOn(view, on(query.date, view.today)))],
  }))
  api.write(
    contract.addLevelOp,
    (deed, { body }) => addLevel(deed, body),
    async (view, made) =>
      (await levelsOn(view, view.today)).find((level) => level.levelId === made.levelId) ?? notFound(),
  )
}
