// Furnishes a scene with one of everything that a route may be asked for: a case, a wish, a decision, a letter …, and says
// which id or code stands for which parameter of which route.
import type { Id } from '#basics/id'
import { act } from '#platform/act'
import { allFigures } from '#platform/figures'
import { tieFiles } from '#platform/files/tie'
import { post } from '#platform/notices'
import { noteOnCase, openCase } from '#cases'
import type { CastName, Scene } from '../world/scene.ts'
import type { ServedScene } from '../world/serve-scene.ts'
import type { Known } from './specimen.ts'

export interface Furnished {
  readonly caseId: Id
  readonly number: string
  /** What stands for the parameter or field `name` of the route at `path`. */
  known(path: string): Known
}

export async function furnish(scene: Scene, served: ServedScene): Promise<Furnished> {
  const { ids } = scene
  const made = async (name: CastName, path: string, json: unknown): Promise<Record<string, unknown>> => {
    const reply = await served.ask(name, { method: 'POST', path: `/api/v1${path}`, json })
    if (reply.statusCode >= 300) throw new Error(`furnish: ${path} answered ${reply.statusCode} ${reply.body}`)
    return reply.json<Record<string, unknown>>()
  }
  const idOf = (answer: Record<string, unknown>, key = 'id'): string => String(answer[key])
  const first = await oneCase(scene, 'Tavla i sal 2')
  const other = await oneCase(scene, 'Lampa i sal 3')
  const need = await made('employee', '/catalogue/needs', { kind: 'wish', title: 'Lånecyklar', body: 'Till möten' })
  const decision = await made('admin', '/decisions', {
    ...{ partyId: ids.party.namnd, decidedOn: '2012-03-01', section: '§ 12', title: 'Taxa', source: 'meeting' },
  })
  const property = await made('admin', '/properties', { designation: 'Kumla 3:1', name: 'Kommunhuset' })
  const withBuilding = await made('admin', `/properties/${idOf(property)}/buildings`, { name: 'Hus A' })
  const building = (withBuilding['buildings'] as { id: Id }[])[0]?.id ?? ''
  const withRoom = await made('admin', `/properties/${idOf(property)}/buildings/${building}/rooms`, { name: '201' })
  const room = (withRoom['buildings'] as { rooms: { id: Id }[] }[])[0]?.rooms[0]?.id ?? ''
  const agreement = await made('admin', '/agreements', {
    ...{ kind: 'agreement', name: 'Vaktmästeri', customerId: ids.customer.social, validFrom: '2012-01-01' },
  })
  const place = { unitId: ids.unit['kontorsservice'], title: 'Vaktmästare', sharePercent: 100, state: 'filled' }
  const position = await made('admin', '/organisation/posts', { ...place, from: '2012-01-01' })
  const view = await made('agent', '/views', { list: 'queue', name: 'Mina', query: 'status=new' })
  const lists = await served.ask('admin', { path: '/api/v1/catalogue/price-lists' })
  const units = await served.ask('admin', { path: '/api/v1/catalogue/counting-units' })
  const files = await paper(scene, first)
  const byName: Record<string, string> = {
    ...{ caseId: first.caseId, otherId: other.caseId, parentId: other.caseId, intoId: other.caseId },
    ...{ number: first.number, needId: idOf(need, 'needId'), decisionId: idOf(decision), agreementId: idOf(agreement) },
    ...{ propertyId: idOf(property), buildingId: building, roomId: room, viewId: idOf(view), postId: postId(position) },
    ...{ priceListId: lists.json<{ lists: { priceListId: Id }[] }>().lists[0]?.priceListId ?? '', ...files },
    ...{ personId: ids.person.agent2, assignmentId: ids.seat.agent2, mandateId: ids.seat.purchaser },
    ...{ customerId: ids.customer.social, partyId: ids.party.namnd, otherPartyId: ids.party.kommun },
    ...{ roleId: ids.role['agent'] ?? '', placeId: ids.place.kommunhuset, scheduleId: ids.schedule.kontor },
    ...{ systemId: ids.system['Heroma'] ?? '', promiseId: ids.promise['start'] ?? '', areaId: ids.area['it'] ?? '' },
    ...{ serviceId: ids.service['vaktmasteri'] ?? '', offeringId: ids.offering['pc'] ?? '', key: figureKey() },
    ...{ requestType: 'fastighet-fel', service: 'vaktmasteri', area: 'it', offering: 'pc', form: 'jobb', q: 'tavla' },
    countingUnitId: units.json<{ units: { countingUnitId: Id }[] }>().units[0]?.countingUnitId ?? '',
    ...{ measure: 'posts', versionNo: '1', lineNo: '1', deed: 'ta', list: 'cases', date: '2012-04-03' },
  }
  return {
    caseId: first.caseId,
    number: first.number,
    known: (path) => (name) => (name === 'code' ? codeAt(path) : (byName[name] ?? byKind(scene, name))),
  }
}

const figureKey = (): string => allFigures()[0]?.key ?? ''
const postId = (answer: Record<string, unknown>): string =>
  (answer['postId'] as Id | undefined) ?? (answer['posts'] as { postId: Id }[] | undefined)?.[0]?.postId ?? ''

/** A code means what stands before it in the address; a code in a body is to be a new one. */
function codeAt(path: string): string | undefined {
  if (path.startsWith('/tjanster/:code')) return 'vaktmasteri'
  if (path.startsWith('/katalog/formular/:code')) return 'jobb'
  if (path.startsWith('/katalog/arendetyper/:code')) return 'fastighet-fel'
  return path.includes('{code}') ? 'pc' : undefined
}

/** Fields named by what they point at: managerUnitId, mentorId, supplierPartyId … */
function byKind({ ids }: Scene, name: string): string | undefined {
  if (/unit(Id|Ids)?$/i.test(name)) return ids.unit['kontorsservice']
  if (/(person|mentor|deputy|owner)(Id|Ids)$/i.test(name) || name === 'onBehalfOf') return ids.person.colleague
  if (/party(Id|Ids)$/i.test(name)) return ids.party.social
  if (/place(Id|Ids)$/i.test(name)) return ids.place.masten
  if (/schedule(Id|Ids)$/i.test(name)) return ids.schedule.masten
  if (/customer(Id|Ids)$/i.test(name)) return ids.customer.social
  return undefined
}

async function oneCase(scene: Scene, text: string): Promise<{ caseId: Id; number: string }> {
  const { caseId } = await act(scene.stage, scene.tenant, await scene.actor('employee'), (deed) =>
    openCase(deed, {
      requestType: 'vaktmasteri-jobb',
      text,
      answers: { vad: text, plats: scene.ids.place.kommunhuset, flytt: 'nej' },
    }),
  )
  await act(scene.stage, scene.tenant, await scene.actor('agent'), (deed) =>
    noteOnCase(deed, { caseId, body: 'Nyckeln hänger i skåpet' }),
  )
  const row = await scene.peek((tx) =>
    tx.selectFrom('cases.case').select('number').where('case_id', '=', caseId).executeTakeFirstOrThrow(),
  )
  return { caseId, number: row.number ?? '' }
}

/** A letter and a file that lie in the case. */
async function paper(scene: Scene, about: { caseId: Id }): Promise<{ mailId: Id; fileId: Id }> {
  return act(scene.stage, scene.tenant, await scene.actor('employee'), async (deed) => {
    const letter = { toAddress: 'bo@provkoping.example', subject: 'Kvitto', body: 'Vi har fått ditt ärende.' }
    const mailId = await post(deed, { ...letter, personId: null, aboutKind: 'case', aboutId: about.caseId })
    const sent = { field: 'filer', name: 'bild.png', mediaType: 'image/png', sha256: 'a'.repeat(64), sizeBytes: 10 }
    const [fileId = ''] = await tieFiles(deed, [sent], 'case', about.caseId)
    return { mailId, fileId }
  })
}
