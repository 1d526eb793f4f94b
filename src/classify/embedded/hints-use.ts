import { each } from "#classify/embedded/sign.ts";

const about = "addiction";

/** How drink, drugs, pills, smoke, gambling and screens show and are worded, per observer (domain.md 1.2 VERSL, 1.3). */
export const useHints = [
  ...each({
    about,
    weight: 2,
    level: "soon",
    when: [
      // drink
      "ruikt/rook/stinkt/stonk/ruiken/geur/riekt naar & drank/sterk/alcohol/bier/wijn/jenever/wiet/sterke/sterk_spul/kroeg/zoete_lucht/hasj ~3 | amper/nauwelijks/niet_meer/niet & op benen & staan/stond/stevig ~6 | slingerend/waggelend/wankelend/zwalkend/onvast/zwalkt/waggelt/wankelt/slingert & -fiets_kapot | dubbele tong | lalt/lallen/lallend | onder invloed | laveloos & -jongens/onder_19 | stomdronken | ladderzat | straalbezopen | begint/begon/smorgens/ochtend/negen_uur/tien_uur/9_uur/10_uur/middag & bier/halve_liters/wijn/blik/blikje/drinken/borrel/sterk & -koffie ~6 | verstopt/verstopte/stiekem & flessen/fles/drank/blikjes/drinkt/wijn ~5 | fles/flesje jenever/wodka/whisky/rum/cognac/vieux/sterke | elke/iedere avond/dag/ochtend/keer & fles/wijn/bier/borrel/jenever/whisky/drinkt/glazen & -water/cola/melk/koffie/thee ~6 | trilt/trillend/trillen/bibbert & ochtend/smorgens/vroege/auto/dienst/kantine/slok ~7 | thermosfles/koffiebeker/bidon & drank/alcohol/geen_koffie/wodka/stiekem/drinken ~7 | geen_koffie & beker/koffiebeker | kauwgom/pepermunt & amper/drank/lucht/adem/benen/ruik* ~7 | weer begonnen/gaan_drinken/gebruik* & clean/nuchter/jaar ~6 | jaar/maanden/lang clean/nuchter/droog | was clean/nuchter | terugval | halve liters | ziek van bier/drank/wijn | als hij/zij/ze/vader/papa gedronken/zat/dronken/bezopen | gedronken/dronken/zat & vader/moeder/man/hij/papa/mama/zij/ouder ~5",
      // drugs and pills
      "wit poeder | poeder & zakje/rietje/wc/kleedkamer/neus/spiegel ~6 | zakje/zakjes/ponypack* & wit/poeder/wiet/wc/kleedkamer/rietje/kluisje/gevonden & -nicotine/lip/snus ~5 | afgeknipt rietje | rietje & poeder/zakje/kleedkamer | enorme/grote/wijde pupillen/ogen & -blauwe | grote/wijde/enorme pupillen | kauwt wang/kaak/lip | kaken & malen/maalt/klem | metalen/zilveren patronen/patroontjes/cilinders/capsules/flesjes/kogeltjes | slagroompatron* | lachgas | patronen/ballonnen & bus/auto/park/parkeer*/schoolplein/tussenuur/grond ~7 | ket/keta/md/3mmc/mmc/speed/pep/coke/wit/xtc/ghb/ghb_tje/pillen/lsd/truffels/paddos/tripmiddel*/tramadol & heeft/nog/weekend/gebruik*/nemen/neemt/doen/wie/geregeld/kopen/feest*/verkoop*/deal* ~6 | verkoopt/verkopen/handelt/verhandelt/dealt pillen/pilletjes/tabletten/snus/vapes/wiet/zakjes/ritalin/spul | blauwe/witte/gele pilletjes/pillen/tabletten | dealt | kluisje & dealt/verkoop*/zakjes/briefjes/wiet | briefjes van 50/20 | slikt/neemt/slikken/nam pilletjes/slaappillen/pillen/tabletten/oxazepam/oxy/ritalin/kalmerings*/diazepam/pijnstillers & -anticonceptie/doktersvoorschrift/voorgeschreven/niet/weigert ~4 | slaappillen | niet van & oxy/oxycodon/pijnstillers/morfine/pillen/tramadol & af ~5 | oxy | oxycodon | pillen van internet | paniek & op_zijn/pillen/slaappillen ~6 | dag en nacht jongens/mensen/aanloop/volk | minuten/minuutje/even binnen & jongens/mensen/gasten/dag/nacht ~5 | aanloop | ziet_eruit als geest/lijk/spook | bewoner & aanloop/jongens/nacht ~9 | van de wereld | spuitje/spuiten/naald/naalden & -doping/griep/prik/dokter | glazige/glazig/rode/bloeddoorlopen/waterige ogen/blik & -huil*/gehuil*/wc/terug ~4 | zoete lucht/geur/walm & jas/kleren/hangt/stinkt/ruikt | blowt/blowen elke/dagelijks/iedere/om/voor | om_niks_te voelen",
      // gambling
      "wedden/gewed/wed/wedjes/weddenschap*/gokken/gokt/inzet/ingezet/quotering*/odds/automaten/automaat/gokkast/fruitkast/casino/poker/krassen/kraslot*/bets/bet/roulette/slots/blackjack & geld/euro/verloren/verloor/spaargeld/alles/schuld*/leen*/geleend/huur/loon/600/honderd/duizend/op/kwijt & -fles ~9 | zet/zetten in op & voetbal/wedstrijd*/sport/paarden/duels | in de gokkast/automaat/automaten | spaargeld & verloren/vergokt/kwijt/telefoon/wedden ~6 | alles & krassen/automaten/gokkast/casino ~6",
      // English
      "smelling/smells/smelled/stinks/reeks & whisky/whiskey/wine/booze/beer/alcohol/vodka/weed/drink ~4 | hungover | drunk | wasted & school/always/party | can/cans/beer/vodka/whisky in his/her/the bag/car & -can_you | slurring | using again | high & class/school/always/eyes | pills & takes/taking/selling/school | dealing | stoned | weed",
    ],
  }),
  ...each({
    about,
    weight: 2,
    level: "preventive",
    even: "unreal",
    when: [
      // screens: a game is named, and it is real
      "hele/elke/iedere/halve nacht & speelt/spelen/gamet/gamen/play*/online/fortnite/telefoon/xbox/csgo/skins/door/potje* & -buiten ~7 | speelt/gamet/gamen/gamede tot & uur/middernacht/laat/drie/vier/3/4/ochtend ~6 | tot middernacht/vier/drie/4/3/2/twee uur/op & play*/gamen/online/skins/xbox/telefoon/spelen/pc ~9 | kan geen/niet zonder telefoon/mobiel/scherm/game/minuten/minuut/mobieltje | geen minuut/minuten zonder | agressief/boos/woedend/flipt & telefoon/scherm/play*/xbox/game/afpak*/afpakt/wifi ~7 | schermverslaving | gameverslav* | schermtijd | potje & slaat/over/nog_een/door/maaltijd | hele_dag/dag/hele & tiktok/telefoon/gamen/scherm/xbox/playstation/play/pc ~5 | skins | lootbox* | valt/val in_slaap/slaap & gamen/gamet/play*/nacht/skins/spelen ~12 | slaapt/slapend les & gam*/nacht/play* ~8 | energydrank*/energydrink*/energie_drank* & dag/drie/elke/liter/steeds/kind/jongen | gamen & slaap*/school/dag/nacht/alleen/stop*/verslaa*/eten/cijfers ~6",
    ],
  }),
  ...each({
    about,
    weight: 2,
    level: "preventive",
    when: [
      "staafje/staafjes & ruikt/roze/pauze/meloen/fiets*/zuig*/rook/damp/mond ~7 | ruikt/geur naar/zoet/zo & meloen/aardbei/mango/fruit/bubblegum/munt/zoet/snoep & pauze/wc/fiets*/gang/staafje/leerling*/vmbo/klas/jas ~9 | ruikt zo zoet | zakje onder lip | zakje/zakjes/pouch*/bolletje/kussentje & lip/tandvlees/nicotine/mond ~5 | onder lip | nicotine* | e-sigaret* | esigaret* | vape | vapes | vapen | vapet | dampen & -keuken | elfbar* | pods & vap*/smaak | peuken | sigaret* | shag | rookt | roken | lacherig & wc/pauze/terug/ogen/zoet/les ~8 | giechelt/giechelig/giechel* & niks/ogen/les/wc/zoet ~7 | elk uur wc & terug/lacherig/ruikt",
      "krat/kratten/kratje open/bier/leeg/kleedkamer/bus | kater & maandag/elke/zondag/training/weekend/drie | katerig | black-out | blackout* | drie/hele weekenden/weekend & black*/kater/dronken/zuip*/feest ~8 | plakken/hangen/blijft aan/in/hangen bar/kantine/kroeg & bier*/elke/drinken/laatste/zes/scooter ~8 | biertje/biertjes/bier/pilsjes/pils & zes/acht/tien/tig/steeds/elke/altijd/scooter/auto/teveel/jeugd/15/16/kleedkamer ~7 | flessen/tassen/blikken & glasbak/container/elke_week/vol/wijn*/lege/tuin ~6 | wijnflessen | bierblik* | blikjes & staan/overal/allemaal/bank/vol/bier ~6 | wodka | jenever | whisky | breezer* | mixdrank* | shotjes | shots | indrinken | comazuip* | laveloos | zuipen | zuipt | aangeschoten | tipsy | teut | bezopen | neemt er wel een | neemt er een | lust ze/hem/er wel | neemt paar mee & bar*/kas/bier ~9 | barvrijwilliger/barman/barhoofd neemt/drinkt | kas & niet opmaken/klopt & neemt/drinkt/paar/bar* ~9",
      "koersen checken/kijken/kijkt | crypto | bitcoin* | forex | traden | daytrad* | beleggen & vakantiewerk/spaargeld/hele/leerling/alles | online casino/gokken/pokeren | voetbalweddenschap* | wedjes | wedt | wedden & -wed_dat | gokt | gokken | toto | kraslot* | krasloten | gokkast | fruitautomaat | bookmaker* | inzetten & voetbal/geld/euro/wedstrijd",
      "vape/vaping/vapes | drinking & lot/too/again/every/kids | smoking | gambling | betting | gaming & night/all/addicted",
    ],
  }),
  ...each({
    about,
    weight: 1,
    level: "preventive",
    when: [
      "drank & -energydrank | drinkt & -water/thee/koffie/melk/cola/genoeg/limonade/niet ~2 | drinken & bier/wijn/sterk/te_veel/stiekem/avond/kantine/jongens/alcohol/samen/elke ~4 | gedronken | dronken | zat & is/was/weer/altijd/hij ~2 & -zat_in/zat_aan/zat_op/zat_er/zat_te/zat_bij | bier | biertje | biertjes | wijn | wijntje | wijntjes | alcohol | borrel & -vrijdag/gezellig/uitnodig* | fles & -water/baby/melk/geeft | flessen | blik & -lege/doffe/glazige/droevige | blikjes | blikje & -cola/fris | krat | kratten | kater & -weg/zoek/kwijt/ontsnapt/grijze/rode/onze/buur*/zwarte | nuchter | clean | verslaafd | slikt | pillen | pilletjes | tabletten | spul & -ander | drugs | blowen | blowt | wiet | joint* | hasj | stoned | high & -high_school | coke | pillendoos | gebruikt/gebruiken weer/nog/elke/dagelijks | dealer* | dealen | wc & elk_uur/steeds/stiekem/groepje/damp/lacherig ~4 | gokt | gokken | casino | gamen | gamet | playstation | xbox | ps5 | switch & nintendo/speelt | telefoon & verslaa*/afpak*/zonder/hele_dag/nacht ~4 | tiktok & hele/nacht/uur/verslaa* | energydrank* | energydrink* | snus | pouch* | roken | feesten & elke/weekend | weekend & kater/los/drie/ket/pillen/black* ~4 | slaperig & les/maandag | valt in_slaap/slaap | alcohol* | beer | wine | drugs | vodka",
    ],
  }),
  ...each({
    about,
    weight: 1,
    level: "preventive",
    even: "unreal",
    when: [
      "headset | discord | twitch | nacht door/doorhalen/doorgehaald | nachten door | dag_nachtritme | dag-nachtritme | leeft omgekeerd | overdag slapen/slaapt & -baby/nachtdienst | overdag slapen & nacht*/game*/headset ~8 | vbucks | v-bucks | geld uitgegeven/uitgeeft & game*/skins/online | gamestoel | achter play*/xbox/scherm/pc/computer | computer & hele/nacht/dag/alleen/uren ~4 | scherm & hele/nacht/uren/weg | mobiel & hele/nacht/verslaa*/afpak*/zonder ~4 | social media & hele/uren/nacht/verslaa* | scrollt | scrollen",
    ],
  }),
  ...each({
    about,
    weight: 1,
    level: "preventive",
    when: [
      "mist/wolk/wolken/damp/rook/rookwolk & wc/toilet*/gang/kleedkamer/fietsenhok/kauwgom/ruikt ~6 | ruikt naar kauwgom/fruit/snoep/vanille/cola/mentos/zoete | bloedneus & hyper/weekend/steeds/feest/sniff*/vaak | hyper & training/feest/weekend/bloedneus/praat | sneeuw* & noemen/neus/feest/weekend | snuift | snift | loopneus & steeds/weekend | slijter* | avondwinkel | nachtwinkel | flesje & ochtend/elke/halen/jas/tas/stiekem & -water/baby ~6 | ochtendjas & fles*/winkel | dopper/bidon/waterfles/colafles & geen_water/iets_anders/drank/wodka/gaven_over/overgegeven ~8 | geen_water | overgeven/overgegeven/gaven_over/kotsen/kotst/gekotst & feest/tussenuur/park/meiden/jongens/school*/bus/drank ~8 | sloom & terug/ogen/les/komt/pauze ~5 | kleine/rooie/rode/waterige/doorgelopen ogen & -huil*/hooikoorts/gehuild | hoest* & rook/terug/vape*/flat/wiet ~8 | suf & les/pillen/steeds/komt | wazig & les/kijkt/blik/pauze | loom | verdoofd | ver weg & les/ogen/stoned | knetter | niet aanspreekbaar | woorden & komt/kwam/goed/niet_meer_uit/struikelt & stem/hoort/vader/moeder/avond ~12 | praat met_dubbele/dubbele | onduidelijk/onsamenhangend/lallend praten/praat & avond/drank | medicijn/drankje & groene_fles/fles/raar ~5 | raar & fles/medicijn/drank | onder bank/bed flessen | vaste klant bar/kroeg/slijter* | derde helft & altijd/laatste/elke/lam/zuip* | afterparty* | brak | rijbewijs kwijt/ingevorderd/ingeleverd | onder_invloed | alcoholgeur | alcohollucht | drank* | *alcohol* | *drugs* | *verslaafd* | *verslaving* | pimpelt | pimpelt",
    ],
  }),
  ...each({
    about,
    weight: 1,
    level: "soon",
    when: [
      "hernia/rug/operatie/pijn & dubbele/pillen/slikt/pijnstillers/meer_dan/oxy/verslaa* ~9 | dubbele van | doosje & dubbele/meer/leeg/slikt/pillen ~6 | paracetamol & veel/elke/dag/hele | pijnstillers | slaapmiddel* | kalmeringsmiddel* | kalmerings* | temazepam | xanax | recept & vervals*/weer/dokter*/extra | bijwerking & -school | shisha | waterpijp | bong | grinder | vloei | vloeitjes | filtertips | aansteker* & tas/jas/veel/zak | gripzakje* | weegschaaltje | hasjlucht | wietlucht | coffeeshop* | planta* & wiet/zolder/lamp | hennep* | kwekerij & -planten/bloemen | tripp* | trip | paddo* | feest* & pillen/xtc/ket/alles/drugs/elke | festival* & pillen/spul/alles | steroid* | anabolen | kuurtje & spieren/sport | sarms | pre_workout & veel/elke",
      "roulette | bonus/salaris/loon/spaargeld/vakantiewerk & weg/weggegooid/verspeeld/vergokt/ingezet/roulette/wedden/casino | verspeeld | verspeelt | speelautomat* | jackpot | blackjack | pokeren | pokert | online gokken | *gok* & -gokje | gokje & elke/steeds/geld | live wedden | inzet & euro/geld/verloren | bookie* | tipgever* | sportweddenschap* | crypto* | daytrad* | winst & crypto/gok*/wedden | gambl* | bet365 | betting | booze | pub & every/always | sober | relapse* | joints | bong | ketamine | vaping | drink* & problem/heavily/bottle* | bottles & bin/wine/empty/hidden ~4 | bloodshot | slurred",
    ],
  }),
  ...each({
    about,
    weight: 0.5,
    level: "preventive",
    even: "unreal",
    when: [
      "bar & -bardienst | kroeg | kantine & hangt/drink*/blijft/laat/bier | feest | feestje | weekend | uitgaan | pauze | achter_de | ogen & rood/rode/glazig/groot | ruikt & -eten/lekker | zoete | zakje | park | maandag & ziek/moe/afwezig | telefoon | online | game | games | fortnite | minecraft | roblox",
    ],
  }),
];
