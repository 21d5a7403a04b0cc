// Below the content of a service: the rest of its template, who uses it, and its history of versions, providers,
// signatures and reviews.
import type { Visit } from '#platform/http/site'
import { DataTable, Facts, More, SelectField, Tag } from '#ui'
import type { Fact } from '#ui'
import type { ServiceDetail } from '../contract.ts'
import { catalogueText } from '../text.ts'
import { DeedForm, formOn } from './form-parts.tsx'
import { DecisionLink, dateText, dayText, Origin, serviceHref, spanText, Unstated } from './page-parts.tsx'

interface PartProps {
  readonly service: ServiceDetail
  readonly visit: Visit
}

export function ServiceFacts({ service, visit }: PartProps) {
  const { lang } = visit
  const all = catalogueText[lang]
  const words = all.service
  const said = (section: string, text: string | null) =>
    text === null ? (
      <Unstated lang={lang} />
    ) : (
      <>
        {text}
        <Origin origin={service.origins[section]} lang={lang} />
      </>
    )
  const provider = service.provider
  // What has a heading of its own above when it is stated is said here to be not stated.
  const unstated = <Unstated lang={lang} />
  const facts: Fact[] = [
    ...(service.parts.length === 0
      ? [words.included, words.notIncluded, words.who].map((section) => [section, unstated] as Fact)
      : []),
    ...(service.process === null ? [[words.process, unstated] as Fact] : []),
    [words.purpose, said('purpose', service.purpose)],
    [words.forWhom, said('forWhom', service.forWhom)],
    [words.orderWay, said('orderWay', service.orderWay)],
    [words.level, said('level', service.level)],
    [words.volume, said('volume', service.volume)],
    [words.priceText, said('price', service.price)],
    [words.duties, said('customerDuties', service.customerDuties)],
    ...(service.basic ? [[words.needs, said('needs', service.needs)] as Fact] : []),
    [
      words.provider,
      provider ? (
        <>
          {provider.unitName}
          {provider.supplier && ` ${words.through(provider.supplier.name)}`}
        </>
      ) : (
        <Unstated lang={lang} />
      ),
    ],
    [words.owner, service.owner?.name ?? service.ownerTitle ?? <Unstated lang={lang} />],
    [words.kind, service.kind ? all.kinds[service.kind] : <Unstated lang={lang} />],
    ...(service.commissioningParty ? [[words.commissioned, service.commissioningParty] as Fact] : []),
    ...(service.decision ? [[words.decided, <DecisionLink decision={service.decision} visit={visit} />] as Fact] : []),
    [
      all.any.code,
      <>
        {service.code}
        <Origin origin={service.origin} lang={lang} />
      </>,
    ],
  ]
  return (
    <>
      <h2>{words.facts}</h2>
      <Facts items={facts} large />
    </>
  )
}

/** Visible for all, so that others see what can be shared (TY-079). */
export function ServiceUse({ service, visit }: PartProps) {
  const { lang } = visit
  const words = catalogueText[lang].service
  return (
    <>
      <h2>{words.users}</h2>
      {service.users.length === 0 ? (
        <p class="mute">{words.noUsers}</p>
      ) : (
        <ul class="indent">
          {service.users.map((user) => (
            <li>
              {user.name} <span class="sm mute">{words.how[user.how]}</span>
            </li>
          ))}
        </ul>
      )}
      {service.eligibility.length > 0 && (
        <>
          <h3>{words.eligible}</h3>
          <ul class="indent">
            {service.eligibility.map((row) => (
              <li>
                {row.customer?.name ?? row.customerType}
                {row.must && <span class="sm mute"> {words.must}</span>}
              </li>
            ))}
          </ul>
        </>
      )}
      {service.needsAnswered.length > 0 && (
        <>
          <h2>{words.answers}</h2>
          <ul class="indent">
            {service.needsAnswered.map((need) => (
              <li>
                <a href={visit.href(`/onskemal/${need.needId}`)}>{need.title}</a>{' '}
                <span class="sm mute">{words.backers(need.backers)}</span>
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  )
}

export function ServiceHistory(props: PartProps) {
  const { service, visit } = props
  const { lang } = visit
  const words = catalogueText[lang].service
  return (
    <>
      {(service.signOffs.length > 0 || service.may.includes('service.sign_off')) && <Signatures {...props} />}
      <More summary={words.versions} id="versioner">
        <DataTable
          lang={lang}
          bare
          caption={words.versions}
          look="cards"
          rows={service.versions}
          columns={[
            {
              head: words.versions,
              rowHead: true,
              phone: 'title',
              cell: (row) =>
                row.validFrom ? (
                  <a href={visit.href(`${serviceHref(service.code)}?datum=${row.validFrom}`)}>
                    {words.version(row.versionNo)}
                  </a>
                ) : (
                  words.version(row.versionNo)
                ),
            },
            { head: words.holds, class: 'nowrap', cell: (row) => spanText(row.validFrom, row.validTo, lang) },
            {
              head: words.published,
              cell: (row) => [dayText(row.publishedAt, lang), row.publishedBy].filter(Boolean).join(', '),
            },
            { head: words.note, cell: (row) => row.changeNote },
          ]}
        />
      </More>
      <More summary={words.chain}>
        <ul class="indent">
          {service.providers.map((one) => (
            <li>
              {one.unitName ?? catalogueText[lang].any.unstated}
              {one.supplier && ` ${words.through(one.supplier.name)}`}, {spanText(one.validFrom, one.validTo, lang)}
            </li>
          ))}
        </ul>
      </More>
      <Reviews {...props} />
    </>
  )
}

function Signatures({ service, visit }: PartProps) {
  const { lang } = visit
  const words = catalogueText[lang].service
  const form = formOn(visit, 'skriv-under')
  const mine = service.signOffs.filter((one) => one.signedAt === null && visit.actor.customers.includes(one.customerId))
  return (
    <section id="underskrifter">
      <h2>{words.signatures}</h2>
      <p>
        <Tag tone={service.settled ? 'ok' : 'wait'}>{service.settled ? words.settled : words.notSettled}</Tag>
      </p>
      <ul class="indent">
        {service.signOffs.map((one) => (
          <li>
            {one.customerName}:{' '}
            {one.signedAt ? words.signed(one.signedBy ?? '', dayText(one.signedAt, lang)) : words.waiting}
          </li>
        ))}
      </ul>
      {service.may.includes('service.sign_off') && mine.length > 0 && (
        <DeedForm form={form} action={visit.href(`${serviceHref(service.code)}/skriv-under`)} submit={words.sign}>
          <p class="mute">{words.signHelp}</p>
          {mine.length > 1 && (
            <SelectField
              {...form.field('customerId')}
              label={words.whichCustomer}
              options={mine.map((one) => ({ value: one.customerId, label: one.customerName }))}
              value={form.value('customerId')}
            />
          )}
        </DeedForm>
      )}
    </section>
  )
}

function Reviews({ service, visit }: PartProps) {
  const { lang } = visit
  const words = catalogueText[lang].service
  return (
    <More summary={words.reviews}>
      <p>
        {words.nextReview}: {service.reviewOn ? dateText(service.reviewOn, lang) : <Unstated lang={lang} />}{' '}
        {service.reviewOverdue && <Tag tone="warn">{words.overdue}</Tag>}
      </p>
      <ul class="indent">
        {service.reviews.map((review) => (
          <li>
            {dateText(review.reviewedOn, lang)}, {review.reviewedBy}: {review.findings}
          </li>
        ))}
      </ul>
    </More>
  )
}
