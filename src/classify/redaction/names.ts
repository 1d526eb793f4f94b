// Frequent first names in the Netherlands, of several generations and origins. Lower case, without diacritics.
const given = `
aad aaron abbas abdel abdelaziz abdelkader abdellah abderrahim abdi abdul abdullah abel achmed adam adem adil adinda adnan adriaan adriana
agata agnes agnieszka ahmed ahmet aicha aisha akin albert alejandro aleksander aleksandra alex alexander ali alice alicia alina alperen
amal amanda amber amin amina amira amy ana anass andrea andreas andrzej andy angela angelique anis anita anja anke ann anna annelies
anneke annemarie annemiek annet annie anouk anthony anton antonia antoon appie ari arie arjan arjen armin arno arnold arthur artur aslan
astrid atilla audrey aukje aya ayaan ayla ayoub ayse aysel aziz aziza barbara barry bart bartosz bas bastiaan beata beatrix bella ben benjamin
bennie berend bernard bert berta bertha bianca bilal bjorn bo bob boris bouchra bram brahim brandon brenda brian brigitte britt bruno
burak burhan can carina carla carlijn carlo carlos carmen carolien carolina caroline casper cees cem cemile ceyda chaima chantal charlotte
chayenne cheyenne chris christa christel christian christiaan christina cihan cindy claudia colin conny cor corrie cynthia daan daisy dalila damian
damla daniel daniela danique danny daphne daria david dave dawid dayenne debbie deborah delano delilah demi deniz denise dennis derya desi
desiree devin dewi diana dick diederik dilan dilara dina dion dirk djamila dominik dominique donna doris dorien dounia dunya dylan
ebru ed eda eddy edith edwin eefje eline elif elina elisa elisabeth elise elke ella ellen els elsa elvira emel emily emine emir emma
emre enes engin erdem eric erik erika erkan erwin esmee esra esther eva evelien eveline evert evi ewa fadma faisal farah farid farida fatih fatima
fatma fatoumata fay feline femke ferdi ferhat feyza fien filip finn fleur floor floortje floris fouad frank frans franciscus fred frederik
freek frits furkan gabriela gabrielle geert gerard gerda gerrit gert gertjan giel gijs gina giovanni gizem glenn gokhan gonda greet greetje
grzegorz guido gulsum gurkan guus hafsa hakan hakim hala halima hamid hamza hana hanan hanna hannah hanneke hans harm harold harrie harry
hasan hassan hatice hedwig heidi hein heleen helena helga helma hendrik henk hennie henny herman hicham hidde hilal hilda hilde houda hugo hussein
huub ibrahim ibtissam ida idris iedje ihsan ijsbrand ikram ikrame ilias ilse ilyas iman imane imke ina inaya ine ines inez inge ingrid
ingeborg irene iris irma isa isabel isabella isabelle ismail ivan ivo iwona jaap jacco jack jacqueline jaimy jakub jan janine janna janneke
jannie jantje jari jarno jasmijn jasmin jason jasper jayden jaylinn jayson jean jeannette jeffrey jelle jelmer jennifer jenny jens jeroen jerry jesse
jessica jetske jill jim jimmy jip jo joan joanna job jochem joep joey johan johanna john johnny jolanda jolien jonas jonathan joost jorg
joris jort jos jose josefien joshua josje joyce juan judith jules julia julian juliana juliette julius jurgen jurre justin kaan kamil
karel karim karima karin karina karlijn karolina kasia katarzyna kate katja katrien kawtar kay kayleigh kayra keano kees kelly kemal kenan
kenji kenneth kerem kevin khadija khalid kim kimberly kirsten klaas koen koert krystyna krzysztof kubra kyan kyano lana lars laura
laurens lauren leila leo leon leonie leroy levi lex leyla lianne lien lieke lies liesbeth lieuwe ligia lilian lily lina linda lindsay lisa
lisanne liselotte lize loes lois loubna lotte louis louisa louise luca lucas lucia luciana luciano lucy luna lukas luuk lyanne lydia
maaike maarten maartje maciej maikel malak malgorzata malika manon manouk marc marcel marco margaretha margo margriet maria mariam marian
marianne marieke mariella marije marijke marijn marina marinus mario marion mariska marissa marit marja marjan marjolein marleen marlies
marloes marta martha martijn martin martina martine marwa maryam marzena matej mateusz mathijs matthew matthias matthijs maud maurice maurits
max maya maxim mehdi mehmet mees meike melanie melek melissa melvin merel merve mia micha michael michal michel michelle mick miep mieke mike
mikail mila milan milou mina mira miranda miriam mirjam mirthe mo mohamed mohammed mohamad mounir mourad muhammad muhammed murat mustafa myrthe nabil
nadia nadine naima najat najib nancy naomi natalia natasja nathalie nawal nel nelleke nele neslihan nezha nick nicky nicolaas nicole niek
niels nienke nikki nina nisa nisrine noa noah noemi noor noortje nora norbert nour noura nurcan nuria nynke ola olaf olga oliver olivia
omar omer onur oscar osman ouassim oumaima ozan ozgur oussama owen pascal patricia patrick patryk paul paula pauline pawel pepijn pernille
peter petra philip pien pieter pim piotr priscilla quinn quinten rabia rachel rachid rachida radoslaw rafael ralph ramazan ramona rana randy
raoul raymond rayan rebecca recep redouan reem reinier rembrandt remco rene renate renee renske reza riad rianne ricardo richard rick
rik rihab rik rita rob robbert robbie robert roberto robin rochelle roel roelof roger roland romy ron ronald ronja roos rosa rosalie
rosanne rosemarie rowan roy ruben rudolf rudy ruud ryan saar saartje sabine sabrina safae sahin said saida saïd sake salah salih salim salma sam samantha
samira samuel sander sandra sanne sannah sanae santino sara sarah sascha saskia sebastiaan sebastian sedat sef selena selim selin selma semih senna
serdar serkan seyma shanice shania shanaya sharon sheila sherida shirley sibel sien siem sietske silke silvia simon simone sinan sjaak sjoerd
sjors soefian sofie sofia sofiane sonja sophia sophie soraya soufiane souad stan stef stefan stefanie steven stephanie stijn suleyman sultan
sumeyye susan susanne suze svetlana sven svenja sylvana sylvester sylvia sylwia tamara tanja tara tarik tatiana tess tessa theo theodora
thijs thom thomas tiago tibor tijmen tijn tim timo timon tineke tjitske tobias tom tomasz tommy ton toon tony trijntje truus tugba tugce ugur
umit umut ursula valentina valerie vanessa vera veronique victor victoria vincent violet vivian volkan wahid walid wassim wendy werner
wesley wiebe wietske wil wilbert wilhelmina willem willemijn willeke wilma wim winston wojciech wouter wout xander xavier yara yasemin yasin yasmin
yasmina yassin yassine yassir youssef youssra yunus yusuf yvette yvonne zakaria zara zehra zeki zeynep zineb zoe zofia zohra zuzanna
aleksandar oleksandr oksana olena iryna ivanka dmytro andriy mykola natalya yulia tetiana bohdan taras serhiy volodymyr radjesh anil
sunita ravi vishal shanti soerin indra jermaine gilberto rishi shaniqua giovanca urvin jerrel gaitano clifton ruthmila kelvin
aaliyah abdulrahman abdirahman abigail adeline adriano ahmad aisling alana albertus aleida alessandro alessia alisa alissa alyssa amelie aminata amine anisa anniek annick annika anouar ankie
antje antonio arda arend arnoud artem arwen asli asma assia aurora avi ayat aylin aynur ayub azra baran barbera barend bartje bassma bastian beatrijs beau bep berfin beyza bente benthe benja bibi billie
boaz bodhi bogdan boy branko britney brit bruce caitlin camiel caro cas cato celine celina charlie charlotte cheng chiara chloe christiane ciska claire clara coen conchita corina cyril dani danillo darek darya daryna
dave davy dean delara delfina denzel devran deen diego dieuwertje dieuwke dilano dilay djustin djamel djoeke doutzen driekus driss dua dwayne ebrar efe eleanor elena elias elisabetta elizabeth elly elodie eloise elvan emanuel
emilia emirhan emmy emre enya erica ernst esmee esmeralda estelle evan evelyn evy ezra faas fabian fabio faissal fardau fayza feija felicia felix fenna fenne fenno ferre ferry fiene fiona flavio florian folkert fons franka
freddy frederique freya frida fridus friso gabriel gaby gaia geertje geke georgina gerben gerlof germaine gianni gideon giulia godelieve goran gosse grace grada graham greta griet grietje grada guusje gwen haitam hajar hakima hamza han hans-peter
hannelore harmen hatem hayat hedda hedy heiko henrieke henriette henri hermien hessel hester hette hidaya hiske hubert ibtihal igor ikbal ilham ilja ilke imran ioana ireen isaac isak islam ismay israe ivana ivanna ivar iza izabela izzy jackie jacob jacoba
jade jaimie jairo jalal james jamila jamal jamie janna janina janou jannes jara jaro jasmina jax jaydon jean-pierre jeff jeltje jenna jente jeremy jermain jet jette jetta jinte jitske joaquin jochen jolan jolie jonah jonne joop jordan jordi jordy jorden jorik jorine jorinde jorrit josefine joseph joshka josien
jouke jovan judy juliet jurre jurrien jytte kaia kain kaleb kamila karam karel karen karst kasper katie kawther kayden keira kenza khalil kiara kick kimo kiki kinga kirstin klaske kobus kofi koos kor korneel krijn kyra kyran laila lara larissa laurie lea leah leen leendert leia leila lenn lenna leny leonard leonoor leontien levin
lidewij lidia lieselot lilly lily-rose liam lina livia liv lizzy lobke loek loe lois lola lorena lorenzo louella luan lucienne ludo luna-maria luisa lumi lutske lyam lynn machteld maddy madelief madeleine maeve magda mahmoud maja malou mandy manuel mara marcella marcin marek mare margot marguerite mari marijana mariya marjolijn mark-jan marko marleen marlijn marlin marlou marouan
marten marvin mary masha mathilde mats matteo mattanja maurits mauro mauricio max mayra mechteld meerte mehtap melda melisa melle melody menno meryem merijn meriam merle mette michiel mieke mijke milena milo milena minke mirjana mirte misha mitchel mitchell moana moos monique mohammad moniek morris mostafa mouad myla myra myron naama nada nadine nael nahla naoual narges nazli nathan nathaniel nawal neda neeltje nena nesrin ngozi nia niamh nicola nico nicolette nicolas nikita nikola
nima nine nino noelle nolan nomi noraly nourdin novi nuno odette oktay olivier oona orlando oscar othman otis otto pablo paola paolo paco pam patryk pelle penny perla peggy piet pieternel pietje pietra pip pjotr priya puck quincy quint quinty rafi rafaela rainier ralf ramon ramses rania rasheed raven rayane rayen rebekka reina reinout renzo reda rens renske resul rhys rianna ria richelle rico riek rients rina rinske rinus rocco roan robin roderick rody roeland roelie roelien rolf romee romeo romano ronnie ronaldo rosemarijn rosita roxy roxanne roya ruby ruth rutger ryanne sacha safa safia sajid salim salman sami samir sammy samuele sana sandy santi sarina saul savannah schelte scott sean sebas selma senna serena seppe
sevda sevgi shabana shaina shane shannon shay shayenne shayla sheyla shivani shanaya shanna sherina siebe siegfried sieb sigrid silas silvana simba sinem sita sjaan sjaak sjon sjonnie sjoukje skye sofija soumaya sumaya suraya stacey stella stephan sterre steve storm sven svea swaen sybren sylke syb tabitha taco tahira tamar tammo tanisha taylor teun teuntje tesfay teresa theodoor thalia thea thera thijmen thirza thymen tiemen tiene tijl tijs tilly timothy timothee tirza tjalling tjeerd toby tobi trees treesje tristan trudy truus tycho tygo tyler tyron ulas urban valerio vanja veerle velda vera vesna vica vico vigo viktor viktoriya vince vinz vita wadim walter wanda ward warre wassila wes wieke wies wiktor wiktoria wilco willem-jan wilmar wim-jan winnie wisse wladimir wobbe wojtek wolf wubbo xaviera xavi xenia yael yaniek yannick yann yanis yari yassmina yazan yentl yfke yigit ylva yoni yoran yorick youri ysabel yusra yuri yvonna zahra zain zainab zakariya zaid zayd zena zeger ziggy zita zjos zoey zuhal zwaantje
tommie sandro jorn kjeld espen amani nour bushra hussam mahdi majid moussa mouhamed abshir hodan hibo ifrah asha faduma ayan bilan hawa fanta mariama ousmane amadou kwame kwabena kojo akosua abena yaw emeka chidi chioma adaora tariq usman bilquis parisa reza shirin arash kian daryush navid hamed najib zohre selam yonas filmon natnael rahel semhar winta bereket abel mehari dawit luwam joao tiago catarina beatriz dinis vasco stoyan plamen desislava ivaylo ionut mihai andreea florin vlad laszlo ferenc zsofia magdolna aneta beata kacper szymon dominika karolina kinga ewelina lukasz slawek marzanna grazyna jarek jolanta roksana
`;

/** Words too, or parts of speech: a name only where it is written with a capital, and not at the start of a sentence. */
const doubtful =
  "adem bas ben bo bob boy elke tan may ans mick tiene said vos sep can cas charlie claire clara cor dean dick floor fleur grace han jade jet joy kay kick lea lex lies lieve mare mark max mats mo ola park penny perla pip puck raven roos ruby ruth sandy scott storm ton toon urban vita walter ward wes wil will wolf jo job la luna lot sake sultan ed angel amber daisy donna violet victor victoria rosa stella aurora els kate jack iris mees islam kor gaia dua leen trees nine nada nomi novi pam otis wies ria asha beau billie felix maja loe boaz ernst piet rina rens teun tim tom pien noor sam stan robin storm marina melody";

const surname = `
jansen janssen janssens devries bakker visser smit smits meijer meyer mulder bos vos peters hendriks dekker brouwer dijkstra vermeulen jacobs
hoekstra koster prins huisman peeters kuipers kuiper veenstra kramer postma schouten willems martens smeets bosman wolters verhoeven timmermans scholten
driessen sanders maas verbeek schipper claassen blom gerritsen molenaar mulders kok jonker koning groen hermans yilmaz kaya demir sahin celik yildiz ozturk
aydin arslan dogan kilic aslan cetin elamrani elidrissi benali bouzidi bouali amrani idrissi alaoui haddad aziz mansouri hassani elhamdaoui
nowak kowalski wisniewski wojcik kowalczyk kaminski lewandowski zielinski szymanski ramdin singh khan pinas jabini mahabier doekhi
jaspers evers wouters dijkman vink kuijpers veldman bruijn dejong devos pietersen pieterse gerrits hofman zwart vandijk wessels
hoogland terpstra wolthuis verhagen melnyk hoekman boersma bosma hofstra dijkhuis sikkema zijlstra wiersma hoeksma kuipers kramers leeuwen dam wit haan graaf boer ruiter groot lange jong bruin zeeuw heuvel berg broek velden heijden meer linden vliet rijn wal hof veen laan wijk horst eijk ruiter oldenbarneveld kromosoeto ramcharan ramlal soekhoe jagroep biharie mangal pengel wijdenbosch martis maduro winklaar croes bouazza khattabi bennani berrada benjelloun tahiri elkhattabi chaoui yildirim ozdemir polat korkmaz aksoy erdogan simsek kurt koc kamara diallo mensah okafor addo owusu boateng abdi hassan warsame farah kowalska nowicki mazur krawczyk piotrowski wozniak dabrowski kozlowski jankowski popescu ionescu petrov ivanov georgiev dimitrov kovacs nagy szabo toth horvat petrovic jovanovic nikolic ahmadi karimi hosseini rahimi nguyen tran pham chen wang liu zhang kim park wong tesfaye gebre haile silva santos pereira costa fernandes rodrigues gonzalez garcia martinez lopez brown smith johnson williams jones taylor
aalbers aarts adriaans alberts alblas arends arts baars baas bakels barends barneveld bastiaans beekman beerens berends bergman bergsma blok boelens boers bolt boogaard boomsma boon boot borst bouma bouwman braam brands breedveld broekhuizen brink bruggeman buijs burger cornelissen cremers damen dekkers diepeveen dirks doorn douma dros duijn elzinga engels evers faber feenstra franken fransen geerts gerrits geurts goossens graaff groeneveld haak hagen hartman heijmans heemskerk hendriksen heuvelman hoeve hol holtrop hoogeveen houtman huizinga ivens jager janse jongsma kamphuis keizer kemp kersten keuning klein kleijn kloosterman klop knol koenen kok kool koopman kooiman kors krijnen kroon kruit kuiper lammers langerak leenders lensink loon lubbers maassen manders marinus meeuwis mertens michels mol muller nauta nijboer nijhuis noordam oomen oosterhuis ooms oudshoorn peerdeman pol poppe pronk reijnders reitsma rietveld rijken roelofs romijn rooijakkers rutten schaap schenk scheepers schreuder schrijver schut sloot slot sluis spaans spijker steenbergen stam stolk swart swinkels teunissen thijssen tromp tuinstra uittenbogaard veltman verbruggen verburg verhoef verkerk vermeer vermeij vermaat versteeg vis vogel vries vroom waal wagenaar weijers westra wiegers wijnen willemsen winkel witteveen wolf zwaan zandstra zonneveld zuidema zwarthoed
`;

const words = (text: string) => text.split(/\s+/).filter((word) => word !== "");

/** First names, lower case without diacritics. */
export const firstNames: ReadonlySet<string> = new Set(words(given));
/** First names that are words as well. */
export const doubtfulNames: ReadonlySet<string> = new Set(words(doubtful));
const ordinary =
  "dam wit haan graaf boer lange jong bruin zeeuw heuvel berg broek velden meer linden hof wal veen laan wijk horst jager klein kool kroon kruit loon blok boot boon brink schaap slot sluis vis vogel zwaan wolf winkel kok bos vos groen koning zwart prins visser bakker brands hol groot vroom keizer nagy wong park kim chen spijker stolk swart kamp schenk vries wagenaar stam knol kool";
/** Surnames that are words as well: a name only with a capital or behind a particle. */
export const ordinarySurnames: ReadonlySet<string> = new Set(words(ordinary));
/** Frequent surnames: they make a name of a word that follows a first name. */
export const surnames: ReadonlySet<string> = new Set(words(surname));
