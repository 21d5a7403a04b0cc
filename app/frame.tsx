// Draws a screen into the shell for a visit: navigation, seat, notices and the tenant's day come from the platform's
// registries in one view; no room knows the shell, and the shell knows no room.
import type { FastifyRequest } from 'fastify'
import type { Refusal } from '#basics/refusal'
import { look } from '#platform/act'
import type { Stage, View } from '#platform/act'
import type { Lang, Tenant } from '#platform/actor'
import { langOf, themeOf } from '#platform/http/credentials'
import { titleOf } from '#platform/http/problem'
import type { Screen, Visit } from '#platform/http/site'
import type { SignedIn } from '#platform/identity/reach'
import { navigationFor } from '#platform/navigation'
import { unreadNotices } from '#platform/notices'
import { errorPage, page } from '#shell'
import type { Assets, RailGroup, Seat, ShellProps } from '#shell'
import type { IconName } from '#ui'
import { seatsOf } from '#organisation'
import { shellText } from './text.ts'

export interface Frame {
  draw(request: FastifyRequest, who: SignedIn, visit: Visit, screen: Screen): Promise<string>
  drawError(
    request: FastifyRequest,
    lang: Lang,
    facts: { status: number; refusal?: Refusal; trace?: string; who?: SignedIn },
  ): Promise<string>
  /** For pages without a session: sign-in, the seat chooser. */
  drawPlain(
    request: FastifyRequest,
    facts: { title: string; tenant?: Tenant; main: ShellProps['content']; wide?: boolean; hasErrors?: boolean },
  ): string
}

export function makeFrame(stage: Stage, assets: Assets): Frame {
  const addresses = (slug?: string): ShellProps['addresses'] => ({
    home: slug ? `/${slug}/` : '/',
    language: '/sprak',
    theme: '/tema',
    ...(slug ? { seat: `/${slug}/plats`, account: `/${slug}/konto`, signOut: `/${slug}/logga-ut` } : {}),
  })
  const common = (request: FastifyRequest, lang: Lang) => ({
    lang,
    theme: themeOf(request) ?? ('system' as const),
    assets,
    here: request.url,
  })
  const shellTenant = (tenant: Tenant) => ({
    slug: tenant.slug,
    name: tenant.name,
    municipality: tenant.municipality,
    colour: tenant.colour,
  })
  return {
    async draw(request, who, visit, screen) {
      const { tenant, actor } = who
      const around = await look(stage, tenant, actor, (view) => surroundings(view, visit, screen))
      const words = shellText[visit.lang]
      return page({
        ...common(request, visit.lang),
        layout: screen.layout === 'plain' ? 'minimal' : screen.layout,
        title: screen.title,
        hasErrors: visit.attempt !== undefined,
        tenant: shellTenant(tenant),
        ...(tenant.demonstration ? { demonstrationDay: around.today } : {}),
        addresses: addresses(tenant.slug),
        person: actor.personName,
        seats: around.seats,
        nav: screen.layout === 'desk' ? deskNav(visit) : portalNav(visit, around),
        notices: {
          href: visit.href('/notiser'),
          unread: around.unread,
          ...(actor.personId ? { topic: `person:${actor.personId}` } : {}),
        },
        search: {
          action: visit.href('/sok'),
          placeholder: words.searchPlaceholder,
          ...(visit.query.get('q') && visit.path === '/sok' ? { value: visit.query.get('q') ?? '' } : {}),
        },
        rail: {
          label: words.views,
          groups: around.groups,
          ...(actor.unitIds.length > 0
            ? {
                topics: actor.unitIds
                  .toSorted()
                  .slice(0, 20)
                  .map((unit) => `unit:${unit}`),
              }
            : {}),
        },
        ...(screen.crumbs
          ? {
              crumbs: screen.crumbs.map((crumb) => ({
                label: crumb.label,
                ...(crumb.href ? { href: visit.href(crumb.href) } : {}),
              })),
            }
          : {}),
        ...flashOf(visit),
        footer: words.footer.map(({ label, path }) => ({ label, href: visit.href(path) })),
        ...(screen.full ? { full: true } : {}),
        live: {
          events: visit.href('/live'),
          presence: visit.href('/skriver'),
        },
        ...(actor.accountId ? { draftOwner: actor.accountId } : {}),
        content: screen.main,
      })
    },
    drawError(request, lang, { status, refusal, trace, who }) {
      const words = shellText[lang]
      return Promise.resolve(
        errorPage({
          ...common(request, lang),
          title: status === 500 ? words.fault : titleOf(status, lang),
          text: refusal?.words[lang] ?? words.faultText,
          addresses: addresses(who?.tenant.slug),
          ...(who ? { tenant: shellTenant(who.tenant), person: who.actor.personName } : {}),
          wayOn: { label: words.toStart, href: who ? `/${who.tenant.slug}/` : '/' },
          ...(trace ? { reference: `${words.reference}: ${trace}` } : {}),
        }),
      )
    },
    drawPlain(request, { title, tenant, main, wide, hasErrors }) {
      return page({
        ...common(request, langOf(request, tenant?.language)),
        layout: 'minimal',
        title,
        content: main,
        addresses: addresses(undefined),
        ...(tenant ? { tenant: shellTenant(tenant) } : {}),
        ...(wide ? { wide } : {}),
        ...(hasErrors ? { hasErrors } : {}),
      })
    },
  }
}

interface Around {
  readonly today: Temporal.PlainDate
  readonly seats: readonly Seat[]
  readonly groups: readonly RailGroup[]
  readonly inPortal: NonNullable<ShellProps['nav']>
  readonly unread: number
}

async function surroundings(view: View, visit: Visit, screen: Screen): Promise<Around> {
  const groups = await navigationFor(view, visit.lang)
  const seats = await seatsOf(view, view.actor.personId ?? view.tenant.tenantId)
  return {
    today: view.today,
    seats: seats.map((seat) => ({
      id: seat.assignmentId,
      label: seat.label,
      current: seat.assignmentId === view.actor.seatId,
    })),
    unread: await unreadNotices(view),
    inPortal: groups
      .flatMap((group) => group.entries)
      .filter((entry) => entry.inPortal)
      .map((entry) => ({
        label: entry.label,
        href: visit.href(entry.href),
        icon: entry.icon as IconName,
        ...(entry.count === undefined ? {} : { count: entry.count }),
      })),
    groups: groups.map((group) => ({
      ...(group.heading ? { heading: group.heading } : {}),
      items: group.entries.map((entry) => ({
        label: entry.label,
        href: visit.href(entry.href),
        icon: entry.icon as IconName,
        ...(entry.count === undefined ? {} : { count: entry.count }),
        ...(entry.urgent ? { hot: true } : {}),
        current: entry.key === screen.current,
      })),
    })),
  }
}

function deskNav(visit: Visit): NonNullable<ShellProps['nav']> {
  const words = shellText[visit.lang]
  return visit.actor.rights.has('case.register')
    ? [{ label: words.newCase, href: visit.href('/arenden/nytt'), icon: 'plus', keyHint: 'N' }]
    : []
}

function portalNav(visit: Visit, { groups, inPortal }: Around): NonNullable<ShellProps['nav']> {
  const words = shellText[visit.lang]
  const desk = groups.flatMap((group) => group.items).find((item) => item.href !== visit.href('/'))
  return [
    { label: words.myCases, href: visit.href('/mina-arenden'), icon: 'folder-open' },
    ...(visit.actor.rights.size > 0 && desk
      ? [{ label: words.toDesk, href: desk.href, icon: 'inbox' as IconName }]
      : inPortal),
  ]
}

/** A code in the address after a deed: `?klart=…`. Only known codes are spoken. */
function flashOf(visit: Visit): Pick<ShellProps, 'flash'> {
  const code = visit.query.get('klart')
  const text = code === null ? undefined : (shellText[visit.lang].done as Readonly<Record<string, string>>)[code]
  return text ? { flash: { tone: 'ok', text } } : {}
}
