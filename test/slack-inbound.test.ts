import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { noChoice } from "#chat/no-choice.ts";
import { pack } from "#chat/packed.ts";
import { noteOf, packedNote, plainNote } from "#chat/slack/answer/modal-stack.ts";
import type { Arrival } from "#chat/slack/inbound/arrival.ts";
import { arrivalOf } from "#chat/slack/inbound.ts";

const home = "T0TOWN";
const here = { home, organisation: null };
const user = { id: "U0JUF", username: "juf", team_id: home };
const team = { id: home, domain: "town" };

function pressOf(arrival: Arrival) {
  if (arrival.kind !== "press" && arrival.kind !== "typed") throw new Error(`It is ${arrival.kind}.`);
  return arrival.press;
}

function placeIn(arrival: Arrival) {
  if (arrival.kind !== "press") throw new Error(`It is ${arrival.kind}.`);
  return arrival.place;
}

describe("a button", () => {
  const button = (over: Record<string, unknown> = {}, action: Record<string, unknown> = {}) => ({
    type: "block_actions",
    user,
    team,
    trigger_id: "1.2.abc",
    response_url: "https://hooks.slack.com/actions/1",
    container: { type: "message", message_ts: "1764000000.000100", channel_id: "D0BEN", is_ephemeral: false },
    actions: [
      {
        type: "button",
        action_id: "accept",
        block_id: "b1",
        value: pack({ on: "VS-K7MP-3QF", fields: null }),
        action_ts: "1764000009.5",
        ...action,
      },
    ],
    ...over,
  });

  test("under a message", () => {
    expect(arrivalOf(button(), here)).toEqual({
      kind: "press",
      press: {
        key: "action:1764000000.000100:1764000009.5:accept",
        by: "slack:T0TOWN/U0JUF",
        act: "accept",
        on: "VS-K7MP-3QF",
        fields: null,
      },
      prefill: null,
      place: {
        at: "message",
        triggerId: "1.2.abc",
        respond: "https://hooks.slack.com/actions/1",
        kept: true,
      },
    });
  });

  test("sends the value that it carries", () => {
    const value = pack({ on: "VS-K7MP-3QF", fields: { answer: "called" } });
    const arrival = arrivalOf(button({}, { action_id: "called:2", value }), here);
    expect(pressOf(arrival)).toMatchObject({ act: "called", fields: { answer: "called" } });
  });

  test("under a message that only one person sees is known as such", () => {
    const container = { type: "message", message_ts: "1764000000.000100", is_ephemeral: true };
    expect(placeIn(arrivalOf(button({ container }), here))).toMatchObject({ at: "message", kept: false });
  });

  test("in a modal knows the modal and what it shows", () => {
    const note = { ...plainNote, on: "VS-K7MP-3QF", shows: "open" as const };
    const view = { id: "V1", type: "modal", root_view_id: "V1", private_metadata: packedNote(note) };
    const arrival = arrivalOf(button({ view, container: { type: "view", view_id: "V1" } }), here);
    expect(pressOf(arrival).key).toBe("action:V1:1764000009.5:accept");
    expect(placeIn(arrival)).toEqual({ at: "modal", triggerId: "1.2.abc", viewId: "V1", note });
  });

  test("in App Home", () => {
    const view = { id: "V0HOME", type: "home", private_metadata: "" };
    const arrival = arrivalOf(button({ view, container: { type: "view", view_id: "V0HOME" } }), here);
    expect(placeIn(arrival)).toEqual({ at: "home", triggerId: "1.2.abc" });
  });

  test.each([
    ["of an act that we do not have", {}, { action_id: "delete_everything" }],
    ["with a value that is no value of ours", {}, { value: "VS-K7MP-3QF" }],
    ["with a forged value", {}, { value: '{"on":"VS-K7MP-3QF","fields":{"to":7}}' }],
    ["without a value", {}, { value: undefined }],
    ["that is no button", {}, { type: "static_select" }],
    ["without actions", { actions: [] }, {}],
    ["of nobody", { user: undefined }, {}],
    ["of a person that can not be", { user: { id: "<@U1>" } }, {}],
    ["of somebody of another workspace", { user: { ...user, team_id: "T0FOREIGN" } }, {}],
    ["nowhere", { container: { type: "message" } }, {}],
  ])("%s is not acknowledged", (_what, over, action) => {
    expect(arrivalOf(button(over, action), here)).toEqual({ kind: "unclear" });
  });
});

describe("a dialog that was sent", () => {
  const sent = (over: object = {}, values: object = {}) => ({
    type: "view_submission",
    user,
    team,
    view: {
      id: "V2",
      root_view_id: "V1",
      previous_view_id: "V1",
      callback_id: "correct",
      private_metadata: packedNote({ ...plainNote, on: "VS-K7MP-3QF" }),
      state: { values },
      ...over,
    },
  });

  test("gives every kind of input by its name", () => {
    const values = {
      text: { text: { type: "plain_text_input", value: "Een reden" } },
      leeg: { leeg: { type: "plain_text_input", value: null } },
      kind: { kind: { type: "radio_buttons", selected_option: { value: "signal", text: {} } } },
      open: { open: { type: "radio_buttons", selected_option: null } },
      to: { to: { type: "static_select", selected_option: { value: "ben" } } },
      system: { system: { type: "static_select", selected_option: { value: noChoice } } },
      categories: {
        categories: { type: "checkboxes", selected_options: [{ value: "debt" }, { value: "addiction" }] },
      },
      people: { people: { type: "multi_static_select", selected_options: [] } },
    };
    expect(pressOf(arrivalOf(sent({}, values), here))).toEqual({
      key: expect.stringMatching(/^view:V2:[0-9a-f]{32}$/),
      by: "slack:T0TOWN/U0JUF",
      act: "correct",
      on: "VS-K7MP-3QF",
      fields: {
        text: "Een reden",
        leeg: "",
        kind: "signal",
        open: "",
        to: "ben",
        system: "",
        categories: "debt,addiction",
        people: "",
      },
    });
  });

  test("knows its inputs, the modal below it and what that shows", () => {
    const note = { ...plainNote, on: "VS-K7MP-3QF", below: { act: "open" as const, on: "VS-K7MP-3QF" } };
    const values = { text: { text: { type: "plain_text_input", value: "x" } } };
    const arrival = arrivalOf(sent({ private_metadata: packedNote(note) }, values), here);
    expect(placeIn(arrival)).toEqual({
      at: "dialog",
      viewId: "V2",
      rootViewId: "V1",
      inputs: ["text"],
      note,
    });
  });

  test("that took the place of another one is another press", () => {
    const second = packedNote({ ...plainNote, on: "VS-K7MP-3QF", turn: "a1" });
    expect(pressOf(arrivalOf(sent({ private_metadata: second }), here)).key).toMatch(/^view:V2:a1:/);
  });

  test.each([
    ["with the note of another", { private_metadata: "VS-K7MP-3QF" }],
    ["of an act without a form", { callback_id: "accept" }],
    ["of an act that we do not have", { callback_id: "erase" }],
    ["that is a card", { callback_id: "card" }],
    ["without values", { state: {} }],
  ])("%s is not acknowledged, so that it stays open with what was written", (_what, over) => {
    expect(arrivalOf(sent(over), here)).toEqual({ kind: "unclear" });
  });

  test("drops inputs that can not be ours", () => {
    const values = JSON.parse(
      '{"__proto__":{"a":{"type":"plain_text_input","value":"x"}},"a b":{"a":{"type":"plain_text_input","value":"x"}},"date":{"date":{"type":"datepicker","selected_date":"2026-01-01"}}}',
    );
    expect(pressOf(arrivalOf(sent({}, values), here)).fields).toEqual({});
  });
});

describe("commands and shortcuts", () => {
  test("a command with a story opens the form with it", () => {
    const typed = {
      command: "/signaal",
      text: "Een jongen &amp; zijn zusje",
      team_id: home,
      user_id: "U0JUF",
      channel_id: "C0TEAM",
      trigger_id: "1.2.abc",
      response_url: "https://hooks.slack.com/commands/1",
    };
    expect(arrivalOf(typed, here)).toEqual({
      kind: "press",
      press: { key: "trigger:1.2.abc", by: "slack:T0TOWN/U0JUF", act: "report", on: "", fields: null },
      prefill: "Een jongen & zijn zusje",
      place: {
        at: "command",
        respond: "https://hooks.slack.com/commands/1",
        triggerId: "1.2.abc",
        helpBelow: false,
      },
    });
  });

  test("the shortcut of the menu opens the empty form", () => {
    const used = { type: "shortcut", callback_id: "signaal_delen", user, team, trigger_id: "1.2.abc" };
    expect(arrivalOf(used, here)).toMatchObject({ press: { act: "report" }, prefill: null });
    expect(arrivalOf({ ...used, callback_id: "iets_anders" }, here)).toEqual({ kind: "unclear" });
  });

  test("the shortcut of a message opens the form with the message", () => {
    const used = {
      type: "message_action",
      callback_id: "signaal_van_bericht",
      user,
      team,
      trigger_id: "1.2.abc",
      response_url: "https://hooks.slack.com/app/1",
      message: { type: "message", text: "Hij komt zonder eten", user: "U0ANDER", ts: "1.2" },
    };
    expect(arrivalOf(used, here)).toMatchObject({
      prefill: "Hij komt zonder eten",
      place: { at: "shortcut", respond: "https://hooks.slack.com/app/1" },
    });
    expect(arrivalOf({ ...used, message: { text: null } }, here)).toMatchObject({ prefill: null });
  });
});

test("whatever comes in, it is something or nothing, never a crash", () => {
  const kinds = ["event_callback", "block_actions", "view_submission", "shortcut", "message_action"];
  const anything = fc.oneof(
    fc.anything(),
    fc.record(
      {
        type: fc.constantFrom(...kinds),
        event: fc.anything(),
        user: fc.anything(),
        view: fc.anything(),
        actions: fc.anything(),
        command: fc.anything(),
        container: fc.anything(),
      },
      { requiredKeys: [] },
    ),
  );
  fc.assert(
    fc.property(anything, (body) => {
      expect(typeof arrivalOf(body, here).kind).toBe("string");
    }),
    { numRuns: 500 },
  );
});

test("what a modal remembers comes back, and nothing else is taken for it", () => {
  const note = {
    on: "VS-K7MP-3QF",
    shows: "open" as const,
    below: { act: "home" as const, on: "" },
    fromHome: true,
    turn: "t",
  };
  expect(noteOf(packedNote(note))).toEqual(note);
  expect(noteOf(packedNote(plainNote))).toEqual(plainNote);
  expect(noteOf("")).toBeNull();
  expect(noteOf('{"on":"VS-1"}')).toBeNull();
});
