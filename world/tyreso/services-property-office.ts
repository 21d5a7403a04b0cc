// Services of the property unit and of office services (caretaking, print, post), as the unit plans for 2012
// describe their activities. The boundary rows say what a caretaker does and what a property technician does.
import { printed } from './origin.ts'
import { from, included, notIncluded, ours, servicesOf } from './service-shape.ts'

const office = servicesOf({
  area: 'fastigheter-kontorsservice',
  unit: 'kontorsservice',
  ownerRole: 'enhetschef',
  kind: 'job',
  forWhom: from('000', 1279, 'ca 350 kommunanställda och ca 600 elever'),
  ordering: from('000', 1238, 'Att ta emot beställningar via intranätet, beställarportalen.'),
})

export const officeServices = [
  office('TJ-KONTORSSERVICE-01', 1169, 'Kopieringstjänster/tryckeri', 'Copying and printing', {
    kind: 'volume',
    promises: ['LOFTE-KONTORSSERVICE-06', 'LOFTE-KONTORSSERVICE-08'],
    purpose: from('000', 1222, 'Att det finns en fungerande kopieringsservice med tydliga rutiner och regler.'),
    content: ours(
      'Vi trycker, skär, häftar och binder program, blanketter och kompendier. Ange antal, format och när du vill ha det.',
    ),
    boundary: [
      included('Svartvitt och färg, A4 och A3, häftning och falsning'),
      notIncluded('Grafisk form och korrektur', 'Kommunikationsenheten'),
      notIncluded('Upplagor över 5 000 sidor', 'Upphandlat tryckeri, vi beställer åt dig'),
    ],
  }),
  office('TJ-KONTORSSERVICE-02', 1169, 'Post- och paketdistribution', 'Mail and parcel distribution', {
    promises: ['LOFTE-KONTORSSERVICE-05', 'LOFTE-KONTORSSERVICE-08'],
    purpose: from('000', 1218, 'Att goda rutiner för post och paketleveranser finns och är kända för övrig personal.'),
    content: ours('Vi hämtar och lämnar internpost, brev och paket varje arbetsdag.'),
  }),
  office(
    'TJ-KONTORSSERVICE-03',
    1171,
    'Vaktmästeriuppdrag i kommunhuset, Masten-huset och biblioteket',
    'Caretaking in the town hall, Masten and the library',
    {
      promises: ['LOFTE-KONTORSSERVICE-01', 'LOFTE-KONTORSSERVICE-04', 'LOFTE-KONTORSSERVICE-08'],
      purpose: from('000', 1171, 'Att utföra vaktmästeriuppdrag inom kommunhuset, Masten-huset och biblioteket.'),
      content: ours(
        'Vi sätter upp, flyttar, monterar och gör i ordning. Du får kvitto när vi tagit emot jobbet och besked när det är klart.',
      ),
      boundary: [
        included('Uppborrning av tavlor, flytt av bord och liknande', printed('000', 1214)),
        included('Kvittens när jobbet är mottaget och när det är utfört', printed('000', 1226)),
        notIncluded('El, vatten, värme, lås och annat fast i huset', 'Fastighetsenheten, genom felanmälan'),
        notIncluded('Skolor, förskolor och boenden', 'Fastighetsenheten, genom felanmälan'),
        notIncluded('Flytt av datorer och telefoner', 'IT-enheten'),
      ],
    },
  ),
  office('TJ-KONTORSSERVICE-04', 1210, 'Kontorsmaterial ur lager', 'Office supplies from stock', {
    kind: 'volume',
    promises: ['LOFTE-KONTORSSERVICE-02', 'LOFTE-KONTORSSERVICE-08'],
    purpose: from('000', 1210, 'Att kontorsmaterial för dagligt bruk ska finnas i lager.'),
    content: ours(
      'Papper, pennor, pärmar, kuvert, batterier och annat för dagligt bruk. Vi lämnar det vid postfacket.',
    ),
    boundary: [
      included('Varor som finns i lagret'),
      notIncluded('Möbler, skrivbordsstolar och annat utanför lagret', 'Vi, som specialbeställning'),
    ],
  }),
  office('TJ-KONTORSSERVICE-05', 1212, 'Specialbeställning av material', 'Special order of goods', {
    promises: ['LOFTE-KONTORSSERVICE-03', 'LOFTE-KONTORSSERVICE-08'],
    purpose: from('000', 1212, 'Att hjälpa till med inköp av ej lagerfört materiel (specialbeställningar).'),
    content: ours('Vi söker varan i kommunens avtal, tar fram pris och köper när din beställare har sagt ja.'),
  }),
  office(
    'TJ-KONTORSSERVICE-06',
    1224,
    'Iordningställande av uthyrda lokaler och events',
    'Setting up rented rooms and events',
    {
      promises: ['LOFTE-KONTORSSERVICE-07', 'LOFTE-KONTORSSERVICE-08'],
      purpose: from('000', 1224, 'Att lokaler som uthyrs ska vara i ordningsställda inför t.ex. events.'),
      content: ours(
        'Vi ställer fram bord och stolar, projektor, högtalare och skyltar före start och plockar undan efteråt.',
      ),
    },
  ),
  office('TJ-KONTORSSERVICE-07', 1230, 'Återvinning', 'Recycling', {
    promises: ['LOFTE-KONTORSSERVICE-09', 'LOFTE-KONTORSSERVICE-08'],
    purpose: from('000', 1230, 'Att goda rutiner för återvinning finns och är kända för övrig personal.'),
    content: ours('Vi hämtar kartong, elektronik, möbler och sekretesspapper.'),
  }),
  office(
    'TJ-KONTORSSERVICE-08',
    1248,
    'Kontroller av lokaler och förebyggande underhåll',
    'Checks of premises and preventive maintenance',
    {
      kind: 'operation',
      purpose: from('000', 1248, 'Kontinuerliga/rutinmässiga kontroller av lokaler för att förhindra tillbud.'),
    },
  ),
]

const property = servicesOf({
  area: 'fastigheter-kontorsservice',
  unit: 'fastighet',
  ownerRole: 'fastighetschef',
  kind: 'operation',
  promises: ['GAR-FASTIGHET-01'],
  forWhom: from('000', 1605, 'Hyresgästerna är kommunala förvaltningar, kommuninvånare, företag och organisationer.'),
})

export const propertyServices = [
  property(
    'TJ-FASTIGHET-01',
    1609,
    'Ekonomisk och teknisk förvaltning av verksamhetsfastigheter',
    'Financial and technical management of premises',
    {
      purpose: from(
        '000',
        1601,
        'Att utveckla, vårda och bevara den fysiska miljön samt att tillhandahålla effektiva och ändamålsenliga lokaler till bästa kvalitet och rätt kostnad.',
      ),
    },
  ),
  property('TJ-FASTIGHET-02', 1611, 'In- och uthyrning av lokaler', 'Renting and letting of premises', {
    kind: 'administration',
  }),
  property('TJ-FASTIGHET-03', 1611, 'Nyproduktion av lokaler', 'Construction of premises', { kind: 'project' }),
  property('TJ-FASTIGHET-04', 1690, 'Felanmälan', 'Fault reports', {
    kind: 'support',
    content: ours(
      'Anmäl det som är trasigt i huset eller på gården: värme, vatten, el, lås, hiss, ventilation, glas. Berätta var och sedan när.',
    ),
    boundary: [
      included('El, värmepumpar, rörarbeten, vitvaror och teknisk drift', printed('000', 1694)),
      included('Akuta fel efter kontorstid: egen beredskap på teknisk drift', printed('000', 1698)),
      notIncluded('Flytt av möbler och uppsättning av tavlor', 'Kontorsservice'),
      notIncluded('Datorer, skrivare och nätverk', 'IT-enheten'),
    ],
    ordering: ours('Anmäl i Kontoret eller ring. Vid fara: ring alltid.'),
    volume: {
      value: [{ value: 8000, unitOfMeasure: 'ärenden', approximate: true }],
      origin: printed('000', 1682),
    },
  }),
  property('TJ-FASTIGHET-05', 1690, 'Nyckelsystem', 'Key system', {
    kind: 'volume',
    content: ours('Nya nycklar och passerkort, spärrning av borttappade och återlämning.'),
    boundary: [
      included('Nyckel, passerkort och behörighet till dörr'),
      notIncluded('Trasigt lås', 'Fastighetsenheten, genom felanmälan'),
    ],
    ordering: ours('Beställ i Kontoret. Chefen på arbetsplatsen godkänner.'),
  }),
  property('TJ-FASTIGHET-06', 1856, 'Internhyra', 'Internal rent', { kind: 'administration' }),
  property('TJ-FASTIGHET-07', 1882, 'Energiuppföljning och energioptimering', 'Energy follow-up and optimisation'),
  property('TJ-FASTIGHET-08', 1680, 'Planerat underhåll och reparationer', 'Planned maintenance and repairs'),
  property('TJ-FASTIGHET-09', 1684, 'Investeringsprojekt och besiktningar', 'Investment projects and inspections', {
    kind: 'project',
    volume: {
      value: [{ value: 60, unitOfMeasure: 'projekt 2011-12', approximate: true }],
      origin: printed('000', 1684),
    },
  }),
  property('TJ-FASTIGHET-10', 1850, 'Hyresgästmöten', 'Tenant meetings', { kind: 'advice' }),
  property(
    'TJ-FASTIGHET-11',
    1701,
    'Lokalvård: upphandling, kvalitetskontroll, entreprenadkontakter',
    'Cleaning: procurement, quality control, contractors',
    {
      kind: 'support',
      content: ours('Vi kontrollerar städningen och tar det vidare med entreprenören när något brister.'),
      ordering: ours('Lämna synpunkten i Kontoret. Ange rum och dag.'),
    },
  ),
  property('TJ-FASTIGHET-12', 1705, 'Facilitytjänster (utvidgning 2012)', 'Facility services (extension 2012)', {
    state: 'planned',
    planned: true,
    purpose: from(
      '000',
      1647,
      'Hyresgäster efterfrågar ett helhetsansvar från fastighet på samordning och upphandling av fler facilitytjänster.',
    ),
  }),
  property('TJ-FASTIGHET-13', 1698, 'Beredskap teknisk drift', 'On-call technical operations'),
  property('TJ-FASTIGHET-14', 1776, 'Bevakning', 'Security guarding'),
  property('TJ-FASTIGHET-15', 1778, 'Markunderhåll och snöröjning', 'Grounds maintenance and snow clearance', {
    content: ours('Vi plogar, sandar och sköter mark, gårdar och lekredskap vid kommunens hus.'),
    ordering: ours('Anmäl i Kontoret. Vid halka på entré eller skolgård: ring.'),
  }),
]
