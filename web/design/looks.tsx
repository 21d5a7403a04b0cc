// The design page, first part: colours, letters, buttons, states, clock, notices, figures.

import {
  Avatar,
  Button,
  Card,
  Clock,
  ClockReplay,
  Count,
  DayByDay,
  DayStrip,
  LinkButton,
  PromiseCard,
  Tag,
  Who,
  type Lang,
  type PromiseDay,
} from '../ui/index.ts'
import { Example, Row } from './example.tsx'
import { words } from './text.ts'

const swatches = [
  'accent-1',
  'accent-2',
  'accent-3',
  'accent-4',
  'accent-5',
  'accent-6',
  'deep',
  'canvas',
  'surface',
  'sunken',
  'line',
  'line-strong',
  'text-2',
  'text',
  'ok-solid',
  'warn-solid',
  'bad-solid',
  'info-solid',
  'wait-solid',
  'inside-bg',
] as const

export function Looks({ lang }: { readonly lang: Lang }) {
  const w = words(lang)
  return (
    <>
      <Example title={w.colour}>
        <ul class="swatches">
          {swatches.map((name) => (
            <li>
              <svg class="swatch" aria-hidden="true">
                <rect width="100%" height="100%" fill={`var(--${name})`} />
              </svg>
              {name}
            </li>
          ))}
        </ul>
      </Example>
      <Example title={w.letters}>
        <ul class="letters">
          <li class="l4">Vad behöver du hjälp med?</li>
          <li class="l3">Beställ vaktmästeri</li>
          <li class="l2">Kö, 34 öppna ärenden</li>
          <li class="l1">Överenskommelser</li>
          <li class="t-lg">Ingress: vi börjar inom tre arbetsdagar.</li>
          <li>Brödtext och formulär. Åtta öre är också pengar.</li>
          <li class="sm">Tabell: 1 234,50 kr · 08 060,00 kr · −1 073 tkr · Il1 0O</li>
        </ul>
      </Example>
      <Buttons lang={lang} />
      <States lang={lang} />
      <Clocks lang={lang} />
    </>
  )
}

function Buttons({ lang }: { readonly lang: Lang }) {
  const w = words(lang)
  return (
    <Example title={w.buttons}>
      <Row>
        <Button kind="primary">{w.send}</Button>
        <Button>{w.save}</Button>
        <Button kind="quiet">{w.cancel}</Button>
        <Button kind="primary" class="is-focus">
          {w.inFocus}
        </Button>
        <Button kind="primary" locked={w.lockedWhy} name="last">
          {w.close}
        </Button>
      </Row>
      <Row>
        <Button small kind="primary" keyHint="M">
          {w.assignMe}
        </Button>
        <LinkButton small href="#innehall" icon="download">
          Excel
        </LinkButton>
        <LinkButton small href="#innehall" iconAfter="arrow-right">
          {w.nextCase}
        </LinkButton>
        <Button small kind="quiet">
          {w.unselect}
        </Button>
        <Button small pressed>
          {w.pressed}
        </Button>
      </Row>
    </Example>
  )
}

function States({ lang }: { readonly lang: Lang }) {
  const w = words(lang)
  return (
    <Example title={w.states}>
      <Row>
        <Tag tone="info">{w.state.new}</Tag>
        <Tag tone="accent">{w.state.ongoing}</Tag>
        <Tag tone="wait">{w.state.waitCustomer}</Tag>
        <Tag tone="warn" icon="user-check">
          {w.state.waitApproval}
        </Tag>
        <Tag tone="warn" icon="reply">
          {w.state.waitYou}
        </Tag>
        <Tag tone="ok">{w.state.delivered}</Tag>
        <Tag tone="bad">{w.state.broken}</Tag>
        <Tag tone="bad" icon="octagon-x">
          {w.state.stops}
        </Tag>
        <Tag icon="lock">{w.state.secret}</Tag>
      </Row>
      <Row>
        <Who lang={lang} name="Astrid Linde" />
        <Who lang={lang} name="M. Björk" />
        <Who lang={lang} />
        <Avatar name="Biståndsbedömare" large customer />
        <Avatar name="Siv Ek" large />
        <Count value={3} words={w.threeOpen} />
      </Row>
    </Example>
  )
}

const day = (date: string, kind: PromiseDay['kind'], number?: number, note?: string): PromiseDay => ({
  date: Temporal.PlainDate.from(date),
  kind,
  number,
  note,
})

/** Easter 2012, three working days with a pause. */
const strip = (lang: Lang): readonly PromiseDay[] => [
  day('2012-04-04', 'start'),
  day('2012-04-05', 'working', 1),
  day('2012-04-06', 'off', undefined, words(lang).goodFriday),
  day('2012-04-07', 'off'),
  day('2012-04-08', 'off'),
  day('2012-04-09', 'off', undefined, words(lang).easterMonday),
  day('2012-04-10', 'pause'),
  day('2012-04-11', 'working', 2),
  { ...day('2012-04-12', 'end', 3, words(lang).lastTime), today: true },
]

/** A letter is answered within ten working days (TY-054). */
const letter = (lang: Lang): readonly PromiseDay[] => {
  const off = new Set(['06', '07', '08', '09', '14', '15', '21', '22'])
  let number = 0
  return Array.from({ length: 19 }, (_, i) => {
    const date = String(i + 5).padStart(2, '0')
    if (i === 0) return day('2012-04-05', 'start')
    if (off.has(date)) return day(`2012-04-${date}`, 'off')
    number += 1
    return number === 10
      ? day(`2012-04-${date}`, 'end', 10, words(lang).lastTime)
      : day(`2012-04-${date}`, 'working', number)
  })
}

function Clocks({ lang }: { readonly lang: Lang }) {
  const w = words(lang)
  return (
    <Example title={w.clock}>
      <Row wide>
        <Clock state="running" detail={w.clocks.runningDetail} strip={{ used: 1, of: 3 }}>
          {w.clocks.running}
        </Clock>
        <Clock state="soon" detail={w.clocks.soonDetail} strip={{ used: 3, of: 3 }} href="#klocka">
          {w.clocks.soon}
        </Clock>
        <Clock state="broken" detail={w.clocks.brokenDetail} strip={{ used: 3, of: 3 }}>
          {w.clocks.broken}
        </Clock>
        <Clock state="paused" detail={w.clocks.pausedDetail} strip={{ used: 2, of: 3 }}>
          {w.clocks.paused}
        </Clock>
        <Clock state="kept" detail={w.clocks.keptDetail} strip={{ used: 1, of: 3 }}>
          {w.clocks.kept}
        </Clock>
        <Clock state="none">{w.clocks.none}</Clock>
      </Row>
      <div class="mw">
        <DayStrip lang={lang} label={w.stripLabel} days={strip(lang)} />
      </div>
      <div class="halves mt5">
        <div>
          <PromiseCard lang={lang} level={3} id="klocka" heading={w.promise} headingHidden tone="warn">
            <Clock state="soon" large>
              {w.clocks.soon}
            </Clock>
            <p class="mt1">{w.promiseSentence}</p>
            <DayStrip lang={lang} label={w.stripLabel} days={strip(lang)} narrow />
            <ClockReplay
              lang={lang}
              open
              source={w.promiseSource}
              rows={[
                { when: '4/4 15.20', what: w.replay.start },
                { when: '5/4', what: w.replay.one },
                { when: '6–9/4', what: w.replay.easter, off: true },
                { when: '10/4 09.10', what: w.replay.pause },
                { when: '12/4', what: w.replay.last, last: true },
              ]}
            />
          </PromiseCard>
        </div>
        <div>
          <p class="big">{w.bigPromise}</p>
          <DayStrip lang={lang} label={w.stripLabel} days={letter(lang)} />
          <Card heading={w.howCounted} level={3} class="mt4">
            <DayByDay
              rows={[
                { when: w.byDay[0] ?? '', what: w.replay.start },
                { when: w.byDay[1] ?? '', what: w.replay.easter, off: true },
                { when: w.byDay[2] ?? '', what: w.replay.last },
              ]}
            />
          </Card>
        </div>
      </div>
    </Example>
  )
}
