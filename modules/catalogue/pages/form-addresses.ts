// Where the forms stand.

export const path = '/katalog/formular'

export const codeOf = (params: Readonly<Record<string, string>>): string => params['code'] ?? ''

export const formHref = (code: string): string => `${path}/${encodeURIComponent(code)}`
