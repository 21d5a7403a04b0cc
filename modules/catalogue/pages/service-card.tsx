// Beside the service: what it costs the viewer's own administration, the ways in, what is promised and until when, and
// when it is open.
import { localDate, longDate, longMoment, minutesAsTime, weekdayName } from '#basics/dates'
import type { Lang } from '#basics/lang'
import { workingDayOf } from '#basics/working-time'
import type { WorkingCalendar } from '#basics/working-time'
import type { View } from '#platform/act'
import type { Visit } from '#platform/http/site'
import { Card, DayStrip, LinkButton, More, PromiseCard } from '#ui'
import type { Offering, PromiseShown, ServiceDetail } from '../contract.ts'
import { catalogueText } from '../text.ts'
import {
  DecisionLink,
  conditionText,
  dateText,
  orderHref,
  Origin,
  originText,
  priceText,
  promiseText,
  Unstated,
} from './page-parts.tsx'
import { promiseStrip } from './promise-strip.ts'

interface CardProps {
  readonly view: View
  readonly visit: Visit
  readonly service: ServiceDetail
  /** Whose working days the promises are counted in. */
  readonly calendar: WorkingCalendar | undefined
}

export function ServiceCard(props: CardProps) {
  const { visit, service } = props
  const { lang } = visit
  const words = catalogueText[lang].service
  return (
    <>
      <Card heading={service.customer ? words.priceFor(service.customer.name) : words.price} quiet>
        {service.offerings.length > 0 ? (
          <Prices service={service} visit={visit} />
        ) : (
          <PriceInWords service={service} visit={visit} />
        )}
        {!service.customer && service.offerings.some((one) => one.prices.length > 0) && (
          <p class="sm mute mt2">{words.noCustomer}</p>
        )}
        <WaysIn service={service} visit={visit} />
      </Card>
      <Promises {...props} />
      <Hours service={service} visit={visit} />
    </>
  )
}

function PriceInWords({ service, visit }: Omit<CardProps, 'view' | 'calendar'>) {
  return <p>{service.price ?? catalogueText[visit.lang].service.noPrice}</p>
}

function Prices({ service, visit }: Omit<CardProps, 'view' | 'calendar'>) {
  const { lang } = visit
  const words = catalogueText[lang].service
  const first = service.offerings.flatMap((one) => one.prices)[0]
  return (
    <>
      <table class="price">
        <caption class="sr">{words.price}</caption>
        <thead class="sr">
          <tr>
            <th scope="col">{catalogueText[lang].prices.offering}</th>
            <th scope="col">{words.price}</th>
          </tr>
        </thead>
        <tbody>
          {service.offerings.map((offering) => (
            <OfferingRow offering={offering} visit={visit} />
          ))}
        </tbody>
      </table>
      {first && (
        <p class="sm mute mt2">
          {words.validPrice(
            dateText(first.validFrom, lang),
            dateText(Temporal.PlainDate.from(first.validTo).subtract({ days: 1 }).toString(), lang),
          )}{' '}
          {first.decision ? (
            <DecisionLink decision={first.decision} visit={visit} lead={words.decision} />
          ) : (
            words.noDecision
          )}
          <Origin origin={first.origin} lang={lang} />
        </p>
      )}
      <More summary={words.countsAs}>
        <ul class="l">
          {service.offerings.map((offering) => (
            <li class="mt2">
              <b>{offering.name[lang]}</b>: {offering.unit.definition} {offering.unit.notCountedTwice}
            </li>
          ))}
        </ul>
      </More>
    </>
  )
}

function OfferingRow({ offering, visit }: { readonly offering: Offering; readonly visit: Visit }) {
  const { lang } = visit
  const all = catalogueText[lang]
  return (
    <tr>
      <th scope="row">
        {offering.name[lang]}
        <span class="sm mute block">
          {offering.adaptedFrom
            ? `${all.service.adaptedFrom} ${offering.adaptedFrom.name[lang]}`
            : all.offeringKinds[offering.kind]}
        </span>
      </th>
      <td class="num">
        {offering.prices.length === 0 ? (
          <Unstated lang={lang} />
        ) : (
          offering.prices.map((price) => (
            <span class="block">
              {priceText(price, offering.unit.short[lang], lang)}
              {price.channel && <span class="sm mute"> {all.service.via(all.channels[price.channel])}</span>}
            </span>
          ))
        )}
      </td>
    </tr>
  )
}

/** One filled button: the first way in. */
function WaysIn({ service, visit }: Omit<CardProps, 'view' | 'calendar'>) {
  const { lang } = visit
  const all = catalogueText[lang]
  const words = all.service
  const closed = closedWords(service, visit)
  if (closed) return <p class="mt4 mute">{closed}</p>
  return (
    <div class="stack g2 mt4">
      {service.requestTypeList.map((type, n) => (
        <LinkButton href={visit.href(orderHref(type.code))} kind={n === 0 ? 'primary' : 'plain'} wide>
          {type.name[lang]}
        </LinkButton>
      ))}
      {service.requestTypeList.length === 0 && <p class="mute">{words.noWayIn}</p>}
    </div>
  )
}

function closedWords(service: ServiceDetail, visit: Visit): string | null {
  const words = catalogueText[visit.lang].service
  if (service.state === 'ended') return words.ended
  if (service.state !== 'planned') return null
  return service.startsOn ? words.notYet(dateText(service.startsOn, visit.lang)) : words.notYetUnknown
}

function Promises({ view, visit, service, calendar }: CardProps) {
  const { lang } = visit
  const words = catalogueText[lang].service
  const now = service.ifAskedNow.flatMap(({ promiseId, versionNo, dueAt }) => {
    const promise = service.promises.find((one) => one.promiseId === promiseId && one.versionNo === versionNo)
    return promise ? [{ promise, dueAt: Temporal.Instant.from(dueAt) }] : []
  })
  const [main] = now.toSorted((a, b) => order(a.promise) - order(b.promise))
  const orderable = service.state === 'active' || service.state === 'ending'
  return (
    <PromiseCard lang={lang} id="lofte" heading={main ? promiseText(main.promise, lang) : words.promises}>
      {main && main.promise.strength === 'strive' && <p class="sm mute">{words.strive}</p>}
      {main && orderable && localDate(view.now).equals(Temporal.PlainDate.from(service.date)) && (
        <>
          <p class="mt2">
            {words.ifNow[main.promise.clockKind ?? 'start']} <b>{longMoment(main.dueAt, view.now, lang)}</b>.
          </p>
          {calendar && <Days {...main} view={view} visit={visit} calendar={calendar} />}
        </>
      )}
      {!main && service.promises.length > 0 && <p class="mt2">{words.noTime}</p>}
      {service.promises.length === 0 && <p class="mt2">{service.level ?? words.noPromise}</p>}
      {service.promises.length > 0 && (
        <More summary={words.allPromises}>
          <ul class="l">
            {service.promises.map((promise) => (
              <PromiseLine promise={promise} visit={visit} />
            ))}
          </ul>
        </More>
      )}
    </PromiseCard>
  )
}

interface DaysProps {
  readonly view: View
  readonly visit: Visit
  readonly calendar: WorkingCalendar
  readonly promise: PromiseShown
  readonly dueAt: Temporal.Instant
}

function Days({ view, visit, calendar, promise, dueAt }: DaysProps) {
  const { lang } = visit
  const days = promiseStrip(calendar, { now: view.now, dueAt, counted: promise.unit === 'working_days' }, lang)
  if (days.length === 0) return null
  const words = catalogueText[lang].service
  const starting = workingDayOf(calendar, view.now)
  const day = longDate(starting, localDate(view.now), lang)
  return (
    <>
      <DayStrip lang={lang} narrow label={words.strip} days={days} />
      {!starting.equals(localDate(view.now)) && (
        <p class="sm mute">{words.afterClosing(day.slice(0, 1).toUpperCase() + day.slice(1))}</p>
      )}
    </>
  )
}

/** Start and done say more to who orders than a receipt does. */
const order = ({ clockKind }: PromiseShown): number =>
  ['start', 'done', 'first_answer', 'receipt'].indexOf(clockKind ?? 'receipt')

function PromiseLine({ promise, visit }: { readonly promise: PromiseShown; readonly visit: Visit }) {
  const { lang } = visit
  const all = catalogueText[lang]
  const source = originText(promise.origin, lang)
  const about = [
    conditionText(promise, lang),
    promise.strength === 'strive' && all.service.strive,
    promise.label,
    all.holders[promise.holder].toLowerCase(),
    source,
  ].filter(Boolean)
  return (
    <li class="mt2">
      {promise.clockKind === null ? promise.name[lang] : promiseText(promise, lang)}
      <span class="sm mute block">{about.join(' · ')}</span>
    </li>
  )
}

function Hours({ service, visit }: Omit<CardProps, 'view' | 'calendar'>) {
  const { lang } = visit
  const words = catalogueText[lang].service
  const { hours, places } = service
  return (
    <Card heading={words.hours} quiet class="later">
      {places.map((place) => (
        <section class="mb4">
          <h3 class="t-md">{place.name}</h3>
          {place.stated ? <WeekTable week={place.week} lang={lang} caption={place.name} /> : <Unstated lang={lang} />}
          {!place.stated && place.holderName && <p class="sm mute">{words.hoursOf(place.holderName)}</p>}
        </section>
      ))}
      {places.length === 0 && !hours && <p>{words.noHours}</p>}
      {places.length === 0 && hours && (
        <>
          <WeekTable week={hours.week} lang={lang} caption={words.hours} />
          <p class="sm mute mt2">
            {hours.notStated.map((who) => `${words.hoursInstead(who)} `)}
            {words.hoursOf(hours.holderName)}
          </p>
        </>
      )}
    </Card>
  )
}

type Week = NonNullable<ServiceDetail['hours']>['week']

/** Days in a row with the same hours stand on one line: måndag–torsdag 07.45–16.45. */
function WeekTable({ week, lang, caption }: { readonly week: Week; readonly lang: Lang; readonly caption: string }) {
  const words = catalogueText[lang].service
  const name = (weekday: number): string => weekdayName(monday.add({ days: weekday - 1 }), lang)
  const lines: { from: number; to: number; hours: string }[] = []
  for (const { weekday, windows } of week) {
    const hours =
      windows.map(({ opens, closes }) => `${clockText(opens, lang)}–${clockText(closes, lang)}`).join(', ') ||
      words.closed
    const last = lines.at(-1)
    if (last?.hours === hours) last.to = weekday
    else lines.push({ from: weekday, to: weekday, hours })
  }
  return (
    <table class="price">
      <caption class="sr">{caption}</caption>
      <tbody>
        {lines.map(({ from, to, hours }) => (
          <tr>
            <th scope="row">{from === to ? name(from) : `${name(from)}–${name(to)}`}</th>
            <td class="num">{hours}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

const monday = Temporal.PlainDate.from('2012-01-02')

const clockText = (time: string, lang: Lang): string =>
  minutesAsTime(Number(time.slice(0, 2)) * 60 + Number(time.slice(3)), lang)
