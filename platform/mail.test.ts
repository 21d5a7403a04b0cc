// Letters against a real SMTP peer on this machine: what it says of each decides the one final state the letter gets.
import { SMTPServer } from 'smtp-server'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { openScene } from '../world/scene.ts'
import type { Scene } from '../world/scene.ts'
import { act } from './act.ts'
import type { JobContext } from './jobs.ts'
import { mailJobs } from './mail.ts'
import { post } from './notices.ts'
import { aboutAccount, emptied } from './outbox.ts'

interface Received {
  readonly to: readonly string[]
  readonly text: string
}

let scene: Scene
let context: JobContext
let received: Received[]
let peer: SMTPServer
let url: string
/** What the peer answers a recipient with: address → SMTP code, used up once when temporary. */
const answers = new Map<string, number[]>()

beforeAll(async () => {
  scene = await openScene()
  context = { stage: scene.stage, tenant: scene.tenant, actor: await scene.system() }
  peer = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    logger: false,
    onRcptTo: (address, _session, done) => {
      const code = answers.get(address.address)?.shift()
      done(code === undefined ? undefined : Object.assign(new Error('not now'), { responseCode: code }))
    },
    onData: (stream, session, done) => {
      let text = ''
      stream.on('data', (chunk: Buffer) => (text += chunk.toString('utf8')))
      stream.on('end', () => {
        received.push({ to: session.envelope.rcptTo.map(({ address }) => address), text })
        done()
      })
    },
  })
  peer.on('error', () => undefined)
  await new Promise<void>((resolve) => {
    peer.listen(0, '127.0.0.1', resolve)
  })
  const address = peer.server.address()
  url = `smtp://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`
})
afterAll(() => {
  peer.close()
})
beforeEach(() => {
  received = []
  answers.clear()
})

const jobs = (smtpUrl: string | undefined = url) =>
  mailJobs({ ...(smtpUrl ? { smtpUrl } : {}), from: 'Kontoret <kontoret@provkoping.example>' })
const send = (mailId: string, smtpUrl?: string) => jobs(smtpUrl)['mail.send']?.run(context, { mailId })
const write = (letter: Partial<Parameters<typeof post>[1]> = {}) =>
  act(scene.stage, scene.tenant, context.actor, (deed) =>
    post(deed, {
      personId: scene.ids.person.employee,
      toAddress: 'bo@provkoping.example',
      subject: '[KIT-2012-00001] Vi har tagit emot: Hylla på väggen',
      body: 'Hej!\n\nVi har tagit emot ”Hylla”. Åäö.\n',
      aboutKind: 'trial',
      aboutId: scene.ids.person.employee,
      ...letter,
    }),
  )
const stateOf = (mailId: string) =>
  scene.peek((tx) =>
    tx.selectFrom('platform.outbox').selectAll().where('mail_id', '=', mailId).executeTakeFirstOrThrow(),
  )

const decoded = (text: string): string =>
  text.replaceAll(/((?:=[0-9A-F]{2})+)/g, (run) => Buffer.from(run.replaceAll('=', ''), 'hex').toString('utf8'))
const subjectOf = (text: string): string => {
  const folded = /^Subject: (.*(?:\r\n[ \t].*)*)/m.exec(text)?.[1] ?? ''
  return folded
    .replaceAll(/\?=\s+=\?/g, '?==?')
    .replaceAll(/=\?UTF-8\?Q\?(.*?)\?=/gi, (_, words: string) => decoded(words.replaceAll('_', ' ')))
    .replaceAll(/=\?UTF-8\?B\?(.*?)\?=/gi, (_, words: string) => Buffer.from(words, 'base64').toString('utf8'))
    .replaceAll(/\r\n[ \t]/g, ' ')
}

test('TY-056 is sent once as plain text with the number in its subject, marked as written by a machine', async () => {
  const mailId = await write()
  await send(mailId)
  await send(mailId)
  await jobs()['mail.sweep']?.run(context, {})
  expect(received).toHaveLength(1)
  const [{ to, text } = { to: [], text: '' }] = received
  expect(to).toEqual(['bo@provkoping.example'])
  expect(subjectOf(text)).toBe('[KIT-2012-00001] Vi har tagit emot: Hylla på väggen')
  expect(text).toMatch(/^Content-Type: text\/plain; charset=utf-8/m)
  expect(text).toMatch(/^Auto-Submitted: auto-generated/m)
  expect(text).toContain(`Message-ID: <${mailId}@kontoret>`)
  expect(text).not.toMatch(/text\/html|multipart/)
  expect(decoded(text)).toContain('”Hylla”. Åäö.')
  expect(await stateOf(mailId)).toMatchObject({ state: 'sent', tries: 1, failure: null })
})

test('two workers at the same moment: one letter', async () => {
  const mailId = await write()
  await Promise.all([send(mailId), send(mailId), jobs()['mail.sweep']?.run(context, {})])
  expect(received).toHaveLength(1)
})

test('refused for now: kept in the queue and tried again after 2, then 4 minutes, not sooner', async () => {
  answers.set('sen@provkoping.example', [451, 452])
  const sweepAt = async (minutes: number) => {
    scene.at(`2012-04-02T10:${String(minutes).padStart(2, '0')}`)
    await jobs()['mail.sweep']?.run(context, {})
    return stateOf(mailId)
  }
  scene.at('2012-04-02T10:00')
  const mailId = await write({ toAddress: 'sen@provkoping.example' })
  await send(mailId)
  expect(await stateOf(mailId)).toMatchObject({ state: 'queued', tries: 1, failure: '451', settled_at: null })
  expect((await sweepAt(1)).tries).toBe(1)
  expect(await sweepAt(2)).toMatchObject({ state: 'queued', tries: 2, failure: '452' })
  expect((await sweepAt(3)).tries).toBe(2)
  expect(await sweepAt(4)).toMatchObject({ state: 'sent', tries: 3, failure: null })
  expect(received).toHaveLength(1)
})

test('refused for good: failed at once with the code alone, and never tried again', async () => {
  answers.set('okand@provkoping.example', [550, 550])
  const mailId = await write({ toAddress: 'okand@provkoping.example' })
  await send(mailId)
  await send(mailId)
  expect(await stateOf(mailId)).toMatchObject({ state: 'failed', tries: 1, failure: '550' })
  expect(received).toEqual([])
})

test('refused ten times for now is refused for good', async () => {
  answers.set(
    'upptagen@provkoping.example',
    Array.from({ length: 11 }, () => 450),
  )
  const mailId = await write({ toAddress: 'upptagen@provkoping.example' })
  for (let n = 0; n < 11; n++) await send(mailId)
  expect(await stateOf(mailId)).toMatchObject({ state: 'failed', tries: 10, failure: '450' })
})

test('nobody answers there: queued, with a reason that names no address', async () => {
  const mailId = await write()
  await send(mailId, 'smtp://127.0.0.1:1')
  expect((await stateOf(mailId)).failure).toMatch(/^(ECONNECTION|ECONNREFUSED|ESOCKET)$/)
  expect(await stateOf(mailId)).toMatchObject({ state: 'queued', tries: 1 })
  await send(mailId)
  expect((await stateOf(mailId)).state).toBe('sent')
})

test('a subject or an address with line breaks adds no header and no recipient', async () => {
  const subject = await write({ subject: 'Hej\r\nBcc: ond@evil.example\r\n\r\nnytt innehåll' })
  await send(subject)
  const [{ to, text } = { to: [], text: '' }] = received
  expect(to).toEqual(['bo@provkoping.example'])
  expect(text.split('\r\n\r\n')[0]).not.toMatch(/^Bcc:/im)
  expect(subjectOf(text)).toBe('Hej Bcc: ond@evil.example nytt innehåll')
  received = []
  for (const toAddress of [
    'bo@provkoping.example\r\nBcc: ond@evil.example',
    'bo@provkoping.example, ond@evil.example',
    'bo@provkoping.example\r\nRCPT TO:<ond@evil.example>',
    'Ond <ond@evil.example>',
    '',
  ]) {
    const mailId = await write({ toAddress })
    await send(mailId)
    expect([toAddress, await stateOf(mailId)]).toMatchObject([toAddress, { state: 'failed', failure: 'bad_address' }])
  }
  expect(received).toEqual([])
})

test('without a mail server it is kept, once, and the outbox is where it is read', async () => {
  const mailId = await write()
  const kept = mailJobs({ from: 'kontoret@provkoping.example' })
  await kept['mail.send']?.run(context, { mailId })
  await kept['mail.sweep']?.run(context, {})
  expect(await stateOf(mailId)).toMatchObject({ state: 'kept', tries: 1 })
  await send(mailId)
  expect(received, 'what is kept is not sent later by surprise').toEqual([])
})

test('a letter with a link to an account is empty once it is sent', async () => {
  const mailId = await write({ aboutKind: aboutAccount, body: 'Öppna länken: http://localhost/hemlig' })
  await send(mailId)
  expect(received[0]?.text).toContain('http://localhost/hemlig')
  expect((await stateOf(mailId)).body).toBe(emptied)
})

test('what a lost job left is found by the sweep', async () => {
  const letters = [await write(), await write()]
  await jobs()['mail.sweep']?.run(context, {})
  for (const mailId of letters) expect((await stateOf(mailId)).state).toBe('sent')
})
