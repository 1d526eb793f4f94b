import type { FormBody } from "#signal/screen.ts";
import type { Language } from "#signal/words.ts";
import type { Form } from "#texts/card.ts";
import { dateName } from "#texts/dates.ts";
import { choiceField, textField } from "#texts/forms/fields.ts";
import type { Reading } from "#texts/labels.ts";
import { text } from "#texts/parts.ts";
import { type Said, say } from "#texts/say.ts";

type Body<K extends FormBody["kind"]> = Extract<FormBody, { kind: K }>;

/** The last day where only one is chosen: "alleen die dag". */
export const sameDay = "same";

const save: Said = { nl: "Sla op", en: "Save" };

/** First and last day away. Pressing "save" without choosing is today only. */
export function awayForm(body: Body<"away">, reading: Reading): Form {
  const { language } = reading;
  const [today = ""] = body.days;
  const days = body.days.map((day) => ({ value: day, label: dayLabel(day, today, reading) }));
  const onlyThatDay = { value: sameDay, label: say(language, { nl: "Alleen die dag", en: "That day only" }) };
  const isListed = (day: string | undefined) => day !== undefined && body.days.includes(day);
  const from = isListed(body.away?.from) ? body.away?.from : today;
  const until = isListed(body.away?.until) && body.away?.until !== from ? body.away?.until : sameDay;
  return {
    title: say(language, { nl: "Wanneer ben je er niet?", en: "When are you away?" }),
    act: "away",
    on: "",
    intro: [
      text(
        say(language, {
          nl: "Wat niet kan wachten tot je terug bent, gaat naar een ander.",
          en: "What cannot wait until you are back goes to someone else.",
        }),
      ),
    ],
    fields: [
      choiceField(
        "from",
        {
          label: { nl: "Eerste dag", en: "First day" },
          hint: { nl: "De eerste dag dat je er niet bent.", en: "The first day that you are away." },
          required: "required",
          options: days,
          value: from ?? today,
        },
        language,
      ),
      choiceField(
        "until",
        {
          label: { nl: "Laatste dag", en: "Last day" },
          hint: { nl: "De dag daarna ben je er weer.", en: "The day after, you are back." },
          required: "required",
          options: [onlyThatDay, ...days],
          value: until ?? sameDay,
        },
        language,
      ),
    ],
    submit: say(language, save),
  };
}

function dayLabel(day: string, today: string, reading: Reading): string {
  const words = dateName(day, reading);
  if (day !== today) return words;
  return say(reading.language, { nl: "Vandaag, {day}", en: "Today, {day}" }, { day: words });
}

/** How many open signals fit beside the rest of the work. Nothing filled in: as the municipality's file says. */
export function capacityForm(body: Body<"capacity">, reading: Reading): Form {
  const { language } = reading;
  const now: Said =
    body.load === 1
      ? {
          nl: "Nu is er 1 signaal bij jou. Spoed gaat altijd voor.",
          en: "1 signal is with you now. What cannot wait always comes first.",
        }
      : {
          nl: "Nu zijn er {load} signalen bij jou. Spoed gaat altijd voor.",
          en: "{load} signals are with you now. What cannot wait always comes first.",
        };
  return {
    title: say(language, { nl: "Hoeveel past er bij jou?", en: "How much fits you?" }),
    act: "capacity",
    on: "",
    intro: [text(say(language, now, { load: String(body.load) }))],
    fields: [
      textField(
        "capacity",
        {
          label: { nl: "Hoeveel open signalen tegelijk?", en: "How many open signals at a time?" },
          hint: {
            nl: "Een getal, van 0 tot 500. Leeg: zoals de gemeente het instelde.",
            en: "A number, from 0 to 500. Empty: as the municipality has set it.",
          },
          required: "optional",
          lines: 1,
          most: 3,
          value: String(body.capacity),
        },
        language,
      ),
    ],
    submit: say(language, save),
  };
}

/** What is wrong with a field of these forms, and what to do. */
export function ownWorkFault(fault: "day" | "order" | "past" | "number", language: Language): string {
  return say(language, faults[fault]);
}

const faults = {
  day: { nl: "Dit is geen dag uit de lijst. Kies een dag.", en: "This is no day of the list. Choose a day." },
  order: {
    nl: "De laatste dag is voor de eerste. Kies een latere dag.",
    en: "The last day is before the first. Choose a later day.",
  },
  past: { nl: "Deze dag is voorbij. Kies een latere dag.", en: "This day has passed. Choose a later day." },
  number: {
    nl: "Vul een heel getal in, van 0 tot 500.",
    en: "Fill in a whole number, from 0 to 500.",
  },
} as const satisfies Record<string, Said>;
