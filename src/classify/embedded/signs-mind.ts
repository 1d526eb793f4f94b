import type { Sign } from "#classify/embedded/sign.ts";

/** Psychological: low mood, suicide, self-harm, eating, confusion, loneliness, dementia (domain.md 1.1 PSY, 1.2, 1.3). */
export const mindSigns: readonly Sign[] = [
  {
    about: "psychological",
    weight: 3,
    level: "urgent",
    when: [
      "zelfmoord* | *zelfmoord* | zelfmoort | suicid* | suisid* | suicidaal | @dieWish | zelfbeschadig* | zelfverwond* | automutil* | self_harm* | snijdt/snijd/sneid/snijden/krast/krassen/sneed zich/zichzelf/haarzelf | zich/zichzelf snijdt/snijd/snijden/krast/krassen | krassen/krasjes/streepjes/strepen/sneetjes op/in/aan arm/armen/polsen/pols/been/benen | cutten | cutting_herself | cutting_himself | unalive | kms",
      "psychose | psychotisch | psigose | stemmen & hoort/hoor/hoorde & -kinderen/koor ~3 | waanbeeld* | waanideeen | wanen | hallucin* | hoort/ziet stemmen/dingen die/er niet | psychosis | psychotic | hears voices",
      "ziet/zie/zag het/t niet meer zitten | trekt/trek het/t/dit niet/nie meer | trek het zelf/echt/allemaal niet | klaar_met alles/leven | einde aan maken/leven | uitweg & geen",
    ],
  },
  {
    about: "psychological",
    weight: 3,
    level: "soon",
    when: [
      "depress* | depresie* | depresief | depri | somber* | sombere | angststoornis* | paniekaanval* | paniek_aanval* | burn_out | burnout | overspannen | borderline | bipolair | anorexia | boulimia | eetstoornis* | eetprobleem* | eetproblemen | ptss | trauma* | getraumatiseerd* | panic attack* | eating disorder | anorexic | anxiety | depressed | depression | schizofreni* | manisch | psychisch* | psychiatr* | psygisch* | mental health/problems/breakdown",
      "in de put | in_de put | niet lekker in/zijn vel | niet goed in/zijn vel | slecht in/zijn/haar vel | niet zo lekker in vel | zit er doorheen | doorheen zit/zat | niks/niets meer leuk/zin | nergens zin/plezier/meer | geen zin/levenslust meer/in | levensmoe | piekert/piekeren | huilbui* | huilt/huilen/gehuild/huil & steeds/vaak/elke/veel/altijd/zomaar/ineens/hele/snel ~5",
      "verward* | verwart | in_de war | draait_door | draait helemaal door | de_weg kwijt | weg_kwijt & ze/hij/oma/opa/man/vrouw ~5 | onbegrepen gedrag | praat/praatte/praten/mompelt in/tegen zichzelf/haarzelf/zich | achterdochtig* | paranoi* | wartaal | niet helemaal 100 | getikt | confused/confusion & old/neighbo*/man/woman/elderly/lady/very | talks/talking to himself/herself",
      "eet/eten/at niet/bijna_niet/nauwelijks/amper/niks/niets meer & -brood/honger/budget/geld ~3 | eet bijna/haast/vrijwel niks/niets/niet | vermagerd/afgevallen/mager/broodmager & ze/meisje/jongen/leerling/turnen/steeds/erg/veel/heel ~6 | kotst/braakt/overgeven na eten/lunch | braken & eten/wc/toilet | hardly/barely eats/eating",
      "vervuil*/vervuilde/verwaarloosde/rommel/verzamelt/troep/hoarder/hoarding & huis/woning/flat/tuin/stank/buurman/buurvrouw/balkon ~6 | verzorgt/wast zich/zichzelf niet/slecht/nauwelijks | verwaarloost zichzelf/zich | zorgmijd* | sluit zich op/af & kamer/huis/weken/thuis/iedereen | komt kamer/huis/bed/deur niet/nauwelijks/amper meer uit/af | komt/komen haar/zijn/de/het kamer/huis/bed/deur niet/nauwelijks/bijna uit",
      "schoolweiger* | thuiszitter* | durft niet/niet_meer naar school/buiten & -huis | wil/wilt niet meer naar school | angstig/angst/angsten | school refus* | afraid to leave/go_outside/go_to_school",
    ],
  },
  {
    about: "psychological",
    weight: 3,
    // Early: age lifts it where somebody is old (domain.md 2.2 c).
    level: "preventive",
    when: [
      "dement* | dementie | dementerend* | alzheimer* | vergeetachtig* | vergeet steeds/alles/veel/vaak | verdwaald/verdwaalt/verdwaal oma/opa/buurvrouw/buurman/vaak/weer/steeds | dementia | forgetful",
      "eenzaam* | eenzaamheid | eenzame | ziet/spreekt niemand/nooit_iemand meer | geen_bezoek | niemand/nooit bezoek & oude/buurvrouw/oma/buurman/mevrouw ~8 | lonely | loneliness | isolement | geisoleerd | vereenzaam*",
    ],
  },
  {
    about: "psychological",
    weight: 2,
    level: "soon",
    when: [
      "flipt/flipte | gedrag veranderd/verandert/raar/vreemd & ineens/sinds/erg/steeds/zorg* ~7 | gedraagt zich/haar raar/vreemd/anders/gek | doet/doen raar/vreemd/gek/anders sinds/laatste/de_laatste/ineens & -drugs | schreeuwt/schuift/roept nacht*/snachts & alleen/zichzelf/meubels/raam/man/vrouw ~7 | s_nachts schreeuwen/schreeuwt/schuiven/ijsberen | acting strange/weird/odd",
      "overbelast* & mantelzorg*/moeder/vader/vrouw/man | kan niet meer & moeder/mantelzorg*/vader/vrouw/alleenstaande/ik ~7 | mantelzorg* & moe/zwaar/alleen/uitgeput/op/redt/volhoud* ~8 | redt het niet/nauwelijks meer/alleen | exhausted & carer/mother/mom",
      "moeder/vader/mama/papa/ouder & depress*/bed/somber/psych*/opgenomen/ggz/verward/huilt/ligt_op_bed/paniek* ~6 | moeder/vader ligt hele/de_hele/alleen_maar dag bed/bank | kopp | opgenomen/opname ggz/kliniek/psychiatr*/inrichting | medicijnen/medicatie & gestopt/stopt/niet/vergeet/weigert & stemmen/psych*/verward/ggz/rare/ziek ~9",
    ],
  },
  {
    about: "psychological",
    weight: 2,
    level: "preventive",
    when: [
      "zo/erg/heel stil geworden/laatste/de & -publiek ~4 | lacht nooit/niet/nauwelijks meer | teruggetrokken | trekt zich terug | trek* zich steeds/helemaal/erg terug | stil/stiller geworden/ineens/opeens/erg/heel/steeds | steeds/veel/heel/zo/erg stil/stiller & @child/ze/hij/speler | lusteloos | afwezig & blik/les/gedachten/steeds/heel | staart voor/uit zich/raam | niet aanwezig met hoofd | withdrawn | quiet lately/suddenly | keeps to herself/himself",
      "slaapt/slapen slecht/niet/nauwelijks/amper/bijna | slaapproblemen | slapeloos* | nachtmerries | moe/uitgeput & steeds/altijd/huilt/erg & -toernooi/wedstrijd ~5 | stress/gestrest/stressed/gespannen & erg/veel/heel/steeds/altijd/school/thuis ~5 | faalangst | perfectionis* | onzeker* & erg/heel/steeds | zelfbeeld | lange_mouwen & warm/zomer/hitte/altijd/gym ~6",
      "bang/angstig & ineens/steeds/alles/mensen/buiten/erg & -vader/moeder/thuis/hem/spin*/honden ~4 | stopt/gestopt ineens/opeens/plots & training/sport/voetbal/turnen/school/club/hobby ~7 | stopt ineens met | gooit/valt emoties | emotioneel | labiel | instort* | stortte/stort in | ingestort | breakdown | crying in class/every/a_lot | keeps crying | cries",
      "rouw* & maanden/vast/lang/niet/erg/zwaar ~8 | overleden/overlijden/dood/verloren/verlies & vader/moeder/oma/opa/broer/zus/vriend/kind/vrouw/man/partner & moeilijk/huilt/stil/niet_meer/sinds/verwerk*/maanden ~12 | verdrietig & steeds/erg/heel/vaak/alleen/huil*/ineens ~8 | grief | grieving | sad & very/always/lately/student/girl/boy ~5",
      "rouwt | rouwproces | rouwen | verdriet* & overleden/overlijden/dood/verlies/oma/opa ~12 | overleden/overlijden & verdriet*/erover/mist/moeite ~12",
    ],
  },
  {
    about: "psychological",
    weight: 1,
    level: "preventive",
    when: [
      "cijfers & omlaag/gedaald/dalen/zakken/slecht/slechter/achteruit/gekelderd | concentr* & niet/slecht/nauwelijks/moeite/geen | verdrietig | huilt | huilde | gehuild | moe | futloos | niet zichzelf | zichzelf niet | zichzelf niet_meer | anders dan anders/normaal/eerst/vroeger | niet meer dezelfde/zelfde",
      "boos/boze/driftig/driftbuien & snel/steeds/ineens/sneller/vaak & @child ~6 | veranderd & erg/sinds/helemaal/ineens/zo | alleen/apart & pauze/staat/zit/schoolplein/kantine & altijd/steeds/elke ~6 | geen vrienden/vriendjes/vriendinnen | geen aansluiting | buitengesloten | sluit zich af | praat niet/nauwelijks/amper meer | not herself | not himself | grades dropping/down/dropped",
      "afgezegd/afzeggen/zegt_af/komt_niet/niet_meer_komen/weggebleven/wegblijft & steeds/vaak/weken/training/club/sinds/opeens ~6 | gordijnen dicht/gesloten | nooit buiten/gezien & buurvrouw/buurman/man/vrouw ~6",
    ],
  },
];
