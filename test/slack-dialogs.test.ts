import { expect, test } from "vitest";
import { packedNote, plainNote } from "#chat/slack/answer/modal-stack.ts";
import { openSlackStage } from "./support/slack-stage.ts";

const filledWith = (value: string) => ({ text: { text: { type: "plain_text_input", value } } });
const told = "Ik maak me zorgen om een meisje in groep 5, ze is erg stil";

test("our answer was lost, and the dialog that still stood open is sent again with words added: those are kept too", async () => {
  const stage = await openSlackStage();
  try {
    const juf = stage.person("juf");
    const dialog = { callback_id: "report", private_metadata: packedNote(plainNote), view: { id: "V0LOST" } };
    await juf.submitRaw({ ...dialog, values: filledWith(told) });
    await juf.submitRaw({ ...dialog, values: filledWith(told) });
    const signalsNow = () => stage.store.signalsOf(stage.store.signalerId(stage.at("juf")), 10);
    expect(await signalsNow()).toHaveLength(1);
    await juf.submitRaw({ ...dialog, values: filledWith(`${told}. Gisteren had ze blauwe plekken.`) });
    await stage.settle();
    const stories = await Promise.all(
      (await signalsNow()).map(({ id }) => stage.store.passages(id, ["story"])),
    );
    expect(stories.flat().filter(({ text }) => text.includes("blauwe plekken"))).toHaveLength(1);
  } finally {
    await stage.close();
  }
});

test.each([
  ["of another version", { callback_id: "van_vroeger", private_metadata: packedNote(plainNote) }],
  ["with a note that is none of ours", { callback_id: "report", private_metadata: "{" }],
])("a dialog %s is not closed as if it was taken in", async (_what, dialog) => {
  const stage = await openSlackStage();
  try {
    const sent = await stage.person("juf").submitRaw({ ...dialog, values: filledWith(told) });
    expect(sent.status).not.toBe(200);
    expect((await stage.store.counts(stage.clock.now())).signals).toBe(0);
    stage.slack.forgive();
  } finally {
    await stage.close();
  }
});
