// The frame of every chart: the finding as heading, measure and period under it, the drawing in three widths of which
// the container shows one (text is never scaled down), and the table the drawing is made of.

import type { ComponentChildren, VNode } from 'preact'
import { Heading } from '../ui/panel.tsx'
import { More } from '../ui/menu.tsx'
import { TableFrame } from '../ui/table.tsx'
import { uiText, type Lang } from '../ui/text.ts'

export interface ChartProps {
  readonly lang: Lang
  /** Unique on the page. */
  readonly id: string
  /** The title says the finding: “Ni är på väg att landa 102 tkr över årets budget”. */
  readonly finding: string
  /** Measure, unit and period. */
  readonly measure: string
  /** The finding in words with its figures, for those who do not see the drawing. */
  readonly description: string
  readonly level?: 2 | 3 | undefined
}

export interface ChartTable {
  readonly head: readonly string[]
  readonly rows: readonly (readonly ComponentChildren[])[]
}

export interface DrawingSize {
  readonly name: 'wide' | 'middle' | 'narrow'
  readonly width: number
  readonly height: number
}

const sizes: readonly DrawingSize[] = [
  { name: 'wide', width: 640, height: 240 },
  { name: 'middle', width: 480, height: 216 },
  { name: 'narrow', width: 330, height: 196 },
]

interface ChartFrameProps extends ChartProps {
  readonly draw: (size: DrawingSize) => VNode
  readonly table: ChartTable
}

export function ChartFrame(props: ChartFrameProps) {
  const { lang, id, finding, measure, description, level = 2, draw, table } = props
  return (
    <figure class="chart" id={id}>
      <figcaption>
        <Heading level={level} id={`${id}-t`}>
          {finding}
        </Heading>
        <p>{measure}</p>
      </figcaption>
      <div class="cq">
        {sizes.map((size) => (
          <svg
            class={size.name}
            viewBox={`0 0 ${size.width} ${size.height}`}
            role="img"
            aria-labelledby={`${id}-t ${id}-${size.name}`}
          >
            <desc id={`${id}-${size.name}`}>{description}</desc>
            {draw(size)}
          </svg>
        ))}
      </div>
      <More summary={uiText(lang).showAsTable}>
        <TableFrame label={finding}>
          <table>
            <caption class="sr">{finding}</caption>
            <thead>
              <tr>
                {table.head.map((head, i) => (
                  <th scope="col" class={i > 0 ? 'num' : undefined}>
                    {head}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {table.rows.map(([first, ...rest]) => (
                <tr>
                  <th scope="row">{first}</th>
                  {rest.map((value) => (
                    <td class="num">{value}</td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </TableFrame>
      </More>
    </figure>
  )
}
