import { Temporal } from "temporal-polyfill";
import type { OfficeHours } from "#signal/directory.ts";

/** The Dutch public holidays; Good Friday and Liberation Day only where the municipality closes on them. */
export type Holiday =
  | "new_year"
  | "good_friday"
  | "easter"
  | "easter_monday"
  | "kings_day"
  | "liberation_day"
  | "ascension"
  | "whit_sunday"
  | "whit_monday"
  | "christmas"
  | "second_christmas_day";

export type HolidaySettings = Pick<OfficeHours, "goodFriday" | "liberationDay">;

/** The public holidays of one year, by date (`YYYY-MM-DD`). King's Day as it is since 2014. */
export function holidaysOf(year: number, settings: HolidaySettings): ReadonlyMap<string, Holiday> {
  const easter = easterOf(year);
  const kingsDay = Temporal.PlainDate.from({ year, month: 4, day: 27 });
  const days: (readonly [Temporal.PlainDate, Holiday])[] = [
    [Temporal.PlainDate.from({ year, month: 1, day: 1 }), "new_year"],
    [easter, "easter"],
    [easter.add({ days: 1 }), "easter_monday"],
    // On a Sunday it is celebrated the day before.
    [kingsDay.dayOfWeek === 7 ? kingsDay.subtract({ days: 1 }) : kingsDay, "kings_day"],
    [easter.add({ days: 39 }), "ascension"],
    [easter.add({ days: 49 }), "whit_sunday"],
    [easter.add({ days: 50 }), "whit_monday"],
    [Temporal.PlainDate.from({ year, month: 12, day: 25 }), "christmas"],
    [Temporal.PlainDate.from({ year, month: 12, day: 26 }), "second_christmas_day"],
  ];
  if (settings.goodFriday) days.push([easter.subtract({ days: 2 }), "good_friday"]);
  if (settings.liberationDay)
    days.push([Temporal.PlainDate.from({ year, month: 5, day: 5 }), "liberation_day"]);
  return new Map(days.map(([date, holiday]) => [date.toString(), holiday]));
}

/** Easter Sunday in the Gregorian calendar: the algorithm of Meeus, Jones and Butcher, valid for every year. */
function easterOf(year: number): Temporal.PlainDate {
  const golden = year % 19;
  const century = Math.floor(year / 100);
  const ofCentury = year % 100;
  const correction = Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3);
  const epact = (19 * golden + century - Math.floor(century / 4) - correction + 15) % 30;
  const weekday = (32 + 2 * (century % 4) + 2 * Math.floor(ofCentury / 4) - epact - (ofCentury % 4)) % 7;
  const shift = Math.floor((golden + 11 * epact + 22 * weekday) / 451);
  const sum = epact + weekday - 7 * shift + 114;
  return Temporal.PlainDate.from({ year, month: Math.floor(sum / 31), day: (sum % 31) + 1 });
}
