import type { Courier } from "./courier.ts";
import { firstValues } from "./form-filling.ts";
import type { Delivery, Json, Sending } from "./interface.ts";
import { type Answer, executeAnswer, taskAnswer } from "./response-check.ts";
import type { Human, World } from "./world.ts";

/** What Teams itself says where the app does not answer, or not in a way that Teams can read. */
const sorry = "Unable to reach app. Please try again.";

/** Delivers an invoke, and does with the answer what the client does. */
export async function ask(
  world: World,
  courier: Courier,
  human: Human,
  invoke: Json,
  options: { readonly sending: Sending; readonly message: string | null; readonly command: Json | null },
): Promise<Delivery> {
  const delivery = await courier.deliver(invoke, options.sending);
  const name = String(invoke.name);
  const answer = delivery.status === 200 ? read(world, name, delivery.body) : ({ do: "sorry" } as const);
  apply(world, human, answer, { ...options, conversation: conversationOf(invoke) });
  return delivery;
}

function conversationOf(invoke: Json): string {
  return String((invoke.conversation as Json).id);
}

function read(world: World, name: string, text: string): Answer {
  let body: unknown;
  try {
    body = text === "" ? undefined : JSON.parse(text);
  } catch {
    world.offend(`${name}: the answer is no JSON`);
    return { do: "sorry" };
  }
  const { answer, faults } = name === "adaptiveCard/action" ? executeAnswer(body) : taskAnswer(name, body);
  for (const fault of faults) world.offend(`${name}: ${fault}`);
  return answer;
}

function apply(
  world: World,
  { objectId }: Human,
  answer: Answer,
  at: { readonly message: string | null; readonly command: Json | null; readonly conversation: string },
): void {
  const words = world.wordsOf(objectId);
  switch (answer.do) {
    case "card":
      if (at.message !== null) world.shownTo(objectId).set(at.message, answer.card);
      return;
    case "words": {
      const isCard = at.message !== null && !world.dialogs.has(objectId);
      words.push({ by: isCard ? "card" : "dialog", text: answer.text });
      world.dialogs.delete(objectId);
      return;
    }
    case "dialog":
      world.dialogs.set(objectId, {
        title: answer.title,
        card: answer.card,
        values: firstValues(answer.card),
        command: at.command,
        conversation: at.conversation,
      });
      return;
    case "close":
      world.dialogs.delete(objectId);
      return;
    case "sorry":
      // What was typed stays where it is.
      words.push({ by: "Teams", text: sorry });
      return;
    default:
      answer satisfies never;
  }
}
