import type { RedFlag } from "#classify/red-flags/red-flag.ts";

const hurtMark =
  "blauwe | blauw | blouwe | paars | paarse | striem | striemen | afdruk | afdrukken | handafdruk | brandplek | brandplekken | brandplekjes | brandwond* | brandgaatje* | ronde plekjes/plekken/wondjes/gaatjes | plekjes | plek | plekken | bulten | schaafwonden | krassen | snee | gebroken | bloedt | bloed | bloeduitstorting* | tandafdruk* | bijtplek* | bijtafdruk* | lip | blauw_oog | dik_oog | bruise* | bruising | burns | burn_marks | black_eye | welts | marks | belt_marks | scald*";

const outInIt =
  "pyjama | pyjamabroek | pyjamajasje | luier | blote voeten/voetjes | blootsvoets | zonder jas/schoenen | op sokken/slippers | in_t_shirt | ondergoed | onderbroek | nachthemd | nachtpon | pantoffels | sloffen | vriest | vrieskou | regen | min_twee | minus | kou | barefoot | pyjamas | nappy | diaper | shirt | freezing | middernacht | in_zn_eentje | in_zijn_eentje | helemaal alleen | moederziel | moederziel_alleen | niemand thuis | nobody home";

/** R3: a child that must not go home, that is alone, locked in or outside, that carries marks and will be fetched. */
export const childUnsafe: readonly RedFlag[] = [
  {
    rule: "R3",
    what: "not_home",
    level: "acute",
    about: "domestic_violence",
    when: [
      "niet/nie/not naar/to/na/go huis/home & @hit/bang/doodsbang/scared/afraid/mishandel*/riem/geslagen/hits/beats/vermoord/dood & wil/wilt/wou/durf*/mag/want/wants/kan/smeekt/doesnt/dont & -spelen/leuk ~9 | blijven slapen/overnachten & school/klas/club/hier & thuis/slaat/bang/vader/moeder/papa/mama ~12",
      "smeekt/smeekte/smeken/smeek/begs/begged/begging/pleads & mag/mocht/mogen/kan/may/can/stay/sleep/blijven & blijven/slapen/overnachten/stay/sleep & vannacht/school/mij/mee/hier/vanavond/tonight/hok/kantine/night/us/ons & -leesnacht/feest/opblijven ~8",
      "kan/mag/can vandaag/echt/nu/niet niet/echt naar/go huis/home & broers/vader/weten/bang/vriendje/familie/slaat/geheim/geslagen ~12 | slaapt/sliep/slapen in de kleedkamer/ballenhok/kantine/dug_out/school/fietsenhok/clubhuis & niet_naar_huis/weggelopen/bang/absoluut | durft/durf/durven niet/nie/niet_meer terug/naar & man/haar_man/vader/huis/thuis/stiefvader & -fiets*/achtbaan/zwem*/toneel/podium/buiten ~5 | eist/eisen haar/hem/kind mee/op/meenemen & vader/oom/familie/klampt/broers",
      "vader/oom/papa/opa/stiefvader/moeder/broers/man/hij/ze komt/komen/wacht/wachten/staat/staan zo/buiten/nu/straks/over/in/bij/om & haar/hem/kinderen/ophalen/halen/op_haar/op_hem/mee & bang/verstopt/durft/huilt/weigert/oog/dicht/dolle/woedend/klampt/toilet/weet_alles/paniek/trilt/wil_niet/smeekt/scared/hiding ~14",
      "durf/durft/durfd/durvt/durfde/durven/duft nie/niet/niet_meer/nimmer na/naar/terug huis/thuis/haar_vader/papa/mama/oom/stiefvader & -fietsen/storm/spannend/donker/rapport_onvoldoende_niet | durf/durft nie/niet thuis te_zijn/te_komen/te_slapen | durft/durf niet achterop/mee/meegaan/te_gaan/instappen & stiefvader/vader/papa/hem/auto/oom/huis/opa & -skelter/achtbaan/draaimolen/zwembad/water",
      "smeekt/smeekte/smeken/begs/begged/begging of/om/to/if/niet hij/ze/zij/haar/he/she/te/stay/met/hier mag/blijven/mocht/kan/stay/sleep/not/mij/slapen & blijven/slapen/overnachten/stay/sleep/night/vannacht/school/mee/ballenhok/kantine & -leesnacht/schoolkamp/logeerpartij/slaapfeest/schoolreis/kamp/spelen/filmavond/sleepover/logeerfeest ~10",
      "mag/mocht/mogen/kan/wil hij/ze/ik/haar/dat bij jou/u/mij/ons/jullie/de_juf blijven/slapen/wonen/logeren & bang/vader/papa/thuis/boos/slaat/mama/@hit/vandaag/niet_naar_huis ~9 | met/bij mij/me/ons/jou/juf mee_mocht/mee_naar_huis/mee/mee_mag/mee_kan & hand/afdruk/bang/@hurtMark/thuis/papa ~14",
      "wil/wilt/willen/wou/wilde absoluut/echt/onder_geen_beding/per_se niet/nie thuis/naar_huis/mee/meegaan & afzet/brengt/haalt/vader/stiefvader/bang/huilt/hem/afgezet/mama ~8 | niet meegeven/mee_geven/meegegeven & vader/papa/stiefvader/moeder/bang/zegt/huilt/roept/fluistert | niet doen niet_doen/papa/mama & bang/fluister*/plek*/papa",
      "klampt/klampte/vastgeklampt/klamp/vastgeketend/vastgehouden/houdt_zich/clings/clinging/clung & naar_huis/huis/vader/stiefvader/papa/mama/been/hek/stal*/fietsenrek/auto/home/desk & huilt/bang/gil*/huilen/bloed*/nagels/schreeuw*/cry*/scared/trilt/niet ~14 | zit/verstopt/kruipt/kroop/is onder/achter mijn/de/het bureau/kapstok/tafel/kast & vader/papa/ophalen/buiten/rechter/naar_huis/hek ~16",
      "mag/kan/moet/must niet/not naar/go huis/home vandaag/nu/today/zo | niet/not naar/go huis/home vandaag/nu/today & laten/mag/kan/durf/let/bang/voel | laat/laten/stuur haar/hem/kind/dit_kind/ze niet naar_huis/gaan | durf/kan/wil dit/het/haar/hem/de kind/niet/jongen/meisje niet/naar naar_huis/huis laten/sturen/meegeven/meesturen/gaan & -gymtas/tas/jas/bril/jas_aan ~6",
      "afraid/scared/terrified/frightened/petrified of/to/about going/go/goes/being/be home/at_home | too scared/afraid to_go home | doesnt/does_not/dont/wont/refuses/refusing/didnt/cant dare/want/to/go to/go/go_home home/to_go & dad/father/stepdad/belt/hit*/beat*/bruise*/crying/mum/mom/scared ~12 | doesnt/dont/didnt/does_not dare go/to_go home | begged/begs/begging/pleading not to_go/to_be sent/home/go | begged/begs me_not/not to_send/to_let/to_call",
      "bang/angstig/doodsbang/panisch/panikeert/trilt/paniek om/voor/als naar/van/hij huis/thuis/naar_huis/papa & moet/gaan/ga/straks/bel/naar/komt | bang/huilt/paniek/trilt & naar_huis/huis_toe & moet/straks/bel/gaan & -spin*/hond/onweer/storm/toets/rapport ~8",
    ],
  },
  {
    rule: "R3",
    what: "alone_small",
    level: "acute",
    about: "domestic_violence",
    when: [
      "@littleOne/2/3/4/5/two/three/four/five & alone/unattended/by_himself/by_herself/left_alone & flat/house/home/car/street/apartment/room/night/hours/since/all/in_the & -movie/school_trip/film/until/every_day ~6",
      "@smallChild/kleuters/peuters/is_zes/is_vijf/is_vier/is_drie/is_zeven & alleen/alone & -aangerend/ontsnapt/until/every_day/altijd/wordt_nooit/elke/alleen_oma/alleen_nog/alleen_maar/alleen_suikerwater/alleen_melk/komt_alleen/groep & sinds/balkon/snelweg/weg/niemand/koorts/vakantie/nacht/huilt/dagen/uren/straat/gisteravond/days/hours/snow/vijver & -spelen/spel/speelt_alleen/lezen/slaapt_alleen/op_schoot/bij_hem/bij_haar ~9. | kind/kid/child/jongen/meisje/zoontje/dochtertje & sneeuw/snow/kou/cold/vriest/regen/freezing & ondergoed/underwear/pyjama/blote_voeten/blootsvoets/sokken/zonder_jas/no_coat/barefoot & -pyjamadag ~12",
      "blootsvoets/blote_voeten/op_sokken/op_haar_sokken/in_haar_sokken/barefoot & gevlucht/rende/weggerend/gerend/straat/deur/portiek/bij_mij/huilt/bang/hal/nacht/kou & -strand/gras/yoga/blotevoeten* ~9",
      "@littleOne & home/left/thuis/alleen_thuis/huis & alone/alleen/by_himself/by_herself/unattended/moederziel & since/@now/all_day/hours/sinds/uren/nacht/night/vannacht/vanavond/tonight/days/dagen/hele_dag/huilt/crying/morning & -movie/film/film_avond/loves/mag_een ~9",
      "@littleOne & @outInIt & straat/buiten/galerij/portiek/trap/stoep/plein/weg/deur/bushalte/container/slapen/street/outside/road/balkon/balcony/parkeerplaats/fietst/loopt/zit/lopen/spoor/steeg & -vieze/peutergroep/pyjamadag/pyjamafeest/zwembad/strand/sprookje/boek/film/slaapfeest/voorstelling/zomer/water_spelen/krantenwijk/spelen ~12.",
      "@littleOne & balkon/balcony/kelder/kolenhok/bezemkast/kolenkelder/schuur/schuurtje/kast/vriezer/vrieskist/hok/auto/basement/closet/cupboard/freezer/car & opgesloten/opsluit/opsluiten/op_slot/locked/alleen/klep/buitengesloten/alone/trapped/locked_out & -fiets/kat/hond/sleutel*/hamster/cavia/konijn/escaperoom/boek/haar_broertje/zijn_zusje/lezen/sterren/telescoop/saturnus ~10. | @littleOne & zolder/wc/badkamer & opgesloten/opsluit/opsluiten/locked & -zichzelf/per_ongeluk/slot_kapot/sleutel* ~10.",
      "@smallChild & rondloopt/rondlopen/loopt/kruipt/zit/slaapt & balkon/raam/vensterbank/open_raam/raamkozijn/dakraam & alleen/open/niemand/reageert/hoog/verdieping ~12 | @littleOne & dagen/nachten/nacht/vannacht/2_dagen alleen/alone/opgesloten & kamer/huis/thuis/eten/room",
      "baby/kindje/babytje/peuter/zuigeling & huilt/krijst/gilt/cry*/screaming/piept/piepen & niemand/geen_gehoor/uren/uur/onafgebroken/gisteravond/nobody/hours & deur/open/thuis/doet/reageert/answer* ~18 | @littleOne & eten/eet/food & dagen/days & alleen/locked ~10 | @littleOne & zonder_eten/niks_te_eten/niets_te_eten/niks_eten/geen_eten/no_food & dagen/days & -vasten/ramadan/kamp/lust ~10 | @littleOne & dagen niks/niets/zonder & gegeten/eten & slot/sleutel/opgesloten/kamer_niet_uit/stiefvader/stiefmoeder/mag_niet ~14",
      "jongen/leerling & slaapt/slapen/sliep/geslapen/sleeping & container/in_het_park/in_een_park/portiek/trappenhuis/steeg/fietsenhok/schuurtje/op_straat/buiten & -kamperen/tent/kamp/scouting/grasveld/lawaai/slecht/slaapfeest* ~9 | jochie/jongetje/meisje/kind/peuter/kleuter & slaapt/slapen/sliep/sleeping & container/buiten/trapgat/trappenhuis/park/steeg/portiek/schuurtje/straat/fietsenhok/outside/street & -kamperen/tent/kamp/scouting ~9 | vader/stiefvader/papa/moeder/pa eruit/uit_huis/buiten geknuppeld/geslagen/gegooid/geschopt/getrapt | @littleOne & weggerend/weggelopen/gevlucht & thuis/vannacht/nacht/slaat/bang/blootsvoets/blote_voeten/papa/vader ~10",
    ],
  },
  {
    rule: "R3",
    what: "injury",
    level: "acute",
    about: "domestic_violence",
    when: [
      "kindje/kind/peuter/kleuter/jongetje/meisje/child/boy/girl/toddler/baby & blauwe/bruises/bruising/striemen/vingerafdrukken/marks & nek/hals/keel/neck/throat/oor/ears/rug_en_billen & -muts/sjaal/zuigzoen/carnaval ~8",
      "brandwond*/brandplek*/botbreuk*/gebroken/blauwe/striemen/kneuzing*/burns/bruises/fracture*/broken & baby/babys/zuigeling/peuter/newborn/infant/toddler/pasgeboren* & -poppen*/babypop ~9 | brandwond*/brandwonden/botbreuk/botbreuken/burns/fractures/striemen & kind/kleuter/jongetje/meisje/child & ouders/vader/moeder/uitleg/niks/verhaal/zeggen/parents/explain*/explanation ~10 | no/geen explanation/uitleg/verklaring & gebroken/broken/bruise*/blauwe/breuk/burn* ~7",
      "braakt/braken/overgeven/suf/slaperig/bewusteloos/vomiting/drowsy & val/gevallen/klap/hoofd/fall/fell & peuter/baby/kind/kleuter/dreumes/toddler & -buikgriep ~10 | kokend/heet/boiling water/thee/olie over & kind/baby/zich/peuter/haar/hem/child ~9 | gebroken/broken/afgeknelde/scheve/scheef arm/been/pols/leg & weigert/weigeren/mag_niet/niet_naar/geen_dokter/arts/spoed/ziekenhuis/refuse*/wont & -voetbal/gips ~9 | oog/ogen/lip/kaak/gezicht dicht/dik/kapot/tot_moes/gezwollen & vader/vuist/stiefvader/man/vriend/geslagen/papa & ziekenhuis/dokter/arts/wacht/net/vandaag/straks/haalt/zo & -bal/puck/allergie/bij_gestoken/tandarts ~12.",
      "na zijn/haar trap/vuist/klap/klappen/schop | schudt/schudde/geschud/shook/shakes baby/kindje/kleine/zuigeling/the_baby | baby/kindje/kleine & schudt/schudde/geschud/shaken ~6 | ijskoud/koud/heet/kokend bad & peuter/kind/gil*/straf/baby/vriend & -zwem*/wim_hof/sport* ~8 | ribben kraken/gebroken/kapot & stiefpa/vader/man/hij/geschopt ~9",
      "baby/babys/babytje/zuigeling/pasgeboren*/newborn/infant & @hurtMark/letsel/breuk/been*/beentje/armpje/fracture*/broken/shaken/geschud/schudt/slap/suf/hersenschudding/bite*/bruised & -babypop/tafel/fles/melk/poppen*/pop/geboortevlek/navel/mongolenvlek/prikje/luieruitslag/hielprik/poppenwagen ~8",
      "@littleOne & @hurtMark & @handedOver & -gevallen_fiets/voetbal/trampoline/muggenbulten/step ~30",
      "@hurtMark & vanmiddag/straks/vandaag/zo/minuten/min/bel/uur & haalt/ophaalt/ophalen/opgehaald/bel_gaat/gaat_de_bel/naar_huis/naar_papa/naar_hem/mee_mocht/pick* & vader/papa/moeder/hij/stiefvader/vriend/opa/oom/zij/bel/dad ~30",
      "ronde plekjes/plekken/wondjes/gaatjes/brandplekjes & peuter/kleuter/baby/dreumes/been/bovenbeen/billen & -krentenbaard/ringworm/waterpokken/teken ~10 | afdruk/striemen/strepen/striem van/door de/een/n riem/snoer/kabel/hand/strijkijzer/belt | sigaret*/peuk* uitgedrukt/uitgemaakt | cigarette burn* | belt marks",
      "op/van mama/papa/de trap/balkon/stairs gevallen/gegooid/geduwd/gesprongen/geklommen & niet_bellen/bloed*/bewusteloos/beweegt_niet/scheef/hij_komt ~14 | moet/moest & vriezer/vrieskist/kooi/hondenhok & kijken/zitten/slapen/volhield/dicht ~9",
      "ernstig/zwaar letsel/gewond/verwond & kind/baby/leerling/vrouw/moeder/meisje/jongen/thuis/vader ~7 | gebroken beentje/armpje/arm/been/rib/ribben/kaak/sleutelbeen & uitleggen/verklaren/ouders/verhaal/vader/verklaring/baby/hoe ~8",
    ],
  },
  {
    rule: "R3",
    what: "injury_seen",
    level: "urgent",
    about: "domestic_violence",
    when: [
      "ronde plekjes/plekken/wondjes/gaatjes/brandplekjes & peuter/kind/arm/onderarm/been/bovenbeen/rug/groot/sigaret/jongen/meisje & -krentenbaard/ringworm/waterpokken/teken ~10 | pleister/pleisters & riem/geslagen/papa ~8 | oog/ogen/lip/kaak/gezicht dicht/dik/kapot/tot_moes/gezwollen & vader/vuist/stiefvader/man/vriend/mag_niet/geslagen/papa & -bal/puck/allergie/bij_gestoken ~10 | moet/moest & kelder/hok & zitten/slapen ~9",
      "gebroken/botbreuk*/brandwond*/brandplek*/brandplekken/hersenschudding/steekwond*/snijwond*/ribben/kaak & @hit/vader/stiefvader/papa/moeder/mama/vriend/partner/onverklaar*/klopt_niet/verhaal/peuk/sigaret/strijkijzer & -voetbal/training/wedstrijd/fiets/trampoline/gevallen/hart ~8",
    ],
  },
  {
    rule: "R3",
    what: "child_finds_parent",
    level: "acute",
    about: "domestic_violence",
    when: [
      "mama/papa/moeder/vader/mam/mum/mom/dad/mummy/oma/opa & -wilde_maken/wakker_wilde/niet_wakker_maken & wakker/ogen/wake/wakes/waking & niet/nie/wordt_niet/doet_niet/wont/cant/doesnt/kreeg/krijgt/krijg & kind/kleuter/groep/zegt/roept/huilt/alleen/raam/buren/buurjongen/@littleOne/water/ligt/says/floor/vloer & -uitslapen/ochtendmens ~12 | mama/papa/moeder/vader/broer/zusje/broertje beweegt/bewoog/ademt niet/nie | mama_slaapt & niet_wakker/wordt_niet/wort & weg*/alleen/raam/huilt ~12",
    ],
  },
];

/** Word lists of this file, for the book. */
export const childUnsafeConcepts = { hurtMark, outInIt } as const;
