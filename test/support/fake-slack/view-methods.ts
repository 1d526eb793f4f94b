import { blockFaults, refusedHere, viewFaults } from "./block-check.ts";
import { needed } from "./call-arguments.ts";
import type { Json } from "./interface.ts";
import { asJson, asList, asText } from "./reading.ts";
import { Refusal } from "./refusal.ts";
import {
  changeView,
  openView,
  publishHome,
  pushView,
  viewByExternalId,
  viewById,
  viewJson,
} from "./view-shelf.ts";
import type { Trigger, World } from "./world.ts";

/** A trigger id opens one modal, within 3 s. */
const triggerMs = 3_000;

export function viewsOpen(world: World, args: Json): Json {
  const { user, team } = exchange(world, args);
  return { view: viewJson(world, openView(world, { user, team, definition: args.view })) };
}

export function viewsPush(world: World, args: Json): Json {
  const { user, team } = exchange(world, args);
  return { view: viewJson(world, pushView(world, { user, team, definition: args.view })) };
}

export function viewsUpdate(world: World, args: Json): Json {
  const external = asText(args.external_id);
  const view = external === "" ? viewById(world, needed(args, "view_id")) : viewByExternalId(world, external);
  if (view === undefined) throw new Refusal("not_found");
  if (args.hash !== undefined && args.hash !== view.hash) throw new Refusal("hash_conflict");
  return { view: viewJson(world, changeView(world, view, args.view)) };
}

export function viewsPublish(world: World, args: Json): Json {
  const user = needed(args, "user_id");
  if (!world.people.has(user)) throw new Refusal("user_not_found");
  const hash = args.hash === undefined ? undefined : asText(args.hash);
  const made = { user, team: world.teamOf(user), definition: args.view };
  return { view: viewJson(world, publishHome(world, made, hash)) };
}

/** blocks.validate: exactly one of blocks, message or view. */
export function validate(world: World, args: Json): Json {
  const given = ["blocks", "message", "view"].filter((name) => args[name] !== undefined);
  if (given.length !== 1) throw new Refusal("invalid_arguments");
  const view = asJson(args.view);
  const blocks = args.blocks ?? asJson(args.message).blocks;
  const faults =
    args.view === undefined
      ? [...blockFaults(blocks), ...refusedHere(world, asList(blocks))]
      : viewFaults(args.view, view.type === "home" ? "home" : "modal");
  if (faults.length === 0) return {};
  const errors = faults.map((fault) => {
    const found = /^(.*) \[json-pointer:(.*)\]$/.exec(fault);
    return { pointer: found?.[2] ?? "", code: "failed_constraint", message: found?.[1] ?? fault };
  });
  throw new Refusal("invalid_blocks", { errors }, "world");
}

function exchange(world: World, args: Json): Trigger {
  const id = needed(args, "trigger_id");
  if (args.view === undefined) needed(args, "view");
  const trigger = world.triggers.get(id);
  if (trigger === undefined) throw new Refusal("invalid_trigger_id");
  if (trigger.used) throw new Refusal("exchanged_trigger_id");
  if (world.clock.now() - trigger.at > triggerMs) throw new Refusal("expired_trigger_id");
  trigger.used = true;
  return trigger;
}
