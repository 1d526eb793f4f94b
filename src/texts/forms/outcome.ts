import type { FormBody } from "#signal/screen.ts";
import {
  categories,
  type FeedbackLevel,
  feedbackLevels,
  kinds,
  type Language,
  outcomes,
  urgencies,
} from "#signal/words.ts";
import type { Field, Form, Part } from "#texts/card.ts";
import { feedbackChoices } from "#texts/feedback-words.ts";
import { choiceField, optionsOf, textField } from "#texts/forms/fields.ts";
import type { Reading } from "#texts/labels.ts";
import { facts, list, text } from "#texts/parts.ts";
import { type Said, say } from "#texts/say.ts";
import { categoryWords, kindWords, outcomeWords, urgencyMeanings } from "#texts/terms.ts";

type Body<K extends FormBody["kind"]> = Extract<FormBody, { kind: K }>;

/** A word to the one who told it: approved texts, own words only with advice (features row 41). */
export function feedbackForm(body: Body<"feedback">, reading: Reading): Form {
  const { language } = reading;
  return {
    title: say(
      language,
      { nl: "Laat iets weten over {code}", en: "Send word about {code}" },
      { code: body.code },
    ),
    act: "feedback",
    on: body.code,
    intro: [
      text(
        say(language, {
          nl: "Kies een vaste tekst. Vertel niets over de inhoud.",
          en: "Choose a fixed text. Tell nothing about the content.",
        }),
      ),
    ],
    fields: [
      choiceField(
        "level",
        {
          label: { nl: "Wat laat je weten?", en: "What do you tell?" },
          hint: {
            nl: "De ander ziet je rol en team, niet je naam.",
            en: "The other sees your role and team, not your name.",
          },
          required: "required",
          options: body.levels.map((level) => ({
            value: level,
            label: say(language, feedbackChoices[level]),
          })),
        },
        language,
      ),
      textField(
        "text",
        {
          label: {
            nl: "Alleen bij advies: wat kan de ander doen?",
            en: "Only with advice: what can the other do?",
          },
          hint: {
            nl: "Hoogstens drie dingen. Geen namen, niets over het gezin.",
            en: "Three things at most. No names, nothing about the family.",
          },
          required: "optional",
          lines: 3,
        },
        language,
      ),
    ],
    submit: say(language, { nl: "Verstuur", en: "Send" }),
  };
}

/** The human's decision on what it is about and how urgent. Lowering needs a reason (domain.md 2.2 e). */
export function correctForm(body: Body<"correct">, reading: Reading): Form {
  const { language } = reading;
  return {
    title: say(
      language,
      { nl: "Wat klopt er wel bij {code}?", en: "What is right for {code}?" },
      { code: body.code },
    ),
    act: "correct",
    on: body.code,
    intro: [
      text(say(language, { nl: "Jij beslist, niet de computer.", en: "You decide, not the computer." })),
    ],
    fields: [
      choiceField(
        "kind",
        {
          label: { nl: "Is dit een zorg?", en: "Is this a concern?" },
          hint: { nl: "Twijfel je? Kies dan ja.", en: "In doubt? Then choose yes." },
          required: "required",
          options: optionsOf(kinds, kindWords, language),
          value: body.signalKind,
        },
        language,
      ),
      choiceField(
        "categories",
        {
          label: { nl: "Waar gaat het over?", en: "What is it about?" },
          hint: {
            nl: "Je mag er meer kiezen. Bij geen zorg telt dit niet mee.",
            en: "You may choose more than one. With no concern this does not count.",
          },
          required: "optional",
          options: optionsOf(categories, categoryWords, language),
          how: "many",
          value: body.categories.join(","),
        },
        language,
      ),
      choiceField(
        "urgency",
        {
          label: { nl: "Hoe dringend is het?", en: "How urgent is it?" },
          hint: { nl: "Twijfel je? Kies dan één hoger.", en: "In doubt? Then choose one higher." },
          required: "required",
          options: optionsOf(urgencies, urgencyMeanings, language),
          value: body.urgency,
        },
        language,
      ),
      textField(
        "text",
        {
          label: { nl: "Waarom?", en: "Why?" },
          hint: {
            nl: "Nodig als je het minder dringend maakt. Geen namen.",
            en: "Needed when you make it less urgent. No names.",
          },
          required: "optional",
          lines: 3,
        },
        language,
      ),
    ],
    submit: say(language, { nl: "Bewaar", en: "Save" }),
  };
}

const outcomeHelp: readonly Said[] = [
  {
    nl: "Lichte hulp: vrij toegankelijk, zonder plan, hoogstens 8 weken.",
    en: "Light help: free access, no plan, at most 8 weeks.",
  },
  {
    nl: "Casus: het team maakt een plan of heeft de regie.",
    en: "Casework: the team makes a plan or leads.",
  },
  {
    nl: "Is het thuis steeds onveilig? Bel Veilig Thuis: 0800-2000. Eigen hulp mag ernaast.",
    en: "Is home unsafe again and again? Call Veilig Thuis: 0800-2000. Own help may be beside it.",
  },
];

export function outcomeForm(body: Body<"outcome">, reading: Reading): Form {
  const { language } = reading;
  return {
    title: say(language, { nl: "Uitkomst van {code}", en: "Outcome of {code}" }, { code: body.code }),
    act: "outcome",
    on: body.code,
    intro: [list(outcomeHelp.map((line) => say(language, line)))],
    fields: [
      choiceField(
        "outcome",
        {
          label: { nl: "Wat is eruit gekomen?", en: "What came of it?" },
          hint: { nl: "Je kunt dit later veranderen.", en: "You can change this later." },
          required: "required",
          options: optionsOf(outcomes, outcomeWords, language),
          value: body.outcome ?? "",
        },
        language,
      ),
      choiceField(
        "next",
        {
          label: { nl: "En nu?", en: "And now?" },
          hint: { nl: "Loopt de hulp nog? Houd het open.", en: "Does help go on? Keep it open." },
          required: "required",
          options: [
            { value: "close", label: say(language, { nl: "Sluit het af", en: "Close it" }) },
            { value: "keep_open", label: say(language, { nl: "Houd het open", en: "Keep it open" }) },
          ],
        },
        language,
      ),
      ...wordFields(body.heard, language),
    ],
    submit: say(language, { nl: "Bewaar", en: "Save" }),
  };
}

export function closeForm(body: Body<"close">, reading: Reading): Form {
  const { language } = reading;
  const outcome: Part = facts([
    [say(language, { nl: "Uitkomst", en: "Outcome" }), say(language, outcomeWords[body.outcome])],
  ]);
  return {
    title: say(language, { nl: "{code} afsluiten", en: "Close {code}" }, { code: body.code }),
    act: "close",
    on: body.code,
    intro: [outcome],
    fields: wordFields(body.heard, language),
    submit: say(language, { nl: "Sluit af", en: "Close" }),
  };
}

/** No closing without a word to the one who told it, or a reason why not. */
function wordFields(heard: boolean, language: Language): Field[] {
  const hint: Said = heard
    ? { nl: "De ander heeft al een keer bericht gehad.", en: "The other has already had word." }
    : { nl: "Je hebt de ander nog niets laten weten.", en: "You have not sent the other any word yet." };
  const none = say(language, { nl: "Niets laten weten", en: "Send no word" });
  return [
    choiceField(
      "word",
      {
        label: {
          nl: "Wat laat je weten aan wie het vertelde?",
          en: "What do you tell the person who told us?",
        },
        hint,
        required: "required",
        options: [...wordLevels.map((level) => wordOption(level, language)), { value: "none", label: none }],
      },
      language,
    ),
    textField(
      "text",
      {
        label: { nl: "Je advies, of waarom je niets laat weten", en: "Your advice, or why you send no word" },
        hint: {
          nl: "Alleen nodig bij die twee keuzes. Geen namen.",
          en: "Only needed for those two choices. No names.",
        },
        required: "optional",
        lines: 3,
      },
      language,
    ),
  ];
}

/** The closing word first: it fits most. */
const wordLevels: readonly FeedbackLevel[] = [
  "closed",
  ...feedbackLevels.filter((level) => level !== "closed"),
];

function wordOption(level: FeedbackLevel, language: Language) {
  return { value: level, label: say(language, feedbackChoices[level]) };
}
