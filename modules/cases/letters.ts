// The letters of a case: receipt, done, answer, approval. Plain text, in the reader's language, each thing said once.
import { longMoment } from '#basics/dates'
import type { Lang } from '#basics/lang'
import type { Words } from '#basics/refusal'
import { promiseVerb } from './words.ts'
import type { ClockKind } from './clock.ts'

export interface LetterFacts {
  readonly lang: Lang
  readonly number: string
  readonly title: string
  readonly office: string
  /** Null for somebody outside, who has no way in. */
  readonly link: string | null
  readonly now: Temporal.Instant
}

export interface PromiseTold {
  readonly kind: ClockKind
  readonly dueAt: Temporal.Instant
  readonly strive: boolean
}

export interface Letter {
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
        link === null ? 'Svara på det här brevet om du vill lägga till något.' : `Följ ärendet: ${link}`,
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
      link === null ? 'Answer this letter if you want to add something.' : `Follow the case: ${link}`,
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
        link === null
          ? 'Blev det inte som du tänkt? Svara på det här brevet.'
          : `Hur gick det? Ge ett betyg med ett klick: ${link}#betyg\n\nBlev det inte som du tänkt? Öppna det igen inom ${reopenDays} dagar: ${link}`,
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
      link === null
        ? 'Not as you meant? Answer this letter.'
        : `How did it go? Rate it with one click: ${link}#betyg\n\nNot as you meant? Reopen it within ${reopenDays} days: ${link}`,
      '',
      office,
    ),
  }
}

export function replyLetter(facts: LetterFacts, text: string): Letter {
  const { lang, number, title, link, office } = facts
  return {
    subject: `[${number}] ${title}`,
    body: lines(
      text,
      '',
      link && (lang === 'sv' ? `Svara i ärendet: ${link}` : `Answer in the case: ${link}`),
      link && '',
      office,
    ),
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
        link && `Följ det: ${link}`,
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
      link && `Follow it: ${link}`,
      '',
      office,
    ),
  }
}

const approvalSaid: Readonly<
  Record<'asked' | 'reminded' | 'approved' | 'rejected' | 'lapsed', { subject: Words; line: Words }>
> = {
  asked: {
    subject: { sv: 'Väntar på ditt godkännande', en: 'Waits for your approval' },
    line: { sv: 'väntar på att du säger ja eller nej.', en: 'waits for your yes or no.' },
  },
  reminded: {
    subject: { sv: 'Påminnelse: väntar på ditt godkännande', en: 'Reminder: waits for your approval' },
    line: { sv: 'väntar fortfarande på att du säger ja eller nej.', en: 'still waits for your yes or no.' },
  },
  approved: {
    subject: { sv: 'Godkänt', en: 'Approved' },
    line: { sv: 'är godkänt. Löftet räknas från nu.', en: 'is approved. The promise counts from now.' },
  },
  rejected: {
    subject: { sv: 'Avslaget', en: 'Rejected' },
    line: { sv: 'godkändes inte.', en: 'was not approved.' },
  },
  lapsed: {
    subject: { sv: 'Ingen godkände i tid', en: 'Nobody approved in time' },
    line: {
      sv: 'föll, eftersom ingen svarade i tid. Tala med din beställare och beställ igen.',
      en: 'fell, because nobody answered in time. Talk to your purchaser and order again.',
    },
  },
}

export function approvalLetter(
  facts: LetterFacts,
  what: keyof typeof approvalSaid,
  told: { readonly promised: readonly PromiseTold[]; readonly reason: string | null },
): Letter {
  const { lang, number, title, link, office } = facts
  const { subject, line } = approvalSaid[what]
  const quoted = lang === 'sv' ? `”${title}”` : `“${title}”`
  const answers = what === 'asked' || what === 'reminded'
  const way = answers ? { sv: 'Svara här', en: 'Answer here' } : { sv: 'Följ ärendet', en: 'Follow the case' }
  return {
    subject: `[${number}] ${subject[lang]}: ${title}`,
    body: lines(
      lang === 'sv' ? 'Hej!' : 'Hello!',
      '',
      `${quoted} ${line[lang]}`,
      ...told.promised.map((promise) => promiseLine(promise, facts.now, lang)),
      what === 'rejected' && told.reason !== null && told.reason,
      '',
      link && `${way[lang]}: ${link}`,
      '',
      office,
    ),
  }
}
