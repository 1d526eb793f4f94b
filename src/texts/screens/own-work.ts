import type { ScreenBody } from "#signal/screen.ts";
import { button } from "#texts/buttons.ts";
import type { Button, Part } from "#texts/card.ts";
import { dateName, today } from "#texts/dates.ts";
import type { Reading } from "#texts/labels.ts";
import { facts } from "#texts/parts.ts";
import { type Said, say } from "#texts/say.ts";

type Home = Extract<ScreenBody, { kind: "home_expert" }>;

/** What a colleague is told after setting something about their own work. */
export const ownWorkDone = {
  away: {
    title: { nl: "Je staat als afwezig", en: "You are set as away" },
    text: {
      nl: "Wat niet kan wachten tot je terug bent, gaat naar een ander. De rest blijft bij jou, tenzij je het overdraagt. Ben je eerder terug? Druk op de knop.",
      en: "What cannot wait until you are back goes to someone else. The rest stays with you, unless you hand it over. Are you back earlier? Press the button.",
    },
  },
  back: {
    title: { nl: "Je bent er weer", en: "You are back" },
    text: {
      nl: "Nieuwe signalen kunnen weer naar jou. Wat een ander nu heeft, blijft daar.",
      en: "New signals can come to you again. What someone else has now stays there.",
    },
  },
  capacity: {
    title: { nl: "Genoteerd", en: "Noted" },
    text: {
      nl: "Bij nieuwe signalen houden we hier rekening mee. Spoed gaat altijd voor.",
      en: "We take this into account for new signals. What cannot wait always comes first.",
    },
  },
} as const satisfies Record<string, { title: Said; text: Said }>;

/** Whether this colleague is there, and how full the week is. */
export function ownWorkFacts({ away, capacity, load }: Home, reading: Reading): Part {
  const { language } = reading;
  const leave: Said =
    away?.from === away?.until
      ? { nl: "afwezig op {from}", en: "away on {from}" }
      : { nl: "afwezig van {from} tot en met {until}", en: "away from {from} until {until}" };
  const dates = {
    from: away === null ? "" : dateName(away.from, reading),
    until: away === null ? "" : dateName(away.until, reading),
  };
  const there: Said = { nl: "geen verlof ingevuld", en: "no leave filled in" };
  return facts([
    [say(language, { nl: "Verlof", en: "Leave" }), say(language, away === null ? there : leave, dates)],
    [
      say(language, { nl: "Vol of niet", en: "Room" }),
      say(
        language,
        {
          nl: "{load} van {capacity} plekken bezet, wachtende meegeteld",
          en: "{load} of {capacity} places taken, waiting ones included",
        },
        { load: String(load), capacity: String(capacity) },
      ),
    ],
  ]);
}

/** The switch: away, or back. A leave that is yet to come can be taken away, and another one can come before it. */
export function ownWorkButtons({ away }: Home, reading: Reading): readonly Button[] {
  const { language } = reading;
  const leave = (act: "away" | "back") => button(act, "", language);
  const noLeave = say(language, { nl: "Haal mijn verlof weg", en: "Remove my leave" });
  const toCome = [leave("away"), { ...leave("back"), label: noLeave }];
  const now = [leave(away === null ? "away" : "back")];
  const isToCome = away !== null && away.from > today(reading);
  return [...(isToCome ? toCome : now), button("capacity", "", language)];
}
