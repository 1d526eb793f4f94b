import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Address } from "#signal/address.ts";
import { plain, says } from "../support/one-story.ts";
import { sampleDirectory, withCode } from "../support/sample-directory.ts";
import { openStage, type Stage, type StageOptions } from "../support/stage.ts";

async function onStage(play: (stage: Stage) => Promise<void>, options: StageOptions = {}): Promise<void> {
  const stage = await openStage({ classifier: says(), directory: withCode("wilg-24"), ...options });
  try {
    await play(stage);
  } finally {
    await stage.close();
  }
}

const danger = "De buurvrouw gilt nu en ik hoor klappen, de kinderen huilen";

let keys = 0;

/** Sends a report without waiting for everything that follows. True: taken in. */
async function send(stage: Stage, by: Address, fields: Record<string, string>) {
  keys += 1;
  const press = { key: `f${keys}`, by, act: "report", on: "", fields: { text: plain, ...fields } } as const;
  const reply = await stage.house.counter.press(press);
  return { isIn: reply.faults === null && /VS-\w{4}-\w{3}/.test(JSON.stringify(reply.card)), reply };
}

async function strangers(stage: Stage, count: number, fields: Record<string, string>): Promise<number> {
  let taken = 0;
  for (let nth = 0; nth < count; nth++) {
    if ((await send(stage, `chat:vreemd-${nth}`, fields)).isIn) taken += 1;
  }
  return taken;
}

describe("strangers", () => {
  test("get ten calm ones an hour in for one school, and the next is told what to do, at the field for the code", () =>
    onStage(async (stage) => {
      expect(await strangers(stage, 14, { organisation: "de-wilg" })).toBe(10);
      const { reply } = await send(stage, "chat:vreemd-99", { organisation: "de-wilg" });
      expect(reply.faults?.["code"]).toMatch(
        /code van je school.*over een uur.*112.*0800-2000.*niet bewaard/,
      );
      await stage.pass({ minutes: 61 });
      expect(await strangers(stage, 14, { organisation: "de-wilg" })).toBeGreaterThan(0);
    }));

  test("of no organisation have a limit of their own, and of another one too", () =>
    onStage(async (stage) => {
      expect(await strangers(stage, 12, {})).toBe(10);
      expect(await strangers(stage, 12, { organisation: "fc-noord" })).toBe(10);
    }));

  test("typed in the chat are told the same, with the button to the form", () =>
    onStage(async (stage) => {
      await strangers(stage, 10, {});
      await stage.say("chat:nieuw", plain);
      const card = stage.cardsOf("chat:nieuw").at(-1);
      expect(JSON.stringify(card)).toContain("Ik ken je nog niet.");
      expect(card?.buttons.map(({ act }) => act)).toContain("report");
    }));

  test("keep their text where there is no code to give", () =>
    onStage(
      async (stage) => {
        await strangers(stage, 10, {});
        expect((await send(stage, "chat:nieuw", {})).reply.faults?.["text"]).toContain("over een uur");
      },
      { directory: sampleDirectory() },
    ));

  test("who were let in once do not get more in by coming back every hour", () =>
    onStage(async (stage) => {
      let taken = 0;
      for (let hour = 0; hour < 10; hour++) {
        for (let round = 0; round < 3; round++) taken += await strangers(stage, 10, {});
        stage.clock.set(stage.clock.now() + 61 * 60_000);
      }
      expect(taken).toBe(10 * 10);
    }));
});

describe("never held back by strangers", () => {
  test("is danger, read in the words or said with the button", () =>
    onStage(async (stage) => {
      await strangers(stage, 20, { organisation: "de-wilg" });
      for (const fields of [{ text: danger }, { danger: "now" }, { danger: "maybe" }] as const) {
        expect((await send(stage, "chat:nieuw", { organisation: "de-wilg", ...fields })).isIn).toBe(true);
      }
    }));

  test("is somebody with the code, now or earlier", () =>
    onStage(async (stage) => {
      await send(stage, "chat:meester", { code: "wilg-24" });
      await strangers(stage, 20, { organisation: "de-wilg" });
      expect((await send(stage, "chat:meester", {})).isIn).toBe(true);
      expect((await send(stage, "chat:juf", { code: "wilg-24" })).isIn).toBe(true);
    }));

  test("is somebody of whom something came in before yesterday", () =>
    onStage(async (stage) => {
      await send(stage, "chat:juf", { organisation: "de-wilg" });
      await stage.pass({ hours: 25 });
      await strangers(stage, 20, { organisation: "de-wilg" });
      expect((await send(stage, "chat:juf", {})).isIn).toBe(true);
    }));
});

test("one signaler, known or not, gets twenty calm ones an hour in", () =>
  onStage(async (stage) => {
    const taken: boolean[] = [];
    for (let count = 0; count < 22; count++)
      taken.push((await send(stage, "chat:juf", { code: "wilg-24" })).isIn);
    expect(taken.filter(Boolean)).toHaveLength(20);
    const { reply } = await send(stage, "chat:juf", {});
    expect(JSON.stringify(reply)).toContain("over een uur");
    expect((await send(stage, "chat:juf", { text: danger })).isIn).toBe(true);
  }));

test("in any order of strangers, teachers with a code and danger, at any pace", {
  timeout: 60_000,
}, async () => {
  const step = fc.record({
    who: fc.constantFrom("stranger", "stranger", "stranger", "coded", "known"),
    nth: fc.integer({ min: 0, max: 14 }),
    where: fc.constantFrom("de-wilg", "de-wilg", "de-wilg", ""),
    calm: fc.boolean(),
    minutes: fc.constantFrom(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 2, 5, 40),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 40, maxLength: 80 }), async (steps) => {
      await onStage(async (stage) => {
        for (let nth = 0; nth <= 14; nth++) await send(stage, `chat:known-${nth}`, { danger: "maybe" });
        stage.clock.set(stage.clock.now() + 25 * 3_600_000);
        /** Of strangers, by where they say they are: when each was taken in. */
        const taken: { readonly where: string; readonly at: number }[] = [];
        /** Where they said so last: that is remembered. */
        const places = new Map<string, string>();
        for (const { who, nth, where, calm, minutes } of steps) {
          stage.clock.set(stage.clock.now() + minutes * 60_000);
          const now = stage.clock.now();
          const by: Address = `chat:${who}-${nth}`;
          const organisation: Record<string, string> = where === "" ? {} : { organisation: where };
          const place: Record<string, string> = who === "coded" ? { code: "wilg-24" } : organisation;
          const { isIn } = await send(stage, by, { ...place, ...(calm ? {} : { text: danger }) });
          const at = where === "" ? (places.get(by) ?? "") : where;
          const others = taken.filter((one) => one.where === at && one.at >= now - 3_600_000);
          if (!calm || who !== "stranger") expect(isIn).toBe(true);
          else expect(isIn).toBe(others.length < 10);
          if (who !== "stranger" || !isIn) continue;
          places.set(by, at);
          taken.push({ where: at, at: now });
        }
      });
    }),
    { numRuns: 12, seed: 3 },
  );
});
