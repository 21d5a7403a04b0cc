// The forty conversation plots of Tyresö and how many cases each becomes: 1,400 about the houses, 500 about the rest.
// The property unit's printed volume is about 8 000 cases, without a period (000, line 1682); this is a readable part.
import { caretakingPlots } from './plots-caretaking.ts'
import { doorPlots } from './plots-doors.ts'
import { financePlots } from './plots-finance.ts'
import { heatPlots } from './plots-heat.ts'
import { houseOrderPlots } from './plots-house-orders.ts'
import { houseTurnPlots } from './plots-house-turns.ts'
import { itDeskPlots } from './plots-it-desk.ts'
import { itLinesPlots } from './plots-it-lines.ts'
import { officePlots } from './plots-office.ts'
import { outsidePlots } from './plots-outside.ts'
import { powerPlots } from './plots-power.ts'
import { suppliesPlots } from './plots-supplies.ts'
import { waterPlots } from './plots-water.ts'
import type { Plot } from './plot-shape.ts'

export const plots: readonly Plot[] = [
  ...heatPlots,
  ...waterPlots,
  ...doorPlots,
  ...powerPlots,
  ...outsidePlots,
  ...houseOrderPlots,
  ...houseTurnPlots,
  ...caretakingPlots,
  ...suppliesPlots,
  ...itDeskPlots,
  ...itLinesPlots,
  ...financePlots,
  ...officePlots,
]

/** Cases per plot. An echoed plot gives two cases a time, a split one two: the number counts all of them. */
export const casesPerPlot: Readonly<Record<string, number>> = {
  kallt: 165,
  'for-varmt': 34,
  'droppande-kran': 72,
  'stopp-i-avlopp': 78,
  toalett: 110,
  'inget-varmvatten': 40,
  ytterdorr: 64,
  las: 76,
  belysning: 155,
  strom: 54,
  hiss: 26,
  ventilation: 64,
  utebelysning: 42,
  klotter: 42,
  fonsterruta: 40,
  taklacka: 36,
  snorojning: 64,
  lekplats: 30,
  vitvaror: 54,
  nyckel: 56,
  'dubblett-vatten': 24,
  'fel-ko': 20,
  'dorr-igen': 16,
  'lokalvard-klagomal': 38,
  tavla: 86,
  'flytta-mobler-sent': 14,
  event: 35,
  tryck: 45,
  'specialbestallning-avslag': 12,
  material: 45,
  'losenord-heroma': 60,
  'ny-dator': 30,
  utskrift: 45,
  'natverk-langsamt': 25,
  'andring-w3d3': 12,
  'flytt-arbetsplats': 20,
  'lonefraga-tyst': 30,
  fakturafraga: 20,
  upphandlingsstod: 9,
  arkivutlamnande: 12,
}
