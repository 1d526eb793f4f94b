/**
 * Ordinary words, Dutch and English. They are never taken for a misspelling of another word ("staat" is not "slaat"),
 * and a message with hardly any of them is in another language. Chosen by hand: the small words of both languages,
 * and the neighbours of the words that the safety net and the engine look for.
 */
const dutch = `
aan aardig achter af al alle alleen allemaal alles als altijd ander andere anders avond bang bed begin beetje behalve beide ben
beter bij bijna binnen blij blijft blijven boek boven broer brood buiten buur buurman buurvrouw buren club daar daarna dag dagen
dan dat de deed deze denk denken denkt dicht die dingen dit doe doen doet dochter door drie dus echt een eens eerder eerst eerste
eigenlijk eind einde elk elke en er ergens erg eten even familie feest fiets foto ga gaan gaat gauw gebeld gebeurt gebracht gedaan
gedoe gedrag geef geeft geen gehad gehoord geld geleden gelukkig gemaakt genoeg geweest gewoon gezegd gezien gezin ging gingen goed
groep groot had haar hadden half hand handen hard heb hebben heeft heel helemaal help helpen hem hen het hetzelfde hier hij hoe
hond hoor hoort hoorde huis hun iedereen iemand iets ik in ineens is ja jaar jammer jarig je jij jong jongen jongens jou jouw jullie
kan kans kant kapot kat kijk kijken kijkt kind kinderen klaar klas klasgenoot klein kleine kleren kom komen komt kon kort kreeg krijg
krijgt kunnen kunt kwam kwijt laat laatst laatste lang langs later laten leeg leek leerling leerlingen leest les lessen leuk leven lief
liep ligt lijkt links loopt los maakt maak maakte maand maandag maar mag man me medewerker mee meer meestal meisje meisjes melden mensen
met middag mij mijn mis misschien moeder moeilijk moest moet moeten mogen moment mooi morgen naar naast nacht nadat natuurlijk neemt
neer nemen net niemand niet niets niks nieuw nieuwe nodig nog nooit nou nu oké oma om omdat onder ons onze ook oom oma op opa open
opeens opvallend oud ouder ouders over paar papa mama pas persoon plek plots praat praten prima probeert raar rare rustig samen school
sinds slecht slechte snel soms soort spel spelen spreek staan staat steeds stil stond straat straks stuk sport te team tegen tegenover
tekening terug terwijl thuis tien tijd tijdens toch toe toen tot trainer training trainingen tussen twee uit uur vaak vader vaker van
vanaf vandaag vanmorgen vanavond veel ver veranderd verder verdrietig verhaal verjaardag vertelde vertelt vertellen vind vinden vindt
voelt volgens volgende voor vooral voordat vorig vorige vraag vraagt vragen vriend vrienden vriendin vrij vrouw waar waarom waren was
wat we week weekend weken weer weet weg weinig wel weinig welke werd werk werkt wie wij wijk wil wilde willen wist woensdag wonen woont
word worden wordt wou wou zag zal zat ze zeer zeg zegt zei zeker zelf zelfs zes zich zie zien ziet zij zijn zin zit zitten zo zoals
zonder zoon zorg zorgen zou zouden zulke zus zusje broertje zwaar zwart één kloppen klopt klompen stappen stapt kappen trappen klapt
steken stoken spreken breken steekt steken stelt stellen spelt telt staal slaapt slapen slaap slagen slaagt slager geslaagd geslapen
gesloten gesproken gestoten genoten gestopt geschept geschat gestuurd getest schoon schoen schoenen schoven schept schuift bedraagt
bedrag bedrijf bedrijven bedreven bedoeld bedoelt beweegt wegen dreigend draagt dragen draait draaien gedragen vergeten vergaten
vergroten vermoed vermoeden vermoeid vermeld verkocht verkochten verkracht vermist gemist vervelend vervelen vertrek vertrekt verkeerd
verkeer verder verdient verdien verdien verdriet verkouden bekend berekend getrouwd vertrouwd vertrouwen trouwen bouwen houden
gehouden goud koud wond wonden gewond gewoond gewonnen gevonden gebonden gebouwen gebroken gebruikt gebruik gebruiken gebruikelijk
stoppen stopt stoffen stemmen stammen stem stommen stampen zwemmen remmen nemen dwingt springt springen zingen brengen drinken drinkt
dronk drank dank danken denken schenken schelen scheelt schelden schilderen schieten schiet schuld schulden schudden geschud schuilen
schuldig schuldgevoel schouder schouders handdoek hangt hangen hingen ophangen ophaalt ophalen opgehangen opgehaald afgesproken
afspraak afspraken afscheid afgesloten aangesloten opgesloten uitgesloten uitzetten inzetten uitzoeken uitgezocht uitgezet achter
achteraf achterstand achterlaten uitleggen huilen huilt heilig hielden heulen gillen geld gelden gelt gilden gegeven gezeten gesleten
geweldig geweld gewenst gewerkt gewisseld gewassen gewaarschuwd geworden angst angstig gangster langste dichtbij dichterbij
alcohol school kohl verslaan verslag verslagen ontslagen verslapen versla verloren verlaten verwacht verwachten verwarming verward
verwart verwerkt verzorgt verzorgd verzorgen verzamelen verzameld mishandeling behandeling behandeld behandelt handelen misbruikt
misschien vierkant politie politiek verliezen verlies verkiezen verkleden omkleden bekleden snijden lijden leiden rijden rijdt glijden
strijden scheiden meiden meid meiden tijden snijdt lijdt wijd zijde krassen kassen klassen passen plassen grassen tassen jassen krast
wassen last vast past kast gast blaas glas graf gras steeds steden streken strepen streepjes stukje stukjes stuk druk drukt druks
drugs rugs terug bugs dragen jaren paren sparen gespaard gespaarde baren banen bommen boven beven bezig bezoek bezoeken bedoel beleven
overleven overleden overleven overgeven geleven geloven geloof belofte gelogen gevlogen gebogen gezogen voeding woeden wodka honger
hangen jonger jongeren longen tongen zonder ander onder stekker stiekem stekend moord moest moed mond maand mand naast meest mest
best west feest geest beest baas boos bos boot brood groot schoot stoot goot noot poot koorts sport woord woorden worden noord moorden
oorlog brand zand land hand strand verband brandt rand tand wand pand bandje pakken pakt pakte gepakt plakken zakken bakken wakker
bakker akker makker makkelijk lekker snoepen snuiven schuiven stuiven duiven druiven blowen bloeden bloed bloeden bloemen bloesem boven
blouse blauwe blauw nauwe rouwe vrouwen rouwen blijven drijven schrijven krijgen zwijgen stijgen vijgen wijzen prijzen reizen gokken
sokken rokken lokken tokken gokt lokt casino cassino gamen samen namen ramen kamer hamer hamers nemer emmer kelder helder zelden melden
medelijden tante tanden handig handen landen standen standaard bijstand afstand weerstand opstand verstand misstand toestand
aansluiting aantrekt afgehaakt afgeplakt afruimen afsluit afspraken beesten besteden binnenkomt boekje briefjes brieven broodjes contacten contant
donder feesten flesjes gedichten geheime gemeente gespreid gestolen gestort gevoel graden grappen groene groepje groepjes handje harde honden inzet
kennissen klussen kosten maandagen meerdere minuten minuut moeders opbrengen overleggen passer plakte praatje reageren schriften schutting schuttingen
sharing spelers spieren spoort sporten spreekt stapte sterke sticker straling telefoons traint trakteren trakteert tranen tweeling uitstel verborgen
verdienen verhalen verhuisd verloopt verschil verschilt verstop verstoppen verstopte verzorgen verzorging verzorgt vestje vinger vingers voelen
voorwerpen voorwerp vorst vriendinnen vriendje vriest zoete zwarte
vervangen vervangt gevangen verdraagt verdragen raapte raapt gaslight tablet geregeld gerend versleten geleerd gesproken gedragen
doodziek doodzieke stacks steekwagen steekwagens vangen hangen springt sprong overleg overlegt overlegd verlof verwarmde verwarmd verwarmen
`;

const english = `
a about after again all also always am an and any anything are around as asked at away back be because bed been before being best big
boy but by call came can child children class club come comes coming could day days did do does doing done down each else even every
everything family father feel feels few find first for friend friends from game get gets getting girl give go goes going gone good got
had hand hands happen happened has have having he hear heard hello help her here herself hey him himself his home house how i if in into
is it its just keep kid kids know knows last late left let like little live lives long look looks lot made make makes man many maybe me
mean might more morning most mother mum mom dad much must my name need needs neighbour neighbor never new next nice night no not nothing
now of off often ok old on once one only or other our out over people person play please put really right said same saw say saying says
school see seem seems seen she should sister brother since so some someone something sometimes soon sorry still stop student such sure
take takes talk team tell tells than thank thanks that the their them then there these they thing things think this those though thought
time to today together told tomorrow tonight too took training try trying two under until up us use used very want wanted wants was
watch way we week weeks weird well went were what when where which while who why will with without woman work worried worry would wrong
yard year years yes yesterday yet you young your chocolate choose chosen shoes shows skills killed skill fill still fire hide hits hurts
raced paper tapes grape rope rapid wrapped strangers stranger strange stronger string talking stalls stocking walking taking baking
betting bottles drink grade messages planning pupils ringing selling single smelling staring staying stopped students tired working
deliver delivered delivers delivery gaslighting gaslights
`;

/** Ordinary words of both languages that stand a letter or two from a word that the safety net looks for. */
const neighbours = `
aangebrand aangegeven aangenomen aangeraden aangesproken aangestoken aangetroffen aangezet aanraad aanraden aanrader aansprak aantrekken aanwezig
abces absenten achteraan achtereen achteren achternaam achterom afbreken affikken afgedaan afgelost afgemaakt afgerand afgerond afgevallen afvallen
afvalt afwachten afwijzing appartement badje barvrouw beast bedenken bedragen beertjes beklaagd bekoeld belading belangt belasten belden belegging
beloofde bende berging beroerd beroerte beroofd beslagen besteld bestolen besturen betaling bevoegd bevroren bewaarde bieden billetjes bitter blaadje
blades blocked bloedens bloedheet bloes blokkeren boekjes boeren bomen bonussen books borrel borstel bossen boter boxes brandgaten bread brevetten
bridgen bright broeder brokken brommers buffer buisje buisjes bungelen buurtbus buurttuin camper canteen centen centjes charge charming chillen
cirkels cleaner cliente clienten close closed closing clubhouse complot complotten contanten cooking cooks copier counting counts cracker crate
creatief cricket cruise daaraan dapper dekken deler detentie discreet doorgestoken doorloopt dossier double douchte dozen draadje driftig
driver drukken dryer during duurde eersten engelse entree ergste evenmin facturen failliet falling families fasting feestjes fictie filled finale
finance finger finished fleece flinches football forget forgets forgot formaat fotograferen fourteen foutje friet frozen gangen gasfles gasstel
gastjes gastles geachte gebak gebed geblokt geboorte gebouwd gebrand gedroogd geestig geeuwt gefingeerd gegleden gehaast gehakt gehangen gekauwd
gekeurd gekke gekken geklaagd geknikt gekoeld gekropen gekucht gekund gekust gekuurd gelachen geladen gelakt geleende gelikt geloot gelucht gemak
gemeten gepikt geplaagd gepland geplast geplukt geraakt gerechten gered geroken gescheurd geschoren geschoven geschrokken geschuurd gesloopt gesmeerd
gespoten gestaakt gestald gestalte gestart gesteld gestoeid gestookt gestoomd gestoord gestrekt getikt getroffen geval geveegd gevoed gevoerd gevolgd
gevolgen gevraagd gewed gezichten gezongen gezworen glaasje glasses gokten grenzen groepsmap groet groeten groetjes grommen gromt grootte grote groten
growing halfje halte haltes handel hanger haringen harte hechting heftig herstel hielpen hoekje hoepels hoger honing horse huurster huurt ijsberen
influencer ingeslapen instoppen intrekken investeer investeren inzetting inzien kaarsen kaarsjes kameraad kamers kamertje kanten karakter karretje
kasten kastjes keepster kieren kiezen kikker kikkers kleedje kleuren klikken klikt klikte klitten klusjes kneepje knikker knikte komende komme kookte
korst kostte kousen kranen kratje kratjes kratten kruisje kruisjes kudde kwartetten lager lasten leeggegoten leerplicht legaal legal legde leger
legging lengte lening leningen lerares leuker lever lichter light looked maaier mandje mediation meedraaien meegedaan meegegeten meegekomen mending
metaal meten misging modder moesten molensteen monkey nagel negens omgehangen onderhuur onderuit onthechten onthoud onthouden onthutst ontluchten
ontnuchterend ontroerd ontroerend ontroering opengaat openmaakt opens opgegeven opgehoogd opgelegd opgemeten opgepakt opgestoken opgevangen opgezet
ophaalde oproepen opvallen opvalt overdo overdoen overdoet overleefd overgeeft overheid overlijdt overloop overreden overslaat overval overweeg paaltje pannetje
pannetjes parcel parking partijen passend paste paying peace peuteren photographs piercing pints piraten plaatje plaatjes plaatsing plaatst place
places plakjes plankje planten plantje plantjes plants plaste plasters playing pleintje ploegen polish polissen pools poolse poortje pootjes portier
positie postcode posten poten praatjes praatte prefers presentie prikken printed proces proefje proefjes proefles proostte punten racket rappers
reactie recent rechtsback redden regeling resten retour reuze rondje ruimte schaamde schaduw schande schappen schatten schenen schermen scheurde
scheuren scheurtje schilder schillen schoenmaker schoonmaakt schrapen schreven schroef schrokken scooters sectie series serieus service shopping
shoulder sigaren singing sitter skaten skeeleren skeelers slaapplek slacht slachten slapend slepen slijten slingers sloep smaakte smeert smelt smeren
smiling smoes snotteren snottert snuit sober sommatie sonde soorten sorteren spanning sparren speelde speelden speld spelertje spelling
spoelen spoelt sporttas sprak spraken spreker staand stacken stacking staff staken staking stakingen stakker stale stalen stallen stalling stampt
stand stapel starten starts steelt stelde stelen stelletje stelling stemmetjes stemming steppen sterfdag steunen stickers stikt stinken stipt stoere
stoet stoker stokken stokt stole stolen stollen stoma stookt stories storten stoten stotteren stottert stoute straalde straalt strak stralen straten
streamer streep strenge strik strike strikken strikt strikte stront stroop stropen stroppen struiken stupid suizen support supporter sweet swimming
table takken tanks tekenen tekenles tekens teruggekomen terugkopen tests thanked theater thinner tieren tikte times toiletten trakteer travel trechter
trekker trilden tuiten uitgekomen uitgepakt uitgestoken uitlachen uitlegde uitlenen uitpakken uitslagen uitstellen uitzag uitzieken vacature vangt
vastgemaakt vastgeplakt veegt veerkracht veerkrachtig veiling verandering verandert verboden verborg verbroken verdachte verdedigd verdiend verdoofd
verdronken vergiet vergist vergoed vergoedt verklaard verklaarde verklaart verklappen verkoopt verlangd verlangen verlangt verleden verleend
verlichting verloot verlopen verpand verplichten verrader verrassen verschijnen verschillen verschonen verschoven verse verslikt verstapt
verstond verstuikte vertaalde vertaalt vertalen vertoont vertraagd verveelde verveelt verveling verwend verwent verwoord verwoorden verwoordt
verworven verzenden verzetten verzocht verzoeken verzonden verzonnen verzorg verzorgde verzorgden verzorger verzorgster verzwikt vesten veter viering
viert vilten vioolles vlaggen vlecht vlechten vlieger vlinder vlogen voeden voegen voering voile volgend volgeschreven voller voorbaat voorkeur
voorruit voorschot voorste voorzien vorming vraagje vrede vreten vriezen waaide waarde waarmee wallet wandel wandelen wandelt wanten warming warmte
washing wearing weather weekenden weggezet weging weglopen wegreed wegrent wegzakt werkelijk werkend widow wisten wonder wonnen woordje worrying
wortel wortels wrought zaken zanger zangeres zangers zegen zenden zender zeuren zeurt zinnetje zinnetjes zitting zochten zoekend zoenen zolang zonde
zonden zonet zonnetje zuchten zuipen zuipt zweeft zwemmers zweten
`;

/** Ordinary words of Dutch and English, folded. */
export const familiarWords: ReadonlySet<string> = new Set(
  `${dutch} ${english} ${neighbours}`
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .split(/\s+/)
    .filter((word) => word.length > 0),
);
