import type { ProblemKind } from "#base/problem.ts";

/** What a failure means for us: what can be done about it, in words for an administrator. */
export interface Meaning {
  readonly kind: ProblemKind;
  readonly says: string;
  /** It may have been done all the same. */
  readonly doubtful?: true;
  /** Slack wants to be left alone so long, in milliseconds, where it does not say how long itself. */
  readonly waitMs?: number;
}

const apps = "Open api.slack.com/apps and choose the app";

const meanings: readonly { readonly meaning: Meaning; readonly names: string }[] = [
  {
    meaning: { kind: "retry", says: "Slack asks us to wait.", waitMs: 1_000 },
    names: "ratelimited rate_limited",
  },
  {
    meaning: { kind: "retry", says: "The workspace is at its limit of messages.", waitMs: 60_000 },
    names: "message_limit_exceeded",
  },
  {
    meaning: { kind: "retry", says: "Slack failed halfway; it may have been done.", doubtful: true },
    names: "fatal_error internal_error",
  },
  {
    meaning: { kind: "retry", says: "Slack can not do this now." },
    names: `service_unavailable request_timeout team_added_to_org org_login_required external_channel_migrating
      file_update_failed hash_conflict`,
  },
  {
    meaning: {
      kind: "misconfigured",
      says: `Slack does not accept the app's token. ${apps}, OAuth & Permissions, (re)install it, put the Bot User OAuth Token in SLACK_BOT_TOKEN and restart.`,
    },
    names: `not_authed invalid_auth account_inactive token_revoked token_expired invalid_token no_authentication
      bot_not_found app_not_installed no_such_app`,
  },
  {
    meaning: {
      kind: "misconfigured",
      says: `The app lacks a permission. ${apps}, App Manifest, compare it with our manifest.json, save, then Install App and reinstall.`,
    },
    names: "missing_scope no_permission not_allowed_token_type",
  },
  {
    meaning: {
      kind: "misconfigured",
      says: "Slack does not take calls from this network. A workspace owner has to add its address (Settings & administration, or the app's Allowed IP Address Ranges).",
    },
    names: "accesslimited",
  },
  {
    meaning: {
      kind: "misconfigured",
      says: "The owners of the workspace do not let this app in. Ask them to approve it (slack.com: Settings & administration, Manage apps).",
    },
    names: `access_denied ekm_access_denied enterprise_is_restricted team_access_not_granted two_factor_setup_required
      org_restricted restricted_plan_level plan_upgrade_required upgrade_required feature_not_enabled storage_limit_reached
      team_not_found`,
  },
  {
    meaning: {
      kind: "misconfigured",
      says: `People can not read messages of this app. ${apps}, App Home, Show Tabs, and switch the Messages Tab on.`,
    },
    names: "messages_tab_disabled",
  },
  {
    meaning: { kind: "refused", says: "This reader is not there (any more)." },
    names: `channel_not_found user_not_found users_not_found user_not_visible user_disabled is_archived not_in_channel
      invalid_channel is_inactive user_is_bot user_is_restricted user_is_ultra_restricted not_visible
      invalid_user_combination`,
  },
  {
    meaning: { kind: "refused", says: "Slack does not let us write to this reader." },
    names: `cannot_dm_bot cannot_dm_user restricted_action restricted_action_read_only_channel
      restricted_action_thread_only_channel restricted_action_non_threadable_channel restricted_action_thread_locked
      method_not_supported_for_channel_type posting_to_channel_denied slack_connect_file_upload_sharing_blocked
      slack_connect_blocked_file_type team_not_allowed`,
  },
  {
    meaning: { kind: "refused", says: "The message is not there (any more), or can not be changed." },
    names: `message_not_found cant_update_message edit_window_closed thread_not_found invalid_thread_ts
      cannot_reply_to_message is_tombstoned`,
  },
  {
    meaning: { kind: "refused", says: "The screen is not there any more, or it came too late for it." },
    names: `expired_trigger_id trigger_expired exchanged_trigger_id trigger_exchanged invalid_trigger_id invalid_trigger
      trigger_mismatch not_found view_not_found push_limit_reached cannot_push_to_view no_dialog`,
  },
  {
    meaning: { kind: "bug", says: "Slack does not understand what we sent. Report this." },
    names: `invalid_blocks invalid_blocks_format msg_too_long msg_blocks_too_long no_text invalid_arguments
      invalid_arg_name invalid_arg_value invalid_array_arg invalid_charset invalid_form_data invalid_post_type
      missing_post_type invalid_json json_not_object missing_argument unknown_method method_deprecated deprecated_endpoint
      method_not_allowed as_user_not_supported block_mismatch duplicate_external_id view_too_large too_many_attachments
      markdown_text_conflict metadata_too_large invalid_metadata_schema metadata_must_be_sent_from_app too_many_users
      not_enough_users users_list_not_supplied no_channel invalid_cursor invalid_limit invalid_ts_latest invalid_ts_oldest
      invalid_view duplicate_channel_not_found duplicate_message_not_found file_not_found files_not_found no_file_data
      missing_filename invalid_filename file_uploads_disabled file_upload_size_restricted unknown_snippet_type
      unknown_subtype malware_detected invalid_user_id`,
  },
];

/** Slack's name of an error -> what it means. Names that are not in it are never repeated: they may be anything. */
export const errorMeanings: ReadonlyMap<string, Meaning> = new Map(
  meanings.flatMap(({ meaning, names }) => names.split(/\s+/).map((name) => [name, meaning] as const)),
);

const unsure = { kind: "retry", doubtful: true } as const;
const address =
  "The address of Slack's Web API is not right: look at SLACK_API_URL, and at the proxy or firewall on the road to Slack.";

const statusMeanings: Readonly<Record<number, Meaning>> = {
  401: { kind: "misconfigured", says: `Who answers for Slack does not accept our token. ${apps}.` },
  403: { kind: "misconfigured", says: address },
  404: { kind: "misconfigured", says: address },
  405: { kind: "misconfigured", says: address },
  407: { kind: "misconfigured", says: "The proxy wants somebody to sign in: look at its settings." },
  408: { ...unsure, says: "Slack did not get all of it in time." },
  410: { kind: "misconfigured", says: address },
  421: { kind: "misconfigured", says: address },
  423: { kind: "retry", says: "Slack can not do this now." },
  425: { kind: "retry", says: "Slack can not do this now." },
  429: { kind: "retry", says: "Slack asks us to wait.", waitMs: 1_000 },
  451: { kind: "misconfigured", says: address },
  511: { kind: "misconfigured", says: "The network wants somebody to sign in before it lets us out." },
};

/** What an HTTP status other than 200 means. Slack itself uses 200 and 429 only; the others come from what stands between. */
export function statusMeaning(status: number): Meaning {
  const known = statusMeanings[status];
  if (known !== undefined) return known;
  if (status >= 500) return { ...unsure, says: "Slack, or what stands between, failed." };
  if (status >= 400)
    return { kind: "bug", says: "What we sent was refused on the road to Slack. Report this." };
  return { ...unsure, says: "Something else than Slack answered: look at the proxy on the road to Slack." };
}
