import { WebClient } from "@slack/web-api";
import { SlackProblem, slackProblem } from "#chat/slack/errors.ts";
import { quiet } from "#chat/slack/line/quiet.ts";
import { postFile, postOnce } from "#chat/slack/out/one-post.ts";

/** What Slack answered: `ok` is true, the rest is unread. Check it with zod. */
export type SlackAnswer = Record<string, unknown>;

/** Slack's Web API, one POST at a time: whoever calls decides about trying again. */
export interface SlackApi {
  /**
   * One POST to a method such as `chat.postMessage`, never more. Lasts at most 4 s. Throws `SlackProblem` (errors.ts):
   * `reason` is Slack's own word for it, `doubtful` says that it may have been done all the same.
   */
  call(method: string, args?: Readonly<Record<string, unknown>>): Promise<SlackAnswer>;
  /** One POST of a file to the address that `files.getUploadURLExternal` gave, without our token. Throws as `call`. */
  upload(url: string, bytes: Uint8Array): Promise<void>;
}

export interface SlackApiOptions {
  /** `xoxb-…`; `xapp-…` for `apps.connections.open`. */
  readonly token: string;
  /** Null: Slack's own. Another one is a gateway or GovSlack; also what tests use. */
  readonly apiUrl: string | null;
  /** 4,000 where it is not said. */
  readonly timeoutMs?: number;
}

const slacksOwn = "https://slack.com/api/";
const longestCallMs = 4_000;

/** Opens the Web API. Makes no call, and never logs: what its client would say repeats what was sent. */
export function openSlackApi({ token, apiUrl, timeoutMs = longestCallMs }: SlackApiOptions): SlackApi {
  const base = apiUrl ?? slacksOwn;
  const client = new WebClient(token, {
    slackApiUrl: base,
    logger: quiet,
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
    timeout: timeoutMs,
    allowAbsoluteUrls: false,
    fetch: postOnce,
  });
  return {
    async call(method, args = {}) {
      try {
        return { ...(await client.apiCall(method, { ...args })) };
      } catch (thrown) {
        throw slackProblem(thrown);
      }
    },
    async upload(url, bytes) {
      if (!mayUploadTo(url, base)) {
        throw new SlackProblem("bug", "Slack wants a file at an address that is not safe.", {
          reason: "unsafe",
        });
      }
      try {
        await postFile(url, bytes, timeoutMs);
      } catch (thrown) {
        throw slackProblem(thrown);
      }
    },
  };
}

/** Over TLS; or to the same place as our calls, for a test or a gateway on this machine. */
function mayUploadTo(url: string, base: string): boolean {
  if (!URL.canParse(url) || !URL.canParse(base)) return false;
  const { protocol, origin, username } = new URL(url);
  return username === "" && (protocol === "https:" || origin === new URL(base).origin);
}
