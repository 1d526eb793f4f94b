import type { Sign } from "#classify/embedded/sign.ts";

const insider =
  "trainer/trainster/coach/docent/docente/leraar/lerares/leerkracht/juf/meester/mentor/gymleraar/gymdocent/leider/jeugdleider/begeleider/vrijwilliger/concierge/bestuurslid/voorzitter/hulptrainer/jeugdtrainer/zwemleraar/zwemtrainer/keeperstrainer/teacher/groepsleider/stagiair";

/** Concerns outside the four, plain worry, and what is no signal at all (domain.md 1.1 OVERIG and 1.6). */
export const restSigns: readonly Sign[] = [
  {
    about: "other",
    weight: 3,
    level: "soon",
    when: [
      "gepest/pest/pesten/pestte/pesterij*/pestgedrag/buitengesloten/cyberpest*/bullied/bullying/bully & -broertje/zusje_pest",
      "uitbuiting | mensenhandel* | jonge_aanwas | drugsrunner* | uithaler* | ronselen/geronseld/ronselt | gerekruteerd | criminele/crimineel vrienden/groep/circuit/netwerk/jongens/geld/gedrag | criminaliteit & jongen/jongeren/verkeerde | dure/dikke/ineens/veel spullen/kleding/schoenen/jas/telefoon/geld/scooter/horloge/merkkleding & ineens/opeens/waar/hoe/vandaan/oudere/nieuwe/cash ~8 | steelt/gestolen/diefstal/winkeldief* & vaak/jongen/jongeren/weer/tas/kantine & -fiets/scooter/auto ~6 | county lines | straatbende | drillrap* | explosieven | klusjes & oudere/geld/straat/jongens",
      "radicaliser* | geradicaliseerd | extremis* | jihad* | haatzaai* | nazi* & jongen/leerling/symbolen/praat",
      "verzuim/spijbelt/spijbelen/spijbelde/ongeoorloofd/leerplicht/thuiszit* & -drugs/drank/bang | truancy | skips/skipping school/class",
      "burenruzie/burenoverlast/geluidsoverlast/overlast & buren/buurman/buurvrouw/jongeren/herrie/straat/hond/flat | woningnood/schimmel/vocht/woning te_klein/klein/schimmel/lek | dak_lek | schimmel & huis/muur/kind/slaapkamer/astma",
      "vecht/vechten/gevochten/vechtpartij & pauze/plein/schoolplein/klas/klasgenoot/klasgenoten/training/wedstrijd/elke ~6",
      "discrimin* | racis* | mensensmokkel | wapens & handel*",
    ],
  },
  {
    about: "other",
    weight: 3,
    level: "soon",
    insider: true,
    when: [
      `${insider} kleineert/vernedert/scheldt/schold/schreeuwt/discrimineert/kraakt/pest leerling/leerlingen/kind/kinderen/spelers/jongens/meisjes/pupillen/uit/een/hem/haar/tegen/af/students/kids`,
    ],
  },
  {
    about: "other",
    weight: 3,
    level: "urgent",
    insider: true,
    when: [
      `${insider} & zit_aan/zitten_aan/zat_aan/aanrak*/aanraakt/betast*/aangerand/misbruik*/misbruikt/appjes/appt/dm/naaktfoto*/verliefd/relatie/kleedkamer/grensoverschrijd*/intimid*/ongepast*/ongewenst*/bedreigt/chanteert/handtastelijk/knuffelt/zoent/zoende/touches/touching/inappropriate & leerling*/meisje*/meid*/jongen*/kind*/speler*/pupil*/speelster*/haar/minderjarig*/spelers/student*/girls/boys ~9`,
      `${insider} slaat/sloeg/schopt/schopte/hits/knijpt/duwt/trekt leerling/leerlingen/kind/kinderen/spelers/jongens/meisjes/pupillen/uit/een/hem/haar/tegen/af/students/kids`,
      "grensoverschrijdend gedrag & trainer/coach/docent/leraar/club/bestuur/vereniging/school/leerkracht | misstand* & club/school/vereniging/trainer",
    ],
  },
  {
    about: "concern",
    weight: 2,
    level: "soon",
    when: [
      "zorgen/zorg om/over/zorgelijk | maak/maken/maakt me/mij/ons/wij zorgen/ongerust/zorg | zorgen | zorgelijk* | ongerust | bezorgd | niet pluis | niet_pluis | klopt iets niet | iets klopt niet | iets niet klopt/goed | er klopt iets | klopt niet | er is iets/wat mis/aan_de_hand/met | iets mis/aan_de_hand | vertrouw het niet | slecht gevoel | gaat niet goed/lekker met | niet goed met | gaat slecht/mis | raar gevoel | onderbuik* | vreemd gevoel | zit me niet lekker | worried | worry | concerned | concern | something wrong/off/going_on | not right",
      "kan/kunnen iemand/jullie langs/meekijken/kijken/helpen & gezin/buur*/vrouw/man/kind/jongen/meisje/haar/hem ~9 | heeft/hebben hulp/steun nodig | hulp nodig | needs help | melding maken | wil/wilde iets/wat melden/kwijt/delen",
    ],
  },
  {
    about: "concern",
    weight: 1,
    level: "soon",
    when: [
      "@child & ineens/opeens/anders/vreemd/raar/sinds/opvallend/gedrag/veranderd ~6 | ineens/opeens anders/raar/vreemd/stil/boos/weg | opvallend | valt_op | valt me op | het valt me | vreemd gedrag | raar gedrag | thuissituatie | thuis situatie | gezin & problemen/moeilijk/lastig/speelt ~5 | problemen thuis | problems at_home | jeugdzorg | veilig_thuis | wijkteam",
      "buurman/buurvrouw/buurjongen/buurmeisje/leerling/speler/ouder & raar/vreemd/anders/niet_goed/lang_niet/al_weken/nooit ~7",
    ],
  },
  {
    about: "not_a_signal",
    weight: 3,
    level: "preventive",
    when: [
      "rooster* | roosterwijziging | lesrooster | contributie & hoeveel/wanneer/hoe/verhoging/factuur/rekeningnummer/vraag/overmaken ~6 | hoe_laat | hoelaat | what time | welke/welk zaal/veld/lokaal/tijd/kleedkamer | waar/wanneer is/begint/start/kan/vind de/het/training/les/toernooi/ik/vergadering/rooster/wedstrijd | openingstijden | opening hours | parkeren | parkeerplek | vergadering* & wanneer/hoe/verzet/agenda/notulen/morgen/moe/saai/willen/naar",
      "poes/kat/hond/konijn/cavia/hamster/poesje/hondje/katje/papegaai/vogel/cat/dog is/weg/kwijt/zoek/vermist/ziek/ontsnapt/gevonden/weggelopen/missing/lost/al/jarig | kwijt/zoek/vermist/gevonden & fiets/sleutel*/jas/tas/telefoon/bidon/handschoen*/bal/knuffel/pet/sjaal/gymtas/kat/poes/hond ~5 | fiets/scooter/auto/tas is vermist/gestolen/weg/kwijt",
      "collega zeurt/zeur* over | klacht over/tegen school/gemeente/wijkteam/club/afval/straatverlichting/service/bestuur/scheids* | klacht indienen | wmo aanvraag/aanvragen/traplift/scootmobiel | aanvraag wmo/paspoort/rijbewijs/parkeervergunning/subsidie | paspoort/rijbewijs/parkeervergunning/subsidie verlengen/aanvragen/aanvraag | traplift aanvragen | losse stoeptegel | lantaarnpaal* | straatlantaarn* | afval/vuilnis/container & vol/ophalen/naast/buiten/gemeente ~5",
      "ben/bent jij/je een bot/robot/mens/computer/ai/echt | wie ben/bent/zit jij/je/u/hier/er | are you a/real bot/human/robot/person | wat kun/kan/kunnen jij/je/deze/u doen/bot/jullie | hoe werkt dit/deze/de/het bot/dit/app | how does this/it work | wat is dit voor | what can you do",
      "mag/kan ik/mijn/we morgen/vrij/verlof/later/eerder/afmelden | verlof aanvragen/aanvraag/formulier | afmelden voor/training/wedstrijd | ziekmeld* | ziek melden | ben/is morgen/vandaag ziek/afwezig/verhinderd | beter melden | betermelden",
      "spreekbeurt* | werkstuk* | gastles* | boekverslag* | profielwerkstuk* | voorlichting & over/avond/les/organiseren/wanneer ~4 | scriptie/onderzoek/enquete/interview & over/invullen/student/opleiding/doen ~5 | essay | school project",
    ],
  },
  {
    about: "not_a_signal",
    weight: 2,
    level: "preventive",
    when: [
      "trainingspakken/shirts/tenues/ballen/doelen/netten/pionnen/laptops/beamer/printer/kopieerapparaat/stoelen & nodig/kapot/bestellen/nieuwe/besteld/kwijt/gewassen ~5 | printer | kopieermachine | wifi | wachtwoord | inloggen | password | login | lunch/borrel/taart/traktatie/koffie/thee & vrijdag/kantine/staat/lekker/gezellig/klaar/bbq ~5 | barbecue | bbq | borrel | schoolfoto* | studiedag | ouderavond | oudergesprek* plannen/inplannen/rooster | rapport* uitdelen/mee | vakantie & fijne/wanneer/rooster/begint ~4 | toernooi/wedstrijd/training/wedstrijden & vanavond/morgen/zaterdag/zondag/gewonnen/verloren/verzet/afgelast/laat/vervoer/rijschema/veld/gaat_niet_door & -bang/huil* ~6 | gewonnen/verloren met | opstelling | scheidsrechter & fluit*/zoeken/tekort/gezocht | fortnite | minecraft | roblox | gta",
      "demonstratie | demonstreert | hoofddoek | weer & mooi/regen/zon/slecht & vandaag/morgen | het regent | lekker weertje | verkiezing* | nieuws & gezien/gelezen/over/krant | in de krant | wie wordt/wint | file & a12/a2/a10/weg | recept | voetbaluitslag | uitslag",
      "film/serie/boek/documentaire/game/musical/series/movie/podcast & gezien/gekeken/kijken/lezen/gelezen/spelen/speelt/watched/tip/mooi/spannend/over ~6",
    ],
  },
  {
    about: "not_a_signal",
    weight: 1,
    level: "preventive",
    when: [
      "test | testje | tester | testen | testing | testbericht | proef | proefbericht",
      "hallo | hoi | hey | hai | hi | hello | goedemorgen | goedemiddag | goedenavond | goede_morgen | good morning | dag_allemaal | moin | heej | yo",
      "dank | dankje | bedankt | dankjewel | dank je/u | thanks | thank you | top | prima | ok | oke | okay | fijn | goed weekend | fijne dag/avond/vakantie/weekend | groetjes | doei | bye | welterusten | gefeliciteerd | congrats | congratulations | happy birthday",
      "lol | haha* | hihi | xd | grapje | mopje | mop | joke | just_kidding",
    ],
  },
];
