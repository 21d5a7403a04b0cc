// The head of a case at the desk: what it is, in which state, and what can be done now. One filled button: the step that
// comes next. The forms stand in menus and need no script.
import type { ComponentChildren } from 'preact'
import { onceKey } from '#platform/http/serve-site'
import { Button, CopyNumber, Form, LinkButton, Menu, MenuList, PageHead } from '#ui'
import type { IconName, MenuItem } from '#ui'
import { kindWords } from '../words.ts'
import { caseForm, offered } from './case-forms.tsx'
import type { FormKey } from './case-forms.tsx'
import { StateTag } from './case-marks.tsx'
import type { SideProps } from './case-side.tsx'
import { deskText } from './desk-text.ts'

export interface HeadProps extends SideProps {
  /** The form that stands on the page is not also in a menu. */
  readonly onPage: FormKey | null
}

export async function caseHead(props: HeadProps): Promise<ComponentChildren> {
  const { visit, found } = props
  const { lang } = visit
  return (
    <PageHead
      title={found.title}
      under={
        <>
          <StateTag lang={lang} state={found.state} waitingFor={found.waitingFor} />
          <span>
            {kindWords[found.kind][lang]} {found.number}
          </span>
          <CopyNumber lang={lang} value={found.number} />
        </>
      }
      actions={await actions(props)}
    />
  )
}

/** What comes next is filled: take, begin, go on or deliver. */
async function actions(props: HeadProps): Promise<ComponentChildren> {
  const { view, found, visit } = props
  const text = deskText[visit.lang]
  const may = new Set(found.may)
  const mine = found.owner !== null && found.owner.id === view.actor.personId
  const next =
    may.has('take') && found.owner === null
      ? 'ta'
      : may.has('start') && mine
        ? 'borja'
        : may.has('resume')
          ? 'fortsatt'
          : may.has('deliver')
            ? 'leverera'
            : null
  return (
    <>
      {may.has('pause') && (await formMenu(props, 'pausa', { label: text.pause, keyHint: 'P' }))}
      {may.has('hand_over') && (await formMenu(props, 'lamna', { label: text.handOver }))}
      <MoreMenu {...props} />
      {may.has('reopen') && (await formMenu(props, 'oppna', { label: text.reopen }))}
      {may.has('start') && (
        <Step {...props} deed="borja" label={text.start} primary={next === 'borja'} keyHint="L" icon="play" />
      )}
      {may.has('resume') && (
        <Step {...props} deed="fortsatt" label={text.resume} primary={next === 'fortsatt'} keyHint="L" icon="play" />
      )}
      {may.has('deliver') &&
        (await formMenu(props, 'leverera', {
          label: text.deliver,
          keyHint: 'D',
          icon: 'check',
          primary: next === 'leverera',
        }))}
      {may.has('take') && !mine && found.owner === null && (
        <Step
          {...props}
          deed="ta"
          label={text.assignMe}
          primary={next === 'ta'}
          keyHint="M"
          icon="user-check"
          versioned={false}
        />
      )}
    </>
  )
}

interface StepProps extends HeadProps {
  readonly deed: string
  readonly label: string
  readonly primary: boolean
  readonly keyHint: string
  readonly icon: IconName
  readonly versioned?: boolean
}

/** A deed that needs no words is a button. */
function Step({ visit, found, deed, label, primary, keyHint, icon, versioned = true }: StepProps) {
  return (
    <Form
      action={visit.href(`/arenden/${found.number}/${deed}`)}
      hidden={{ _once: onceKey(), ...(versioned ? { _version: String(found.version) } : {}) }}
      enhance
    >
      <Button small kind={primary ? 'primary' : 'plain'} icon={icon} keyHint={keyHint}>
        {label}
      </Button>
    </Form>
  )
}

interface MenuLook {
  readonly label: string
  readonly keyHint?: string
  readonly icon?: IconName
  readonly primary?: boolean
}

async function formMenu(props: HeadProps, key: FormKey, look: MenuLook): Promise<ComponentChildren> {
  if (props.onPage === key)
    return (
      <LinkButton small href={`#${formPlace}`} current>
        {look.label}
      </LinkButton>
    )
  return (
    <Menu label={look.label} icon={look.icon} keyHint={look.keyHint} primary={look.primary}>
      {await caseForm(key, { ...props, onPage: false })}
    </Menu>
  )
}

export const formPlace = 'formular'

/** The rest of what can be done: each leads to its form on the page. */
function MoreMenu({ view, visit, found }: HeadProps) {
  const text = deskText[visit.lang]
  const to = (key: FormKey, label: string, icon: IconName): MenuItem[] =>
    offered(view, found, key)
      ? [{ label, icon, href: visit.href(`/arenden/${found.number}?gor=${key}#${formPlace}`) }]
      : []
  const groups: readonly (readonly MenuItem[])[] = [
    [...to('ringde', text.customerCalled, 'phone')],
    [
      ...to('tilldela', text.assign, 'user-plus'),
      ...to('prioritet', text.changePriority, 'flag'),
      ...to('fakta', text.correctFacts, 'pencil'),
      ...to('arendetyp', text.changeRequest, 'tags'),
      ...to('kund', text.changeCustomer, 'building'),
      ...to('folj', text.addWatcher, 'eye'),
    ],
    [
      ...to('underarende', text.createChild, 'plus'),
      ...to('huvudarende', text.setParent, 'split'),
      ...to('lanka', text.relate, 'link'),
      ...to('sammanfor', text.merge, 'merge'),
      ...to('onskemal', text.toWish, 'lightbulb'),
    ],
    [...to('aterta', text.withdraw, 'undo')],
    [{ label: text.asPdf, icon: 'file-text', href: visit.href(`/arenden/${found.number}/arende.pdf`) }],
  ]
  return (
    <Menu label={text.more} align="left">
      {groups
        .filter((items) => items.length > 0)
        .map((items) => (
          <MenuList items={items} />
        ))}
    </Menu>
  )
}
