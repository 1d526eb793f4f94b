import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { quotedIn, textOfHtml } from "#chat/teams/inbound/html-text.ts";
import { arrivalOf } from "#chat/teams/inbound.ts";

const tenant = "0f0e0d0c-1111-4222-8333-444455556666";
const juf = "aaaaaaaa-1111-4222-8333-444455556666";
const bot = "28:bbbbbbbb-1111-4222-8333-444455556666";

/** A message as Teams' own documentation shows it. */
const message = (more: Record<string, unknown> = {}) => ({
  type: "message",
  id: "1485983408511",
  timestamp: "2026-11-23T09:10:00.000Z",
  serviceUrl: "https://smba.trafficmanager.net/emea/",
  channelId: "msteams",
  from: { id: "29:1XJKJMvc5GBtc2JwZq0oj8tHZmzrQgFmB39ATiQWA85g", name: "Juf", aadObjectId: juf },
  conversation: {
    conversationType: "personal",
    tenantId: tenant,
    id: "a:17I0kl9EkpE1O9PH5TWrzrLNwnWWcfrU7QZj",
  },
  recipient: { id: bot, name: "Voelspriet" },
  text: "Ik maak me zorgen",
  textFormat: "plain",
  attachments: [{ contentType: "text/html", content: "<p>Ik maak me zorgen</p>" }],
  entities: [{ locale: "nl-NL", type: "clientInfo" }],
  channelData: { tenant: { id: tenant } },
  ...more,
});
const read = (activity: unknown) => arrivalOf(activity, tenant).arrival;
const pressOf = (activity: unknown) => {
  const arrival = read(activity);
  return "press" in arrival ? arrival.press : null;
};

describe("typed in the chat with the bot", () => {
  test("words are told, under a key that is the same for each delivery", () => {
    expect(read(message())).toEqual({
      kind: "typed",
      press: {
        key: "dm:a:17I0kl9EkpE1O9PH5TWrzrLNwnWWcfrU7QZj:1485983408511",
        by: `teams:${tenant}/${juf}`,
        act: "tell",
        on: "",
        fields: { text: "Ik maak me zorgen" },
      },
    });
  });

  test.each([
    ["signaal", { act: "report", fields: null }],
    ["Signaal!", { act: "report", fields: null }],
    ["/signaal", { act: "report", fields: null }],
    ["signaal mijn buurvrouw eet niet", { act: "tell", fields: { text: "mijn buurvrouw eet niet" } }],
    ["Signaal: mijn buurvrouw eet niet", { act: "tell", fields: { text: "mijn buurvrouw eet niet" } }],
    ["signaal status", { act: "home" }],
    ["status", { act: "home" }],
    ["afwezig", { act: "away", fields: null }],
    ["terug", { act: "back", fields: {} }],
    ["overzicht", { act: "home" }],
    ["oefening", { act: "drill" }],
    ["wie", { act: "who", fields: { text: "" } }],
    // The counter knows subjects and areas, and so what is a question and what a story.
    ["wie schulden noord", { act: "tell", fields: { text: "wie schulden noord" } }],
    ["help", { act: "tell", fields: { text: "help" } }],
    ["signaal help", { act: "tell", fields: { text: "help" } }],
    ["Signaleren is mijn werk", { act: "tell", fields: { text: "Signaleren is mijn werk" } }],
    ["Hij is afwezig", { act: "tell" }],
  ])("%s", (text, press) => {
    expect(pressOf(message({ text, attachments: [] }))).toMatchObject(press);
  });

  test("with us mentioned, the mention is no part of it; of others the name stays", () => {
    const entities = [
      { type: "mention", text: "<at>Voelspriet</at>", mentioned: { id: bot, name: "Voelspriet" } },
      { type: "mention", text: "<at>Els</at>", mentioned: { id: "29:els", name: "Els" } },
    ];
    expect(
      pressOf(message({ text: "<at>Voelspriet</at>&nbsp;Sem is bij <at>Els</at> &amp; eet niet", entities }))
        ?.fields,
    ).toEqual({
      text: "Sem is bij Els & eet niet",
    });
  });

  const quote = (id: string) =>
    `<blockquote itemscope="" itemtype="http://schema.skype.com/Reply" itemid="${id}">\r\n<strong itemprop="mri" itemid="${bot}">Voelspriet</strong><span itemprop="time" itemid="${id}"></span>\r\n<p itemprop="preview">Je zorg is binnen &lt;VS&gt;</p>\r\n</blockquote>\r\n<p>Hij is er <em>nu</em>&nbsp;wel</p>\r\n<p>&nbsp;</p>`;

  test("a reply with a quote is about that message, and only the own words count", () => {
    const attachments = [{ contentType: "text/html", content: quote("1733744000123") }];
    const text = "Voelspriet Je zorg is binnen\r\n\r\nHij is er nu wel";
    expect(pressOf(message({ text, attachments }))).toMatchObject({
      act: "tell",
      under: "a:17I0kl9EkpE1O9PH5TWrzrLNwnWWcfrU7QZj|1733744000123",
      fields: { text: "Hij is er nu wel" },
    });
  });

  test("a reply in the newer form is about that message too", () => {
    const entities = [{ type: "quotedReply", quotedReply: { messageId: "1733744000123", preview: "…" } }];
    const text = '<quoted messageId="1733744000123"/>Afwezig';
    expect(pressOf(message({ text, entities, attachments: [] }))).toMatchObject({
      act: "tell",
      under: "a:17I0kl9EkpE1O9PH5TWrzrLNwnWWcfrU7QZj|1733744000123",
      fields: { text: "Afwezig" },
    });
  });

  test.each([
    ["a photo", { contentType: "image/png", contentUrl: "https://x" }],
    ["a file", { contentType: "application/vnd.microsoft.teams.file.download.info", content: {} }],
    ["a voice message", { contentType: "audio/mp4" }],
  ])("%s comes along: that is told, and a word beside it is about that", (_, file) => {
    expect(pressOf(message({ text: "status", attachments: [file] }))).toMatchObject({
      act: "tell",
      fields: { text: "status", files: "1" },
    });
    expect(pressOf(message({ text: "", attachments: [file] }))?.fields).toEqual({ text: "", files: "1" });
  });

  test("a sticker without a word is a picture", () => {
    const attachments = [{ contentType: "text/html", content: '<p><img src="https://x/giphy.gif"></p>' }];
    expect(pressOf(message({ text: "", attachments }))?.fields).toEqual({ text: "", files: "1" });
  });

  test("nothing at all is told too: whoever sent it gets a useful answer", () => {
    expect(pressOf(message({ text: " ", attachments: [] }))).toMatchObject({
      act: "tell",
      fields: { text: "" },
    });
  });

  test("without an id the same message is still the same one", () => {
    const first = pressOf(message({ id: undefined }))?.key;
    expect(pressOf(message({ id: undefined }))?.key).toBe(first);
    expect(pressOf(message({ id: undefined, text: "Anders" }))?.key).not.toBe(first);
  });
});

test("in a channel or a group nothing is taken in, and only who mentions us is answered", () => {
  for (const [conversationType, id] of [
    ["channel", "19:abc@thread.tacv2;messageid=1733744000000"],
    ["groupChat", "19:abc@thread.v2"],
  ]) {
    const conversation = { conversationType, id, tenantId: tenant };
    const entities = [{ type: "mention", text: "<at>V</at>", mentioned: { id: bot } }];
    const said = read(message({ conversation, entities, text: "<at>V</at> Sem eet niet" }));
    expect(said).toMatchObject({ kind: "typed", press: { act: "tell", on: "channel", fields: {} } });
    expect(JSON.stringify(said)).not.toContain("Sem");
    expect(read(message({ conversation }))).toEqual({ kind: "nothing" });
  }
});

describe("the way to somebody", () => {
  const reachIn = (more: Record<string, unknown>) => arrivalOf(message(more), tenant).reach;

  test("is the chat with the bot, with the service URL as it is now", () => {
    expect(reachIn({})).toEqual({
      address: `teams:${tenant}/${juf}`,
      way: {
        conversation: "a:17I0kl9EkpE1O9PH5TWrzrLNwnWWcfrU7QZj",
        serviceUrl: "https://smba.trafficmanager.net/emea/",
        type: "personal",
        botId: bot,
      },
    });
  });

  test.each([
    [
      "two people's own chat",
      { conversation: { conversationType: "personal", id: "19:x_y@unq.gbl.spaces" } },
    ],
    [
      "a channel where only the extension was used",
      {
        type: "invoke",
        name: "composeExtension/fetchTask",
        conversation: { conversationType: "channel", id: "19:abc@thread.tacv2" },
      },
    ],
    ["the chat with the bot of nobody that we know", { from: { id: "29:x" } }],
  ])("is never %s", (_, more) => {
    expect(reachIn(more)).toBeNull();
  });

  test("of a channel is the channel, never one of its threads", () => {
    const conversation = { conversationType: "channel", id: "19:abc@thread.tacv2;messageid=1733744000000" };
    expect(reachIn({ conversation })).toMatchObject({
      address: `teams:${tenant}/19:abc@thread.tacv2`,
      way: { conversation: "19:abc@thread.tacv2", type: "channel" },
    });
  });

  test.each([
    ["taken away", { type: "installationUpdate", action: "remove" }],
    ["a member that left", { type: "conversationUpdate", membersRemoved: [{ id: bot }] }],
  ])("ends when the app is %s", (_, more) => {
    expect(reachIn(more)).toEqual({ address: `teams:${tenant}/${juf}`, way: null });
  });

  test("does not end when somebody else leaves, or the app is renewed", () => {
    expect(reachIn({ type: "conversationUpdate", membersRemoved: [{ id: "29:els" }] })?.way).not.toBeNull();
    expect(reachIn({ type: "installationUpdate", action: "remove-upgrade" })?.way).not.toBeNull();
  });
});

test.each([
  ["an edit", { type: "messageUpdate" }],
  ["a reaction", { type: "messageReaction" }],
  ["typing", { type: "typing" }],
  ["a press of something that is not ours", { text: "", value: { hello: "there" }, attachments: [] }],
])("%s is nothing", (_, more) => {
  expect(read(message(more))).toEqual({ kind: "nothing" });
});

test.each([
  ["somebody without an id in the directory", "nobody", { from: { id: "29:x", name: "Gast" } }],
  ["somebody with a made-up id", "nobody", { from: { id: "29:x", aadObjectId: "../../etc" } }],
  ["a conversation without an id", "form", { conversation: {} }],
  [
    "a service URL longer than any",
    "form",
    { serviceUrl: `https://smba.trafficmanager.net/${"x".repeat(400)}` },
  ],
])("words of %s are not taken in, and are no nothing either", (_, why, more) => {
  expect(read(message(more))).toEqual({ kind: "lost", why });
});

test("nothing that comes in makes the reading fail, and nobody comes out of it but who it is from", () => {
  const anything = fc.record(
    {
      type: fc.constantFrom("message", "invoke", "installationUpdate", "conversationUpdate"),
      name: fc.constantFrom(
        "adaptiveCard/action",
        "task/fetch",
        "task/submit",
        "composeExtension/fetchTask",
        "x",
      ),
      text: fc.oneof(fc.string(), fc.jsonValue()),
      value: fc.jsonValue(),
      attachments: fc.jsonValue(),
      entities: fc.jsonValue(),
      conversation: fc.oneof(fc.constant(message().conversation), fc.jsonValue()),
      from: fc.oneof(fc.constant(message().from), fc.jsonValue()),
    },
    { requiredKeys: ["type"] },
  );
  fc.assert(
    fc.property(anything, (more) => {
      const { arrival, reach } = arrivalOf(message(more), tenant);
      if ("press" in arrival) expect(arrival.press.by).toBe(`teams:${tenant}/${juf}`);
      if (reach !== null) expect(reach.address.startsWith(`teams:${tenant}/`)).toBe(true);
    }),
    { numRuns: 500 },
  );
});

describe("words from HTML", () => {
  test.each([
    ["<p>Een</p><p>Twee<br>Drie</p>", "Een\n\nTwee\nDrie"],
    ["<ul><li>melk</li><li>brood</li></ul>", "- melk\n\n- brood"],
    ["a &lt;b&gt; &amp;amp; &#233;&#x20ac;&nbsp;c", "a <b> &amp; é€ c"],
    ["5 < 6 en 7 > 6 <3", "5 < 6 en 7 > 6 <3"],
    ["<script>alert(1)</script>ja<style>p{}</style>", "ja"],
    ['<a href="javascript:x">link</a>', "link"],
    ["niet af <b", "niet af <b"],
    ["&#xd800;&#0;&nope;", "&#xd800;&#0;&nope;"],
  ])("%s", (html, text) => {
    expect(textOfHtml(html)).toBe(text);
  });

  test("a quote of something else is part of the words", () => {
    expect(quotedIn("<blockquote>Zij zei dat</blockquote>ja")).toBeNull();
    expect(textOfHtml("<blockquote>Zij zei dat</blockquote>ja")).toBe("Zij zei dat\nja");
  });

  test("however it is built, reading takes no longer than its length", () => {
    for (const piece of ["<", "<a", "<p>", "&#", "<blockquote ", "</", "<img alt=", " itemid=", "<li><"]) {
      const html = piece.repeat(200_000 / piece.length);
      const started = performance.now();
      quotedIn(html);
      expect(performance.now() - started).toBeLessThan(1_000);
    }
  });
});
