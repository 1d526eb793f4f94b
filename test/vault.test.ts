import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import * as fc from "fast-check";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { addKey, loadKeyRing } from "#privacy/key-file.ts";
import { newVaultKey, openVault } from "#privacy/vault.ts";

const [first, second] = [newVaultKey(), newVaultKey()];
const vault = openVault({ keys: [first] });
const place = "passages:1:text";

describe("a sealed text", () => {
  test("opens at its own place, whatever it says", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), fc.string(), (text, where) => {
        expect(vault.open(vault.seal(text, where), where)).toBe(text);
      }),
    );
  });

  test("says which key it needs, and nothing of what it says", () => {
    const sealed = vault.seal("Ik maak me zorgen om Sanne.", place);
    expect(sealed).toMatch(new RegExp(`^v1\\.${first.id}\\.[A-Za-z0-9_-]+$`));
    expect(Buffer.from(sealed.split(".")[2] ?? "", "base64url").toString("latin1")).not.toContain("Sanne");
  });

  test("looks different every time", () => {
    const sealed = new Set(Array.from({ length: 100 }, () => vault.seal("x", place)));
    expect(sealed.size).toBe(100);
  });

  test("does not open at another place", () => {
    const sealed = vault.seal("story", place);
    expect(() => vault.open(sealed, "passages:2:text")).toThrow(expect.objectContaining({ kind: "bug" }));
  });

  test("does not open when any character of it was changed", () => {
    const sealed = vault.seal("story", place);
    for (let at = 0; at < sealed.length - 1; at++) {
      const wrong = `${sealed.slice(0, at)}${sealed[at] === "A" ? "B" : "A"}${sealed.slice(at + 1)}`;
      expect(() => vault.open(wrong, place)).toThrow(expect.objectContaining({ name: "Problem" }));
    }
  });

  test.each(["", "v1", "v1..", `v1.${first.id}.AAAA`, `v2.${first.id}.AAAA`, "story", `v1.${first.id}.a.b`])(
    "is not %j",
    (text) => {
      expect(() => vault.open(text, place)).toThrow(expect.objectContaining({ kind: "bug" }));
    },
  );

  test("asks for the right key file when its key is missing", () => {
    const sealed = openVault({ keys: [second] }).seal("geheim", place);
    expect(() => vault.open(sealed, place)).toThrow(
      expect.objectContaining({ kind: "misconfigured", message: expect.stringContaining("key file") }),
    );
  });

  test("is never repeated by a message about it", () => {
    const planted = "v1.Sanne de Vries.geheim";
    for (const text of ["geheim", planted, `v1.${first.id}.geheim`]) {
      expect(() => vault.open(text, "plaats")).toThrow(
        expect.objectContaining({ message: expect.not.stringMatching(/geheim|Sanne|plaats/) }),
      );
    }
  });
});

describe("a ring with a newer key", () => {
  const rotated = openVault({ keys: [first, second] });

  test("seals with the newest and opens the older", () => {
    expect(rotated.seal("new", place)).toContain(second.id);
    expect(rotated.open(vault.seal("old", place), place)).toBe("old");
  });

  test("gives the same pseudonyms", () => {
    expect(rotated.pseudonym("web:leerkracht")).toBe(vault.pseudonym("web:leerkracht"));
  });
});

test("a pseudonym hides what it is of, and differs per text and per ring", () => {
  const name = vault.pseudonym("web:leerkracht");
  expect(name).toMatch(/^[A-Za-z0-9_-]{32}$/);
  expect(vault.pseudonym("web:leerkrach")).not.toBe(name);
  expect(openVault({ keys: [second] }).pseudonym("web:leerkracht")).not.toBe(name);
});

describe("a key file", () => {
  let folder: string;
  let file: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "keys-"));
    mkdirSync(join(folder, "data"));
    file = join(folder, "data", "keys.json");
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  test("is made when that is asked for, for its owner only, and stays the same", () => {
    const ring = loadKeyRing(file, "make-when-missing");
    expect(ring.keys).toHaveLength(1);
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(loadKeyRing(file, "make-when-missing")).toEqual(ring);
    expect(loadKeyRing(file, "must-exist")).toEqual(ring);
    expect(readdirSync(join(folder, "data"))).toEqual(["keys.json"]);
  });

  test("is not made when it must exist", () => {
    expect(() => loadKeyRing(file, "must-exist")).toThrow(/There is no key file/);
    expect(existsSync(file)).toBe(false);
  });

  test("grows no folders for a name that was mistyped", () => {
    const mistyped = join(folder, "nowhere", "keys.json");
    expect(() => loadKeyRing(mistyped, "make-when-missing")).toThrow(
      expect.objectContaining({ kind: "misconfigured", message: expect.stringContaining(mistyped) }),
    );
    expect(readdirSync(folder)).toEqual(["data"]);
  });

  test("is not mistaken for missing when it is a folder, and not when it is behind a file", () => {
    mkdirSync(file);
    expect(() => loadKeyRing(file, "make-when-missing")).toThrow(/is not a file/);
    writeFileSync(join(folder, "a-file"), "");
    expect(() => loadKeyRing(join(folder, "a-file", "keys.json"), "make-when-missing")).toThrow(
      /a part of the path is a file/,
    );
  });

  test.each([0o640, 0o604, 0o660])(
    "is refused when others can use it (%o), with the command that helps",
    (mode) => {
      loadKeyRing(file, "make-when-missing");
      chmodSync(file, mode);
      expect(() => loadKeyRing(file, "make-when-missing")).toThrow(`chmod 600 ${file}`);
      expect(() => addKey(file)).toThrow(`chmod 600 ${file}`);
    },
  );

  test("grows by a key, and the old ones stay first", () => {
    const old = loadKeyRing(file, "make-when-missing");
    const longer = addKey(file);
    expect(longer.keys).toHaveLength(2);
    expect(longer.keys[0]).toEqual(old.keys[0]);
    expect(loadKeyRing(file, "must-exist")).toEqual(longer);
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(readdirSync(join(folder, "data"))).toEqual(["keys.json"]);
  });

  test.each([
    ["cut off", (text: string) => text.slice(0, 40)],
    ["emptied", () => ""],
    ["without keys", () => '{"keys":[]}'],
    ["with an altered secret", (text: string) => text.replace(/("secret": ")./, (_, head) => `${head}!`)],
    ["with an altered id", (text: string) => text.replace(/("id": ")./, (_, head) => `${head}x`)],
    ["with a short key", () => '{"keys":[{"id":"a","secret":"c2hvcnQ="}]}'],
  ])("is refused when it is damaged: %s", (_, damage) => {
    loadKeyRing(file, "make-when-missing");
    const text = readFileSync(file, "utf8");
    writeFileSync(file, damage(text));
    expect(() => loadKeyRing(file, "make-when-missing")).toThrow(/is damaged/);
  });
});
