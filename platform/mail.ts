// Sends what lies in the outbox. With a mail server by configuration each letter ends as sent or failed; without one it is
// kept, and the outbox page is where it is read. Exactly one final state per letter, however often the job runs.
import { createTransport } from 'nodemailer'
import type { Transporter } from 'nodemailer'
import { sql } from 'kysely'
import { act, look } from './act.ts'
import type { Deed } from './act.ts'
import type { JobContext, JobTable } from './jobs.ts'
import { aboutAccount, emptied } from './outbox.ts'

export interface MailConfig {
  /** smtp://user:password@host:port or smtps://…; empty = letters are kept. */
  readonly smtpUrl?: string
  readonly from: string
}

/** A letter is tried again after 2, 4, 8 … minutes: a mail server may be away for most of a day. */
const triesAllowed = 10
/** One address and nothing else: no name, no second, nothing that ends a line. */
const oneAddress = /^[^\s@,;:<>()[\]"\\]{1,64}@[^\s@,;:<>()[\]"\\]{1,189}$/

export function mailJobs(config: MailConfig): JobTable {
  const transport = config.smtpUrl
    ? createTransport({
        url: config.smtpUrl,
        pool: true,
        maxConnections: 4,
        connectionTimeout: 10_000,
        greetingTimeout: 10_000,
        socketTimeout: 30_000,
        disableFileAccess: true,
        disableUrlAccess: true,
      })
    : undefined
  return {
    'mail.send': { run: (context, payload) => send(context, String(payload['mailId']), transport, config.from) },
    'mail.sweep': { everyMinutes: 1, run: (context) => sweepQueued(context, transport, config.from) },
  }
}

/** What a lost job left, and what was refused for now and is due again. */
async function sweepQueued(context: JobContext, transport: Transporter | undefined, from: string): Promise<void> {
  const queued = await look(context.stage, context.tenant, context.actor, ({ tx, now }) =>
    tx
      .selectFrom('platform.outbox')
      .select('mail_id')
      .where('state', '=', 'queued')
      .where(sql<boolean>`(tries = 0 or created_at + interval '1 minute' * power(2, tries) <= ${now})`)
      .orderBy('mail_id')
      .limit(500)
      .execute(),
  )
  for (const { mail_id } of queued) await send(context, mail_id, transport, from)
}

/** The row is locked while it is sent, so two workers never send the same letter; the Message-ID is the letter's own. */
async function send(
  context: JobContext,
  mailId: string,
  transport: Transporter | undefined,
  from: string,
): Promise<void> {
  await act(context.stage, context.tenant, context.actor, async ({ tx, now }) => {
    const letter = await tx
      .selectFrom('platform.outbox')
      .selectAll()
      .where('tenant_id', '=', context.tenant.tenantId)
      .where('mail_id', '=', mailId)
      .where('state', '=', 'queued')
      .forUpdate()
      .skipLocked()
      .executeTakeFirst()
    if (!letter) return
    const settle = (state: 'sent' | 'failed' | 'kept' | 'queued', reason: string | null) =>
      tx
        .updateTable('platform.outbox')
        .set({
          state,
          failure: reason,
          tries: letter.tries + 1,
          settled_at: state === 'queued' ? null : now,
          ...(letter.about_kind === aboutAccount && (state === 'sent' || state === 'failed') ? { body: emptied } : {}),
        })
        .where('tenant_id', '=', context.tenant.tenantId)
        .where('mail_id', '=', mailId)
        .execute()
    if (!transport) {
      await settle('kept', null)
      return
    }
    if (!oneAddress.test(letter.to_address)) {
      await settle('failed', 'bad_address')
      return
    }
    try {
      await transport.sendMail({
        from,
        to: letter.to_address,
        subject: letter.subject,
        text: letter.body,
        messageId: `<${mailId}@kontoret>`,
        headers: { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All' },
      })
      await settle('sent', null)
    } catch (error) {
      const code = codeOf(error)
      const last = letter.tries + 1 >= triesAllowed || /^5\d\d$/.test(code)
      await settle(last ? 'failed' : 'queued', code)
    }
  })
}

/** The letters this deed has written are kept and never sent: what is told of a demonstration's past. */
export async function keepLetters(deed: Deed): Promise<void> {
  await deed.tx
    .updateTable('platform.outbox')
    .set({ state: 'kept', settled_at: deed.now })
    .where('tenant_id', '=', deed.tenant.tenantId)
    .where('state', '=', 'queued')
    .where('created_at', '=', deed.now)
    .execute()
}

/** The server's answer (550) or the connection's error (ECONNREFUSED); never a text that could hold an address. */
function codeOf(error: unknown): string {
  const { responseCode, code } = (error ?? {}) as { responseCode?: unknown; code?: unknown }
  if (typeof responseCode === 'number') return String(responseCode)
  return typeof code === 'string' ? code : 'unknown'
}
