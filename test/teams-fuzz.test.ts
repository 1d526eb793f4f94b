import * as fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { acts } from "#signal/press.ts";
import type { Json } from "./support/fake-teams/fake-teams.ts";
import { howOften } from "./support/how-often.ts";
import { keepingLog } from "./support/keeping-log.ts";
import { openTeamsStage, type TeamsStage } from "./support/teams-stage.ts";

/** Every activity that is good in itself, as this person's client sends it. */
let stage: TeamsStage;
let good: readonly Json[] = [];
const log = keepingLog();
const unhandled: unknown[] = [];
const note = (thrown: unknown) => unhandled.push(thrown);

const story =
  "De vader van een meisje uit groep 5 slaat haar regelmatig, ze heeft steeds blauwe plekken op haar armen.";

beforeAll(async () => {
  process.on("unhandledRejection", note).on("uncaughtException", note);
  stage = await openTeamsStage({ log, door: { waitForCardMs: 1 } });
  const { teams } = stage;
  await stage.tell("juf", { text: story });
  const channel = teams.channel("wandelgang");
  const [juf, sanne] = [stage.person("juf"), stage.person("sanne")];
  await juf.install();
  await juf.write("Ik maak me zorgen om een kind dat elke dag alleen op het plein staat.", {
    quote: "17000",
  });
  await juf.mention(channel, "signaal");
  await sanne.press("Bekijk");
  sanne.close();
  await sanne.press("Ik pak dit op");
  await sanne.press("Draag over").catch(() => {});
  await stage.settle();
  good = teams.deliveries().map(({ activity }) => activity);
});
afterAll(async () => {
  stage.teams.forgive();
  await stage.close();
  process.off("unhandledRejection", note).off("uncaughtException", note);
});

/** All paths in a value, each as the keys that lead there. */
function pathsIn(value: unknown, at: readonly string[] = []): (readonly string[])[] {
  if (typeof value !== "object" || value === null) return [at];
  return [at, ...Object.entries(value).flatMap(([key, part]) => pathsIn(part, [...at, key]))];
}

/** The value with something else at this path; undefined: without it. */
function withAt(value: unknown, [first, ...rest]: readonly string[], other: unknown): unknown {
  if (first === undefined) return other;
  const copy = (Array.isArray(value) ? [...(value as unknown[])] : { ...(value as Json) }) as Json;
  if (rest.length === 0 && other === undefined) delete copy[first];
  else copy[first] = withAt(copy[first], rest, other);
  return copy;
}

const many = howOften("FUZZ", { gate: 3_000, long: 90_000 });
const few = Math.ceil(many / 180) * 20 * 3;

const odd = fc.oneof(
  fc.constant(undefined),
  fc.constantFrom<unknown>(
    null,
    "",
    0,
    -1,
    1e308,
    true,
    [],
    {},
    [[]],
    [null],
    "__proto__",
    "constructor",
    "toString",
    "../../etc/passwd",
    "\u0000",
    "\ud800",
    "a|b",
    "a:1;messageid=2;messageid=3",
    "19:x@thread.tacv2",
    "x".repeat(100_000),
    "<".repeat(20_000),
    "&".repeat(20_000),
    '<at>x</at><blockquote itemscope itemtype="http://schema.skype.com/Reply" itemid="1">',
    "28:aaaaaaaa-bbbb-cccc-dddd-eeeeeeeeeeee",
    '{"on":"","fields":{"text":"x"}}',
    '{"on":"channel","fields":null}',
    '{"on":"VS-AAAA-AAA","fields":{"__proto__":"x"}}',
  ),
  fc.constantFrom<unknown>(...acts),
  fc.constantFrom<unknown>(
    "message",
    "invoke",
    "task/fetch",
    "task/submit",
    "adaptiveCard/action",
    "composeExtension/submitAction",
    "installationUpdate",
    "conversationUpdate",
    "messageUpdate",
    "event",
    "endOfConversation",
    "handoff",
    "personal",
    "channel",
    "groupChat",
  ),
  fc.jsonValue({ maxDepth: 3 }),
  fc.string({ unit: "binary", maxLength: 60 }),
);

test(`${many} mangled activities that are signed well: each is answered, nothing breaks, and nobody comes out of it but who it is from`, {
  timeout: 120_000 + many * 20,
}, async () => {
  const { teams, store } = stage;
  const before = await store.counts(stage.clock.now());
  const known = new Set(stage.directory.people.map(({ id }) => id));
  const statuses = new Map<number, number>();
  const mangled = fc
    .record({
      which: fc.nat(),
      changes: fc.array(fc.record({ where: fc.nat(), other: odd }), { minLength: 1, maxLength: 4 }),
    })
    .map(({ which, changes }) => {
      const base = good[which % good.length] ?? {};
      return changes.reduce<unknown>((so, { where, other }) => {
        const paths = pathsIn(so);
        return withAt(so, paths[where % paths.length] ?? [], other);
      }, base);
    });
  let count = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(mangled, { minLength: 20, maxLength: 20 }), async (activities) => {
      const answers = await Promise.all(
        activities.map((activity) => teams.raw(JSON.stringify(activity) ?? "null")),
      );
      for (const { status, ms } of answers) {
        count += 1;
        statuses.set(status, (statuses.get(status) ?? 0) + 1);
        expect([200, 400, 401, 403, 413, 501]).toContain(status);
        expect(ms).toBeLessThan(10_000);
      }
      stage.clock.pass(2_000);
    }),
    { numRuns: many / 20, seed: 20_261_122, endOnFailure: true },
  );
  expect(count).toBe(many);
  // Enough of them came in for this to say anything.
  expect(statuses.get(200) ?? 0).toBeGreaterThan(500);
  expect(unhandled).toEqual([]);
  await stage.house.runDue();
  await teams.quiet(50);
  // What was stored are words that somebody typed, of people who are who they are.
  const after = await store.counts(stage.clock.now());
  expect(after.unowned).toBe(0);
  for (const signal of await store.openSignals()) {
    for (const { text } of await store.passages(signal.id, ["story"])) {
      expect(text.trim()).not.toBe("");
      expect(text.length).toBeLessThanOrEqual(8_000);
      expect(text).not.toContain("\u0000");
      expect(text.isWellFormed()).toBe(true);
    }
    for (const { by } of await store.entries(signal.id))
      expect(by === "signaler" || by === "system" || known.has(by), by).toBe(true);
  }
  // Only in conversations that are somebody's, or a channel's.
  const places = teams.calls("send").map(({ conversation }) => conversation);
  for (const place of new Set(places)) expect(place).toMatch(/^(a:1|19:)/);
  expect(JSON.stringify(teams.posted())).not.toContain("blauwe plekken");
  expect(JSON.stringify(log.lines)).not.toMatch(/blauwe|plekken|etc\/passwd|x{50}/);
  console.info(
    `answers: ${JSON.stringify(Object.fromEntries(statuses))}, signals ${before.signals} -> ${after.signals}`,
  );
  // And it lives.
  expect((await stage.person("meester").write(story)).status).toBe(200);
  await stage.pass({ minutes: 2 });
  expect((await stage.latest("meester")).code).toMatch(/^VS-/);
});

test(`${few} bodies that are no activities, signed or not: none has an effect`, {
  timeout: 60_000 + few * 20,
}, async () => {
  const { teams, store } = stage;
  const signals = (await store.counts(stage.clock.now())).signals;
  const bytes = fc.oneof(
    fc.string({ unit: "binary", maxLength: 300 }),
    fc.json(),
    fc.nat().chain((which) => {
      const text = JSON.stringify(good[which % good.length] ?? {});
      // Never the whole of it: that is an activity.
      return fc.nat(text.length - 1).map((cut) => text.slice(0, cut));
    }),
  );
  const token = fc.constantFrom(
    "good",
    "absent",
    "garbage",
    "broken-signature",
    "alg-none",
    "expired",
    "entra" as const,
  );
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.record({ body: bytes, token }), { minLength: 20, maxLength: 20 }),
      async (all) => {
        const answers = await Promise.all(
          all.map((one) => teams.raw(one.body, { token: one.token as "good" })),
        );
        for (const { status } of answers) {
          expect(status).toBeGreaterThanOrEqual(400);
          expect(status).toBeLessThan(500);
        }
      },
    ),
    { numRuns: few / 20, seed: 20_261_122 },
  );
  await stage.house.runDue();
  expect((await store.counts(stage.clock.now())).signals).toBe(signals);
  expect(unhandled).toEqual([]);
  expect(({} as Json)["isAdmin"]).toBeUndefined();
});
