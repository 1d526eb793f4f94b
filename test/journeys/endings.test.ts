import { expect, test } from "vitest";
import { openStage } from "../support/stage.ts";

const money = "De huur van dat gezin is drie maanden niet betaald, er komen aanmaningen.";
const violence =
  "De vader van een meisje uit groep 5 slaat haar regelmatig, ze heeft steeds blauwe plekken op haar armen.";

test("taking back a light signal closes it; taking back an urgent one asks a human", async () => {
  const stage = await openStage();
  const light = await stage.report(money);
  await stage.press("chat:juf", "withdraw", light.code);
  expect((await stage.signal(light.code)).stage).toBe("withdrawn");

  await stage.pass({ minutes: 1 });
  const heavy = await stage.report("Een leerling zegt dat hij niet meer wil leven.");
  expect(["acute", "urgent"]).toContain(heavy.urgency);
  await stage.press("chat:juf", "withdraw", heavy.code);
  expect((await stage.signal(heavy.code)).stage).toBe("routed");
  await stage.close();
});

test("a signal is handed over twice at most; then a coordinator decides", async () => {
  const stage = await openStage();
  const { code } = await stage.report(money);
  await stage.press("chat:ben", "accept", code);
  await stage.press("chat:ben", "hand_over", code, { to: "sanne", text: "Dit gaat eigenlijk over thuis." });
  expect(JSON.stringify((await stage.press("chat:sanne", "open", code)).card)).toContain(
    "Dit gaat eigenlijk over thuis.",
  );
  await stage.press("chat:sanne", "accept", code);
  await stage.press("chat:sanne", "hand_over", code, { to: "noor", text: "Noor kent de school." });
  await stage.press("chat:noor", "accept", code);
  const refused = await stage.press("chat:noor", "hand_over", code, { to: "ben", text: "Toch geld." });
  expect(refused.faults?.["to"]).toBeTruthy();
  await stage.press("chat:noor", "hand_over", code, { to: "carla", text: "Wie kan dit?" });
  expect((await stage.signal(code)).asked.at(-1)).toBe("carla");
  await stage.close();
});

test("until the new colleague accepts, the ladder runs", async () => {
  const stage = await openStage();
  const { code } = await stage.report(money);
  await stage.press("chat:ben", "accept", code);
  await stage.press("chat:ben", "hand_over", code, { to: "sanne", text: "Past beter bij jou." });
  expect((await stage.signal(code)).climbAt).not.toBeNull();
  await stage.pass({ days: 4 });
  expect((await stage.signal(code)).asked.length).toBeGreaterThan(2);
  await stage.close();
});

test("a consulted colleague may read and answer, and decides nothing", async () => {
  const stage = await openStage();
  const { code } = await stage.report(violence);
  await stage.press("chat:sanne", "accept", code);
  await stage.press("chat:sanne", "consult", code, { whom: "noor", text: "Zie jij hier trauma in?" });
  expect(JSON.stringify((await stage.press("chat:noor", "open", code)).card)).toContain("blauwe plekken");
  await stage.press("chat:noor", "outcome", code, { outcome: "N1", word: "closed", text: "", next: "close" });
  expect((await stage.signal(code)).outcome).toBeNull();
  await stage.press("chat:noor", "consult_answer", code, { text: "Ja, ik denk mee." });
  expect(stage.cardsOf("chat:sanne").at(-1)?.title).toContain(code);
  expect(JSON.stringify((await stage.press("chat:sanne", "open", code)).card)).toContain("Ja, ik denk mee.");
  await stage.close();
});

test("thirty days after the end every word is gone, and the counts stay", async () => {
  const stage = await openStage();
  const { code, id } = await stage.report(money);
  await stage.press("chat:ben", "accept", code);
  await stage.press("chat:ben", "outcome", code, { outcome: "P2", word: "closed", text: "", next: "close" });
  await stage.pass({ days: 29 });
  expect((await stage.store.passages(id)).length).toBeGreaterThan(0);
  await stage.pass({ days: 2 });
  expect(await stage.store.passages(id)).toEqual([]);
  expect((await stage.store.entries(id)).some(({ type }) => type === "erased")).toBe(true);
  expect((await stage.signal(code)).outcome).toBe("P2");
  await stage.close();
});

test("erasing waits when the clock has jumped, and says so", async () => {
  const stage = await openStage();
  const { code, id } = await stage.report(money);
  await stage.press("chat:ben", "accept", code);
  await stage.press("chat:ben", "outcome", code, { outcome: "P0", word: "closed", text: "", next: "close" });
  stage.clock.pass(40 * 24 * 3_600_000);
  await stage.house.runDue();
  expect((await stage.store.passages(id)).length).toBeGreaterThan(0);
  expect(stage.cardsOf("chat:carla").length).toBeGreaterThan(0);
  await stage.pass({ days: 2 });
  expect(await stage.store.passages(id)).toEqual([]);
  await stage.close();
});

test("casework stays open until it is closed, and light help is asked after eight weeks later", async () => {
  const stage = await openStage();
  const { code } = await stage.report(money);
  await stage.press("chat:ben", "accept", code);
  await stage.press("chat:ben", "outcome", code, {
    outcome: "C1",
    word: "in_contact",
    text: "",
    next: "keep_open",
  });
  expect((await stage.signal(code)).stage).toBe("working");
  await stage.press("chat:ben", "close", code, { word: "closed", text: "" });
  expect((await stage.signal(code)).stage).toBe("closed");

  const light = await stage.report(money);
  await stage.press("chat:ben", "accept", light.code);
  await stage.press("chat:ben", "outcome", light.code, {
    outcome: "P2",
    word: "closed",
    text: "",
    next: "close",
  });
  const before = stage.chat.sends.length;
  await stage.pass({ days: 57 });
  expect(
    stage.chat.sends
      .slice(before)
      .some(({ to, card }) => to === "chat:ben" && JSON.stringify(card).includes(light.code)),
  ).toBe(true);
  await stage.press("chat:ben", "outcome", light.code, {
    outcome: "C1",
    word: "in_contact",
    text: "",
    next: "keep_open",
  });
  expect((await stage.signal(light.code)).outcomes.map(({ outcome }) => outcome)).toEqual(["P2", "C1"]);
  await stage.close();
});
