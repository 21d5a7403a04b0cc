// All forms: which version is published, how many questions it asks and which ways in use it.
import type { Page } from '#platform/http/site'
import { formDeed } from '#platform/http/site'
import { DataTable, Empty, PageHead, Tag, TextField } from '#ui'
import { AddForm as NewForm } from '../forms/contract.ts'
import type { Form as FormRead } from '../forms/contract.ts'
import { addForm } from '../forms/keep-forms.ts'
import { forms } from '../forms/queries.ts'
import { catalogueText } from '../text.ts'
import { formOn, MoreForm } from './form-parts.tsx'
import { formHref, path } from './form-addresses.ts'

export const formsPage: Page = {
  path,
  access: 'form.keep',
  async show(view, visit) {
    const { lang } = visit
    const all = catalogueText[lang]
    const words = all.forms
    const form = formOn(visit, '')
    return {
      title: words.title,
      layout: 'desk',
      current: 'forms',
      topics: ['forms'],
      main: (
        <>
          <PageHead title={words.title} under={words.lead} />
          <DataTable
            lang={lang}
            caption={words.title}
            look="cards"
            rows={await forms(view)}
            rowId={(row) => row.formId}
            empty={<Empty title={words.none} icon="file-text" />}
            columns={[
              {
                head: all.any.name,
                rowHead: true,
                phone: 'title',
                cell: (row: FormRead) => <a href={visit.href(formHref(row.code))}>{row.name[lang]}</a>,
              },
              {
                head: words.version,
                cell: (row) => (
                  <>
                    {row.publishedVersion ?? words.noVersion} {row.draft && <Tag tone="wait">{words.hasDraft}</Tag>}
                  </>
                ),
              },
              { head: words.questions, number: true, cell: (row) => row.fields.length },
              { head: words.usedBy, cell: (row) => row.usedBy.map((type) => type.name[lang]).join(', ') },
            ]}
          />
          <div class="mt6">
            <MoreForm form={form} summary={words.add} action={visit.href(path)} submit={words.add}>
              <TextField
                {...form.field('code')}
                label={all.any.code}
                hint={all.any.codeHint}
                width="long"
                value={form.value('code')}
              />
              <TextField
                {...form.field('nameSv')}
                label={all.any.nameSv}
                value={form.value('nameSv')}
                maxLength={100}
              />
              <TextField
                {...form.field('nameEn')}
                label={all.any.nameEn}
                value={form.value('nameEn')}
                maxLength={100}
              />
            </MoreForm>
          </div>
        </>
      ),
    }
  },
  deeds: {
    '': formDeed({
      access: 'form.keep',
      body: NewForm,
      run: async (deed, { body }) => {
        await addForm(deed, body)
        return body.code
      },
      then: (code) => formHref(code),
    }),
  },
}
