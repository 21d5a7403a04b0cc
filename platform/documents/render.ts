// Typesets documents: one process, one document at a time, a bounded queue, a time limit. The same request gives the
// same bytes. Reached by whoever has content to print; knows no kind of document by its trade.

import { fork } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { refuse, Refusal } from '#basics/refusal'
import type { RefusalFacts } from '#basics/refusal'
import { projectRoot } from '../db/project-root.ts'
import { DOCUMENT_TEMPLATES, DOCUMENT_TOO_LARGE, templateContent } from './document.ts'
import type { DocumentRequest, PrintableText } from './document.ts'
import { bothCover, coverageOf, printer } from './glyphs.ts'
import type { RenderAnswer, RenderOrder } from './render-process.ts'

export interface RenderLimits {
  /** Milliseconds from the start of the typesetting; the process is ended when they have passed. */
  readonly timeoutMs: number
  /** Documents that may wait while one is typeset. */
  readonly maxWaiting: number
  readonly maxPdfBytes: number
  /** A process that holds more memory, or has made so many documents, is replaced before the next one. */
  readonly maxResidentBytes: number
  readonly maxDocuments: number
}

export const RENDER_LIMITS: RenderLimits = {
  timeoutMs: 30_000,
  maxWaiting: 50,
  maxPdfBytes: 30_000_000,
  maxResidentBytes: 400_000_000,
  maxDocuments: 2_000,
}

/** What a new process may take to load the compiler, on a busy machine, before the clock of the document starts. */
const START_MS = 60_000
/** How long an idle process is kept. */
const IDLE_MS = 120_000

const BUSY: RefusalFacts = {
  code: 'documents_busy',
  status: 429,
  sv: 'Många dokument skrivs ut just nu. Försök igen om en stund.',
  en: 'Many documents are being printed right now. Try again in a while.',
}

const TOO_SLOW: RefusalFacts = {
  code: 'document_too_slow',
  status: 422,
  sv: 'Dokumentet tog för lång tid att skriva ut. Välj en kortare period eller färre rader.',
  en: 'The document took too long to print. Choose a shorter period or fewer rows.',
}

interface Job {
  readonly order: RenderOrder
  readonly resolve: (pdf: Uint8Array) => void
  readonly reject: (reason: unknown) => void
}

/** One typesetting process with its queue. The application uses `renderDocument`; a test may hold its own. */
export class Typesetter {
  readonly #limits: RenderLimits
  readonly #waiting: Job[] = []
  #child: ChildProcess | undefined
  #current: Job | undefined
  #clock: NodeJS.Timeout | undefined
  #rendered = 0
  #nextId = 1

  constructor(limits: RenderLimits = RENDER_LIMITS) {
    this.#limits = limits
  }

  async render(request: DocumentRequest): Promise<Uint8Array> {
    if (!DOCUMENT_TEMPLATES.includes(request.template)) throw new RangeError(`No template ${request.template}`)
    const content = templateContent(request, printableText())
    if (this.#waiting.length >= this.#limits.maxWaiting) refuse(BUSY)
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

  /** Ends the process; whoever waits is told so. The next request starts a new one. */
  stop(): void {
    const waiting = this.#waiting.splice(0)
    if (this.#current) waiting.unshift(this.#current)
    this.#discard()
    for (const job of waiting) job.reject(new Error('The typesetting was stopped'))
  }

  /** For tests and metrics: the process that typesets now, if there is one. */
  get processId(): number | undefined {
    return this.#child?.pid
  }

  #next(): void {
    if (this.#current) return
    const job = this.#waiting.shift()
    if (!job) return this.#rest()
    this.#current = job
    const running = this.#child !== undefined
    this.#child ??= this.#start()
    this.#child.ref()
    this.#child.channel?.ref()
    this.#within(running ? this.#limits.timeoutMs : START_MS)
    this.#child.send(job.order)
  }

  /** Nothing to do: the process keeps nobody alive, and ends after a while. */
  #rest(): void {
    this.#child?.unref()
    this.#child?.channel?.unref()
    clearTimeout(this.#clock)
    this.#clock = setTimeout(() => this.#discard(), IDLE_MS).unref()
  }

  #within(milliseconds: number): void {
    clearTimeout(this.#clock)
    this.#clock = setTimeout(() => this.#fail(new Refusal(TOO_SLOW)), milliseconds)
  }

  #start(): ChildProcess {
    this.#rendered = 0
    // Run from its source, which this Node understands as it stands; neither the parent's loaders nor its environment
    // (with its secrets) are inherited.
    const child = fork(join(documentsFolder(), 'render-process.ts'), [], {
      execArgv: [],
      env: {},
      serialization: 'advanced',
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    })
    child.on('message', (answer: RenderAnswer) => {
      if (child === this.#child) this.#answered(answer)
    })
    const ended = (reason: string) => {
      if (child === this.#child) this.#fail(new Error(`The typesetting process ended: ${reason}`))
    }
    child.on('error', (error) => ended(error.message))
    child.on('exit', (code, signal) => ended(String(signal ?? code)))
    return child
  }

  #answered(answer: RenderAnswer): void {
    const job = this.#current
    if (!job) return
    if ('ready' in answer) return this.#within(this.#limits.timeoutMs)
    if (job.order.id !== answer.id) return
    this.#current = undefined
    this.#rendered += 1
    const worn = answer.residentBytes > this.#limits.maxResidentBytes || this.#rendered >= this.#limits.maxDocuments
    if (worn) this.#discard()
    if ('error' in answer) job.reject(new Error(`${job.order.template} could not be typeset: ${answer.error}`))
    else if (answer.pdf.byteLength > this.#limits.maxPdfBytes) job.reject(new Refusal(DOCUMENT_TOO_LARGE))
    else job.resolve(answer.pdf)
    this.#next()
  }

  #fail(reason: unknown): void {
    const job = this.#current
    this.#discard()
    job?.reject(reason)
    this.#next()
  }

  #discard(): void {
    clearTimeout(this.#clock)
    this.#current = undefined
    const child = this.#child
    this.#child = undefined
    child?.kill('SIGKILL')
  }
}

const typesetter = new Typesetter()

/** A tagged PDF/UA-1 (or PDF/A-2a) of the content. Refuses what is too large, too slow, or comes when too many wait. */
export function renderDocument(request: DocumentRequest): Promise<Uint8Array> {
  return typesetter.render(request)
}

/** For an orderly end of the application. */
export function stopTypesetting(): void {
  typesetter.stop()
}

let printable: ((text: string) => PrintableText) | undefined

function printableText(): (text: string) => PrintableText {
  if (printable) return printable
  const fonts = join(documentsFolder(), 'fonts')
  const cover = (name: string) => coverageOf(readFileSync(join(fonts, name)))
  printable = printer(bothCover(cover('IBMPlexSans-Regular.ttf'), cover('IBMPlexSans-SemiBold.ttf')))
  return printable
}

/** Templates, fonts and the process's source lie in the tree, also when this file runs as part of a bundle. */
function documentsFolder(): string {
  return join(projectRoot(), 'platform', 'documents')
}
