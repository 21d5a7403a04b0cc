// The state of a wish as a tag, and where wishes stand.
import type { Visit } from '#platform/http/site'
import { Tag } from '#ui'
import type { Tone } from '#ui'
import type { NeedRow } from '../needs/contract.ts'
import { catalogueText } from '../text.ts'

export const path = '/onskemal'

const tones: Readonly<Record<NeedRow['state'], Tone>> = {
  open: 'info',
  draft_made: 'accent',
  answered: 'ok',
  declined: 'plain',
}

export const NeedState = ({ state, lang }: { readonly state: NeedRow['state']; readonly lang: Visit['lang'] }) => (
  <Tag tone={tones[state]}>{catalogueText[lang].needs.states[state]}</Tag>
)
