// People who go on until they are told: each writes with a key of its own, and repeats the same request with the same key
// until somebody answers that it is done. What was acknowledged is kept here, outside whatever may be killed.
import { randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'

export interface Acknowledged {
  readonly kind: 'case' | 'message'
  readonly marker: string
  readonly id: string
}

export interface Writers {
  readonly acknowledged: readonly Acknowledged[]
  /** Every marker that was ever sent. */
  readonly sent: ReadonlySet<string>
  readonly tries: () => number
  /** Answers that are neither done nor a reason to try again. */
  readonly odd: readonly string[]
  /** Ends each writer when its last request is acknowledged. */
  stop(): Promise<void>
}

interface Door {
  readonly url: string
  readonly cookies: readonly string[]
}

/** `atOnce` writers; every third request is a message in the case the writer opened last. */
export function startWriters({ url, cookies }: Door, atOnce: number): Writers {
  const acknowledged: Acknowledged[] = []
  const sent = new Set<string>()
  const odd: string[] = []
  let tries = 0
  let going = true

  const post = async (cookie: string, path: string, key: string, body: object): Promise<Response | undefined> => {
    tries += 1
    const headers = {
      cookie,
      'content-type': 'application/json',
      'idempotency-key': key,
      'sec-fetch-site': 'same-origin',
    }
    return fetch(url + path, {
      method: 'POST',
      headers,
      body: JSON.stringify(body),
      signal: AbortSignal.timeout(15_000),
    })
      .then(async (reply) => new Response(await reply.text(), { status: reply.status }))
      .catch(() => undefined)
  }
  const untilDone = async (cookie: string, path: string, marker: string, body: object): Promise<string | undefined> => {
    sent.add(marker)
    for (let n = 0; n < 600; n++) {
      const reply = await post(cookie, path, marker, body)
      if (reply?.ok) return ((await reply.json()) as { id: string }).id
      if (reply && reply.status < 500) {
        odd.push(`${path} ${reply.status} ${await reply.text()}`)
        return undefined
      }
      await sleep(20 + Math.random() * 60)
    }
    odd.push(`${path} was never acknowledged`)
    return undefined
  }
  const write = async (cookie: string): Promise<void> => {
    let caseId: string | undefined
    for (let n = 0; going && odd.length < 20; n++) {
      const marker = `m${randomUUID()}`
      const message = caseId !== undefined && n % 3 === 2
      const path = message ? `/api/v1/cases/${caseId}/messages` : '/api/v1/cases'
      const body = message ? { body: marker } : { requestType: 'it-fraga', text: marker }
      const id = await untilDone(cookie, path, marker, body)
      if (id === undefined) continue
      if (!message) caseId = id
      acknowledged.push({ kind: message ? 'message' : 'case', marker, id })
    }
  }
  const all = Array.from({ length: atOnce }, (_, n) => write(cookies[n % cookies.length]!))
  return {
    ...{ acknowledged, sent, odd, tries: () => tries },
    async stop() {
      going = false
      await Promise.all(all)
    },
  }
}
