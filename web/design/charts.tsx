// The design page: key figures, bars, charts and the opened figure.

import {
  BarChart,
  Bars,
  Card,
  DataTable,
  Figure,
  formatNumber,
  Kpi,
  Kpis,
  LineChart,
  LinkButton,
  OpenedFigure,
  PairChart,
  Tag,
  type Fact,
  type Lang,
} from '../ui/index.ts'
import { Example } from './example.tsx'
import { words } from './text.ts'

const ticks = ['okt', 'nov', 'dec', 'jan', 'feb', 'mar', 'apr', 'maj', 'jun', 'jul', 'aug', 'sep']
const kept = [88, 89.4, 86.2, 88.7, 90.1, 90.8, 89.9, 91.2, 92, 90.4, 91.9, 92.9]
const received = [142, 158, 161, 149, 155, 128, 71, 134, 168, 174, 176, 170]
const closed = [138, 150, 165, 150, 151, 131, 80, 120, 181]
const year = ['jan', 'feb', 'mar', 'apr', 'maj', 'jun', 'jul', 'aug', 'sep', 'okt', 'nov', 'dec']

export function Measures({ lang }: { readonly lang: Lang }) {
  const w = words(lang)
  const c = w.charts
  const percent = (value: number) => `${formatNumber(value, lang, 1)} %`
  return (
    <Example title={w.measures}>
      <Kpis>
        <Kpi
          label={c.kept}
          value={<Figure href="#oppnad">92,9</Figure>}
          unit="%"
          context={
            <Tag tone="bad" icon="arrow-down">
              {c.underTarget}
            </Tag>
          }
        />
        <Kpi
          label={c.rating}
          value={<Figure href="#innehall">93,4</Figure>}
          unit="%"
          context={<Tag tone="ok">{c.overTarget}</Tag>}
        />
        <Kpi label={c.open} value={<Figure href="#innehall">212</Figure>} context={c.fewer} />
        <Kpi label={c.median} value={<Figure href="#innehall">1,5</Figure>} unit={c.days} />
      </Kpis>
      <div class="grid12">
        <Card class="c4">
          <LineChart
            lang={lang}
            id="lofte"
            level={3}
            finding={c.line}
            measure={c.lineMeasure}
            description={c.lineText}
            head={[c.month, c.share]}
            target={{ value: 95, text: c.target }}
            tickText={String}
            points={kept.map((value, i) => ({
              label: `${ticks[i]} ${i < 3 ? 2011 : 2012}`,
              tick: ticks[i] ?? '',
              value,
              text: percent(value),
              href: '#innehall',
              note: i === 2 ? '86,2 dec' : undefined,
            }))}
          />
        </Card>
        <Card class="c8">
          <BarChart
            lang={lang}
            id="inkomna"
            level={3}
            finding={c.bars}
            measure={c.barsMeasure}
            description={c.barsText}
            head={[c.month, c.count]}
            target={{ value: 150, text: c.average }}
            tickText={String}
            points={received.map((value, i) => ({
              label: year[i] ?? '',
              tick: year[i] ?? '',
              value,
              text: String(value),
              href: '#innehall',
              note: i === 6 || i === 8 ? String(value) : undefined,
              forecast: i > 8,
            }))}
          />
        </Card>
        <Card class="c6">
          <Pairs lang={lang} kind="grouped" />
        </Card>
        <Card class="c6">
          <Pairs lang={lang} kind="stacked" />
        </Card>
        <Card class="c12">
          <Pairs lang={lang} kind="lines" />
        </Card>
        <Card class="c6 half">
          <h3 class="find">{c.age}</h3>
          <p class="sm mute mb4">{c.ageMeasure}</p>
          <Bars
            items={[64, 58, 37, 29, 24].map((amount, i) => ({
              label: c.ages[i],
              value: <Figure href="#innehall">{amount}</Figure>,
              amount,
              strong: i > 2,
            }))}
          />
        </Card>
        <Card class="c6 half">
          <h3 class="find">{c.load}</h3>
          <p class="sm mute mb4">{c.loadMeasure}</p>
          <Bars
            max={8}
            items={[6.8, 5.6, 5.1, 2.5].map((amount, i) => ({
              label: c.groups[i],
              value: <Figure href="#innehall">{formatNumber(amount, lang, 1)}</Figure>,
              amount,
              target: 5,
            }))}
          />
        </Card>
      </div>
      <div class="mt5">
        <OpenedFigure
          lang={lang}
          id="oppnad"
          heading={w.opened}
          level={3}
          closeHref="#"
          howHeading={w.howRule}
          equation={{ over: w.over, under: w.under, equals: '92,9 %' }}
          facts={w.ruleFacts as unknown as readonly Fact[]}
          actions={
            <LinkButton small href="#innehall" icon="download">
              Excel
            </LinkButton>
          }
        >
          <DataTable
            lang={lang}
            bare
            sum
            caption={w.rowsBehind}
            rows={['Vaktmästeri', 'Lokalvård', 'Post och kopiering']}
            columns={[
              { head: w.queue.service, rowHead: true, cell: (row) => row },
              { head: w.over, number: true, sum: '156', cell: () => <Figure href="#innehall">52</Figure> },
              { head: w.under, number: true, sum: '168', cell: () => <Figure href="#innehall">56</Figure> },
            ]}
          />
        </OpenedFigure>
      </div>
    </Example>
  )
}

function Pairs({ lang, kind }: { readonly lang: Lang; readonly kind: 'grouped' | 'stacked' | 'lines' }) {
  const c = words(lang).charts
  return (
    <PairChart
      lang={lang}
      id={`par-${kind}`}
      level={3}
      kind={kind}
      finding={kind === 'stacked' ? c.stack : kind === 'lines' ? c.lines : c.pair}
      measure={c.pairMeasure}
      description={c.pairText}
      head={c.month}
      names={kind === 'stacked' ? [c.faults, c.orders] : [c.received, c.closed]}
      tickText={String}
      points={closed.map((value, i) => {
        const other = received[i] ?? 0
        const pair =
          kind === 'stacked'
            ? ([Math.round(other * 0.66), Math.round(other * 0.34)] as const)
            : ([other, value] as const)
        return { label: year[i] ?? '', tick: year[i] ?? '', values: pair, texts: [String(pair[0]), String(pair[1])] }
      })}
    />
  )
}
