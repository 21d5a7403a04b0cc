// The shapes and operations of this room, gathered from its parts; one door for whoever needs the wire.
export * from './assignments/contract.ts'
export * from './customers/contract.ts'
export * from './parties/contract.ts'
export * from './people/contract.ts'
export * from './posts/contract.ts'
export * from './roles/contract.ts'
export * from './schedules/contract.ts'
export * from './units/contract.ts'
