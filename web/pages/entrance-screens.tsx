// What a visitor sees before a seat is taken.
import { longDate } from '#basics/dates'
import type { Lang } from '#basics/lang'
import { Button, Card, Empty, ErrorSummary, Form, Icon, Notice, Progress, TextField } from '#ui'
import { entranceText } from './entrance-text.ts'

export interface OfferedSeat {
  readonly seatId: string
  readonly person: string
  readonly role: string
  readonly unit: string
}

export interface OfferedTenant {
  readonly slug: string
  readonly name: string
  readonly municipality: string
  readonly demonstration: boolean
  readonly today: Temporal.PlainDate
  readonly loadedCases: number
  readonly plannedCases: number
  readonly seats: readonly OfferedSeat[]
}

export function ChooserScreen({ lang, offices }: { readonly lang: Lang; readonly offices: readonly OfferedTenant[] }) {
  const words = entranceText[lang]
  if (offices.length === 0) return <Empty title={words.none} />
  return (
    <div class="stack">
      <h1>{offices.some((office) => office.demonstration) ? words.chooser : words.tenants}</h1>
      <p class="lead">{offices.some((office) => office.demonstration) ? words.chooserLead : words.tenantsLead}</p>
      {offices.map((office) => (
        <Office lang={lang} office={office} />
      ))}
    </div>
  )
}

function Office({ lang, office }: { readonly lang: Lang; readonly office: OfferedTenant }) {
  const words = entranceText[lang]
  const loading = office.loadedCases < office.plannedCases
  return (
    <Card heading={office.name} aside={office.municipality}>
      {office.demonstration && (
        <p class="office-day">
          <Icon name="calendar" />
          <span>
            {words.day} <b>{longDate(office.today, office.today.subtract({ years: 1 }), lang)}</b>.
          </span>
        </p>
      )}
      {loading && (
        <Progress
          lang={lang}
          id={`laddar-${office.slug}`}
          label={words.loading}
          done={office.loadedCases}
          total={office.plannedCases}
        />
      )}
      {office.demonstration ? (
        <ul class="seats">
          {office.seats.map((seat) => (
            <li>
              <Form action={`/${office.slug}/satt-dig`} hidden={{ seat: seat.seatId }}>
                <button class="seat" type="submit">
                  <Icon name="user" />
                  <span>
                    <b>{seat.role}</b>
                    <span class="mute">{seat.person}</span>
                    <span class="mute">{seat.unit}</span>
                  </span>
                  <Icon name="arrow-right" />
                </button>
              </Form>
            </li>
          ))}
        </ul>
      ) : (
        <p>
          <a href={`/${office.slug}/logga-in`}>{words.signIn}</a>
        </p>
      )}
    </Card>
  )
}

export function SignInScreen({
  lang,
  slug,
  name,
  problem,
  next,
  changed,
}: {
  /** Comes from having changed the password. */
  readonly changed?: boolean | undefined
  readonly lang: Lang
  readonly slug: string
  readonly name?: string
  readonly problem?: string
  readonly next: string
}) {
  const words = entranceText[lang]
  return (
    <div class="stack">
      <h1>{words.signIn}</h1>
      {changed && (
        <Notice tone="ok" live="status">
          {words.changed}
        </Notice>
      )}
      {problem && <ErrorSummary lang={lang} title={words.wrong} errors={[{ field: 'name', message: problem }]} />}
      <Form class="stack" action={`/${slug}/logga-in`} hidden={{ till: next }}>
        <TextField
          lang={lang}
          name="name"
          label={words.name}
          autocomplete="username"
          {...(name ? { value: name } : {})}
        />
        <TextField lang={lang} name="password" label={words.password} type="password" autocomplete="current-password" />
        <Button kind="primary">{words.signIn}</Button>
      </Form>
      <p>
        <a href={`/${slug}/nytt-losenord`}>{words.forgot}</a>
      </p>
    </div>
  )
}

export function AskResetScreen({
  lang,
  slug,
  sent,
  problem,
}: {
  readonly lang: Lang
  readonly slug: string
  readonly sent: boolean
  readonly problem?: string | undefined
}) {
  const words = entranceText[lang]
  return (
    <div class="stack">
      <h1>{words.resetTitle}</h1>
      {problem && <ErrorSummary lang={lang} errors={[{ field: 'name', message: problem }]} />}
      {sent ? (
        <Notice tone="ok" live="status">
          {words.resetSent}
        </Notice>
      ) : (
        <Form class="stack" action={`/${slug}/nytt-losenord`}>
          <p>{words.resetAsk}</p>
          <TextField lang={lang} name="name" label={words.name} autocomplete="username" />
          <Button kind="primary">{words.resetSend}</Button>
        </Form>
      )}
    </div>
  )
}

export function DeadLinkScreen({
  lang,
  slug,
  problem,
}: {
  readonly lang: Lang
  readonly slug: string
  readonly problem: string
}) {
  const words = entranceText[lang]
  return (
    <div class="stack">
      <h1>{words.resetTitle}</h1>
      <Notice tone="warn">{problem}</Notice>
      <p>
        <a href={`/${slug}/nytt-losenord`}>{words.askAgain}</a>
      </p>
    </div>
  )
}

export function ResetScreen({
  lang,
  slug,
  token,
  problem,
}: {
  readonly lang: Lang
  readonly slug: string
  readonly token: string
  readonly problem?: string
}) {
  const words = entranceText[lang]
  return (
    <div class="stack">
      <h1>{words.resetTitle}</h1>
      {problem && <ErrorSummary lang={lang} errors={[{ field: 'password', message: problem }]} />}
      <Form class="stack" action={`/${slug}/nytt-losenord/${token}`}>
        <TextField
          lang={lang}
          name="password"
          label={words.newPassword}
          hint={words.newPasswordHint}
          type="password"
          autocomplete="new-password"
          {...(problem ? { error: problem } : {})}
        />
        <Button kind="primary">{words.save}</Button>
      </Form>
    </div>
  )
}
