import { mayPractiseFrom } from "#signal/exercise.ts";
import type { Language } from "#signal/words.ts";
import { openCalendar } from "#signal/working-time.ts";
import type { Form } from "#texts/card.ts";
import { dateInWords } from "#texts/dates.ts";
import type { Reading } from "#texts/labels.ts";
import { note, text } from "#texts/parts.ts";
import { type Said, say } from "#texts/say.ts";

const story: Said = {
  nl: "OEFENING. Dit is niet echt, er is niemand in gevaar. Stel: een gezin in de wijk kan al drie maanden de huur niet betalen. Er liggen aanmaningen en er is te weinig eten in huis.",
  en: "EXERCISE. This is not real, nobody is in danger. Suppose: a family in the area has not paid the rent for three months. There are reminders for unpaid bills and too little food in the house.",
};

/** What an exercise tells: fixed, so that no concern of a real person is ever used to practise with. */
export function drillStory(language: Language): string {
  return say(language, story);
}

/** No fields: says what will happen before it does. When it is too late in the day it says when it can be done. */
export function drillForm(reading: Reading): Form {
  const { language, directory, now } = reading;
  const from = mayPractiseFrom(now, openCalendar(directory.hours));
  const form = { act: "drill", on: "", fields: [] } as const;
  if (from > now) {
    const when = dateInWords(from, reading);
    return {
      ...form,
      title: say(language, { nl: "Oefenen kan nu niet", en: "No exercise now" }),
      intro: [
        text(
          say(
            language,
            {
              nl: "We zijn dicht, of bijna. Voor een oefening maken we niemand wakker. Het kan weer {when}.",
              en: "We are closed, or almost. For an exercise we wake nobody. It is possible again {when}.",
            },
            { when },
          ),
        ),
      ],
      submit: say(language, { nl: "Goed", en: "All right" }),
    };
  }
  return {
    ...form,
    title: say(language, { nl: "Een oefening starten", en: "Start an exercise" }),
    intro: [
      text(
        say(language, {
          nl: "**Dit roept een collega op, als oefening.** Het gaat de hele weg, net als een echt signaal met spoed.",
          en: "**This pages a colleague, as an exercise.** It goes the whole road, just as a real urgent signal.",
        }),
      ),
      text(
        say(language, {
          nl: "Op elke kaart staat OEFENING. Je hoort wie het oppakt en hoe lang dat duurde.",
          en: "Every card says EXERCISE. You hear who picks it up and how long that took.",
        }),
      ),
      note(
        say(language, {
          nl: "Het telt niet mee in de cijfers. Niemand krijgt een tekst over gevaar.",
          en: "It is left out of the numbers. Nobody gets a text about danger.",
        }),
      ),
    ],
    submit: say(language, { nl: "Start de oefening", en: "Start the exercise" }),
  };
}
