// The portal's screens of cases, and those of the purchaser and the head of a unit, for the site to serve.
import type { Site } from '#platform/http/site'
import { approvalsPage } from './approvals-page.tsx'
import { loadPage } from './load-page.tsx'
import { mineFiles } from './mine-files.ts'
import { minePages } from './mine-page.tsx'
import { choosePage } from './order-choose.tsx'
import { orderPage } from './order-page.tsx'
import { findPage } from './portal-find.tsx'
import { portalPage } from './portal-page.tsx'
import { receiptPage, toReceipt } from './receipt-page.tsx'

export function casesPortalPages(site: Site): void {
  for (const page of [portalPage, findPage, choosePage, orderPage, receiptPage, ...minePages, approvalsPage, loadPage])
    site.page(page)
  for (const file of mineFiles) site.download(file)
  site.redirect(toReceipt)
  // A refused form stands at its own address; read again, that is the list.
  for (const deed of Object.keys(approvalsPage.deeds ?? {}))
    site.redirect({
      path: `${approvalsPage.path}/${deed}`,
      access: approvalsPage.access,
      to: () => Promise.resolve(approvalsPage.path),
    })
}
