import { Temporal } from "temporal-polyfill";
import { z } from "zod";
import { type Address, isAddress } from "#signal/address.ts";
import { ageGroups, expertises, languages, sources } from "#signal/words.ts";

const weekdays = {
  ma: 1,
  di: 2,
  wo: 3,
  do: 4,
  vr: 5,
  za: 6,
  zo: 7,
} as const;
type Weekday = keyof typeof weekdays;
const weekdayNames = Object.keys(weekdays) as [Weekday, ...Weekday[]];

/** Ids that the event log uses for somebody who is no colleague. */
const reserved = ["system", "signaler"];

/** An object whose unknown keys are named, with the keys that do exist: a typing error must not silently do nothing. */
function block<const T extends z.ZodRawShape>(shape: T) {
  return z.strictObject(shape, {
    error: (issue) =>
      issue.code === "unrecognized_keys"
        ? `Not a setting here. Known are: ${Object.keys(shape).join(", ")}. Correct the spelling, or remove it.`
        : undefined,
  });
}

function isDate(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  try {
    Temporal.PlainDate.from(text);
    return true;
  } catch {
    return false;
  }
}

const id = z
  .string()
  .regex(/^[a-z0-9][a-z0-9-]{0,39}$/, "An id is at most 40 small letters, digits and dashes: de-regenboog.");
const name = z
  .string()
  .trim()
  .min(1, "A name is missing: write what people call it.")
  .max(100, "At most 100 characters.");
const date = z.string().refine(isDate, "Not a date that exists. Write it as 2026-12-21.");
const address = z.custom<Address>(
  (value) => typeof value === "string" && isAddress(value) && !/\s/.test(value),
  {
    error: "Not an address. Write the platform, a colon and the place there: web:sanne, slack:T0123/U0456.",
  },
);
const days = z
  .array(z.enum(weekdayNames, { error: `Not a weekday. Choose from: ${weekdayNames.join(", ")}.` }), {
    error: "A list of weekdays was expected: [ma, di, do].",
  })
  .min(1, "At least one weekday is needed.")
  .transform((named) => [...new Set(named)].map((day) => weekdays[day]).sort((a, b) => a - b));
const joinCode = z
  .string({ error: 'A code in quotes was expected: code: "wilg2026".' })
  .trim()
  .min(6, "A code has at least 6 characters: a shorter one is soon guessed.")
  .max(40, "At most 40 characters.");
const ids = z.array(id);
const someone = ids.min(1, "At least one colleague is needed. Name an id from people.");

const openingHours = z
  .string({ error: 'Opening hours were expected: "09:00-17:00".' })
  .regex(/^([01]\d|2[0-3]):[0-5]\d-(([01]\d|2[0-3]):[0-5]\d|24:00)$/, 'Write opening hours as "09:00-17:00".')
  .transform((text) => {
    const [opens = 0, closes = 0] = text.split("-").map((time) => {
      const [hour = 0, minute = 0] = time.split(":").map(Number);
      return hour * 60 + minute;
    });
    return { opens, closes };
  })
  .refine(({ opens, closes }) => opens < closes, "The office must open before it closes.");

const hours = block({
  open: openingHours,
  days: days.prefault(["ma", "di", "wo", "do", "vr"]),
  goodFriday: z.boolean().default(false),
  liberationDay: z.boolean().default(false),
  closed: z.array(date).max(366, "At most 366 closed days.").default([]),
});

const absence = block({ from: date, until: date }).refine(({ from, until }) => from <= until, {
  error: "The last day away is before the first one.",
  path: ["until"],
});

const depth = z
  .union([z.literal(1), z.literal(2), z.literal(3)], {
    error:
      "1 (knows of it), 2 (works with it) or 3 (is the specialist) was expected. Leave the line out for none.",
  })
  .optional();

const person = block({
  id: id.refine((text) => !reserved.includes(text), `${reserved.join(" and ")} can not be used as an id.`),
  name,
  role: z
    .union([name, z.strictObject({ nl: name, en: name })], {
      error: "A role was expected: one text for both languages, or {nl: ..., en: ...}.",
    })
    .transform((role) => (typeof role === "string" ? { nl: role, en: role } : role)),
  team: name.optional(),
  expertise: block({
    addiction: depth,
    domestic_violence: depth,
    debt: depth,
    psychological: depth,
  } satisfies Record<(typeof expertises)[number], unknown>).default({}),
  areas: z.union([z.literal("all"), ids.min(1)], { error: "A list of area ids was expected, or all." }),
  ages: z
    .union([z.literal("all"), z.array(z.enum(ageGroups)).min(1)], {
      error: `all was expected, or a list of: ${ageGroups.join(", ")}.`,
    })
    .default("all"),
  days: days.prefault(["ma", "di", "wo", "do", "vr"]),
  capacity: z
    .int({ error: "A whole number of open signals was expected, such as 8." })
    .min(0, "0 or more.")
    .max(500, "At most 500."),
  absences: z.array(absence).default([]),
  addresses: z
    .array(address)
    .min(1, "Nobody can reach this colleague. Add an address, or remove the colleague when they have left."),
  alertsIn: address.nullable().default(null),
  language: z.enum(languages).default("nl"),
  external: z.boolean().default(false),
  conflicts: ids.default([]),
});

/** The municipality's file as an administrator writes it: English keys, friendly hours and days. */
export const directoryFile = block({
  municipality: name,
  team: name,
  hours,
  areas: z.array(block({ id, name })).min(1, "At least one area is needed."),
  organisations: z.array(
    block({ id, name, type: z.enum(sources), area: id, code: joinCode.nullable().default(null) }),
  ),
  people: z.array(person).min(1, "At least one colleague is needed."),
  duty: someone,
  coordinators: someone,
  managers: someone,
  onCall: ids.default([]),
  outsideContact: id,
  learning: block({ corrections: z.boolean().default(false) }).prefault({}),
  digest: block({
    teamChannels: z.array(address).default([]),
    managementChannels: z.array(address).default([]),
    hideUpTo: z
      .int({ error: "A whole number from 4 to 9 was expected." })
      .min(4, "Small numbers up to 4 are always hidden: write 4 to 9.")
      .max(9, "Write 4 to 9.")
      .default(4),
  }).prefault({}),
});
export type DirectoryFile = z.infer<typeof directoryFile>;
