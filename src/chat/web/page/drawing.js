import * as adaptive from "./adaptive.js";
import * as blockKit from "./block-kit.js";
import { spokenIn } from "./spoken.js";

const renderers = { slack: blockKit, teams: adaptive };

/** A message as Slack or Teams would show it. A payload that can not be drawn says so, instead of leaving a hole. */
export function drawMessage(look, payload, onPress) {
  return drawn(look, () => renderers[look].renderMessage(payload, onPress));
}

/** A dialog as Slack or Teams would show it. */
export function drawForm(look, view, onSubmit) {
  return drawn(look, () => renderers[look].renderModal(view, onSubmit));
}

function drawn(look, draw) {
  const frame = document.createElement("div");
  frame.className = `drawn drawn-${look}`;
  try {
    frame.append(draw());
    frame.lang = spokenIn(frame.textContent);
  } catch (failure) {
    const trouble = document.createElement("p");
    trouble.className = "trouble";
    trouble.textContent = `${look}: ${failure.message}`;
    frame.append(trouble);
  }
  return frame;
}
