import { describe, expect, test } from "vitest";
import { commandOf, wordOf } from "#chat/command.ts";

describe("what somebody types behind the command", () => {
  test.each([
    ["status", "home"],
    ["overzicht", "home"],
    ["overview", "home"],
    ["week", "week"],
    ["terug", "back"],
    ["uitleg", "help"],
  ])("%s shows or does %s at once", (text, act) => {
    expect(commandOf(text)).toMatchObject({ act, prefill: null });
  });

  test.each([
    ["afwezig", "away"],
    ["AWAY", "away"],
    [" Afwezig! ", "away"],
    ["oefening", "drill"],
    ["drill", "drill"],
  ])("%s asks for the form of %s", (text, act) => {
    expect(commandOf(text)).toEqual({ act, fields: null, prefill: null, helpBelow: false });
  });

  test.each([
    ["wie schulden noord", "schulden noord"],
    ["Wie huiselijk geweld Zuid", "huiselijk geweld Zuid"],
    ["who debt north", "debt north"],
    ["wie", ""],
  ])("%s looks for colleagues", (text, about) => {
    expect(commandOf(text)).toEqual({ act: "who", fields: { text: about }, prefill: null, helpBelow: false });
  });

  test.each(["help", "Help!", "112", "bel 112", "sos", "🔪", "HELP"])(
    "%s is told as it is, so that the safety text comes at once",
    (text) => {
      expect(commandOf(text)).toMatchObject({ act: "tell", fields: { text }, prefill: null });
    },
  );

  test("help has the help of who asks below the safety text, a cry has not", () => {
    expect(commandOf("help").helpBelow).toBe(true);
    expect(commandOf("112").helpBelow).toBe(false);
  });

  test.each([
    "Ik maak me zorgen om een jongen in groep 6",
    "wie kan mij helpen, mijn buurvrouw wordt geslagen",
    "wie slaat er nou een kind van vier jaar oud",
    "Afwezig zonder bericht, al drie weken, een meisje uit 2B",
    "status van het gezin is zorgelijk",
    "help mijn buurmeisje, ze krijgt geen eten",
    "constructor",
    "__proto__",
  ])("a story stays a story: %s", (text) => {
    expect(commandOf(text)).toEqual({ act: "report", fields: null, prefill: text, helpBelow: false });
  });

  test("nothing behind it opens the empty form", () => {
    expect(commandOf("  ")).toEqual({ act: "report", fields: null, prefill: null, helpBelow: false });
  });
});

test("in a direct message only a single word is a command", () => {
  expect(wordOf("status")?.act).toBe("home");
  expect(wordOf("wie schulden noord")).toBeNull();
  expect(wordOf("help")).toBeNull();
  expect(wordOf("Hij is afwezig")).toBeNull();
});
