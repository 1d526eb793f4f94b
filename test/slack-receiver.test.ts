import { afterEach, expect, test } from "vitest";
import { stoppedClock } from "#base/clock.ts";
import { silentLog } from "#base/log.ts";
import { openHttpReceiver } from "#chat/slack/line/receiver.ts";
import { eventually } from "./support/eventually.ts";
import {
  aCommand,
  aDialog,
  anEvent,
  type Door,
  type DoorOptions,
  form,
  openDoor,
  signatureOf,
} from "./support/signed-door.ts";

const doors: Door[] = [];
afterEach(async () => {
  await Promise.all(doors.splice(0).map((door) => door.close()));
});

async function open(options: DoorOptions = {}): Promise<Door> {
  const door = await openDoor(options);
  doors.push(door);
  return door;
}

const never = () => new Promise<never>(() => {});

test("a message that Slack signed is acknowledged when it is stored", async () => {
  let isStored = false;
  const door = await open({
    work: async () => {
      await new Promise((done) => setTimeout(done, 150));
      isStored = true;
    },
  });
  const answer = await door.good();
  expect(answer).toMatchObject({ status: 200, body: "" });
  expect(isStored).toBe(true);
  expect(door.effects).toEqual(["event message"]);
});

test("a message that could not be stored is not acknowledged, so that Slack delivers it again", async () => {
  const door = await open({ work: () => Promise.reject(new Error("disk full: Ik maak me zorgen")) });
  expect((await door.good()).status).toBe(503);
  expect(door.effects).toEqual([]);
  expect(JSON.stringify(door.log.lines)).not.toContain("zorgen");
  expect(door.log.lines.map(({ level }) => level)).toContain("error");
});

test("storing that takes too long is answered before Slack gives up, once, and nothing breaks when it is ready after all", async () => {
  const ready = Promise.withResolvers<void>();
  const door = await open({ deadlineMs: 80, work: () => ready.promise });
  const from = performance.now();
  const answers = await Promise.all([
    door.good(),
    door.post(aCommand(), { ...door.signed(aCommand()), ...form }),
  ]);
  expect(answers.map(({ status }) => status)).toEqual([503, 503]);
  expect(performance.now() - from).toBeLessThan(2_000);
  ready.resolve();
  await eventually(() => door.effects.length).toBe(2);
  expect((await door.good()).status).toBe(200);
});

test("without another setting the answer comes within Slack's three seconds", async () => {
  const door = await open({ work: never });
  const from = performance.now();
  expect((await door.good()).status).toBe(503);
  expect(performance.now() - from).toBeGreaterThan(2_000);
  expect(performance.now() - from).toBeLessThan(3_000);
});

test("a dialog with faults gets its errors back", async () => {
  const errors = { response_action: "errors", errors: { text: "Vul dit in." } };
  const door = await open({ answer: errors });
  const sent = aDialog();
  const got = await door.post(sent, {
    ...door.signed(sent),
    "content-type": "application/x-www-form-urlencoded; charset=utf-8",
  });
  expect(JSON.parse(got.body)).toEqual(errors);
  expect(door.effects).toEqual(["view"]);
});

test("a command is answered as soon as it is stored, also when its listener goes on and fails", async () => {
  const failing = Promise.withResolvers<void>();
  const door = await open({ after: () => failing.promise });
  const sent = aCommand();
  const answer = await door.post(sent, { ...door.signed(sent), ...form });
  expect(answer.status).toBe(200);
  failing.reject(new Error("no window could be opened"));
  await eventually(() => door.log.lines.map(({ level }) => level)).toContain("error");
});

test("Slack's check of the address gets its challenge, only when it is signed", async () => {
  const door = await open();
  const body = JSON.stringify({ type: "url_verification", challenge: "3eZbrw1aB", token: "x" });
  const good = await door.post(body, door.signed(body));
  expect(good.status).toBe(200);
  expect(JSON.parse(good.body)).toEqual({ challenge: "3eZbrw1aB" });
  expect((await door.post(body, { "content-type": "application/json" })).status).toBe(401);
});

test("Slack's check of the certificate is answered, and smuggles nothing in", async () => {
  const door = await open();
  const unsigned = await door.post("ssl_check=1&token=abc", form);
  expect(unsigned).toMatchObject({ status: 200, body: "" });
  const smuggled = await door.post(`ssl_check=1&${aCommand()}`, form);
  expect(smuggled).toMatchObject({ status: 200, body: "" });
  const signedCheck = `ssl_check=1&${aCommand()}`;
  expect((await door.post(signedCheck, { ...door.signed(signedCheck), ...form })).status).toBe(200);
  expect(door.effects).toEqual([]);
});

test("who opens the address in a browser reads what it is for", async () => {
  const door = await open();
  for (const method of ["GET", "PUT", "DELETE", "OPTIONS"]) {
    const answer = await door.post("", {}, method);
    expect(answer.status).toBe(405);
    expect(answer.headers.allow).toBe("POST");
    expect(answer.body).toMatch(/^This address is for Slack.*\.$/);
  }
});

test("an event of another workspace is taken off Slack's hands and has no effect; a press there is refused", async () => {
  const door = await open({
    admits: (body) => ((body as { team_id?: string }).team_id === "T0001" ? "ours" : "foreign"),
  });
  const event = JSON.stringify(anEvent({ team_id: "T0666" }));
  expect((await door.post(event, door.signed(event))).status).toBe(200);
  const command = aCommand({ team_id: "T0666" });
  expect((await door.post(command, { ...door.signed(command), ...form })).status).toBe(403);
  expect(door.effects).toEqual([]);
  expect((await door.good()).status).toBe(200);
  expect(door.effects).toEqual(["event message"]);
});

test("as long as it is not known whose an event is, Slack has to deliver it again", async () => {
  let admission: "unknown" | "ours" = "unknown";
  const door = await open({ admits: () => admission });
  expect((await door.good()).status).toBe(503);
  admission = "ours";
  expect((await door.good()).status).toBe(200);
  expect(door.effects).toEqual(["event message"]);
});

test("what nobody handles is not acknowledged", async () => {
  const door = await open();
  const body = JSON.stringify({ type: "something_new" });
  expect((await door.post(body, door.signed(body))).status).toBe(503);
});

test("Slack's word that it held events back is heard", async () => {
  const door = await open();
  const body = JSON.stringify({ type: "app_rate_limited", team_id: "T0001", minute_rate_limited: 1 });
  expect((await door.post(body, door.signed(body))).status).toBe(200);
  expect(door.log.lines).toContainEqual(
    expect.objectContaining({ level: "error", message: expect.stringContaining("held back") }),
  );
});

test("stopping waits for what is being stored and refuses what comes after", async () => {
  const ready = Promise.withResolvers<void>();
  const door = await open({ work: () => ready.promise });
  const running = door.good();
  await new Promise((done) => setTimeout(done, 100));
  let isStopped = false;
  const stopping = (async () => {
    await door.receiver.stop();
    isStopped = true;
  })();
  expect((await door.good()).status).toBe(503);
  expect(isStopped).toBe(false);
  ready.resolve();
  await stopping;
  expect((await running).status).toBe(200);
  expect(door.effects).toEqual(["event message"]);
});

test("an empty signing secret is refused at the start", () => {
  for (const signingSecret of ["", "  "]) {
    expect(() => openHttpReceiver({ signingSecret, clock: stoppedClock(0), log: silentLog })).toThrow(
      expect.objectContaining({
        kind: "misconfigured",
        message: expect.stringContaining("SLACK_SIGNING_SECRET"),
      }),
    );
  }
});

test("refused requests are counted in the log, at most once a minute", async () => {
  const door = await open();
  for (let times = 0; times < 20; times += 1) await door.post("{}", {});
  door.clock.pass(61_000);
  await door.post("{}", {});
  const said = door.log.lines.filter(({ message }) => message.includes("no valid signature"));
  expect(said.map(({ facts }) => facts.count)).toEqual([1, 20]);
});

test("a signature of five minutes old still counts, and one of a clock that is a minute ahead", async () => {
  const door = await open();
  const body = JSON.stringify(anEvent());
  for (const seconds of [-300, -299, 0, 59, 60]) {
    const at = door.clock.now() + seconds * 1_000;
    expect((await door.post(body, door.signed(body, { at }))).status, `${seconds}`).toBe(200);
  }
  for (const seconds of [-301, -360, 61, 360]) {
    const at = door.clock.now() + seconds * 1_000;
    expect((await door.post(body, door.signed(body, { at }))).status, `${seconds}`).toBe(401);
  }
});

test("a clock that is wrong, here or there, is said as what it is", async () => {
  const door = await open();
  const body = JSON.stringify(anEvent());
  for (const seconds of [-301, 61]) {
    await door.post(body, door.signed(body, { at: door.clock.now() + seconds * 1_000 }));
    door.clock.pass(61_000);
  }
  expect(door.log.lines.filter(({ message }) => message.includes("clock"))).toHaveLength(2);
  expect(door.log.lines.filter(({ message }) => message.includes("no valid signature"))).toEqual([]);
});

test("the signature is over the bytes, whatever letters they are", async () => {
  const door = await open();
  const body = JSON.stringify(anEvent({ note: "één 👩‍👧 \u202eomgekeerd \u0000" }));
  const timestamp = String(Math.floor(door.clock.now() / 1000));
  const signature = signatureOf(Buffer.from(body, "utf8"), timestamp);
  const answer = await door.post(body, {
    "x-slack-request-timestamp": timestamp,
    "x-slack-signature": signature,
  });
  expect(answer.status).toBe(200);
});
