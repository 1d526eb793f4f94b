import { ask } from "./client.ts";
import type { Courier } from "./courier.ts";
import { fillInput, heldBack } from "./form-filling.ts";
import type { Delivery, Json, Person, SeenMessage, Sending, Where } from "./interface.ts";
import * as payloads from "./payloads.ts";
import { actionsIn, asJson, asText, buttonsIn, labelsIn, seenMessage, visibleIn } from "./reading.ts";
import { addressIn, type Conversation, type Dialog, type Human, type Message, type World } from "./world.ts";

/** Somebody with the client in front of them. */
export function personOf(world: World, courier: Courier, human: Human): Person {
  const { objectId } = human;
  const chat = world.chatOf(human);

  function needDialog(): Dialog {
    const dialog = world.dialogs.get(objectId);
    if (dialog === undefined) throw new Error(`${human.name} has no dialog open.`);
    return dialog;
  }

  function at(conversation: string): Conversation {
    const there = world.conversationAt(conversation);
    if (there === undefined)
      throw new Error(`There is no conversation ${conversation}: make it with teams.channel().`);
    return there;
  }

  function keep(there: Conversation, activity: Json, text: string, thread: string | null = null): void {
    const id = asText(activity.id);
    there.messages.push({
      conversation: there.id,
      id,
      thread,
      replyTo: null,
      from: objectId,
      text,
      summary: "",
      card: null,
      earlier: [],
    });
  }

  function own(id: string): Message {
    const message = chat.messages.find((one) => one.id === id && one.from === objectId);
    if (message === undefined) throw new Error(`${human.name} typed no message ${id}.`);
    return message;
  }

  function seen(message: Message): SeenMessage {
    return seenMessage(message, world.shownTo(objectId).get(message.id));
  }

  /** The newest message that has the button, with the button. */
  function buttonOnMessage(
    button: string,
    where: Where,
  ): { readonly message: Message; readonly action: Json } {
    const there = where.conversation === undefined ? chat : at(where.conversation);
    const messages = there.messages
      .filter(({ id }) => where.id === undefined || id === where.id)
      .toReversed();
    for (const message of messages) {
      const card = seen(message).card;
      const action = card === null ? undefined : buttonIn(card, button);
      if (action !== undefined) return { message, action };
    }
    const shown = messages.map((one) => `[${seen(one).buttons.join(", ")}]`).slice(0, 3);
    throw new Error(
      `${human.name} sees no button "${button}". The newest messages have: ${shown.join(" ")}.`,
    );
  }

  async function pressOnMessage(message: Message, action: Json, sending: Sending): Promise<Delivery> {
    const there = at(message.conversation);
    const base = payloads.activity(
      world,
      human,
      payloads.placeOf(there, message.thread ?? threadOf(there, message)),
      sending,
    );
    const pressed =
      action.type === "Action.Execute" && human.profile.oldClient === true ? asJson(action.fallback) : action;
    const data = asJson(pressed.data);
    const options = { sending, message: message.id, command: null };
    if (pressed.type === "Action.Execute") {
      const { id, verb, title } = pressed;
      const executed = { type: "Action.Execute", ...(id === undefined ? {} : { id }), title, verb, data };
      const invoke = payloads.invoke(
        base,
        "adaptiveCard/action",
        { action: executed, trigger: "manual" },
        message.id,
      );
      return ask(world, courier, human, invoke, options);
    }
    if (pressed.type !== "Action.Submit")
      throw new Error(`A button of type ${asText(pressed.type)} sends nothing.`);
    if (asJson(data.msteams).type === "task/fetch") {
      const value = { data, context: { theme: "default" } };
      return ask(world, courier, human, payloads.invoke(base, "task/fetch", value, message.id), options);
    }
    return courier.deliver(payloads.submitted(base, data, message.id), sending);
  }

  async function pressInDialog(dialog: Dialog, action: Json, sending: Sending): Promise<Delivery> {
    if (action.type !== "Action.Submit")
      throw new Error(`A button of type ${asText(action.type)} does nothing in a dialog.`);
    const held = action.associatedInputs === "none" ? [] : heldBack(dialog);
    if (held.length > 0) throw new Error(`The client holds the dialog back: ${held.join("; ")}.`);
    const there = world.conversationAt(dialog.conversation);
    const place: payloads.Place =
      there === undefined
        ? { id: dialog.conversation, kind: "personal", thread: null }
        : payloads.placeOf(there);
    const base = payloads.activity(world, human, place, sending);
    const data = { ...asJson(action.data), ...dialog.values };
    const context = { theme: "default" };
    const invoke =
      dialog.command === null
        ? payloads.invoke(base, "task/submit", { data, context })
        : payloads.invoke(base, "composeExtension/submitAction", { ...dialog.command, data, context });
    return ask(world, courier, human, invoke, { sending, message: null, command: dialog.command });
  }

  function baseHere(sending: Sending): Json {
    return payloads.activity(world, human, payloads.placeOf(chat), sending);
  }

  const person: Person = {
    id: objectId,
    address: addressIn(world, objectId),
    chat: chat.id,
    async write(text, options = {}) {
      const there = options.in === undefined ? chat : at(options.in);
      const base = payloads.activity(world, human, payloads.placeOf(there), options);
      const quoted = options.quote === undefined ? undefined : world.message(there.id, options.quote);
      // What is quoted may be gone, or of another chat: a client can be made to say anything.
      const preview = quoted === undefined ? "" : seen(quoted).visible.slice(0, 60);
      const message =
        options.quote === undefined
          ? payloads.typed(base, text, options)
          : payloads.quoting(
              world,
              base,
              text,
              { id: options.quote, preview, by: world.humanAt(quoted?.from ?? "") ?? null },
              human.profile.quotes ?? "html",
            );
      keep(there, message, text);
      return courier.deliver(message, options);
    },
    async mention(conversation, text, options = {}) {
      const there = at(conversation);
      const first = payloads.activity(world, human, payloads.placeOf(there), options);
      const thread = there.kind === "channel" ? (options.thread ?? asText(first.id)) : null;
      const base = {
        ...payloads.activity(world, human, payloads.placeOf(there, thread), options),
        id: first.id,
      };
      keep(there, base, text, options.thread ?? null);
      return courier.deliver(payloads.mentioning(world, base, text), options);
    },
    async edit(id, text, options = {}) {
      const message = own(id);
      message.earlier.push({ text: message.text, card: null });
      message.text = text;
      const changed = payloads.typed({ ...baseHere(options), id }, text);
      const channelData = { ...asJson(changed.channelData), eventType: "editMessage" };
      return courier.deliver({ ...changed, type: "messageUpdate", channelData }, options);
    },
    async remove(id, options = {}) {
      chat.messages.splice(chat.messages.indexOf(own(id)), 1);
      const base = baseHere(options);
      const channelData = { ...asJson(base.channelData), eventType: "softDeleteMessage" };
      return courier.deliver({ ...base, id, type: "messageDelete", channelData }, options);
    },
    react: (id, options = {}) =>
      courier.deliver(
        { ...baseHere(options), type: "messageReaction", replyToId: id, reactionsAdded: [{ type: "like" }] },
        options,
      ),
    async install(options = {}) {
      human.profile = { ...human.profile, installed: true };
      const added = { ...baseHere(options), type: "conversationUpdate", membersAdded: [{ id: world.botId }] };
      await courier.deliver(added, options);
      return courier.deliver({ ...baseHere(options), type: "installationUpdate", action: "add" }, options);
    },
    async uninstall(options = {}) {
      human.profile = { ...human.profile, installed: false };
      return courier.deliver({ ...baseHere(options), type: "installationUpdate", action: "remove" }, options);
    },
    async press(button, options = {}) {
      const dialog = world.dialogs.get(objectId);
      const isInDialog =
        options.in === "dialog" ||
        (options.in === undefined && options.id === undefined && dialog !== undefined);
      if (!isInDialog) {
        const { message, action } = buttonOnMessage(button, options);
        return pressOnMessage(message, action, options);
      }
      const open = needDialog();
      const action = buttonIn(open.card, button);
      if (action === undefined)
        throw new Error(`The dialog has no "${button}": ${buttonsIn(open.card).join(", ")}.`);
      return pressInDialog(open, action, options);
    },
    fillIn(values) {
      const dialog = needDialog();
      for (const [name, filled] of Object.entries(values)) fillInput(dialog, name, filled);
      return person;
    },
    async submit(options = {}) {
      const dialog = needDialog();
      const [first] = actionsIn(dialog.card);
      if (first === undefined) throw new Error("The dialog has no button.");
      return pressInDialog(dialog, first, options);
    },
    close: () => void world.dialogs.delete(objectId),
    async extension(commandId, on, options = {}) {
      // Two people's own chat, as a rule: it is "personal" too, and the app is not in it.
      const elsewhere = `19:${objectId}_${world.botId.slice(3)}@unq.gbl.spaces`;
      const id = on.conversation ?? elsewhere;
      const there = world.conversationAt(id);
      const place: payloads.Place =
        there === undefined ? { id, kind: "personal", thread: null } : payloads.placeOf(there);
      const base = payloads.activity(world, human, place, options);
      const payload = payloads.messagePayload(human, id, world.id(), on);
      const command = {
        commandId,
        commandContext: "message",
        requestId: world.id(),
        messagePayload: payload,
      };
      const value = { ...command, context: { theme: "default" } };
      const invoke = payloads.invoke(base, "composeExtension/fetchTask", value);
      return ask(world, courier, human, invoke, { sending: options, message: null, command });
    },
    executeRaw: (action, options = {}) =>
      courier.deliver(
        payloads.invoke(
          baseHere(options),
          "adaptiveCard/action",
          { action: { type: "Action.Execute", ...action }, trigger: "manual" },
          options.replyTo ?? null,
        ),
        options,
      ),
    invokeRaw: (name, value, options = {}) =>
      courier.deliver(payloads.invoke(baseHere(options), name, value, options.replyTo ?? null), options),
    submitRaw: (value, options = {}) =>
      courier.deliver(payloads.submitted(baseHere(options), value, options.replyTo ?? null), options),
    messages: () => chat.messages.map(seen),
    lastMessage() {
      const last = chat.messages.findLast(({ from }) => from === "app");
      if (last === undefined) throw new Error(`The app said nothing to ${human.name}.`);
      return seen(last);
    },
    dialog() {
      const dialog = world.dialogs.get(objectId);
      if (dialog === undefined) return null;
      const { title, card, values } = dialog;
      return {
        title,
        card,
        visible: [title, visibleIn(card)].join("\n"),
        labels: labelsIn(card),
        values: { ...values },
        buttons: buttonsIn(card),
      };
    },
    words: () => [...world.wordsOf(objectId)],
    reload() {
      world.shown.delete(objectId);
      world.dialogs.delete(objectId);
    },
  };
  return person;
}

function buttonIn(card: Json, button: string): Json | undefined {
  const actions = actionsIn(card);
  return (
    actions.find(({ title }) => title === button) ??
    actions.find(({ verb, data }) => verb === button || asJson(data).act === button)
  );
}

/** The head of a thread in a channel is what its replies are under. */
function threadOf(there: Conversation, message: Message): string | null {
  return there.kind === "channel" ? message.id : null;
}
