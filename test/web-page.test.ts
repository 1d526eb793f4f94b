import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";

import { silentLog } from "#base/log.ts";
import { openWebPlatform } from "#chat/web/web-platform.ts";
import { digest } from "./support/fake-cards.ts";
import { plainLooks } from "./support/fake-trial.ts";
import { openWebStage, readAs, type WebStage } from "./support/web-stage.ts";

let stage: WebStage;
beforeAll(async () => {
  stage = await openWebStage();
});
afterAll(() => stage.stop());

interface State {
  municipality: string;
  now: number;
  latest: { expert: string; number: number } | null;
  personas: Record<"signaler" | "expert" | "manager", { address: string; waiting: number }[]>;
  panes: Record<
    "signaler" | "expert" | "manager",
    { address: string; messages: { slack: { title: string }; teams: { title: string } }[] }
  >;
  trail: { words: string }[];
}

function state(query = ""): Promise<State> {
  return readAs<State>(fetch(`${stage.url}/api/state${query}`));
}

interface Look {
  look: string;
}
interface Answer {
  card: { title: string; slack: Look; teams: Look };
  form: { title: string; slack: Look & { form: { fields: { value: string }[] } }; teams: Look };
  faults: Record<string, string>;
}

function press(more: object): Promise<Response> {
  return stage.post("/api/press", { key: crypto.randomUUID(), as: "web:leerkracht", act: "report", ...more });
}

test("the page, its modules, its styles and the vendors' files are there", async () => {
  const paths = {
    "/": "text/html",
    "/galerij": "text/html",
    "/page/page.js": "text/javascript",
    "/page/page.css": "text/css",
    "/theme.css": "text/css",
    "/vendor/utrecht.css": "text/css",
    "/vendor/adaptivecards.min.js": "text/javascript",
  };
  for (const [path, type] of Object.entries(paths)) {
    const answer = await fetch(stage.url + path);
    expect([path, answer.status]).toEqual([path, 200]);
    expect(answer.headers.get("content-type")).toContain(type);
  }
});

test("a report goes from the teacher's form to the right expert's pane, in both looks", async () => {
  const form = await readAs<Answer>(press({ on: "" }));
  expect(form.form.title).toBe("Zorg delen");
  expect(form.form.slack.look).toBe("slack");
  expect(form.form.teams.look).toBe("teams");

  const packed = JSON.stringify({ on: "", fields: null });
  const reply = await readAs<Answer>(press({ packed, inputs: { text: "Er liggen aanmaningen op tafel." } }));
  expect(reply.card.title).toBe("Verstuurd");

  const now = await state();
  expect(now.panes.signaler.messages.at(-1)?.slack.title).toBe("Je zorg is binnen");
  expect(now.latest?.expert).toBe("web:schuld");
  expect(now.panes.expert.address).toBe("web:schuld");
  expect(now.panes.expert.messages.at(-1)?.teams.title).toBe("Nieuwe zorg voor jou");
  expect(now.personas.expert.find((one) => one.address === "web:schuld")?.waiting).toBe(1);
  expect(now.trail.map((line) => line.words)).toContain("Een leerkracht deelde een zorg.");
});

test("a persona that was asked for is shown, and an unknown one falls back to the first", async () => {
  expect((await state("?expert=web:jeugd")).panes.expert.address).toBe("web:jeugd");
  expect((await state("?manager=web:nobody&manager=x")).panes.manager.address).toBe("web:manager");
});

test("a button's own fields and a form's inputs reach the counter together", async () => {
  const packed = JSON.stringify({ on: "VS-K7M1-3QF", fields: { answer: "called" } });
  await press({ act: "called:2", packed });
  expect(stage.fake.pressed.at(-1)).toMatchObject({
    act: "called",
    on: "VS-K7M1-3QF",
    fields: { answer: "called" },
    by: "web:leerkracht",
  });
  await press({ act: "feedback", packed, inputs: { level: "advice" } });
  expect(stage.fake.pressed.at(-1)?.fields).toEqual({ answer: "called", level: "advice" });
});

test("a press that is sent again with its key is one press", async () => {
  const before = stage.fake.pressed.length;
  const key = crypto.randomUUID();
  const body = { key, act: "report", inputs: { text: "Hij is zo stil." } };
  const answers = await Promise.all([press(body), press(body), press(body)]);
  expect(answers.map((answer) => answer.status)).toEqual([200, 200, 200]);
  expect(stage.fake.pressed.length).toBe(before + 1);
});

test("faults of a form come back per field", async () => {
  const reply = await readAs<Answer>(press({ inputs: { text: "  " } }));
  expect(reply.faults.text).toContain("Vertel");
});

test("an example stands in the form's text field, in both looks", async () => {
  const { examples } = await readAs<{ examples: { text: string }[] }>(
    fetch(`${stage.url}/api/examples?lang=nl`),
  );
  const text = examples[0]?.text;
  const reply = await readAs<Answer>(press({ on: "", prefill: text }));
  expect(reply.form.slack.form.fields[0]?.value).toBe(text);
});

test("the clock turns, and the Monday brings the manager the week with a chart that can be fetched", async () => {
  const before = (await state()).now;
  const answer = await stage.post("/api/clock", { move: "monday" });
  expect(answer.status).toBe(200);
  expect((await readAs<State>(answer)).now).toBeGreaterThan(before);
  expect((await state()).panes.manager.messages.at(-1)?.slack.title).toContain("De week in cijfers");
});

test("the clock is turned by one hand at a time", async () => {
  const both = await Promise.all([
    stage.post("/api/clock", { move: "hour" }),
    stage.post("/api/clock", { move: "hour" }),
  ]);
  expect(both.map((answer) => answer.status).sort((a, b) => a - b)).toEqual([200, 409]);
});

test("the gallery shows every message and form in both looks", async () => {
  const gallery = await readAs<{
    items: ({ name: string } & Record<"card" | "form", { slack: Look; teams: Look } | null>)[];
  }>(fetch(`${stage.url}/api/gallery?lang=en`));
  const { items } = gallery;
  expect(items.length).toBeGreaterThan(4);
  for (const item of items) {
    const shown = item.card ?? item.form;
    expect([item.name, shown?.slack.look, shown?.teams.look]).toEqual([item.name, "slack", "teams"]);
  }
});

test("an open page hears that something changed, and nothing else", async () => {
  const events = await fetch(`${stage.url}/events`);
  expect(events.headers.get("content-type")).toBe("text/event-stream");
  const reader = events.body!.getReader();
  await press({ inputs: { text: "Geheim: hij huilt." } });
  let heard = "";
  while (!heard.includes("data:")) heard += new TextDecoder().decode((await reader.read()).value);
  expect(heard.replaceAll("retry: 1000\n\n", "").replaceAll("data: changed\n\n", "")).toBe("");
  await reader.cancel();
});

test("who looks while the trial starts again waits for the new one, and is not refused", async () => {
  const { reset } = stage.fake.trial;
  const begun = Promise.withResolvers<void>();
  const slow = async () => {
    begun.resolve();
    await new Promise((resolve) => setTimeout(resolve, 200));
    await reset();
  };
  Object.assign(stage.fake.trial, { reset: slow });
  const asked = stage.post("/api/reset", {});
  await begun.promise;
  const [looked, again] = await Promise.all([fetch(`${stage.url}/api/state`), stage.post("/api/reset", {})]);
  expect([looked.status, again.status, (await asked).status]).toEqual([200, 409, 200]);
  expect((await readAs<State>(looked)).trail).toEqual([]);
  Object.assign(stage.fake.trial, { reset });
});

test("reset empties the trial", async () => {
  expect((await stage.post("/api/reset", {})).status).toBe(200);
  const now = await state();
  expect([now.trail.length, now.panes.signaler.messages.length]).toEqual([0, 0]);
});

test("sending never fails, and an update keeps the message's reference", async () => {
  const message = {
    id: "n1",
    to: "web:leerkracht",
    card: digest(),
    updates: null,
    under: null,
    attempt: 1,
  } as const;
  expect(await stage.platform.send(message)).toBe("n1");
  expect(await stage.platform.send({ ...message, id: "n2", updates: "n1" })).toBe("n1");
});

test("a municipality's own token file dresses the page", async () => {
  const file = join(mkdtempSync(join(tmpdir(), "tokens-")), "theme.css");
  writeFileSync(file, ".gemeente-theme { --basis-heading-color: #420024 }");
  const dressed = await openWebStage({ tokenFile: file });
  try {
    expect(await (await fetch(`${dressed.url}/theme.css`)).text()).toContain("#420024");
    expect(await (await fetch(`${dressed.url}/`)).text()).toContain('class="utrecht-root gemeente-theme"');
  } finally {
    await dressed.stop();
  }
});

test("a token file that can not be read stops the start, with what to do", async () => {
  await expect(openWebStage({ tokenFile: "/no/such/theme.css" })).rejects.toMatchObject({
    kind: "misconfigured",
  });
});

test("a taken port stops the start, with what to do", async () => {
  const { port } = new URL(stage.url);
  const second = openWebPlatform({
    host: "127.0.0.1",
    port: Number(port),
    trial: stage.fake.trial,
    looks: plainLooks,
    draw: () => "",
    health: () => ({ ready: true }),
    log: silentLog,
  });
  await expect(second.start(stage.fake.counter)).rejects.toMatchObject({
    kind: "misconfigured",
    message: expect.stringContaining("PORT="),
  });
});
