import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  sampleDecision,
  sampleNotice,
  sampleNow,
  samplePassage,
  sampleSignal,
  sampleSignaler,
} from "../support/sample-decision.ts";
import type { Stage } from "./store.ts";

/** What people typed, who they are, and how that is erased. */
export function wordsContract(stage: Stage): void {
  describe("words", () => {
    test("of a signal are kept in order, and found by kind and by id", async () => {
      const signal = sampleSignal();
      const answer = samplePassage(signal.id, { what: "answer", at: sampleNow + 2, text: "Ja." });
      const story = samplePassage(signal.id, { at: sampleNow, text: "Ze komt al weken te laat." });
      const question = samplePassage(signal.id, { what: "question", by: "ben", at: sampleNow + 1 });
      await stage.store.commit(sampleDecision({ signal, passages: [answer, story, question] }));
      expect(await stage.store.passages(signal.id)).toEqual([story, question, answer]);
      expect(await stage.store.passages(signal.id, ["story", "answer"])).toEqual([story, answer]);
      expect(await stage.store.passages(signal.id, [])).toEqual([]);
      expect(await stage.store.passage(question.id)).toEqual(question);
      expect(await stage.store.passage("none")).toBeNull();
    });

    test("come back exactly as they were typed, whatever they are", { timeout: 60_000 }, async () => {
      const signal = sampleSignal();
      await stage.store.commit(sampleDecision({ signal }));
      let revision = 1;
      await fc.assert(
        fc.asyncProperty(fc.string({ unit: "binary", maxLength: 200 }), fc.boolean(), async (text, half) => {
          const passage = samplePassage(signal.id, { text: half ? `${text}\ud83d` : `${text}\u0000\u202e` });
          const next = { ...signal, revision };
          revision += 1;
          await stage.store.commit(sampleDecision({ signal: next, passages: [passage] }));
          expect(await stage.store.passage(passage.id)).toEqual(passage);
        }),
        { numRuns: 30 },
      );
    });
  });

  describe("a signaler", () => {
    test("has the same pseudonym every time, also after opening again", async () => {
      const id = stage.store.signalerId("web:leerkracht");
      expect(id).not.toContain("leerkracht");
      expect(stage.store.signalerId("web:trainer")).not.toBe(id);
      await stage.reopen();
      expect(stage.store.signalerId("web:leerkracht")).toBe(id);
    });

    test("is remembered as last told", async () => {
      const signaler = sampleSignaler("me");
      const signal = sampleSignal({ signaler: "me" });
      expect(await stage.store.signaler("me")).toBeNull();
      await stage.store.commit(sampleDecision({ signal, signaler }));
      expect(await stage.store.signaler("me")).toEqual(signaler);
      const moved = { ...signaler, role: null, language: "en", organisation: "club" } as const;
      await stage.store.rememberSignaler(moved);
      expect(await stage.store.signaler("me")).toEqual(moved);
    });
  });

  describe("erasing", () => {
    test("takes every word of that signal and nothing else", async () => {
      const signal = sampleSignal({ stage: "closed" });
      const other = sampleSignal({ signaler: "other" });
      const kept = samplePassage(other.id);
      const entries = [{ signal: signal.id, at: sampleNow, by: "ben", type: "closed", facts: {} }] as const;
      const passages = [samplePassage(signal.id), samplePassage(signal.id, { what: "feedback" })];
      const signaler = sampleSignaler(signal.signaler);
      await stage.store.commit(sampleDecision({ signal, passages, entries, signaler }));
      await stage.store.commit(
        sampleDecision({ signal: other, passages: [kept], signaler: sampleSignaler("other") }),
      );
      expect(await stage.store.erase(signal.id, sampleNow)).toBe(2);
      expect(await stage.store.passages(signal.id)).toEqual([]);
      expect(await stage.store.signaler(signal.signaler)).toBeNull();
      expect(await stage.store.load(signal.id)).toEqual({ ...signal, revision: 1 });
      expect(await stage.store.entries(signal.id)).toEqual(entries);
      expect(await stage.store.passages(other.id)).toEqual([kept]);
      expect(await stage.store.signaler("other")).toEqual(sampleSignaler("other"));
      expect(await stage.store.erase(signal.id, sampleNow)).toBe(0);
    });

    test("inside a decision does the same, with the words of that decision", async () => {
      const signal = sampleSignal({ stage: "closed" });
      const signaler = sampleSignaler(signal.signaler);
      await stage.store.commit(sampleDecision({ signal, passages: [samplePassage(signal.id)], signaler }));
      const erasure = sampleDecision({
        signal: { ...signal, revision: 1 },
        entries: [{ signal: signal.id, at: sampleNow, by: "system", type: "erased", facts: {} }],
        passages: [samplePassage(signal.id)],
        erase: signal.id,
      });
      expect(await stage.store.commit(erasure)).toBe("done");
      expect(await stage.store.passages(signal.id)).toEqual([]);
      expect(await stage.store.signaler(signal.signaler)).toBeNull();
      expect((await stage.store.entries(signal.id)).at(-1)).toEqual(erasure.entries[0]);
    });

    test.each([
      ["another signal is open", { stage: "routed" as const, words: false }],
      ["another story is kept", { stage: "closed" as const, words: true }],
    ])("keeps the signaler while %s", async (_, { stage: other, words }) => {
      const signal = sampleSignal({ stage: "closed", signaler: "me" });
      const second = sampleSignal({ stage: other, signaler: "me" });
      await stage.store.commit(sampleDecision({ signal, signaler: sampleSignaler("me") }));
      const passages = words ? [samplePassage(second.id)] : [];
      await stage.store.commit(sampleDecision({ signal: second, passages }));
      await stage.store.erase(signal.id, sampleNow);
      expect(await stage.store.signaler("me")).not.toBeNull();
    });

    test("keeps the signaler while a message to them waits, and forgets them afterwards", async () => {
      const signal = sampleSignal({ stage: "closed", signaler: "me" });
      const notice = sampleNotice(signal, { to: { to: "signaler", id: "me" } });
      await stage.store.commit(sampleDecision({ signal, notices: [notice], signaler: sampleSignaler("me") }));
      await stage.store.erase(signal.id, sampleNow);
      expect(await stage.store.signaler("me")).not.toBeNull();
      await stage.store.noteDelivery(notice.id, { how: "dead" }, sampleNow);
      await stage.store.erase(signal.id, sampleNow);
      expect(await stage.store.signaler("me")).toBeNull();
    });

    test("takes sent messages that showed words, keeps the others and the card that can be updated", async () => {
      const signal = sampleSignal();
      const words = samplePassage(signal.id, { what: "consult" });
      const consult = {
        kind: "consult",
        code: signal.code,
        from: "ben",
        categories: ["debt"],
        words: words.id,
      } as const;
      const worded = sampleNotice(signal, { slot: "consult", body: consult });
      const plain = sampleNotice(signal);
      await stage.store.commit(sampleDecision({ signal, passages: [words], notices: [worded, plain] }));
      for (const { id } of [worded, plain]) {
        await stage.store.noteDelivery(id, { how: "sent", address: "web:ben", ref: `ref-${id}` }, sampleNow);
      }
      await stage.store.erase(signal.id, sampleNow);
      const inbox = await stage.store.inbox({ to: "person", id: "ben" }, 10);
      expect(inbox.map(({ notice }) => notice.id)).toEqual([plain.id]);
      const next = sampleNotice(signal, { slot: "consult" });
      await stage.store.commit(sampleDecision({ notices: [next] }));
      expect(await stage.store.messageAt(next, "web:ben")).toBe(`ref-${worded.id}`);
    });
  });
}
