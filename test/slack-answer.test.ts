import { describe, expect, test } from "vitest";
import { Problem } from "#base/problem.ts";
import { cardOf, code, formOf, openRig, safety } from "./support/slack-answer-rig.ts";

describe("a button under a message", () => {
  test("is on disk, then acknowledged, then shown", async () => {
    const rig = openRig({ open: cardOf("Het verhaal", "calm") });
    await rig.press("message", "open");
    expect(rig.order).toEqual(["kept", "acknowledged", "views.open"]);
    expect(rig.acks).toEqual([undefined]);
    expect(rig.titles()).toEqual(["Het verhaal"]);
    expect(rig.noteAt(0)).toMatchObject({ on: code, shows: "open" });
  });

  test("that asks for a form opens it", async () => {
    const rig = openRig({ hand_over: formOf("hand_over", code) });
    await rig.press("message", "hand_over");
    expect(rig.calls).toMatchObject([
      { method: "views.open", args: { trigger_id: "t", view: { callback_id: "hand_over" } } },
    ]);
  });

  test("that changes the message itself shows nothing more", async () => {
    const rig = openRig({});
    for (const act of ["accept", "decline", "called"] as const) await rig.press("message", act);
    expect(rig.methods()).toEqual([]);
  });

  test("says that it arrived where the message does not change, or nobody keeps it true", async () => {
    const rig = openRig({});
    await rig.press("message", "still_worried");
    await rig.press("ephemeral", "accept");
    expect(rig.methods()).toEqual(["views.open", "views.open"]);
  });

  test("shows safety text and refusals always", async () => {
    const rig = openRig({
      accept: cardOf("Sanne was je net voor", "attention"),
      called: cardOf("Gevaar", "good", [safety]),
    });
    await rig.press("message", "accept");
    await rig.press("message", "called");
    expect(rig.titles()).toEqual(["Sanne was je net voor", "Gevaar"]);
  });

  test("whose window does not open any more gets a private word in both languages", async () => {
    const rig = openRig({ open: cardOf("Het verhaal", "calm") });
    rig.fails.set("views.open", "expired_trigger_id");
    await rig.press("message", "open");
    expect(rig.words).toEqual([
      expect.stringMatching(/Het venster ging niet open.*\nThe window did not open/),
    ]);
  });

  test("that came twice finds its window open already, and says nothing", async () => {
    const rig = openRig({ open: cardOf("Het verhaal", "calm") });
    rig.fails.set("views.open", "exchanged_trigger_id");
    await rig.press("message", "open");
    expect(rig.words).toEqual([]);
  });

  test("that could not be kept is not acknowledged, and who pressed is told", async () => {
    const rig = openRig({ accept: new Problem("retry", "The disk is full.") });
    await expect(rig.press("message", "accept")).rejects.toThrow("The disk is full.");
    expect(rig.acks).toEqual([]);
    expect(rig.words).toEqual([expect.stringContaining("112")]);
  });

  test("with a value that does not fit shows what is wrong", async () => {
    const rig = openRig({
      called: { card: null, form: null, faults: { answer: "Het staat er niet bij." } },
    });
    await rig.press("message", "called");
    expect(rig.titles()).toEqual(["Het staat er niet bij"]);
  });
});

describe("a button in the story's modal", () => {
  test("puts its form on top, which knows what lies below", async () => {
    const rig = openRig({ correct: formOf("correct", code) });
    await rig.press("story", "correct");
    expect(rig.methods()).toEqual(["views.push"]);
    expect(rig.noteAt(0)).toMatchObject({ on: code, below: { act: "open", on: code }, turn: "" });
  });

  test("puts its form in the place of the story where it can not be put on top, told apart by its turn", async () => {
    const rig = openRig({ correct: formOf("correct", code) });
    rig.fails.set("views.push", "push_limit_reached");
    await rig.press("story", "correct");
    expect(rig.methods()).toEqual(["views.push", "views.update"]);
    expect(rig.noteAt(1)?.turn).toMatch(/^[0-9a-f]{12}$/);
    await rig.press("story", "correct");
    expect(rig.noteAt(3)?.turn).not.toBe(rig.noteAt(1)?.turn);
  });

  test("'waarom' comes on top, 'bekijk' takes the place of what was pressed in", async () => {
    const rig = openRig({ why: cardOf("Antwoord waarom", "calm"), open: cardOf("Het verhaal", "calm") });
    await rig.press("story", "why");
    await rig.press("story", "open");
    expect(rig.calls).toMatchObject([
      { method: "views.push", args: { trigger_id: "t" } },
      { method: "views.update", args: { view_id: "V1" } },
    ]);
  });

  test("who takes it on goes on reading, with the story as it is now", async () => {
    const rig = openRig({ open: cardOf("Het verhaal nu", "calm") });
    await rig.press("story", "accept");
    expect(rig.presses.map(({ act, on }) => `${act} ${on}`)).toEqual([`accept ${code}`, `open ${code}`]);
    expect(rig.calls).toMatchObject([{ method: "views.update", args: { view_id: "V1" } }]);
    expect(rig.titles()).toEqual(["Het verhaal nu"]);
  });

  test("who gives it back sees that, and no story any more", async () => {
    const rig = openRig({ decline: cardOf("Klaar") });
    await rig.press("story", "decline");
    expect(rig.methods()).toEqual(["views.update"]);
    expect(rig.titles()).toEqual(["Klaar"]);
  });

  test("a refusal comes on top, and the stale story below is drawn anew", async () => {
    const rig = openRig({
      accept: cardOf("Sanne was je net voor", "attention"),
      open: cardOf("Het verhaal nu", "calm"),
    });
    await rig.press("story", "accept");
    expect(rig.methods()).toEqual(["views.push", "views.update"]);
    expect(rig.titles()).toEqual(["Sanne was je net voor", "Het verhaal nu"]);
  });
});

describe("a dialog that is sent", () => {
  test("keeps what was typed and says at each input what is wrong; what is about none of them stands at the first", async () => {
    const faults = { to: "Kies iemand.", code: "Deze code kennen we niet.", area: "Kies een wijk." };
    const rig = openRig({ hand_over: { card: null, form: null, faults } });
    await rig.press("dialog", "hand_over");
    expect(rig.acks).toEqual([
      {
        response_action: "errors",
        errors: { to: "Kies iemand.", text: "Deze code kennen we niet. Kies een wijk." },
      },
    ]);
    expect(rig.methods()).toEqual([]);
  });

  test("shows what is wrong as a card where there is no input to show it at", async () => {
    const rig = openRig({ withdraw: { card: null, form: null, faults: { text: "Het kan nu niet." } } });
    await rig.press("emptyDialog", "withdraw");
    expect(rig.acks).toMatchObject([{ response_action: "update", view: { callback_id: "card" } }]);
  });

  test("turns into its answer, and the story below is drawn anew", async () => {
    const rig = openRig({ correct: cardOf("Klaar"), open: cardOf("Het verhaal nu", "calm") });
    await rig.press("dialogOnStory", "correct");
    expect(rig.acks).toMatchObject([
      { response_action: "update", view: { type: "modal", callback_id: "card" } },
    ]);
    expect(rig.order.slice(0, 2)).toEqual(["kept", "acknowledged"]);
    expect(rig.calls).toMatchObject([{ method: "views.update", args: { view_id: "V1" } }]);
    expect(rig.titles()).toEqual(["Het verhaal nu"]);
  });

  test("that stood alone draws nothing else", async () => {
    const rig = openRig({});
    await rig.press("dialog", "hand_over");
    expect(rig.methods()).toEqual([]);
  });

  test("from App Home draws App Home anew", async () => {
    const rig = openRig({ home: cardOf("Thuis", "calm") });
    await rig.press("dialogFromHome", "away");
    expect(rig.calls).toMatchObject([
      { method: "views.publish", args: { user_id: "U1", view: { type: "home" } } },
    ]);
  });

  test("that could not be kept is not acknowledged: Slack says so in the dialog", async () => {
    const rig = openRig({ report: new Problem("retry", "The disk is full.") });
    await expect(rig.press("dialog", "report")).rejects.toThrow("The disk is full.");
    expect(rig.acks).toEqual([]);
  });
});

describe("App Home", () => {
  test("is drawn anew after something was done in it", async () => {
    const rig = openRig({ home: cardOf("Thuis", "calm") });
    await rig.press("home", "back");
    expect(rig.methods()).toEqual(["views.publish"]);
    expect(rig.titles()).toEqual(["Thuis"]);
  });

  test("opens stories and forms in a window that knows where it came from", async () => {
    const rig = openRig({ open: cardOf("Het verhaal", "calm"), report: formOf("report") });
    await rig.press("home", "open");
    await rig.press("home", "report");
    expect(rig.methods()).toEqual(["views.open", "views.open"]);
    expect([rig.noteAt(0)?.fromHome, rig.noteAt(1)?.fromHome]).toEqual([true, true]);
  });
});

describe("the command", () => {
  test("answers in its acknowledgement, for the eyes of who typed it", async () => {
    const rig = openRig({ home: cardOf("Thuis", "calm") });
    await rig.press("command", "home");
    expect(rig.acks).toMatchObject([
      { response_type: "ephemeral", text: "Thuis", blocks: [{ type: "header" }] },
    ]);
    expect(rig.methods()).toEqual([]);
  });

  test("opens the form with the story in it", async () => {
    const rig = openRig({ report: formOf("report") });
    await rig.press("command", "report", "Hij komt zonder eten");
    expect(JSON.stringify(rig.calls[0]?.args["view"])).toContain('"initial_value":"Hij komt zonder eten"');
    expect(rig.acks).toEqual([undefined]);
  });

  test("says so when the window did not open, and the story stands in the next one", async () => {
    const rig = openRig({ report: formOf("report") });
    rig.fails.set("views.open", "expired_trigger_id");
    await rig.press("command", "report", "Hij komt zonder eten");
    expect(rig.acks).toEqual([{ response_type: "ephemeral", text: expect.stringContaining("Het venster") }]);
    expect(JSON.stringify(rig.acks)).not.toContain("eten");

    rig.fails.clear();
    await rig.press("home", "report");
    expect(JSON.stringify(rig.calls[1]?.args["view"])).toContain("Hij komt zonder eten");
    await rig.press("home", "report");
    expect(JSON.stringify(rig.calls[2]?.args["view"])).not.toContain("Hij komt zonder eten");
  });

  test("a second window that does not open costs nobody the story either", async () => {
    const rig = openRig({ report: formOf("report") });
    for (const method of ["views.open", "views.push", "views.update"])
      rig.fails.set(method, "expired_trigger_id");
    await rig.press("command", "report", "Hij komt zonder eten");
    await rig.press("story", "report");
    rig.fails.clear();
    await rig.press("home", "report");
    expect(JSON.stringify(rig.calls.at(-1)?.args["view"])).toContain("Hij komt zonder eten");
  });

  test("what did not open is forgotten after half an hour", async () => {
    const rig = openRig({ report: formOf("report") });
    rig.fails.set("views.open", "expired_trigger_id");
    await rig.press("command", "report", "Hij komt zonder eten");
    rig.fails.clear();
    rig.clock.pass(30 * 60_000);
    await rig.press("command", "report");
    expect(JSON.stringify(rig.calls[1]?.args["view"])).not.toContain("eten");
  });

  test("does not wait longer than Slack does for a window that never opens", async () => {
    const rig = openRig({ report: formOf("report") });
    rig.fails.set("views.open", "hang");
    void rig.press("command", "report", "Hij komt zonder eten");
    await expect.poll(() => rig.acks, { timeout: 2_400 }).toHaveLength(1);
    expect(rig.acks).toMatchObject([{ response_type: "ephemeral" }]);
  });

  test("help has the safety text first and the help of who asks below it", async () => {
    const help = cardOf("Hulp", "calm", [safety, { part: "text", text: "Zo werkt het voor jou." }]);
    const rig = openRig({
      tell: cardOf("Gevaar", "acute", [safety, { part: "text", text: "Algemeen." }]),
      help,
    });
    await rig.press("help", "tell");
    const said = JSON.stringify(rig.acks);
    expect(said.indexOf("Bel 112")).toBeLessThan(said.indexOf("Zo werkt het voor jou."));
    expect(said).not.toContain("Algemeen.");
  });
});

describe("a shortcut", () => {
  test("whose window does not open says so where it can, and else by message", async () => {
    const rig = openRig({ report: formOf("report") });
    rig.fails.set("views.open", "expired_trigger_id");
    await rig.press("messageMenu", "report", "Hij komt zonder eten");
    expect(rig.words).toHaveLength(1);
    expect(rig.told).toEqual([]);
    await rig.press("menu", "report");
    expect(rig.told).toMatchObject([{ act: "help", by: "slack:T1/U1" }]);
  });
});
