import type { Area, Organisation } from "#signal/directory.ts";
import type { FormBody } from "#signal/screen.ts";
import {
  ageGroups,
  awarenesses,
  dangers,
  type Language,
  languages,
  type QuestionId,
  roles,
} from "#signal/words.ts";
import type { Field, Form } from "#texts/card.ts";
import { choiceField, mostOfStory, optionsOf, textField } from "#texts/forms/fields.ts";
import type { Reading } from "#texts/labels.ts";
import { whatIAm } from "#texts/notices/receipt.ts";
import { note, text } from "#texts/parts.ts";
import { isFact, questionWords } from "#texts/questions.ts";
import { acuteLines } from "#texts/safety-words.ts";
import { type Said, say } from "#texts/say.ts";
import { ageWords, awareWords, dangerWords, roleWords } from "#texts/terms.ts";

type Body<K extends FormBody["kind"]> = Extract<FormBody, { kind: K }>;

const noHint: Said = { nl: "", en: "" };
const languageNames = {
  nl: { nl: "Nederlands", en: "Nederlands" },
  en: { nl: "English", en: "English" },
} as const;

/** A new concern: one field is required, the rest are buttons (domain.md 7.3). */
export function reportForm(body: Body<"report">, reading: Reading): Form {
  const { language } = reading;
  const firstLine = acuteLines[0];
  return {
    title: say(language, { nl: "Ik maak me zorgen", en: "I am worried" }),
    act: "report",
    on: "",
    intro: [
      { part: "safety", lines: firstLine === undefined ? [] : [say(language, firstLine)] },
      text(say(language, whatIAm)),
      note(
        say(language, {
          nl: "Dit is geen melding bij Veilig Thuis. Schrijf geen namen of adressen op.",
          en: "This is no report (melding) to Veilig Thuis. Do not write names or addresses.",
        }),
      ),
    ],
    fields: [
      textField(
        "text",
        {
          label: { nl: "Wat zag of hoorde je?", en: "What did you see or hear?" },
          hint: questionWords.fact.hint,
          required: "required",
          lines: 8,
          most: mostOfStory,
          value: body.text,
        },
        language,
      ),
      questionField("danger", body.areas, language),
      questionField("area", body.areas, language),
      questionField("age_group", body.areas, language),
      questionField("aware", body.areas, language),
      organisationField(body.organisations, body.organisation, language),
      ...(body.asksCode ? [codeField(language)] : []),
      roleField(body, language),
      choiceField(
        "language",
        {
          label: {
            nl: "In welke taal lees je ons? (Language)",
            en: "In which language do you read us? (Taal)",
          },
          hint: noHint,
          required: "optional",
          options: optionsOf(languages, languageNames, language),
          value: body.language,
        },
        language,
      ),
    ],
    submit: say(language, { nl: "Vertel het", en: "Tell it" }),
  };
}

function organisationField(
  organisations: readonly Organisation[],
  known: string | null,
  language: Language,
): Field {
  return choiceField(
    "organisation",
    {
      label: { nl: "Waar werk of help je?", en: "Where do you work or help?" },
      hint: { nl: "Dit onthouden we voor de volgende keer.", en: "We remember this for the next time." },
      required: "optional",
      options: organisations.map(({ id, name }) => ({ value: id, label: name })),
      value: known ?? "",
    },
    language,
  );
}

/** Who has it is no stranger: it is never asked of somebody that we know already. */
function codeField(language: Language): Field {
  return textField(
    "code",
    {
      label: {
        nl: "Heb je een code van je school of club?",
        en: "Do you have a code of your school or club?",
      },
      hint: {
        nl: "Dan hoef je hierboven niets te kiezen. Geen code? Laat dit leeg.",
        en: "Then you need not choose anything above. No code? Leave this empty.",
      },
      required: "optional",
      lines: 1,
    },
    language,
  );
}

function roleField(body: Body<"report">, language: Language): Field {
  return choiceField(
    "role",
    {
      label: { nl: "Doe je dit vanuit je beroep?", en: "Do you do this as your profession?" },
      hint: { nl: "Dan krijg je advies dat bij je past.", en: "Then you get advice that fits you." },
      required: "optional",
      options: optionsOf(roles, roleWords, language),
      value: body.role ?? "",
    },
    language,
  );
}

/** More about a concern: only what was asked, danger first, always room for text. */
export function supplementForm(body: Body<"supplement">, reading: Reading): Form {
  const { language } = reading;
  const asked = body.questions.filter((question) => !isFact(question));
  const organisations = body.organisations ?? [];
  const choices = [...asked].sort((a, b) => Number(b === "danger") - Number(a === "danger"));
  return {
    title: say(language, { nl: "Aanvullen {code}", en: "Add to {code}" }, { code: body.code }),
    act: "supplement",
    on: body.code,
    intro: [
      text(
        say(language, {
          nl: "**Is er nu gevaar? Bel 112.** Vul in wat je weet.",
          en: "**Is there danger now? Call 112.** Fill in what you know.",
        }),
      ),
    ],
    fields: [
      ...choices.map((question) => questionField(question, body.areas, language)),
      factField(body.questions.find(isFact), choices.length === 0 ? "required" : "optional", language),
      ...(organisations.length === 0 ? [] : [organisationField(organisations, null, language)]),
    ],
    submit: say(language, { nl: "Verstuur", en: "Send" }),
  };
}

function factField(
  question: QuestionId | undefined,
  required: "required" | "optional",
  language: Language,
): Field {
  const more: { readonly ask: Said; readonly hint: Said } = {
    ask: { nl: "Wat wil je toevoegen?", en: "What do you want to add?" },
    hint: questionWords.fact.hint,
  };
  const { ask, hint } = question === undefined ? more : questionWords[question];
  const other: Said = { nl: " Iets anders mag ook.", en: " Something else is fine too." };
  const said = { nl: `${hint.nl}${other.nl}`, en: `${hint.en}${other.en}` };
  const words = question === undefined ? hint : said;
  return textField("text", { label: ask, hint: words, required, lines: 8 }, language);
}

function questionField(question: QuestionId, areas: readonly Area[], language: Language): Field {
  const { ask, hint } = questionWords[question];
  const choice = { label: ask, hint, required: "optional" } as const;
  switch (question) {
    case "danger":
      return choiceField(
        question,
        { ...choice, options: optionsOf(dangers, dangerWords, language) },
        language,
      );
    case "aware":
      return choiceField(
        question,
        { ...choice, options: optionsOf(awarenesses, awareWords, language) },
        language,
      );
    case "age_group":
      return choiceField(
        question,
        { ...choice, options: optionsOf(ageGroups, ageWords, language) },
        language,
      );
    case "area": {
      const options = areas.map(({ id, name }) => ({ value: id, label: name }));
      return choiceField(question, { ...choice, options }, language);
    }
    case "fact":
    case "fact_fear":
    case "fact_injury":
    case "fact_duration":
    case "fact_money":
    case "fact_use":
      return textField("text", { ...choice, lines: 8 }, language);
  }
}

/** The answer to a colleague's question; neither sees who the other is. */
export function answerForm(body: Body<"answer">, reading: Reading): Form {
  const { language } = reading;
  return {
    title: say(language, { nl: "Antwoord bij {code}", en: "Answer on {code}" }, { code: body.code }),
    act: "answer",
    on: body.code,
    intro: [
      {
        part: "quote",
        text: body.question,
        by: say(language, { nl: "een medewerker", en: "a member of staff" }),
      },
      note(
        say(language, {
          nl: "Weet je het niet? Schrijf dat op. Vraag niemand uit.",
          en: "Don't you know? Write that. Do not question anybody.",
        }),
      ),
    ],
    fields: [
      textField(
        "text",
        {
          label: { nl: "Jouw antwoord", en: "Your answer" },
          hint: questionWords.fact.hint,
          required: "required",
          lines: 8,
        },
        language,
      ),
    ],
    submit: say(language, { nl: "Verstuur", en: "Send" }),
  };
}

/** Are you sure? It can not be undone, and of a pressing one a human decides. */
export function withdrawForm(body: Body<"withdraw">, reading: Reading): Form {
  const { language } = reading;
  return {
    title: say(language, { nl: "{code} intrekken", en: "Withdraw {code}" }, { code: body.code }),
    act: "withdraw",
    on: body.code,
    intro: [
      text(
        say(
          language,
          body.pressing
            ? {
                nl: "Je zorg heeft haast. Daarom kijkt een mens eerst of we kunnen stoppen.",
                en: "Your concern is pressing. So a human first looks whether we can stop.",
              }
            : {
                nl: "Dan kijkt niemand er meer naar. Je kunt dit niet terugdraaien, wel een nieuwe zorg delen.",
                en: "Then nobody looks at it any more. You cannot undo this, but you can share a new concern.",
              },
        ),
      ),
    ],
    fields: [],
    submit: say(language, { nl: "Ja, trek in", en: "Yes, withdraw" }),
  };
}
