// What the pages of request types share: addresses and the forms to choose among.
import type { View } from '#platform/act'
import type { Visit } from '#platform/http/site'
import { forms } from '../forms/queries.ts'

export const path = '/katalog/arendetyper'

export const codeOf = (params: Readonly<Record<string, string>>): string => params['code'] ?? ''

export const typeHref = (code: string): string => `${path}/${encodeURIComponent(code)}`

export const formOptions = async (view: View, lang: Visit['lang']) =>
  (await forms(view)).map((one) => ({ value: one.code, label: one.name[lang] }))
