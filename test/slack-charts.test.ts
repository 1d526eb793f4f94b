import { expect, test } from "vitest";
import type { Card, ChartData } from "#texts/card.ts";
import { openSenderStage, plainCard } from "./support/slack-sender.ts";

const chart: ChartData = {
  series: [
    { name: "Preventie", pattern: "solid" },
    { name: "Casus", pattern: "hatch" },
  ],
  bars: [
    { label: "week 45", values: [12, 5] },
    { label: "week 46", values: [9, 7] },
  ],
  hidden: "te klein",
};
const alt = "Preventie 12 en 9, casus 5 en 7, in week 45 en 46.";

function digest(of: ChartData = chart): Card {
  return {
    ...plainCard,
    title: "Meer preventie dan casussen",
    parts: [
      { part: "chart", title: "Preventie en casussen", alt, chart: of },
      {
        part: "table",
        caption: "",
        columns: ["Week", "Preventie", "Casus"],
        rows: [
          ["45", "12", "5"],
          ["46", "9", "7"],
        ],
      },
    ],
  };
}

const isNative = (block: { readonly type?: unknown }) => block.type === "data_visualization";
const isPicture = (block: { readonly type?: unknown }) => block.type === "image";

type Stage = Awaited<ReturnType<typeof openSenderStage>>;

/** Sends as the outbox does: again after the time that is asked for. Gives how often it was tried. */
async function sendUntilThere(stage: Stage, card: Card): Promise<number> {
  const message = stage.message({ card });
  for (let attempt = 1; attempt < 12; attempt++) {
    const wait = await stage.send({ ...message, attempt }).then(
      () => null,
      (problem: { retryAfterMs?: number }) => problem.retryAfterMs,
    );
    if (wait === null) return attempt;
    if (wait === undefined) throw new Error("It does not say when.");
    // Files are ready by the machine's clock.
    await new Promise((resolve) => setTimeout(resolve, Math.min(wait, 60)));
    stage.clock.pass(wait);
  }
  throw new Error("It never arrives.");
}

test("a workspace that takes Slack's own bars gets those, and no file is made", async () => {
  const stage = await openSenderStage();
  expect(await sendUntilThere(stage, digest())).toBe(1);
  const { blocks, visible } = stage.ben.lastMessage();
  expect(blocks.filter(isNative)).toHaveLength(1);
  expect(visible).toContain("week 46");
  expect(stage.slack.files()).toEqual([]);
  stage.slack.assertNoFaults();
  await stage.slack.close();
});

test("a workspace that does not: a picture with its full description, and from then on at once", async () => {
  const stage = await openSenderStage();
  stage.slack.settings.charts = false;
  await sendUntilThere(stage, digest());
  const { blocks, visible } = stage.ben.lastMessage();
  const [file] = stage.slack.files();
  expect(blocks.filter(isPicture)).toEqual([
    expect.objectContaining({ slack_file: { id: file?.id }, alt_text: alt }),
  ]);
  expect(file).toMatchObject({ completed: true, channels: [], bytes: Buffer.from("a picture") });
  // The numbers stand beside it.
  expect(visible).toMatch(/45\s+12\s+5/);
  expect(stage.ben.messages()).toHaveLength(1);

  const before = stage.slack.calls("chat.postMessage").filter(({ said }) => said === "invalid_blocks").length;
  stage.slack.settings.fileReadyMs = 0;
  await sendUntilThere(stage, digest());
  const after = stage.slack.calls("chat.postMessage").filter(({ said }) => said === "invalid_blocks").length;
  expect(after - before).toBeLessThanOrEqual(1);
  expect(stage.slack.files()).toHaveLength(2);
  await stage.slack.close();
});

test("a picture that is not ready is waited for, and not uploaded again", async () => {
  const stage = await openSenderStage({ fileReadyMs: 100 });
  stage.slack.settings.charts = false;
  await sendUntilThere(stage, digest());
  expect(stage.ben.lastMessage().blocks.filter(isPicture)).toHaveLength(1);
  expect(stage.slack.files()).toHaveLength(1);
  expect(stage.drawn).toHaveLength(1);
  await stage.slack.close();
});

test("a picture that is never ready: after three tries the numbers go alone", async () => {
  const stage = await openSenderStage({ fileReadyMs: 600_000 });
  stage.slack.settings.charts = false;
  await sendUntilThere(stage, digest());
  const { blocks, visible } = stage.ben.lastMessage();
  expect([...blocks.filter(isPicture), ...blocks.filter(isNative)]).toEqual([]);
  expect(visible).toMatch(/46\s+9\s+7/);
  expect(visible).toContain(alt);
  expect(stage.slack.files()).toHaveLength(1);
  await stage.slack.close();
});

test("numbers that are hidden because they are small can not be Slack's own bars: a picture", async () => {
  const stage = await openSenderStage();
  await sendUntilThere(stage, digest({ ...chart, bars: [{ label: "week 45", values: [12, null] }] }));
  expect(stage.ben.lastMessage().blocks.filter(isPicture)).toHaveLength(1);
  // That says nothing about the workspace.
  await sendUntilThere(stage, digest());
  expect(stage.ben.lastMessage().blocks.filter(isNative)).toHaveLength(1);
  // Where all is hidden there is nothing to draw.
  await sendUntilThere(stage, digest({ ...chart, bars: [{ label: "week 45", values: [null, null] }] }));
  expect(stage.ben.lastMessage().blocks.filter(isPicture)).toEqual([]);
  await stage.slack.close();
});

for (const [what, plan] of Object.entries<(stage: Stage) => void>({
  "nothing can be drawn": (stage) => {
    stage.state.draws = false;
  },
  "the permission for files is missing": (stage) => {
    stage.slack.settings.scopes.delete("files:write");
  },
  "the place for files does not answer": (stage) =>
    stage.slack.fail("upload", { fault: "reset" }, { times: Number.POSITIVE_INFINITY }),
  "Slack does not finish files": (stage) =>
    stage.slack.fail("files.completeUploadExternal", { fault: "status", status: 500 }, { times: 99 }),
})) {
  test(`${what}: the digest arrives with its numbers, once`, async () => {
    const stage = await openSenderStage();
    stage.slack.settings.charts = false;
    plan(stage);
    await sendUntilThere(stage, digest());
    expect(stage.ben.messages()).toHaveLength(1);
    expect(stage.ben.lastMessage().visible).toMatch(/45\s+12\s+5/);
    await stage.slack.close();
  });
}

test("blocks that Slack refuses for another reason are our fault, and said so", async () => {
  const stage = await openSenderStage();
  stage.slack.fail("chat.postMessage", { fault: "error", error: "invalid_blocks" });
  await expect(stage.send(stage.message())).rejects.toMatchObject({ kind: "bug", reason: "invalid_blocks" });
  await stage.slack.close();
});
