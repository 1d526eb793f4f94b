import { afterEach, expect } from "vitest";

import { stoppedClock } from "#base/clock.ts";
import { type Identity, openIdentity } from "#chat/slack/line/identity.ts";
import { eventually } from "./eventually.ts";
import { keepingLog } from "./keeping-log.ts";

export const inWorkspace = { ok: true, team_id: "T0001", user_id: "U0001", bot_id: "B0001", app_id: "A0001" };
export const inOrganisation = { ...inWorkspace, enterprise_id: "E0001", is_enterprise_install: true };

const opened: Identity[] = [];

/** For a test file: everything is stopped after each test. */
export function watchIdentities(): void {
  afterEach(async () => {
    await Promise.all(opened.splice(0).map((identity) => identity.stop()));
  });
}

/** An identity at a Slack that answers what is set, with waits that pass by themselves when `tick` is called. */
export function identityStage(options: { homes?: string[]; kept?: Record<string, string> } = {}) {
  const clock = stoppedClock(1_000_000);
  const log = keepingLog();
  const kept = new Map(Object.entries(options.kept ?? {}));
  const slack: { answer: unknown; calls: number } = { answer: inWorkspace, calls: 0 };
  const waits: number[] = [];
  let next = Promise.withResolvers<void>();
  const identity = openIdentity({
    api: {
      async call(method) {
        expect(method).toBe("auth.test");
        slack.calls += 1;
        if (slack.answer instanceof Error) throw slack.answer;
        return slack.answer as Record<string, unknown>;
      },
    },
    memory: {
      recall: async (name) => kept.get(name) ?? null,
      remember: async (name, value) => {
        kept.set(name, value);
      },
    },
    homes: options.homes ?? [],
    clock,
    log,
    pause: async (ms, signal) => {
      waits.push(ms);
      await Promise.race([
        next.promise,
        new Promise<void>((done) => {
          signal?.addEventListener("abort", () => done());
        }),
      ]);
    },
  });
  opened.push(identity);
  return {
    identity,
    slack,
    clock,
    log,
    kept,
    waits,
    /** Lets the wait pass, and waits until the next one begins. */
    async tick() {
      const before = waits.length;
      const passed = next;
      next = Promise.withResolvers<void>();
      passed.resolve();
      await eventually(() => waits.length).toBeGreaterThan(before);
    },
    async start() {
      await identity.start();
      await eventually(() => waits.length).toBe(1);
    },
  };
}
