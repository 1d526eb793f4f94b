import { drawForm, drawMessage } from "./drawing.js";
import { element, pageButton } from "./element.js";
import { word } from "./words.js";

const drafts = new Map();
/** The open forms, each with whether something was filled in. */
const holders = new Map();
const controls = "input:not([type=hidden]):not([type=button]):not([type=submit]), textarea, select";
let count = 0;

/**
 * A native dialog with a close button, called by its title (or `name`, where the body shows its own title). Escape closes it too; the focus goes back by itself, or to `home` where the
 * control that opened it is gone.
 */
export function openDialog({
  title,
  name,
  subtitle,
  body,
  opener = document.activeElement,
  home,
  onClose,
  className = "",
}) {
  count += 1;
  const titleId = `dialog-title-${count}`;
  const heading = element(
    "h2",
    { class: "utrecht-heading-3", id: titleId, tabindex: "-1", autofocus: true },
    title,
  );
  const close = pageButton(word("close"), "subtle", () => dialog.close());
  const under = subtitle ? element("p", { class: "subtitle" }, subtitle) : null;
  const top = element("div", { class: "dialog-top" }, element("div", {}, heading, under), close);
  const said = element("p", { class: "said", role: "alert" });
  const called = name ? { "aria-label": name } : { "aria-labelledby": titleId };
  const dialog = element("dialog", { class: className, ...called }, top, said, body);
  dialog.addEventListener("close", () => {
    onClose?.();
    dialog.remove();
    const target = opener?.isConnected && opener !== document.body ? opener : home;
    target?.focus({ preventScroll: true });
  });
  document.body.append(dialog);
  dialog.showModal();
  return { dialog, say: (text) => said.replaceChildren(text), close: () => dialog.close() };
}

/** A message that only this person sees, such as the story: `onPress` hears its buttons. */
export function openScreen({ card, look, subtitle, opener, home, pane, onPress }) {
  const holder = element("div", { class: "screen" });
  const opened = openDialog({
    title: "Voelspriet",
    name: card.title,
    subtitle,
    body: holder,
    opener,
    home,
    className: `wide look-${look} of-${pane}`,
  });
  holder.append(drawMessage(look, card[look], (pressed) => onPress(pressed, opened)));
  return opened;
}

function readDraft(holder) {
  return [...holder.querySelectorAll(controls)].map((control) =>
    control.type === "checkbox" || control.type === "radio" ? control.checked : control.value,
  );
}

function putDraft(holder, draft) {
  const all = [...holder.querySelectorAll(controls)];
  if (draft.length !== all.length) return;
  for (const [place, control] of all.entries()) {
    if (typeof draft[place] === "boolean") control.checked = draft[place];
    else control.value = draft[place];
    control.dispatchEvent(new Event("input", { bubbles: true }));
    control.dispatchEvent(new Event("change", { bubbles: true }));
  }
}

/**
 * A form. Closing it stores nothing; what was typed is kept in this page's memory under `draft` and comes back.
 * `onSend(sent)` resolves to faults (text per field), or null when it is done.
 */
export function openForm({ form, look, subtitle, opener, home, pane, draft, onSend }) {
  const holder = element("div", { class: "form" });
  let sending = false;
  let done = false;
  const opened = openDialog({
    title: form.title,
    subtitle,
    body: holder,
    opener,
    home,
    className: `look-${look} of-${pane}`,
    onClose: () => {
      holders.delete(holder);
      if (done) drafts.delete(draft);
      else if (JSON.stringify(readDraft(holder)) !== untouched) drafts.set(draft, readDraft(holder));
    },
  });
  holder.append(drawForm(look, form[look], send));
  const untouched = JSON.stringify(readDraft(holder));
  holders.set(holder, () => JSON.stringify(readDraft(holder)) !== untouched);
  const kept = drafts.get(draft);
  if (kept) {
    putDraft(holder, kept);
    opened.say(word("draftBack"));
  }

  async function send(sent) {
    if (sending) return;
    sending = true;
    holder.setAttribute("aria-busy", "true");
    clearFaults(holder);
    opened.say(word("sending"));
    try {
      const faults = await onSend(sent);
      if (faults === null) {
        done = true;
        opened.close();
        return;
      }
      opened.say(word("faultsFound"));
      showFaults(holder, faults);
    } catch (fault) {
      opened.say(word(fault.code ?? "our_fault"));
    } finally {
      sending = false;
      holder.removeAttribute("aria-busy");
    }
  }
  return opened;
}

/** Asks before words that were typed and not sent get lost with the page: they are kept nowhere else. */
export function guardDrafts() {
  addEventListener("beforeunload", (event) => {
    const isTyped = drafts.size > 0 || [...holders.values()].some((isTouched) => isTouched());
    if (isTyped) event.preventDefault();
  });
}

/** Forgets what was typed: the trial starts again. */
export function forgetDrafts() {
  drafts.clear();
}

function clearFaults(holder) {
  for (const old of holder.querySelectorAll(".fault")) old.remove();
  for (const control of holder.querySelectorAll("[aria-invalid]")) control.removeAttribute("aria-invalid");
}

/** Puts each fault under its field, tied to it, and the focus on the first. */
function showFaults(holder, faults) {
  let first = null;
  for (const [name, text] of Object.entries(faults)) {
    const field = holder.querySelector(`[name="${CSS.escape(name)}"], [data-field="${CSS.escape(name)}"]`);
    count += 1;
    const fault = element("p", { class: "fault", id: `fault-${count}` }, text);
    if (!field) {
      holder.prepend(fault);
      continue;
    }
    const group = field.closest("fieldset, .field, .ac-input-container");
    if (group) group.append(fault);
    else field.after(fault);
    field.setAttribute("aria-invalid", "true");
    const described = (field.getAttribute("aria-describedby") ?? "").replace(/\bfault-\d+\b/g, "").trim();
    field.setAttribute("aria-describedby", `${described} fault-${count}`.trim());
    first ??= field;
  }
  first?.focus();
}
