// Registering for somebody else, on the telephone, at the counter, from a letter or mail: who it is for, how it came in and
// what it is about; then the same form as the one who asks would have filled in. Somebody outside leaves their words here.
import type { View } from '#platform/act'
import { onceKey } from '#platform/http/serve-site'
import { oneOf, optional, shape, text as line, Type } from '#platform/http/shape'
import { formDeed } from '#platform/http/site'
import type { Page, Visit } from '#platform/http/site'
import { refuse } from '#basics/refusal'
import {
  Button,
  Card,
  ChoiceField,
  CopyNumber,
  ErrorSummary,
  FileField,
  Form,
  Notice,
  PageHead,
  SuggestionField,
  TextArea,
  TextField,
} from '#ui'
import { person, requestTypesOn } from './register-reads.ts'
import type { channels } from '../case.ts'
import { outsideRequests, registeredByMe } from '../desk-choices.ts'
import { openCase } from '../open-case.ts'
import { channelWords, kindWords } from '../words.ts'
import { refusalWords, typedIn, wired } from './case-form.tsx'
import type { Typed } from './case-form.tsx'
import { WhichPerson } from './case-form-parts.tsx'
import { likelyPeople, PersonPick, pickPerson } from './case-picks.ts'
import { deskText } from './desk-text.ts'

/** How a case comes in when somebody else writes it down; the likeliest first. */
const waysIn = ['telephone', 'counter', 'mail', 'letter'] as const satisfies readonly (typeof channels)[number][]

const Forward = shape({ kanal: oneOf(waysIn), vem: PersonPick, typ: line(60) })
const Outside = shape({
  kanal: oneOf(waysIn),
  namn: line(200),
  adress: optional(line(300)),
  typ: line(60),
  text: line(20000),
  filer: optional(Type.Unknown()),
})

export const registerPage: Page = {
  path: '/arenden/nytt',
  access: 'case.register',
  async show(view, visit) {
    const { lang } = visit
    const text = deskText[lang]
    const registered = await registeredByMe(view, visit.query.get('registrerat') ?? '')
    const refused = refusalWords(visit, null)
    return {
      title: text.newCase,
      layout: 'desk',
      crumbs: [{ href: '/arenden/ko', label: text.titles.queue }, { label: text.newCase }],
      main: (
        <>
          <PageHead title={text.newCase} under={<p>{text.registerLead}</p>} />
          {refused && (
            <Notice tone="bad" live="alert" class="mb5">
              {refused}
            </Notice>
          )}
          {registered && (
            <Notice tone="ok" live="status" class="mb5" title={text.registeredAs(registered.number)}>
              <p>
                {text.registeredAt(registered.unit)}{' '}
                {registered.readable && <a href={visit.href(`/arenden/${registered.number}`)}>{text.openCase}</a>}{' '}
                <CopyNumber lang={lang} value={registered.number} />
              </p>
            </Notice>
          )}
          <div class="halves">
            <div>{await inside(view, visit)}</div>
            <div>{await outside(view, visit)}</div>
          </div>
        </>
      ),
    }
  },
  deeds: {
    vidare: formDeed({
      access: 'case.register',
      body: Forward,
      run: async (deed, { body }) => {
        const personId = await pickPerson(deed, body.vem, 'vem.person')
        const type = (await requestTypesOn(deed)).find((one) => one.code === body.typ)
        if (!type)
          return refuse({
            code: 'unknown_request_type',
            status: 422,
            field: 'typ',
            sv: 'Välj vad ärendet gäller i listan.',
            en: 'Choose what the case is about from the list.',
          })
        return { code: type.code, personId, channel: body.kanal }
      },
      then: ({ code, personId, channel }) =>
        `/bestall/${code}?${new URLSearchParams({ for: personId, kanal: channel }).toString()}`,
    }),
    utom: formDeed({
      access: 'case.register',
      body: Outside,
      run: async (deed, { body, files }) => {
        const type = (await outsideRequests(deed, 'sv')).find((one) => one.value === body.typ)
        if (!type)
          return refuse({
            code: 'unknown_request_type',
            status: 422,
            field: 'typ',
            sv: 'Välj vad frågan gäller i listan.',
            en: 'Choose what the question is about from the list.',
          })
        return openCase(deed, {
          requestType: type.value,
          channel: body.kanal,
          text: body.text,
          outside: { name: body.namn, address: body.adress },
          files: files.filter((file) => file.field === 'filer'),
          ...(type.field ? { answers: { [type.field]: body.text } } : {}),
        })
      },
      then: ({ caseId }) => `/arenden/nytt?registrerat=${caseId}`,
    }),
  },
}

function Channel({ typed, visit }: { readonly typed: Typed; readonly visit: Visit }) {
  const asked = waysIn.find((one) => one === visit.query.get('kanal'))
  return (
    <ChoiceField
      {...wired(typed, 'kanal')}
      tight
      label={deskText[visit.lang].howCameIn}
      options={waysIn.map((value) => ({ value, label: channelWords[value][visit.lang] }))}
      value={typed.value('kanal', asked ?? 'telephone')}
    />
  )
}

async function inside(view: View, visit: Visit) {
  const { lang } = visit
  const text = deskText[lang]
  const typed = typedIn(visit, 'vidare', { onBehalfOf: 'vem.person', requestType: 'typ' })
  const known = await person(view, visit.query.get('for'))
  const written = typed.value('vem.person', known?.name)
  const likely = typed.refused ? await likelyPeople(view, written) : []
  const types = await requestTypesOn(view)
  return (
    <Card heading={text.forColleague}>
      <Form action={visit.href('/arenden/nytt/vidare')} class="form tight" hidden={{ _once: onceKey() }} enhance>
        <ErrorSummary lang={lang} errors={typed.errors} level={3} />
        <Channel typed={typed} visit={visit} />
        <SuggestionField
          {...wired(typed, 'vem.person')}
          label={text.whoIsItFor}
          hint={text.whoHint}
          source={visit.href('/arenden/forslag/personer')}
          text={written}
          chosenId={typed.value('vem.person.id', known?.personId)}
          likely={likely.map((one) => ({ value: one.personId, label: one.name }))}
        />
        <WhichPerson visit={visit} typed={typed} name="vem.person.id" likely={likely} />
        <SuggestionField
          {...wired(typed, 'typ')}
          label={text.whatIsItAbout}
          hint={text.whatHint}
          options={types.map((type) => ({
            value: type.code,
            label: type.name[lang],
            detail: `${type.serviceName[lang]} · ${kindWords[type.caseKind][lang]}`,
          }))}
          value={typed.value('typ', visit.query.get('typ') ?? undefined)}
        />
        <div class="actions">
          <Button kind="primary" iconAfter="arrow-right">
            {text.onToForm}
          </Button>
        </div>
      </Form>
    </Card>
  )
}

async function outside(view: View, visit: Visit) {
  const { lang } = visit
  const text = deskText[lang]
  const typed = typedIn(visit, 'utom', { requestType: 'typ' })
  const types = await outsideRequests(view, lang)
  if (types.length === 0) return null
  return (
    <Card heading={text.forOutside}>
      <Form action={visit.href('/arenden/nytt/utom')} class="form tight" hidden={{ _once: onceKey() }} files enhance>
        <ErrorSummary lang={lang} errors={typed.errors} level={3} />
        <p class="mute">{text.outsideHelp}</p>
        <Channel typed={typed} visit={visit} />
        <TextField {...wired(typed, 'namn')} label={text.name} value={typed.value('namn')} maxLength={200} />
        <TextField
          {...wired(typed, 'adress')}
          label={text.howToReach}
          hint={text.reachHint}
          optional
          value={typed.value('adress')}
          maxLength={300}
        />
        <SuggestionField
          {...wired(typed, 'typ')}
          label={text.whatIsItAbout}
          options={types.map((type) => ({ value: type.value, label: type.label, detail: type.detail }))}
          value={typed.value('typ')}
        />
        <TextArea
          {...wired(typed, 'text')}
          label={text.whatTheySay}
          rows={5}
          value={typed.value('text')}
          draft="nytt:utom"
        />
        <FileField {...wired(typed, 'filer')} label={text.files} optional limit="20 MB" camera />
        <div class="actions">
          <Button kind="primary">{text.register}</Button>
        </div>
      </Form>
    </Card>
  )
}
