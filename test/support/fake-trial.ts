import { stoppedClock } from "#base/clock.ts";
import type { Counter } from "#chat/platform.ts";
import type { Looks, TrailLine, Trial, WebMessage } from "#chat/web/trial.ts";
import type { Address } from "#signal/address.ts";
import type { Press } from "#signal/press.ts";
import type { Card, Reply } from "#texts/card.ts";
import * as cards from "./fake-cards.ts";

const expertOf = (text: string): Address =>
  /geld|aanmaning|schuld/i.test(text) ? "web:schuld" : "web:jeugd";
const none: Reply = { card: null, form: null, faults: null };

/** A house of cards: enough of a trial and a counter to build and test the page without the core. */
export interface FakeTrial {
  readonly trial: Trial;
  readonly counter: Counter;
  readonly pressed: Press[];
  /** Called for each new message, as the outbox would call the door. */
  onSend: (to: Address, id: string, card: Card) => void;
}

/** Looks that show the card itself, for tests that need no real payload. */
export const plainLooks: Looks = {
  slack: {
    message: (card) => ({ look: "slack", title: card.title }),
    form: (form) => ({ look: "slack", form }),
  },
  teams: {
    message: (card) => ({ look: "teams", title: card.title }),
    form: (form) => ({ look: "teams", form }),
  },
};

export function openFakeTrial(): FakeTrial {
  const clock = stoppedClock(Date.UTC(2026, 10, 23, 9, 2));
  const inboxes = new Map<Address, WebMessage[]>();
  const signals = new Map<string, cards.FakeSignal>();
  const trail: TrailLine[] = [];
  const listeners = new Set<() => void>();
  const seen = new Map<string, Reply>();
  let number = 0;

  function changed(): void {
    for (const listener of listeners) listener();
  }
  function put(to: Address, id: string, card: Card): void {
    const inbox = inboxes.get(to) ?? [];
    const old = inbox.find((message) => message.id === id);
    const message = { id, card, sentAt: old?.sentAt ?? clock.now(), updatedAt: clock.now() };
    inboxes.set(to, old ? inbox.map((each) => (each === old ? message : each)) : [...inbox, message]);
    if (!old) fake.onSend(to, id, card);
    changed();
  }
  function note(code: string, words: string, facts: TrailLine["facts"]): void {
    trail.unshift({ at: clock.now(), code, words, facts });
  }
  function tell(signal: cards.FakeSignal): void {
    put(signal.by as Address, `receipt-${signal.code}`, cards.receipt(signal));
    put(signal.expert as Address, `alert-${signal.code}`, cards.alert(signal));
  }
  function report(press: Press, text: string): Reply {
    number += 1;
    const code = `VS-K7M${number}-3QF`;
    const expert = expertOf(text);
    const acute = /mes|bloed|slaat/i.test(text);
    const signal: cards.FakeSignal = { code, text, by: press.by, expert, acute, stage: "waiting" };
    signals.set(code, signal);
    note(code, `De zorg is ingedeeld en gaat naar ${expert.slice(4)}.`, {
      urgency: acute ? "acute" : "soon",
      to: expert,
    });
    note(code, "Een leerkracht deelde een zorg.", { type: "reported", stage: "received" });
    tell(signal);
    const answer = acute ? cards.saidInDanger : cards.said;
    return { ...none, card: answer("Verstuurd", `Je zorg heeft nummer ${code}.`) };
  }
  function onSignal(press: Press, signal: cards.FakeSignal): Reply {
    switch (press.act) {
      case "open":
        note(signal.code, "Een collega las het verhaal.", { type: "viewed", by: press.by });
        return { ...none, card: cards.story(signal) };
      case "accept":
        if (signal.stage !== "waiting") {
          return { ...none, card: cards.said("Al opgepakt", "Een collega was je net voor.", "attention") };
        }
        signal.stage = "accepted";
        note(signal.code, "De zorg is opgepakt.", { type: "accepted", by: press.by });
        tell(signal);
        return { ...none, card: cards.said("Je hebt dit opgepakt", `${signal.code} is nu van jou.`) };
      case "outcome":
        if (press.fields === null) return { ...none, form: cards.outcomeForm(signal.code) };
        if (!press.fields["outcome"]) {
          return {
            card: null,
            form: cards.outcomeForm(signal.code),
            faults: { outcome: "Kies een uitkomst." },
          };
        }
        signal.stage = "closed";
        note(signal.code, "De zorg is afgerond.", { type: "closed", outcome: press.fields["outcome"] });
        tell(signal);
        return { ...none, card: cards.said("Afgerond", `${signal.code} is klaar.`) };
      default:
        return { ...none, card: cards.said("Genoteerd", "Dank je wel. Dit is bewaard.") };
    }
  }
  function answer(press: Press): Reply {
    const signal = signals.get(press.on);
    if (press.act === "report") {
      if (press.fields === null) return { ...none, form: cards.reportForm("") };
      const text = press.fields["text"]?.replace(/[\s\u200b]/g, " ").trim() ?? "";
      if (text === "") {
        const faults = { text: "Vertel eerst wat je hebt gezien of gehoord." };
        return { card: null, form: cards.reportForm(""), faults };
      }
      return report(press, text);
    }
    if (press.act === "week") return { ...none, card: cards.digest() };
    if (signal) return onSignal(press, signal);
    return { ...none, card: cards.said("Mijn zaken", "Er wacht nu niets op jou.", "calm") };
  }
  function waiting(expert: string): number {
    return [...signals.values()].filter((signal) => signal.expert === expert && signal.stage === "waiting")
      .length;
  }

  const trial: Trial = {
    municipality: "Voorbeeldstad",
    personas: async () => ({
      signalers: [
        { address: "web:leerkracht", name: "Marit", what: "leerkracht, basisschool De Wilg", waiting: 0 },
        { address: "web:trainer", name: "Joris", what: "trainer, voetbalclub SV Noord", waiting: 0 },
      ],
      experts: [
        {
          address: "web:jeugd",
          name: "Sanne",
          what: "jeugd- en gezinswerker",
          waiting: waiting("web:jeugd"),
        },
        { address: "web:schuld", name: "Achmed", what: "schuldhulpverlener", waiting: waiting("web:schuld") },
      ],
      managers: [{ address: "web:manager", name: "Petra", what: "manager wijkteams", waiting: 0 }],
    }),
    conversation: async (of) => inboxes.get(of) ?? [],
    trail: async (most) => trail.slice(0, most),
    gallery: () => {
      const signal: cards.FakeSignal = {
        code: "VS-K7MP-3QF",
        text: "Een meisje in mijn klas is vaak erg moe.",
        by: "web:leerkracht",
        expert: "web:jeugd",
        acute: false,
        stage: "waiting",
      };
      return [
        { name: "ontvangst", card: cards.receipt(signal), form: null },
        { name: "ontvangst, direct gevaar", card: cards.receipt({ ...signal, acute: true }), form: null },
        { name: "alarm voor een collega", card: cards.alert(signal), form: null },
        { name: "het verhaal", card: cards.story(signal), form: null },
        { name: "weekoverzicht", card: cards.digest(), form: null },
        { name: "zorg delen", card: null, form: cards.reportForm("") },
        { name: "uitkomst", card: null, form: cards.outcomeForm(signal.code) },
      ];
    },
    examples: () => [
      {
        title: "Geld en eten",
        text: "Een jongen in groep 6 komt al weken zonder eten. Zijn moeder zegt dat er aanmaningen liggen.",
        by: "web:leerkracht",
      },
      {
        title: "Onrust bij training",
        text: "Een meisje slaapt slecht en huilt vaak bij de training.",
        by: "web:trainer",
      },
      {
        title: "Direct gevaar",
        text: "Zijn vader slaat hem. Vandaag had hij bloed aan zijn lip.",
        by: "web:leerkracht",
      },
    ],
    now: () => clock.now(),
    turn: async (move) => {
      const hours = { hour: 1, working_day: 24, monday: 166 }[move];
      for (let hour = 0; hour < Math.min(hours, 12); hour += 1) {
        clock.pass((hours / Math.min(hours, 12)) * 3_600_000);
        changed();
        await new Promise((resolve) => setTimeout(resolve, 10));
      }
      if (move === "monday") {
        note("", "Het weekoverzicht is verstuurd.", { type: "digest_posted", week: "2026-W47" });
        put("web:manager", `digest-${clock.now()}`, cards.digest());
      }
      changed();
    },
    reset: async () => {
      inboxes.clear();
      signals.clear();
      trail.length = 0;
      changed();
    },
    onChange: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
  const fake: FakeTrial = {
    trial,
    pressed: [],
    onSend: () => {},
    counter: {
      press: async (press) => {
        const known = seen.get(press.key);
        if (known) return known;
        fake.pressed.push(press);
        const reply = answer(press);
        seen.set(press.key, reply);
        return reply;
      },
      // There is no place to type freely on the page.
      say: async () => {},
    },
  };
  return fake;
}
