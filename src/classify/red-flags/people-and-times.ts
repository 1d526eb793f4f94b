import type { Concepts } from "#classify/reading/book.ts";

/** Who, where and when, for the red flags that are told without a key word. Folded: no capitals, diacritics or apostrophes. */
export const peopleAndTimes = {
  kin: "vader | papa | pap | pa | paps | stiefvader | stiefpa | stiefpapa | pleegvader | moeder | mama | mam | mams | stiefmoeder | stiefmama | ouder | ouders | opa | stiefopa | oma | oom | tante | broer | broers | halfbroer | stiefbroer | zus | zwager | neef | dad | daddy | father | mom | mum | mommy | mummy | mother | stepdad | stepfather | stepmum | stepmom | stepmother | parents | uncle | aunt | grandpa | grandad | grandfather | brother | brothers | cousin | mamas_vriend | moeders_vriend | familie | gezin",
  mate: "man | vriend | vriendje | partner | echtgenoot | verloofde | ex | exman | exvriend | exvrouw | expartner | vrouw | vriendin | husband | boyfriend | wife | girlfriend | fiance | schoonzoon | zoon | son",
  aDoer:
    "@kin | @mate | hij | ie | zij | ze | he | she | they | buurman | buurjongen | verzorger | mantelzorger | trainer | oppas",
  aVictim:
    "haar | dr | der | hem | m | zn | mij | me | mn | mijn | ons | hun | ze | kind | kinderen | meisje | jongen | dochter | dochtertje | zoon | zoontje | broertje | zusje | moeder | mama | oma | opa | vrouw | vriendin | baby | her | him | them | us | my | kids | child | children | mum | mom | wife | girlfriend | sister | brother",
  nearby:
    "muur | buren | hiernaast | naast_ons | boven | boven_ons | bovenburen | beneden | onderburen | overkant | achterburen | flat | trappenhuis | portiek | galerij | hal | plafond | verdieping | next_door | upstairs | downstairs | through wall | neighbours | neighbors | bij de buren",
  tonight:
    "vandaag | vanavond | vannacht | vanmiddag | straks | zometeen | zo_meteen | dadelijk | zo_direct | zodirect | morgen | morgenochtend | morgenavond | morgenmiddag | overmorgen | tonight | today | tomorrow | over een/twee/drie/1/2/3 dagen/dag | volgende nacht | komend/dit weekend/weekeinde | this weekend | over een/paar/half uur/uurtje/minuten | in an hour | in a few hours | nu | now | right_now | any_minute",
  weekday:
    "maandag | dinsdag | woensdag | donderdag | vrijdag | zaterdag | zondag | monday | tuesday | wednesday | thursday | friday | saturday | sunday",
  handedOver:
    "haalt/haalde/haal/halen haar/hem/ze/kind/zo/straks/vandaag/kinderen op | komt/komen haar/hem/ze/zo/straks/vandaag/hier ophalen/halen | ophalen/opgehaald @tonight/zo/uur/worden | wordt/word zo/straks/vandaag opgehaald | opgehaald_worden | picking her/him/them up | picks her/him/them up | gaat/gaan/moet/ga straks/zo/vandaag/vanmiddag/vanavond/weer/om naar/terug/er hem/haar/papa/vader/opa/huis/heen/toe | over twintig/tien/kwartier/20/10/15/5/vijf/half minuten/min/uur | gaat de bel | bel gaat | papadag | logeert/logeren/slaapt/overnacht vanavond/vannacht/weekend/straks/vandaag/dit | past/oppast/oppassen vanavond/straks/vandaag/vannacht/op | vanavond/vannacht/vandaag past/oppast/oppassen/weer/alleen | met mij/jou/me/ons mee_mocht/mee_mag/mee_naar | gewoon/weer/zo/net naar_huis | naar_huis gegaan/zien/gefietst/meegegaan",
  sameHouse:
    "woont/wonen/leeft/slaapt/slapen/logeert/verblijft daar/er/nog/bij/ook/bij_hen/bij_haar/in_huis/in_hetzelfde/boven | daar woont/wonen/slaapt | zelfde/hetzelfde/eigen huis/adres/kamer/dak | nu/vandaag/vanavond/vannacht ook/weer/thuis/alleen/bij | weer/alleen thuis/bij/met_hem/met_haar | lives/living/stays/staying with/there/in | same house/room/roof | woont_nog_thuis | alleen_met",
  frailPerson:
    "opa | oma | meneer | mevrouw | mw | dhr | bejaard* | dement* | alzheimer | oude_man | oude_vrouw | oude_dame | oude_heer | oudere | old_man | old_lady | grandma | grandpa | 70 | 71 | 72 | 73 | 74 | 75 | 76 | 77 | 78 | 79 | 80 | 81 | 82 | 83 | 84 | 85 | 86 | 87 | 88 | 89 | 90 | 91 | 92 | 93 | 94 | 95 | 96",
  littleOne:
    "@smallChild | jochie | jongetje | meisje | kind | kids | kinderen | zoontje | dochtertje | broertje | zusje | kleuters | little boy/girl/brother/sister | boy | girl | child | 1/2/3/4/5/6/7/one/two/three/four/five/six/seven year/yr/years old/olds | 2yo | 3yo | 4yo | 5yo | 6yo | 1/2/3/4/5/6/7/one/two/three/four/five/six/seven year_old",
} satisfies Concepts;
