import { each } from "#classify/embedded/sign.ts";

const staff =
  "trainer/*trainer/trainster/coach/*coach/docent/*docent/docente/leraar/*leraar/lerares/leerkracht/juf/meester/mentor/gymdocent/gymleraar/gymjuf/zwemleraar/zwemjuf/zwemtrainer/leidster/leider/begeleider/begeleidster/jeugdleider/vrijwilliger/conciërge/concierge/stagebegeleider/bestuurslid/teacher/instructeur";

/** Concerns outside the four as they are worded, and worry without a subject (domain.md 1.1 OVERIG and ONBEKEND). */
export const otherHints = [
  ...each({
    about: "other",
    weight: 2,
    level: "preventive",
    even: "negated",
    when: [
      // bullying
      "lachen/lacht/lachten/uitlachen hem/haar/uit & klas/meiden/jongens/anderen/iedereen/team ~7 | uitgelachen | uitlachen | nageroepen | naroepen | buitengesloten | buitensluit* | sluiten/sluit hem/haar buiten | uit groepsapp/appgroep/groep gegooid/verwijderd/gezet/gehaald & -gezin | gegooid/verwijderd/gezet groepsapp/appgroep | appgroep/groepsapp/groepschat & zonder/over_hem/over_haar/gegooid/rot*/gemeen*/verwijderd ~6 | niemand wil/wou naast/met zitten/spelen/hem/haar | naast & zitten/niemand ~4 | laten/laat hem/haar niet/nooit meedoen/meespelen/mee | mag nooit/niet meedoen/meespelen | verstoppen/verstopt/vernielen/pikken/afpakken & schoenen/tas/spullen/jas/brood & ze/steeds/zijn/haar/team ~6 | grappen/opmerkingen/grapjes over & kleur*/hem/haar/huid/afkomst/haar_kleding/geloof ~7 | kleurtje | nepaccount | roddel* & klas/team/meiden | roddels | filmen/gefilmd & klas/wc/meiden/gepest/uitlach* ~7 | iedereen/team/klas/meiden/jongens tegen hem/haar | pispaal | zondebok | pest* & -pesto/pestbeleid/pestprotocol | gepest | call/called/calling him/her names | nobody lets/plays/wants him/her/play/with | left out | picked_on | excluded",
      // staying away
      "uur/uren/lessen ongeoorloofd/afwezig/gemist/absent | maandagen/dagen/weken/keer afwezig/absent/ziekgemeld | ongeoorloofd | spijbelt | spijbelen | verzuimt | leerplicht* | absent & steeds/vaak/weer/al ~4 | komt niet/nooit opdagen & school/les/stage | briefje van_thuis | skipping class/school",
      // housing
      "schimmel | vochtig | vocht & muur/huis/woning/behang/kamer ~6 | behang laat/los/laat_los | lekkage & huis/woning/kamer/kind*/verhuurder | kinderen in een/1 kamer/kamertje/studio/caravan | woont/wonen/slapen/slaapt/bivakke* met/bij/in & kennis/kamer/auto/garage/caravan/tent/bank_van/berging/vakantiepark/opvang & -straf/training ~8 | lijst/wachtlijst & woning/huis/jaren/kamer ~6 | dakloos | slaapt in auto/tent/portiek/park | geen woning/huis/onderdak | nergens heen/slapen/wonen & -vakantie",
      "heg/schutting/erfgrens/parkeerplek/parkeerplaats/blaffende_hond/boom & buurman/buren/buurvrouw & ruzie/bonje/jaar/boos/gooit/schreeuw*/dreig* ~12 | overlast",
    ],
  }),
  ...each({
    about: "other",
    weight: 2,
    level: "soon",
    even: "negated",
    when: [
      // being used, crime
      "dure spullen/kleren/schoenen/telefoon & leerling/jongen/loopt/rond ~7 | voor iemand werkt/klusjes | gouden/dure/dikke/merk/nieuwe ketting/telefoons/telefoon/jas/scooter/horloge/sneakers/merkkleding/schoenen & ineens/opeens/sinds/kort/jongens/hangt/drie/vandaan/betaal* & -kwijt/gevonden ~9 | drie telefoons | twee telefoons | jongens/gasten/mannen/gozers van 19/20/21/22/23/24/25/twintig | oudere jongens/gasten/vrienden/mannen/gozers | pakketje/pakketjes/pakje/tas/spul wegbrengen/weg/bezorgen/bewaren/ophalen/rondbrengen & -buren/post/nummer ~4 | gedwongen/dwingen/moet spullen/tas/iets/dingen bewaren/verstoppen/bewaart/wegbrengen | snel geld verdienen | geld verdienen & jongens/klusje*/snapchat/telegram/pakket* ~8 | snapchat/telegram & klusje*/geld/gevraagd/geronseld ~6 | messen & dragen/jongens/zak/zakken/allemaal/wijk ~6 | mes bij/op zich/zak | gepakt met/bij & winkel/spullen/dingen/diefstal/gestolen/parfum ~7 | winkel/winkeldiefstal & gepakt/steelt/gestolen/stelen/jat* ~6 | jat | jatten | jatte | steelt & -thuis_eten/eten/brood | inbraak & jongen*/gepleegd/meegedaan | politie & opgepakt/gepakt/gezocht & jongen/leerling/speler ~8 | straatcultuur | hangjongeren",
      "mannen/arbeiders/polen/roemenen/meisjes/vrouwen/werkers slapen/wonen/zitten/werken & garage/schuur/busje/loods/kelder/salon*/paspoort*/container ~10 | busje gehaald/opgehaald & -school/club | massagesalon* | nagelsalon* | seksuele_uitbuiting | paspoort ingenomen & werk*/baas | mogen nergens heen | spreekt niemand & salon/busje/garage/roemenie/bulgarije ~12 | niet naar_buiten & salon*/garage/meisje_uit/loods ~12",
      "heilige strijd/oorlog | ongelovig* | kalifaat | martelaar* | hakenkruis* | hakenkruizen | hitler* & groet/filmpje*/geweldig/tekent | ss_tekens | bepaalde mensen/groepen weg/dood/uitroeien | haat* & groep*/mensen/homos/joden/moslims/vrouwen/filmpjes ~5 | extreme/extreem denkbeelden/rechts/ideeen/filmpjes/websites | complottheorie* & leerling/jongen | onthoofd* | propaganda",
    ],
  }),
  ...each({
    about: "other",
    weight: 3,
    level: "soon",
    insider: true,
    even: "negated",
    when: [
      `${staff} kleineert/vernedert/scheldt/schold/schreeuwt/discrimineert/kraakt/pest/straft/noemt & leerling*/kind*/speler*/ze/jongens/meisjes/hem/haar/pupil* & -vader/moeder/ouder/papa ~6`,
      `${staff} laat/liet & strafrond*/overgeven/rondjes/kotsen/huilen/buiten_staan/opdrukken ~6`,
      `${staff} & in_de_hoek/voor_schut/belachelijk/baby_genoemd/uitgelachen & kind*/leerling*/hem/haar/iedereen ~12`,
      `${staff} & kinderen/leerlingen/spelers/jongens/meisjes/kind/ze & uitscheldt/uitgescholden/laten_huilen/scheldt_uit/scheldt/afkraakt/afbrandt/vernederd/kleineert & -vader/moeder/papa ~10`,
      `scheldt/scheld/schold ze/kinderen/spelers/leerlingen uit & ${staff} ~12`,
    ],
  }),
  ...each({
    about: "other",
    weight: 3,
    level: "urgent",
    insider: true,
    even: "negated",
    when: [
      `${staff} & steeds_aan/raakt/vastpakt/betast/handtastelijk/borsten/billen/lichaam/benen/snapjes/snapt/snapchat/dmt/dms/afdrogen/douchen/onder_de_douche/masseert/masseren/aanraakt/aanraken/raakt_aan/op_schoot/schoot/verkering/kusje/hartjes/mooi_is/sexy/lekker_ding/alleen_met/privé/prive/appjes/berichtjes & meid*/meisje*/jongen*/leerling*/speelster*/speler*/haar/kinderen/pupil* & -vader/moeder ~12`,
    ],
  }),
  ...each({
    about: "other",
    weight: 1,
    level: "preventive",
    even: "negated",
    when: [
      "klassenapp/klasapp/groepsapp/appgroep/groepschat & belachelijk/gemeen*/gepest/uitgelachen/rot*/uitgescholden ~8 | belachelijk gemaakt & klas*/app*/team/groep* ~8 | blijft/blijven over/alleen & groepjes/groepje/teams/kiezen ~6 | groepjes & over/niemand/zucht*/nooit | als laatste gekozen | nooit gekozen | niemand gekozen/kiest | door niemand | zuchten & anderen/klas/zij/hij | berichten/appjes/dms/filmpjes/reacties & gemene/gemeen*/nare/rot*/haat*/doodga*/beter_van_school/onbekend*/nummers/anoniem* ~9 | haatberichten | beter van_school | van school gaan & berichten/zeggen/moet | doelwit | afgekraakt & klas/team | uitgemaakt voor | scheldnaam | bijnaam & gemeen*/vinden/pest* | getreiter* | treiter* | treitert | jennen | sarren | kliekje* | buitenbeentje | niet uitgenodigd | niemand nodigt/speelt/praat | vriendjes & geen/niemand | zwarte/dure/dikke auto & ophaal*/opgehaald/opwacht*/getint*/school/altijd/wacht* ~7 | getinte ruiten | contant geld/betaalt | cash | altijd/veel contant/geld & jongen/leerling/nieuw*/auto ~6 | twee mobieltjes/telefoons | onbekende mannen/man | oudere man/mannen/vriend | hotel* & meisje/oudere/slaapt | straathandel | dealen_voor | geld verdienen & makkelijk/snel/klus* | stacaravan | caravan | camping & woont/wonen/winter | vakantiepark | chalet & woont/wonen | geen vaste/eigen woning/adres/plek/woonplek | tijdelijk & wonen/huis/woont | antikraak | te_klein & huis/woning/flat/wonen & gezin/kinderen | wachtlijst & woning/huis | daklo* | overal al geweest | kastje muur | buren/buurman/buurvrouw & overlast/herrie/lawaai/hond/parkeer*/rommel/geluid ~6 | herrie | lawaai | leerplicht* | verzuim* | te laat & school/les/elke/vaak & -training/opgehaald ~5 | spijbel* | schooluitval | dropout | thuiszitter | vechtpartij* | knokpartij* | vechten & school/plein/jongens | radicaal | fascist* | extremist* | misstand* | machtsmisbruik",
    ],
  }),
  ...each({
    about: "other",
    weight: 1,
    level: "preventive",
    even: "negated",
    when: [
      "pesten | afwezig | verzuim | ruzie & klas/klasgenoten/leerlingen/team/pauze | buitenbeentje | uitgescholden & klas/school/kinderen/team | ketting | criminel* | diefstal | gestolen & -fiets/auto/scooter/tas/jas | winkel & gepakt | woning & klein/slecht/vocht* | discriminatie | racis* | homo & uitgemaakt/scheld*/roepen | foute vrienden/jongens/gasten | verkeerde vrienden/jongens | hangt rond/met | loverboy*",
    ],
  }),
  ...each({
    about: "concern",
    weight: 2,
    level: "soon",
    when: [
      "anoniem & vertel*/melden/praten/bespreken/iets/kan | iets/verhaal vertellen/melden/kwijt/delen/bespreken | terecht met/voor & -contributie | verhaal over | liever mondeling/telefonisch/bellen | blijf denken/piekeren/malen aan/over | misschien is_het_niks/het_niks/niks | gaat het mis/fout/niet_goed | gaat mis | niet gerust | zorgwekkend | alarmbel* | naar/vreemd/raar/slecht/onprettig/akelig/rot/gek gevoel | gevoel & zegt/alleen_een/niet_goed/klopt ~4 | zit me dwars/niet | dwars | vinger niet_op/op_leggen | er/iets zit niet goed/lekker | zit er iets | er is wat/iets | niet goed zit/gaat | iets raars/geks/vreemds | gebeurt daar iets | wil graag/even overleggen/overleg/sparren | overleggen over & bewoner/leerling/gezin/kind/speler/lid | kan er iemand bellen/meekijken/langskomen | meekijken | wat moet ik doen/ermee | hulp nodig | iemand spreken/bellen over | feels off/wrong/strange | talk to someone | not sure what to do | gut feeling | weet niet wat ik/te_doen/doen | weet niet goed/of_ik | moet bemoeien/zeggen/melden | mee bemoeien",
    ],
  }),
];
