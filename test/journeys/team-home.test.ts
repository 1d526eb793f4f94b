import { expect, test } from "vitest";
import type { Address } from "#signal/address.ts";
import { onStage, plain } from "../support/one-story.ts";
import { sampleDirectory, samplePerson } from "../support/sample-directory.ts";
import type { Stage } from "../support/stage.ts";

/** The overview of this colleague. */
async function homeOf(stage: Stage, by: Address) {
  const { card } = await stage.press(by, "home", "", null);
  if (card === null) throw new Error("There is no overview.");
  const table = (caption: string) =>
    card.parts.flatMap((part) => (part.part === "table" && part.caption === caption ? part.rows : []));
  const opens = card.buttons.filter(({ act }) => act === "open").map(({ on }) => on);
  return { title: card.title, summary: card.summary, said: JSON.stringify(card), table, opens };
}

test("the coordinator's overview shows what waits in the whole team, with buttons to open it", () =>
  onStage({}, async (stage) => {
    const first = await stage.report(plain);
    await stage.pass({ minutes: 20 });
    const second = await stage.report("Een ander kind heeft steeds honger.");
    const inHand = await stage.report("Een derde kind heeft steeds geen jas aan.");
    await stage.press("chat:ben", "accept", inHand.code);
    const home = await homeOf(stage, "chat:carla");
    expect(home.said).toContain("Hele team: 2 wachten, 0 over tijd.");
    expect(home.said).not.toContain("Er wacht nu niets");
    expect(home.summary).not.toContain("niets");
    expect(home.table("Wacht het langst in het team").map(([code]) => code)).toEqual([
      first.code,
      second.code,
    ]);
    expect(home.said).toContain("Wacht op Ben");
    expect(home.said).not.toContain("gymkleren");
    expect(home.opens).toEqual([first.code, second.code]);
    expect((await stage.press("chat:carla", "open", first.code, null)).card?.title).toContain(first.code);
    expect((await homeOf(stage, "chat:ben")).said).not.toContain("Hele team");
  }));

test("work of which a clock ran out is in it, also where somebody holds it; an exercise is not", () =>
  onStage({}, async (stage) => {
    const { code } = await stage.report(plain);
    await stage.press("chat:ben", "accept", code);
    await stage.press("chat:carla", "drill", "", {});
    const before = await homeOf(stage, "chat:carla");
    expect(before.said).toContain("Hele team: er wacht niets.");
    await stage.pass({ days: 20 });
    const home = await homeOf(stage, "chat:carla");
    expect(home.said).toContain("over tijd");
    expect(home.table("Wacht het langst in het team").map(([one]) => one)).toEqual([code]);
  }));

test("what comes from where the coordinator works is counted, and not named", () =>
  onStage(
    {
      directory: sampleDirectory({
        people: sampleDirectory().people.map((one) =>
          one.id === "carla" ? samplePerson("carla", { conflicts: ["de-wilg"] }) : one,
        ),
      }),
    },
    async (stage) => {
      const { code } = await stage.report(plain);
      const home = await homeOf(stage, "chat:carla");
      expect(home.said).toContain("Hele team: 1 wacht, 0 over tijd.");
      expect(home.said).not.toContain(code);
    },
  ));

test("the title counts what waits for this colleague; what waits for another is said apart", () =>
  onStage({}, async (stage) => {
    const { code } = await stage.report(plain);
    expect((await homeOf(stage, "chat:ben")).title).toBe("Jouw signalen: 1 wacht op jou, 0 bij jou");
    await stage.pass({ days: 1, hours: 1 });
    const { asked, holder } = await stage.signal(code);
    expect([asked[0], holder, asked.length > 1]).toEqual(["ben", null, true]);
    const home = await homeOf(stage, "chat:ben");
    expect(home.title).toBe("Jouw signalen: 0 wachten op jou, 0 bij jou");
    expect(home.said).toContain("1 wacht nu op een collega.");
    expect(home.summary).toBe("Er wacht niets op jou.");
    expect(home.opens).toEqual([code]);
  }));

test("with more than ten rows the rest has its way too", () =>
  onStage(
    {
      directory: sampleDirectory({
        people: sampleDirectory().people.map((one) => (one.id === "ben" ? { ...one, capacity: 50 } : one)),
      }),
    },
    async (stage) => {
      for (let nth = 0; nth < 12; nth++) {
        const { code } = await stage.report(`${plain} Kind ${nth}.`);
        await stage.press("chat:ben", "accept", code);
        await stage.pass({ hours: 1 });
      }
      const home = await homeOf(stage, "chat:ben");
      const codes = home.table("Bij jou").map(([code]) => code);
      expect(codes).toHaveLength(12);
      // In the same order as the rows.
      expect(home.opens).toEqual(codes.slice(0, 10));
      expect(home.said).toContain("De rest open je in het bericht dat je erover kreeg.");
    },
  ));
