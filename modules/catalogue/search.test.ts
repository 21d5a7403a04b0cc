// A service is found by its name, by the everyday words its owner gave it and by its ways in; only by those who may have it.
import { beforeAll, expect, test } from 'vitest'
import { act } from '#platform/act'
import { find } from '#platform/search/index-entry'
import type { CastName } from '../../world/scene.ts'
import type { Desk } from './catalogue-for-tests.ts'
import { openDesk, publishedService } from './catalogue-for-tests.ts'
import { endService } from './end-service.ts'
import { writeEntries } from './index-entries.ts'
import { serviceSearch } from './search.ts'
import { setEligibility, setWords } from './who-may-have.ts'

let desk: Desk
const index = async () => {
  const { stage, tenant } = desk.scene
  await act(stage, tenant, await desk.scene.system(), (deed) => writeEntries(deed))
}
const found = (who: CastName, query: string, now?: string) =>
  desk.reads(
    who,
    async (view) => {
      const { entries } = await find(view.tx, { tenantId: view.tenant.tenantId, query, kinds: ['service'] })
      const hits = await serviceSearch.hits(
        view,
        entries.map((entry) => entry.id),
        'sv',
      )
      return hits.map((hit) => hit.title)
    },
    now,
  )

beforeAll(async () => {
  desk = await openDesk()
  await index()
})

test('TY-079 a service is found by name, by the words of its owner and by what can be asked of it', async () => {
  expect(await found('employee', 'vaktmästeri')).toEqual(['Vaktmästeriuppdrag'])
  expect(await found('employee', 'glömt lösenord')).toEqual(['Felavhjälpning och användarstöd'])
  expect(await found('employee', 'borrmaskin')).toEqual([])
  await desk.does('changeManager', (deed) =>
    setWords(deed, { service: 'vaktmasteri', synonyms: ['borrmaskin', ' borrmaskin '] }),
  )
  await index()
  expect(await found('employee', 'borrmaskin')).toEqual(['Vaktmästeriuppdrag'])
})

test('what the viewer’s customer may not have is no hit, and what has ended is found no more', async () => {
  const { serviceId } = await publishedService(desk, { nameSv: 'Simhallsbiljetter' })
  await index()
  expect(await found('teacher', 'simhall')).toEqual(['Simhallsbiljetter'])
  const only = [{ customerId: desk.scene.ids.customer.social }]
  await desk.does('changeManager', (deed) => setEligibility(deed, { service: serviceId, rows: only }))
  expect([await found('teacher', 'simhall'), await found('employee', 'simhall')]).toEqual([[], ['Simhallsbiljetter']])
  await desk.does('changeManager', (deed) => endService(deed, { service: serviceId, endsOn: '2012-11-01' }))
  expect(await found('employee', 'simhall')).toEqual(['Simhallsbiljetter'])
  expect(await found('employee', 'simhall', '2012-11-01T08:00')).toEqual([])
})
