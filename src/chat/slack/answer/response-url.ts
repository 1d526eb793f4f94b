import { statusProblem } from "#chat/slack/errors.ts";

/** Says something to the one who pressed, and to nobody else, at the address that Slack gave with the press. */
export type PrivateWord = (url: string, text: string) => Promise<void>;

const longestMs = 3_000;
const slacksOwn = /^hooks\.slack(-gov)?\.com$/;

/** `apiUrl`: a gateway or a test may have these addresses on its own origin; nothing is sent anywhere else. Throws SlackProblem. */
export function openPrivateWord(apiUrl: string | null): PrivateWord {
  return async (url, text) => {
    if (!mayAnswerAt(url, apiUrl)) return;
    const response = await fetch(url, {
      method: "POST",
      headers: { "content-type": "application/json; charset=utf-8" },
      body: JSON.stringify({ response_type: "ephemeral", replace_original: false, text }),
      redirect: "manual",
      signal: AbortSignal.timeout(longestMs),
    });
    await response.body?.cancel();
    if (response.status !== 200) throw statusProblem(response.status, response.headers.get("retry-after"));
  };
}

function mayAnswerAt(url: string, apiUrl: string | null): boolean {
  if (!URL.canParse(url)) return false;
  const { protocol, hostname, origin, username } = new URL(url);
  if (username !== "") return false;
  if (protocol === "https:" && slacksOwn.test(hostname)) return true;
  return apiUrl !== null && URL.canParse(apiUrl) && origin === new URL(apiUrl).origin;
}
