// Every page the application has, with real parameters, as the people who would open it: the declared pages, the doors
// before a seat, what the rails of all seats lead to, and the states a page is seldom in – refused, empty, opened.
import { act } from '#platform/act'
import type { Deed } from '#platform/act'
import { askReset } from '#platform/identity/sessions'
import { deliverCase, openCase, pauseCase, startWork, takeCase } from '#cases'
import { allPages } from '../app/application.ts'
import { actorFor } from '../deep/bad-ground.ts'
import { furnish } from '../deep/furnish.ts'
import type { CastName } from '../world/scene.ts'
import type { Office } from './office.ts'

export interface Visited {
  readonly who: CastName | null
  /** Below the tenant; an address with `http` is whole. */
  readonly path: string
  /** A form is sent as it stands, so that it comes back refused. */
  readonly refuse?: string
}

/** A busy office: every state of a case, something to approve, letters, a figure, a draft form. */
export async function furnishPages(office: Office): Promise<readonly Visited[]> {
  const { scene, served } = office
  const furnished = await furnish(scene, served)
  await inEveryState(office)
  const pages: Visited[] = []
  for (const page of allPages().pages) {
    const known = furnished.known(page.path)
    const path = page.path.replaceAll(/:(\w+)/g, (_, name: string) => encodeURIComponent(known(name) ?? ''))
    pages.push({ who: await actorFor(scene, page.access), path })
  }
  const { number } = furnished
  return unique([
    ...pages,
    ...(await railsOf(office)),
    { who: null, path: '/nytt-losenord' },
    { who: null, path: `/nytt-losenord/${await linkOf(office)}` },
    { who: 'employee', path: '/finns-inte' },
    { who: 'employee', path: `/arenden/${number}?visa=brev` },
    { who: 'purchaser', path: '/kundens-arenden' },
    { who: 'purchaser', path: '/godkannanden', refuse: '/godkannanden/avsla' },
    { who: 'employee', path: '/mina-arenden?visa=alla' },
    { who: 'employee', path: '/hitta?q=dator' },
    { who: 'employee', path: '/hitta?q=xyzzyq' },
    { who: 'employee', path: '/bestall?slag=complaint&q=xyzzyq' },
    { who: 'employee', path: '/bestall/vaktmasteri-jobb', refuse: '/bestall/vaktmasteri-jobb' },
    { who: 'employee', path: '/bestall/ny-dator' },
    { who: 'employee', path: '/bestall/losenord' },
    { who: 'employee', path: '/tjanster?visa=lista' },
    { who: 'employee', path: '/tjanster?sok=xyzzyq' },
    { who: 'agent', path: '/arenden/ko?lofte=brutet' },
    { who: 'agent', path: '/arenden/ko?sok=xyzzyq' },
    { who: 'agent', path: `/arenden/${number}?skriv=internt` },
    ...['tilldela', 'lamna', 'pausa', 'leverera', 'fakta', 'folj', 'sammanfor', 'onskemal', 'underarende'].map(
      (form) => ({ who: 'agent' as const, path: `/arenden/${number}?gor=${form}` }),
    ),
    { who: 'agent', path: `/arenden/${number}?gor=pausa`, refuse: `/arenden/${number}/pausa` },
    { who: 'agent', path: '/sok?q=tavla' },
    { who: 'manager', path: '/enhetens-siffror' },
    { who: 'admin', path: '/organisation?del=allt' },
    { who: 'changeManager', path: '/katalog/formular/jobb?prova=1' },
  ])
}

async function linkOf({ scene }: Office): Promise<string> {
  const asked = await askReset(
    scene.floor,
    scene.tenant,
    { name: 'employee', from: '127.0.0.1' },
    scene.stage.clock?.() ?? Temporal.Now.instant(),
  )
  return asked?.token ?? ''
}

function unique(all: readonly Visited[]): readonly Visited[] {
  return [...new Map(all.toReversed().map((one) => [`${one.path} ${one.refuse ?? ''}`, one])).values()].toReversed()
}

/** What the rail of each seat leads to. */
async function railsOf({ scene, served }: Office): Promise<Visited[]> {
  const found: Visited[] = []
  const base = `/${scene.tenant.slug}`
  for (const [who, path] of [
    ['agent', '/arenden/ko'],
    ['itAgent', '/arenden'],
    ['manager', '/arenden/ko'],
    ['purchaser', '/godkannanden'],
    ['admin', '/organisation'],
    ['changeManager', '/katalog'],
    ['controller', '/siffror'],
  ] as const) {
    const { body } = await served.ask(who, { path })
    const rail = body.slice(body.indexOf('<nav class="rail"'), body.indexOf('<main'))
    for (const [, href = ''] of rail.matchAll(/<a [^>]*href="([^"#]+)/g))
      if (href.startsWith(`${base}/`)) found.push({ who, path: href.slice(base.length).replaceAll('&amp;', '&') })
  }
  return found
}

async function inEveryState({ scene }: Office): Promise<void> {
  const as = async <T>(name: CastName, verb: (deed: Deed) => Promise<T>): Promise<T> =>
    act(scene.stage, scene.tenant, await scene.actor(name), verb)
  const job = (vad: string) =>
    as('employee', (deed) =>
      openCase(deed, {
        requestType: 'vaktmasteri-jobb',
        answers: { vad, plats: scene.ids.place.masten, flytt: 'ja', antal: 3 },
      }),
    )
  const now = scene.stage.clock?.() ?? Temporal.Now.instant()
  const back = now.toZonedDateTimeISO('Europe/Stockholm').toPlainDateTime()
  scene.at(back.subtract({ days: 20 }).toString())
  await job('Löftet är brutet: flytta tre skåp')
  scene.at(back.subtract({ days: 2 }).toString())
  const waits = await job('Väntar på svar om vilken vägg')
  const done = await job('Klart och inte bekräftat')
  scene.at(back.toString())
  for (const { caseId } of [waits, done]) await as('agent', (deed) => takeCase(deed, { caseId }))
  await as('agent', (deed) => startWork(deed, { caseId: waits.caseId }))
  await as('agent', (deed) => pauseCase(deed, { caseId: waits.caseId, waitingFor: 'customer', reason: 'Vilken vägg?' }))
  await as('agent', (deed) => deliverCase(deed, { caseId: done.caseId, note: 'Skåpen står på plats.' }))
  await as('employee', (deed) => openCase(deed, { requestType: 'ny-dator', answers: { antal: 2 } }))
}

/** One page of each build: what `npm test` has time for. */
export function oneOfEach(pages: readonly Visited[]): readonly Visited[] {
  const wanted = [
    /^\/$/,
    /^\/hitta\?q=dator/,
    /^\/bestall\/vaktmasteri-jobb/,
    /\/kvitto$/,
    /^\/mina-arenden$/,
    /^\/tjanster\/vaktmasteri$/,
    /^\/tjanster\/vaktmasteri\/redigera/,
    /^\/arenden\/ko$/,
    /^\/arenden\/[^/?]+$/,
    /\?visa=brev$/,
    /\?gor=leverera$/,
    /^\/arenden\/nytt$/,
    /^\/enhetens-siffror$/,
    /^\/siffror\/[^/]+$/,
    /^\/godkannanden$/,
    /^\/organisation$/,
    /^\/organisation\/personer\/[^/]+$/,
    /^\/organisation\/scheman\/[^/]+$/,
    /^\/katalog\/formular\/jobb$/,
    /^\/konto$/,
    /^\/nytt-losenord$/,
  ]
  return wanted.map((form) => {
    const found = pages.findLast((page) => form.test(page.path))
    if (!found) throw new Error(`no page is at ${String(form)}`)
    return found
  })
}
