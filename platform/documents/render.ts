// Typesets documents: one thread, one document at a time, a bounded queue, a time limit. The same request gives the
// same bytes. Reached by whoever has content to print; knows no kind of document by its trade.

import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { Worker } from 'node:worker_threads'
import { refuse } from '#basics/refusal'
import { DOCUMENT_TEMPLATES, templateContent } from './document.ts'
import type { DocumentRequest, PrintableText } from './document.ts'
import { bothCover, coverageOf, printer } from './glyphs.ts'
import type { RenderAnswer, RenderOrder } from './render-worker.ts'

export interface RenderLimits {
  /** Milliseconds from the start of the typesetting; the thread is replaced when they have passed. */
  readonly timeoutMs: number
  /** Documents that may wait while one is typeset. */
  readonly maxWaiting: number
  readonly maxPdfBytes: number
}

export const RENDER_LIMITS: RenderLimits = { timeoutMs: 30_000, maxWaiting: 50, maxPdfBytes: 30_000_000 }

/** What a new thread may take to load the compiler, on a busy machine, before the clock of the document starts. */
const START_MS = 60_000

interface Job {
  readonly order: RenderOrder
  readonly resolve: (pdf: Uint8Array) => void
  readonly reject: (reason: unknown) => void
}

/** One typesetting thread with its queue. The application uses `renderDocument`; a test may hold its own. */
export class Typesetter {
  readonly #limits: RenderLimits
  readonly #waiting: Job[] = []
  #worker: Worker | undefined
  #current: Job | undefined
  #timer: NodeJS.Timeout | undefined
  #nextId = 1

  constructor(limits: RenderLimits = RENDER_LIMITS) {
    this.#limits = limits
  }

  async render(request: DocumentRequest): Promise<Uint8Array> {
    if (!DOCUMENT_TEMPLATES.includes(request.template)) throw new RangeError(`No template ${request.template}`)
    const content = templateContent(request, makePrintable())
    if (this.#waiting.length >= this.#limits.maxWaiting) refuseBusy()
    const order = {
      id: this.#nextId++,
      template: request.template,
      standard: request.standard ?? 'ua-1',
      content: JSON.stringify(content),
    } satisfies RenderOrder
    return new Promise((resolve, reject) => {
      this.#waiting.push({ order, resolve, reject })
      this.#next()
    })
  }

  /** Ends the thread; whoever waits is refused. The next request starts a new thread. */
  async stop(): Promise<void> {
    const waiting = this.#waiting.splice(0)
    if (this.#current) waiting.unshift(this.#current)
    const ended = this.#discardWorker()
    for (const job of waiting) job.reject(new Error('The typesetting was stopped'))
    await ended
  }

  #next(): void {
    if (this.#current) return
    const job = this.#waiting.shift()
    if (!job) {
      // An idle thread keeps nobody alive.
      this.#worker?.unref()
      return
    }
    this.#current = job
    const started = this.#worker !== undefined
    this.#worker ??= this.#start()
    this.#worker.ref()
    this.#watch(started ? this.#limits.timeoutMs : START_MS)
    this.#worker.postMessage(job.order)
  }

  #watch(milliseconds: number): void {
    clearTimeout(this.#timer)
    this.#timer = setTimeout(() => this.#tooSlow(), milliseconds)
  }

  #start(): Worker {
    const folder = documentsFolder()
    // The thread is loaded from its source, which this Node runs as it stands; loaders of the parent are not inherited.
    const worker = new Worker(join(folder, 'render-worker.ts'), { workerData: { folder }, execArgv: [], stdin: false })
    worker.on('message', (answer: RenderAnswer | 'ready') => {
      if (answer !== 'ready') this.#answered(worker, answer)
      else if (worker === this.#worker && this.#current) this.#watch(this.#limits.timeoutMs)
    })
    worker.on('error', (error) => this.#failed(worker, error))
    worker.on('exit', (code) => this.#failed(worker, new Error(`The typesetting thread ended (${code})`)))
    return worker
  }

  #answered(worker: Worker, answer: RenderAnswer): void {
    const job = this.#current
    if (worker !== this.#worker || !job || job.order.id !== answer.id) return
    this.#finish()
    if ('error' in answer) job.reject(new Error(`${job.order.template} could not be typeset: ${answer.error}`))
    else if (answer.pdf.byteLength > this.#limits.maxPdfBytes) job.reject(refusal(refuseTooLarge))
    else job.resolve(answer.pdf)
    this.#next()
  }

  #failed(worker: Worker, error: unknown): void {
    if (worker !== this.#worker) return
    const job = this.#current
    void this.#discardWorker()
    job?.reject(error)
    this.#next()
  }

  #tooSlow(): void {
    const job = this.#current
    void this.#discardWorker()
    job?.reject(refusal(refuseTooSlow))
    this.#next()
  }

  #finish(): void {
    clearTimeout(this.#timer)
    this.#timer = undefined
    this.#current = undefined
  }

  #discardWorker(): Promise<unknown> {
    this.#finish()
    const worker = this.#worker
    this.#worker = undefined
    worker?.unref()
    return worker ? worker.terminate() : Promise.resolve()
  }
}

const typesetter = new Typesetter()

/** A tagged PDF/UA-1 (or PDF/A-2a) of the content. Refuses what is too large, too slow, or comes when too many wait. */
export function renderDocument(request: DocumentRequest): Promise<Uint8Array> {
  return typesetter.render(request)
}

/** For an orderly end of the process. */
export function stopTypesetting(): Promise<void> {
  return typesetter.stop()
}

let printable: ((text: string) => PrintableText) | undefined

function makePrintable(): (text: string) => PrintableText {
  if (printable) return printable
  const fonts = join(documentsFolder(), 'fonts')
  const cover = (name: string) => coverageOf(readFileSync(join(fonts, name)))
  printable = printer(bothCover(cover('IBMPlexSans-Regular.ttf'), cover('IBMPlexSans-SemiBold.ttf')))
  return printable
}

/** Templates, fonts and the thread's source lie in the tree, also when this file runs as part of a bundle. */
function documentsFolder(): string {
  for (let at = import.meta.dirname; ; at = dirname(at)) {
    const folder = join(at, 'platform', 'documents')
    if (existsSync(join(folder, 'render-worker.ts'))) return folder
    if (dirname(at) === at) throw new Error('platform/documents is not beside or above this program')
  }
}

/** A refusal as a value, for a promise that is rejected from outside its own call. */
function refusal(throws: () => never): unknown {
  try {
    return throws()
  } catch (error) {
    return error
  }
}

function refuseBusy(): never {
  return refuse({
    code: 'documents_busy',
    status: 429,
    sv: 'Många dokument skrivs ut just nu. Försök igen om en stund.',
    en: 'Many documents are being printed right now. Try again in a while.',
  })
}

function refuseTooSlow(): never {
  return refuse({
    code: 'document_too_slow',
    status: 422,
    sv: 'Dokumentet tog för lång tid att skriva ut. Välj en kortare period eller färre rader.',
    en: 'The document took too long to print. Choose a shorter period or fewer rows.',
  })
}

function refuseTooLarge(): never {
  return refuse({
    code: 'document_too_large',
    status: 422,
    sv: 'Dokumentet blir för stort för att skrivas ut i ett stycke. Välj en kortare period eller färre rader.',
    en: 'The document would be too large to print in one piece. Choose a shorter period or fewer rows.',
  })
}
