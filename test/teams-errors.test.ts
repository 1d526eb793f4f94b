import type { ServerResponse } from "node:http";
import { inspect } from "node:util";
import { expect, test } from "vitest";
import { complaintOf } from "#base/complaint.ts";
import { errorName } from "#base/log.ts";
import type { ProblemKind } from "#base/problem.ts";
import { TeamsProblem, teamsProblem } from "#chat/teams/errors.ts";
import { openConnector } from "#chat/teams/out/connector.ts";
import { openSmallServer } from "./support/small-server.ts";

/** Things that may never come out again. */
const canaries = {
  token: "eyJ0.kanarie-van-het-token",
  conversation: "a:kanarie-van-het-gesprek",
  text: "kanarie in het verhaal",
  body: "kanarie-in-het-antwoord",
};
const path = `/v3/conversations/${canaries.conversation}/activities`;
const body = { type: "message", text: canaries.text };

function connectorAt(serviceUrl: string, timeoutMs = 4_000) {
  const state = { forgotten: 0 };
  const connector = openConnector({
    token: {
      get: async () => canaries.token,
      forget: () => {
        state.forgotten += 1;
      },
    },
    serviceHosts: [new URL(serviceUrl).host],
    timeoutMs,
  });
  return { state, call: () => connector.call({ method: "POST", serviceUrl, path, body }) };
}

/** What a call throws when the other side answers so. */
async function thrownBy(answer: (response: ServerResponse) => void, timeoutMs = 4_000) {
  const server = await openSmallServer((_, response) => answer(response));
  const { call, state } = connectorAt(server.url, timeoutMs);
  const problem = await call().then(
    () => {
      throw new Error("It should have failed.");
    },
    (thrown: unknown) => thrown,
  );
  const posts = server.asked.length;
  await server.close();
  if (!(problem instanceof TeamsProblem)) throw new Error(`Not a TeamsProblem: ${String(problem)}`);
  expectNoCanary(problem);
  return { problem, posts, forgotten: state.forgotten };
}

/** Everything that could be written down of it, by us or by a crash. */
function expectNoCanary(problem: unknown): void {
  if (!(problem instanceof TeamsProblem)) throw new Error(`Not a TeamsProblem: ${String(problem)}`);
  const everything = [
    problem.message,
    problem.stack,
    errorName(problem),
    complaintOf(problem),
    inspect(problem, { depth: 20, showHidden: true }),
  ].join("\n");
  for (const canary of Object.values(canaries)) expect(everything).not.toContain(canary);
}

const saying =
  (status: number, code: string, headers: Record<string, string> = {}) =>
  (response: ServerResponse) =>
    response
      .writeHead(status, headers)
      .end(JSON.stringify({ error: { code, message: `${canaries.body} ${canaries.conversation}` } }));

/** What must come of every HTTP status that something on the road gives. */
function expectedOf(status: number): { readonly kind: ProblemKind; readonly doubtful: boolean } {
  if ([401, 403, 404, 405, 410, 421, 451, 511].includes(status))
    return { kind: "misconfigured", doubtful: false };
  if ([409, 412, 423, 425, 429].includes(status)) return { kind: "retry", doubtful: false };
  if (status === 408) return { kind: "retry", doubtful: true };
  if (status >= 400 && status < 500) return { kind: "bug", doubtful: false };
  return { kind: "retry", doubtful: true };
}

test("every HTTP status has an outcome, with one POST each and nothing of the answer in it", {
  timeout: 60_000,
}, async () => {
  let status = 300;
  const server = await openSmallServer((_, response) => {
    response.writeHead(status).end(status === 304 ? undefined : canaries.body);
  });
  const { call } = connectorAt(server.url);
  for (; status < 600; status++) {
    const before = server.asked.length;
    const problem = await call().catch(teamsProblem);
    // Node's fetch makes a broken line of a 407 that no proxy of its own gave.
    expect(problem, String(status)).toMatchObject(
      status === 407
        ? { kind: "retry", doubtful: true, reason: "no_answer" }
        : { ...expectedOf(status), reason: `http_${status}` },
    );
    expectNoCanary(problem);
    // A 421 says that nobody looked at it: the one case in which fetch itself asks once more.
    expect(server.asked.length - before, `POSTs at ${status}`).toBe(status === 421 ? 2 : 1);
  }
  await server.close();
});

/** Microsoft's table, "Status codes from bot conversational APIs", and what else was seen. */
const known: readonly (readonly [number, string, ProblemKind, string])[] = [
  [400, "Bad Argument", "bug", "badargument"],
  [400, "BadSyntax", "bug", "badsyntax"],
  [401, "BotNotRegistered", "misconfigured", "botnotregistered"],
  [403, "BotDisabledByAdmin", "refused", "botdisabledbyadmin"],
  [403, "BotNotInConversationRoster", "refused", "botnotinconversationroster"],
  [403, "ConversationBlockedByUser", "refused", "conversationblockedbyuser"],
  [403, "ForbiddenOperationException", "refused", "forbiddenoperationexception"],
  [403, "InvalidBotApiHost", "misconfigured", "invalidbotapihost"],
  [403, "NotEnoughPermissions", "refused", "notenoughpermissions"],
  [403, "TenantNoPermission", "misconfigured", "tenantnopermission"],
  [403, "SomethingOfNextYear", "refused", "http_403"],
  [404, "ActivityNotFoundInConversation", "refused", "activitynotfoundinconversation"],
  [404, "ConversationNotFound", "refused", "conversationnotfound"],
  [404, "SomethingOfNextYear", "refused", "http_404"],
  [404, "ServiceError", "misconfigured", "http_404"],
  [412, "PreconditionFailed", "retry", "preconditionfailed"],
  [413, "MessageSizeTooBig", "bug", "messagesizetoobig"],
  [429, "Throttled", "retry", "http_429"],
  [500, "ServiceError", "retry", "http_500"],
  [502, "ServiceError", "retry", "http_502"],
];

test.each(known)("%i %s is: %s", async (status, code, kind, reason) => {
  const { problem, posts } = await thrownBy(saying(status, code));
  expect(problem).toMatchObject({ kind, reason, doubtful: status >= 500 });
  expect(posts).toBe(1);
});

test("who blocked the app is known in Teams' other form too", async () => {
  for (const message of [
    JSON.stringify({ subCode: "MessageWritesBlocked", details: canaries.body }),
    canaries.body,
  ]) {
    const { problem } = await thrownBy((response) =>
      response.writeHead(403).end(JSON.stringify({ errorCode: 209, message })),
    );
    expect(problem.kind).toBe("refused");
    expect(problem.message).toContain("blocked the app");
  }
});

test("who has to change something is told what and where to click", async () => {
  const said = async (status: number, code: string) => (await thrownBy(saying(status, code))).problem.message;
  expect(await said(403, "ForbiddenOperationException")).toMatch(
    /admin\.teams\.microsoft\.com.*Setup policies/,
  );
  expect(await said(403, "BotDisabledByAdmin")).toMatch(/Manage apps, Voelspriet/);
  expect(await said(403, "InvalidBotApiHost")).toMatch(/TEAMS_SERVICE_URLS.*smba\.infra\.gcc/);
  expect(await said(401, "BotNotRegistered")).toMatch(/TEAMS_CLIENT_ID.*dev\.teams\.microsoft\.com/);
});

test("a new token that is refused is for an administrator; one that was good before is fetched anew", async () => {
  const fresh = await thrownBy(saying(401, "Unauthorized"));
  expect(fresh).toMatchObject({ problem: { kind: "misconfigured" }, forgotten: 1 });
  let status = 200;
  const server = await openSmallServer((_, response) => response.writeHead(status).end("{}"));
  const { call, state } = connectorAt(server.url);
  await call();
  status = 401;
  expect(await call().catch(teamsProblem)).toMatchObject({ kind: "retry", doubtful: false, retryAfterMs: 0 });
  expect(await call().catch(teamsProblem)).toMatchObject({ kind: "misconfigured" });
  expect(state.forgotten).toBe(2);
  await server.close();
});

test("Teams asks to wait: exactly so long, a second where it does not say, never days", async () => {
  const wait = async (head: Record<string, string>, status = 429) =>
    (await thrownBy(saying(status, "Throttled", head))).problem.retryAfterMs;
  expect(await wait({ "retry-after": "30" })).toBe(30_000);
  expect(await wait({})).toBe(1_000);
  expect(await wait({ "retry-after": "Tue, 17 Nov 2026 10:00:00 GMT" })).toBe(1_000);
  expect(await wait({ "retry-after": "0" })).toBe(1_000);
  expect(await wait({ "retry-after": "999999999" })).toBe(3_600_000);
  expect(await wait({ "retry-after": "7" }, 503)).toBe(7_000);
  expect((await thrownBy(saying(403, "NotEnoughPermissions"))).problem.retryAfterMs).toBeUndefined();
});

test("an answer that is not Teams' may hide that it was done", async () => {
  for (const text of [
    `<!doctype html><title>${canaries.body}</title>`,
    `{"id":"1${canaries.body}`,
    "7",
    "true",
  ]) {
    const { problem, posts } = await thrownBy((response) => response.end(text));
    expect(problem, text).toMatchObject({ kind: "retry", doubtful: true, reason: "unreadable" });
    expect(posts).toBe(1);
  }
});

test("a line that breaks or is silent: one POST, an end in time, and in doubt", async () => {
  const cut = await thrownBy((response) => response.socket?.resetAndDestroy());
  expect(cut).toMatchObject({ posts: 1, problem: { kind: "retry", doubtful: true, reason: "no_answer" } });
  const half = await thrownBy((response) => {
    response.writeHead(200, { "content-length": "1000" });
    response.write('{"id":"1', () => response.socket?.resetAndDestroy());
  });
  expect(half).toMatchObject({ posts: 1, problem: { doubtful: true, reason: "no_answer" } });
  const silent = await thrownBy(() => {}, 100);
  expect(silent).toMatchObject({ posts: 1, problem: { doubtful: true, reason: "no_answer" } });
});

test("an answer without an end is not read to its end", async () => {
  const { problem } = await thrownBy((response) => {
    const piece = Buffer.alloc(1024 * 1024, " ");
    const more = () => {
      while (!response.destroyed && response.write(piece));
    };
    response.on("drain", more);
    more();
  });
  expect(problem).toMatchObject({ reason: "unreadable" });
});

test("what never left this machine is no doubt", async () => {
  const closed = await openSmallServer(() => {});
  await closed.close();
  const problem = await connectorAt(closed.url).call().catch(teamsProblem);
  expect(problem).toMatchObject({ kind: "retry", doubtful: false, reason: "not_sent" });
  expectNoCanary(problem);
});

test("whatever else is thrown tells nothing of itself", () => {
  const cause = Object.assign(new Error(canaries.text), { code: "CERT_HAS_EXPIRED" });
  const untrusted = teamsProblem(new TypeError(canaries.body, { cause }));
  expect(untrusted).toMatchObject({ kind: "misconfigured", reason: "not_sent" });
  expectNoCanary(untrusted);
  for (const thrown of [new Error(canaries.token), canaries.text, null, { data: canaries.body }])
    expectNoCanary(teamsProblem(thrown));
  expect(teamsProblem(new RangeError("a fault of ours")).kind).toBe("bug");
});
