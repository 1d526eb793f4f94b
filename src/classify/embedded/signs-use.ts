import type { Sign } from "#classify/embedded/sign.ts";

/** Addiction: alcohol, drugs, vaping, gambling, gaming, medicine (domain.md 1.1 VERSL, 1.2, 1.3). */
export const useSigns: readonly Sign[] = [
  {
    about: "addiction",
    weight: 3,
    level: "soon",
    when: [
      "verslaaf* | verslaving* | verslaaft | verslaafd | alcoholis* | alcoholprobleem | alcoholproblemen | drankprobleem | drankproblemen | drankmisbruik | alcoholmisbruik | drugsprobleem | drugsgebruik* | drugsverslaafd* | gokverslaa* | gameverslaa* | junk | junkie | addict* | addiction | alcoholic | drinking problem | drug problem | addicted | afkick* | terugval & drank/drugs/drinken/gebruik*",
      "drinkt/drinken/zuipt/zuipen/zuip/dronken/dronke/bezopen/zat & elke/iedere/dagelijks/dag/ochtend/smorgens/doordeweeks/alleen/steeds/vaak/weer/veel/altijd/te_veel/teveel/avond/werk/school/ochtends & -water/cola/thee/melk/genoeg/koffie/limonade/bidon ~5 | te_veel/teveel/veel/flink/stiekem drinkt/drinken/gedronken/drank/bier/wijn/wodka & -water/cola | weer aan de fles/drank | aan_de drank/fles | te diep in glaasje/glas | lust er wel | drinks/drinking every/too/daily/alone/again/a_lot/heavily/in_the_morning",
      "ruikt/rook/stinkt/stonk/ruik/ruiken/geur/lucht naar/van drank/alcohol/alkohol/bier/wijn/wiet/sterke_drank | kegel | dranklucht | drankadem | smells/smelled/smelling/reeks of/like alcohol/weed/beer/booze | wietlucht | walm van wiet/drank",
      "vader/moeder/papa/mama/stiefvader/ouder/ouders/man/vrouw/partner/buurman/buurvrouw/collega/trainer/dad/mom/mum/father/mother & dronken/dronke/bezopen/drinkt/zuipt/lam/laveloos/drugs/gebruikt_weer/blowt/drunk/drinks/drinking/coke/snuift/gokt/gebruikt & -water/koffie/thee/telefoon/computer/auto_gebruikt ~6",
      "gebruikt weer/drugs/coke/speed/spul/middelen/ghb/wiet/ketamine/dagelijks/hard | gebruiken/gebruikt/gebruikte/gebruik/deal*/dealen/dealt/slikt/snuift/snuiven/snoven/snoof & drugs/druks/coke/koke/cocaine/speed/pep/xtc/xct/mdma/ghb/ketamine/ket/3mmc/3_mmc/lijntje/lijntjes/pillen/spul/heroine/crack/crystal/meth/designerdrug*/poes/miauw/sos ~5 | snuif | snuift | snuiven & -neus_ophalen ~2",
      "drugs | druks | harddrugs | softdrugs | cocaine | koke | coke | heroine | ghb | ketamine | 3mmc | 3_mmc | 3-mmc | mmc | xtc | xct | mdma | speed & snuif*/gebruik*/pep/pillen | amfetamine | designerdrug* | lachgas* | lachgastank* | crystal_meth | crack & rook*/gebruik* | oxycodon* | cocaine | weed & every/smok*/daily/school/high | ecstasy | fentanyl & -les_over",
      "aan_de poes/kat/miauw/3mmc/coke/speed/ket/drugs/pillen/lean/lachgas/ghb/wiet/blow/sos/wit/pep | aan_de_poes | aan de poes/miauw | poes/miauw/kat snuiven/snuift/gesnoven/gebruik*/gram/dealen/scoren/nemen/doen/gedaan | snuift/snuiven/snuiven_van poes/miauw/kat | beetje_poes & feest*/weekend/jongens | poes & kantine/feest/weekend/jongens/jongeren/elke/gram/pakje/ponypack* & -weg/kwijt/ziek/onze/mijn/dierenarts ~8",
      "gokt/gokken/gokte/gokschuld*/vergokt/gogge/gokken_online/wedt/casino/casion/onlinecasino/online_casino/bets/wedden/bankroll/toto/gokkast*/gokhal/slots/bet365/unibet/gokapp*/krasloten/sportweddenschap* & elke/dagelijks/schuld*/geld/alles/kwijt/steeds/alleen/loon/salaris/verslaa*/hele/veel/weer/eigen/nacht*/spaargeld/stiekem/wedstrijd*/school ~7 | gokprobleem | gokschuld* | gokt | vergokt | gokverslaving | gambling | gambles | gambled",
    ],
  },
  {
    about: "addiction",
    weight: 2,
    level: "soon",
    when: [
      "blowt/blowen/blouwe/blouwen/blow/blowe/geblowd/jointje/jointjes/joint/joints/wiet/wied/hasj/stickie/jonko/assie/wierie/weed/stoned/gestoont/stonede & elke/dagelijks/dag/school/les/ochtend/pauze/alleen/steeds/vaak/weer/altijd/voor/hele/veel/kamer/stinkt/ruikt/cijfers ~7 | stoned in/op/naar les/school/training/werk | high/knetter in/op/naar les/school/training | smokes weed | high at/in school/class",
      "gamet/gamen/gemen/gaming/games/play/pc/xbox/playstation/fortnite/computer/scherm/tiktok/telefoon & nachten/hele_nacht/hele_dag/door/alleen_maar/verslaa*/dag_en_nacht/uren/nooit_meer/slaapt/niet_stoppen/agressief/eet_niet ~6 | draait nachten/nacht door | gamet hele/alleen nacht/dag/maar | alleen maar achter play/pc/computer/scherm | gaming all night/day | grinden nachten/hele",
      "rode ogen | grote/wijde/enorme/verwijde pupillen | spierwit & zweten/trillen | zweten/zweet/trilt/trillen/trillerig/zweterig & ogen/pupillen/ochtend/training/wit/handen & drank/drugs/pupil*/afkick*/stopt | flessen/lege_flessen/blikken/bierblikken/wodka*/drankflessen & verstopt/verstopte/vol/tas/container/glasbak/slaapkamer/overal/huis/kast/elke ~6 | lege flessen/bierblikken/wijnflessen | ballonnen/tanks/gastank*/slagroompatronen/nossen & straat/auto/lachgas/park/plein/jongeren/jongens/hangen/overal ~7 | lachgasballon* | nossen",
      "pijnstillers/slaappillen/kalmeringstabletten/oxazepam/diazepam/oxycodon/tramadol/medicijnen/benzo*/ritalin/methylfenidaat/pillen & te_veel/teveel/elke/verslaa*/niet_zonder/dagelijks/steeds/afhankelijk/verkoop*/handel* ~6 | lean & drinken/drinkt/hoest* | hoestdrank & mix/sprite | pep | lijntje/lijntjes | scoren & spul/drugs/straat/hoek | dealer | dealt | dealen | dealers | drugspand",
      "shotjes/adten/comazuip*/indrinken/indrink*/zuipen/zuipe/zoepen/sterke_drank/breezers/mixjes/kratten/wodka & jeugd/jongens/meiden/jong/kinderen/kantine/13/14/15/16/weekend/elke/schoolfeest/o15/b1/c1/pupillen/leerling*/spelers ~8 | dronken/bezopen/aangeschoten & 12/13/14/15/16/school/les/leerling/training/jeugd/kantine/toernooi/feest/schoolfeest & -vader/moeder ~8 | brak & maandag/elke/steeds/training/school/les ~6",
    ],
  },
  {
    about: "addiction",
    weight: 2,
    level: "preventive",
    when: [
      "vapet/vaped/vapen/veepen/vape/vapes/fape/vaapt/gevapet/dampt/dampen/elfbar/elfbars/snus/snuspouch*/pouchje/pouches/snussen/rookt/roken/sigaretten/nicotine/e_sigaret/vaper/vaping & -vulkaan/barbecue",
      "blowt | blowen | blouwe | blow | blowtje | jointje | jointjes | joint | wiet | wied | hasj | stickie | jonko | assie | wierie | stoned | gestoont | geblowd | cannabis | marihuana | weed | spacecake | wietgeur",
      "gokken | gogge | bets | inzetten_op | casino | toto | gokt op eigen wedstrijd | wedden op",
    ],
  },
  {
    about: "addiction",
    weight: 1,
    level: "preventive",
    when: [
      "drank | drinkt | dronken | dronke | bier | wijn | wodka | alcohol | alkohol | bezopen | zuipen | zuipt | aangeschoten | drunk | beers | katerig | kater & maandag/training/school | pillen | spul | gebruikt_weer | high | kantine & drinken/drinkt/jeugd/bier & -vrijwilliger ~5",
      "aanloop & vreemde/rare/late/nacht*/tijden/steeds/mensen | gamet | gamen | skins | loot_boxes | lootboxes | slaapt in/tijdens les | valt in_slaap | slaperig & maandag/steeds/les/elke | andere/foute/verkeerde/oudere/nieuwe vrienden | maandag & ziek/verzuim/afwezig/mist/absent",
    ],
  },
];
