import type { Classification, Classified, NetReading } from "#signal/classified.ts";
import type { AgeGroup, Category, Danger, Kind, Urgency } from "#signal/words.ts";
import { mostUrgent, raised } from "#signal/words.ts";

/** What is known when a decision is asked. */
export interface Known {
  readonly net: NetReading;
  /** Null: the classifier has not spoken yet. `failed`: it could not, a human decides. */
  readonly classification: Classification | "failed" | null;
  readonly danger: Danger | null;
  readonly ageGroup: AgeGroup | null;
}

/**
 * What the system decides until a human does: the classifier's answer with the safety net, the answer to "is er nu
 * gevaar?" and the age applied (domain.md 2.2 and Settled readings). Never below the net; nothing in here lowers.
 */
export function verdict(known: Known): Classified {
  const { net, danger } = known;
  const read = known.classification;
  const said = read && read !== "failed" ? read : unspoken(known);
  const categories = categoriesOf(said, net);
  const kind = kindOf(said, net, danger, categories);
  const evidence = [...net.flags.map(({ quote, level }) => ({ quote, pointsTo: level })), ...said.evidence];
  const flags = net.flags.map(({ rule, level }) => ({ rule, level }));
  const { confidence, engine, version } = said;
  const insider = kind === "other" && (said.insider === true || net.insider === true);
  const base = { kind, confidence, evidence, insider, engine, version, flags };
  if (kind === "not_a_signal") return { ...base, categories: [], urgency: "none" };
  const settled: readonly Category[] = categories.length ? categories : ["unclear"];
  return { ...base, categories: settled, urgency: urgencyOf(said, known, settled) };
}

/** What is said before the classifier has spoken, or when it could not. */
function unspoken({ net, classification }: Known): Classification {
  return {
    kind: "signal",
    categories: net.categories,
    urgency: classification === "failed" ? "soon" : "preventive",
    confidence: "low",
    evidence: [],
    engine: "safety-net",
    version: net.version,
  };
}

/** The answer with the subjects that the net adds to it: a second reader adds to those, and takes none of them away. */
export function withNet(said: Classification, net: NetReading): Classification {
  return { ...said, categories: categoriesOf(said, net) };
}

/** What the net is about counts where it sees acute danger, or where nobody else names a subject: it knows words, the classifier the whole. */
function categoriesOf(said: Classification, net: NetReading): Category[] {
  const isNamed = said.categories.some((category) => category !== "unclear" && category !== "other");
  const added = isNamed && net.level !== "acute" ? [] : net.categories;
  const all = [...new Set([...said.categories, ...added])];
  const known = all.filter((category) => category !== "unclear");
  if (known.length === 0) return all.slice(0, 1);
  // A wrong inside a club stays with the outside contact unless the rules see something else as well.
  if (said.kind !== "other" || known[0] !== "other") return known.slice(0, 3);
  return [...known.filter((category) => category !== "other"), "other" as const].slice(0, 3);
}

function kindOf(
  said: Classification,
  net: NetReading,
  danger: Danger | null,
  categories: readonly Category[],
): Kind {
  const inFour = categories.some((category) => category !== "other" && category !== "unclear");
  if (inFour) return "signal";
  if (categories.includes("other")) return "other";
  if (said.kind !== "not_a_signal") return said.kind;
  return net.level !== null || (danger !== null && danger !== "no") ? "signal" : "not_a_signal";
}

function urgencyOf(said: Classification, known: Known, categories: readonly Category[]): Urgency {
  const { net, danger, ageGroup, classification } = known;
  const fragile = categories.includes("domestic_violence") || categories.includes("psychological");
  let level: Urgency = said.urgency === "none" ? "preventive" : said.urgency;
  if (net.level) level = mostUrgent(level, net.level);
  // 2.2 c: one level up, never above urgent by this alone.
  const liftsChild = (ageGroup === "0-4" || ageGroup === "4-12") && fragile;
  if ((liftsChild || ageGroup === "75+") && level !== "urgent" && level !== "acute") level = raised(level);
  if (classification !== null) {
    // 2.2 b: doubt is one up, and so is a missing age where it matters.
    if (said.confidence === "low") level = mostUrgent(level, "soon");
    if (ageGroup === null && fragile) level = mostUrgent(level, "soon");
  }
  if (danger === "now") return "acute";
  if (danger === "maybe" || danger === "unknown") return mostUrgent(level, "urgent");
  return level;
}
