// Plots of payroll and accounting: questions answered, and a customer who never answers.
import type { Plot } from './plot-shape.ts'
import {
  byTopic,
  days,
  deliver,
  hours,
  kronor,
  minutes,
  note,
  opening,
  pause,
  pick,
  plot,
  reply,
  resume,
  says,
  slot,
  take,
  value,
  write,
} from './plot-shape.ts'

const pay = plot({
  key: 'lonefraga-tyst',
  shows: 'A question about pay: answered, or asked back and then the customer never answers, so it closes by silence',
  requestType: 'lonefraga',
  kind: 'question',
  unit: 'lon',
  agentRoles: ['lonehandlaggare'],
  channels: { email: 60, portal: 30, phone: 8, letter: 2 },
  season: [12, 12, 11, 10, 10, 9, 8, 12, 11, 1],
  slots: {
    manad: ['förra månaden', 'den här månaden', 'månaden innan'],
    sak: ['övertiden', 'ob-tillägget', 'semesterdagarna', 'föräldraledigheten', 'jourersättningen', 'timmarna'],
  },
  subjects: ['Fråga om {sak}', '{Sak}, {manad}', 'Stämmer lönespecifikationen?'],
  openings: [
    'Hej! Jag undrar över {sak} på lönen för {manad}. [Det ser lägre ut än jag räknat med.|Jag hittar inte raden.]',
    '{Sak} verkar inte komma med för {manad}. [Jag rapporterade i tid.|Chefen har godkänt.] Vad är det som saknas?',
    'Kan ni förklara {sak} på min specifikation? [Koden säger mig inget.|Det är två rader med olika datum.]',
    'Hej, var ser jag {sak} i e-lönespecen? Det gäller {manad}.',
  ],
  answers: { what: pick('amount', 'hours', 'slip', 'absence'), month: slot('manad'), description: opening },
  paths: { klar: 60, tyst: 40 },
  steps: [
    take(hours(0.3, 9)),
    reply(
      minutes(5, 120),
      [
        'Hej {namn}. Perioden bryts den 10:e, så {sak} kommer på nästa lön. Belopp skriver vi inte i mejl, ring gärna mig.',
        'Hej! Rapporten låg kvar hos attestanten. Den är godkänd nu och betalas ut som tillägg.',
        'Hej {namn}. Raden heter något annat i e-lönespecen. Titta under fliken Underlag, så ser du {sak}.',
      ],
      { path: 'klar', thread: 'svar' },
    ),
    says(hours(0.5, 12), ['Bra, då väntar jag till nästa lön.', 'Tack, då förstår jag.', 'Aha, där stod det. Tack.'], {
      path: 'klar',
      chance: 0.7,
      thread: 'svar',
    }),
    deliver(
      minutes(5, 100),
      [
        'Besvarat. Kommer på nästa lön.',
        'Rättat. Tillägget kommer med nästa utbetalning.',
        'Besvarat. Lathunden för e-lönespecen är skickad.',
      ],
      { path: 'klar', thread: 'svar' },
    ),
    reply(
      minutes(5, 120),
      [
        'Hej {namn}. Vilken dag gäller det? Jag ser två rapporter och vill vara säker på att vi menar samma.',
        'Hej! Jag hittar ingen rapport för {sak}. När lämnade du in den?',
        'Hej {namn}. Är det en enda dag eller hela perioden du undrar över?',
      ],
      { path: 'tyst' },
    ),
    pause(
      minutes(1, 5),
      'waiting_customer',
      ['Frågat vilken dag det gäller.', 'Väntar på kundens svar.', 'Behöver besked om datum.'],
      { path: 'tyst' },
    ),
    reply(
      days(4, 7),
      [
        'Hej igen {namn}. Vi har inte hört något, så vi stänger om några dagar. Svara här om du vill gå vidare.',
        'Påminnelse: vi väntar på ditt svar. Hör vi inget stänger vi ärendet, och du kan öppna det igen.',
        'Hej! Behöver du fortfarande hjälp? Annars stänger vi.',
      ],
      { path: 'tyst' },
    ),
    resume(days(2, 4), { path: 'tyst' }),
    deliver(
      minutes(1, 5),
      [
        'Stängs utan svar. Öppna igen om frågan finns kvar.',
        'Inget svar på två frågor. Avslutas.',
        'Avslutas, kunden har inte hört av sig.',
      ],
      { path: 'tyst' },
    ),
    { after: minutes(5, 300), by: 'requester', act: 'rate', chance: 0.35, path: 'klar' },
  ],
})

const invoice = plot({
  key: 'fakturafraga',
  shows: 'A question about an invoice: found at an approver, or a claim that is stopped the same day',
  requestType: 'fakturafraga',
  kind: 'question',
  unit: 'redovisning',
  agentRoles: ['ekonomiassistent'],
  channels: { email: 60, portal: 32, phone: 6, letter: 2 },
  season: [13, 10, 11, 10, 10, 10, 5, 9, 11, 1],
  slots: {
    leverantor: ['elleverantören', 'städfirman', 'möbelfirman', 'bokhandeln', 'taxibolaget', 'livsmedelsgrossisten'],
    nummer: ['104877', '2209816', '55012', '730041', '91126'],
  },
  subjects: [
    '<*> Faktura {nummer} från {leverantor}',
    '<krav> Påminnelse från {leverantor}',
    '<var> Har faktura {nummer} betalats?',
    '<kontera> Ändrad kontering, {nummer}',
  ],
  openings: [
    '<krav> Hej! Vi har fått en påminnelse från {leverantor} på faktura {nummer}. [Jag attesterade den för två veckor sedan.|Vi har aldrig sett den.] Är den betald?',
    '<fel> Faktura {nummer} från {leverantor} är [dubbelt betald, tror vi|på en vara vi skickade tillbaka]. Hur rättar vi?',
    '<var> {Leverantor} ringer om faktura {nummer}. Var ligger den?',
    '<kontera> Kan ni ändra konteringen på faktura {nummer}? Den ska [delas på två enheter|till ett annat projekt].',
  ],
  answers: {
    what: byTopic({ krav: value('reminder') }, value('supplier')),
    number: slot('nummer'),
    party: write('{Leverantor}'),
    description: opening,
    amount: kronor(300, 48000, 75),
  },
  steps: [
    take(hours(0.3, 9)),
    reply(minutes(5, 160), [
      '<krav var> Hej {namn}. Fakturan väntar på attest steg två. Jag har påmint attestanten och sätter betalning i dag.',
      '<krav> Hej! Den betalades i går, påminnelsen har korsat betalningen. Ni behöver inte göra något.',
      '<kontera> Hej {namn}. Vi rättar konteringen. Skicka rätt ansvar och projekt, så bokar jag om.',
      '<fel> Hej {namn}. Jag begär en kreditfaktura av leverantören i dag.',
      '<var> Hej! Den kom utan referens och ligger hos oss. Är det du som ska attestera?',
    ]),
    says(
      minutes(20, 400),
      [
        '<kontera> Ansvar 3210, projekt 0. Tack!',
        '<krav var> Tack, då kan jag svara leverantören.',
        '<fel> Toppen.',
        '<var> Ja, skicka den till mig.',
      ],
      { chance: 0.55 },
    ),
    note(
      minutes(5, 60),
      [
        '<fel> Kreditfaktura begärd av leverantören.',
        '<krav> Krav bestridet, kopia sparad.',
        '<var> Fel referens på fakturan, därför hamnade den fel.',
        '<kontera> Bokföringsorder skapad.',
      ],
      { chance: 0.35 },
    ),
    deliver(hours(0.2, 8), [
      '<kontera> Rättat. Verifikationen är omförd.',
      '<krav var> Betald, leverantören har fått besked.',
      '<fel> Kreditfaktura har kommit och är matchad.',
      '<krav> Frågan är besvarad. Ingen avgift tas ut.',
    ]),
    { after: minutes(5, 300), by: 'requester', act: 'rate', chance: 0.3 },
  ],
})

export const financePlots: readonly Plot[] = [pay, invoice]
