import type { Act } from "#signal/press.ts";
import type { Refusal } from "#signal/screen.ts";
import type { Said } from "#texts/say.ts";

/** Why it can not be done now, what to do instead, and the button that does it. */
export interface RefusalText {
  readonly title: Said;
  readonly text: Said;
  /** Offered below; on the signal where there is one. */
  readonly instead: readonly Act[];
  /** What is said where it is about no signal; without it, the same. */
  readonly withoutSignal?: Said;
}

export const refusalTexts = {
  taken: {
    title: { nl: "{name} was je net voor", en: "{name} was just before you" },
    text: {
      nl: "Dit signaal is al opgepakt. Je hoeft niets te doen. Weet je iets? Zeg het tegen {name}.",
      en: "This signal has already been picked up. You need not do anything. Do you know something? Tell {name}.",
    },
    instead: ["home"],
  },
  closed: {
    title: { nl: "Dit signaal is al afgesloten", en: "This signal is already closed" },
    text: {
      nl: "Hier kun je niets meer aan veranderen. Is de zorg terug? Vertel het dan opnieuw.",
      en: "Nothing can be changed here any more. Is the concern back? Then tell it again.",
    },
    instead: ["home"],
  },
  withdrawn: {
    title: { nl: "Dit signaal is ingetrokken", en: "This signal has been withdrawn" },
    text: {
      nl: "Er is niets meer te doen. Is de zorg terug? Vertel het dan opnieuw.",
      en: "There is nothing left to do. Is the concern back? Then tell it again.",
    },
    instead: ["home"],
  },
  not_yours: {
    title: { nl: "Dit kan iemand anders doen", en: "Someone else can do this" },
    text: {
      nl: "Alleen wie dit signaal heeft, kan dit doen. Vraag die collega, of bel de coördinator.",
      en: "Only the one who has this signal can do this. Ask that colleague, or call the coordinator.",
    },
    instead: ["home"],
    withoutSignal: {
      nl: "Dit hoort bij het werk van sommige collega's van het team. In je overzicht staat wat jij kunt doen.",
      en: "This is work of some colleagues of the team. Your overview has what you can do.",
    },
  },
  unknown_signal: {
    title: { nl: "Dit nummer ken ik niet", en: "I do not know this number" },
    text: {
      nl: "Kijk of het nummer klopt. In je overzicht staan jouw signalen.",
      en: "Check whether the number is right. Your overview has your signals.",
    },
    instead: ["home"],
  },
  unknown_person: {
    title: { nl: "Ik ken je nog niet", en: "I do not know you yet" },
    text: {
      nl: "Je staat niet in het boek met collega's. Vraag de beheerder om je toe te voegen.",
      en: "You are not in the book of colleagues. Ask the administrator to add you.",
    },
    instead: ["help"],
  },
  not_now: {
    title: { nl: "Dit kan nu nog niet", en: "This is not possible yet" },
    text: {
      nl: "Eerst moet iemand het signaal oppakken. Open het signaal om te zien hoe het ervoor staat.",
      en: "First someone has to pick up the signal. Open the signal to see how it stands.",
    },
    instead: ["open", "home"],
    withoutSignal: {
      nl: "Probeer het later nog eens, als we open zijn.",
      en: "Try again later, when we are open.",
    },
  },
  only_files: {
    title: { nl: "Een foto kan ik niet lezen", en: "I cannot read a photo" },
    text: {
      nl: "Foto's en bestanden bewaren we niet. Typ hier in woorden wat je zag of hoorde. Haal de foto nu uit deze chat: ik kan dat niet voor je doen. Is er nu gevaar? Bel 112.",
      en: "We do not keep photos and files. Type here in words what you saw or heard. Now take the photo out of this chat: I cannot do that for you. Is there danger now? Call 112.",
    },
    instead: ["report"],
  },
  empty: {
    title: { nl: "Er staat nog niets", en: "There is nothing yet" },
    text: {
      nl: "Schrijf in een paar woorden op wat je zag of hoorde. Er is nu niets bewaard.",
      en: "Write in a few words what you saw or heard. Nothing has been kept now.",
    },
    instead: ["report"],
  },
  too_long: {
    title: { nl: "Je tekst is te lang", en: "Your text is too long" },
    text: {
      nl: "Er passen 8.000 tekens in. Schrijf alleen wat je zelf zag of hoorde. Er is nu niets bewaard.",
      en: "There is room for 8,000 characters. Only write what you saw or heard yourself. Nothing has been kept now.",
    },
    instead: ["report"],
  },
  no_words: {
    title: { nl: "Ik kan dit niet lezen", en: "I cannot read this" },
    text: {
      nl: "Gebruik een paar woorden, geen plaatjes. Is er gevaar? Bel 112. Er is nu niets bewaard.",
      en: "Use a few words, no pictures. Is there danger? Call 112. Nothing has been kept now.",
    },
    instead: ["report"],
  },
  not_text: {
    title: { nl: "Ik kan alleen tekst aannemen", en: "I can only take text" },
    text: {
      nl: "Stuur geen foto of bestand. Schrijf op wat je zag. Er is nu niets bewaard.",
      en: "Send no photo or file. Write down what you saw. Nothing has been kept now.",
    },
    instead: ["report"],
  },
  too_many: {
    title: { nl: "Er kwam veel tegelijk", en: "A lot came at once" },
    text: {
      nl: "Dit bericht is niet bewaard. Probeer het over een uur weer. Is er gevaar? Bel 112. Advies? Bel Veilig Thuis 0800-2000.",
      en: "This message has not been kept. Try again in an hour. Is there danger? Call 112. Advice? Call Veilig Thuis 0800-2000.",
    },
    instead: ["report", "help"],
  },
  too_many_strangers: {
    title: { nl: "Er kwam veel tegelijk", en: "A lot came at once" },
    text: {
      nl: "Ik ken je nog niet. Heb je een code van je school of club? Vul die dan in. Of probeer het over een uur. Is er gevaar? Bel 112. Advies? Bel Veilig Thuis 0800-2000. Dit bericht is niet bewaard.",
      en: "I do not know you yet. Do you have a code of your school or club? Then fill it in. Or try again in an hour. Is there danger? Call 112. Advice? Call Veilig Thuis 0800-2000. This message has not been kept.",
    },
    instead: ["report", "help"],
  },
  not_read: {
    title: { nl: "Niemand heeft dit nog gelezen", en: "Nobody has read this yet" },
    text: {
      nl: "Je bericht is bewaard, maar door een fout van ons is het nog niet bij een medewerker. We blijven het proberen. Bel als het niet kan wachten: Veilig Thuis 0800-2000, dag en nacht. Is er gevaar? Bel 112.",
      en: "Your message has been kept, but through a fault of ours it has not reached anyone yet. We keep trying. Call if it cannot wait: Veilig Thuis 0800-2000, day and night. Is there danger? Call 112.",
    },
    instead: ["help"],
  },
  lowering_needs_reason: {
    title: { nl: "Schrijf erbij waarom", en: "Please say why" },
    text: {
      nl: "Je maakt dit minder dringend. Dat mag, met een korte reden.",
      en: "You make this less urgent. You may, with a short reason.",
    },
    instead: ["correct"],
  },
  no_word_needs_reason: {
    title: { nl: "Laat iets weten, of schrijf waarom niet", en: "Send word, or say why not" },
    text: {
      nl: "Wie het vertelde, wacht op bericht. Kies een tekst, of geef een korte reden.",
      en: "The person who told us waits for word. Choose a text, or give a short reason.",
    },
    instead: ["feedback"],
  },
  field_missing: {
    title: { nl: "Er mist nog iets", en: "Something is missing" },
    text: {
      nl: "Vul in wat nodig is, en verstuur het opnieuw.",
      en: "Fill in what is needed, and send it again.",
    },
    instead: [],
  },
  field_unknown: {
    title: { nl: "Deze keuze ken ik niet", en: "I do not know this choice" },
    text: {
      nl: "Kies een van de mogelijkheden die er staan.",
      en: "Choose one of the options that are there.",
    },
    instead: [],
  },
  too_many_hops: {
    title: { nl: "Dit ging al twee keer over", en: "This was handed over twice" },
    text: {
      nl: "Nog een keer overdragen kan niet. Bel de coördinator en beslis samen.",
      en: "It cannot be handed over again. Call the coordinator and decide together.",
    },
    instead: ["consult"],
  },
  structural_needs_veilig_thuis: {
    title: { nl: "Bel eerst Veilig Thuis: 0800-2000", en: "First call Veilig Thuis: 0800-2000" },
    text: {
      nl: "Bij acute of structurele onveiligheid hoort Veilig Thuis erbij. Eigen hulp mag ernaast. Kies daarna: opgeschaald.",
      en: "Acute or structural unsafety always goes by Veilig Thuis. Own help may be beside it. Then choose: scaled up.",
    },
    instead: ["outcome"],
  },
} as const satisfies Readonly<Record<Refusal, RefusalText>>;
