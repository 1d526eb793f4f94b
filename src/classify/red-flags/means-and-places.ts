import type { RedFlag } from "#classify/red-flags/red-flag.ts";

const edge =
  "dak | dakrand | viaduct | brug | brugleuning | galerij | balkon | balkonrand | parkeergarage | parkeerdek | flat | reling | hek | vangrail | raam | raamkozijn | vensterbank | kozijn | toren | watertoren | hijskraan | roof | rooftop | bridge | ledge | railing | overpass | balcony | window | kerktoren | dakterras | fietsenhok | verdieping";

const overIt =
  "buiten/over/achter/voorbij hek/het_hek/reling/de_reling/rand/de_rand/leuning/railing/the_edge/hekje | verkeerde kant | wrong side | een/1/one/zn/zijn/haar been/benen/leg/legs over/buiten/eroverheen | been_over | benen_buiten | wil er/niet niet/er af/eraf/naar_beneden | springt | springen | afspringen | eraf_springen | gaat springen | naar beneden & foto | wont come_down | going_to jump | jump | jumping | wants_to jump | threatening to_jump | dreigt/wil/gaat te_springen/springen/eraf",
  rails =
    "spoor | rails | perron | perronrand | spoorbomen | spoorwegovergang | overweg | treinspoor | spoorlijn | spoorbaan | railway | train_tracks | tracks | train_track | platform_edge";

const boxes =
  "pillen | pil | medicijnen | medicatie | tabletten | paracetamol | paracetamols | slaappillen | slaaptabletten | oxazepam | antidepressiva | pijnstillers | insuline | morfine | pleisters | oxycodon | oxy | temazepam | diazepam | lorazepam | weekdoos | slaapsnoepjes | pills | tablets | meds | medication | sleeping_pills | painkillers | paracetemol | ibuprofen | tramadol | bloeddrukpillen | hartpillen";

const tooMuch =
  "hele/heel/volle/complete doos/doosje/pot/potje/strip/weekdoos/flacon/voorraad | alle/all/alles/in_een_keer/in_1_keer/at_once/all_at_once/handvol/handenvol/te_veel/teveel/too_many/overdosis/overdose/leeg/empty | doosje/doos/strip/potje/pot/weekdoos/strips/doosjes/bottle/box/packet leeg/op/empty/gone | twee/drie/2/3/4/5/paar doosjes/strips/potten | lag/lagen/ligt/liggen lege/leeg strips/doosjes | whole/entire/full bottle/box/strip/packet";

/** R4: the means are there, or someone stands where it can happen, whether or not the word is said. */
export const meansAndPlaces: readonly RedFlag[] = [
  {
    rule: "R4",
    what: "plan",
    level: "acute",
    about: "psychological",
    when: [
      "@edge & @overIt & -konijn/kat/poes/hond/bal/zwembad/parachute/kunstje*/parkour/trampoline/bungee*/klimhal/salto/duikplank ~8",
      "foto/filmpje/video/picture/selfie & vanaf/van/from & dak/brug/viaduct/spoor/rails/parkeergarage/roof/bridge/tracks & schoenen/naar_beneden/geen_tekst/zonder_tekst/sorry/dag/bye/goodbye/shoes ~12",
      "gaat/ga/wil/wilt/dreigt/wilde/zou/going_to/wants_to/gonna springen/te_springen/jump | eraf/ervan_af/er_af/naar_beneden springen/springt/springe/te_springen/wil/gooien | van flat/gebouw/brug/dak/balkon/viaduct/toren af/afspringen springen/gaat/wil/springt | moet springen & stem*/voices",
      "@rails & loopt/liep/staat/sta/stond/zit/zat/ligt/lag/hangt/dwaalt/zwerft/walking/standing/sitting/lying/gestaan/opgelopen/lopen/gezien/heen_en_weer & -vertraging/omroep*/wachten/wacht_op/kaartje/incheck*/modeltrein*/spoorboekje/op_de_rails/goed_spoor/op_het_spoor_gekomen/station_winkel/reis/vakantie ~7 | voor de/t trein gestaan/gesprongen/gegooid/staan/gaan/stap/stappen/springt/gaat | voor_de_trein | train_tracks & alone/night/sitting/standing/cry*",
      "uit het/de water/kanaal/sloot/rivier/vijver/gracht gehaald/gehaalt/gevist/getrokken/gepraat & wil/zegt/doorlopen/deken/boos/niets/laat_me/had_moeten & -bal/fiets/hond/eend*/telefoon ~20 | liep/loopt/stapte/gaat/lopen sloot/water/zee/kanaal/rivier/vijver in | het water roept/riep/geroepen | walked/walking/walks into sea/water/river/lake/canal",
      "hoe hoog/diep & flat/brug/kanaal/gebouw/viaduct/water/dak & moet/daar/val*/dood/genoeg/pijn/vroeg/sprong ~10 | doet het/t pijn & dood*/pols*/flat/pillen/val*/verdrink*/ophang*/stikken/gebeurt/tegelijk ~12 | hoe lang/snel duurt & pols*/dood*/verdrink*/ophang*/pillen/echt ~10 | zoekt/googelt/googled/zocht/opgezocht/zoekgeschiedenis/search_history/googling/tabblad/chatgpt & dood*/sterven/pols*/ophangen/pillen/die/suicide/zelf*/pijnloos/painless/flat/knoop ~10 | pijnloos/painless & dood*/sterven/die/manier/way/death",
      "hoeveel/how_many & @boxes & teveel/te_veel/tegelijk/dodelijk/dood/weeg/weegt/genoeg/gebeurt/kilo/mag/lethal/die/kill/overdose/too_many & -koorts/hoofdpijn/griep/baby/kies*/tandarts ~9",
      "@boxes & @tooMuch & -huisarts/voorgeschreven/apotheek/recept/schema/medicijnrol/bestellen/weggooien/kwijt/herhaal*/uitslag/controle ~7",
      "@boxes & ingenomen/geslikt/doorgeslikt/slikte/naar_binnen/achterover/swallowed/overdose/overdosed/ingeslikt & alle/alles/hele/heel/veel/te_veel/handvol/all/whole/doos*/pot/potje/strip/leeg/dood/ziekenhuis/ambulance/wazig/suf/slap/net/@tonight/oma/zusje/bewust ~9",
      "spaart/spaar/opgespaard/gespaard/sparen/verzamelt/verzameld/bewaart/bewaard/hamstert/hoarding/saving/stockpiling/stashing & @boxes & -kleingeld ~7",
      "@boxes & klaar*/klaargelegd/klaarliggen/op_een_rijtje/naast_me/naast_mij/op_mijn_bed/in_bed/op_bed/lined_up/nachtkastje & kan_niet_meer/niet_meer/iedereen_slaapt/zegt/zei/hoeft_niet/dood/afscheid/rest ~14 | doosjes/doosje/pillen/potje/strips liggen/ligt/staat/staan naast/voor/bij me/mij/mn & -huisarts",
      "rest/alles in een/1/één keer neem/neemt/nemen/innemen/slikken/slikt | in een/1/één keer neem/neemt/nemen/innemen/slikken & klaar/pillen/rest ~8",
      "touw/koord/strop/snoer/waslijn/galg/galgen/rope/noose & tas/rugzak/kelder/zolder/schuur/balk/weg/meegenomen/gekocht/with_him/with_her/has/had/got/took/bought/nek/tekent/bos/boom/keukentrapje/trapje/kruk/knoop/gewicht & -klim*/climb*/sail*/zeil*/gym/springtouw/touwtrek*/knutsel*/vlag*_hijsen/boot/scouting_les/paard/hond/macrame/touwladder/tuin/boomstronk/wall ~7",
      "jachtgeweer/geweer/pistool/vuurwapen/dienstwapen/gun/rifle/luchtbuks & auto/mee/meegenomen/thuis/kluis/schoonmaken/hoofd/mond/zichzelf/himself/head & hond/afscheid/zijn_papieren/contributie/ontslag/scheiding/depri*/depress*/niet_meer/alleen/brief*/somber ~25 | gun/geweer/pistool to/tegen/op his/zijn/her/haar/eigen head/hoofd/slaap",
      "boom/vrachtwagen/muur/pijler/tegenligger zoekt/zoeken/opzoekt/opzoeken/tegenaan/rijden/rijd/rijdt & zegt/zei/gaat/wil/auto ~8 | handen van stuur | stuur los_laten/loslaten/los | niet_meestuur | tegen een/de/n boom rijden/rij/rijd/rijdt/aan_rijden",
      "van het/t leven beroven/beroof*/berooft/te_beroven | zichzelf/zich/mezelf/mijzelf het/t leven benemen/te_benemen | hand aan zichzelf | poging gedaan/ondernomen/gehad & -contact/doelpunt/record/verkoop/inbraak/bemiddel* | iets/het/t geprobeerd & ic/ziekenhuis/intensive/opname/opgenomen/pillen/pols* ~12 | nog_niet/niet gelukt & snij*/krassen/pols*/pillen/vanavond_verder/vanavond ~16 | tried to_end/to_kill/to_hang/to_take her/his/it/their/my/himself/herself/life | tried it again & pills/hospital | in_hospital/hospital after overdose/pills/attempt",
      "concreet/concrete/duidelijk/uitgewerkt/specific/detailed plan/plannen & eind/einde/leven/dood/zelf*/suicid*/die/life/herself/himself ~9 | weet waar_en_hoe/hoe_en_waar/precies_hoe/al_hoe/al_waar | plek/plaats/datum/tijdstip/dag gevonden/uitgezocht/gekozen/geprikt/geregeld & niemand/zoekt/weg/dood/eind*/leven/klaar ~9 | heeft/has een/a plan/datum/date & dood/die/suicid*/zelf*/leven/life ~8",
      "maak/maakt/maken/maakte er/eraan/d'r & eind/einde & aan/eraan/an & @tonight/dreig*/nu & -relatie/ruzie/discussie/pesten/contract ~7 | eind/einde aan/eraan maken/maakt/maak & vandaag/vanavond/vannacht/morgen/straks/tonight | eruit stapt/stappen/stap & vandaag/vanavond/vannacht/morgen/zondag/weekend/trein/pillen/geregeld & -bestuur/project/bus/auto",
      "denk*/denkt/dacht ik/hij/ze/wal/wel es/aan/eens balk/balke & schuur/hangen | aan de/t/den balk/balken hangen/hangt/schuur",
      "insuline/dialyse/hartpillen/hartmedicijnen/chemo/zuurstof & weigert/weigeren/laat_staan/staan/spuit_niet/stopt/gestopt/niet_meer/hele_week/opgetrokken & hoeft/klaar/val_ik_om/willen/wil/dood/leven/overmorgen/omval/niet_te_komen ~16 | gestopt met_willen/met_leven | klaar/gestopt met leven/alles & weigert/hartpillen/insuline/eet_niet ~16",
    ],
  },
  {
    rule: "R4",
    what: "thoughts",
    level: "urgent",
    about: "psychological",
    when: [
      "nooit/niet meer/weer wakker werd/wordt/word/worden/wor/te_worden & wou/wens*/hoop*/hopen/wil/liever/had/graag/wish*/schreef/zei",
      "wish/wishes/wished i/she/he/they never/didnt/wouldnt wake/wake_up/exist/born/been_born | wish/wishes/wished i/she/he was/were dead/gone/never_born | want/wants to disappear/vanish/fade | no point in living/going_on/anymore | tired of living/life/being_alive",
      "had/was/waren liever/maar/beter nooit/niet geboren | nooit geboren was/geweest | wereld/iedereen/jullie beter/fijner/rustiger zonder mij/me/hem/haar | niemand zou/zal/gaat mij/me/hem/haar missen | geen reden om/meer te/leven leven/leef | waarom zou/moet ik/hij nog leven/leef/verder | leven voor/hoeft mij/me/hem/haar niet/niet_zo/nie meer/hoeft/zo | hoeft niet_meer/niet_zo/nie_meer het/t leven | nergens meer voor leven/leeft/leef | wil weg_zijn/verdwijnen/er_niet_zijn | tot last & dood/leven/niet_meer/willen ~9",
      "dood/dood_zijn wil/wilt/wou/wilde/willen & grap*/grapte/grapt/lacht/lachen ~7 | gedroomd dood & jammer/chill/fijn/lekker/mooi ~12",
    ],
  },
  {
    rule: "R4",
    what: "missing",
    level: "acute",
    about: "psychological",
    when: [
      "vermist/verdwenen/weggelopen/spoorloos/missing/disappeared/ran_away & laatste/afscheid/vaarwel/briefje/brief/sinds/gisteren/nacht/vannacht/goodbye/note/telefoon_uit/phone_off/since & @littleOne/vriendin/vriend/leerling/dochter/zoon/puber/tiener/speler/meisje/zij/hij/zus/broer/she/he & -kat/poes/hond/fiets/sleutel*/konijn/bal/cat/dog/bike/parkiet/schildpad/pakket ~14",
      "neemt/nemen/nam niet/nie/nergens op & auto_is_weg/auto_weg/afscheid/knuffel/huissleutels/brief*/briefje/dood*/zelf*/suicid*/pillen/drinkt_zich/somber/depri* ~20 | telefoon/phone staat_uit/uit/off & niet_verschenen/brief*/afscheid/pillen/spullen/gegeven/weggegeven/dood/somber/evde ~20",
    ],
  },
];

/** Word lists of this file, for the book. */
export const meansAndPlacesConcepts = { edge, overIt: overIt.replace(" & foto", " kijken"), rails, boxes, tooMuch } as const;
