import type { Outgoing } from "#chat/platform.ts";
import type { Agenda } from "#commands/demo/agenda.ts";
import { pick } from "#commands/demo/chance.ts";
import type { House } from "#house.ts";
import type { Address } from "#signal/address.ts";
import type { Act } from "#signal/press.ts";
import { isOpen } from "#signal/signal.ts";
import type { Outcome, Urgency } from "#signal/words.ts";

const minute = 60_000;

/** The people of the demo: they press the same buttons as real ones, some at once, some late, some never. */
export interface DemoPeople {
  /** What a reader does with a message: planned, in office time. */
  receive(message: Outgoing): void;
  press(by: Address, act: Act, on: string, fields?: Record<string, string> | null): Promise<void>;
}

const likelyOutcomes: Readonly<Record<Urgency, readonly (readonly [Outcome, number])[]>> = {
  acute: [
    ["C2", 6],
    ["C1", 3],
    ["N1", 1],
  ],
  urgent: [
    ["C1", 5],
    ["C2", 2],
    ["P2", 2],
    ["N5", 1],
  ],
  soon: [
    ["P2", 4],
    ["C1", 3],
    ["P0", 2],
    ["P1", 1],
    ["N3", 1],
    ["N1", 1],
  ],
  preventive: [
    ["P0", 4],
    ["P2", 3],
    ["P1", 2],
    ["N1", 2],
    ["C1", 1],
  ],
};

/** Opens the demo's people over a house. Every choice comes from `chance`, so every run is the same. */
export function openPeople(house: () => House, agenda: Agenda, chance: () => number): DemoPeople {
  let presses = 0;

  /** So many office minutes from now, give or take. */
  function later(officeMinutes: number): number {
    const { calendar, clock } = house();
    return (
      calendar.addWorkingMinutes(clock.now(), officeMinutes * (0.4 + 1.2 * chance())) + minute * chance()
    );
  }

  async function press(
    by: Address,
    act: Act,
    on: string,
    fields: Record<string, string> | null = {},
  ): Promise<void> {
    presses += 1;
    await house().counter.press({ key: `demo-${presses}`, by, act, on, fields });
  }

  const plan = (
    officeMinutes: number,
    by: Address,
    act: Act,
    on: string,
    fields: Record<string, string> = {},
  ) => agenda.plan(later(officeMinutes), () => press(by, act, on, fields));

  function alerted(to: Address, code: string): void {
    const choice = pick(
      [
        ["accept", 80],
        ["decline", 6],
        ["sleep", 14],
      ] as const,
      chance,
    );
    if (choice === "sleep") return;
    agenda.plan(later(choice === "accept" ? 25 : 15), async () => {
      const signal = await house().store.findByCode(code);
      if (signal?.stage !== "routed") return;
      await press(to, "open", code);
      await press(to, choice, code);
      if (choice === "accept") await work(to, code);
    });
  }

  /** What the holder does in the days after. */
  async function work(by: Address, code: string): Promise<void> {
    const signal = await house().store.findByCode(code);
    if (signal === null) return;
    if (chance() < 0.25)
      plan(60, by, "ask", code, { text: "Kun je vertellen wanneer je dit voor het eerst zag?" });
    if (chance() < 0.12) {
      const text = "Dit past beter bij jouw werk. Wil jij het overnemen?";
      agenda.plan(later(200), () => press(by, "hand_over", code, { to: "", text }));
      return;
    }
    if (chance() < 0.85)
      plan(240, by, "feedback", code, { level: chance() < 0.6 ? "in_contact" : "looked_at" });
    const days = { acute: 0.7, urgent: 1.5, soon: 3, preventive: 6 }[signal.urgency];
    const outcome = pick(likelyOutcomes[signal.urgency], chance);
    agenda.plan(later(days * 480), () => finish(by, code, outcome));
  }

  async function finish(by: Address, code: string, outcome: Outcome): Promise<void> {
    const signal = await house().store.findByCode(code);
    if (signal === null || !isOpen(signal)) return;
    const isCase = outcome === "C1" || outcome === "C2";
    const none = chance() < 0.04;
    await press(by, "outcome", code, {
      outcome,
      word: none ? "none" : isCase ? "in_contact" : outcome === "P0" ? "advice" : "closed",
      text: none ? "Melder is met pensioen en niet meer te bereiken." : "",
      next: isCase ? "keep_open" : "close",
    });
    if (isCase) plan(15 * 480, by, "close", code, { word: "closed", text: "" });
    else if (chance() < 0.03) await worryAgain(code);
  }

  async function worryAgain(code: string): Promise<void> {
    const { store } = house();
    const signal = await store.findByCode(code);
    const signaler = signal === null ? null : await store.signaler(signal.signaler);
    if (signaler !== null) plan(900, signaler.address as Address, "still_worried", code);
  }

  return {
    press,
    receive({ to, card, updates }) {
      const button = (act: Act) => card.buttons.find((one) => one.act === act);
      const accept = button("accept");
      if (accept !== undefined && updates === null) return alerted(to, accept.on);
      if (updates !== null) return;
      const answer = button("answer");
      if (answer !== undefined)
        plan(120, to, "answer", answer.on, {
          text: "Ik zag het drie weken geleden voor het eerst, op maandag.",
        });
      const reply = button("consult_answer");
      if (reply !== undefined)
        plan(90, to, "consult_answer", reply.on, { text: "Ik zou eerst bellen met de mentor." });
    },
  };
}
