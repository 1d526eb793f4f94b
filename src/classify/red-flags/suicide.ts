import type { RedFlag } from "#classify/red-flags/red-flag.ts";

const dieWish =
  "zelfmoord* | *zelfmoord* | zelfmoort | zelfmort | selfmoord | suicid* | suiside | suisid* | suicide | suiced* | suicidaal | suicidaliteit | zelfdod* | zelfdoding | wil/wilt/wou/wilde/willen liever/echt/gewoon dood | wil/wilt/wou/wilde/willen/zou dood | dood wil/wilt/wou/wilde/willen/wilden/wil_zijn/wou_zijn/wilde_zijn | dood_gaan wil | wil doodgaan | doodgaan wil | niet/nie meer wil/wilt/willen/wou/wilde/hoeven/hoeft/te leven | wil/wilt/wou/wilde/willen/hoef/hoeft/wilden niet/nie/nimeer/niet_langer/nietmeer leven/verder_leven/hoeven_leven | niet_meer te leven | niet meer leven | nie meer leve | wil/wilt/wou/wilde niet/er/nie niet/meer/er meer zijn | er niet/nie meer wil/wilt/willen/wou/wilde/te zijn | eind/einde aan/an haar/zijn/zn/dr/mijn/mn/het leven | uit het/leven stappen/stapt | uit_het_leven | zichzelf/zich/mezelf/mzelf wat/iets/van/het aandoen/aandoet/aandoe/kant/leven/aandeed | van_kant maken/maakt/maak | leven geen/niet zin/nut/waard/meer | liever dood | was/waren ik/ze/hij maar dood | ik_maar dood | wou/wens/wenste/wenst/wilde dat/ik/ze/hij dood/was_dood | zonder mij/me beter | zelfmoordgedacht* | zelfmoordneig* | doodsgedacht* | doodswens | doodwens | gedachten aan/over dood/zelfmoord/doodgaan | unalive* | kms | not/doesnt/dont/didnt want/wants to wake_up | never wake up | kys_maar | kill_myself | kill himself/herself/themselves/themself/myself/yourself | killing himself/herself/myself/themselves | end/ending/ends/ended her/his/my/their/it own/life/all | end_it_all | want/wants/wanted/wanna/wish/wishes to_die/to_be_dead/be_dead | wanna_die | doesnt/dont/does_not/do_not/didnt want/wanna to live/be_alive/be_here_anymore/exist | not want to live | better_off dead/without_me/without_him/without_her | no reason to live/for_living | rather be_dead | rather_die | suicidal | take/takes/took/taking his/her/my/their own life | no_longer want/wants to live | life is_not/isnt/no worth_living/worth/point | mezelf/zichzelf doden/ombrengen/vermoorden/ophangen/dood_maken/afmaken/verdrinken | verhangen | verhangt | hang_himself | hang_herself | hang_myself | hanged";

const weary =
  "zie/ziet/zag/zien zit/het/t niet/nie meer/niet zitten | ziet/zie geen uitweg/toekomst/uitkomst/licht meer | geen uitweg/uitkomst ziet/zie/zien/meer | klaar met/mee alles/leven/het_leven/t_leven | ben/is/was klaar_met alles/leven/het_leven | hoeft/hoef niet/nie meer van/voor mij/me/haar/hem/mn/ze | van/voor mij/me/haar/hem/mn hoeft het/t niet/nie meer | kan zo/het niet verder/langer | trek/trekt het/dit/t/leven zelf/allemaal/gewoon niet/nie meer/langer | trek_het niet | trek het niet_meer | kan niet_meer verder | leven/alles heeft/is geen/zinloos/hopeloos zin/nut/meer | cant/cannot go_on/do_this/take_it/take_this anymore | cant go on | no way out | done with everything/life/it_all | give up on life | nothing to_live_for | niemand zou/zal mij/me/haar missen | niemand mist/missen me/mij | iedereen beter af";

/** R4: no longer wanting to live; with a plan, a means, a time or a goodbye it can not wait a minute. */
export const suicide: readonly RedFlag[] = [
  {
    rule: "R4",
    what: "plan",
    level: "acute",
    about: "psychological",
    when: [
      "@dieWish & @planOrMeans & -relatie/denies_any/denies_a_plan/denies_plan/denies_plans/denies_having_a/zonder_dat_er/zonder_dat_ze_een/zonder_dat_hij_een/les_filosofie/filosofieles/toneelstuk/schooltoneel/in_het_stuk/het_stuk_gaat/het_stuk_van/my_plants ~12",
      "@weary & @planOrMeans & -rooster/schema/training/trainen/trein_naar/trein_gemist ~10",
      "@dieWish & neemt_niet/neemt_ze/neemt_hij/niet_meer_op/niet_op/onbereikbaar/reageert_niet/reageert_nergens/offline/not_answering/wont_answer & -trein_gemist ~12",
      "@dieWish & gaat/ga/zal/gaan plegen/maken/doen/springen/stappen | gaat/ga/zal zelfmoord/suicide/eind/einde/er_een_eind/er_eind & -spreekbeurt/werkstuk ~5",
      "eind/einde aan/an/eraan gaat/ga/gaan/wil/zal/zou/maken/maakt/maak & @soon & -relatie/verkering/ruzie/contract/huwelijk/discussie/pesten/pesterij* ~9",
      "hoe hij/ze/zij/ie/ik/he/she het/t gaat/ga/wil/zou/would/will doen/do | hoe/waar/wanneer & gaat_doen/ga_doen & dood/leven/klaar/eind*/zelf*/opgeschreven ~10",
      "tot_nooit | tot nooit_meer | vaarwel | goodbye forever | adieu & dood/leven/klaar",
      "staat/stond/zit/klimt/klom/hangt op/over/boven/aan dak/rand/dakrand/balkonrand/brug/brugleuning/viaduct/vangrail/reling & dood/spring*/wil/stopt/flat/verdieping/naar_beneden/huilt/jongen/meisje/ze/hij/vrouw/man & -bal/kat/dakdekker/bouwvakker*/werkt/klusser/feest ~7",
      "@dieWish & vanavond/vannacht/straks/zometeen/nu_meteen/nu_gaat/nu_wil/tonight/right_now/nu_echt/gaat_nu/after_school/na_school & -training_over/training_voor/cursus_over/cursus_van/vandaag_training ~8 | @dieWish & vandaag/vanmiddag/today/morgen/tomorrow/dit_weekend/this_weekend & -training_over/training_voor/vandaag_training/cursus/jaar_geleden/years_ago ~8",
      "afscheidsbrief* | afscheidsbrieven | afscheidsbericht* | afscheidsfilmpje* | zelfmoordbrief* | zelfmoordbriefje* | suicide note/letter/plan/pact | goodbye letter/note/message* & -collega/pensioen/school/juf",
      "afscheid/afscheidt & insta/instagram/story/snap/snapchat/tiktok/status/online/facebook/facebookpagina ~7",
      "morgen/straks/vanavond/binnenkort/volgende_week/maandag ben/is ik/ze/hij er niet_meer/nie_meer | ben/is ik er morgen/straks/binnenkort/vanavond niet_meer | tomorrow i_wont be_here | wont be_here tomorrow/anymore/much_longer",
      "@dieWish & niet_thuis/niet_gekomen/niet_thuisgekomen/niet_gezien/weg_sinds/verdwenen/kwijt/weggelopen/missing/gone & -zin/school_gekomen ~14",
      "@pills & ingenomen/geslikt/slikte/genomen/swallowed/took/taken & all/alle/hele/heel/veel/te_veel/teveel/whole/lot/allemaal/handvol/20/30/40/50 & -huisarts/voorgeschreven/dokter ~7",
      "afscheid/afscheidt & iedereen/alle/vrienden/mij/ons/spullen/app*/bericht*/dood/leven/leek & -stage/collega/school/groep_8/pensioen/musical/overleden/oma/opa/begrafenis/crematie/overlijden/club/seizoen/verhuiz*/trainer/juf/meester ~5 | saying/said/says goodbye to everyone/friends/us/all | spullen/alles/huisdier*/konijn/kat weggegeven/weggeeft & -kringloop/rommelmarkt/verhuiz* | geeft/gaf spullen/huisdier*/dieren weg & -kringloop/rommelmarkt/verhuiz* | giving/gave away all/her/his/their things/stuff/belongings/possessions",
      "zelfmoordpoging*/suicidepoging* & -verleden/vorige/vorig/eerdere/eerder/jaren/jaar/ooit/in_januari/in_februari/in_maart/in_april/in_mei/in_juni/in_juli/in_augustus/in_september/in_oktober/in_november/in_december/maanden ~9 | zelfmoord/suicide/zelfdoding poging/geprobeerd/proberen/probeerde | poging tot/gedaan zelfmoord/suicide/zelfdoding/gedaan | ts_gedaan | tentamen_suicidii | suicide attempt* | attempted/tried/attempt suicide/to_kill/to_end/to_hang | poging gedaan/ondernomen & dood/leven/pillen/zelf*/ziekenhuis",
      "spring/springt/gooi/gooit ik/hij/ze/zich/me/mij voor_de_trein/voor_een_trein | voor/onder trein/metro/tram/auto/vrachtwagen springen/springt/sprong/spring/gooien/gooit/gooi/gesprongen/lopen/gaan/liggen/trekken/duwen/duwde/gooide | staat/stond/loopt/liep/zit/ligt/gaat/wil op/langs/bij/naar spoor/rails/spoorbaan/treinspoor/spoorlijn | op/langs spoor/rails/spoorbaan/treinspoor staat/lopen/loopt/zit/liggen/ligt/gaan/wil/stond | spoorwegovergang & staat/wil/dood/spring* | in_front of train/bus | jump/jumping/jumped/jumps off/from/in_front bridge/roof/building/train",
      "van/op brug/flat/dak/balkon/viaduct/balkonrand/gebouw springen/springt/sprong/spring/gesprongen/wil/afspringen | op rand brug/dak/flat/balkon/viaduct | brug/flat/dak/balkon/viaduct af_springen/afspringen/springen & wil/gaat/dreigt/zegt/zei",
      "pillen/medicijnen/tabletten/paracetamol/slaappillen/medicatie/pijnstillers/strip/pil/pills/tablets/meds/oxazepam ingenomen/geslikt/genomen/opgespaard/gespaard/verzameld/verzamelt/spaart/sparen/innemen/overdosis/swallowed/took/taken/overdose/saved/hoarding/stockpil* & strip/doos/doosje/pot/potje/dood/leven/klaar/te_veel/teveel/veel/hele/allemaal/heel/alle/zelf*/slapen/wakker/all/bottle/lot/whole/stiekem/30/20/40/50/zich ~8",
      "took/taken/swallowed/takes bottle/lot/all/many/handful/whole/bunch pills/tablets/paracetamol/meds/bottle | hele_strip | doosje pillen/paracetamol leeg/op | heel/hele pot/doos/strip pillen/paracetamol/medicijnen/oxazepam | te_veel/teveel pillen/paracetamol/medicijnen/tabletten",
      "strop/touw/koord/rope/noose & hangen/hang/nek/gekocht/klaar/zolder/schuur/kamer/ophangen/bought/garage/gevonden/gemaakt/found & -springtouw/klimmen/touwtje/gym*/klimtouw/waslijn/slingers/pop/weggegooid ~7.",
      "ophangen/opgehangen/verhangen/verhangt/ophangt zich/zichzelf/mezelf & -net/telefoon | zich/zichzelf/mezelf/mn/me ophangen/opgehangen/verhangen/ophangt/verhangt & -net/telefoon | hang/hanging/hanged himself/herself/myself/themselves",
      "polsen/pols/polse/aders/wrists doorsnijden/doorgesneden/snijden/snijdt/gesneden/open/doorgesneden/opengesneden/slit/cut/slashed",
      "plan/plannetje/datum/methode om/hoe/voor/al te/klaar & dood/zelfmoord/suicide/leven/einde/eind/ophangen ~6 | weet al/precies hoe/wanneer & dood/leven/zelfmoord/doen/eind* & -weet_niet/niet_precies ~8 | has a plan & die/suicide/kill/life/end ~8",
      "laatste/last bericht/brief/appje/keer/message/time & dood/leven/zelfmoord/afscheid/zie_je/spreek ~6 | je_ziet me nooit/niet meer/nooit_meer | jullie zien/horen me nooit/niet meer | dit_is mijn laatste bericht/dag",
      "wil/gaat/ga/dreigt/dreigde/wilde dood/zelfmoord/doden/ophangen nu/vandaag/vanavond/vannacht",
      "dreigt/dreigde/dreigen/threatens/threatening/threatened met/zelf/zichzelf/zich/to/with zelfmoord/suicide/wat_aan/iets_aan/zelfdoding/kill_himself/kill_herself/kill_themselves | dreigt/dreigde zich/zichzelf te/iets/wat",
    ],
  },
  {
    rule: "R4",
    what: "missing",
    level: "acute",
    about: "psychological",
    when: [
      "is/wordt/zijn/raakt/ook/nog/uur/dagen/nacht vermist & -geweest/kat/poes/hond/fiets/sleutel*/tas/telefoon/bal/jas/pakket/konijn/cavia ~5 | vermist & @child/vrouw/man/moeder/vader/oma/opa/sinds & -kat/poes/kater/chip/halsband/hond/fiets/sleutel*/opgelost/is_gevonden/weer_gevonden/alles_is_terecht/weer_terecht/alles_terecht/mijn_tas/mijn_gymtas/zijn_gymtas_is/melden_bij/maar_alles ~5 | vermist & @child/vrouw/man/moeder/vader/oma/opa & gevonden/tas/gymtas/terecht & kanaal/water/brug/perron/station/park/spoor/sinds/afscheid*/dement*/alleen/niet_terecht/niet_gevonden/nog_niet/maar_zij/maar_hij/medicijnen ~14",
      "niet/nog_niet thuisgekomen/thuis_gekomen/thuis & nacht/vannacht/gisteren/gisteravond/paniek/dagen/onbereikbaar & kind/meisje/jongen/dochter/zoon/leerling/12/13/14/15/16/17/speler ~10 | spoorloos/onvindbaar & sinds/vanaf/gisteren/nu/feest/@child/dochter/zoon/vader/moeder/man/vrouw/zus/broer & -kat/poes/hond/fiets/sleutel*/pakket/geld/kijken/gekeken/gevonden/penningmeester/stagiair ~9. | sinds gisteren/vannacht/vanochtend/dagen niet/niemand/nergens gezien/thuis/bereikbaar/gehoord & kind/zoon/dochter/dood/depri*/depress*/bang/brief/meisje/jongen/leerling/suicid* ~12",
      "weggelopen & dood/zelfmoord/suicid*/brief/leven/depress*/depri*/pillen/mes ~12 | went_missing/is_missing/ran_away/gone_missing & -cat/dog/bike/keys | missing since",
    ],
  },
  {
    rule: "R4",
    what: "thoughts",
    level: "urgent",
    about: "psychological",
    when: [
      "@dieWish",
      "er & niet_meer/nie_meer & schreef/schrift/dagboek/appte/stuurde/zegt/zei/briefje & dat & ben/is/zal/zou & -juf/meester/winkel/bus/trein/werkt/woont/bij ~7",
      "niet/nooit meer wakker worden/wordt/word/hoef & wil/hoop*/liever/wou/wens*",
      "als/wanneer/voor_als ik/ie/hij/ze/zij er niet_meer/nie_meer/nimeer ben/is/bn | als_ik er niet_meer",
      "er_niet_meer zijn/is/was/wezen/zou & liever/beter/wil/wou/wens*/als_ik",
      "eind/einde aan/an gaat/ga/wil/zal/zou maken & -relatie/verkering/ruzie/contract/huwelijk",
      "eind/einde aan/an maken/maakt/maak/gemaakt/maakte & -relatie/verkering/ruzie/contract/huwelijk",
      "eruit stappen/stapt/gestapt & leven/dood/klaar",
      "over doodgaan/dood & praat/praten/denkt/denken/grapje*/grap*/begint/schrijft/zingt/tekent",
      "beter/beter_af zonder/als/dood mij/me/haar/hem/ik_er/ik_dood & -zonder_bril",
      "was/were dead & wish*/i/she/he",
      "ophangen & zich/zichzelf/mezelf/wil/hij/zij",
    ],
  },
  {
    rule: "R4",
    what: "weary",
    level: "urgent",
    about: "psychological",
    when: [
      "@weary & -rooster/training/team/werk/huiswerk/wiskunde/toets/contributie/vergadering/bestuur/baan ~4",
      "niet/nie meer zitten & ziet/zie/zag/zien/zagen",
      "kan/kan_het/kan_zo niet/nie meer verder/leven/zo & wil/leven/alles/dood/helemaal/ik",
      "hopeless & life/everything",
      "zwart gat & zit/depri*/depres*",
      "ik wil niet_meer & -naar/mee/spelen/eten/met/gaan/bij/op/trainen/werken/voetballen/in/dat/weten/over/meedoen ~3",
    ],
  },
  {
    rule: "R4",
    what: "self_harm",
    level: "urgent",
    about: "psychological",
    when: [
      "snijdt/snijd/snijden/sneid/sneed/gesneden/snij/snijdje/snijt zich/zichzelf/mezelf/haarzelf/hemzelf | zich/zichzelf/mezelf/haarzelf/hemzelf snijdt/snijd/snijden/sneid/gesneden/sneed/krast/krassen/krast/pijn_doet/beschadigt/beschadigd/brandt/verwondt/verwond/snijt | krast/kraste zich/zichzelf/mezelf | zelfbeschadig* | zelfverwond* | automutil* | zelfverminking | self_harm* | selfharm* | cutting/cuts/cut/burning/burns/hurting/hurts/scratching herself/himself/myself/themselves",
      "snijwond*/snijwondjes/sneetjes/snee/sneeen/krassen/krasjes/strepen/streepjes/littekens/snijplekken/brandplekjes/cuts/scars/scratches & arm/armen/onderarm*/pols/polsen/benen/been/bovenbenen/arms/wrists/wrist/legs/forearm* & -kat/poes/struik*/bramen/doorn*/kattenkrab* ~5",
      "scheermes*/scheermesje/scheermesjes/mesje/mesjes/passerpunt/puntenslijpermesje/razor/razors & krassen/snij*/snijdt/arm/armen/etui/pols/polsen/bloed*/cut*/arms ~8 | cutten | gecut | aan_het_cutten | cut zichzelf | sh doet | doet aan sh",
    ],
  },
];

/** Word lists of this file, for the book. */
export const suicideConcepts = {
  dieWish,
  weary,
  pills:
    "pillen | pil | medicijnen | tabletten | paracetamol | paracetamols | slaappillen | oxazepam | pijnstillers | medicatie | ibuprofen | antidepressiva | pills | tablets | meds | medication",
  planOrMeans:
    "plan | plannen | pillen | pil | medicijnen | paracetamol | tabletten | touw | strop | trein | spoor | brug | flat_af | dak | springen | spring | mes | afscheid | brief | briefje | poging | geprobeerd | overdosis | vermist | weggelopen | polsen | ophangen | pistool | gas | autoweg | tekenmes | verzameld | gespaard | al_hoe | weet_hoe | goodbye | note | letter | pills | rope | bridge | train | roof | knife | gun | overdose | attempt* | tried | jump* | has_a_plan | datum_geprikt | datum | testament | geregeld | slikken | geslikt | ingenomen | verdrinken",
} as const;
