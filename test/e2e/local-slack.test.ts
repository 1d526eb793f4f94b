import { createServer } from "node:http";
import { afterEach, describe, expect, test } from "vitest";
import { runningClock, systemClock } from "#base/clock.ts";
import { silentLog } from "#base/log.ts";
import { openSlackPlatform } from "#chat/slack/slack-platform.ts";
import { openEmbedded } from "#classify/embedded/engine.ts";
import { drawChart } from "#digest/chart.ts";
import { pngOf } from "#digest/picture.ts";
import { openHouse } from "#house.ts";
import { loadKeyRing } from "#privacy/key-file.ts";
import { openVault } from "#privacy/vault.ts";
import type { Address } from "#signal/address.ts";
import { openSqliteStore } from "#store/sqlite/sqlite-store.ts";
import { freshFolder, removeFolder } from "../support/folder.ts";
import {
  freePort,
  type LocalMessage,
  localTeam,
  localTokens,
  startLocalSlack,
  until,
} from "../support/local-slack.ts";
import { sampleDirectory } from "../support/sample-directory.ts";

// oxlint-disable-next-line no-process-env -- opt-in: LOCAL_SLACK names the program of an independent counterpart
const program = process.env["LOCAL_SLACK"];
const why = program === undefined ? " (set LOCAL_SLACK to the program of npm's local-slack-linux-x64)" : "";

const teamChannel = "C0TEAM";
const story =
  "Een jongen in groep 6 komt al weken zonder eten. Zijn moeder zegt dat er aanmaningen en schulden zijn.";
const stops: (() => unknown)[] = [];

afterEach(async () => {
  for (const stop of stops.splice(0).reverse()) await stop();
});

const idOf = (person: string) => `U0${person.toUpperCase().replaceAll(/[^A-Z0-9]/g, "")}`;
const slackAddress = (id: string): Address => `slack:${localTeam}/${id}`;

/** The real door and the whole house, beside an independent Slack. */
async function openTown(how: "http" | "socket", { charts = "taken" }: { charts?: "taken" | "refused" } = {}) {
  const folder = freshFolder("e2e");
  stops.push(() => removeFolder(folder));
  const directory = sampleDirectory();
  const town = {
    ...directory,
    people: directory.people.map((person) => ({ ...person, addresses: [slackAddress(idOf(person.id))] })),
    digest: { ...directory.digest, teamChannels: [slackAddress(teamChannel)] },
  };
  const port = await freePort();
  const slack = await startLocalSlack({
    program: program ?? "",
    folder,
    users: ["U0JUF", ...town.people.map(({ id }) => idOf(id))],
    channels: [teamChannel],
    requestUrl: how === "http" ? `http://localhost:${port}/slack/events` : null,
  });
  stops.push(() => slack.stop());
  const store = openSqliteStore(
    `${folder}/voelspriet.db`,
    openVault(loadKeyRing(`${folder}/keys.json`, "make-when-missing")),
    { mode: "serve" },
  );
  stops.push(() => store.close());
  // Its own clock: the platform's signatures go by the machine's.
  const clock = runningClock();
  clock.set(Date.parse("2026-11-17T10:12:00+01:00"));
  const platform = openSlackPlatform({
    botToken: localTokens.bot,
    inbound: how === "http" ? { how, signingSecret: localTokens.secret } : { how, appToken: localTokens.app },
    apiUrl: charts === "taken" ? slack.apiUrl : await withoutCharts(slack.apiUrl),
    clock: systemClock,
    memory: store,
    homes: [localTeam],
    readers: async () => [],
    draw: async ({ chart, title, alt }) => Buffer.from(pngOf(drawChart(chart, title, alt))),
    log: silentLog,
  });
  const house = openHouse({
    store,
    directory: town,
    clock,
    classifier: openEmbedded(),
    platforms: [platform],
    log: silentLog,
  });
  stops.push(await house.start());
  stops.push(await platform.start(house.counter));
  const { handle } = platform;
  if (handle !== null) {
    const server = createServer(handle);
    await new Promise<void>((resolve) => server.listen(port, "localhost", resolve));
    stops.push(() => new Promise((resolve) => server.close(resolve)));
    stops.push(() => server.closeAllConnections());
  }
  await until(async () => platform.health().ready);
  return { slack, house, clock, town };
}

/** A workspace that does not take Slack's own charts yet: what stands between refuses them, and lets all else through. */
async function withoutCharts(apiUrl: string): Promise<string> {
  const proxy = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.on("end", () => {
      const body = Buffer.concat(chunks);
      if (body.includes("data_visualization")) {
        response.setHeader("content-type", "application/json");
        response.end(JSON.stringify({ ok: false, error: "invalid_blocks" }));
        return;
      }
      const headers = { authorization: request.headers.authorization ?? "" };
      const type = request.headers["content-type"];
      void fetch(new URL(request.url ?? "", apiUrl), {
        method: "POST",
        headers: type === undefined ? headers : { ...headers, "content-type": type },
        body,
      })
        .then(async (answer) => {
          response.writeHead(answer.status, { "content-type": "application/json" });
          // Where to upload, too, is asked of what stands between.
          const said = await answer.text();
          return response.end(
            said.replaceAll(new URL(apiUrl).origin, `http://${request.headers.host ?? ""}`),
          );
        })
        .catch(() => response.destroy());
    });
  });
  await new Promise<void>((resolve) => proxy.listen(0, "localhost", resolve));
  stops.push(() => new Promise((resolve) => proxy.close(resolve)));
  stops.push(() => proxy.closeAllConnections());
  const bound = proxy.address();
  return `http://localhost:${typeof bound === "object" && bound !== null ? bound.port : 0}/api/`;
}

/** So many concerns are told, taken up and ended with an offer for the group: a week with a chart. */
async function closeSome({ house, town, slack }: Town, many: number): Promise<void> {
  for (let nth = 0; nth < many; nth++) {
    const by = slackAddress("U0JUF");
    await house.counter.press({ key: `told-${nth}`, by, act: "report", on: "", fields: { text: story } });
    const signals = await house.store.signalsOf(house.store.signalerId(by), 50);
    const code = signals.find(({ stage }) => stage === "received" || stage === "routed")?.code ?? "";
    await until(async () => (await house.store.findByCode(code))?.stage === "routed");
    const asked = (await house.store.findByCode(code))?.asked[0] ?? "";
    const colleague = town.people.find(({ id }) => id === asked)?.addresses[0] ?? by;
    const press = (act: "accept" | "outcome", fields: Record<string, string>) =>
      house.counter.press({ key: `${act}-${nth}`, by: colleague, act, on: code, fields });
    await press("accept", {});
    await press("outcome", { outcome: "P1", word: "closed", next: "close" });
  }
  await until(async () => (await slack.saidTo("U0JUF")).length > many);
}

type Town = Awaited<ReturnType<typeof openTown>>;

const wordsIn = (message: LocalMessage) => JSON.stringify(message.blocks) + message.text;

/** Waits until the app has said this to the user; gives that message. */
async function hears({ slack }: Town, user: string, words: RegExp): Promise<LocalMessage> {
  let found: LocalMessage | undefined;
  await until(async () => {
    found = (await slack.saidTo(user)).find((message) => words.test(wordsIn(message)));
    return found !== undefined;
  });
  if (found === undefined) throw new Error("unreachable");
  return found;
}

/** Who was asked: the first of the team who got an alert. */
async function whoIsAsked(town: Town): Promise<{ user: string; alert: LocalMessage }> {
  let found: { user: string; alert: LocalMessage } | undefined;
  await until(async () => {
    for (const { id } of town.town.people) {
      const alert = (await town.slack.saidTo(idOf(id))).find((said) =>
        wordsIn(said).includes("Ik pak dit op"),
      );
      if (alert !== undefined) found = { user: idOf(id), alert };
    }
    return found !== undefined;
  });
  if (found === undefined) throw new Error("unreachable");
  return found;
}

describe.skipIf(program === undefined)(`beside an independent Slack${why}`, () => {
  for (const how of ["http", "socket"] as const) {
    test(`${how}: typed to the app, alerted, read, accepted and updated`, async () => {
      const town = await openTown(how);
      const { slack } = town;
      await slack.type("U0JUF", story);
      await hears(town, "U0JUF", /VS-[0-9A-Z]{4}-[0-9A-Z]{3}/);
      const { user, alert } = await whoIsAsked(town);
      expect(wordsIn(alert)).not.toContain("aanmaningen");
      await slack.press(user, alert, "Bekijk");
      await until(async () => JSON.stringify(await slack.modal()).includes("aanmaningen"));
      await slack.press(user, alert, "Ik pak dit op");
      await until(async () =>
        (await slack.saidTo(user)).some((said) => said.ts === alert.ts && said.edited !== undefined),
      );
      await hears(town, "U0JUF", /opgepakt/i);
    });

    test(`${how}: by command and dialog, with a fault at its field first`, async () => {
      const town = await openTown(how);
      const { slack } = town;
      await slack.command("U0JUF", "");
      await until(async () => (await slack.modal())?.callback_id === "report");
      const form = await slack.modal();
      if (form === null) throw new Error("unreachable");
      slack.submit("U0JUF", form, { text: "?" });
      await until(async () => slack.fieldErrors() !== null);
      expect(Object.keys(slack.fieldErrors() ?? {})).toEqual(["text"]);
      slack.submit("U0JUF", form, { text: story });
      await until(async () => /binnen/.test((await slack.modal())?.title.text ?? ""));
      await hears(town, "U0JUF", /VS-[0-9A-Z]{4}-[0-9A-Z]{3}/);
      await whoIsAsked(town);
    });

    test(`${how}: home, help, and Monday's digest in the channel`, async () => {
      const town = await openTown(how);
      const { slack, clock } = town;
      await slack.openHome("U0JUF");
      await until(async () => JSON.stringify(await slack.home("U0JUF")).includes("Ik maak me zorgen"));
      await slack.command("U0JUF", "status");
      await hears(town, "U0JUF", /Maak je je zorgen om iemand/);
      await closeSome(town, 6);
      clock.set(Date.parse("2026-11-23T08:01:00+01:00"));
      await town.house.runDue();
      await until(async () => (await slack.inChannel(teamChannel)).length > 0);
      const [digest] = await slack.inChannel(teamChannel);
      expect(digest?.text).toContain("De week in cijfers");
      expect(digest?.blocks?.filter(({ type }) => type === "data_visualization")).toHaveLength(1);
    });

    test(`${how}: where Slack does not take charts yet, the digest has a picture that it uploaded`, async () => {
      const town = await openTown(how, { charts: "refused" });
      const { slack, clock } = town;
      await closeSome(town, 6);
      clock.set(Date.parse("2026-11-23T08:01:00+01:00"));
      await until(async () => {
        await town.house.runDue();
        clock.set(clock.now() + 2_000);
        return (await slack.inChannel(teamChannel)).length > 0;
      });
      const [digest] = await slack.inChannel(teamChannel);
      const pictures = digest?.blocks?.filter(({ type }) => type === "image") ?? [];
      expect(pictures.map(({ slack_file }) => slack_file?.id)).toEqual([expect.stringMatching(/^F/)]);
    });
  }
});
