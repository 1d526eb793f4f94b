import type { Category, Language, Role, Source } from "#signal/words.ts";
import type { Part } from "#texts/card.ts";
import { heading, list, note } from "#texts/parts.ts";
import { type Said, say } from "#texts/say.ts";

/** For whom the advice is: it differs by role, by category and by place (features row 5). */
export interface Advised {
  readonly role: Role;
  readonly categories: readonly Category[];
  readonly source: Source;
  /** A wrong inside the organisation itself: nobody is sent back into it to talk. */
  readonly outsideContact: boolean;
  /** Seems to be under sixteen: an adult to talk to, and nothing to do alone (L27). */
  readonly young: boolean;
}

/** What someone can do now and better not, while a colleague looks. */
export function guidance(of: Advised, language: Language): readonly Part[] {
  const words = (said: Said) => say(language, said);
  // Only what is no concern is about nothing ("where is my timetable?"): advice on a child would be beside it.
  if (of.categories.length === 0) return [];
  if (of.young) {
    return [
      heading(words({ nl: "Wat kun je nu doen?", en: "What can you do now?" })),
      list(forTheYoung.map(words)),
      note(words(naming)),
    ];
  }
  return [
    heading(words({ nl: "Wat kun je nu doen?", en: "What can you do now?" })),
    list(doNow(of).map(words)),
    heading(words({ nl: "Wat kun je beter niet doen?", en: "What is better not to do?" })),
    list((of.outsideContact ? [...better, notToThePerson] : better).map(words)),
    note(words(of.role === "professional" ? secrecy : naming)),
  ];
}

const forTheYoung: readonly Said[] = [
  {
    nl: "Goed dat je dit vertelt. Het is niet jouw schuld.",
    en: "It is good that you tell this. It is not your fault.",
  },
  { nl: "Vertel het ook aan een volwassene die je vertrouwt.", en: "Tell it to an adult you trust, too." },
  { nl: "Je hoeft het niet alleen op te lossen.", en: "You do not have to solve it alone." },
];

const better: readonly Said[] = [
  { nl: "Beloof niet dat je het geheim houdt.", en: "Do not promise to keep it secret." },
  { nl: "Vraag een kind niet uit. Maak geen foto's.", en: "Do not question a child. Take no photos." },
  { nl: "Ga zelf niets onderzoeken.", en: "Do not investigate it yourself." },
];

const notToThePerson: Said = {
  nl: "Praat er niet over met de persoon om wie het gaat.",
  en: "Do not talk about it with the person it is about.",
};

/** The duty of secrecy holds here too (L8). */
const secrecy: Said = {
  nl: "Je beroepsgeheim geldt ook hier. Delen met Veilig Thuis mag zonder toestemming als het nodig is. Met ons mag dat niet zomaar.",
  en: "Your duty of secrecy holds here too. You may share with Veilig Thuis without consent where needed. With us you may not do so freely.",
};

/** No promise of full anonymity: people may recognise what happened (L9). */
const naming: Said = {
  nl: "We noemen je naam niet zonder jouw ja. Soms kan iemand wel raden van wie het komt.",
  en: "We do not give your name without your yes. Sometimes people can guess who told it.",
};

function doNow(of: Advised): readonly Said[] {
  const own = of.role === "professional" ? professional(of) : volunteer(of);
  const leading = of.categories[0];
  const extra = leading === undefined ? null : byCategory[leading];
  const isPersonal = leading === "psychological" || leading === "domestic_violence";
  return [...own, ...(extra === null ? [] : [extra]), ...(isPersonal ? [aboutYourself] : [])];
}

/** Many write about themselves (domain.md 1.6): then the advice above is not for them. */
const aboutYourself: Said = {
  nl: "Gaat het om jezelf? Je hoeft dit niet alleen te dragen. Bel je huisarts, of 113.",
  en: "Is it about yourself? You need not carry this alone. Call your doctor, or 113.",
};

function professional(of: Advised): readonly Said[] {
  const writeDown: Said = {
    nl: "Schrijf op wat je zag en hoorde, en wanneer.",
    en: "Write down what you saw and heard, and when.",
  };
  if (of.outsideContact) return [writeDown];
  const discuss: Said = {
    nl: "Bespreek het met een collega of je aandachtsfunctionaris.",
    en: "Discuss it with a colleague or your child protection lead.",
  };
  const mayBeViolence = of.categories.includes("domestic_violence") || of.categories.includes("unclear");
  if (!mayBeViolence) return [writeDown, discuss];
  // L6: only professionals see where they are in the meldcode.
  const step: Said = {
    nl: "De meldcode heeft vijf stappen. Dit overleg hoort bij stap 2. Waar ben jij?",
    en: "The reporting code (meldcode) has five steps. This belongs to step 2. Where are you?",
  };
  return [writeDown, discuss, step];
}

function volunteer(of: Advised): readonly Said[] {
  const steps: Said[] = [
    {
      nl: "Doe gewoon en luister. Je hoeft het niet op te lossen.",
      en: "Act as usual and listen. You do not have to solve it.",
    },
    {
      nl: "Schrijf voor jezelf op wat je zag, zonder namen.",
      en: "Write down for yourself what you saw, without names.",
    },
  ];
  if (of.source !== "club" || of.outsideContact) return steps;
  const adviser: Said = {
    nl: "Praat met de vertrouwenscontactpersoon van je club.",
    en: "Talk to the confidential contact person of your club.",
  };
  return [...steps, adviser];
}

const byCategory = {
  domestic_violence: {
    nl: "Zorg dat jij en de ander veilig zijn. Praat alleen als dat kan.",
    en: "Make sure that you and the other are safe. Talk only if you can.",
  },
  psychological: {
    nl: "Vraag gewoon hoe het gaat. Luister zonder oordeel.",
    en: "Just ask how things are. Listen without judging.",
  },
  addiction: {
    nl: "Kies een rustig moment, als de ander nuchter is.",
    en: "Choose a quiet moment, when the other is sober.",
  },
  debt: {
    nl: "Zeg dat hulp bij geldzorgen gratis is. Dring niet aan.",
    en: "Say that help with money worries is free. Do not press.",
  },
  other: null,
  unclear: null,
} as const satisfies Record<Category, Said | null>;
