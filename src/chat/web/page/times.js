import { language, word } from "./words.js";

const zone = "Europe/Amsterdam";

function written(at, options) {
  const locale = language === "nl" ? "nl-NL" : "en-GB";
  return new Intl.DateTimeFormat(locale, { timeZone: zone, ...options }).format(at);
}

/** 10:02 */
export function clockTime(at) {
  return written(at, { hour: "2-digit", minute: "2-digit" });
}

/** maandag 23 november */
export function day(at) {
  return written(at, { weekday: "long", day: "numeric", month: "long" });
}

/** ma 23 nov 10:02 */
export function shortMoment(at) {
  return written(at, {
    weekday: "short",
    day: "numeric",
    month: "short",
    hour: "2-digit",
    minute: "2-digit",
  });
}

/** maandag 23 november 2026 om 10:02 */
export function longMoment(at) {
  const date = written(at, { weekday: "long", day: "numeric", month: "long", year: "numeric" });
  return `${date}, ${clockTime(at)}`;
}

/** The local date, for telling days apart. */
export function dateOf(at) {
  return new Intl.DateTimeFormat("sv-SE", { timeZone: zone }).format(at);
}

/** A moment as an element that machines can read too. */
export function timeElement(at, text = clockTime(at)) {
  const made = document.createElement("time");
  made.dateTime = new Date(at).toISOString();
  made.textContent = text;
  made.title = longMoment(at);
  return made;
}

/** "bijgewerkt 10:05", or nothing where a message is as it was sent. */
export function updatedText(sentAt, updatedAt) {
  return updatedAt - sentAt < 1000
    ? null
    : word("updated", dateOf(sentAt) === dateOf(updatedAt) ? clockTime(updatedAt) : shortMoment(updatedAt));
}
