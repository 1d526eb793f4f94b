import { drawMessage } from "./drawing.js";
import { element, keepInStep, pageButton } from "./element.js";
import { dateOf, day, timeElement, updatedText } from "./times.js";
import { language, word } from "./words.js";

const sameBurstMs = 4000;

/**
 * One conversation, oldest first. New messages are read aloud (`role="log"`), the focus stays where it is.
 * `onPress(pressed)` hears every press in it.
 */
export function openConversation(onPress, onDismiss) {
  const log = element("div", { class: "log", role: "log", "aria-live": "polite", tabindex: "0" });
  const below = pageButton("", "secondary", () => {
    log.scrollTop = log.scrollHeight;
    log.focus({ preventScroll: true });
  });
  below.classList.add("below");
  const root = element("div", { class: "talk" }, log, below);
  let shownFor = "";
  let placed = { at: 0, when: 0 };
  log.addEventListener("scroll", showBelow, { passive: true });
  // A picture that has come in makes the conversation longer.
  log.addEventListener("load", showBelow, true);
  new ResizeObserver(showBelow).observe(log);

  function messageItem(message, look) {
    return {
      key: `message ${message.id}`,
      at: message.sentAt,
      stamp: `${look} ${language} ${message.updatedAt} ${JSON.stringify(message[look])}`,
      draw: () => {
        const updated = updatedText(message.sentAt, message.updatedAt);
        const head = [timeElement(message.sentAt), updated && element("span", { class: "updated" }, updated)];
        return frame(head, drawMessage(look, message[look], onPress));
      },
    };
  }

  function noteItem(note, look) {
    return {
      key: `note ${note.number}`,
      at: note.at,
      stamp: `${look} ${language} ${note.number}`,
      draw: () => {
        const head = [element("span", { class: "private" }, word("onlyYou"))];
        const made = frame(head, drawMessage(look, note.card[look], onPress));
        made.classList.add("note");
        const dismiss = pageButton("×", "subtle", onDismiss, { "aria-label": word("dismiss") });
        dismiss.classList.add("dismiss");
        made.append(dismiss);
        return made;
      },
    };
  }

  function withDays(items) {
    const all = [];
    let last = "";
    for (const item of items) {
      const date = dateOf(item.at);
      if (date !== last) {
        const draw = () => element("p", { class: "day" }, element("span", {}, day(item.at)));
        all.push({ key: `day ${date}`, stamp: language, draw });
      }
      last = date;
      all.push(item);
    }
    return all;
  }

  /** Brings the top of a message in sight: what comes first in it (safety text) is read first. */
  function scrollTo(message) {
    if (!message) return;
    const top = message.getBoundingClientRect().top - log.getBoundingClientRect().top + log.scrollTop - 8;
    log.scrollTop = Math.min(top, log.scrollHeight - log.clientHeight);
    placed = { at: log.scrollTop, when: performance.now() };
  }

  function pixelsBelow() {
    return log.scrollHeight - log.scrollTop - log.clientHeight;
  }

  function showBelow() {
    below.hidden = pixelsBelow() < 24;
  }

  /**
   * New messages come in sight by themselves, unless somebody scrolled up to read, or they belong to the message that
   * just came: of a receipt with safety text and its questions, the receipt stays in sight.
   */
  function mayScroll() {
    const untouched = Math.abs(log.scrollTop - placed.at) < 40;
    return untouched ? performance.now() - placed.when > sameBurstMs : pixelsBelow() < 80;
  }

  function messageNodes() {
    return [...log.querySelectorAll(":scope > .message")];
  }

  /** Shows the conversation of one person; `empty()` draws what stands there while there is nothing. */
  function show({ of, name, messages, older, note, look, empty }) {
    const items = messages.map((message) => messageItem(message, look));
    if (note) items.push(noteItem(note, look));
    items.sort((a, b) => a.at - b.at);
    const all = withDays(items);
    if (older > 0) {
      const text = word("older", older);
      all.unshift({ key: "older", stamp: text, draw: () => element("p", { class: "older" }, text) });
    }
    if (items.length === 0)
      all.push({ key: "empty", stamp: `${language} ${of} ${empty.stamp}`, draw: empty.draw });

    const anew = shownFor !== `${of} ${look} ${language}`;
    const before = new Set(messageNodes().map((node) => node.dataset.key));
    const follow = mayScroll();
    const hadFocus = log.contains(document.activeElement);
    const hadNote = log.querySelector(":scope > .note") !== null;
    // Another person or look is not news: a screen reader should not read it all.
    if (anew) log.setAttribute("aria-live", "off");
    log.setAttribute("aria-label", word("conversation", name));
    log.dataset.look = look;
    keepInStep(log, all);
    const nodes = messageNodes();
    if (!anew) for (const node of nodes) if (!before.has(node.dataset.key)) node.classList.add("arrived");
    if (anew) {
      scrollTo(nodes.at(-1));
      placed.when = Number.NEGATIVE_INFINITY;
    } else {
      // What takes the place of a note is read instead of it.
      const isReplaced = hadNote && !note;
      if (follow || isReplaced) scrollTo(nodes.find((node) => !before.has(node.dataset.key)));
    }
    if (hadFocus && !log.contains(document.activeElement)) log.focus({ preventScroll: true });
    below.textContent = word("below");
    showBelow();
    if (anew) setTimeout(() => log.setAttribute("aria-live", "polite"), 500);
    shownFor = `${of} ${look} ${language}`;
  }

  return { root, log, show };
}

function frame(head, drawn) {
  const avatar = element("img", {
    src: "/page/icon.svg",
    alt: "",
    class: "avatar",
    width: "36",
    height: "36",
  });
  const name = element("span", { class: "sender" }, "Voelspriet");
  const app = element("span", { class: "app" }, word("app"));
  const heading = element(
    "p",
    { class: "head" },
    name,
    " ",
    app,
    " ",
    ...head.flatMap((part) => (part ? [part, " "] : [])),
  );
  return element("article", { class: "message" }, avatar, element("div", { class: "body" }, heading, drawn));
}
