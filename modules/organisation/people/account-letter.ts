// The letter with the link by which a person chooses a password: an invitation, or help to somebody who has lost it.
import { longMoment } from '#basics/dates'
import type { Tenant } from '#platform/actor'

interface LetterFacts {
  readonly address: string
  readonly loginName: string | null
  readonly until: Temporal.Instant
  /** The first password, or another. */
  readonly first: boolean
}

const words = {
  sv: {
    first: {
      subject: 'Ditt konto hos {office}',
      opening: 'Du har fått ett konto hos {office}. Öppna länken och välj ett lösenord:',
    },
    again: {
      subject: 'Länk för nytt lösenord',
      opening: 'En administratör hos {office} har skickat en länk för nytt lösenord:',
    },
    name: 'Ditt inloggningsnamn är {name}.',
    until: 'Länken kan användas en gång, till och med {until}.',
    unexpected: 'Väntade du dig inte det här kan du slänga brevet.',
    hello: 'Hej!',
  },
  en: {
    first: {
      subject: 'Your account with {office}',
      opening: 'You have been given an account with {office}. Open the link and choose a password:',
    },
    again: {
      subject: 'Link for a new password',
      opening: 'An administrator of {office} has sent you a link for a new password:',
    },
    name: 'Your login name is {name}.',
    until: 'The link can be used once, until {until}.',
    unexpected: 'If you did not expect this, throw the letter away.',
    hello: 'Hello!',
  },
} as const

export function accountLetter(tenant: Tenant, facts: LetterFacts): { subject: string; body: string } {
  const lang = tenant.language
  const text = words[lang]
  const { subject, opening } = facts.first ? text.first : text.again
  const office = (line: string): string => line.replace('{office}', () => tenant.name)
  // The day in full: the letter may be read another day than it was written.
  const until = longMoment(facts.until, facts.until.subtract({ hours: 24 * 9 }), lang)
  const lines = [
    text.hello,
    `${office(opening)}\n${facts.address}`,
    [...(facts.loginName ? [text.name.replace('{name}', () => facts.loginName ?? '')] : []), text.until]
      .join('\n')
      .replace('{until}', () => until),
    text.unexpected,
  ]
  return { subject: office(subject), body: `${lines.join('\n\n')}\n` }
}
