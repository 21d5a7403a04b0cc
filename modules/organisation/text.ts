// The words of the organisation's screens, Swedish first. A key that lacks its English does not compile.
import type { Lang } from '#basics/lang'

const sv = {
  nav: {
    heading: 'Organisation',
    chart: 'Organisationsskiss',
    people: 'Personer',
    roles: 'Roller',
    customers: 'Kunder',
    places: 'Platser',
    schedules: 'Scheman',
  },
}

type Shape<T> = { readonly [K in keyof T]: T[K] extends string ? string : Shape<T[K]> }
export type OrganisationText = Shape<typeof sv>

const en: OrganisationText = {
  nav: {
    heading: 'Organisation',
    chart: 'Organisation chart',
    people: 'People',
    roles: 'Roles',
    customers: 'Customers',
    places: 'Places',
    schedules: 'Schedules',
  },
}

export const organisationText: Readonly<Record<Lang, OrganisationText>> = { sv, en }
