import { createServer } from "node:http";
import { runningClock, systemClock } from "#base/clock.ts";
import { silentLog } from "#base/log.ts";
import { openTeamsPlatform } from "#chat/teams/teams-platform.ts";
import { openEmbedded } from "#classify/embedded/engine.ts";
import { drawChart } from "#digest/chart.ts";
import { pngOf } from "#digest/picture.ts";
import { openHouse } from "#house.ts";
import { loadKeyRing } from "#privacy/key-file.ts";
import { openVault } from "#privacy/vault.ts";
import type { Address } from "#signal/address.ts";
import { openSqliteStore } from "#store/sqlite/sqlite-store.ts";
import { freshFolder, removeFolder } from "./folder.ts";
import {
  objectIdOf,
  type Playground,
  type PlaygroundButton,
  type PlaygroundMessage,
  startPlayground,
  until,
} from "./playground.ts";
import { openRelay, relayApp } from "./playground-relay.ts";
import { sampleDirectory } from "./sample-directory.ts";
import { tuesday } from "./stage.ts";

export const debtStory =
  "Een jongen in groep 6 komt al weken zonder eten. Zijn moeder zegt dat er aanmaningen en schulden zijn.";

export function teamsAddress(id: string): Address {
  return `teams:${relayApp.tenant}/${id}`;
}

/**
 * The real door and the whole house on real SQLite, beside two independent Playgrounds: in front of one a teacher, in front of
 * the other Ben, who knows of debts and has the team's channel. The house begins on a Tuesday in office hours.
 */
export async function openTown() {
  const folder = freshFolder("playground");
  const stops: (() => unknown)[] = [() => removeFolder(folder)];
  const close = async () => {
    for (const stop of stops.splice(0).reverse()) await stop();
  };
  try {
    const relay = await openRelay();
    stops.push(() => relay.close());
    const [juf, ben] = await Promise.all(
      ["juf", "ben"].map(async (name) => {
        const one = await startPlayground({ name, folder, relay });
        stops.push(() => one.stop());
        return one;
      }),
    );
    if (juf === undefined || ben === undefined) throw new Error("unreachable");
    const sample = sampleDirectory();
    const directory = {
      ...sample,
      people: sample.people.map((one) => ({ ...one, addresses: [teamsAddress(objectIdOf(one.id))] })),
      digest: { ...sample.digest, teamChannels: [teamsAddress(ben.channel)] },
    };
    const store = openSqliteStore(
      `${folder}/voelspriet.db`,
      openVault(loadKeyRing(`${folder}/keys.json`, "make-when-missing")),
      { mode: "serve" },
    );
    stops.push(() => store.close());
    const clock = runningClock();
    clock.set(Date.parse(tuesday));
    const platform = openTeamsPlatform({
      clientId: relayApp.clientId,
      secret: { how: "secret", clientSecret: relayApp.clientSecret },
      tenant: relayApp.tenant,
      tenants: [],
      serviceHosts: [relay.host],
      loginUrl: relay.loginUrl,
      openIdUrl: relay.openIdUrl,
      // Its own: tokens go by the machine's.
      clock: systemClock,
      contacts: store,
      memory: store,
      draw: async ({ chart, title, alt }) => Buffer.from(pngOf(drawChart(chart, title, alt))),
      log: silentLog,
    });
    const house = openHouse({
      store,
      directory,
      clock,
      classifier: openEmbedded(),
      platforms: [platform],
      log: silentLog,
    });
    stops.push(await house.start());
    stops.push(await platform.start(house.counter));
    const server = createServer(platform.handle);
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    stops.push(() => new Promise((resolve) => server.close(resolve)));
    stops.push(() => server.closeAllConnections());
    const bound = server.address();
    relay.deliverTo(
      `http://127.0.0.1:${typeof bound === "object" && bound !== null ? bound.port : 0}/api/messages`,
    );
    await until(async () => platform.health().ready);
    return { relay, juf, ben, house, clock, directory, close };
  } catch (thrown) {
    await close();
    throw thrown;
  }
}

export type Town = Awaited<ReturnType<typeof openTown>>;

/** Waits until the app has said this there; gives the newest such message. */
export async function hears({ messages }: Playground, words: RegExp | string): Promise<PlaygroundMessage> {
  let found: PlaygroundMessage | undefined;
  await until(async () => {
    found = messages().findLast((one) =>
      typeof words === "string" ? one.words.includes(words) : words.test(one.words),
    );
    return found !== undefined;
  });
  if (found === undefined) throw new Error("unreachable");
  return found;
}

/** The button with this title, anywhere in a card. */
export function buttonIn(card: unknown, title: string): PlaygroundButton {
  const found = objectsIn(card).find(
    (one) => String(one["type"]).startsWith("Action.") && String(one["title"]).startsWith(title),
  );
  if (found === undefined) throw new Error(`There is no button "${title}".`);
  return found as unknown as PlaygroundButton;
}

/** Every object in there, also those in it. */
export function objectsIn(value: unknown): Record<string, unknown>[] {
  if (Array.isArray(value)) return value.flatMap(objectsIn);
  if (typeof value !== "object" || value === null) return [];
  return [value as Record<string, unknown>, ...Object.values(value).flatMap(objectsIn)];
}

/** So many concerns are told, taken up and ended with an offer for the group: a week with a chart. */
export async function closeSome({ house, directory }: Town, many: number): Promise<void> {
  const by = teamsAddress(objectIdOf("juf"));
  for (let nth = 0; nth < many; nth++) {
    await house.counter.press({ key: `told-${nth}`, by, act: "report", on: "", fields: { text: debtStory } });
    const signals = await house.store.signalsOf(house.store.signalerId(by), 50);
    const code = signals.find(({ stage }) => stage === "received" || stage === "routed")?.code ?? "";
    await until(async () => (await house.store.findByCode(code))?.stage === "routed");
    const asked = (await house.store.findByCode(code))?.asked[0] ?? "";
    const colleague = directory.people.find(({ id }) => id === asked)?.addresses[0] ?? by;
    const press = (act: "accept" | "outcome", fields: Record<string, string>) =>
      house.counter.press({ key: `${act}-${nth}`, by: colleague, act, on: code, fields });
    await press("accept", {});
    await press("outcome", { outcome: "P1", word: "closed", next: "close" });
  }
}

/** What stands in the inputs of a dialog, by the name of the field. */
export function inputsOf(dialog: unknown): Readonly<Record<string, unknown>> {
  const inputs = objectsIn(dialog).filter(({ type }) => String(type).startsWith("Input."));
  return Object.fromEntries(inputs.map(({ id, value }) => [String(id), value]));
}

/** The button that sends the form of a dialog. */
export function sendOf(dialog: unknown): PlaygroundButton {
  const found = objectsIn(dialog).find(({ type }) => type === "Action.Submit");
  if (found === undefined) throw new Error("There is no form.");
  return found as unknown as PlaygroundButton;
}
