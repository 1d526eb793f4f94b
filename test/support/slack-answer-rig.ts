import { stoppedClock } from "#base/clock.ts";
import { silentLog } from "#base/log.ts";
import type { Counter } from "#chat/platform.ts";
import { openAnswers } from "#chat/slack/answer/answer.ts";
import { noteOf, plainNote } from "#chat/slack/answer/modal-stack.ts";
import { openPendingText } from "#chat/slack/answer/pending-text.ts";
import { openWindows } from "#chat/slack/answer/windows.ts";
import { SlackProblem } from "#chat/slack/errors.ts";
import type { Arrival, Place } from "#chat/slack/inbound/arrival.ts";
import type { Act, Press } from "#signal/press.ts";
import type { Card, Form, Reply } from "#texts/card.ts";
import { reportSample } from "./sample-cards.ts";

export const code = "VS-K7MP-3QF";

export function cardOf(title: string, tone: Card["tone"] = "good", parts: Card["parts"] = []): Reply {
  return { card: { title, tone, parts, buttons: [], summary: title }, form: null, faults: null };
}
export function formOf(act: Form["act"], on = ""): Reply {
  return { card: null, form: { ...reportSample, act, on, title: `Formulier ${act}` }, faults: null };
}
export const safety: Card["parts"][number] = { part: "safety", lines: ["Is er nu gevaar? Bel 112."] };

/** A counter that answers by act, and an API, a private word and an acknowledgement that write down what they are given. */
export function openRig(replies: Partial<Record<Act, Reply | Error>>) {
  const calls: { method: string; args: Record<string, unknown> }[] = [];
  const presses: Press[] = [];
  const told: Press[] = [];
  const words: string[] = [];
  const acks: unknown[] = [];
  const order: string[] = [];
  const fails = new Map<string, string>();
  const clock = stoppedClock(1_000_000);
  const counter: Counter = {
    async press(press) {
      presses.push(press);
      order.push("kept");
      const reply = replies[press.act] ?? cardOf(`Antwoord op ${press.act}`);
      if (reply instanceof Error) throw reply;
      return reply;
    },
    async say(press) {
      told.push(press);
    },
  };
  const api = {
    async call(method: string, args: Readonly<Record<string, unknown>> = {}) {
      calls.push({ method, args: { ...args } });
      order.push(method);
      const reason = fails.get(method);
      if (reason === "hang") return new Promise<Record<string, unknown>>(() => {});
      if (reason !== undefined) throw new SlackProblem("refused", "No.", { reason });
      return { ok: true };
    },
  };
  const answers = openAnswers({
    counter,
    windows: openWindows(api, silentLog),
    word: async (_url, text) => {
      words.push(text);
    },
    pending: openPendingText(clock),
    log: silentLog,
  });
  const place = {
    message: { at: "message", triggerId: "t", respond: "https://x", kept: true },
    ephemeral: { at: "message", triggerId: "t", respond: "https://x", kept: false },
    home: { at: "home", triggerId: "t" },
    command: { at: "command", triggerId: "t", respond: "https://x", helpBelow: false },
    help: { at: "command", triggerId: "t", respond: "https://x", helpBelow: true },
    menu: { at: "shortcut", triggerId: "t", respond: null },
    messageMenu: { at: "shortcut", triggerId: "t", respond: "https://x" },
    story: { at: "modal", triggerId: "t", viewId: "V1", note: { ...plainNote, on: code, shows: "open" } },
    dialog: {
      at: "dialog",
      viewId: "V1",
      rootViewId: "V1",
      inputs: ["text", "to"],
      note: { ...plainNote, on: code },
    },
    dialogOnStory: {
      at: "dialog",
      viewId: "V2",
      rootViewId: "V1",
      inputs: ["text"],
      note: { ...plainNote, on: code, below: { act: "open", on: code } },
    },
    emptyDialog: { at: "dialog", viewId: "V1", rootViewId: "V1", inputs: [], note: plainNote },
    dialogFromHome: {
      at: "dialog",
      viewId: "V1",
      rootViewId: "V1",
      inputs: [],
      note: { ...plainNote, fromHome: true },
    },
  } as const satisfies Record<string, Place>;

  return {
    calls,
    presses,
    told,
    words,
    acks,
    order,
    fails,
    clock,
    methods: () => calls.map(({ method }) => method),
    titles: () => calls.map(({ args }) => titleIn(args["view"])),
    noteAt: (nth: number) =>
      noteOf((calls[nth]?.args["view"] as { private_metadata?: string })?.private_metadata),
    async press(at: keyof typeof place, act: Act, prefill: string | null = null) {
      const press: Press = {
        key: `k-${presses.length}`,
        by: "slack:T1/U1",
        act,
        on: act === "report" ? "" : code,
        fields: null,
      };
      const arrival: Extract<Arrival, { kind: "press" }> = {
        kind: "press",
        press,
        prefill,
        place: place[at],
      };
      await answers.press(arrival, async (answer) => {
        order.push("acknowledged");
        acks.push(answer);
      });
    },
  };
}

function titleIn(view: unknown): string {
  const words = JSON.stringify(view);
  return (
    /"text":"(?:🟠 |🔴 |🟢 )?((?:Formulier|Antwoord|Het|Sanne|Gevaar|Klaar|Thuis)[^"]*)"/.exec(words)?.[1] ??
    ""
  );
}
