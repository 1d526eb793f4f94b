import { afterEach, describe, expect, test } from "vitest";
import { type AcrossStage, type Actor, openAcrossStage, type Side } from "./support/across-stage.ts";

const open: AcrossStage[] = [];
afterEach(async () => {
  for (const stage of open.splice(0)) await stage.close();
});

async function openTown(...given: Parameters<typeof openAcrossStage>): Promise<AcrossStage> {
  const stage = await openAcrossStage(...given);
  open.push(stage);
  return stage;
}

const story =
  "De vader van een meisje uit groep 5 slaat haar regelmatig, ze heeft steeds blauwe plekken op haar armen.";
/** Words of the story: they stand in dialogs, never in a message. */
const ofStory = "blauwe plekken";

/** Has somebody a message with these words? */
function hears(actor: Actor, words: string | RegExp): void {
  expect(actor.said().join("\n")).toMatch(words);
}

const crossings: readonly (readonly [signaler: Side, expert: Side, colleague: Side])[] = [
  ["teams", "slack", "teams"],
  ["slack", "teams", "slack"],
  ["web", "teams", "slack"],
  ["web", "slack", "teams"],
  ["teams", "teams", "slack"],
];

describe.each(crossings)(
  "a teacher in %s, an expert in %s, a colleague in %s",
  (signaler, expert, colleague) => {
    async function openCrossing() {
      const stage = await openTown((person) => [person === "sanne" ? expert : colleague]);
      const juf = stage.actor(signaler, "juf");
      const [sanne, noor] = [stage.actor(expert, "sanne"), stage.actor(colleague, "noor")];
      await juf.tell(story);
      const { code } = await stage.signalOf(juf);
      return { stage, juf, sanne, noor, code };
    }

    test("question, answer, consult and word go to and fro, and nobody has to know where the other is", async () => {
      const { stage, juf, sanne, noor, code } = await openCrossing();
      hears(juf, code);
      hears(sanne, `Nieuw signaal ${code}`);
      await sanne.press("open");
      expect(sanne.dialog()).toContain(ofStory);
      sanne.close();
      await sanne.press("accept");
      expect((await stage.signalOf(juf)).holder).toBe("sanne");
      hears(sanne, "opgepakt door Sanne");
      hears(juf, /Opgepakt|opgepakt/);

      await sanne.send("ask", { text: "Is zij vandaag op school?" });
      // Behind the button: it may be about the story.
      await juf.press("answer");
      expect(juf.dialog()).toContain("Is zij vandaag op school?");
      juf.close();
      await juf.send("answer", { text: "Ja, tot drie uur." });
      await sanne.press("open");
      expect(sanne.dialog()).toContain("Ja, tot drie uur.");
      sanne.close();

      await sanne.send("consult", { whom: "noor", text: "Wil je meedenken?" });
      hears(noor, code);
      await noor.send("consult_answer", { text: "Bel eerst de school." });
      await sanne.press("open");
      expect(sanne.dialog()).toContain("Bel eerst de school.");
      sanne.close();

      await sanne.send("feedback", { level: "in_contact" });
      expect((await stage.signalOf(juf)).feedback.map(({ level }) => level)).toEqual(["in_contact"]);
      hears(juf, "privé voor het gezin");
      await sanne.send("outcome", { outcome: "P1", next: "close", word: "closed" });
      expect((await stage.signalOf(juf)).stage).toBe("closed");
      hears(juf, "Je zorg is behandeld");
      for (const words of [ofStory, "vandaag op school", "tot drie uur", "Bel eerst"])
        expect(stage.posted()).not.toContain(words);
    });

    test("it is handed over to the other side, and both cards say who has it", async () => {
      const { stage, juf, sanne, noor, code } = await openCrossing();
      await sanne.press("accept");
      await sanne.send("hand_over", { to: "noor", text: "Jij kent deze school." });
      hears(noor, code);
      await noor.press("accept");
      expect((await stage.signalOf(juf)).holder).toBe("noor");
      hears(noor, `${code}: opgepakt door Noor`);
      hears(sanne, `${code} is niet meer bij jou`);
      await noor.press("open");
      expect(noor.dialog()).toContain(ofStory);
      noor.close();
      await noor.send("feedback", { level: "in_contact" });
      hears(juf, "privé voor het gezin");
      expect(stage.posted()).not.toContain(ofStory);
    });

    test("two experts press at once, each on their own side: one has it, the other reads who", async () => {
      const { stage, juf, sanne, noor, code } = await openCrossing();
      await stage.pass({ hours: 4 });
      hears(noor, code);
      await Promise.all([sanne.press("accept"), noor.press("accept")]);
      await stage.settle();
      const { holder } = await stage.signalOf(juf);
      const name = holder === "sanne" ? "Sanne" : "Noor";
      for (const one of [sanne, noor]) hears(one, `${code}: opgepakt door ${name}`);
    });

    test("'still worried' wakes the colleague on the other side", async () => {
      const { stage, juf, sanne, code } = await openCrossing();
      await sanne.press("accept");
      await sanne.send("outcome", { outcome: "P1", next: "close", word: "closed" });
      const before = sanne.said().join("\n").split(code).length;
      await juf.press("still_worried");
      await stage.settle();
      expect((await stage.signalOf(juf)).stage).not.toBe("closed");
      expect(sanne.said().join("\n").split(code).length).toBeGreaterThanOrEqual(before);
    });
  },
);

describe("a colleague who is on both", () => {
  test.each([
    ["slack", "teams"],
    ["teams", "slack"],
  ] as const)("and chose %s is alerted there alone; the other one works too", async (chosen, other) => {
    const stage = await openTown((person) => (person === "sanne" ? [chosen, other] : [other]));
    const juf = stage.actor(other, "juf");
    const [here, there] = [stage.actor(chosen, "sanne"), stage.actor(other, "sanne")];
    await juf.tell(story);
    const { code } = await stage.signalOf(juf);
    hears(here, `Nieuw signaal ${code}`);
    expect(there.said()).toEqual([]);
    await here.press("accept");
    expect((await stage.signalOf(juf)).holder).toBe("sanne");
    expect(there.said()).toEqual([]);
  });

  test.each([
    ["slack", "teams"],
    ["teams", "slack"],
  ] as const)("and can not be reached in %s is reached in %s", async (chosen, other) => {
    const stage = await openTown((person) => (person === "sanne" ? [chosen, other] : [other]));
    if (chosen === "teams") stage.teams.user("sanne", { installed: false });
    else stage.slack.user("U0SANNE", { unreachable: "user_disabled" });
    const juf = stage.actor("web", "juf");
    await juf.tell(story);
    const there = stage.actor(other, "sanne");
    hears(there, `Nieuw signaal ${(await stage.signalOf(juf)).code}`);
    await there.press("accept");
    expect((await stage.signalOf(juf)).holder).toBe("sanne");
  });

  test("whose alerts go to the team's channel on the other side has the words for themselves", async () => {
    const channel = "19:alarmen@thread.tacv2";
    const stage = await openTown(
      (person) => (person === "sanne" ? ["slack"] : ["teams"]),
      (town, at) => ({
        ...town,
        people: town.people.map((one) =>
          one.id === "sanne"
            ? { ...one, alertsIn: at("teams", "x").replace(/\/.*$/, `/${channel}`) as typeof one.alertsIn }
            : one,
        ),
      }),
    );
    stage.teams.channel(channel);
    const juf = stage.actor("slack", "juf");
    await juf.tell(story);
    const { code } = await stage.signalOf(juf);
    const said = stage.teams
      .messages(channel)
      .map(({ visible }) => visible)
      .join("\n");
    expect(said).toContain(code);
    expect(said).not.toContain(ofStory);
  });

  test("while one platform is down, the other goes on, and what waited comes", async () => {
    const stage = await openTown((person) => (person === "sanne" ? ["teams"] : ["slack"]));
    stage.teams.fail("*", { fault: "status", status: 503 }, { times: Number.POSITIVE_INFINITY });
    const juf = stage.actor("slack", "juf");
    await juf.tell(story);
    const { code } = await stage.signalOf(juf);
    hears(juf, code);
    await stage.pass({ hours: 2 });
    const { asked } = await stage.signalOf(juf);
    expect(asked.length).toBeGreaterThan(1);
    stage.teams.heal();
    await stage.pass({ minutes: 15 });
    hears(stage.actor("teams", "sanne"), code);
  });
});
