// The typesetting thread: Typst compiles a template with the content as JSON input and hands back the PDF. It runs
// apart from the requests because a long document keeps its thread busy for seconds.

import { join } from 'node:path'
import { parentPort, workerData } from 'node:worker_threads'
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
  { readonly id: number; readonly pdf: Uint8Array<ArrayBuffer> } | { readonly id: number; readonly error: string }

const { folder } = workerData as { folder: string }
const templates = join(folder, 'templates')
const compiler = NodeCompiler.create({ workspace: templates, fontArgs: [{ fontPaths: [join(folder, 'fonts')] }] })

function render(order: RenderOrder): Uint8Array<ArrayBuffer> {
  const result = compiler.compile({
    mainFilePath: join(templates, `${order.template}.typ`),
    inputs: { content: order.content },
  })
  const document = result.result
  if (!document) {
    const diagnostics = result.takeDiagnostics()
    throw new Error(JSON.stringify(diagnostics ? compiler.fetchDiagnostics(diagnostics) : 'no diagnostics'))
  }
  // A copy in memory of its own, so that it can be handed over instead of cloned.
  return Uint8Array.from(compiler.pdf(document, { pdfStandard: order.standard }))
}

parentPort?.postMessage('ready')
parentPort?.on('message', (order: RenderOrder) => {
  try {
    const pdf = render(order)
    parentPort?.postMessage({ id: order.id, pdf } satisfies RenderAnswer, [pdf.buffer])
  } catch (error) {
    const words = error instanceof Error ? error.message : String(error)
    parentPort?.postMessage({ id: order.id, error: words } satisfies RenderAnswer)
  } finally {
    // Two documents have little in common; what is kept between them only grows.
    compiler.evictCache(0)
  }
})
