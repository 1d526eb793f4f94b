import { bookOf } from "#classify/reading/book.ts";
import type { Found } from "#classify/reading/find.ts";
import { everyFind } from "#classify/reading/find.ts";
import type { Reading } from "#classify/reading/reading.ts";
import { hitsIn } from "#classify/reading/reading.ts";

interface Scene {
  /** The rules that these words talk down; never a rule of another kind. */
  readonly spares: readonly string[];
  /** Only a find that shares a word with the scene: of what stands beside it nothing is known. */
  readonly itself?: true;
  readonly when: readonly string[];
}

const everyRule = ["R1", "R2", "R3", "R4", "R5", "R6", "R7", "R8", "R9", "R10", "R11", "R12"];

/** Scenes in which the words of a red flag mean something else: play, sport, craft, animals, things, lessons, long ago. */
const scenes: readonly Scene[] = [
  {
    spares: everyRule,
    when: [
      "nachtspel/bosspel/speurtocht/moordspel/schrijfclub/schrijfwedstrijd/schrijfcursus/modeltrein*/modelspoor*/stripboek/*musical/*voorstelling/toneelstuk/toneelles/schooltoneel/fortniteavond/gameavond/toneelclub/buurttoneel/musical/theater/theaterstuk/jeugdtheater/poppenkast/voorstelling/repetitie/repeteren/rehearse/rehearsal/rehearsing/scene/scenario/improvisatie/filmclub/filmavond/filmploeg/filmpje_voor_school/roman/thriller/detective/krimi/hoofdstuk/chapter/leeskring/boekenclub/stripverhaal/songtekst/lyrics/liedje/lied/rap/rapworkshop/rijmt/album/playlist/nummer_1/gedicht_van/netflix/serie/aflevering/trailer/bioscoop/cinema/horrorfilm/cartoon/sprookje/roodkapje/sneeuwwitje/romeo/juliet/shakespeare/disney/harry_potter",
      "level/eindbaas/boss/bossfight/respawn/monopoly/ganzenbord/schaken/schaak/uno/kwartet/tv_programma/boer_zoekt_vrouw/realityshow/realitysoap/cabaret/museum/lasergame/paintball/carnavalsoptocht/bordspel/boardgame/dungeon/larp/escaperoom/escape_room/weerwolven/pacman/mario/lego/playmobil/barbie/playstation_spel/spawn/joystick/sims/big_brother/temptation/expeditie_robinson/wie_is_de_mol/quiz/pubquiz/kahoot/bingo",
      "sinterklaas/sint/piet/pieten/kerstman/halloween/spookhuis/spooktocht/carnaval/verkleedpartij/verkleedfeest/verkleed/cosplay/schmink/geschminkt/nepbloed/nepmes/nepwapen/achtbaan/rollercoaster/kermis/pretpark/attractie/efteling/botsauto/draaimolen/poppenhoek/babypop/poppenwagen/paspop/knuffelbeer/waterpistool/waterpistolen/confettikanon/nerf",
      "ehbo_les/ehbo_cursus/bhv_cursus/reanimatie*/reanimatiecursus/cursus/bijscholing/workshop/oefenen/oefenden/geoefend/oefende/brandoefening/training_geweld/voorlichting/voorlichtingsavond/gastles/gastlessen/lesbrief/lespakket/folder/flyer/poster/campagne/werkblad/toetsvraag/antwoordmodel/proefwerk/proefwerkweek/werkstuk/spreekbeurt/scriptie/verslag_over/onderzoek_naar/lezing/webinar/congres/themaavond/course/drill/training_day/workshop_on/leaflet/exam_question/documentary/podcast/documentaire",
      "vanaf_welke leeftijd/leeftijd_mag | what to do if/when | hoe herken/herkent/voorkom/voorkomt je | mag een_kind | from what age | tips_tegen/tips_bij",
      "nieuwsbericht/krant/nieuws/journaal/headline/newspaper & gelezen/stond/las/stuk/artikel/in_de/read | in/uit/rond 190*/191*/192*/193*/194*/195*/196*/197*/198*/199*/2000/2001/2002/2003/2004/2005/2006/2007/2008/2009/2010/2011/2012/2013/2014/2015/2016/2017/2018/2019 | tijdens/in/during de/the oorlog | eeuw | tien/twintig/dertig/veertig/vijftig/10/15/20/25/30/40/50 jaar geleden | 20/30/40 years ago | jarenlang_geleden | in zijn/mijn/haar/hun/onze jeugd | inmiddels/alweer jaren/jaar later/verder/droog/clean/gelukkig",
    ],
  },
  {
    spares: ["R1", "R2", "R3", "R4", "R6", "R7", "R8", "R9", "R12"],
    when: [
      "tweede/eerste/derde/laatste/second/first set | sets | tiebreak/matchpoint/setpoint/servet/opslag_geslagen/smash/smasht/forehand/backhand/penalty/strafschop/doelpunt/doelpunten/goal/goals/hattrick/corner/buitenspel/keeper_stopt/scheids/referee/gele_kaart/rode_kaart/degradatie/promotie/kampioen/kampioenschap/play_offs/competitie/ranglijst/tegenstander/tegenstanders/opponent/opponents/finale/halve_finale/kwartfinale/championship/bekerwedstrijd/derby/balbezit/verdediging_van/spits/honkbal/homerun/golfbal/hockeybal/schaakmat/sparren/sparring/bokswedstrijd/boksles/kickboksles/worstelwedstrijd/degen/schermen/darts/biljarten/bowlen/kegelen/pingpong/badminton/shuttle/squash",
      "7/6/4/3/2/5 1/0/2/3 verloren/gewonnen/verloor/won | verloor/gewonnen met 6/7/5/4/3/2 | 4_1 | 6_1 | 6_0 | 3_0 | 2_0 | 5_0 | publiek/zaal/solo/applaus/optreden/concert/podium & klap*/klappen/applaus/slaat/sloeg",
      "gym/sportschool & hits/hit/times | hits the gym/road/beach/shops/charts/books/sack/hay/nail/target/headlines | times a_week | on fire this/season/today/tonight & goals/season/team/scoring | goals already | a diploma/zwemdiploma | zwemdiploma/a_diploma/b_diploma/zwemles_gehaald/afzwemmen | duikplank/duikbril/snorkel*/waterpolo_oefen/synchroonzwemmen",
    ],
  },
  {
    // Ways to fight and to hold on a mat, and to jump for fun.
    spares: ["R2", "R4"],
    when: [
      "judo/judoles/bjj/jiu/jitsu/mma/worstelen/karate/aikido/krav_maga/dojo/sensei/sparring/grappling/tatami/shime_waza/zelfverdediging/u15/dan_examen",
      "wijntje/borrel/picknick/barbecueen/foto_maken/fotos_maken/eendjes/bootjes/vuurwerk_kijken/zonsondergang/fishing/sunset/view/drinks/party_on | we/wij/we_zitten op het dakterras/terras",
      "trampoline/springkussen/luchtkussen/trampolinepark/freerun*/parkour/duikplank/zwembad/zwemles/bungee*/bungeejump*/parachute*/parachutesprong/skydive*/abseil*/klimwand/climbing/climbing_wall/klimhal/klimmuur/zeilles/zeilboot/sailing/touwtrekken/springtouw/touwtjespringen/skip_rope/hoogspringen/verspringen/polsstok*/paardensprong/manege/skischans/kitesurf*/paragliding/deltavlieg*/hindernisbaan/apenkooi/circus/acrobaat/salto",
      "wurgslang/wurgpaal/wurgpalen/wurgvijg/wurgketting/python/boa/reptiel/reptielen/reptielenshow/stropdas/ketting/medaille/medailles/collar/necklace/scarf_for/keelpastille*/verkouden_kind",
    ],
  },
  {
    spares: ["R1"],
    when: [
      "uien/ui/groente/groenten/tomaten/aardappels/aardappelen/pizza/brood_snijden/kaas/komkommer/prei/soep/salade/barbecue/bbq/vlees_snijden/kookles/kookclub/koken/kok/chefkok/chef/keukenploeg/kitchen_class/onions/vegetables/carrots/cake/bread/salad/pumpkin/pompoen/snijplank/schillen/visfileren",
      "hout/houtblok*/haardhout/openhaardhout/stammen/takken/snoeien/snoei*/hegge/omhakken/hakken_hout/bosdag/klussen/klusdag/timmeren/timmer*/spijker*/spijkers/verbouwing/verbouwen/vloeren/laminaat/dakgoot/gereedschap*/gereedschapskist/toolbox/drilling/renovation/building_site/bouwvakker*/hei*/heipalen/boormachine/boren/drum/drums/drumstel/drummen/tamboer*/paukenslag/djembe/klok_slaan/klokslag/timmerman/carpenter",
      "als_ik te/het te_laat/vergeet/kom & lol/haha/verjaardag/kamer/was | vergeet & trouwdag/verjaardag/vuilnis/boodschappen/was | huiswerk/proefwerk/rooster/hitte/examens/examen/homework/heat/work/traffic/files vermoord*/wurgt/killing/kills/sloopt/maakt | ziek/moe/gek/kapot van",
    ],
  },
  {
    // Work on a roof, a boiler, a pipe; and an appliance that is being used as it should.
    spares: ["R3", "R4", "R6", "R9"],
    when: [
      "suicide_squad/zelfmoordactie/zelfmoordterrorist*/zelfmoordaanslag*/zelfmoordverdediging | suicidaal/suicide verdedigen/verdediging/spelen/voetbal | dood gevonden/gevonde worden/worde/in | snor/baard/vakantie/zomer/winter/seizoen vaarwel | vaarwel & snor/zomer/movember/vakantie ~6 | raam/ramen/ladder & lappen/zemen/schilderen/schilder/wassen/verven ~6",
      "loodgieter/installateur/elektricien/schilder/dakdekker/dakdekkers/zonnepanelen/zonnepaneel/solar/dakreparatie/dakgoot/goot/schoorsteenveger/glazenwasser/aannemer/klusser/bouwvakkers/antenne/schotel/plumber/roofer/electrician/technician/mechanic/onderhoud/onderhoudsbeurt/storing_verholpen/cv_doet/ketel_doet/meterkast_nakijken/keuring/inspectie/werkzaamheden/vorst/frost/garden/tuinslang/sprinkler/zwembad_water/camping_gas_fles/kampvuur/campfire/openhaard/fireplace/kaarsjes_op_taart/verjaardagskaarsjes/olympisch_vuur/vuurkorf/brandweer_open_dag/brandweerkazerne/brandalarm_test/gebakken/spek/koekjes/curry/knoflook/bacon/baked",
    ],
  },
  {
    // Things, beasts and competitors: no person is hurt, threatened or unconscious.
    spares: ["R1", "R2", "R3", "R4", "R5", "R12"],
    when: [
      "auto/computer/telefoon/phone/laptop/relatie/economie/website/server/wasmachine/battery/car/motor ligt/is/died/dead/wont/in coma/dood/overleden/wake/wakker/start | gelachen/lachen & bewusteloos/dood/kapot | the competition/opponents/rivals/others | bedreigd/bedreigt door de/het/een stapel/werk/nakijkwerk/concurrentie/klimaat/tijd/drukte/regen/storm/virus/bezuiniging*/sluiting/wolf | de_wind/wind/regen/hagel/storm/golven/zee slaat/slaan/beukt/beuken | tot_nooit meer & examen*/toets*/wiskunde/school ~5 | misbruik/misbruikt van de/het/parkeerplaats/subsidie/machts*/vertrouwen_van/afval* parkeerplaats/parkeerplek/subsidie/regeling/situatie/container/wifi/pas | blauwe/blauw/paarse romper/rompertje/mutsje/truitje/broekje/pakje/pakje/speen/sokjes/deken/jurk | deadline/planning/agenda/griep/regen bedreigt/bedreigd | klok/wind/regen/eerste_paal/paal/spijker/bliksem & slaat/slaan/sloeg ~4 | choked on a/an | marathon/hardlopen & passed_out/flauw/gesloopt | wolf/leeuw/haai/klimaat*/storm/wolves bedreigt/bedreigd/bedreigen/threaten*",
    ],
  },
  {
    // A room or a field that has to be empty.
    spares: ["R9"],
    when: [
      "bankstel/meubels/meubel/grofvuil/vuilnis/piano/kast/koelkast uit huis | bankstel/meubels/grofvuil/vuilnis & opgehaald/weg/afgehaald ~7",
      "ontruimingsplan/ontruimingsroute/kleedkamer/lokaal/lokalen/zaal/kelder/veld/clubhuis/berging/stalling/museum/volkstuin/sporthal",
    ],
  },
  {
    // Afraid of the road or the weather, not of home; a night at school that is planned.
    spares: ["R3"],
    when: [
      "huis te fietsen/lopen/rijden/skaten/bellen | heimwee | onvoldoende & haha/lol/grap* ~8 | storm/onweer/gladheid/mist/ijzel/wespen/wasps/spin/spinnen/spiders/thunder/lightning/fog/ice/leesnacht/slaapfeest/logeerpartijtje/schoolkamp/sleepover/logeerfeestje/pyjamafeest/pyjamadag/pyjama_dag | zonder zijn/haar gymtas/jas/tas/beker/fiets/laptop/sleutel/sleutels | rapport/cijfer/onvoldoende & lachen/grapje | scheenbeschermers/helm/beugel | muggenbult/muggenbulten/krentenbaard/waterpokken/ringworm/geboortevlek | home_alone is/on/2 | pop/poppen van/valt/gevallen",
    ],
  },
  {
    // It is an animal that does it, or to whom it happens.
    spares: ["R2", "R3", "R5", "R6", "R7", "R8", "R10", "R11", "R12"],
    when: [
      "de/onze/mijn/mn/haar/zijn/een/the/our/my/her/his hond/kat/poes/kater/kitten/kittens/puppy/pup/konijn/hamster/cavia/cavias/parkiet/papegaai/paard/pony/kip/kippen/haan/geit/schaap/koe/vogel/vogels/vis/vissen/duif/duiven/egel/muis/rat/schildpad/dog/cat/kittens/puppies/rabbit/horse/parrot/bird/chicken/pigeon komt/kwam/kruipt/slaapt/ligt/wil/durft/heeft/had/eet/is/zit/loopt/moet/volgt/keeps/comes/came/is/are/has/hasnt/sleeps/wont/follows/following/jumps/likt/gilt",
      "poes/kat/hond/konijn/hamster/cavia van de/mijn/onze/haar/zieke/buren | kittens/puppies/puppy/kitten | mee_miauwen/kattenvoer/hondenvoer_vergeten | dierenasiel/asiel/nestje/baasje/vet_says",
    ],
  },
  {
    // Things and places that can be thrown out, cut off, missing or out of milk.
    spares: ["R1", "R3", "R4", "R5", "R9", "R10", "R11"],
    when: [
      "kwijt & loket/schiphol/gemeente/nieuw/aanvragen | welk loket | paspoort/paspoorten aanvragen/verlopen/verlengen/ophalen | tap/proeverij/bierproeverij/biertje/speciaalbier/bier_van_de_maand/brouwerij/brewery/wijnproeverij/cocktail/menu/bestelt/bestellen & delirium/tremens/overdosis/dood/kater | pillenschema/medicijnschema/schema/baxterrol/medicijnrol | pillen/medicijnen/tabletten ingevoerd/uitgezet/besteld/opgehaald/afgehaald/bezorgd/klaargezet | afscheidsbrief/afscheidsbrieven/afscheidskaart/afscheidsfilmpje/afscheidsbericht & juf/meester/groep_8/secretaris/penningmeester/voorzitter/bestuur/projectweek/acteurs/collega/pensioen/directeur/trainer/stagiair*/mentor/concierge/musical/seizoen & -gevonden/vond/vonden/achtergelaten/vermist/naast/bij_zich | backpacken/backpack/wereldreis/emigr*/verhuizen/verhuist/verhuizing/marktplaats/vinted",
      "zo/wat een/n gekkenhuis/drukte | druk/drukte in_de/de_sporthal/de_hal/de_klas | wat_een gekkenhuis/herrie | stroomstoring/stroomonderhoud/netbeheerder/van_9_tot | even/kort af/eraf van/tussen | behang/verven/verbouwing/trui/jurk/sjaal/breien/breiwerk/haken/naaien/puzzel/huiswerk/training/roosters/rooster/contract/abonnement/lidmaatschap & zitten/klaar/eind*/af ~8",
      "honger/hungry/trek & kantine/snackbar/lunch/frietjes/pizza/eten_we/open/avondeten/canteen | groepsapp/whatsapp/mail/mails/appjes/berichten/groepschat/email/emails & reageert/reageren/antwoordt/response/respond*",
    ],
  },
  {
    // Applauding, telling of friendly blows, a belt that is worn, a lock on a bicycle.
    // Somebody who died of it, or was shot, is not in danger now.
    spares: ["R1", "R5"],
    when: [
      "overleden/gestorven/doodgegaan/died aan/door/door_een/toen/from/of | overleden & overdosis | sinds zijn/haar/de/een neef/broer/vriend/oom is/werd neergeschoten/doodgestoken/neergestoken | brief/nieuws/bericht over schietpartij/steekpartij/vechtpartij",
    ],
  },
  {
    spares: ["R8", "R7", "R12"],
    when: [
      "publiek/solo/applaus/optreden/audience/veteranen/bal/ball/judopak/nieuwe_riem/nieuwe_band/broekriem_gekocht/band_gehaald/gele_band/oranje_band/huldiging/schoolfoto*/teamfoto*/fotograaf/fotoshoot/smoelenboek/fiets/fietsen/bike/skelter/step/schoolplein_spel/stoeien/kietelen/kietelt/high_five/boks_gaf | terugbelt/terugbellen/belt_mij_terug/calls_back/call_me_back/pakje/pakketje/taart/post/bloemen/drops_off/brings_back/komt_brengen/langsbrengen/degradatie/quiz/wedstrijdspanning/by_how_good | song/songs/liedje/album/poem/music/movie touches/touched/touching me/us | touched by her/his/the/your/kindness/speech/words | rapeseed/rape_seed/koolzaad | poes/kater/knuffel & bed",
    ],
  },
  {
    spares: everyRule,
    when: [
      "gerucht/vals_alarm/false_alarm/false_rumour/rumour/misverstand/misunderstanding/niets_van_waar/niks_van_waar/bleek_niet",
    ],
  },
  {
    // Questions of an exam, stories that are called stories.
    spares: ["R1", "R3", "R5", "R6"],
    when: [
      "oefenvraag/oefencasus voor/1/2/3/4/5/nr | griezelopstel | fantasieverhaal & verzonnen/opdracht ~9 | verhaal_voor nederlands wordt | drama class we_need/need",
    ],
  },
  {
    // A farewell with cake, who is found, who is ill to death, and cats.
    spares: ["R4"],
    itself: true,
    when: [
      "uitvaart/crematie/condoleance* van & welkom & -mijn/eigen ~14 | afscheid genomen & taart & speech ~12 | afscheid genomen & receptie & collega*/pensioen ~12 | uitvaart & afscheid nemen is/zijn welkom & -mijn/eigen ~14",
      "vermist/vermiste was is_weer_terecht/is_terecht | vermiste jongen/meisje/leerling/man/vrouw is_terecht/is_weer_terecht | vermist_was is weer_terecht/terecht | touw was/is versleten & schommel/hersteld/garage/klimrek ~9 | touw_en_tape klaar & survivaldag/survival ~9",
      "dit_lezen ben_ik al op_vakantie | cijfers over suicidepogingen | boek/roman/film/serie/podcast/documentaire/lezing gaat over zelfmoord/suicide/zelfdoding & -dagboek/zelf ~14 | zelfmoordcijfers/suicidecijfers | filosofie hebben_we over zelfmoord | wil niet_meer & palliatief/palliatieve & dokter/traject ~14 | kat/kater/poes van_het_balkon/van_balkon/van_het_dak gesprongen/gevallen",
    ],
  },
  {
    spares: ["R5", "R6"],
    itself: true,
    when: [
      "loopt/lopen/staat/staan/liep een pauw/koe/paard/pony/schaap/zwaan/ree/hert/eend/zwijn/geit op | pauw/koe/koeien/paard/paarden/pony/schapen/zwanen/eenden/zwijnen/geiten loopt/lopen/staat/staan op",
      "blauwe lippen van/door de kou & lol/zwemmers/lachen ~12 | overdosis_huiswerk | overdosis_suiker & kinderen/snoepkraam ~9 | overdosis_chocola & na/paas* ~6",
    ],
  },
  {
    spares: ["R1"],
    itself: true,
    when: [
      "maak je dood/af & gamehoek/tafelvoetbal/poolen/pooltafel/strafpot/trefbal ~14 | vermoord je & trefbal/tafelvoetbal ~9 | pijn alsof & mes steekt/gestoken ~9 | pijn alsof & met_een_mes gestoken ~9 | ontvoeringsspel/moordspel/moordspelletje/sluipmoordspel",
      "papegaai roept/schreeuwt/gilt help | is een papegaai | wc_is/toilet_is/gootsteen_is/afvoer_is verstopt & wie/loodgieter/ontstop* ~9 | neergestoken met assassins_creed",
      "lees/las net/vandaag dat in_eindhoven/in_rotterdam/in_amsterdam/in_utrecht & neergestoken ~9 | gezien op_nu_nl van schietpartij/die_schietpartij | mentor/teacher/coach/boss gonna/going_to kill me & forgot/late/contract/homework ~9",
    ],
  },
  {
    spares: ["R1", "R2", "R12"],
    when: [
      "in gedachten/mijn_hoofd & zes_keer/keer/gewurgd/vermoord/geslagen ~6",
      "is een/maar grap/grapje/geintje | just a joke/prank | was maar/een een/maar grap/grapje/geintje/droom | zei hij/ze/zij lachend/grijnzend | lachend_zei | haha/hahaha/lol/xd/lmao/grinnik",
    ],
  },
];

/** Words that make a scene a way in to something real: then it talks nothing down. */
const meant = [
  "geen/niet/not/no/isnt een/a/joking/grap/grapje grap/grapje/joke/geintje/lol/game/film/spel | geen_grap | niet_grappig | echt/ernstig/serieus/serious/seriously/really/meent/meende/meen_ik | zonder te_lachen | lacht_niet | ook_zelf/zelf_ook/thuis/at_home/bij_hem_thuis/bij_haar_thuis & ook/zelf/wel/too/vader/papa/stiefvader/moeder/mama/mum/dad/bang | huilt/huilde/huilen/bang/doodsbang/angst/paniek/scared/afraid/terrified/crying/cried/cries | zegt/zei/vertelde/vertelt/says/told & thuis/at_home | sindsdien/opeens/ineens/daarna/achteraf/afterwards/suddenly",
];

const place = 14;
const book = bookOf(scenes, {}, "as_written");
const meantBook = bookOf([{ when: meant }], {});

/** Tells whether a find of a rule stands in a scene, in its own sentence, where it does not mean what it says. */
export function sparerOf(reading: Reading): (rule: string, found: Found) => boolean {
  const { tokens } = reading;
  const spots = everyFind(book, tokens);
  if (spots.length === 0) return () => false;
  const real = new Set(hitsIn(reading, meantBook).map((hit) => tokens[hit.first]?.sentence));
  return (rule, found) =>
    spots.some((spot) => {
      const scene = scenes[spot.entry];
      return (
        scene?.spares.includes(rule) === true &&
        tokens[spot.first]?.sentence === tokens[found.first]?.sentence &&
        !real.has(tokens[found.first]?.sentence) &&
        (scene.itself !== true || found.own.some((at) => spot.own.includes(at))) &&
        gap(reading, spot, found) <= place
      );
    });
}

function gap({ tokens }: Reading, a: Found, b: Found): number {
  const [left, right] = a.first <= b.first ? [a, b] : [b, a];
  return Math.max(0, (tokens[right.first]?.place ?? 0) - (tokens[left.last]?.place ?? 0));
}
