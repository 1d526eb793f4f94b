import { expect, test } from "vitest";
import { stoppedClock } from "#base/clock.ts";
import { silentLog } from "#base/log.ts";
import { Problem } from "#base/problem.ts";
import { openEmbedded } from "#classify/embedded/engine.ts";
import { openHouse } from "#house.ts";
import { newVaultKey, openVault } from "#privacy/vault.ts";
import { openPostgresStore } from "#store/postgres/postgres-store.ts";
import { turnTo } from "#timers/turn.ts";
import { freshDatabase } from "../support/postgres/database.ts";
import { sampleDirectory } from "../support/sample-directory.ts";
import { openFakePlatform, tuesday } from "../support/stage.ts";

const day = 24 * 3_600_000;

/** Three houses on one database and one clock; everything is done by all of them at the same moment. */
async function openThree() {
  const database = await freshDatabase();
  const sealer = openVault({ keys: [newVaultKey()] });
  const clock = stoppedClock(Date.parse(tuesday));
  const chat = openFakePlatform();
  const classifier = openEmbedded();
  const houses = await Promise.all(
    [1, 2, 3].map(async () => {
      const { store } = await openPostgresStore({ url: database.url, mode: "serve", connections: 4 }, sealer);
      const platforms = [chat.platform];
      return openHouse({ store, directory: sampleDirectory(), clock, classifier, platforms, log: silentLog });
    }),
  );
  const all = async () => {
    await Promise.all(houses.map((house) => house.runDue()));
  };
  const [first] = houses;
  if (first === undefined) throw new Error("There are three.");
  return {
    chat,
    clock,
    houses,
    first,
    all,
    pass: (ms: number) => turnTo(clock, clock.now() + ms, { next: () => first.store.nextDue(), work: all }),
    async close() {
      await first.store.check("whole");
      for (const { store } of houses) await store.close();
      await database.drop();
    },
  };
}

const report = (key: string, text: string) =>
  ({ key, by: "chat:juf", act: "report", on: "", fields: { text, organisation: "de-wilg" } }) as const;

test("three houses on one database tell everybody everything once: receipts, alerts, the ladder, and Monday's digest", async () => {
  const three = await openThree();
  const { chat, houses } = three;
  await Promise.all(houses.map(({ weekly }) => weekly.plan()));
  await Promise.all(
    houses.flatMap((house, place) =>
      [1, 2, 3, 4].map((count) =>
        house.counter.press(report(`k${place}-${count}`, "De huur is drie maanden niet betaald.")),
      ),
    ),
  );
  await three.all();
  // Nobody answers: the ladder climbs, and a week later there is a digest.
  await three.pass(8 * day);
  const ids = chat.sends.map(({ id }) => id);
  expect(ids.length).toBeGreaterThan(40);
  expect(ids.length - new Set(ids).size).toBe(0);
  const digests = chat.said().filter(({ card }) => card.title.startsWith("Week "));
  expect(digests.map(({ to }) => to).sort()).toEqual(["chat:carla", "chat:max"]);
  expect(digests.map(({ times }) => times)).toEqual([1, 1]);
  expect((await three.first.store.counts(three.clock.now())).unowned).toBe(0);
  await three.close();
});

test("the same press, at three houses at the same moment, is one signal", async () => {
  const three = await openThree();
  const replies = await Promise.all(
    three.houses.map(({ counter }) =>
      counter.press(report("the-same", "Hij komt al weken zonder eten op school.")),
    ),
  );
  await three.all();
  expect(replies).toEqual(replies.map(() => replies[0]));
  expect((await three.first.store.counts(three.clock.now())).signals).toBe(1);
  await three.close();
});

test("what one person types at three houses is worked on in the order in which it came", async () => {
  const three = await openThree();
  const { houses, chat } = three;
  for (let count = 0; count < 9; count++) {
    const text =
      count === 0
        ? "Ik maak me zorgen om een jongen uit groep 6, er is geen geld."
        : `En dit: deel ${count}.`;
    await houses[count % 3]?.counter.say({
      key: `t${count}`,
      by: "chat:juf",
      act: "tell",
      on: "",
      fields: { text },
    });
  }
  await three.all();
  await three.pass(3_600_000);
  expect(chat.said().length).toBeGreaterThan(0);
  const [signal] = await three.first.store.signalsOf(three.first.store.signalerId("chat:juf"), 5);
  const words = signal ? (await three.first.store.passages(signal.id)).map(({ text }) => text).join(" ") : "";
  const places = Array.from({ length: 8 }, (_, at) => words.indexOf(`deel ${at + 1}.`));
  expect(places).not.toContain(-1);
  expect(places).toEqual([...places].sort((a, b) => a - b));
  await three.close();
});

test("what a house that died was working on is free again for the others", async () => {
  const three = await openThree();
  const [one, two] = three.houses;
  await one?.counter.press(report("k", "Er is geen eten in huis."));
  // It takes everything, and ends without a word.
  await one?.store.takeTimers(three.clock.now(), 100, day);
  const taken = await one?.store.takeNotices(three.clock.now(), 100, day);
  expect(taken?.length).toBeGreaterThan(0);
  await two?.runDue();
  expect(three.chat.sends).toEqual([]);
  // Whoever is too late for its lease puts nothing back.
  await one?.store.close();
  await expect
    .poll(
      async () => {
        await two?.runDue();
        return three.chat.sends.length;
      },
      { timeout: 10_000 },
    )
    .toBeGreaterThan(1);
  await expect(one?.store.loads()).rejects.toBeInstanceOf(Problem);
  await two?.store.check("whole");
  for (const { store } of three.houses) await store.close();
});
