import { expect, test } from "vitest";
import { goes, onStage, plain, says } from "../support/one-story.ts";
import { sampleDirectory, samplePerson } from "../support/sample-directory.ts";
import type { Stage } from "../support/stage.ts";

const directory = sampleDirectory({
  people: [
    samplePerson("zoe", { expertise: { debt: 2 } }),
    samplePerson("adam"),
    samplePerson("ben", { expertise: { debt: 3 } }),
    samplePerson("lisa", { expertise: { debt: 3 } }),
    samplePerson("kees", { expertise: { debt: 1, addiction: 3 } }),
    samplePerson("dora"),
    samplePerson("carla"),
    samplePerson("max"),
    samplePerson("vera"),
  ],
});

/** The names in the order in which the form offers them. */
async function offered(stage: Stage, act: "consult" | "hand_over", code: string): Promise<string[]> {
  const { form } = await stage.press("chat:ben", act, code, null);
  const [who] = form?.fields ?? [];
  return who?.field === "choice" ? who.options.map(({ label }) => label.split(",")[0] ?? "") : [];
}

test("who is asked to think along or to take over: the best fit first, then by name, who is away last", () =>
  onStage({ directory }, async (stage) => {
    const { code } = await stage.report(plain);
    await stage.press("chat:ben", "accept", code);
    await goes(stage, {}, "chat:lisa");
    const names = ["Zoe", "Kees", "Adam", "Carla", "Dora", "Vera", "Lisa"];
    expect(await offered(stage, "consult", code)).toEqual(names);
    expect(await offered(stage, "hand_over", code)).toEqual(["Laat het systeem kiezen", ...names]);
    const { form } = await stage.press("chat:ben", "consult", code, null);
    expect(JSON.stringify(form)).toMatch(/Lisa[^"]*\(nu afwezig\)/);
  }));

test("the fit is that of the leading category", () =>
  onStage({ directory, classifier: says({ categories: ["addiction", "debt"] }) }, async (stage) => {
    const { code } = await stage.report(plain);
    await stage.press("chat:carla", "accept", code);
    const { form } = await stage.press("chat:carla", "consult", code, null);
    expect(JSON.stringify(form?.fields[0])).toMatch(/"options":\[\{"value":"kees"/);
  }));
