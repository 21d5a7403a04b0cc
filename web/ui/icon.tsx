// An icon beside words is decoration; an icon alone carries a hidden name.

import { icons, type IconName } from './icons.ts'

export type { IconName } from './icons.ts'

export interface IconProps {
  readonly name: IconName
  /** Only when no visible text stands beside it. */
  readonly label?: string | undefined
  readonly large?: boolean | undefined
  readonly class?: string | undefined
}

export function Icon({ name, label, large, class: extra }: IconProps) {
  const drawing = (
    <svg
      class={classes('i', large && 'lg', extra)}
      viewBox="0 0 24 24"
      aria-hidden="true"
      // The drawings are constants of icons.ts; nothing from outside comes here.
      dangerouslySetInnerHTML={{ __html: icons[name] }}
    />
  )
  if (!label) return drawing
  return (
    <>
      {drawing}
      <Hidden>{label}</Hidden>
    </>
  )
}

/** Text for those who listen. */
export function Hidden({ children }: { readonly children: string | readonly string[] | undefined }) {
  return <span class="sr">{children}</span>
}

/** The class attribute of the parts that hold; nothing when none does. */
export function classes(...parts: readonly (string | false | undefined)[]): string | undefined {
  return parts.filter(Boolean).join(' ') || undefined
}
