import fc from "fast-check";
import { expect, test } from "vitest";
import type { Directory } from "#signal/directory.ts";
import { isOnLeave, staffed } from "#signal/leave.ts";
import { isOrphan } from "#signal/lifecycle.ts";
import { expertises, urgencies } from "#signal/words.ts";
import { howOften } from "../support/how-often.ts";
import { sampleDirectory, samplePerson } from "../support/sample-directory.ts";
import { isBareStage, openStage, type Stage } from "../support/stage.ts";

/** The rules are the same behind every door and on every store; there a few are enough to see that they hold. */
const stories = howOften("STORIES", { gate: isBareStage ? 100 : 20, long: 300 });

const texts = [
  "De huur van dat gezin is drie maanden niet betaald, er komen aanmaningen.",
  "De buurvrouw gilt nu en ik hoor klappen, de kinderen huilen",
  "Ik maak me zorgen om een leerling, ze is zo veranderd.",
  "onze poes is weg",
  "Een leerling zegt dat hij niet meer wil leven.",
];

const days = fc.subarray([1, 2, 3, 4, 5]);
const person = fc.record({
  expertise: fc.constantFrom(...expertises),
  depth: fc.constantFrom(1 as const, 2 as const, 3 as const),
  days,
  capacity: fc.integer({ min: 0, max: 3 }),
  reachable: fc.boolean(),
  absent: fc.boolean(),
});

/** Any team: also one in which nobody works today, nobody is reachable, or everybody is away. Duty and coordinator exist: the file is refused without. */
const directories: fc.Arbitrary<Directory> = fc
  .record({
    people: fc.array(person, { maxLength: 4 }),
    dutyDays: days,
    dutyAbsent: fc.boolean(),
    onCall: fc.boolean(),
  })
  .map(({ people, dutyDays, dutyAbsent, onCall }) => {
    const absences = [{ from: "2026-11-16", until: "2026-11-27" }];
    return sampleDirectory({
      people: [
        ...people.map((one, index) =>
          samplePerson(`p${index}`, {
            expertise: { [one.expertise]: one.depth },
            days: one.days,
            capacity: one.capacity,
            addresses: one.reachable ? [`chat:p${index}`] : [],
            absences: one.absent ? absences : [],
          }),
        ),
        samplePerson("dora", { days: dutyDays, absences: dutyAbsent ? absences : [] }),
        samplePerson("carla"),
        samplePerson("max"),
        samplePerson("vera"),
      ],
      onCall: onCall ? ["dora"] : [],
    });
  });

const leaves = [
  fc.record({
    do: fc.constant("away" as const),
    who: fc.constantFrom("whoever has it", "whoever has it", "p0", "dora", "carla"),
    begins: fc.constantFrom(0, 1, 3),
    lasts: fc.constantFrom(0, 2, 9),
  }),
  fc.record({ do: fc.constant("back" as const), who: fc.constantFrom("p0", "p1", "dora", "carla") }),
] as const;

const moves = fc.oneof(
  fc.record({ do: fc.constant("report" as const), text: fc.constantFrom(...texts) }),
  fc.record({ do: fc.constant("pass" as const), hours: fc.constantFrom<number>(1, 5, 20, 60, 800) }),
  fc.record({ do: fc.constant("restart" as const) }),
  ...leaves,
  fc.record({ do: fc.constant("unreachable" as const), who: fc.constantFrom("p0", "p1", "p2", "dora") }),
  fc.record({
    do: fc.constantFrom(
      "accept" as const,
      "decline" as const,
      "hand_over" as const,
      "correct" as const,
      "still_worried" as const,
      "withdraw" as const,
      "danger" as const,
      "outcome" as const,
    ),
    which: fc.nat(20),
    who: fc.nat(20),
  }),
);

type Move = typeof moves extends fc.Arbitrary<infer M> ? M : never;

async function play(stage: Stage, move: Move): Promise<void> {
  if (move.do === "report") {
    await stage.press("chat:juf", "report", "", { text: move.text });
    return;
  }
  if (move.do === "pass") return stage.pass({ hours: move.hours });
  if (move.do === "restart") return stage.restart();
  if (move.do === "unreachable") {
    stage.chat.refuses.add(`chat:${move.who}`);
    return;
  }
  if (move.do === "away") {
    const date = (days: number) => stage.house.calendar.localDate(stage.clock.now() + days * 24 * 3_600_000);
    const days = { from: date(move.begins), until: date(move.begins + move.lasts) };
    const holders = (await stage.store.openSignals()).flatMap(
      ({ holder, asked }) => holder ?? asked.at(-1) ?? [],
    );
    const who = move.who === "whoever has it" ? (holders.at(-1) ?? "dora") : move.who;
    await stage.press(`chat:${who}`, "away", "", days);
    return;
  }
  if (move.do === "back") {
    await stage.press(`chat:${move.who}`, "back");
    return;
  }
  const signals = await stage.store.signalsOf(stage.store.signalerId("chat:juf"), 50);
  const signal = signals[move.which % Math.max(1, signals.length)];
  if (signal === undefined) return;
  const everyone = [...signal.asked, "carla", "dora"];
  const by = `chat:${everyone[move.who % everyone.length]}` as const;
  switch (move.do) {
    case "accept":
    case "decline":
      await stage.press(by, move.do, signal.code);
      return;
    case "hand_over":
      await stage.press(by, "hand_over", signal.code, {
        to: move.which % 2 === 0 ? "" : (everyone[move.which % everyone.length] ?? ""),
        text: "Kun jij dit?",
      });
      return;
    case "correct": {
      const urgency = urgencies[move.which % 4] ?? "soon";
      await stage.press(by, "correct", signal.code, {
        kind: "signal",
        categories: "debt",
        urgency,
        text: "Gezien.",
      });
      return;
    }
    case "danger":
      await stage.press("chat:juf", "supplement", signal.code, { danger: "now", text: "" });
      return;
    case "outcome":
      await stage.press(by, "outcome", signal.code, {
        outcome: "C1",
        word: "in_contact",
        text: "",
        next: move.who % 2 ? "close" : "keep_open",
      });
      return;
    default:
      await stage.press("chat:juf", move.do, signal.code);
  }
}

/** Decision 8: a reachable human owner who accepted, or an escalation that runs, for every open signal, after every move. */
async function everySignalHasAnOwner(stage: Stage): Promise<void> {
  const next = await stage.store.nextDue();
  const reachable = new Set(
    stage.directory.people.filter(({ addresses }) => addresses.length > 0).map(({ id }) => id),
  );
  const { calendar } = stage.house;
  const now = stage.clock.now();
  const today = staffed(stage.directory, await stage.store.staffing());
  for (const signal of await stage.store.openSignals()) {
    const state = `${signal.code} ${signal.stage} holder ${signal.holder} asked ${signal.asked.join(",")}`;
    expect(isOrphan(signal), state).toBe(false);
    expect(signal.stage, state).not.toBe("received");
    if (signal.holder !== null) {
      expect(reachable.has(signal.holder), state).toBe(true);
      const waits = signal.urgency === "soon" || signal.urgency === "preventive";
      if (!waits && calendar.isOpen(now) && isOnLeave(signal.holder, { directory: today, calendar, now })) {
        // Only whoever took it during their own leave still has it.
        const taken = (await stage.store.entries(signal.id)).findLast(({ type }) => type === "accepted");
        expect(taken?.facts["onLeave"], state).toBe(1);
      }
      continue;
    }
    // An escalation runs: a timer waits, not later than the next climb, and a reachable human has been asked or will be.
    expect(next, state).not.toBeNull();
    expect(next ?? Number.POSITIVE_INFINITY, state).toBeLessThanOrEqual(signal.climbAt ?? 0);
    expect(
      [...signal.asked, ...signal.chain].some((id) => reachable.has(id)),
      state,
    ).toBe(true);
  }
  expect((await stage.store.counts(stage.clock.now())).unowned).toBe(0);
}

/** Plays the plan, and looks after every move. */
async function playAll(directory: Directory, plan: readonly Move[]): Promise<void> {
  const stage = await openStage({ directory });
  try {
    for (const move of plan) {
      await play(stage, move);
      await everySignalHasAnOwner(stage);
    }
  } finally {
    await stage.close();
  }
}

test("over any team, absence and order of events, every stored signal has an owner or a running escalation", {
  timeout: 180_000,
}, async () => {
  await fc.assert(
    fc.asyncProperty(directories, fc.array(moves, { minLength: 1, maxLength: 12 }), (directory, plan) =>
      playAll(directory, [{ do: "report", text: texts[plan.length % texts.length] ?? "" }, ...plan]),
    ),
    { numRuns: stories },
  );
});

const taken = fc.record({
  do: fc.constantFrom("accept" as const, "danger" as const, "correct" as const),
  which: fc.nat(3),
  who: fc.nat(3),
});
const time = fc.record({ do: fc.constant("pass" as const), hours: fc.constantFrom(1, 24, 48) });

test("whoever goes on leave and comes back, now or later: no signal that can not wait stays with somebody who is away", {
  timeout: 180_000,
}, async () => {
  await fc.assert(
    fc.asyncProperty(
      directories,
      fc.constantFrom(...texts),
      fc.array(fc.oneof(...leaves, taken, time), { minLength: 2, maxLength: 10 }),
      (directory, text, plan) =>
        playAll(directory, [{ do: "report", text }, { do: "accept", which: 0, who: 0 }, ...plan]),
    ),
    { numRuns: stories },
  );
});
