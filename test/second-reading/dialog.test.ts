import { expect, test } from "vitest";
import { packedNote, plainNote } from "#chat/slack/modal-stack.ts";
import { openSlackStage } from "../support/slack-stage.ts";

const text = (value: string) => ({ text: { text: { type: "plain_text_input", value } } });

test("Slack lost our answer, and the same dialog is sent again with words added: those are kept too", async () => {
  const stage = await openSlackStage();
  try {
    const juf = stage.person("juf");
    const view = { id: "V0LOST" };
    const raw = { callback_id: "report", private_metadata: packedNote(plainNote), view };
    const told = "Ik maak me zorgen om een meisje in groep 5, ze is erg stil";
    await juf.submitRaw({ ...raw, values: text(told) });
    await juf.submitRaw({ ...raw, values: text(told) });
    await juf.submitRaw({ ...raw, values: text(`${told}. Gisteren had ze blauwe plekken.`) });
    await stage.settle();
    const signals = await stage.store.signalsOf(stage.store.signalerId(stage.at("juf")), 10);
    const words = await Promise.all(signals.map(({ id }) => stage.store.passages(id)));
    expect(
      words
        .flat()
        .map((one) => one.text)
        .join("\n"),
    ).toContain("blauwe plekken");
    expect(signals.length).toBeLessThanOrEqual(2);
  } finally {
    await stage.close();
  }
});

test("a dialog that we can not read is not closed as if it was taken in", async () => {
  const stage = await openSlackStage();
  try {
    const sent = await stage
      .person("juf")
      .submitRaw({ callback_id: "report", private_metadata: "{", values: text("Ik maak me zorgen") });
    expect(sent.status).not.toBe(200);
    const old = await stage
      .person("juf")
      .submitRaw({
        callback_id: "van_vroeger",
        private_metadata: packedNote(plainNote),
        values: text("Ik maak me zorgen"),
      });
    expect(old.status).not.toBe(200);
  } finally {
    stage.slack.forgive();
    await stage.close();
  }
});
