// Who may do what to agreements: both parties read theirs, the provider's keeper writes.
import type { AccessTable } from '#platform/access'

export const agreementsAccess: AccessTable = {
  'agreement.list': [
    { right: 'agreement.edit' },
    { right: 'case.handle' },
    { right: 'organisation.read_customers' },
    { relation: 'purchaser' },
  ],
  'agreement.read': [{}],
  'agreement.keep': [{ right: 'agreement.edit' }],
}
