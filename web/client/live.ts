// Live parts: <live-region id data-topics="a b"> tells which topics it shows. One event stream carries them all; when a
// topic changes the page is fetched again and only the parts that show it are put in place. The stream also tells who is
// writing, and we tell it that we are.
//
// The stream: GET <body data-events>?topics=a,b → `event: topic`, data {"topic"} · `event: presence`, data {"topic","who":[names]}
// Presence:   POST <body data-presence>, form fields topic and state = writing | idle

import { putEvent } from './put.ts'
import { freshen } from './send.ts'
import { word } from './words.ts'

const gatherMs = 250
const writingEveryMs = 5000
const idleAfterMs = 12_000

class LiveRegion extends HTMLElement {
  connectedCallback(): void {
    queueMicrotask(listen)
  }

  disconnectedCallback(): void {
    queueMicrotask(listen)
  }
}

let stream: EventSource | undefined
let streamAddress = ''
const changed = new Set<string>()
let gathering: ReturnType<typeof setTimeout> | undefined

export function startLive(): void {
  customElements.define('live-region', LiveRegion)
  document.addEventListener(putEvent, listen)
  document.addEventListener('visibilitychange', gather)
  document.addEventListener('input', onInput)
  document.addEventListener('focusout', idle)
  addEventListener('pagehide', idle)
}

const regions = () => [...document.querySelectorAll<HTMLElement>('live-region[data-topics]')]
const topicsOf = (region: HTMLElement) => region.dataset['topics']?.split(' ').filter(Boolean) ?? []

function listen(): void {
  const events = document.body.dataset['events']
  const shown = [...document.querySelectorAll<HTMLElement>('[data-presence-of]')].map(
    (e) => e.dataset['presenceOf'] ?? '',
  )
  const topics = [...new Set([...regions().flatMap(topicsOf), ...shown])].sort()
  const address = events && topics.length > 0 ? `${events}?topics=${encodeURIComponent(topics.join())}` : ''
  if (address === streamAddress) return
  streamAddress = address
  stream?.close()
  stream = undefined
  if (address) open(address)
}

function open(address: string): void {
  stream = new EventSource(address)
  stream.addEventListener('topic', (event) => {
    changed.add((JSON.parse(String(event.data)) as { topic: string }).topic)
    gather()
  })
  stream.addEventListener('presence', (event) => {
    const { topic, who } = JSON.parse(String(event.data)) as { topic: string; who: string[] }
    showPresence(topic, who)
  })
}

/** Several changes in a moment are one fetch; a hidden tab fetches when it is looked at. */
function gather(): void {
  if (document.hidden || changed.size === 0) return
  clearTimeout(gathering)
  gathering = setTimeout(() => {
    const ids = regions()
      .filter((region) => topicsOf(region).some((topic) => changed.has(topic)))
      .map((region) => region.id)
    changed.clear()
    if (ids.length > 0) freshen(ids).catch(() => undefined)
  }, gatherMs)
}

function showPresence(topic: string, who: readonly string[]): void {
  for (const place of document.querySelectorAll<HTMLElement>('[data-presence-of]')) {
    if (place.dataset['presenceOf'] !== topic) continue
    const words = place.querySelector('[data-presence-words]')
    if (words) words.textContent = who.length > 0 ? word('writing', { who: who.join(', ') }) : ''
    place.toggleAttribute('data-empty', who.length === 0)
  }
}

let writing: { topic: string; toldAt: number; timer: ReturnType<typeof setTimeout> } | undefined

function onInput({ target }: Event): void {
  const topic = target instanceof HTMLTextAreaElement ? target.dataset['presence'] : undefined
  if (!topic) return
  clearTimeout(writing?.timer)
  const told = writing?.topic === topic ? writing.toldAt : 0
  if (Date.now() - told > writingEveryMs) tell(topic, 'writing')
  writing = {
    topic,
    toldAt: Date.now() - told > writingEveryMs ? Date.now() : told,
    timer: setTimeout(idle, idleAfterMs),
  }
}

function idle(): void {
  if (!writing) return
  clearTimeout(writing.timer)
  tell(writing.topic, 'idle')
  writing = undefined
}

function tell(topic: string, state: 'writing' | 'idle'): void {
  const address = document.body.dataset['presence']
  if (address) navigator.sendBeacon(address, new URLSearchParams({ topic, state }))
}
