import fc from "fast-check";
import { expect, test } from "vitest";
import { actOf, pack, packedLength, unpack } from "#chat/packed.ts";
import { acts } from "#signal/press.ts";

test("what a button carries comes back as it was", () => {
  const carried = { on: "VS-K7MP-3QF", fields: { answer: "cannot_call" } };
  expect(unpack(pack(carried))).toEqual(carried);
  expect(unpack(pack({ on: "", fields: null }))).toEqual({ on: "", fields: null });
});

test("anything that fits comes back, whatever is in it", () => {
  const field = fc.dictionary(
    fc.stringMatching(/^[a-z_]{1,20}$/),
    fc.string({ unit: "binary", maxLength: 40 }),
    {
      maxKeys: 4,
      noNullPrototype: true,
    },
  );
  fc.assert(
    fc.property(fc.string({ maxLength: 64 }), fc.option(field), (on, fields) => {
      expect(unpack(pack({ on, fields }))).toEqual({ on, fields });
    }),
  );
});

test("a button that carries too much is a fault of ours, not a cut message", () => {
  expect(() => pack({ on: "", fields: { words: "x".repeat(packedLength) } })).toThrow(
    /carries 20\d\d characters/,
  );
});

test.each([
  ["nothing", undefined],
  ["a number", 5],
  ["no JSON", "VS-K7MP-3QF"],
  ["a list", "[]"],
  ["nothing in it", "{}"],
  ["no fields", '{"on":"x"}'],
  ["something more", '{"on":"x","fields":null,"by":"slack:T1/U1"}'],
  ["another type", '{"on":["x"],"fields":null}'],
  ["fields that are no text", '{"on":"x","fields":{"a":{"b":"c"}}}'],
  ["a long code", JSON.stringify({ on: "x".repeat(65), fields: null })],
  ["a long value", JSON.stringify({ on: "x", fields: { a: "x".repeat(5000) } })],
])("what comes back with %s is refused", (_, value) => {
  expect(unpack(value)).toBeNull();
});

test("an action id tells its act, also the second of a message", () => {
  for (const act of acts) {
    expect(actOf(act)).toBe(act);
    expect(actOf(`${act}:2`)).toBe(act);
  }
  for (const other of ["", "acc", "accept:", "accept:x", "accept:2:3", "constructor", "ACCEPT"]) {
    expect(actOf(other)).toBeNull();
  }
});
