import type { Button, Card, Form, Part } from "#texts/card.ts";

/** One signal of the fake trial. */
export interface FakeSignal {
  readonly code: string;
  readonly text: string;
  readonly by: string;
  readonly expert: string;
  readonly acute: boolean;
  stage: "waiting" | "accepted" | "closed";
}

function button(label: string, act: Button["act"], on: string, style: Button["style"] = "plain"): Button {
  return { label, act, on, style };
}

const safety: Part = {
  part: "safety",
  lines: [
    "Is er nu direct gevaar? Bel 112.",
    "Wil je overleggen? Bel Veilig Thuis: 0800-2000, dag en nacht.",
  ],
};

export function receipt(signal: FakeSignal): Card {
  const status = { waiting: "Wacht op een collega", accepted: "Opgepakt", closed: "Afgerond" }[signal.stage];
  return {
    title: signal.stage === "closed" ? "Je zorg is afgerond" : "Je zorg is binnen",
    tone: signal.acute ? "acute" : "calm",
    summary: `Je zorg ${signal.code} is binnen.`,
    parts: [
      ...(signal.acute ? [safety] : []),
      { part: "text", text: "Dank je wel. Een **mens** van wijkteam Noord leest dit." },
      {
        part: "facts",
        facts: [
          { label: "Nummer", value: signal.code },
          { label: "Status", value: status },
          { label: "Je hoort iets", value: "uiterlijk woensdag 25 november (over 3 werkdagen)" },
        ],
      },
      { part: "list", items: ["Blijf gewoon contact houden.", "Schrijf op wat je ziet en hoort."] },
      {
        part: "note",
        text: "Dit is geen melding bij Veilig Thuis. Ik ben een computerprogramma; een mens beslist.",
      },
    ],
    buttons: [
      button("Ik weet nog iets", "supplement", signal.code),
      button("Ik maak me nog zorgen", "still_worried", signal.code),
    ],
  };
}

export function alert(signal: FakeSignal): Card {
  const taken = signal.stage !== "waiting";
  return {
    title: taken ? "Opgepakt door jou" : "Nieuwe zorg voor jou",
    tone: signal.acute ? "acute" : taken ? "good" : "attention",
    summary: `Nieuwe zorg ${signal.code}.`,
    parts: [
      {
        part: "facts",
        facts: [
          { label: "Nummer", value: signal.code },
          { label: "Hoe snel", value: signal.acute ? "Nu: direct gevaar" : "Binnen 1 werkdag" },
          { label: "Waarover", value: "Geld en schulden" },
          { label: "Wijk", value: "Noord" },
          { label: "Van", value: "een school" },
        ],
      },
      { part: "text", text: "Pak dit op **vóór maandag 23 november 12:00** (over 2 uur)." },
    ],
    buttons: taken
      ? [
          button("Lees het verhaal", "open", signal.code, "primary"),
          button("Laat iets weten", "feedback", signal.code),
          button("Wat is eruit gekomen?", "outcome", signal.code),
        ]
      : [
          button("Ik pak dit op", "accept", signal.code, "primary"),
          button("Lees het verhaal", "open", signal.code),
          button("Waarom ik?", "why", signal.code),
          button("Niet voor mij", "decline", signal.code),
        ],
  };
}

export function story(signal: FakeSignal): Card {
  return {
    title: `Het verhaal van ${signal.code}`,
    tone: "calm",
    summary: `Het verhaal van ${signal.code}. Wie dit leest, wordt bewaard.`,
    parts: [
      { part: "heading", text: "Wat er is verteld" },
      { part: "quote", text: signal.text, by: "Leerkracht, maandag 10:02" },
      { part: "heading", text: "Waarom deze indeling?" },
      { part: "list", items: ["“aanmaningen” wijst op schulden", "“geen eten” wijst op schulden"] },
      { part: "note", text: "Dat je dit hebt gelezen, staat in het logboek." },
    ],
    buttons: [
      button("Ik pak dit op", "accept", signal.code, "primary"),
      button("Geef door", "hand_over", signal.code),
      button("Vraag iets", "ask", signal.code),
    ],
  };
}

export function said(title: string, text: string, tone: Card["tone"] = "good"): Card {
  return { title, tone, summary: title, parts: [{ part: "text", text }], buttons: [] };
}

/** Taken in, and acute: the same safety text as in the receipt. */
export function saidInDanger(title: string, text: string): Card {
  const card = said(title, text, "acute");
  return { ...card, parts: [safety, ...card.parts] };
}

export function digest(): Card {
  const weeks = ["40", "41", "42", "43", "44", "45", "46", "47"];
  return {
    title: "De week in cijfers: week 47",
    tone: "calm",
    summary: "Weekoverzicht van week 47: 31 zorgen.",
    parts: [
      { part: "text", text: "Er kwamen **31** zorgen binnen. Bij 6 van de 10 hielpen we vroeg." },
      {
        part: "chart",
        title: "Steeds vaker helpen we vroeg",
        alt: "Per week preventie en casus, week 40 tot en met 47.",
        chart: {
          series: [
            { name: "Preventie", pattern: "solid" },
            { name: "Casus", pattern: "hatch" },
          ],
          bars: weeks.map((label, at) => ({ label: `wk ${label}`, values: [8 + at, at === 3 ? null : 9] })),
          hidden: "1-4",
        },
      },
      {
        part: "table",
        caption: "Waar komen zorgen vandaan?",
        columns: ["Bron", "Aantal"],
        rows: [
          ["School", "17"],
          ["Club", "8"],
          ["Wijkplatform", "6"],
        ],
      },
      { part: "heading", text: "Nu open" },
      {
        part: "facts",
        facts: [
          { label: "Wacht op oppakken", value: "2" },
          { label: "In behandeling", value: "11" },
        ],
      },
    ],
    buttons: [button("Hulp", "help", "")],
  };
}

export function reportForm(text: string): Form {
  return {
    title: "Zorg delen",
    act: "report",
    on: "",
    intro: [safety, { part: "text", text: "Vertel wat je ziet of hoort. Geen achternamen nodig." }],
    fields: [
      {
        field: "text",
        name: "text",
        label: "Wat heb je gezien of gehoord?",
        hint: "Schrijf gewoon op wat er is gebeurd.",
        required: true,
        lines: 8,
        maxLength: 3000,
        value: text,
      },
      {
        field: "choice",
        name: "area",
        label: "In welke wijk woont diegene?",
        hint: "",
        required: false,
        options: ["Noord", "Oost", "Zuid", "West", "Centrum", "Buitengebied"].map((label) => ({
          value: label.toLowerCase(),
          label,
        })),
        many: false,
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
          { value: "no", label: "Nee" },
          { value: "unknown", label: "Weet ik niet" },
        ],
        many: false,
        value: "",
      },
    ],
    submit: "Versturen",
  };
}

export function outcomeForm(code: string): Form {
  return {
    title: "Wat is eruit gekomen?",
    act: "outcome",
    on: code,
    intro: [],
    fields: [
      {
        field: "choice",
        name: "outcome",
        label: "Uitkomst",
        hint: "Kies wat het beste past.",
        required: true,
        options: [
          { value: "P1", label: "Lichte hulp, geen dossier" },
          { value: "C1", label: "Nieuwe casus" },
          { value: "N1", label: "Geen zorg" },
        ],
        many: false,
        value: "",
      },
      {
        field: "text",
        name: "text",
        label: "Waarom hoort de melder niets?",
        hint: "Alleen als je niets laat weten.",
        required: false,
        lines: 3,
        maxLength: 500,
        value: "",
      },
    ],
    submit: "Afronden",
  };
}
