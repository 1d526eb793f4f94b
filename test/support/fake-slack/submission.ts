import { parsed } from "./call-arguments.ts";
import type { Delivery, Json } from "./interface.ts";
import { asJson, asText } from "./reading.ts";
import { Refusal } from "./refusal.ts";
import { respond } from "./response-urls.ts";
import { changeView, pushView } from "./view-shelf.ts";
import type { View, World } from "./world.ts";

/** Does to the screen what the answer to a sent dialog says. Not in time or no 200: the dialog stays, with an error of Slack's own. */
export function applySubmission(world: World, view: View, delivery: Delivery): void {
  if (delivery.status !== 200 || delivery.late) return;
  view.errors = {};
  const stack = world.stackOf(view.user);
  const take = () => {
    if (stack.includes(view)) stack.splice(stack.indexOf(view), 1);
  };
  if (delivery.body === "") return take();
  const answer = parsed(delivery.body);
  if (typeof answer !== "object" || answer === null) {
    world.offend(`view_submission: an answer that is no JSON: ${delivery.body.slice(0, 80)}`);
    return;
  }
  const said = asJson(answer);
  const made = { user: view.user, team: view.team, definition: said.view };
  switch (said.response_action) {
    case undefined:
      return take();
    case "clear":
      stack.length = 0;
      return;
    case "errors":
      return showErrors(world, view, asJson(said.errors));
    case "update":
      return attempt(world, () => changeView(world, view, said.view));
    case "push":
      return attempt(world, () => pushView(world, made));
    default:
      world.offend(`view_submission: unknown response_action ${asText(said.response_action)}`);
  }
}

function attempt(world: World, act: () => unknown): void {
  try {
    act();
  } catch (fault) {
    if (!(fault instanceof Refusal)) throw fault;
    world.offend(`view_submission: ${fault.error} ${JSON.stringify(fault.more)}`);
  }
}

/** Errors stand under inputs: of blocks that are in the view, with words. */
function showErrors(world: World, view: View, errors: Json): void {
  const inputs = new Set(
    view.blocks.filter((block) => block.type === "input").map((block) => block.block_id),
  );
  const shown: Record<string, string> = {};
  for (const [block, words] of Object.entries(errors)) {
    if (!inputs.has(block)) world.offend(`view_submission: an error for "${block}", which is no input`);
    else if (asText(words) === "") world.offend(`view_submission: an error without words for "${block}"`);
    else shown[block] = asText(words);
  }
  if (Object.keys(errors).length === 0)
    world.offend("view_submission: response_action errors without errors");
  view.errors = shown;
}

/** Shows what the answer to a command says, in the body of the acknowledgement. */
export function applyCommand(world: World, user: string, channel: string, delivery: Delivery): void {
  if (delivery.status !== 200 || delivery.late || delivery.body === "") return;
  const answer = parsed(delivery.body);
  const said = typeof answer === "object" && answer !== null ? asJson(answer) : { text: delivery.body };
  attempt(world, () => respond(world, { user, channel, ts: null, at: 0, uses: 0 }, said, "ack"));
}
