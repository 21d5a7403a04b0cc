// Tyresö's office for internal services (KIT) on Wednesday 3 October 2012: its registers as rows, and its cases up to
// that morning. Nothing here touches a database; rows name each other by key and every row says where it comes from.
import type { Office } from '../office.ts'
import { agreements } from './agreements.ts'
import { areas } from './areas.ts'
import { planCases } from './case-mix.ts'
import { forms, services } from './catalogue.ts'
import { customers, mandateAssignments, mandates, seats } from './customers.ts'
import { decisions } from './decisions.ts'
import { countingUnits, offerings, priceList, prices } from './offerings.ts'
import { places, schedules } from './opening-hours.ts'
import { parties, supportLines, units } from './organisation.ts'
import { assignments, people } from './people.ts'
import { posts, printedStaffing } from './posts.ts'
import { buildings, properties, spaces } from './premises.ts'
import { closingRules, earlierCommitments, promises } from './promises.ts'
import { requestTypes } from './request-types.ts'
import { roleVersions } from './roles.ts'
import { routines } from './routines.ts'
import { serviceWords } from './service-words.ts'
import { systems } from './systems.ts'
import { wishes } from './wishes.ts'

let plan: ReturnType<typeof planCases> | undefined

export const tyreso: Office = {
  slug: 'tyreso',
  name: 'Kontoret för interna tjänster',
  municipality: 'Tyresö kommun',
  colour: '#275b45',
  firstDay: Temporal.PlainDate.from('2012-10-03'),
  registeredOn: Temporal.PlainDate.from('2012-01-01'),
  validFrom: Temporal.PlainDate.from('2010-01-01'),
  provider: { party: 'kommunstyrelsen', series: 'KIT' },
  sortingUnit: 'it',
  rows: {
    ...{ parties, schedules, units, places, people, roleVersions, assignments, seats },
    ...{ customers, mandates, mandateAssignments, posts, printedStaffing, supportLines },
    ...{ decisions, systems, properties, buildings, spaces, agreements },
    ...{ areas, earlierCommitments, wishes, services, serviceWords, countingUnits, offerings, priceList, prices },
    ...{ forms, requestTypes, routines, closingRules, promises },
  },
  planCases: () => (plan ??= planCases()),
}
