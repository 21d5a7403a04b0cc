// The typesetting process: Typst compiles a template with the content as JSON input and hands back the PDF. It is a
// process of its own, not a thread, because native code can be neither interrupted nor cured of its leaks in a thread
// (the compiler keeps about 1 kB for ever per tagged element): a process that is too slow or too large is ended.

import { join } from 'node:path'
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'
import type { DocumentStandard, DocumentTemplate } from './document.ts'

export interface RenderOrder {
  readonly id: number
  readonly template: DocumentTemplate
  readonly standard: DocumentStandard
  /** The content as JSON; it is read by `json(bytes(sys.inputs.content))` and never becomes source. */
  readonly content: string
}

export type RenderAnswer =
  | { readonly ready: true }
  | { readonly id: number; readonly pdf: Uint8Array; readonly residentBytes: number }
  | { readonly id: number; readonly error: string; readonly residentBytes: number }

const folder = import.meta.dirname
const templates = join(folder, 'templates')
const compiler = NodeCompiler.create({ workspace: templates, fontArgs: [{ fontPaths: [join(folder, 'fonts')] }] })

function answerTo(order: RenderOrder): RenderAnswer {
  const { id } = order
  try {
    const pdf = compiler.pdf(
      { mainFilePath: join(templates, `${order.template}.typ`), inputs: { content: order.content } },
      { pdfStandard: order.standard },
    )
    return { id, pdf, residentBytes: process.memoryUsage.rss() }
  } catch (error) {
    const words = error instanceof Error ? error.message : String(error)
    return { id, error: words, residentBytes: process.memoryUsage.rss() }
  } finally {
    // Two documents have little in common; what is kept between them only grows.
    compiler.evictCache(0)
  }
}

function tell(answer: RenderAnswer): void {
  process.send?.(answer)
}

process.on('message', (order: RenderOrder) => tell(answerTo(order)))
// The parent is gone: nobody waits for anything.
process.on('disconnect', () => process.exit())
// An interrupt from the keyboard reaches the whole group; the parent decides when this process ends.
process.on('SIGINT', () => undefined)
tell({ ready: true })
