// The editor of a schedule: a line of hours per weekday, rows of exceptions, from which day and why.
import { weekdayName } from '#basics/dates'
import { FormSection, DateField, SelectField, TextField, TableFrame } from '#ui'
import type { Visit } from '#platform/http/site'
import { organisationText } from '../text.ts'
import type { FormView } from './form-parts.tsx'
import { mostRows, saysKinds, weekdays } from './schedule-input.ts'

export interface ScheduleFieldsProps {
  readonly visit: Visit
  readonly form: FormView
  readonly stored: Readonly<Record<string, string>>
  readonly parents: readonly { readonly value: string; readonly label: string }[]
  readonly parentScheduleId: string | null
  readonly today: Temporal.PlainDate
}

/** A Monday, for the names of the days. */
const monday = Temporal.PlainDate.from('2012-10-01')
/** Empty rows beyond those in use. */
const spareRows = 4

export function ScheduleFields({ visit, form, stored, parents, parentScheduleId, today }: ScheduleFieldsProps) {
  const { lang } = visit
  const { schedules: words, any } = organisationText[lang]
  return (
    <>
      <DateField {...form.field('from')} label={any.from} value={form.value('from', today.toString())} />
      <SelectField
        {...form.field('parentScheduleId')}
        label={words.parent}
        hint={words.parentHint}
        optional
        options={parents}
        value={form.value('parentScheduleId', parentScheduleId)}
        width="long"
      />
      <FormSection heading={words.week}>
        <p class="sm mute">{words.weekHint}</p>
        {weekdays.map((weekday) => (
          <TextField
            {...form.field(`week${weekday}`)}
            label={weekdayName(monday.add({ days: weekday - 1 }), lang)}
            optional
            value={form.value(`week${weekday}`, stored[`week${weekday}`])}
            width="long"
          />
        ))}
      </FormSection>
      <FormSection heading={words.exceptions}>
        <p class="sm mute">{words.exceptionsHint}</p>
        <ExceptionRows visit={visit} form={form} stored={stored} />
      </FormSection>
    </>
  )
}

function ExceptionRows({ visit, form, stored }: Pick<ScheduleFieldsProps, 'visit' | 'form' | 'stored'>) {
  const { schedules: words } = organisationText[visit.lang]
  const used = Array.from({ length: mostRows }, (_, n) => n + 1).filter(
    (n) => form.value(`day${n}`, stored[`day${n}`]) !== '',
  ).length
  const shown = Math.min(mostRows, used + spareRows)
  return (
    <TableFrame label={words.exceptions} bare>
      <table class="stack">
        <thead>
          <tr>
            {[words.day, words.says, words.hours, words.called].map((head) => (
              <th scope="col">{head}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {Array.from({ length: shown }, (_, i) => (
            <ExceptionRow visit={visit} form={form} stored={stored} n={i + 1} />
          ))}
        </tbody>
      </table>
    </TableFrame>
  )
}

function ExceptionRow({
  visit,
  form,
  stored,
  n,
}: Pick<ScheduleFieldsProps, 'visit' | 'form' | 'stored'> & { readonly n: number }) {
  const { schedules: words } = organisationText[visit.lang]
  const value = (name: string): string => form.value(`${name}${n}`, stored[`${name}${n}`])
  const label = (head: string): string => `${head} ${n}`
  return (
    <tr>
      <td data-l={words.day}>
        <TextField
          {...form.field(`day${n}`)}
          label={label(words.day)}
          labelHidden
          value={value('day')}
          maxLength={10}
        />
      </td>
      <td data-l={words.says}>
        <SelectField
          {...form.field(`says${n}`)}
          label={label(words.says)}
          labelHidden
          empty={null}
          options={saysKinds.map((says) => ({ value: says, label: words.saysWords[says] }))}
          value={value('says') || 'closed'}
        />
      </td>
      <td data-l={words.hours}>
        <TextField {...form.field(`hours${n}`)} label={label(words.hours)} labelHidden value={value('hours')} />
      </td>
      <td data-l={words.called}>
        <TextField {...form.field(`called${n}`)} label={label(words.called)} labelHidden value={value('called')} />
      </td>
    </tr>
  )
}
