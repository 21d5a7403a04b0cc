// The design page: what the product says back, and figures that open.

import {
  Actions,
  Card,
  Empty,
  Figure,
  LinkButton,
  Loading,
  Mark,
  Notice,
  NoticeList,
  Progress,
  Tie,
  type Lang,
} from '../ui/index.ts'
import { Example, Row } from './example.tsx'
import { words } from './text.ts'

export function Notices({ lang }: { readonly lang: Lang }) {
  const w = words(lang)
  return (
    <Example title={w.notices}>
      <div class="stack">
        <Notice title={w.notice.info}>{w.notice.infoText}</Notice>
        <Notice tone="ok" title={w.notice.ok} end={<a href="#innehall">{w.notice.okLink}</a>}>
          {w.notice.okText}
        </Notice>
        <Notice tone="warn" title={w.notice.warn} end={<a href="#innehall">{w.notice.warnLink}</a>}>
          {w.notice.warnText}
        </Notice>
        <Notice tone="bad" title={w.notice.bad}>
          {w.notice.badText}
        </Notice>
        <Notice small icon="pencil-line">
          {w.notice.small}
        </Notice>
      </div>
      <div class="mt5">
        <NoticeList
          lang={lang}
          lines={w.noticeLines.map((line, i) => ({
            href: '#innehall',
            words: line,
            at: Temporal.Instant.from('2012-04-12T08:42Z'),
            when: '12/4 10.42',
            unread: i === 0,
          }))}
        />
      </div>
      <div class="halves mt5">
        <Card>
          <Empty title={w.empty} action={<LinkButton href="#innehall">{w.emptyWay}</LinkButton>}>
            {w.emptyText}
          </Empty>
        </Card>
        <Card>
          <Loading lang={lang} />
          <Progress lang={lang} id="inlasning" label={w.reading} done={12400} total={41286} canLeave />
        </Card>
      </div>
    </Example>
  )
}

export function Figures({ lang }: { readonly lang: Lang }) {
  const w = words(lang)
  return (
    <Example title={w.figures}>
      <Row wide>
        <span>
          <Figure href="#innehall" about={w.promiseKept}>
            94,2 %
          </Figure>{' '}
          {w.opens}
        </span>
        <span>
          <Tie href="#innehall">868 tkr</Tie> {w.tied}
        </span>
        <span>
          <Tie href="#innehall" tone="warn">
            633 tkr
          </Tie>
          <Mark lang={lang} number={3} href="#innehall" warning /> {w.warning}
        </span>
        <span>
          <Tie href="#innehall" tone="bad">
            169
          </Tie>
          <Mark lang={lang} number={1} href="#innehall" /> {w.error}
        </span>
      </Row>
      <Actions class="mt4">
        <LinkButton small href="#innehall" icon="printer">
          {w.print}
        </LinkButton>
      </Actions>
    </Example>
  )
}
