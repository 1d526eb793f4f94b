import { describe, expect, test } from "vitest";
import type { Notice } from "#signal/notice.ts";
import { sampleDecision, sampleNotice, sampleNow, sampleSignal } from "../support/sample-decision.ts";
import type { Stage } from "./store.ts";

/** Messages that wait for a platform that takes none. */
export function stuckContract(stage: Stage): void {
  const signal = sampleSignal();
  const tell = (...notices: Notice[]) => stage.store.commit(sampleDecision({ notices }));
  const notice = (given: Partial<Notice> = {}) => sampleNotice(signal, given);
  const take = (at = sampleNow, most = 10) => stage.store.takeNotices(at, most, 30_000);
  const takenIds = async (at = sampleNow, most = 10) =>
    (await take(at, most)).map((taken) => taken.notice.id);

  describe("stuck notices", () => {
    test("come when they are released, so many at once, in the order in which they were told", async () => {
      const told = Array.from({ length: 5 }, (_, at) => notice({ urgent: at === 3 }));
      const own = notice();
      await tell(...told, own);
      await take();
      for (const { id } of [...told].reverse()) {
        const at = sampleNow + 500;
        await stage.store.noteDelivery(id, { how: "retry", at, stuck: "slack" }, sampleNow);
      }
      await stage.store.noteDelivery(own.id, { how: "retry", at: sampleNow + 500 }, sampleNow);
      const later = notice({ dueAt: sampleNow + 100 });
      await tell(later);
      const now = sampleNow + 200;
      const release = (after: number, most: number) =>
        stage.store.releaseStuck({ platform: "slack", after }, now, most);
      const second = await release(0, 2);
      expect(await takenIds(now, 3)).toEqual([told[0]?.id, told[1]?.id, later.id]);
      const last = await release(second ?? 0, 10);
      expect(await release(last ?? 0, 10)).toBe(null);
      expect(await release(0, 10)).toBe(null);
      expect(await takenIds(now)).toEqual([told[3]?.id, told[2]?.id, told[4]?.id]);
      expect(await takenIds(now + 300)).toEqual([own.id]);
    });

    test("that are on their way, or sent, or dead, are not released", async () => {
      const [underway, sent, dead] = [notice(), notice(), notice()];
      await tell(underway, sent, dead);
      await take();
      for (const { id } of [underway, sent, dead])
        await stage.store.noteDelivery(id, { how: "retry", at: sampleNow, stuck: "slack" }, sampleNow);
      await take();
      await stage.store.noteDelivery(sent.id, { how: "sent", address: "web:ben", ref: "ref" }, sampleNow);
      await stage.store.noteDelivery(dead.id, { how: "dead" }, sampleNow);
      expect(await stage.store.releaseStuck({ platform: "slack", after: 0 }, sampleNow, 10)).toBe(null);
      // Tried, and failed by itself: no platform sets it free.
      await stage.store.noteDelivery(underway.id, { how: "retry", at: sampleNow + 9 }, sampleNow);
      expect(await stage.store.releaseStuck({ platform: "slack", after: 0 }, sampleNow, 10)).toBe(null);
    });

    test("pass the place of a card on to its newer form", async () => {
      const old = notice({ slot: "card" });
      await tell(old);
      await take();
      const newer = notice({ slot: "card" });
      await tell(newer);
      await stage.store.noteDelivery(
        old.id,
        { how: "retry", at: sampleNow + 500, stuck: "slack" },
        sampleNow,
      );
      expect(await takenIds()).toEqual([]);
      expect(await stage.store.releaseStuck({ platform: "teams", after: 0 }, sampleNow, 10)).toBe(null);
      expect(await stage.store.releaseStuck({ platform: "slack", after: 0 }, sampleNow, 10)).not.toBe(null);
      expect(await takenIds()).toEqual([newer.id]);
    });
  });
}
