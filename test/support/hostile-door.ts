import { afterAll, afterEach, beforeAll, beforeEach, expect } from "vitest";

import { type Door, openDoor } from "./signed-door.ts";

/**
 * One door for all tests of a file. After each of them, whatever it sent, a good request is answered and nothing broke on
 * the side.
 */
export function hostileDoor(): () => Door {
  let door: Door;
  const unhandled: unknown[] = [];
  const note = (thrown: unknown) => unhandled.push(thrown);
  beforeAll(async () => {
    process.on("unhandledRejection", note).on("uncaughtException", note);
    door = await openDoor({ body: { bytes: 1_000_000, ms: 400 } });
  });
  beforeEach(() => {
    door.effects.length = 0;
  });
  afterEach(async () => {
    expect(await door.good()).toMatchObject({ status: 200 });
    expect(unhandled).toEqual([]);
  });
  afterAll(async () => {
    await door.close();
    process.off("unhandledRejection", note).off("uncaughtException", note);
  });
  return () => door;
}
