import type { RedFlag } from "#classify/red-flags/red-flag.ts";

const drunk =
    "@under | stomdronken | straalbezopen | ladderzat | beschonken | dronke | fles/flessen/krat/liter/bier/biertjes/wijn op | bier/biertjes/wijntjes/borrels/shotjes/wijn_op | fles/liter/halve_liter/krat wodka/vodka/jenever/whisky/wijn/rum | wodka op | drank op | ruikt/rook/ruiken/stinkt/stonk naar/uit drank/alcohol/bier/wijn/jenever/wodka/wiet | ruikt uur_in_de_wind/in_de_wind | uur in_de_wind | kegel | wankelt | wankelen | wankel | waggelt | zwalkt | slingert | lalt | lallend | lallen | dubbele tong | met_dubbele tong | nauwelijks/niet/amper op benen staan | niet_meer/niet/nauwelijks/niet_recht op zijn/haar/zn/dr benen/benen_staan | lijntje deed/gesnoven/net/snoof | snoof | gesnoven | snuift | onder invloed | zo zat/lam/dronken_als | smells/smelling/smelled/reeks of/like alcohol/booze/drink/beer/wine/vodka | staggering | slurring | slurred | had been_drinking/too_much/a_few | been_drinking | wasted | hammered | plastered | tipsy | high on/as | hoog_op",
  wheels =
    "auto | rijdt | rijd | rijden | rijen | reed | rijdt_weg | wegrijden | weggereden | weggereed | wegrijdt | stuur | sleutel | sleutels | autosleutel | autosleutels | autosleutelse | fietssleutel | fiets | busje | bus | bakfiets | scooter | brommer | achterin | voorop | stapt_in | instappen | ingestapt | achter_het_stuur | rubberboot | boot | motor | per_auto | wheel | driving | drive | drives | drove | car | keys | behind_the_wheel",
  passengers =
    "kind | kinderen | kids | kleine | kleinste | kleintje | kleintjes | zoontje | dochtertje | zoon | dochter | zusje | broertje | baby | peuter | kleuter | meisjes | jongens | leerlingen | team | jo9 | jo8 | jo7 | jo10 | jo11 | minderjarig* | child | children | son | daughter | toddler | sister | brother | passagier | kindje | twee_jonge | jonge_kinderen";

const notWaking =
  "niet/nie/nauwelijks/moeilijk/niet_meer wakker te_krijgen/krijgen/te_maken/gemaakt/kreeg | krijg/krijgen/kreeg/krijgt hem/haar/ze/m/mama/papa/dr/der niet/nie/nauwelijks/niet_meer wakker | wordt/word/wort/werd niet/nie/niet_meer wakker | doet/doen ogen/haar_ogen/zijn_ogen niet/niet_open open | ogen niet_open/niet open | reageert/reageren/reageerde/regeert nergens/niet/nie/nauwelijks/amper op/meer | reageert/reageren alleen/pas als/op knijpen/je_knijpt/pijn/knijpt | snurkt raar/gek/vreemd | snoring weird/strange/oddly | ademt bijna/nauwelijks/amper/raar/zwaar/snel/maar/niet | adem stokt/valt/stopt | blauwe/blue/bluish/blue_ish lip/lips/lippen/vingers | lips/lippen are/zijn/is/blue/blauw blue/blauw/paars | schuim op/om/uit/foam/foaming mond/lippen/mouth | schokt | schokken | schokkend | stuipen | stuiptrek* | convulsi* | seizure | seizures | bewusteloos | bewustloos | bewusteloze | buiten westen/bewustzijn/kennis | knock_out | out_gegaan | out_gaan | ging out | van zn/zijn stokje | passed out | blacked_out | not/isnt/barely/hardly breathing/responding/responsive/moving/conscious | unresponsive | unconscious | wont/cant/doesnt/didnt wake/wake_up/respond | cant wake him/her/them | can't_wake | slap praat_niet/als_een_vaatdoek | herkent ons/mij/niemand niet | hallucineren | hallucineert | hallucinating | praat onverstaanbaar | niet/nie/niet_meer bij kennis/bewustzijn | niet aanspreekbaar | onaanspreekbaar | hoofd op/op_t stuur | zakt/zakte weg/weggezakt/steeds_weg | valt weg/steeds_weg/steeds_om/steeds_bijna | weggevallen | wegtrekt | trekt weg | wazig | collapsed | limp";

const substance =
  "ghb | g | drugs | drank | alcohol | wodka | vodka | whisky | jenever | lachgas | nossen | ballonnen | slagroompatronen | ketamine | ket | mdma | xtc | pil | pilletje | pillen | coke | cocaine | speed | pep | 3mmc | mmc | 3_mmc | poes | miauw | heroine | fentanyl | oxy | oxycodon | methadon | morfine | benzo* | lean | spacecake | joint | wiet | vape | fles | flessen | naald | spuit | needle | syringe | pills | drank | drinks | drank_je | dopje | drankje | spuiten | naalden | medicijnen | weekdoos | booze | drinking | weed | edible | spul | bierfles | comazuipen | puf | dinges";

const seesThings =
  "ziet/zag/sees/seeing beestjes/beesten/spinnen/ratten/muizen/mannetjes/katten/insecten/slangen/dingen/things/spiders/rats/bugs/insects | beestjes | spinnen van arm/muur | weet/weet_niet niet welke/wat_voor dag/maand/jaar | welke dag/maand het/is | hallucineert | hallucineren | hallucinating | seeing_things | in_de_war | verward | trilt zo/helemaal | trillen | trilt | schudt | schudden | schud | beeft | rilt | zweet | shaking | shakes | sweating | tremor* | insult | insulten | delier | delirium";

/** R5: not to be woken, too much of something, a body that stops drinking; someone drunk with a child or at the wheel. */
export const bodyInDanger: readonly RedFlag[] = [
  {
    rule: "R5",
    what: "overdose",
    level: "acute",
    about: "addiction",
    when: [
      "seizure/seizures/fit/convulsing/convulsions/collapsed/unconscious/unresponsive/overdosed & took/taken/party/pill/pills/drugs/something/drunk/drink/drank/alcohol/smoked/vape/floor & -epilepsy_course ~10 | took/taken something/pills/stuff/drugs & wont/not/seizure/cant/blue/limp/floor/passed ~9",
      "krijgt/krijg/kreeg geen/nauwelijks adem/lucht & snuiven/drugs/drank/pillen/spul/lachgas/ballon/xtc/coke/vape/gebruikt/gerookt/ghb/@now/blauw ~9 | isnt/is_not/not/wont/cant waking/breathing/responding/moving/wake & overdos*/pills/drugs/drink*/drank/vodka/floor/took/taken/heroin/ketamine/he/she & -phone/battery/app/want/wants/hop*/wish*/never ~8 | valt/viel/raakt/zakt steeds/telkens/zo weg/weggezakt & xtc/drugs/drank/pillen/ghb/spul/genomen/gebruikt/gedronken ~9",
      "ademt/adem/ademen/breathing & pauzes/gek/stops/weird/oppervlakkig/onregelmatig/keer_per/shallow/rochel*/snurk*/gaspt & -les/yoga/oefening/meditatie ~5 | ligt blauw | blauw aangelopen | blauw op de/bank | spuugt/spuug/braakt/overgegeven/vomiting/coughing bloed/blood/rood | bloed overgegeven/gebraakt/gespuugd | toeval/aanval/aanvallen/epileptisch*/insult/stuip* & zonder/gestopt/niets_gedronken/drank/lift/sinds_gister ~9 | schudt/schokt/stuiptrekt/trilt op/over de/het grond/vloer/lichaam | pupillen/pupils & speldenprik*/klein/groot/wijd/pinpoint & praat/pleisters/drugs/slap/langzamer ~12",
      "mond/gezicht/mondhoek hangt/scheef/hangt_scheef scheef | praat/spreekt ineens/opeens/wartaal/onzin & mond/scheef/naam/sinds/ineens/vanmiddag & -peuter ~9 | wartaal & ineens/koorts/naam/oma/opa/bed/heup/sinds ~9",
      "@boxes/morfinepleisters/fentanylpleisters & opgeplakt/geplakt/zes_op & langzamer/sloom/suf/reageert/slaapt_diep/snurkt ~12 | slaapt heel/zo diep/vast & strips/pillen/drank/snurkt ~12 | drank/dronk/drunk/drank_the fles/bottle/whole schoonmaakmiddel/bleek/cleaning/chloor/afwasmiddel | hele/whole fles/bottle & cleaning/schoonmaak*/bleek/chloor/spuugt ~6 | zakte/zakt/stort in elkaar/in_elkaar & sniff*/deo/drugs/drank/pillen/eet_niet/ketamine/hartslag ~9",
      "ogen draaien/rollen weg/weggedraaid | weggedraaide ogen | eyes rolling/rolled | iets/something geslikt/swallowed/genomen & ogen/draaien/wakker/slap/laat_niks_los/niet/limp ~8",
      "@notWaking & @substance & -cursus/les/workshop/app/appje/mail/s_avonds/vanaf/soms/overdag/goed_op ~16",
      "@notWaking & -soms/overdag/goed_op & ligt/lag/vloer/grond/bank/portiek/gang/hal/park/bushalte/stuur/floor/lying/bench/toilet/wc/badkamer/bathroom/kitchen/keukenvloer & -mail*/app/appjes/groepsapp/berichten/oefen*/ehbo/lotus ~9",
      "spuit/naald/needle/syringe in/uit/on/op/naast arm/grond/tapijt/been/floor/vloer/hem/haar | spuit/naald/needle & arm/tapijt/reageert/ligt/mama/bewusteloos/niet_wakker & -prik*/vaccin*/huisarts/griepprik/brei* ~7",
      "gestopt/stopt/stoppen/kickt/kick/afkicken/afkickt/detox*/zonder/cold_turkey/quit/quitting/stopped & drank/drinken/alcohol/ghb/krat/drugs/medicijnen/jaren/af/drinking/booze/benzo* & @seesThings & -dierentuin ~24",
      "mee gestopt/opgehouden & schudden/schudt/trilt/trillen/beeft/zweet/rilt & beesten/beestjes/spinnen/ziet/muur/plafond ~16",
      "delier/delirium/delirant/delier_of & -tremens_van/tap/bier/proever* ~5",
      "@smallChild/kind/kindje/zusje/broertje/zoontje/dochtertje/child/toddler & pil/pillen/xtc/methadon/drugs/coke/medicijnen/pills/snoepjes_van/spacecake/joint/bleek/chloor/gootsteenontstopper & gepakt/gegeten/opgegeten/ingeslikt/geslikt/mond/doorgeslikt/gedronken/swallowed/ate/eaten/half_op/leeg & -huisarts/voorgeschreven/recept/koorts ~9",
      "te_veel/teveel/too_much/too_many/heel_veel/hele_doos & nossen/ghb/drugs/pillen/lachgas/coke/slagroompatronen/medicijnen/ketamine/pills/heroine/insuline/methadon/ballonnen & benen/voelen/reageert/slap/weg/out/raar/wazig/adem*/ligt/blauw/ambulance/breath*/floor & -schuld*/geld/overlast ~14 | te_veel/teveel/heel_veel/hele_strip/hele_zak/hele_pot/hele_doordrukstrip/hele_voorraad/hele_weekvoorraad/hele_nacht/hele_middag/hele_avond & nossen/ghb/pillen/lachgas/coke/ketamine/heroine/insuline/methadon/ballonnen/medicijnen & niet_wakker/amper_wakker/nauwelijks_wakker/haar_niet_wakker/hem_niet_wakker/niet_meer_wakker/wakker_te/niet_meer_staan/niet_staan/kan_nu_niet/benen/praat_raar/raar/suf/wazig/slap/misselijk/rochel*/snurk*/op_de_borst/adem*/doet_niks/doet_niets & -schuld*/geld/overlast/allergie/voorgeschreven ~14 | te_veel/teveel/heel_veel ghb/nossen/coke/ketamine & hulp/help ~9",
      "@boxes & in_een_keer/in_1_keer/teveel/te_veel/hele_weekdoos/hele/alle/too_many/whole/all & opgegeten/genomen/ingenomen/geslikt/slikte/wazig/suf/slap/took/taken/swallowed/misselijk & -huisarts/voorgeschreven/schema/app/controle ~9 | alle/al_haar/al_zijn/hele @boxes op & -bord/schema/recept/balie/plank/kast ~4. | @boxes van hele_week op | @boxes op & weggezakt/trilt/raar/slap/wazig/lacht ~9. | pil/pillen/pilletje genomen & dubbel/hart/raar/wazig/bonst ~9 | @boxes & op_een_rij/op_een_rijtje/op_rij & gelegd/legt/alle/alles/foto/tafel/aanrecht/liggen ~9",
      "iets in haar/zijn/mn/haar_drankje/drankje/drinken/glas/t_drankje gedaan/gekregen/gegooid/zat & slap/weg/wankel/praat/reageert/out/raar/wakker/duizelig ~14 | iets blauws/uit_een_dopje/van_iemand geslikt/gedronken/genomen & slap/wakker/reageert/snurkt/praat_niet ~12 | spiked & drink & limp/out/unresponsive/wont/dizzy",
      "alcoholvergiftiging/comazuipen/comazuip*/alcohol_poisoning | overdos*/overdosis/overdose/overdosed & -cursus/ehbo/les/bijscholing/workshop/dosis_humor/suiker/vitamine*/chocola*/kerst*/gezelligheid/voorlichting/schattigheid ~6",
    ],
  },
  {
    rule: "R5",
    what: "under_influence_child_now",
    level: "acute",
    about: "addiction",
    when: [
      "heeft/had er/zeker/wel zes/zeven/acht/vijf/tien/vier/6/7/8/5/10/4 op & auto/rijdt/rijden/sleutel*/achterin/stuur/busje/scooter/rij & -jaar ~12 | coach/trainer/vader/moeder/chauffeur/dad/mum/begeleider/opa/pa/ma & dronk/dronken/drunk/kegel/brewery/brouwerij/drank/gedronken & lift/bus/auto/rijden/rijdt/collected/keys/achterop/scooter/fiets/voorop/skoda/car & -@often ~16",
      "nauwelijks/amper/niet/niet_meer staan/op_zijn_benen/recht & achterop/voorop/scooter/fiets/auto/rijdt & zusje/broertje/kind/kinderen/kleinste/zoon/dochter/baby ~16",
      "@drunk & @wheels & @passengers & -@often/vorige/taxi/rijbewijs/bob/gebracht_door/loopt/op_rij/derde_week/rechtbank ~16",
      "@drunk & @wheels & @now/zo/gaat/ga/net/wil/wilt/staat/about_to/going_to/vanmiddag/vanavond/straks/tonight/vertrekken/onderweg/stapt/boom & -@often/vorige/taxi/bob/rijbewijs_kwijt ~14",
      "@drunk & baby/peuter/peuters/kleuter/dreumes/babytje/toddler/newborn/jonge_kinderen/young_children/kindjes & bad/draagt/arm/armen/loopt/rond/alleen/schoot/klas/school/hal/vast/staat/ligt/past_op/oppast/kruipt/balkon/opvang/buggy/kinderwagen/bath/holding/zwembad & -@often ~10.",
      "dronken/bezopen/zat/stoned/high/onder_invloed/drunk/beschonken & komt/staat/wil/wenst/haalt/is & ophalen/op_te_halen/meenemen/mee_te_nemen/meegeven/haalt/halen/pick* & kind/kinderen/zoon/dochter/haar/hem/zoontje/dochtertje/child/kids/baby & -@often ~14",
      "under influence/the_influence & wants/taking/take/pick*/driving/drive & child/children/kids/son/daughter/baby ~12 | verkeert/is zichtbaar/duidelijk/kennelijk onder_invloed & kind/kinderen/auto/minderjarig*/leerling/zoon/dochter ~14",
    ],
  },
];

/** Word lists of this file, for the book. */
export const bodyInDangerConcepts = {
  drunk,
  wheels,
  passengers,
  notWaking,
  substance,
  seesThings,
} as const;
