import { describe, expect, test } from "vitest";
import type { Press } from "#signal/press.ts";
import { sampleNow } from "../support/sample-decision.ts";
import type { Stage } from "./store.ts";

const minute = 60_000;

const typed = (text: string, given: Partial<Press> = {}): Press => ({
  key: `dm:${text}`,
  by: "slack:T1/U1",
  act: "tell",
  on: "",
  fields: { text },
  ...given,
});

/** What was typed and still has to be worked on, and how a door reaches somebody. */
export function typedContract(stage: Stage): void {
  const take = (now = sampleNow, most = 10) => stage.store.takeTyped(now, most, minute);
  const texts = async (...given: Parameters<typeof take>) =>
    (await take(...given)).map(({ press }) => press.fields?.["text"]);

  describe("what was typed", () => {
    test("is given to be worked on as it was, oldest first", async () => {
      const whole = typed("een", { under: "D1/1.2" });
      await stage.store.keepTyped(whole, sampleNow);
      await stage.store.keepTyped(typed("twee"), sampleNow);
      await stage.store.keepTyped(typed("drie"), sampleNow);
      expect(await take(sampleNow, 1)).toEqual([{ press: whole, attempt: 1 }]);
      expect(await texts()).toEqual(["twee", "drie"]);
    });

    test("is kept once while it lies there, also when it comes again; the same key of somebody else is another", async () => {
      await stage.store.keepTyped(typed("een"), sampleNow);
      await stage.store.keepTyped(typed("een"), sampleNow + 1);
      await stage.store.keepTyped(typed("een", { by: "slack:T1/U2" }), sampleNow);
      expect(await texts()).toEqual(["een", "een"]);
      expect((await stage.store.counts(sampleNow)).waitingTyped).toBe(2);
    });

    test("comes back when the work on it was not finished, and counts the tries", async () => {
      await stage.store.keepTyped(typed("een"), sampleNow);
      await take();
      expect(await take(sampleNow + minute - 1)).toEqual([]);
      expect(await take(sampleNow + minute)).toMatchObject([{ attempt: 2 }]);
      await stage.reopen();
      expect(await take(sampleNow)).toMatchObject([{ attempt: 3 }]);
    });

    test("goes when it has been worked on, and waits when it has to be tried again", async () => {
      const [one, two] = [typed("een"), typed("twee")];
      await stage.store.keepTyped(one, sampleNow);
      await stage.store.keepTyped(two, sampleNow);
      await take();
      await stage.store.noteTyped(one, null);
      await stage.store.noteTyped(two, sampleNow + 5);
      expect(await stage.store.nextDue()).toBe(sampleNow + 5);
      expect(await take(sampleNow + 4)).toEqual([]);
      expect(await texts(sampleNow + 5)).toEqual(["twee"]);
      await stage.store.noteTyped(two, null);
      expect(await stage.store.nextDue()).toBeNull();
      expect((await stage.store.counts(sampleNow)).waitingTyped).toBe(0);
    });
  });

  describe("contacts", () => {
    test("are remembered per address, changed and forgotten", async () => {
      expect(await stage.store.contactOf("teams:t/ben")).toBeNull();
      await stage.store.rememberContact("teams:t/ben", "one");
      await stage.store.rememberContact("teams:t/ann", "other");
      await stage.store.rememberContact("teams:t/ben", "two");
      await stage.reopen();
      expect(await stage.store.contactOf("teams:t/ben")).toBe("two");
      await stage.store.rememberContact("teams:t/ben", null);
      expect(await stage.store.contactOf("teams:t/ben")).toBeNull();
      expect(await stage.store.contactOf("teams:t/ann")).toBe("other");
    });
  });
}
