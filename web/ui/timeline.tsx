// One timeline per record. What came in is white, our reply has a tinted head, what is internal is warm with a dashed
// frame, a lock and words; an event is one line. The composer stands last.

import type { ComponentChildren } from 'preact'
import { Form } from './form.tsx'
import { classes, Icon, type IconName } from './icon.tsx'
import { Tabs, type Tab } from './list.tsx'
import { Avatar } from './tag.tsx'
import { uiText, type Lang } from './text.ts'

export function Timeline({ label, children }: { readonly label: string; readonly children: ComponentChildren }) {
  return (
    <ol class="tl" aria-label={label}>
      {children}
    </ol>
  )
}

export interface MessageProps {
  readonly lang: Lang
  readonly kind: 'in' | 'out' | 'inside'
  /** Whose initials. */
  readonly from: string
  /** The words in the head: `Du till kunden`. */
  readonly title: string
  /** `e-post`, `via portalen`. */
  readonly via?: string | undefined
  readonly at: string
  /** The instant, machine-readable. */
  readonly atIso?: string | undefined
  readonly id?: string | undefined
  readonly files?: ComponentChildren
  readonly children: ComponentChildren
}

export function Message(props: MessageProps) {
  const { lang, kind, from, title, via, at, atIso, id, files, children } = props
  const text = uiText(lang)
  return (
    <li id={id}>
      <Avatar name={from} large customer={kind === 'in'} />
      <article class={classes('msg', kind !== 'in' && kind)}>
        <header>
          {kind === 'inside' && (
            <>
              <span class="lock">
                <Icon name="lock" />
                {text.insideNote}
              </span>
              <span>{text.notSeen}</span>
            </>
          )}
          <b>{title}</b>
          {via && <span>{via}</span>}
          <time dateTime={atIso}>{at}</time>
        </header>
        <div class="body">
          {children}
          {files && <div class="attached">{files}</div>}
        </div>
      </article>
    </li>
  )
}

export interface EventLineProps {
  readonly icon: IconName
  readonly tone?: 'wait' | 'ok' | 'warn' | 'bad' | undefined
  readonly at: string
  readonly atIso?: string | undefined
  readonly children: ComponentChildren
}

export function EventLine({ icon, tone, at, atIso, children }: EventLineProps) {
  return (
    <li>
      <span class={classes('ev', tone)}>
        <Icon name={icon} />
      </span>
      <p class="line">
        <span>{children}</span>
        <time dateTime={atIso}>{at}</time>
      </p>
    </li>
  )
}

/** Content taken away by a decision: the place stays, the words are gone. */
export function ErasedLine({ lang, children, at }: { lang: Lang; children: ComponentChildren; at: string }) {
  return (
    <EventLine icon="archive" at={at}>
      <b>{uiText(lang).erased}</b> {children}
    </EventLine>
  )
}

export interface ComposerProps {
  readonly lang: Lang
  readonly id: string
  readonly action: string
  readonly hidden?: Readonly<Record<string, string>> | undefined
  /** Reply or internal note: links to the same page with the other chosen. One alone is not shown. */
  readonly modes: readonly Tab[]
  readonly inside?: boolean | undefined
  readonly name: string
  /** What is written: `Svar till kunden`. */
  readonly label: string
  readonly value?: string | undefined
  readonly placeholder?: string | undefined
  readonly error?: string | undefined
  /** Key under which unsaved text is kept in the browser. */
  readonly draft?: string | undefined
  /** Name of the file input; no files without it. */
  readonly filesName?: string | undefined
  /** Topic on which others see that something is being written. */
  readonly presence?: string | undefined
  /** The page was opened to write here. */
  readonly autofocus?: boolean | undefined
  /** One letter that puts the cursor here; on the tab of the other mode it changes to that. */
  readonly keyHint?: string | undefined
  /** The buttons. */
  readonly children: ComponentChildren
}

export function Composer(props: ComposerProps) {
  const { lang, id, inside, filesName } = props
  const text = uiText(lang)
  return (
    <Form
      class={classes('composer', inside && 'inside')}
      id={id}
      action={props.action}
      hidden={props.hidden}
      files={filesName !== undefined}
      enhance
    >
      {props.modes.length > 1 && <Tabs look="seg" label={text.whatDoYouWrite} items={props.modes} />}
      {inside && (
        <p class="inside-words">
          <Icon name="lock" />
          {text.insideNote}: {text.notSeen}
        </p>
      )}
      {props.error && (
        <p class="error" id={`${id}-error`}>
          <Icon name="circle-alert" />
          <span>{props.error}</span>
        </p>
      )}
      <label class="sr" for={`${id}-text`}>
        {props.label}
      </label>
      <textarea
        class="input"
        id={`${id}-text`}
        name={props.name}
        placeholder={props.placeholder}
        aria-invalid={props.error ? 'true' : undefined}
        aria-describedby={props.error ? `${id}-error` : undefined}
        autoFocus={props.autofocus}
        data-key={props.keyHint?.toLowerCase()}
        data-draft={props.draft}
        data-presence={props.presence}
      >
        {props.value}
      </textarea>
      <footer>
        {props.children}
        {filesName && <ComposerFiles lang={lang} name={filesName} id={`${id}-files`} />}
        <output class="sm mute push" data-draft-status="" />
      </footer>
    </Form>
  )
}

function ComposerFiles({ lang, name, id }: { readonly lang: Lang; readonly name: string; readonly id: string }) {
  return (
    <file-drop class="attach">
      <label class="btn sm quiet" for={id}>
        <Icon name="paperclip" />
        {uiText(lang).attach}
      </label>
      <input class="sr-input" id={id} type="file" name={name} multiple />
      <ul class="chosen l" aria-live="polite" />
    </file-drop>
  )
}
