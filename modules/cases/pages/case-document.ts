// The case as a tagged PDF: the promise and how it was counted, the facts, and the story. A customer's copy is without what
// is ours to know, as their page is.
import { shortMoment } from '#basics/dates'
import type { View } from '#platform/act'
import { renderDocument } from '#platform/documents/render'
import type { DocumentEvent, DocumentFact, DocumentSection } from '#platform/documents/document'
import type { DownloadPage, Visit } from '#platform/http/site'
import type { CaseView, TimelineEntry } from '../contract.ts'
import { readCase } from '../queries.ts'
import { readTimeline } from '../timeline.ts'
import { channelWords, kindWords, priorityWords, promiseVerb } from '../words.ts'
import { stateName } from './case-marks.tsx'
import { caseKey } from './case-page.tsx'
import { viaWords } from './case-timeline.tsx'
import { deskText } from './desk-text.ts'

export const caseDocument: DownloadPage = {
  path: '/arenden/:number/arende.pdf',
  access: 'case.read',
  async make(view, visit) {
    const { lang } = visit
    const text = deskText[lang]
    const found = await readCase(view, caseKey(visit), lang)
    const entries = await readTimeline(view, found.id, lang, found)
    const bytes = await renderDocument({
      template: 'case-record',
      lang,
      title: `${found.number} ${found.title}`,
      data: {
        letterhead: {
          municipality: view.tenant.municipality,
          office: view.tenant.name,
          kind: text.documentKind,
          number: found.number,
          date: view.today,
          ...(view.tenant.demonstration ? { note: text.demonstration } : {}),
        },
        title: found.title,
        subtitle: `${kindWords[found.kind][lang]} · ${stateName(lang, found.state, found.waitingFor)}`,
        accent: view.tenant.colour,
        facts: factsOf(view, visit, found),
        sections: [
          ...promises(view, visit, found),
          ...answers(visit, found),
          { heading: text.events, timeline: entries.map((entry) => event(view, visit, found, entry)) },
        ],
      },
    })
    return { name: `${found.number}.pdf`, type: 'application/pdf', bytes }
  },
}

function factsOf(view: View, { lang }: Visit, found: CaseView): DocumentFact[] {
  const text = deskText[lang]
  const facts: readonly (readonly [string, string | null | undefined])[] = [
    [text.service, found.service.name],
    [text.concerns, found.requestType.name],
    [text.customer, found.customer?.name],
    [text.askedBy, found.requester?.name ?? found.outsideName],
    [text.place, found.place?.name],
    [text.room, found.room?.name],
    [text.system, found.system?.name],
    [text.responsible, found.owner?.name ?? text.nobodyInQueue],
    [text.unit, found.provider.unit],
    [text.priority, priorityWords[found.priority][lang]],
    [text.channel, channelWords[found.channel][lang]],
    [text.received, shortMoment(Temporal.Instant.from(found.receivedAt), view.now, lang)],
    [text.doneAt, found.doneAt && shortMoment(Temporal.Instant.from(found.doneAt), view.now, lang)],
  ]
  return facts.flatMap(([label, value]) => (value ? [{ label, value }] : []))
}

function promises(view: View, { lang }: Visit, found: CaseView): DocumentSection[] {
  const text = deskText[lang]
  return found.clocks.map((clock) => ({
    heading: `${text.promise}: ${clock.promise}`,
    emphasis: true,
    paragraphs: [
      `${promiseVerb[clock.kind][lang]} ${shortMoment(Temporal.Instant.from(clock.dueAt), view.now, lang)}.`,
      text.source(clock.source, clock.promiseVersion),
    ],
    table: {
      caption: text.howCounted,
      columns: [
        { title: text.when, share: 1 },
        { title: text.what, share: 4 },
      ],
      rows: clock.explanation.map((step) => [step.from, step.words]),
    },
  }))
}

function answers({ lang }: Visit, found: CaseView): DocumentSection[] {
  if (found.answers.length === 0) return []
  return [{ heading: deskText[lang].answers, facts: found.answers.map(({ label, value }) => ({ label, value })) }]
}

function event(view: View, visit: Visit, found: CaseView, entry: TimelineEntry): DocumentEvent {
  const { lang } = visit
  const text = deskText[lang]
  const at = shortMoment(Temporal.Instant.from(entry.at), view.now, lang)
  if (entry.kind === 'event' || entry.kind === 'clock')
    return { at, heading: entry.words, ...(entry.by ? { label: entry.by } : {}) }
  const files = entry.files.map((file) => file.name)
  const body = [
    entry.body ?? text.erasedHelp,
    ...(files.length > 0 ? [`${text.files}: ${files.join(', ')}`] : []),
  ].join('\n\n')
  const heading = entry.by ?? (entry.kind === 'in' ? (found.outsideName ?? text.unknownSender) : text.us)
  if (entry.kind === 'note') return { at, heading, label: text.noteWord.toLowerCase(), text: body, marked: true }
  return {
    at,
    heading,
    label: entry.kind === 'out' ? text.answerLabel : (viaWords(visit, entry) ?? ''),
    text: body,
  }
}
