import { viewOf } from "./block-check.ts";
import type { Json } from "./interface.ts";
import { asJson, asList, asText, elementsIn } from "./reading.ts";
import { Refusal } from "./refusal.ts";
import type { View, World } from "./world.ts";

/** Modals of one person lie on each other: a root and at most two more. */
const mostViews = 3;

export interface NewView {
  readonly user: string;
  readonly team: string;
  readonly definition: unknown;
}

/** Opens a modal as the only one. */
export function openView(world: World, made: NewView): View {
  const stack = world.stackOf(made.user);
  const view = buildView(world, made, []);
  stack.splice(0, stack.length, view);
  return view;
}

/** Lays a modal on those that are open; throws `not_found` or `push_limit_reached`. */
export function pushView(world: World, made: NewView): View {
  const stack = world.stackOf(made.user);
  if (stack.length === 0) throw new Refusal("not_found");
  if (stack.length >= mostViews) throw new Refusal("push_limit_reached");
  const view = buildView(world, made, stack);
  stack.push(view);
  return view;
}

/** Puts another definition in a view; what was filled in stays where block id, action id and kind are the same. */
export function changeView(world: World, view: View, definition: unknown): View {
  const type = view.definition.type === "home" ? "home" : "modal";
  const next = viewOf(world, definition, type);
  uniqueName(world, asText(next.external_id), view.id);
  const before = view.values;
  view.definition = next;
  view.blocks = asList(next.blocks);
  view.hash = hashOf(world);
  view.errors = {};
  view.values = firstValues(view.blocks);
  for (const [block, actions] of Object.entries(view.values)) {
    for (const [action, value] of Object.entries(actions)) {
      const kept = before[block]?.[action];
      if (kept !== undefined && kept.type === value.type) actions[action] = kept;
    }
  }
  return view;
}

/** The App Home of one person: made, or changed. */
export function publishHome(world: World, made: NewView, hash: string | undefined): View {
  const known = world.homes.get(made.user);
  if (known !== undefined) {
    if (hash !== undefined && hash !== known.hash) throw new Refusal("hash_conflict");
    return changeView(world, known, made.definition);
  }
  const definition = viewOf(world, made.definition, "home");
  const home = { ...buildFrom(world, made, definition), previousViewId: null };
  world.homes.set(made.user, home);
  return home;
}

/** A view that is on somebody's screen. */
export function viewById(world: World, id: string): View | undefined {
  for (const stack of world.stacks.values()) {
    const found = stack.find((one) => one.id === id);
    if (found !== undefined) return found;
  }
  return [...world.homes.values()].find((one) => one.id === id);
}

export function viewByExternalId(world: World, externalId: string): View | undefined {
  return [...[...world.stacks.values()].flat(), ...world.homes.values()].find(
    (one) => one.definition.external_id === externalId,
  );
}

function buildView(world: World, made: NewView, below: readonly View[]): View {
  const definition = viewOf(world, made.definition, "modal");
  uniqueName(world, asText(definition.external_id), null);
  const view = buildFrom(world, made, definition);
  return {
    ...view,
    rootViewId: below[0]?.id ?? view.id,
    previousViewId: below.at(-1)?.id ?? null,
  };
}

function buildFrom(world: World, made: NewView, definition: Json): View {
  const id = world.id("V");
  const blocks = asList(definition.blocks);
  return {
    id,
    user: made.user,
    team: made.team,
    definition,
    blocks,
    hash: hashOf(world),
    rootViewId: id,
    previousViewId: null,
    values: firstValues(blocks),
    errors: {},
  };
}

function uniqueName(world: World, externalId: string, self: string | null): void {
  if (externalId === "") return;
  const other = viewByExternalId(world, externalId);
  if (other !== undefined && other.id !== self) throw new Refusal("duplicate_external_id");
}

function hashOf(world: World): string {
  return `${world.ts().split(".")[0]}.${world.id("h").slice(-8)}`;
}

/** What is filled in when a view opens, of every kind of input. */
export function firstValues(blocks: readonly Json[]): Record<string, Record<string, Json>> {
  const values: Record<string, Record<string, Json>> = {};
  for (const { block, element } of elementsIn(blocks)) {
    const value = firstValue(element);
    if (value === null) continue;
    const inside = (values[asText(block.block_id)] ??= {});
    inside[asText(element.action_id)] = value;
  }
  return values;
}

/** Null: an element without state, such as a button. */
function firstValue(element: Json): Json | null {
  const type = asText(element.type);
  switch (type) {
    case "plain_text_input":
    case "number_input":
      return { type, value: element.initial_value ?? null };
    case "static_select":
    case "radio_buttons":
      return { type, selected_option: element.initial_option ?? null };
    case "multi_static_select":
    case "checkboxes":
      return { type, selected_options: element.initial_options ?? [] };
    case "datepicker":
      return { type, selected_date: element.initial_date ?? null };
    case "timepicker":
      return { type, selected_time: element.initial_time ?? null };
    case "users_select":
      return { type, selected_user: element.initial_user ?? null };
    case "multi_users_select":
      return { type, selected_users: element.initial_users ?? [] };
    default:
      return null;
  }
}

/** A view as Slack tells it in answers and payloads. */
export function viewJson(world: World, view: View): Json {
  const { definition } = view;
  return {
    id: view.id,
    team_id: view.team,
    type: definition.type,
    blocks: view.blocks,
    private_metadata: definition.private_metadata ?? "",
    callback_id: definition.callback_id ?? "",
    state: { values: asJson(view.values) },
    hash: view.hash,
    title: definition.title ?? { type: "plain_text", text: "View Title", emoji: true },
    clear_on_close: definition.clear_on_close ?? false,
    notify_on_close: definition.notify_on_close ?? false,
    close: definition.close ?? null,
    submit: definition.submit ?? null,
    previous_view_id: view.previousViewId,
    root_view_id: view.rootViewId,
    app_id: world.appId,
    external_id: definition.external_id ?? "",
    app_installed_team_id: world.enterprise?.id ?? view.team,
    bot_id: world.bot.botId,
  };
}
