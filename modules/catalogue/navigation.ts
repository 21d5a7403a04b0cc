// What the catalogue adds to the rail: services and wishes for everyone, the desk and the templates for its owners.
import { may } from '#platform/access'
import type { NavigationEntry, NavigationSource } from '#platform/navigation'
import { drafts, openSignOffs, overdueReviews } from './draft-view.ts'

export const catalogueNavigation: NavigationSource = async (view, lang) => {
  const say = (sv: string, en: string): string => (lang === 'sv' ? sv : en)
  const entries: NavigationEntry[] = [
    { key: 'services', href: '/tjanster', label: say('Tjänster', 'Services'), icon: 'clipboard-list' },
    { key: 'needs', href: '/onskemal', label: say('Önskemål', 'Wishes'), icon: 'lightbulb' },
  ]
  const groups = [{ key: 'catalogue', order: 40, entries }]
  if (!may(view.actor, 'catalogue.desk')) return groups
  const [waiting, overdue] = [await drafts(view), await overdueReviews(view)]
  const mine = waiting.filter((one) => one.mine).length
  const desk: NavigationEntry[] = [
    {
      key: 'catalogue-desk',
      href: '/katalog',
      label: say('Katalogens skrivbord', 'Catalogue desk'),
      icon: 'file-pen',
      ...(mine > 0 ? { count: mine } : {}),
      ...(overdue.length > 0 ? { urgent: true } : {}),
    },
    {
      key: 'request-types',
      href: '/katalog/arendetyper',
      label: say('Ärendetyper', 'Request types'),
      icon: 'list-checks',
    },
    { key: 'promises', href: '/katalog/loften', label: say('Löften', 'Promises'), icon: 'calendar-days' },
    { key: 'prices', href: '/katalog/priser', label: say('Priser', 'Prices'), icon: 'tags' },
    { key: 'forms', href: '/katalog/formular', label: say('Formulär', 'Forms'), icon: 'file-text' },
  ]
  return [
    ...groups,
    { key: 'catalogue-desk', heading: say('Tjänstekatalog', 'Service catalogue'), order: 45, entries: desk },
  ]
}

/** How many services wait for the viewer's signature; for a purchaser's first page. */
export async function signOffsWaiting(view: Parameters<NavigationSource>[0]): Promise<number> {
  return (await openSignOffs(view)).filter((one) => one.mine).length
}
