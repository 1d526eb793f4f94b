import { openDialog } from "./dialogs.js";
import { element, pageButton } from "./element.js";
import { word } from "./words.js";

/** The list of example signals; `use(example)` is called after it has closed. */
export function openExamples({ examples, nameOf, home, use }) {
  const body = element(
    "div",
    {},
    element("p", { class: "utrecht-paragraph" }, word("examplesText")),
    element("ul", { class: "examples" }, ...examples.map(exampleItem)),
  );
  const opened = openDialog({ title: word("examplesTitle"), body, home, className: "wide" });

  function exampleItem(example, place) {
    const choose = () => {
      opened.close();
      use(example);
    };
    const id = `example-${place}`;
    return element(
      "li",
      {},
      element("h3", { class: "utrecht-heading-5", id }, example.title),
      element("p", { class: "by" }, word("exampleBy", nameOf(example.by))),
      element("p", { class: "text" }, example.text),
      pageButton(word("exampleUse"), "secondary", choose, { "aria-describedby": id }),
    );
  }
}

/** What stands in the signaler's empty conversation: three examples to begin with. */
export function firstExamples(examples, use) {
  const starters = examples.slice(0, 3).map((example) =>
    element(
      "li",
      {},
      pageButton(example.title, "secondary", () => use(example)),
    ),
  );
  return element(
    "div",
    { class: "empty" },
    element("p", {}, word("emptySignaler")),
    element("ul", { class: "starters" }, ...starters),
  );
}
