// The screens of the organisation, by their Swedish addresses.
import type { Site } from '#platform/http/site'
import { chartPage } from './chart-page.tsx'
import { customerPage } from './customer-page.tsx'
import { customersPage } from './customers-page.tsx'
import { partiesPage } from './parties-page.tsx'
import { peoplePage, personSuggestions } from './people-page.tsx'
import { personPage } from './person-page.tsx'
import { placePage, placesPage } from './places-pages.tsx'
import { rolePage, rolesPage } from './roles-pages.tsx'
import { schedulePage } from './schedule-page.tsx'
import { schedulesPage } from './schedules-page.tsx'
import { unitPage } from './unit-page.tsx'

export function organisationPages(site: Site): void {
  const pages = [
    ...[chartPage, unitPage, peoplePage, personPage, rolesPage, rolePage, customersPage, customerPage],
    ...[placesPage, placePage, schedulesPage, schedulePage, partiesPage],
  ]
  for (const page of pages) site.page(page)
  site.download(personSuggestions)
}
