import { Problem } from "#base/problem.ts";

/** An answer is a few hundred characters; of a wordy service some thousands. In bytes. */
const mostBytes = 256_000;

/**
 * A fetch that goes to one address only: no redirects, only JSON, only so much of it, and only the headers that are
 * needed (the package would take more from the environment). The whole body is read, so that a time limit holds for all
 * of it. What is not a success keeps its status and loses its body: that could repeat the message.
 */
export function carefulFetch(apiKey: string | null): typeof fetch {
  return async (address, init) => {
    const response = await fetch(address, {
      method: "POST",
      body: init?.body ?? null,
      signal: init?.signal ?? null,
      redirect: "manual",
      headers: {
        accept: "application/json",
        "content-type": "application/json",
        ...(apiKey === null ? {} : { authorization: `Bearer ${apiKey}` }),
      },
    });
    const { status, headers } = response;
    if (status !== 200) {
      const body = await failureIn(response);
      const retryAfter = headers.get("retry-after");
      return Response.json(body, {
        status: status < 300 ? 502 : status,
        headers: retryAfter === null ? {} : { "retry-after": retryAfter },
      });
    }
    if (!/^application\/json\b/i.test(headers.get("content-type") ?? "")) {
      await response.body?.cancel();
      throw new Problem(
        "misconfigured",
        "MODEL_URL answers, but not with JSON: expected the address of an OpenAI-compatible service, up to and with /v1. Correct it.",
      );
    }
    const body = await bounded(response);
    if (!isJson(body)) throw new Problem("retry", "The language model's service sent broken JSON.");
    return new Response(body, { headers: { "content-type": "application/json" } });
  };
}

/** Of a failure only which parameter and which code it is about, and these only where they are plain words. */
async function failureIn(
  response: Response,
): Promise<{ error: { param: string | null; code: string | null } }> {
  const nothing = { error: { param: null, code: null } };
  try {
    const read: unknown = JSON.parse(await bounded(response));
    const error = isThing(read) && isThing(read["error"]) ? read["error"] : {};
    return { error: { param: plain(error["param"]), code: plain(error["code"]) } };
  } catch (thrown) {
    if (thrown instanceof Error && thrown.name === "AbortError") throw thrown;
    return nothing;
  }
}

/** The package would throw the broken text itself, words of the message and all. */
function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

function isThing(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}

function plain(value: unknown): string | null {
  return typeof value === "string" && /^[a-z_.]{1,60}$/.test(value) ? value : null;
}

async function bounded(response: Response): Promise<string> {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of response.body ?? []) {
    bytes += chunk.length;
    if (bytes > mostBytes)
      throw new Problem(
        "refused",
        `The language model's answer is longer than ${mostBytes} bytes. It was not read.`,
      );
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString();
}
