// Files in a form: each is streamed to the file store before the deed runs; the deed ties it to its subject in its own
// transaction. A file that no deed ties is swept away later.
import type { Readable } from 'node:stream'
import type { FastifyRequest } from 'fastify'
import { refuse } from '#basics/refusal'
import type { FormValues } from './form.ts'
import type { SentFile } from './site.ts'

export interface UploadedForm {
  readonly values: FormValues
  readonly files: readonly SentFile[]
}

/** Stores the bytes and says what they are; refuses what is too large or of a kind that is not taken. */
export interface Uploads {
  receive(stream: Readable, name: string): Promise<Omit<SentFile, 'field'>>
}

const filesPerForm = 10
const fieldsPerForm = 200

/** What the reader of forms says of a body that is none; anything else that goes wrong is a fault of ours. */
const unreadable = /^(Malformed|Multipart: Boundary|Unexpected end|Unsupported content type)/

export async function readMultipart(request: FastifyRequest, uploads: Uploads): Promise<UploadedForm> {
  try {
    return await readParts(request, uploads)
  } catch (error) {
    if (!(error instanceof Error) || !unreadable.test(error.message)) throw error
    return refuse({
      code: 'not_a_form',
      status: 400,
      sv: 'Formuläret kom inte fram helt. Försök igen.',
      en: 'The form did not arrive whole. Try again.',
    })
  }
}

async function readParts(request: FastifyRequest, uploads: Uploads): Promise<UploadedForm> {
  const values = Object.create(null) as Record<string, string[]>
  const files: SentFile[] = []
  for await (const part of request.parts({
    limits: { files: filesPerForm, fields: fieldsPerForm, fileSize: 20 * 1024 * 1024, fieldSize: 100_000 },
  })) {
    if (part.type === 'field') {
      ;(values[part.fieldname] ??= []).push(String(part.value))
      continue
    }
    if (part.filename === '') {
      part.file.resume()
      continue
    }
    const stored = await uploads.receive(part.file, part.filename)
    if (part.file.truncated)
      refuse({
        code: 'file_too_large',
        status: 413,
        field: part.fieldname,
        sv: 'Filen är för stor. Största storlek är 20 MB.',
        en: 'The file is too large. The limit is 20 MB.',
      })
    files.push({ field: part.fieldname, ...stored })
  }
  return { values, files }
}
