// Who may do what in the register of the organisation. Everyone signed in reads the chart, the people of a unit and
// the hours; the customer register is for those whose work needs it, and never for a trainee (TY-049).
import type { AccessTable } from '#platform/access'

const edit = [{ right: 'organisation.edit' }]
const keepCustomers = [{ right: 'organisation.edit' }, { right: 'customer.manage' }]
const readCustomers = [{ right: 'organisation.read_customers' }, ...keepCustomers]

export const organisationAccess: AccessTable = {
  'organisation.read': [{}],
  'organisation.edit': edit,
  /** Who gets a way in, and who no longer has one. */
  'organisation.keep_accounts': edit,
  'organisation.read_customers': readCustomers,
  /** The register of one customer: also its own purchasers and coordinator. */
  'organisation.read_customer': [...readCustomers, { relation: 'own_customer' }],
  'organisation.keep_customers': keepCustomers,
  /** Own absence, that of the people of a unit one manages, anybody's for whoever keeps the register. */
  'organisation.set_absence': [...edit, { relation: 'self' }, { right: 'unit.manage', relation: 'managed' }],
  'schedule.edit': [{ right: 'schedule.edit' }],
}
