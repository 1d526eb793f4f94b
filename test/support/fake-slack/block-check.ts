import type { z } from "zod";
import { homeSchema, messageBlocks, modalSchema } from "./block-schemas.ts";
import type { Json } from "./interface.ts";
import { asJson, asList, asText, elementsIn } from "./reading.ts";
import { malformed, Refusal } from "./refusal.ts";
import type { World } from "./world.ts";

/** Slack refuses more text than this in one message's blocks (observed: slackapi/bolt-js 2867). */
const mostText = 11_000;

/** Blocks of a message as Slack keeps them, with block ids; throws the refusal of Slack. */
export function messageBlocksOf(world: World, value: unknown): readonly Json[] {
  if (!Array.isArray(value)) throw new Refusal("invalid_blocks_format");
  const faults = faultsOf(messageBlocks, value, "/blocks");
  faults.push(...twins(asList(value), "/blocks"));
  const charts = asList(value).filter((block) => block.type === "data_visualization");
  if (charts.length > 2)
    faults.push("no more than 2 data_visualization blocks allowed [json-pointer:/blocks]");
  if (faults.length > 0) throw malformed("invalid_blocks", faults);
  const refused = refusedHere(world, asList(value));
  if (refused.length > 0) throw malformed("invalid_blocks", refused, "world");
  if (textIn(value) > mostText) throw new Refusal("msg_blocks_too_long");
  return withIds(world, asList(value));
}

/** What is well formed but not taken in this workspace, or not yet: no fault of the app. */
export function refusedHere(world: World, blocks: readonly Json[]): readonly string[] {
  return blocks.flatMap((block, place) => {
    if (block.type === "data_visualization" && !world.settings.charts) {
      return [`unsupported type: data_visualization [json-pointer:/blocks/${place}]`];
    }
    const file = asJson(block.slack_file).id;
    const usable = file === undefined || world.files.get(asText(file))?.ready === true;
    return usable ? [] : [`invalid slack file [json-pointer:/blocks/${place}/slack_file]`];
  });
}

/** A view as Slack keeps it; throws `invalid_arguments` or `view_too_large`. */
export function viewOf(world: World, value: unknown, type: "modal" | "home"): Json {
  const faults = viewFaults(value, type);
  if (faults.length > 0) throw malformed("invalid_arguments", faults);
  if (JSON.stringify(value).length > 250_000) throw new Refusal("view_too_large");
  const view = asJson(value);
  const notReady = refusedHere(world, asList(view.blocks));
  if (notReady.length > 0) throw malformed("invalid_arguments", notReady, "world");
  return { ...view, blocks: withIds(world, asList(view.blocks)) };
}

/** What is wrong with a view, in Slack's words; empty: nothing. */
export function viewFaults(value: unknown, type: "modal" | "home"): readonly string[] {
  const faults = faultsOf(type === "modal" ? modalSchema : homeSchema, value, "/view");
  const view = asJson(value);
  faults.push(...twins(asList(view.blocks), "/view/blocks"));
  if (
    type === "modal" &&
    view.submit === undefined &&
    asList(view.blocks).some((one) => one.type === "input")
  ) {
    faults.push("`submit` is required when an `input` block is in the `blocks` array [json-pointer:/view]");
  }
  return faults;
}

/** Faults of the blocks of a message, in Slack's words; empty: none. */
export function blockFaults(blocks: unknown): readonly string[] {
  return [...faultsOf(messageBlocks, blocks, "/blocks"), ...twins(asList(blocks), "/blocks")];
}

function faultsOf(schema: z.ZodType, value: unknown, root: string): string[] {
  const read = schema.safeParse(value);
  return read.success ? [] : read.error.issues.map((issue) => said(issue, root));
}

function said(issue: z.core.$ZodIssue, root: string): string {
  const at = ` [json-pointer:${[root, ...issue.path.map(String)].join("/")}]`;
  if (issue.code === "too_big" && issue.origin === "string")
    return `must be less than ${Number(issue.maximum) + 1} characters${at}`;
  if (issue.code === "too_small" && issue.origin === "string")
    return `must be more than ${Number(issue.minimum) - 1} characters${at}`;
  if (issue.code === "too_big" && issue.origin === "array")
    return `no more than ${String(issue.maximum)} items allowed${at}`;
  if (issue.code === "too_small" && issue.origin === "array")
    return `no fewer than ${String(issue.minimum)} items allowed${at}`;
  if (issue.code === "unrecognized_keys") return `invalid additional property: ${issue.keys.join(", ")}${at}`;
  if (issue.code === "invalid_union") return `unsupported type${at}`;
  if (issue.code === "invalid_type" && issue.message.endsWith("received undefined"))
    return `missing required field: ${String(issue.path.at(-1) ?? "")}${at}`;
  return `${issue.message}${at}`;
}

/** Block ids that stand twice, and action ids that stand twice in one block. */
function twins(blocks: readonly Json[], root: string): readonly string[] {
  const faults: string[] = [];
  const ids = new Set<unknown>();
  for (const [place, block] of blocks.entries()) {
    if (block.block_id !== undefined && ids.has(block.block_id))
      faults.push(`\`block_id\` already exists [json-pointer:${root}/${place}/block_id]`);
    ids.add(block.block_id);
    const actions = elementsIn([block]).map(({ element }) => element.action_id);
    if (new Set(actions).size < actions.length)
      faults.push(`\`action_id\` already exists [json-pointer:${root}/${place}/elements]`);
  }
  return faults;
}

/** All `text` of the blocks together. */
function textIn(value: unknown): number {
  if (Array.isArray(value)) return value.reduce<number>((sum, one) => sum + textIn(one), 0);
  return Object.entries(asJson(value)).reduce(
    (sum, [key, inside]) =>
      sum + (typeof inside === "string" && key === "text" ? inside.length : textIn(inside)),
    0,
  );
}

/** Slack gives an id to every block and element that has none. */
function withIds(world: World, blocks: readonly Json[]): readonly Json[] {
  const element = (one: Json): Json =>
    typeof one.type === "string" && interactive.has(one.type) && one.action_id === undefined
      ? { ...one, action_id: world.id("a") }
      : one;
  return blocks.map((block) => ({
    ...block,
    block_id: block.block_id ?? world.id("b"),
    ...(block.type === "actions" ? { elements: asList(block.elements).map(element) } : {}),
    ...(block.accessory === undefined ? {} : { accessory: element(asJson(block.accessory)) }),
    ...(block.element === undefined ? {} : { element: element(asJson(block.element)) }),
  }));
}

const interactive = new Set([
  "button",
  "static_select",
  "multi_static_select",
  "radio_buttons",
  "checkboxes",
  "overflow",
  "datepicker",
  "timepicker",
  "users_select",
  "multi_users_select",
  "plain_text_input",
  "number_input",
]);
