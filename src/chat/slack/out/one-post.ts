import { statusProblem, unreadable } from "#chat/slack/errors.ts";

/** A page of two hundred long messages is below this. */
const mostBytes = 16 * 1024 * 1024;

/** What of the answer's head is of use. */
const keptHeaders = ["x-oauth-scopes", "x-accepted-oauth-scopes"];

/**
 * `fetch` as the Web API client may use it: what is not a plain answer of Slack (a status, a redirect, half a body, a
 * page of a proxy) is thrown here as a Problem, before the client makes an error of it that repeats the body.
 */
export const postOnce: typeof fetch = async (url, init) => {
  const response = await fetch(url, { ...init, redirect: "manual" });
  if (response.status !== 200) {
    await response.body?.cancel();
    throw statusProblem(response.status, response.headers.get("retry-after"));
  }
  const text = await textOf(response);
  if (!isAnswer(text)) throw unreadable();
  const headers = keptHeaders.flatMap((name): [string, string][] => {
    const value = response.headers.get(name);
    return value === null ? [] : [[name, value]];
  });
  return new Response(text, { headers });
};

/** Sends a file where Slack wants it. The address holds its own permission: our token stays here. */
export async function postFile(url: string, bytes: Uint8Array, timeoutMs: number): Promise<void> {
  const response = await fetch(url, {
    method: "POST",
    headers: { "content-type": "application/octet-stream" },
    body: new Uint8Array(bytes),
    redirect: "manual",
    signal: AbortSignal.timeout(timeoutMs),
  });
  await response.body?.cancel();
  if (response.status !== 200) throw statusProblem(response.status, response.headers.get("retry-after"));
}

async function textOf(response: Response): Promise<string> {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of response.body ?? []) {
    bytes += chunk.byteLength;
    if (bytes > mostBytes) throw unreadable();
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString("utf8");
}

/** `{"ok": …}`, and nothing else. */
function isAnswer(text: string): boolean {
  try {
    const answer: unknown = JSON.parse(text);
    return typeof answer === "object" && answer !== null && "ok" in answer && typeof answer.ok === "boolean";
  } catch {
    return false;
  }
}
