import { openConversation } from "./conversation.js";
import { element, pageButton } from "./element.js";
import { word } from "./words.js";

export const paneNames = ["signaler", "expert", "manager"];

/** The buttons above each conversation. Acts go to the server; `examples` is the page's own. */
const buttonsOf = {
  signaler: [
    { name: "share", act: "report", look: "primary" },
    { name: "examples", act: null, look: "secondary" },
    { name: "mine", act: "home", look: "subtle" },
    { name: "help", act: "help", look: "subtle" },
  ],
  expert: [
    { name: "cases", act: "home", look: "secondary" },
    { name: "help", act: "help", look: "subtle" },
  ],
  manager: [
    { name: "week", act: "week", look: "secondary" },
    { name: "help", act: "help", look: "subtle" },
  ],
};

/**
 * One pane: who you play, the buttons, the conversation. `acts` is what the page does with a pick, a press or an
 * example; a pane itself decides nothing.
 */
export function openPane(name, acts) {
  const selectId = `persona-${name}`;
  const title = element("h2", { class: "utrecht-heading-3", id: `title-${name}` });
  const label = element("label", { for: selectId, class: "hearable" });
  const select = element("select", {
    id: selectId,
    class: "utrecht-select utrecht-select--html-select",
    onchange: () => {
      if (follow) follow.check.checked = false;
      acts.pick(name, select.value);
    },
  });
  const who = element("div", { class: "who" }, title, label, select);
  const follow = name === "expert" ? followBox(acts) : null;
  const buttons = element("div", { class: "pane-buttons" });
  const trouble = element("p", { class: "trouble", role: "alert", hidden: true });
  const conversation = openConversation(
    (pressed) => acts.press(name, pressed),
    () => acts.dismiss(name),
  );
  const elsewhereBar = element("div", { class: "elsewhere", role: "status" });
  conversation.root.prepend(elsewhereBar);
  const head = element("div", { class: "pane-head" }, who, buttons);
  const root = element("section", { class: "pane", id: `pane-${name}` }, head, trouble, conversation.root);
  let optionsStamp = "";
  let known = { of: "", count: 0, seen: 0 };

  function fillPaneWords() {
    title.textContent = word(name);
    label.textContent = `${word(name)}: ${word("persona")}`;
    follow?.fill();
    buttons.replaceChildren(
      ...buttonsOf[name].map(({ name: text, act, look }) =>
        pageButton(word(text), look, () => (act ? acts.press(name, { act, on: "" }) : acts.examples())),
      ),
      ...(follow ? [follow.box] : []),
    );
    optionsStamp = "";
  }

  function fillOptions(personas, address) {
    const stamp = JSON.stringify(personas);
    if (stamp !== optionsStamp) {
      optionsStamp = stamp;
      select.replaceChildren(...personas.map(optionOf));
    }
    select.value = address ?? "";
  }

  /** Says that a new signal waits with another colleague, where the pane did not go there by itself. */
  function showElsewhere(persona) {
    const stamp = persona ? `${persona.address} ${word("elsewhere", persona.name)}` : "";
    if (elsewhereBar.dataset.stamp === stamp) return;
    elsewhereBar.dataset.stamp = stamp;
    elsewhereBar.replaceChildren(
      ...(persona
        ? [
            element("p", {}, word("elsewhere", persona.name)),
            pageButton(word("goElsewhere", persona.name), "secondary", () => acts.goTo(persona.address)),
          ]
        : []),
    );
  }

  function show({ personas, pane, note, look, following, elsewhere }) {
    fillOptions(personas, pane.address);
    if (name === "expert") showElsewhere(elsewhere);
    if (follow) follow.check.checked = following;
    const persona = personas.find((each) => each.address === pane.address);
    conversation.show({
      of: pane.address,
      name: persona?.name ?? "",
      messages: pane.messages,
      older: pane.older,
      note,
      look,
      empty: acts.empty(name),
    });
    const count = pane.older + pane.messages.length;
    known = {
      of: pane.address,
      count,
      seen: known.of === pane.address ? Math.min(known.seen, count) : count,
    };
  }

  function tell(text) {
    trouble.hidden = text === "";
    trouble.textContent = text;
  }

  return {
    name,
    root,
    home: conversation.log,
    fillWords: fillPaneWords,
    show,
    tell,
    /** New messages since this pane was last in sight. */
    fresh: () => known.count - known.seen,
    seen: () => {
      known.seen = known.count;
    },
  };
}

function optionOf(persona) {
  const waiting = persona.waiting > 0 ? ` (${word("waiting", persona.waiting)})` : "";
  return element(
    "option",
    { value: persona.address, lang: "nl" },
    `${persona.name}${waiting}, ${persona.what}`,
  );
}

function followBox(acts) {
  const check = element("input", {
    type: "checkbox",
    class: "utrecht-checkbox utrecht-checkbox--html-input",
    onchange: () => acts.follow(check.checked),
  });
  const text = element("span");
  return {
    check,
    box: element("label", { class: "follow" }, check, text),
    fill: () => text.replaceChildren(word("follow")),
  };
}
