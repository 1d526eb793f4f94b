import { afterEach, describe, expect, test } from "vitest";
import type { Card } from "#texts/card.ts";
import { alertSample, reportSample } from "./support/sample-cards.ts";
import { cardReply, code, formReply, openTeamsRig, safety, type TeamsRig } from "./support/teams-rig.ts";

let rig: TeamsRig;
afterEach(async () => {
  try {
    rig.teams.assertNoFaults();
  } finally {
    await rig.close();
  }
});

const button = (label: string, act: Card["buttons"][number]["act"], fields?: Record<string, string>) =>
  ({ label, act, on: code, style: "plain", ...(fields ? { fields } : {}) }) as const;
const alert: Card = {
  ...alertSample,
  buttons: [
    button("Ik pak dit op", "accept"),
    button("Bekijk", "open"),
    button("Niet voor mij", "decline"),
    button("Draag over", "hand_over"),
  ],
};
const taken: Card = {
  ...alert,
  title: `Jij hebt ${code}`,
  tone: "good",
  buttons: [button("Bekijk", "open")],
};

/** Els has the alert in front of her. */
async function withAlert(replies: NonNullable<Parameters<typeof openTeamsRig>[0]>["replies"] = {}) {
  rig = await openTeamsRig({ replies });
  const els = rig.teams.user("els");
  await els.install();
  const ref = await rig.bring(els.address, alert);
  return { els, ref };
}

describe("a button that sends at once", () => {
  test("gives back the card as the outbox brings it, and the message itself is changed too", async () => {
    const { els, ref } = await withAlert({
      async accept() {
        setTimeout(() => void rig.bring(els.address, taken, ref), 30);
        return cardReply("Gedaan");
      },
    });
    await els.press("Ik pak dit op");
    expect(els.lastMessage().visible).toContain(`Jij hebt ${code}`);
    els.reload();
    await rig.teams.eventually(() => els.lastMessage().visible.includes(`Jij hebt ${code}`));
    expect(els.messages().filter(({ from }) => from === "app")).toHaveLength(1);
    expect(rig.presses).toMatchObject([{ act: "accept", on: code, fields: null, by: els.address }]);
    expect(rig.presses[0]?.key).toMatch(/^action:a:1/);
  });

  test("a change that Teams refuses does not break the press", async () => {
    const { els, ref } = await withAlert({
      accept() {
        rig.teams.fail("update", { fault: "status", status: 500 }, { times: Number.POSITIVE_INFINITY });
        setTimeout(() => void rig.bring(els.address, taken, ref).catch(() => {}), 30);
        return cardReply("Gedaan");
      },
    });
    const { status } = await els.press("Ik pak dit op");
    expect(status).toBe(200);
    expect(els.lastMessage().visible).toContain(`Jij hebt ${code}`);
  });

  test("says it in words when no new card comes in time", async () => {
    const { els } = await withAlert({
      accept: cardReply("Jij hebt het opgepakt", "good", [
        { part: "text", text: "Anderen zien dat **nu**." },
      ]),
    });
    await els.press("Ik pak dit op");
    expect(els.words()).toEqual([{ by: "card", text: "Jij hebt het opgepakt.\nAnderen zien dat nu." }]);
  });

  test("a refusal comes at once, in words, and nothing is waited for", async () => {
    const { els } = await withAlert({
      accept: cardReply("Ben heeft het al", "attention", [
        { part: "facts", facts: [{ label: "Nummer", value: code }] },
      ]),
    });
    const { ms } = await els.press("Ik pak dit op");
    expect(els.words()[0]?.text).toBe(`Ben heeft het al.\nNummer: ${code}`);
    expect(ms).toBeLessThan(300);
  });

  test("from an old client the answer is a message, and only when the card does not say it", async () => {
    const { els } = await withAlert({ decline: cardReply("Ben heeft het al", "attention") });
    rig.teams.user("els", { oldClient: true });
    await els.press("Ik pak dit op");
    expect((await els.press("Niet voor mij")).status).toBe(200);
    await rig.teams.eventually(() => els.lastMessage().visible.includes("Ben heeft het al"));
    expect(els.messages().filter(({ from }) => from === "app")).toHaveLength(2);
    expect(rig.presses.map(({ act }) => act)).toEqual(["accept", "decline"]);
  });

  test("the story is never sent as a message, whatever a client sends", async () => {
    const { els } = await withAlert({
      open: cardReply("Verhaal", "calm", [{ part: "quote", by: "", text: "Kanarie" }]),
    });
    const data = { act: "open", packed: `{"on":"${code}","fields":null}` };
    await els.submitRaw(data);
    await els.executeRaw({ verb: "open", data });
    await rig.teams.eventually(() => els.messages().filter(({ from }) => from === "app").length === 2);
    expect(JSON.stringify([els.messages(), rig.teams.deliveries().map(({ body }) => body)])).not.toContain(
      "Kanarie",
    );
    expect(els.lastMessage().visible).toMatch(/venster ging niet open/);
    expect(rig.presses).toEqual([]);
    expect(rig.teams.deliveries().at(-1)?.body).toMatch(/venster ging niet open/);
  });

  test("what a client sends that is none of our buttons does nothing", async () => {
    const { els } = await withAlert();
    for (const data of [
      {},
      { act: "fly", packed: '{"on":"","fields":null}' },
      { act: "accept", packed: "{}" },
      { act: "accept", packed: '{"on":"","fields":{"text":7}}' },
      { act: "accept" },
      null,
    ]) {
      expect(JSON.parse((await els.executeRaw({ verb: "accept", data })).body)).toMatchObject({
        statusCode: 400,
      });
      if (data !== null) await els.submitRaw(data);
    }
    expect((await els.invokeRaw("adaptiveCard/action", "x")).body).toContain("BadRequest");
    expect((await els.invokeRaw("task/submit", { data: [] })).body).toContain("Dit is niet gelukt");
    expect((await els.invokeRaw("unknown/thing", {})).status).toBe(501);
    rig.teams.forgive();
    expect(rig.presses).toEqual([]);
    expect(rig.said).toEqual([]);
  });

  test("who has no id in the directory can press nothing", async () => {
    const { els } = await withAlert();
    rig.teams.user("els", { anonymous: true });
    await els.press("Ik pak dit op");
    await els.press("Bekijk");
    expect(rig.presses).toEqual([]);
    expect(els.words().map(({ text }) => text.slice(0, 20))).toEqual([
      "Dit is niet gelukt. ",
      "Dit is niet gelukt. ",
    ]);
  });
});

describe("a dialog", () => {
  test("opens with what there is to read, with buttons that work in it", async () => {
    const { els } = await withAlert({
      open: cardReply(
        "Verhaal bij het signaal",
        "attention",
        [{ part: "quote", by: "Juf", text: "Hij is vaak alleen." }],
        [button("Ik pak dit op", "accept")],
      ),
    });
    await els.press("Bekijk");
    expect(els.dialog()?.visible).toContain("Hij is vaak alleen.");
    expect(rig.presses[0]?.key).toMatch(/^task:a:1/);
    expect(JSON.stringify(els.messages())).not.toContain("alleen");
  });

  test("who takes it on while reading goes on reading, with the buttons of the holder", async () => {
    let isTaken = false;
    const { els } = await withAlert({
      open: () =>
        cardReply(
          "Verhaal",
          "attention",
          [{ part: "quote", by: "", text: "Hij is vaak alleen." }],
          [isTaken ? button("Laat weten", "feedback") : button("Ik pak dit op", "accept")],
        ),
      accept() {
        isTaken = true;
        return cardReply("Gedaan");
      },
      feedback: formReply("feedback", { on: code }),
    });
    await els.press("Bekijk");
    await els.press("Ik pak dit op");
    expect(els.dialog()?.buttons).toEqual(["Laat weten"]);
    await els.press("Laat weten");
    expect(els.dialog()?.title).toBe("Formulier feedback");
  });

  test("that is sent well closes with a word", async () => {
    const { els } = await withAlert({
      hand_over: (press) =>
        press.fields === null ? formReply("hand_over", { on: code }) : cardReply("Ben krijgt het"),
    });
    await els.press("Draag over");
    els.fillIn({ story: "Hij is vaak alleen.", area: "zuid" });
    await els.submit();
    expect(els.dialog()).toBeNull();
    expect(els.words()).toEqual([{ by: "dialog", text: "Ben krijgt het." }]);
    expect(rig.presses.at(-1)).toMatchObject({
      act: "hand_over",
      on: code,
      fields: { story: "Hij is vaak alleen.", area: "zuid" },
    });
    expect(rig.presses.at(-1)?.fields).not.toHaveProperty("packed");
  });

  test("with safety text in the answer stays open, so that it is read", async () => {
    const { els } = await withAlert({
      hand_over: (press) =>
        press.fields === null
          ? formReply("hand_over", { fields: [] })
          : cardReply(
              "Is er nu gevaar?",
              "acute",
              [safety],
              [button("Ik heb gebeld", "called", { answer: "called" })],
            ),
      called: cardReply("Genoteerd"),
    });
    await els.press("Draag over");
    await els.submit();
    expect(els.dialog()?.visible).toContain("Bel 112.");
    await els.press("Ik heb gebeld");
    expect(rig.presses.at(-1)).toMatchObject({ act: "called", fields: { answer: "called" } });
    expect(els.dialog()).toBeNull();
  });

  test("with a fault comes back with what was typed, and with what is wrong above it", async () => {
    let faulty = true;
    const { els } = await withAlert({
      hand_over(press) {
        if (press.fields === null) return formReply("hand_over", { on: code });
        if (!faulty) return cardReply("Ben krijgt het");
        faulty = false;
        return { card: null, form: null, faults: { area: "Kies een wijk." } };
      },
    });
    await els.press("Draag over");
    els.fillIn({ story: "Een lang verhaal", about: ["debt"] });
    await els.submit();
    expect(els.dialog()?.visible).toContain("Kies een wijk.");
    expect(els.dialog()?.values).toMatchObject({ story: "Een lang verhaal", about: "debt" });
    els.fillIn({ area: "zuid" });
    await els.submit();
    expect(els.words().at(-1)?.text).toBe("Ben krijgt het.");
    expect(rig.presses.at(-1)?.fields).toMatchObject({ story: "Een lang verhaal", area: "zuid" });
  });

  test("that is sent twice with the same words is one press, with other words another; of another dialog too", async () => {
    const { els } = await withAlert({
      hand_over: (press) =>
        press.fields === null
          ? formReply("hand_over", { on: code })
          : { card: null, form: null, faults: null },
    });
    const sent = async (story: string) => {
      els.fillIn({ story, area: "zuid" });
      const data = {
        ...(els.dialog()?.card["actions"] as { data: object }[] | undefined)?.[0]?.data,
        ...els.dialog()?.values,
      };
      await els.invokeRaw("task/submit", { data, context: { theme: "default" } });
      return rig.presses.at(-1)?.key;
    };
    await els.press("Draag over");
    const first = await sent("Hij is vaak alleen.");
    expect(await sent("Hij is vaak alleen.")).toBe(first);
    expect(await sent("Hij is nooit alleen.")).not.toBe(first);
    els.close();
    await els.press("Draag over");
    expect(await sent("Hij is vaak alleen.")).not.toBe(first);
  });

  test("a form that can not be opened any more says why", async () => {
    const { els } = await withAlert({ hand_over: cardReply("Ben heeft het al", "attention") });
    await els.press("Draag over");
    expect(els.dialog()?.visible).toContain("Ben heeft het al");
  });
});

describe("the extension on a message", () => {
  test("opens the report with the words of that message, as plain text", async () => {
    rig = await openTeamsRig({
      replies: { report: (press) => (press.fields === null ? formReply("report") : cardReply("Binnen")) },
    });
    const juf = rig.teams.user("juf");
    const html =
      '<div><div>Sem is <b>vaak</b> alleen &amp; moe.<br>Al weken. <img alt="😟" src="x"></div></div>';
    await juf.extension("signaal", { html });
    expect(juf.dialog()?.values["story"]).toBe("Sem is vaak alleen & moe.\nAl weken. 😟");
    juf.fillIn({ area: "zuid" });
    await juf.submit();
    expect(juf.words().at(-1)).toEqual({ by: "dialog", text: "Binnen." });
    expect(rig.presses.at(-1)).toMatchObject({ act: "report", on: "", by: juf.address });
  });

  test("another command is none of ours", async () => {
    rig = await openTeamsRig();
    await rig.teams.user("juf").extension("iets_anders", { text: "Sem" });
    expect(rig.presses).toEqual([]);
  });

  test("a text that is longer than the form takes is cut where the field ends", async () => {
    rig = await openTeamsRig({ replies: { report: formReply("report", { fields: reportSample.fields }) } });
    const juf = rig.teams.user("juf");
    await juf.extension("signaal", { text: "woord ".repeat(3_000) });
    expect(juf.dialog()?.values["story"]?.length).toBeLessThanOrEqual(8_000);
  });
});
