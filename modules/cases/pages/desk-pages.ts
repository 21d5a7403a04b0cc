// The desk's screens of cases, for the site to serve.
import type { Site } from '#platform/http/site'
import { caseDocument } from './case-document.ts'
import { fileRedirection } from './case-file.ts'
import { backToCase, casePage } from './case-page.tsx'
import { suggestions } from './desk-suggestions.ts'
import { exportPages } from './queue-export.ts'
import { listPage } from './queue-page.tsx'
import { registerPage } from './register-page.tsx'

export function casesDeskPages(site: Site): void {
  for (const which of ['queue', 'cases'] as const) {
    const page = listPage(which)
    site.page(page)
    // A refused form stands at its own address; read again, that is the list.
    for (const deed of Object.keys(page.deeds ?? {}))
      site.redirect({ path: `${page.path}/${deed}`, access: page.access, to: () => Promise.resolve(page.path) })
    for (const file of exportPages(which)) site.download(file)
  }
  site.page(registerPage)
  for (const deed of Object.keys(registerPage.deeds ?? {}))
    site.redirect({
      path: `${registerPage.path}/${deed}`,
      access: registerPage.access,
      to: () => Promise.resolve(registerPage.path),
    })
  site.page(casePage)
  site.redirect(backToCase)
  site.redirect(fileRedirection)
  site.download(caseDocument)
  for (const one of suggestions) site.download(one)
}
