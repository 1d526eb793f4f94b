import { expect, test } from "vitest";
import { howOften } from "../support/how-often.ts";
import { sampleDecision, sampleNotice, sampleSignal } from "../support/sample-decision.ts";
import { sampleDirectory, samplePerson } from "../support/sample-directory.ts";
import { openStage } from "../support/stage.ts";

const alerts = howOften("OUTAGE", { gate: 250, long: 5_000 });
const readers = 50;
const minute = 60_000;

test(`the platform is down for six hours, over Monday eight o'clock, and ${alerts} alerts wait: then everybody gets everything once, what is acute first, and one digest`, {
  timeout: 60_000 + alerts * 100,
}, async () => {
  const people = Array.from({ length: readers }, (_, number) => samplePerson(`expert${number}`));
  const usual = sampleDirectory();
  const stage = await openStage({
    start: "2026-11-23T04:00:00+01:00",
    directory: { ...usual, people: [...usual.people, ...people] },
  });
  const { chat, clock, store } = stage;
  await store.addTimer({
    id: "digest:2026-W47",
    dueAt: Date.parse("2026-11-23T08:00:00+01:00"),
    what: "digest",
    week: "2026-W47",
  });
  /** A minute at a time, as long as it takes. */
  const pass = async (minutes: number, each: (minute: number) => Promise<unknown> = async () => {}) => {
    for (let number = 0; number < minutes; number++) {
      await each(number);
      clock.pass(minute);
      await stage.house.runDue();
    }
  };
  const order: string[] = [];
  const wait = async (urgent: "urgent" | "calm" = "calm") => {
    const to = { to: "person", id: `expert${order.length % readers}` } as const;
    const notice = sampleNotice(sampleSignal({ id: "none" }), {
      signal: null,
      to,
      urgent: urgent === "urgent",
      dueAt: clock.now(),
    });
    order.push(notice.id);
    await store.commit(sampleDecision({ notices: [notice] }));
  };

  chat.state.down = true;
  await pass(6 * 60, async (number) => {
    const until = Math.ceil((alerts * (number + 1)) / (6 * 60));
    while (order.length < until) await wait();
  });
  await wait("urgent");
  await stage.house.runDue();
  const waiting = (await store.counts(clock.now())).waitingNotices;
  expect(waiting).toBeGreaterThan(alerts);
  expect(chat.sends).toEqual([]);

  chat.state.down = false;
  await pass(1);
  const acute = order.at(-1) ?? "";
  // Danger was tried each minute: it is there a minute after the platform is.
  expect(chat.sends.map(({ id }) => id)).toContain(acute);
  await pass(15);
  const times = new Map<string, number>();
  for (const { id } of chat.sends) times.set(id, (times.get(id) ?? 0) + 1);
  expect(order.filter((id) => times.get(id) !== 1)).toEqual([]);
  expect([...times.values()].filter((count) => count > 1)).toEqual([]);
  const digests = chat.sends.filter(({ card }) => card.title.startsWith("Week "));
  expect(digests.map(({ to }) => to).sort()).toEqual(["chat:carla", "chat:max"]);
  const { waitingNotices, deadNotices } = await store.counts(clock.now());
  expect({ waitingNotices, deadNotices }).toEqual({ waitingNotices: 0, deadNotices: 0 });
  // Only what found the platform back came before its turn.
  const place = new Map(chat.sends.map(({ id }, at) => [id, at]));
  const behind = order.slice(0, -1).filter((id, at) => {
    const next = order[at + readers];
    return next !== undefined && next !== acute && (place.get(id) ?? 0) > (place.get(next) ?? 0);
  }).length;
  expect(behind).toBeLessThanOrEqual(1);
  console.info(
    `${waiting} waited, ${chat.sends.length} sent, ${behind} later than the next for the same reader`,
  );
  await stage.close();
});
