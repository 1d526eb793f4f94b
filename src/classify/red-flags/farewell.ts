import type { RedFlag } from "#classify/red-flags/red-flag.ts";

const dear =
  "gitaar | hond | konijn | kat | poes | parkiet | vogels | vissen | hamster | cavia | paard | fiets | lievelingsfiets | racefiets | sneakers | playstation | ps5 | laptop | horloge | ring | sieraden | ketting | platen | platencollectie | naaimachine | verzameling | huisdier* | spullen | voetbalplaatjes | mappen | boeken | kleren | camera | telefoon | trompet | viool | drumstel | piano | dagboek | kluissleutel | sleutels | huissleutels | sleutel | sleutelbos | papieren | mapje | envelop | guitar | dog | cat | rabbit | stuff | things | belongings | clothes | records | bike | earrings | laptop";

const gave =
  "gaf | gegeven | geeft | weggegeven | weggeeft | weggaf | geschonken | cadeau | cadeautje | meegegeven | beloofd | bracht | gebracht | brengt | verdeeld | verdeelde | uitgedeeld | deelt_uit | losgelaten | getild | mag_hebben | mag_jij | mag_je | krijg_jij | krijgt_mijn | is_voor_jou | zijn_voor_jou | weggooien | geschenkt | gave | given | giving | gives";

const strange =
  "niet/nie meer/langer nodig | toch niet/nie meer | lange knuffel | altijd goed/lief voor_me/voor_mij/voor_hem/geweest | hele lange knuffel | zorg/pas goed voor/op | zomaar ineens | uit het niets | zonder reden | en een briefje | voer erbij/voor | met voer/al_het_voer | for no reason | wont need/be_needing | doesnt need them/it anymore | telefoon uit | neemt/nemen niet/nie op | krijg hem/haar niet te_pakken | niet verschenen | heel rustig | zo rustig | gaf me/hij een hand | contant | niet schrikken | weet u/je al | sorry mam/pap";

/** R4: a goodbye that does not say what it is: things given away, a thank-you, a message that ends something. */
export const farewell: readonly RedFlag[] = [
  {
    rule: "R4",
    what: "goodbye",
    level: "acute",
    about: "psychological",
    when: [
      "zeg/zeggen/tell tegen/aan/my mijn/mn/mama/papa/mum/mom/zusje/broertje & hou/hield/houd/love/sorry & -valentijn/moederdag/verjaardag/kaartje ~8 | geen last/gezeur meer van mij/me/hem/haar | geen last van mij/me meer | last meer van mij/me | nu_of_nooit & locatie/brug/sluis/spoor/water | ben klaar_met/klaar met alles & doei/dag/tel_uit/telefoon/uit/bye/sorry ~8 | klaar met alles & doei/dag/bye/telefoon/tel ~6",
      "morgen/vanavond/straks/zondag/vannacht/vandaag & alles/het/t & voorbij/klaar/afgelopen/de_dag & rustig/kalm/zo_rustig/zegt/zei/says & -toets/toetsweek/examen/examens/tentamen/tentamens/toernooi/vakantie/schooljaar/seizoen/verbouwing/kuur/gips/training ~7 | vandaag/morgen/zondag de dag is/was | vandaag is de/het dag | datum/date geprikt/gekozen/set/uitgekozen & -trouw*/bruiloft/vergadering/feest/etentje/toernooi/barbecue",
      "testament/wilsverklaring/afscheidsvideo*/afscheidsfilm*/afscheidsspraak* & tafel/ligt/online/bel_niet/klaar/jong/kwartier/geschreven/leerling/staat & -notaris ~8 | briefjes/brieven/enveloppen/kaarten & klaargelegd/klaar/op_datum/voor_iedereen/voor_later/voor_zijn_kinderen/voor_haar_kinderen & kinderen/dood/weg/afscheid/later/datum & -kerst*/uitnodig* ~9 | iedereen/ons/allemaal & omhelsd/omhelst/knuffel/geknuffeld/een_hand/hand_gegeven/bedankt & weggegeven/gegaan/weg/duinen/rustig/neemt/hamster/verdwenen/stevig & -afscheidsfeest/musical/kampioen*/gewonnen/jarig/geslaagd ~10",
      "dagboek/fotos/foto's verbrand/weggegooid/vernietigd & weg*/ondergebracht/kat*/sorry/gegeven/afscheid ~10 | sleutel/sleutels & brievenbus/deurmat & weg/auto/app/briefje/neemt & -vakantie/sleutelhanger/verloren ~10 | ring/trouwring/pasje & gegeven/gaf/afgegeven & weggereden/weg/neemt/gegaan ~9 | spraakbericht/voicebericht/spraakmemo & wind/treinen/trein/huilt/sorry/brug/water/afscheid ~8 | zou/mail* & om_zes_uur/verstuurd_wordt/ingepland & raam/leeg/kamer/afscheid ~12 | niet/not hoefden/hoeven/need te_zoeken/to_look/zoeken & weggelopen/weg/zonder/zei/gone ~10",
      "@dear & @gave & @strange & -andere_school/verhuis*/rommelmarkt/kringloop/backpack*/emigr*/marktplaats/vakantie/uitgegroeid/pensioen/kledingbeurs/geslaagd ~16",
      "niet/nie meer nodig & gaf/gegeven/geeft/weggegeven/kreeg/krijgt/mag/verdeel*/verdeelde/cadeau/meegegeven/meegeven/hebben/terug_gaf/terug & toch/dan ~12",
      "als/wanneer/voor_als ik/ie/hij/ze/zij er niet_meer/nie_meer/nimeer ben/is/bn | als/wanneer ik/ie/hij/ze er morgen/straks/maandag/zondag/overmorgen niet/nie/niet_meer ben/is/meer | als_ik er niet_meer | dan/straks/zondag/morgen/maandag/binnenkort/vrijdag/zaterdag ben/is ik/ie/hij/ze er al_niet_meer/niet_meer/nie_meer/niet/al_niet | er dan/straks/zondag/morgen/binnenkort/toch niet_meer/nie_meer ben/is/bij & -training/wedstrijd/vergadering/les/repetitie/collega ~7",
      "hoef/hoeft/hoeven mij/me/hem/haar/ze/je/jullie/we niet_meer/nie_meer/niet te_zoeken/te_verwachten/te_missen/zoeken/te_bellen | niet_meer/niet hoef/hoeven/hoeft te_zoeken/te_verwachten/zoeken | niet_meer/niet hoef*/hoeven te_zoeken/zoeken | hem/haar/me/mij/m/ze morgen/straks/toch/na niet_meer/nooit vinden/zien/terugzien/zoeken | hoef/hoeft/hoeven & mij/me/hem/haar & niet_meer & verwachten/zoeken/missen ~6 | dont bother/need looking/look for/to me/him/her | wont see/find/have me/him/her again/anymore/tomorrow | wont have to_worry/worry about_me/about",
      "bedankt/dankjewel/dank/sorry/vergeef/vergeving/thanks/thank_you/forgive voor/voor_alles/me/mij/for/jullie alles/alles_wat/everything & groep/groepen/groepsapp/app/neemt/telefoon/offline/onbereikbaar/leeg/afwezig/weg/brief*/mail*/sms/bericht/appje/geappt/stuurde/gestuurd/nooit/foto & -presentje/hulp/bestuur/collega/pensioen/seizoen/sponsor*/vrijwilligers/etentje/inzet ~16",
      "mooi met jullie/je/u & uit/groep*/neemt/weg/telefoon ~14 | jullie waren de/mijn beste/besten & uit/groep*/neemt/telefoon/weg ~14 | vergeef me/mij & foto/brug/trein/spoor/water/brief*/appje/gestuurd/bericht/dak/neemt ~12",
      "uit alle/de/onze groep/groepen/groepsapps/appgroepen/groepsapp gegaan/gestapt/verwijderd & bedankt/sorry/lief/liefs/pas_goed/afscheid/mooi/neemt/telefoon/onbereikbaar ~20",
      "zorg/zorgen/zorgt/pas/let goed/alsjeblieft voor/op mama/mam/papa/hond/kat/mn/mijn/de/elkaar/mam/zusje/broertje/kinderen/nummer & brief*/briefje/appje/geappt/bericht/weg/sleutel*/groep/neemt/telefoon/dag/sms/post & -oppas/vakantie/vergadering ~16",
      "niet/nie aan jou/jullie/hen/hun/mij/iemand lag/ligt & brief*/mail*/appje/bericht/zeg_maar/stoel/afwezig/dood/weg/schreef ~16 | its not your_fault/anyones_fault & goodbye/letter/text/message/note ~12",
      "straks/dan/binnenkort/morgen/gauw zijn/ben jullie/ze/u/je van/me me/mij/hem/haar/hem_af/af_af af | zijn/ben jullie/ze/jij/u van me/mij/mn af & -vragen/mails ~4",
      "levensverzekering/polis/uitvaartpolis/uitvaartverzekering/verzekering/life_insurance & keert/uitkeert/uitkeerd/voor_jullie/doet_het/doet/klaargelegd/klaar/opgezocht/gekeken/geregeld/regelen/pays/kopie/worth & zei/zegt/sorry/laatste/weg/toch/morgen/gekeken/tafel/zijn/brief*/said/appt/vroeg & -auto/reis/premie/aanmaning/incasso/zorgverzekering/schade ~16",
      "afscheidskaart*/afscheidskaarten/afscheidsmail*/afscheidsapp*/afscheidsbrieven & -collega/pensioen/juf/meester/school/groep_8/zingen/knutsel* | uitvaart/begrafenis/crematie/muziek & eigen/uitgezocht/geregeld/regelen/opgeschreven/kiest/liedjes & zijn/haar/jong/16/17/15/14/leerling/zelf & -overleden/opa/oma/overlijden/gestorven ~7",
      "is/was vandaag/morgen/zondag/vrijdag/dit/de/mijn/t laatste/mn_laatste dag & zegt/zei/zeg/schreef/appte/says/said & -stage/werk/werkdag/school/kamp/vakantie/seizoen/schooldag/kermis/inleveren/aanbieding/juf ~8",
      "klaar is/ben met_het_spel/met_spelen | jij_bent/de eerste & laatste/rest & dood/verzekering/bank/leent/huilend ~20 | nog een/1 keer & aftelt/aftellen/kerst & kinderen/daarna ~12",
      "bedankt/dank dat/dat_u/dat_je de/u/je enige was/bent | mijn/zijn/haar/een laatste brief/briefje/bericht/appje/app/mail/groet/wens | laatste keer & afscheid/spreek/zie_je/omhels*/knuffel ~6",
      "briefje/brief/note/letter & pillen/pills/touw/mes/medicijnen/rope/sleutels/sleutel/auto_weg/auto_is/weg_is & -winkel/gymtas/sleutel_kwijt/huisarts/apotheek/recept/gevonden_voorwerp ~8 | brief/briefje voor_als & niet_meer/weg ~8 | brief/briefje geschreven/achtergelaten/gevonden/ligt & afscheid/sorry/weg/vermist/dood/leven/niet_meer/kwijt/verdwenen ~12 | left a note/letter & gone/sorry/goodbye/missing/cant_find ~12",
      "this is goodbye | said/says/saying her/his/final/last/their goodbyes/goodbye | last/final message/text/post & goodbye/sorry/love_you/everything | sorry for everything | love you all & goodbye/sorry/last | bye forever | tell mum/mom/my/them i/that love/loved/sorry & never/goodbye/last/gone/note",
      "aan/on/zondag/weekend/maandag klaar/opgelost/voorbij/over_dan & niet_meer_verwachten/verwachten/niet_meer_zien ~10 | dan is/zijn het/alles/t/problemen klaar/opgelost/voorbij & neemt/nemen/pillen/touw/niet_meer/verwachten/zoeken/brug/rest ~12",
      "wanneer/als/maandag/morgen ik morgen/maandag niet_kom/er_niet_ben is/dat/dan & niet_omdat/ziek/weet_je ~10 | dan/before/voordat heb ik eindelijk rust & medicijnen/pillen/alleen/weekend ~30 | eindelijk rust/vrij & pillen/medicijnen/touw/dood/brief* ~14",
      "take care of my/the dog/cat/mum/mom/brother/sister/kids & gone/goodbye/note/text/sorry | niet willen/wil/wilt/wou overleven/te_overleven & hond/vogels/kat ~12 | hoeven/hoeft ze/hij mij niet_te_overleven",
    ],
  },
];

/** Word lists of this file, for the book. */
export const farewellConcepts = { dear, gave, strange } as const;
