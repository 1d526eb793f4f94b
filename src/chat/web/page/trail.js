import { element, keepInStep } from "./element.js";
import { shortMoment, timeElement } from "./times.js";
import { language, word } from "./words.js";

/** "Wat gebeurde er?": every step in plain words, with the facts behind it for who wants them. */
export function showTrail(list, lines) {
  const seen = new Map();
  const items = lines.toReversed().map((line) => {
    const same = JSON.stringify(line);
    const times = (seen.get(same) ?? 0) + 1;
    seen.set(same, times);
    return { key: `${same} ${times}`, stamp: language, draw: () => lineItem(line) };
  });
  items.reverse();
  if (items.length === 0) {
    const draw = () => element("li", { class: "nothing" }, word("trailEmpty"));
    items.push({ key: "nothing", stamp: language, draw });
  }
  keepInStep(list, items);
}

/** The lines are in Dutch, whatever the page speaks: the programme keeps one trail. */
function lineItem(line) {
  const facts = element("pre", {}, JSON.stringify(line.facts, null, 2));
  const name = word("facts");
  const summary = element(
    "summary",
    {},
    name,
    element("span", { class: "hearable", lang: "nl" }, ` ${line.words}`),
  );
  return element(
    "li",
    {},
    element("span", { class: "when" }, timeElement(line.at, shortMoment(line.at))),
    element("code", { class: "code" }, line.code),
    element("span", { class: "words", lang: "nl" }, line.words),
    element("details", {}, summary, facts),
  );
}
