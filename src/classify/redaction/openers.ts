/** Verbs behind a name at the start of a sentence, as people tell about somebody, Dutch and English. */
const verbs =
  "is was heeft had zegt zei zit zat kan kon wil wilde wou moet moest mag mocht gaat ging komt kwam doet deed slaat sloeg schopt drinkt dronk blowt rookt snuift gebruikt gokt eet at slaapt sliep huilt huilde krast snijdt sneed praat praatte vertelt vertelde draagt droeg loopt liep krijgt kreeg woont woonde wordt werd blijft bleef lijkt leek ziet zag durft durfde heet ligt lag staat stond reageert belde belt appt appte stuurt stuurde schreeuwt schreeuwde vergeet vergat weet wist denkt dacht vindt vond neemt nam haalt haalde maakt maakte speelt speelde traint rijdt reed leent leende betaalt betaalde verkoopt dealt steelt stal liegt loog lacht schrikt schrok noemt schrijft schreef vraagt vroeg zijn haar en has says said told wants was is hits drinks cries uit bedreigt bedreigde stinkt ruikt valt viel trilt kijkt keek zoekt mist verdient werkt stopt stopte".split(
    " ",
  );
/** May stand behind a name at the start: see `verbs`. */
export const afterName: ReadonlySet<string> = new Set(verbs);

/** Words that begin a sentence with a verb behind them, and are no name. */
const ordinary = `
gisteren gister eergisteren overdag vroeger vruuger vanmiddag vannacht vanochtend vanmorgen vanavond gisteravond gisterochtend gistermiddag morgenavond
morgen overmorgen straks zaterdags zondags maandags dinsdags woensdags donderdags vrijdags doordeweeks tegenwoordig momenteel recent onlangs destijds indertijd
sindsdien inmiddels intussen ondertussen aanvankelijk uiteindelijk plotseling opeens eerlijk wellicht misschien mogelijk waarschijnlijk blijkbaar kennelijk
helaas normaal daarom daarbij daarvoor daardoor daarnaast daarin daarop hierdoor hierna hierbij halverwege andersom waarover waardoor waarmee waarvan wanneer hoelaat
eentje zoiets ene een twee drie vier vijf zes zeven acht negen tien elf twaalf dertien veertien vijftien zestien zeventien achttien sommigen sommige velen
enkele meerdere beiden betrokkene cliente client bewoner bewoonster bezoeker collega kameraad partner echtgenoot echtgenote vriend vriendin vriendje
huisarts dokter arts tandarts psycholoog therapeut verpleegkundige leerplicht leerplichtambtenaar thuiszorg pleegzorg jeugdzorg jeugdhulp politie brandweer
ambulance wijkagent wijkteam wijkverpleging gemeente wethouder corporatie woningcorporatie woningbouw verhuurder huisbaas huismeester rechter advocaat curator
bewindvoerder deurwaarder schuldeiser energiebedrijf energie bestuur voorzitter rector directeur directrice concierge conrector stagiaire coordinator teamleider
leidinggevende baas chef chauffeur badmeester scheidsrechter keeper aanvoerder spits invaller gymleraar gymdocent leraar lerares docent docente leerkracht juf
meester mentor mentrix trainer trainster coach assistent vrijwilliger barvrijwilliger penningmeester beheerder oppas oppasmoeder gastouder buuf buur buurjongen
buurmeisje overbuurman overbuurvrouw bovenbuurman onderbuurvrouw baby kleuter peuter puber tiener jongetje meisje ventje kleintje dochtertje zoontje neefje nichtje
kleinzoon kleindochter jongste oudste middelste schoonmoeder schoonvader schoonzus zwager nicht neef stiefvader stiefmoeder pleegmoeder pleegvader pleegkind mam pap
mams paps mama papa oma opa man vrouw dame heer leerling leerlinge student studente speler speelster sporter lid kind jongen gast vent
carnaval sinterklaas kerst koningsdag pasen zomer winter lente herfst vakantie weekend pauze les gym school klas kamp stage huiswerk toets examen rapport cijfers
huur gas licht water stroom rekening geld salaris loon uitkering toeslag kinderbijslag rente schuld straf boete aangifte melding dossier verslag formulier account
filmpje foto video bericht appje mail brief post pakket ticket paspoort rijbewijs auto fiets scooter deur telefoon mobiel laptop naam datum adres advies overleg
gesprek nagesprek overdracht aanleiding situatie probleem gedrag sfeer contact hulp zorg steun medicatie migraine koorts pijn buikpijn hoofdpijn luizen eczeem
corona griep alcohol drank wiet drugs lachgas bier wijn vuurwerk pesten spijbelen gamen gokken graag excuses sorry heden totaal budget deadline premiere complimenten
kerk moskee islam geloof muziek voetbal hockey turnen zwemmen douchen eten slapen formeel officieel site organisatie club vereniging team kantine bus trein
thuis buiten binnen boven beneden achteraf vooraf bovendien verder vooral zeker natuurlijk sowieso eigenlijk soms vaak zelden nooit altijd telkens steeds meestal
nachts avonds ochtends middags hallo test tochter zoon einde spreekbeurt nieuwjaar hemelvaart beker bel canada spaans golf god magister parnassys ziggo chatgpt insta carnaval ik zij wij hun dat die deze dit bij langs kan houdt blijkt vertel
nobody everybody someone anyone yesterday today tonight tomorrow mum mom dad mother father brother sister teacher neighbour neighbor volunteer hers this that there
what who which where when why how he she it they we you his her my our their maybe perhaps school home police kids someone's i'm he's she's
`;
/** Ordinary words that people begin with; with a capital elsewhere they are no name either. */
export const openers: ReadonlySet<string> = new Set(ordinary.split(/\s+/));

/** Is this an ordinary word at the start of a sentence? Plural nouns and verbs by their ending. */
export function opensSentence(word: string): boolean {
  return (
    openers.has(word) ||
    /(?:en|ing|heid|lijk|ers|tie|teit|isme|dag|avond|week|jaar|tje|pje|kje|ste|loos|baar|gen|eren|iging|schap|bureau|team|leider|school|club|arts|huis|werk|plek|tijd)$/.test(
      word,
    )
  );
}
