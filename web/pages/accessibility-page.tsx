// The accessibility statement, in plain words.
import type { Page } from '#platform/http/site'
import { PageHead } from '#ui'
import { pagesText } from './text.ts'

export const accessibilityPage: Page = {
  path: '/om-tillganglighet',
  access: 'search',
  show(_view, visit) {
    const words = pagesText[visit.lang]
    return Promise.resolve({
      title: words.a11y,
      layout: 'portal',
      main: (
        <div class="prose">
          <PageHead title={words.a11y} />
          {words.a11yText.map((paragraph) => (
            <p>{paragraph}</p>
          ))}
        </div>
      ),
    })
  },
}
