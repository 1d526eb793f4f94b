import { z } from "zod";

import type { Clock } from "#base/clock.ts";
import { errorName, type Log } from "#base/log.ts";
import { Problem, problemOf } from "#base/problem.ts";
import type { Memory } from "#chat/platform.ts";
import { openStanding, type Standing } from "#chat/slack/health.ts";
import { claimsOf, type Here, isHome, organisationsOf } from "#chat/slack/line/claims.ts";
import type { SlackApi } from "#chat/slack/out/web-api.ts";
import { type Pause, pause as realPause } from "#chat/wire/pause.ts";

/** Who the bot is in Slack, as `auth.test` says. */
export interface SlackSelf {
  /** The workspace (`T…`); for an installation in a whole organisation the organisation (`E…`): the home of every address. */
  readonly home: string;
  /** The organisation around it, also where the app is in one workspace only. Null: none. */
  readonly enterpriseId: string | null;
  readonly botUserId: string;
  readonly botId: string | null;
}

/**
 * Whose a delivery is. `unknown`: we do not know yet who we are, or the set-up contradicts itself; it must be neither
 * acknowledged nor handled, so that Slack delivers it again.
 */
export type Admission = "ours" | "foreign" | "unknown";

export interface IdentityOptions {
  readonly api: Pick<SlackApi, "call">;
  readonly memory: Memory;
  /** The workspaces and organisations that the municipality's file names. */
  readonly homes: readonly string[];
  readonly clock: Clock;
  readonly log: Log;
  /** Another wait than the real one, for tests. */
  readonly pause?: Pause;
}

export interface Identity {
  /** What was remembered is known when this resolves; asking Slack goes on in the background until `stop`. */
  start(): Promise<void>;
  stop(): Promise<void>;
  /** Null: not known, now or from before. */
  self(): SlackSelf | null;
  /** Where this delivery belongs: with us; as long as we do not know who we are, to the home of the file that it names. Null: none. */
  hereOf(body: unknown): Here | null;
  /** Whether this delivery (an event, an interaction or a command: the body as Slack sends it) is for our installation. Asks nobody. */
  admits(body: unknown): Admission;
  /** Asks Slack again, now: after `tokens_revoked`, `app_uninstalled`, or a refused message. Never throws. */
  check(): Promise<void>;
  standing(): Standing;
}

const remembered = "slack.identity";
const firstWait = 1_000;
const longestWait = 60_000;
/** How often Slack is asked again when all is well: in HTTP mode nothing else would notice that it is gone. */
const nextLook = 5 * 60_000;

/** Who we are in Slack: asked in the background, remembered over restarts, and the measure of what is let in. */
export function openIdentity(options: IdentityOptions): Identity {
  const { api, memory, homes, clock, log } = options;
  const pause = options.pause ?? realPause;
  const standing = openStanding(clock);
  const ending = new AbortController();
  let self: SlackSelf | null = null;
  /** Slack said so since the start; what was remembered may be of before a move. */
  let isSaid = false;
  /** A move is complained about until the next start. */
  let movedNote: string | null = null;
  let asking: Promise<boolean> | null = null;
  let loop: Promise<void> = Promise.resolve();

  /** Whether the municipality's file speaks of other workspaces only: then nobody in it could be reached, or recognised. */
  const contradicts = (one: SlackSelf): boolean => homes.length > 0 && !homes.includes(one.home);

  async function recall(): Promise<void> {
    try {
      self = savedSelf(await memory.recall(remembered));
    } catch (thrown) {
      log.warn("who we are in Slack could not be recalled", { platform: "slack", error: errorName(thrown) });
    }
  }

  async function ask(): Promise<boolean> {
    try {
      await learn(selfIn(await api.call("auth.test")));
      return true;
    } catch (thrown) {
      failed(problemOf(thrown));
      return false;
    }
  }

  async function learn(found: SlackSelf): Promise<void> {
    const before = self;
    self = found;
    isSaid = true;
    if (contradicts(found)) {
      if (standing.set("refused", notInTheFile(found, homes))) {
        log.error("the Slack token is not of the workspace in the municipality's file", {
          platform: "slack",
        });
      }
      return;
    }
    const moved = before !== null && before.home !== found.home && !homes.includes(found.home);
    if (moved) log.error("the Slack token is of another workspace than before", { platform: "slack" });
    if (moved) movedNote = movedTo(before, found);
    if (standing.set("connected", movedNote)) log.info("Slack knows us", { platform: "slack" });
    if (JSON.stringify(before) !== JSON.stringify(found)) {
      await memory.remember(remembered, JSON.stringify(found));
    }
  }

  function failed(problem: Problem): void {
    const isRefused = problem.kind === "misconfigured" || problem.kind === "refused";
    if (standing.set(isRefused ? "refused" : "unreachable", problem.message)) {
      const facts = { platform: "slack", kind: problem.kind, error: errorName(problem) };
      if (isRefused) log.error("Slack refuses our token", facts);
      else log.warn("Slack can not be asked who we are", facts);
    }
  }

  /** One question at a time: who asks meanwhile hears the same answer. */
  function askOnce(): Promise<boolean> {
    asking ??= ask().finally(() => {
      asking = null;
    });
    return asking;
  }

  async function keepAsking(): Promise<void> {
    let wait = firstWait;
    while (!ending.signal.aborted) {
      const isKnown = await askOnce();
      await pause(isKnown ? nextLook : wait, ending.signal);
      wait = isKnown ? firstWait : Math.min(longestWait, wait * 2);
    }
  }

  return {
    async start() {
      await recall();
      loop = keepAsking();
    },
    async stop() {
      ending.abort();
      await loop;
    },
    self: () => self,
    hereOf(body) {
      if (self !== null) return { home: self.home, organisation: self.enterpriseId };
      const home = claimsOf(body).find((claim) => homes.includes(claim));
      return home === undefined ? null : { home, organisation: organisationsOf(body)[0] ?? null };
    },
    admits(body) {
      const claims = claimsOf(body);
      const isNamed = claims.some((home) => homes.includes(home));
      if (self === null) return homes.length === 0 ? "unknown" : isNamed ? "ours" : "foreign";
      const isSelf = claims.includes(self.home);
      if (isSelf && !contradicts(self)) return "ours";
      // Foreign is let go for good. What is for a workspace of the file is not, before it is certain that we are elsewhere.
      const isCertain = isSaid && !contradicts(self);
      return isSelf || (isNamed && !isCertain) ? "unknown" : "foreign";
    },
    async check() {
      await askOnce();
    },
    standing: standing.now,
  };
}

const homeId = z.string().refine(isHome);
const otherId = z.string().regex(/^[A-Z0-9]{2,32}$/);

const authTest = z.object({
  team_id: homeId.nullish(),
  enterprise_id: homeId.nullish(),
  is_enterprise_install: z.boolean().nullish(),
  user_id: otherId,
  bot_id: otherId.nullish(),
});

function selfIn(answer: unknown): SlackSelf {
  const { data: said } = authTest.safeParse(answer);
  if (said === undefined) throw new Problem("retry", unclear);
  const self = savedShape.safeParse({
    home: said.is_enterprise_install === true ? said.enterprise_id : said.team_id,
    enterpriseId: said.enterprise_id ?? null,
    botUserId: said.user_id,
    botId: said.bot_id ?? null,
  });
  if (self.data === undefined) throw new Problem("retry", unclear);
  return self.data;
}

const unclear = "Slack's answer to auth.test does not say which workspace this is. Is SLACK_API_URL right?";

const savedShape = z.object({
  home: homeId,
  enterpriseId: homeId.nullable(),
  botUserId: otherId,
  botId: otherId.nullable(),
});

function savedSelf(saved: string | null): SlackSelf | null {
  return saved === null ? null : savedShape.parse(JSON.parse(saved));
}

function notInTheFile(found: SlackSelf, homes: readonly string[]): string {
  return `SLACK_BOT_TOKEN is of ${found.home}, but the addresses in the municipality's file are of ${homes.join(", ")}. Nothing from Slack is taken in until they agree: use the token of that workspace, or write the addresses as slack:${found.home}/U….`;
}

function movedTo(before: SlackSelf, found: SlackSelf): string {
  return `SLACK_BOT_TOKEN is of ${found.home}; before it was of ${before.home}. People of ${before.home} can not be reached any more. If that is not meant, put the former token back.`;
}
