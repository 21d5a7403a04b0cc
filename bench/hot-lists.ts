// The lists and pages that are opened all day, as the seats that open them: what the gate of plans asks for.
import type { SavedScene } from './saved-scene.ts'
import { commonWord, rareWord } from './words.ts'

export interface HotList {
  readonly name: string
  readonly seats: readonly string[]
  readonly path: string
}

const desk = ['alva', 'head']
const everyone = ['bo', 'alva', 'eva', 'head', 'ada']
const common = encodeURIComponent(commonWord)
const rare = encodeURIComponent(rareWord)

export function hotLists(scene: SavedScene, oneCase: { readonly id: string; readonly number: string }): HotList[] {
  const api = (name: string, seats: readonly string[], path: string): HotList => ({
    name,
    seats,
    path: `/api/v1${path}`,
  })
  const page = (name: string, seats: readonly string[], path: string): HotList => ({
    name,
    seats,
    path: `/${scene.tenant.slug}${path}`,
  })
  return [
    page('portal', everyone, '/'),
    page('queue', desk, '/arenden/ko'),
    page('queue by time', desk, '/arenden/ko?sort=-received'),
    page('queue, mine', desk, '/arenden/ko?ansvarig=jag'),
    page('queue, broken', desk, '/arenden/ko?lofte=brutet'),
    page('queue, searched', desk, `/arenden/ko?q=${common}`),
    api('queue', desk, '/cases/queue'),
    page('cases', everyone, '/arenden'),
    page('cases by promise', everyone, '/arenden?sort=due'),
    page('cases, closed', everyone, '/arenden?status=closed'),
    page('cases, searched', everyone, `/arenden?q=${rare}`),
    api('cases', everyone, '/cases'),
    page('mine', everyone, '/mina-arenden'),
    page('mine, finished', everyone, '/mina-arenden?visa=avslutade'),
    page('mine, searched', everyone, `/mina-arenden?q=${common}`),
    api('mine', everyone, '/cases/mine'),
    page('the customer’s cases', ['eva'], '/kundens-arenden'),
    page('the customer’s cases, searched', ['eva'], `/kundens-arenden?q=${common}`),
    page('approvals', everyone, '/godkannanden'),
    api('approvals', everyone, '/cases/approvals'),
    page('case', ['alva', 'head'], `/arenden/${oneCase.number}`),
    api('case', ['alva', 'head'], `/cases/${oneCase.id}`),
    api('timeline', ['alva', 'head'], `/cases/${oneCase.id}/timeline`),
    ...[common, rare, 'finnsinte', oneCase.number].map((word) => page('search', everyone, `/sok?q=${word}`)),
    ...[common, rare].map((word) => api('search', everyone, `/search?q=${word}`)),
    page('find', everyone, `/hitta?q=${common}`),
    page('services', everyone, '/tjanster'),
    page('service', everyone, '/tjanster/vaktmasteri'),
    page('people', ['ada'], '/organisation/personer'),
    page('people by name', ['ada'], '/organisation/personer?sok=anna'),
    page('people of a unit', ['ada'], `/organisation/personer?enhet=${scene.ids.unit['kontorsservice'] ?? ''}`),
    page('person', ['ada'], `/organisation/personer/${scene.ids.person.agent}`),
    page('people to choose', ['alva'], '/arenden/forslag/personer?q=anna'),
    page('cases to choose', ['alva'], `/arenden/forslag/arenden?q=${rare}`),
    page('units', everyone, '/organisation'),
    page('unit', ['ada'], `/organisation/enheter/${scene.ids.unit['kontorsservice'] ?? ''}`),
    page('customers', ['ada'], '/organisation/kunder'),
    page('notices', everyone, '/notiser'),
    page('outbox', ['ada'], '/utkorg'),
  ]
}
