import { bookOf } from "#classify/reading/book.ts";
import type { Found } from "#classify/reading/find.ts";
import { everyFind } from "#classify/reading/find.ts";
import type { Token } from "#classify/reading/tokens.ts";

/**
 * How words stand in a message: `stands` (said of here and now, or in doubt), `past` (long ago), `over` (past and
 * resolved), `negated`, `denied` (negated with relief or emphasis), `unreal` (a game, a film, a lesson).
 */
export type Stance = "stands" | "past" | "over" | "negated" | "denied" | "unreal";

interface Cue {
  readonly name: string;
  readonly when: readonly string[];
}

const cues = [
  {
    name: "figurative",
    when: [
      "dood_van honger/lachen/schrik/schaamte/kou/verveling/spanning | verga van honger | sterf/sterven/sterft/omkomen/kom_om/rammel van honger",
      "honger omkomen | kapot van honger | lach*/lag*/schrok*/schrik*/verveel*/erger*/schaam*/werk*/zoek* me/mij/zich/me_echt dood/kapot/rot",
      "doodnormaal* | doodgewoon | doodmoe | doodop | doodsimpel | doodleuk | doodstil | bloedheet | bloedmooi | moordvent | moordwijf",
      "moordend tempo | moordtempo | moord voor | moord_en_brand | doodlopend* | dode hoek | deadline* | dood punt | dode batterij | batterij dood",
      "kan/kon/wil/zou/zal hem/haar/ze/hen/je/jou/die/ons wel vermoorden/wurgen/schieten/slaan/killen/aanvliegen/wat_doen",
      "kan/kon je/hem/haar/ze wel | wel_wat aandoen | slaat/sloeg/slaan/slaagt nergens op | slaat_over | slaat_op_hol | slaat de plank | slaat aan | slaat_een alarm",
      "slaat_dicht | sloeg_dicht | slaan/slaat/sla/sloeg les/lessen/maaltijd/ontbijt/lunch/training/trainingen/maaltijden | slaat door | door_de mand",
      "bal/ballen/shuttle/tennisbal/honkbal slaan/slaat/sloeg/schieten/schiet/schoot/trapt/trappen/schopt/schoppen | slaat/slaan/sloeg/schiet/schieten/schoot/trapt/trap/trappen/schopt/schoppen bal/ballen/doelpunt/penalty/goal",
      "op_doel | in het doel | strafschop* | vrije trap | klappen/klapt/klapte/klap in handen | publiek klapte/klappen/klapt | applaus* klappen",
      "ouders/iedereen/publiek/zaal/kinderen klapten/klapte/klappen voor | klappen voor | klap op vuurpijl | klap voor mijn/de portemonnee | grote klap voor | stok_achter de deur | door_het dolle heen",
      "wesp/bij/mug/bijen/wespen/horzel/kwal gestoken/steken/stak/prik* | gestoken door wesp/bij/mug/kwal | zonnesteek | hart gestolen | geen mes_tussen",
      "met mes & brood/kaas/taart/groente/groenten/fruit/appel/appels/vlees/ui/uien/kookles/kookclub/koken/boterham* ~5",
      "mes en vork/lepel | vork en mes | messen en vorken | brood/kaas/groente/groenten/aardappelen/taart/appel/ui/uien/fruit/fruitje/vlees/komkommer snijden/snijdt/sneed/gesneden",
      "snijden/snijdt/sneed brood/kaas/groente/groenten/aardappelen/taart/appel/ui/uien/fruit/fruitje/vlees/komkommer/hout/papier/karton | kraslot* | krasloten | krassen op auto/lak/bank/tafel/deur",
      "grijpt/greep/grijp/vliegt/vloog me/mij/ons naar keel/strot | brok keel | keelpijn | keelontsteking | kikker keel | hang*/hangt keel uit | keel_uit | zere/schorre/rauwe keel | pijn in mn/zijn/haar/de keel",
      "dead tired | killing it | kill/kills/killed it/time | kill/die for a/some coffee/pizza/beer/holiday/chocolate | dying to see/know/meet | dying of laughter/boredom | im dead haha/lol",
      "bored to death | scared to death of spiders | killing me haha/lol | this homework is killing | photo/video/movie shoot | shoot me a/an message/mail/email | hit the ball/gym/road/target/post/bar | hits the ball | big hit",
      "vol_gas | gas_geven | gas_gegeven | geef gas | gas erop | op_gas | gaspedaal | gas terug* | lachgas* | gasfornuis | gas/licht/water rekening*/factuur/achterstand*",
      "adem* benemend* | in brand/vuur voor | vuur_en_vlam | warm_vuur | kampvuur* | vuurwerk | brand_van verlangen | hart_in_brand | burn out | burnout* | rokerig",
      "gekke huis | gekkenhuis | ziek goed | verslaafd_aan chocola/chocolade/koffie/snoep/sporten/kaas | ruzie/vechten om bal/speelgoed/beurt/plek | stoei* | vechtsport* | judo | kickboks* | boks/boksen/boksles/bokstraining",
    ],
  },
  {
    name: "unreal",
    when: [
      "fortnite | gta* | minecraft | roblox | valorant | overwatch | warzone | counterstrike | csgo | fifa | brawl_stars | clash_royale | clash_of_clans | call_of_duty | cod | among_us | league_of_legends | zelda | pokemon",
      "in een/de/het/dat/die/a/the/this game/games/spel/spelletje/computerspel/film/films/horrorfilm/serie/series/boek/stripboek/aflevering/musical/toneelstuk/toneelspel/voorstelling/verhaaltje/videogame/movie/show/novel/book/play",
      "in games/films/series/boeken/movies | netflix* | spreekbeurt* | boekbespreking* | boekverslag* | werkstuk* | profielwerkstuk* | gastles* | toneelles | rollenspel",
      "film/serie/boek/documentaire/podcast/artikel/musical/voorlichting/les/lessen/cursus/workshop/training/presentatie/project/theatervoorstelling/folder/poster/campagne/movie/book/documentary/lesson/presentation over/about/on",
      "gelezen in krant/boek | op het nieuws | nieuwsbericht* | in de krant | in_het_nieuws | on the news | in the newspaper | bhv_oefening | brandoefening* | ontruimingsoefening* | fire drill",
      "lasergame* | paintball* | nerf* | waterpistool* | waterpistolen | speelgoedpistool* | speelgoedgeweer* | klapperpistool* | toneelpistool | plastic pistool/mes/zwaard | speelgoed mes/pistool | tikkertje | cowboytje* | ridders | ingame",
    ],
  },
  {
    // Words that make a game or a lesson a way in to something real: then nothing is put aside.
    name: "doubt",
    when: [
      "echt | echte | thuis | sinds | sindsdien | daarna | achteraf | opeens | ineens | begon | huilde | huilt | huilen | vertelde | vertelt | bekende | toen_zei | zei_ze ook | zelf_ook | ook_zelf | herken* | eigen | real | really | at_home | afterwards | since | crying | cried | confided",
      "ze/hij/meisje/jongen/leerling/she/he ook | ook bij/zo haar/hem/zo | doet/doen denken aan | net als thuis/hij/zij | zelf | herself | himself | bang | scared | afraid",
    ],
  },
  {
    name: "joking",
    when: [
      "grapje* | grap | haha* | hihi | hahah* | lol | xd | lmao | jk | just_kidding | joking | geintje | hahaha | pesterijtje",
    ],
  },
  {
    name: "relief",
    when: [
      "gelukkig | godzijdank | goddank | luckily | fortunately | thank_god | helemaal niet | absoluut niet | zeker niet | geen sprake | niks aan hand | niets aan hand | geen enkel* | no_sign_of | not at_all | bleek/blijkt niet/vals/onzin | loos alarm | false alarm",
    ],
  },
  {
    name: "past",
    when: [
      "vorig/vorige/afgelopen/verleden jaar/zomer/winter/maand/seizoen/schooljaar | jaren/jaar/maanden/maand geleden | jaren_terug | jaar_terug | maanden terug | in het verleden | vroeger | destijds | lang/lange geleden | in zijn/haar/mijn/hun jeugd | als kind | toen ik/hij/zij klein/jong/kind",
      "last year/month/summer/season | years/months ago | in_the past | back_then | used_to | long_ago | when i/she/he was little/young/small | as a child | in_19* | in_200* | in_201*",
    ],
  },
  {
    name: "still",
    when: [
      "weer | opnieuw | nog_steeds | nog_altijd | sinds | sindsdien | sedert | vanaf | al_sinds | nu | vandaag | vanavond | vannacht | gisteren | straks | morgen | again | still | since | now | today | tonight | yesterday | tomorrow",
    ],
  },
  {
    name: "resolved",
    when: [
      "nu/inmiddels/ondertussen/sindsdien/weer gaat/loopt/is/zijn/alles goed/prima/rustig/beter/opgelost/veilig/voorbij | nu/inmiddels gaat/loopt/is het/alles/ze/hij weer/veel/wel/heel/gelukkig goed/prima/beter/rustig | gaat nu/weer/inmiddels goed/beter/prima | gaat het nu/weer goed/beter/prima | is/zijn opgelost | is voorbij | is verleden tijd | is_afgehandeld | is afgerond | alles opgelost",
      "nu/inmiddels in behandeling | krijgt nu/inmiddels/al hulp | heeft nu/inmiddels hulp | is nu/inmiddels clean | al jaren/maanden clean/nuchter/niet | doing/is/are fine/well/ok/better/good now | is/was resolved | is all good now | over and done",
    ],
  },
] satisfies readonly Cue[];

const cueBook = bookOf(cues, {});
const negators = new Set(
  "niet nie geen geeneen nooit niks niets niemand zonder nergens nimmer not no never none nobody dont doesnt didnt isnt wasnt hasnt havent wont without neither".split(
    " ",
  ),
);
/** After these, `niet` says something else than that it did not happen. */
const besideNegator = new Set(
  "weet weten wist durf durft durfde durven kan kon kunnen wil wilt wilde mag mocht snap snapt begrijp begrijpt zeker zo of of can cannot could dare dares know knows sure want wants only".split(
    " ",
  ),
);
const afterNegator = new Set(
  "alleen eerste normaal zeker weten goed best enkel gek te voor dat of of normaal verder zomaar leuk only just sure first okay normal".split(
    " ",
  ),
);
/** Between a find and a "niet" before or after it, these begin something new. */
const links = new Set(["en", "and", "maar", "but", "want", "of", "or"]);
const nounNegators = new Set(["geen", "zonder", "no", "without", "geeneen"]);

/** What surrounds the words of a message. */
export interface Surroundings {
  /** Words of a figure of speech: not to be read literally. */
  readonly figurative: ReadonlySet<number>;
  stanceOf(found: Found): Stance;
}

/** Reads what surrounds the words of a message. */
export function surroundingsOf(tokens: readonly Token[]): Surroundings {
  const figurative = new Set<number>();
  const bySentence = new Map<string, Set<number>>();
  const everyCue = collectCues(tokens);
  for (const { name, found } of everyCue) {
    if (name === "figurative") for (let i = found.first; i <= found.last; i++) figurative.add(i);
    const sentences = bySentence.get(name) ?? new Set<number>();
    sentences.add(tokens[found.first]?.sentence ?? -1);
    bySentence.set(name, sentences);
  }
  const has = (name: string, sentence: number) => bySentence.get(name)?.has(sentence) ?? false;

  const stanceOf = (found: Found): Stance => {
    const sentence = tokens[found.first]?.sentence ?? -1;
    if (has("unreal", sentence) && !has("doubt", sentence)) return "unreal";
    if (has("joking", sentence) && isOwnThreat(found, tokens)) return "unreal";
    if (isNegated(found, tokens)) return has("relief", sentence) ? "denied" : "negated";
    if (!has("past", sentence)) return "stands";
    if (has("resolved", sentence) || has("resolved", sentence + 1)) return "over";
    return has("still", sentence) ? "stands" : "past";
  };
  return { figurative, stanceOf };
}

function collectCues(tokens: readonly Token[]): { name: string; found: Found }[] {
  return everyFind(cueBook, tokens).map((found) => ({ name: cues[found.entry]?.name ?? "", found }));
}

// "ik vermoord je haha": the writer himself, as a joke. A joke that somebody else makes is no reason to look away.
function isOwnThreat(found: Found, tokens: readonly Token[]): boolean {
  for (let i = Math.max(0, found.first - 2); i <= found.last; i++) {
    const word = tokens[i]?.word;
    if (word === "ik" || word === "i" || word === "ill") return true;
  }
  return false;
}

function isNegated(found: Found, tokens: readonly Token[]): boolean {
  const clauses = new Set(found.own.map((i) => tokens[i]?.clause));
  for (let i = Math.max(0, found.first - 3); i <= Math.min(tokens.length - 1, found.last + 2); i++) {
    const token = tokens[i];
    if (!token || !negators.has(token.word) || found.own.includes(i) || !clauses.has(token.clause)) continue;
    if (besideNegator.has(tokens[i - 1]?.word ?? "") || afterNegator.has(tokens[i + 1]?.word ?? "")) continue;
    if (besideNegator.has(tokens[i - 2]?.word ?? "") && i < found.first) continue;
    if (i > found.last && links.has(tokens[i - 1]?.word ?? "")) continue;
    if (i < found.first && links.has(tokens[i + 1]?.word ?? "")) continue;
    // Far from every word that was looked for, it denies something else.
    if (!found.own.some((own) => (own > i ? own - i <= 3 : i - own <= 2))) continue;
    if (nounNegators.has(token.word) && !found.own.some((own) => own > i && own - i <= 2)) continue;
    return true;
  }
  return false;
}
