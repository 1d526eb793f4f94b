import type { Language } from "#signal/words.ts";
import type { Part } from "#texts/card.ts";
import { list, text } from "#texts/parts.ts";
import { type Said, say } from "#texts/say.ts";

type Audience = "signaler" | "expert" | "manager";

const opening = {
  signaler: {
    nl: "Maak je je zorgen om iemand? Vertel het hier.",
    en: "Are you worried about someone? Tell it here.",
  },
  expert: {
    nl: "Hier komen zorgen binnen van scholen, clubs en wijkplatforms. Jij beslist wat er gebeurt.",
    en: "Concerns from schools, clubs and neighbourhood platforms arrive here. You decide what happens.",
  },
  manager: {
    nl: "Elke maandag om 8.00 uur krijg je de week in cijfers.",
    en: "Every Monday at 8:00 you get the week in numbers.",
  },
} as const satisfies Record<Audience, Said>;

const lines = {
  signaler: [
    {
      nl: "Schrijf op wat je zag of hoorde. Namen zijn niet nodig.",
      en: "Write what you saw or heard. Names are not needed.",
    },
    {
      nl: "Je krijgt een nummer, en een bericht over de volgende stap.",
      en: "You get a number, and a message about the next step.",
    },
    {
      nl: "Je kunt later iets toevoegen, of je zorg intrekken. Typ 'status' om te zien hoe het staat.",
      en: "You can add something later, or withdraw your concern. Type 'status' to see how it stands.",
    },
    {
      nl: "Gaat het om jezelf? Bel je huisarts, of 113.",
      en: "Is it about yourself? Call your doctor, or 113.",
    },
    {
      nl: "Wij bellen niet zomaar de ouders of de politie.",
      en: "We do not just call the parents or the police.",
    },
  ],
  expert: [
    {
      nl: "Druk op 'Ik pak dit op'. Dan weet iedereen dat jij het hebt.",
      en: "Press 'I take this'. Then everyone knows that you have it.",
    },
    {
      nl: "Het verhaal open je met 'Bekijk'. We leggen vast wie het opent.",
      en: "You read the story with 'Open'. We keep a record of who opens it.",
    },
    {
      nl: "Klopt de indeling niet? Druk in het signaal op 'Klopt niet'.",
      en: "Is it sorted wrongly? Press 'Not right' in the signal.",
    },
    {
      nl: "Past het niet bij jou? Geef het terug of draag het over.",
      en: "Does it not fit you? Give it back or hand it over.",
    },
    {
      nl: "Laat altijd iets weten aan wie het vertelde.",
      en: "Always send word to the person who told us.",
    },
    {
      nl: "Typen mag ook: 'overzicht', 'afwezig', 'terug', of 'wie schulden'.",
      en: "You may type too: 'overview', 'away', 'back', or 'who debt'.",
    },
    {
      nl: "Ben je coördinator? Met 'Oefening' in je overzicht probeer je de hele weg.",
      en: "Are you a coordinator? With 'Exercise' in your overview you try the whole road.",
    },
  ],
  manager: [
    {
      nl: "Je ziet nieuwe signalen, uitkomsten en wat nog open staat.",
      en: "You see new signals, outcomes and what is still open.",
    },
    {
      nl: "Kleine aantallen laten we niet zien, zodat niemand herkenbaar is.",
      en: "We do not show small numbers, so that nobody can be recognised.",
    },
    {
      nl: "De cijfers gaan over het werk, niet over mensen of scholen.",
      en: "The numbers are about the work, not about people or schools.",
    },
  ],
} as const satisfies Record<Audience, readonly Said[]>;

/** How it works, in a few lines for who reads it. */
export function helpParts(as: Audience, language: Language): readonly Part[] {
  return [text(say(language, opening[as])), list(lines[as].map((line) => say(language, line)))];
}
