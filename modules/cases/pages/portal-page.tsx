// The start page: one question, four ways in, what is mine and what is offered. Every order, fault report, question and
// complaint begins here (TY-051).
import type { ComponentChildren } from 'preact'
import { monthOf } from '#basics/period'
import { mayEver } from '#platform/access'
import type { View } from '#platform/act'
import { largestKept } from '#platform/figure-store'
import { figure } from '#platform/figures'
import type { Page, Visit } from '#platform/http/site'
import { panelsOn } from '#platform/panels'
import { areasOn, choosePromises, offeringsOn, promiseCandidates, servicesFor } from '#catalogue'
import type { ServiceRow } from '#catalogue'
import { Card, Empty, Hero, LiveRegion, MyCases, ServiceAreas, Ways } from '#ui'
import type { IconName, ServiceArea } from '#ui'
import type { CaseKind } from '../case.ts'
import { caseKinds } from '../case.ts'
import { lengthWords } from '../clock-phrases.ts'
import { readClocksOfMany } from '../clocks.ts'
import { casesNow, countsOf } from '../portal-queries.ts'
import { StateTag } from './case-marks.tsx'
import { CaseLine, caseHref } from './mine-words.tsx'
import { portalText } from './portal-text.ts'
import { priceRange } from './order-price.tsx'

const mostOfArea = 5
const mostCases = 4

export const wayIcons: Readonly<Record<CaseKind, IconName>> = {
  order: 'shopping-cart',
  fault: 'triangle-alert',
  question: 'message-question',
  complaint: 'megaphone',
}

export const portalPage: Page = {
  path: '/',
  access: 'case.open',
  async show(view, visit) {
    const text = portalText[visit.lang]
    const popular = await popularServices(view)
    const services = await servicesFor(view)
    const panels = await panelsOn('portal', view, visit, view.tenant.tenantId, (access) => mayEver(view.actor, access))
    const topics = view.actor.personId ? [`person:${view.actor.personId}`] : []
    return {
      title: text.start,
      layout: 'portal',
      current: 'portal',
      full: true,
      topics: [...topics, 'catalogue'],
      main: (
        <>
          <Hero
            lang={visit.lang}
            question={text.question}
            action={visit.href('/hitta')}
            label={text.searchLabel}
            placeholder={text.searchPlaceholder}
            tipsLead={text.commonNow}
            tips={tipsOf(popular, services, visit)}
          />
          <div class="inner">
            <FourWays visit={visit} answerIn={await answerWords(view, visit)} />
            {panels.length > 0 && <div class="mt6">{panels}</div>}
            <div class="startgrid">
              <section aria-labelledby="tjanster">
                <h2 class="mb4" id="tjanster">
                  {text.services}
                </h2>
                <ServiceAreas areas={await areasShown(view, visit, services, popular)} />
                <p>
                  <a href={visit.href('/tjanster?visa=lista')}>{text.allServices(services.length)}</a>
                </p>
              </section>
              <aside aria-labelledby="mina">
                <LiveRegion id="mina-nu" topics={topics}>
                  {await mine(view, visit)}
                </LiveRegion>
              </aside>
            </div>
          </div>
        </>
      ),
    }
  },
}

/** What most have asked for the latest counted month; nothing before anything has been counted. */
async function popularServices(view: View): Promise<readonly string[]> {
  const received = figure('received')
  const lastMonth = monthOf(view.today.with({ day: 1 }).subtract({ days: 1 }))
  return received ? largestKept(view, received, 'service', lastMonth, 200) : []
}

function tipsOf(popular: readonly string[], services: readonly ServiceRow[], visit: Visit) {
  const byId = new Map(services.map((service) => [service.serviceId, service]))
  return popular
    .flatMap((id) => byId.get(id) ?? [])
    .filter((service) => service.orderable)
    .slice(0, 3)
    .map((service) => ({
      label: service.name[visit.lang],
      href: visit.href(`/tjanster/${encodeURIComponent(service.code)}`),
    }))
}

/** What the office promises whoever asks here; nothing when it promises nothing. */
async function answerWords(view: View, visit: Visit): Promise<string | null> {
  const candidates = await promiseCandidates(view, { date: view.today })
  const chosen = choosePromises(candidates, { date: view.today, channel: 'portal', priority: 'normal', outside: false })
  const answer = chosen.first_answer
  if (!answer) return null
  const text = portalText[visit.lang]
  const length = lengthWords(answer)[visit.lang]
  return answer.strength === 'strive' ? text.answerAim(length) : text.answerWithin(length)
}

function FourWays({ visit, answerIn }: { readonly visit: Visit; readonly answerIn: string | null }) {
  const text = portalText[visit.lang]
  return (
    <Ways
      label={text.waysLabel}
      items={caseKinds.map((kind) => ({
        title: text.ways[kind][0],
        text: kind === 'question' && answerIn ? answerIn : text.ways[kind][1],
        href: visit.href(`/bestall?slag=${kind}`),
        icon: wayIcons[kind],
      }))}
    />
  )
}

/** The most asked for of each area, then those that can be ordered, then by name; the rest is one step away. */
async function areasShown(
  view: View,
  visit: Visit,
  services: readonly ServiceRow[],
  popular: readonly string[],
): Promise<readonly ServiceArea[]> {
  const { lang } = visit
  const text = portalText[lang]
  const prices = Map.groupBy(await offeringsOn(view, { date: view.today }), (offering) => offering.serviceId)
  const turn = (service: ServiceRow): number => {
    const place = popular.indexOf(service.serviceId)
    return place >= 0 ? place : service.orderable ? popular.length : popular.length + 1
  }
  const byArea = Map.groupBy(services, (service) => service.areaId)
  return (await areasOn(view)).flatMap((area) => {
    const all = byArea.get(area.areaId) ?? []
    if (all.length === 0) return []
    return [
      {
        title: area.name[lang],
        href: visit.href(`/tjanster?area=${encodeURIComponent(area.code)}`),
        count: text.countServices(all.length),
        items: all
          .toSorted((a, b) => turn(a) - turn(b))
          .slice(0, mostOfArea)
          .map((service) => ({
            label: service.name[lang],
            href: visit.href(`/tjanster/${encodeURIComponent(service.code)}`),
            price: service.state === 'planned' ? text.planned : priceRange(prices.get(service.serviceId) ?? [], lang),
          })),
      },
    ]
  })
}

async function mine(view: View, visit: Visit): Promise<ComponentChildren> {
  const { lang } = visit
  const text = portalText[lang]
  const rows = await casesNow(view, mostCases)
  const counts = await countsOf(view, 'mine')
  const all = counts.unfinished.count + counts.finished.count
  if (rows.length === 0)
    return (
      <Card heading={text.myCases} id="mina">
        <Empty
          title={text.noneNow}
          icon="folder-open"
          action={all > 0 ? <a href={visit.href('/mina-arenden?visa=alla')}>{text.everyCase}</a> : undefined}
        >
          {text.noneNowHelp}
        </Empty>
      </Card>
    )
  const clocks = await readClocksOfMany(
    view,
    rows.map((row) => row.case_id),
  )
  return (
    <Card heading={text.myCases} id="mina" aside={<a href={visit.href('/mina-arenden')}>{text.showAll(all)}</a>}>
      <MyCases
        items={rows.map((row) => ({
          title: row.title,
          href: caseHref(visit, row),
          state: <StateTag lang={lang} state={row.state} waitingFor={row.waiting_for} customer />,
          line: (
            <CaseLine
              visit={visit}
              now={view.now}
              row={row}
              clocks={clocks.get(row.case_id) ?? []}
              me={view.actor.personId}
            />
          ),
        }))}
      />
    </Card>
  )
}
