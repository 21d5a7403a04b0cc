// Forms of IT: computer, account, telephone, sign-in, trouble, wishes and moves.
import {
  amount,
  choice,
  date,
  file,
  form,
  longText,
  noIdentityNumbers,
  number,
  optional,
  person,
  place,
  several,
  system,
  text,
  unit,
} from './form-shape.ts'
import { words } from './origin.ts'

const computer = form(
  'dator',
  ['Beställ dator', 'Order a computer'],
  [
    longText('need', 'Vad ska datorn användas till?', 'What is the computer for?', {
      hint: words('Beskriv behovet. Modellen väljer vi.', 'Describe the need. We choose the model.'),
    }),
    choice('type', 'Vad passar?', 'What fits?', {
      laptop: ['Bärbar', 'Laptop'],
      desktop: ['Stationär', 'Desktop'],
      laptop_plus: ['Bärbar för tunga program', 'Laptop for heavy programs'],
    }),
    longText('why_plus', 'Vilka program kräver mer?', 'Which programs need more?', {
      showWhen: { field: 'type', is: 'laptop_plus' },
    }),
    number('count', 'Antal', 'Number', words('st', 'pcs')),
    person('user', 'Vem ska ha den?', 'Who is it for?'),
    place('place', 'Var ska den stå?', 'Where will it be?'),
    choice('old', 'Ersätter den en gammal dator?', 'Does it replace an old one?', {
      no: ['Nej', 'No'],
      yes: ['Ja', 'Yes'],
    }),
    text('old_mark', 'Märkning på den gamla', 'Label on the old one', { showWhen: { field: 'old', is: 'yes' } }),
    date('wanted', 'När behövs den?', 'When is it needed?'),
    amount('cost', 'Kostnad första året', 'Cost the first year'),
  ],
)

const account = form(
  'konto',
  ['Nytt, ändrat eller avslutat konto', 'New, changed or closed account'],
  [
    choice('what', 'Vad gäller det?', 'What is it about?', {
      new: ['Nytt konto', 'New account'],
      change: ['Ändrad behörighet', 'Changed access'],
      close: ['Någon slutar', 'Someone leaves'],
    }),
    text('name', 'Namn på den som kontot gäller', 'Name of the person', { hint: noIdentityNumbers }),
    unit('unit', 'Arbetsplats', 'Workplace'),
    date('from', 'Från och med', 'From'),
    date('to', 'Till och med', 'Until', {
      required: false,
      hint: words('Fyll i för vikarier och praktikanter.', 'Fill in for temporary staff.'),
    }),
    several(
      'systems',
      'Vilka system behövs?',
      'Which systems are needed?',
      {
        heroma: ['Heroma', 'Heroma'],
        w3d3: ['W3D3', 'W3D3'],
        aditro: ['Ekonomisystemet', 'The finance system'],
        sharepoint: ['SharePoint', 'SharePoint'],
      },
      { required: false, showWhen: { field: 'what', oneOf: ['new', 'change'] } },
    ),
    choice(
      'mailbox',
      'Vad ska hända med e-posten?',
      'What happens to the mail?',
      {
        forward: ['Autosvar i tre månader', 'Automatic reply for three months'],
        close: ['Stängs direkt', 'Closed at once'],
      },
      { showWhen: { field: 'what', is: 'close' } },
    ),
  ],
)

const telephone = form(
  'telefoni',
  ['Telefon', 'Telephone'],
  [
    choice('what', 'Vad gäller det?', 'What is it about?', {
      new: ['Ny telefon eller nytt nummer', 'New phone or number'],
      change: ['Ändra svarsgrupp eller hänvisning', 'Change group or referral'],
      fault: ['Den fungerar inte', 'It does not work'],
    }),
    choice(
      'type',
      'Vilken sort?',
      'What kind?',
      { mobile: ['Mobil', 'Mobile'], desk: ['Fast', 'Desk phone'] },
      { showWhen: { field: 'what', is: 'new' } },
    ),
    text('number', 'Vilket nummer gäller det?', 'Which number?', {
      showWhen: { field: 'what', oneOf: ['change', 'fault'] },
    }),
    person('user', 'Vem gäller det?', 'Who is it for?'),
    longText('description', 'Berätta', 'Tell us'),
  ],
)

const password = form(
  'losenord',
  ['Inloggning och lösenord', 'Sign-in and password'],
  [
    system('system', 'Vilket system?', 'Which system?', {
      hint: words('Välj Katalogtjänst om det gäller datorns inloggning.', 'Choose the directory for the computer.'),
    }),
    choice('what', 'Vad har hänt?', 'What happened?', {
      forgotten: ['Jag har glömt lösenordet', 'I forgot the password'],
      locked: ['Kontot är låst', 'The account is locked'],
      missing: ['Jag saknar behörighet', 'I lack access'],
    }),
    text('message', 'Vad står det på skärmen?', 'What does the screen say?', optional),
    choice('identity', 'Hur vill du visa vem du är?', 'How will you prove who you are?', {
      visit: ['Jag kommer till disken med legitimation', 'I come to the desk with identification'],
      manager: ['Min chef intygar', 'My manager confirms'],
    }),
  ],
)

const itSupport = form(
  'it-stod',
  ['IT krånglar', 'IT trouble'],
  [
    choice('need', 'Vad gäller det?', 'What is it about?', {
      user_id: ['Användarid', 'User id'],
      password: ['Lösenord', 'Password'],
      functions: ['Hur man gör i ett system', 'How to do something in a system'],
      training: ['Utbildning', 'Training'],
      manual: ['Manual', 'Manual'],
      client: ['Dator eller program', 'Computer or program'],
      printing: ['Utskrift', 'Printing'],
      communication: ['Nätverk, e-post eller telefon', 'Network, mail or telephone'],
      change: ['Önskemål om ändring', 'Wish for a change'],
    }),
    system('system', 'Vilket system?', 'Which system?', {
      showWhen: { field: 'need', oneOf: ['user_id', 'password', 'functions', 'training', 'manual', 'change'] },
    }),
    place('place', 'Var är du?', 'Where are you?'),
    choice('who', 'Hur många märker det?', 'How many notice it?', {
      me: ['Bara jag', 'Only me'],
      some: ['Några', 'Some'],
      all: ['Alla här', 'Everybody here'],
    }),
    text('mark', 'Märkning på dator eller skrivare', 'Label on computer or printer', {
      required: false,
      showWhen: { field: 'need', oneOf: ['client', 'printing'] },
    }),
    longText('description', 'Vad händer?', 'What happens?'),
    file('screenshot', 'Skärmbild', 'Screenshot'),
  ],
)

const change = form(
  'andring',
  ['Önskemål om ändring i ett system', 'Wish for a change in a system'],
  [
    system('system', 'Vilket system?', 'Which system?'),
    longText('need', 'Vad behöver ni kunna göra?', 'What do you need to be able to do?', {
      hint: words('Beskriv behovet, inte lösningen.', 'Describe the need, not the solution.'),
    }),
    longText('benefit', 'Vad blir bättre, och för hur många?', 'What gets better, and for how many?'),
    date('wanted', 'När behövs det?', 'When is it needed?', optional),
  ],
)

const move = form(
  'flytt',
  ['Flytta eller ändra arbetsplats', 'Move or change a workplace'],
  [
    choice('what', 'Vad ska göras?', 'What is to be done?', {
      install: ['Installera ny plats', 'Install a new place'],
      move: ['Flytta', 'Move'],
      add: ['Bygga ut', 'Add'],
      change: ['Ändra', 'Change'],
    }),
    number('count', 'Antal arbetsplatser', 'Number of workplaces', words('st', 'pcs')),
    place('from', 'Från', 'From', { showWhen: { field: 'what', is: 'move' } }),
    place('to', 'Till', 'To'),
    date('day', 'Vilken dag?', 'Which day?'),
    several('include', 'Vad ska med?', 'What is included?', {
      computer: ['Dator', 'Computer'],
      telephone: ['Telefon', 'Telephone'],
      printer: ['Skrivare', 'Printer'],
      furniture: ['Möbler', 'Furniture'],
    }),
    longText('description', 'Något mer vi bör veta?', 'Anything else we should know?', optional),
  ],
)

export const itForms = [computer, account, telephone, password, itSupport, change, move] as const
