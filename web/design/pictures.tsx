// The design page, fifth part: steps and approval, the organisation drawn, the portal.

import {
  Approval,
  Card,
  Hero,
  MyCases,
  OrgChart,
  Rating,
  RunSteps,
  SearchHits,
  ServiceAreas,
  Steps,
  Tag,
  Warnings,
  Ways,
  LinkButton,
  type Lang,
  type OrgNode,
} from '../ui/index.ts'
import { Example } from './example.tsx'
import { words } from './text.ts'

export function Pictures({ lang }: { readonly lang: Lang }) {
  return (
    <>
      <StepsAndSeats lang={lang} />
      <Organisation lang={lang} />
      <Portal lang={lang} />
    </>
  )
}

function StepsAndSeats({ lang }: { readonly lang: Lang }) {
  const w = words(lang)
  const states = ['done', 'now', 'later', 'later'] as const
  return (
    <Example title={w.steps}>
      <RunSteps
        lang={lang}
        label={w.runLabel}
        items={w.run.map((label, i) => ({ label, state: i < 3 ? 'done' : i === 3 ? 'now' : 'later' }))}
      />
      <div class="halves mt5">
        <Steps lang={lang} items={w.step.map(([title, text], i) => ({ title, text, state: states[i] }))} />
        <Card heading={w.steps} level={3}>
          <Approval
            lang={lang}
            seats={[
              { state: 'prepared', who: 'CO', title: w.prepared, note: w.preparedAt },
              { state: 'approved', who: 'EC', title: w.approved, note: w.approvedAt, number: 1, of: 2 },
              { state: 'empty', title: w.another, note: w.anotherNote, number: 2, of: 2 },
            ]}
          />
          <hr />
          <Warnings
            rows={w.warnings.map(([word, title, text], i) => ({
              stops: i === 1,
              word: word ?? '',
              title,
              text,
              action:
                i === 1 ? (
                  <LinkButton small href="#innehall">
                    {w.readRows}
                  </LinkButton>
                ) : undefined,
            }))}
          />
        </Card>
      </div>
    </Example>
  )
}

const unit = (name: string, children: readonly OrgNode[] = [], more: Partial<OrgNode> = {}): OrgNode => ({
  id: name,
  name,
  href: '#innehall',
  children,
  ...more,
})

const organisation = unit(
  'Kontoret för interna tjänster',
  [
    unit('Kontorsservice', [unit('Vaktmästeri'), unit('Post och kopiering'), unit('Reception')], {
      lead: 'Enhetschef',
      note: '24 årsarbetare',
      current: true,
    }),
    unit('Fastighetsservice', [unit('Drift', [unit('Drift norr'), unit('Drift söder')]), unit('Underhåll')], {
      lead: 'Enhetschef',
    }),
    unit('IT-service', [unit('Service Desk'), unit('System')], { lead: 'Enhetschef' }),
    unit('Ekonomiservice', [unit('Redovisning')], { lead: 'Enhetschef' }),
  ],
  { kind: 'Kontor', icon: 'building', lead: 'Kontorschef' },
)

/** More than six branches stand four to a row. */
const manyBranches = unit(
  'Tyresö kommun',
  Array.from({ length: 8 }, (_, i) => unit(`Förvaltning ${i + 1}`, i === 0 ? [unit('Stab')] : [])),
  { kind: 'Kommun' },
)

function Organisation({ lang }: { readonly lang: Lang }) {
  const w = words(lang)
  return (
    <Example title={w.organisation}>
      <OrgChart lang={lang} label={w.organisation} root={organisation} />
      <div class="mt8">
        <OrgChart lang={lang} label={w.organisationWide} root={manyBranches} />
      </div>
    </Example>
  )
}

function Portal({ lang }: { readonly lang: Lang }) {
  const w = words(lang)
  const icons = ['shopping-cart', 'triangle-alert', 'message-question', 'megaphone'] as const
  const faces = ['smile', 'meh', 'frown'] as const
  return (
    <Example title={w.portal}>
      <Hero
        lang={lang}
        question={w.portalQuestion}
        level={3}
        action="#"
        label={w.portalHint}
        placeholder={w.portalHint}
        tipsLead={w.commonNow}
        tips={w.tips.map((label) => ({ label, href: '#innehall' }))}
      />
      <div class="inner-ways">
        <Ways
          label={w.fourWays}
          items={w.ways.map(([title, text], i) => ({
            title: title ?? '',
            text: text ?? '',
            href: '#innehall',
            icon: icons[i] ?? 'list',
          }))}
        />
      </div>
      <div class="startgrid">
        <div>
          <ServiceAreas
            areas={w.areas.map(([title, label, price]) => ({
              title: title ?? '',
              href: '#innehall',
              count: w.services,
              items: [
                { label: label ?? '', href: '#innehall', price },
                { label: w.priceArea, href: '#innehall', price: w.price },
              ],
            }))}
          />
          <SearchHits
            label={w.portalHint}
            items={w.hits.map(([title, kind, under], i) => ({
              title,
              kind: kind ?? '',
              under,
              ways: i === 0 ? w.hitWays.map((way) => <a href="#innehall">{way}</a>) : undefined,
              href: '#innehall',
              icon: i === 0 ? 'package' : 'inbox',
            }))}
          />
        </div>
        <aside aria-label={w.myCases}>
          <Card heading={w.myCases} level={3}>
            <MyCases
              items={[
                {
                  title: w.myCase[0] ?? '',
                  href: '#innehall',
                  state: <Tag tone="accent">{w.state.ongoing}</Tag>,
                  line: w.myCase[1],
                },
                {
                  title: w.waitCase[0] ?? '',
                  href: '#innehall',
                  state: (
                    <Tag tone="warn" icon="reply">
                      {w.state.waitYou}
                    </Tag>
                  ),
                  line: w.waitCase[1],
                },
              ]}
            />
          </Card>
          <Card heading={w.rating} level={3} class="mt4">
            <Rating
              lang={lang}
              label={w.rating}
              action="#"
              name="betyg"
              chosen="2"
              choices={w.ratings.map((label, i) => ({ value: String(2 - i), label, icon: faces[i] ?? 'smile' }))}
            />
          </Card>
        </aside>
      </div>
    </Example>
  )
}
