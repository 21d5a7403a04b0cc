// A letter about an account holds a link that opens it. The outbox is a page that others read, so such a letter is
// emptied when it has been sent, when its link is used or replaced, and when the link is too old.
import type { Id } from '#basics/id'
import type { Tx } from './db/tx.ts'

/** What such a letter is about. */
export const aboutAccount = 'account'
export const emptied = 'Länken finns inte kvar här. / The link is no longer kept here.'

export async function forgetSecrets(
  tx: Tx,
  tenantId: Id,
  which: { readonly personId: Id } | { readonly withoutLinkAt: Temporal.Instant },
): Promise<void> {
  const settled = tx
    .updateTable('platform.outbox')
    .set({ body: emptied })
    .where('tenant_id', '=', tenantId)
    .where('about_kind', '=', aboutAccount)
    .where('state', '!=', 'queued')
    .where('body', '!=', emptied)
  await (
    'personId' in which
      ? settled.where('about_id', '=', which.personId)
      : // The latest letter of a person is the one whose link may still work, an hour or, an invitation, for days.
        settled.where('about_id', 'not in', (q) =>
          q
            .selectFrom('platform.reset_link as l')
            .innerJoin('platform.account as a', (join) =>
              join.onRef('a.tenant_id', '=', 'l.tenant_id').onRef('a.account_id', '=', 'l.account_id'),
            )
            .select('a.person_id')
            .where('l.tenant_id', '=', tenantId)
            .where('l.used_at', 'is', null)
            .where('l.expires_at', '>', which.withoutLinkAt),
        )
  ).execute()
}
