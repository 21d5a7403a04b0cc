// The design page, third part: every kind of field, with hint, error, locked and conditional, and the error summary.

import {
  AmountField,
  AnyField,
  Button,
  Brief,
  Card,
  CheckField,
  Checks,
  ChoiceField,
  DateField,
  ErrorSummary,
  FileField,
  Form,
  FormSection,
  NumberField,
  Reveal,
  SelectField,
  SeveralField,
  SuggestionField,
  SumLines,
  TextArea,
  TextField,
  type Lang,
} from '../ui/index.ts'
import { Example } from './example.tsx'
import { words } from './text.ts'

const units = [
  { value: 'ks', label: 'Kontorsservice', detail: 'Kontoret för interna tjänster' },
  { value: 'fs', label: 'Fastighetsservice', detail: 'Kontoret för interna tjänster' },
  { value: 'it', label: 'IT-service', detail: 'Kontoret för interna tjänster' },
  { value: 'gb', label: 'Gymnasiebiblioteket', detail: 'Barn- och utbildningsförvaltningen' },
]

export function Forms({ lang }: { readonly lang: Lang }) {
  const w = words(lang)
  return (
    <Example title={w.fields}>
      <div class="two">
        <OrderForm lang={lang} />
        <aside>
          <Card heading={w.summary} quiet>
            <SumLines
              lines={w.sums.map(([label, detail, amount], i) => ({
                label,
                detail,
                amount,
                total: i === w.sums.length - 1,
              }))}
            />
          </Card>
          <Card heading={w.facts} quiet>
            <div class="stack">
              <Checks items={w.included} />
              <Checks items={w.notIncluded} not />
            </div>
          </Card>
        </aside>
      </div>
    </Example>
  )
}

const briefIcons = ['receipt', 'user-check', 'clock'] as const

function OrderForm({ lang }: { readonly lang: Lang }) {
  const w = words(lang)
  const f = w.field
  return (
    <Form class="form" action="#" files hidden={{ nyckel: '0199' }}>
      <ErrorSummary
        lang={lang}
        level={3}
        errors={[
          { field: 'vagg', message: f.wallError },
          { field: 'dag', message: f.dateError },
          { field: 'kst', message: f.costError },
        ]}
      />
      <FormSection heading={w.order}>
        <ChoiceField
          lang={lang}
          name="vad"
          label={f.what}
          value="upp"
          options={[
            {
              value: 'flytta',
              label: f.move,
              opens: <NumberField lang={lang} name="antal" label={f.howMany} unit={f.pieces} />,
            },
            {
              value: 'upp',
              label: f.put,
              opens: <TextField lang={lang} name="vagg" label={f.wall} error={f.wallError} width="long" />,
            },
            { value: 'annat', label: f.other, hint: f.otherHint },
          ]}
        />
        <TextField lang={lang} name="plats" label={f.place} hint={f.placeHint} value="Kommunhuset, plan 2" />
        <SuggestionField lang={lang} name="enhet" label={f.unit} options={units} value="ks" width="long" />
        <SuggestionField
          lang={lang}
          name="person"
          label={f.person}
          source="#sok"
          text="Astrid Linde"
          chosenId="1"
          optional
        />
        <DateField lang={lang} name="dag" label={f.date} value="2012-04-31" error={f.dateError} />
        <NumberField lang={lang} name="timmar" label={f.hours} unit={f.hour} value="1,5" decimals />
        <AmountField lang={lang} name="tak" label={f.amount} value="5 000" optional />
        <AnyField
          kind="text"
          lang={lang}
          name="kst"
          label={f.cost}
          hint={f.costHint}
          error={f.costError}
          value="4120"
          width="short"
          numeric
        />
        <TextField
          lang={lang}
          name="kund"
          label={f.locked}
          value="Socialförvaltningen"
          locked={f.lockedWhy}
          width="long"
        />
        <SelectField lang={lang} name="tjanst2" label={w.queue.service} options={units} width="long" />
        <SeveralField
          lang={lang}
          name="behov"
          label={f.needs}
          values={['bil']}
          options={[
            { value: 'bil', label: f.van },
            { value: 'stege', label: f.ladder },
          ]}
        />
        <ChoiceField
          lang={lang}
          name="brattom"
          label={f.urgent}
          value="nej"
          options={[
            { value: 'ja', label: f.yes },
            { value: 'nej', label: f.no },
          ]}
        />
        <Reveal lang={lang} when={{ field: 'brattom', is: 'ja' }} shown={false} words={f.whyWords}>
          <TextArea lang={lang} name="varfor" label={f.why} rows={3} />
        </Reveal>
        <TextArea lang={lang} name="ovrigt" label={f.note} hint={f.noteHint} optional draft="design" />
        <FileField lang={lang} name="filer" label={f.files} limit="20 MB" camera optional />
        <CheckField name="meddela" label={f.notify} checked />
      </FormSection>
      <Brief lines={w.brief.map((line, i) => ({ icon: briefIcons[i] ?? 'clock', words: line }))} />
      <div class="actions">
        <Button kind="primary" class="grow">
          {w.send}
        </Button>
        <Button kind="quiet" name="spara" class="grow">
          {w.save}
        </Button>
      </div>
    </Form>
  )
}
