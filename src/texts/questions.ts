import type { QuestionId } from "#signal/words.ts";
import type { Said } from "#texts/say.ts";

/** The approved follow-up questions (domain.md 7.3; the fact variants are the discriminating questions of 1.5). */
export const questionWords = {
  danger: {
    ask: {
      nl: "Is er nu gevaar, of kan iemand vandaag gewond raken?",
      en: "Is there danger now, or could someone get hurt today?",
    },
    hint: { nl: "Bij gevaar: bel 112.", en: "In danger: call 112." },
  },
  aware: {
    ask: {
      nl: "Weet die persoon (of de ouder) dat je dit deelt?",
      en: "Does that person (or the parent) know that you share this?",
    },
    hint: {
      nl: "Praten met de ander helpt vaak. Doe het alleen als het veilig is.",
      en: "Talking with the other often helps. Only do so if it is safe.",
    },
  },
  age_group: {
    ask: { nl: "Hoe oud is die persoon ongeveer?", en: "About how old is that person?" },
    hint: { nl: "Een schatting is goed.", en: "A guess is fine." },
  },
  area: {
    ask: { nl: "In welke wijk woont die persoon?", en: "In which area does that person live?" },
    hint: { nl: "Alleen de wijk, geen adres.", en: "Only the area, no address." },
  },
  fact: {
    ask: {
      nl: "Wat heb je zelf gezien of gehoord? Wanneer, en hoe vaak?",
      en: "What did you see or hear yourself? When, and how often?",
    },
    hint: {
      nl: "Schrijf op wat je zag, niet wat je denkt. Geen namen.",
      en: "Write what you saw, not what you think. No names.",
    },
  },
  fact_fear: {
    ask: { nl: "Is iemand bang voor de ander?", en: "Is someone afraid of the other?" },
    hint: {
      nl: "Schrijf op waaraan je dat merkt. Geen namen.",
      en: "Write how you notice that. No names.",
    },
  },
  fact_injury: {
    ask: {
      nl: "Waar zit de plek? Past het verhaal erbij?",
      en: "Where is the injury? Does the story fit?",
    },
    hint: {
      nl: "Schrijf alleen op wat je zag. Maak geen foto.",
      en: "Only write what you saw. Take no photo.",
    },
  },
  fact_duration: {
    ask: {
      nl: "Wat is er veranderd, en sinds wanneer?",
      en: "What has changed, and since when?",
    },
    hint: {
      nl: "Doet de persoon nog mee? Schrijf op wat je zag. Geen namen.",
      en: "Does the person still take part? Write what you saw. No names.",
    },
  },
  fact_money: {
    ask: {
      nl: "Merk je ook brieven, een deurwaarder of iets dat dreigt?",
      en: "Do you also notice letters, a bailiff or another threat?",
    },
    hint: {
      nl: "Schrijf op wat je zag of hoorde. Geen namen.",
      en: "Write what you saw or heard. No names.",
    },
  },
  fact_use: {
    ask: {
      nl: "Hoe vaak gebeurt het, en gaat er iets mis door?",
      en: "How often does it happen, and does something go wrong because of it?",
    },
    hint: { nl: "Schrijf op wat je zag. Geen namen.", en: "Write what you saw. No names." },
  },
} as const satisfies Record<QuestionId, { readonly ask: Said; readonly hint: Said }>;

/** Is this one of the variants of "what did you see"? They share one text field. */
export function isFact(question: QuestionId): boolean {
  return question.startsWith("fact");
}
