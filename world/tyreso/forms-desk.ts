// Forms for what happens at the desk: computer, account, telephone, pay, invoices, procurement, archive, and the
// plain question and complaint that every service can take.
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

const pay = form(
  'lon',
  ['Fråga om lön', 'Question about pay'],
  [
    choice('what', 'Vad gäller frågan?', 'What is the question about?', {
      amount: ['Fel belopp', 'Wrong amount'],
      absence: ['Ledighet', 'Leave'],
      hours: ['Timmar och övertid', 'Hours and overtime'],
      slip: ['Lönespecifikationen', 'The pay slip'],
      other: ['Annat', 'Something else'],
    }),
    text('month', 'Vilken månad?', 'Which month?'),
    longText('description', 'Berätta', 'Tell us', { hint: noIdentityNumbers }),
  ],
)

const invoice = form(
  'faktura',
  ['Fråga om faktura', 'Question about an invoice'],
  [
    choice('what', 'Vad gäller det?', 'What is it about?', {
      supplier: ['Leverantörsfaktura', 'Supplier invoice'],
      customer: ['Kundfaktura', 'Customer invoice'],
      reminder: ['Påminnelse eller krav', 'Reminder or claim'],
      internal: ['Interndebitering', 'Internal charge'],
    }),
    text('number', 'Fakturanummer', 'Invoice number', optional),
    text('party', 'Leverantör eller kund', 'Supplier or customer', {
      showWhen: { field: 'what', oneOf: ['supplier', 'customer', 'reminder'] },
    }),
    amount('amount', 'Belopp', 'Amount', optional),
    longText('description', 'Vad undrar du?', 'What do you wonder?'),
  ],
)

const procurement = form(
  'upphandling',
  ['Hjälp med inköp eller upphandling', 'Help with purchase or procurement'],
  [
    longText('need', 'Vad behöver ni?', 'What do you need?', {
      hint: words('Beskriv funktionen, inte märket.', 'Describe the function, not the brand.'),
    }),
    amount('value', 'Uppskattat värde, hela tiden', 'Estimated value, whole period'),
    choice('kind', 'Vad vill ni ha hjälp med?', 'What help do you want?', {
      find: ['Hitta ett avtal', 'Find a contract'],
      direct: ['Direktupphandling', 'Direct purchase'],
      tender: ['Ny upphandling', 'New procurement'],
      follow: ['En leverantör som inte håller avtalet', 'A supplier that breaks the contract'],
    }),
    text('supplier', 'Vilken leverantör?', 'Which supplier?', { showWhen: { field: 'kind', is: 'follow' } }),
    date('start', 'När ska det börja?', 'When should it start?', optional),
    file('attachment', 'Underlag', 'Attachment'),
  ],
)

const disclosure = form(
  'utlamnande',
  ['Begär ut en handling', 'Request a document'],
  [
    longText('what', 'Vilken handling söker du?', 'Which document do you want?', {
      hint: words(
        'Skriv det du vet: år, ärende, nämnd eller fastighet.',
        'Write what you know: year, matter, board or property.',
      ),
    }),
    text('years', 'Ungefär vilket år?', 'About which year?', optional),
    choice('how', 'Hur vill du ha den?', 'How do you want it?', {
      email: ['Med e-post', 'By e-mail'],
      letter: ['Med brev', 'By letter'],
      visit: ['Jag kommer och läser', 'I will come and read'],
    }),
    text('address', 'Postadress', 'Postal address', { showWhen: { field: 'how', is: 'letter' } }),
  ],
)

const question = form(
  'fraga',
  ['Ställ en fråga', 'Ask a question'],
  [
    longText('question', 'Vad undrar du?', 'What do you wonder?', { hint: noIdentityNumbers }),
    file('file', 'Bilaga', 'Attachment'),
  ],
)

const complaint = form(
  'klagomal',
  ['Lämna en synpunkt eller ett klagomål', 'Leave a comment or complaint'],
  [
    longText('what', 'Vad har hänt?', 'What has happened?', { hint: noIdentityNumbers }),
    longText('wanted', 'Vad vill du att vi gör?', 'What do you want us to do?', optional),
    choice('answer', 'Vill du ha svar?', 'Do you want an answer?', { yes: ['Ja', 'Yes'], no: ['Nej', 'No'] }),
  ],
)

const training = form(
  'utbildning',
  ['Anmäl utbildningsbehov', 'Ask for training'],
  [
    text('subject', 'Vad vill ni lära er?', 'What do you want to learn?'),
    number('people', 'Hur många?', 'How many?', words('personer', 'people')),
    date('wanted', 'När passar det?', 'When suits you?', optional),
    longText('description', 'Vad kan ni redan?', 'What do you know already?', optional),
  ],
)

export const deskForms = [
  computer,
  account,
  telephone,
  password,
  itSupport,
  change,
  move,
  pay,
  invoice,
  procurement,
  disclosure,
  question,
  complaint,
  training,
] as const
