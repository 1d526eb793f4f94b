import type { RedFlag } from "#classify/red-flags/red-flag.ts";

const putOut =
  "@losesHome | zet/zetten/zette ze/hen/haar/hem/ons/het_gezin/het/gezin er/eruit/op/uit eruit/uit/straat/huis/op_straat | zet/zetten/gezet ze/haar/hem/hen/gezin uit/eruit/huis | er/eruit/huis uit/uitgezet moeten/moet/worden/zetten/gezet/gaan/zet | eruit moet/moeten/gaan/gezet/dinsdag/maandag/donderdag/vrijdag/morgen | moet/moeten/word/wordt/worden huis/eruit/woning/dr_huis/zn_huis uit/gezet/eruit | slot/sloten vervangen/vervangt/verwisseld/verwisselen/changed | put/puts/putting/kick/kicks/kicked/kicking/throw/throws/throwing/thrown them/her/him/us/the_family/out/family out/out_of | evicted | eviction | evicting | homeless | dakloos | woningontruiming | gerechtelijke ontruiming | locks changed | uit de woning gezet | op straat gezet/staat/komt/staan | zonder dak";

const shutOff =
  "@cutOff | stroom/gas/licht/water/elektra/energie/verwarming/power/electricity/heating/water/internet_en afgeslote/afgesloten/afgesloote/eraf/er_af/af/uitgezet/afgesneden/cut_off/cut/shut_off/turned_off/disconnected/dicht/weg | afgesloten/afgeslote/eraf/er_af van/stroom/gas/water | gets/getting/being/been/was/is cut_off/shut_off/disconnected/turned_off | water gaat eraf/er_af | meter dichtgedraaid/leeg/empty | dichtgedraaid | prepaid meter";

const soonOrDone =
  "@tonight | @weekday | @withinDays | sinds | since | gister | gisteren | net | al | nu | yesterday | week | dagen | days | deze week | this week | ze hebben niks | onbetaald | unpaid | cant_pay | kids | kinderen | gezin | baby";

const noFood =
  "niks/niets/nothing/niet gegeten/te_eten/eten/to_eat/eaten | geen/nauwelijks/amper/no/without/zonder/nooit eten/voedsel/voeding/melk/drinken/water/food/milk/formula/eten_in_huis/drinken_in_huis/heating/verwarming/heat/babyvoeding/flesvoeding/luiers/stroom/gas/kachel | melk/milk/voeding is/was/on/zijn op/gone/out | hasnt/not/havent/didnt had/eaten/have milk/food/anything/eat/bottle | has/had no/nothing milk/food/heating/water/to_eat/formula/heat | suikerwater | water met suiker | lege koelkast | koelkast leeg/is_leeg | fridge empty/is_empty | honger | uitgedroogd | dehydrated | in de/ijskoude kou | zit/zitten in kou | cv/kachel/verwarming/ketel/heating kapot/stuk/uit/uitgezet/afgesloten/broken/off/laag/dicht/is_stuk/is_kapot/doet_het_niet | huis van 5/6/7/8/9/10/11/12/13 graden | 5/6/7/8/9/10/11/12 graden binnen/in_huis | freezing cold/house | krijgt/krijgen/geven/geeft geen/niets/niks eten/drinken/te_eten/te_drinken | eet/drinkt niet/niks/niets meer/sinds/al";

const marryOff =
  "@forcedAway | trouwen | trouwt | trouwe | huwlijk | huwelijk | gedwonge huwlijk/huwelijk | gedwonge | bruiloft | verloving | verloofd | uitgehuwlijkt | uitgehuwelijkt | bruid | schoongemaakt bij | besnijdenis | besnijden | besneden | heropvoedingskamp | heropvoeding | heropvoedingsschool | internaat | achterlaten | achterblijven | achtergelaten | enkele reis/ticket | enkele_reis | one_way | one_way_ticket | oneway | paspoort afgepakt/ingenomen/afgenomen/gepakt/verstopt/afgenomen | mijn_paspoort gepakt/afgepakt | took/taken/hid her/his/my passport | dugun | wedding | married | marry | marrying | leave/leaves/leaving/left her/him/me there/behind/abroad | verlaten daar | circumcis* | fgm | cutting_ceremony | cousin ceremony";

const unwilling =
  "moet | moeten | moest | wil_niet | wilt_niet | wil niet | tegen haar/zijn/mijn zin/wil | bang | huilt | gedwongen | gedwonge | dwing* | help | help_me | haal me | haal_me | scared | afraid | forced | has_to | have_to | must | doesnt_want | dont_want | against her/his/my will | crying | paspoort | passport | niet terug | afgepakt | opgesloten | oudere man | neef | cousin | she_says | wordt | gestuurd | brengen | weg | tickets | ticket | geboekt | weggebracht | meegenomen | enkele_reis | they_took";

const going =
  "vandaag | vanavond | vannacht | vanmiddag | straks | zometeen | zo_meteen | dadelijk | morgen | morgenochtend | morgenavond | morgenmiddag | overmorgen | tonight | today | tomorrow | over een/twee/drie/1/2/3 dagen/dag | komend/dit weekend/weekeinde | this weekend | over een/paar/half uur/uurtje/minuten | in an hour | in a few hours | vliegtuig | vliegveld | schiphol | airport | flight | fly | flies | vliegt | vlieg | vlucht | koffer | koffers | ticket tomorrow/morgen";

/** R9 to R11: a family put out, cut off or hungry with a baby or a sick person; someone taken away to marry or to stay. */
export const homeAndTaken: readonly RedFlag[] = [
  {
    rule: "R9",
    what: "eviction",
    level: "urgent",
    about: "debt",
    when: [
      "stroom/gas/licht/water/elektra/energie/electricity/gas/power/heating & afgesloten/afgeslote/eraf/off/cut/no/without/geen/zonder & sinds/since/days/dagen/yesterday/gisteren/gister/weeks/weken/week & -tuin*/garden/bbq/storing/stroomstoring/onderhoud/frost/vorst/camping/buurthuis/spreekuur ~9 | no/geen/without/zonder gas/electricity/power/stroom/elektra or/of/en/and electricity/gas/power/heating/water/stroom/licht & -bbq ~4 | locks/sloten/slot & changed/change/vervangen/vervangt/verwisseld & landlord/verhuurder/huisbaas/today/vandaag/gezin/family/huur/woning/kids ~9",
      "@putOut & @soonOrDone & -tegen_de_zin/scheids*/bankstel/kaart/geel/rood/grofvuil/kringloop/big_brother/vroeger/batterij/fietsslot/fiets*/kluisje*/oefening ~12",
      "@shutOff & @soonOrDone & -tuin*/garden/frost/vorst/onderhoud/storing/vandaag_weer/werkzaamheden/weer_aangesloten ~10",
      "deurwaarder/bailiff/bailiffs/verhuurder/huisbaas/landlord/corporatie/woningbouw/woningcorporatie & @tonight/@weekday/dagen/days/deze_week & uit/eruit/out/ontruim*/slot/sloten/beslag/verhuiswagen/leeghalen/evict* & -vergadering/cursus/muziek/voetbal ~14",
      "gezin/moeder/kinderen/kids/baby/family/mother & slapen/slaapt/wonen/woont/leven/sleeping/living/sleep & auto/straat/stoep/caravan/schuur/car/street/park/bos/woods & -kamperen/vakantie/buurt/wonen_in_de_straat/straat_verderop/in_de_straat/mijn_straat/onze_straat/kampeer* ~8 | woning/huis kwijt & sinds/vandaag/vanmorgen/baby/kinderen/vannacht ~10 | niks/nergens voor vannacht/vanavond & slapen/baby/gezin/kinderen/kwijt",
    ],
  },
  {
    rule: "R10",
    what: "no_food_or_heat",
    level: "urgent",
    about: "debt",
    when: [
      "geen/no/zonder/without geld/money/cash voor/for eten/babyvoeding/voeding/luiers/melk/food/formula/milk/nappies/diapers & baby/babyvoeding/formula/luiers/nappies/zuigeling/newborn/diapers",
      "@noFood & baby/babys/babytje/babyzusje/babybroertje/pasgeboren*/newborn/zuigeling/twins/tweeling/peuter/infant/@frailPerson/zieke/copd/nierpatient/kanker/bedlegerig/thuisbeademing/zuurstof/geopereerd/hoogbejaard/bedridden/year_old/elderly/verlamd/rolstoel & -ficus/poes/kat/hond/office/schaatsen/dieet/kantine/vogel*/plant*/borstvoeding_op_verzoek ~12",
      "@noFood & dagen/days/gisteren/yesterday/eergisteren/sinds/since/weken/weeks & kind/kinderen/kids/man/vrouw/child/children/zoon/buurvrouw/buurman/moeder/broertje/zusje/ze & -mee/broodtrommel/lunch/ramadan/vasten/dieet/griep/buikgriep/office/kantine/vogel*/plant*/hond ~10",
    ],
  },
  {
    rule: "R11",
    what: "forced_marriage",
    level: "urgent",
    about: "domestic_violence",
    when: [
      "forcing/forces/forced/force/making/made her/him/me/them/to to/get/marry/into marry/married/get_married/marriage | cut/circumcise/circumcised her/girl/girls & years/8/7/9/10/holiday/ceremony/grandmother/is_8/shes & -hair/cake/class ~6 | leave/leaves/leaving/left her/him/me/them in/there/behind/with & morocco/turkey/somalia/pakistan/egypt/syria/iraq/iran/india/africa/abroad/village ~5",
      "marry/marrying/married her/him/me/them/my/off off/sister | fgm/genital/circumcision/cutting & planned/holiday/girl*/summer/trip/daughter/her/sister/vakantie ~9 | besnijden/besneden/besnijdenis/besnijt & haar/meisje*/dochter/dochtertje/zusje/ze/zij & -jongen*/zoontje/fruitbo*/snoei* ~9 | moet/moeten/dwing*/gedwongen/verplicht trouwen/trouwe/huwelijk/huwen & -jurk/getuige/bezuinig* ~7 | uitgehuwlijkt/uitgehuwelijkt/uithuwelijken/uithuwelijk*/uithuwlijken | achtergelaten/achterlaten/gedumpt/achterblijven & marokko/turkije/somalie/syrie/pakistan/irak/iran/suriname/egypte/ghana/india/afrika/buitenland/land_van & -bagage/koffer ~9",
      "@marryOff & @unwilling & vakantie/zomer*/zomervakantie/kerstvakantie/augustus/juli/buitenland/land/dorp/abroad/holiday/holidays/summer/country/marokko/turkije/somalie/syrie/pakistan/afghanistan/irak/india/egypte/morocco/turkey/somalia/konya/15/16/14/17/13/leerling/meisje/dochter/she/haar/zus/neef/family/familie/parents/ouders & -toneel*/musical/film/boek/jurk/getuige/oma_is_in/besnijdenis_van/snoei*/fruitboom/romeo/rehearse ~14",
      "@marryOff & bang/scared/afraid/wil_niet/gedwongen/forced/dwing*/against/tegen & -podium/toneel*/musical/film/boek/romeo ~9",
      "naar heropvoedingskamp/heropvoeding*/internaat/koranschool & buitenland/enkele_reis/zomer/gestuurd/moet/vakantie ~12 | achterlaten/achterblijven/leave_him/leave_her/leave_me/left_behind & abroad/buitenland/daar/there/holidays/vakantie/behind & bang/scared/afraid/moet/parents/ouders/passport/paspoort ~14",
    ],
  },
  {
    rule: "R11",
    what: "leaving_soon",
    level: "acute",
    about: "domestic_violence",
    when: [
      "fly/flying/flies/flown/flight/plane/vliegen/vliegt/vliegtuig/ticket/vlucht & married/marry/wedding/trouwen/huwelijk/besnijdenis/besneden/besnijden/fgm/bruid/uitgehuwelijkt/cutting/bruiloft/verloofde & tomorrow/tonight/today/morgen/vanavond/vannacht/overmorgen/straks/vandaag & -gasten/vakantiehuis ~12",
      "@marryOff & @going & @unwilling & -toneel*/musical/film/boek/jurk/getuige/loket/kwijt/romeo/rehearse/snoei*/fotograaf/vluchten ~16",
      "paspoort/passport afgepakt/gepakt/ingenomen/afgenomen/verstopt/taken/away/hidden & @going/zaterdag/vrijdag/donderdag ~14 | took/taken/hid her/my/his/their passport & @going/leave ~12 | ze_hebben mijn/haar paspoort & @going/@weekday ~12",
      "vlieg/vliegt/vliegen/vliegtuig/vlucht/fly/flight/flies/ticket & @tonight/zaterdag/vrijdag/donderdag & wil_niet/wilt_niet/koffers/doet_koffers/trouwen/marry/bang/tegen_haar/niet_terug/dugun/paspoort/passport/leave_her/haal_me/has_to & -kwijt/loket/vakantie_zin ~18",
      "haal_me/haal me/help_me/help & verloving/bruiloft/trouwen/huwelijk/wedding/feest & morgen/vandaag/zaterdag/vrijdag/vanavond/tomorrow/tonight ~24",
    ],
  },
];

/** Word lists of this file, for the book. */
export const homeAndTakenConcepts = {
  putOut,
  shutOff,
  soonOrDone,
  noFood,
  marryOff,
  unwilling,
  going,
} as const;
