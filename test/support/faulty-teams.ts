import { inspect } from "node:util";
import { afterEach, expect } from "vitest";
import { stoppedClock } from "#base/clock.ts";
import { silentLog } from "#base/log.ts";
import { Problem } from "#base/problem.ts";
import type { Contacts, Outgoing } from "#chat/platform.ts";
import { openTeamsPlatform, type TeamsPlatform } from "#chat/teams/teams-platform.ts";
import { openFakeTeams } from "./fake-teams/fake-teams.ts";
import { plainCard } from "./slack-sender.ts";
import { doorOf } from "./teams-stage.ts";

const toClose: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const close of toClose.splice(0).reverse()) await close();
});

/** The real door at the fake: one reader, a clock that is turned by hand. */
export async function openFaultyDoor() {
  const clock = stoppedClock(Date.parse("2026-11-17T10:12:00+01:00"));
  const teams = await openFakeTeams({ clock });
  const ben = teams.user("ben");
  const contacts = new Map<string, string>();
  let notices = 0;
  const kept: Contacts = {
    contactOf: async (address) => contacts.get(address) ?? null,
    rememberContact: async (address, value) => {
      if (value === null) contacts.delete(address);
      else contacts.set(address, value);
    },
  };
  const process = (): TeamsPlatform =>
    openTeamsPlatform({
      ...doorOf(teams),
      clock,
      contacts: kept,
      memory: { recall: async () => null, remember: async () => {} },
      draw: async () => Buffer.from("a picture"),
      log: silentLog,
    });
  const platform = process();
  const stop = await platform.start({
    press: async () => ({ card: null, form: null, faults: null }),
    say: async () => {},
  });
  await teams.eventually(() => platform.health().ready);
  toClose.push(async () => {
    await stop();
    await teams.close();
  });
  return {
    clock,
    teams,
    ben,
    contacts,
    platform,
    /** Another process, that knows only what was kept. */
    another: process,
    message(changes: Partial<Outgoing> = {}): Outgoing {
      notices += 1;
      const given = { id: `notice-${notices}`, to: ben.address, card: plainCard };
      return { ...given, updates: null, under: null, attempt: 1, ...changes };
    },
  };
}
export type FaultyDoor = Awaited<ReturnType<typeof openFaultyDoor>>;

/** One attempt: what was thrown, how long it took, and which calls it made. */
export async function attemptOf(door: FaultyDoor, message: Outgoing) {
  const before = door.teams.calls().length;
  const start = performance.now();
  const thrown: unknown = await door.platform.send(message).then(
    () => null,
    (problem: unknown) => problem,
  );
  const calls = door.teams.calls().slice(before);
  return { problem: problemIn(thrown, door), ms: performance.now() - start, calls };
}

function problemIn(thrown: unknown, { teams, ben }: FaultyDoor): Problem | null {
  if (thrown === null) return null;
  if (!(thrown instanceof Problem)) throw new Error(`Not a Problem: ${inspect(thrown)}`);
  const said = `${thrown.message}\n${inspect(thrown, { depth: 20, showHidden: true })}`;
  for (const secret of [
    teams.clientSecret,
    "eyJ",
    ben.id,
    ben.chat,
    "VS-K7MP-3QF",
    "maintenance",
    "can not see",
  ])
    expect(said).not.toContain(secret);
  return thrown;
}

/** Sends it again as the outbox does, until it is there. */
export async function untilThere(door: FaultyDoor, message: Outgoing): Promise<void> {
  for (let tries = 1; tries < 12; tries++) {
    const { problem } = await attemptOf(door, { ...message, attempt: message.attempt + tries });
    if (problem === null) return;
    door.clock.pass(Math.max(2_000, problem.retryAfterMs ?? 0));
  }
  throw new Error("It never arrives.");
}
