import { bookOf } from "#classify/reading/book.ts";
import type { Found } from "#classify/reading/find.ts";
import { everyFind } from "#classify/reading/find.ts";
import type { Hit, Reading } from "#classify/reading/reading.ts";
import { hitsIn } from "#classify/reading/reading.ts";
import { redFlagConcepts } from "#classify/red-flags/concepts.ts";

const entries = [
  {
    name: "recent",
    when: [
      "wurgt/strangling/choking/wurg haar/hem/me/mij/moeder/mama/her/him/mum/vrouw | is/was haar/hem aan_het_wurgen | kom_snel | @today | heeft/heb/hebben/had/is/zijn/werd/werden haar/hem/me/mij/ze/zich/dr/ons/m net | net in/bij/tegen/aan | een/twee/drie/1/2/3/paar/two/three/a dag/dagen/days/day geleden/terug/ago | sinds/since maandag/dinsdag/woensdag/donderdag/vrijdag/zaterdag/zondag",
      "maandag | dinsdag | woensdag | donderdag | vrijdag | zaterdag | zondag | monday | tuesday | wednesday | thursday | friday | saturday | sunday | knijpt/wurgt/pakt/drukt/grijpt/houdt/legt bij/haar/om/zijn/keel/hem keel/strot/dicht/handen | is_choking | is_strangling",
    ],
  },
  {
    name: "longer_ago",
    when: [
      "elke/iedere/vorige/every/op/last maandag/dinsdag/woensdag/donderdag/vrijdag/zaterdag/zondag/monday/tuesday/wednesday/thursday/friday/saturday/sunday | soms | sometimes | vorige week/maand/keer/zomer | laatst | weken/maanden/week/tijdje/tijd geleden | een tijdje/tijd | last_week | last_month | weeks ago",
    ],
  },
  {
    name: "insider",
    when: [
      "trainer/trainster/coach/docent/docente/leraar/lerares/leerkracht/juf/meester/mentor/gymleraar/gymdocent/leider/jeugdleider/begeleider/vrijwilliger/conciergefunctie/concierge/bestuurslid/voorzitter/scheidsrechter/hulptrainer/jeugdtrainer/assistent_trainer/keeperstrainer/zwemleraar/zwemtrainer/scoutingleider/jongerenwerker/teacher/groepsleider/pedagogisch_medewerker/stagiair/bso_leidster/imam/pastoor/dominee/masseur/fysio/verzorger/teammanager",
    ],
  },
  {
    name: "family",
    when: [
      "vader/papa/stiefvader/oom/opa/broer/neef/mama/moeder/ouders/stiefmoeder/pleegvader/grootvader/dad/father/stepdad/uncle/grandpa/brother/cousin/partner/vriend_van/mamas_vriend/ex/man",
    ],
  },
  {
    name: "somebodys_word",
    when: [
      "zegt/zei/zeggen/zeg/beweert/beweerde/volgens/zogenaamd/zogezegd/says/said/claims/claimed/according/apparently/maar/toch/but/ondertussen/though",
    ],
  },
  {
    name: "home",
    when: [
      "vader/papa/stiefvader/moeder/mama/stiefmoeder/ouders/ouder/man/vrouw/exman/exvriend/exvrouw/expartner/ex/vriend/partner/buurvrouw/buurvr/buurman/buren/hiernaast/thuis/gezin/broer/zus/oom/opa/oma/zoon/dochter/echtgenoot/verloofde/bovenburen/onderburen/benedenburen/haar/familie/kinderen/kids/baby/home/husband/wife/boyfriend/girlfriend/dad/father/mum/mom/mother/stepdad/family/neighbour/neighbours/neighbor/neighbors/her/huis/relatie/kind",
    ],
  },
] as const;

/** Other days, and today. */
const days = [
  {
    name: "habit",
    when: [
      "elke/elk/iedere/ieder/every dag/avond/nacht/ochtend/middag/week/weekend/maand/keer/maandag/dinsdag/woensdag/donderdag/vrijdag/zaterdag/zondag/pauze/training/les/wedstrijd/day/evening/night/week/time | telkens | soms | geregeld klappen/ruzie/dronken/alleen/geslagen | vaak | vaker | altijd | regelmatig | meestal | wekelijks | dagelijks | weleens | wel_eens | ooit | sometimes | often | always | usually | s_avonds | savonds | s_ochtends | sochtends | s_morgens | smorgens | s_middags | smiddags",
      "vorige/vorig/afgelopen/last week/maand/keer/zomer/winter/voorjaar/najaar/weekend/month/year/time | laatste tijd | al weken/maanden/jaren/jaar/tijden | al een/paar/twee/drie/vier/vijf/zes/2/3/4/5/6/7/8 weken/week/maanden/maand/jaren/jaar | weken/maanden/jaren/jaar lang/geleden | weeks/months/years ago",
    ],
  },
  {
    name: "present",
    when: [
      "@now | @today | net | weer | nog_steeds | steeds_nog | bezig | morgen | over een/half/twee/drie/kwartier/uur/tien/vijf | just | again | tomorrow | help | 112 | sinds/since vanmorgen/vanochtend/gister/gisteren/vannacht/uur/yesterday",
    ],
  },
] as const;

const book = bookOf(entries, redFlagConcepts);
const daysBook = bookOf(days, redFlagConcepts, "as_written");

function spotsOf(reading: Reading, name: (typeof entries)[number]["name"]): Hit[] {
  return hitsIn(reading, book).filter((hit) => entries[hit.entry]?.name === name);
}

function distance(reading: Reading, a: Hit, b: Hit): number {
  const [left, right] = a.first <= b.first ? [a, b] : [b, a];
  return Math.max(0, (reading.tokens[right.first]?.place ?? 0) - (reading.tokens[left.last]?.place ?? 0));
}

/** Was it in the last three days, as far as the words near it say? */
export function isRecent(reading: Reading, hit: Hit): boolean {
  const near = (name: "recent" | "longer_ago") =>
    spotsOf(reading, name).some((spot) => distance(reading, spot, hit) <= 10);
  return near("recent") && !near("longer_ago");
}

/**
 * Tells whether a find is told as what happens now and then, or once did, and not of today, in the sentences that its
 * words stand in.
 */
export function otherDaysOf(reading: Reading): (found: Found) => boolean {
  const sentenceOf = (place: number) => reading.tokens[place]?.sentence;
  let told: Record<(typeof days)[number]["name"], Set<number | undefined>> | null = null;
  const tellsOf = () => {
    const sentences = { habit: new Set<number | undefined>(), present: new Set<number | undefined>() };
    for (const { entry, first } of everyFind(daysBook, reading.tokens)) {
      const name = days[entry]?.name;
      if (name && !isNowAlready(reading, first)) sentences[name].add(sentenceOf(first));
    }
    return sentences;
  };
  return ({ own }) => {
    told ??= tellsOf();
    const { habit, present } = told;
    const sentences = own.map(sentenceOf);
    return sentences.some((one) => habit.has(one)) && !sentences.some((one) => present.has(one));
  };
}

/** "Nu al vier maanden" tells of months, and not of now. */
function isNowAlready({ tokens }: Reading, at: number): boolean {
  if (tokens[at]?.word !== "nu") return false;
  return /^nu al (\S+ ){0,2}(weken|maanden|jaren|week|maand|jaar)\b/.test(said(tokens.slice(at, at + 5)));
}

/**
 * Does the find rest on a plan of which somebody says that it is not there ("een plan heeft ze niet")? In front of it a "geen"
 * denies it as anything else; any other "niet" behind it denies something else.
 */
export function isPlanDenied({ tokens }: Reading, { own }: Found): boolean {
  return own.some((at) => {
    const plan = tokens[at];
    if (plan?.word !== "plan" && plan?.word !== "plannen") return false;
    const around = tokens.slice(Math.max(0, at - 1), at + 5).filter(({ clause }) => clause <= plan.clause);
    return /^een plan(nen)? (heeft|had|heb|hebben|hadden) \S+ niet( (zegt|zei|volgens|vertelt)\b|$)/.test(
      said(around),
    );
  });
}

function said(tokens: Reading["tokens"]): string {
  return tokens.map(({ word }) => word).join(" ");
}

/** Is it done by someone of a school or club, and not by family? Then it is a wrong inside that organisation (`other`). */
export function isByInsider(reading: Reading, hit: Hit): boolean {
  const near = (name: "insider" | "family") =>
    spotsOf(reading, name).filter((spot) => spot.first <= hit.last && distance(reading, spot, hit) <= 6);
  return near("insider").length > 0 && near("family").length === 0;
}

/** Does it hold only because somebody says so, or is there a "but" to it, in the same sentence? */
export function isOnSomebodysWord(reading: Reading, hit: Hit): boolean {
  const sentence = reading.tokens[hit.first]?.sentence;
  return spotsOf(reading, "somebodys_word").some((spot) => reading.tokens[spot.first]?.sentence === sentence);
}

/** Does the message tell of a home, a family, a partner, neighbours? */
export function tellsOfHome(reading: Reading): boolean {
  return spotsOf(reading, "home").length > 0;
}
