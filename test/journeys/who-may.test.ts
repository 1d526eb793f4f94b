import { expect, test } from "vitest";
import { closing, plain, says } from "../support/one-story.ts";
import { sampleDirectory, samplePerson } from "../support/sample-directory.ts";
import { openStage } from "../support/stage.ts";

test("a consulted partner from outside does not take the signal over", async () => {
  const directory = sampleDirectory();
  const people = [...directory.people, samplePerson("petra", { external: true })];
  const stage = await openStage({ directory: { ...directory, people }, classifier: says() });
  const { code } = await stage.report(plain);
  await stage.press("chat:ben", "consult", code, { whom: "petra", text: "Ken je dit?" });
  await stage.press("chat:petra", "accept", code);
  expect((await stage.signal(code)).holder).toBeNull();
  await stage.close();
});

test("a manager does not get to read by being consulted or handed over to", async () => {
  const stage = await openStage({ classifier: says() });
  const { code } = await stage.report(plain);
  await stage.press("chat:ben", "consult", code, { whom: "max", text: "Kijk eens?" });
  expect(JSON.stringify(await stage.press("chat:max", "open", code))).not.toContain("geen brood");
  await stage.press("chat:ben", "hand_over", code, { to: "max", text: "Voor jou." });
  expect(JSON.stringify(await stage.press("chat:max", "open", code))).not.toContain("geen brood");
  await stage.close();
});

test("who works where the signal comes from gets it neither handed over, nor for advice, nor as coordinator", async () => {
  const people = sampleDirectory().people.map((person) =>
    ["noor", "carla", "dora"].includes(person.id) ? { ...person, conflicts: ["de-wilg"] } : person,
  );
  const stage = await openStage({ directory: sampleDirectory({ people }), classifier: says() });
  const { code } = await stage.report(plain);
  await stage.press("chat:ben", "consult", code, { whom: "noor", text: "Kijk eens?" });
  const noor = JSON.stringify(await stage.press("chat:noor", "open", code)).includes("geen brood");
  const carla = JSON.stringify(await stage.press("chat:carla", "open", code)).includes("geen brood");
  await stage.press("chat:ben", "hand_over", code, { to: "noor", text: "Voor jou." });
  const handed = (await stage.signal(code)).asked.includes("noor");
  expect({ noor, carla, handed }).toEqual({ noor: false, carla: false, handed: false });
  await stage.close();
});

test("whom somebody asked for advice stops reading when the signal ends", async () => {
  const stage = await openStage({ classifier: says() });
  const { code } = await stage.report(plain);
  await stage.press("chat:ben", "accept", code);
  await stage.press("chat:ben", "consult", code, { whom: "noor", text: "Ken je dit?" });
  await stage.press("chat:noor", "consult_answer", code, { text: "Nee." });
  await stage.press("chat:ben", "outcome", code, closing("P0"));
  expect(JSON.stringify(await stage.press("chat:noor", "open", code))).not.toContain("geen brood");
  await stage.close();
});
