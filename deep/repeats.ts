// T-REPEAT: posts that are repeated, cut off by the caller and come in any order, to the API and to the form. As many
// effects as keys; the same key with another body is refused.
import { randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import type { AddressInfo } from 'node:net'
import type { Pool } from 'pg'
import { openScene } from '../world/scene.ts'
import type { CastName, Scene } from '../world/scene.ts'
import { serveScene } from '../world/serve-scene.ts'
import { sideBySide } from './bad-ground.ts'
import type { Outcome } from './outcome.ts'

/** One thing that somebody wants done, however often it is sent. */
interface Wish {
  readonly key: string
  readonly who: CastName
  readonly form: boolean
  /** What was answered, each time it was. */
  readonly answers: Set<string>
}

interface Post {
  readonly wish: Wish
  readonly how: 'send' | 'cut off' | 'another body'
}

const callers: readonly CastName[] = ['employee', 'colleague', 'teacher', 'coordinator']

export async function repeats(appPool: Pool, posts: number): Promise<Outcome> {
  const scene = await openScene({ appPool })
  const served = await serveScene(scene)
  await served.server.listen({ port: 0, host: '127.0.0.1' })
  const { port } = served.server.server.address() as AddressInfo
  const base = `http://127.0.0.1:${port}`
  try {
    const wishes = Array.from({ length: Math.ceil(posts / 5) }, (_, n): Wish => {
      return { key: `k${randomUUID()}`, who: callers[n % callers.length]!, form: n % 2 === 1, answers: new Set() }
    })
    const cookies = new Map<CastName, string>()
    for (const who of callers) cookies.set(who, await served.cookieOf(who))
    const sender = new Sender(base, scene, cookies)
    await sideBySide(plan(wishes, posts), 12, (post) => sender.send(post))
    // Whoever was cut off each time asks once more and waits for the answer.
    await sideBySide(wishes, 12, (wish) => sender.send({ wish, how: 'send' }))
    await sideBySide(some(wishes), 12, (wish) => sender.send({ wish, how: 'another body' }))
    return await judge(scene, wishes, sender)
  } finally {
    await served.close()
  }
}

const some = (wishes: readonly Wish[]): readonly Wish[] => wishes.filter((_, n) => n % 4 < 2)

/** All posts but the last ones, shuffled: the fifth time of one may come before the first of another. */
function plan(wishes: readonly Wish[], posts: number): readonly Post[] {
  const left = posts - wishes.length - some(wishes).length
  return Array.from({ length: left }, (_, n): Post => {
    const wish = wishes[n % wishes.length]!
    return { wish, how: Math.random() < 0.3 ? 'cut off' : 'send' }
  })
    .map((post) => [Math.random(), post] as const)
    .toSorted(([a], [b]) => a - b)
    .map(([, post]) => post)
}

class Sender {
  readonly counts = { posts: 0, 'cut off': 0, refused: 0 }
  readonly deviations: string[] = []
  readonly #base: string
  readonly #scene: Scene
  readonly #cookies: ReadonlyMap<CastName, string>

  constructor(base: string, scene: Scene, cookies: ReadonlyMap<CastName, string>) {
    this.#base = base
    this.#scene = scene
    this.#cookies = cookies
  }

  async send({ wish, how }: Post): Promise<void> {
    this.counts.posts += 1
    const cut = new AbortController()
    const text = how === 'another body' ? `${wish.key} annat` : wish.key
    const replying = fetch(...this.#request(wish, text, cut.signal)).then(
      async (reply) => ({ status: reply.status, place: reply.headers.get('location'), body: await reply.text() }),
      () => undefined,
    )
    if (how === 'cut off') {
      await sleep(Math.random() * 60)
      cut.abort()
    }
    const reply = await replying
    if (!reply) this.counts['cut off'] += 1
    else if (how === 'another body') this.#mustRefuse(wish, reply)
    else if (reply.status === (wish.form ? 303 : 201)) wish.answers.add(answerOf(wish, reply))
    else this.deviations.push(`${wish.key}: ${reply.status} ${reply.body.slice(0, 200)}`)
  }

  #mustRefuse(wish: Wish, reply: { status: number; body: string }): void {
    this.counts.refused += 1
    if (reply.status !== 409) this.deviations.push(`${wish.key} with another body: ${reply.status}, due 409`)
  }

  #request(wish: Wish, text: string, signal: AbortSignal): [string, RequestInit] {
    const cookie = this.#cookies.get(wish.who) ?? ''
    const headers = { cookie, 'sec-fetch-site': 'same-origin' }
    if (wish.form) {
      const body = new URLSearchParams({ text, _once: wish.key })
      return [
        `${this.#base}/${this.#scene.tenant.slug}/bestall/it-fraga`,
        { method: 'POST', headers, body, signal, redirect: 'manual' },
      ]
    }
    const json = { ...headers, 'content-type': 'application/json', 'idempotency-key': wish.key }
    return [
      `${this.#base}/api/v1/cases`,
      { method: 'POST', headers: json, body: JSON.stringify({ requestType: 'it-fraga', text }), signal },
    ]
  }
}

const answerOf = (wish: Wish, reply: { place: string | null; body: string }): string =>
  wish.form ? (reply.place ?? '') : (JSON.parse(reply.body) as { id: string }).id

async function judge(scene: Scene, wishes: readonly Wish[], sender: Sender): Promise<Outcome> {
  const titles = await scene.peek((tx) => tx.selectFrom('cases.case').select('title').execute())
  const times = new Map<string, number>()
  for (const { title } of titles) times.set(title, (times.get(title) ?? 0) + 1)
  const several = wishes.filter(({ answers }) => answers.size !== 1)
  return {
    figures: { ...sender.counts, keys: wishes.length, effects: titles.length },
    deviations: [
      ...sender.deviations,
      ...wishes.flatMap(({ key }) => (times.get(key) === 1 ? [] : [`${key} was done ${times.get(key) ?? 0} times`])),
      ...[...times.keys()]
        .filter((title) => !wishes.some(({ key }) => key === title))
        .map((title) => `${title} was nobody's wish`),
      ...several.map(({ key, answers }) => `${key} was answered in ${answers.size} ways`),
    ],
  }
}
