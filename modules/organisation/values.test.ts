// The lists of values stand once, in the noun files; the database checks the same ones.
import { expect, test } from 'vitest'
import { testDatabase } from '#testing'
import { settlements } from './customers/customer.ts'
import { mandateKinds } from './customers/mandate.ts'
import { partyKinds, relationKinds } from './parties/contract.ts'
import { personKinds } from './people/person.ts'
import { postStates, printedMeasures, recruitments } from './posts/post.ts'
import { roleLevels } from './roles/role.ts'
import { unitKinds } from './units/unit.ts'

test.each([
  ['unit_placement', 'kind', unitKinds],
  ['party', 'kind', partyKinds],
  ['party_relation', 'kind', relationKinds],
  ['person', 'kind', personKinds],
  ['role', 'level', roleLevels],
  ['post', 'state', postStates],
  ['post', 'recruitment', recruitments],
  ['printed_count', 'measure', printedMeasures],
  ['customer', 'settlement', settlements],
  ['mandate', 'kind', mandateKinds],
  ['schedule_day', 'kind', ['closed', 'open', 'half_day']],
] as const)('%s.%s', async (table, column, values) => {
  const { ownerPool } = await testDatabase()
  const found = await ownerPool.query<{ def: string }>(
    `select pg_get_constraintdef(c.oid) as def from pg_constraint c
     where c.conrelid = ('organisation.' || $1)::regclass and c.contype = 'c' and pg_get_constraintdef(c.oid) ~ ('\\m' || $2 || ' = ANY')`,
    [table, column],
  )
  const checked = [...(found.rows[0]?.def ?? '').matchAll(/'([a-z_]+)'::text/g)].map((match) => match[1])
  expect(new Set(checked)).toEqual(new Set<string>(values))
})
