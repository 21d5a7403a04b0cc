// What the one who asked can do and see: the answer to “is it done?”, a yes or no to an order, and the case without what is
// ours to know. The same blocks stand on the desk's page for an agent who has asked for something.
import { kronor } from '#basics/money'
import { onceKey } from '#platform/http/serve-site'
import type { Visit } from '#platform/http/site'
import { Actions, Button, Card, Form, More, Rating, TextArea } from '#ui'
import type { CaseView } from '../contract.ts'
import { CaseForm, typedIn, wired } from './case-form.tsx'
import { deskText } from './desk-text.ts'

export interface CustomerProps {
  readonly visit: Visit
  readonly found: CaseView
}

/** Done: well done, or not. Silence closes it; that is said. */
export function DoneQuestion({ visit, found }: CustomerProps) {
  const text = deskText[visit.lang]
  const may = new Set(found.may)
  if (!may.has('confirm') && !may.has('rate')) return null
  const reopen = typedIn(visit, 'oppna', { reason: 'skal' })
  return (
    <Card heading={may.has('confirm') ? text.isItDone : text.howDidItGo} class="mb5" id="bekrafta">
      {may.has('confirm') && (
        <>
          <p>{text.isItDoneHelp}</p>
          <Form
            action={visit.href(`/arenden/${found.number}/bekrafta`)}
            hidden={{ _once: onceKey(), _version: String(found.version) }}
            class="mt3"
            enhance
          >
            <Button kind="primary" icon="check">
              {text.yesDone}
            </Button>
          </Form>
        </>
      )}
      {may.has('reopen') && (
        <div class="mt4">
          <More summary={text.notDone} open={reopen.refused}>
            <CaseForm visit={visit} found={found} deed="oppna" typed={reopen} submit={text.reopenCase}>
              <TextArea {...wired(reopen, 'skal')} label={text.whatIsMissing} rows={3} value={reopen.value('skal')} />
            </CaseForm>
          </More>
        </div>
      )}
      {may.has('rate') && (
        <div id="betyg" class={may.has('confirm') ? 'rule' : undefined}>
          {may.has('confirm') && <h3 class="t-lg">{text.howDidItGo}</h3>}
          <div class={may.has('confirm') ? 'mt3' : undefined}>
            <Rating
              lang={visit.lang}
              label={text.howDidItGo}
              action={visit.href(`/arenden/${found.number}/betyg`)}
              hidden={{ _once: onceKey() }}
              name="betyg"
              chosen={found.rating === null ? undefined : String(found.rating)}
              choices={[
                { value: '1', label: text.ratings[0], icon: 'frown' },
                { value: '2', label: text.ratings[1], icon: 'meh' },
                { value: '3', label: text.ratings[2], icon: 'smile' },
              ]}
            />
          </div>
        </div>
      )}
    </Card>
  )
}

/** The purchaser's question: what it costs, yes or no. */
export function ApprovalQuestion({ visit, found }: CustomerProps) {
  const { lang } = visit
  const text = deskText[lang]
  if (!found.may.includes('approve')) return null
  const rejected = typedIn(visit, 'avsla', { reason: 'skal' })
  return (
    <Card heading={text.waitsForYourYes} class="mb5" id="godkann">
      <p>
        {text.approveHelp(
          found.requester?.name ?? '',
          found.expectedOre === null ? null : kronor(BigInt(found.expectedOre), lang),
        )}
      </p>
      <div class="mt3">
        <Actions>
          <Form action={visit.href(`/arenden/${found.number}/godkann`)} hidden={{ _once: onceKey() }} enhance>
            <Button kind="primary" icon="check">
              {text.approveOrder}
            </Button>
          </Form>
        </Actions>
      </div>
      <div class="mt4">
        <More summary={text.sayNo} open={rejected.refused}>
          <CaseForm visit={visit} found={found} deed="avsla" typed={rejected} submit={text.reject} versioned={false}>
            <TextArea
              {...wired(rejected, 'skal')}
              label={text.whyReject}
              hint={text.whyRejectHint}
              rows={3}
              value={rejected.value('skal')}
            />
          </CaseForm>
        </More>
      </div>
    </Card>
  )
}

/** Taken back as long as nothing has been delivered. */
export function WithdrawCard({ visit, found }: CustomerProps) {
  const text = deskText[visit.lang]
  if (!found.may.includes('withdraw')) return null
  const typed = typedIn(visit, 'aterta', { reason: 'skal' })
  return (
    <More summary={text.withdrawCase} open={typed.refused}>
      <CaseForm visit={visit} found={found} deed="aterta" typed={typed} submit={text.withdrawCase}>
        <p>{text.withdrawHelp}</p>
        <TextArea {...wired(typed, 'skal')} label={text.whyWithdraw} optional rows={2} value={typed.value('skal')} />
      </CaseForm>
    </More>
  )
}
