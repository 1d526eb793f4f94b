import type { Card, Form } from "#texts/card.ts";

/** Cards and forms with every part, field and button there is, in words as the bot uses them. */
export const alertSample: Card = {
  title: "Nieuw signaal VS-K7MP-3QF",
  tone: "attention",
  parts: [
    { part: "text", text: "**Dringend.** Pak dit op voor vandaag 14:00 (over 2 uur)." },
    {
      part: "facts",
      facts: [
        { label: "Onderwerp", value: "zorgen over geweld thuis" },
        { label: "Uit", value: "een school in Noord" },
        { label: "Leeftijd", value: "4 tot 12 jaar" },
      ],
    },
    { part: "quote", text: "Ik ken deze familie al.\nKun jij het overnemen?", by: "Sanne schrijft" },
    { part: "note", text: "Het verhaal staat niet in dit bericht. Wie het opent, staat in het logboek." },
  ],
  buttons: [
    { label: "Ik pak dit op", act: "accept", on: "VS-K7MP-3QF", style: "primary" },
    { label: "Lees het verhaal", act: "open", on: "VS-K7MP-3QF", style: "plain" },
    { label: "Waarom ik?", act: "why", on: "VS-K7MP-3QF", style: "plain" },
    { label: "Draag over", act: "hand_over", on: "VS-K7MP-3QF", style: "plain" },
    { label: "Ik kan dit niet doen", act: "decline", on: "VS-K7MP-3QF", style: "danger" },
  ],
  summary: "VS-K7MP-3QF: dringend, zorgen over geweld thuis.",
};

export const safetySample: Card = {
  title: "Is er nu gevaar? Bel 112.",
  tone: "acute",
  parts: [
    { part: "text", text: "We hebben je bericht. Je code is **VS-K7MP-3QF**." },
    {
      part: "safety",
      lines: [
        "**Is er nu gevaar? Bel 112.** Wacht niet op antwoord in deze chat.",
        "• Geweld thuis? Bel **nu** Veilig Thuis: **0800-2000** (gratis, dag en nacht).",
        "• Wil iemand niet meer leven? Bel **113** of **0800-0113** (gratis, dag en nacht).",
      ],
    },
    { part: "list", items: ["Ga er niet alleen op af.", "Spreek de persoon die gevaarlijk is niet aan."] },
  ],
  buttons: [
    {
      label: "Ik heb gebeld",
      act: "called",
      on: "VS-K7MP-3QF",
      fields: { answer: "called" },
      style: "primary",
    },
    {
      label: "Ik kan nu niet bellen",
      act: "called",
      on: "VS-K7MP-3QF",
      fields: { answer: "cannot_call" },
      style: "plain",
    },
    {
      label: "Het is toch niet nu",
      act: "called",
      on: "VS-K7MP-3QF",
      fields: { answer: "not_now" },
      style: "plain",
    },
  ],
  summary: "Is er nu gevaar? Bel 112. Je bericht is binnen.",
};

const weeks = ["wk 40", "wk 41", "wk 42", "wk 43", "wk 44", "wk 45", "wk 46", "wk 47"];

export const digestSample: Card = {
  title: "Week 47: meer preventie dan casussen",
  tone: "good",
  parts: [
    { part: "text", text: "Voorbeeldstad, maandag 16 november tot en met zondag 22 november." },
    {
      part: "facts",
      facts: [
        { label: "Preventie-aandeel", value: "64% (week 45 tot en met 48)" },
        { label: "Nieuw", value: "31" },
        { label: "Nu open", value: "4 wachten, 12 opgepakt, 9 lichte hulp, 5 casus" },
      ],
    },
    {
      part: "chart",
      title: "Uitkomsten per week",
      alt: "Uitkomsten per week; week 40: 3 preventie en 2 casussen; week 47: 7 preventie en 4 casussen.",
      chart: {
        series: [
          { name: "Preventie", pattern: "solid" },
          { name: "Casussen", pattern: "hatch" },
        ],
        bars: weeks.map((label, place) => ({ label, values: [3 + (place % 5), 2 + (place % 3)] })),
        hidden: "klein",
      },
    },
    {
      part: "table",
      caption: "Uitkomsten per week",
      columns: ["Week", "Nieuw", "Preventie", "Casussen"],
      rows: weeks.map((label, place) => [
        label.slice(3),
        String(20 + place),
        String(3 + (place % 5)),
        String(2 + (place % 3)),
      ]),
    },
    {
      part: "table",
      caption: "Uitkomsten",
      columns: ["Uitkomst", "Week 45 tot en met 48", "Week 47"],
      rows: [
        ["Preventie", "21", "7"],
        ["Casussen", "12", "klein"],
        ["Geen vervolg", "9", "klein"],
      ],
    },
    { part: "heading", text: "Waar kennis dun is" },
    { part: "list", items: ["Noord: niemand voor verslaving", "Zuid: één collega voor schulden"] },
    {
      part: "note",
      text: "Preventie-aandeel: groepsaanbod en lichte hulp, als deel van alle hulp die startte.",
    },
  ],
  buttons: [{ label: "Vorige week", act: "week", on: "", style: "plain" }],
  summary: "Week 47: 31 nieuwe signalen, 4 wachten.",
};

/** A chart of which a value is hidden, with nothing beside it. */
export const hiddenSample: Card = {
  title: "Kleine aantallen",
  tone: "calm",
  parts: [
    {
      part: "chart",
      title: "Uitkomsten per week",
      alt: "Week 46: te klein. Week 47: 7 preventie en 4 casussen.",
      chart: {
        series: [
          { name: "Preventie", pattern: "solid" },
          { name: "Casussen", pattern: "hatch" },
        ],
        bars: [
          { label: "wk 46", values: [null, 4] },
          { label: "wk 47", values: [7, 4] },
        ],
        hidden: "klein",
      },
    },
  ],
  buttons: [],
  summary: "Kleine aantallen.",
};

export const reportSample: Form = {
  title: "Deel je zorg met het wijkteam",
  act: "report",
  on: "",
  intro: [
    { part: "safety", lines: ["**Is er nu gevaar? Bel 112.** Dit is geen meldpunt."] },
    { part: "text", text: "Noem geen namen. Wij bellen je terug." },
  ],
  fields: [
    {
      field: "text",
      name: "story",
      label: "Wat zag of hoorde je?",
      hint: "Schrijf het op zoals het was.",
      required: true,
      lines: 8,
      maxLength: 8000,
      value: "",
    },
    {
      field: "choice",
      name: "danger",
      label: "Is er nu gevaar?",
      hint: "",
      required: false,
      options: [
        { value: "now", label: "Ja, nu" },
        { value: "maybe", label: "Misschien vandaag" },
        { value: "no", label: "Nee" },
        { value: "unknown", label: "Weet ik niet" },
      ],
      many: false,
      value: "",
    },
    {
      field: "choice",
      name: "area",
      label: "In welke wijk?",
      hint: "De wijk waar de persoon woont.",
      required: true,
      options: ["Noord", "Oost", "Zuid", "West", "Centrum", "Buitengebied"].map((label) => ({
        value: label.toLowerCase(),
        label,
      })),
      many: false,
      value: "zuid",
    },
    {
      field: "choice",
      name: "about",
      label: "Waar gaat het over?",
      hint: "",
      required: false,
      options: [
        { value: "debt", label: "Geld" },
        { value: "addiction", label: "Drank, drugs of gokken" },
      ],
      many: true,
      value: "debt",
    },
    {
      field: "text",
      name: "phone",
      label: "Op welk nummer kunnen we je bellen?",
      hint: "",
      required: false,
      lines: 1,
      maxLength: 30,
      value: "06-12345678",
    },
  ],
  submit: "Verstuur",
};

export const sampleCards = [alertSample, safetySample, digestSample, hiddenSample];
