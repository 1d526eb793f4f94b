import { getExamples, getState, listen } from "./api.js";
import { sayStatusAgain, showClock, startClock } from "./clock.js";
import { openControls } from "./controls.js";
import { guardDrafts } from "./dialogs.js";
import { element } from "./element.js";
import { firstExamples, openExamples } from "./examples.js";
import { openFollowing } from "./following.js";
import { keep, recall } from "./memory.js";
import { openNotes } from "./notes.js";
import { openPane, paneNames } from "./panes.js";
import { openPresses } from "./presses.js";
import { openTabs } from "./tabs.js";
import { showTrail } from "./trail.js";
import { fillWords, language, rememberInAddress, switchLanguage, word } from "./words.js";

const kept = recall();
const chosen = { signaler: null, expert: null, manager: null, ...kept.chosen };
const notes = openNotes(kept.notes);
const following = openFollowing({ on: kept.following ?? true, settled: Boolean(chosen.expert) });
const asked = new URLSearchParams(location.search).get("look") ?? kept.look;
let look = asked === "teams" ? "teams" : "slack";
let state = null;
let examples = [];

const presses = openPresses({
  who: (pane) => state?.personas[pane].find((persona) => persona.address === chosen[pane]),
  look: () => look,
  pane: (name) => panes.find((pane) => pane.name === name),
  pressed: (pane) => {
    if (pane === "expert") following.pressed();
  },
  newestIn: (pane) => state?.panes[pane].messages.at(-1)?.sentAt ?? 0,
  note: (address, note) => {
    notes.put(address, note);
    refresh();
  },
});

const panes = paneNames.map((name) =>
  openPane(name, {
    pick(pane, address) {
      chosen[pane] = address;
      if (pane === "expert") following.turn(false);
      refresh();
    },
    follow(on) {
      following.turn(on);
      refresh();
    },
    async goTo(address) {
      chosen.expert = address;
      await refresh();
      panes.find((each) => each.name === "expert").home.focus({ preventScroll: true });
    },
    press: (pane, asked) => presses.press(pane, asked),
    dismiss(pane) {
      notes.drop(chosen[pane]);
      draw();
      panes.find((each) => each.name === pane).home.focus();
    },
    examples: showExamples,
    empty,
  }),
);
const tabs = openTabs(panes);

function empty(name) {
  if (name === "signaler" && examples.length > 0) {
    return { stamp: "examples", draw: () => firstExamples(examples, useExample) };
  }
  const text = { signaler: "", expert: word("emptyExpert"), manager: word("emptyManager") }[name];
  return { stamp: text, draw: () => element("p", { class: "empty" }, text) };
}

function showExamples() {
  const nameOf = (address) =>
    state?.personas.signaler.find((persona) => persona.address === address)?.name ?? address;
  const home = panes[0].home;
  openExamples({ examples, nameOf, home, use: useExample });
}

async function useExample(example) {
  chosen.signaler = example.by;
  await refresh();
  await presses.press("signaler", { act: "report", on: "", prefill: example.text });
}

function draw() {
  if (!state) return;
  for (const pane of panes) {
    const personas = state.personas[pane.name];
    pane.show({
      personas,
      pane: state.panes[pane.name],
      note: notes.beside(chosen[pane.name], state.panes[pane.name].messages),
      look,
      following: following.isOn(),
      elsewhere: personas.find((persona) => persona.address === following.elsewhere()) ?? null,
    });
  }
  tabs.arrange();
  keep({ chosen, look, following: following.isOn(), notes: notes.safetyNotes() });
  showTrail(document.querySelector("#trail"), state.trail);
  showClock(state.now, state.busy);
  document.querySelector("#municipality").textContent = state.municipality;
}

function followLatest() {
  const next = following.meet(state.latest, chosen.expert, state.personas.expert);
  if (next === null) return false;
  chosen.expert = next;
  return true;
}

let fetching = null;
let again = false;

/** Asks for the newest state and draws it; calls that come meanwhile are one more round. */
function refresh() {
  if (fetching) {
    again = true;
    return fetching;
  }
  fetching = load().finally(() => {
    fetching = null;
  });
  return fetching;
}

async function load() {
  try {
    do {
      again = false;
      state = await getState(chosen);
      if (followLatest()) {
        again = true;
        continue;
      }
      if (again) continue;
      for (const name of paneNames) chosen[name] = state.panes[name].address;
      draw();
    } while (again);
    showLine(true);
  } catch {
    showLine(false);
  }
}

function showLine(open) {
  const offline = document.querySelector("#offline");
  offline.hidden = open;
  if (!open) offline.textContent = word("offline");
}

async function sayItInThisLanguage() {
  fillWords();
  document.title = `Voelspriet – ${language === "nl" ? "proefpagina" : "trial page"}`;
  document.querySelector("#language").textContent = word("otherLanguage");
  document.querySelector("#language").lang = language === "nl" ? "en" : "nl";
  document.querySelector("#to-gallery").href = `/galerij?lang=${language}`;
  for (const pane of panes) pane.fillWords();
  sayStatusAgain();
  examples = await getExamples(language).catch(() => []);
  draw();
}

document
  .querySelector("#panes")
  .append(tabs.list, element("div", { class: "columns" }, ...panes.map((pane) => pane.root)));
document.querySelector("#language").addEventListener("click", () => {
  switchLanguage();
  void sayItInThisLanguage();
});
for (const radio of document.querySelectorAll("input[name=look]")) {
  radio.checked = radio.value === look;
  radio.addEventListener("change", () => {
    look = radio.value;
    rememberInAddress("look", look);
    draw();
  });
}
openControls();
guardDrafts();
startClock(() => notes.clear());
await sayItInThisLanguage();
await refresh();
listen(refresh, (open) => {
  if (!open) showLine(false);
});
document.documentElement.dataset.ready = "yes";
