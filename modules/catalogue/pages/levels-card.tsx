// The levels that agreements choose among, each with its promises and hours.
import type { View } from '#platform/act'
import { may } from '#platform/access'
import type { Visit } from '#platform/http/site'
import { Card, DataTable, Empty, TextField } from '#ui'
import type { Level } from '../promises/contract.ts'
import { levelsOn } from '../promises/queries.ts'
import { catalogueText } from '../text.ts'
import { formOn, MoreForm } from './form-parts.tsx'
import { promiseText, Unstated } from './page-parts.tsx'
import { path } from './promise-forms.tsx'

export async function Levels(view: View, visit: Visit) {
  const { lang } = visit
  const all = catalogueText[lang]
  const words = all.promises
  const levels = await levelsOn(view, view.today)
  const form = formOn(visit, 'niva')
  return (
    <Card heading={words.levels} aside={words.levelsHelp} class="mt8">
      <DataTable
        lang={lang}
        bare
        caption={words.levels}
        look="cards"
        rows={levels}
        rowId={(row) => row.levelId}
        empty={<Empty title={words.noLevels} icon="flag" />}
        columns={[
          { head: all.any.name, rowHead: true, phone: 'title', cell: (row: Level) => row.name[lang] },
          { head: all.any.code, cell: (row) => row.code },
          { head: words.schedule, cell: (row) => row.scheduleName ?? <Unstated lang={lang} /> },
          { head: words.title, cell: (row) => row.promises.map((promise) => promiseText(promise, lang)).join(', ') },
        ]}
      />
      {may(view.actor, 'level.keep') && (
        <MoreForm
          form={form}
          summary={words.addLevel}
          action={visit.href(`${path}/niva`)}
          submit={words.addLevel}
          primary={false}
        >
          <TextField
            {...form.field('code')}
            label={all.any.code}
            hint={all.any.codeHint}
            width="long"
            value={form.value('code')}
          />
          <TextField {...form.field('nameSv')} label={all.any.nameSv} value={form.value('nameSv')} maxLength={100} />
          <TextField {...form.field('nameEn')} label={all.any.nameEn} value={form.value('nameEn')} maxLength={100} />
        </MoreForm>
      )}
    </Card>
  )
}
