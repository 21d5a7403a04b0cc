// What the forms of a case do. Each runs the verb that the API runs, and leads back to the case; a hand-over that takes the
// case out of sight leads to the queue.
import type { Id } from '#basics/id'
import { forbidden, refuse } from '#basics/refusal'
import { may } from '#platform/access'
import type { Deed } from '#platform/act'
import { idField, nullable, oneOf, optional, shape, text, Type } from '#platform/http/shape'
import type { TSchema } from '#platform/http/shape'
import { formDeed } from '#platform/http/site'
import type { FormDeed, FormInput, SentFile } from '#platform/http/site'
import { decideOrder } from '../ask-purchaser.ts'
import { priorities, spokenChannels, waitingFor } from '../case.ts'
import { changeFacts, changePriority, withdrawCase } from '../change-case.ts'
import { changeCustomer, changeRequest } from '../change-request.ts'
import { convertToWish } from '../convert-case.ts'
import { confirmCase, deliverCase, rateCase, reopenCase } from '../deliver-case.ts'
import { caseNamed } from '../desk-choices.ts'
import { addWatcher, mergeCase, relateCases, removeWatcher, setParent, undoMerge } from '../link-cases.ts'
import { openCase } from '../open-case.ts'
import { pauseCase, resumeCase } from '../pause-case.ts'
import { readCase } from '../queries.ts'
import { assignCase, handOverCase, startWork, takeCase } from '../take-case.ts'
import { noteOnCase, replyToCase, writeDown, writeInCase } from '../write-message.ts'
import { CasePick, OptionalCasePick, PersonPick, pickCase, pickPerson, readQuantity } from './case-picks.ts'

const NoFields = shape({})
const Reason = shape({ skal: text(2000) })
const MaybeReason = shape({ skal: optional(text(2000)) })
/** Files arrive beside the fields; the name of their input is not a field of the deed. */
const Written = shape({
  text: text(20000),
  sen: optional(oneOf(['leverera', 'leverera-mangd'])),
  filer: optional(Type.Unknown()),
})

interface Facts<S extends TSchema, R> {
  readonly access: string
  readonly body: S
  /** The address after; the case itself with `?klart=` otherwise. */
  readonly then?: (result: R, number: string) => string
  /** The word of the flash: a code of the shell. */
  readonly done?: string
  run(deed: Deed, caseId: Id, input: FormInput<S>): Promise<R>
}

function onCase<S extends TSchema, R>({ access, body, then, done = 'sparat', run }: Facts<S, R>): FormDeed {
  return formDeed({
    access,
    body,
    run: async (deed, input) => run(deed, (await caseNamed(deed, input.params['number'] ?? '')).caseId, input),
    then: (result, visit) => {
      const number = visit.params['number'] ?? ''
      return then ? then(result, number) : `/arenden/${number}?klart=${done}`
    },
  })
}

const files = (input: { files: readonly SentFile[] }): readonly SentFile[] =>
  input.files.filter((file) => file.field === 'filer')
const seen = (input: { version: number }): number => input.version

const working: Readonly<Record<string, FormDeed>> = {
  ta: onCase({ access: 'case.take', body: NoFields, done: 'taget', run: (deed, caseId) => takeCase(deed, { caseId }) }),
  borja: onCase({
    access: 'case.start',
    body: NoFields,
    run: (deed, caseId, input) => startWork(deed, { caseId, version: seen(input) }),
  }),
  pausa: onCase({
    access: 'case.pause',
    body: shape({ vantar: oneOf(waitingFor), skal: text(2000) }),
    done: 'pausat',
    run: (deed, caseId, input) =>
      pauseCase(deed, { caseId, waitingFor: input.body.vantar, reason: input.body.skal, version: seen(input) }),
  }),
  fortsatt: onCase({
    access: 'case.resume',
    body: NoFields,
    done: 'igang',
    run: (deed, caseId, input) => resumeCase(deed, { caseId, version: seen(input) }),
  }),
  tilldela: onCase({
    access: 'case.assign',
    body: shape({ person: nullable(idField()), skal: optional(text(2000)) }),
    run: (deed, caseId, input) =>
      assignCase(deed, { caseId, personId: input.body.person, reason: input.body.skal, version: seen(input) }),
  }),
  lamna: onCase({
    access: 'case.hand_over',
    body: shape({ enhet: idField(), linje: oneOf(['1', '2', '3']), skal: text(2000) }),
    run: async (deed, caseId, input) => {
      await handOverCase(deed, {
        caseId,
        unitId: input.body.enhet,
        line: Number(input.body.linje),
        reason: input.body.skal,
        version: seen(input),
      })
      return deed.actor.unitIds.includes(input.body.enhet)
    },
    then: (stillOurs, number) => (stillOurs ? `/arenden/${number}?klart=lamnat` : '/arenden/ko?klart=lamnat'),
  }),
  leverera: onCase({
    access: 'case.deliver',
    body: shape({ erbjudande: optional(nullable(idField())), mangd: optional(text(20)), not: optional(text(2000)) }),
    done: 'levererat',
    run: (deed, caseId, input) =>
      deliverCase(deed, {
        caseId,
        offeringId: input.body.erbjudande ?? null,
        quantityThousandths: readQuantity(input.body.mangd, 'mangd'),
        note: input.body.not,
        version: seen(input),
      }),
  }),
  svara: onCase({
    access: 'case.reply',
    body: Written,
    run: async (deed, caseId, input) => {
      await replyToCase(deed, { caseId, body: input.body.text, files: files(input) })
      if (input.body.sen === 'leverera') await deliverCase(deed, { caseId })
      return input.body.sen
    },
    // What is counted is asked for before it is delivered; the reply has gone.
    then: (next, number) =>
      `/arenden/${number}?${next === 'leverera-mangd' ? 'gor=leverera&klart=skickat' : `klart=${next === 'leverera' ? 'levererat' : 'skickat'}`}`,
  }),
  ringde: onCase({
    access: 'case.write_down',
    body: shape({ kanal: oneOf(spokenChannels), text: text(20000), filer: optional(Type.Unknown()) }),
    run: (deed, caseId, input) =>
      writeDown(deed, { caseId, body: input.body.text, channel: input.body.kanal, files: files(input) }),
  }),
  anteckna: onCase({
    access: 'case.note',
    body: Written,
    run: (deed, caseId, input) => noteOnCase(deed, { caseId, body: input.body.text, files: files(input) }),
  }),
}

const keeping: Readonly<Record<string, FormDeed>> = {
  prioritet: onCase({
    access: 'case.change_priority',
    body: shape({ prioritet: oneOf(priorities), skal: text(2000) }),
    run: (deed, caseId, input) =>
      changePriority(deed, { caseId, priority: input.body.prioritet, reason: input.body.skal, version: seen(input) }),
  }),
  fakta: onCase({
    access: 'case.change_facts',
    body: shape({
      rubrik: text(200),
      kategori: nullable(text(80)),
      plats: nullable(idField()),
      rum: nullable(idField()),
      system: nullable(idField()),
    }),
    run: (deed, caseId, input) =>
      changeFacts(deed, {
        caseId,
        title: input.body.rubrik,
        category: input.body.kategori,
        placeId: input.body.plats,
        roomId: input.body.rum,
        systemId: input.body.system,
        version: seen(input),
      }),
  }),
  arendetyp: onCase({
    access: 'case.change_facts',
    body: shape({ typ: text(60), skal: text(2000) }),
    run: (deed, caseId, input) =>
      changeRequest(deed, {
        caseId,
        requestType: input.body.typ,
        reason: input.body.skal,
        version: seen(input),
      }),
  }),
  kund: onCase({
    access: 'case.change_facts',
    body: shape({ enhet: idField(), skal: text(2000) }),
    run: (deed, caseId, input) =>
      changeCustomer(deed, { caseId, unitId: input.body.enhet, reason: input.body.skal, version: seen(input) }),
  }),
  folj: onCase({
    access: 'case.watch',
    body: shape({ val: PersonPick }),
    run: async (deed, caseId, { body }) =>
      addWatcher(deed, { caseId, personId: await pickPerson(deed, body.val, 'val.person') }),
  }),
  'sluta-folja': onCase({
    access: 'case.watch',
    body: shape({ person: idField() }),
    run: (deed, caseId, { body }) => removeWatcher(deed, { caseId, personId: body.person }),
  }),
  lanka: onCase({
    access: 'case.relate',
    body: shape({ val: CasePick }),
    run: async (deed, caseId, { body }) =>
      relateCases(deed, { caseId, otherId: await pickCase(deed, body.val, 'val.arende'), related: true }),
  }),
  avlanka: onCase({
    access: 'case.relate',
    body: shape({ arende: idField() }),
    run: (deed, caseId, { body }) => relateCases(deed, { caseId, otherId: body.arende, related: false }),
  }),
  huvudarende: onCase({
    access: 'case.set_parent',
    body: shape({ val: OptionalCasePick, lyft: optional(oneOf(['ja'])) }),
    run: async (deed, caseId, input) =>
      setParent(deed, {
        caseId,
        parentId: input.body.lyft === 'ja' ? null : await pickCase(deed, input.body.val, 'val.arende'),
        version: seen(input),
      }),
  }),
  underarende: onCase({
    access: 'case.set_parent',
    body: shape({ typ: text(60), text: text(20000) }),
    run: async (deed, caseId, { body }) => {
      const parent = await readCase(deed, { caseId }, 'sv')
      if (!may(deed.actor, 'case.register')) forbidden('case.register')
      if (!parent.requester)
        refuse({
          code: 'no_requester',
          status: 409,
          sv: 'Ärendet kom utifrån och har ingen beställare. Registrera ett nytt ärende i stället.',
          en: 'The case came from outside and has no requester. Register a new case instead.',
        })
      return openCase(deed, {
        requestType: body.typ,
        text: body.text,
        channel: parent.channel,
        onBehalfOf: parent.requester.id,
        parentId: caseId,
      })
    },
  }),
  sammanfor: onCase({
    access: 'case.merge',
    body: shape({ val: CasePick }),
    run: async (deed, caseId, input) =>
      (
        await mergeCase(deed, {
          caseId,
          intoId: await pickCase(deed, input.body.val, 'val.arende'),
          version: seen(input),
        })
      ).caseId,
    then: (into) => `/arenden/${into}?klart=sparat`,
  }),
  'angra-sammanforing': onCase({
    access: 'case.undo_merge',
    body: NoFields,
    run: (deed, caseId) => undoMerge(deed, { caseId }),
  }),
  onskemal: onCase({
    access: 'case.convert',
    body: shape({ rubrik: text(200) }),
    run: (deed, caseId, input) => convertToWish(deed, { caseId, title: input.body.rubrik, version: seen(input) }),
  }),
}

const asking: Readonly<Record<string, FormDeed>> = {
  skriv: onCase({
    access: 'case.write',
    body: Written,
    done: 'skickat',
    run: (deed, caseId, input) => writeInCase(deed, { caseId, body: input.body.text, files: files(input) }),
  }),
  bekrafta: onCase({
    access: 'case.confirm',
    body: NoFields,
    done: 'stangt',
    run: (deed, caseId, input) => confirmCase(deed, { caseId, version: seen(input) }),
  }),
  oppna: onCase({
    access: 'case.reopen',
    body: Reason,
    done: 'oppnat',
    run: (deed, caseId, input) => reopenCase(deed, { caseId, reason: input.body.skal, version: seen(input) }),
  }),
  aterta: onCase({
    access: 'case.withdraw',
    body: MaybeReason,
    done: 'atertaget',
    run: (deed, caseId, input) => withdrawCase(deed, { caseId, reason: input.body.skal, version: seen(input) }),
  }),
  betyg: onCase({
    access: 'case.rate',
    body: shape({ betyg: oneOf(['1', '2', '3']), kommentar: optional(text(2000)) }),
    done: 'betyg',
    run: (deed, caseId, { body }) => rateCase(deed, { caseId, score: Number(body.betyg), comment: body.kommentar }),
  }),
  godkann: onCase({
    access: 'case.approvals',
    body: MaybeReason,
    then: () => '/godkannanden?klart=godkant',
    run: (deed, caseId, { body }) => decideOrder(deed, { caseId, outcome: 'approved', reason: body.skal }),
  }),
  avsla: onCase({
    access: 'case.approvals',
    body: Reason,
    then: () => '/godkannanden?klart=avslaget',
    run: (deed, caseId, { body }) => decideOrder(deed, { caseId, outcome: 'rejected', reason: body.skal }),
  }),
}

export const caseForms: Readonly<Record<string, FormDeed>> = { ...working, ...keeping, ...asking }
