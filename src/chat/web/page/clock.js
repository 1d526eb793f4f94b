import { startAgain, turnClock } from "./api.js";
import { forgetDrafts, openDialog } from "./dialogs.js";
import { element, pageButton } from "./element.js";
import { longMoment, shortMoment } from "./times.js";
import { word } from "./words.js";

/** Long enough to be read or heard, short enough to be gone before the clock shows another minute. */
const saidMs = 8_000;
const shown = document.querySelector("#now");
const brief = document.querySelector("#now-brief");
const status = document.querySelector("#status");
const progress = document.querySelector("#turning");
const moves = [...document.querySelectorAll("[data-move]")];
const reset = document.querySelector("#reset");

let known = { now: null, at: 0 };
let busy = false;
let says = () => "";
let silence = 0;

/** Says what happened, for as long as it stays true: the clock itself tells the time. */
function say(words) {
  says = words;
  status.textContent = words();
  clearTimeout(silence);
  if (!busy) silence = setTimeout(() => say(() => ""), saidMs);
}

/** Says the last words once more, in the page's language of now. */
export function sayStatusAgain() {
  status.textContent = says();
  tick();
}

function tick() {
  if (known.now === null) return;
  const now = known.now + performance.now() - known.at;
  shown.dateTime = new Date(now).toISOString();
  shown.textContent = longMoment(now);
  brief.textContent = shortMoment(now);
}

function setBusy(on) {
  if (on === busy) return;
  busy = on;
  progress.hidden = !on;
  if (on) say(() => word("turning"));
  // Not "disabled": that would throw the keyboard's focus away.
  for (const button of [...moves, reset]) button.setAttribute("aria-disabled", String(on));
}

/** Shows the trial's clock as the server has it, and whether it is being turned. */
export function showClock(now, turning) {
  known = { now, at: performance.now() };
  tick();
  const wasBusy = busy;
  setBusy(turning);
  if (wasBusy && !turning) say(() => word("turned", longMoment(now)));
}

async function during(work, done) {
  if (busy) return;
  setBusy(true);
  try {
    const { now } = await work();
    showClock(now, false);
    say(() => done(now));
  } catch (fault) {
    setBusy(false);
    say(() => word(fault.code ?? "our_fault"));
  }
}

function confirmReset(onReset) {
  const yes = pageButton(word("resetYes"), "primary", () => {
    asked.close();
    forgetDrafts();
    onReset();
    void during(startAgain, () => word("resetDone"));
  });
  const no = pageButton(word("resetNo"), "secondary", () => asked.close());
  const body = element(
    "div",
    {},
    element("p", { class: "utrecht-paragraph" }, word("resetText")),
    element("div", { class: "answers" }, yes, no),
  );
  const asked = openDialog({ title: word("resetTitle"), body, home: reset });
}

/** Makes the clock's buttons and "start again" work. `onReset` is called when the trial is emptied. */
export function startClock(onReset) {
  for (const button of moves) {
    button.addEventListener("click", () => {
      void during(
        () => turnClock(button.dataset.move),
        (now) => word("turned", longMoment(now)),
      );
    });
  }
  reset.addEventListener("click", () => {
    if (!busy) confirmReset(onReset);
  });
  setInterval(tick, 5000);
}
