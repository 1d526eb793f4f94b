import type { OfficeHours } from "#signal/directory.ts";
import type { Instant } from "#signal/signal.ts";
import type { Language } from "#signal/words.ts";
import { type Calendar, openCalendar, timeZone } from "#signal/working-time.ts";
import type { Reading } from "#texts/labels.ts";
import { listed, say } from "#texts/say.ts";

const locales = { nl: "nl-NL", en: "en-GB" } as const satisfies Record<Language, string>;
const day = 86_400_000;

const formats = new Map<string, Intl.DateTimeFormat>();

function format(language: Language, name: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${language} ${name}`;
  const known = formats.get(key);
  if (known) return known;
  const made = new Intl.DateTimeFormat(locales[language], { timeZone, ...options });
  formats.set(key, made);
  return made;
}

/** `10.12 uur`, in English `10:12`. */
export function timeInWords(instant: Instant, language: Language): string {
  const time = format(language, "time", { hour: "2-digit", minute: "2-digit", hourCycle: "h23" }).format(
    instant,
  );
  return language === "nl" ? `${withoutZero(time).replace(":", ".")} uur` : withoutZero(time);
}

/** `maandag 23 november`, with the year where it is not this year. */
export function dayInWords(instant: Instant, reading: Pick<Reading, "language" | "now">): string {
  const { language, now } = reading;
  const year = format(language, "year", { year: "numeric" });
  const isThisYear = year.format(instant) === year.format(now);
  const words = format(language, "day", { weekday: "long", day: "numeric", month: "long" }).format(instant);
  return isThisYear ? words.replace(",", "") : `${words.replace(",", "")} ${year.format(instant)}`;
}

/** A date as `2026-11-23` in words: `maandag 23 november`. */
export function dateName(date: string, reading: Pick<Reading, "language" | "now">): string {
  // Noon in UTC is the same day in the Netherlands, in summer and in winter.
  return dayInWords(Date.parse(`${date}T12:00:00Z`), reading);
}

/** `vandaag, 14.20 uur` · `morgen, dinsdag 24 november, 10.12 uur` · `donderdag 26 november, 10.12 uur`. */
export function dateInWords(instant: Instant, reading: Pick<Reading, "language" | "now">): string {
  const { language, now } = reading;
  const time = timeInWords(instant, language);
  const date = dateOf(instant);
  if (date === dateOf(now)) return `${say(language, { nl: "vandaag", en: "today" })}, ${time}`;
  const words = `${dayInWords(instant, reading)}, ${time}`;
  if (date === nextDate(now)) return `${say(language, { nl: "morgen", en: "tomorrow" })}, ${words}`;
  return words;
}

/** `maandag 23 november, 10.12 uur`: for a card that stays in the chat, and is read on other days too. */
export function lastingDate(instant: Instant, reading: Pick<Reading, "language" | "now">): string {
  return `${dayInWords(instant, reading)}, ${timeInWords(instant, reading.language)}`;
}

/** A deadline on a card that stays in the chat: also "vandaag" has its date beside it. */
export function lastingDue(instant: Instant, reading: Reading): string {
  if (!isToday(instant, reading.now)) return dueInWords(instant, reading);
  return `${say(reading.language, { nl: "vandaag", en: "today" })}, ${lastingDate(instant, reading)}`;
}

/** `maandag 23 november, 10.12 uur` whatever day it is now: for lines that stand in the order of time. */
export function momentInWords(instant: Instant, language: Language): string {
  return `${dayInWords(instant, { language, now: instant })}, ${timeInWords(instant, language)}`;
}

/** A deadline: the date and, from one working day on, how far away: `... (over 2 werkdagen)` (experience.md 3). */
export function dueInWords(instant: Instant, reading: Reading): string {
  const words = dateInWords(instant, reading);
  const { hours } = reading.directory;
  const minutes = calendarOf(hours).workingMinutesBetween(reading.now, instant);
  const days = Math.round(minutes / (hours.closes - hours.opens));
  if (days < 1 || dateOf(instant) === dateOf(reading.now)) return words;
  const away =
    days === 1
      ? say(reading.language, { nl: "over 1 werkdag", en: "in 1 working day" })
      : say(reading.language, { nl: "over {n} werkdagen", en: "in {n} working days" }, { n: String(days) });
  return `${words} (${away})`;
}

/** The local date of now, as `2026-11-23`. */
export function today(reading: Pick<Reading, "directory" | "now">): string {
  return calendarOf(reading.directory.hours).localDate(reading.now);
}

/** Is this the local date of today? */
export function isToday(instant: Instant, now: Instant): boolean {
  return dateOf(instant) === dateOf(now);
}

/** Is the office open now? Nobody is promised to the signaler while it is not (T4). */
export function isOfficeOpen(reading: Pick<Reading, "directory" | "now">): boolean {
  return calendarOf(reading.directory.hours).isOpen(reading.now);
}

/** `maandag tot en met vrijdag, 9.00 tot 17.00 uur`. */
export function openingHoursInWords(hours: OfficeHours, language: Language): string {
  const days = [...hours.days].sort((a, b) => a - b);
  const names = days.map((weekday) => weekdayInWords(weekday, language));
  const isRow = days.length > 2 && days.every((weekday, at) => weekday === (days[0] ?? 0) + at);
  const to = say(language, { nl: "tot en met", en: "to" });
  const when = isRow ? `${names[0]} ${to} ${names.at(-1)}` : listed(language, names);
  const values = { when, opens: clock(hours.opens, language), closes: clock(hours.closes, language) };
  return say(language, { nl: "{when}, {opens} tot {closes} uur", en: "{when}, {opens} to {closes}" }, values);
}

function weekdayInWords(weekday: number, language: Language): string {
  // 1970-01-05 was a Monday; noon keeps clear of midnight.
  return format(language, "weekday", { weekday: "long" }).format((3 + weekday) * day + day / 2);
}

function clock(minutes: number, language: Language): string {
  const point = language === "nl" ? "." : ":";
  return `${Math.floor(minutes / 60)}${point}${String(minutes % 60).padStart(2, "0")}`;
}

function withoutZero(time: string): string {
  return time.replace(/^0(\d)/, "$1");
}

function dateOf(instant: Instant): string {
  return format("en", "date", { year: "numeric", month: "2-digit", day: "2-digit" }).format(instant);
}

function nextDate(now: Instant): string {
  const [date = 1, month = 1, year = 1970] = dateOf(now).split("/").map(Number);
  // Noon in UTC is the same day in the Netherlands, in summer and in winter.
  return dateOf(Date.UTC(year, month - 1, date + 1, 12));
}

const calendars = new WeakMap<OfficeHours, Calendar>();

function calendarOf(hours: OfficeHours): Calendar {
  const known = calendars.get(hours);
  if (known) return known;
  const made = openCalendar(hours);
  calendars.set(hours, made);
  return made;
}
