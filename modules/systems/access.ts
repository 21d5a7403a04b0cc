// Who may do what in the register of information systems: everyone reads it, the keeper changes it.
import type { AccessTable } from '#platform/access'

export const systemsAccess: AccessTable = {
  'system.read': [{}],
  'system.keep': [{ right: 'systems.edit' }],
}
