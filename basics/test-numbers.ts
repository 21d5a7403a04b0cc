// The only identity and organisation numbers in the repository. No real person has any of them.
// Source: Skatteverket's published series of test numbers (testpersonnummer and test coordination numbers), which are
// never given to anyone, and for organisations the invented municipality of our own examples.

export const TEST_PERSONAL_NUMBERS = [
  '189001019802',
  '191212121212',
  '199006022397',
  '199107172380',
  '200001022391',
  '200001052380',
] as const

export const TEST_COORDINATION_NUMBERS = ['191401682396', '197001782395'] as const

/** 212000 is the municipalities' series; 999 in it is given to none. */
export const TEST_ORGANISATION_NUMBERS = ['2120009994'] as const
