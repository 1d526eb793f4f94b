import type { IGroupedVerticalBarChart } from "@microsoft/teams.cards";
import { expect, test } from "vitest";
import { teamsCard } from "#chat/teams/cards.ts";
import { nativeChart } from "#chat/teams/charts.ts";
import type { AdaptiveCard, ChartElement } from "#chat/teams/elements.ts";
import type { Card, ChartData, ChartPart } from "#texts/card.ts";
import { plainCard } from "./support/slack-sender.ts";
import { openTeamsSenderStage, saying } from "./support/small-connector.ts";
import { wordsIn } from "./support/teams-payload.ts";

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
const part = (of: ChartData = chart): ChartPart => ({
  part: "chart",
  title: "Preventie en casussen",
  alt,
  chart: of,
});

function digest(of: ChartData = chart): Card {
  return {
    ...plainCard,
    title: "Meer preventie dan casussen",
    parts: [
      part(of),
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

type Stage = Awaited<ReturnType<typeof openTeamsSenderStage>>;

/** The card that was sent last. */
function lastCard(stage: Stage): AdaptiveCard {
  const attachments = stage.bodies().at(-1)?.["attachments"] ?? [];
  const [{ content } = { content: null }] = attachments as { content: unknown }[];
  return content as AdaptiveCard;
}

const picture = { type: "Image", url: "/chart.png", altText: "x", size: "Stretch" } as const;

const elementsOf = (card: AdaptiveCard, type: string) => card.body.filter((one) => one.type === type);

/** Sends as the outbox does: again when it is asked to. */
async function sendUntilThere(stage: Stage, card: Card): Promise<void> {
  const message = stage.message({ card });
  for (let attempt = 1; attempt < 8; attempt++) {
    const ref = await stage.send({ ...message, attempt }).catch((problem: { retryAfterMs?: number }) => {
      if (problem.retryAfterMs === undefined) throw problem;
      stage.clock.pass(problem.retryAfterMs + 2_000);
      return null;
    });
    if (ref !== null) return;
  }
  throw new Error("It never arrives.");
}

test("Teams' own bars have the numbers of the chart, in the form of Microsoft's library", () => {
  const drawn: ChartElement & IGroupedVerticalBarChart = JSON.parse(
    JSON.stringify(nativeChart(part(), picture)),
  ) as ChartElement & IGroupedVerticalBarChart;
  expect(drawn).toMatchObject({
    type: "Chart.VerticalBar.Grouped",
    title: "Preventie en casussen",
    stacked: true,
    data: [
      {
        legend: "Preventie",
        values: [
          { x: "week 45", y: 12 },
          { x: "week 46", y: 9 },
        ],
      },
      {
        legend: "Casus",
        values: [
          { x: "week 45", y: 5 },
          { x: "week 46", y: 7 },
        ],
      },
    ],
    fallback: picture,
  });
});

test("what is hidden because it is small is never drawn as a bar of nothing", () => {
  const hidden = { ...chart, bars: [{ label: "week 45", values: [12, null] }] };
  expect(nativeChart(part(hidden), picture)).toBeNull();
  for (const bars of [
    [],
    [{ label: "week 45", values: [1] }],
    [{ label: "", values: [1, 2] }],
    [
      { label: "week 45", values: [1, 2] },
      { label: "week 45", values: [3, 4] },
    ],
  ])
    expect(nativeChart(part({ ...chart, bars }), picture)).toBeNull();
});

test("the words of a chart can not mention anybody", () => {
  const named = { ...chart, series: [{ name: "<at>Ben</at>", pattern: "solid" }] } as const;
  const drawn = nativeChart(part({ ...named, bars: [{ label: "{{DATE(1)}}", values: [1] }] }), picture);
  expect(JSON.stringify(drawn)).not.toMatch(/<at>|\{\{/);
});

test("a digest: Teams' own bars with a picture inside for who does not know them, a title, the words and the table", async () => {
  const stage = await openTeamsSenderStage();
  await sendUntilThere(stage, digest());
  const card = lastCard(stage);
  const url = `data:image/png;base64,${stage.state.picture.toString("base64")}`;
  expect(elementsOf(card, "Chart.VerticalBar.Grouped")).toEqual([
    expect.objectContaining({
      fallback: { type: "Image", url, altText: alt, size: "Stretch" },
    }),
  ]);
  expect(elementsOf(card, "Table")).toHaveLength(1);
  expect(wordsIn(card)).toEqual(expect.arrayContaining(["Preventie en casussen", alt]));
  expect(stage.drawn).toHaveLength(1);
  await stage.server.close();
});

test("the trial's page, which has no such bars, gets the picture itself", () => {
  const { body } = teamsCard(digest(), { chartUrl: () => "/chart.png" }).card;
  expect(body.map(({ type }) => type)).toContain("Image");
  expect(body.map(({ type }) => type)).not.toContain("Chart.VerticalBar.Grouped");
});

test("without a table beside it the numbers stand there all the same", () => {
  const { body } = teamsCard(
    { ...digest(), parts: [part()] },
    { charts: "native", chartUrl: () => "/x.png" },
  ).card;
  expect(wordsIn(body.find(({ type }) => type === "Table"))).toEqual(
    expect.arrayContaining(["week 45", "12", "5"]),
  );
});

test("numbers that are hidden: the picture, and nothing of Teams' own", async () => {
  const stage = await openTeamsSenderStage();
  await sendUntilThere(stage, digest({ ...chart, bars: [{ label: "week 45", values: [12, null] }] }));
  expect(elementsOf(lastCard(stage), "Image")).toHaveLength(1);
  expect(elementsOf(lastCard(stage), "Chart.VerticalBar.Grouped")).toEqual([]);
  // Where all is hidden there is nothing to draw.
  await sendUntilThere(stage, digest({ ...chart, bars: [{ label: "week 45", values: [null, null] }] }));
  expect(elementsOf(lastCard(stage), "Image")).toEqual([]);
  expect(stage.drawn).toHaveLength(1);
  await stage.server.close();
});

test("Teams refuses its own bars: the picture at once, and from then on", async () => {
  const stage = await openTeamsSenderStage();
  stage.plan(saying(400, "BadArgument"));
  await sendUntilThere(stage, digest());
  expect(elementsOf(lastCard(stage), "Image")).toHaveLength(1);
  await sendUntilThere(stage, digest());
  expect(stage.calls()).toHaveLength(3);
  expect(elementsOf(lastCard(stage), "Image")).toHaveLength(1);
  await stage.server.close();
});

test("too large for Teams: without the picture, with the numbers", async () => {
  const stage = await openTeamsSenderStage();
  stage.plan(saying(413, "MessageSizeTooBig"));
  await sendUntilThere(stage, digest());
  expect(JSON.stringify(lastCard(stage))).not.toContain("data:image");
  expect(elementsOf(lastCard(stage), "Table")).toHaveLength(1);
  await stage.server.close();
});

test("Teams refuses the card in every way: that is a fault of ours, and is said", async () => {
  const stage = await openTeamsSenderStage();
  const no = () => saying(400, "BadArgument");
  stage.plan(no(), no(), no(), no());
  await expect(sendUntilThere(stage, digest())).rejects.toMatchObject({ kind: "bug" });
  expect(stage.calls()).toHaveLength(3);
  stage.clock.pass(10_000);
  await expect(stage.send(stage.message())).rejects.toMatchObject({ kind: "bug" });
  await stage.server.close();
});

test("nothing can be drawn, or it is too large: the digest arrives with its numbers", async () => {
  const stage = await openTeamsSenderStage();
  stage.state.draws = false;
  await sendUntilThere(stage, digest());
  expect(elementsOf(lastCard(stage), "Table")).toHaveLength(1);
  stage.state.draws = true;
  stage.state.picture = Buffer.alloc(1_000_000);
  await sendUntilThere(stage, digest());
  expect(JSON.stringify(lastCard(stage))).not.toContain("data:image");
  expect(elementsOf(lastCard(stage), "Table")).toHaveLength(1);
  await stage.server.close();
});
