// Where a case goes when its request type has rules over the answers.
import { expect, test } from 'vitest'
import { chooseRoute } from './who-takes.ts'

const toDesk = { route: 'named_unit', routeUnitId: 'desk' } as const
const heroma = { id: '0190a1b2-0000-7000-8000-000000000001', label: 'Heroma' }

test('TY-057 a rule may ask whether a system was answered, and which', () => {
  const anySystem = {
    ...toDesk,
    routeRules: [{ when: { field: 'system', filled: true }, to: 'system_manager' }],
  } as const
  expect(chooseRoute(anySystem, { values: { system: heroma } }).to).toBe('system_manager')
  expect(chooseRoute(anySystem, { values: {} })).toMatchObject({ to: 'named_unit', unitId: 'desk' })
  const thisSystem = {
    ...toDesk,
    routeRules: [{ when: { field: 'system', is: heroma.id }, to: 'named_unit', unitId: 'payroll' }],
  } as const
  expect(chooseRoute(thisSystem, { values: { system: heroma } }).unitId).toBe('payroll')
  expect(chooseRoute(thisSystem, { values: { system: { ...heroma, id: 'another' } } }).unitId).toBe('desk')
})
