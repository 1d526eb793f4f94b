import { z } from "zod";
import type { Clock } from "#base/clock.ts";
import { errorName, type Log } from "#base/log.ts";
import { Problem } from "#base/problem.ts";
import type { MessageRef, Outgoing } from "#chat/platform.ts";
import type { TeamsContacts } from "#chat/teams/contacts.ts";
import type { TeamsMessage } from "#chat/teams/elements.ts";
import { TeamsProblem, teamsProblem } from "#chat/teams/errors.ts";
import type { BotToken } from "#chat/teams/line/bot-token.ts";
import { openConnector } from "#chat/teams/out/connector.ts";
import { openConversations, type Way } from "#chat/teams/out/conversations.ts";
import { openPace } from "#chat/teams/out/pace.ts";
import { openPictures } from "#chat/teams/out/pictures.ts";
import { messageOf, refOf } from "#chat/teams/place.ts";
import type { ChartPart } from "#texts/card.ts";

/** Sends one message: one attempt. Throws Problem. */
export type TeamsSender = (message: Outgoing) => Promise<MessageRef>;

export interface TeamsSenderParts {
  readonly clientId: string;
  /** The organisations that are let in, our own among them: lower-case GUIDs. */
  readonly tenants: readonly string[];
  /** Where our token may go (service-host.ts). The first whole name is where conversations are begun. */
  readonly serviceHosts: readonly string[];
  readonly token: BotToken;
  readonly contacts: TeamsContacts;
  readonly clock: Clock;
  /** The chart as PNG, 1024 pixels wide. */
  readonly draw: (chart: ChartPart) => Promise<Buffer>;
  readonly log: Log;
  /** How long an attempt lasts, and how long a late answer is still listened for. 4,000 and 12,000 where it is not said. */
  readonly patienceMs?: number;
  readonly lateMs?: number;
}

/** What was prepared (a token, a conversation) later than this is sent with the next attempt. */
const preparedWithinMs = 900;
const longestAttemptMs = 4_000;
const rememberedRefs = 2_000;
/** So many readers in a row whom an administrator keeps out are no accident: then it is the app. */
const mostKeptOut = 3;
/** Stands for the id of a message where Teams gave none. */
const noActivity = "-";

const sent = z.object({ id: z.string().regex(/^[^|\s]{1,200}$/) });

/**
 * Everything that goes out to Teams: paced, with its charts, one message per attempt at most. A change is repeated safely.
 * A new message whose answer is lost may be there all the same, and Teams can not be asked: its next attempt can give it
 * twice. So a late answer is listened for, and what arrived is noted for the next process too; only a line that breaks, or a
 * crash in between, is left.
 */
export function openTeamsSender(parts: TeamsSenderParts): TeamsSender {
  const { contacts, clock, draw, log, patienceMs = longestAttemptMs } = parts;
  const late = parts.lateMs === undefined ? {} : { timeoutMs: parts.lateMs };
  const connector = openConnector({ token: parts.token, serviceHosts: parts.serviceHosts, ...late });
  const conversations = openConversations({ ...parts, connector });
  const pace = openPace(clock);
  const pictures = openPictures({ draw, log });
  /** Messages that turned out to be gone. */
  const vanished = new Set<MessageRef>();
  const underway = new Map<string, Promise<MessageRef>>();
  const arrived = new Map<string, MessageRef>();
  const keptOut = new Set<string>();

  async function attempt(message: Outgoing): Promise<MessageRef> {
    const leave = pace.enter(message.to, message.id, message.card.tone === "acute" ? "acute" : "calm");
    try {
      const ref = await bring(message);
      keptOut.clear();
      return ref;
    } catch (thrown) {
      // The login's own problems are said by it.
      const problem = thrown instanceof Problem ? thrown : teamsProblem(thrown);
      if (!(problem instanceof TeamsProblem)) throw problem;
      if (problem.reason === "http_429" || problem.reason === "throttled") {
        pace.hold(message.to, problem.retryAfterMs ?? 1_000);
      }
      throw allKeptOut(message, problem) ?? pictures.refused(message, problem) ?? problem;
    } finally {
      leave();
    }
  }

  async function bring(message: Outgoing): Promise<MessageRef> {
    const isLate = AbortSignal.timeout(preparedWithinMs);
    const way = await conversations.wayTo(message.to);
    // An attempt of another process, whose answer came.
    const before = message.attempt > 1 ? await contacts.sentAs(message.to, message.id) : null;
    if (before !== null) return before;
    const drawn = await pictures.drawn(message);
    // The token is fetched here, so that the message itself has the whole time.
    await parts.token.get();
    if (isLate.aborted) throw nextTime();
    const updates = refIn(message.updates);
    if (updates !== null && (await isUpdated(updates, way, drawn))) return updates.ref;
    return post(message, way, drawn);
  }

  async function post(message: Outgoing, way: Way, drawn: TeamsMessage): Promise<MessageRef> {
    const under = refIn(message.under);
    const isThere = under !== null && under.at.conversation === way.conversation;
    try {
      const answer = await connector.call({
        method: "POST",
        serviceUrl: way.serviceUrl,
        path: `/v3/conversations/${encodeURIComponent(way.conversation)}/activities`,
        body: { ...activityOf(drawn), ...(isThere ? { replyToId: under.at.activity } : {}) },
      });
      const { data } = sent.safeParse(answer);
      const ref = refOf({ conversation: way.conversation, activity: data?.id ?? noActivity });
      await contacts.noteSent(message.to, message.id, ref).catch((thrown: unknown) => {
        log.warn("That a message arrived could not be noted.", {
          notice: message.id,
          error: errorName(thrown),
        });
      });
      return ref;
    } catch (thrown) {
      const reason = thrown instanceof TeamsProblem ? thrown.reason : "";
      if (isThere && reason === "activitynotfoundinconversation") {
        vanished.add(under.ref);
        throw nextTime();
      }
      // Known before, and not there any more: begun anew, once.
      if (reason === "conversationnotfound" && (await conversations.lost(message.to))) throw nextTime();
      throw thrown;
    }
  }

  /** False: that message is gone, or its whole conversation; it is not tried again. */
  async function isUpdated(before: Placed, way: Way, drawn: TeamsMessage): Promise<boolean> {
    const { conversation, activity } = before.at;
    const path = `/v3/conversations/${encodeURIComponent(conversation)}/activities/${encodeURIComponent(activity)}`;
    try {
      const body = { ...activityOf(drawn), id: activity };
      await connector.call({ method: "PUT", serviceUrl: way.serviceUrl, path, body });
      return true;
    } catch (thrown) {
      // Whether the reader is there, and whether the card is right, is seen where a new one is sent.
      if (!(thrown instanceof TeamsProblem) || !["refused", "bug"].includes(thrown.kind)) throw thrown;
      if (thrown.kind === "refused") vanished.add(before.ref);
      return false;
    }
  }

  function refIn(ref: MessageRef | null): Placed | null {
    const at = ref === null || vanished.has(ref) ? null : messageOf(ref);
    return ref === null || at === null || at.activity === noActivity ? null : { ref, at };
  }

  /** One reader whom an administrator keeps out is that reader's; many are the whole app, and their messages wait. */
  function allKeptOut({ to }: Outgoing, { reason, message }: TeamsProblem): TeamsProblem | null {
    if (reason !== "botdisabledbyadmin") return null;
    keptOut.add(to);
    return keptOut.size < mostKeptOut ? null : new TeamsProblem("misconfigured", message, { reason });
  }

  /** The attempt itself; whoever stops waiting for it did not stop it. */
  function started(key: string, message: Outgoing): Promise<MessageRef> {
    const sending = attempt(message)
      .then((ref) => {
        arrived.set(key, ref);
        const oldest = arrived.keys().next();
        if (arrived.size > rememberedRefs && !oldest.done) arrived.delete(oldest.value);
        return ref;
      })
      .finally(() => underway.delete(key));
    underway.set(key, sending);
    return sending;
  }

  return (message) => {
    const key = `${message.id} ${message.to}`;
    const done = arrived.get(key);
    if (done !== undefined) return Promise.resolve(done);
    return within(patienceMs, underway.get(key) ?? started(key, message));
  };
}

/** A message of ours, and where it is. */
interface Placed {
  readonly ref: MessageRef;
  readonly at: { readonly conversation: string; readonly activity: string };
}

/**
 * A card is all of the message. No `text` beside it: Teams makes two messages of that and gives the id of neither
 * (msteams-docs 2594), so that the card could never be changed. `summary` is what a notification shows.
 */
function activityOf({ summary, card }: TeamsMessage) {
  return {
    type: "message",
    summary,
    attachments: [{ contentType: "application/vnd.microsoft.card.adaptive", content: card }],
  };
}

async function within<T>(ms: number, work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(tooLate()), ms);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}

function tooLate(): TeamsProblem {
  return new TeamsProblem("retry", "Teams did not answer in time; it may have been done. (no_answer)", {
    reason: "no_answer",
    doubtful: true,
  });
}

/** What was prepared is kept: the next attempt begins where this one ended. */
function nextTime(): TeamsProblem {
  return new TeamsProblem("retry", "Teams answers slowly: the message itself goes with the next attempt.", {
    reason: "prepared",
    retryAfterMs: 0,
  });
}
