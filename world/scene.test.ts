// The scene itself: everyone of the cast is there and reaches what the seat should reach.
import { expect, test } from 'vitest'
import { cast, openScene } from './scene.ts'
import type { CastName } from './scene.ts'

test('every member of the cast has a seat, and a manager reaches the units beneath', async () => {
  const scene = await openScene()
  for (const name of Object.keys(cast) as CastName[])
    expect((await scene.actor(name)).seatId).toBe(scene.ids.seat[name])
  const agent = await scene.actor('agent')
  expect(agent.authorities).toEqual([scene.ids.party.namnd])
  expect((await scene.actor('purchaser')).customers).toEqual([scene.ids.customer.social])
  expect((await scene.actor('employee')).authorities).toEqual([])
  expect((await scene.actor('agent2')).circles).toEqual([scene.ids.circle])
  expect((await scene.actor('changeManager')).unitIds).toContain(scene.ids.unit['it-natverk'])
})
