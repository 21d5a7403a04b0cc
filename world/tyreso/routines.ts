// How each kind of case is worked, shown to the agent on the case (HS-364). Short, in the order it is done. Invented,
// save that the routing of support needs is printed (004, lines 619–628).
import { type Origin, demonstration } from './origin.ts'

export interface RoutineRow {
  readonly key: string
  readonly title: string
  readonly steps: readonly string[]
  readonly origin: Origin
}

function routine(key: string, title: string, ...steps: readonly string[]): RoutineRow {
  return { key, title, steps, origin: demonstration }
}

export const routines: readonly RoutineRow[] = [
  routine(
    'felanmalan',
    'Felanmälan i hus',
    'Bedöm faran. Vid vatten som rinner, strömförande delar eller inlåst person: ring teknikern direkt.',
    'Se om felet redan är anmält i huset. Slå då ihop.',
    'Tilldela tekniker efter område och skriv en rad till anmälaren om när vi kommer.',
    'Notera orsak och åtgärd när felet är avhjälpt.',
    'Be anmälaren kontrollera innan ärendet stängs.',
  ),
  routine(
    'sno',
    'Snö och halka',
    'Kontrollera om platsen ligger i dagens körlista.',
    'Ring entreprenören om det är halt på entré eller skolgård.',
    'Svara anmälaren med klockslag.',
    'Notera vad som plogats och sandats.',
  ),
  routine(
    'nyckel',
    'Nyckel och passerkort',
    'Kontrollera att chefen har godkänt.',
    'Borttappad nyckel: spärra kortet direkt, bedöm om låset ska bytas.',
    'Registrera i nyckelsystemet.',
    'Lämna ut mot kvittens och legitimation.',
  ),
  routine(
    'vaktmasteri',
    'Vaktmästarjobb',
    'Vem som helst i gruppen får ta jobbet. Den som tagit det har det.',
    'Fråga om väggen innan du borrar.',
    'Markera Påbörjat när du står på plats: då stannar löftets klocka.',
    'Notera tid och antal när det är klart. Kunden får besked av sig själv.',
  ),
  routine(
    'moblering',
    'Möblering och event',
    'Kontrollera att lokalen är bokad.',
    'Ställ i ordning senast en timme före start.',
    'Prova ljud och bild.',
    'Plocka undan nästa morgon.',
  ),
  routine(
    'tryck',
    'Tryck',
    'Öppna originalet och kontrollera format och sidantal.',
    'Ring om upplösningen är för låg. Tryck aldrig på chans.',
    'Räkna sidor och skriv in antalet vid leverans.',
  ),
  routine(
    'material',
    'Kontorsmaterial',
    'Plocka ur lagret före kl. 13.',
    'Saknas en vara: säg det direkt och erbjud specialbeställning.',
    'Lämna i postfacket.',
  ),
  routine(
    'specialbestallning',
    'Specialbeställning',
    'Sök varan i avtalsdatabasen först.',
    'Utanför avtal: motivering krävs.',
    'Vänta på beställarens godkännande.',
    'Skriv ordernummer och leveransdag i ärendet.',
  ),
  routine(
    'post',
    'Post och paket',
    'Sök paketet i loggen.',
    'Fråga turen och mottagande hus.',
    'Svara kunden samma dag.',
  ),
  routine(
    'atervinning',
    'Återvinning',
    'Sekretesspapper hämtas i låst kärl.',
    'Elektronik registreras hos IT innan den går vidare.',
    'Boka med veckans runda.',
  ),
  routine(
    'lokalvard',
    'Synpunkt på städning',
    'Gå till rummet samma dag om det går.',
    'Jämför med städschemat.',
    'Skicka brist till entreprenören med bild.',
    'Kontrollera efter en vecka.',
  ),
  routine(
    'it-stod',
    'Felavhjälpning IT',
    'Lösenord, användarid, funktioner, utbildning och manualer: till systemförvaltaren.',
    'Dator, utskrift och kommunikation: Servicedesk.',
    'Märker alla på platsen felet: höj till störning och lämna över till andra linjen.',
    'Önskemål om ändring görs om till önskemål. Säg det till användaren.',
    'Skriv vad som löste felet.',
  ),
  routine(
    'losenord',
    'Lösenord och inloggning',
    'Lämna aldrig lösenord i telefon eller e-post.',
    'Användaren visar legitimation eller chefen intygar.',
    'Lås upp, sätt engångslösenord, be användaren byta.',
    'Upprepade låsningar: kontakta IT-säkerhet.',
  ),
  routine(
    'dator',
    'Ny dator',
    'Vänta på beställarens godkännande.',
    'Välj standardutförande. Avsteg motiveras.',
    'Märk, installera, lägg in i registret.',
    'Boka leverans och ta tillbaka den gamla.',
  ),
  routine(
    'konto',
    'Konton',
    'Kontrollera anställningen i Heroma.',
    'Ge bara den behörighet som chefen begärt.',
    'Sätt slutdatum för vikarier.',
    'Lämna ut mot legitimation.',
  ),
  routine(
    'telefoni',
    'Telefoni',
    'Kontrollera numret i växeln.',
    'Ändringar i svarsgrupp görs efter kl. 16.',
    'Ring provsamtal.',
  ),
  routine(
    'flytt',
    'Installation, flytt och ändring',
    'Kontrollera uttag och nät på nya platsen.',
    'Stäm av med Kontorsservice om möblerna.',
    'Flytta efter arbetstid om fler än fem berörs.',
    'Prova telefon och utskrift på plats.',
  ),
  routine(
    'lon',
    'Lönefråga',
    'Svara aldrig med belopp i e-post.',
    'Kontrollera rapporteringen i Heroma.',
    'Rättas på nästa lön eller som förskott: säg vilket.',
  ),
  routine(
    'faktura',
    'Fakturafråga',
    'Sök på fakturanummer, sedan på leverantör och belopp.',
    'Ligger den hos attestant: säg var, inte vems fel.',
    'Krav från inkasso: bestrid eller betala samma dag.',
  ),
  routine(
    'upphandling',
    'Upphandlingsstöd',
    'Sök i avtalsdatabasen.',
    'Under gränsen för direktupphandling: tre prisuppgifter.',
    'Över gränsen: startmöte och plats i upphandlingsplanen.',
    'En upphandlare granskar den andras dokument.',
  ),
  routine(
    'utlamnande',
    'Utlämnande av handling',
    'Fråga aldrig vem som frågar eller varför.',
    'Skyndsamt: sök fram samma dag.',
    'Pröva sekretess. Kommunjuristen hjälper till.',
    'Avslag ges skriftligt med besvärshänvisning på begäran.',
  ),
  routine(
    'andring',
    'Önskemål om ändring',
    'Systemförvaltaren bedömer om det redan går att göra.',
    'Annars vidare till IT-kundansvarig som önskemål.',
    'Berätta för den som frågade vad som händer nu.',
  ),
  routine(
    'fraga',
    'Fråga',
    'Svara själv om du kan.',
    'Annars lämna över, med samma ärendenummer. Kunden ska inte behöva fråga igen.',
  ),
  routine(
    'klagomal',
    'Synpunkt och klagomål',
    'Tacka och beskriv vad du förstått.',
    'Ta reda på vad som hände innan du svarar.',
    'Säg vad vi ändrar, eller varför vi inte gör det.',
    'Enhetschefen läser alla svar.',
  ),
  routine(
    'utbildning',
    'Utbildning',
    'Samla behoven per arbetsplats.',
    'Föreslå datum inom en vecka.',
    'Skicka lathund efteråt.',
  ),
]
