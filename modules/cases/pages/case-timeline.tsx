// One story per case: letters, notes, what happened and what the clock did, in the order it happened, and the place to
// write the next line. A customer sees the same story without what is ours.
import type { ComponentChildren } from 'preact'
import { shortMoment } from '#basics/dates'
import type { Visit } from '#platform/http/site'
import { Button, ChoiceChip, Composer, ErasedLine, EventLine, formatFileSize, Message, Timeline, Tools } from '#ui'
import type { EventLineProps, IconName } from '#ui'
import type { CaseView, TimelineEntry } from '../contract.ts'
import { onceKey } from '#platform/http/serve-site'
import { deskText } from './desk-text.ts'
import { typedIn } from './case-form.tsx'

export const storyParts = ['allt', 'brev', 'internt', 'klocka'] as const
export type StoryPart = (typeof storyParts)[number]

export interface StoryProps {
  readonly visit: Visit
  readonly now: Temporal.Instant
  readonly found: CaseView
  readonly entries: readonly TimelineEntry[]
  /** What is ours to know is in it. */
  readonly inside: boolean
}

export function partAsked(visit: Visit): StoryPart {
  const asked = visit.query.get('visa')
  return storyParts.find((part) => part === asked) ?? 'allt'
}

export function StoryTools({ visit, found, inside }: StoryProps) {
  const text = deskText[visit.lang]
  const shown = partAsked(visit)
  const href = (part: StoryPart): string =>
    visit.href(`/arenden/${found.number}${part === 'allt' ? '' : `?visa=${part}`}`)
  return (
    <Tools>
      <h2 class="pull">{text.events}</h2>
      {storyParts
        .filter((part) => inside || part !== 'internt')
        .map((part) => (
          <ChoiceChip
            label={text.parts[part]}
            href={href(part)}
            current={part === shown}
            wideOnly={part === 'klocka'}
          />
        ))}
    </Tools>
  )
}

export function Story(props: StoryProps) {
  const { visit, entries } = props
  const text = deskText[visit.lang]
  const shown = partAsked(visit)
  const wanted = entries.filter((entry) => belongs(entry, shown))
  if (wanted.length === 0) return <p class="mute mb5">{text.nothingHere[shown]}</p>
  return (
    <Timeline label={text.events}>
      {wanted.map((entry) =>
        entry.kind === 'event' || entry.kind === 'clock' ? (
          <Happened {...props} entry={entry} />
        ) : (
          <Letter {...props} entry={entry} />
        ),
      )}
    </Timeline>
  )
}

function belongs({ kind }: TimelineEntry, part: StoryPart): boolean {
  if (part === 'allt') return true
  if (part === 'brev') return kind === 'in' || kind === 'out'
  return part === 'internt' ? kind === 'note' : kind === 'clock'
}

type EntryProps = StoryProps & { readonly entry: TimelineEntry }

function Letter({ visit, now, found, inside, entry }: EntryProps) {
  const { lang } = visit
  const text = deskText[lang]
  const at = Temporal.Instant.from(entry.at)
  const moment = shortMoment(at, now, lang)
  if (entry.body === null)
    return (
      <ErasedLine lang={lang} at={moment}>
        {text.erasedHelp}
      </ErasedLine>
    )
  const mine = entry.by !== null && entry.by === visit.actor.personName
  const name = entry.by ?? (entry.kind === 'in' ? (found.outsideName ?? text.unknownSender) : text.us)
  const title = mine
    ? entry.kind === 'out' && inside
      ? text.youToCustomer
      : text.you
    : entry.kind === 'out' && inside
      ? text.toCustomer(name)
      : entry.kind === 'in' && found.customer && inside
        ? `${name}, ${found.customer.name}`
        : entry.kind === 'out'
          ? `${name}, ${found.provider.unit}`
          : name
  return (
    <Message
      lang={lang}
      kind={entry.kind === 'note' ? 'inside' : entry.kind === 'out' ? 'out' : 'in'}
      from={mine && inside ? text.you : name}
      title={title}
      via={viaWords(visit, entry)}
      at={moment}
      atIso={entry.at}
      files={entry.files.length > 0 ? <Files visit={visit} files={entry.files} /> : undefined}
    >
      {paragraphs(entry.body)}
    </Message>
  )
}

/** How it came, and who wrote it down: `telefon, nedskrivet av Kim Klockljung`. */
export function viaWords({ lang }: Visit, entry: TimelineEntry): string | undefined {
  if (entry.kind === 'note' || !entry.channel) return undefined
  const text = deskText[lang]
  return [text.via[entry.channel], entry.writtenDownBy && text.writtenDownBy(entry.writtenDownBy)]
    .filter(Boolean)
    .join(', ')
}

export function Files({ visit, files }: { readonly visit: Visit; readonly files: TimelineEntry['files'] }) {
  return (
    <>
      {files.map((file) => (
        <span>
          <a href={visit.href(file.href)}>{file.name}</a>{' '}
          <span class="mute">{formatFileSize(file.sizeBytes, visit.lang)}</span>
        </span>
      ))}
    </>
  )
}

/** As it was written: a blank line parts, a line break breaks. */
export function paragraphs(body: string): ComponentChildren {
  return body
    .split(/\n\s*\n/)
    .filter((part) => part.trim() !== '')
    .map((part) => <p>{part.split('\n').flatMap((one, n) => (n === 0 ? [one] : [<br />, one]))}</p>)
}

const look: Readonly<Record<string, readonly [IconName, EventLineProps['tone']?]>> = {
  registered: ['inbox'],
  routed: ['split'],
  receipt_sent: ['receipt'],
  done_notice_sent: ['mail'],
  approval_asked: ['user-check', 'warn'],
  approval_reminded: ['bell'],
  approval_lapsed: ['hourglass', 'bad'],
  approved: ['check', 'ok'],
  rejected: ['circle-x', 'bad'],
  taken: ['user-check'],
  assigned: ['user-plus'],
  handed_over: ['arrow-right-left'],
  started: ['play'],
  paused: ['pause', 'wait'],
  resumed: ['play'],
  resumed_by_answer: ['play'],
  priority_changed: ['flag'],
  delivered: ['circle-check', 'ok'],
  confirmed: ['circle-check-big', 'ok'],
  closed_by_silence: ['circle-check'],
  reopened: ['repeat', 'warn'],
  withdrawn: ['undo'],
  rated: ['smile'],
  merged: ['merge'],
  merged_here: ['merge'],
  merge_undone: ['undo'],
  related: ['link'],
  unrelated: ['link'],
  parent_set: ['split'],
  watcher_added: ['eye'],
  watcher_removed: ['eye'],
  facts_changed: ['pencil'],
  converted: ['lightbulb'],
}

/** These tell what somebody did and read as a sentence with the name first. */
const personal = new Set(['taken', 'assigned', 'handed_over'])

/** And these say at the end who did it; the rest happen by themselves, or say it in their words. */
const signed = new Set([
  'started',
  'paused',
  'resumed',
  'priority_changed',
  'delivered',
  'reopened',
  'approved',
  'rejected',
  'merged',
  'merged_here',
  'merge_undone',
  'related',
  'unrelated',
  'parent_set',
  'watcher_added',
  'watcher_removed',
  'facts_changed',
  'converted',
])

function Happened({ visit, now, entry }: EntryProps) {
  const [icon, tone] = look[entry.event] ?? ['circle']
  const { lang } = visit
  const at = shortMoment(Temporal.Instant.from(entry.at), now, lang)
  const who = entry.by === null ? null : entry.by === visit.actor.personName ? deskText[lang].you : entry.by
  if (who && personal.has(entry.event))
    return (
      <EventLine icon={icon} tone={tone} at={at} atIso={entry.at}>
        <b>{who}</b> {entry.words.slice(0, 1).toLowerCase() + entry.words.slice(1)}
      </EventLine>
    )
  const [, first = entry.words, rest = ''] = /^(.*?[.:])\s+(.*)$/s.exec(entry.words) ?? []
  return (
    <EventLine icon={icon} tone={tone} at={at} atIso={entry.at}>
      <b>{first}</b> {rest}
      {who && signed.has(entry.event) && <span class="mute"> · {who}</span>}
    </EventLine>
  )
}

export interface WriteProps {
  readonly visit: Visit
  readonly found: CaseView
  /** What is delivered is counted, so that sending and delivering asks how much. */
  readonly counted: boolean
}

/** Reply or note at the desk; the customer's own words otherwise. */
export function WriteHere({ visit, found, counted }: WriteProps) {
  const { lang, attempt } = visit
  const text = deskText[lang]
  const may = new Set(found.may)
  const asked = attempt?.deed === 'anteckna' || visit.query.get('skriv') === 'internt'
  const inside = may.has('note') && (asked || !may.has('reply'))
  const deed = inside ? 'anteckna' : may.has('reply') ? 'svara' : may.has('write') ? 'skriv' : null
  if (!deed) return null
  const typed = typedIn(visit, deed)
  const base = visit.href(`/arenden/${found.number}`)
  const modes =
    may.has('note') && may.has('reply')
      ? [
          {
            label: text.replyToCustomer,
            href: `${base}?skriv=svar#skriv`,
            current: !inside,
            icon: 'reply' as const,
            keyHint: 'R',
          },
          {
            label: text.noteWord,
            href: `${base}?skriv=internt#skriv`,
            current: inside,
            icon: 'lock' as const,
            keyHint: 'A',
          },
        ]
      : []
  const words = {
    svara: { label: text.replyToCustomer, placeholder: text.replyPlaceholder, send: text.sendReply },
    anteckna: { label: text.noteWord, placeholder: text.notePlaceholder, send: text.saveNote },
    skriv: { label: text.writeToUs, placeholder: text.writePlaceholder, send: text.sendWord },
  }[deed]
  return (
    <Composer
      lang={lang}
      id="skriv"
      action={visit.href(`/arenden/${found.number}/${deed}`)}
      hidden={{ _once: onceKey() }}
      name="text"
      label={words.label}
      placeholder={words.placeholder}
      value={typed.value('text')}
      error={typed.error('text')}
      inside={inside}
      modes={modes}
      draft={`case:${found.id}:${deed}`}
      presence={`case:${found.id}`}
      filesName="filer"
      keyHint={inside ? 'A' : 'R'}
      autofocus={visit.query.has('skriv')}
    >
      <Button small kind="primary">
        {words.send}
      </Button>
      {deed === 'svara' && may.has('deliver') && (
        <Button small name="sen" value={counted ? 'leverera-mangd' : 'leverera'}>
          {counted ? text.sendAndDeliverMore : text.sendAndDeliver}
        </Button>
      )}
    </Composer>
  )
}
