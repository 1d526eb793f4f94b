import { inspect } from "node:util";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { Problem, type ProblemKind } from "#base/problem.ts";
import type { ChatPlatform, MessageRef, Outgoing, Stop } from "#chat/platform.ts";
import type { Address } from "#signal/address.ts";
import { plainCard } from "../support/slack-sender.ts";

/** The network between a door and its platform, to be broken. */
export interface Road {
  /** The next message that is sent or changed gets this HTTP status, and is not done. */
  answer(status: number): void;
  /** The next one is done, and its answer is lost. */
  loseAnswer(): void;
  /** The next one is asked to wait so many seconds. */
  askToWait(seconds: number): void;
  /** All goes well from now on. */
  heal(): void;
  /** This message is taken away. */
  vanish(ref: MessageRef): void;
  /** How often a message was sent or changed, or that was tried. */
  posts(): number;
  /** Turns the door's clock. */
  pass(ms: number): void;
  /** For this status trying again may help. */
  retries(status: number): boolean;
  /** Somebody at this address can not be reached. */
  readonly goneReader: Address;
  /** What this platform has can not be asked for: a message whose answer was lost may come twice. Never oftener, never not at all. */
  readonly mayRepeat?: true;
  /** Under which message each of the reader's messages stands; null: under none. */
  threads(): readonly (string | null)[];
}

/** A door of one kind, started. */
export interface PlatformUnderTest {
  readonly platform: ChatPlatform;
  readonly reader: Address;
  /** What the reader can read now, one text per message, oldest first; null: the door does not show it itself. */
  seen(): readonly string[] | null;
  /** May never come out: tokens, signing secrets. */
  readonly secrets: readonly string[];
  /** The process dies and another opens the same door. */
  reopen(): Promise<ChatPlatform>;
  readonly stop: Stop;
  cleanup(): Promise<void>;
}

/** A door with a network behind it; the page has none. */
export interface NetworkedPlatform extends PlatformUnderTest {
  readonly road: Road;
}

let notices = 0;

/** A message to this door's reader. */
function messageFor({ reader }: PlatformUnderTest, changes: Partial<Outgoing> = {}): Outgoing {
  notices += 1;
  const given = { id: `notice-${notices}`, to: reader, card: plainCard };
  return { ...given, updates: null, under: null, attempt: 1, ...changes };
}

/** The door of the running test. */
function eachOpened<Door extends PlatformUnderTest>(open: () => Promise<Door>): () => Door {
  let door: Door | null = null;
  beforeEach(async () => {
    door = await open();
  });
  afterEach(async () => {
    await door?.stop();
    await door?.cleanup();
    door = null;
  });
  return () => {
    if (door === null) throw new Error("No door is open.");
    return door;
  };
}

/** What every door promises about what goes out. Every kind of door runs this. */
export function platformContract(name: string, open: () => Promise<PlatformUnderTest>): void {
  describe(name, () => {
    const opened = eachOpened(open);
    const message = (changes: Partial<Outgoing> = {}) => messageFor(opened(), changes);
    const titled = (title: string) => ({ card: { ...plainCard, title } });
    const seen = () =>
      opened()
        .seen()
        ?.map((text) => /Titel \w+/.exec(text)?.[0] ?? "");

    test("answers for the addresses that begin with its name", () => {
      expect(opened().reader.startsWith(`${opened().platform.name}:`)).toBe(true);
    });

    test("a new message has its own ref; a changed one keeps it, and is not repeated", async () => {
      const first = await opened().platform.send(message(titled("Titel een")));
      const other = await opened().platform.send(message(titled("Titel twee")));
      expect(other).not.toBe(first);
      expect(await opened().platform.send(message({ ...titled("Titel drie"), updates: first }))).toBe(first);
      if (opened().seen() !== null) expect(seen()).toEqual(["Titel drie", "Titel twee"]);
    });

    test("two messages with the same words are two messages", async () => {
      const card = titled("Titel een");
      expect(await opened().platform.send(message(card))).not.toBe(
        await opened().platform.send(message(card)),
      );
      if (opened().seen() !== null) expect(seen()).toEqual(["Titel een", "Titel een"]);
    });

    test("the same message tried again gives the same ref, also in another process", async () => {
      const one = message(titled("Titel een"));
      const ref = await opened().platform.send(one);
      expect(await opened().platform.send({ ...one, attempt: 2 })).toBe(ref);
      const next = await opened().reopen();
      expect(await next.send({ ...one, attempt: 3 })).toBe(ref);
      if (opened().seen() !== null) expect(seen()).toEqual(["Titel een"]);
    });

    test("a door that is shut leaves nothing behind, and can be shut twice", async () => {
      await opened().stop();
      const left = () => process.getActiveResourcesInfo().filter((what) => what === "TCPServerWrap").length;
      const servers = left();
      const again = await open();
      await again.platform.send(message({ to: again.reader }));
      await again.stop();
      await again.stop();
      await again.cleanup();
      await expect.poll(left).toBeLessThanOrEqual(servers);
    });
  });
}

/** What goes wrong on the road, and what comes of it. Every door with a network behind it runs this too. */
export function roadContract(name: string, open: () => Promise<NetworkedPlatform>): void {
  describe(`${name}, when things go wrong`, () => tellRoad(eachOpened(open)));
}

function tellRoad(door: () => NetworkedPlatform): void {
  const message = (changes: Partial<Outgoing> = {}) => messageFor(door(), changes);
  const send = (what: Outgoing) => door().platform.send(what);

  /** What it throws; checked for secrets. */
  async function problemOf(sending: Promise<unknown>): Promise<Problem> {
    const thrown: unknown = await sending.then(
      () => null,
      (problem: unknown) => problem,
    );
    if (!(thrown instanceof Problem)) throw new Error(`Not a Problem: ${String(thrown)}`);
    const said = `${thrown.message}\n${inspect(thrown, { depth: 20, showHidden: true })}`;
    const { secrets, reader } = door();
    for (const secret of [...secrets, reader, plainCard.title]) expect(said).not.toContain(secret);
    return thrown;
  }

  function onTheRoad(what: string, run: (road: Road) => Promise<void>): void {
    test(what, { timeout: 60_000 }, () => run(door().road));
  }

  onTheRoad("a message that vanished comes anew", async (there) => {
    const updates = await send(message());
    there.vanish(updates);
    const again = await send(message({ updates }));
    expect(again).not.toBe(updates);
    expect(door().seen()).toHaveLength(1);
  });

  onTheRoad("what belongs to another message stands under it", async (there) => {
    const under = await send(message());
    await send(message({ under }));
    const [first, second] = there.threads();
    expect([first, second]).toEqual([null, under]);
  });

  onTheRoad(
    "a reader who is gone is refused: trying again is useless, another address may work",
    async (there) => {
      expect((await problemOf(send(message({ to: there.goneReader })))).kind).toBe("refused");
    },
  );

  onTheRoad(
    "every HTTP status: what may pass is tried again, what will not is told, one POST each",
    async (there) => {
      const settled: readonly ProblemKind[] = ["refused", "misconfigured", "bug"];
      for (let status = 400; status < 600; status++) {
        // Node's fetch does not show a 407, and asks once more after a 421.
        if (status === 407 || status === 421) continue;
        const before = there.posts();
        there.answer(status);
        const problem = await problemOf(send(message()));
        if (there.retries(status)) expect(problem.kind, String(status)).toBe("retry");
        else expect(settled, String(status)).toContain(problem.kind);
        expect(there.posts() - before, `POSTs at ${status}`).toBe(1);
        there.heal();
        there.pass(120_000);
      }
      expect(door().seen()).toEqual([]);
    },
  );

  /** A message whose answer was lost is there once. */
  function seenOnce({ mayRepeat }: Road): void {
    const times = door().seen()?.length ?? 0;
    expect(times).toBeGreaterThanOrEqual(1);
    expect(times).toBeLessThanOrEqual(mayRepeat === true ? 2 : 1);
  }

  onTheRoad("a lost answer, and again: the reader sees one message", async (there) => {
    const one = message();
    there.loseAnswer();
    expect((await problemOf(send(one))).kind).toBe("retry");
    there.pass(10_000);
    await send({ ...one, attempt: 2 });
    seenOnce(there);
  });

  onTheRoad("a lost answer, and the process dies: the reader sees one message", async (there) => {
    const one = message();
    there.loseAnswer();
    await problemOf(send(one));
    there.pass(10_000);
    const next = await door().reopen();
    await next.send({ ...one, attempt: 2 });
    seenOnce(there);
  });

  onTheRoad("asked to wait: for so long there is no call, and then it goes", async (there) => {
    const one = message();
    there.askToWait(30);
    expect(await problemOf(send(one))).toMatchObject({ kind: "retry", retryAfterMs: 30_000 });
    const posts = there.posts();
    there.pass(29_000);
    expect(await problemOf(send({ ...one, attempt: 2 }))).toMatchObject({
      kind: "retry",
      retryAfterMs: 1_000,
    });
    expect(there.posts()).toBe(posts);
    there.pass(1_000);
    await send({ ...one, attempt: 3 });
    expect(door().seen()).toHaveLength(1);
  });

  onTheRoad("a door that was shut makes no calls any more", async (there) => {
    await send(message());
    await door().stop();
    const posts = there.posts();
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(there.posts()).toBe(posts);
  });
}
