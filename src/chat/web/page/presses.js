import { sendPress } from "./api.js";
import { openForm, openScreen } from "./dialogs.js";
import { word } from "./words.js";

/** Acts whose answer is something to read: it opens over the page. Any other answer is a short note in the conversation. */
const readingActs = new Set(["open", "why", "home", "week", "help"]);

/**
 * Presses as the person of a pane, and shows what comes back. `page` gives `who(pane)`, `look()`, `pane(name)` and
 * `newestIn(pane)` (when its newest message was sent), hears `pressed(pane)`, and takes
 * `note(address, { card, at, after })`.
 */
export function openPresses(page) {
  const underWay = new Set();

  function subtitleOf(pane) {
    return word("actingAs", page.who(pane)?.name ?? "");
  }

  function show({ pane, as, asked, reply, under, opener, after }) {
    if (reply.form) {
      askForm({ pane, as, asked, reply, under, opener });
    } else if (reply.card && readingActs.has(asked.act)) {
      openScreen({
        card: reply.card,
        look: page.look(),
        subtitle: `${subtitleOf(pane)}. ${word("onlyYou")}.`,
        opener,
        home: page.pane(pane).home,
        pane,
        onPress: (pressed, opened) => press(pane, pressed, opened),
      });
    } else if (reply.card) {
      under?.close();
      page.note(as, { card: reply.card, at: reply.now, after });
    }
  }

  function askForm({ pane, as, asked, reply, under, opener }) {
    let last = { sent: "", key: "" };
    openForm({
      form: reply.form,
      look: page.look(),
      subtitle: subtitleOf(pane),
      opener,
      home: page.pane(pane).home,
      pane,
      draft: JSON.stringify([as, asked.act, asked.packed ?? asked.prefill ?? ""]),
      onSend: async ({ act, packed, inputs }) => {
        // The same words sent again are the same press: after a lost answer nothing is made twice.
        const sent = JSON.stringify([act, packed, inputs]);
        if (sent !== last.sent) last = { sent, key: crypto.randomUUID() };
        const after = page.newestIn(pane);
        page.pressed(pane);
        const answer = await sendPress({ key: last.key, as, act, packed, inputs });
        if (answer.faults && Object.keys(answer.faults).length > 0) return answer.faults;
        setTimeout(() => show({ pane, as, asked: { act, packed }, reply: answer, under, opener, after }));
        return null;
      },
    });
  }

  /** `asked`: { act, packed } from a drawn button, { act, on, prefill } from the page. `under`: the dialog it is in. */
  async function press(pane, asked, under = null) {
    const as = page.who(pane)?.address;
    const once = JSON.stringify([as, asked.act, asked.packed, asked.on]);
    if (!as || underWay.has(once)) return;
    underWay.add(once);
    // Taken now: by the time the answer comes the keyboard may be elsewhere.
    const opener = document.activeElement;
    const after = page.newestIn(pane);
    page.pressed(pane);
    page.pane(pane).tell("");
    try {
      const reply = await sendPress({ key: crypto.randomUUID(), as, ...asked });
      show({ pane, as, asked, reply, under, opener, after });
    } catch (fault) {
      const text = word(fault.code ?? "our_fault");
      if (under) under.say(text);
      else page.pane(pane).tell(text);
    } finally {
      underWay.delete(once);
    }
  }
  return { press };
}
