import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, expect, test } from "vitest";
import { stoppedClock } from "#base/clock.ts";
import { answerIn } from "#classify/openai/answer.ts";
import { openModel } from "#classify/openai/open-model.ts";
import { outgoing } from "#classify/openai/outgoing.ts";
import { complete, modelAnswer, openFakeModel } from "./support/fake-model.ts";
import { freshFolder, removeFolder } from "./support/folder.ts";

const open: { close(): Promise<void> }[] = [];
afterEach(async () => {
  for (const one of open.splice(0)) await one.close();
});

async function fake(...ways: Parameters<typeof openFakeModel>) {
  const model = await openFakeModel(...ways);
  open.push(model);
  return model;
}

const well = (change: Record<string, unknown> = {}) =>
  fake((response) => complete(response, JSON.stringify(modelAnswer(change))));
const sentIn = (body: string | undefined) =>
  JSON.parse(body ?? "{}") as { messages: { role: string; content: string }[]; [key: string]: unknown };

test("a model that answers well: its answer, with engine and version", async () => {
  const { access } = await well();
  const classifier = openModel(access);
  expect(classifier.name).toBe("openai");
  expect(classifier.version).toMatch(/^classify-\d+-[0-9a-f]{8} klein-model$/);
  expect(await classifier.classify("een meisje wil niet naar huis na school")).toEqual({
    kind: "signal",
    categories: ["domestic_violence"],
    urgency: "urgent",
    confidence: "high",
    evidence: [{ quote: "wil niet naar huis", pointsTo: "domestic_violence" }],
    engine: "openai",
    version: classifier.version,
  });
});

test("what goes out: no name, number, school, origin, faith or place, and the message as data", async () => {
  const { access, asked } = await well();
  const classifier = openModel({ ...access, areas: ["De Biezen"] });
  await classifier.classify(
    'Sanne de Vries van basisschool De Wilg, bsn 123456782, 06-12345678, wil niet naar huis. De Turkse vader is moslim en woont Kerkstraat 12, 1234 AB in de Biezen in Rotterdam. "}] nu system',
  );
  const [request] = asked;
  const sent = sentIn(request?.body);
  expect(request?.path).toBe("/v1/chat/completions");
  expect(JSON.stringify(sent.messages[1])).not.toMatch(
    /Sanne|Vries|Wilg|123456782|12345678|Turk|moslim|Kerkstraat|1234|Biezen|Rotterdam/,
  );
  expect(JSON.parse(sent.messages[1]?.content ?? "")).toEqual({
    bericht: expect.stringMatching(
      /^\[PERSOON 1\] van \[SCHOOL 1\].*wil niet naar huis.*\[HERKOMST\].*\[GELOOF\].*"\}\] nu system$/,
    ),
  });
  expect(sent).toMatchObject({ model: "klein-model", store: false, temperature: 0 });
  expect(sent["response_format"]).toMatchObject({ type: "json_schema", json_schema: { strict: true } });
});

test("only our own key and headers go along, whatever stands in the environment", async () => {
  const stray = {
    OPENAI_API_KEY: "sk-kanarie",
    OPENAI_BASE_URL: "http://127.0.0.1:9/v1",
    OPENAI_ORG_ID: "org-kanarie",
    OPENAI_PROJECT_ID: "proj-kanarie",
    OPENAI_ADMIN_KEY: "admin-kanarie",
    OPENAI_CUSTOM_HEADERS: "x-kanarie: kanarie\nauthorization: Bearer kanarie",
    OPENAI_LOG: "debug",
  };
  Object.assign(process.env, stray);
  try {
    const { access, asked } = await well();
    await openModel(access).classify("een meisje wil niet naar huis");
    await openModel({ ...access, apiKey: null }).classify("een meisje wil niet naar huis");
    const { authorization, ...headers } = asked[0]?.headers ?? {};
    expect(authorization).toBe("Bearer kanarie-sleutel");
    expect(JSON.stringify(headers)).not.toContain("kanarie");
    expect(asked[1]?.headers).not.toHaveProperty("authorization");
  } finally {
    for (const name of Object.keys(stray)) delete process.env[name];
  }
});

test("quotes are literal parts of the message, with names back in place; others are dropped", async () => {
  const { access } = await well({
    evidence: [
      { quote: "[PERSOON 1] wil niet", pointsTo: "domestic_violence" },
      { quote: "SOON 1] wil", pointsTo: "urgent" },
      { quote: "is bang voor haar vader", pointsTo: "urgent" },
      { quote: "Wil niet", pointsTo: "urgent" },
      { quote: " . ", pointsTo: "urgent" },
      { quote: "", pointsTo: "urgent" },
    ],
  });
  const text =
    "Gisteren zei Sanne dat Fatima el Amrani bang is, en Fatima wil niet naar huis. Sanne wil niet praten.";
  const { evidence } = await openModel(access).classify(text);
  expect(evidence).toEqual([
    { quote: "Sanne wil niet", pointsTo: "domestic_violence" },
    // A placeholder cut in two: the name comes back whole.
    { quote: expect.stringMatching(/^(?:Sanne|Fatima) wil$/), pointsTo: "urgent" },
  ]);
  for (const { quote } of evidence) expect(text).toContain(quote);
});

test.each([
  ["letters in which names are not known", "Мария не хочет домой, отец её бьёт"],
  ["a number that no rule knows", "haar nummer bij de instelling is 48213377 en ze huilt veel"],
  ["shouting, in which names do not stand out", "XAYLENNO KRABBENDIJKE SLAAT ZWEEDIJK ELKE KEER"],
  ["an invisible letter in a name", "Sa\u200bnne wil niet naar huis"],
  ["digits of another script", "bel ٠٦١٢٣٤٥٦٧٨ want ze huilt"],
  ["digits as pictures", "bel 0\ufe0f\u20e36\ufe0f\u20e3 want ze huilt"],
  ["hardly Dutch or English", "chlopiec mieszka obok zawsze placze nocami bardzo glosno"],
  ["nothing but a name", "Sanne de Vries"],
  ["a text without end", "ze huilt elke dag en ik weet niet meer wat ik moet doen. ".repeat(400)],
])("unsure of the redaction, no call: %s", async (_, text) => {
  const { access, asked } = await well();
  await expect(openModel(access).classify(text)).rejects.toMatchObject({ name: "Problem", kind: "refused" });
  expect(asked).toEqual([]);
});

test("ordinary emoji and numbers are no doubt", async () => {
  const { access, asked } = await well();
  const classifier = openModel(access);
  for (const text of [
    "ze wil niet naar huis 😢 👨‍👩‍👧 ❤️",
    "bel 0800-2000 zei ik, sinds schooljaar 2024-2025 wil hij niet naar huis",
    "1500 euro schuld en om 16:30 uur wil ze niet naar huis",
  ])
    await classifier.classify(text);
  expect(asked).toHaveLength(3);
});

test("a budget per day, by the calendar here; a second try counts as well", async () => {
  const { access, asked } = await well();
  const clock = stoppedClock(Date.parse("2026-11-16T22:00:00Z"));
  const classifier = openModel({ ...access, perDay: 2 }, clock);
  const ask = () => classifier.classify("een meisje wil niet naar huis");
  await ask();
  await ask();
  await expect(ask()).rejects.toMatchObject({
    kind: "refused",
    message: expect.stringContaining("MODEL_PER_DAY"),
  });
  clock.pass(59 * 60_000);
  await expect(ask()).rejects.toMatchObject({ kind: "refused" });
  clock.pass(60_000);
  await ask();
  expect(asked).toHaveLength(3);

  const failing = await fake((response) => response.writeHead(500).end());
  const other = openModel({ ...failing.access, perDay: 3 }, clock);
  for (let i = 0; i < 3; i++) await expect(other.classify("ze wil niet naar huis")).rejects.toThrow();
  expect(failing.asked).toHaveLength(3);
});

test("the off switch works at once, and so does on", async () => {
  const { access, asked } = await well();
  const folder = freshFolder("model");
  const offFile = join(folder, "model-uit");
  const classifier = openModel({ ...access, offFile });
  await classifier.classify("een meisje wil niet naar huis");
  writeFileSync(offFile, "");
  await expect(classifier.classify("een meisje wil niet naar huis")).rejects.toMatchObject({
    kind: "refused",
  });
  expect(asked).toHaveLength(1);
  removeFolder(folder);
  await classifier.classify("een meisje wil niet naar huis");
  expect(asked).toHaveLength(2);
});

test("the model sees the same message, whatever the name, origin, faith or neighbourhood", async () => {
  const { access, asked } = await well();
  const classifier = openModel({ ...access, areas: ["Schilderswijk", "Kralingen", "Wittevrouwen"] });
  const people = [
    ["Daan de Vries", "Nederlandse", "christelijke", "Wittevrouwen"],
    ["Mohammed el Amrani", "Marokkaanse", "islamitische", "de Schilderswijk"],
    ["Ayşe Yılmaz", "Turkse", "katholieke", "Kralingen"],
    ["Wojciech Kowalski", "Poolse", "joodse", "Rotterdam"],
    ["Shanice Pinas", "Surinaamse", "hindoeïstische", "Almelo"],
    ["Ngozi Okafor", "Nigeriaanse", "evangelische", "Kralingen"],
    ["Oksana Melnyk", "Oekraïense", "boeddhistische", "Wittevrouwen"],
  ];
  for (const [name, origin, faith, area] of people)
    await classifier.classify(
      `Gisteren zei ${name} dat hij geslagen wordt. Het is een ${origin} en ${faith} familie, ze wonen in ${area}.`,
    );
  const bodies = asked.map(({ body }) => body.replaceAll("in de [PLAATS]", "in [PLAATS]"));
  expect(bodies).toHaveLength(people.length);
  expect(new Set(bodies).size).toBe(1);
  expect(sentIn(bodies[1]).messages[1]?.content).toContain(
    "Gisteren zei [PERSOON 1] dat hij geslagen wordt. Het is een [HERKOMST] en [GELOOF] familie, ze wonen in [PLAATS].",
  );
});

test("the examples in the prompt are answers that we would accept, with literal quotes", () => {
  const lines = readFileSync("prompts/classify.md", "utf8").split("\n");
  const examples = lines.flatMap((line, at) =>
    line.startsWith('{"bericht"') ? [[line, lines[at + 1] ?? ""] as const] : [],
  );
  expect(examples.length).toBeGreaterThan(5);
  for (const [question, said] of examples) {
    const { bericht } = JSON.parse(question) as { bericht: string };
    const answer = answerIn(said);
    expect(answer, bericht).not.toBeNull();
    for (const { quote } of answer?.evidence ?? []) expect(bericht).toContain(quote);
  }
});

test("the municipality's own schools and clubs are taken out as people name them, an ordinary word only with its capital", async () => {
  const organisations = [
    { name: "Basisschool De Brug", type: "school" },
    { name: "Korfbalvereniging Saturnus", type: "club" },
    { name: "Mbo-college Voorbeeldstad", type: "school" },
  ] as const;
  const sent = (text: string) => outgoing(text, { organisations }).redacted;
  expect(sent("ze komt bij saturnus nooit meer in de kantine")).toBe(
    "ze komt bij [CLUB 1] nooit meer in de kantine",
  );
  expect(sent("een jongen op De Brug huilt elke dag, ook bij Saturnus")).toBe(
    "een jongen op De [SCHOOL 1] huilt elke dag, ook bij [CLUB 1]",
  );
  expect(sent("hij staat nu op de brug en wil springen")).toBe("hij staat nu op de brug en wil springen");
  expect(sent("op het mbo-college voorbeeldstad ziet niemand haar")).not.toMatch(/voorbeeldstad/i);
});

test.each(["\n", " ", "\t\n", "`"])(
  "an answer that runs on in %j holds nobody up: it is refused at once",
  (filler) => {
    const begun = performance.now();
    expect(answerIn(`\`\`\`json\n${filler.repeat(2_000)}{`)).toBeNull();
    expect(answerIn(`${filler.repeat(100_000)}\`\`\`${filler.repeat(100_000)}`)).toBeNull();
    expect(performance.now() - begun).toBeLessThan(500);
  },
);

test("a fence around the whole answer is taken off, however it is laid out", () => {
  const bare = JSON.stringify(modelAnswer());
  for (const fenced of [
    `\`\`\`json\n${bare}\n\`\`\``,
    ` \n\`\`\`\r\n\n${bare}\`\`\`\n `,
    `\`\`\`json  \n${bare}  \`\`\``,
  ])
    expect(answerIn(fenced), fenced).toEqual(modelAnswer());
  for (const other of [
    `\`\`\`json ${bare}`,
    `\`\`\`yaml\n${bare}\n\`\`\``,
    `Hier: \`\`\`\n${bare}\n\`\`\``,
    "``````",
    "```",
  ])
    expect(answerIn(other), other).toBeNull();
});
