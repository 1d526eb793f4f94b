import type { FeedbackLevel } from "#signal/words.ts";
import type { Said } from "#texts/say.ts";

/** The approved words of each level (domain.md 7.4); the closing one is the same whatever the outcome. */
export const feedbackTexts = {
  looked_at: {
    nl: "Een {who} heeft je zorg bekeken. We denken met je mee. Je hoeft nu zelf niets te doen.",
    en: "A {who} has looked at your concern. We think along with you. You need not do anything now.",
  },
  in_contact: {
    nl: "We zijn ermee aan de slag. Wat we precies doen, kunnen we niet vertellen. Dat is privé voor het gezin.",
    en: "We are working on it. What exactly we do, we cannot tell. That is private for the family.",
  },
  advice: {
    nl: "Een {who} denkt met je mee. Dit kun je zelf doen:",
    en: "A {who} thinks along with you. This is what you can do yourself:",
  },
  closed: {
    nl: "Je zorg is behandeld. Dank je wel. Zie je weer iets? Laat het ons weten.",
    en: "Your concern has been dealt with. Thank you. Do you notice something again? Let us know.",
  },
  not_for_us: {
    nl: "Hier kunnen wij niet bij helpen. Probeer: je huisarts, je gemeente of je eigen organisatie.",
    en: "We cannot help with this. Try: your doctor, your municipality or your own organisation.",
  },
} as const satisfies Record<FeedbackLevel, Said>;

/** The heading of each level. */
export const feedbackTitles = {
  looked_at: { nl: "Je zorg is bekeken", en: "Your concern has been looked at" },
  in_contact: { nl: "We zijn ermee aan de slag", en: "We are working on it" },
  advice: { nl: "Advies voor jou", en: "Advice for you" },
  closed: { nl: "Je zorg is behandeld", en: "Your concern has been dealt with" },
  not_for_us: { nl: "Dit past beter ergens anders", en: "This fits better elsewhere" },
} as const satisfies Record<FeedbackLevel, Said>;

/** How to begin the talk oneself, below advice. */
export const startTheTalk: Said = {
  nl: "Zo begin je het gesprek: 'Het valt me op dat … Hoe is dat voor jou?'",
  en: "This is how you can start: 'I notice that … How is that for you?'",
};

/** What the colleague chooses from: says what the other will read. */
export const feedbackChoices = {
  looked_at: { nl: "Bekeken, we denken mee", en: "Looked at, we think along" },
  in_contact: { nl: "We zijn ermee aan de slag", en: "We are working on it" },
  advice: { nl: "Advies, in eigen woorden", en: "Advice, in own words" },
  closed: { nl: "Behandeld, dank je wel", en: "Dealt with, thank you" },
  not_for_us: { nl: "Hier kunnen wij niet bij helpen", en: "We cannot help with this" },
} as const satisfies Record<FeedbackLevel, Said>;
