// The pages of the trial site: a list with filter and bulk bar, a case with timeline and composer, a form.

import {
  BulkBar,
  Button,
  ChoiceField,
  Composer,
  DataTable,
  DateField,
  ErrorSummary,
  FileField,
  Form,
  LiveRegion,
  Message,
  Presence,
  Reveal,
  RowLink,
  SearchField,
  SuggestionField,
  TextField,
  Timeline,
} from '../ui/index.ts'

export interface TrialCase {
  readonly id: string
  readonly title: string
}

export function ListPage({ cases, wanted }: { readonly cases: readonly TrialCase[]; readonly wanted: string }) {
  return (
    <>
      <h1>Kö</h1>
      <Form method="get" action="/lista" enhance>
        <SearchField id="q" name="q" label="Sök i kön" value={wanted} />
        <Button small>Visa</Button>
      </Form>
      <LiveRegion id="kon" topics={['queue:1']}>
        <DataTable
          lang="sv"
          caption="Ärenden"
          look="queue"
          keys
          rows={cases.filter((row) => row.title.toLowerCase().includes(wanted.toLowerCase()))}
          columns={[
            {
              head: 'Ärende',
              phone: 'title',
              sort: { href: '/lista?ordning=ny' },
              cell: (row) => <RowLink href={`/arende?nr=${row.id}`}>{row.title}</RowLink>,
            },
          ]}
          select={{ name: 'arende', value: (row) => row.id, label: (row) => row.id, total: '3', form: 'massa' }}
        />
      </LiveRegion>
      <BulkBar lang="sv" id="massa" action="/massa">
        <Button small name="gor" value="ta" keyHint="M">
          Tilldela mig
        </Button>
      </BulkBar>
    </>
  )
}

interface CasePageProps {
  readonly messages: readonly string[]
  readonly inside: boolean
  readonly error?: string | undefined
}

export function CasePage({ messages, inside, error }: CasePageProps) {
  return (
    <div data-keys="record">
      <h1>KS-2</h1>
      {/* As the real page: all of it is live, the composer too. */}
      <LiveRegion id="arende" topics={['case:2']}>
        {error && <ErrorSummary lang="sv" errors={[{ field: 'skriv-text', message: error }]} />}
        <Presence lang="sv" topic="case:2" />
        <Timeline label="Händelser">
          {messages.map((text) => (
            <Message lang="sv" kind="out" from="DU" title="Du" at="nu">
              <p>{text}</p>
            </Message>
          ))}
        </Timeline>
        <Composer
          lang="sv"
          id="skriv"
          action="/arende"
          name="text"
          label={inside ? 'Intern anteckning' : 'Svar till kunden'}
          inside={inside}
          error={error}
          draft={inside ? 'case:2:internt' : 'case:2:svar'}
          presence="case:2"
          filesName="filer"
          modes={[
            { label: 'Svar', href: '/arende', current: !inside },
            { label: 'Internt', href: '/arende?skriv=internt', current: inside },
          ]}
        >
          <Button small kind="primary">
            Skicka
          </Button>
        </Composer>
      </LiveRegion>
    </div>
  )
}

export function FormPage() {
  return (
    <Form action="/form" class="form" files>
      <h1>Beställ</h1>
      <ChoiceField
        lang="sv"
        name="vad"
        label="Vad?"
        options={[
          { value: 'flytta', label: 'Flytta', opens: <TextField lang="sv" name="antal" label="Hur många?" /> },
          { value: 'annat', label: 'Annat' },
        ]}
      />
      <Reveal lang="sv" when={{ field: 'vad', is: 'annat' }} shown={false} words="”Vad?” är ”Annat”">
        <TextField lang="sv" name="beskriv" label="Beskriv" />
      </Reveal>
      <SuggestionField
        lang="sv"
        name="enhet"
        label="Enhet"
        options={[
          { value: 'ks', label: 'Kontorsservice' },
          { value: 'fs', label: 'Fastighetsservice' },
        ]}
      />
      <SuggestionField lang="sv" name="person" label="Person" source="/personer" />
      <DateField lang="sv" name="dag" label="Dag" />
      <FileField lang="sv" name="filer" label="Filer" />
      <Button kind="primary">Skicka</Button>
    </Form>
  )
}
