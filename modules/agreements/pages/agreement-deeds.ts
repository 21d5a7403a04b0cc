// What the forms of an agreement do.
import { refuse } from '#basics/refusal'
import { formDeed } from '#platform/http/site'
import { Type, nullable, optional, shape } from '#platform/http/shape'
import type { Static } from '#platform/http/shape'
import { ChangeAgreement, EndBody, LineBody } from '../contract.ts'
import { changeAgreement, endAgreement } from '../keep-agreements.ts'
import { addLine, changeLine, endLine } from '../keep-lines.ts'
import { agreementsText } from '../text.ts'

export const onPage = ({ agreementId }: { agreementId: string }): string =>
  `/overenskommelser/${agreementId}?klart=sparat`
export const idOf = (params: Readonly<Record<string, string>>): string => params['agreementId'] ?? ''

const { agreedVolumeThousandths: _volume, ...lineFields } = LineBody.properties
const Line = shape({
  ...lineFields,
  volume: optional(nullable(Type.Number({ minimum: 0, maximum: 1e9, description: 'As people write it: 12,5' }))),
})
const lineNo = { lineNo: Type.Integer({ minimum: 1, maximum: 100_000 }) }

function bodyOf({ volume, ...body }: Static<typeof Line>): Static<typeof LineBody> {
  if (volume == null) return body
  const thousandths = Math.round(volume * 1000)
  if (Math.abs(thousandths - volume * 1000) > 1e-6)
    refuse({
      code: 'too_fine',
      status: 422,
      field: 'volume',
      sv: agreementsText.sv.volumeWrong,
      en: agreementsText.en.volumeWrong,
    })
  return { ...body, agreedVolumeThousandths: thousandths }
}

const access = 'agreement.keep'
export const agreementDeeds = {
  '': formDeed({
    access,
    body: ChangeAgreement,
    run: (deed, { body, params, version }) => changeAgreement(deed, idOf(params), body, version),
    then: onPage,
  }),
  rader: formDeed({
    access,
    body: Line,
    run: (deed, { body, params, version }) => addLine(deed, idOf(params), bodyOf(body), version),
    then: onPage,
  }),
  rad: formDeed({
    access,
    body: shape({ ...Line.properties, ...lineNo }),
    run: (deed, { body: { lineNo: at, ...body }, params, version }) =>
      changeLine(deed, { agreementId: idOf(params), lineNo: at }, bodyOf(body), version),
    then: onPage,
  }),
  'rad-avsluta': formDeed({
    access,
    body: shape({ ...EndBody.properties, ...lineNo }),
    run: (deed, { body: { lineNo: at, ...body }, params, version }) =>
      endLine(deed, { agreementId: idOf(params), lineNo: at }, body, version),
    then: onPage,
  }),
  avsluta: formDeed({
    access,
    body: EndBody,
    run: (deed, { body, params, version }) => endAgreement(deed, idOf(params), body, version),
    then: onPage,
  }),
}
