import type { Directory } from "#signal/directory.ts";
import type { ScreenBody } from "#signal/screen.ts";
import { expertises, type Language } from "#signal/words.ts";
import { button, primary } from "#texts/buttons.ts";
import type { Card, Part } from "#texts/card.ts";
import type { Reading } from "#texts/labels.ts";
import { note, text } from "#texts/parts.ts";
import { areaName, nameOf, personOf, roleAndTeam } from "#texts/people.ts";
import { capital, listed, type Said, say } from "#texts/say.ts";
import { categoryWords } from "#texts/terms.ts";

type Who = Extract<ScreenBody, { kind: "who" }>;
type Found = Who["found"][number];

/** How much somebody knows of it, in words: a number would read as a mark (domain.md 3.1, T-shaped). */
const depthWords = {
  3: { nl: "Specialist", en: "Specialist" },
  2: { nl: "Werkt hiermee", en: "Works with this" },
  1: { nl: "Weet hiervan", en: "Knows of this" },
} as const satisfies Record<NonNullable<Found["depth"]>, Said>;

/** "Wie weet er van schulden in Oost?" A signaler reads roles and teams, a colleague names; nobody reads an address. */
export function whoCard(body: Who, reading: Reading): Card {
  const { language } = reading;
  const title = titleOf(body, reading);
  return {
    title,
    tone: "calm",
    parts: [...foundParts(body, reading), ...hints(body, reading), ...aboutPeople(body, language)],
    buttons:
      body.as === "signaler"
        ? [primary("report", "", language), button("home", "", language)]
        : [button("home", "", language)],
    summary: title.endsWith("?") ? title : `${title}.`,
  };
}

function titleOf({ expertise, area }: Who, reading: Reading): string {
  const { language } = reading;
  const values = {
    subject: expertise === null ? "" : say(language, categoryWords[expertise]),
    area: area === null ? "" : areaName(area, reading),
  };
  if (expertise !== null && area !== null) {
    return say(
      language,
      { nl: "Wie weet van {subject} in {area}", en: "Who knows about {subject} in {area}" },
      values,
    );
  }
  if (expertise !== null)
    return say(language, { nl: "Wie weet van {subject}", en: "Who knows about {subject}" }, values);
  if (area !== null) return say(language, { nl: "Wie werkt in {area}", en: "Who works in {area}" }, values);
  return say(language, { nl: "Wie weet waarvan?", en: "Who knows about what?" });
}

function foundParts(body: Who, reading: Reading): readonly Part[] {
  const { language } = reading;
  if (body.expertise === null && body.area === null) return [text(say(language, asking))];
  const rows = rowsOf(body, reading);
  if (rows.length === 0) return [text(say(language, body.as === "signaler" ? nobodyYet : nobodyHere))];
  const withDepth = body.expertise !== null;
  const person: Said = body.as === "signaler" ? { nl: "Wie", en: "Who" } : { nl: "Collega", en: "Colleague" };
  return [
    {
      part: "table",
      caption: "",
      columns: [
        say(language, person),
        ...(withDepth ? [say(language, { nl: "Kennis", en: "Knowledge" })] : []),
        say(language, { nl: "Nu aanwezig", en: "Present now" }),
      ],
      rows,
    },
  ];
}

const asking: Said = {
  nl: "Noem een onderwerp, een wijk, of allebei. Een typefout geeft niet.",
  en: "Name a subject, an area, or both. A typing error does not matter.",
};
const nobodyYet: Said = {
  nl: "Hier heeft niemand in het team dit als vak. Vertel het toch: iemand kijkt en zoekt wie kan helpen.",
  en: "Nobody in the team has this as a trade here. Tell it all the same: someone looks and finds who can help.",
};
const nobodyHere: Said = {
  nl: "Hier heeft niemand in het team dit als vak. Vraag de coördinator.",
  en: "Nobody in the team has this as a trade here. Ask the coordinator.",
};

/** One line per colleague; for a signaler one per role and team, for two of the same tell nothing more. */
function rowsOf(body: Who, reading: Reading): readonly (readonly string[])[] {
  const lines = new Map<string, { readonly depth: Found["depth"]; readonly there: boolean }>();
  for (const { person, depth, there } of body.found) {
    const name = body.as === "signaler" ? capital(roleAndTeam(person, reading)) : colleague(person, reading);
    const known = lines.get(name);
    lines.set(name, { depth: known?.depth ?? depth, there: there || known?.there === true });
  }
  return [...lines].map(([name, { depth, there }]) => [
    name,
    ...(body.expertise === null ? [] : [depth === null ? "" : say(reading.language, depthWords[depth])]),
    say(reading.language, there ? { nl: "Ja", en: "Yes" } : { nl: "Nee", en: "No" }),
  ]);
}

function colleague(id: string, reading: Reading): string {
  const person = personOf(id, reading);
  const name = nameOf(id, reading);
  return person === null ? name : `${name}, ${person.role[reading.language]}`;
}

/** What was not said or not understood: which subjects and areas there are. */
function hints({ expertise, area }: Who, reading: Reading): readonly Part[] {
  const { language, directory } = reading;
  const subjects = expertise === null ? [text(subjectsIn(language))] : [];
  const areas = area === null && directory.areas.length > 0 ? [text(areasIn(directory, language))] : [];
  const example = expertise === null && area === null ? [note(exampleIn(directory, language))] : [];
  return [...subjects, ...areas, ...example];
}

function subjectsIn(language: Language): string {
  const names = expertises.map((one) => say(language, categoryWords[one]));
  return say(
    language,
    { nl: "Onderwerpen: {names}.", en: "Subjects: {names}." },
    { names: listed(language, names) },
  );
}

/** So many names fit in a message; a big city has more. */
const mostAreas = 30;

function areasIn({ areas }: Directory, language: Language): string {
  const names = areas.slice(0, mostAreas).map(({ name }) => name);
  const more = areas.length > mostAreas ? say(language, { nl: " En meer.", en: " And more." }) : "";
  return `${say(language, { nl: "Wijken: {names}.", en: "Areas: {names}." }, { names: listed(language, names) })}${more}`;
}

function exampleIn({ areas }: Directory, language: Language): string {
  const area = areas[0]?.name ?? "";
  return say(
    language,
    { nl: "Bijvoorbeeld: wie schulden {area}", en: "For example: who debt {area}" },
    { area: area.toLowerCase() },
  );
}

/** It finds colleagues by their work. It never says anything about the person that somebody worries about. */
function aboutPeople({ as }: Who, language: Language): readonly Part[] {
  if (as === "person") return [];
  return [
    note(
      say(language, {
        nl: "Schrijf geen namen op. Is er gevaar? Bel 112.",
        en: "Do not write names. Is there danger? Call 112.",
      }),
    ),
  ];
}
