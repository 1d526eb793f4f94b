import type { Sign } from "#classify/embedded/sign.ts";

/** Debt and poverty: getting by, arrears, bailiffs, eviction, young people's debts (domain.md 1.1 GELD, 1.2, 1.3). */
export const moneySigns: readonly Sign[] = [
  {
    about: "debt",
    weight: 3,
    level: "soon",
    when: [
      "schuld/schulden/schulde/schuldeiser*/schuldhulp*/schuldsaner*/wsnp/gokschuld*/huurschuld*/belastingschuld*/studieschuld*/schuldenaar & -voelt/gevoel/mijn_eigen_schuld/jouw_schuld/eigen_schuld/zijn_schuld/haar_schuld/krijgt_de_schuld ~3 | schulden | schulde | in_de schulden | problematische schulden | debts | in_debt | debt collector* | bailiff*",
      "deurwaarder* | deurwaarer | deurwaarders | incasso* | incassobureau* | aanmaning* | dwangbevel | beslag | loonbeslag | bewind | bewindvoer* | onder_bewind | in_bewind | huurachterstand* | huurachterstant | betalingsachterstand* | achterstand & huur/betal*/energie/hypotheek/zorgverzekering/rekening* | betalingsherinner* | betalingsregeling | vroegsignalering | geldfit | rent arrears | behind on/with rent/bills/payments | unpaid bills | repossess*",
      "uithuiszet* | huisuitzet* | ontruim* | uit huis gezet/zetten/gezet_worden | huis uit gezet/zetten/moeten | op straat gezet/zetten | uitzetten | uitgezet & huis/woning/gezin/familie/deurwaarder | gas/licht/stroom/water/elektra afgesloten/eraf/afgesneden/afsluiten | afgesloten/afsluiten gas/licht/stroom/water/van | gas en licht eraf/af | evict* | eviction | cut_off gas/power/electricity | lose their house/home",
      "geen/weinig/nauwelijks/amper/onvoldoende geld/cent/centen/sinten/doekoe/saaf/para/poen/inkomen/jild voor/meer/om/hebben/thuis/over/te/eten/hebbe | geen geld | geen cent | geen_geld | krap bij_kas/kas | krap & kas/geld/zitten/zit | eindjes aan_elkaar/elkaar knopen/knoopt | rood staan/staat | staat rood | blut | in_de min | skeer | geen doekoe/saaf/para | kan/kunnen rekening*/huur/contributie/schoolreis/eten/boodschappen/energie niet betalen | niet betalen kan/kunnen | niet rondkomen | rondkomen | komen niet rond | komt niet rond | money problems/troubles/worries | no money | cant afford/pay | struggling financially/with_money/to_pay | broke",
      "voedselbank* | kledingbank | speelgoedbank | stichting_leergeld | leergeld | bijstand & krap/rond*/geld/gezin/moeder | minimum* & inkomen/gezin | armoede* | arm gezin/huishouden | armoedig* | poverty | food bank | foodbank | geldproblemen | geldzorgen | geldgebrek | financiele/financieele problemen/zorgen/moeilijk* | financieel & moeilijk/slecht/krap/zwaar/problemen/zorgen/niet | toeslag* & terugbetalen/stopgezet/terugvorder*/terug | toeslagenaffaire",
      "klarna | achteraf betalen/betaald/betaling* | afterpay | riverty | in3 & betalen | ome_duo | lening* | leningen | leent geld/steeds/bij/van | geld lenen/geleend/leent/geleende | geldezel* | geldezels | pinpas uitgeleend/uitlenen/afgegeven/verkocht | rekening uitgeleend/verkocht | money mule | loan shark | tikkie/tikkies niet/nooit terug/betaald/betaalt | betaalt tikkie* niet/nooit | schuld* bij vrienden | bnpl",
    ],
  },
  {
    about: "debt",
    weight: 2,
    level: "preventive",
    when: [
      "contributie/lidgeld/ouderbijdrage/schoolgeld/kampgeld/inschrijfgeld & niet/nooit/achterstand/maanden/betaald/betalen/openstaan/niet_betaald & -hoeveel/wanneer/hoe/verhoging/kan_ik/mijn ~6 | contributie niet/nooit betaald/betaalt/betalen | betaalt contributie niet",
      "vraagt/vraag/vroeg & eten & steeds/vaak/mag/elke/weer ~8 | thuis & niks/niets/geen/weinig & eten ~8 | geen/nooit/zonder brood/lunch/eten/broodtrommel/ontbijt/fruit/eten_mee/boterham/brood_mee mee/bij/school/meer/gehad/pauze | steeds geen/zonder brood/lunch/eten | lege broodtrommel | broodtrommel leeg | geen brood mee | eten mee nooit/geen | vraagt om/steeds_om eten | vraagt eten | bedelt | eet/pikt/steelt/pakt brood/eten van anderen/klasgenoten/andere | honger & school/les/pauze/klas/training ~6 | no/without lunch/food/breakfast at/to school | always hungry | comes to school hungry",
      "niet/nooit mee op/met schoolreis/schoolreisje/kamp/uitje/excursie/schoolkamp/uit/toernooi | schoolreis/schoolreisje/kamp/excursie/schoolkamp & niet/geen/geld/betalen/afgemeld & -ziek/verslaap*/bang ~6 | wou/wil/gaat/mag niet mee schoolreis/op_schoolreis/kamp/op_kamp",
      "ongeopende post/brieven/enveloppen | post/brieven/enveloppen & ongeopend/stapel/stapels/stapelt/opstapel*/blauwe/maakt_niet_open/dicht/durft/opent ~5 | stapel/stapels/bergen post/brieven/rekeningen/aanmaningen | blauwe enveloppen | brief/brieven van incasso/deurwaarder/cjib/belasting*/gemeente | cjib | boetes & betal*/stapel*/veel",
      "te_kleine/te_klein/kapotte/versleten/gaten/te_dunne schoenen/jas/kleren/gympen/voetbalschoenen/sportschoenen/winterjas/kleding | schoenen/jas/kleren/gympen te_klein/kapot/gaten/versleten/plakband/tape & @child/speler/leerling/steeds/nog/altijd/jongen | geen winterjas/jas/tenue/gymkleren/gymschoenen/scheenbeschermers/voetbalschoenen/sportkleding/schoenen/fiets/laptop & @child/gezin/speler/koud/winter/heeft/hij/ze ~7 | zomerjas/zomerschoenen/slippers & winter/koud/vriest/sneeuw | shoes with/have holes | no winter_coat/coat/jacket",
      "geen licht/verwarming/kachel/stroom/internet & huis/thuis/woning/buren/avond*/koud/winter/gezin ~6 | verwarming/kachel uit/niet_aan/laag/blijft_uit & kosten/duur/jas/koud/geld/durft/te_duur/rekening/gezin/oma/buurvrouw ~6 | kaarsen & stroom/licht/geen | dekens & koud/verwarming/kachel | te duur & boodschappen/energie/huur/sport/contributie/gezin ~5 | energierekening | huur & niet/achter/betalen/hoog/opgezegd/dreig* & -zaal/huren/verhuur ~4",
    ],
  },
  {
    about: "debt",
    weight: 1,
    level: "preventive",
    when: [
      "geld & steeds/altijd/stress/ruzie/zorgen/weg/tekort/pikt/steelt/gestolen/vraagt/vaag/kwijt ~5 | kassa & geld/weg | baan/werk kwijt/verloren/ontslagen & -bal/fiets | ontslagen | werkloos | faillie* | uitkering | schaamt zich & geld/eten/kleren/thuis/schoenen ~6 | trakteert/traktatie/trakteren niet/nooit/geen | verjaardag niet gevierd/vieren/trakteren | nooit/geen cadeau* | lost_his job | lost_her job",
      "lege koelkast | koelkast leeg | gordijnen dicht | verdwijnen/verdwenen/verkoopt spullen | verkoopt spullen/alles | doet/doen weinig/nooit/niet mee & gezin/kosten/uitjes/activiteiten/feestjes | zelfde kleren | afgemeld & kosten/geld/te_duur",
    ],
  },
];
