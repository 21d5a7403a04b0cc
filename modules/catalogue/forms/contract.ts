// What crosses the wire about forms. A version is a list of fields in order; it never changes. The draft is what the editor
// works on until a version is made of it.
import { op } from '#platform/http/op'
import type { Static } from '#platform/http/shape'
import { idField, instant, listOf, nullable, oneOf, optional, shape, text, Type } from '#platform/http/shape'
import { tag } from '../contract.ts'
import { fieldKinds } from '../form-fields.ts'
import type { Condition } from '../form-condition.ts'

const Words = shape({ sv: text(500), en: text(500) })
const ShowWhen = Type.Unsafe<Condition>(
  Type.Object(
    {},
    {
      description:
        'When the field is shown, asked of the fields above: {all: […]}, {any: […]}, {not: …}, {field, is}, {field, oneOf: […]}, {field, atLeast: number} or {field, filled: true}',
      additionalProperties: true,
    },
  ),
)

export const Field = shape({
  key: Type.String({ pattern: '^[a-z][a-z0-9_]{0,39}$' }),
  kind: oneOf(fieldKinds),
  label: Words,
  hint: optional(Words),
  required: Type.Boolean(),
  unit: optional(shape({ sv: text(30), en: text(30) })),
  decimals: optional(Type.Integer({ minimum: 0, maximum: 3 })),
  min: optional(Type.Number()),
  max: optional(Type.Number()),
  options: optional(listOf(shape({ value: text(80), label: Words }), 50)),
  showWhen: optional(ShowWhen),
})
export type Field = Static<typeof Field>

export const Form = shape({
  formId: idField(),
  code: Type.String(),
  name: shape({ sv: Type.String(), en: Type.String() }),
  publishedVersion: nullable(Type.Integer()),
  madeAt: nullable(instant()),
  intro: nullable(shape({ sv: Type.String(), en: Type.String() })),
  fields: Type.Array(Field, { description: 'Of the published version' }),
  draft: nullable(Type.Array(Field, { description: 'For those who keep forms' })),
  usedBy: Type.Array(
    shape({ requestTypeId: idField(), code: Type.String(), name: shape({ sv: Type.String(), en: Type.String() }) }),
  ),
  origin: Type.String(),
  version: Type.Integer(),
})
export type Form = Static<typeof Form>

export const FormVersion = shape({
  formId: idField(),
  code: Type.String(),
  versionNo: Type.Integer(),
  name: shape({ sv: Type.String(), en: Type.String() }),
  intro: nullable(shape({ sv: Type.String(), en: Type.String() })),
  fields: Type.Array(Field),
  madeAt: instant(),
})
export type FormVersion = Static<typeof FormVersion>

export const AddForm = shape({
  code: Type.String({ pattern: '^[a-z0-9][a-z0-9-]{0,59}$' }),
  nameSv: text(100),
  nameEn: text(100),
})
export const FormFields = shape({ fields: listOf(Field, 60) })
export const MakeVersion = shape({
  fields: optional(listOf(Field, 60)),
  introSv: optional(nullable(text(1000))),
  introEn: optional(nullable(text(1000))),
})
export const CheckedAnswers = shape({ answers: Type.Record(Type.String(), Type.Unknown()) })

const FormParam = shape({ form: text(80, { description: 'Id or code' }) })
const one = { tag, params: FormParam, answer: Form } as const

export const readForms = op({
  id: 'readForms',
  method: 'GET',
  path: '/catalogue/forms',
  tag,
  summary: 'All forms with their published fields',
  access: 'catalogue.read',
  answer: shape({ forms: listOf(Form, 1000) }),
})
export const addFormOp = op({
  id: 'addForm',
  method: 'POST',
  path: '/catalogue/forms',
  tag,
  summary: 'Begin a form',
  access: 'form.keep',
  body: AddForm,
  answer: Form,
  status: 201,
})
export const readFormOp = op({
  id: 'readForm',
  method: 'GET',
  path: '/catalogue/forms/{form}',
  summary: 'A form, its published fields and its draft',
  access: 'catalogue.read',
  ...one,
})
export const readFormVersionOp = op({
  id: 'readFormVersion',
  method: 'GET',
  path: '/catalogue/forms/{form}/versions/{versionNo}',
  tag,
  summary: 'A version of a form as it was',
  access: 'catalogue.read',
  params: shape({ form: text(80), versionNo: Type.String({ pattern: '^[1-9][0-9]{0,5}$' }) }),
  answer: FormVersion,
})
export const changeFormDraftOp = op({
  id: 'changeFormDraft',
  method: 'PUT',
  path: '/catalogue/forms/{form}/draft',
  summary: 'Replace the fields being worked on',
  access: 'form.keep',
  body: FormFields,
  versioned: true,
  ...one,
})
export const discardFormDraftOp = op({
  id: 'discardFormDraft',
  method: 'DELETE',
  path: '/catalogue/forms/{form}/draft',
  summary: 'Throw the fields being worked on away',
  access: 'form.keep',
  versioned: true,
  ...one,
})
export const addFormVersionOp = op({
  id: 'addFormVersion',
  method: 'POST',
  path: '/catalogue/forms/{form}/versions',
  summary: 'Make and publish a version, of the fields sent or of the draft',
  access: 'form.keep',
  body: MakeVersion,
  versioned: true,
  ...one,
})
export const checkAnswersOp = op({
  id: 'checkFormAnswers',
  method: 'POST',
  path: '/catalogue/forms/{form}/check',
  tag,
  summary: 'Check answers as an order would, without storing anything; references are not looked up',
  access: 'catalogue.read',
  params: FormParam,
  body: CheckedAnswers,
  answer: CheckedAnswers,
})
