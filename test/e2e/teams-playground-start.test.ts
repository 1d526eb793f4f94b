import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, expect, test } from "vitest";
import { readDirectory } from "#route/directory.ts";
import { freshFolder, removeFolder } from "../support/folder.ts";
import { startPlayground, until } from "../support/playground.ts";
import { openRelay, relayApp } from "../support/playground-relay.ts";
import { hears } from "../support/playground-town.ts";
import { type Ended, runCommand, runProgram } from "../support/run-program.ts";
import { teamsMunicipality } from "../support/teams-municipality.ts";

const stops: (() => unknown)[] = [];
afterEach(async () => {
  for (const stop of stops.splice(0).reverse()) await stop();
});

/** Runs the program as `npm start` does, does the work at its address, and stops it as a machine does (SIGTERM). */
async function whileItRuns(
  env: Record<string, string>,
  work: (url: string) => Promise<void>,
): Promise<Ended> {
  let failure: unknown = null;
  const ended = await runProgram("src/main.ts", [], {
    env,
    until: async (out) => {
      const url = /(http:\/\/\S+)\/health$/m.exec(out)?.[1];
      if (url === undefined) return false;
      await work(url).catch((thrown: unknown) => {
        failure = thrown;
      });
      return true;
    },
  });
  if (failure !== null) throw failure;
  return ended;
}

test("npm start beside two Playgrounds, with nothing but settings: told, kept, answered, and a colleague asked", async () => {
  const folder = freshFolder("playground-start");
  stops.push(() => removeFolder(folder));
  const relay = await openRelay();
  stops.push(() => relay.close());
  const colleagues = readDirectory(readFileSync("examples/voorbeeldstad.yaml", "utf8"), "example").people;
  // Whoever is asked at this hour of this day: it comes to the second one.
  const alsoFor = colleagues.map(({ id }) => id);
  const [juf, colleague] = await Promise.all([
    startPlayground({ name: "juf", folder, relay }),
    startPlayground({ name: "collega", folder, relay, alsoFor }),
  ]);
  stops.push(juf.stop, colleague.stop);
  const env = {
    PORT: "0",
    DATA_DIR: join(folder, "data"),
    GEMEENTE_FILE: teamsMunicipality(folder, relayApp.tenant),
    TEAMS_CLIENT_ID: relayApp.clientId,
    TEAMS_CLIENT_SECRET: relayApp.clientSecret,
    TEAMS_TENANT_ID: relayApp.tenant,
    TEAMS_SERVICE_URLS: relay.host,
    TEAMS_LOGIN_URL: relay.loginUrl,
    TEAMS_OPENID_URL: relay.openIdUrl,
  };
  const ended = await whileItRuns(env, async (url) => {
    relay.deliverTo(`${url}/api/messages`);
    await until(async () => (await fetch(`${url}/health`)).ok);
    await juf.type("Ik heb gezien dat een kind thuis wordt geslagen. Het is nu bang om naar huis te gaan.");
    await hears(juf, /VS-[0-9A-Z]{4}-[0-9A-Z]{3}/);
    const alert = await hears(colleague, /VS-[0-9A-Z]{4}-[0-9A-Z]{3}/);
    expect(alert.words).not.toContain("geslagen");
  });
  expect(ended.code).toBe(0);
  expect(relay.offences()).toEqual([]);
  expect(relay.carried().map(({ status }) => status)).toEqual([200]);
  const counted = await runCommand(["status", "--json"], { env });
  expect(JSON.parse(counted.out)).toMatchObject({ signals: 1 });
});
