import { expect, test } from "vitest";
import type { Address } from "#signal/address.ts";
import { friday, goes, onStage, plain, thursday, tuesday } from "../support/one-story.ts";

test("the form asks the first and the last day, today first, and as it stands it is today only", async () => {
  await onStage({}, async (stage) => {
    const { form } = await stage.press("chat:ben", "away", "", null);
    const [from, until] = form?.fields.flatMap((field) => (field.field === "choice" ? [field] : [])) ?? [];
    expect(from?.options.slice(0, 2)).toEqual([
      { value: tuesday, label: "Vandaag, dinsdag 17 november" },
      { value: "2026-11-18", label: "woensdag 18 november" },
    ]);
    expect(until?.options[0]).toEqual({ value: "same", label: "Alleen die dag" });
    expect([from?.value, until?.value]).toEqual([tuesday, "same"]);
    await goes(stage, { from: from?.value ?? "", until: until?.value ?? "" });
    expect(await stage.store.staffing()).toEqual([
      { person: "ben", away: { from: tuesday, until: tuesday }, capacity: null },
    ]);
    await stage.pass({ days: 1 });
    expect((await stage.report(plain)).asked).toEqual(["ben"]);
  });
});

test("days that can not be are refused at their field", async () => {
  await onStage({}, async (stage) => {
    const faults = async (fields: Record<string, string>) =>
      Object.keys((await goes(stage, fields)).faults ?? {});
    expect(await faults({ from: friday, until: thursday })).toEqual(["until"]);
    expect(await faults({ from: "2026-11-16", until: "2026-11-16" })).toEqual(["from"]);
    expect(await faults({ from: "2026-11-31", until: "same" })).toEqual(["from"]);
    expect(await faults({ from: "morgen", until: "same" })).toEqual(["from"]);
    expect(await faults({ from: friday, until: "2036-11-20" })).toEqual(["until"]);
    expect(await stage.store.staffing()).toEqual([]);
  });
});

test("with no room left a signal goes to another; what can not wait still comes", async () => {
  await onStage({}, async (stage) => {
    const { form } = await stage.press("chat:ben", "capacity", "", null);
    expect(form?.fields[0]).toMatchObject({ name: "capacity", value: "8" });
    await stage.press("chat:ben", "capacity", "", { capacity: "0" });
    const full = await stage.report(plain);
    expect(full.asked).toEqual(["dora"]);
    expect(full.reason?.passedOver).toContainEqual({ person: "ben", why: "full" });
    const bailiff = await stage.report("De deurwaarder komt morgen uitzetten bij dat gezin met een baby.");
    expect([bailiff.urgency, bailiff.asked[0]]).toEqual(["urgent", "ben"]);
    await stage.press("chat:ben", "capacity", "", { capacity: "" });
    expect((await stage.report(plain)).asked).toEqual(["ben"]);
    for (const wrong of ["veel", "-1", "8.5", "501"])
      expect((await stage.press("chat:ben", "capacity", "", { capacity: wrong })).faults).toHaveProperty(
        "capacity",
      );
  });
});

test("whoever hands over sees who is away", async () => {
  await onStage({}, async (stage) => {
    const { code } = await stage.report(plain);
    await stage.press("chat:ben", "accept", code);
    await goes(stage, {}, "chat:noor");
    const { form } = await stage.press("chat:ben", "hand_over", code, null);
    const to = form?.fields.find(({ name }) => name === "to");
    const labels = to?.field === "choice" ? to.options.map(({ label }) => label) : [];
    const away = (name: string) => labels.find((label) => label.startsWith(name));
    expect(away("Noor")).not.toBe("Noor");
    expect(away("Sanne")?.length).toBeLessThan(away("Noor")?.length ?? 0);
  });
});

test("only colleagues have leave here, and only their own", async () => {
  await onStage({}, async (stage) => {
    const { id } = await stage.report(plain);
    const by = { as: "person", id: "carla" } as const;
    const event = { type: "went_away", key: "hers", by, signal: id, person: "ben" } as const;
    expect(await stage.house.desk.handle(event)).toMatchObject({ how: "refused", refusal: "not_yours" });
    const reply = await stage.press("chat:juf", "away", "", {});
    expect(reply.card?.tone).toBe("attention");
    expect(await stage.store.staffing()).toEqual([]);
  });
});

test("home shows my own cases with their dates, whether I am there, and how full it is", async () => {
  await onStage({}, async (stage) => {
    const { code } = await stage.report(plain);
    await stage.press("chat:ben", "accept", code);
    const home = async (by: Address) => (await stage.press(by, "home", "", null)).card;
    const acts = (card: Awaited<ReturnType<typeof home>>) => card?.buttons.map(({ act }) => act);
    const mine = await home("chat:ben");
    expect(acts(mine)).toEqual(["open", "report", "away", "capacity", "help"]);
    expect(JSON.stringify(mine)).toContain("1 van 8 plekken bezet");
    expect(JSON.stringify(mine)).toContain("Laat weten voor");
    await goes(stage);
    const away = await home("chat:ben");
    expect(acts(away)).toEqual(["open", "report", "back", "capacity", "help"]);
    expect(JSON.stringify(away)).toContain("afwezig op dinsdag 17 november");
    await goes(stage, { from: thursday, until: friday });
    const later = await home("chat:ben");
    expect(acts(later)).toEqual(["open", "report", "away", "back", "capacity", "help"]);
    expect(later?.buttons[3]?.label).toBe("Haal mijn verlof weg");
    expect(acts(await home("chat:carla"))).toEqual(["report", "away", "capacity", "week", "drill", "help"]);
    expect(acts(await home("chat:max"))).toContain("report");
    expect(acts(await home("chat:juf"))?.[0]).toBe("report");
  });
});

test("leave and room set at the same moment are both kept", () =>
  onStage({}, async (stage) => {
    const { counter } = stage.house;
    const at = { by: "chat:ben", on: "" } as const;
    const fields = { from: "2026-11-18", until: "2026-11-20" };
    await Promise.all([
      counter.press({ ...at, key: "leave", act: "away", fields }),
      counter.press({ ...at, key: "room", act: "capacity", fields: { capacity: "3" } }),
    ]);
    expect(await stage.store.staffing()).toEqual([{ person: "ben", away: fields, capacity: 3 }]);
  }));
