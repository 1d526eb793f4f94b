import { type ChildProcess, spawn } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { loadKeyRing } from "#privacy/key-file.ts";
import { openVault } from "#privacy/vault.ts";
import { readDirectory } from "#route/directory.ts";
import { openSqliteStore } from "#store/sqlite/sqlite-store.ts";
import type { Store } from "#store/store.ts";
import { type FakeTeamsOptions, openFakeTeams } from "./fake-teams/fake-teams.ts";
import { freshFolder, removeFolder } from "./folder.ts";
import { until } from "./kill-slack.ts";
import { freePort } from "./local-slack.ts";
import { teamsMunicipality, teamsPlaceOf } from "./teams-municipality.ts";

export interface TeamsKillTownOptions {
  /** So many colleagues more than in the example: messages to one reader go at a pace. */
  readonly experts?: number;
  readonly teams?: FakeTeamsOptions;
  readonly env?: Readonly<Record<string, string>>;
}

/** What is due later than this is not waited for: a clock of a signal. */
const soonMs = 60_000;

/** Where the alerts of some of the extra colleagues go, instead of to themselves. */
const teamChannel = teamsPlaceOf("kanaal-wijkteam");

/**
 * The real program (`node src/main.ts`, real use) in a town on the fake Teams, to be killed and started again on the same
 * folder and port. Everything that it ever said is kept.
 */
export async function openTeamsKillTown({
  experts = 0,
  teams: fake = {},
  env = {},
}: TeamsKillTownOptions = {}) {
  const folder = freshFolder("kill-teams");
  const data = join(folder, "data");
  const teams = await openFakeTeams(fake);
  const municipality = teamsMunicipality(folder, teams.tenant);
  const extra = Array.from({ length: experts }, (_, place) => `extra${place}`);
  writeFileSync(municipality, withExperts(readFileSync(municipality, "utf8"), extra, teams.tenant));
  const colleagues = readDirectory(readFileSync(municipality, "utf8"), municipality).people.map(
    ({ id }) => id,
  );
  for (const id of colleagues) teams.user(id);
  for (const id of ["kanaal-wijkteam", "kanaal-management"]) teams.channel(teamsPlaceOf(id));
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  teams.deliverTo(`${url}/api/messages`);
  const state = { out: "", err: "", child: null as ChildProcess | null };

  const settings = {
    PORT: String(port),
    DATA_DIR: data,
    GEMEENTE_FILE: municipality,
    TEAMS_CLIENT_ID: teams.clientId,
    TEAMS_CLIENT_SECRET: teams.clientSecret,
    TEAMS_TENANT_ID: teams.tenant,
    TEAMS_SERVICE_URLS: teams.serviceHost,
    TEAMS_LOGIN_URL: teams.loginUrl,
    TEAMS_OPENID_URL: teams.openIdUrl,
    ...env,
  };

  const town = {
    teams,
    settings,
    folder,
    data,
    url,
    colleagues,
    teamChannel,
    /** Everything that all processes said so far. */
    said: () => ({ out: state.out, err: state.err }),
    pid: () => state.child?.pid ?? 0,
    /** Starts the process, and does not wait. */
    launch(): ChildProcess {
      const child = spawn(process.execPath, ["src/main.ts"], {
        // oxlint-disable-next-line no-process-env -- the program's own environment, as a person would start it
        env: { PATH: process.env["PATH"], ...settings },
        stdio: ["ignore", "pipe", "pipe"],
      });
      child.stdout.on("data", (piece: Buffer) => {
        state.out += piece.toString();
      });
      child.stderr.on("data", (piece: Buffer) => {
        state.err += piece.toString();
      });
      state.child = child;
      return child;
    },
    /** Starts the process, and waits until signals can come in. */
    async start(): Promise<void> {
      const before = state.out.length;
      const child = town.launch();
      await until(() => {
        if (child.exitCode !== null)
          throw new Error(`The program ended by itself: ${state.err.slice(-2_000)}`);
        return state.out.slice(before).includes("Gezondheid");
      }, 30_000);
    },
    /** As the machine's power does: no goodbye. */
    async kill(how: NodeJS.Signals = "SIGKILL"): Promise<void> {
      const { child } = state;
      state.child = null;
      if (child === null || child.exitCode !== null || child.signalCode !== null) return;
      const gone = new Promise<void>((resolve) => child.once("close", () => resolve()));
      child.kill(how);
      await gone;
    },
    /** Looks into the store beside the program. */
    async look<T>(at: (store: Store) => Promise<T>): Promise<T> {
      const sealer = openVault(loadKeyRing(join(data, "sleutels.json"), "must-exist"));
      const store = openSqliteStore(join(data, "voelspriet.db"), sealer, { mode: "beside" });
      try {
        return await at(store);
      } finally {
        await store.close();
      }
    },
    /** Waits until nothing is due, now or soon: all messages are out. */
    quiet: (withinMs = 60_000) =>
      town.look(async (store) => {
        await until(async () => {
          const next = await store.nextDue();
          return next === null || next - Date.now() > soonMs;
        }, withinMs);
        await teams.quiet(20);
      }),
    async close() {
      await town.kill();
      await teams.close();
      removeFolder(folder);
    },
  };
  return town;
}

export type TeamsKillTown = Awaited<ReturnType<typeof openTeamsKillTown>>;

/** More colleagues who can do anything, anywhere, any day. */
function withExperts(text: string, ids: readonly string[], tenant: string): string {
  const lines = ids.map(
    (id, place) =>
      `  - { id: ${id}, name: ${id}, role: { nl: wijkcoach, en: coach }, expertise: { debt: 3, psychological: 3, domestic_violence: 3, addiction: 3 }, areas: all, capacity: 30, addresses: ["teams:${tenant}/${teamsPlaceOf(id)}"]${place % 6 === 0 ? `, alertsIn: "teams:${tenant}/${teamChannel}"` : ""} }`,
  );
  return text.replace(/^people:$/m, ["people:", ...lines].join("\n"));
}
