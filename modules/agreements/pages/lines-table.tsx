// The lines of an agreement: what is covered, at which level, by which hours, and how it is paid.
import { quantityText } from '#basics/money'
import type { Visit } from '#platform/http/site'
import { DataTable, spanText } from '#ui'
import type { AgreementView, LineView } from '../contract.ts'
import { agreementsText } from '../text.ts'

export function LinesTable(props: {
  readonly visit: Visit
  readonly agreement: AgreementView
  /** Where a line is changed; none for those who may not. */
  readonly changeHref?: ((lineNo: number) => string) | undefined
}) {
  const { visit, agreement, changeHref } = props
  const { lang } = visit
  const words = agreementsText[lang]
  const mute = <span class="mute">{words.unstated}</span>
  return (
    <DataTable
      lang={lang}
      caption={words.lines}
      captionShown
      look="cards"
      empty={<p class="mute">{words.noLines}</p>}
      rows={agreement.lines}
      rowId={(line) => String(line.lineNo)}
      columns={[
        {
          head: words.service,
          rowHead: true,
          phone: 'title',
          cell: (line) => (
            <a href={visit.href(`/tjanster/${encodeURIComponent(line.serviceCode)}`)}>{line.service.name}</a>
          ),
        },
        {
          head: words.offering,
          cell: (line) => [line.offering?.name ?? words.allOfService, line.system?.name].filter(Boolean).join(', '),
        },
        { head: words.level, cell: (line) => line.level?.name ?? mute },
        {
          head: words.schedule,
          cell: (line) =>
            line.schedule ? (
              <a href={visit.href(`/organisation/scheman/${line.schedule.id}`)}>{line.schedule.name}</a>
            ) : (
              mute
            ),
        },
        { head: words.financing, cell: (line) => words.financings[line.financing] },
        {
          head: words.volume,
          number: true,
          cell: (line) =>
            line.agreedVolumeThousandths === null ? mute : quantityText(BigInt(line.agreedVolumeThousandths), lang),
        },
        { head: words.valid, cell: (line) => spanText(line.validFrom, line.validTo, lang) },
        ...(changeHref
          ? [
              {
                head: words.change,
                headHidden: true,
                cell: (line: LineView) => (
                  <a href={`${changeHref(line.lineNo)}#rad`}>
                    {words.change}
                    <span class="sr">
                      {' '}
                      {words.line} {line.lineNo}, {line.service.name}
                    </span>
                  </a>
                ),
              },
            ]
          : []),
      ]}
    />
  )
}
