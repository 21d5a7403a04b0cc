// The words of the catalogue's notices to people.
import type { NoticeWords } from '#platform/notices'

const named = (facts: Readonly<Record<string, string>>): string => facts['title'] ?? ''

export const catalogueNotices: NoticeWords = {
  'service.sign_off_asked': {
    line: ({ code = '' }) => ({
      sv: `Din förvaltning ombeds skriva under tjänsten ${code}`,
      en: `Your administration is asked to sign the service ${code}`,
    }),
    href: ({ code = '' }) => `/tjanster/${encodeURIComponent(code)}#underskrifter`,
  },
  'need.answered': {
    line: (facts) => ({
      sv: `Önskemålet ”${named(facts)}” har blivit en tjänst`,
      en: `The wish “${named(facts)}” has become a service`,
    }),
    href: (_facts, needId) => `/onskemal/${needId}`,
  },
  'need.declined': {
    line: (facts) => ({
      sv: `Önskemålet ”${named(facts)}” har fått ett svar`,
      en: `The wish “${named(facts)}” has been answered`,
    }),
    href: (_facts, needId) => `/onskemal/${needId}`,
  },
}
