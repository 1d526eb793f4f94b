import { availability } from "#route/availability.ts";
import { coverageGaps, knows, partnersFor } from "#route/coverage.ts";
import type { Directory, Person } from "#signal/directory.ts";
import { isAway } from "#signal/leave.ts";
import type { Instant, PersonId } from "#signal/signal.ts";
import { type Expertise, expertises } from "#signal/words.ts";
import type { Calendar } from "#signal/working-time.ts";

/** What an administrator should know before it hurts. `cause` says what is, `fix` what to do; ids only, no names. */
export interface Finding {
  readonly code:
    | "no_cover"
    | "thin_cover"
    | "few_reachable"
    | "unreachable"
    | "duty_absent"
    | "duty_gap"
    | "coordinators_absent"
    | "outside_contact_absent"
    | "on_call_absent"
    | "no_on_call";
  /** `fault`: signals end up with the wrong reader today. `warning`: soon, or for some. `info`: a choice to know of. */
  readonly severity: "fault" | "warning" | "info";
  readonly area: string | null;
  readonly expertise: Expertise | null;
  readonly cause: string;
  readonly fix: string;
}

const daysAhead = 10;

/** Would every signal find somebody, at this instant and in the ten working days after it? The worst first. */
export function preflight(directory: Directory, calendar: Calendar, at: Instant): Finding[] {
  const found = [
    ...dutyGaps(directory, calendar, at),
    ...othersAway(directory, calendar, at),
    ...unreachable(directory),
    ...areaGaps(directory),
    ...fewReachable(directory, calendar, at),
    ...onCallGaps(directory, calendar, at),
  ];
  const order = ["fault", "warning", "info"] as const;
  return order.flatMap((severity) => found.filter((finding) => finding.severity === severity));
}

const overall = { area: null, expertise: null } as const;

function dutyGaps(directory: Directory, calendar: Calendar, at: Instant): Finding[] {
  const duty = named(directory.duty, directory);
  const without: string[] = [];
  let day = calendar.nextOpening(at);
  const today = calendar.localDate(day);
  for (let count = 0; count < daysAhead; count += 1) {
    const isManned = duty.some((person) => availability(person, day, calendar) === "working");
    if (!isManned) without.push(calendar.localDate(day));
    day = calendar.nextOpening(calendar.closingTime(day));
  }
  const fix = "Add a colleague who works then to duty, or change the absence.";
  const ahead = without.filter((date) => date !== today);
  return [
    ...(without.includes(today)
      ? [
          {
            ...overall,
            code: "duty_absent" as const,
            severity: "fault" as const,
            cause: `Nobody of duty works on ${today}: what nobody else answers for goes to the coordinators.`,
            fix,
          },
        ]
      : []),
    ...(ahead.length > 0
      ? [
          {
            ...overall,
            code: "duty_gap" as const,
            severity: "warning" as const,
            cause: `Nobody of duty works on ${ahead.join(", ")}.`,
            fix,
          },
        ]
      : []),
  ];
}

function othersAway(directory: Directory, calendar: Calendar, at: Instant): Finding[] {
  const day = calendar.nextOpening(at);
  const isThere = (person: Person) => availability(person, day, calendar) === "working";
  const found: Finding[] = [];
  if (!named(directory.coordinators, directory).some(isThere)) {
    found.push({
      ...overall,
      code: "coordinators_absent",
      severity: "warning",
      cause: `No coordinator works on ${calendar.localDate(day)}: nobody hears it when nobody answers.`,
      fix: "Add a second coordinator who works on the other days.",
    });
  }
  const outside = named([directory.outsideContact], directory);
  if (outside.some((person) => isAway(person, day, calendar))) {
    found.push({
      ...overall,
      code: "outside_contact_absent",
      severity: "warning",
      cause: "The outside contact is away: a wrong inside a club or school goes to whoever is on duty.",
      fix: "Name the stand-in as outsideContact until then.",
    });
  }
  return found;
}

function unreachable(directory: Directory): Finding[] {
  return directory.people
    .filter((person) => person.addresses.length === 0)
    .map((person) => ({
      ...overall,
      code: "unreachable",
      severity: "warning",
      cause: `${person.id} has no address: no signal can be brought there.`,
      fix: "Add an address, or remove the colleague when they have left.",
    }));
}

function areaGaps(directory: Directory): Finding[] {
  return coverageGaps(directory).map(({ area, expertise, people }) => ({
    area,
    expertise,
    code: people === 0 ? "no_cover" : "thin_cover",
    severity: people === 0 ? "warning" : "info",
    cause: `${people === 0 ? "No one answers" : "Only one colleague answers"} for ${expertise} in ${area}.`,
    fix: adviceFor(expertise, directory),
  }));
}

function adviceFor(expertise: Expertise, directory: Directory): string {
  const partners = partnersFor(expertise, directory).map((person) => person.id);
  if (partners.length === 0) return "Add an expert, or an external partner to consult.";
  return `Add an expert. Until then whoever is on duty can consult ${partners.join(", ")}.`;
}

function fewReachable(directory: Directory, calendar: Calendar, at: Instant): Finding[] {
  const day = calendar.nextOpening(at);
  return expertises.flatMap((expertise): Finding[] => {
    const there = directory.people.filter(
      (person) => knows(person, expertise) && !isAway(person, day, calendar),
    );
    if (there.length >= 2) return [];
    return [
      {
        area: null,
        expertise,
        code: "few_reachable",
        severity: "warning",
        cause: `${there.length === 0 ? "Nobody" : "Only one colleague"} who knows about ${expertise} can be reached on ${calendar.localDate(day)}.`,
        fix: adviceFor(expertise, directory),
      },
    ];
  });
}

function onCallGaps(directory: Directory, calendar: Calendar, at: Instant): Finding[] {
  if (directory.onCall.length === 0) {
    return [
      {
        ...overall,
        code: "no_on_call",
        severity: "info",
        cause: "There is no rota: outside office hours nobody is paged, and the signaler is told so.",
        fix: "Name colleagues in onCall, if the municipality has a rota.",
      },
    ];
  }
  const isThere = named(directory.onCall, directory).some((person) => !isAway(person, at, calendar));
  if (isThere) return [];
  return [
    {
      ...overall,
      code: "on_call_absent",
      severity: "warning",
      cause: "Everyone of the rota is away.",
      fix: "Add a colleague to onCall, or empty it: then signals wait for the office to open.",
    },
  ];
}

function named(ids: readonly PersonId[], directory: Directory): Person[] {
  return directory.people.filter((person) => ids.includes(person.id));
}
