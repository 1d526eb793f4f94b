import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { askedIn } from "#counter/who.ts";
import type { Address } from "#signal/address.ts";
import { says } from "../support/one-story.ts";
import { sampleDirectory, samplePerson } from "../support/sample-directory.ts";
import { openStage, type Stage } from "../support/stage.ts";

/** Three who know of debt, in two areas; Piet is on leave. */
const directory = sampleDirectory({
  areas: [
    { id: "noord", name: "Noord" },
    { id: "oost", name: "Oost" },
    { id: "west", name: "West" },
    { id: "oud-west", name: "Oud-West" },
  ],
  people: [
    ...sampleDirectory().people,
    samplePerson("anna", { expertise: { debt: 1 }, areas: ["oost"] }),
    samplePerson("piet", {
      expertise: { debt: 3 },
      areas: ["oost"],
      absences: [{ from: "2026-11-01", until: "2026-12-01" }],
      role: { nl: "schuldhulpverlener", en: "debt counsellor" },
    }),
    samplePerson("wim", { expertise: { addiction: 2 }, areas: ["west"] }),
  ],
});

async function asking(
  play: (ask: (by: Address, text: string) => Promise<string>, stage: Stage) => Promise<void>,
) {
  const stage = await openStage({ classifier: says(), directory });
  try {
    await play(async (by, text) => JSON.stringify((await stage.press(by, "who", "", { text })).card), stage);
  } finally {
    await stage.close();
  }
}

/** The rows of the table that the card holds. */
async function rowsFor(stage: Stage, by: Address, text: string): Promise<readonly (readonly string[])[]> {
  const { card } = await stage.press(by, "who", "", { text });
  return card?.parts.flatMap((part) => (part.part === "table" ? part.rows : [])) ?? [];
}

describe("who knows about debt in Oost?", () => {
  test("a colleague reads names, the deepest first, and who is there today", () =>
    asking(async (_ask, stage) => {
      expect(await rowsFor(stage, "chat:carla", "schulden oost")).toEqual([
        ["Ben, wijkteammedewerker", "Specialist", "Ja"],
        ["Piet, schuldhulpverlener", "Specialist", "Nee"],
        ["Anna, wijkteammedewerker", "Weet hiervan", "Ja"],
      ]);
    }));

  test("a signaler reads roles and teams, one line each: never a name, never an address", () =>
    asking(async (ask, stage) => {
      expect(await rowsFor(stage, "chat:juf", "schulden oost")).toEqual([
        ["Wijkteammedewerker van wijkteam Noord", "Specialist", "Ja"],
        ["Schuldhulpverlener van wijkteam Noord", "Specialist", "Nee"],
      ]);
      for (const text of ["schulden oost", "oost", "schulden", ""]) {
        expect(await ask("chat:juf", text)).not.toMatch(/Ben|Piet|Anna|Carla|chat:/);
      }
    }));

  test("a leave that starts today shows at once", () =>
    asking(async (_ask, stage) => {
      await stage.press("chat:ben", "away", "", {});
      expect((await rowsFor(stage, "chat:carla", "schulden west"))[0]).toEqual([
        "Ben, wijkteammedewerker",
        "Specialist",
        "Nee",
      ]);
    }));

  test("an area alone lists who works there, not who only reads numbers", () =>
    asking(async (ask) => {
      const text = await ask("chat:ben", "west");
      expect(text).toContain("Wim");
      expect(text).not.toMatch(/Piet|Max/);
    }));
});

describe("what is understood", () => {
  test.each([
    ["schulden oost", "debt", "oost"],
    ["oost schulden", "debt", "oost"],
    ["Wie weet er iets van SCHULDEN in Oost?", "debt", "oost"],
    ["money worries oost", "debt", "oost"],
    ["schudlen ooost", "debt", "oost"],
    ["verslavng", "addiction", null],
    ["drank noord", "addiction", "noord"],
    ["kindermishandeling", "domestic_violence", null],
    ["suïcide west", "psychological", "west"],
    ["geweld oud west", "domestic_violence", "oud-west"],
    ["Oud-West", null, "oud-west"],
    ["psychisch west", "psychological", "west"],
    // "weet" is one letter from "West", and means no area.
    ["wie weet van schulden", "debt", null],
    // One letter from both: nothing is guessed.
    ["oest", null, null],
    ["Jansen", null, null],
    ["", null, null],
    ["wie weet het", null, null],
  ])("%s", (text, expertise, area) => {
    expect(askedIn(text, directory)).toEqual({ expertise, area });
  });

  test("whatever is asked, the answer names only subjects and areas that exist", () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 80 }), (text) => {
        const { expertise, area } = askedIn(text, directory);
        expect([null, "debt", "addiction", "domestic_violence", "psychological"]).toContain(expertise);
        expect([null, ...directory.areas.map(({ id }) => id)]).toContain(area);
      }),
    );
  });

  test("an unknown subject or area gets the ones that there are, and nothing of what was asked", () =>
    asking(async (ask) => {
      for (const by of ["chat:juf", "chat:ben"] as const) {
        const text = await ask(by, "Familie Jansen uit de Dorpsstraat");
        expect(text).toContain("geldzorgen");
        expect(text).toContain("Oud-West");
        expect(text).not.toContain("Jansen");
      }
      // Half understood: the other half is shown to choose from.
      expect(await ask("chat:juf", "schulden zuidoost")).toContain("Wijken: Noord, Oost, West en Oud-West.");
      expect(await ask("chat:juf", "dakloosheid oost")).toContain("Onderwerpen: ");
    }));

  test("nobody for it here: that is said, and a concern is still welcome", () =>
    asking(async (_ask, stage) => {
      const { card } = await stage.press("chat:juf", "who", "", { text: "verslaving noord" });
      expect(JSON.stringify(card)).toContain("heeft niemand");
      expect(card?.buttons[0]?.act).toBe("report");
    }));

  test("in English for whoever reads English", async () => {
    const people = directory.people.map((one) =>
      one.id === "ben" ? { ...one, language: "en" as const } : one,
    );
    const stage = await openStage({ classifier: says(), directory: { ...directory, people } });
    const { card } = await stage.press("chat:ben", "who", "", { text: "debt oost" });
    expect(card?.title).toBe("Who knows about money worries in Oost");
    await stage.close();
  });
});

describe("typed in the chat", () => {
  test("only the question is a question, and makes no signal", () =>
    asking(async (_ask, stage) => {
      await stage.say("chat:juf", "Wie weet er van schulden in Oost?");
      expect(stage.cardsOf("chat:juf")[0]?.title).toBe("Wie weet van geldzorgen in Oost");
      expect((await stage.store.counts(stage.clock.now())).signals).toBe(0);
    }));

  test.each(["wie kan mij helpen, geweld thuis", "Wie weet wat ik met dit kind moet", "geweld oost"])(
    "%s may be a concern: a human reads it",
    (text) =>
      asking(async (_ask, stage) => {
        await stage.say("chat:juf", text);
        expect((await stage.store.counts(stage.clock.now())).signals).toBe(1);
      }),
  );
});
