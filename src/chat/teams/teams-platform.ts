import type { IncomingMessage, ServerResponse } from "node:http";

import type { Clock } from "#base/clock.ts";
import { derivedId } from "#base/ids.ts";
import { errorName, type Log } from "#base/log.ts";
import { Problem, problemOf } from "#base/problem.ts";
import type { ChatPlatform, Contacts, Counter, Memory, Outgoing, Stop } from "#chat/platform.ts";
import { openAnswers } from "#chat/teams/answer/answer.ts";
import { openFreshCards } from "#chat/teams/answer/fresh-cards.ts";
import { openTeamsContacts } from "#chat/teams/contacts.ts";
import type { Reach } from "#chat/teams/inbound/arrival.ts";
import { arrivalOf } from "#chat/teams/inbound.ts";
import { openBotToken, withManagedIdentity, withSecret } from "#chat/teams/line/bot-token.ts";
import { tenantOf } from "#chat/teams/line/guard.ts";
import type { TeamsState } from "#chat/teams/line/health.ts";
import { openIdentity } from "#chat/teams/line/identity.ts";
import { openKnownKeys } from "#chat/teams/line/known-keys.ts";
import { openReceiver } from "#chat/teams/line/receiver.ts";
import type { HttpAnswer } from "#chat/teams/line/respond.ts";
import { openSdk, type TeamsSdk } from "#chat/teams/line/sdk.ts";
import { cloudOf } from "#chat/teams/out/cloud.ts";
import { openTeamsSender } from "#chat/teams/out/send.ts";
import { onceAMinute } from "#chat/wire/once-a-minute.ts";
import { type Body } from "#chat/wire/sound-object.ts";
import type { Press } from "#signal/press.ts";
import type { Card, ChartPart } from "#texts/card.ts";

/** What the Teams door needs from the house. */
export interface TeamsDoorOptions {
  readonly clientId: string;
  readonly secret:
    | { readonly how: "secret"; readonly clientSecret: string }
    | { readonly how: "managed-identity" };
  /** Our own tenant (the single-tenant registration) and further ones that are let in. Lower-case GUIDs. */
  readonly tenant: string;
  readonly tenants: readonly string[];
  /** Hosts that activities may name as service URL, and that we send to: exact host names, or `.suffix` for all below. */
  readonly serviceHosts: readonly string[];
  /** Null: Microsoft's public cloud. */
  readonly loginUrl: string | null;
  readonly openIdUrl: string | null;
  readonly clock: Clock;
  readonly contacts: Contacts;
  readonly memory: Memory;
  /** A chart as PNG, 1024 px wide. */
  readonly draw: (chart: ChartPart) => Promise<Buffer>;
  readonly log: Log;
  /** How long the answer to a pressed card waits for its new form; for tests. */
  readonly waitForCardMs?: number;
}

/** The Teams door. */
export interface TeamsPlatform extends ChatPlatform {
  /** For the front door, at /api/messages. */
  readonly handle: (request: IncomingMessage, response: ServerResponse) => void;
  health(): {
    readonly ready: boolean;
    readonly state: TeamsState;
    /** Since when, epoch milliseconds. */
    readonly since: number;
    /** What is wrong and what to do, for an administrator; null: nothing is. */
    readonly complaint: string | null;
  };
}

const waitForCardMs = 700;

/** Opens the Teams door. Nothing is called before `start`. */
export function openTeamsPlatform(options: TeamsDoorOptions): TeamsPlatform {
  const { clientId, secret, tenant, serviceHosts, clock, log } = options;
  const tenants = [tenant, ...options.tenants];
  const cloud = cloudOf(options);
  const contacts = openTeamsContacts(options.contacts);
  const fresh = openFreshCards();
  const afterwards = new Set<Promise<void>>();
  let sdk: TeamsSdk | null = null;
  let answers: ReturnType<typeof openAnswers> | null = null;

  const token = openBotToken(
    secret.how === "secret"
      ? withSecret({ clientId, clientSecret: secret.clientSecret, tenant, cloud, clock })
      : withManagedIdentity(async () => openedSdk().token(), clock),
    clock,
  );
  const identity = openIdentity({ token, clock, log });
  const sending = openTeamsSender({ ...options, tenants, token, contacts });
  const receiver = openReceiver({
    rules: { clientId, issuer: cloud.issuer, tenants, serviceHosts },
    keys: openKnownKeys(cloud.openIdUrl, clock),
    sdk: () => sdk,
    clock,
    log,
  });

  const lost = {
    form: onceAMinute(clock, (count) => {
      log.error("messages of Teams were not taken in: they have a form that is not known", {
        platform: "teams",
        count,
      });
    }),
    nobody: onceAMinute(clock, (count) => {
      log.warn("messages were not taken in: Teams does not say who in the directory typed them", {
        platform: "teams",
        count,
      });
    }),
  };

  function openedSdk(): TeamsSdk {
    if (sdk === null) throw notOpen();
    return sdk;
  }

  /** One activity, whose token is good. */
  async function take(activity: Body): Promise<HttpAnswer> {
    const at = tenantOf(activity);
    if (answers === null || at === null) throw notOpen();
    const { arrival, reach } = arrivalOf(activity, at);
    if (arrival.kind === "lost") lost[arrival.why]();
    // Begun first, so that the answer finds its way; both are on disk before Teams is told.
    const noted = reach === null ? null : note(reach);
    const answer = await answers.to(arrival);
    await noted;
    return answer;
  }

  /** Words matter more than the way back: what can not be noted comes again with the next activity. */
  async function note({ address, way }: Reach): Promise<void> {
    try {
      await (way === null ? contacts.forget(address) : contacts.refresh(address, way));
    } catch (thrown) {
      log.error("how somebody is reached in Teams could not be noted", {
        platform: "teams",
        error: errorName(thrown),
      });
    }
  }

  /** A word to the one who pressed, where the answer itself can show none. Tried once. */
  function tell({ key, by }: Press, card: Card): void {
    const id = derivedId("plain answer", by, key);
    const message: Outgoing = { id, to: by, card, updates: null, under: null, attempt: 1 };
    later(async () => {
      await sending(message);
    });
  }

  /** What is not kept, and may take longer than Teams waits. */
  function later(work: () => Promise<void>): void {
    const running = work()
      .catch((thrown: unknown) => {
        log.warn("an answer in Teams was not shown", { platform: "teams", error: errorName(thrown) });
      })
      .finally(() => afterwards.delete(running));
    afterwards.add(running);
  }

  return {
    name: "teams",
    handle: receiver.handle,
    async start(counter: Counter): Promise<Stop> {
      answers = openAnswers({
        counter,
        fresh,
        tell,
        waitForCardMs: options.waitForCardMs ?? waitForCardMs,
      });
      const kind = secret.how === "secret" ? "own" : "managed";
      sdk = await openSdk({ clientId, tenant, cloud, identity: kind, onActivity: take });
      identity.start();
      return async () => {
        await receiver.stop();
        await Promise.all([identity.stop(), ...afterwards]);
      };
    },
    async send(message) {
      // Before it is brought: who pressed this card at this moment gets it at once.
      if (message.updates !== null) fresh.offer(message.updates, message.card);
      try {
        return await sending(message);
      } catch (thrown) {
        // A secret that ended is seen here first.
        if (problemOf(thrown).kind === "misconfigured") later(() => identity.check());
        throw thrown;
      }
    },
    health() {
      const { state, since, complaint } = identity.standing();
      return { ready: state === "connected", state, since, complaint };
    },
  };
}

function notOpen(): Problem {
  return new Problem("retry", "The Teams door is not open yet.");
}
