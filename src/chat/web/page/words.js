import { en, nl } from "./said.js";

const all = { nl, en };
const asked = new URLSearchParams(location.search).get("lang");

/** The page's language: `?lang=en` or Dutch. */
export let language = asked === "en" ? "en" : "nl";

/** A text of the page in its language; some are filled in with a name, a time or a number. */
export function word(name, ...parts) {
  const text = all[language][name] ?? all[language].our_fault;
  return typeof text === "function" ? text(...parts) : text;
}

/** Puts the texts in place: `data-word` is an element's text, `data-label` its accessible name. */
export function fillWords(root = document) {
  document.documentElement.lang = language;
  for (const element of root.querySelectorAll("[data-word]"))
    element.textContent = word(element.dataset.word);
  for (const element of root.querySelectorAll("[data-label]")) {
    element.setAttribute("aria-label", word(element.dataset.label));
  }
}

/** Keeps a setting of the page in its address, so that a reload shows the same. */
export function rememberInAddress(name, value) {
  const address = new URL(location.href);
  address.searchParams.set(name, value);
  history.replaceState(null, "", address);
}

/** The other language from now on. */
export function switchLanguage() {
  language = language === "nl" ? "en" : "nl";
  rememberInAddress("lang", language);
  fillWords();
}
