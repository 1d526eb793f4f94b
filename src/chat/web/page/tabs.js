import { element } from "./element.js";
import { word } from "./words.js";

const narrow = matchMedia("(max-width: 56.249rem)");

/** Puts the panes side by side, or under tabs where the window is narrow. */
export function openTabs(panes) {
  let chosen = panes[0];
  const list = element("div", { class: "tabs", role: "tablist", onkeydown: walk });
  const tabs = panes.map((pane) =>
    element("button", {
      type: "button",
      role: "tab",
      id: `tab-${pane.name}`,
      "aria-controls": pane.root.id,
      onclick: () => choose(pane),
    }),
  );
  list.append(...tabs);

  function choose(pane) {
    chosen = pane;
    arrange();
  }

  function walk(event) {
    const step = {
      ArrowRight: 1,
      ArrowLeft: -1,
      Home: -panes.indexOf(chosen),
      End: 2 - panes.indexOf(chosen),
    }[event.key];
    if (step === undefined) return;
    event.preventDefault();
    choose(panes[(panes.indexOf(chosen) + step + panes.length) % panes.length]);
    tabs[panes.indexOf(chosen)].focus();
  }

  /** Draws the tabs again: after a resize, another choice, or new messages. */
  function arrange() {
    list.setAttribute("aria-label", word("panes"));
    list.hidden = !narrow.matches;
    for (const [place, pane] of panes.entries()) {
      const inSight = !narrow.matches || pane === chosen;
      if (inSight) pane.seen();
      pane.root.hidden = !inSight;
      pane.root.setAttribute("role", narrow.matches ? "tabpanel" : "region");
      pane.root.setAttribute("aria-labelledby", narrow.matches ? tabs[place].id : `title-${pane.name}`);
      const fresh = pane.fresh();
      tabs[place].replaceChildren(
        word(pane.name),
        ...(fresh > 0 ? [" ", element("span", { class: "fresh" }, word("fresh", fresh))] : []),
      );
      tabs[place].setAttribute("aria-selected", String(pane === chosen));
      tabs[place].tabIndex = pane === chosen ? 0 : -1;
    }
  }

  narrow.addEventListener("change", arrange);
  return {
    list,
    arrange,
    /** Brings the pane in sight, where only one is. */
    choose: (name) => choose(panes.find((pane) => pane.name === name) ?? chosen),
  };
}
