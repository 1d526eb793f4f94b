import { expect, test } from "vitest";
import { readConfig, readSettings } from "#config.ts";

test("without anything given there is a default for everything", () => {
  expect(readConfig({})).toMatchObject({ port: 3000, host: "127.0.0.1", themeFile: null, logLevel: "warn" });
});

test("a variable that is empty counts as left out", () => {
  expect(readConfig({ PORT: "", HOST: "", KEY_FILE: "" })).toEqual(readConfig({}));
});

test.each(["0", "80", "65535"])("PORT %s is a port", (PORT) => {
  expect(readConfig({ PORT }).port).toBe(Number(PORT));
});

test.each([" ", "0x10", "1e3", "-1", "65536", "3000 ", "+5", "3.5", "99999999999", "three"])(
  "PORT %j is not, and the message shows it",
  (PORT) => {
    expect(() => readConfig({ PORT })).toThrow(
      expect.objectContaining({
        kind: "misconfigured",
        message: expect.stringContaining(`PORT is ${JSON.stringify(PORT)}: expected a whole number`),
      }),
    );
  },
);

test.each(["HOST", "DATA_DIR", "GEMEENTE_FILE", "KEY_FILE", "THEME_FILE", "LOG_LEVEL"])(
  "%s is not blank",
  (name) => {
    const { faults, wrong } = readSettings({ [name]: "  " });
    expect(faults).toEqual([expect.stringMatching(new RegExp(`^${name}( is "  ")?: `))]);
    expect(faults[0]).toContain("expected");
    expect([...wrong]).toEqual([name]);
  },
);

test("every fault is named at once, and the rest can still be used", () => {
  const { config, faults, wrong } = readSettings({ PORT: "x", LOG_LEVEL: "loud", HOST: "::1" });
  expect(faults).toHaveLength(2);
  expect(faults[1]).toBe(
    'LOG_LEVEL is "loud": expected info, warn, error or silent. Correct it, or leave it out.',
  );
  expect([...wrong].sort()).toEqual(["LOG_LEVEL", "PORT"]);
  expect(config).toMatchObject({ port: 3000, host: "::1", logLevel: "warn" });
});

test("a long value with line breaks stays short and on its line", () => {
  const { faults } = readSettings({ PORT: `1\n${"9".repeat(10_000)}` });
  expect(faults[0]?.length).toBeLessThan(250);
  expect(faults[0]).not.toContain("\n");
});

test.each([`${"A".repeat(43)}=`, '{"keys":[{"id":"a","secret":"Z2VoZWlt"}]}'])(
  "a key that was pasted as KEY_FILE is never shown",
  (key) => {
    const { faults } = readSettings({ KEY_FILE: key });
    expect(faults).toEqual([expect.stringMatching(/^KEY_FILE: expected the path of the key file/)]);
    expect(faults.join()).not.toMatch(/AAAA|Z2VoZWlt/);
  },
);
