// The whole document around a page: language, theme and colour, skip link, header, rail or single track, flash, footer,
// and the region where the script speaks. No inline style, no inline script.

import { renderToString } from 'preact-render-to-string'
import { organisationCssPath } from '../styles/organisation-colour.ts'
import { KeyMap } from '../ui/key-map.tsx'
import { Notice } from '../ui/notice.tsx'
import { Crumbs } from '../ui/panel.tsx'
import { uiText } from '../ui/text.ts'
import { Bar, OtherLanguage } from './bar.tsx'
import { Rail } from './rail.tsx'
import type { ShellProps } from './types.ts'

/** The colour of pages that belong to no organisation yet. */
const productColour = '#1a5772'

export function page(props: ShellProps): string {
  return `<!doctype html>${renderToString(<Document {...props} />)}`
}

function Document(props: ShellProps) {
  const { lang, layout, theme } = props
  const text = uiText(lang)
  return (
    <html lang={lang} data-theme={theme === 'system' ? undefined : theme}>
      <Head {...props} />
      <body
        class={layout === 'desk' ? 'desk-page' : layout}
        data-density={props.density}
        data-events={props.live?.events}
        data-presence={props.live?.presence}
        data-draft-owner={props.draftOwner}
        data-words={JSON.stringify(text.client)}
      >
        <a class="skip" href="#innehall">
          {text.skip}
        </a>
        <Bar {...props} />
        {layout === 'desk' && props.rail ? (
          <div class="desk">
            <Rail lang={lang} rail={props.rail} />
            <Main {...props} />
          </div>
        ) : (
          <Main {...props} />
        )}
        {layout !== 'desk' && <Foot {...props} />}
        {layout === 'desk' && <KeyMap lang={lang} />}
        <div class="toasts" id="besked" role="status" aria-live="polite" />
      </body>
    </html>
  )
}

function Head({ title, hasErrors, lang, theme, tenant, assets }: ShellProps) {
  const place = tenant ? `Kontoret, ${tenant.municipality}` : 'Kontoret'
  return (
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <meta name="color-scheme" content={theme === 'system' ? 'light dark' : theme} />
      <title>{`${hasErrors ? `${uiText(lang).error}: ` : ''}${title} – ${place}`}</title>
      {assets.font && <link rel="preload" href={assets.font} as="font" type="font/woff2" crossorigin="anonymous" />}
      <link rel="stylesheet" href={assets.css} />
      <link rel="stylesheet" href={organisationCssPath(tenant?.colour ?? productColour)} />
      {assets.icon && <link rel="icon" href={assets.icon} type="image/svg+xml" />}
      <script type="module" src={assets.js} />
    </head>
  )
}

function Main({ lang, layout, full, wide, crumbs, flash, content }: ShellProps) {
  const notice = flash && (
    <Notice tone={flash.tone} live="status" class="mb5">
      {flash.text}
    </Notice>
  )
  return (
    <main id="innehall" tabIndex={-1} class={full && layout === 'portal' ? 'full' : wide ? 'wide' : undefined}>
      {crumbs && crumbs.length > 0 && <Crumbs lang={lang} items={crumbs} />}
      {notice && (full ? <div class="inner">{notice}</div> : notice)}
      {content}
    </main>
  )
}

function Foot(props: ShellProps) {
  const { tenant, footer = [] } = props
  return (
    <footer class="foot">
      <div>
        {tenant && (
          <span>
            {tenant.name}, {tenant.municipality}
          </span>
        )}
        {footer.map((link) => (
          <a href={link.href}>{link.label}</a>
        ))}
        <OtherLanguage {...props} />
      </div>
    </footer>
  )
}
