// The rooms of each house of the demonstration, as people there would say them. All invented.
import type { SpaceTag } from './premises.ts'

export type SpaceSeed = readonly [code: string, name: string, at: string, tag: SpaceTag, floor: string]

function classroom(no: string): SpaceSeed {
  return [`sal-${no}`, `Klassrum ${no}`, `i klassrum ${no}`, 'classroom', `plan ${no[0]}`]
}

function office(no: string): SpaceSeed {
  return [`rum-${no}`, `Rum ${no}`, `i rum ${no}`, 'office', `plan ${no[0]}`]
}

function unit(name: string, code: string): SpaceSeed {
  return [`avd-${code}`, `Avdelning ${name}`, `på avdelning ${name}`, 'classroom', 'plan 1']
}

function school(classrooms: readonly string[], hall: string): readonly SpaceSeed[] {
  return [
    ...classrooms.map(classroom),
    ['personalrum', 'Personalrummet', 'i personalrummet', 'staff', 'plan 1'],
    ['matsal', 'Matsalen', 'i matsalen', 'hall', 'plan 1'],
    ['kok', 'Skolköket', 'i skolköket', 'kitchen', 'plan 1'],
    ['idrott', hall, `i ${hall.toLowerCase()}`, 'hall', 'plan 1'],
    ['omkladning', 'Omklädningsrummet', 'i omklädningsrummet', 'shower', 'plan 1'],
    ['toalett-matsal', 'Toaletten vid matsalen', 'på toaletten vid matsalen', 'toilet', 'plan 1'],
    ['toalett-plan2', 'Elevtoaletten på plan 2', 'på elevtoaletten på plan 2', 'toilet', 'plan 2'],
    ['entre', 'Huvudentrén', 'vid huvudentrén', 'entrance', 'plan 1'],
    ['gavel', 'Gavelentrén mot gården', 'vid gavelentrén mot gården', 'entrance', 'plan 1'],
    ['korridor', 'Korridoren på plan 2', 'i korridoren på plan 2', 'corridor', 'plan 2'],
    ['skolgard', 'Skolgården', 'på skolgården', 'yard', 'utomhus'],
  ]
}

function preschool(units: readonly (readonly [string, string])[]): readonly SpaceSeed[] {
  return [
    ...units.map(([name, code]) => unit(name, code)),
    ['kok', 'Köket', 'i köket', 'kitchen', 'plan 1'],
    ['skotrum', 'Skötrummet', 'i skötrummet', 'shower', 'plan 1'],
    ['toalett', 'Barntoaletten', 'på barntoaletten', 'toilet', 'plan 1'],
    ['personalrum', 'Personalrummet', 'i personalrummet', 'staff', 'plan 1'],
    ['entre', 'Entrén', 'vid entrén', 'entrance', 'plan 1'],
    ['gard', 'Gården', 'på gården', 'yard', 'utomhus'],
  ]
}

function care(dwellings: readonly string[]): readonly SpaceSeed[] {
  return [
    ...dwellings.map((no): SpaceSeed => [
      `lgh-${no}`,
      `Lägenhet ${no}`,
      `i lägenhet ${no}`,
      'dwelling',
      `plan ${no[0]}`,
    ]),
    ['allrum', 'Allrummet', 'i allrummet', 'hall', 'plan 1'],
    ['kok', 'Avdelningsköket', 'i avdelningsköket', 'kitchen', 'plan 1'],
    ['dusch', 'Duschrummet', 'i duschrummet', 'shower', 'plan 1'],
    ['toalett', 'Besökstoaletten', 'på besökstoaletten', 'toilet', 'plan 1'],
    ['hiss', 'Hissen', 'i hissen', 'lift', 'plan 1'],
    ['entre', 'Entrén', 'vid entrén', 'entrance', 'plan 1'],
    ['korridor', 'Korridoren på plan 2', 'i korridoren på plan 2', 'corridor', 'plan 2'],
    ['expedition', 'Expeditionen', 'på expeditionen', 'office', 'plan 1'],
    ['tradgard', 'Trädgården', 'i trädgården', 'yard', 'utomhus'],
  ]
}

function sports(hall: string, code: string): readonly SpaceSeed[] {
  return [
    [code, hall, `i ${hall.toLowerCase()}`, 'hall', 'plan 1'],
    ['omkladning-1', 'Omklädningsrum 1', 'i omklädningsrum 1', 'shower', 'plan 1'],
    ['omkladning-2', 'Omklädningsrum 2', 'i omklädningsrum 2', 'shower', 'plan 1'],
    ['toalett', 'Publiktoaletten', 'på publiktoaletten', 'toilet', 'plan 1'],
    ['kafe', 'Kaféet', 'i kaféet', 'kitchen', 'plan 1'],
    ['entre', 'Entrén', 'vid entrén', 'entrance', 'plan 1'],
    ['parkering', 'Parkeringen', 'på parkeringen', 'yard', 'utomhus'],
  ]
}

const townHall: readonly SpaceSeed[] = [
  ...['204', '211', '218', '305', '312', '327', '408', '416', '502', '513'].map(office),
  ['motesrum-alen', 'Mötesrum Alen', 'i mötesrum Alen', 'meeting', 'plan 2'],
  ['motesrum-bjorken', 'Mötesrum Björken', 'i mötesrum Björken', 'meeting', 'plan 3'],
  ['motesrum-eken', 'Mötesrum Eken', 'i mötesrum Eken', 'meeting', 'plan 4'],
  ['reception', 'Receptionen', 'i receptionen', 'entrance', 'plan 1'],
  ['entre', 'Huvudentrén', 'vid huvudentrén', 'entrance', 'plan 1'],
  ['fikarum-3', 'Fikarummet på plan 3', 'i fikarummet på plan 3', 'kitchen', 'plan 3'],
  ['toalett-2', 'Toaletten på plan 2', 'på toaletten på plan 2', 'toilet', 'plan 2'],
  ['toalett-4', 'Toaletten på plan 4', 'på toaletten på plan 4', 'toilet', 'plan 4'],
  ['hiss', 'Hissen', 'i hissen', 'lift', 'plan 1'],
  ['korridor-3', 'Korridoren på plan 3', 'i korridoren på plan 3', 'corridor', 'plan 3'],
  // The archive on floor 6 is printed (000, line 1129): its lighting is to be improved during 2012.
  ['nararkiv', 'Närarkivet på plan 6', 'i närarkivet på plan 6', 'storage', 'plan 6'],
  ['innergard', 'Innergården', 'på innergården', 'yard', 'utomhus'],
]

const culture = (hall: string, code: string): readonly SpaceSeed[] => [
  [code, hall, `i ${hall.toLowerCase()}`, 'hall', 'plan 1'],
  ['grupprum', 'Grupprummet', 'i grupprummet', 'meeting', 'plan 1'],
  ['kontor', 'Kontoret', 'på kontoret', 'office', 'plan 2'],
  ['pentry', 'Pentryt', 'i pentryt', 'kitchen', 'plan 1'],
  ['toalett', 'Besökstoaletten', 'på besökstoaletten', 'toilet', 'plan 1'],
  ['entre', 'Entrén', 'vid entrén', 'entrance', 'plan 1'],
  ['forrad', 'Förrådet', 'i förrådet', 'storage', 'plan 1'],
  ['lastkaj', 'Lastkajen', 'vid lastkajen', 'yard', 'utomhus'],
]

export const spaceSeeds: Readonly<Record<string, readonly SpaceSeed[]>> = {
  kommunhuset: townHall,
  masten: [
    ...school(['112', '118', '203', '207', '214', '301', '309'], 'Aulan'),
    ['hiss', 'Hissen', 'i hissen', 'lift', 'plan 1'],
  ],
  biblioteket: culture('Stora salen', 'stora-salen'),
  'nyboda-skola': school(['101', '104', '109', '202', '206'], 'Idrottssalen'),
  'tallbackens-skola': school(['103', '105', '108', '201', '204', '210'], 'Gymnastiksalen'),
  'krokangens-skola': school(['102', '106', '203', '205'], 'Gymnastiksalen'),
  sjoviksskolan: school(['101', '107', '202', '208'], 'Idrottshallen'),
  'forskolan-ekorren': preschool([
    ['Grankotten', 'g'],
    ['Tallkotten', 't'],
    ['Lärkkotten', 'l'],
  ]),
  'forskolan-bla-lyktan': preschool([
    ['Fyren', 'f'],
    ['Bojen', 'b'],
  ]),
  'forskolan-sjostjarnan': preschool([
    ['Musslan', 'm'],
    ['Krabban', 'k'],
    ['Snäckan', 's'],
  ]),
  'forskolan-kotten': preschool([
    ['Barret', 'b'],
    ['Grenen', 'g'],
  ]),
  angsgarden: care(['104', '109', '203', '211']),
  solglantan: care(['102', '106', '205', '208']),
  hemtjanstlokalen: [
    office('1'),
    ['fikarum', 'Fikarummet', 'i fikarummet', 'kitchen', 'plan 1'],
    ['toalett', 'Toaletten', 'på toaletten', 'toilet', 'plan 1'],
    ['entre', 'Entrén', 'vid entrén', 'entrance', 'plan 1'],
    ['nyckelrum', 'Nyckelrummet', 'i nyckelrummet', 'storage', 'plan 1'],
  ],
  kvarnhjulet: culture('Kvarnsalen', 'kvarnsalen'),
  kulturmagasinet: culture('Blackboxen', 'blackboxen'),
  tallvallen: sports('Stora hallen', 'stora-hallen'),
  simhallen: sports('Bassängrummet', 'bassang'),
  ishallen: sports('Rinken', 'rink'),
  driftdepan: [
    ['verkstad', 'Verkstaden', 'i verkstaden', 'hall', 'plan 1'],
    ['kontor', 'Kontoret', 'på kontoret', 'office', 'plan 2'],
    ['fikarum', 'Fikarummet', 'i fikarummet', 'kitchen', 'plan 1'],
    ['omkladning', 'Omklädningsrummet', 'i omklädningsrummet', 'shower', 'plan 1'],
    ['grind', 'Grinden', 'vid grinden', 'entrance', 'utomhus'],
    ['plan', 'Gårdsplanen', 'på gårdsplanen', 'yard', 'utomhus'],
  ],
}
