import type { Said } from "#texts/say.ts";

/**
 * The fixed safety texts of domain.md 2.3: approved, written by people, never by a model. Change one only together with
 * `safetyVersion`; a test holds them letter by letter. The English ones are faithful translations.
 */
export const safetyVersion = "2026-11.1";

/** U1: promises nobody, by day or by night. */
export const acuteLines: readonly Said[] = [
  {
    nl: "**Is er nu gevaar? Bel 112.** Wacht niet op antwoord in deze chat. Deze chat wordt niet dag en nacht gelezen.",
    en: "**Is there danger now? Call 112.** Do not wait for an answer in this chat. This chat is not read day and night.",
  },
  {
    nl: "• Geweld thuis, of een kind durft niet naar huis: geen direct gevaar meer? Bel **nu** Veilig Thuis: **0800-2000** (gratis, dag en nacht).",
    en: "• Violence at home, or a child who does not dare to go home: no immediate danger any more? Call Veilig Thuis **now**: **0800-2000** (free, day and night).",
  },
  {
    nl: "• Wil iemand niet meer leven? Bel **113** of **0800-0113** (gratis, dag en nacht). Laat die persoon niet alleen. Direct gevaar: 112.",
    en: "• Does someone no longer want to live? Call **113** or **0800-0113** (free, day and night). Do not leave that person alone. Immediate danger: 112.",
  },
  {
    nl: "• Ga er niet alleen op af. Breng jezelf niet in gevaar. Spreek de persoon die gevaarlijk is niet aan.",
    en: "• Do not go there alone. Do not put yourself in danger. Do not speak to the person who is dangerous.",
  },
];

/** U2, in three pieces: what it is, who looks (or that nobody reads now), and what to do. */
export const urgentOpening: Said = { nl: "Dit kan niet wachten.", en: "This cannot wait." };

export const urgentPromise = {
  team: {
    nl: "Een medewerker van het wijkteam kijkt vandaag mee ({venster}).",
    en: "A member of the neighbourhood team (wijkteam) will look at it today ({venster}).",
  },
  teamLater: {
    nl: "Een medewerker van het wijkteam kijkt mee ({venster}).",
    en: "A member of the neighbourhood team (wijkteam) will look at it ({venster}).",
  },
  outside: {
    nl: "Iemand van buiten je eigen organisatie kijkt vandaag mee ({venster}).",
    en: "Someone from outside your own organisation will look at it today ({venster}).",
  },
  outsideLater: {
    nl: "Iemand van buiten je eigen organisatie kijkt mee ({venster}).",
    en: "Someone from outside your own organisation will look at it ({venster}).",
  },
} as const satisfies Record<string, Said>;

export const urgentAdvice: Said = {
  nl: "Wordt het gevaarlijk? **Bel 112.** Wil je nu advies? Bel Veilig Thuis **0800-2000**, ook 's nachts. Je hoeft geen namen te noemen. Gaat het om iemand die niet meer wil leven: **113**.",
  en: "Is it getting dangerous? **Call 112.** Do you want advice now? Call Veilig Thuis **0800-2000**, also at night. You do not have to give names. Is it about someone who no longer wants to live: **113**.",
};

export const urgentHours: Said = {
  nl: "Is het buiten {openingstijden}? Dan leest hier niemand mee. Bel dan.",
  en: "Is it outside {openingstijden}? Then nobody is reading here. Call instead.",
};

/** Outside office hours: no promise of a human (T4). */
export const nobodyReads: Said = {
  nl: "Hier leest nu niemand mee.",
  en: "Nobody is reading here now.",
};
export const callInstead: Said = { nl: "Bel dus.", en: "So call." };

export const soonText: Said = {
  nl: "Goed dat je dit vertelt. Een medewerker bekijkt dit uiterlijk {datum}. Verandert er iets of maak je je ineens meer zorgen? Bel Veilig Thuis **0800-2000**. Bij gevaar: **112**. Dit bericht is **geen melding** bij Veilig Thuis.",
  en: "It is good that you tell this. A member of staff will look at this by {datum} at the latest. Does something change, or are you suddenly more worried? Call Veilig Thuis **0800-2000**. In danger: **112**. This message is **not a report** (melding) to Veilig Thuis.",
};
export const soonOutside: Said = {
  nl: "Goed dat je dit vertelt. Iemand van buiten je eigen organisatie bekijkt dit uiterlijk {datum}. Verandert er iets of maak je je ineens meer zorgen? Bel Veilig Thuis **0800-2000**. Bij gevaar: **112**. Dit bericht is **geen melding** bij Veilig Thuis.",
  en: "It is good that you tell this. Someone from outside your own organisation will look at this by {datum} at the latest. Does something change, or are you suddenly more worried? Call Veilig Thuis **0800-2000**. In danger: **112**. This message is **not a report** (melding) to Veilig Thuis.",
};

export const preventiveText: Said = {
  nl: "Dank je wel. Een medewerker bekijkt dit uiterlijk {datum}. Je hoort van ons wat de volgende stap is. Bij gevaar: **112**. Dit bericht is **geen melding** bij Veilig Thuis.",
  en: "Thank you. A member of staff will look at this by {datum} at the latest. We will let you know what the next step is. In danger: **112**. This message is **not a report** (melding) to Veilig Thuis.",
};
export const preventiveOutside: Said = {
  nl: "Dank je wel. Iemand van buiten je eigen organisatie bekijkt dit uiterlijk {datum}. Je hoort van ons wat de volgende stap is. Bij gevaar: **112**. Dit bericht is **geen melding** bij Veilig Thuis.",
  en: "Thank you. Someone from outside your own organisation will look at this by {datum} at the latest. We will let you know what the next step is. In danger: **112**. This message is **not a report** (melding) to Veilig Thuis.",
};

/** One extra line for professionals at U2 and U3. Volunteers are never asked to follow the meldcode (L6). */
export const professionalLine: Said = {
  nl: "Ben je professional? Volg de meldcode. Bij acute of structurele onveiligheid bel je zelf Veilig Thuis.",
  en: "Are you a professional? Follow the reporting code (meldcode). In acute or structural unsafety you call Veilig Thuis yourself.",
};

/** When somebody has it, or had it: no promise any more, the numbers stay. */
export const afterwards: Said = {
  nl: "Bij gevaar: **112**. Advies nodig? Bel Veilig Thuis **0800-2000**, ook 's nachts. Dit bericht is **geen melding** bij Veilig Thuis.",
  en: "In danger: **112**. Do you need advice? Call Veilig Thuis **0800-2000**, also at night. This message is **not a report** (melding) to Veilig Thuis.",
};

/** Lines that a category adds (domain.md 2.3). "Anoniem" is never said to a professional (L9). */
export const addOnLines = {
  psychologicalAdult: {
    nl: "Gaat het om een volwassene? Meldpunt Zorgwekkend Gedrag **0800-1205**",
    en: "Is it about an adult? Meldpunt Zorgwekkend Gedrag (line for worrying behaviour) **0800-1205**",
  },
  debt: {
    nl: "Geldfit **0800-8115**, gratis en anoniem",
    en: "Geldfit (help with money) **0800-8115**, free and anonymous",
  },
  debtProfessional: {
    nl: "Geldfit **0800-8115**, gratis",
    en: "Geldfit (help with money) **0800-8115**, free",
  },
  sportsWrong: {
    nl: "Misstand in de sport? Bel het CVSN: **0900-2025590**",
    en: "A wrong in sports? Call the CVSN: **0900-2025590**",
  },
  schoolWrong: {
    nl: "Misstand op school? De vertrouwensinspecteur van het onderwijs denkt mee.",
    en: "A wrong at school? The confidential inspector of education thinks along with you.",
  },
  young: {
    nl: "Ben je jonger dan 18? Praat met een volwassene die je vertrouwt. De Kindertelefoon is gratis: **0800-0432**",
    en: "Are you under 18? Talk to an adult you trust. The Kindertelefoon (children's help line) is free: **0800-0432**",
  },
  police: {
    nl: "Politie, geen spoed: **0900-8844**",
    en: "Police, no emergency: **0900-8844**",
  },
} as const satisfies Record<string, Said>;
