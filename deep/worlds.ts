// T-WORLDS: the same requests before and after something is laid that the seats may not know of – another tenant, another
// authority's cases, a circle's case. The answers are the same byte for byte: nothing leaks into a list, a count, a search,
// a suggestion, a figure, an export or the order of things. The clock stands still, so that nothing else changes.
import type { Pool } from 'pg'
import { readSheet } from 'read-excel-file/node'
import { act } from '#platform/act'
import type { Actor } from '#platform/actor'
import { within } from '#platform/db/floor'
import { tieFiles } from '#platform/files/tie'
import { noteOnCase, openCase, replyToCase, sendReceipt } from '#cases'
import type { OpenCase } from '#cases'
import { openScene } from '../world/scene.ts'
import type { CastName, Scene } from '../world/scene.ts'
import { serveScene } from '../world/serve-scene.ts'
import type { ServedScene } from '../world/serve-scene.ts'
import { sideBySide } from './bad-ground.ts'
import { furnish } from './furnish.ts'
import { layCases } from './matrix-cases.ts'
import type { Outcome } from './outcome.ts'
import { getRequests } from './worlds-requests.ts'

const seats = [
  ...(['employee', 'teacher', 'purchaser', 'coordinator', 'agent', 'itAgent'] as const),
  ...(['manager', 'changeManager', 'admin', 'controller', 'trainee'] as const),
]
/** A word that stands in what is hidden, its beginning, and with a letter wrong. */
const words = ['Hemlighuset', 'hemligh', 'hemlighusat', 'tavla']

/** `share` of all requests, spread over routes and seats. */
export async function worlds(appPool: Pool, share = 1): Promise<Outcome> {
  const scene = await openScene({ appPool })
  const served = await serveScene(scene)
  try {
    const { known } = await furnish(scene, served)
    await layCases(scene, await openScene({ appPool }))
    await admitToCircle(scene, 'colleague')
    const all = getRequests(scene, known, words).flatMap((path) => seats.map((who): Asked => ({ who, path })))
    const asked = all.filter((_, n) => share >= 1 || (n * 0.618_033_988_75) % 1 < share)
    const deviations: string[] = []
    let before = await answersTo(served, asked)
    // First nothing is laid: what differs then differs by itself, and the suite could not tell.
    for (const [what, lay] of Object.entries(hidden)) {
      await lay(scene, appPool)
      const after = await answersTo(served, asked)
      deviations.push(...differences(what, before, after))
      before = after
    }
    const found = [...before.values()].filter((answer) => answer.startsWith('200')).length
    return {
      figures: { worlds: Object.keys(hidden).length - 1, seats: seats.length, requests: asked.length, answered: found },
      deviations,
    }
  } finally {
    await served.close()
  }
}

const hidden: Readonly<Record<string, (scene: Scene, appPool: Pool) => Promise<void>>> = {
  'nothing at all': () => Promise.resolve(),
  'another tenant': layTenant,
  'another authority': layAuthority,
  'a circle': layCircle,
}

async function layTenant(_scene: Scene, appPool: Pool): Promise<void> {
  const stranger = await openScene({ appPool })
  const served = await serveScene(stranger)
  await furnish(stranger, served)
  await served.close()
  await layWhole(stranger, await stranger.actor('agent2'), byTelephone(stranger))
}

/** A question from outside that lies with the other authority: no customer of ours, nobody of ours. */
async function layAuthority(scene: Scene): Promise<void> {
  const { ids } = scene
  const reach = [ids.party.annan, ids.party.namnd]
  const caller = await scene.actor('otherAuthority')
  const outside = { name: 'Medborgare', address: 'medborgare@provkoping.example' }
  const provider = {
    provider_party_id: ids.party.annan,
    provider_unit_id: ids.unit['annan-utforare'] ?? '',
    information_owner_id: ids.party.annan,
  }
  await layWhole(
    scene,
    { ...caller, authorities: reach },
    { requestType: 'it-fraga', channel: 'telephone', outside },
    provider,
  )
}

async function layCircle(scene: Scene): Promise<void> {
  await layWhole(scene, await scene.actor('agent2'), { ...byTelephone(scene), circleId: scene.ids.circle })
}

const byTelephone = ({ ids }: Scene): OpenCase => ({
  ...{ requestType: 'vaktmasteri-jobb', channel: 'telephone', onBehalfOf: ids.person.colleague },
  answers: { vad: 'Tavla', plats: ids.place.kommunhuset, flytt: 'nej' },
})

interface Provider {
  readonly provider_party_id: string
  readonly provider_unit_id: string
  readonly information_owner_id: string
}

/** A case with all that may follow it: text, file, note, answer, letter. */
async function layWhole(scene: Scene, actor: Actor, what: OpenCase, provider?: Provider): Promise<void> {
  const caseId = await act(scene.stage, scene.tenant, actor, async (deed) => {
    const made = await openCase(deed, {
      ...what,
      title: 'Hemlighuset brinner',
      text: 'Hemlighuset vid Hemlighetsgatan',
    })
    const sent = {
      field: 'filer',
      name: 'hemlighuset.png',
      mediaType: 'image/png',
      sha256: 'b'.repeat(64),
      sizeBytes: 10,
    }
    await tieFiles(deed, [sent], 'case', made.caseId)
    if (provider) await deed.tx.updateTable('cases.case').set(provider).where('case_id', '=', made.caseId).execute()
    return made.caseId
  })
  const knowing = { ...actor, circles: [scene.ids.circle] }
  await act(scene.stage, scene.tenant, knowing, (deed) =>
    noteOnCase(deed, { caseId, body: 'Hemlighuset, en anteckning' }),
  )
  await act(scene.stage, scene.tenant, knowing, (deed) => replyToCase(deed, { caseId, body: 'Hemlighuset, ett svar' }))
  const system = { ...(await scene.system()), circles: [scene.ids.circle] }
  await act(scene.stage, scene.tenant, system, (deed) => sendReceipt(deed, caseId))
}

async function admitToCircle(scene: Scene, name: CastName): Promise<void> {
  const reader = {
    circle_id: scene.ids.circle,
    person_id: scene.ids.person[name],
    valid_from: Temporal.PlainDate.from('2010-01-01'),
  }
  await within(scene.floor, await scene.system(), false, (tx) =>
    tx
      .insertInto('platform.circle_reader')
      .values({ tenant_id: scene.tenant.tenantId, ...reader })
      .execute(),
  )
}

interface Asked {
  readonly who: CastName
  readonly path: string
}

async function answersTo(served: ServedScene, asked: readonly Asked[]): Promise<ReadonlyMap<string, string>> {
  const answers = new Map<string, string>()
  await sideBySide(asked, 4, async ({ who, path }) => {
    const { statusCode, headers, rawPayload } = await served.ask(who, { path })
    const told = [headers['content-type'], headers.etag, headers.location, headers['content-disposition']].join('|')
    const sheet = String(headers['content-type']).includes('spreadsheetml')
    const body = sheet ? JSON.stringify(await readSheet(rawPayload)) : masked(rawPayload.toString())
    answers.set(`${who} ${path}`, `${statusCode}|${told}|${body}`)
  })
  return answers
}

/** What is new in every answer by nature: the number of the request, the key of a form that is about to be sent. */
const masked = (text: string): string =>
  text.replaceAll(/name="_once" value="[^"]*"/g, 'name="_once"').replaceAll(/"trace":"[^"]*"/g, '"trace"')

/** Figures have one value: over the whole office and over a service they count every authority's cases (model.md §4). */
const countsAll = (asked: string): boolean => /omrade=(tenant|service):/.test(asked)

function differences(what: string, before: ReadonlyMap<string, string>, after: ReadonlyMap<string, string>): string[] {
  return [...before].flatMap(([asked, answer]) => {
    const now = after.get(asked) ?? ''
    if (now === answer || (what === 'another authority' && countsAll(asked))) return []
    let at = 0
    while (answer[at] === now[at]) at += 1
    return [`${asked} tells of ${what}: …${now.slice(Math.max(0, at - 60), at + 80).replaceAll(/\s+/g, ' ')}…`]
  })
}
