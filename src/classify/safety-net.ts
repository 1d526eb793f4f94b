import type { Found } from "#classify/reading/find.ts";
import type { Hit, Reading } from "#classify/reading/reading.ts";
import { hitsIn, quoteOf, read } from "#classify/reading/reading.ts";
import { redFlags } from "#classify/red-flags/all.ts";
import { redFlagBook } from "#classify/red-flags/book.ts";
import { sparerOf } from "#classify/red-flags/not-meant.ts";
import type { RedFlag } from "#classify/red-flags/red-flag.ts";
import {
  isByInsider,
  isOnSomebodysWord,
  isPlanDenied,
  isRecent,
  otherDaysOf,
  tellsOfHome,
} from "#classify/red-flags/who-and-when.ts";
import type { NetReading } from "#signal/classified.ts";
import type { Category, Urgency } from "#signal/words.ts";
import { compareUrgency, mostUrgent } from "#signal/words.ts";

/** Stored with every decision; changes whenever a rule changes. */
export const netVersion = "net-6";

interface Raised {
  readonly flag: RedFlag;
  readonly level: Urgency;
  readonly hit: Hit;
}

const mostFlags = 12;
/** What cannot wait a minute while it goes on or has just been, and a few hours where it is told of other days. */
const acuteToday = new Set([
  "violence_now",
  "alone_small",
  "injury",
  "overdose",
  "under_influence_child_now",
  "no_answer_at_door",
  "gas_or_fire",
]);
const alarmWords = new Set(
  "help helpme hulp 112 911 999 sos nood noodgeval noodsituatie emergency mayday tekenmes tekenpistool ambulance politie alarm 1 1 2 helup hellup".split(
    " ",
  ),
);
const aroundAlarm = new Set(
  "me mij ons nu aub svp alstublieft alsjeblieft please ik heb nodig bel bellen call snel direct meteen een now a is dit need i t het er u je het".split(
    " ",
  ),
);

/**
 * Reads a message for the red flags R1 to R12 of domain.md 1.4, in Dutch and English. Rules only: no model, no
 * network, no clock, nothing that a message says about itself counts. It only ever raises. Words in a game, a film
 * or a figure of speech raise nothing; negated or past ones, and some that are told of other days, raise less; in doubt they count in full.
 */
export function readNet(text: string): NetReading {
  const reading = read(text);
  const alarm = alarmOf(reading);
  const raised = raiseTogether(raisedIn(reading), reading);
  const strongest = new Map<string, Raised>();
  for (const one of raised) {
    const key = `${one.flag.rule} ${one.flag.what}`;
    const known = strongest.get(key);
    if (!known || compareUrgency(one.level, known.level) < 0) strongest.set(key, one);
  }
  const ordered = [...strongest.values()]
    .toSorted((a, b) => compareUrgency(a.level, b.level) || a.hit.first - b.hit.first)
    .slice(0, mostFlags);
  const flags = ordered.map(({ flag, level, hit }) => ({ rule: flag.rule, level, quote: hit.quote }));
  if (alarm) flags.unshift(alarm);
  return {
    level: flags.reduce<Urgency | null>((top, { level }) => (top ? mostUrgent(top, level) : level), null),
    flags,
    categories: categoriesOf(ordered, reading),
    ...(ordered.some((one) => isInside(one, reading)) ? { insider: true } : {}),
    version: netVersion,
  };
}

function raisedIn(reading: Reading): Raised[] {
  const isSparedBy = sparerOf(reading);
  const isOfOtherDays = otherDaysOf(reading);
  const isSpared = (found: Found) =>
    isSparedBy(redFlags[found.entry]?.rule ?? "", found) || isPlanDenied(reading, found);
  const isLowered = (found: Found) =>
    acuteToday.has(redFlags[found.entry]?.what ?? "") && isOfOtherDays(found);
  const hits = hitsIn(reading, redFlagBook, isSpared);
  // What is told of other days may be told of today as well, further on.
  const again = hits.some(isLowered)
    ? hitsIn(reading, redFlagBook, (found) => isSpared(found) || isLowered(found))
    : [];
  return [...hits, ...again].flatMap((hit) => {
    const flag = redFlags[hit.entry];
    const level = flag && !isSpared(hit) ? levelOf(flag, hit, reading) : null;
    if (!flag || !level) return [];
    return [{ flag, level: level === "acute" && isLowered(hit) ? "urgent" : level, hit }];
  });
}

function levelOf(flag: RedFlag, hit: Hit, reading: Reading): Urgency | null {
  switch (hit.stance) {
    case "stands":
      return flag.level;
    case "past":
      return flag.level === "acute" || flag.what === "strangling" ? "urgent" : "soon";
    case "over":
      return "soon";
    case "negated":
      // "Ze is niet suicidaal, zegt ze": somebody's word for it is no reason to look away.
      return isOnSomebodysWord(reading, hit) ? "soon" : null;
    case "denied":
    case "unreal":
      return null;
  }
}

/** R2: acute when it happened in the last three days, or together with another flag. */
function raiseTogether(raised: readonly Raised[], reading: Reading): Raised[] {
  const weighty = new Set(
    raised
      .filter((one) => one.level !== "soon" && /^R(1|2|3|4|7)$/.test(one.flag.rule))
      .map((one) => one.flag.what),
  );
  weighty.delete("escalation");
  weighty.delete("not_home_unsure");
  return raised.map((one) => {
    if (one.flag.rule !== "R2" || one.level !== "urgent" || one.hit.stance !== "stands") return one;
    const together = [...weighty].some((what) => what !== one.flag.what);
    return together || isRecent(reading, one.hit) ? { ...one, level: "acute" } : one;
  });
}

/** A wrong inside the club or school, not at home. */
function isInside({ flag, hit }: Pick<Raised, "flag" | "hit">, reading: Reading): boolean {
  return /^R(7|8)$/.test(flag.rule) && isByInsider(reading, hit);
}

function categoriesOf(raised: readonly Raised[], reading: Reading): Category[] {
  const found = raised.flatMap(({ flag, hit }): Category[] => {
    if (flag.rule === "R12") return [];
    if (flag.about !== "domestic_violence") return [flag.about];
    if (isInside({ flag, hit }, reading)) return ["other"];
    // A knife in a schoolbag is not domestic violence.
    return flag.rule !== "R1" || tellsOfHome(reading) ? [flag.about] : [];
  });
  return [...new Set(found)].slice(0, 3);
}

// domain.md 2.3, T7: nothing but "help", "112" or a knife.
function alarmOf(reading: Reading): { rule: string; level: Urgency; quote: string } | null {
  const { tokens, message } = reading;
  // "/help" asks how this works.
  if (tokens.length === 0 || tokens.length > 8 || /^\s*\/help\s*$/iu.test(message)) return null;
  const isAlarm = (words: readonly string[]) => words.some((word) => alarmWords.has(word));
  const readings = tokens.map((token) => [token.word, ...token.also]);
  const alarming = readings.findIndex((words) => isAlarm(words) && words.some((word) => word.length > 1));
  if (alarming < 0) return null;
  const spelled =
    (readings[0]?.some((word) => word.length > 2 && alarmWords.has(word)) ?? false) &&
    tokens.every((token) => token.word.length === 1);
  const only = readings.every((words) => isAlarm(words) || words.some((word) => aroundAlarm.has(word)));
  if (!only && !spelled) return null;
  return { rule: "R1", level: "acute", quote: quoteOf(reading, 0, tokens.length - 1) };
}
