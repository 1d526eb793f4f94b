import * as fc from "fast-check";
import { expect, test } from "vitest";
import { readConfig, readSettings } from "#config.ts";

const url = "https://gemeente.openai.azure.com/openai/v1";
const whole = { MODEL_URL: url, MODEL_NAME: "gpt-5-mini", MODEL_API_KEY: "sk-kanarie-0123456789" };
const faultsOf = (given: Record<string, string>) => readSettings(given).faults;

test("off unless it is given, and it makes no real use of a trial", () => {
  expect(readConfig({})).toMatchObject({ model: null });
  expect(readConfig(whole)).toMatchObject({ use: "trial", slack: null, teams: null });
});

test("given: the address with a slash, limits with what is usual, and an off switch in DATA_DIR", () => {
  expect(readConfig({ ...whole, DATA_DIR: "/srv/voelspriet" }).model).toEqual({
    url: `${url}/`,
    name: "gpt-5-mini",
    apiKey: "sk-kanarie-0123456789",
    perDay: 1000,
    patienceMs: 8000,
    offFile: "/srv/voelspriet/model-uit",
  });
  expect(readConfig({ ...whole, MODEL_PER_DAY: "0", MODEL_SECONDS: "30" }).model).toMatchObject({
    perDay: 0,
    patienceMs: 30_000,
  });
});

test("what other programs read from the environment means nothing here", () => {
  const stray = {
    OPENAI_API_KEY: "sk-1",
    OPENAI_BASE_URL: url,
    AZURE_OPENAI_ENDPOINT: url,
    OPENAI_MODEL: "x",
  };
  expect(readConfig(stray)).toEqual(readConfig({}));
});

test.each([
  "http://localhost:11434/v1/",
  "http://127.0.0.1:8000/v1",
  "http://[::1]:8000/v1",
  "https://llm.example.nl/v1",
])("a model on this machine, or over https: %s", (address) => {
  const { MODEL_API_KEY: _, ...rest } = whole;
  expect(readConfig({ ...rest, MODEL_URL: address }).model).toMatchObject({ apiKey: null });
});

test.each([
  ["MODEL_URL", "http://llm.example.nl/v1", "over https"],
  ["MODEL_URL", "http://127.0.0.1.example.nl/v1", "over https"],
  ["MODEL_URL", "http://localhost.example.nl/v1", "over https"],
  ["MODEL_URL", "ftp://llm.example.nl/v1", "up to and with /v1"],
  ["MODEL_URL", "llm.example.nl", "up to and with /v1"],
  ["MODEL_URL", "https://naam:kanarie@llm.example.nl/v1", "without a name or password"],
  ["MODEL_URL", "https://llm.example.nl/v1?key=kanarie", "without ?"],
  ["MODEL_URL", "https://llm.example.nl/v1/chat/completions", "leave it out"],
  ["MODEL_NAME", "sk-kanarie", "belongs in MODEL_API_KEY"],
  ["MODEL_NAME", "gpt 5", "without spaces"],
  ["MODEL_API_KEY", '"sk-kanarie"', "quotes"],
  ["MODEL_API_KEY", "Bearer sk-kanarie", "without the word Bearer"],
  ["MODEL_API_KEY", "sk-kanarie\nsk-2", "line break"],
  ["MODEL_API_KEY", "<jouw sleutel>", "example"],
  ["MODEL_PER_DAY", "-1", "a whole number"],
  ["MODEL_PER_DAY", "veel", "a whole number"],
  ["MODEL_SECONDS", "0", "from 1 to 60"],
  ["MODEL_SECONDS", "8.5", "from 1 to 60"],
])("%s=%s is refused: %s", (name, value, expected) => {
  const faults = faultsOf({ ...whole, [name]: value });
  expect(faults).toEqual(expect.arrayContaining([expect.stringMatching(new RegExp(`^${name}`))]));
  expect(faults.join("\n")).toContain(expected);
  expect(faults.join("\n")).not.toContain("kanarie");
});

test("one without the other says what is missing", () => {
  expect(faultsOf({ MODEL_URL: url })).toEqual([
    expect.stringMatching(/^MODEL_NAME is missing, while MODEL_URL is given/),
  ]);
  expect(faultsOf({ MODEL_API_KEY: "sk-kanarie" })).toEqual([
    expect.stringMatching(/^MODEL_URL is missing/),
    expect.stringMatching(/^MODEL_NAME is missing/),
  ]);
  // A limit alone asks for nothing.
  expect(readConfig({ MODEL_PER_DAY: "5", MODEL_SECONDS: "3" }).model).toBeNull();
});

test("whatever stands there, it answers, and a key is never shown", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary", maxLength: 80 }), (value) => {
      const faults = faultsOf({ ...whole, MODEL_API_KEY: `kanarie ${value}` });
      expect(faults.join("\n")).not.toContain("kanarie");
      readSettings({ MODEL_URL: value, MODEL_NAME: value, MODEL_PER_DAY: value, MODEL_SECONDS: value });
    }),
  );
});
