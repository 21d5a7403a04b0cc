// The fields of a decision, the same to enter one and to correct one.
import type { View } from '#platform/act'
import type { Visit } from '#platform/http/site'
import { partiesOn } from '#organisation'
import { DateField, FileField, SelectField, TextArea, TextField } from '#ui'
import type { FormView } from '#ui'
import type { DecisionView } from '../contract.ts'
import type { DecisionBody } from '../contract.ts'
import { decisionSources } from '../decision.ts'
import { decisionsToReplace } from '../queries.ts'
import { registryText } from '../text.ts'

export async function decidingBodies(view: View) {
  return (await partiesOn(view, view.today))
    .filter((party) => party.kind === 'board' || party.kind === 'joint_board' || party.kind === 'municipality')
    .map((party) => ({ value: party.partyId, label: party.name }))
}

export async function DecisionFields(view: View, visit: Visit, form: FormView, decision?: DecisionView) {
  const words = registryText[visit.lang]
  const others = (await decisionsToReplace(view, decision?.id)).map((one) => ({
    value: one.id,
    label: [one.section, one.title].filter(Boolean).join(' '),
    ...(one.decidedOn ? { detail: one.decidedOn } : {}),
  }))
  const field = (name: keyof typeof DecisionBody.properties) => form.field(name)
  return (
    <>
      <SelectField
        {...field('partyId')}
        label={words.party}
        empty={words.choose}
        options={await decidingBodies(view)}
        value={form.value('partyId', decision?.party.id)}
      />
      <SelectField
        {...field('source')}
        label={words.source}
        empty={null}
        options={decisionSources.map((source) => ({ value: source, label: words.sources[source] }))}
        value={form.value('source', decision?.source ?? 'meeting')}
      />
      <TextField
        {...field('title')}
        label={words.heading}
        value={form.value('title', decision?.title)}
        maxLength={200}
      />
      <DateField
        {...field('decidedOn')}
        label={words.on}
        optional
        value={form.value('decidedOn', decision?.decidedOn)}
      />
      <TextField
        {...field('decidedPrinted')}
        label={words.printed}
        hint={words.printedHint}
        optional
        width="long"
        value={form.value('decidedPrinted', decision?.decidedPrinted)}
      />
      <TextField
        {...field('section')}
        label={words.section}
        hint={words.sectionHint}
        optional
        width="long"
        value={form.value('section', decision?.section)}
      />
      <TextField
        {...field('decidedBy')}
        label={words.by}
        hint={words.byHint}
        optional
        width="long"
        value={form.value('decidedBy', decision?.decidedBy)}
      />
      <TextArea {...field('body')} label={words.body} optional rows={6} value={form.value('body', decision?.body)} />
      <SelectField
        {...field('replacesId')}
        label={words.replaces}
        optional
        options={others}
        value={form.value('replacesId', decision?.replaces?.id)}
      />
      <FileField {...form.field('handling')} label={words.document} hint={words.documentHint} optional single />
    </>
  )
}
