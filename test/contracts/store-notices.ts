import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Notice } from "#signal/notice.ts";
import type { Delivered } from "#store/store.ts";
import { sampleDecision, sampleNotice, sampleNow, sampleSignal } from "../support/sample-decision.ts";
import type { Stage } from "./store.ts";

const lease = 30_000;
const signal = sampleSignal();

/** What must be told, in which order, and what became of it. */
export function noticesContract(stage: Stage): void {
  const tell = (...notices: Notice[]) => stage.store.commit(sampleDecision({ notices }));
  const notice = (given: Partial<Notice> = {}) => sampleNotice(signal, given);
  const take = (at = sampleNow, most = 10) => stage.store.takeNotices(at, most, lease);
  const takenIds = async (at = sampleNow, most = 10) =>
    (await take(at, most)).map((taken) => taken.notice.id);
  const send = (id: string, ref: string, at = sampleNow) =>
    stage.store.noteDelivery(id, { how: "sent", address: "web:ben", ref }, at);
  const ben = { to: "person", id: "ben" } as const;

  describe("notices", () => {
    test("are taken when due: urgent ones first, then by due time", async () => {
      const second = notice({ dueAt: sampleNow - 1 });
      const third = notice();
      const urgent = notice({ urgent: true });
      const future = notice({ dueAt: sampleNow + 1, urgent: true });
      await tell(third, second, urgent, future);
      expect(await take(sampleNow, 1)).toEqual([{ notice: urgent, attempt: 1 }]);
      expect(await takenIds()).toEqual([second.id, third.id]);
      expect(await takenIds()).toEqual([]);
      expect(await takenIds(sampleNow + 1)).toEqual([future.id]);
    });

    test("that were taken and not noted come back with the next attempt", async () => {
      const one = notice();
      await tell(one);
      await take();
      expect(await take(sampleNow + lease - 1)).toEqual([]);
      expect(await take(sampleNow + lease)).toEqual([{ notice: one, attempt: 2 }]);
      await stage.reopen();
      const [again] = await take(sampleNow + 2 * lease);
      expect(again).toMatchObject({ notice: one, attempt: 3 });
    });

    test("that failed come back at their time", async () => {
      const one = notice();
      await tell(one);
      await take();
      await stage.store.noteDelivery(one.id, { how: "retry", at: sampleNow + 50 }, sampleNow);
      expect(await take(sampleNow + 49)).toEqual([]);
      expect(await take(sampleNow + 50)).toMatchObject([{ notice: { id: one.id }, attempt: 2 }]);
    });

    test("that were sent or are dead never come back, however often that is told", async () => {
      const sent = notice();
      const dead = notice();
      await tell(sent, dead);
      await take();
      await send(sent.id, "ref");
      await send(sent.id, "ref");
      await stage.store.noteDelivery(dead.id, { how: "dead" }, sampleNow);
      await stage.store.noteDelivery(dead.id, { how: "retry", at: sampleNow }, sampleNow);
      await stage.store.noteDelivery("unknown", { how: "dead" }, sampleNow);
      expect(await take(sampleNow + 9 * lease)).toEqual([]);
      expect(await stage.store.counts(sampleNow)).toMatchObject({ waitingNotices: 0, deadNotices: 1 });
      expect(await stage.store.inbox(ben, 10)).toHaveLength(1);
    });

    test("to a channel come back with its address", async () => {
      const one = notice({ to: { to: "channel", address: "slack:T1/C1" } });
      await tell(one);
      expect((await take())[0]?.notice).toEqual(one);
    });
  });

  describe("a card", () => {
    const card = (given: Partial<Notice> = {}) => notice({ slot: "card", ...given });

    test("that has not been sent is sent in its newest form only, in its old place", async () => {
      const [old, between, newest] = [card(), notice(), card({ dueAt: sampleNow + 5 })];
      await tell(old, between);
      await tell(newest);
      const taken = await take();
      expect(taken.map((one) => one.notice.id)).toEqual([newest.id, between.id]);
      expect(taken[0]?.notice).toEqual({ ...newest, dueAt: sampleNow });
    });

    test("stays urgent when an urgent form of it waited, and becomes urgent with its newest", async () => {
      const calm = notice({ dueAt: sampleNow - 1 });
      await tell(calm, card({ urgent: true }));
      await tell(card());
      expect((await take()).map((one) => one.notice.urgent)).toEqual([true, false]);
      await tell(notice({ slot: "second" }));
      await tell(notice({ slot: "second", urgent: true }));
      expect((await take()).map((one) => one.notice.urgent)).toEqual([true]);
    });

    test("of another recipient, or in another slot, is another card", async () => {
      await tell(card(), card({ to: { to: "person", id: "carla" } }), notice({ slot: "other" }));
      expect(await takenIds()).toHaveLength(3);
    });

    test("is sent one form at a time, and a later form updates the earlier message", async () => {
      const [first, second] = [card(), card({ urgent: true })];
      await tell(first);
      expect(await takenIds()).toEqual([first.id]);
      await tell(second);
      expect(await takenIds()).toEqual([]);
      await send(first.id, "ref-1");
      expect(await take()).toEqual([{ notice: second, attempt: 1 }]);
      expect(await stage.store.messageAt(second, "web:ben")).toBe("ref-1");
      expect(await stage.store.messageAt(second, "slack:T1/U1")).toBeNull();
    });

    test("waits its turn behind a form whose sender died", async () => {
      const [first, second, third] = [card(), card(), card()];
      await tell(first);
      await take();
      await tell(second);
      await tell(third);
      expect(await takenIds(sampleNow + lease)).toEqual([first.id]);
      await send(first.id, "ref", sampleNow + lease);
      expect(await takenIds(sampleNow + lease)).toEqual([third.id]);
    });

    test("that failed gives way to a newer form, which keeps its count, its wait and its urgency", async () => {
      const [first, second] = [card({ urgent: true }), card()];
      await tell(first);
      await take();
      await tell(second);
      await stage.store.noteDelivery(first.id, { how: "retry", at: sampleNow + 50 }, sampleNow);
      expect(await take(sampleNow + 49)).toEqual([]);
      expect(await take(sampleNow + 50)).toMatchObject([
        { notice: { id: second.id, urgent: true }, attempt: 2 },
      ]);
    });

    test("that waits after a failure is replaced in its wait, unless it turns urgent", async () => {
      const [first, second, acute] = [card(), card(), card({ urgent: true, dueAt: sampleNow + 1 })];
      await tell(first);
      await take();
      await stage.store.noteDelivery(first.id, { how: "retry", at: sampleNow + 50 }, sampleNow);
      await tell(second);
      expect(await take(sampleNow + 49)).toEqual([]);
      await tell(acute);
      expect(await takenIds(sampleNow + 1)).toEqual([acute.id]);
    });

    test("that is dead does not hold up the next form", async () => {
      const [first, second] = [card(), card()];
      await tell(first);
      await take();
      await tell(second);
      await stage.store.noteDelivery(first.id, { how: "dead" }, sampleNow);
      expect(await takenIds()).toEqual([second.id]);
    });

    test("that could not be sent does not lose the message it updates", async () => {
      const [first, second] = [card(), card()];
      await tell(first);
      await take();
      await send(first.id, "ref-1");
      await tell(second);
      await take();
      await stage.store.noteDelivery(second.id, { how: "retry", at: sampleNow }, sampleNow);
      expect((await take()).map((one) => one.notice.id)).toEqual([second.id]);
      expect(await stage.store.messageAt(second, "web:ben")).toBe("ref-1");
    });
  });

  test("whatever happens on the way, a card ends as its newest form, sent once at a time", {
    timeout: 60_000,
  }, async () => {
    const step = fc.constantFrom<Step>(
      "tell",
      "tell urgent",
      "take",
      "sent",
      "failed",
      "lost",
      "opened again",
    );
    let count = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 20 }), async (steps) => {
        count += 1;
        const reader = { to: "person", id: `reader-${count}` } as const;
        const road = walk(stage, () => notice({ slot: "card", to: reader }));
        await road.go("tell");
        for (const each of steps) await road.go(each);
        await road.finish();
        expect(road.newestSent()).toBe(road.newestTold());
        const inbox = await stage.store.inbox(reader, 10);
        expect(inbox.map((message) => message.notice.id)).toEqual([road.newestTold()]);
      }),
      { numRuns: 25 },
    );
  });

  describe("an inbox", () => {
    test("shows what was sent, oldest first, each card as it looks now", async () => {
      const first = notice({ slot: "card" });
      const alone = notice();
      const again = notice({ slot: "card" });
      await tell(first, alone, notice({ to: { to: "person", id: "carla" } }));
      await take();
      await send(first.id, "ref-1", sampleNow + 1);
      await send(alone.id, "ref-2", sampleNow + 2);
      await tell(again);
      await take();
      await send(again.id, "ref-1", sampleNow + 3);
      expect(await stage.store.inbox(ben, 10)).toEqual([
        { notice: again, ref: "ref-1", sentAt: sampleNow + 1, updatedAt: sampleNow + 3 },
        { notice: alone, ref: "ref-2", sentAt: sampleNow + 2, updatedAt: sampleNow + 2 },
      ]);
      expect((await stage.store.inbox(ben, 1)).map((message) => message.notice.id)).toEqual([alone.id]);
      expect(await stage.store.inbox({ to: "person", id: "nobody" }, 10)).toEqual([]);
    });

    test("shows a card that had to be sent anew where it came last", async () => {
      const first = notice({ slot: "card" });
      const again = notice({ slot: "card" });
      await tell(first);
      await take();
      await send(first.id, "ref-1", sampleNow + 1);
      await tell(again);
      await take();
      await send(again.id, "ref-9", sampleNow + 3);
      expect(await stage.store.inbox(ben, 10)).toEqual([
        { notice: again, ref: "ref-9", sentAt: sampleNow + 3, updatedAt: sampleNow + 3 },
      ]);
    });

    test("shows a card once, and updates the last, where it went to two addresses", async () => {
      const first = notice({ slot: "card" });
      const again = notice({ slot: "card" });
      await tell(first);
      await take();
      await send(first.id, "web-ref", sampleNow + 1);
      await tell(again);
      await take();
      const elsewhere = { how: "sent", address: "slack:T1/U1", ref: "slack-ref" } as const;
      await stage.store.noteDelivery(again.id, elsewhere, sampleNow + 2);
      const inbox = await stage.store.inbox(ben, 10);
      expect(inbox.map((message) => message.ref)).toEqual(["slack-ref"]);
      // Each address keeps its own message: what stands on Slack is never updated with a reference of the page.
      const third = notice({ slot: "card" });
      await tell(third);
      expect(await stage.store.messageAt(third, "slack:T1/U1")).toBe("slack-ref");
      expect(await stage.store.messageAt(third, "web:ben")).toBe("web-ref");
    });
  });
}

type Step = "tell" | "tell urgent" | "take" | "sent" | "failed" | "lost" | "opened again";

/** One card on a rough road: forms of it are told, taken, sent, refused and lost in any order. */
function walk(stage: Stage, next: () => Notice) {
  let now = sampleNow;
  let told = "";
  let sent = "";
  let hand: string[] = [];
  const take = async () => {
    const taken = await stage.store.takeNotices(now, 10, lease);
    hand = [...hand, ...taken.map((one) => one.notice.id)];
    expect(hand.length).toBeLessThanOrEqual(1);
  };
  const note = async (delivered: Delivered) => {
    const id = hand.pop();
    if (id === undefined) return;
    await stage.store.noteDelivery(id, delivered, now);
    if (delivered.how === "sent") sent = id;
  };
  const acts: Record<Step, () => Promise<unknown>> = {
    tell: () => tell(false),
    "tell urgent": () => tell(true),
    take,
    sent: () => note({ how: "sent", address: "web:ben", ref: "ref" }),
    failed: () => note({ how: "retry", at: now + 10 }),
    // The sender dies with the message in its hands.
    async lost() {
      hand = [];
      now += lease;
    },
    async "opened again"() {
      await acts.lost();
      await stage.reopen();
    },
  };
  async function tell(urgent: boolean): Promise<void> {
    const notice = { ...next(), urgent, dueAt: now };
    told = notice.id;
    await stage.store.commit(sampleDecision({ notices: [notice] }));
  }
  return {
    async go(step: Step) {
      now += 1;
      await acts[step]();
    },
    async finish() {
      for (let tries = 0; tries < 3; tries++) {
        now += 10;
        if (hand.length === 0) await take();
        await acts.sent();
      }
      expect((await stage.store.counts(now)).waitingNotices).toBe(0);
    },
    newestTold: () => told,
    newestSent: () => sent,
  };
}
