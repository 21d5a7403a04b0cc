// One service, to be read by whoever may order it: what it gives and does not give, what it costs one's own administration,
// what is promised, and the ways in. What nobody has stated is said to be not stated.
import { may } from '#platform/access'
import type { Page, Screen, Visit } from '#platform/http/site'
import { formDeed } from '#platform/http/site'
import { panelsOn } from '#platform/panels'
import { Checks, LinkButton, Notice, Steps, TableFrame, Tag } from '#ui'
import { SignOffService } from '../contract.ts'
import type { ServiceDetail } from '../contract.ts'
import { serviceOn } from '../service-view.ts'
import { scheduleOfService } from '../hours.ts'
import { signOff } from '../sign-off.ts'
import { catalogueText } from '../text.ts'
import {
  dateText,
  dayAsked,
  editHref,
  linesOf,
  Origin,
  Refused,
  serviceHref,
  StateTag,
  Unstated,
} from './page-parts.tsx'
import { ServiceCard } from './service-card.tsx'
import { ServiceFacts, ServiceHistory, ServiceUse } from './service-facts.tsx'

export const servicePage: Page = {
  path: '/tjanster/:code',
  access: 'catalogue.read',
  async show(view, visit): Promise<Screen> {
    const { lang } = visit
    const all = catalogueText[lang]
    const date = dayAsked(view, visit)
    const service = await serviceOn(view, visit.params['code'] ?? '', date)
    const schedule = await scheduleOfService(view, service.serviceId, date)
    const panels = await panelsOn('service', view, visit, service.serviceId, (verb) => may(view.actor, verb))
    return {
      title: service.name[lang],
      layout: 'portal',
      current: 'services',
      topics: [`service:${service.serviceId}`, 'prices', 'promises'],
      crumbs: [
        { href: '/tjanster', label: all.services.title },
        { href: `/tjanster?area=${encodeURIComponent(service.areaCode)}`, label: service.areaName[lang] },
        { label: service.name[lang] },
      ],
      main: (
        <>
          <Refused visit={visit} />
          {!date.equals(view.today) && (
            <Notice
              tone="info"
              icon="calendar"
              class="mb5"
              end={<a href={visit.href(serviceHref(service.code))}>{all.service.today}</a>}
            >
              {all.service.onDay(dateText(service.date, lang))}
            </Notice>
          )}
          <div class="two service">
            <Head service={service} visit={visit} />
            <aside class="sticky">
              <ServiceCard view={view} visit={visit} service={service} calendar={schedule?.calendar} />
            </aside>
            <article class="prose rest">
              <Content service={service} visit={visit} />
              <ServiceFacts service={service} visit={visit} />
              <ServiceUse service={service} visit={visit} />
              {panels}
              <ServiceHistory service={service} visit={visit} />
              <p class="mt8">
                <a href={visit.href('/onskemal#nytt')}>{all.service.missing}</a>
              </p>
            </article>
          </div>
        </>
      ),
    }
  },
  deeds: {
    'skriv-under': formDeed({
      access: 'service.sign_off',
      body: SignOffService,
      run: (deed, { body, params }) => signOff(deed, { service: params['code'] ?? '', ...body }),
      then: (_result, visit: Visit) => `${serviceHref(visit.params['code'] ?? '')}?klart=sparat#underskrifter`,
    }),
  },
}

function Head({ service, visit }: { readonly service: ServiceDetail; readonly visit: Visit }) {
  const { lang } = visit
  const all = catalogueText[lang]
  return (
    <div class="prose top">
      <h1>{service.name[lang]}</h1>
      <p class="lead">
        {service.content ?? service.purpose ?? <Unstated lang={lang} />}
        {service.content && <Origin origin={service.origins['content']} lang={lang} />}
      </p>
      <div class="row2">
        <StateTag state={service.state} lang={lang} />
        {service.obligation && (
          <Tag tone="accent" icon="tags">
            {all.obligations[service.obligation]}
          </Tag>
        )}
        {service.basic && (
          <Tag tone={service.settled ? 'ok' : 'wait'} icon={service.settled ? 'circle-check' : 'hourglass'}>
            {service.settled ? all.service.settled : all.service.notSettled}
          </Tag>
        )}
        {service.standard && <Tag icon="layout-grid">{all.standards[service.standard]}</Tag>}
      </div>
      {service.state === 'ending' && service.endsOn && (
        <Notice tone="warn" small>
          {all.service.ending(dateText(Temporal.PlainDate.from(service.endsOn).subtract({ days: 1 }).toString(), lang))}
        </Notice>
      )}
      {service.adaptedFrom && (
        <p>
          {all.service.adaptedFrom}{' '}
          <a href={visit.href(serviceHref(service.adaptedFrom.code))}>{service.adaptedFrom.name[lang]}</a>.
        </p>
      )}
      {service.may.includes('service.change_draft') && may(visit.actor, 'catalogue.desk') && (
        <p>
          <LinkButton href={visit.href(editHref(service.code))} small icon="file-pen">
            {all.service.edit}
          </LinkButton>
        </p>
      )}
    </div>
  )
}

function Content({ service, visit }: { readonly service: ServiceDetail; readonly visit: Visit }) {
  const words = catalogueText[visit.lang].service
  const included = service.parts.filter((part) => part.kind === 'included')
  const excluded = service.parts.filter((part) => part.kind === 'not_included')
  const steps = linesOf(service.process)
  return (
    <>
      {service.parts.length > 0 && (
        <div class="halves">
          <Included heading={words.included} what={included} visit={visit} />
          <Included heading={words.notIncluded} what={excluded} visit={visit} not />
        </div>
      )}
      {steps.length > 0 && (
        <>
          <h2>{words.process}</h2>
          <Steps lang={visit.lang} items={steps.map((step) => ({ title: step }))} />
        </>
      )}
      {service.parts.length > 0 && (
        <>
          <h2>{words.who}</h2>
          <BoundaryList service={service} visit={visit} />
        </>
      )}
    </>
  )
}

interface IncludedProps {
  readonly heading: string
  readonly what: ServiceDetail['parts']
  readonly visit: Visit
  readonly not?: boolean
}

function Included({ heading, what, visit, not }: IncludedProps) {
  return (
    <section>
      <h2 class="t-lg">{heading}</h2>
      <div class="mt2">
        {what.length > 0 ? <Checks not={not} items={what.map((part) => part.what)} /> : <Unstated lang={visit.lang} />}
      </div>
    </section>
  )
}

/** The boundary list in three columns (TY-078): the task, whether it is in the service, and who does it. */
function BoundaryList({ service, visit }: { readonly service: ServiceDetail; readonly visit: Visit }) {
  const { lang } = visit
  const all = catalogueText[lang]
  const words = all.service
  const byUs = service.provider?.unitName
  return (
    <TableFrame label={words.who}>
      <table class="stack">
        <caption class="sr">{words.who}</caption>
        <thead>
          <tr>
            <th scope="col">{words.what}</th>
            <th scope="col">{words.inService}</th>
            <th scope="col">{words.doneBy}</th>
          </tr>
        </thead>
        <tbody>
          {service.parts.map((part) => (
            <tr>
              <th scope="row">
                {part.what}
                <Origin origin={part.origin} lang={lang} />
              </th>
              <td data-l={words.inService}>
                <Tag
                  tone={part.kind === 'included' ? 'ok' : 'plain'}
                  icon={part.kind === 'included' ? 'check' : 'minus'}
                >
                  {part.kind === 'included' ? all.any.yes : all.any.no}
                </Tag>
              </td>
              <td data-l={words.doneBy}>
                {part.doneBy ?? (part.kind === 'included' && byUs ? byUs : <Unstated lang={lang} />)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableFrame>
  )
}
