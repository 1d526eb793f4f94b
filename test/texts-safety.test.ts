import { expect, test } from "vitest";
import type { NoticeBody } from "#signal/notice.ts";
import { type Language, languages, type Urgency } from "#signal/words.ts";
import type { Card } from "#texts/card.ts";
import type { Reading } from "#texts/labels.ts";
import { noticeCard } from "#texts/notice-card.ts";
import { safetyLines, safetyVersion } from "#texts/safety.ts";
import {
  preventiveText,
  professionalLine,
  soonText,
  urgentAdvice,
  urgentHours,
  urgentOpening,
  urgentPromise,
} from "#texts/safety-words.ts";
import { screenCard } from "#texts/screen-card.ts";
import { saidInCard } from "./support/said-in.ts";
import { sampleDirectory } from "./support/sample-directory.ts";

type Receipt = Extract<NoticeBody, { kind: "receipt" }>;

const mondayMorning = Date.UTC(2026, 10, 23, 9, 12);
const christmasNight = Date.UTC(2026, 11, 25, 22, 0);
const hour = 3_600_000;

function at(now: number, language: Language = "nl"): Reading {
  return { language, directory: sampleDirectory(), words: new Map(), now };
}

function receipt(over: Partial<Receipt>): Receipt {
  return {
    kind: "receipt",
    code: "VS-7K3M",
    urgency: "soon",
    categories: [],
    due: mondayMorning + 48 * hour,
    staffed: true,
    opensAt: mondayMorning,
    role: "volunteer",
    source: "wijkplatform",
    outsideContact: false,
    status: "waiting",
    called: null,
    young: false,
    ...over,
  };
}

function safetyOf(card: Card): string {
  return card.parts.flatMap((part) => (part.part === "safety" ? part.lines : [])).join("\n");
}

function oursIn(card: Card): string {
  return saidInCard(card)
    .map(({ text }) => text)
    .join("\n");
}

test("the acute text is the approved one, letter by letter, in this order", () => {
  const lines = safetyLines(receipt({ urgency: "acute" }), at(mondayMorning));
  expect(lines).toEqual([
    "**Is er nu gevaar? Bel 112.** Wacht niet op antwoord in deze chat. Deze chat wordt niet dag en nacht gelezen.",
    "• Geweld thuis, of een kind durft niet naar huis: geen direct gevaar meer? Bel **nu** Veilig Thuis: **0800-2000** (gratis, dag en nacht).",
    "• Wil iemand niet meer leven? Bel **113** of **0800-0113** (gratis, dag en nacht). Laat die persoon niet alleen. Direct gevaar: 112.",
    "• Ga er niet alleen op af. Breng jezelf niet in gevaar. Spreek de persoon die gevaarlijk is niet aan.",
  ]);
  const labels = noticeCard(receipt({ urgency: "acute" }), at(mondayMorning)).buttons.map(
    (button) => button.label,
  );
  expect(labels.slice(0, 3)).toEqual(["Ik heb gebeld", "Ik kan nu niet bellen", "Het is toch niet nu"]);
});

test("the templates of the other levels are the approved ones, letter by letter", () => {
  const urgent = [urgentOpening, urgentPromise.team, urgentAdvice, urgentHours]
    .map((piece) => piece.nl)
    .join(" ");
  expect(urgent).toBe(
    "Dit kan niet wachten. Een medewerker van het wijkteam kijkt vandaag mee ({venster}). Wordt het gevaarlijk? **Bel 112.** Wil je nu advies? Bel Veilig Thuis **0800-2000**, ook 's nachts. Je hoeft geen namen te noemen. Gaat het om iemand die niet meer wil leven: **113**. Is het buiten {openingstijden}? Dan leest hier niemand mee. Bel dan.",
  );
  expect(soonText.nl).toBe(
    "Goed dat je dit vertelt. Een medewerker bekijkt dit uiterlijk {datum}. Verandert er iets of maak je je ineens meer zorgen? Bel Veilig Thuis **0800-2000**. Bij gevaar: **112**. Dit bericht is **geen melding** bij Veilig Thuis.",
  );
  expect(preventiveText.nl).toBe(
    "Dank je wel. Een medewerker bekijkt dit uiterlijk {datum}. Je hoort van ons wat de volgende stap is. Bij gevaar: **112**. Dit bericht is **geen melding** bij Veilig Thuis.",
  );
  expect(professionalLine.nl).toBe(
    "Ben je professional? Volg de meldcode. Bij acute of structurele onveiligheid bel je zelf Veilig Thuis.",
  );
  expect(safetyVersion).toBe("2026-11.1");
});

test("the places in the texts are filled with the window, the date and the opening hours", () => {
  const urgent = safetyLines(
    receipt({ urgency: "urgent", due: mondayMorning + hour }),
    at(mondayMorning),
  ).join("\n");
  expect(urgent).toContain("kijkt vandaag mee (uiterlijk 11.12 uur).");
  expect(urgent).toContain("Is het buiten openingstijden (maandag tot en met vrijdag, 9.00 tot 17.00 uur)?");
  expect(safetyLines(receipt({}), at(mondayMorning))).toEqual([
    "Goed dat je dit vertelt. Een medewerker bekijkt dit uiterlijk woensdag 25 november, 10.12 uur (over 2 werkdagen). Verandert er iets of maak je je ineens meer zorgen? Bel Veilig Thuis **0800-2000**. Bij gevaar: **112**. Dit bericht is **geen melding** bij Veilig Thuis.",
  ]);
  expect(safetyLines(receipt({ urgency: "preventive" }), at(mondayMorning, "en"))[0]).toBe(
    "Thank you. A member of staff will look at this by Wednesday 25 November, 10:12 (in 2 working days) at the latest. We will let you know what the next step is. In danger: **112**. This message is **not a report** (melding) to Veilig Thuis.",
  );
});

test("an urgent window that is not today does not say today", () => {
  const late = safetyLines(
    receipt({ urgency: "urgent", due: mondayMorning + 24 * hour }),
    at(mondayMorning),
  ).join();
  expect(late).not.toContain("vandaag");
  expect(late).toContain("kijkt mee (uiterlijk morgen, dinsdag 24 november, 10.12 uur");
});

test.each(languages)("no text is left with an empty place (%s)", (language) => {
  for (const urgency of ["acute", "urgent", "soon", "preventive"] as const) {
    for (const outsideContact of [true, false]) {
      for (const now of [mondayMorning, christmasNight]) {
        const lines = safetyLines(
          receipt({ urgency, outsideContact, role: "professional" }),
          at(now, language),
        );
        expect(lines.join("\n")).not.toMatch(/[{}]|undefined/);
      }
    }
  }
});

const promises =
  /kijkt|bekijkt|medewerker|uiterlijk|binnen \d|doorgegeven|vandaag|will look|member of|at the latest|have told|today/i;

test.each([
  ["acute", true, "nl"],
  ["acute", false, "nl"],
  ["urgent", true, "nl"],
  ["urgent", false, "nl"],
  ["acute", true, "en"],
  ["urgent", true, "en"],
] as const)(
  "at 23:00 on 25 December no human is promised (%s, rota: %s, %s)",
  (urgency, staffed, language) => {
    const reading = at(christmasNight, language);
    for (const role of ["professional", "volunteer"] as const) {
      for (const called of [null, "called", "cannot_call", "not_now"] as const) {
        for (const outsideContact of [true, false]) {
          const body = receipt({
            urgency,
            staffed,
            role,
            called,
            outsideContact,
            categories: ["domestic_violence"],
          });
          const card = noticeCard(body, reading);
          expect(oursIn(card)).not.toMatch(promises);
          expect(safetyOf(card)).toContain(
            language === "nl" ? "Hier leest nu niemand mee." : "Nobody is reading here now.",
          );
          expect(oursIn(card)).toMatch(/112/);
          const { code, due, opensAt } = body;
          const raised = {
            kind: "safety",
            code,
            urgency,
            due,
            staffed,
            opensAt,
            role,
            outsideContact,
            called,
          } as const;
          expect(oursIn(noticeCard(raised, reading))).not.toMatch(promises);
        }
      }
    }
  },
);

test("the same holds for 'help' or '112' alone, and by day the promise is there", () => {
  const night = screenCard({ kind: "safety_first", staffed: true, opensAt: 0 }, at(christmasNight));
  expect(oursIn(night)).not.toMatch(promises);
  expect(night.parts[0]?.part).toBe("safety");
  const day = noticeCard(receipt({ urgency: "urgent", due: mondayMorning + hour }), at(mondayMorning));
  expect(oursIn(day)).toMatch(promises);
});

test("outside office hours also the calm levels say that nobody reads now", () => {
  for (const urgency of ["soon", "preventive"] as const) {
    const night = safetyOf(
      noticeCard(receipt({ urgency, due: christmasNight + 100 * hour }), at(christmasNight)),
    );
    expect(night).toContain("Hier leest nu niemand mee.");
    expect(safetyOf(noticeCard(receipt({ urgency }), at(mondayMorning)))).not.toContain("leest nu niemand");
  }
});

test("professionals get the meldcode line at urgent and soon, volunteers are never asked to follow it", () => {
  const levels: Urgency[] = ["acute", "urgent", "soon", "preventive"];
  const hasLine = (role: Receipt["role"]) =>
    levels.filter((urgency) =>
      safetyLines(receipt({ urgency, role }), at(mondayMorning)).includes(professionalLine.nl),
    );
  expect(hasLine("professional")).toEqual(["urgent", "soon"]);
  for (const urgency of levels) {
    const card = noticeCard(receipt({ urgency, categories: ["domestic_violence"] }), at(mondayMorning));
    expect(oursIn(card)).not.toMatch(/meldcode|aandachtsfunctionaris/i);
  }
  const teacher = noticeCard(
    receipt({ role: "professional", source: "school", categories: ["domestic_violence"] }),
    at(mondayMorning),
  );
  expect(oursIn(teacher)).toMatch(/vijf stappen/);
  expect(oursIn(teacher)).toMatch(/beroepsgeheim/);
  expect(oursIn(teacher)).not.toMatch(/anoniem/);
});

test("a wrong inside the club goes to an outside contact: the wijkteam is not named, CVSN is", () => {
  for (const urgency of ["urgent", "soon", "preventive"] as const) {
    const body = receipt({
      urgency,
      outsideContact: true,
      source: "club",
      categories: ["other"],
      due: mondayMorning + hour,
    });
    const words = oursIn(noticeCard(body, at(mondayMorning)));
    expect(words).not.toMatch(/wijkteam/i);
    expect(words).not.toContain("vertrouwenscontactpersoon van je club");
    expect(words).toContain("0900-2025590");
  }
});

test("categories add their own number, and only where it fits", () => {
  const words = (over: Partial<Receipt>) => safetyOf(noticeCard(receipt(over), at(mondayMorning)));
  expect(words({ categories: ["debt"] })).toContain("Geldfit **0800-8115**, gratis en anoniem");
  expect(words({ categories: ["psychological"] })).toContain("Meldpunt Zorgwekkend Gedrag **0800-1205**");
  expect(words({ categories: ["psychological"], urgency: "urgent" })).not.toContain("0800-1205");
  expect(words({ categories: ["addiction"] })).not.toMatch(/0800-8115|0800-1205|0900/);
});

test("once accepted or closed the promise is gone and the numbers stay; an acute text stays whole while it is open", () => {
  for (const status of ["accepted", "closed", "withdrawn"] as const) {
    const words = safetyOf(noticeCard(receipt({ status, urgency: "urgent" }), at(mondayMorning)));
    expect(words).not.toMatch(/uiterlijk|vandaag/);
    expect(words).toMatch(/112.*0800-2000.*geen melding/s);
  }
  const acute = noticeCard(receipt({ status: "accepted", urgency: "acute" }), at(mondayMorning));
  expect(safetyOf(acute)).toContain("Wil iemand niet meer leven?");
});

test("a young signaler gets the children's help line and an adult to talk to, and nothing of professionals", () => {
  for (const urgency of ["acute", "urgent", "soon", "preventive"] as const) {
    const body = receipt({
      urgency,
      young: true,
      role: "professional",
      source: "school",
      due: mondayMorning + hour,
    });
    const words = oursIn(noticeCard(body, at(mondayMorning)));
    expect(words).toContain("0800-0432");
    expect(words).toContain("een volwassene die je vertrouwt");
    expect(words).not.toMatch(/meldcode|beroepsgeheim|aandachtsfunctionaris/);
  }
  expect(oursIn(noticeCard(receipt({}), at(mondayMorning)))).not.toContain("0800-0432");
});

test("every first message says that it is a computer program and that a human decides", () => {
  const first = "Ik ben een computerprogramma. Een mens beslist.";
  for (const urgency of ["acute", "urgent", "soon", "preventive"] as const) {
    expect(oursIn(noticeCard(receipt({ urgency }), at(mondayMorning)))).toContain(first);
  }
  expect(oursIn(screenCard({ kind: "help", as: "signaler" }, at(mondayMorning)))).toContain(first);
  const home = screenCard(
    { kind: "home_signaler", signals: [], organisation: null },
    at(mondayMorning, "en"),
  );
  expect(oursIn(home)).toContain("I am a computer program. A human decides.");
});
