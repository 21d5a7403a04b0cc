// Beside the story: facts, what was answered in the form, how the case is worked, what it hangs together with, who follows.
import { kronor } from '#basics/money'
import { shortMoment } from '#basics/dates'
import { may } from '#platform/access'
import type { View } from '#platform/act'
import { onceKey } from '#platform/http/serve-site'
import type { Visit } from '#platform/http/site'
import { Card, Checks, Facts, Form, Hidden } from '#ui'
import type { Fact } from '#ui'
import type { CaseView, TimelineEntry } from '../contract.ts'
import { channelWords, kindWords, priorityWords } from '../words.ts'
import { StateTag } from './case-marks.tsx'
import { deskText } from './desk-text.ts'

export interface SideProps {
  readonly view: View
  readonly visit: Visit
  readonly found: CaseView
}

export function FactsCard({ view, visit, found }: SideProps) {
  const { lang } = visit
  const text = deskText[lang]
  const you = (person: { id: string; name: string } | null): string | null =>
    person && (person.id === view.actor.personId ? text.you : person.name)
  const forOther = found.requester !== null && found.registeredBy.id !== found.requester.id
  const items: (Fact | null)[] = [
    [text.service, <a href={visit.href(`/tjanster/${found.service.code}`)}>{found.service.name}</a>],
    found.requestType.name === found.service.name ? null : [text.concerns, found.requestType.name],
    fact(text.customer, found.customer?.name),
    fact(text.askedBy, you(found.requester) ?? found.outsideName),
    found.unit && found.unit.name !== found.customer?.name ? [text.askingUnit, found.unit.name] : null,
    forOther || found.requester === null ? fact(text.registeredBy, you(found.registeredBy)) : null,
    fact(text.place, found.place?.name),
    fact(text.room, found.room?.name),
    fact(text.system, found.system?.name),
    fact(text.category, found.category),
    [text.responsible, you(found.owner) ?? text.nobodyInQueue],
    [
      text.unit,
      found.provider.line > 1
        ? `${found.provider.unit}, ${text.lines[found.provider.line - 1]?.toLowerCase() ?? ''}`
        : found.provider.unit,
    ],
    [text.priority, priorityWords[found.priority][lang]],
    [text.channel, channelWords[found.channel][lang]],
    [text.received, shortMoment(Temporal.Instant.from(found.receivedAt), view.now, lang)],
    found.expectedOre === null ? null : [text.expectedCost, kronor(BigInt(found.expectedOre), lang)],
    found.informationOwner.name === found.customer?.name ? null : [text.informationOwner, found.informationOwner.name],
  ]
  return (
    <Card
      heading={text.facts}
      quiet
      aside={
        found.may.includes('change_facts') && (
          <a href={visit.href(`/arenden/${found.number}?gor=fakta#formular`)}>{text.change}</a>
        )
      }
    >
      <Facts items={items.filter((item) => item !== null)} />
    </Card>
  )
}

const fact = (term: string, value: string | null | undefined): Fact | null => (value ? [term, value] : null)

/** What the customer sees of the facts. */
export function CustomerFacts({ view, visit, found }: SideProps) {
  const { lang } = visit
  const text = deskText[lang]
  const items: (Fact | null)[] = [
    [text.kind, kindWords[found.kind][lang]],
    [text.service, <a href={visit.href(`/tjanster/${found.service.code}`)}>{found.service.name}</a>],
    fact(text.askedBy, found.requester?.id === view.actor.personId ? text.you : found.requester?.name),
    fact(text.place, found.place?.name),
    fact(text.room, found.room?.name),
    fact(text.system, found.system?.name),
    [text.liesWith, found.provider.unit],
    [text.responsible, found.owner?.name ?? text.nobodyYet],
    [text.received, shortMoment(Temporal.Instant.from(found.receivedAt), view.now, lang)],
    found.expectedOre === null ? null : [text.expectedCost, kronor(BigInt(found.expectedOre), lang)],
  ]
  return (
    <Card heading={text.facts} quiet>
      <Facts items={items.filter((item) => item !== null)} />
    </Card>
  )
}

/** What was answered, but for the words that stand as the first letter beside it. */
export function AnswersCard({
  visit,
  found,
  entries,
}: Omit<SideProps, 'view'> & { readonly entries: readonly TimelineEntry[] }) {
  const first = entries.find((entry) => entry.kind === 'in')?.body?.trim()
  const answers = found.answers.filter((answer) => answer.value.trim() !== first)
  if (answers.length === 0) return null
  return (
    <Card heading={deskText[visit.lang].answers} quiet>
      <Facts items={answers.map((answer): Fact => [answer.label, answer.value])} />
    </Card>
  )
}

/** The routine of the request type, a line per step (HS-364). */
export function RoutineCard({ visit, found }: Omit<SideProps, 'view'>) {
  const steps =
    found.requestType.routine
      ?.split('\n')
      .map((step) => step.trim())
      .filter(Boolean) ?? []
  if (steps.length === 0) return null
  return (
    <Card heading={deskText[visit.lang].routine} quiet>
      <Checks items={steps} icon="chevron-right" />
    </Card>
  )
}

export function KinCard({ visit, found }: Omit<SideProps, 'view'>) {
  const { lang } = visit
  const text = deskText[lang]
  const { parent, children, related } = found
  const add = found.may.includes('relate')
  if (!parent && children.length === 0 && related.length === 0) return null
  const link = (other: { number: string; title: string }) => (
    <>
      <a href={visit.href(`/arenden/${other.number}`)}>{other.number}</a> {other.title}
    </>
  )
  return (
    <Card
      heading={text.kin}
      quiet
      aside={add && <a href={visit.href(`/arenden/${found.number}?gor=lanka#formular`)}>{text.add}</a>}
    >
      <div class="stack g2">
        {parent && (
          <p>
            <span class="mute">{text.partOf}</span> {link(parent)}
          </p>
        )}
        {children.length > 0 && <p class="mute">{text.childCount(children.length)}</p>}
        {children.map((child) => (
          <p>
            {link(child)} <StateTag lang={lang} state={child.state} waitingFor={null} />
          </p>
        ))}
        {related.length > 0 && <p class="mute">{text.relatedTo}</p>}
        {related.map((other) => (
          <div class="row2">
            <span>{link(other)}</span>
            {add && (
              <Form
                action={visit.href(`/arenden/${found.number}/avlanka`)}
                hidden={{ _once: onceKey(), arende: other.id }}
                enhance
              >
                <button class="linkish sm">
                  {text.remove}
                  <Hidden> {other.number}</Hidden>
                </button>
              </Form>
            )}
          </div>
        ))}
      </div>
    </Card>
  )
}

export function WatchersCard({ view, visit, found }: SideProps) {
  const text = deskText[visit.lang]
  const mayWatch = found.may.includes('watch')
  if (!mayWatch && found.watchers.length === 0) return null
  return (
    <Card
      heading={text.watchers}
      quiet
      aside={mayWatch && <a href={visit.href(`/arenden/${found.number}?gor=folj#formular`)}>{text.add}</a>}
    >
      {found.watchers.length === 0 ? (
        <p class="mute">{text.noWatchers}</p>
      ) : (
        <ul class="l stack g2">
          {found.watchers.map((watcher) => (
            <li class="row2">
              <span>{watcher.id === view.actor.personId ? text.you : watcher.name}</span>
              {mayWatch && (
                <Form
                  action={visit.href(`/arenden/${found.number}/sluta-folja`)}
                  hidden={{ _once: onceKey(), person: watcher.id }}
                  enhance
                >
                  <button class="linkish sm">
                    {text.remove}
                    <Hidden> {watcher.name}</Hidden>
                  </button>
                </Form>
              )}
            </li>
          ))}
        </ul>
      )}
    </Card>
  )
}

export const mayRegister = (view: View): boolean => may(view.actor, 'case.register')
