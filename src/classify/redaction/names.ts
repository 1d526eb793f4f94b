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
`;

/** Words too, or parts of speech: a name only where it is written with a capital, and not at the start of a sentence. */
const doubtful =
  "bas ben bo can cor dick eva floor fleur hein ina ine jan joy kay kim lex lies lien mark max mees mia mick mo nel noor ola pien rob ron roos roy sam stan stef storm tess tijn tim tom ton toon wil will wout ali ida isa jo job jos la luna lot mina nina rik ruud sake sef sultan dunya dina ed els kate iris ivo jim jack ella angel amber daisy donna violet victor victoria rosa stella senna siem sien jip jill anna leo leon ari lana mila bob bert wim rita paul mira olga dion can rana reem";

const surname = `
jansen janssen janssens devries bakker visser smit smits meijer meyer mulder bos vos peters hendriks dekker brouwer dijkstra vermeulen jacobs
hoekstra koster prins huisman peeters kuipers kuiper veenstra kramer postma schouten willems martens smeets bosman wolters verhoeven timmermans scholten
driessen sanders maas verbeek schipper claassen blom gerritsen molenaar mulders kok jonker koning groen hermans yilmaz kaya demir sahin celik yildiz ozturk
aydin arslan dogan kilic aslan cetin elamrani elidrissi benali bouzidi bouali amrani idrissi alaoui haddad aziz mansouri hassani elhamdaoui
nowak kowalski wisniewski wojcik kowalczyk kaminski lewandowski zielinski szymanski ramdin singh khan pinas jabini mahabier doekhi
jaspers evers wouters dijkman vink kuijpers veldman bruijn dejong devos pietersen pieterse gerrits hofman zwart vandijk wessels
`;

const words = (text: string) => text.split(/\s+/).filter((word) => word !== "");

/** First names, lower case without diacritics. */
export const firstNames: ReadonlySet<string> = new Set(words(given));
/** First names that are words as well. */
export const doubtfulNames: ReadonlySet<string> = new Set(words(doubtful));
/** Frequent surnames: they make a name of a word that follows a first name. */
export const surnames: ReadonlySet<string> = new Set(words(surname));
