// Wishes that stand beside the catalogue, with their backers. One is printed: tenants ask the property unit for more
// facility services (000, line 1647; TY-080). The needs for Heroma and W3D3 are printed too; who backs them is invented.
import { type Origin, demonstration, printed } from './origin.ts'

export interface WishRow {
  readonly key: string
  readonly area: string
  readonly system: string | null
  readonly text: string
  readonly origin: Origin
  /** Units of customers that ask for it. */
  readonly backers: readonly { readonly unit: string; readonly origin: Origin }[]
}

function backed(...units: readonly string[]): WishRow['backers'] {
  return units.map((unit) => ({ unit, origin: demonstration }))
}

export const wishes: readonly WishRow[] = [
  {
    key: 'facilitytjanster',
    area: 'fastigheter-kontorsservice',
    system: null,
    text: 'Ett helhetsansvar från Fastighet på samordning och upphandling av fler facilitytjänster.',
    origin: printed('000', 1647),
    backers: backed('buf', 'sof', 'kff'),
  },
  {
    key: 'heroma-rekrytering',
    area: 'personal-lon',
    system: 'heroma',
    text: 'Stöd för rekrytering i Heroma.',
    origin: printed('000', 702),
    backers: backed('buf', 'sof'),
  },
  {
    key: 'heroma-lararkompetens',
    area: 'personal-lon',
    system: 'heroma',
    text: 'Stöd för lärarkompetens i Heroma.',
    origin: printed('000', 702),
    backers: backed('buf'),
  },
  {
    key: 'lasplattor',
    area: 'kansli',
    system: 'w3d3',
    text: 'Handlingar till fler nämnder i läsplatta.',
    origin: demonstration,
    backers: backed('kff', 'sbf'),
  },
]
