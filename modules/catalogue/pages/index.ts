// The catalogue's screens, for the site to serve.
import type { Page, Site } from '#platform/http/site'
import { areasPage } from './areas-page.tsx'
import { deskPage, proposePage } from './desk-page.tsx'
import { editPage } from './edit-page.tsx'
import { formPage } from './form-page.tsx'
import { formsPage } from './forms-page.tsx'
import { needPage } from './need-page.tsx'
import { needFiles } from './needs-file.ts'
import { needsPage } from './needs-page.tsx'
import { pricesPage } from './prices-page.tsx'
import { promisesPage } from './promises-page.tsx'
import { requestTypePage } from './request-page.tsx'
import { requestTypesPage } from './requests-page.tsx'
import { servicePage } from './service-page.tsx'
import { serviceFiles } from './services-file.ts'
import { servicesPage } from './services-page.tsx'

const pages: readonly Page[] = [
  servicesPage,
  servicePage,
  editPage,
  deskPage,
  proposePage,
  areasPage,
  needsPage,
  needPage,
  formsPage,
  formPage,
  requestTypesPage,
  requestTypePage,
  promisesPage,
  pricesPage,
]

export function cataloguePages(site: Site): void {
  for (const page of pages) {
    site.page(page)
    // A refused form stands at its own address; read again, that is the page it stands on.
    for (const deed of Object.keys(page.deeds ?? {}))
      if (deed !== '')
        site.redirect({
          path: `${page.path}/${deed}`,
          access: page.access,
          to: (_view, visit) => Promise.resolve(visit.path.slice(0, -deed.length - 1)),
        })
  }
  for (const file of [...serviceFiles, ...needFiles]) site.download(file)
}
