import { describe, expect, test } from "vitest";
import { plain, says } from "../support/one-story.ts";
import { sampleDirectory, withCode } from "../support/sample-directory.ts";
import { openStage, type Stage, type StageOptions } from "../support/stage.ts";

async function onStage(play: (stage: Stage) => Promise<void>, options: StageOptions = {}): Promise<void> {
  const stage = await openStage({ classifier: says(), directory: withCode("Wilg-24"), ...options });
  try {
    await play(stage);
  } finally {
    await stage.close();
  }
}

/** The values that stand in the report form of the teacher, by field. */
async function formOf(stage: Stage): Promise<Record<string, string>> {
  const { form } = await stage.press("chat:juf", "report", "", null);
  return Object.fromEntries(form?.fields.map(({ name, value }) => [name, value]) ?? []);
}

async function remembered(stage: Stage) {
  const { organisation, role, language, vouched } =
    (await stage.store.signaler(stage.store.signalerId("chat:juf"))) ?? {};
  return { organisation, role, language, vouched };
}

describe("the first time", () => {
  test("the form asks where I work or help, from the list or by the code of my school", () =>
    onStage(async (stage) => {
      const { form } = await stage.press("chat:juf", "report", "", null);
      const list = form?.fields.find(({ name }) => name === "organisation");
      expect(list?.field === "choice" ? list.options.map(({ label }) => label) : []).toEqual([
        "Basisschool De Wilg",
        "FC Noord",
      ]);
      expect(await formOf(stage)).toMatchObject({ organisation: "", code: "", role: "", text: "" });
    }));

  test("no code is asked where no school or club gave one out", () =>
    onStage(async (stage) => expect(Object.keys(await formOf(stage))).not.toContain("code"), {
      directory: sampleDirectory(),
    }));

  test.each(["Wilg-24", "wilg 24", " WILG24 "])(
    "the code typed as %j says where I am, and vouches for me",
    (code) =>
      onStage(async (stage) => {
        await stage.press("chat:juf", "report", "", { text: plain, code });
        const { report } = await stage.latest();
        expect([report.organisation, report.source, report.role]).toEqual([
          "de-wilg",
          "school",
          "professional",
        ]);
        expect(await remembered(stage)).toMatchObject({ organisation: "de-wilg", vouched: true });
      }),
  );

  test("a wrong code is said at its field, what to do as well, and nothing is taken in", () =>
    onStage(async (stage) => {
      for (const fields of [
        { code: "wilg-25" },
        { code: "..." },
        { code: "wilg-24", organisation: "fc-noord" },
      ]) {
        const reply = await stage.press("chat:juf", "report", "", { text: plain, ...fields });
        expect(reply.faults?.["code"]).toContain("laat dit leeg");
        expect(reply.card).toBeNull();
      }
      expect((await stage.store.counts(stage.clock.now())).signals).toBe(0);
    }));

  test("somebody in danger is not told off about a code", () =>
    onStage(async (stage) => {
      await stage.press("chat:juf", "report", "", { text: plain, code: "wilg-25", danger: "now" });
      expect((await stage.latest()).urgency).toBe("acute");
      expect(await remembered(stage)).toMatchObject({ organisation: null, vouched: false });
    }));

  test("picking the school from a list vouches for nobody", () =>
    onStage(async (stage) => {
      await stage.report(plain);
      expect(await remembered(stage)).toMatchObject({ organisation: "de-wilg", vouched: false });
    }));
});

describe("the second time", () => {
  test("what was told is remembered, and the form is shorter", () =>
    onStage(async (stage) => {
      const fields = { code: "wilg-24", role: "volunteer", language: "en" };
      await stage.press("chat:juf", "report", "", { text: plain, ...fields });
      const form = await formOf(stage);
      expect(form).toMatchObject({ organisation: "de-wilg", role: "volunteer", language: "en", text: "" });
      expect(Object.keys(form)).not.toContain("code");
      await stage.press("chat:juf", "report", "", { text: "Another child has been hungry for weeks." });
      expect((await stage.latest()).report).toMatchObject({
        organisation: "de-wilg",
        role: "volunteer",
        language: "en",
      });
    }));

  test("I can have moved to a club: what stands there can be changed, and is remembered anew", () =>
    onStage(async (stage) => {
      await stage.press("chat:juf", "report", "", { text: plain, code: "wilg-24" });
      await stage.press("chat:juf", "report", "", { text: plain, organisation: "fc-noord" });
      expect((await stage.latest()).report.source).toBe("club");
      expect(await remembered(stage)).toMatchObject({ organisation: "fc-noord", vouched: true });
    }));

  test("on the first day a stranger without a code is still asked for one, from the next day on not", () =>
    onStage(async (stage) => {
      await stage.report(plain);
      expect(Object.keys(await formOf(stage))).toContain("code");
      // What stood in the form already is no choice against the code.
      await stage.press("chat:juf", "report", "", { text: plain, organisation: "de-wilg", code: "wilg-24" });
      expect(await remembered(stage)).toMatchObject({ vouched: true });
      await stage.report(plain, {}, "chat:meester");
      await stage.pass({ hours: 25 });
      const { form } = await stage.press("chat:meester", "report", "", null);
      expect(form?.fields.map(({ name }) => name)).not.toContain("code");
    }));
});
