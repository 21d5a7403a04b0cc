// What of the organisation stands in the rail: the chart and the people for everyone at the desk, the registers for those
// who keep them.
import { may } from '#platform/access'
import type { NavigationEntry, NavigationSource } from '#platform/navigation'
import { organisationText } from './text.ts'

export const organisationNavigation: NavigationSource = (view, lang) => {
  // An employee's portal has no rail; whoever holds any right works at the desk.
  if (view.actor.kind === 'system' || view.actor.rights.size === 0) return Promise.resolve([])
  const words = organisationText[lang].nav
  const entry = (key: string, href: string, label: string, icon: string): NavigationEntry => ({
    key,
    href,
    label,
    icon,
  })
  const edits = may(view.actor, 'organisation.edit')
  const entries = [
    entry('organisation', '/organisation', words.chart, 'network'),
    entry('organisation-people', '/organisation/personer', words.people, 'users'),
    ...(edits
      ? [
          entry('organisation-roles', '/organisation/roller', words.roles, 'shield-check'),
          entry('organisation-parties', '/organisation/parter', words.parties, 'landmark'),
        ]
      : []),
    ...(may(view.actor, 'organisation.read_customers')
      ? [entry('organisation-customers', '/organisation/kunder', words.customers, 'building')]
      : []),
    ...(edits || may(view.actor, 'schedule.edit')
      ? [
          entry('organisation-places', '/organisation/platser', words.places, 'map-pin'),
          entry('organisation-schedules', '/organisation/scheman', words.schedules, 'calendar-days'),
        ]
      : []),
  ]
  return Promise.resolve([{ key: 'organisation', heading: words.heading, order: 80, entries }])
}
