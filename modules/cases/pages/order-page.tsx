// The form: what is asked, what it costs the own customer, who must say yes and until when it is promised – all before it
// is sent. A refused form keeps every word; where a service does not reach, another form takes the words over (TY-375).
import { forbidden, refuse } from '#basics/refusal'
import { isId } from '#basics/id'
import { may } from '#platform/access'
import type { Deed, View } from '#platform/act'
import { idField, listOf, oneOf, optional, shape, text as line, Type } from '#platform/http/shape'
import type { Static } from '#platform/http/shape'
import { formDeed } from '#platform/http/site'
import type { FormInput, Page, Screen, Visit } from '#platform/http/site'
import { fieldsOf, requestType } from '#catalogue'
import type { FormField, RequestTypeDetail } from '#catalogue'
import { person, placesOn } from '#organisation'
import { Notice } from '#ui'
import { channels } from '../case.ts'
import type { CaseKind } from '../case.ts'
import { openCase } from '../open-case.ts'
import { previewOrder } from '../order-preview.ts'
import { PersonPick, pickPerson } from './case-picks.ts'
import { orderHref } from './order-choose.tsx'
import { answersIn, orderForm, serviceHref } from './order-form.tsx'
import type { Asked } from './order-form.tsx'
import { OrderBrief, OrderSide } from './order-side.tsx'
import { carriedOver, prefilled } from './order-values.ts'
import { portalText } from './portal-text.ts'

/** As a browser sends answers: words, several of them, and the chosen row's id beside its words. */
const SentAnswers = Type.Record(
  Type.String({ pattern: '^[a-z][a-z0-9_]{0,40}(\\.id)?$' }),
  Type.Union([Type.String({ maxLength: 20_000 }), listOf(Type.String({ maxLength: 500 }), 100)]),
)
const OrderForm = shape({
  answers: optional(SentAnswers),
  text: optional(line(20_000)),
  filer: optional(Type.Unknown()),
  foljare: optional(PersonPick),
  for: optional(idField()),
  kanal: optional(oneOf(channels)),
})

export const orderPage: Page = {
  path: '/bestall/:requestType',
  access: 'case.open',
  show: (view, visit) => showOrder(view, visit),
  deeds: {
    '': formDeed({
      access: 'case.open',
      body: OrderForm,
      run: send,
      // Registered for somebody else, the case may lie where one cannot read it: the number is said where it was written.
      then: ({ caseId, forOther }) => (forOther ? `/arenden/nytt?registrerat=${caseId}` : `/bestallt/${caseId}`),
    }),
  },
}

async function send(deed: Deed, input: FormInput<typeof OrderForm>) {
  const { body, params, files } = input
  const type = await requestType(deed, params['requestType'] ?? '')
  const fields = fieldsOf(type)
  if (fields.length === 0 && body.text === undefined) mustWrite()
  const watcher =
    body.foljare?.person || body.foljare?.['person.id'] ? await pickPerson(deed, body.foljare, 'foljare.person') : null
  const { caseId } = await openCase(deed, {
    requestType: type.code,
    text: body.text,
    answers: withoutFiles(fields, body.answers),
    channel: body.kanal,
    onBehalfOf: body.for,
    watchers: watcher === null ? [] : [watcher],
    files: files.filter((file) => file.field === 'filer' || file.field.startsWith('answers.')),
  })
  return { caseId, forOther: body.for !== undefined }
}

function mustWrite(): never {
  const words = { sv: portalText.sv.writeSomething, en: portalText.en.writeSomething }
  return refuse({ code: 'invalid_input', status: 422, ...words, problems: [{ field: 'text', ...words }] })
}

/** Files come as files and belong to the case; their question holds no words. */
function withoutFiles(fields: readonly FormField[], answers: Static<typeof OrderForm>['answers']) {
  const files = new Set(fields.filter((field) => field.kind === 'file').map((field) => field.key))
  return Object.fromEntries(Object.entries(answers ?? {}).filter(([key]) => !files.has(key)))
}

async function asked(view: View, visit: Visit): Promise<Asked> {
  const type = await requestType(view, visit.params['requestType'] ?? '')
  const { attempt } = visit
  const registers = await registersFor(view, visit)
  if (attempt?.refusal.code === 'place_not_served' && type.elsewhere) {
    const other = await requestType(view, type.elsewhere.code)
    const places = await placesOn(view, view.today)
    const sent = fieldsOf(type).find((field) => field.kind === 'place')
    const placeId = sent ? attempt.values[`answers.${sent.key}`]?.[0] : undefined
    return {
      type: other,
      values: carriedOver(fieldsOf(type), fieldsOf(other), attempt.values),
      registers,
      instead: { type, place: places.find((place) => place.placeId === placeId)?.name ?? null },
    }
  }
  return { type, values: attempt?.values ?? prefilled(visit.query), registers, instead: null }
}

/** `?for=<person>&kanal=telephone`: only who may register for others. */
async function registersFor(view: View, visit: Visit): Promise<Asked['registers']> {
  const { attempt, query } = visit
  const personId = attempt ? attempt.values['for']?.[0] : (query.get('for') ?? undefined)
  if (!personId || !isId(personId) || personId === view.actor.personId) return null
  if (!may(view.actor, 'case.register')) forbidden('case.register')
  const known = await person(view, personId)
  const named = attempt ? attempt.values['kanal']?.[0] : query.get('kanal')
  return {
    personId,
    name: known.name,
    channel: channels.find((channel) => channel === named && channel !== 'portal') ?? 'telephone',
  }
}

async function showOrder(view: View, visit: Visit): Promise<Screen> {
  const { lang } = visit
  const text = portalText[lang]
  const facts = await asked(view, visit)
  const { type, registers, values, instead } = facts
  const preview = await previewOrder(view, {
    requestType: type.code,
    channel: registers?.channel ?? 'portal',
    onBehalfOf: registers?.personId,
    answers: visit.attempt ? answersIn(values) : undefined,
  })
  const kind: CaseKind = type.caseKind
  const side = { now: view.now, visit, type, preview }
  const closed = !type.orderable ? text.notOrderable : preview.customer === null ? text.noCustomer : null
  return {
    title: type.name[lang],
    layout: 'portal',
    crumbs: [
      { href: '/', label: text.start },
      { href: `/bestall?slag=${kind}`, label: text.crumbs[kind] },
      { label: type.name[lang] },
    ],
    main: (
      <div class="two">
        <div>
          <h1>{type.name[lang]}</h1>
          <Lead type={type} visit={visit} />
          {closed ? (
            <Notice tone="warn" class="mt6" end={<a href={serviceHref(visit, type)}>{text.toService}</a>}>
              {closed}
            </Notice>
          ) : (
            <>
              {instead && <InsteadNotice visit={visit} type={type} instead={instead} />}
              {await orderForm(view, visit, facts, <OrderBrief {...side} />)}
            </>
          )}
        </div>
        {!closed && <OrderSide {...side} />}
      </div>
    ),
  }
}

function Lead({ type, visit }: { readonly type: RequestTypeDetail; readonly visit: Visit }) {
  const { lang } = visit
  const words = type.intro?.[lang] ?? type.hint?.[lang]
  return (
    <>
      {words && <p class="lead">{words}</p>}
      <p class="sm mute mt2">
        <a href={serviceHref(visit, type)}>{type.serviceName[lang]}</a>
      </p>
    </>
  )
}

function InsteadNotice(props: {
  readonly visit: Visit
  readonly type: RequestTypeDetail
  readonly instead: NonNullable<Asked['instead']>
}) {
  const { visit, type, instead } = props
  const text = portalText[visit.lang]
  return (
    <Notice
      tone="warn"
      live="alert"
      class="mt6"
      title={text.elsewhereTitle(type.name[visit.lang])}
      end={<a href={visit.href(orderHref(instead.type.code))}>{text.backToFirst}</a>}
    >
      {text.elsewhereText(instead.type.serviceName[visit.lang], instead.place)}
    </Notice>
  )
}

/** What was typed as the rules read it. */
