// Forms of the desk: pay, invoices, procurement, archive, training, and the plain question and complaint.
import { amount, choice, date, file, form, longText, noIdentityNumbers, number, optional, text } from './form-shape.ts'
import { words } from './origin.ts'

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

export const deskForms = [pay, invoice, procurement, disclosure, question, complaint, training] as const
