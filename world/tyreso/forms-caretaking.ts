// Forms of office services: caretaking, events, print, supplies, special orders, recycling and post.
import {
  amount,
  choice,
  date,
  file,
  form,
  longText,
  number,
  optional,
  pieces,
  place,
  several,
  text,
} from './form-shape.ts'
import { words } from './origin.ts'

const caretaker = form(
  'vaktmasteri',
  ['Beställ vaktmästare', 'Order a caretaker'],
  [
    choice('job', 'Vad vill du ha hjälp med?', 'What do you need help with?', {
      put_up: ['Sätta upp tavla, hylla eller skylt', 'Put up a board, shelf or sign'],
      move: ['Flytta möbler', 'Move furniture'],
      assemble: ['Montera', 'Assemble'],
      carry: ['Bära eller hämta', 'Carry or fetch'],
      other: ['Annat', 'Something else'],
    }),
    place('place', 'I vilket hus?', 'In which building?', {
      hint: words(
        'Vi arbetar i kommunhuset, Masten och biblioteket. I andra hus gör du en felanmälan.',
        'We work in the town hall, Masten and the library. Elsewhere, report a fault.',
      ),
    }),
    text('room', 'Vilket rum?', 'Which room?'),
    longText('description', 'Beskriv jobbet', 'Describe the job'),
    number('pieces', 'Hur många?', 'How many?', pieces, { required: false }),
    choice(
      'wall',
      'Vad är det för vägg?',
      'What kind of wall is it?',
      {
        plaster: ['Gips', 'Plasterboard'],
        concrete: ['Betong eller tegel', 'Concrete or brick'],
        unknown: ['Vet inte', 'Do not know'],
      },
      { showWhen: { field: 'job', is: 'put_up' } },
    ),
    text('to_room', 'Vart ska det?', 'Where to?', { showWhen: { field: 'job', oneOf: ['move', 'carry'] } }),
    date('wanted', 'Önskad dag', 'Wanted day', optional),
    file('photo', 'Bild', 'Photo'),
  ],
)

const event = form(
  'moblering',
  ['Beställ möblering av lokal', 'Order setting up of a room'],
  [
    place('place', 'Vilken lokal?', 'Which room?'),
    date('day', 'Vilken dag?', 'Which day?'),
    text('start', 'När börjar det?', 'When does it start?', {
      hint: words('Till exempel 18.00.', 'For example 18.00.'),
    }),
    number('people', 'Hur många kommer?', 'How many are coming?', words('personer', 'people')),
    choice('layout', 'Hur ska det stå?', 'How should it be set?', {
      rows: ['Stolar i rader', 'Chairs in rows'],
      school: ['Bord och stolar, skolsittning', 'Tables and chairs, classroom'],
      islands: ['Öar med sex stolar', 'Islands of six chairs'],
      u_shape: ['Hästsko', 'Horseshoe'],
      standing: ['Ståbord', 'Standing tables'],
    }),
    several(
      'equipment',
      'Vad mer behövs?',
      'What else is needed?',
      {
        projector: ['Projektor', 'Projector'],
        microphone: ['Mikrofon', 'Microphone'],
        coffee: ['Kaffebord', 'Coffee table'],
        stage: ['Scen', 'Stage'],
        signs: ['Skyltar', 'Signs'],
      },
      optional,
    ),
    number('microphones', 'Hur många mikrofoner?', 'How many microphones?', pieces, {
      showWhen: { field: 'equipment', is: 'microphone' },
    }),
    longText('description', 'Något mer vi bör veta?', 'Anything else we should know?', optional),
  ],
)

const print = form(
  'tryck',
  ['Beställ tryck', 'Order printing'],
  [
    text('title', 'Vad ska tryckas?', 'What is to be printed?'),
    number('copies', 'Antal exemplar', 'Number of copies', pieces),
    number('pages', 'Antal sidor i originalet', 'Pages in the original', words('sidor', 'pages')),
    choice('size', 'Format', 'Size', { a4: ['A4', 'A4'], a3: ['A3', 'A3'], a5: ['A5', 'A5'] }),
    choice('colour', 'Färg', 'Colour', { black: ['Svartvitt', 'Black and white'], colour: ['Färg', 'Colour'] }),
    choice('binding', 'Bindning', 'Binding', {
      none: ['Ingen', 'None'],
      staple: ['Häftat', 'Stapled'],
      fold: ['Falsat', 'Folded'],
      spiral: ['Spiral', 'Spiral'],
    }),
    date('wanted', 'När behöver du det?', 'When do you need it?'),
    text('delivery', 'Vart ska vi lämna det?', 'Where do we deliver?'),
    file('original', 'Original', 'Original', { hint: words('PDF blir bäst.', 'PDF works best.') }),
  ],
)

const supplies = form(
  'kontorsmaterial',
  ['Beställ kontorsmaterial', 'Order office supplies'],
  [
    several('items', 'Vad behöver ni?', 'What do you need?', {
      paper: ['Kopieringspapper', 'Copy paper'],
      pens: ['Pennor', 'Pens'],
      binders: ['Pärmar', 'Binders'],
      envelopes: ['Kuvert', 'Envelopes'],
      batteries: ['Batterier', 'Batteries'],
      whiteboard: ['Whiteboardpennor', 'Whiteboard pens'],
      other: ['Annat ur lagret', 'Something else in stock'],
    }),
    text('other_items', 'Vad mer?', 'What else?', { showWhen: { field: 'items', is: 'other' } }),
    longText('amounts', 'Hur mycket av varje?', 'How much of each?'),
    text('delivery', 'Vilket postfack?', 'Which mail slot?'),
  ],
)

const special = form(
  'specialbestallning',
  ['Specialbeställning', 'Special order'],
  [
    text('item', 'Vad vill du ha?', 'What do you want?', {
      hint: words('Beskriv vad den ska användas till.', 'Describe what it is for.'),
    }),
    number('count', 'Antal', 'Number', pieces),
    amount('price', 'Uppskattat pris, totalt', 'Estimated price, total'),
    choice('agreement', 'Finns varan i ett avtal?', 'Is it in a contract?', {
      yes: ['Ja', 'Yes'],
      no: ['Nej', 'No'],
      unknown: ['Vet inte, hjälp mig', 'Do not know, help me'],
    }),
    longText('reason', 'Varför utanför avtal?', 'Why outside the contract?', {
      showWhen: { field: 'agreement', is: 'no' },
    }),
    text('account', 'Konto och ansvar', 'Account and responsibility'),
    text('delivery', 'Leveransadress', 'Delivery address'),
  ],
)

const recycling = form(
  'atervinning',
  ['Hämtning för återvinning', 'Recycling pick-up'],
  [
    several('what', 'Vad ska hämtas?', 'What is to be picked up?', {
      cardboard: ['Kartong', 'Cardboard'],
      electronics: ['Elektronik', 'Electronics'],
      furniture: ['Möbler', 'Furniture'],
      secret_paper: ['Sekretesspapper', 'Confidential paper'],
    }),
    place('place', 'Var står det?', 'Where is it?'),
    text('amount', 'Hur mycket ungefär?', 'About how much?'),
    date('wanted', 'Önskad dag', 'Wanted day', optional),
  ],
)

const post = form(
  'post',
  ['Post och paket', 'Mail and parcels'],
  [
    choice('what', 'Vad gäller det?', 'What is it about?', {
      pickup: ['Hämta', 'Pick up'],
      missing: ['Något kom inte fram', 'Something did not arrive'],
      change: ['Ändra hämtning eller lämning', 'Change pick-up or delivery'],
    }),
    place('place', 'Vilket hus?', 'Which building?'),
    text('sent', 'När skickades det, och av vem?', 'When was it sent, and by whom?', {
      showWhen: { field: 'what', is: 'missing' },
    }),
    longText('description', 'Berätta', 'Tell us'),
  ],
)

export const caretakingForms = [caretaker, event, print, supplies, special, recycling, post] as const
