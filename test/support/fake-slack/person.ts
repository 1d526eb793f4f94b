import { messageJson } from "./channels.ts";
import { changed, deleted } from "./chat-methods.ts";
import type { Courier } from "./courier.ts";
import { fillInput, heldBack } from "./form-filling.ts";
import type { Delivery, Json, Person, Sending, Where } from "./interface.ts";
import * as payloads from "./payloads.ts";
import { asText, elementsIn, seenMessage, seenView, wordsOf } from "./reading.ts";
import { applyCommand, applySubmission } from "./submission.ts";
import { viewJson } from "./view-shelf.ts";
import type { Channel, Message, View, World } from "./world.ts";

/** Somebody with the client in front of them. */
export function personOf(world: World, courier: Courier, id: string): Person {
  const dmChannel = () => world.dmOf(id);
  const top = () => world.stackOf(id).at(-1);

  function needTop(): View {
    const view = top();
    if (view === undefined) throw new Error(`${id} has no dialog open.`);
    return view;
  }

  function interact(payload: Json, sending: Sending): Promise<Delivery> {
    return courier.deliver({ kind: "interactive", payload }, sending);
  }

  function tell(event: Json, sending: Sending, ts = ""): Promise<Delivery> {
    const payload = payloads.eventCallback(world, event, id, sending);
    return courier.deliver({ kind: "event", payload }, { ...sending, ts });
  }

  function write(channel: Channel, user: string, text: string, threadTs: string | null): Message {
    const message: Message = {
      channel: channel.id,
      ts: world.ts(),
      // Slack's client answers a reply in the thread where that stands.
      threadTs: threadTs === null ? null : (world.message(channel.id, threadTs)?.threadTs ?? threadTs),
      broadcast: false,
      user,
      ...payloads.typedText(text),
      editedTs: null,
      earlier: [],
      metadata: null,
    };
    channel.messages.push(message);
    return message;
  }

  function own(ts: string): Message {
    const message = world.message(dmChannel().id, ts);
    if (message === undefined || message.user !== id) throw new Error(`${id} typed no message ${ts}.`);
    return message;
  }

  /** Where the button is that somebody presses. */
  function findButton(button: string, where: Where) {
    const places = placesOf(where);
    for (const on of places) {
      const buttons = elementsIn(on.blocks).filter(({ element }) => element.type === "button");
      const found =
        buttons.find(({ element }) => wordsOf(element.text) === button) ??
        buttons.find(({ element }) => element.action_id === button);
      if (found !== undefined) return { ...found, on };
    }
    const shown = places.slice(0, 3).map(
      (on) =>
        `[${elementsIn(on.blocks)
          .map(({ element }) => wordsOf(element.text))
          .join(", ")}]`,
    );
    throw new Error(`${id} sees no button "${button}". The newest places have: ${shown.join(" ")}.`);
  }

  /** Newest first. */
  function placesOf(
    where: Where,
  ): readonly (Message | View | (payloads.Ephemeral & { blocks: readonly Json[] }))[] {
    const inside = where.in ?? (where.ts === undefined && top() !== undefined ? "view" : "message");
    if (inside === "view") return [needTop()];
    const home = world.homes.get(id);
    if (inside === "home") return home === undefined ? [] : [home];
    const channel = where.channel ?? dmChannel().id;
    if (inside === "ephemeral") return world.ephemerals.filter((one) => one.user === id).toReversed();
    const all = world.channels.get(channel)?.messages ?? [];
    return all.filter((one) => where.ts === undefined || one.ts === where.ts).toReversed();
  }

  const person: Person = {
    id,
    dm(text, options = {}) {
      const message = write(dmChannel(), id, text, options.thread_ts ?? null);
      const told = { ...messageJson(world, message), channel: message.channel, channel_type: "im" };
      return tell({ ...told, event_ts: message.ts }, options, message.ts);
    },
    dmUnheard: (text, options = {}) => write(dmChannel(), id, text, options.thread_ts ?? null).ts,
    edit(ts, text, options = {}) {
      const message = own(ts);
      const previous = messageJson(world, message);
      message.earlier.push({ text: message.text, blocks: message.blocks });
      Object.assign(message, payloads.typedText(text), { editedTs: world.ts() });
      const event = changed(world, messageJson(world, message), previous);
      return tell({ ...event, channel: message.channel, channel_type: "im" }, options);
    },
    remove(ts, options = {}) {
      const message = own(ts);
      const { messages } = dmChannel();
      messages.splice(messages.indexOf(message), 1);
      const event = deleted(world, messageJson(world, message));
      return tell({ ...event, channel: message.channel, channel_type: "im" }, options);
    },
    async command(command, text = "", options = {}) {
      const channel = options.channel ?? dmChannel().id;
      const payload = payloads.slashCommand(world, id, { command, text, channel }, options);
      const delivery = await courier.deliver({ kind: "command", payload }, options);
      applyCommand(world, id, channel, delivery);
      return delivery;
    },
    shortcut: (callbackId, options = {}) =>
      interact(payloads.globalShortcut(world, id, callbackId, options), options),
    messageShortcut(callbackId, on, options = {}) {
      const channel = channelOf(world, on.channel ?? dmChannel().id);
      const message =
        (on.ts === undefined ? undefined : channel.messages.find((one) => one.ts === on.ts)) ??
        write(channel, on.author ?? id, on.text, null);
      const told = { ...messageJson(world, message), ...on.more };
      return interact(
        payloads.messageShortcut(world, id, { callbackId, channel: channel.id, message: told }, options),
        options,
      );
    },
    openHome(options = {}) {
      const home = world.homes.get(id);
      const tab = options.tab ?? "home";
      const view = home === undefined || tab === "messages" ? {} : { view: viewJson(world, home) };
      const channel = dmChannel().id;
      return tell(
        { type: "app_home_opened", user: id, channel, tab, ...view, event_ts: world.ts() },
        options,
      );
    },
    press(button, options = {}) {
      const pressed = findButton(button, options);
      return interact(payloads.blockActions(world, id, pressed, options), options);
    },
    fillIn(values) {
      const view = needTop();
      for (const [name, filled] of Object.entries(values)) fillInput(view, name, filled);
      return person;
    },
    async submit(options = {}) {
      const view = needTop();
      if (view.definition.submit === undefined) throw new Error("The dialog has no submit button.");
      const held = heldBack(view);
      if (held.length > 0) throw new Error(`The client holds the dialog back: ${held.join("; ")}.`);
      const delivery = await interact(payloads.viewPayload(world, "view_submission", view, options), options);
      applySubmission(world, view, delivery);
      return delivery;
    },
    async close(options = {}) {
      const view = needTop();
      world.stackOf(id).pop();
      if (view.definition.notify_on_close !== true) return null;
      return interact(payloads.viewPayload(world, "view_closed", view, options), options);
    },
    submitRaw(raw, options = {}) {
      const { team } = payloads.whereOf(world, id, options);
      const view = {
        id: world.id("V"),
        team_id: team,
        type: "modal",
        blocks: [],
        private_metadata: raw.private_metadata ?? "",
        callback_id: raw.callback_id,
        state: { values: raw.values ?? {} },
        hash: "1764000000.abcdefgh",
        title: { type: "plain_text", text: "View Title", emoji: true },
        clear_on_close: false,
        notify_on_close: false,
        close: null,
        submit: { type: "plain_text", text: "Submit", emoji: true },
        previous_view_id: null,
        root_view_id: null,
        app_id: world.appId,
        external_id: "",
        app_installed_team_id: world.enterprise?.id ?? team,
        bot_id: world.bot.botId,
        ...raw.view,
      };
      const payload = {
        type: "view_submission",
        ...payloads.interaction(world, id, options),
        trigger_id: world.trigger(id, team, view.id),
        response_urls: [],
        view,
      };
      return interact(payload, options);
    },
    pressRaw(raw, options = {}) {
      const { team } = payloads.whereOf(world, id, options);
      const channel = dmChannel().id;
      const action = {
        action_id: raw.action_id,
        block_id: raw.block_id ?? "b0raw",
        text: { type: "plain_text", text: raw.action_id, emoji: true },
        ...(raw.value === undefined ? {} : { value: raw.value }),
        type: "button",
        action_ts: world.ts(),
        ...raw.action,
      };
      const payload = {
        type: "block_actions",
        ...payloads.interaction(world, id, options),
        container: raw.container ?? {
          type: "message",
          message_ts: world.ts(),
          channel_id: channel,
          is_ephemeral: false,
        },
        trigger_id: world.trigger(id, team),
        channel: { id: channel, name: "directmessage" },
        state: { values: {} },
        response_url: world.responseUrl({ user: id, channel, ts: null }, "actions"),
        actions: [action],
        ...raw.more,
      };
      return interact(payload, options);
    },
    messages: () => dmChannel().messages.map(seenMessage),
    lastMessage() {
      const last = dmChannel().messages.findLast((one) => one.user === world.bot.userId);
      if (last === undefined) throw new Error(`The app said nothing to ${id}.`);
      return seenMessage(last);
    },
    view() {
      const view = top();
      return view === undefined ? null : seenView(view);
    },
    views: () => world.stackOf(id).map(seenView),
    home() {
      const home = world.homes.get(id);
      return home === undefined ? null : seenView(home);
    },
    ephemerals: () => world.ephemerals.filter((one) => one.user === id),
  };
  return person;
}

function channelOf(world: World, id: string): Channel {
  const known = world.channels.get(asText(id));
  if (known === undefined) throw new Error(`There is no channel ${id}: make it with slack.channel().`);
  return known;
}
