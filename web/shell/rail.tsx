// The rail at the desk: views with counts. A menu on a small screen, by the browser's own details.

import { Icon } from '../ui/icon.tsx'
import { LiveRegion } from '../ui/live.tsx'
import { uiText, type Lang } from '../ui/text.ts'
import type { Rail as RailData, RailItem } from './types.ts'

export function Rail({ lang, rail }: { readonly lang: Lang; readonly rail: RailData }) {
  const groups = (
    <>
      {rail.groups.map((group) => (
        <>
          {group.heading && <h2>{group.heading}</h2>}
          <ul class="l">
            {group.items.map((item) => (
              <RailLink item={item} />
            ))}
          </ul>
        </>
      ))}
    </>
  )
  return (
    <nav class="rail" aria-label={uiText(lang).mainMenu}>
      <details>
        <summary>
          <Icon name="panel-left" />
          {rail.label}
          <Icon name="chevron-down" />
        </summary>
        <div>
          {rail.topics ? (
            <LiveRegion id="vyer" topics={rail.topics}>
              {groups}
            </LiveRegion>
          ) : (
            groups
          )}
        </div>
      </details>
    </nav>
  )
}

function RailLink({ item }: { readonly item: RailItem }) {
  return (
    <li>
      <a href={item.href} aria-current={item.current ? 'page' : undefined}>
        <Icon name={item.icon} />
        <span>{item.label}</span>
        {item.count !== undefined && (
          <span class={item.hot ? 'n hot' : 'n'}>
            {item.hot && <Icon name="alarm-clock" />}
            {item.count}
          </span>
        )}
      </a>
    </li>
  )
}
