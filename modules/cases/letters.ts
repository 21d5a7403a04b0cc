// The letters of a case: receipt, done, answer, approval. Plain text, in the reader's language, each thing said once.
import { longMoment } from '#basics/dates'
import type { Lang } from '#basics/lang'
import { promiseVerb } from './words.ts'
import type { ClockKind } from './clock.ts'

export interface LetterFacts {
  readonly lang: Lang
  readonly number: string
  readonly title: string
  readonly office: string
  readonly link: string
  readonly now: Temporal.Instant
}

export interface PromiseTold {
  readonly kind: ClockKind
  readonly dueAt: Temporal.Instant
  readonly strive: boolean
}

interface Letter {
  readonly subject: string
  readonly body: string
}

const lines = (...parts: (string | false | null)[]): string =>
  parts.filter((part) => part !== false && part !== null).join('\n')

export function promiseLine(promise: PromiseTold, now: Temporal.Instant, lang: Lang): string {
  const strive = promise.strive ? (lang === 'sv' ? ' (det strävar vi efter)' : ' (we aim for it)') : ''
  return `${promiseVerb[promise.kind][lang]} ${longMoment(promise.dueAt, now, lang)}${strive}.`
}

export function receiptLetter(facts: LetterFacts, promises: readonly PromiseTold[], awaitingApproval: boolean): Letter {
  const { lang, number, title, link, office } = facts
  const promised = promises.map((promise) => promiseLine(promise, facts.now, lang))
  if (lang === 'sv')
    return {
      subject: `[${number}] Vi har tagit emot: ${title}`,
      body: lines(
        'Hej!',
        '',
        `Vi har tagit emot ”${title}”. Numret är ${number}.`,
        '',
        awaitingApproval
          ? 'Din beställare ska godkänna först. Löftet börjar räknas när det är godkänt, och då hör vi av oss.'
          : promised.length > 0
            ? promised.join('\n')
            : 'Inget löfte är angivet för det här, men du kan följa vad som händer.',
        '',
        `Följ ärendet: ${link}`,
        '',
        office,
      ),
    }
  return {
    subject: `[${number}] We have received: ${title}`,
    body: lines(
      'Hello!',
      '',
      `We have received “${title}”. The number is ${number}.`,
      '',
      awaitingApproval
        ? 'Your purchaser is to approve it first. The promise begins to count when it is approved.'
        : promised.length > 0
          ? promised.join('\n')
          : 'No promise is stated for this, but you can follow what happens.',
      '',
      `Follow the case: ${link}`,
      '',
      office,
    ),
  }
}

export function doneLetter(facts: LetterFacts, note: string | null, reopenDays: number): Letter {
  const { lang, number, title, link, office } = facts
  if (lang === 'sv')
    return {
      subject: `[${number}] Klart: ${title}`,
      body: lines(
        'Hej!',
        '',
        `”${title}” är klart.`,
        note && `\n${note}`,
        '',
        `Blev det inte som du tänkt? Öppna det igen inom ${reopenDays} dagar: ${link}`,
        '',
        office,
      ),
    }
  return {
    subject: `[${number}] Done: ${title}`,
    body: lines(
      'Hello!',
      '',
      `“${title}” is done.`,
      note && `\n${note}`,
      '',
      `Not as you meant? Reopen it within ${reopenDays} days: ${link}`,
      '',
      office,
    ),
  }
}

export function replyLetter(facts: LetterFacts, text: string): Letter {
  const { lang, number, title, link, office } = facts
  return {
    subject: `[${number}] ${title}`,
    body: lines(text, '', lang === 'sv' ? `Svara i ärendet: ${link}` : `Answer in the case: ${link}`, '', office),
  }
}

export function convertedLetter(facts: LetterFacts): Letter {
  const { lang, number, title, link, office } = facts
  if (lang === 'sv')
    return {
      subject: `[${number}] Ditt ärende blev ett önskemål: ${title}`,
      body: lines(
        'Hej!',
        '',
        `”${title}” är ett önskemål om ändring. Vi har stängt ärendet och lagt önskemålet hos beställarorganisationen, med ditt nummer på.`,
        '',
        `Följ det: ${link}`,
        '',
        office,
      ),
    }
  return {
    subject: `[${number}] Your case became a wish: ${title}`,
    body: lines(
      'Hello!',
      '',
      `“${title}” is a wish for change. We have closed the case and handed the wish, with your number on it, to the purchaser organisation.`,
      '',
      `Follow it: ${link}`,
      '',
      office,
    ),
  }
}
