import type { FormBody } from "#signal/screen.ts";
import type { PersonId } from "#signal/signal.ts";
import type { Form } from "#texts/card.ts";
import { choiceField, textField } from "#texts/forms/fields.ts";
import type { Reading } from "#texts/labels.ts";
import { text } from "#texts/parts.ts";
import { nameOf, personOf } from "#texts/people.ts";
import { type Said, say } from "#texts/say.ts";

type Body<K extends FormBody["kind"]> = Extract<FormBody, { kind: K }>;

/** Said at every text between people: the minimum, and no names. */
const littleHint: Said = {
  nl: "Schrijf alleen wat nodig is. Geen namen of adressen.",
  en: "Only write what is needed. No names or addresses.",
};
const sendIt: Said = { nl: "Verstuur", en: "Send" };

export function handOverForm(body: Body<"hand_over">, reading: Reading): Form {
  const { language } = reading;
  const systemChooses = {
    value: "",
    label: say(language, { nl: "Laat het systeem kiezen", en: "Let the system choose" }),
  };
  return {
    title: say(language, { nl: "{code} overdragen", en: "Hand over {code}" }, { code: body.code }),
    act: "hand_over",
    on: body.code,
    intro: [
      text(
        say(language, {
          nl: "De ander krijgt dit signaal. De klok loopt door tot iemand het oppakt.",
          en: "The other gets this signal. The clock runs on until someone picks it up.",
        }),
      ),
    ],
    fields: [
      choiceField(
        "to",
        {
          label: { nl: "Aan wie?", en: "To whom?" },
          hint: {
            nl: "Weet je het niet? Laat het systeem kiezen.",
            en: "Don't know? Let the system choose.",
          },
          required: "optional",
          options: [systemChooses, ...colleagueOptions(body, reading)],
        },
        language,
      ),
      textField(
        "text",
        {
          label: { nl: "Waarom draag je het over?", en: "Why do you hand it over?" },
          hint: littleHint,
          required: "required",
          lines: 3,
        },
        language,
      ),
    ],
    submit: say(language, { nl: "Draag over", en: "Hand over" }),
  };
}

export function consultForm(body: Body<"consult">, reading: Reading): Form {
  const { language } = reading;
  return {
    title: say(language, { nl: "Overleg over {code}", en: "Consult on {code}" }, { code: body.code }),
    act: "consult",
    on: body.code,
    intro: [
      text(
        say(language, {
          nl: "Jij houdt het signaal. De collega leest mee en geeft advies.",
          en: "You keep the signal. The colleague reads along and gives advice.",
        }),
      ),
    ],
    fields: [
      choiceField(
        "whom",
        {
          label: { nl: "Wie vraag je?", en: "Whom do you ask?" },
          hint: {
            nl: "Kies iemand met de kennis die jij mist.",
            en: "Choose someone with the knowledge you need.",
          },
          required: "required",
          options: colleagueOptions(body, reading),
        },
        language,
      ),
      textField(
        "text",
        {
          label: { nl: "Wat wil je weten?", en: "What do you want to know?" },
          hint: littleHint,
          required: "required",
          lines: 3,
        },
        language,
      ),
    ],
    submit: say(language, sendIt),
  };
}

export function consultAnswerForm(body: Body<"consult_answer">, reading: Reading): Form {
  const { language } = reading;
  return {
    title: say(language, { nl: "Advies over {code}", en: "Advice on {code}" }, { code: body.code }),
    act: "consult_answer",
    on: body.code,
    intro: [
      { part: "quote", text: body.question, by: say(language, { nl: "je collega", en: "your colleague" }) },
    ],
    fields: [
      textField(
        "text",
        {
          label: { nl: "Jouw advies", en: "Your advice" },
          hint: littleHint,
          required: "required",
          lines: 3,
        },
        language,
      ),
    ],
    submit: say(language, sendIt),
  };
}

/** A question to the one who told it, passed on without names. */
export function askForm(body: Body<"ask">, reading: Reading): Form {
  const { language } = reading;
  return {
    title: say(language, { nl: "Vraag over {code}", en: "Question about {code}" }, { code: body.code }),
    act: "ask",
    on: body.code,
    intro: [
      text(
        say(language, {
          nl: "We geven je vraag door. Jullie zien elkaars naam niet.",
          en: "We pass on your question. Neither of you sees the other's name.",
        }),
      ),
    ],
    fields: [
      textField(
        "text",
        {
          label: { nl: "Wat wil je weten?", en: "What do you want to know?" },
          hint: {
            nl: "Eén vraag, in gewone taal. Vraag niet om namen of bewijs.",
            en: "One question, in plain words. Do not ask for names or proof.",
          },
          required: "required",
          lines: 3,
        },
        language,
      ),
    ],
    submit: say(language, sendIt),
  };
}

export function waitingForm(body: Body<"waiting">, reading: Reading): Form {
  const { language } = reading;
  return {
    title: say(
      language,
      { nl: "{code} wacht op een ander", en: "{code} waits elsewhere" },
      { code: body.code },
    ),
    act: "waiting",
    on: body.code,
    intro: [
      text(
        say(language, {
          nl: "Het signaal blijft open en blijft van jou.",
          en: "The signal stays open and stays yours.",
        }),
      ),
    ],
    fields: [
      textField(
        "text",
        {
          label: { nl: "Waarop wacht het?", en: "What does it wait for?" },
          hint: {
            nl: "Bijvoorbeeld: wachtlijst van de ggz. Leeg laten: het wacht niet meer.",
            en: "For example: waiting list of mental health care. Leave empty: it waits no more.",
          },
          required: "optional",
          lines: 1,
        },
        language,
      ),
    ],
    submit: say(language, { nl: "Bewaar", en: "Save" }),
  };
}

function colleagueOptions(
  { colleagues, away }: { readonly colleagues: readonly PersonId[]; readonly away: readonly PersonId[] },
  reading: Reading,
) {
  return colleagues.map((id) => {
    const role = personOf(id, reading)?.role[reading.language];
    const name = nameOf(id, reading);
    const there = away.includes(id) ? say(reading.language, { nl: " (nu afwezig)", en: " (away now)" }) : "";
    return { value: id, label: `${role === undefined ? name : `${name}, ${role}`}${there}` };
  });
}
