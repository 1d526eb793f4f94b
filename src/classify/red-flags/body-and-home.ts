import type { RedFlag } from "#classify/red-flags/red-flag.ts";

const under =
  "dronken | dronke | bezopen | lam | laveloos | ladderzat | strontlazarus | stomdronken | straalbezopen | onder invloed | gedronken | gezopen | aangeschoten | stoned | high | knetterstoned | lijp_van | van de wereld | drunk | wasted | intoxicated | under influence | drank op | ruikt/rook/stinkt/stonk naar drank/alcohol | stomzat | zo_zat | is_zat | was_zat | goed_zat | hartstikke_zat | zat_als | hij_weer_zat | weer_zo_zat | zat_achter | dronkenlap | onder de coke/drugs/wiet | kegel";

/** R5, R6, R9 to R12: body and mind in danger, eviction, hunger, forced marriage, the signaler threatened. */
export const bodyAndHome: readonly RedFlag[] = [
  {
    rule: "R5",
    what: "overdose",
    level: "acute",
    about: "addiction",
    when: [
      "overdos* | overdosis | overdosus | od_genomen | overdoses",
      "niet/nie/onaanspreekbaar/nauwelijks aanspreekbaar/meer_aanspreekbaar/bij_kennis & -s_avonds/vanaf/soms/onderwerp/is_daarop/was_daarop/is_hierop | niet_aan_te_spreken/nie_aan_te_spreken/nauwelijks_aan_te_spreken/niet_meer_aan_te_spreken & -durf/durft/durven/lastig/gedrag/contributie/onderwerp/soms/s_avonds/vanaf/overlast/vroeger/als_kind | onaanspreekbaar | niet/nauwelijks/moeilijk wakker te_krijgen/te_maken/krijgen & -soms/overdag | krijg/krijgen/kreeg hem/haar/dr/der/ze/vader/moeder/man niet/nie/nauwelijks wakker | wordt/word/wort niet/nie wakker & ligt/grond/bank/bed_niet/reageert/@now/hem/haar/hij/ze/moeder/vader/pillen/drank | reageert/reageerde niet/nergens/nie/nauwelijks meer/op/niet & ligt/hij/ze/grond/vloer/drank/drugs/ghb/pillen/@now/ademt & -app*/mail*/bericht*/brief*/brieven/telefoon/berichten/aanbod/aanmaning*/huisbezoek/wegleggen/uitnodiging*",
      "ademt niet/nauwelijks/slecht/raar/amper | ademt bijna niet | ademhaling/adem stopt/zwak/weg/nauwelijks | blauwe lippen & -jas/buiten/buitenbad/zwem*/kou | blauwe lippen & geen_antwoord/niemand/balkon/hapt/adem*/borst/uit_het_water/uit_water/op_de_kant/auto/spuit/ghb/zakt/reageert/slap/hoest/astma/gevonden/peuter/kleuter/kindje/baby/doet_open/wordt_niet_warm/zusje/broertje & -lol/lachen/lachend/ijsje/slush/waterijs* ~12 | lippen blauw | schuim mond | not_breathing | isnt breathing | barely breathing | unresponsive | unconscious | wont/doesnt/cant wake up & -hop*/wish*/want/wants/to_bed ~8 | passed_out & -hot/heat/training/eaten/eating/lunch/pe/twice/party/balloons | passed_out & wont/respond*/not_coming_round/floor/cant_get/cant_wake/isnt_answering/not_answering/lips/weird/pill/pills/packet/took_something/minutes/confused/swelling/epipen/toddler/baby/kids_in/engine/breathing/gurgling/her_eyes/his_eyes/her_head/his_head/blood/nobody/is_still/right_now & -last_year/last_week/last_month/years_ago/fine_now ~14 | turning blue",
      "bewusteloos & -ehbo_oefening/bhv_oefening/oefening_voor/voor_de_oefening/oefening_slachtoffer/slachtoffer_slepen/ehbo_toets/ehbo_les/ehbo_cursus/ehbo_examen/geen_echte/alweer_thuis/half_bewusteloos_van/lachen ~14 | bewusteloos & alweer_thuis/weer_thuis & geslagen/door_hem/met_hem/weg/reageert/wakker/niet_wakker ~16 | buiten bewustzijn | buiten_westen | van stokje & drank/drugs/pillen/ghb | knock_out & drank/drugs/ghb/pillen | coma & ghb/drugs/drank/pillen/partypillen/wodka/alcohol/lachgas/ligt/raakt/raken/gezopen/bank/nu/net & -koffie ~6. | ogen dicht & ligt/lag & wodka/drank/fles/flessen/scooter/berm ~12. | comazuip* | out_gegaan & @now/@tonight/net/ligt/weer/ghb/vannacht/feest ~8. | ging/gaat/ligt/is out & ghb/drugs/drank/lachgas/ketamine/feest ~8 | ghb & out/weg/bewusteloos/ligt/knock ~8 | alcoholvergiftig* | alcohol poisoning",
      "reageert/reageerde niet/nergens/nie & ligt/lag/vloer/grond/bank/bed/portiek & -app*/mail*/bericht*/brief*/brieven/wegleggen ~9 | helemaal/compleet/totaal weg/out/van_de_wereld/knock_out & pilletje/pil/pillen/drugs/drank/ghb/lachgas/joint/spacecake/ketamine ~7 | valt/viel/zakt/zakte steeds/ineens weg/in_elkaar/flauw & drugs/drank/pil/pillen/ghb/lachgas/medicijnen ~8 | doesnt/isnt/wont/not respond*/responding/breathe | collapsed & drugs/drink*/pills/floor",
      "op/in de grond/vloer/gang/badkamer & ligt/lag & uren/dag/dagen/nacht/oma/opa/mevrouw/meneer/gevallen/buurvrouw/buurman & -kleed/spelen/judo/matras/kinderen ~8 | ligt/lag op/in grond/vloer/gang/trap/badkamer/floor & al/uren/dag/nacht/oma/opa/mevrouw/meneer/gevallen/buurvrouw/buurman/hours & -kleed/spelen/judo/matras ~8",
      "delier | delirium | delirium_tremens | trilt/trillen/zweet/ziet/rilt & gestopt/stopt/afkick* & drank/drinken/alcohol ~10 | seizure* & alcohol/drinking/withdrawal",
      "ligt/lag/gevonden voor dood/pampus & drank/drugs/grond/portiek/straat/bank | naald arm & ligt/weg/bewusteloos",
    ],
  },
  {
    rule: "R5",
    what: "under_influence_child_now",
    level: "acute",
    about: "addiction",
    when: [
      "@under & @smallChild/kind/kinderen/zoontje/dochtertje/kids/child & @now/vanavond/vandaag/vanmiddag/tonight/staat/ligt ~10",
      "@under & rijdt/rijden/reed/auto/stapt/stuur/achter_het_stuur/wegrijden/weggereden/scooter/driving/drives/drove/car & @now/vandaag/vanavond/vanmiddag/net/gaat/wil/tonight/going_to/komt/staat ~10",
      "@under & auto/rijdt/rijden/stuur/driving/car/achter_het_stuur/stapt & kind/kinderen/kids/zoon/dochter/baby/zoontje/dochtertje/child/children/son/daughter/passagier & -@often ~12",
    ],
  },
  {
    rule: "R5",
    what: "under_influence_child",
    level: "urgent",
    about: "addiction",
    when: [
      "@under & rijdt/rijden/reed/auto/stuur/achter_het_stuur/driving/drives/drove/car & kind/kinderen/kids/zoon/dochter/baby/zoontje/dochtertje/child/children/ophaalt/ophalen/haalt/brengt/school/vader/moeder/papa/mama ~12",
      "@under & baby/peuter/kleuter/dreumes/babytje/kindje/toddler ~10 | zwanger*/pregnant & drinkt/dronken/gebruikt/blowt/coke/drugs/snuift/drank/drinks/drinking/smokes/using ~8 | drinkt/blowt/gebruikt/snuift & zwanger* ~8",
    ],
  },
  {
    rule: "R6",
    what: "gas_or_fire",
    level: "acute",
    about: "psychological",
    when: [
      "gas laat/liet/staat/stond/laten/aan/open/vergeet/vergat/lekt/lek/ruik/ruiken/stinkt/aangelaten aan/open/staan/uit/te_doen | gas aan/open & laat/staat/gelaten/liet/laten/vergeet/draai* | laat/liet gas/gasfornuis/gaspit/fornuis aan/open | vergeet/vergat gas/gasfornuis/gaspit/fornuis & rook/vlam/lichterlaaie/ruik/ruikt/ruiken/stinkt/brand/brandt/brandmelder/sist/open/sigaret/gedronken/dronken/@now/vandaag/vanmiddag/vanavond/vanochtend/zusje/broertje/kind/alweer & -inductie*/inductieplaat/vroeger/beveiliging ~14 | ruik/ruikt/ruiken/stinkt/stank/lucht gas/gaslucht & -lachgas | gaslucht/gaslek* & -stedin/netbeheer/netbeheer*/lekte/facebook/nieuws/in_utrecht/weer_naar_binnen ~12 | gas_lucht | gas_open | gas_aan | gas/gaskraan opengedraaid/opendraait/opendraaien/opengezet/open_gedraaid | gaskraan open/opengedraaid/draait | smell*/leaves/left/turns gas on/smell | gas leak | koolmonoxide | leaves the stove/gas/oven on",
      "brand/brandje/brandjes/vuur/vuurtje/fik/fikkie/vuurtjes gesticht/sticht/stichten/stichtte/maken/maakt/gemaakt/aangestoken & huis/kamer/woning/portiek/binnen/flat/zolder/school/schuur/verward/slaapkamer/keuken/kelder ~8 | steekt/stak/steken dingen/spullen/papier/gordijn*/kleren/huis/woning/zichzelf aan/in_brand/in_de_fik | in/huis brand/fik & steken/steekt/gestoken/zetten/gezet/stak | huis/woning/flat/keuken/kamer staat in_brand/brand | er_is brand & -geweest ~4 | brand_in huis/woning & -sinds_de/na_de/sinds_die/sinds_een/na_hun/sinds_hun/sinds_er/vorig/vorige ~2 | brand_in huis/woning & binnen/help/hulp/kinderen_staan/zit_nog/boven/zolder/kwijt/staat_voor/@now & -sinds_de/sinds_hun/vorig/vorige/wisselwoning ~14 | on_fire & house/flat/himself/herself/kitchen | set/sets/setting fire to house/bed/herself/himself/things | brandstichting",
    ],
  },
  {
    rule: "R6",
    what: "psychosis_danger",
    level: "acute",
    about: "psychological",
    when: [
      "stemmen/stem/voices & moet/opdracht*/opdragen/dood*/vermoord*/doden/pijn/mes/@weapon/telling/tell/command*/kill/hurt/zeggen_wat/zeggen_dat & hoort/hoor/horen/hears/hearing/hoofd/head & -koor/zang/verkiezing*/stemmen_op ~9",
      "psychose/psychotisch/psigose/psychotic/psychosis/waanbeeld*/wanen/manisch/waanideeen/ontregeld/verward/verwarde/verwart/onbegrepen & mes/wapen/gevaar/gevaarlijk/agressief/dreig*/bedreigt/schreeuwt/slaat/aanvalt/naakt/snelweg/verkeer/spoor/straat/vuur/brand/balkon/raam/knife/violent/dangerous/street/road/traffic/gooit/danger/pils*/halfnaakt/blote ~9",
      "naakt/bloot/halfnaakt/blote_voeten/ondergoed/naked over/op/door/in/on straat/snelweg/weg/plein/street/portiek/road & -strand/festival | loopt/liep/rent/zwerft/dwaalt/zit op/over/langs snelweg/spoor/autoweg/rails/rijbaan/a12/a2 | midden op/over weg/straat/snelweg/kruispunt & verward/verwarde/praat/schreeuwt/man/vrouw/oma/opa ~9 | walking/running/wandering into/in/on traffic/motorway/highway",
      "volledig/helemaal/compleet ontregeld/doorgedraaid/psychotisch/buiten_zinnen/de_weg_kwijt & straat/gevaar/@now/schreeuwt/agressief/mes ~8",
      "denkt/gelooft/zegt dat ze/iemand/hij/buren vermoorden/vergiftigen/vergiftigd/vermoord/afluisteren/achtervolgen & mes/wapen/slaan/verdedigen/wraak/knuppel ~10",
    ],
  },
  {
    rule: "R9",
    what: "eviction",
    level: "urgent",
    about: "debt",
    when: [
      "@losesHome & @withinDays ~8",
      "@cutOff & @withinDays/is/zijn/zit/zitten/al/has_been/been/geen/zonder & -dreig*/misschien/straks/volgende/binnenkort ~6",
      "zonder/geen stroom/gas/elektriciteit/elektra/licht/verwarming & zit/zitten/sinds/al/kinderen/kind/gezin/weken/dagen/huis/koud/thuis & -telefoon ~6 | no electricity/power/heating/hot_water & at_home/house/family/children/kids/days/weeks ~6",
      "staat/staan/komt/komen/slapen/slaapt op/straat/auto straat/vanavond/vannacht/auto & gezin/kinderen/kind/baby/moeder/uit_huis/huis_uit/dakloos ~8 | dakloos & kind/kinderen/gezin/baby/moeder/morgen/vandaag/@withinDays | homeless & child*/family/tonight/tomorrow/baby",
    ],
  },
  {
    rule: "R9",
    what: "eviction_announced",
    level: "soon",
    about: "debt",
    when: [
      "@losesHome",
      "@cutOff",
      "evict* | eviction | verhuurder/corporatie/woningbouw dreigt/dreigen uit/met huis/ontruim*",
    ],
  },
  {
    rule: "R10",
    what: "no_food_or_heat",
    level: "urgent",
    about: "debt",
    when: [
      "geen/nauwelijks/amper/no/zonder eten/voedsel/voeding/flesvoeding/melk/babyvoeding/luiers/water/verwarming/drinken/food/formula/milk/heating/nappies/diapers & @frail ~8",
      "niks/niets/nothing te/meer/om te/to eten/eat/eten_heeft & @frail ~8 | heeft/hebben/krijgt/krijgen honger & baby/zuigeling/babytje | leeg/lege/lege_koelkast koelkast & baby/oma/opa/bejaard*/zieke/80/85/90 ~8",
      "al/sinds dagen/gisteren/eergisteren/paar niet/niets/niks/nauwelijks gegeten/eten/gedronken & -dieet/ramadan/vasten/griep | hasnt/not/havent eaten for/in days",
      "verwarming/kachel uit/kapot/afgesloten & @frail ~7",
    ],
  },
  {
    rule: "R11",
    what: "forced_marriage",
    level: "urgent",
    about: "domestic_violence",
    when: [
      "uithuwelijk* | uitgehuwelijkt | uitgehuwelijk* | uithuwelijkt | uithuwlijk* | huwelijksdwang | kindhuwelijk* | gedwongen huwelijk/trouwen/te_trouwen/huwelijken | gedwongen_te_trouwen | dwingen/dwingt te/haar/om trouwen/te_trouwen | moet/moeten/moest trouwen/trouwt/trouwe & met/van/in/daar/neef/familie/ouders/land/zomer/vakantie/bang/tegen & -jurk/ring/feest ~6 | forced marriage | forced to marry | arranged marriage & forced/against/doesnt/refus*/dont | child_marriage | marry/married off & against/family/cousin | tegen haar/zijn/mijn wil/zin trouwen | trouwen tegen haar/mijn/zijn",
      "achtergelaten/achterlaten/achterlating/achterblijven/gedumpt & land/buitenland/marokko/turkije/somalie/syrie/irak/iran/afghanistan/pakistan/egypte/eritrea/soedan/vakantie/herkomst*/familie_daar | left_behind & abroad/morocco/turkey/somalia/country | paspoort/paspoorten afgepakt/afgenomen/ingenomen/verstopt | taken her passport/away",
      "besneden/besnijd*/besnijdenis/besneden_worden/besnijt/vgv/fgm/verminking & meisje/meisjes/dochter/haar/ze/zusje/genitale/vakantie/somalie/egypte/girl/daughter/eritrea/soedan/gambia/vrouwelijke & -jongen/jongetje/zoon ~8 | meisjesbesnijd* | vrouwenbesnijd* | genitale verminking | genital mutilation | vrouwelijke genitale",
      "vliegtuig/vlucht/vliegen/vliegt/vakantie & trouwen/huwelijk/bruid/oudere_man/oude_man/weggegeven/gegeven_aan/man_gegeven & moet/bang/wil_niet/haar/ze ~12",
      "gestuurd/meegenomen/meenemen/moet/vliegt/brengen & trouwen/te_trouwen & -jurk/feest/getuige ~8",
      "enkele_reis/ticket/vakantie/vliegtuig/vliegen & trouwen/trouwt/uithuwelijk*/niet_terug/nooit_terug/huwelijk/besnijd* & bang/moet/wil_niet/haar/ze ~12 | familie besloten/regelt/geregeld huwelijk/trouwen | verloofd gemaakt/tegen",
    ],
  },
  {
    rule: "R11",
    what: "leaving_soon",
    level: "acute",
    about: "domestic_violence",
    when: [
      "@forcedAway & morgen/vandaag/vanavond/overmorgen/vannacht/tomorrow/today/tonight/over_twee_dagen/over_2_dagen/48_uur/binnen_twee_dagen/morgenochtend/morgenavond & -@often ~14",
    ],
  },
  {
    rule: "R12",
    what: "signaler_threatened",
    level: "urgent",
    about: "domestic_violence",
    when: [
      "bedreigt/bedreigd/bedreigde/bedreigen/dreigde/dreigt/bedrijgt/bedrijgd/threatens/threatened/threatening me/mij/ons/mn/mijn/us/my & -zichzelf/zelfmoord ~4 | ik/wij/we word/wordt/worden/werd/voel/ben bedreigd/bedreigt/bedrijgd | word/ben ik bedreigd | ik word door bedreigd | im/i am/was/being threatened/being_threatened",
      "weet/weten/knows waar/where ik/i woon/wonen/live & dreig*/zei/zegt/bang/said/he/hij ~9 | staat/stond voor/bij mijn/mn/ons deur/huis & boos/dreig*/agressief/schreeuw*/kwaad ~8",
      "ik/we ben/zijn/bn/durf bang/doodsbang/zelf_bang dat/voor hij/ze/hem/zij/vader mij/me/ons/mijn/weet/iets/wraak/komt | ik_durf zelf/niet/bijna niet/meer naar/alleen buiten/huis/school | im afraid/scared he/she/they will/hurt/come me/hurt/for/after | bang voor wraak | bang_voor represailles | afraid of retaliation",
      "mij/me/ons aangevallen/geslagen/geduwd/bespuugd & vader/ouder/moeder/ouders/buurman/hij ~8 | viel/valt mij/me/ons aan & vader/moeder/ouder/man/buurman/hij",
    ],
  },
];

/** Word lists of this file, for the book. */
export const bodyAndHomeConcepts = {
  under,
  frail:
    "baby | kindjes | kids | kleintjes | peuters | kleuters | babys | babytje | zuigeling | peuter | kleuter | kindje | kinderen | kind | zieke | ziek | bejaard* | oma | opa | oude_man | oude_vrouw | oude_dame | oude_buurvrouw | oude_buurman | oudere | ouderen | dement* | 75 | 76 | 77 | 78 | 79 | 80 | 81 | 82 | 83 | 84 | 85 | 86 | 87 | 88 | 89 | 90 | 91 | 92 | 93 | 94 | 95 | elderly | infant | newborn | children | kids | toddler | gehandicapt* | zwanger* | bedlegerig | rolstoel | hulpbehoevend* | old_lady | old_man | grandma | grandmother",
  losesHome:
    "uithuiszet* | huisuitzet* | huisuitzetting | uit_huis_zetting | uithuisgezet | ontruim* | ontruiming | ontruimd | uitzetten | uitgezet | uitzetting | uit huis gezet/geplaatst_schuld/zetten/gezet_worden | huis uit gezet/zetten/moeten/moet/uitgezet | huis_uit | huis uitgezet/uitmoeten/uit_moeten | op straat gezet/zetten | op_straat komen/komt/staan/staat/belanden/gezet | woning uit moeten/gezet/moet | evicted | eviction | evict | lose/loses/losing the/their/her/his home/house | kicked_out of house/home | dakloos",
  cutOff:
    "afgesloten/afsluiten/afsluiting/afgesloote/afgeslote/afgesluit gas/licht/stroom/water/elektra/elektriciteit/energie/van | gas/licht/stroom/water/elektra/elektriciteit/energie afgesloten/afsluiten/afgesloote/afgesloten_worden/eraf/er_af/afgesneden/afgeslote | gas/licht/stroom/water en gas/licht/stroom/water eraf/afgesloten/er_af/afsluiten/afgeslote | energie_afsluiting | energieafsluit* | afsluiting energie/water/gas | electricity/gas/power/water cut_off/disconnected/shut_off | zorgverzekering stopt/beeindigd/opgezegd/gestopt | eindelevering*",
  withinDays:
    "vandaag | vanavond | morgen | overmorgen | maandag | dinsdag | woensdag | donderdag | vrijdag | zaterdag | zondag | deze week | dit weekend | nu | al | vannacht | net | eind week | binnen/over een/twee/drie/1/2/3/paar dag/dagen | dagen | 48_uur | 24_uur | today | tonight | tomorrow | monday | tuesday | wednesday | thursday | friday | this week | in two/three days | gisteren | yesterday | vanmorgen | vanochtend | vanmiddag | weekend",
  forcedAway:
    "uithuwelijk* | uitgehuwelijkt | uithuwelijkt | uitgehuwelijk* | huwelijksdwang | gedwongen_huwelijk | moet trouwen | gedwongen te_trouwen | gedwongen_te_trouwen | forced marriage | forced to marry | achtergelaten | achterlaten | achterlating | besneden | besnijdenis | besnijd* | genitale_verminking | meisjesbesnijd* | vgv | fgm | marry her_off | gestuurd om_te_trouwen/trouwen | om te_trouwen | dwingen te_trouwen | trouwen met_neef | trouwen_met neef/man/oudere",
} as const;
