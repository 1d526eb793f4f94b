import { expect, test } from "vitest";
import type { Address } from "#signal/address.ts";
import type { Directory } from "#signal/directory.ts";
import { friday, goes, onStage, plain, says, sendsTo, thursday, tuesday } from "../support/one-story.ts";
import { sampleDirectory, samplePerson } from "../support/sample-directory.ts";
import type { Stage } from "../support/stage.ts";

const titlesTo = (stage: Stage, to: Address) => stage.cardsOf(to).map(({ title }) => title);

test("I am not there this week: what waits for me goes to the next at once, and what comes in goes to another", async () => {
  await onStage({}, async (stage) => {
    const { code } = await stage.report(plain);
    expect((await stage.signal(code)).asked).toEqual(["ben"]);
    await goes(stage, { from: tuesday, until: friday });
    expect((await stage.signal(code)).asked).toEqual(["ben", "dora"]);
    expect(titlesTo(stage, "chat:dora")).toContain(`${code} komt nu ook bij jou`);
    const next = await stage.report(plain);
    expect(next.asked).toEqual(["dora"]);
    expect(next.reason?.passedOver).toContainEqual({ person: "ben", why: "absent" });
  });
});

test("I am not there today only: what can wait for me until tomorrow still does, what can not goes to another", async () => {
  await onStage({}, async (stage) => {
    await goes(stage);
    expect((await stage.report(plain)).reason?.because).toContain("in_time");
    const bailiff = await stage.report("De deurwaarder komt morgen uitzetten bij dat gezin met een baby.");
    expect([bailiff.urgency, bailiff.asked]).toEqual(["urgent", ["dora"]]);
  });
});

test("I am back: new ones come to me again, and what another has stays there", async () => {
  await onStage({}, async (stage) => {
    const { code } = await stage.report(plain);
    await goes(stage);
    await stage.press("chat:dora", "accept", code);
    const reply = await stage.press("chat:ben", "back");
    expect(reply.card?.title).toBe("Je bent er weer");
    expect((await stage.signal(code)).holder).toBe("dora");
    expect((await stage.report(plain)).asked).toEqual(["ben"]);
  });
});

test("what I hold and can not wait is asked anew; my card says that it is no longer mine", async () => {
  await onStage({ classifier: says({ urgency: "urgent" }) }, async (stage) => {
    const { code } = await stage.report(plain);
    await stage.press("chat:ben", "accept", code);
    await goes(stage);
    const signal = await stage.signal(code);
    expect([signal.stage, signal.holder, signal.asked.at(-1)]).toEqual(["routed", null, "dora"]);
    expect(signal.climbAt).not.toBeNull();
    expect(titlesTo(stage, "chat:ben")).toEqual([`${code} is niet meer bij jou`]);
    await stage.pass({ minutes: 61 });
    expect((await stage.signal(code)).asked).toContain("carla");
  });
});

test("where I am the only one left, what can not wait is not left with me alone: the coordinator hears it", async () => {
  const alone = sampleDirectory({
    people: [samplePerson("dora"), samplePerson("carla"), samplePerson("max"), samplePerson("vera")],
  });
  await onStage({ directory: alone, classifier: says({ urgency: "urgent" }) }, async (stage) => {
    const { code } = await stage.report(plain);
    await stage.press("chat:dora", "accept", code);
    await goes(stage, {}, "chat:carla");
    await goes(stage, {}, "chat:dora");
    const signal = await stage.signal(code);
    expect([signal.holder, signal.asked.at(-1)]).toEqual([null, "carla"]);
    await stage.pass({ hours: 2 });
    expect(titlesTo(stage, "chat:carla")).toContain(`${code} is nog niet opgepakt`);
  });
});

test("what can wait stays with me: I and the coordinator hear it once, and can hand it over", async () => {
  await onStage({}, async (stage) => {
    const { code } = await stage.report(plain);
    await stage.press("chat:ben", "accept", code);
    await goes(stage, { from: tuesday, until: friday });
    expect((await stage.signal(code)).holder).toBe("ben");
    const [mine] = stage.cardsOf("chat:ben").slice(-1);
    const [hers] = stage.cardsOf("chat:carla").slice(-1);
    expect(mine?.title).toBe(`${code} is nog bij jou`);
    expect(hers?.title).toBe(`${code}: Ben is er niet`);
    expect(JSON.stringify(hers)).toContain("vrijdag 20 november");
    for (const card of [mine, hers]) expect(card?.buttons[0]).toMatchObject({ act: "hand_over", on: code });
    const sent = stage.chat.sends.length;
    await stage.restart();
    await stage.pass({ days: 2 });
    expect(stage.chat.sends.slice(sent)).toEqual([]);
    await stage.press("chat:carla", "hand_over", code, { to: "", text: "Ben is er niet." });
    expect((await stage.signal(code)).asked.at(-1)).toBe("dora");
  });
});

test("a leave that begins later moves nothing before it begins, and everything when the office opens that day", async () => {
  await onStage({}, async (stage) => {
    const { code } = await stage.report(plain);
    const urgent = await stage.report("De deurwaarder komt morgen uitzetten bij dat gezin met een baby.");
    await stage.press("chat:ben", "accept", urgent.code);
    const held = (await stage.signal(urgent.code)).holder === "ben";
    await goes(stage, { from: thursday, until: friday });
    expect((await stage.signal(code)).asked).toEqual(["ben"]);
    await stage.turnTo(Date.parse("2026-11-18T12:00:00+01:00"));
    expect(held && (await stage.signal(urgent.code)).holder).toBe("ben");
    const sent = stage.chat.sends.length;
    await stage.turnTo(Date.parse("2026-11-19T08:59:00+01:00"));
    expect(stage.chat.sends.slice(sent).filter(({ to }) => to === "chat:dora")).toEqual([]);
    await stage.turnTo(Date.parse("2026-11-19T09:01:00+01:00"));
    expect((await stage.signal(urgent.code)).holder).toBeNull();
    expect(sendsTo(stage, "chat:dora", sent).map(({ card }) => card.title)).toContainEqual(
      expect.stringContaining(urgent.code),
    );
  });
});

test("a leave in the municipality's file begins like one that a colleague set", async () => {
  const people = sampleDirectory().people.map((person) =>
    person.id === "ben" ? { ...person, absences: [{ from: "2026-11-18", until: friday }] } : person,
  );
  await onStage(
    { directory: sampleDirectory({ people }), classifier: says({ urgency: "urgent" }) },
    async (stage) => {
      const { code } = await stage.report(plain);
      await stage.press("chat:ben", "accept", code);
      await stage.turnTo(Date.parse("2026-11-18T09:01:00+01:00"));
      expect((await stage.signal(code)).holder).toBeNull();
    },
  );
});

test("I can be back earlier than the file says; a later leave in the file still holds", async () => {
  const absences = [
    { from: "2026-11-16", until: "2026-11-27" },
    { from: "2026-12-21", until: "2026-12-31" },
  ];
  const people = sampleDirectory().people.map((person) =>
    person.id === "ben" ? { ...person, absences } : person,
  );
  await onStage({ directory: sampleDirectory({ people }) }, async (stage) => {
    expect((await stage.report(plain)).asked).toEqual(["dora"]);
    await stage.press("chat:ben", "back");
    expect((await stage.report(plain)).asked).toEqual(["ben"]);
    const home = await stage.press("chat:ben", "home");
    expect(JSON.stringify(home.card)).toContain("van maandag 21 december tot en met donderdag 31 december");
    await stage.turnTo(Date.parse("2026-12-22T10:00:00+01:00"));
    expect((await stage.report(plain)).asked).not.toContain("ben");
  });
});

test("whoever takes a signal during their own leave keeps it", async () => {
  const people = sampleDirectory().people.map((person) =>
    person.id === "carla" ? { ...person, absences: [{ from: tuesday, until: friday }] } : person,
  );
  await onStage(
    { directory: sampleDirectory({ people }), classifier: says({ urgency: "urgent" }) },
    async (stage) => {
      const { code } = await stage.report(plain);
      await stage.press("chat:carla", "accept", code);
      await stage.restart();
      await stage.pass({ days: 1 });
      expect((await stage.signal(code)).holder).toBe("carla");
    },
  );
});

test("what becomes urgent while its holder is on leave is not left with them", async () => {
  await onStage({}, async (stage) => {
    const { code } = await stage.report(plain);
    await stage.press("chat:ben", "accept", code);
    await goes(stage, { from: tuesday, until: friday });
    expect((await stage.signal(code)).holder).toBe("ben");
    await stage.press("chat:juf", "supplement", code, { danger: "maybe", text: "" });
    const signal = await stage.signal(code);
    expect([signal.urgency, signal.holder, signal.asked.at(-1)]).toEqual(["urgent", null, "dora"]);
  });
});

test("what opens again is not asked of somebody on leave, however well they know it", async () => {
  await onStage({}, async (stage) => {
    const { code } = await stage.report(plain);
    await stage.press("chat:dora", "accept", code);
    await stage.press("chat:carla", "hand_over", code, { to: "dora", text: "Kun jij dit?" });
    await stage.press("chat:dora", "accept", code);
    await stage.press("chat:dora", "outcome", code, {
      outcome: "P0",
      word: "closed",
      text: "",
      next: "close",
    });
    await goes(stage, {}, "chat:dora");
    await stage.press("chat:juf", "still_worried", code);
    expect((await stage.signal(code)).asked).toEqual(["ben"]);
  });
});

test("the same press again changes nothing, also after I am back", async () => {
  await onStage({}, async (stage) => {
    const press = { key: "once", by: "chat:ben", act: "away", on: "", fields: {} } as const;
    await stage.house.counter.press(press);
    await stage.press("chat:ben", "back");
    const again = await stage.house.counter.press(press);
    expect(again.card?.title).toBe("Je staat als afwezig");
    expect((await stage.report(plain)).asked).toEqual(["ben"]);
  });
});

test("away, back and away again on one day: what I picked up in between goes to another too", async () => {
  await onStage({ classifier: says({ urgency: "urgent" }) }, async (stage) => {
    const { code } = await stage.report(plain);
    await goes(stage);
    await stage.press("chat:ben", "back");
    await stage.press("chat:ben", "accept", code);
    await goes(stage);
    expect((await stage.signal(code)).holder).toBeNull();
    await stage.press("chat:dora", "accept", code);
    expect((await stage.signal(code)).holder).toBe("dora");
  });
});

test("a coordinator on leave is passed over where there is another, and asked all the same where there is none", async () => {
  const two: Directory = sampleDirectory({ coordinators: ["carla", "vera"] });
  for (const [directory, hears] of [
    [two, "vera"],
    [sampleDirectory(), "carla"],
  ] as const) {
    await onStage({ directory }, async (stage) => {
      const { code } = await stage.report(plain);
      await stage.press("chat:ben", "accept", code);
      await goes(stage, { from: tuesday, until: "2026-12-31" }, "chat:carla");
      await stage.pass({ days: 20 });
      const warned = stage.said.filter((line) => line.includes("Laat iets weten"));
      expect(new Set(warned)).toEqual(
        new Set(["chat:ben", `chat:${hears}`].map((to) => `${to} Laat iets weten over ${code}`)),
      );
    });
  }
});
