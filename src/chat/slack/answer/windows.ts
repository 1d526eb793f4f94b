import { errorName, type Log } from "#base/log.ts";
import { SlackProblem } from "#chat/slack/errors.ts";
import type { SlackHome, SlackMessage, SlackModal } from "#chat/slack/look/blocks.ts";
import type { SlackApi } from "#chat/slack/out/web-api.ts";

/** The windows of Slack: modals, and App Home. Each is tried once, and none of it throws: true says that it stands there. */
export interface Windows {
  /** A trigger opens one window, within 3 s. */
  open(triggerId: string, view: SlackModal): Promise<boolean>;
  /** On top of the modal that was pressed in; Slack takes three on top of each other. */
  push(triggerId: string, view: SlackModal): Promise<boolean>;
  /** What stands there changes; needs no trigger. */
  update(viewId: string, view: SlackModal): Promise<boolean>;
  publish(user: string, view: SlackHome): Promise<boolean>;
  /** In a channel, for one person's eyes. */
  hint(message: SlackMessage & { readonly channel: string; readonly user: string }): Promise<boolean>;
}

/** Slack says so when the same press came twice: the first one opened it. */
const openAlready = ["exchanged_trigger_id", "trigger_exchanged"];

export function openWindows(api: Pick<SlackApi, "call">, log: Log): Windows {
  async function tried(method: string, args: Readonly<Record<string, unknown>>): Promise<boolean> {
    try {
      await api.call(method, args);
      return true;
    } catch (thrown) {
      if (thrown instanceof SlackProblem && openAlready.includes(thrown.reason)) return true;
      log.warn("a window of Slack did not open", {
        platform: "slack",
        kind: method,
        error: errorName(thrown),
      });
      return false;
    }
  }
  return {
    open: (trigger_id, view) => tried("views.open", { trigger_id, view }),
    push: (trigger_id, view) => tried("views.push", { trigger_id, view }),
    update: (view_id, view) => tried("views.update", { view_id, view }),
    hint: (message) => tried("chat.postEphemeral", { ...message }),
    publish: (user_id, view) => tried("views.publish", { user_id, view }),
  };
}
