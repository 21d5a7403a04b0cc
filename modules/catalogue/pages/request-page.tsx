// One way in: its words and form, where it goes, who approves, and the routine its cases follow.
import { readKronor } from '#basics/money'
import { valueOf } from '#basics/reading'
import type { FormDeed, Page, Visit } from '#platform/http/site'
import { formDeed } from '#platform/http/site'
import type { Static } from '#platform/http/shape'
import { idField, nullable, optional, shape, text, Type } from '#platform/http/shape'
import { Card, Facts, LinkButton, PageHead, Steps } from '#ui'
import { conditionWords } from '../condition-words.ts'
import { ChangeRequestType } from '../requests/contract.ts'
import type { RequestTypeDetail } from '../requests/contract.ts'
import { changeRequestType, setPlaceRoutes } from '../requests/keep-request-types.ts'
import { fieldsOf, keptRequestType, rulesOf } from '../requests/queries.ts'
import { catalogueText } from '../text.ts'
import { linesOf, orderHref, Origin, Refused, serviceHref, spanText } from './page-parts.tsx'
import { ChangeForm, PlaceRoutes } from './request-form.tsx'
import { codeOf, path, typeHref } from './request-parts.ts'

const {
  routeRules: _rules,
  approvalOverOre: _over,
  routine: _routine,
  placeIds: _places,
  ...plain
} = ChangeRequestType.properties

// A page sends amounts in kronor and the routine as lines; conditions on the way are set through the API.
const asTyped = {
  approvalOver: optional(nullable(text(30))),
  routine: optional(nullable(text(10_000))),
  placeIds: optional(Type.Array(idField(), { maxItems: 200 })),
}

const ChangeBody = shape({ ...plain, ...asTyped })

const RoutesBody = shape({ routes: optional(Type.Record(Type.String(), Type.String({ maxLength: 40 }))) })

function changed({ approvalOver, routine, ...body }: Static<typeof ChangeBody>) {
  return {
    ...body,
    ...(approvalOver === undefined
      ? {}
      : { approvalOverOre: approvalOver === null ? null : Number(valueOf(readKronor(approvalOver), 'approvalOver')) }),
    ...(routine === undefined ? {} : { routine: linesOf(routine) }),
  }
}

const typeDeeds: Readonly<Record<string, FormDeed>> = {
  '': formDeed({
    access: 'request_type.keep',
    body: ChangeBody,
    run: (deed, { body, params, version }) =>
      changeRequestType(deed, { requestType: codeOf(params), version, ...changed(body) }),
    then: (_result, visit) => `${typeHref(codeOf(visit.params))}?klart=sparat`,
  }),
  platser: formDeed({
    access: 'request_type.keep',
    body: RoutesBody,
    run: (deed, { body, params, version }) => {
      const chosen = Object.entries(body.routes ?? {}).filter(([, unitId]) => unitId !== '')
      return setPlaceRoutes(deed, {
        requestType: codeOf(params),
        version,
        routes: chosen.map(([placeId, unitId]) => ({ placeId, unitId })),
      })
    },
    then: (_result, visit) => `${typeHref(codeOf(visit.params))}?klart=sparat`,
  }),
}

export const requestTypePage: Page = {
  path: `${path}/:code`,
  access: 'catalogue.desk',
  async show(view, visit) {
    const { lang } = visit
    const all = catalogueText[lang]
    const words = all.requests
    const type = await keptRequestType(view, codeOf(visit.params))
    return {
      title: type.name[lang],
      layout: 'desk',
      current: 'request-types',
      topics: ['catalogue'],
      crumbs: [{ href: path, label: words.title }, { label: type.name[lang] }],
      main: (
        <>
          <PageHead
            title={type.name[lang]}
            under={
              <span>
                {all.caseKinds[type.caseKind]} ·{' '}
                <a href={visit.href(serviceHref(type.serviceCode))}>{type.serviceName[lang]}</a> ·{' '}
                {spanText(type.validFrom, type.validTo, lang)}
                <Origin origin={type.origin} lang={lang} />
              </span>
            }
            actions={type.orderable && <LinkButton href={visit.href(orderHref(type.code))}>{words.toOrder}</LinkButton>}
          />
          {visit.attempt && visit.attempt.refusal.problems.length === 0 && <Refused visit={visit} />}
          <div class="case-grid">
            {await ChangeForm(view, visit, type)}
            <aside class="side">
              {type.routine.length > 0 && (
                <Card heading={words.routineTitle} quiet>
                  <Steps lang={lang} items={type.routine.map((title) => ({ title }))} />
                </Card>
              )}
              {type.routeRules.length > 0 && <Rules type={type} visit={visit} />}
              {await PlaceRoutes(view, visit, type)}
            </aside>
          </div>
        </>
      ),
    }
  },
  deeds: typeDeeds,
}

function Rules({ type, visit }: { readonly type: RequestTypeDetail; readonly visit: Visit }) {
  const { lang } = visit
  const words = catalogueText[lang].requests
  return (
    <Card heading={words.rules} quiet>
      <Facts
        items={rulesOf(type).map((rule) => [
          conditionWords(rule.when, fieldsOf(type), lang),
          [words.routes[rule.to], rule.next && words.routes[rule.next]].filter(Boolean).join(' → '),
        ])}
      />
    </Card>
  )
}
