import { expect, test } from "vitest";
import type { Address } from "#signal/address.ts";
import { says } from "../support/one-story.ts";
import { sampleDirectory } from "../support/sample-directory.ts";
import { openStage, type Stage } from "../support/stage.ts";

const plain = "Een jongen uit groep 7 heeft vaak geen brood mee en geen gymkleren.";
const channel: Address = "chat:team-noord";

/** Ben's alerts go to the team's channel. */
async function withChannel(story: (stage: Stage) => Promise<void>): Promise<void> {
  const people = sampleDirectory().people.map((person) =>
    person.id === "ben" ? { ...person, alertsIn: channel } : person,
  );
  const stage = await openStage({ classifier: says(), directory: sampleDirectory({ people }) });
  try {
    await story(stage);
  } finally {
    await stage.close();
  }
}

test("an alert goes to the team's channel: for whom, code, urgency and subject, and nothing else", async () => {
  await withChannel(async (stage) => {
    const { code } = await stage.report(plain);
    expect(stage.cardsOf("chat:ben")).toEqual([]);
    const [card] = stage.cardsOf(channel);
    expect(card?.title).toBe(`Nieuw signaal ${code}`);
    const facts = card?.parts.flatMap((part) => (part.part === "facts" ? part.facts : [])) ?? [];
    expect(facts.map(({ label }) => label)).toEqual([
      "Voor",
      "Nummer",
      "Urgentie",
      "Onderwerp",
      "Oppakken voor",
    ]);
    expect(facts[0]?.value).toBe("Ben");
    expect(JSON.stringify(card)).not.toMatch(/brood|Wilg|school|Noord|jaar/i);
  });
});

test("whoever may act can press there, others can not; the card in the channel stays true", async () => {
  await withChannel(async (stage) => {
    const { code } = await stage.report(plain);
    const refused = await stage.press("chat:sanne", "accept", code);
    expect(refused.card?.tone).toBe("attention");
    await stage.press("chat:carla", "accept", code);
    expect((await stage.signal(code)).holder).toBe("carla");
    expect(stage.cardsOf(channel).map(({ title }) => title)).toEqual([`${code}: opgepakt door Carla`]);
  });
});

test("a channel that is gone is no reason to miss it: it goes to the colleague", async () => {
  await withChannel(async (stage) => {
    stage.chat.refuses.add(channel);
    const { code } = await stage.report(plain);
    expect(stage.cardsOf("chat:ben").map(({ title }) => title)).toEqual([`Nieuw signaal ${code}`]);
  });
});

test("reminders stay personal", async () => {
  await withChannel(async (stage) => {
    const { code } = await stage.report(plain);
    await stage.press("chat:ben", "accept", code);
    await stage.pass({ days: 20 });
    expect(stage.cardsOf("chat:ben").map(({ title }) => title)).toContain(`Laat iets weten over ${code}`);
    expect(stage.cardsOf(channel)).toHaveLength(1);
  });
});
