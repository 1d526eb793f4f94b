import type { ServerResponse } from "node:http";
import { inspect } from "node:util";
import { expect, test } from "vitest";
import { complaintOf } from "#base/complaint.ts";
import { errorName } from "#base/log.ts";
import type { ProblemKind } from "#base/problem.ts";
import { SlackProblem, slackProblem } from "#chat/slack/errors.ts";
import { openSlackApi } from "#chat/slack/out/web-api.ts";
import { openSmallServer } from "./support/small-server.ts";

/** Things that may never come out again. */
const canaries = {
  token: "xoxb-0000-canary-token",
  channel: "D0CANARY01",
  user: "U0CANARY02",
  text: "kanarie in het verhaal",
  body: "kanarie-in-het-antwoord",
};
const message = { channel: canaries.channel, user: canaries.user, text: canaries.text };

/** What a call throws when the other side answers so. */
async function thrownBy(
  answer: (response: ServerResponse) => void,
  timeoutMs = 4_000,
): Promise<{ readonly problem: SlackProblem; readonly posts: number }> {
  const server = await openSmallServer((_, response) => answer(response));
  const api = openSlackApi({ token: canaries.token, apiUrl: `${server.url}api/`, timeoutMs });
  const problem = await api.call("chat.postMessage", message).then(
    () => {
      throw new Error("It should have failed.");
    },
    (thrown: unknown) => thrown,
  );
  const posts = server.asked.length;
  await server.close();
  if (!(problem instanceof SlackProblem)) throw new Error(`Not a SlackProblem: ${String(problem)}`);
  expectNoCanary(problem);
  return { problem, posts };
}

/** Everything that could be written down of it, by us or by a crash. */
function expectNoCanary(problem: SlackProblem): void {
  const everything = [
    problem.message,
    problem.stack,
    errorName(problem),
    complaintOf(problem),
    inspect(problem, { depth: 20, showHidden: true }),
  ].join("\n");
  for (const canary of Object.values(canaries)) expect(everything).not.toContain(canary);
}

const said =
  (error: string, more: object = {}) =>
  (response: ServerResponse) =>
    response.end(JSON.stringify({ ok: false, error, detail: canaries.body, ...more }));

/** What must come of every HTTP status. */
function expectedOf(status: number): { readonly kind: ProblemKind; readonly doubtful: boolean } {
  if ([401, 403, 404, 405, 410, 421, 451, 511].includes(status))
    return { kind: "misconfigured", doubtful: false };
  if ([423, 425, 429].includes(status)) return { kind: "retry", doubtful: false };
  if (status === 408) return { kind: "retry", doubtful: true };
  if (status >= 400 && status < 500) return { kind: "bug", doubtful: false };
  return { kind: "retry", doubtful: true };
}

test("every HTTP status has an outcome, with one POST each and nothing of the answer in it", {
  timeout: 60_000,
}, async () => {
  let status = 201;
  const server = await openSmallServer((_, response) => {
    response.writeHead(status).end([204, 304].includes(status) ? undefined : canaries.body);
  });
  const api = openSlackApi({ token: canaries.token, apiUrl: `${server.url}api/` });
  for (; status < 600; status++) {
    const before = server.asked.length;
    const problem = await api.call("chat.postMessage", message).catch(slackProblem);
    // Node's fetch makes a broken line of a 407 that no proxy of its own gave.
    const isShown = status !== 407;
    expect(problem, String(status)).toMatchObject(
      isShown
        ? { ...expectedOf(status), reason: `http_${status}` }
        : { kind: "retry", doubtful: true, reason: "no_answer" },
    );
    expectNoCanary(problem as SlackProblem);
    // A 421 says that nobody looked at it: the one case in which fetch itself asks once more.
    expect(server.asked.length - before, `POSTs at ${status}`).toBe(status === 421 ? 2 : 1);
  }
  await server.close();
});

const known: Readonly<Record<ProblemKind, string>> = {
  retry: `ratelimited rate_limited message_limit_exceeded fatal_error internal_error service_unavailable
    request_timeout team_added_to_org org_login_required`,
  misconfigured: `not_authed invalid_auth account_inactive token_revoked token_expired missing_scope no_permission
    not_allowed_token_type accesslimited access_denied ekm_access_denied enterprise_is_restricted
    team_access_not_granted two_factor_setup_required messages_tab_disabled`,
  refused: `channel_not_found user_not_found users_not_found user_not_visible user_disabled is_archived not_in_channel
    cannot_dm_bot restricted_action restricted_action_read_only_channel method_not_supported_for_channel_type
    message_not_found cant_update_message edit_window_closed expired_trigger_id not_found`,
  bug: `invalid_blocks msg_too_long msg_blocks_too_long no_text invalid_arguments invalid_arg_name invalid_form_data
    missing_post_type unknown_method view_too_large an_error_of_next_year`,
};

for (const [kind, names] of Object.entries(known)) {
  test(`what Slack says by name: ${kind}`, async () => {
    for (const name of names.split(/\s+/)) {
      const { problem, posts } = await thrownBy(said(name));
      expect(problem, name).toMatchObject({
        kind,
        reason: name === "an_error_of_next_year" ? "unknown" : name,
        doubtful: name === "fatal_error" || name === "internal_error",
      });
      expect(posts).toBe(1);
    }
  });
}

test("who has to change something is told what and where, and which permission is missing", async () => {
  const revoked = await thrownBy(said("token_revoked"));
  expect(revoked.problem.message).toMatch(/SLACK_BOT_TOKEN.*token_revoked/);
  const scope = await thrownBy(said("missing_scope", { needed: "im:write" }));
  expect(scope.problem.message).toContain("It needs im:write.");
  const strange = await thrownBy(said("missing_scope", { needed: canaries.body }));
  expect(strange.problem.message).not.toContain("It needs");
});

test("Slack asks to wait: exactly so long, a second where it does not say, never days", async () => {
  const wait = async (head: Record<string, string>, body: string, status: number) =>
    (await thrownBy((response) => response.writeHead(status, head).end(body))).problem.retryAfterMs;
  expect(await wait({ "retry-after": "30" }, "", 429)).toBe(30_000);
  expect(await wait({}, "", 429)).toBe(1_000);
  expect(await wait({ "retry-after": "Tue, 17 Nov 2026 10:00:00 GMT" }, "", 429)).toBe(1_000);
  expect(await wait({ "retry-after": "0" }, "", 429)).toBe(1_000);
  expect(await wait({ "retry-after": "999999999" }, "", 429)).toBe(3_600_000);
  expect(await wait({ "retry-after": "7" }, "", 503)).toBe(7_000);
  expect(await wait({}, '{"ok":false,"error":"ratelimited"}', 200)).toBe(1_000);
  expect(await wait({}, '{"ok":false,"error":"user_disabled"}', 200)).toBeUndefined();
});

test("an answer that is not Slack's may hide that it was done", async () => {
  const strange = [
    `<!doctype html><title>${canaries.body}</title>`,
    `{"ok":true,"ts":"1.${canaries.body}`,
    "null",
    "7",
    `["${canaries.body}"]`,
    "",
    `{"ok":"yes","error":"${canaries.body}"}`,
    `{"error":"${canaries.body}"}`,
  ];
  for (const body of strange) {
    const { problem, posts } = await thrownBy((response) => response.end(body));
    expect(problem, body).toMatchObject({ kind: "retry", doubtful: true, reason: "unreadable" });
    expect(posts).toBe(1);
  }
  const { problem } = await thrownBy(said(`${canaries.body} with spaces`));
  expect(problem).toMatchObject({ kind: "retry", doubtful: true, reason: "unreadable" });
});

test("a line that breaks or is silent: one POST, an end in time, and in doubt", async () => {
  const cut = await thrownBy((response) => response.socket?.resetAndDestroy());
  expect(cut).toMatchObject({ posts: 1, problem: { kind: "retry", doubtful: true, reason: "no_answer" } });
  const half = await thrownBy((response) => {
    response.writeHead(200, { "content-length": "1000" });
    response.write('{"ok":true', () => response.socket?.resetAndDestroy());
  });
  expect(half).toMatchObject({ posts: 1, problem: { doubtful: true, reason: "no_answer" } });
  const start = performance.now();
  const silent = await thrownBy(() => {}, 200);
  expect(silent).toMatchObject({ posts: 1, problem: { doubtful: true, reason: "no_answer" } });
  const slow = await thrownBy((response) => {
    response.writeHead(200);
    const drip = setInterval(() => response.write(" "), 20);
    response.once("close", () => clearInterval(drip));
  }, 200);
  expect(slow).toMatchObject({ posts: 1, problem: { doubtful: true, reason: "no_answer" } });
  expect(performance.now() - start).toBeLessThan(2_000);
});

test("a redirect is not followed, with or without our token", async () => {
  const elsewhere = await openSmallServer((_, response) => response.end('{"ok":true}'));
  const { problem } = await thrownBy((response) =>
    response.writeHead(307, { location: elsewhere.url }).end(),
  );
  expect(problem).toMatchObject({ kind: "retry", reason: "http_307" });
  expect(elsewhere.asked).toEqual([]);
  await elsewhere.close();
});

test("what never left this machine is no doubt", async () => {
  const closed = await openSmallServer(() => {});
  await closed.close();
  for (const apiUrl of [`${closed.url}api/`, "http://nergens.invalid/api/"]) {
    const api = openSlackApi({ token: canaries.token, apiUrl });
    const problem = await api.call("chat.postMessage", message).catch(slackProblem);
    expect(problem).toMatchObject({ kind: "retry", doubtful: false, reason: "not_sent" });
    expectNoCanary(problem as SlackProblem);
  }
});

test("whatever else is thrown tells nothing of itself", () => {
  const cause = Object.assign(new Error(canaries.text), { code: "CERT_HAS_EXPIRED" });
  const untrusted = slackProblem(new TypeError(canaries.body, { cause }));
  expect(untrusted).toMatchObject({ kind: "misconfigured", reason: "not_sent" });
  expectNoCanary(untrusted);
  for (const thrown of [new Error(canaries.token), canaries.text, null, { data: canaries.body }])
    expectNoCanary(slackProblem(thrown));
});

test("a file goes up without our token, and only over a safe line", async () => {
  const server = await openSmallServer((_, response) => response.end("OK"));
  const api = openSlackApi({ token: canaries.token, apiUrl: `${server.url}api/` });
  await api.upload(`${server.url}upload/1`, Buffer.from("png"));
  expect(server.asked).toMatchObject([{ path: "/upload/1", body: "png" }]);
  expect(JSON.stringify(server.asked)).not.toContain(canaries.token);
  for (const url of [
    "http://elders.example/upload",
    "file:///etc/passwd",
    "nothing",
    "https://a:b@c.example/",
  ])
    await expect(api.upload(url, Buffer.from("png"))).rejects.toMatchObject({ reason: "unsafe" });
  await server.close();
  await expect(api.upload(`${server.url}upload/1`, Buffer.from("png"))).rejects.toMatchObject({
    kind: "retry",
    reason: "not_sent",
  });
});

test("the token is in the head of a call, never in its body or address", async () => {
  const server = await openSmallServer((_, response) => response.end('{"ok":true,"ts":"1.2"}'));
  const api = openSlackApi({ token: canaries.token, apiUrl: `${server.url}api/` });
  expect(await api.call("chat.postMessage", { ...message, blocks: [{ type: "divider" }] })).toMatchObject({
    ts: "1.2",
  });
  const [asked] = server.asked;
  expect(asked?.headers.authorization).toBe(`Bearer ${canaries.token}`);
  expect(`${asked?.path}${asked?.body}`).not.toContain(canaries.token);
  await server.close();
});
