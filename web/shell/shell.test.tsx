// The document around a page: landmarks, language, theme, seat, and nothing the strict content policy forbids.

import { describe, expect, test } from 'vitest'
import { errorPage, page, type ShellProps } from './index.ts'

const base: ShellProps = {
  layout: 'desk',
  lang: 'sv',
  theme: 'system',
  assets: { css: '/a.css', js: '/a.js', font: '/a.woff2' },
  title: 'Kö',
  tenant: { slug: 'tyreso', name: 'Kontoret för interna tjänster', municipality: 'Tyresö kommun', colour: '#275B45' },
  addresses: { home: '/tyreso', seat: '/plats', language: '/sprak', theme: '/tema', signOut: '/ut' },
  here: '/tyreso/ko?enhet=ks',
  person: 'Siv Ek',
  seats: [
    { id: 's1', label: 'Handläggare, Kontorsservice', current: true },
    { id: 's2', label: 'Anställd' },
  ],
  notices: { href: '/notiser', unread: 2, topic: 'notices:1' },
  search: { action: '/sok' },
  rail: { label: 'Vyer', groups: [{ items: [{ label: 'Kö', href: '/ko', icon: 'inbox', count: 34, current: true }] }] },
  crumbs: [{ label: 'Start', href: '/' }, { label: 'Kö' }],
  content: <h1>Kö</h1>,
}

describe('the document', () => {
  const html = page(base)

  test('has language, title, skip link first, one main, named navigation', () => {
    expect(html).toMatch(/^<!doctype html><html lang="sv"><head>/)
    expect(html).toContain('<title>Kö – Kontoret, Tyresö kommun</title>')
    expect(html).toMatch(/<body[^>]*><a class="skip" href="#innehall">Hoppa till innehållet<\/a>/)
    expect(html.match(/<main/g)).toHaveLength(1)
    for (const name of ['Konto och hjälp', 'Huvudmeny', 'Brödsmulor'])
      expect(html).toContain(`<nav aria-label="${name}"`.replace('<nav ', ''))
    expect(html).toMatch(/<div class="toasts" id="besked" role="status" aria-live="polite"/)
  })

  test('takes style, colour and script from files only', () => {
    expect(html).toContain('<link rel="stylesheet" href="/a.css"')
    expect(html).toContain('<link rel="stylesheet" href="/assets/org-275b45.css"')
    expect(html).toContain('<script type="module" src="/a.js"></script>')
    expect(html).not.toMatch(/<style|<script(?! type="module" src=)| style="| on[a-z]+="/)
  })

  test('locks the theme only when one is chosen, and marks it in the menu', () => {
    expect(html).not.toContain('data-theme')
    const dark = page({ ...base, theme: 'dark' })
    expect(dark).toContain('<html lang="sv" data-theme="dark">')
    expect(dark).toMatch(/name="theme" value="dark" aria-pressed="true"/)
  })

  test('lets one change seat, language and theme and sign out with plain forms that come back here', () => {
    expect(html).toMatch(/action="\/plats".*name="return" value="\/tyreso\/ko\?enhet=ks".*name="seat" value="s2"/s)
    expect(html).toMatch(/action="\/sprak".*name="lang" value="en"/s)
    expect(html).toMatch(/action="\/ut" id="logga-ut"/)
    expect(html).not.toContain('value="s1"')
  })

  test('tells unread notices and the current view to those who listen', () => {
    expect(html).toContain('<span class="sr">2 olästa</span>')
    expect(html).toMatch(/<a href="\/ko" aria-current="page">/)
    expect(html).toMatch(/<live-region id="notiser" class="inline" data-topics="notices:1">/)
  })

  test("says the demonstration's own day", () => {
    expect(html).not.toContain('Demonstration')
    const demonstration = { ...base, demonstrationDay: Temporal.PlainDate.from('2012-10-03') }
    expect(page(demonstration)).toContain('Demonstration: onsdag 3 oktober 2012')
    expect(page({ ...demonstration, lang: 'en' })).toContain('Demonstration: Wednesday 3 October 2012')
  })

  test('says first in its title that the form has errors', () => {
    expect(page({ ...base, hasErrors: true })).toContain('<title>Fel: Kö – ')
  })

  test('answers a deed where the reader is told', () => {
    expect(page({ ...base, flash: { tone: 'ok', text: 'Ärendet är stängt.' } })).toMatch(
      /<main[^>]*>.*<div class="notice ok mb5" role="status">.*Ärendet är stängt\./s,
    )
  })
})

test('English is English all through', () => {
  const html = page({
    ...base,
    lang: 'en',
    title: 'Queue',
    content: '',
    tenant: undefined,
    rail: undefined,
    crumbs: [],
    seats: [],
  })
  const words = html
    .replace(/<[^>]+>/g, ' ')
    .replace('Svenska', '')
    .replace('På svenska', '')
  expect(words.match(/[åäö]\w*/gi)).toBeNull()
})

test('the portal has its foot with the other language, the desk has its keys', () => {
  const portal = page({ ...base, layout: 'portal', full: true, footer: [{ label: 'Tillgänglighet', href: '/t' }] })
  expect(portal).toMatch(/<footer class="foot">.*Tillgänglighet.*In English/s)
  expect(portal).toMatch(/<main id="innehall" tabindex="-1" class="full">/i)
  expect(portal).not.toContain('id="kortkommandon"')
  expect(page(base)).toContain('id="kortkommandon"')
})

test('sign-in and errors stand alone, without seat or rail', () => {
  const html = errorPage({
    lang: 'sv',
    theme: 'system',
    assets: base.assets,
    addresses: base.addresses,
    here: '/x',
    title: 'Sidan finns inte',
    text: 'Det du söker finns inte, eller så har du inte rätt att se det.',
    wayOn: { label: 'Till start', href: '/' },
  })
  expect(html).toContain('<body class="minimal"')
  expect(html).toContain('<h1>Sidan finns inte</h1>')
  expect(html).not.toMatch(/class="rail"|Logga ut/)
  expect(html).toContain('/assets/org-1a5772.css')
})
