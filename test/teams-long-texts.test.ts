import { afterEach, describe, expect, test } from "vitest";
import { teamsDialog } from "#chat/teams/cards.ts";
import type { Person } from "./support/fake-teams/fake-teams.ts";
import { reportSample } from "./support/sample-cards.ts";
import { formReply, openTeamsRig } from "./support/teams-rig.ts";
import { openTeamsStage, type TeamsStage } from "./support/teams-stage.ts";

const closing: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});

const story =
  "De vader van een meisje uit groep 5 slaat haar regelmatig, ze heeft steeds blauwe plekken op haar armen.";

/** Whoever was asked. */
function readerOf(stage: TeamsStage): { readonly name: string; readonly reader: Person } {
  for (const { id: name } of stage.directory.people) {
    const reader = stage.person(name);
    if (reader.messages().some(({ buttons }) => buttons.includes("Bekijk"))) return { name, reader };
  }
  throw new Error("Nobody was asked.");
}

describe("long texts", () => {
  test("a message that is longer than the form takes: the form says so, and nothing is cut off in silence", async () => {
    const rig = await openTeamsRig({
      replies: { report: formReply("report", { fields: reportSample.fields }) },
    });
    closing.push(rig.close);
    const juf = rig.teams.user("juf");
    await juf.extension("signaal", { text: "woord ".repeat(3_000) });
    expect(juf.dialog()?.visible).toContain("Dit is te lang.");
    juf.close();
    await juf.extension("signaal", { text: "woord ".repeat(300) });
    expect(juf.dialog()?.visible).not.toContain("Dit is te lang.");
  });

  test("what comes back in a form is small enough for Teams, and as somebody typed it", () => {
    const controls = "\u0001\u0002".repeat(4_000);
    for (const [value, shown] of [
      [controls, undefined],
      ["regel\r\n".repeat(1_000), "regel\n".repeat(1_000)],
      ["€".repeat(8_000), "€".repeat(8_000)],
      ["a\tb\n".repeat(2_000), "a\tb\n".repeat(2_000)],
    ] as const) {
      const fields = reportSample.fields.map((field) =>
        field.field === "text" ? { ...field, value } : field,
      );
      const { card } = teamsDialog({ ...reportSample, fields }, { id: "a".repeat(32) });
      expect(JSON.stringify(card).length * 2).toBeLessThanOrEqual(40 * 1_024);
      const input = card.body.find((one) => one.type === "Input.Text");
      expect(input?.value).toBe(shown);
    }
  });

  test("eight thousand characters go in by the dialog, come back with a fault, and are read whole by the expert", async () => {
    const stage = await openTeamsStage({
      directory: (town) => ({
        ...town,
        organisations: town.organisations.map((one, place) =>
          place === 0 ? { ...one, joinCode: "school-26" } : one,
        ),
      }),
    });
    closing.push(stage.close);
    const long = Array.from({ length: 80 }, (_, day) => `Dag ${day}: "${story}"`)
      .join("\n")
      .slice(0, 7_990);
    const juf = stage.person("juf");
    await juf.extension("signaal", { text: long });
    juf.fillIn({ code: "verkeerd-26" });
    await juf.submit();
    expect(juf.dialog()?.visible).toContain("Deze code ken ik niet");
    expect(juf.dialog()?.values["text"]).toBe(long);
    juf.fillIn({ code: "" });
    await juf.submit();
    await stage.settle();
    const { id } = await stage.latest();
    expect((await stage.store.passages(id, ["story"]))[0]?.text).toBe(long);
    const { reader } = readerOf(stage);
    await reader.press("Bekijk");
    expect(reader.dialog()?.visible).toContain("Dag 68");
  });

  test("what is too long for one dialog goes over pages: every word can be read, and every button is on every page", async () => {
    const stage = await openTeamsStage();
    closing.push(stage.close);
    const lines = Array.from({ length: 420 }, (_, hour) => `Uur ${hour}: hij huilt.`);
    const { code } = await stage.tell("juf", { text: [story, ...lines].join("\n").slice(0, 7_990) });
    for (const day of ["ma", "di", "wo"]) {
      const added = Array.from({ length: 120 }, (_, nth) => `Op ${day} telde ik er ${nth} bij.`).join(" ");
      await stage.person("juf").write(added.slice(0, 3_900));
      await stage.settle();
    }
    const { name, reader } = readerOf(stage);
    await reader.press("Bekijk");
    const first = reader.dialog();
    expect(first?.title).toMatch(/\(1\/\d\)$/);
    const pages: string[] = [];
    for (let turn = 0; turn < 9; turn++) {
      const shown = reader.dialog();
      pages.push(shown?.visible ?? "");
      expect(shown?.buttons).toEqual(expect.arrayContaining(["Ik pak dit op", "Draag over"]));
      const more = shown?.buttons.find((title) => title.startsWith("Lees verder"));
      if (more === undefined) break;
      await reader.press(more);
    }
    const read = pages.join("\n");
    const missing = Array.from({ length: 390 }, (_, hour) => hour).filter(
      (hour) => !read.includes(`Uur ${hour}: hij huilt.`),
    );
    expect(missing).toEqual([]);
    for (const day of ["ma", "di", "wo"])
      for (const nth of [0, 50, 119]) expect(read).toContain(`Op ${day} telde ik er ${nth} bij.`);
    await reader.press("Naar het begin / To the start (1/" + pages.length + ")");
    expect(reader.dialog()?.visible).toBe(first?.visible);
    await reader.press("Ik pak dit op");
    expect(reader.dialog()?.visible).toContain("Uur 0: hij huilt.");
    expect((await stage.signal(code)).holder).toBe(name);

    // Another page is no other door, and a page that is none is the last one.
    const packed = JSON.stringify({ on: code, fields: null });
    for (const page of [2, 99, 0, -1, 1e9, "2", null]) {
      const data = { act: "open", packed, shows: "open", page };
      const refused = await stage.person("voorbijganger").invokeRaw("task/submit", { data, context: {} });
      expect(refused.body, String(page)).not.toMatch(/huilt|telde/);
      const answer = await reader.invokeRaw("task/submit", { data, context: {} });
      expect(answer.body, String(page)).toMatch(/huilt|telde/);
    }
    expect(JSON.stringify(stage.teams.posted())).not.toMatch(/huilt|telde/);
  });

  test("eight thousand signs of a script that takes three bytes each are read whole too", async () => {
    const stage = await openTeamsStage();
    closing.push(stage.close);
    const words = Array.from({ length: 900 }, (_, nth) => `ልጁ${nth}ያለቅሳል`)
      .join(" ")
      .slice(0, 7_900);
    await stage.tell("juf", { text: `${story} ${words}`.slice(0, 8_000) });
    const { reader } = readerOf(stage);
    await reader.press("Bekijk");
    let read = reader.dialog()?.visible ?? "";
    const more = reader.dialog()?.buttons.find((title) => title.startsWith("Lees verder"));
    if (more !== undefined) {
      await reader.press(more);
      read += reader.dialog()?.visible ?? "";
    }
    for (const nth of [0, 300, 600]) expect(read).toContain(`ልጁ${nth}ያለቅሳል`);
  });
});
