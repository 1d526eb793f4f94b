import type { RedFlag } from "#classify/red-flags/red-flag.ts";

const beaten =
  "wordt/word/wort/worden/werd/werdt hier/er/ze/hij/nu/weer/daar geslagen/geslage/mishandeld/mishandelt/geschopt/getrapt/gewurgd/gevochten/gegooid | wordt/word/wort/worden/werd geslagen/geslage/mishandeld/mishandelt/geschopt/getrapt/gevochten | geslagen/geslage/mishandeld/mishandelt/geschopt/gevochten wordt/word/wort/worden | is/gets/getting/being beaten/beat_up/hit/attacked/assaulted/punched/hurt | being beaten | hoor/hoorde/horen/hear hem/haar/ze/vader/him nu/weer/steeds/haar slaan/schoppen/tekeer/schreeuwen/hitting/beating";

const sharp =
  "mes | messen | broodmes | keukenmes | vleesmes | zakmes | stanleymes | schaar | scharen | heggenschaar | scherf | glasscherf | schroevendraaier | bijl | hakbijl | hamer | hooivork | riek | knuppel | honkbalknuppel | ijzeren_staaf | stok | wandelstok | koevoet | keu | strijkbout | strijkijzer | kabel | machete | knife | scissors | axe | hammer | baseball_bat | crowbar | screwdriver | blade | broken_bottle";

const atSomeone =
  "achterna | achter haar/hem/me/mij/ons aan | zit/zitten/staat klem/vast/opgesloten | klem | kan/kunnen/kon/can/cant er niet/get/pass langs/weg/uit/past/out | wont/doesnt/not let her/him/me/them/us leave/go/out | zwaait | dreigt | dreigde | zit/staat te_wachten/klaar/voor | loopt/rent/staat/komt/liep met door/over/rond/voor/in | kapot/dood maakt/maken/gaat/slaat | barricadeer* | gebarricadeerd | deur op_slot | achter de deur | op/tegen haar/hem/mijn/zijn/mn/dr/de keel/strot/buik/rug/nek/borst | threatens | threatening | chasing | waving | swinging";

const inHiding =
  "verstopt | verstop | verstoppen | schuilt | schuil | schuilen | verscholen | ondergedoken | gevlucht | weggerend | weggevlucht | opgesloten | op_slot | hiding | hides | hid | locked myself/herself/ourselves/himself in | barricad* | gebarricadeerd | onder het/mn/mijn/haar bed/bureau | onder_bed | under bed/desk";

/** R1, R2 and R12: danger at a door, behind a wall, in a hiding place; hands that left marks on a neck. */
export const violenceAround: readonly RedFlag[] = [
  {
    rule: "R1",
    what: "violence_now",
    level: "acute",
    about: "domestic_violence",
    when: [
      "mishandeld/mishandelt/geslagen/geslage/geschopt/getrapt/aangevallen/afgetuigd/beaten/attacked/assaulted/hit & @now/op_dit_moment/momenteel & wordt/word/wort/door/being & -@often/verteld/vertelde ~9. | geslagen/geslage/mishandeld/mishandelt/geschopt & vanochtend/vanmorgen/vanmiddag/vannacht/zojuist & zus/moeder/mama/vrouw/vriendin/hij_heeft/hij_heb & -bal/doelpunt/broertje ~6.",
      "aan_het aftuigen/afranselen/afrossen/toetakelen/schoppen/slaan/meppen/trappen/wurgen/bedreigen/mishandelen/aanvallen/in_elkaar/molesteren/rammen & -plein/trommel*/drum*/bal/hout/spijker*/@often ~5 | is/are/being/getting being/getting/attacked/beaten/assaulted/strangled/stabbed/kicked/hit attacked/beaten/assaulted/strangled/stabbed/kicked/hit | beats/beating/hitting/kicking/punching/attacking/strangling her/him/his/my/them/me/mum/mom/the up/right/now/again/girlfriend/wife/kids | valt/vallen/viel/aanvalt haar/hem/ons/mij/me aan/nu & -honden/kritiek ~5",
      "afgetuigd/afgeranseld/toegetakeld/afgerost/bewusteloos_geslagen/in_elkaar_geslagen/in_elkaar_getrapt & net/nu/vannacht/vandaag/zojuist/daarnet/buren/hiernaast/help/bloed* ~8 | er vallen klappen/rake | klappen vallen | rake klappen",
      "sleept/sleurt/sleepte/sleurde/dragging/drags haar/hem/her/moeder/vrouw/ze & kamer/trap/haren/straat/auto/nu/door/hair/stairs ~6 | hoor/hear een/a kind/vrouw/meisje/child & klap/klappen/tel/smeekt/jammert/krijst/sorry/slap ~9 | sorry_sorry & klap*/geklap/vrouw/hoor_ik/ik_hoor/gil* | hou op hou_op | hou_op & bons/klap/schreeuw*/niks_meer/stil | gaat het weer/nu los/tekeer & hoor/boven/hiernaast/kleine/buren",
      "gooit/giet/gegooid/gegoten/goot/gooide benzine/spiritus/olie/zuur & -tank/barbecue | benzine/spiritus/petrol & deurmat/stoep/haar/ex/huis/deur/overheen/jerrycan & -tanken/prijs/pomp_prijs ~8 | jerrycan & opgesloten/krijgen/aansteker/dreig*/zegt ~8 | kogel op/door/in de/het/brievenbus mat/deur/ruit/brievenbus | steekding/steekwapen/mes & na_school/kluisjes/tas/straks/voor_na & gast/om_die/zusje/wraak/pakken/14_50 ~12",
      "bij/uit de/naar ingang/hal/deur/poort/binnen & schreeuwt/tekeer/brult & op_slot/hockeystick/knuppel/regelt_het ~20 | levend begraven/verbranden/villen | haar/hem/ze nooit meer zie/ziet/terugziet/terugzie & gezegd/zegt/dreig*/zei/weg/romy & hij/vader/ex ~8 | heb/heeft/had gezegd/gedreigd & nooit_meer_ziet/nooit_meer_zie/niet_terugzien & kind/haar/hem ~8",
      "wordt/word/wort/worden/werd & geslagen/geslage/mishandeld/mishandelt/geschopt/getrapt/gewurgd & @nearby/hoor*/hoort/@now & -@often/vroeger ~7",
      "belt/belde/appt/appte/stuurt/stuurde/sms'te/typt/called/texted & fluisterend/fluistert/help/weer_bezig/onder_het_bed/badkamer/wc/zolder/hangt_nu_op/neemt_nu_niet/noodteken/afgesproken_teken/codewoord/onze_code/whispering/code_word & -toilet_verstopt ~10 | ons/afgesproken/onze teken/woord/codewoord/code & -te_woord & appt/stuurt/bestellen/binnen/hij ~12",
      "laat/laten/liet haar/hem/ze/ons/mij/vrouw/kinderen er/deur/de_deur/niet/huis niet uit/weg/bij/eruit/buiten/gaan | laat/laten haar/hem/ze/mij/ons de deur niet uit | de_deur niet_uit & laat/weeen/opgesloten ~6 | de_deur niet_uit & mag/mogen & hoor/hear/slaat/slaan/klappen/mes/bloed/knuppel/honkbalknuppel/keel/gooit/boos/fluister*/vast/mannen/passport/paspoort/voor_de_deur & -huiswerk/kat/operatie/huisarts ~16 | lets/wont_let her/him/us not/leave/out/go | deur/door gebarricadeerd/geblokkeerd/dichtgetimmerd/op_slot & haar_ex/ex/kinderen/binnen/tweeling/baby/vrouw/gedaan/gil*/roept ~8",
      "houdt/hield/houden haar/hem/kind/baby/vrouw/oma/moeder/meisje & vast/tegen/gevangen/gegijzeld/opgesloten & sinds/al/keldert*/kelderbox/kelder/niet_bij/muur/dagen/gister/gisteren/nu/balkon/laat ~9 | vastgebonden/vastgeketend/geboeid/tied_up/chained & kind/jongen/meisje/vrouw/haar/hem/zij/oma/moeder/bed/stoel/verwarming/radiator/child/girl & -oefening/spel/touw_spel/hond/fiets ~8",
      "zoekt/zoeken/looking haar/hem/me/mij/ons/for nu/door/overal/me/overal_naar/her & @now/school/huis/bang/verstopt/bloed*/hal/buren/rondjes/belt/door_de_hele | belt/bellen nu/overal/bij alle/overal/iedereen aan/buren & zoekt/zoeken/haar/zit/keukentafel/verstopt/hij ~10 | rijdt/rijden rondjes om/door & zoekt/haar/zit/hij/schuilt ~10",
      "staat/stond/bonkt/beukt/bonst/trapt/ramt nu/hier/voor/op/tegen haar/mijn/hun/onze/de/dr deur/voordeur/raam & bonken/beuken/schreeuw*/trapt/trappen/te_rammen/bonkt/schoppen/kwaad/dreig*/mes/kinderen/@now & -collecte/pakket*/trick_or_treat/muziek/boor ~6 | deur/door in/down te/trapt/beuken/trappen/breaking/breaks/broke/kicking & kinderen/zolder/zij/ze/badkamer/bathroom/she/haar/@now ~8 | he's/hes/is breaking/kicking/banging the/down/on door/down",
      "sloopt/slopen/tekeer/door_het_dolle/door_het_lint/doorgedraaid/uitzinnig/razend/witheet/over_de_rooie/berserk/raging & huis/flat/wc/haar/zij/papa/vader/man/vriend/kinderen/opgesloten/ophalen/kleinzoon/zoon/@now/zusje/hij/verstopt & -gym/trefbal/training/wedstrijd/scheids*/telefoon/leuning/lamp/loodgieter/badkamer_verbouw*/keuken_sloop*/tegels/schuurtje_sloop* ~9 | tekeer/door_het_dolle/door_het_lint/doorgedraaid/uitzinnig/razend/over_de_rooie/berserk/raging & gym/trefbal/training/wedstrijd/scheids* & slaat/sleurt/sleurde/keel/mes/schaar/glas/halter/vrouw/gillen/gilt/sloopt/op_de_grond/trapt/opgesloten/verstopt/mama/zusje/broertje/hiding/onder_het_bed/sleept/sleepte/kind_tegen/haren/paardenstaart/bloed* ~14",
      "gooit/gooide/gooien/duwt/duwde/geduwd/smijt/dreigt haar/hem/moeder/vrouw/kind/baby/zijn & balkon/raam/trap/trappen/rijdende_auto/auto_uit/uit_de_auto/balustrade/water/stairs/window/balcony/moving_car & -bal/jas/tas/tv/afval ~7 | reed/rijdt/rijden/aangereden haar/hem/ons/me/achter & aan/expres/oprit/weg/klem/van_de_weg & hij/ex/man/vriend/haar_aan/achterna/duwt ~8 | remleiding/remmen/wielmoeren & doorgeknipt/gesaboteerd/losgedraaid/kapot",
      "bloed/bloedt/bloedde/bloedend/bebloed/bleeding & zoekt/mama/buitengesloten/lip/neus/gezicht/hoofd/kind_zegt/balkon/oom/vader/stiefvader/hij/haar & @now/zegt/net/vanmiddag/zoekt/blootsvoets/buitengesloten/balkon/ligt/help & -bloeddruk/voetbal/hockey/tand_uit/plast/jong/prik*/geprikt/tackle/wang ~10 | mama/moeder/mum/mom bloedt/is_bleeding/ligt_raar",
      "ligt/lag op/in de grond/vloer/berm/trappenhuis/douche/straat & dader/haar_man/haar_vriend/schreeuw*/trapt/schopt/staat_over/over_haar/geduwd/bloed* & haar/ze/zij/iemand/vrouw/her & -judo/yoga ~14 | trapt/schopt/slaat/trappen iemand/haar/hem/vrouw/een/jongen die_op/op/terwijl de/ze grond/ligt/vloer | aan de_keel/het_haar/de_haren/haar_haren & sleurt/sleurde/gesleurd/meegesleurd/sleept & -speelt ~7",
      "trekt/trekken/trok/sleurt/sleuren/sleurde/sleept een/het/n meisje/kind/vrouw/jongen/haar/hem & busje/auto/gilt/gil*/kent_hem_niet/roept/mee/bosjes/haren & -slee/bolderkar/spel ~8 | kind/meisje/vrouw gilt/gil* & trekt/sleurt/kent/man/niet_kent/busje ~9",
      "met/met_de/met_zijn/with pan/stok/riem/wandelstok/ketting/hamer/koevoet/bezem/fles slaat/slaan/sloeg/geslagen & lijn/nu/bedlegerig/deur/@hear ~7 | met/met_de/met_zijn/with pan/stok/riem/wandelstok/ketting/hamer/koevoet/bezem/fles slaat/slaan & haar/hem/moeder/vrouw/oma/opa/kind/kinderen/meisje/jongen/zoontje/hoofd & -haringen/trommel/drum*/spijker*/pinata/vroeger/bal ~7 | met/met_de/met_zijn/with pan/stok/riem/wandelstok/ketting/hamer/koevoet/bezem/fles geslagen & net/zojuist/gisteravond/vannacht/vanmorgen/vanochtend/vandaag/vanmiddag/bloedt/striemen/roept & haar/hem/moeder/vrouw/oma/kind/ze ~12 | slaat/slaan/sloeg haar/hem/moeder/oma/vrouw/zijn met een/zijn/n pan/stok/riem/wandelstok/ketting | haar/hem/mijn/her hoofd/head tegen/against muur/grond/tafel/kast/keukenkast/aanrecht/deur/vloer/wall & -zelf/elke/slaapt/trekt/bonkt_met/bonken_met/staat_met/staat_ze_met/staat_hij_met/staan_met/staan_doe | tegen de muur & houdt/duwt/drukt/slaat/schroevendraaier/keel & haar/oma/moeder/hoor & -haar_eigen/zijn_hoofd ~7",
      "neemt/nam/nemen/meegenomen/haalt kinderen/baby/kind/zoontje/dochter/kids mee/meegenomen & station/vliegveld/koffer/paspoort*/buitenland/zonder_toestemming/grens/airport/omgangsregeling/ontvoer*/dreig*/gevlucht & -vakantie/oma_haalt/opvang ~14 | wist/weet van niks & kinderen/koffer/station ~12 | dreigt/dreigde/gedreigd/zegt/riep & meeneemt/mee_te_nemen/meenemen & dood/hemel/allemaal/iedereen/kinderen/zoontje/dak & -vakantie/uitje ~10",
      "help & vannacht/fluister*/weer_bezig/hij_komt/hij_is_weer/hes_coming/gil* & -helpt/hulp_bij/helpen/huiswerk/wie_kan/vrijwilligers/verhuizen/kantine/kan_iemand_helpen ~5 | please help & hiding/he/coming/she/us/stairwell | schreeuwt/roept/gilt/roep door_de_muur/door_de_vloer & -elke ~3 | door de muur & kind/roep*/gil*/schreeuw*/bellen/slaan/niet_doen ~6 | niet doen & papa/mama/pap/pa & hoor/muur/roep*/gil*/schreeuw*",
      "na/sinds die/een harde/dat klap/dreun/knal/gil/gegil & stil/niks_meer/niets_meer/hoor ~8 | hoor niks/niets meer & klap/dreun/knal/gil*/kind/baby/glas ~12 | live/filmt/streamt & slaat/vernedert/mishandelt/schopt & haar/hem ~8 | staat/zit/is net/nu/hij vrijgelaten/vrij/ontsnapt & naar_haar/rijdt/onderweg/toe/ex ~10",
      "@beaten & @nearby/hoor*/hoort/hoorde/help/@now/kinderen/hear & -@often/vroeger/trommel/vloer/nieuwe_vloer/paaltjes ~9",
      "niemand/nobody slaat/hits & hoor*/hear & nu/weer/again/now ~14",
      "sprake van fysiek/huiselijk/lichamelijk/ernstig geweld/mishandeling & @now/vandaag/vanavond/gaande/woning | fysiek/huiselijk/lichamelijk geweld gaande/nu/bezig | geweld is gaande/bezig | is gaande & geweld/mishandeling | violence/fight/assault in_progress/happening/going_on/ongoing | domestic violence/incident now/happening/in_progress | fighting/fight & @nearby & @now/screaming/again/kids/scared ~10",
      "laat_me los/loslaten | laat_me_los | leg dat/het/m/hem nou/mes/neer neer | leg_dat neer | doe dat/het niet/nou alsjeblieft & @hear | let go of_me/me | put it/that/the down & hear* | get_off me | niet bellen niet_bellen | blijf van me/mij/haar/m'n af & gil*/hoor*/roept/schreeuw*",
      "gooit/gooide/gooien/smijt/smijten/slaat/throws/throwing borden/glazen/stoel/stoelen/spullen/servies/vaas/tv/pan/pannen/plates/things naar/tegen/om/met/op/at haar/hem/vriendin/vrouw/moeder/mama/kinderen/zich/zn/her/him/kids & @now/gilt/gil/huilt/baby/net/nu/hoor*/crying/scream* & -@often ~10",
      "@scream & glas/knal/knallen/klap/dreun/gebonk/bonkt/bonken/stil/niks_meer/niets_meer/huilt/crash/glass/thud/silence & @now/daarnet/net/zojuist/kwartier/minuten/buren/nog/baby/kind/kinderen/neighbours & -@often/kermis/vuurwerk_buiten ~12",
      "knallen/bonken/gebonk/klappen/dreunen/bangs/thuds/banging van/uit/from binnen/boven/hiernaast/inside/upstairs/muur/deur & kind/telt/bezig/gil*/huil*/nu/baby/child/scream*/cry* & -@often ~16",
      "bel/bellen/stuur/haal/call/send politie/police nu/nr/naar/snel/direct/kinderen/alsjeblieft/now/please | politie_bellen nu | help & mijn/mn/my kinderen/kids/children ~4 | haal/haalt me/ons/hem/haar/mij weg/hieruit/eruit/hier_weg & bang/help/papier/geschreven/nu/alsjeblieft/snel | niet_bellen/bel_niet/dont_call & luistert/hoort/bloed*/help/hij_komt/listening/blood ~8 | briefje/papier/gebaar & help/hellep & -ik_help/help_bij/helpt/helpen ~6. | raam/papiertje/papier/briefje & help/hellep/bel_politie & jongetje/jongen/meisje/meid/kind/vrouw/gezicht & -ik_help/help_bij/helpt/helpen ~10.",
      "@inHiding & zoekt_me/zoekt_haar/zoekt_mij/zoekt_ons/hij_komt/komt_zo/komt_eraan/he_is_coming/looking_for & @now/me/mij/ik/kinderen/haar/zit/hier/we/us/deur & -sinterklaas/verstoppertje/paasei* ~8 | @inHiding & zoekt/staat/loopt/roept/bang/doodsbang/ex/looking/coming/outside/him & @now/me/mij/ik/kleine/kinderen/haar/zit/hier/we/i/us/deur & -sinterklaas/verstoppertje/cadeau*/paasei*/hide_and_seek/pakjes/sint/bureau/flessen/vlees/gevolgd/rekening/bankrekening/pas/fiets/kluisje ~10.",
      "contactverbod/straatverbod/gebiedsverbod/omgangsverbod/huisverbod/uitreisverbod/restraining_order & staat/stond/zojuist/net_binnen/gekomen/wacht/hier/vandaag/vanmiddag/belt_aan/hek/plein/deur/tribune/outside/here/toch & -advocaat/aangevraagd/geweest/hoe_werkt/loopt_af/uitspraak ~14 | mag er/dat/hier/niet niet/hier/daar/komen van_de_rechter/van_rechter & staat/stond/hek/plein/nu/meenemen/wil/jas ~20 | van/door rechter/rechtbank & mag/mogen & niet & staat/meenemen/meeneemt/hek/plein/buiten ~20",
      "deur/raam/ruit/door ingetrapt/intrapt/intrappen/ingeslagen/geforceerd/trapt_in/beukt/beuken/rammen/ramt/kicking/kicked_in & @now/vannacht/vandaag/kinderen/ex/hij_staat/binnen/help/gil* & -inbraak_vorig/vuurwerk ~8 | staat nu/weer voor/tegen de/mijn/haar/onze/mn deur & schreeuw*/bonkt/trapt/beukt/dreig*/kwaad/agressief/mes | is nu/dus bij haar/mij/ons binnen | hij is binnen & help/bang/bel/politie",
      "brandende fles/flessen/doek & raam/deur/brievenbus/huis/woning ~7 | vuurwerkbom/explosief/bom/molotov*/brandbom/handgranaat/cobra & deur/voordeur/brievenbus/huis/gelegd/woning/gezin ~9 | schot/schoten/pistoolschoten/gunshots/shots & binnen/huis/buren/buurman/gehoord/hoor*/fired/heard & -foto/doel/penalty/goal/film* ~7 | wordt/word/werd/er_is geschoten & -serie/film/kanon/foto/doel ~6 | geschoten & voordeur/huis/woning/buurman/mensen & -foto/doel/penalty/goal/film*/kom/te_hulp ~5.",
      "met_een riem/kabel/stok/slipper/bezem/wandelstok/knuppel/stroomkabel/kledinghanger geslagen/slaat/sloeg & net/nu/bloed*/@now/help/buiten/weggelopen | net/vandaag/nu/zojuist met riem/kabel/stok/slipper/bezem/wandelstok/knuppel geslagen | sloeg/slaat net/nu zijn/zn/haar/dr/mn moeder/vrouw/vader/kind/dochter/zoon/oma",
      "bloed/bloedt/bloeden/bloedend/bloeding/blood/bleeding & @kin/rug/trap/hoofd/gezicht/neus/kast/steeg/been/stairs/head/face/ear & niet_bellen/geslagen/kabel/riem/schopt/kick*/net/nu/help/@now/spuit/hit/fell/steeg/verstopt/zegt_niet & -bloedneus_voetbal/bloeddruk/bloedbank/bloedprikken/bloedgeven/wedstrijd ~12",
    ],
  },
  {
    rule: "R1",
    what: "weapon",
    level: "acute",
    about: "domestic_violence",
    when: [
      "@sharp & @atSomeone & -uien/groente*/hout/boom*/knip*/knutsel*/bosdag/koken/kook*/timmer*/biljart/vogel/hond_speelt/wandel*/messenslijper/stok_achter/euro ~8",
      "point/pointed/pointing/points/aim/aimed/aims/held/holds/holding/put/puts/pulled gun/knife/pistol/rifle/weapon at/to/on/up her/him/me/mum/mom/dad/my/the/us/throat/head/them & -film/movie ~5",
      "iets/something in/onder/uit/in_his zijn/zn/haar/jas/hand/his/sleeve/mouw jas/mouw/broekband/hand/rug/jacket/waistband/coat & hand/glimt/glom/trok/houdt/blijft/mes/dreig*/meenemen/rechter/zoekt/shiny/staring ~16 | uit_zijn mouw/jas glom/glimt/blonk",
      "broodmes/keukenmes/slagersmes/vleesmes/machete/pistool & gepakt/gepakd/pakt/tafel/bed/handen/hand/wacht*/trap/heeft/heb/dreigt/balkon/onder/kussen & -snijden/boterham*/bbq/kook* ~8 | alle/al messen in/onder bed/kamer/kussen/slaapkamer | mes/messen/pistool onder/in zijn/haar/het/zn kussen/hoofdkussen/bed/matras/broekband",
      "lag/ligt/liggen/vond/gevonden/heeft/laat/liet/bij wapen/pistool/vuurwapen/geweer op/in/bij/zien tafel/tas/kluisje/huis/kast/bed/auto/kamer & -speelgoed*/nep* | echt/echte/real pistool/mes/wapen/gun",
      "knuppel/mes/honkbalknuppel/boksbeugel/wapen & dodenlijst/ophalen/pakken/naam/grijpen/opwachten/afrekenen/wraak & zaterdag/vandaag/straks/@tonight/auto/jongen/na_school ~20 | opwachten/opgewacht/afrekenen/te_grazen & mes/knuppel/tas/wapen & @tonight/uur/half/fietsenstalling ~20",
    ],
  },
  {
    rule: "R1",
    what: "threat_to_kill",
    level: "acute",
    about: "domestic_violence",
    when: [
      "levend of niet/dood | dead or alive | uit het/de kanaal/sloot/water/rivier & haal*/vind*/vader/ex/morgen ~9 | als ik/ze/zij nu/naar/vanavond ga/gaat/kom & afgelopen/dood/slaat_me_dood/maakt/klaar/overleef ~10 | afgelopen met mij/me/haar/ons/je | dat het/t afgelopen is & sleutel*/kind/stuurt/haar/dreig* ~12 | slaat_me/slaat_hij/slaat hem/haar/me/mij/mij dood/kapot/ziekenhuis | slaat_hij me/mij/haar dood",
      "haar_en_zichzelf/kinderen_en_zichzelf/ons_en_zichzelf/gezin_en_zichzelf/baby_en_zichzelf/man_en_zichzelf/moeder_en_zichzelf/hem_en_zichzelf/zichzelf_en_haar/zichzelf_en_de/zichzelf_en_ons/her_and_himself/kids_and_himself & aan*/iets/wat/vermoord*/doden/dood/vergassen/verlossen/kill/geeft ~8 | iedereen mee te nemen/meeneemt | papa/vader/hij/stiefvader/man maakt/vermoordt/slaat mijn/haar/me/mama/mn/m'n broer/zus/moeder/mama/broertje/zusje af/dood | terug om het af_te_maken/te_maken | leren zwijgen | hel breekt los & dreig* | bang/doodsbang/vreest & vergiftigt/vergiftigd/vergiftigen ~9 | vanavond/straks & weggaat/weg_te_gaan/verlaten/uitmaken/scheiden & doodsbang/bang_voor/vreest/durft_niet ~9 | vreest/vrees/fears voor haar/zijn/my/her/for leven/life/her_life & vanavond/vannacht/morgen/straks/tonight/familie/broers/uitspraak",
      "bedreig*/bedreigt/bedreigd/bedreigde/bedrijgt/bedrijgd/dreigt/dreigde/dreigen/gedreigd haar/hem/mij/me/ons/moeder/kinderen met de dood/moord/doden | met de dood bedreig*/dreig* | threat* her/him/me/them with death/his_life/her_life",
      "dat/dit/het/they/she niet/not/wont/wouldnt overleeft/overleef/overleven/te_overleven/survive | overleven/overleeft we/ze/hij/zij/ik het/t/dit/dat niet/nie | niet/not levend/alive uit/out/weg/leave/leaving/get | not walking/getting/leaving out_alive/alive | out_of_here alive & not/wont",
      "over mijn/mn/zijn/haar/my lijk/dead_body & neemt/meeneemt/nemen/haalt/komt/takes/coming ~8 | desnoods over lijk",
      "maakt/maak/maakte/make/gaat haar/dr/hem/me/mij/ons/je/jou/jullie/m kapot/af/koud/dood & -huwelijk/relatie/tosti*/rooster & zegt/zei/zij/riep/dreigt/appt/appte/schreeuwt/als/wacht*/mij/moeder/vrouw/komt/durf/meent & -huiswerk/taart/training/wedstrijd/monopoly/spel/game/zelda/toernooi/uno/level/quiz ~9",
      "kom/komt/ga terug/naar_huis of/anders je/ze/jij/dan gaat/ga/bent/ben dood | anders pak ik je/jou/je_vrouw/haar/hun/zn | pak ik je vrou/vrouw/kinderen/gezin | weet waar je/jij/ze/zij staat/bent/woont/werkt/zit/is & belt/appt/appte/nu/onafgebroken/vannacht/dreig*/bang/gevlucht | zij/jij/je/ze/mama/hij de volgende is/was/bent/zijn | jij/jullie/zij bent/zijn/is de_volgende & brief*/briefje/schiet*/foto/hond/kat/dreig*/moeder/zei",
      "hond/kat/konijn/hamster/dog/cat dood/doodgemaakt/dood_gemaakt/gewurgd/vermoord/killed/doodgeslagen/eraan & dreig*/dan/daarna/volgende/mama/moeder/stiefpa/vader/man/ex/dan_jij/said/dad/him ~9 | gaat eraan & mama/moeder/hond/zij/jij/daarna/dan ~6",
      "zal/doen/gaat/wil zwijgen/laten_zwijgen/stil_maken/het_zwijgen & nacht/vanavond/morgen/echtgenoot/man/advocaat ~10 | aftelklok/countdown & ex/foto*/nul/middernacht ~14 | eten/te_eten & poeder/gif/rattengif/vergif/poison & kinderen/kids/gezin/haar/vanavond/daarna ~14 | vergiftigt/vergiftigen/vergiftigd/poisoning/poison haar/hem/kinderen/ons/baby/her/kids",
      "kinderen/kids/children & voor_altijd/mee_naar/nemen_mee/meenemen/beter_voor_ze/take_with & dood/slapen/hemel/engel/water/afscheid/heaven/forever/sleep ~14",
      "threat* to kill/shoot/stab/burn/hurt/strangle/murder/cut | going/gonna/will/want/wants to kill/stab/shoot her/him/me/us/mum/mom/them & -himself/herself | he/dad/she said/says hell/shell/he_will/he_would/ill/id kill/stab/shoot/strangle",
    ],
  },
  {
    rule: "R2",
    what: "strangling",
    level: "urgent",
    about: "domestic_violence",
    when: [
      "hands/hand/arm/arms round/around/on/over her/his/my/the/him/mouth neck/throat/mouth/nose/face | keel/nek/strot/neck/throat & handen/hands/hand/arm/knie/knee & haar/zijn/mijn/her/my/his/hem & -massage/sjaal ~5 | geen lucht/adem kreeg/meer/krijgt/krijgen & man/vriend/keel/vader/handen/kussen/hand ~9 | blokkeerde/kneep/drukte/dicht haar/mijn/de keel/luchtpijp/neus/mond",
      "heeft/had/pakt/hield haar/hem/me/moeder aan/bij de/haar/zijn keel/strot | haar/hem aan/bij de/haar keel/strot heeft/had/pakt | kussen/pillow op/over/on/gezicht de/het/haar/baby/gezicht/mond baby/kind/gezicht/face/als | prop/doek/sok/tape in/over/op haar/zijn/de/mn mond | onder stroom gezet/zet | onder/under water gedaan/geduwd",
      "keel/strot/nek/hals/keeltje/throat/neck & dicht_gekneepe*/gekneepe*/gekneepen/dicht_geknepe*/geknepe/dichtgeknepen/dicht_gedrukt/dichtkneep/kneep/knijpt/knijpen/vastgepakt/gepakt/pakte/pakt/greep/grijpt/vast/om/squeezed/squeezes/squeezing/grabbed/grabs/held & haar/hem/dr/der/hij/ie/me/mij/zij/ze/her/him/vader/papa/man/vriend/he/my & -kladden/slang/sjaal_om/ketting/medaille/stijve/hug ~6",
      "hals/nek/keel/neck/throat & striem/striemen/afdruk/afdrukken/vingers/vingerafdrukken/paars/paarse/blauw/blauwe/blouwe/plek/plekken/rode/marks/bruise/bruises/bruised/fingerprints & -judo/zoen*/zuig*/allergie/zon/eczeem/schilder*/verf/vaste_muggen ~7",
      "sjaal/col/coltrui/scarf/turtleneck & hals/hees/schor/slikken/stem/warm/warme/graden/rode/spikkels/spikkeltjes/puntjes/hoarse/swallow*/hot & vriend/man/partner/stoeien/vingers/ogen/vrijdag/zegt/boyfriend/husband/slikken ~16 | hees/schor/hoarse & slikken/slikte/sjaal/swallow & ogen/rode/puntjes/spikkel*/eyes/vriend/man/boyfriend ~16 | rode puntjes/spikkels/spikkeltjes/vlekjes in/haar/beide/allebei ogen | red dots/spots in/her eyes",
      "bijna/almost/nearly/even flauwgevallen/flauw/gestikt/weg_geweest/passed_out/blacked_out/fainted & stopte/liet/hij/vriend/man/handen/he/hands/hals/keel/let_go/stopped ~9 | sterretjes zag/zien/zagen & hij/keel/kneep/man/vriend | even weg was/geweest & vriend/man/hij/gevecht/ruzie",
      "verwurcht/verwurgt/verwurgd/verwurg/wurchte/gewurcht/wurcht/worgde/wurgden/wurgden | aftikken/tikken/slap/aftik & helpt_niet/laat_ie_los/los & thuis/vader/papa ~9 | he/dad/boyfriend/husband/ex choked/chokes/strangled/strangles",
      "hoofd/haar/hem/gezicht/head/face onder/in/under/into water/bad/badkuip/wc/bathtub/toilet/emmer/bath geduwd/gehouden/duwde/duwt/hield/houdt/vast/gedrukt/gedompeld | duwde/duwt/hield/houdt/drukte/drukt/put/pushed/held haar/hem/zijn/zn/dr/het/my/her/his hoofd/gezicht/head/face onder/in/under/into water/bad/badkuip/emmer/wc/bathtub/toilet/bath | onder_water & geduwd/gehouden/duwt/duwde/hield/vastgehouden/houdt & haar/hem/dr/vader/man/tot/bad/kind ~6",
    ],
  },
  {
    rule: "R2",
    what: "pregnant",
    level: "urgent",
    about: "domestic_violence",
    when: [
      "zwanger/zwangere/hoogzwanger/mnd_zwanger/maanden_zwanger/pregnant/verwachting/zwangerschap & blauw/blauwe/buik/buik_geschopt/kick/kicks/kicked/kick_the/bloed/gladde_trap/wou_niet/uitstappen/duwt/geduwd/trap/schopt/getrapt/push*/shoved/punch*/hit/hits & hij/vriend/man/he/partner/haar/gevallen/meende/boyfriend/him/husband & -tuin/fiets/misselijk ~14",
    ],
  },
  {
    rule: "R2",
    what: "stalking",
    level: "urgent",
    about: "domestic_violence",
    when: [
      "scared/afraid/fears/fear/fearing/terrified for/of her/his/my/their life/lives/him/dad/husband/ex & -spider*/dogs/dark/heights ~4",
      "stalk*/gestalkt/stalking/stalked/stalker & -schapen ~5 | ex/exman/exvriend/expartner/hij & staat/stond/wacht/hangt/rijdt/post & elke/iedere/steeds/dagelijks/telkens/overal & deur/huis/werk/straat/school/auto/haar ~8",
      "follows/following/followed/stalks/stalking her/me/him/us/everywhere | keeps/kept/is following/watching/stalking her/me/him/us | her/my/his ex/ex_husband/exhusband is/was/keeps/shows/waits/waiting outside/up/following/at/parked & -kitten* | volgt/achtervolgt/volgde/schaduwt haar/me/mij/hem/ons overal/naar/elke/steeds/altijd/al | overal/steeds/elke_dag achterna/opgewacht/opwacht | wacht haar/me/mij/hem elke/steeds/iedere/weer/telkens op | spyware/stalkerware/tracker/airtag/gps & auto/tas/telefoon/van_haar/haar_man/zijn/car/phone/bag & -fiets/diefstal/koffer/bagage ~7",
    ],
  },
  {
    rule: "R2",
    what: "forced_sex",
    level: "urgent",
    about: "domestic_violence",
    when: [
      "stopt/stop/stopte/stops niet/not als/when/if ik/i/ze/she nee/no zeg/zegt/say/says | does_not/doesnt/didnt stop when_i/when_she say/said/says no | seks/sex & moet/moest/dwing*/dwong/forces/forced/makes/wil_niet/tegen & haar/me/mij/hem/her/man/vriend/he & -les/voorlichting/voorlichtingsles ~7",
    ],
  },
  {
    rule: "R12",
    what: "signaler_threatened",
    level: "urgent",
    about: "domestic_violence",
    when: [
      "know/knows/knew where/my i/we/house/live/address live/work/lives & said/says/told/regret/threat*/warn*/they/he & -drops/so_he/brings/lost/postman ~9 | scared/afraid/worried he/she/they/the/father/him will/would/might/is/father hurt/hurts/find/attack/come me/after/us/for | followed/watched/harassed by the/her/his/boys/boy's father/brother/family/ex/uncle/dad/brothers & i/im/am/being/me | bang dat/voor hij/vader/ze/broer/broers mij/me/ons/iets/wraak & -fluit ~5",
      "deur/huis/werk/door/house & mij/mijn/me/my/mn & dreig*/bedreig*/threaten*/schreeuwen/schelden/intimider* & -politie_belt ~8 | find/found/get/got/vinden/pakken/krijgen me/mij & said/says/zei/zegt/know*/weten/weet & he/his/brother/broer/vader/ex/they/hij/ze/father & -lost/bellen_terug/krijgen_terug/help_me ~6 | autobanden/banden/tyres/tires/ruit/ruiten/auto & lek/lekgestoken/ingegooid/bekrast/gestoken/slashed/smashed/vernield & melding/gemeld/sinds/report*/omdat/na_mijn ~10 | intimideert/intimideren/geintimideerd/chanteert/chantage/uitgescholden/achtervolgd & mij/me/ik/mijn & melding/gemeld/vader/moeder/ouder*/broer/ex/report*/omdat/sinds ~10",
      "weet/weten & te_vinden/te_wonen/waar_ik_woon/waar_we_wonen/wonen/vinden & mij/me/mijn/mn/ons/ik/we & zegt/zei/gezegd/dreig*/riep/appt/appte/gemeld/melding ~9 | banden/tires/tyres & lekgestoken/lek/slashed & melding/gemeld/sinds/reported/vader/omdat/after ~9 | steen/baksteen/brick & ruit/raam/window & mijn/my/ons/bij_mij/melding ~8 | durf/durven ik/zelf/niet/wij niet/niet_meer & straat/naar_buiten/huis/werk/alleen & melding/gemeld/bedreig*/hij/vader/broers/dreig* ~10 | staat/stond/zit/hangt/wacht vader/hij/broer/ex/man/elke/steeds & mijn/mn/my/onze & deur/huis/werk/auto/house/door/work & -collecte/buurman_helpt/pakket* ~6 | my/mijn/ons life/leven/family/gezin threatened/bedreigd | i/ik am/ben/feel/voel unsafe/onveilig/niet_veilig & reported/melding/gemeld/vader/father/since",
      "dreigapp*/dreigbericht*/dreigmail*/dreigbrief*/dreigementen/dreigtelefoon*/bedreigingen/haatberichten/dreigsms* & ik/mij/me/mijn/wij/ons/melding/gemeld/sinds & -les ~9 | threatening/threat/nasty/scary messages/calls/texts/letters/emails/message & i/me/my/since/reported",
      "weet/weten/weet_te mij/me/ons/mijn/mn/jou/kinderen/gezin/huis/ook te_vinden/te_wonen/wonen/woont/vinden & zegt/zei/gezegd/dreig*/gemeld/zegt_dat/appt/riep | weet dat ik gemeld/gebeld/verteld/geklikt & vinden/krijgt/pakt/spijt/dreig*/woon* ~9 | weten/weet waar mijn kinderen/dochter/zoon/gezin/huis school/wonen/zit/staat/zitten & zegt/zei/gezegd/dreig* | zegt/zei/says/said hij/he weet/knows waar/where ik/i woon/werk/live/work",
      "word/wordt/worden/werd/wort/ben/been/being/was/am bedreigd/bedrijgd/bedreigt/gestalkt/geintimideerd/opgewacht/achtervolgd/threatened/followed & omdat/because/sinds/since/melding/gemeld/verteld/broers/vader/door/by/reported/report ~9 | wacht/wachten/wachtte/stond/staat mij/me/ons op & vader/broer*/ouder/man/moeder/melding ~8 | following me/us home & scared/brother*/father/dad/ex/bang | threatened/threatens/threatening me/us",
      "keel/throat & gebaar/gebaarde/vinger/finger/drew & mij/me/langs/across ~8 | parkeert/parks/staat elke/every avond/evening tegenover/opposite/voor mijn/my huis/house & vader/father/sinds/since | als je nog/het keer/nog_een & praat/meldt/bemoeit/vertelt & kapot/pak/krijg/spijt/dood ~12 | i'm/im/ik_ben scared/bang & follow*/volgen/volgt & me/mij ~7",
      "vader/moeder/ouder/man/ex/broer/broers/oom/zoon heeft/heb mij/me/ons bedreigd/bedreigt/geduwd/geslagen/bespuugd/aangevallen | als ik meld/bel/iets & pakt/vermoord/komt/dreig*/kapot & mij/me ~9 | pas op je/jouw kinderen/gezin/huis/familie & zegt/zei/appte/appt",
    ],
  },
];

/** Word lists of this file, for the book. */
export const violenceAroundConcepts = { beaten, sharp, atSomeone, inHiding } as const;
