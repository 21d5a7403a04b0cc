// The organisation drawn: a nested list, so it reads as one. On a wide page the branches under the top stand side by
// side with lines; on a narrow one they indent. Works at 320 px and on paper.

import { classes, Hidden, Icon, type IconName } from './icon.tsx'
import { uiText, type Lang } from './text.ts'

export interface OrgNode {
  readonly id: string
  readonly name: string
  readonly href?: string | undefined
  /** `Nämnd`, `Enhet`. */
  readonly kind?: string | undefined
  /** Who leads it. */
  readonly lead?: string | undefined
  /** `42 årsarbetare`, `kund sedan 2011`. */
  readonly note?: string | undefined
  readonly icon?: IconName | undefined
  readonly current?: boolean | undefined
  readonly children?: readonly OrgNode[] | undefined
}

export interface OrgChartProps {
  readonly lang: Lang
  readonly label: string
  readonly root: OrgNode
  /** Levels shown open; deeper branches can be opened. */
  readonly openLevels?: number | undefined
}

export function OrgChart({ lang, label, root, openLevels = 3 }: OrgChartProps) {
  return (
    <ul class="orgtree" aria-label={label}>
      <Branch lang={lang} node={root} level={1} openLevels={openLevels} />
    </ul>
  )
}

interface BranchProps {
  readonly lang: Lang
  readonly node: OrgNode
  readonly level: number
  readonly openLevels: number
}

function Branch({ lang, node, level, openLevels }: BranchProps) {
  const children = node.children ?? []
  const list = (
    <ul>
      {children.map((child) => (
        <Branch lang={lang} node={child} level={level + 1} openLevels={openLevels} />
      ))}
    </ul>
  )
  return (
    <li class={`level-${Math.min(level, 4)}`}>
      <NodeCard node={node} />
      {children.length > 0 &&
        (level < openLevels ? (
          list
        ) : (
          <details class="more">
            <summary>
              {uiText(lang).subUnits(children.length)}
              <Hidden>{`, ${node.name}`}</Hidden>
            </summary>
            {list}
          </details>
        ))}
    </li>
  )
}

function NodeCard({ node }: { readonly node: OrgNode }) {
  return (
    <div class={classes('org-node', node.current && 'here')}>
      {node.icon && <Icon name={node.icon} />}
      <div>
        {node.kind && <span class="org-kind">{node.kind}</span>}
        {node.href ? (
          <a href={node.href} aria-current={node.current ? 'true' : undefined}>
            {node.name}
          </a>
        ) : (
          <b>{node.name}</b>
        )}
        {node.lead && <span class="org-line">{node.lead}</span>}
        {node.note && <span class="org-line mute">{node.note}</span>}
      </div>
    </div>
  )
}
