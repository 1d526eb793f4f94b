import { pack } from "#chat/packed.ts";
import { clamp } from "#chat/shown.ts";
import type { Action, ActionData, Element, ExecuteAction } from "#chat/teams/elements.ts";
import { teamsLimits } from "#chat/teams/limits.ts";
import { plainLine } from "#chat/teams/literal.ts";
import { type Act, formActs } from "#signal/press.ts";
import type { Button, Form } from "#texts/card.ts";

/** What only shows something. */
const reading: readonly Act[] = ["open", "why", "home", "week", "who", "help"];
/** What a signaler presses: the answer may hold safety text, and that must be read. */
const ofSignaler: readonly Act[] = [
  "report",
  "tell",
  "supplement",
  "answer",
  "called",
  "still_worried",
  "withdraw",
];

/** Is the answer to this button something to read or to fill in? Then it opens a dialog. */
export function opensDialog({ act, fields }: Pick<Button, "act" | "fields">): boolean {
  if (reading.includes(act) || ofSignaler.includes(act)) return true;
  return fields === undefined && formActs.some((one) => one === act);
}

/** A button in a message: it opens a dialog, or it sends at once and the card changes. */
export function actionInMessage(button: Button): ExecuteAction | Action {
  const same = sameOf(button);
  const data = dataOf(button);
  if (opensDialog(button)) {
    return { type: "Action.Submit", ...same, data: { ...data, msteams: { type: "task/fetch" } } };
  }
  return {
    type: "Action.Execute",
    verb: button.act,
    ...same,
    data,
    fallback: { type: "Action.Submit", ...same, data },
  };
}

/** A button in a dialog: there only Action.Submit works. */
export function actionInDialog(button: Button, shows: Act | null): Action {
  const data = { ...dataOf(button), ...(shows === null ? {} : { shows }) };
  return { type: "Action.Submit", ...sameOf(button), data };
}

/** The button that shows another page of what is too long for one dialog; on the last page it goes to the first. */
export function turnAction(
  { act, on }: { readonly act: Act; readonly on: string },
  to: number,
  of: number,
): Action {
  const words = to === 1 ? "Naar het begin / To the start" : "Lees verder / Read on";
  return {
    type: "Action.Submit",
    title: `${words} (${to}/${of})`,
    style: "positive",
    data: { act, packed: pack({ on, fields: null }), shows: act, page: to },
  };
}

/** The button that sends a form. */
export function sendAction(form: Form, dialog: string | undefined): Action {
  return {
    type: "Action.Submit",
    title: actionTitle(form.submit, "OK"),
    style: "positive",
    data: {
      act: form.act,
      packed: pack({ on: form.on, fields: null }),
      ...(dialog === undefined ? {} : { dialog }),
    },
  };
}

const styles = { primary: { style: "positive" }, danger: { style: "destructive" }, plain: {} } as const;

function sameOf(button: Button) {
  return { title: actionTitle(button.label, button.act), ...styles[button.style] };
}

function dataOf({ act, on, fields }: Button): ActionData {
  return { act, packed: pack({ on, fields: fields ?? null }) };
}

function actionTitle(label: string, otherwise: string): string {
  return clamp(plainLine(label) || otherwise, teamsLimits.actionTitle);
}

/** A row of buttons in characters: Teams cuts the words of buttons that do not fit, instead of going on below. */
const rowWidth = 64;
/** What a button is wider than its words. */
const buttonFrame = 4;

/** Rows of as many buttons as can be read in full; of very many just full rows, so that the card stays small. */
export function actionSets(actions: readonly (ExecuteAction | Action)[]): readonly Element[] {
  const most = actions.length <= 30 ? rowWidth : Number.POSITIVE_INFINITY;
  const rows: (ExecuteAction | Action)[][] = [];
  let room = 0;
  for (const action of actions) {
    const width = action.title.length + buttonFrame;
    const row = rows.at(-1);
    if (row && width <= room && row.length < teamsLimits.actionsPerSet) {
      row.push(action);
      room -= width;
    } else {
      rows.push([action]);
      room = most - width;
    }
  }
  return rows.map((inRow) => ({ type: "ActionSet", actions: inRow }));
}
