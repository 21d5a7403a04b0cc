// The purchaser's orders to say yes or no to: who wants what, what it costs against one's limit, and when it falls. One
// click says yes; no needs its reason.
import { longMoment } from '#basics/dates'
import { onceKey } from '#platform/http/once'
import { idField, optional, shape, text as line } from '#platform/http/shape'
import { formDeed } from '#platform/http/site'
import type { Page, Visit } from '#platform/http/site'
import {
  Actions,
  Button,
  Card,
  Empty,
  ErrorSummary,
  Facts,
  Form,
  Hidden,
  LinkButton,
  LiveRegion,
  More,
  Notice,
  PageHead,
  TextArea,
} from '#ui'
import type { Fact } from '#ui'
import { decideOrder } from '../ask-purchaser.ts'
import { approvalQuestions } from '../portal-queries.ts'
import type { ApprovalQuestion } from '../portal-queries.ts'
import { refusalWords } from './case-form.tsx'
import { caseHref, dayWords } from './mine-words.tsx'
import { money } from './order-price.tsx'
import { portalText } from './portal-text.ts'

const path = '/godkannanden'

export const approvalsPage: Page = {
  path,
  access: 'case.approvals',
  async show(view, visit) {
    const { lang } = visit
    const text = portalText[lang]
    const questions = await approvalQuestions(view, lang)
    const mine = `person:${view.actor.personId ?? ''}`
    const answered = visit.attempt?.values['arende']?.[0]
    const shown = questions.some((one) => one.row.case_id === answered)
    const refused = visit.attempt && !shown ? visit.attempt.refusal.words[lang] : refusalWords(visit, null)
    return {
      title: text.approvals,
      layout: 'desk',
      current: 'approvals',
      topics: [mine],
      main: (
        <LiveRegion id="godkannanden" topics={[mine]}>
          <PageHead title={text.approvals} under={text.approvalsLead} />
          {refused && (
            <Notice tone="bad" live="alert" class="mb5">
              {refused}
            </Notice>
          )}
          {questions.length === 0 ? (
            <Empty
              title={text.nothingToApprove}
              icon="check"
              action={
                view.actor.customers.length > 0 ? (
                  <LinkButton href={visit.href('/kundens-arenden')}>{text.seeCustomers}</LinkButton>
                ) : undefined
              }
            >
              {text.nothingToApproveHelp}
            </Empty>
          ) : (
            <div class="stack g6 mw">
              {questions.map((question) => (
                <Question visit={visit} now={view.now} question={question} />
              ))}
            </div>
          )}
        </LiveRegion>
      ),
    }
  },
  deeds: {
    godkann: formDeed({
      access: 'case.approvals',
      body: shape({ arende: idField() }),
      run: (deed, { body }) => decideOrder(deed, { caseId: body.arende, outcome: 'approved' }),
      then: () => `${path}?klart=godkant`,
    }),
    avsla: formDeed({
      access: 'case.approvals',
      body: shape({ arende: idField(), skal: optional(line(2000)) }),
      run: (deed, { body }) => decideOrder(deed, { caseId: body.arende, outcome: 'rejected', reason: body.skal }),
      then: () => `${path}?klart=avslaget`,
    }),
  },
}

interface QuestionProps {
  readonly visit: Visit
  readonly now: Temporal.Instant
  readonly question: ApprovalQuestion
}

function Question({ visit, now, question }: QuestionProps) {
  const { lang } = visit
  const text = portalText[lang]
  const { row, lapseAt, deputyFor } = question
  return (
    <Card heading={row.title} aside={row.number}>
      {deputyFor && <p class="mb4">{text.deputyFor(deputyFor)}</p>}
      <Facts items={factsOf(question, now, visit)} />
      {lapseAt && (
        <p class="mt4">
          {text.answerBy} <b>{longMoment(lapseAt, now, lang)}</b>.
        </p>
      )}
      <div class="mt4">
        <Actions>
          <Form action={visit.href(`${path}/godkann`)} hidden={{ _once: onceKey(), arende: row.case_id }} enhance>
            <Button kind="primary" icon="check">
              {text.approve}
              <Hidden> {row.title}</Hidden>
            </Button>
          </Form>
          <LinkButton href={caseHref(visit, row)}>{text.readCase}</LinkButton>
        </Actions>
      </div>
      <div class="mt4">
        <Rejection visit={visit} question={question} />
      </div>
    </Card>
  )
}

function factsOf(
  { row, unit, limitOre, reason, askedAt, answers }: ApprovalQuestion,
  now: Temporal.Instant,
  visit: Visit,
): Fact[] {
  const { lang } = visit
  const text = portalText[lang]
  return [
    [text.who, [row.requester, unit].filter(Boolean).join(', ')],
    [text.what, row.service],
    ...answers.map((answer): Fact => [answer.label, answer.value]),
    [
      text.cost,
      row.expected_ore === null ? (
        <span class="mute">{text.costUnknown}</span>
      ) : (
        <b>{money(Number(row.expected_ore), lang)}</b>
      ),
    ],
    [text.yourLimit, limitOre === null ? text.noLimit : money(Number(limitOre), lang)],
    [text.why, text.reasons[reason] ?? reason],
    [text.asked, dayWords(askedAt, now, lang)],
  ]
}

function Rejection({ visit, question }: Omit<QuestionProps, 'now'>) {
  const { lang, attempt } = visit
  const text = portalText[lang]
  const { row } = question
  const id = `skal-${row.case_id}`
  const mine = attempt?.deed === 'avsla' && attempt.values['arende']?.[0] === row.case_id ? attempt : undefined
  const error = mine?.refusal.problems.find((problem) => problem.field === 'reason' || problem.field === 'skal')?.[lang]
  return (
    <More summary={text.reject} open={mine !== undefined}>
      <Form
        action={visit.href(`${path}/avsla`)}
        class="form tight"
        hidden={{ _once: onceKey(), arende: row.case_id }}
        enhance
      >
        <ErrorSummary lang={lang} level={3} errors={error ? [{ field: id, message: error }] : []} />
        <TextArea
          lang={lang}
          name="skal"
          id={id}
          label={text.rejectReason}
          hint={text.rejectHint}
          error={error}
          rows={3}
          value={mine?.values['skal']?.[0]}
        />
        <Actions>
          <Button small>{text.rejectSend}</Button>
        </Actions>
      </Form>
    </More>
  )
}
