import { App } from "@slack/bolt";
import { afterAll, afterEach, beforeAll, expect } from "vitest";

import { stoppedClock, type TurnedClock } from "#base/clock.ts";
import type { Admission } from "#chat/slack/line/identity.ts";
import { quiet } from "#chat/slack/line/quiet.ts";
import { openSocket, type Socket, type SocketOptions } from "#chat/slack/line/socket.ts";
import { type BareSocket, openBareSocket } from "./bare-socket.ts";
import { eventually } from "./eventually.ts";
import { keepingLog } from "./keeping-log.ts";

const closing: (() => Promise<void>)[] = [];

/** For a test file: everything is closed after each test, and nothing broke on the side. */
export function watchSockets(): void {
  const unhandled: unknown[] = [];
  const note = (thrown: unknown) => unhandled.push(thrown);
  beforeAll(() => {
    process.on("unhandledRejection", note).on("uncaughtException", note);
  });
  afterEach(async () => {
    for (const close of closing.splice(0).reverse()) await close();
    expect(unhandled).toEqual([]);
  });
  afterAll(() => {
    process.off("unhandledRejection", note).off("uncaughtException", note);
  });
}

export interface SocketStage {
  readonly slack: BareSocket;
  readonly socket: Socket;
  readonly clock: TurnedClock;
  readonly log: ReturnType<typeof keepingLog>;
  readonly effects: string[];
  /** Waits between tries, as asked for (milliseconds). */
  readonly waits: number[];
  until(state: string): Promise<void>;
}

interface StageOptions {
  readonly admits?: (body: unknown) => Admission;
  readonly work?: () => Promise<void>;
  readonly times?: SocketOptions["times"];
  /** How long a wait really takes. Default 1 ms. */
  readonly waitMs?: number;
}

/** Our socket with Bolt behind it, at a bare counterpart; not started. */
export async function socketStage(options: StageOptions = {}): Promise<SocketStage> {
  const slack = await openBareSocket();
  const clock = stoppedClock(1_000_000);
  const log = keepingLog();
  const waits: number[] = [];
  const socket = openSocket({
    appToken: "xapp-1-A0001-1-secret",
    apiUrl: slack.apiUrl,
    clock,
    log,
    pause: async (ms, signal) => {
      waits.push(ms);
      if (signal?.aborted !== true) await new Promise((done) => setTimeout(done, options.waitMs ?? 1));
    },
    ...(options.admits !== undefined && { admits: options.admits }),
    ...(options.times !== undefined && { times: options.times }),
  });
  const effects: string[] = [];
  const app = new App({
    receiver: socket.receiver,
    logger: quiet,
    convoStore: false,
    authorize: async () => ({ botToken: "xoxb-1-test", botId: "B1", botUserId: "U1" }),
  });
  app.event(/.*/, async ({ event }) => {
    await options.work?.();
    effects.push(`event ${event.type}`);
  });
  app.command(/.*/, async ({ command, ack }) => {
    await options.work?.();
    effects.push(`command ${command.command}`);
    await ack({ text: "Hulp" });
  });
  closing.push(() => slack.close());
  closing.push(() => socket.stop());
  return {
    slack,
    socket,
    clock,
    log,
    effects,
    waits,
    until: (state) => eventually(() => socket.state().state).toBe(state),
  };
}

export const soon = (ms = 100) => new Promise<void>((done) => setTimeout(done, ms));
