// Why a case stands still, and whether the wait is the customer's or ours: waits of ours are counted as "moved by us".
import type { PauseReason } from './plot-shape.ts'
import { type Words, words } from './origin.ts'

export interface PauseReasonRow {
  readonly key: PauseReason
  readonly name: Words
  readonly movedByUs: boolean
}

export const pauseReasons: readonly PauseReasonRow[] = [
  { key: 'waiting_customer', name: words('Väntar på svar från dig', 'Waiting for your answer'), movedByUs: false },
  { key: 'waiting_access', name: words('Väntar på att få komma in', 'Waiting for access'), movedByUs: false },
  {
    key: 'agreed_later',
    name: words('Ni och vi har kommit överens om en senare dag', 'A later day is agreed'),
    movedByUs: false,
  },
  { key: 'waiting_supplier', name: words('Vi väntar på leverantör', 'We wait for a supplier'), movedByUs: true },
  { key: 'waiting_weather', name: words('Vi väntar på väder', 'We wait for the weather'), movedByUs: true },
]
