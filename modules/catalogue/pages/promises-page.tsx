// Everything that is promised, nearest the citizen first, with its versions; and the levels that agreements choose among.
import { EndPromise } from '../promises/contract.ts'
import type { View } from '#platform/act'
import { may } from '#platform/access'
import type { FormDeed, Page, Visit } from '#platform/http/site'
import { formDeed } from '#platform/http/site'
import { idField, shape } from '#platform/http/shape'
import { DataTable, Empty, PageHead, Tag } from '#ui'
import type { PromiseShown } from '../contract.ts'
import { holders } from '../promise.ts'
import { AddLevel, AddPromise } from '../promises/contract.ts'
import { addLevel, addPromiseVersion, endPromise } from '../promises/keep-promises.ts'
import { levelsOn, promisesOn } from '../promises/queries.ts'
import { areasOn, servicesFor } from '../queries.ts'
import { requestTypesOn } from '../requests/queries.ts'
import { catalogueText } from '../text.ts'
import { conditionText, Origin, promiseText, spanText, Unstated } from './page-parts.tsx'
import { Levels } from './levels-card.tsx'
import { AddForm, RowForms, path } from './promise-forms.tsx'

const back = (): string => `${path}?klart=sparat`

const promiseDeeds: Readonly<Record<string, FormDeed>> = {
  '': formDeed({
    access: 'promise.keep',
    body: AddPromise,
    run: (deed, { body }) => addPromiseVersion(deed, body),
    then: back,
  }),
  version: formDeed({
    access: 'promise.keep',
    body: AddPromise,
    run: (deed, { body }) => addPromiseVersion(deed, body),
    then: back,
  }),
  avsluta: formDeed({
    access: 'promise.keep',
    body: shape({ ...EndPromise.properties, promiseId: idField() }),
    run: (deed, { body }) => endPromise(deed, body),
    then: back,
  }),
  niva: formDeed({ access: 'level.keep', body: AddLevel, run: (deed, { body }) => addLevel(deed, body), then: back }),
}

export const promisesPage: Page = {
  path,
  access: 'catalogue.desk',
  async show(view, visit) {
    const { lang } = visit
    const all = catalogueText[lang]
    const words = all.promises
    const rows = await promisesOn(view, view.today)
    const names = await holderNames(view, visit)
    const keeps = may(view.actor, 'promise.keep', new Set(['owns_area']))
    return {
      title: words.title,
      layout: 'desk',
      current: 'promises',
      topics: ['promises'],
      main: (
        <>
          <PageHead title={words.title} under={words.lead} />
          <DataTable
            lang={lang}
            caption={words.title}
            look="cards"
            groups={holders
              .toReversed()
              .map((holder) => ({ heading: all.holders[holder], rows: rows.filter((row) => row.holder === holder) }))}
            rowId={(row) => row.promiseId}
            empty={<Empty title={words.none} icon="flag" />}
            columns={[
              {
                head: words.what,
                rowHead: true,
                phone: 'title',
                cell: (row: PromiseShown) => (
                  <>
                    {row.label && <b>{row.label}: </b>}
                    {row.name[lang]}{' '}
                    {row.guarantee && (
                      <Tag tone="accent" icon="shield-check">
                        {words.guarantee}
                      </Tag>
                    )}
                    <span class="sm mute block">
                      {row.holderId ? names.get(row.holderId) : null}
                      <Origin origin={row.origin} lang={lang} />
                    </span>
                  </>
                ),
              },
              {
                head: words.measure,
                cell: (row) => (row.clockKind === null ? words.noMeasure : promiseText(row, lang)),
              },
              { head: words.condition, cell: (row) => conditionText(row, lang) || all.any.everyone },
              { head: words.strength, cell: (row) => words.strengths[row.strength] },
              {
                head: words.target,
                number: true,
                cell: (row) =>
                  row.targetShareThousandths === null ? (
                    <Unstated lang={lang} />
                  ) : (
                    `${row.targetShareThousandths / 10}\u00a0%`
                  ),
              },
              { head: all.service.holds, class: 'nowrap', cell: (row) => spanText(row.validFrom, row.validTo, lang) },
              ...(keeps
                ? [
                    {
                      head: all.any.details,
                      headHidden: true,
                      cell: (row: PromiseShown) => <RowForms promise={row} visit={visit} view={view} />,
                    },
                  ]
                : []),
            ]}
          />
          {keeps && (
            <div class="mt6">
              <AddForm visit={visit} view={view} />
            </div>
          )}
          {await Levels(view, visit)}
        </>
      ),
    }
  },
  deeds: promiseDeeds,
}

/** What a promise is about, by id, in the visitor's language. */
async function holderNames(view: View, visit: Visit): Promise<ReadonlyMap<string, string>> {
  const { lang } = visit
  const [areas, services, types, levels] = [
    await areasOn(view),
    await servicesFor(view),
    await requestTypesOn(view, { date: view.today }),
    await levelsOn(view, view.today),
  ]
  return new Map([
    ...areas.map((one) => [one.areaId, one.name[lang]] as const),
    ...services.map((one) => [one.serviceId, one.name[lang]] as const),
    ...types.map((one) => [one.requestTypeId, one.name[lang]] as const),
    ...levels.map((one) => [one.levelId, one.name[lang]] as const),
  ])
}
