// The header bar: who we are, search, what is mine, and the seat with its menu.

import { Hidden, Icon } from '../ui/icon.tsx'
import { Form } from '../ui/form.tsx'
import { fullDate, weekdayName } from '#basics/dates'
import { keyMapId } from '../ui/key-map.tsx'
import { LiveRegion } from '../ui/live.tsx'
import { Menu, MenuList } from '../ui/menu.tsx'
import { Count } from '../ui/tag.tsx'
import { uiText, type Lang } from '../ui/text.ts'
import type { NavItem, ShellProps, Theme } from './types.ts'

export function Bar(props: ShellProps) {
  const text = uiText(props.lang)
  return (
    <header class="bar">
      {props.demonstrationDay && (
        <div class="demo-day">
          <p>
            <Icon name="calendar" />
            {text.demonstration(dayInWords(props.demonstrationDay, props.lang))}
          </p>
        </div>
      )}
      <div class="bar-in">
        <Brand {...props} />
        {props.search && props.layout === 'desk' && <BarSearch lang={props.lang} {...props.search} />}
        <nav class="bar-nav" aria-label={text.accountAndHelp}>
          {props.search && props.layout === 'desk' && (
            <a class="act only-phone" href={props.search.action}>
              <Icon name="search" label={text.search} />
            </a>
          )}
          {props.nav?.map((item) => (
            <BarLink item={item} />
          ))}
          {props.notices && <Notices lang={props.lang} notices={props.notices} />}
          {props.person ? <SeatMenu {...props} /> : <GuestMenu {...props} />}
        </nav>
      </div>
    </header>
  )
}

const dayInWords = (day: Temporal.PlainDate, lang: Lang) => `${weekdayName(day, lang)} ${fullDate(day, lang)}`

function Brand({ addresses, tenant }: ShellProps) {
  return (
    <a class="brand" href={addresses.home}>
      <svg viewBox="0 0 28 28" aria-hidden="true" fill="none">
        <rect x="1" y="1" width="26" height="26" rx="4" fill="currentColor" fill-opacity=".14" />
        <path d="M7 6.5v15" stroke="currentColor" stroke-width="3" />
        <path d="M12 14h2.2l6-7.5M14.6 13.6l6.4 7.9" stroke="currentColor" stroke-width="3" />
      </svg>
      <span>Kontoret</span>
      {tenant && (
        <span class="org">
          {tenant.name}
          <br />
          {tenant.municipality}
        </span>
      )}
    </a>
  )
}

type BarSearchProps = NonNullable<ShellProps['search']> & { readonly lang: Lang }

function BarSearch({ lang, action, placeholder, value }: BarSearchProps) {
  const text = uiText(lang)
  return (
    <Form class="bar-search" method="get" action={action} search label={text.searchIn}>
      <Icon name="search" />
      <label class="sr" for="sok">
        {text.searchIn}
      </label>
      <input
        id="sok"
        name="q"
        type="search"
        value={value}
        placeholder={placeholder ?? text.searchHint}
        autocomplete="off"
        data-key="/"
      />
      <kbd aria-hidden="true" class="needs-script">
        /
      </kbd>
    </Form>
  )
}

function BarLink({ item }: { readonly item: NavItem }) {
  return (
    <a
      class="act"
      href={item.href}
      aria-current={item.current ? 'page' : undefined}
      data-key={item.keyHint?.toLowerCase()}
    >
      <Icon name={item.icon} />
      <span class="txt">{item.label}</span>
      {item.count !== undefined && item.count > 0 && <Count value={item.count} words={item.countWords} />}
    </a>
  )
}

function Notices({ lang, notices }: { readonly lang: Lang; readonly notices: NonNullable<ShellProps['notices']> }) {
  const text = uiText(lang)
  const link = (
    <a class="act" href={notices.href}>
      <Icon name="bell" label={text.notices} />
      {notices.unread > 0 && <Count value={notices.unread} words={text.unread(notices.unread)} />}
    </a>
  )
  if (!notices.topic) return link
  return (
    <LiveRegion id="notiser" class="inline" topics={[notices.topic]}>
      {link}
    </LiveRegion>
  )
}

function SeatMenu(props: ShellProps) {
  const { lang, seats = [], addresses, person } = props
  const text = uiText(lang)
  const now = seats.find((seat) => seat.current)
  const others = seats.filter((seat) => !seat.current)
  return (
    <Menu label={now?.label ?? person} icon="user" labelHidden={`, ${text.account}`} look="bare" id="platsmeny">
      <p class="seat-now">
        <b>{person}</b>
        {now?.label}
      </p>
      {others.length > 0 && addresses.seat && (
        <Form action={addresses.seat} hidden={{ return: props.here }}>
          <MenuList
            heading={text.changeSeat}
            items={others.map((seat) => ({ label: seat.label, icon: 'user' as const, name: 'seat', value: seat.id }))}
          />
        </Form>
      )}
      <LookMenus {...props} />
      {props.layout === 'desk' && (
        <div class="needs-script">
          <MenuList items={[{ label: text.keyboard, icon: 'keyboard', opens: keyMapId, keyHint: '?' }]} />
        </div>
      )}
      {addresses.account && <MenuList items={[{ label: text.myAccount, icon: 'user', href: addresses.account }]} />}
      {addresses.signOut && (
        <Form action={addresses.signOut} id="logga-ut">
          <MenuList items={[{ label: text.signOut, icon: 'log-out' }]} />
        </Form>
      )}
    </Menu>
  )
}

/** Before anyone has signed in: language and appearance only. */
function GuestMenu(props: ShellProps) {
  const text = uiText(props.lang)
  return (
    <Menu label={text.theme} icon="languages" look="bare" id="utseendemeny">
      <LookMenus {...props} />
    </Menu>
  )
}

const themeIcon = { system: 'monitor', light: 'sun', dark: 'moon' } as const

function LookMenus({ lang, theme, addresses, here }: ShellProps) {
  const text = uiText(lang)
  const themes: readonly Theme[] = ['system', 'light', 'dark']
  return (
    <>
      <Form action={addresses.theme} hidden={{ return: here }}>
        <MenuList
          heading={text.theme}
          items={themes.map((value) => ({
            label: text.themes[value],
            icon: themeIcon[value],
            name: 'theme',
            value,
            current: value === theme,
          }))}
        />
      </Form>
      <Form action={addresses.language} hidden={{ return: here }}>
        <MenuList
          heading={text.language}
          items={[
            { label: 'Svenska', name: 'lang', value: 'sv', current: lang === 'sv', icon: 'languages' },
            { label: 'English', name: 'lang', value: 'en', current: lang === 'en', icon: 'languages' },
          ]}
        />
      </Form>
    </>
  )
}

/** The other language, for the foot of the page. */
export function OtherLanguage({ lang, addresses, here }: ShellProps) {
  const other = lang === 'sv' ? 'en' : 'sv'
  return (
    <Form action={addresses.language} hidden={{ return: here }}>
      <button class="linkish" name="lang" value={other} lang={other}>
        {other === 'en' ? 'In English' : 'På svenska'}
        <Hidden>{lang === 'sv' ? ', byt språk' : ', change language'}</Hidden>
      </button>
    </Form>
  )
}
