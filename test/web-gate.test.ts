import { expect, test } from "vitest";

import { openGate } from "#chat/web/gate.ts";

test("while one is alone inside, who acts is sent away and who only looks waits", async () => {
  const gate = openGate();
  const seen: string[] = [];
  const emptied = Promise.withResolvers<void>();
  const alone = gate.alone(async () => {
    await emptied.promise;
    seen.push("emptied");
  });
  const looked = gate.whenOpen(async () => ({ saw: seen.push("looked") }));
  expect(await gate.among(async () => ({ acted: true }))).toBeNull();
  expect(seen).toEqual([]);
  emptied.resolve();
  await Promise.all([alone, looked]);
  expect(seen).toEqual(["emptied", "looked"]);
  expect(await gate.among(async () => ({ acted: true }))).toEqual({ acted: true });
});

test("whoever fails alone inside does not keep the gate shut", async () => {
  const gate = openGate();
  await expect(gate.alone(() => Promise.reject(new Error("full")))).rejects.toThrow("full");
  expect(await gate.whenOpen(async () => ({ open: true }))).toEqual({ open: true });
});
