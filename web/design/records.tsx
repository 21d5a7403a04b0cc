// The design page, fourth part: the timeline with its composer, facts, menus, dialog, tabs.

import {
  Button,
  Card,
  CheckField,
  ChoiceChip,
  Composer,
  CopyNumber,
  Dialog,
  ErasedLine,
  EventLine,
  Facts,
  LinkButton,
  LiveRegion,
  Menu,
  MenuList,
  Message,
  More,
  PageHead,
  Presence,
  SelectField,
  Tabs,
  Tag,
  Timeline,
  Tools,
  type Fact,
  type Lang,
} from '../ui/index.ts'
import { Example, Row } from './example.tsx'
import { words } from './text.ts'

export function Records({ lang }: { readonly lang: Lang }) {
  return (
    <>
      <Case lang={lang} />
      <Menus lang={lang} />
    </>
  )
}

function Case({ lang }: { readonly lang: Lang }) {
  const w = words(lang)
  return (
    <Example title={w.record}>
      <div class="case-grid" id="arende">
        <div>
          <Presence lang={lang} topic="case:0873" who="S. Ek" />
          <Tools>
            <h3 class="pull">{w.events}</h3>
            <ChoiceChip label={w.all} href="#innehall" current />
            <ChoiceChip label={w.letters2} href="#innehall" />
            <ChoiceChip label={w.internal} href="#innehall" />
          </Tools>
          <LiveRegion id="handelser" topics={['case:0873']}>
            <Events lang={lang} />
          </LiveRegion>
          <Reply lang={lang} />
          <div class="mt5">
            <Note lang={lang} />
          </div>
        </div>
        <aside class="side" aria-label={w.facts}>
          <Card heading={w.facts} level={3} aside={<a href="#innehall">{w.change}</a>}>
            <Facts items={w.fact as unknown as readonly Fact[]} />
          </Card>
          <Card heading={w.steps} level={3}>
            <CheckField tight name="g1" label={w.included[0]} checked />
            <CheckField tight name="g2" label={w.included[1]} />
          </Card>
        </aside>
      </div>
    </Example>
  )
}

function Events({ lang }: { readonly lang: Lang }) {
  const t = words(lang).timeline
  return (
    <Timeline label={words(lang).events}>
      <Message
        lang={lang}
        kind="in"
        from="BI"
        title={t.customer}
        via={t.portal}
        at="ons 4 april 15.20"
        files={<a href="#innehall">tavla-och-vagg.jpg</a>}
      >
        <p>{t.first}</p>
      </Message>
      <EventLine icon="play" at="15.20">
        <b>{t.started}</b> {t.startedText}
      </EventLine>
      <Message lang={lang} kind="inside" from="SE" title="S. Ek" at="tors 5 april 08.05">
        <p>{t.note}</p>
      </Message>
      <Message lang={lang} kind="out" from="DU" title={t.you} via={t.mail} at="tis 10 april 09.10">
        <p>{t.question}</p>
      </Message>
      <EventLine icon="pause" tone="wait" at="tis 10 april 09.10">
        <b>{t.paused}</b> {t.pausedText}
      </EventLine>
      <ErasedLine lang={lang} at="2 januari 2014">
        {t.erased}
      </ErasedLine>
    </Timeline>
  )
}

function Reply({ lang }: { readonly lang: Lang }) {
  const w = words(lang)
  return (
    <Composer
      lang={lang}
      id="svar"
      action="#"
      name="text"
      label={w.replyTo}
      placeholder={w.replyHint}
      draft="case:0873:svar"
      filesName="filer"
      presence="case:0873"
      modes={[
        { label: w.replyTo, href: '#svar', current: true, icon: 'reply' },
        { label: w.internal, href: '#internt', icon: 'lock' },
      ]}
    >
      <Button small kind="primary">
        {w.sendReply}
      </Button>
      <Button small name="sen" value="leverera">
        {w.sendDeliver}
      </Button>
    </Composer>
  )
}

function Note({ lang }: { readonly lang: Lang }) {
  const w = words(lang)
  return (
    <Composer
      lang={lang}
      id="anteckning"
      action="#"
      name="text"
      label={w.internal}
      placeholder={w.noteHint}
      inside
      modes={[{ label: w.internal, href: '#internt', current: true, icon: 'lock' }]}
    >
      <Button small kind="primary">
        {w.saveNote}
      </Button>
    </Composer>
  )
}

function Menus({ lang }: { readonly lang: Lang }) {
  const w = words(lang)
  return (
    <Example title={w.menus}>
      <div class="as-page">
        <PageHead
          title="KS-2012-0873"
          level={3}
          under={
            <>
              <Tag tone="accent">{w.state.ongoing}</Tag>
              <span>{w.copyOf}</span>
              <CopyNumber lang={lang} value="KS-2012-0873" />
            </>
          }
          actions={
            <>
              <Menu label={w.menu} align="left">
                <MenuList
                  items={[
                    { label: w.state.ongoing, href: '#innehall', current: true, icon: 'loader' },
                    { label: w.state.waitCustomer, href: '#innehall', icon: 'pause', keyHint: 'P' },
                  ]}
                />
              </Menu>
              <Button small opens="lamna-over">
                {w.openDialog}
              </Button>
              <LinkButton small kind="primary" href="#innehall" icon="check" keyHint="D">
                {w.state.delivered}
              </LinkButton>
            </>
          }
        />
      </div>
      <Tabs
        label={w.menus}
        items={w.pageTabs.map((label, i) => ({
          label,
          href: '#innehall',
          current: i === 0,
          count: i === 0 ? 34 : undefined,
        }))}
      />
      <Row>
        <More summary={w.howCounted}>
          <p>{w.moreText}</p>
        </More>
      </Row>
      <Dialog lang={lang} id="lamna-over" heading={w.openDialog}>
        <p>{w.dialogText}</p>
        <div class="mt4">
          <SelectField
            lang={lang}
            name="till"
            label={w.toUnit}
            options={[{ value: 'fs', label: 'Fastighetsservice' }]}
          />
        </div>
        <div class="actions mt4">
          <Button kind="primary" small>
            {w.openDialog}
          </Button>
        </div>
      </Dialog>
    </Example>
  )
}
