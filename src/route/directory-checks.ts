import { z } from "zod";
import type { Path } from "#route/yaml-file.ts";

/** A reading that never fails: what is not there or not readable is empty. So that every fault is found in one go. */
const word = z.string().catch("");
const words = z.array(word).catch([]);
function entries<const T extends z.ZodRawShape>(shape: T) {
  const blank = z.object(shape);
  return z.array(z.preprocess((value) => (typeof value === "object" ? (value ?? {}) : {}), blank)).catch([]);
}
const draftFile = z.preprocess(
  (value) => (typeof value === "object" && !Array.isArray(value) ? (value ?? {}) : {}),
  z.object({
    hours: z.object({ days: words }).catch({ days: [] }),
    areas: entries({ id: word }),
    organisations: entries({ id: word, area: word, code: word }),
    people: entries({
      id: word,
      areas: words,
      days: words,
      addresses: words,
      alertsIn: word,
      conflicts: words,
      external: z.boolean().catch(false),
    }),
    duty: words,
    coordinators: words,
    managers: words,
    onCall: words,
    outsideContact: word,
    digest: z
      .object({ teamChannels: words, managementChannels: words })
      .catch({ teamChannels: [], managementChannels: [] }),
  }),
);
type Draft = z.infer<typeof draftFile>;

export interface Mistake {
  readonly path: Path;
  readonly message: string;
}

/** What no single line shows: ids that are used twice or do not exist, addresses of two people, colleagues in a place they may not have. */
export function checkTogether(value: unknown): Mistake[] {
  const draft = draftFile.parse(value);
  return [
    ...doubles(draft),
    ...unknownAreas(draft),
    ...unknownOrganisations(draft),
    ...unknownPeople(draft),
    ...externals(draft),
    ...neverIn(draft),
    ...sharedAddresses(draft),
    ...openAlerts(draft),
    ...sharedCodes(draft),
  ];
}

/** An id as it may be repeated in a message: anything else might be a name. */
function shown(id: string): string {
  return /^[a-z0-9-]{1,40}$/.test(id) ? `"${id}"` : "This";
}

function doubles(draft: Draft): Mistake[] {
  const lists = {
    areas: draft.areas,
    organisations: draft.organisations,
    people: draft.people,
  };
  const found = Object.entries(lists).flatMap(([list, items]) =>
    repeated(items.map((item) => item.id)).map((at) => ({
      path: [list, at, "id"],
      message: `${shown(items[at]?.id ?? "")} is used twice in ${list}. Give each its own id.`,
    })),
  );
  for (const list of ["duty", "coordinators", "managers", "onCall"] as const) {
    for (const at of repeated(draft[list])) {
      found.push({
        path: [list, at],
        message: `${shown(draft[list][at] ?? "")} is named twice. Remove one.`,
      });
    }
  }
  return found;
}

/** The places of words that were there before. */
function repeated(items: readonly string[]): number[] {
  return items.flatMap((item, at) => (item !== "" && items.indexOf(item) < at ? [at] : []));
}

function unknownAreas(draft: Draft): Mistake[] {
  const known = draft.areas.map((area) => area.id);
  const places = [
    ...draft.organisations.map((item, at) => ({ id: item.area, path: ["organisations", at, "area"] })),
    ...draft.people.flatMap((item, at) =>
      item.areas.map((id, nth) => ({ id, path: ["people", at, "areas", nth] })),
    ),
  ];
  return missing(places, known, "area", `Known are: ${known.filter((id) => id !== "").join(", ")}.`);
}

function unknownOrganisations(draft: Draft): Mistake[] {
  const known = draft.organisations.map((organisation) => organisation.id);
  const places = draft.people.flatMap((item, at) =>
    item.conflicts.map((id, nth) => ({ id, path: ["people", at, "conflicts", nth] })),
  );
  return missing(places, known, "organisation", "Use an id from organisations.");
}

function unknownPeople(draft: Draft): Mistake[] {
  const known = draft.people.map((person) => person.id);
  const places = [
    ...(["duty", "coordinators", "managers", "onCall"] as const).flatMap((list) =>
      draft[list].map((id, at) => ({ id, path: [list, at] })),
    ),
    { id: draft.outsideContact, path: ["outsideContact"] },
  ];
  return missing(places, known, "colleague", "Use an id from people, or add the colleague there.");
}

function missing(
  places: readonly { readonly id: string; readonly path: Path }[],
  known: readonly string[],
  what: string,
  advice: string,
): Mistake[] {
  return places
    .filter(({ id }) => id !== "" && !known.includes(id))
    .map(({ id, path }) => ({
      path,
      message: `${shown(id)} is not the id of an ${what}. ${advice}`.replace("an colleague", "a colleague"),
    }));
}

function externals(draft: Draft): Mistake[] {
  const external = draft.people.filter((person) => person.external).map((person) => person.id);
  return (["duty", "coordinators", "onCall"] as const).flatMap((list) =>
    draft[list].flatMap((id, at) =>
      external.includes(id)
        ? [
            {
              path: [list, at],
              message: `${shown(id)} is external, and can only be asked for advice. Name a colleague of the team.`,
            },
          ]
        : [],
    ),
  );
}

function neverIn(draft: Draft): Mistake[] {
  const open = draft.hours.days;
  if (open.length === 0) return [];
  return draft.people.flatMap((person, at) =>
    person.days.length > 0 && !person.days.some((day) => open.includes(day))
      ? [
          {
            path: ["people", at, "days"],
            message:
              "This colleague only works on days that the office is closed. Change these days, or hours.days.",
          },
        ]
      : [],
  );
}

function sharedAddresses(draft: Draft): Mistake[] {
  const places = [
    ...draft.people.flatMap((person, at) =>
      person.addresses.map((address, nth) => ({ address, path: ["people", at, "addresses", nth] })),
    ),
    ...(["teamChannels", "managementChannels"] as const).flatMap((list) =>
      draft.digest[list].map((address, at) => ({ address, path: ["digest", list, at] })),
    ),
  ];
  return repeated(places.map((place) => place.address)).map((at) => ({
    path: places[at]?.path ?? [],
    message:
      "This address is used twice. An address belongs to one colleague or one channel, else signals end up with the wrong reader.",
  }));
}

/** A team's channel may serve several colleagues; one person's own address, or a channel with a wider audience, may not. */
function openAlerts(draft: Draft): Mistake[] {
  const taken = [
    ...draft.people.flatMap((person) => person.addresses),
    ...draft.digest.managementChannels,
  ].filter((address) => address !== "");
  return draft.people.flatMap((person, at) =>
    taken.includes(person.alertsIn)
      ? [
          {
            path: ["people", at, "alertsIn"],
            message:
              "This is a colleague's own address, or a channel for management. Name the closed channel of the team, or remove the line.",
          },
        ]
      : [],
  );
}

/** Typed by people: capitals make no difference. */
function sharedCodes(draft: Draft): Mistake[] {
  const codes = draft.organisations.map(({ code }) => code.trim().toLowerCase());
  return repeated(codes).map((at) => ({
    path: ["organisations", at, "code"],
    message: "Another organisation has this code. Give each its own.",
  }));
}
