// The bar under a list with what can be done to the rows selected, and the answer of what was done last.
import type { Lang } from '#basics/lang'
import { onceKey } from '#platform/http/serve-site'
import type { Visit } from '#platform/http/site'
import { BulkBar, Button, Menu, More, Notice, SelectField, TextArea } from '#ui'
import type { SelectOption } from '#ui'
import { waitingFor } from '../case.ts'
import { waitingWords } from '../words.ts'
import { deskText } from './desk-text.ts'
import type { BulkDeed, BulkOutcome } from './queue-bulk.ts'
import { bulkForm } from './queue-table.tsx'

export function OutcomeNotice({ visit, outcome }: { readonly visit: Visit; readonly outcome: BulkOutcome }) {
  const text = deskText[visit.lang]
  const { failed, total } = outcome
  const went = total - failed.length
  return (
    <Notice
      tone={failed.length === 0 ? 'ok' : 'warn'}
      live="status"
      class="mb5"
      title={[
        went > 0 || failed.length === 0 ? text.bulkWent(went, total, outcome.gor) : '',
        failed.length > 0 ? text.bulkFailed(failed.length) : '',
      ]
        .filter(Boolean)
        .join(' ')}
    >
      {failed.length > 0 && (
        <ul>
          {failed.map((one) => (
            <li>
              {one.number ? <a href={visit.href(`/arenden/${one.number}`)}>{one.number}</a> : text.aCase}:{' '}
              {one[visit.lang]}
            </li>
          ))}
        </ul>
      )}
    </Notice>
  )
}

export interface CaseBulkProps {
  readonly visit: Visit
  readonly path: string
  readonly back: string
  readonly handlers: readonly SelectOption[]
  readonly units: readonly SelectOption[]
}

/** Words are written in areas: Enter in a field would send the form's first choice. */
export function CaseBulkBar({ visit, path, back, handlers, units }: CaseBulkProps) {
  const { lang } = visit
  const text = deskText[lang]
  const typed = (name: string): string | undefined =>
    visit.attempt?.deed === 'gor' ? visit.attempt.values[name]?.[0] : undefined
  return (
    <BulkBar lang={lang} id={bulkForm} action={visit.href(`${path}/gor`)} hidden={{ _once: onceKey(), tillbaka: back }}>
      <Button small kind="primary" name="gor" value="ta" keyHint="M">
        {text.assignMe}
      </Button>
      <Menu label={text.reply} up keyHint="R" align="left">
        <div class="filter-form">
          <TextArea lang={lang} name="svar" id="massa-svar" label={text.replyToAll} rows={4} value={typed('svar')} />
          <Choose value="svara" words={text.sendToAll} />
        </div>
      </Menu>
      <Menu label={text.more} up keyHint="L" align="left">
        <div class="filter-form">
          <More summary={text.noteWord} name="massval" keyHint="A">
            <div class="stack">
              <TextArea
                lang={lang}
                name="anteckning"
                id="massa-anteckning"
                label={text.noteOnAll}
                rows={3}
                value={typed('anteckning')}
              />
              <Choose value="anteckna" words={text.saveNote} />
            </div>
          </More>
          <StateDeeds lang={lang} typed={typed} />
          <More summary={text.giveToOther} name="massval">
            <div class="stack">
              <SelectField
                lang={lang}
                name="person"
                id="massa-person"
                label={text.toWhom}
                options={handlers}
                value={typed('person')}
              />
              <Choose value="tilldela" words={text.give} />
            </div>
          </More>
          <More summary={text.handOver} name="massval">
            <div class="stack">
              <SelectField
                lang={lang}
                name="enhet"
                id="massa-enhet"
                label={text.toUnit}
                options={units}
                value={typed('enhet')}
              />
              <SelectField
                lang={lang}
                name="linje"
                id="massa-linje"
                label={text.supportLine}
                options={text.lines.map((label, n) => ({ value: String(n + 1), label }))}
                empty={text.sameLine}
                value={typed('linje')}
              />
              <TextArea
                lang={lang}
                name="skal"
                id="massa-skal"
                label={text.whyHandOver}
                rows={2}
                value={typed('skal')}
              />
              <Choose value="lamna" words={text.handOver} />
            </div>
          </More>
        </div>
      </Menu>
    </BulkBar>
  )
}

function StateDeeds({ lang, typed }: { readonly lang: Lang; readonly typed: (name: string) => string | undefined }) {
  const text = deskText[lang]
  return (
    <>
      <More summary={text.pause} name="massval" keyHint="P">
        <div class="stack">
          <SelectField
            lang={lang}
            name="vantar"
            id="massa-vantar"
            label={text.waitForWhom}
            options={waitingFor.map((value) => ({ value, label: waitingWords[value][lang] }))}
            empty={null}
            value={typed('vantar') ?? 'customer'}
          />
          <TextArea
            lang={lang}
            name="pausskal"
            id="massa-pausskal"
            label={text.whyPause}
            rows={2}
            value={typed('pausskal')}
          />
          <Choose value="pausa" words={text.pauseAll} />
        </div>
      </More>
      <More summary={text.deliver} name="massval" keyHint="D">
        <div class="stack">
          <TextArea
            lang={lang}
            name="leverans"
            id="massa-leverans"
            label={text.deliveryNote}
            rows={2}
            optional
            value={typed('leverans')}
          />
          <Choose value="leverera" words={text.deliverAll} />
        </div>
      </More>
      <More summary={text.otherStates} name="massval">
        <div class="actions">
          <Button small name="gor" value="borja">
            {text.start}
          </Button>
          <Button small name="gor" value="fortsatt">
            {text.resume}
          </Button>
        </div>
      </More>
    </>
  )
}

function Choose({ value, words }: { readonly value: BulkDeed; readonly words: string }) {
  return (
    <Button small kind="primary" name="gor" value={value}>
      {words}
    </Button>
  )
}
