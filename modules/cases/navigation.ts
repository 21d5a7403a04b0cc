// What cases put in the rail: the queue with its counts for those who handle, approvals for purchasers, figures for heads.
import type { Lang } from '#basics/lang'
import type { NavigationGroup, NavigationSource } from '#platform/navigation'
import { may } from '#platform/access'
import { countApprovals, queueCounts } from './queries.ts'

const words = {
  sv: {
    queue: 'Kö',
    mine: 'Mina ärenden',
    unowned: 'Ny och ingen ansvarig',
    today: 'Löftet går ut i dag',
    broken: 'Löftet är brutet',
    silent: 'Kunden tyst i 5 dagar',
    unit: 'Enhetens vyer',
    all: 'Alla ärenden',
    approvals: 'Att godkänna',
    customers: 'Förvaltningens ärenden',
    load: 'Enhetens siffror',
    portal: 'Portalen',
  },
  en: {
    queue: 'Queue',
    mine: 'My cases',
    unowned: 'New, nobody responsible',
    today: 'Promise ends today',
    broken: 'Promise broken',
    silent: 'Customer silent for 5 days',
    unit: 'Views of the unit',
    all: 'All cases',
    approvals: 'To approve',
    customers: 'The administration’s cases',
    load: 'The unit’s figures',
    portal: 'The portal',
  },
} as const

type QueueCounts = Awaited<ReturnType<typeof queueCounts>>

const queueGroups = (text: (typeof words)[Lang], counts: QueueCounts): NavigationGroup[] => [
  {
    key: 'queue',
    order: 10,
    entries: [
      { key: 'queue', href: '/arenden/ko', label: text.queue, icon: 'inbox', count: counts.open },
      { key: 'mine', href: '/arenden/ko?ansvarig=jag', label: text.mine, icon: 'user', count: counts.mine },
    ],
  },
  {
    key: 'unit-views',
    heading: text.unit,
    order: 20,
    entries: [
      {
        key: 'broken',
        href: '/arenden/ko?lofte=brutet',
        label: text.broken,
        icon: 'list-filter',
        count: counts.broken,
        urgent: counts.broken > 0,
      },
      {
        key: 'today',
        href: '/arenden/ko?lofte=idag',
        label: text.today,
        icon: 'list-filter',
        count: counts.endsToday,
        urgent: counts.endsToday > 0,
      },
      {
        key: 'unowned',
        href: '/arenden/ko?ansvarig=ingen',
        label: text.unowned,
        icon: 'users',
        count: counts.unowned,
      },
      { key: 'silent', href: '/arenden/ko?lofte=tyst', label: text.silent, icon: 'list-filter' },
      { key: 'all', href: '/arenden', label: text.all, icon: 'list' },
    ],
  },
]

export const casesNavigation: NavigationSource = async (view, lang) => {
  const text = words[lang]
  const groups: NavigationGroup[] = []
  if (view.actor.rights.has('case.handle')) groups.push(...queueGroups(text, await queueCounts(view)))
  const approvals = await countApprovals(view)
  if (view.actor.customers.length > 0 || approvals > 0)
    groups.push({
      key: 'purchaser',
      order: 30,
      entries: [
        {
          key: 'approvals',
          href: '/godkannanden',
          label: text.approvals,
          icon: 'check',
          count: approvals,
          inPortal: true,
        },
        ...(view.actor.customers.length > 0
          ? [{ key: 'customers', href: '/kundens-arenden', label: text.customers, icon: 'folder-open' }]
          : []),
      ],
    })
  if (may(view.actor, 'case.load'))
    groups.push({
      key: 'load',
      order: 40,
      entries: [{ key: 'load', href: '/enhetens-siffror', label: text.load, icon: 'chart-column' }],
    })
  groups.push({ key: 'portal', order: 90, entries: [{ key: 'portal', href: '/', label: text.portal, icon: 'house' }] })
  return groups
}
