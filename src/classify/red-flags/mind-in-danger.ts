import type { RedFlag } from "#classify/red-flags/red-flag.ts";

/** R6: a mind that is astray with danger close by; fire, gas and fumes in a house; an old person outside at night. */
export const mindInDanger: readonly RedFlag[] = [
  {
    rule: "R6",
    what: "psychosis_danger",
    level: "acute",
    about: "psychological",
    when: [
      "denkt/gelooft/zegt/thinks/believes/says & baby/kind/kindje/dochtertje/zoontje/child/son/daughter & duivel/demon/bezeten/duivels/satan/devil/demonic/possessed/kwaad_in/monster_is & -film/verkleed*/halloween ~8 | voices/stemmen & hurt/kill/harm/stab/drown/jump/doden/pijn/steken/vermoorden/springen/zichzelf & -choir/koor ~8",
      "kruispunt/vluchtstrook/snelweg/ringweg/busbaan/rijbaan/rondweg/provinciale_weg/a2/a12/a1/a4/autobaan/highway/motorway & loopt/liep/lopen/staat/stond/ligt/dwaalt/zwerft/fietst/walking/standing/steekt/scootmobiel/tegen_het_verkeer & -zonder_fiets/huilen/file/woont/buurt/langs_de_snelweg_woont/tankstation_werkt/geluidswal ~6 | tegen het verkeer in | midden op de/het/een weg/kruispunt/straat/rotonde & staat/zit/ligt/danst/loopt | op de weg/rijbaan & ligt/languit/liggen",
      "gif/straling/camera*/afluister*/spion/soldaten/bezeten/achtervolgd & koevoet/mes/bijl/wapen/gooit_meubels/gooit_de_meubels/klom/uit_het_raam/bijl/boor/duwde/slaat ~12 | gif/straling/camera*/afluister*/afgeluisterd/spion*/bezeten/achtervolgd & meubels & gooit/gooien/gegooid/raam/stapelt/barricade*/deur/brand/kort_en_klein ~14 | gif/straling/bezeten & kraan & baby/kind/hoofd/drinken/houdt/gloeiend ~12 | god/jezus/engel/stem & offeren/offer/verlossen/uitsteken/vuur/zoontje/kind & hoort/moet/zegt/wil/omdat/zag ~9 | wil/kan/gaat/roept vliegen/fly & flat/balkon/dak/raam/vannacht/hoog/verdieping ~8 | bezeten & kind/houdt/kraan/water/duivel ~9 | brandende/burning fakkel/torch & tankstation/huis/binnen | gas opengedraaid/open & stemmen/vroegen/praat/people",
      "papa/mama/vader/moeder & stemmen/psychose/verward/in_de_war/bezeten/demonen & kinderen/met_zijn_drieen/drieen/kind/baby/broertje/zusje & @now/ingeslikt/mes/brand/gas/water & -geweest/gehad/stabiel/slikt ~14. | vader/moeder/opa/oma/man/vrouw & alzheimer/dement*/in_de_war/vergeetachtig & zoek/kwijt/is_weg/weggelopen/vermist/niet_thuis & -de_weg/kwijt_wil/wat_ik/bril/sleutel*/pinpas/gebit ~9",
      "beademing/zuurstof/beademingsapparaat uitgezet/afgezet/losgetrokken/uit & -stroom/scheelt | frituurpan/pan/fornuis/keuken/gordijn & rook/vlam/brand/vuur & @now/in_brand/brandt/vlam_in/vlam_gevat/vuur_en_vlam/rook_uit/rook_door/rook_komt/zwarte_rook/vuur_uit/vuur_slaat/doet_niet_open/brand_in & oma/opa/dement*/snapt/vergeet/mevrouw/84/85/alleen ~12 | zelf/eigenhandig gas/gasleiding/leiding/meterkast & ijzerzaag/aangepast/aansluiten/afgesloten/vonken/draden/stinkt ~14 | vonken/brandlucht & meterkast/draden/hal/kinderen/huis ~9",
      "ijlt/ijlen/ijlend/delirant & koorts/gloeiend/beesten/oma/opa/80/81/82/83/84/85/mevrouw/meneer/ziet ~10 | baby/kindje/kind/zoontje boven/above het/the water | praat/praten/talking & iemand/someone/mensen & er_niet_is/niet_bestaat/not_there/er_niet_zijn & dak/brug/raam/balkon/snelweg/mes/gas/roof ~9 | hakt/hakken/slaat in/op & meters/meterkast/muur/ramen/auto/tv & luister*/afluister*/stemmen/volgen/camera* ~10 | wil/kan vliegen/fly & balkon/dak/raam/niet_geslapen/window ~8 | @frailPerson & auto/car & weg/rijdt/verdwaald & in_de_war/verward/dement*/alzheimer ~10 | in_de_war/verward/verwarde/totaal_in_de_war & blootsvoets/ruiten/naakt/verkeer/snelweg/mes/slaat/spoor/straat_op/gooit ~9",
      "psychose/psychotisch/manisch/psychotic/waan/waanbeeld*/waanidee*/waandenk*/verward & niet_gedronken/niet_gegeten/niets_gegeten/niks_gegeten/niet_geslapen/eet_niet/drinkt_niet/hasnt_eaten/not_eaten ~9",
      "psychose/psychotisch/psychotic/psychosis/psigose/manisch/manic/verward/verwarde/verwart/waan/waanbeeld*/waanidee*/waandenk*/ontregeld/doorgedraaid/paranoide/paranoid/in_de_war/wanen/hoort_stemmen/hears_voices & mes/messen/schaar/bijl/knife/axe/hamer/knuppel/wapen/zwaard/ruiten/ruit/snelweg/spoor/blootsvoets/blote_voeten/naakt/halfnaakt/rijdt/rijd/baby/balkon/vermoorden/doden/kill/gegeten/gedronken/gevaar/gevaarlijk/springen/verkeer/fire/brand/drown/slaat/aanvalt/raam/kind_achterin/straat/get_him/get_them/stop_the/barefoot/traffic & -sporthal/druk_in/toneel*/verkeersles ~14",
      "stemmen/stem_in/stem_zegt/de_stem/voices/duivel/demonen/demon/satan/god/engel/engelen/devil/demons & zeggen/zegt/moet/opdracht/tell/telling/told/say/saying/because/zeiden/fluister*/wil & springen/doden/doodmaken/vermoorden/verdrinken/steek/steken/mes/pijn/baby/kindje/kind/kopie/eruit/kill/hurt/jump/drown/fire/water/moeder/vader/haar/zichzelf/jump/stab/burn & -koor/bas/partij/engels/zetels/film/boek/kerk/dominee/sermon/zingen/verkiezing* ~14",
      "denkt/gelooft/zegt/thinks/believes/says dat & moeder/vader/vrouw/kind/baby/zoon/dochter/buurman/buren/mother/father/wife/son/they & duivel/demon/bezeten/kopie/robot/satan/devil/possessed/vergiftig*/dubbelganger/demons/poison* & mes/schaar/bijl/uitdrijven/doden/slaan/eruit/vermoorden/water/verdedigen/knife/kill/axe/messen/protect & -scheids*/trainer ~18",
      "eten/food & gif/vergiftigd/gezonden/poison* & mes/messen/koorts/bed/sloot/dagen/donderdag/drinkt ~16 | rijdt/rijd/rijden/driving/drives & 160/180/200/140/150 & kind/kinderen/achterin/baby/slaap/onsterfelijk/manisch/child/kids ~12",
      "water/kindje/baby/engel & terug_wil/terug_naar/helpen/verlossen/hemel/engel & bevalling/stem*/slaapt_niet/niet_geslapen/vrolijk ~24 | sinds/na/after bevalling/birth & stem*/engel/water/doodmaken/wegdoen/demon/voices & baby/kindje ~16",
      "loopt/liep/rent/dwaalt/zwerft/lopen/staat/walking/wandering/running/sitting/zit op/over/langs/in/midden/on/along de/het/the/zn/zijn/haar snelweg/a_weg/autoweg/rijbaan/spoor/rails/motorway/highway/tracks/provincialeweg | @frailPerson & dwaalt/zwerft/verdwaald/kwijt/weggelopen/vermist/wandering/lost/missing/straat/spoor/snelweg/bushalte/street & pyjama*/nachthemd/pantoffels/sloffen/vriest/nacht/vannacht/blote_voeten/sokken/nightgown/slippers/snelweg/cold/night/uren/hours & -kat/hond/fiets/melkboer/thuis_gebracht ~14 | @frailPerson & buiten & pyjama*/nachthemd/pantoffels/sloffen/vriest/blote_voeten/nightgown/nachtpon & -kat/hond/fiets ~14",
      "@frailPerson & koorts/ineens/plotseling/plots/vanmorgen/vanochtend/vandaag/suddenly & verward/in_de_war/eigen_naam/ziet_katten/ziet_mannetjes/mannetjes/plukt/ziet_mensen/herkent/confused & -dementie_al ~24",
      "hangt/hing uit raam/het_raam/balkon/window | raam/venster/window & wil/springen/hangt/uit & herkent/hallucin*/stemmen/demonen/schreeuwt/jump ~12 | kinderwagen/baby/kind & auto's/autos/a_weg/snelweg/verkeer & doorheen/vanzelf/midden/op_en_neer/lopen/jas ~16",
    ],
  },
  {
    rule: "R6",
    what: "gas_or_fire",
    level: "acute",
    about: "psychological",
    when: [
      "turned/turns/opened/left the/gas/on/all gas/on/gas_on on/gas/tap/taps & locked/door/suicid*/voices/talking/wont/smell*/building/flat/sleep* ~10 | turned/turns/left_the gas on",
      "ruikt/ruik/ruiken/stinkt/smells/smell naar/of/like gas/gaslucht/benzine/brand & -gebakken/spek/lachgas/bbq/eten/gas_terug ~4",
      "gasleiding/gasleidingen/gasbuis/gaspijp & slijptol/zaag/zaagt/bewerkt/hamer/boort/losgedraaid/doorgezaagd & -monteur/loodgieter/installateur/werkzaamheden/aannemer ~9",
      "gaskraan/gas/gaspit/gasfornuis/fornuis/stove/gas_tap opengezet/open_gezet/opengedraaid/open_gedraaid/openlaat/aan_laat/aangelaten/open_laat/aan_zonder/aan_laten/left_on/turned_on/stond_aan/aan_staan/weer_aan & -monteur/ketel/cv_doet/installateur/kookles/loodgieter | gasfornuis/gas/fornuis zonder vlam | zonder vlam & gas* ~5 | gas/fornuis & aan/open & vergeet/vergat/weer/vierde_keer/dement*/oma/opa/buurvrouw/koppijn & -rekening/monteur ~7",
      "set/sets/setting/lit fire to/on her/his/the/my mattress/bed/curtains/house/room/sofa/himself/herself/clothes | set/sets/setting her/his/the/himself/herself mattress/bed/house/room/on_fire/alight on_fire/alight | steekt/stak/steken/gestoken/zet/zette zijn/haar/het/de/zn/dr/zichzelf matras/bed/gordijnen/gordijn/huis/kamer/bank/kleren/haren/spullen in/aan/in_brand | wil/gaat/dreigt/dreigde/threatens/going_to/wants_to huis/woning/boel/zichzelf/flat/house/alles in/in_brand/in_de_fik/on/down steken/te_steken/zetten/te_zetten/fire/burn | burn house/it/us down",
      "brandstichting/brand_gesticht/brand_gestoken/vuurtje/vuurtjes/fikkie/fikkies & binnen/kamer/huis/woning/portiek/trappenhuis/kelder/zolder/flat/schuur & -kampvuur/openhaard/oefening/haard ~7 | er is brand/vuur & -oefening/geweest | rook komt/uit & raam/woning/huis/deur/flat ~6",
      "barbecue/bbq/kacheltje/gaskachel/gaskacheltje/kolen/houtskool/charcoal/camping_gas/campinggas & binnen/keuken/kamer/huis/slapen/potdicht/inside/indoors/kitchen/slaapkamer & hoofdpijn/koppijn/overgeven/misselijk/stroom/gas/afgesloten/kinderen/vriest/duizelig/headache/dizzy/eraf & -hapjes/salade ~18 | koolmonoxide*/monoxide | co_melder & af/gaat/ging/piept/piepte/rood ~5.",
    ],
  },
  {
    rule: "R6",
    what: "no_answer_at_door",
    level: "acute",
    about: "unclear",
    when: [
      "doet/doen/deed niet/nie/niemand/niet_meer open & dagen/dag/gisteravond/gisteren/maandag/dinsdag/sinds_gister/sinds_gisteren/krant/kranten/post/hond_blaft/klopt/rolluik/gordijn*/klopt_op & @frailPerson/buurvrouw/buurman/bijzondere/ze/zij/huilt/mw/heer/baby/88 & -vakantie_zijn/collecte/pakket*/deurbel_kapot/vakantie/postbode/ontruiming/huur/scriptieweek/bank ~20 | klopt/tikt/bonkt op/tegen muur/plafond & sinds/zachtjes/zachter/buurvrouw/buurman/oma ~12 | niemand/nobody doet/answers open/door & baby/kind/huilt/piepen/crying & sinds/uren/hours/gisteravond ~14",
      "ligt/lag/gevonden/lying/zit/vond & grond/vloer/keukenvloer/badkamer/gang/trap/portiek/floor/bad & @frailPerson/man/vrouw/buurvrouw/buurman/neighbour & ijskoud/koud/onverstaanbaar/gevallen/kan_niet_op/uren/nacht/sinds/dagen/hours/days/cold/heup/bloed*/overeind & -kleed/spelen/judo/matras/ziekenhuis/hospital/revalidatie/koffie ~14 | mijn/haar/zijn moeder/vader/man/vrouw/oma is_dood/dood & dagen/zit_ernaast/ernaast ~14",
    ],
  },
];
