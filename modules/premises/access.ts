// Who may do what with properties, buildings and rooms.
import type { AccessTable } from '#platform/access'

export const premisesAccess: AccessTable = { 'premises.read': [{}], 'premises.keep': [{ right: 'premises.edit' }] }
