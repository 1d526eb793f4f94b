import type { Json } from "./interface.ts";

/** Errors that a well-built app never gets, whatever people and administrators do. */
const offences = new Set([
  "unknown_method",
  "not_authed",
  "not_allowed_token_type",
  "missing_scope",
  "invalid_arguments",
  "invalid_blocks",
  "invalid_blocks_format",
  "invalid_json",
  "json_not_object",
  "invalid_post_type",
  "invalid_trigger_id",
  "expired_trigger_id",
  "exchanged_trigger_id",
  "push_limit_reached",
  "view_too_large",
  "msg_too_long",
  "msg_blocks_too_long",
  "no_text",
  "cant_update_message",
  "cant_delete_message",
  "invalid_metadata_format",
  "invalid_cursor",
  "invalid_limit",
  "invalid_ts_oldest",
  "invalid_ts_latest",
  "invalid_thread_ts",
  "cannot_dm_bot",
  "too_many_users",
  "file_not_found",
]);

/** Slack says no: `{ok: false, error}` and more of the answer. */
export class Refusal extends Error {
  readonly error: string;
  readonly more: Json;
  /** Whose doing it is: the app's own, or that of the world it is in. */
  readonly blame: "app" | "world";

  constructor(
    error: string,
    more: Json = {},
    blame: "app" | "world" = offences.has(error) ? "app" : "world",
  ) {
    super(error);
    this.error = error;
    this.more = more;
    this.blame = blame;
  }
}

/** Blocks or a view with faults in them, in the words in which Slack lists them. */
export function malformed(
  error: "invalid_blocks" | "invalid_arguments",
  faults: readonly string[],
  blame: "app" | "world" = "app",
): Refusal {
  const messages = faults.map((fault) => `[ERROR] ${fault}`);
  const listed = error === "invalid_blocks" ? { errors: faults } : {};
  return new Refusal(error, { ...listed, response_metadata: { messages } }, blame);
}
