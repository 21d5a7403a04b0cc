// Who may do what in the registry: decisions are read by everyone signed in, entered by its keeper.
import type { AccessTable } from '#platform/access'

export const registryAccess: AccessTable = { 'decision.read': [{}], 'decision.keep': [{ right: 'registry.edit' }] }
