import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { parse } from "yaml";
import { z } from "zod";
import {
  ageGroups,
  awarenesses,
  categories,
  dangers,
  kinds,
  languages,
  roles,
  sources,
  urgencies,
} from "#signal/words.ts";

const message = z.strictObject({
  id: z.string().regex(/^m\d{3}$/),
  from: z.string(),
  role: z.enum(roles),
  language: z.enum(languages),
  text: z.string().min(5).max(900),
  area: z.string().nullable(),
  age_group: z.enum(ageGroups).nullable(),
  danger: z.enum(dangers).nullable(),
  aware: z.enum(awarenesses).nullable(),
  meant: z.strictObject({
    kind: z.enum(kinds),
    categories: z.array(z.enum(categories)).max(3),
    urgency: z.enum([...urgencies, "none"]),
  }),
});
type Message = z.infer<typeof message>;

const town = z
  .object({
    areas: z.array(z.object({ id: z.string() })),
    organisations: z.array(z.object({ id: z.string(), type: z.enum(sources) })),
  })
  .parse(parse(read("examples/voorbeeldstad.yaml")));

const messages = read("examples/berichten.jsonl")
  .trimEnd()
  .split("\n")
  .map((line) => message.parse(JSON.parse(line)));

const examples = z
  .array(
    z.strictObject({
      title: z.strictObject({ nl: z.string().min(1), en: z.string().min(1) }),
      text: z.strictObject({ nl: z.string().min(5), en: z.string().min(5) }),
      by: z.enum(["leerkracht", "trainer", "wijkplatform"]),
    }),
  )
  .parse(JSON.parse(read("examples/voorbeelden.json")));

function read(file: string): string {
  return readFileSync(file, "utf8");
}

function share(of: (one: Message) => boolean): number {
  return messages.filter(of).length / messages.length;
}

/** The character 5-grams of a text, without case, punctuation and double spaces. */
function grams(text: string): Set<string> {
  const flat = text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
  return new Set(
    Array.from({ length: Math.max(1, flat.length - 4) }, (_, start) => flat.slice(start, start + 5)),
  );
}

function alikeness(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  let both = 0;
  for (const gram of a) if (b.has(gram)) both++;
  return both / (a.size + b.size - both);
}

test("each message has its own id, and comes from an organisation and an area of Voorbeeldstad", () => {
  expect(new Set(messages.map((one) => one.id)).size).toBe(messages.length);
  const organisations = town.organisations.map((one) => one.id);
  const areas = town.areas.map((one) => one.id);
  expect(messages.filter((one) => !organisations.includes(one.from)).map((one) => one.id)).toEqual([]);
  expect(
    messages.filter((one) => one.area !== null && !areas.includes(one.area)).map((one) => one.id),
  ).toEqual([]);
  const silent = organisations.filter((id) => !messages.some((one) => one.from === id));
  expect(silent).toEqual([]);
});

test("our labels are consistent: no concern has no category and no urgency, and the other way round", () => {
  const odd = messages.filter(({ meant }) => {
    const isNone = meant.kind === "not_a_signal";
    const isOther = meant.categories[0] === "other";
    return (
      isNone !== (meant.urgency === "none") ||
      isNone !== (meant.categories.length === 0) ||
      isOther !== (meant.kind === "other") ||
      new Set(meant.categories).size !== meant.categories.length
    );
  });
  expect(odd.map((one) => one.id)).toEqual([]);
});

test("danger now is only pressed where we mean acute, and a young child is never a preventive worry about safety or mind", () => {
  expect(
    messages.filter((one) => one.danger === "now" && one.meant.urgency !== "acute").map((one) => one.id),
  ).toEqual([]);
  const young = messages.filter(
    (one) =>
      (one.age_group === "0-4" || one.age_group === "4-12") &&
      one.meant.urgency === "preventive" &&
      one.meant.categories.some(
        (category) => category === "domestic_violence" || category === "psychological",
      ),
  );
  expect(young.map((one) => one.id)).toEqual([]);
});

test("the messages are spread as promised: about 260, every category, source and level", () => {
  expect(messages.length).toBeGreaterThanOrEqual(250);
  expect(messages.length).toBeLessThanOrEqual(280);
  const near = (found: number, meant: number) => expect(Math.abs(found - meant)).toBeLessThan(0.05);
  near(
    share((one) => one.meant.urgency === "acute"),
    0.04,
  );
  near(
    share((one) => one.meant.urgency === "urgent"),
    0.14,
  );
  near(
    share((one) => one.meant.urgency === "soon"),
    0.4,
  );
  near(
    share((one) => one.meant.urgency === "preventive"),
    0.36,
  );
  near(
    share((one) => one.meant.kind === "not_a_signal"),
    0.06,
  );
  for (const category of categories) {
    expect(messages.filter((one) => one.meant.categories[0] === category).length).toBeGreaterThan(12);
  }
  expect(share((one) => one.meant.categories.length > 1)).toBeGreaterThan(0.1);
  expect(messages.filter((one) => one.language === "en").length).toBeGreaterThanOrEqual(8);
  const types = new Map(town.organisations.map((one) => [one.id, one.type]));
  for (const source of ["school", "club", "wijkplatform"]) {
    expect(share((one) => types.get(one.from) === source)).toBeGreaterThan(0.2);
  }
});

test("the messages differ in length and in how they are written", () => {
  expect(messages.filter((one) => one.text.length < 40).length).toBeGreaterThan(8);
  expect(messages.filter((one) => one.text.length > 400).length).toBeGreaterThan(4);
  expect(share((one) => /^\p{Ll}/u.test(one.text))).toBeGreaterThan(0.25);
});

test("no two messages are nearly the same", () => {
  const seen = messages.map((one) => ({ id: one.id, grams: grams(one.text) }));
  const pairs = seen.flatMap((one, at) =>
    seen
      .slice(at + 1)
      .flatMap((other) => (alikeness(one.grams, other.grams) < 0.6 ? [] : [[one.id, other.id]])),
  );
  expect(pairs).toEqual([]);
  // The measure works: a small change is still nearly the same.
  expect(alikeness(grams("de hond loopt in de tuin"), grams("De hond loopt in de tuin!!"))).toBe(1);
});

const texts = [
  ...messages.map((one) => ({ from: one.id, text: one.text })),
  ...examples.flatMap((one) => [
    { from: one.title.nl, text: one.text.nl },
    { from: one.title.en, text: one.text.en },
  ]),
];
const found = (pattern: RegExp) => texts.filter(({ text }) => pattern.test(text)).map(({ from }) => from);

test("nothing in the examples looks like a number, an address or an account of a person", () => {
  expect(found(/(?:\d[ .-]?){8,}/)).toEqual([]);
  expect(found(/\bNL\d{2}/i)).toEqual([]);
  expect(found(/\S@\S|https?:|www\./i)).toEqual([]);
  expect(found(/\b\d{4} ?[A-Z]{2}\b/)).toEqual([]);
  expect(found(/\b\p{Lu}\p{L}+(?:straat|laan|weg|plein|kade|gracht) \d/u)).toEqual([]);
});

test("the examples name nobody by surname", () => {
  const title =
    "(?:[Mm]eneer|[Mm]evrouw|[Dd]hr\\.?|[Mm]evr\\.?|[Mm]w\\.?|[Ff]am\\.?|[Ff]amilie|[Jj]uf|[Mm]eester|Mr|Mrs|Ms)";
  expect(found(new RegExp(`\\b${title} \\p{Lu}\\p{Ll}+`, "u"))).toEqual([]);
  expect(found(/\b\p{Lu}\p{Ll}+ (?:van|van de|van den|van der|de|den|der|ter|ten) \p{Lu}\p{Ll}+/u)).toEqual(
    [],
  );
  // Two capitals in a row inside a sentence: "Sem Jansen".
  expect(found(/\p{Ll} \p{Lu}\p{Ll}+ \p{Lu}\p{Ll}+/u)).toEqual([]);
});

test("the trial page has twelve examples, from every pane, each with its own title", () => {
  expect(examples).toHaveLength(12);
  expect(new Set(examples.map((one) => one.title.nl)).size).toBe(12);
  expect(new Set(examples.map((one) => one.by)).size).toBe(3);
});
