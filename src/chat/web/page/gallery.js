import { getGallery } from "./api.js";
import { drawForm, drawMessage } from "./drawing.js";
import { element } from "./element.js";
import { groupOf } from "./gallery-words.js";
import { fillWords, language, switchLanguage, word } from "./words.js";

const items = document.querySelector("#items");
const list = document.querySelector("#list");
const status = document.querySelector("#status");
const doNothing = () => {
  status.textContent = word("galleryPressed");
};

function inLook(look, item) {
  const frame = element("div", { class: "sample", "data-look": look });
  frame.append(element("p", { class: "look-name" }, look === "slack" ? "Slack" : "Teams"));
  if (item.card) frame.append(drawMessage(look, item.card[look], doNothing));
  if (item.form) {
    const title = element("p", { class: "window-title" }, item.form.title);
    frame.append(element("div", { class: "window" }, title, drawForm(look, item.form[look], doNothing)));
  }
  return frame;
}

function itemSection(item) {
  const title = item.card?.title ?? item.form?.title ?? item.name;
  const name = element("code", { class: "item-name" }, item.name);
  return element(
    "div",
    { class: "item" },
    element("h3", { class: "utrecht-heading-4" }, title),
    element("p", { class: "kind" }, name),
    element("div", { class: "samples", lang: language }, inLook("slack", item), inLook("teams", item)),
  );
}

function groupSection({ key, words, members }) {
  const title = element("h2", { class: "utrecht-heading-2", id: `group-${key}`, tabindex: "-1" }, words);
  return element("section", { "aria-labelledby": title.id }, title, ...members.map(itemSection));
}

function grouped(all) {
  const groups = new Map();
  for (const item of all) {
    const { key, words } = groupOf(item);
    const group = groups.get(key) ?? { key, words, members: [] };
    group.members.push(item);
    groups.set(key, group);
  }
  return [...groups.values()];
}

async function show() {
  fillWords();
  document.title = `Voelspriet – ${word("galleryTitle")}`;
  document.querySelector("#language").textContent = word("otherLanguage");
  document.querySelector("#language").lang = language === "nl" ? "en" : "nl";
  document.querySelector("#to-trial").href = `/?lang=${language}`;
  try {
    const gallery = await getGallery(language);
    document.querySelector("#municipality").textContent = gallery.municipality;
    const groups = grouped(gallery.items);
    items.replaceChildren(...groups.map(groupSection));
    list.replaceChildren(...groups.map(jump));
  } catch (fault) {
    status.textContent = word(fault.code ?? "our_fault");
  }
  document.documentElement.dataset.ready = "yes";
}

function jump({ key, words, members }) {
  const link = element("a", { class: "utrecht-link utrecht-link--html-a", href: `#group-${key}` }, words);
  return element("li", {}, link, ` (${members.length})`);
}

document.querySelector("#language").addEventListener("click", () => {
  switchLanguage();
  void show();
});
await show();
