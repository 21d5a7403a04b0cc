// The two languages of the product: Swedish is the source, English is complete.

export type Lang = 'sv' | 'en'
