// Files in a form: each is streamed to the file store before the deed runs; the deed ties it to its subject in its own
// transaction. A file that no deed ties is swept away later.
import type { Readable } from 'node:stream'
import type { FastifyRequest } from 'fastify'
import { Refusal, refuse } from '#basics/refusal'
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
const maxBytes = 20 * 1024 * 1024

/** What the reader of forms says of a body that is none; anything else that goes wrong is a fault of ours. */
const unreadable = /^(Malformed|Multipart: Boundary|Unexpected end|Unsupported content type)/

export function readMultipart(request: FastifyRequest, uploads: Uploads): Promise<UploadedForm> {
  return wholly(readParts(request, uploads, filesPerForm))
}

/** The one file of an operation, in the part `file`. */
export async function readUpload(request: FastifyRequest, uploads: Uploads): Promise<SentFile> {
  if (!request.isMultipart())
    refuse({
      code: 'not_multipart',
      status: 415,
      field: 'file',
      sv: 'Skicka filen som multipart/form-data i delen ”file”.',
      en: 'Send the file as multipart/form-data in the part “file”.',
    })
  const { values, files } = await wholly(readParts(request, uploads, 1)).catch(ofTheFile)
  const stray = [...Object.keys(values), ...files.map((file) => file.field)].find((name) => name !== 'file')
  if (stray !== undefined)
    refuse({
      code: 'invalid_input',
      status: 422,
      field: stray.slice(0, 100),
      sv: 'Fältet finns inte. Ta bort det.',
      en: 'There is no such field. Remove it.',
    })
  const [file] = files
  return (
    file ??
    refuse({
      code: 'file_missing',
      status: 422,
      field: 'file',
      sv: 'Skicka en fil med ett namn i delen ”file”.',
      en: 'Send a file with a name in the part “file”.',
    })
  )
}

/** What is wrong with the bytes or the name is wrong with the part. */
function ofTheFile(error: unknown): never {
  if (!(error instanceof Refusal) || error.field !== undefined) throw error
  return refuse({ code: error.code, status: error.status, ...error.words, field: 'file' })
}

async function wholly(reading: Promise<UploadedForm>): Promise<UploadedForm> {
  try {
    return await reading
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

async function readParts(request: FastifyRequest, uploads: Uploads, maxFiles: number): Promise<UploadedForm> {
  const values = Object.create(null) as Record<string, string[]>
  const files: SentFile[] = []
  for await (const part of request.parts({
    limits: { files: maxFiles, fields: fieldsPerForm, fileSize: maxBytes, fieldSize: 100_000 },
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
