// The design page, second part: the queue with everything around it.

import {
  BulkBar,
  Button,
  ChoiceField,
  Clock,
  DataTable,
  FilterChip,
  FilterMenu,
  KeyHints,
  MenuList,
  Pager,
  RowLink,
  SearchField,
  SelectField,
  Tag,
  Tools,
  Who,
  type ClockState,
  type Column,
  type Lang,
  type RowGroup,
  type Tone,
} from '../ui/index.ts'
import { Example } from './example.tsx'
import { words } from './text.ts'

interface QueueRow {
  readonly number: string
  readonly title: string
  readonly customer: string
  readonly service: string
  readonly state: readonly [Tone, string]
  readonly clock: readonly [ClockState, string, string, number]
  readonly who?: string
  readonly last: string
}

const rows = {
  broken: {
    number: 'KS-2012-0861',
    title: 'Flytta sex bord till Bollmora gymnastiksal',
    customer: 'Barn- och utbildningsförvaltningen',
    service: 'Vaktmästeri',
    state: ['accent', 'Pågår'],
    clock: ['broken', 'Bröts i går 16.45', '2 tim 57 min över', 3],
    who: 'A. Linde',
    last: '09.58',
  },
  mine: {
    number: 'KS-2012-0873',
    title: 'Sätt upp whiteboardtavla, kommunhuset plan 2',
    customer: 'Socialförvaltningen',
    service: 'Vaktmästeri',
    state: ['accent', 'Pågår'],
    clock: ['soon', '6 tim 3 min kvar', 'i dag 16.45', 3],
    who: 'Du',
    last: '10.31',
  },
  chosen: {
    number: 'KS-2012-0880',
    title: 'Iordningställ Kvarnhjulet för 40 personer',
    customer: 'Kultur- och fritidsförvaltningen',
    service: 'Event',
    state: ['info', 'Ny'],
    clock: ['soon', '7 tim 18 min kvar', 'i dag 18.00, före start', 2],
    last: '08.12',
  },
  later: {
    number: 'KS-2012-0884',
    title: 'Specialbeställning: höj- och sänkbart skrivbord',
    customer: 'Samhällsbyggnadsförvaltningen',
    service: 'Kontorsmaterial',
    state: ['info', 'Ny'],
    clock: ['running', '1 arbetsdag kvar', 'fre 13 april 15.00', 2],
    last: '09.20',
  },
  paused: {
    number: 'KS-2012-0842',
    title: 'Flytta arkivhyllor från källarplan',
    customer: 'Kommunkansliet',
    service: 'Vaktmästeri',
    state: ['wait', 'Väntar på kund'],
    clock: ['paused', 'Pausad 3 arbetsdagar', '2 kvar när kunden svarat', 1],
    who: 'Du',
    last: '5 april',
  },
} as const satisfies Record<string, QueueRow>

function columns(lang: Lang): readonly Column<QueueRow>[] {
  const w = words(lang).queue
  return [
    {
      head: w.case,
      class: 'case',
      phone: 'title',
      cell: (row) => (
        <>
          <RowLink href="#arende">{row.title}</RowLink>
          <span class="sub1">
            {row.number} · {row.customer}
          </span>
        </>
      ),
    },
    { head: w.service, phone: 'hide', cell: (row) => row.service },
    { head: w.state, cell: (row) => <Tag tone={row.state[0]}>{row.state[1]}</Tag> },
    {
      head: w.promise,
      sort: { href: '#innehall', direction: 'ascending' },
      cell: ({ clock: [state, text, detail, used] }) => (
        <Clock state={state} detail={detail} href="#klocka" strip={{ used, of: 3 }}>
          {text}
        </Clock>
      ),
    },
    { head: w.who, phone: 'hide', cell: (row) => <Who lang={lang} name={row.who} /> },
    {
      head: w.last,
      number: true,
      phone: 'hide',
      sort: { href: '#innehall' },
      cell: (row) => <span class="mute">{row.last}</span>,
    },
  ]
}

export function Queue({ lang }: { readonly lang: Lang }) {
  const w = words(lang)
  const groups: readonly RowGroup<QueueRow>[] = [
    { heading: w.queue.broken, icon: 'circle-x', tone: 'bad', count: 1, rows: [rows.broken] },
    { heading: w.queue.today, icon: 'alarm-clock', tone: 'warn', count: 2, rows: [rows.mine, rows.chosen] },
    { heading: w.queue.later, icon: 'calendar-days', count: 2, rows: [rows.later, rows.paused] },
  ]
  return (
    <Example title={w.tables}>
      <Tools>
        <SearchField id="i-listan" name="q" label={w.field.search} />
        <FilterChip lang={lang} label={w.queue.unit} removeHref="#" />
        <FilterChip lang={lang} label={w.queue.open} removeHref="#" />
        <FilterMenu lang={lang} action="#" submit={w.queue.show}>
          <SelectField
            lang={lang}
            name="tjanst"
            label={w.queue.service}
            options={['Vaktmästeri', 'Event', 'Post och paket'].map((label) => ({ value: label, label }))}
          />
        </FilterMenu>
        <span class="mute opt push">{w.queue.grouped}</span>
        <FilterMenu
          lang={lang}
          action="#"
          submit={w.queue.show}
          label={w.queue.sort}
          icon="arrow-up-down"
          align="right"
          wideOnly
        >
          <ChoiceField
            lang={lang}
            tight
            name="ordning"
            label={w.queue.sort}
            value="lofte"
            options={[
              { value: 'lofte', label: w.queue.promiseFirst },
              { value: 'ny', label: w.queue.newest },
            ]}
          />
        </FilterMenu>
      </Tools>
      <DataTable
        lang={lang}
        caption={w.queue.caption}
        look="queue"
        keys
        columns={columns(lang)}
        groups={groups}
        current={(row) => row.number === 'KS-2012-0873'}
        select={{
          name: 'arende',
          form: 'massa',
          total: '34',
          value: (row) => row.number,
          label: (row) => row.number,
          selected: new Set(['KS-2012-0880', 'KS-2012-0884']),
        }}
      />
      <Pager lang={lang} shown="5" total="34" nextHref="#" />
      <BulkBar
        lang={lang}
        id="massa"
        action="#"
        more={<MenuList items={[{ label: w.queue.handOver, name: 'gor', value: 'over', icon: 'arrow-right-left' }]} />}
      >
        <Button small kind="primary" name="gor" value="ta" keyHint="M">
          {w.assignMe}
        </Button>
        <Button small name="gor" value="lage" keyHint="L">
          {w.queue.changeState}
        </Button>
      </BulkBar>
      <KeyHints lang={lang} hints={w.keyHints.map(([keys, hint]) => ({ keys, words: hint }))} />
    </Example>
  )
}
