import { z } from "zod";
import { derivedId } from "#base/ids.ts";
import { commandOf } from "#chat/command.ts";
import { actOf, unpack } from "#chat/packed.ts";
import { type ModalNote, noteOf, plainNote } from "#chat/slack/answer/modal-stack.ts";
import type { Arrival, Place } from "#chat/slack/inbound/arrival.ts";
import { asTyped } from "#chat/slack/inbound/as-typed.ts";
import { fieldsOf } from "#chat/slack/inbound/submission.ts";
import { arrivalOfEvent, isOurs, userId } from "#chat/slack/inbound/typed.ts";
import type { Here } from "#chat/slack/line/claims.ts";
import { addressOf } from "#chat/slack/place.ts";
import { type Act, formActs, type Press } from "#signal/press.ts";

/** The shortcuts of the manifest. */
export const globalShortcut = "signaal_delen";
export const messageShortcut = "signaal_van_bericht";

const triggerId = z.string().min(1).max(200);
const responseUrl = z.string().max(2000).nullish().default(null);
const viewId = z.string().min(1).max(60);
const who = z.looseObject({ id: userId, team_id: z.string().nullish() });

const buttonPressed = z.looseObject({
  user: who,
  trigger_id: triggerId,
  response_url: responseUrl,
  container: z.looseObject({
    message_ts: z.string().max(40).optional(),
    is_ephemeral: z.boolean().optional(),
  }),
  view: z
    .looseObject({ id: viewId, type: z.enum(["modal", "home"]), private_metadata: z.string().optional() })
    .nullish(),
  actions: z
    .array(z.looseObject({ type: z.string(), action_id: z.string().max(255), action_ts: z.string().max(40) }))
    .min(1),
});

const modalSent = z.looseObject({
  user: who,
  view: z.looseObject({
    id: viewId,
    root_view_id: viewId.nullish(),
    callback_id: z.string().max(255),
    private_metadata: z.string().max(3000),
    state: z.looseObject({ values: z.record(z.string(), z.record(z.string(), z.unknown())) }),
  }),
});

const shortcutUsed = z.looseObject({
  user: who,
  trigger_id: triggerId,
  response_url: responseUrl,
  callback_id: z.string().max(255),
  message: z.looseObject({ text: z.string().nullish() }).optional(),
});

const commandTyped = z.looseObject({
  command: z.string().max(100),
  text: z.string().default(""),
  user_id: userId,
  trigger_id: triggerId,
  response_url: responseUrl,
});

const body = z.looseObject({ type: z.string().optional(), command: z.string().optional() });

const nothing: Arrival = { kind: "nothing" };
const unclear: Arrival = { kind: "unclear" };

/** What Slack delivered, as what it is to us. Never throws: what is wrong or not ours is `unclear` or `nothing`. */
export function arrivalOf(delivered: unknown, here: Here): Arrival {
  const parsed = body.safeParse(delivered);
  if (!parsed.success) return nothing;
  const { type, command } = parsed.data;
  if (command !== undefined) return ofCommand(delivered, here);
  switch (type) {
    case "event_callback":
      return arrivalOfEvent(delivered, here);
    case "block_actions":
      return ofButton(delivered, here);
    case "view_submission":
      return ofModal(delivered, here);
    case "shortcut":
    case "message_action":
      return ofShortcut(delivered, here);
    default:
      return nothing;
  }
}

function ofButton(delivered: unknown, here: Here): Arrival {
  const parsed = buttonPressed.safeParse(delivered);
  if (!parsed.success || !isOurs(parsed.data.user.team_id, here)) return unclear;
  const { user, container, view, trigger_id, response_url, actions } = parsed.data;
  const [action] = actions;
  const act = action?.type === "button" ? actOf(action.action_id) : null;
  const carried = unpack(action?.["value"]);
  const where = view?.id ?? container.message_ts;
  if (action === undefined || act === null || carried === null || where === undefined) return unclear;
  const place: Place =
    view === null || view === undefined
      ? { at: "message", triggerId: trigger_id, respond: response_url, kept: container.is_ephemeral !== true }
      : view.type === "home"
        ? { at: "home", triggerId: trigger_id }
        : {
            at: "modal",
            triggerId: trigger_id,
            viewId: view.id,
            note: noteOf(view.private_metadata) ?? plainNote,
          };
  const press: Press = {
    key: `action:${where}:${action.action_ts}:${action.action_id}`,
    by: addressOf({ home: here.home, id: user.id }),
    act,
    on: carried.on,
    fields: carried.fields,
  };
  return { kind: "press", press, prefill: null, place };
}

function ofModal(delivered: unknown, here: Here): Arrival {
  const parsed = modalSent.safeParse(delivered);
  if (!parsed.success || !isOurs(parsed.data.user.team_id, here)) return unclear;
  const { user, view } = parsed.data;
  const act = formActNamed(view.callback_id);
  const note = noteOf(view.private_metadata);
  if (act === null || note === null) return unclear;
  const { fields, inputs } = fieldsOf(view.state.values);
  return {
    kind: "press",
    press: {
      key: keyOfModal(view.id, note, fields),
      by: addressOf({ home: here.home, id: user.id }),
      act,
      on: note.on,
      fields,
    },
    prefill: null,
    place: { at: "dialog", viewId: view.id, rootViewId: view.root_view_id ?? view.id, inputs, note },
  };
}

/**
 * A dialog stays open where our acknowledgement did not arrive in time, and can then be changed and sent again, though it was
 * kept: the same words are the same press, other words are not.
 */
function keyOfModal(id: string, { turn }: ModalNote, fields: NonNullable<Press["fields"]>): string {
  const filled = derivedId("filled", JSON.stringify(fields, Object.keys(fields).toSorted()));
  return ["view", id, turn, filled].filter((part) => part !== "").join(":");
}

function formActNamed(name: string): Act | null {
  return formActs.find((act) => act === name) ?? null;
}

function ofShortcut(delivered: unknown, here: Here): Arrival {
  const parsed = shortcutUsed.safeParse(delivered);
  if (!parsed.success || !isOurs(parsed.data.user.team_id, here)) return unclear;
  const { user, callback_id, trigger_id, response_url, message } = parsed.data;
  if (callback_id !== globalShortcut && callback_id !== messageShortcut) return unclear;
  const text = callback_id === messageShortcut ? asTyped(message?.text ?? "").trim() : "";
  return {
    kind: "press",
    press: {
      key: `trigger:${trigger_id}`,
      by: addressOf({ home: here.home, id: user.id }),
      act: "report",
      on: "",
      fields: null,
    },
    prefill: text === "" ? null : text,
    place: { at: "shortcut", respond: response_url, triggerId: trigger_id },
  };
}

function ofCommand(delivered: unknown, here: Here): Arrival {
  const parsed = commandTyped.safeParse(delivered);
  if (!parsed.success) return unclear;
  const { text, user_id, trigger_id, response_url } = parsed.data;
  const { act, fields, prefill, helpBelow } = commandOf(asTyped(text));
  return {
    kind: "press",
    press: {
      key: `trigger:${trigger_id}`,
      by: addressOf({ home: here.home, id: user_id }),
      act,
      on: "",
      fields,
    },
    prefill,
    place: { at: "command", respond: response_url, triggerId: trigger_id, helpBelow },
  };
}
