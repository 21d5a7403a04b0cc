// Forms for what breaks or wears in the houses: faults, keys and cleaning.
import { choice, date, file, form, longText, number, optional, person, pieces, place, text } from './form-shape.ts'
import { words } from './origin.ts'

const propertyFault = form(
  'felanmalan',
  ['Anmäl fel i huset eller på gården', 'Report a fault in the building or yard'],
  [
    choice('what', 'Vad är det fel på?', 'What is wrong?', {
      heat: ['Värme', 'Heating'],
      water: ['Vatten och avlopp', 'Water and drains'],
      toilet: ['Toalett', 'Toilet'],
      electricity: ['El och belysning', 'Electricity and lighting'],
      door: ['Dörr, lås eller fönster', 'Door, lock or window'],
      lift: ['Hiss', 'Lift'],
      ventilation: ['Ventilation', 'Ventilation'],
      appliance: ['Vitvaror', 'Appliances'],
      outside: ['Gård, mark och snö', 'Yard, grounds and snow'],
      damage: ['Skadegörelse', 'Vandalism'],
      roof: ['Tak och läckage', 'Roof and leaks'],
      other: ['Annat', 'Something else'],
    }),
    place('place', 'Var är felet?', 'Where is the fault?', {
      hint: words(
        'Välj hus och rum. Finns inte rummet, välj huset.',
        'Choose building and room. If the room is missing, choose the building.',
      ),
    }),
    longText('description', 'Berätta vad som är fel', 'Tell us what is wrong', {
      hint: words('Vad ser eller hör du? När började det?', 'What do you see or hear? When did it start?'),
    }),
    choice(
      'danger',
      'Kan någon göra sig illa, eller kan skadan bli större?',
      'Can anyone get hurt, or can it get worse?',
      {
        no: ['Nej', 'No'],
        yes: ['Ja', 'Yes'],
      },
    ),
    text('danger_done', 'Vad har ni gjort så länge?', 'What have you done so far?', {
      showWhen: { field: 'danger', is: 'yes' },
      hint: words('Vid fara för liv: ring 112 först.', 'If life is in danger, call 112 first.'),
    }),
    number('degrees', 'Hur många grader är det i rummet?', 'How many degrees is it in the room?', words('°C', '°C'), {
      required: false,
      showWhen: { field: 'what', is: 'heat' },
    }),
    choice(
      'water_running',
      'Rinner det vatten nu?',
      'Is water running now?',
      { no: ['Nej', 'No'], yes: ['Ja', 'Yes'] },
      { showWhen: { field: 'what', oneOf: ['water', 'toilet', 'roof'] } },
    ),
    text('access', 'När kan vi komma in?', 'When can we get in?', optional),
    file('photo', 'Bild', 'Photo'),
  ],
  [
    'Vid akut fara ringer du. Skriv inte namn på elever, brukare eller boende.',
    'In an emergency, call. Do not write names of pupils, clients or residents.',
  ],
)

const key = form(
  'nyckel',
  ['Beställ nyckel eller passerkort', 'Order a key or access card'],
  [
    choice('what', 'Vad gäller det?', 'What is it about?', {
      new: ['Ny nyckel eller nytt kort', 'New key or card'],
      lost: ['Borttappad nyckel eller kort', 'Lost key or card'],
      access: ['Ändrad behörighet', 'Changed access'],
      back: ['Återlämning', 'Return'],
    }),
    choice('type', 'Nyckel eller kort?', 'Key or card?', {
      key: ['Nyckel', 'Key'],
      card: ['Passerkort', 'Access card'],
    }),
    number('count', 'Antal', 'Number', pieces),
    person('holder', 'Vem ska ha den?', 'Who is it for?'),
    place('place', 'Till vilket hus?', 'For which building?'),
    text('doors', 'Vilka dörrar?', 'Which doors?', { showWhen: { field: 'what', oneOf: ['new', 'access'] } }),
    text('lost_where', 'Var och när försvann den?', 'Where and when was it lost?', {
      showWhen: { field: 'what', is: 'lost' },
    }),
    date('until', 'Gäller till', 'Valid until', {
      required: false,
      hint: words('Fyll i för vikarier och praktikanter.', 'Fill in for temporary staff.'),
    }),
  ],
)

const cleaning = form(
  'lokalvard',
  ['Synpunkt på städningen', 'Comment on the cleaning'],
  [
    place('place', 'Var?', 'Where?'),
    date('day', 'Vilken dag?', 'Which day?'),
    longText('description', 'Vad är inte bra?', 'What is not good?'),
    choice('again', 'Har det hänt förut?', 'Has it happened before?', {
      first: ['Första gången', 'First time'],
      repeated: ['Flera gånger', 'Several times'],
    }),
    file('photo', 'Bild', 'Photo'),
  ],
)

export const houseForms = [propertyFault, key, cleaning] as const
