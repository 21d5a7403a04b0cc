// Half a year of a small office for tests of figures: kept and broken promises, pauses by customer and supplier, cases
// reopened, withdrawn, rated, moved to another unit, still open, and some that no figure may count.
import type { Id } from '#basics/id'
import { act } from '#platform/act'
import type { Deed } from '#platform/act'
import type { CastName, Scene } from '../../world/scene.ts'
import { withdrawCase } from './change-case.ts'
import { confirmCase, deliverCase, rateCase, reopenCase } from './deliver-case.ts'
import { openCase } from './open-case.ts'
import type { OpenCase } from './open-case.ts'
import { pauseCase, resumeCase } from './pause-case.ts'
import { startWork, takeCase } from './take-case.ts'
import { writeInCase } from './write-message.ts'

export interface Teller {
  as<T>(name: CastName, at: string, verb: (deed: Deed) => Promise<T>): Promise<T>
  open(name: CastName, at: string, input: OpenCase): Promise<Id>
}

export function tellerOf(scene: Scene): Teller {
  const as: Teller['as'] = async (name, at, verb) => {
    scene.at(at)
    return act(scene.stage, scene.tenant, await scene.actor(name), verb, { silent: true })
  }
  return { as, open: async (name, at, input) => (await as(name, at, (deed) => openCase(deed, input))).caseId }
}

const job = (scene: Scene, text: string): OpenCase => ({
  requestType: 'vaktmasteri-jobb',
  answers: { vad: text, plats: scene.ids.place.kommunhuset, flytt: 'nej' },
})

/** What a scene lacks for every figure to have something to count: a promise to be done, standard services, moves. */
async function layWhatIsCounted(scene: Scene): Promise<void> {
  const { tenantId: tenant_id } = scene.tenant
  await act(scene.stage, scene.tenant, await scene.system(), async ({ tx, newId }) => {
    await tx
      .insertInto('catalogue.promise')
      .values({
        tenant_id,
        promise_id: newId(),
        version_no: 1,
        service_id: scene.ids.service['it-stod'] ?? null,
        clock_kind: 'done',
        amount: 2,
        unit: 'working_days',
        strength: 'binding',
        target_share_thousandths: 900,
        name_sv: 'Klart inom två arbetsdagar',
        name_en: 'Done within two working days',
        valid_from: Temporal.PlainDate.from('2010-01-01'),
        origin: 'demonstration',
      })
      .execute()
    for (const [code, standard] of [
      ['vaktmasteri', 'standard'],
      ['dator', 'adapted'],
    ] as const)
      await tx
        .updateTable('catalogue.service_version')
        .set({
          standard,
          adapted_from_service_id: standard === 'adapted' ? (scene.ids.service['vaktmasteri'] ?? null) : null,
        })
        .where('tenant_id', '=', tenant_id)
        .where('service_id', '=', scene.ids.service[code] ?? '')
        .execute()
    await tx
      .updateTable('catalogue.request_type')
      .set({ need_type: 'move' })
      .where('tenant_id', '=', tenant_id)
      .where('code', '=', 'ny-dator')
      .execute()
  })
}

/** From April to September 2012; ends with the clock at 3 October 10.00. */
export async function tellHalfAYear(scene: Scene): Promise<void> {
  await layWhatIsCounted(scene)
  const { as, open } = tellerOf(scene)
  for (const [n, month] of ['04', '05', '06', '08', '09'].entries()) {
    const day = (d: string, time: string) => `2012-${month}-${d}T${time}`
    const inTime = await open('employee', day('03', '09:00'), job(scene, `Tavla ${month}`))
    await as('agent', day('04', '09:10'), (deed) => takeCase(deed, { caseId: inTime }))
    await as('agent', day('04', '13:00'), (deed) => startWork(deed, { caseId: inTime }))
    await as('agent', day('05', '10:15'), (deed) => deliverCase(deed, { caseId: inTime, quantityThousandths: 1500 }))
    await as('employee', day('05', '14:00'), (deed) => rateCase(deed, { caseId: inTime, score: n === 2 ? 1 : 3 }))
    const late = await open('teacher', day('10', '08:05'), job(scene, `Flytta hyllor ${month}`))
    await as('agent2', day(n < 3 ? '18' : '12', '08:00'), (deed) => takeCase(deed, { caseId: late }))
    await as('agent2', day('20', '08:30'), (deed) => startWork(deed, { caseId: late }))
    await as('agent2', day('24', '15:00'), (deed) => deliverCase(deed, { caseId: late, quantityThousandths: 3000 }))
    if (n % 2 === 0) await as('teacher', day('25', '07:50'), (deed) => confirmCase(deed, { caseId: late }))
    const printer = await open('employee', day('12', '16:50'), { requestType: 'utskrift', text: `Skrivaren ${month}` })
    if (n < 4) {
      await as('itAgent', day('13', '08:00'), (deed) => startWork(deed, { caseId: printer }))
      await as('employee', day('13', '09:00'), (deed) =>
        writeInCase(deed, { caseId: printer, body: 'Nu blinkar den.' }),
      )
      await as('itAgent', day('13', '11:00'), (deed) => deliverCase(deed, { caseId: printer }))
    }
  }
  await tellTurns(scene)
  scene.at('2012-10-03T10:00')
}

async function tellTurns(scene: Scene): Promise<void> {
  const { as, open } = tellerOf(scene)
  const paused = await open('employee', '2012-09-10T09:00', job(scene, 'Bord till möte'))
  await as('agent', '2012-09-10T10:00', (deed) => takeCase(deed, { caseId: paused }))
  await as('agent', '2012-09-11T10:00', (deed) =>
    pauseCase(deed, { caseId: paused, waitingFor: 'supplier', reason: 'Väntar på bordsben' }),
  )
  await as('agent', '2012-09-17T10:00', (deed) => resumeCase(deed, { caseId: paused }))
  const waiting = await open('teacher', '2012-09-19T09:00', job(scene, 'Skåp till sal 3'))
  await as('agent', '2012-09-19T10:00', (deed) =>
    pauseCase(deed, { caseId: waiting, waitingFor: 'customer', reason: 'Vilken sal?' }),
  )
  const again = await open('colleague', '2012-09-05T09:00', job(scene, 'Laga stol'))
  await as('agent', '2012-09-06T09:00', (deed) => startWork(deed, { caseId: again }))
  await as('agent', '2012-09-06T10:00', (deed) => deliverCase(deed, { caseId: again }))
  await as('colleague', '2012-09-07T10:00', (deed) => reopenCase(deed, { caseId: again, reason: 'Den gick sönder' }))
  const gone = await open('employee', '2012-09-20T09:00', job(scene, 'Behövs inte'))
  await as('employee', '2012-09-20T11:00', (deed) => withdrawCase(deed, { caseId: gone }))
  await open('employee', '2012-09-24T09:00', {
    requestType: 'losenord',
    answers: { system: scene.ids.system['Heroma'] ?? '' },
  })
  await open('teacher', '2012-09-25T09:00', { requestType: 'fastighet-fel', text: 'Elementet är kallt' })
  await open('employee', '2012-09-26T09:00', { requestType: 'it-fraga', text: 'Kan jag låna en projektor?' })
  await open('purchaser', '2012-09-26T10:00', { requestType: 'ny-dator', answers: { antal: '1' } })
  const secret = { channel: 'telephone', onBehalfOf: scene.ids.person.employee, circleId: scene.ids.circle } as const
  await open('agent2', '2012-09-27T09:00', { ...job(scene, 'Skyddat'), ...secret })
}
