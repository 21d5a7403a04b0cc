// Services of the IT unit (000 and 004) and the six tasks of the purchaser function (001, lines 840–850). The
// function itself starts in 2014: until then BEST-IT holds its tasks and the services are planned, not active.
import { printed } from './origin.ts'
import { from, included, notIncluded, ours, servicesOf } from './service-shape.ts'

const it = servicesOf({
  area: 'it',
  unit: 'it',
  ownerRole: 'it-chef',
  kind: 'operation',
  promises: ['GAR-IT-01', 'GAR-IT-03'],
})

const onCommission = servicesOf({ area: 'it', unit: 'it', ownerRole: 'it-chef', document: '004', kind: 'project' })

const steering = servicesOf({
  area: 'it',
  unit: 'best-it',
  ownerRole: 'forandringsansvarig',
  document: '001',
  kind: 'advice',
  state: 'planned',
  providers: [
    { unit: 'best-it', from: '2012-01-01', to: '2014-01-01' },
    { unit: 'bestallarfunktionen', from: '2014-01-01', to: null },
  ],
})

export const itServices = [
  it(
    'TJ-IT-01',
    1915,
    'Felavhjälpning och användarstöd (Servicedesk)',
    'Fault remedy and user support (service desk)',
    {
      kind: 'support',
      purpose: from(
        '000',
        1915,
        'Att tillhandahålla felavhjälpning, användarstöd, underhåll och installation av både mjuk- och hårdvara.',
      ),
      content: ours('Vi hjälper dig när datorn, skrivaren, nätet eller inloggningen krånglar.'),
      boundary: [
        included('Installation av klienter, utskrifter och kommunikation', printed('004', 623)),
        notIncluded(
          'Användarid, lösenord, funktioner, utbildning och manualer i ett verksamhetssystem',
          'Systemförvaltaren för systemet',
          printed('004', 619),
        ),
        notIncluded('Önskemål om ändringar i gemensamma system', 'BEST-IT', printed('004', 582)),
      ],
      ordering: ours('Anmäl i Kontoret eller ring Servicedesk.'),
    },
  ),
  it(
    'TJ-IT-02',
    1917,
    'Underhåll och installation av mjuk- och hårdvara',
    'Maintenance and installation of software and hardware',
    {
      content: ours('Vi installerar, flyttar, bygger ut och ändrar arbetsplatser.'),
      ordering: ours('Beställ i Kontoret minst fem arbetsdagar innan.'),
    },
  ),
  it(
    'TJ-IT-03',
    1919,
    'Drift av gemensamma nätverk (data och tele)',
    'Operation of shared networks (data and telephony)',
  ),
  it(
    'TJ-IT-04',
    1923,
    'Servrar och centrala verksamhetssystem (e-post, brandvägg, katalogtjänst, internetuppkoppling)',
    'Servers and central systems (mail, firewall, directory, internet)',
  ),
  it('TJ-IT-05', 1975, 'Telefoni (UC)', 'Telephony (UC)', {
    kind: 'volume',
    content: ours('Fast telefon, mobil, anknytning, svarsgrupp och hänvisning.'),
    ordering: ours('Beställ i Kontoret. Beställare i din förvaltning godkänner.'),
  }),
  it('TJ-IT-06', 1927, 'Identitetshantering', 'Identity management', {
    content: ours('Konto för nyanställda, ändrad behörighet och avslut när någon slutar.'),
    ordering: ours('Beställ i Kontoret. Vi lämnar bara ut kontot mot legitimation.'),
  }),
  it('TJ-IT-07', 1927, 'IT-säkerhet', 'IT security'),
  it('TJ-IT-08', 1927, 'Plattformsförvaltning', 'Platform management'),
  it('TJ-IT-09', 562, 'Volymtjänster: datorer, konton, telefoni', 'Volume services: computers, accounts, telephony', {
    document: '004',
    kind: 'volume',
    promises: [],
    content: ours('Arbetsplats med dator, skärm och konto, i några få standardutföranden.'),
    boundary: [
      included('Dator, skärm, tangentbord, mus och installation'),
      included('Utbyte när datorn är fyra år'),
      notIncluded('Program för ett visst yrke', 'Systemförvaltaren beställer som applikation'),
      notIncluded('Möbler', 'Kontorsservice, som specialbeställning'),
    ],
    ordering: ours('Beställ i Kontoret. Beställare i din förvaltning godkänner.'),
  }),
  it('TJ-IT-10', 561, 'Applikationsförsörjning', 'Application supply', {
    document: '004',
    kind: 'application',
    promises: [],
    ordering: ours('Önskemål om ändringar lämnas i Kontoret och går till systemförvaltaren och IT-kundansvarig.'),
  }),
  onCommission('TJ-IT-11', 561, 'Projektleveranser', 'Project delivery'),
  onCommission('TJ-IT-12', 571, 'Tekniska lösningar på uppdrag', 'Technical solutions on commission'),
  onCommission('TJ-IT-13', 572, 'Integrationslösningar till system på uppdrag', 'Integrations on commission'),
  steering(
    'TJ-BESTALLARFUNKTIONEN-01',
    840,
    'Beställningsflöde, ändringshantering, planering och prioritering av beställningar',
    'Order flow, change handling, planning and ranking of orders',
  ),
  steering(
    'TJ-BESTALLARFUNKTIONEN-02',
    842,
    'Tjänstekatalog och projektportfölj',
    'Service catalogue and project portfolio',
  ),
  steering(
    'TJ-BESTALLARFUNKTIONEN-03',
    844,
    'Stöd och samordning till förvaltningarnas beställare',
    'Support and coordination for the purchasers of the administrations',
  ),
  steering(
    'TJ-BESTALLARFUNKTIONEN-04',
    846,
    'Design och analys av IT-lösningar',
    'Design and analysis of IT solutions',
  ),
  steering(
    'TJ-BESTALLARFUNKTIONEN-05',
    848,
    'Leverantörsstyrning, serviceöverenskommelser och uppföljning',
    'Supplier governance, service agreements and follow-up',
  ),
  steering('TJ-BESTALLARFUNKTIONEN-06', 850, 'IT:s processer, avtal, licenser', 'IT processes, contracts, licences'),
]
