// Who is writing where, as one process has heard it. It is told in passing and forgotten: nothing of it is stored.
import type { Id } from '#basics/id'

export interface Writing {
  readonly topic: string
  readonly person: Id
  readonly name: string
  readonly state: 'writing' | 'idle'
}

/** Who is silent for so long no longer writes; the browser says so more often than this while one does. */
const writingForMs = 15_000

interface Writer {
  readonly name: string
  readonly timer: NodeJS.Timeout
}

export class Writers {
  readonly #here = new Map<string, Map<Id, Writer>>()
  readonly #changed: (tenantId: Id, topic: string) => void

  /** `changed` is called when somebody begins or stops. */
  constructor(changed: (tenantId: Id, topic: string) => void) {
    this.#changed = changed
  }

  heard(tenantId: Id, { topic, person, name, state }: Writing): void {
    const key = `${tenantId} ${topic}`
    const here = this.#here.get(key) ?? new Map<Id, Writer>()
    const before = here.get(person)
    clearTimeout(before?.timer)
    if (state === 'writing') {
      const timer = setTimeout(() => this.heard(tenantId, { topic, person, name, state: 'idle' }), writingForMs)
      timer.unref()
      here.set(person, { name, timer })
    } else here.delete(person)
    if (here.size > 0) this.#here.set(key, here)
    else this.#here.delete(key)
    if ((before !== undefined) !== here.has(person)) this.#changed(tenantId, topic)
  }

  /** Everyone but the one who asks. */
  names(tenantId: Id, topic: string, but: Id | null): string[] {
    const here = this.#here.get(`${tenantId} ${topic}`) ?? new Map<Id, Writer>()
    return [...here].filter(([person]) => person !== but).map(([, writer]) => writer.name)
  }
}
