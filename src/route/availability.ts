import type { Person } from "#signal/directory.ts";
import { isAway } from "#signal/leave.ts";
import type { Instant } from "#signal/signal.ts";
import type { Calendar } from "#signal/working-time.ts";

/** Can this colleague be asked on that day? `unreachable`: no address; `off_today`: not a day that they, or the office, work. */
export type Availability = "working" | "absent" | "off_today" | "unreachable";

/** Availability on the local day of `at`. Ask it of an office time: `calendar.nextOpening(now)` for "as soon as anyone reads". */
export function availability(person: Person, at: Instant, calendar: Calendar): Availability {
  if (person.addresses.length === 0) return "unreachable";
  if (isAway(person, at, calendar)) return "absent";
  return person.days.includes(calendar.isoWeekday(at)) && calendar.isOfficeDay(at) ? "working" : "off_today";
}

/** An instant on each office day from `from` to `until`; the next office day when there is none. */
export function officeDays(from: Instant, until: Instant, calendar: Calendar): readonly Instant[] {
  const days = [calendar.nextOpening(from)];
  for (;;) {
    const next = calendar.nextOpening(calendar.closingTime(days.at(-1) ?? from));
    if (next >= until) return days;
    days.push(next);
  }
}

/** Availability on the first of these days; `in_time` for who is not there on the first, but on a later one. */
export function availabilityWithin(
  person: Person,
  days: readonly Instant[],
  calendar: Calendar,
): Availability | "in_time" {
  const each = days.map((day) => availability(person, day, calendar));
  const first = each[0] ?? "off_today";
  return first !== "working" && each.includes("working") ? "in_time" : first;
}
