// The catalogue of Tyresö's office: 94 services in six areas, their forms and request types. The documents contain
// no finished catalogue; the services are made from the unit plans' descriptions of activities (services.json) and
// written in the one template of service-shape.ts.
import { caretakingForms } from './forms-caretaking.ts'
import { deskForms } from './forms-desk.ts'
import { houseForms } from './forms-house.ts'
import { itForms } from './forms-it.ts'
import type { FormRow } from './form-shape.ts'
import type { ServiceRow } from './service-shape.ts'
import { chanceryServices, procurementServices } from './services-chancery-procurement.ts'
import { financeServices, hrServices } from './services-finance-hr.ts'
import { itServices } from './services-it.ts'
import { officeServices, propertyServices } from './services-property-office.ts'

export const services: readonly ServiceRow[] = [
  ...procurementServices,
  ...financeServices,
  ...hrServices,
  ...chanceryServices,
  ...officeServices,
  ...propertyServices,
  ...itServices,
]

export const forms: readonly FormRow[] = [...houseForms, ...caretakingForms, ...itForms, ...deskForms]
