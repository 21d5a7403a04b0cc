// Files by the API: sent first, tied by a case or a message of the one who sent them, listed and fetched by those who may read
// the case. What is wrong is named; a file of somebody else is as no file at all.
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openScene } from '../../world/scene.ts'
import type { CastName, Scene } from '../../world/scene.ts'
import { serveScene } from '../../world/serve-scene.ts'
import type { ServedScene } from '../../world/serve-scene.ts'
import { filesJobs } from '#platform/files/sweep'
import type { FileStore } from '#platform/files/store'

let scene: Scene
let served: ServedScene
beforeAll(async () => {
  scene = await openScene()
  served = await serveScene(scene)
})
afterAll(() => served.close())

interface Part {
  readonly name: string
  readonly filename?: string
  readonly bytes: Buffer | string
}
const pdf = (words = 'x'): Buffer => Buffer.from(`%PDF-1.7\n% ${words}\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n`)
const parts = (all: readonly Part[], boundary: string): Buffer =>
  Buffer.concat([
    ...all.flatMap(({ name, filename, bytes }) => [
      Buffer.from(
        `--${boundary}\r\ncontent-disposition: form-data; name="${name}"${filename === undefined ? '' : `; filename="${filename}"`}\r\n\r\n`,
      ),
      Buffer.from(bytes),
      Buffer.from('\r\n'),
    ]),
    Buffer.from(`--${boundary}--\r\n`),
  ])

async function send(name: CastName | null, all: readonly Part[], headers: Record<string, string> = {}) {
  const boundary = 'gransen'
  return served.server.inject({
    method: 'POST',
    url: '/api/v1/files',
    headers: {
      ...(name ? { cookie: await served.cookieOf(name) } : {}),
      'content-type': `multipart/form-data; boundary=${boundary}`,
      ...headers,
    },
    payload: parts(all, boundary),
  })
}
interface Sent {
  readonly id: string
  readonly name: string
  readonly mediaType: string
  readonly sizeBytes: number
}
async function upload(name: CastName, filename = 'ritning.pdf', bytes = pdf(filename)): Promise<Sent> {
  const reply = await send(name, [{ name: 'file', filename, bytes }])
  expect([reply.statusCode, reply.json<Record<string, unknown>>()['errors']]).toEqual([201, undefined])
  return reply.json<Sent>()
}
const call = async (name: CastName, method: 'GET' | 'POST', path: string, json?: unknown) => {
  const reply = await served.ask(name, { method, path: `/api/v1${path}`, ...(json === undefined ? {} : { json }) })
  return {
    status: reply.statusCode,
    body: reply.json<Record<string, unknown> & { id: string; errors?: { field: string }[] }>(),
  }
}
const order = (name: CastName, more: object = {}) =>
  call(name, 'POST', '/cases', {
    requestType: 'vaktmasteri-jobb',
    answers: { vad: 'Tavla', plats: scene.ids.place.kommunhuset, flytt: 'nej' },
    ...more,
  })
const namesOf = async (name: CastName, caseId: string): Promise<unknown> => {
  const { status, body } = await call(name, 'GET', `/cases/${caseId}/files`)
  return status === 200 ? (body as unknown as Sent[]).map((file) => file.name).toSorted() : status
}

test('a file is sent, known by its bytes, tied by an order, listed and fetched; those who may not read the case see none', async () => {
  const file = await upload('employee')
  expect(file).toMatchObject({
    name: 'ritning.pdf',
    mediaType: 'application/pdf',
    sizeBytes: pdf('ritning.pdf').length,
  })
  const made = await order('employee', { text: 'Se ritningen', files: [file.id] })
  expect(made.status).toBe(201)
  for (const name of ['employee', 'agent', 'purchaser'] as const)
    expect([name, await namesOf(name, made.body.id)]).toEqual([name, ['ritning.pdf']])
  for (const name of ['teacher', 'payroll', 'otherAuthority'] as const)
    expect([name, await namesOf(name, made.body.id)]).toEqual([name, 404])
  const found = await call('agent', 'GET', `/files/${file.id}`)
  expect(found).toMatchObject({ status: 200, body: { name: 'ritning.pdf', mediaType: 'application/pdf' } })
  // The address needs no session, and answers with a download.
  const bytes = await served.server.inject({ url: String(found.body['href']) })
  expect([bytes.statusCode, bytes.headers['content-disposition']]).toEqual([
    200,
    expect.stringContaining('attachment; filename="ritning.pdf"'),
  ])
  expect(bytes.rawPayload.equals(pdf('ritning.pdf'))).toBe(true)
  const hidden = await call('teacher', 'GET', `/files/${file.id}`)
  const none = await call('teacher', 'GET', `/files/${randomUUID()}`)
  expect(hidden).toEqual(none)
  expect(hidden.status).toBe(404)
})

test('messages of both sides carry files; what hangs on a note is ours, as on the page', async () => {
  const made = await order('employee')
  const { id } = made.body
  const say = async (name: CastName, path: string, filename: string) => {
    const file = await upload(name, filename)
    const { status } = await call(name, 'POST', `/cases/${id}/${path}`, { body: 'Se bilagan', files: [file.id] })
    expect([path, status]).toEqual([path, 200])
    return file
  }
  await say('employee', 'messages', 'fraga.pdf')
  await say('agent', 'replies', 'svar.pdf')
  const inside = await say('agent', 'notes', 'internt.pdf')
  expect(await namesOf('agent', id)).toEqual(['fraga.pdf', 'internt.pdf', 'svar.pdf'])
  expect(await namesOf('employee', id)).toEqual(['fraga.pdf', 'svar.pdf'])
  expect((await call('employee', 'GET', `/files/${inside.id}`)).status).toBe(404)
  const timeline = (await call('employee', 'GET', `/cases/${id}/timeline`)).body as unknown as {
    event: string
    files: { name: string }[]
  }[]
  expect(timeline.flatMap((entry) => entry.files.map((file) => [entry.event, file.name]))).toEqual([
    ['message_in', 'fraga.pdf'],
    ['message_out', 'svar.pdf'],
  ])
})

test('another’s file, one tied already, one of another office and one that never was are refused alike, and nothing is written', async () => {
  const other = await openScene()
  const elsewhere = await serveScene(other)
  const there = await elsewhere.server.inject({
    method: 'POST',
    url: '/api/v1/files',
    headers: { cookie: await elsewhere.cookieOf('employee'), 'content-type': 'multipart/form-data; boundary=g' },
    payload: parts([{ name: 'file', filename: 'dar.pdf', bytes: pdf() }], 'g'),
  })
  await elsewhere.close()
  const own = await upload('employee')
  const made = await order('employee', { files: [own.id] })
  const path = `/cases/${made.body.id}/messages`
  const free = await upload('employee', 'ledig.pdf')
  const answers = []
  for (const id of [(await upload('agent')).id, own.id, there.json<Sent>().id, randomUUID()])
    answers.push(await call('employee', 'POST', path, { body: 'Se bilagan', files: [free.id, id] }))
  expect(there.statusCode).toBe(201)
  for (const answer of answers) expect(answer).toEqual(answers[0])
  expect(answers[0]).toMatchObject({ status: 422, body: { code: 'no_such_file', errors: [{ field: 'files' }] } })
  expect(await namesOf('employee', made.body.id)).toEqual(['ritning.pdf'])
  // Refused whole: the one that was free is free still.
  expect((await call('employee', 'POST', path, { body: 'Nu', files: [free.id, free.id] })).status).toBe(200)
  expect(await namesOf('employee', made.body.id)).toEqual(['ledig.pdf', 'ritning.pdf'])
})

test('an untied file is nobody’s to read, also not its sender’s', async () => {
  const file = await upload('employee')
  for (const name of ['employee', 'agent'] as const)
    expect((await call(name, 'GET', `/files/${file.id}`)).status).toBe(404)
})

test('bad uploads are refused with the field named', async () => {
  const good = { name: 'file', filename: 'a.pdf', bytes: pdf() }
  const cases: readonly (readonly [string, Awaited<ReturnType<typeof send>>, number, string | undefined])[] = [
    ['no session', await send(null, [good]), 401, undefined],
    ['from elsewhere', await send('employee', [good], { 'sec-fetch-site': 'cross-site' }), 403, undefined],
    ['no part', await send('employee', []), 422, 'file'],
    ['no name', await send('employee', [{ name: 'file', bytes: 'x' }]), 422, 'file'],
    ['another part', await send('employee', [{ ...good, name: 'other' }]), 422, 'other'],
    ['a field too', await send('employee', [{ name: 'title', bytes: 'x' }, good]), 422, 'title'],
    ['two files', await send('employee', [good, { ...good, filename: 'b.pdf' }]), 413, undefined],
    ['empty', await send('employee', [{ ...good, bytes: '' }]), 422, 'file'],
    [
      'a program',
      await send('employee', [{ ...good, bytes: Buffer.from('MZ\u0090\0\u0003'.padEnd(200, '\0'), 'latin1') }]),
      415,
      'file',
    ],
    [
      'too large',
      await send('employee', [{ ...good, bytes: Buffer.concat([pdf(), Buffer.alloc(21 * 1024 * 1024, 32)]) }]),
      413,
      'file',
    ],
    ['a bad key', await send('employee', [good], { 'idempotency-key': 'x' }), 422, 'Idempotency-Key'],
  ]
  for (const [what, reply, status, field] of cases) {
    const body = reply.json<{ code?: string; errors?: { field: string }[] }>()
    expect([what, reply.statusCode, reply.headers['content-type']]).toEqual([
      what,
      status,
      expect.stringContaining('application/problem+json'),
    ])
    if (field) expect([what, body.errors?.map((one) => one.field)]).toEqual([what, [field]])
  }
  const json = await served.ask('employee', { method: 'POST', path: '/api/v1/files', json: { file: 'x' } })
  expect([json.statusCode, json.json<{ errors: { field: string }[] }>().errors[0]?.field]).toEqual([415, 'file'])
  for (const files of ['x', ['x'], [7], Array.from({ length: 11 }, () => randomUUID())])
    expect((await order('employee', { files })).status).toBe(422)
})

test('the same key sends a file once; with other bytes it is refused', async () => {
  const headers = { 'idempotency-key': randomUUID() }
  const one = [{ name: 'file', filename: 'a.pdf', bytes: pdf('a') }]
  const first = await send('employee', one, headers)
  const again = await send('employee', one, headers)
  expect(again.json()).toEqual(first.json())
  const other = await send('employee', [{ name: 'file', filename: 'a.pdf', bytes: pdf('b') }], headers)
  expect(other.statusCode).toBe(409)
})

test('what was never tied is forgotten after a day; what was tied is kept', async () => {
  const rows = () =>
    scene.peek(async (tx) =>
      (
        await tx.selectFrom('platform.file').select('file_id').where('tenant_id', '=', scene.tenant.tenantId).execute()
      ).map((row) => row.file_id),
    )
  const tied = await upload('employee')
  await order('employee', { files: [tied.id] })
  const untied = await upload('employee')
  const store = { sweep: () => Promise.resolve({ removed: 0, kept: 0 }) } as unknown as FileStore
  const sweep = async () =>
    filesJobs(store)['files.sweep']?.run({ stage: scene.stage, tenant: scene.tenant, actor: await scene.system() }, {})
  scene.at('2012-04-03T08:59')
  await sweep()
  expect(await rows()).toEqual(expect.arrayContaining([tied.id, untied.id]))
  scene.at('2012-04-03T09:01')
  await sweep()
  expect(await rows()).toContain(tied.id)
  expect(await rows()).not.toContain(untied.id)
})

test('the document of the API says how a file is sent', async () => {
  const document = (await served.server.inject({ url: '/api/openapi.json' })).json<{
    paths: Record<
      string,
      Record<string, { requestBody?: { content: Record<string, { schema: { required: string[] } }> } }>
    >
  }>()
  const content = document.paths['/api/v1/files']?.['post']?.requestBody?.content
  expect(content?.['multipart/form-data']?.schema.required).toEqual(['file'])
})
