import type { RedFlag } from "#classify/red-flags/red-flag.ts";

const abuse =
    "sexueel misbruik*/mishbruik/misbruikt | seksueel misbruik*/misbruikt | sexueel_misbruik | misbruikt | misbruik | mishbruik | misbruikd | misbruikte | verkracht | verkrachte | verkragt | aangerand | aanrandt | aanranding | betast | betastte | betasten | bevoelt | ontucht | incest | raped | rapes | molested | molests | molesting | abused sexually | sexually abused/abuses/abusing/assaulted | groomed | touches/touched/touching her/him/me/there/down_there/private/privates/kids/child | zit/zat/zitten aan/an haar/hem/dr/mij/dochter/zusje/kind/meisje/meisjes | komt/kwam/kruipt/kroop/comes/came/gets/gaat snachts/nachts/s_nachts/in/steeds/bij/haar in/bij/haar bed/kamer/room/bed | komt/kwam/comes snachts/in/s_nachts/nachts bij haar/mijn/her/mij/hem bed/kamer/in/room | bij/in haar/mij/zijn/hem/her bed_in/in_bed/in_haar_bed | comes in my/her/his room/bed | papas vinger/vingers | vinger/vingers in/van papa/haar/mij/opa | kleren uit moet/doen | blote/bloot fotos/foto_s/foto's",
  bleedsThere =
    "bloed/bloedt/blood/bloeding in/uit/on/in_haar haar/onderbroek/broekje/onderbroekje/slip/slipje/luier/underwear/panties/pants/nappy | pijn/pain bij/with/aan plassen/peeing/plassertje/vagina/billen/kont/zitten";

const showsPictures =
  "naaktfoto | naaktfotos | naaktfoto's | naaktfoto_s | naaktbeelden | naaktfilmpje* | blootfoto* | nudes | nude | naked pictures/photos/pics/videos | naaktvideo* | sexfilmpje* | seksfilmpje* | sekstape | sexting | dickpic*";

const hurtsBody =
  "slaat | slaan | sloeg | geslagen | geslage | schopt | schopte | geschopt | trapt | getrapt | mept | mepte | stompt | knijpt | kneep | bijt | trekt haren/zijn_haren/haar_haren/aan_haren/oor/oren | aan haren | haren | oor omgedraaid/gedraaid | omgedraaid | mishandel* | mishandelt | mishandeld | mishandelen | klap | klappen | tik | tikken | pak slaag | slaag | riem | met de/een riem/slipper/stok/pollepel/bezem/schoen/kabel | tegen muur/kast/grond/deur gooide/gegooid/geduwd/duwde/smeet/gesmeten/gooit/duwt | muur gooide/gooit/smeet/duwde/gegooid | opsluit | opgesloten | sluit op | in de schuur/schuurtje/kelder/kast moet/zit/op_slot/opgesloten/slapen | verbrandt | verbrand | brandt | onder koude douche | fysiek geweld | lichamelijk geweld | huiselijk geweld | geweld | hits | hit | beats | beat | beaten | kicks | kicked | slaps | slapped | hurts | hurt | burns | burned | locks | locked | belt | pulled_hair | pulls hair/by | throws | threw | punches | punched | chokes | abuse | abused | violence | gooit gooide_haar/tegen";

const tellsNow =
  "vertelt | vertelde | verteld | vertelle | vertel | zegt | zei | zeg | zegd | gezegd | zeit | fluistert | fluisterde | biechtte | biecht | schreef | opgeschreven | tekende | onthulling | onthult | onthulde | toevertrouwd | vertrouwde | disclosed | discloses | disclosure | told | tells | says | said | whispered | appte | appt | juf | meester | kringgesprek | in_de_kring | kring | mentorgesprek";

/** R7 and R8: sexual abuse, above all when the one who does it is near today; what a child tells about home. */
export const sexualAndTold: readonly RedFlag[] = [
  {
    rule: "R7",
    what: "sexual_abuse",
    level: "urgent",
    about: "domestic_violence",
    when: [
      "makes/made/making/forces/forced/forcing her/me/him/them do/touch/watch/have/undress/sexual/him/his & sexual/touch/naked/sex/things/private/undress/him & -homework/laugh/sport ~5 | abuses/abused/molests/molested/raping/rapes/assaults/assaulted her/him/me/them/sexually/my/the & -power/trust ~3 | abuses/abused/molested/raped by her/his/a/the/my",
      "zit/zat/zitten/gezeten/kwam/komt & aan/an & kleindochter/kleinzoon/stiefdochter/nichtje/neefje/leerling/leerlinge/pupil/pleegdochter/pleegkind/dochter/dochtertje/zoontje/kleinkind/buurmeisje/oppaskind/bewoonster & -tafel/naast/eettafel/tablet/telefoon ~4 | oom/opa/vader/stiefvader/broer/neef/buurman/trainer/leraar/docent/coach/verzorger/oppas/uncle/grandpa/stepdad/dad/brother/teacher & aangeraakt/aanraakt/aanraken/betast/bevoeld/gestreeld/streelt/streelde/touched/touching/groped/grope/fondled/fingers & haar/hem/her/him/mij/me/kind/daar/there/meisje* ~7 | filmt/filmde/gluurt/gluurde/begluurt/bespiedt/fotografeert/filming/filmed & douche/douchen/omkleden/kleedkamer/badkamer/wc/toilet/slaapkamer/shower/bathroom/changing/onder_haar_rok ~8",
      "naked/nude pictures/photos/pics/videos/pictures_to | pictures/photos/video's/fotos/foto's & naked/nude/naakt/bloot/blote/ondergoed & girl*/meisje*/kind*/haar/her/leerling*/stuur*/send*/vraagt/dwing*/trainer/coach/13/14/15 & -kunst ~8 | slept/sleeps/sex/seks/vrijt/vreeen/vrijde with/met a/een/his/zijn/haar/the/underage/minderjarig*/dochter/leerling/pupil/student/daughter student/pupil/minor/leerling/dochter/stiefdochter/meisje/girl/child/kind | seksueel/sexueel/sexual/sexually misbruik*/mishbruik/misbruikt/abuse*/abused/assault*/aangeraakt/benaderd/geintimideerd/geweld & -voorlichting/lesbrief/les",
      "@abuse & @kin/@littleOne/haar/her/meisje/jongen/9/8/10/11/12/13/14/dochter/she/him/buurman/trainer/uncle/leerling & -drugs/alcohol/macht/hond/kat/song/album/subsidie/geld/meubels/nummer ~9",
      "@bleedsThere & @littleOne/dochter/papa/opa/oom/vader/stiefvader/ze/zij/haar/meisje/girl/dad/she & -blaasontsteking/ongesteld/menstruatie/period ~9",
      "@showsPictures & stiefdochter/dochter/kind/meisje/leerling/minderjarig*/stuur*/stuurt/gestuurd/sturen/moet/wil_meer/wants/more/maakt/dwing*/chant*/send/sent/made_her/dreig*/delen/verspreid*/doorgestuurd/expose*/blackmail*/13/14/15/12/11/girl/daughter & -kunst/model/museum/schilder* ~9",
      "made/makes/forced/forces/asked/asks her/him/me to/send nudes/pictures/pics/undress/naked/touch/sex/send | touches/touched/touching her/him/me/my & night/bed/private/she/daughter/years/old/9/8/10/11/12/7/6/stepdad/uncle/dad & -song/album/heart/music ~7 | comes/came/goes into/in/to her/his/my/the room/bed/bedroom & night/stepdad/dad/father/uncle/brother/host ~9",
      "moet/moest zich uitkleden/uit_kleden/bloot/uitdoen & foto*/film*/kijkt/oom/vader/trainer/camera/hij ~7 | doktertje & oom/vader/opa/stiefvader/buurman/groot ~7 | pikin fu yepi | gordelcontrole | aan haar/zijn/mijn plassertje/plasser/piemel/vagina/borsten/billen/kruis | vieze spelletjes/dingen | geheimpje*/geheimpjes & opa/oom/papa/stiefvader/buurman/trainer & bang/plast/huilt/bed/niet_aan_mama/vertellen ~12",
    ],
  },
  {
    rule: "R7",
    what: "sexual_abuse_access",
    level: "acute",
    about: "domestic_violence",
    when: [
      "abuses/abused/abusing/molests/molested/rapes/raped/touches/misbruikt/verkracht & picks/picking/collects/pick/collecting/today/tonight/weekend_with/going_to_him/home_to_him/at_three/ophaalt/haalt & -power ~12",
      "aan/an haar/hem/dr/mij/zusje/dochter gezeten/zat/zit/zitten & vannacht/vandaag/vanmorgen/vanochtend/net/vanavond/vrij/straks/today & -tafel/telefoon/haren_gezeten_kapper ~12 | op/in haar/zijn/mijn kamer/bed komt/kwam/komen & vannacht/weer/vanavond/s_nachts/stiefvader/vader/oom/broer & hij/stiefvader/vader/oom/opa/broer ~7 | gedwongen/dwong/forced & fietsenhok/kleedkamer/bosjes/wc/toilet/park & uur/net/vandaag/geleden/vanmiddag/today ~9 | oom/buurman/man/opa meegenomen/took & huilend/bebloed/bloed/kapotte_kleren/crying & vanmiddag/vandaag/net/terug ~14",
      "man/meneer/gast/jongen/guy van/from internet/snap/snapchat/insta/discord/tiktok/online & ingestapt/ophalen/meegegaan/afgesproken/hotel/neemt_niet/auto/wacht/mee/meeting/meet/got_in & -meegegaan_naar_les ~14 | met die/een meneer/man/mannen mee moet/mee/meemoet & vanavond/straks/weer/11/12/13/14/elf/vandaag ~10 | wacht/staat nu/buiten & die man/auto & haar_mee/op_haar/meenemen/wil_haar ~10",
      "@abuse & @handedOver & -drugs/macht/hond/kat/song/training_voorlichting ~24",
      "@abuse & @sameHouse & @kin/@mate/haar/her/ze/she/zusje/hij/he/mevrouw/broer/man & -drugs/hond/kat/macht/verhuisd/song/gevangen*/vast_zit ~14",
      "@abuse & vandaag/vanavond/vannacht/vanmiddag/tonight/today/straks/nu_ook/nu_weer/nu_thuis/again/shift/nachtdienst/night_shift & -hond/kat/song/training/voorlichting/verteld_vandaag/scheids* ~14",
      "@bleedsThere & @handedOver/papa/opa/oom/stiefvader/dad & straks/vandaag/gaat/naar/uur/papadag/vanmiddag/today/weekend/hem/him ~18",
      "man/meneer/gast/jongens/guy/klant/klanten van/from de/the/internet/foto/snap/app & ophalen/haalt/komt/afspraak/picking/meet & vanavond/vandaag/@tonight & 11/12/13/14/15/16/meisje/ze_is/leerling/foto's/fotos/foto_s/weer_doen ~16 | moet het/t weer doen & foto*/man/ophalen/klant* ~16",
      "oom/opa/stiefvader/stiefpa/papa/vader/neef/stepdad/uncle/host_father past_op/komt/slot/past & nacht/vanavond/deur/op_slot/kamer/bed/pyjama/night/room/shift & bang/stoel/op_slot/slot_doen/wil_niet/on_tonight/chair/night_shift/works ~16 | niet aan oma/mama/papa vertellen/zeggen/zegge & pop/bed/deed/opa/oom & logeert/haalt/straks/weekend/slaapt ~24",
    ],
  },
  {
    rule: "R8",
    what: "disclosure",
    level: "urgent",
    about: "domestic_violence",
    when: [
      "@hurtMark & zei/zegt/vertelde/said/says/showed/liet & papa/mama/vader/moeder/stiefvader/stiefmoeder/dad/father/mum/mom/mother/opa/oom & deed/did/dat_deed/did_it/gedaan/geslagen/hit/van_papa/door/by & -pleister_geplakt ~12",
      "@tellsNow & @kin & @hurtsBody & -publiek/solo/bal/veteranen/gym/wedstrijd/goal/judopak/broek/bus/applaus ~14",
      "@tellsNow & thuis/at_home/home & @hurtsBody & -publiek/solo/bal/veteranen/gym/wedstrijd ~12",
      "@littleOne/leerling/kind/pupil/student & @tellsNow & riem/slaag/pak_slaag/klappen/belt/stok/slipper/schuurtje/kelder & krijgt/kreeg/krijg/gets/got/met/with/opgesloten/opsluit/had/gehad & -broek/judo*/judopak/nieuwe ~9",
      "onthulling/disclosure/disclosed/onthult & thuis/geweld/mishandel*/slaan/misbruik/vader/moeder/home/violence/abuse/hit*/hurt* ~12 | sprake van fysiek/huiselijk/lichamelijk geweld/mishandeling",
      "papa/mama/vader/moeder/pap/mam/pa/stiefvader/stiefmoeder/stiefpa/dad/mum/mom heeft/heb/had/hep/doet/did mij/me/mijn/mn/my & @hurtsBody ~6 | papa/mama/vader/moeder/pa/ma/stiefvader/stiefmoeder/dad/mum/mom @hurtsBody mij/me/mijn/mn/my/ons | me/mijn/mn/my vader/moeder/stiefvader/stiefpa/pa/dad/mum/mom heb/heeft/hits/hit/beats/slaat/sloeg/trekt/schopt me/mij/mn/geslage/geslagen/my",
      "ik word/wordt/wort/werd/worden thuis/mishandelt/mishandeld/geslagen/geslage mishandelt/mishandeld/geslagen/geslage/thuis/opgesloten | thuis & word*/wordt/wort/worden & mishandel*/mishandeld/mishandelt/geslagen/geslage/geschopt/opgesloten & zei/zegt/verteld/vertelde/ik ~9 | krijg/krijgt/kreeg thuis/altijd/soms/met klappen/slaag/riem/tik & thuis/papa/mama/vader/ik",
    ],
  },
];

/** Word lists of this file, for the book. */
export const sexualAndToldConcepts = { abuse, bleedsThere, showsPictures, hurtsBody, tellsNow } as const;
