import type { Sign } from "#classify/embedded/sign.ts";

/** Domestic violence, child abuse, neglect, coercion, elder abuse (domain.md 1.1 HGKM, 1.2, 1.3). */
export const violenceSigns: readonly Sign[] = [
  {
    about: "domestic_violence",
    weight: 3,
    level: "urgent",
    when: [
      "mishandel* | mishandelt | mishandeld | mishandeling | kindermishandel* | ouderenmishandel* | huiselijk_geweld | huislijk_geweld | huiselijk geweld | partnergeweld | eergerelateerd* | domestic violence/abuse | child abuse | abusive husband/boyfriend/father/partner/relationship/home",
      "vader/moeder/papa/mama/stiefvader/stiefmoeder/ouders/ouder/man/vriend/partner/ex/stief/pa/ma/oom/opa/zoon/echtgenoot/exman & @hit & -bal/deur/bot ~6",
      "@hit & haar/hem/zn/zijn/hun/dr kind/kinderen/zoon/zoontje/dochter/dochtertje/vrouw/vriendin/moeder/vader/man/broertje/zusje/kleintjes ~3 | @child & krijgt/kreeg/krijgen klap/klappen/slaag/tik/mep/meppen | slaande ruzie | losse handjes/handen/handje",
      "hij/zij/ze/man/vriend/vader/moeder slaat/sloeg/mept/schopt/slaan/mishandelt haar/hem/me/mij/ons/ze/elkaar & -bal/tafeltennis/volleybal | met_een/met riem/stok/slipper/pollepel/lat slaat/slaan/sloeg/geslagen | he/she hits/beats/slaps/kicks/hit her/him/me/them/us | husband/boyfriend/dad/father/mother/mom/mum/stepdad/partner/ex/parents & @hit ~6 | hits/beats/slaps/hitting/beating his/her/their/the wife/kids/children/son/daughter/kid/child | is being abused",
      "@hit & thuis/home ~4 | wordt/word/werd thuis geslagen/mishandeld/geschopt | afgerost | afgetuigd | in_elkaar geslagen/geramd/getrapt thuis/vader/man/vriend/partner/ex",
      "sluit/sloot/sluiten haar/hem/kind/ze/zoon/dochter op & kamer/kelder/kast/schuur/wc/straf/zolder ~7 | opgesloten/opgeslote/opsluit/opsluiten/sluit_op & kamer/kelder/kast/schuur/huis/kind/haar/hem/wc/zolder ~5 | mag/mogen niet naar_buiten/buiten van hem/man/vader | locked in her/his/the room/closet/basement",
      "incest | verkracht* | stalk* | stalkt | stalken | gestalkt | stalking | stalker | loverboy* | uithuwelijk* | huwelijksdwang | eerwraak | wurg* | gewurgd",
    ],
  },
  {
    about: "domestic_violence",
    weight: 3,
    level: "soon",
    when: [
      "bang/angst/angstig/schrikt/schrik voor/van hem/haar/vader/moeder/papa/mama/stiefvader/man/vriend/partner/ex/zoon/mamas/thuis/broer | krimpt/kromp in/ineen elkaar/mekaar/ineen | duikt ineen/weg | deinst terug/achteruit | flinch* | afraid/scared of his/her dad/father/mother/husband/stepdad/boyfriend/him",
      "blauwe/blouwe/blauw/blauwe_plek plek/plekken/ogen/oog/striemen/been/arm | blauwe_plekken | blauw_oog | bont en blauw | striemen | bruises/bruise/bruised/black_eye/welts | onverklaar* letsel/wond*/plek*/verwonding* | onverklaarbaar* | handafdruk* | vingerafdrukken & arm/gezicht/wang | bijtafdruk*",
      "verwaarloo* | verwaarloos* | verwaarloost | verwaarloosd | neglect* | niet/nooit/niemand opgehaald/ophalen/ophaalt | vervuild/vuile/vieze/smerig kleren/kleding/kind/luier & @child ~7",
      "mag/mogen van hem/vriend/man/vader/haar_man niet/niks/niets/geen/nooit & -training/trainer ~3 | mag/mogen niks/niets/nergens/geen/nooit van hem/vriend/man/haar_man/partner/vader/broers/alleen | moet steeds/altijd/constant/alles/overal appen/bellen/laten/verantwoord*/doorgeven/bereikbaar waar/weten/zijn | controleert haar/hem/zijn/alles/telefoon | controlleert haar | controlling/controleren/controlerend & vriend/man/boyfriend/husband/partner/relatie ~6 | checks her phone | not allowed to see/go/have friends",
      "getuige/erbij/meemaken/zien/ziet/horen/hoort/tussenin & geweld/@hit/mishandel* & kind/kinderen/zoon/dochter ~8 | vechtscheiding & klem/tussen/kind*/bang/dreig* | loyaliteitsconflict",
      "huidhonger & oom | seksueel/sexueel/sexuele/seksuele gedrag/getint/misbruik/grensoverschrijdend*/geweld | naaktfoto* | naaktfotos | nudes | exposed & foto*/filmpje*/meisje/online/school ~6 | bangalijst* | vieze spelletjes | sexting",
      "slaat/slaan met/op riem/slipper/stok/lepel/deur | met riem/slipper/stok/pollepel geslagen/slaan/krijgt | belt slipper",
      "ouderen*/oma/opa/moeder/oude/bejaarde & zoon/dochter/kleinzoon/mantelzorger/schoonzoon/nieuwe_vriend & geld/pinpas/bankpas/rekening/schreeuwt/knijpt/duwt/dwingt/testament/opgesloten ~12",
    ],
  },
  {
    about: "domestic_violence",
    weight: 2,
    level: "soon",
    when: [
      "noemt/noemde/noemen & dom/lelijk/mislukkeling/waardeloos/waardeloze/hoer/nietsnut/stom/dik/idioot/debiel/slet ~5 | schrikt/schrik/schrok & hand/aanraak*/stem/optil*/beweegt/arm ~7 | wil/durft/wou/gaat nooit/niet douchen/omkleden/omkleedt & training/gym/rest/wedstrijd/anderen/zwem* ~8 | kort lontje | snel boos/agressief/woedend & vader/moeder/man/vriend/thuis/kind ~7 | agressief/agressieve/agressie vader/moeder/man/vriend/ouder/tegen/naar | vader/moeder/man/vriend/stiefvader/zoon/ouders/papa/ex & agressief/agressie/woedend/woedeaanval*/driftbui*/ontploft/flipt/door_het_lint ~6",
      "schreeuwt/schreeuwen/schreeuwe/schelden/schelde/scheldt/schelt/uitscheld*/uitgescholden/tiert/tieren/brult/brullen/kleineer*/kleineert/vernedert/vernederen/vernederd/afkraken/kraakt_af/kafferen & vader/moeder/kind/kinderen/zoon/zoontje/dochter/ouders/man/vrouw/ouder/haar/hem/papa/mama/thuis/buren/lijn ~8 | uitgescholde thuis/vader | uitschelden",
      "ruzie/ruzies/rusie/ruzzie/ruzieen/geruzie/bonje/heibel/trammelant & thuis/ouders/hard/buren/elke/steeds/altijd/dagelijks/vaak/avond/schreeuw*/bonk*/kinderen/man/vrouw/echt*/scheld* ~7 | vliegen elkaar in haren | botert niet & thuis/ouders | schreeuwen/geschreeuw/gegil/gebonk/gekrijs/gillen bij/van/hiernaast/naast/thuis/boven/beneden buren/buurvrouw/hiernaast/woning/huis/naast/nacht*",
      "durft/durven niet/niks/niets te/meer vertellen/zeggen/praten/omkleden/douchen & thuis/vader/bang/ouders/papa/blauw*/zwijg* ~10 | mag niks/niets/niet thuis/over zeggen/vertellen/praten | mag er niet/niks over praten/zeggen/vertellen/van_papa | wil/wou/durft niet/nooit/nimeer meer omkleden/omkleedt/douchen/douche | omkleden/omkleed/douchen/omkleedt wil/wilt/durft niet/nooit/nie/nimeer | nooit meer omkleden",
      "alleen/moederziel thuis & altijd/steeds/hele/vaak/dagen/avond*/weekend/nacht*/jongste/kind/kinderen/kleine ~7 | altijd alleen thuis | tot laat buiten/op_straat & kind*/kleuter/jong*/groep ~8 | s_avonds laat buiten/straat & kind*/jongetje/meisje/kleuter ~8 | zorgt voor/zelf haar/zijn/broertje/zusje/kleintjes broertjes/zusjes/zusje/broertje/kleine",
      "strenge/te_streng/streng vader/opvoeding/ouders/straf/gestraft/thuis | straf & hard/zwaar/eten/honger/opsluit*/uren/staan & thuis/vader/moeder/ouders ~9 | geen eten als/voor straf | pak_slaag | tik/tikken/lel/mep/klap & vader/moeder/thuis/ouder/billen/kind/wang ~6 | hardhandig & kind*/vader/moeder/arm/ouder/hem/haar ~6 | ruw & vader/moeder/kind*/baby/trek* ~6 | trekt/trok/sleurt/sleurde/rukt/duwt/duwde/grijpt kind/haar/hem/zoon/dochter arm/haren/haar/oor/mee/hard & -bal/tegenstander ~7",
      "van_de trap/trap gevallen | tegen_de deur/kast gelopen & oog/vrouw/weer/blauw*/zegt | weer/steeds/alweer gevallen & blauw*/oog/wond*/verhaal ~8 | verhaal klopt niet/nie | smoes/smoesje/smoezen & blauw*/plek*/wond*/letsel ~7",
      "buurvrouw/vrouw/moeder/ze & ineens/nooit/nauwelijks/amper meer buiten/gezien/zie & man/hij/gordijn*/bang ~10 | partner/man/hij praat/antwoordt/beslist voor haar | man/vriend/hij zegt/belt alles af | zegt alles af & man/vriend/hij ~9 | kinderen nooit buiten",
      "ineens/opeens/plots bang/angstig/teruggetrokken/schrikkerig/schrikachtig & @child ~7 | schrikt/schrikachtig/schrikkerig bij/van/als aanrak*/hand/stem/iemand | wil/wou/zou niet met/naar/bij oom/opa/vader/papa/stiefvader/oppas | te_dichtbij vader/oom/man | liever/graag niet naar_huis/huis & @child ~8",
      "scheiding/gescheiden/scheidt/omgang/bezoekregeling & vecht*/ruzie/dreig*/tussen/klem/bang/huil*/kind* & ouders/vader/moeder/kind* ~10 | ontvoer* kind/kinderen/haar/hem | meeneemt/meenemen naar buitenland | parents fight/fighting/screaming/yelling | yelling/screaming/shouting at his/her/the kid/kids/son/daughter/child/wife | fights at home/all_the_time",
      "dreigt/dreigde/dreigen/dreigementen/bedreig*/bedreigt/bedreigd/intimideer*/chanteer*/chantage & man/vriend/ex/vader/partner/zoon/broer/haar/moeder ~6 | bang/bange gemaakt | toxic/toxische/giftige relatie/vriend/relationship | gaslight* | gewelddadig* | geweld & thuis/relatie/man/vader/gezin/ouders/vriend ~6 | violent at_home/husband/dad/boyfriend/home",
      "kind/kinderen/jongen/meisje/baby/peuter/kleuter & honger/uitgehongerd/ondervoed/mager/vermagerd & steeds/altijd/vaak/elke/vraagt ~8 | luier/luiers nat/vol/vies/hele_dag | baby huilt/gehuil uren/hele/alleen/constant/niemand/steeds | huilt/gehuil baby/kind & niemand/alleen/uren/hele_nacht ~7",
    ],
  },
  {
    about: "domestic_violence",
    weight: 1,
    level: "preventive",
    when: [
      "stinkt/ruikt/onverzorgd/ongewassen/luizen/vies/vieze/zelfde_kleren/zelfde/vuile & @child/kleren/kleding/haar ~8 | altijd/steeds/weken zelfde/dezelfde kleren/trui/shirt/kleding/broek | luizen steeds/altijd/weer",
      "te_laat/telaat/ziek/verzuim & vaak/steeds/altijd/elke & kind/meisje/jongen/leerling/groep* ~8 | niet ontbeten/ontbijt | zonder ontbijt/jas/lunch | buikpijn/hoofdpijn & steeds/vaak/elke/altijd & @child ~8",
      "lange_mouwen/capuchon/zonnebril/make_up & warm/zomer/binnen/hitte/gym/altijd ~7 | wil/wou niet/nooit opgehaald/naar_vader/naar_papa | plast/plassen in_broek/bed | bedplassen | huilt als vader/papa/moeder/stiefvader komt/ophaalt/belt",
      "moeder/vader/ouder/papa/mama & nooit/niet/geen bereikbaar/reageert/komt/interesse/kijkt ~6 | moeilijk/moeizaam/lastig contact met ouders/vader/moeder",
      "overbelast*/mantelzorg*/put uit/kan niet meer & moeder/vader/man/vrouw/oma/opa/demente ~8",
    ],
  },
];
