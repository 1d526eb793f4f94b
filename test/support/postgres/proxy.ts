import { connect, createServer, type Socket } from "node:net";

/** A wire to PostgreSQL that can be cut, mended, or go silent. */
export interface Wire {
  /** The same database, through the wire. */
  readonly url: string;
  /** `cut`: every connection is reset, and none is made. `silent`: they stay, and nothing comes through. `mend`: as before. */
  set(how: "cut" | "silent" | "whole"): void;
  /**
   * The next connection on which these words are said is reset: before the server hears them (`asked`), or when it has done what
   * they say and before we hear of it (`answered`). Resolves when that has happened.
   */
  cutOnce(words: string, when: "asked" | "answered"): Promise<void>;
  close(): Promise<void>;
}

/** Opens a wire to the server of this URL. */
export async function openWire(to: string): Promise<Wire> {
  const target = new URL(to);
  const pairs = new Set<readonly [Socket, Socket]>();
  let state: "cut" | "silent" | "whole" = "whole";

  let trap: { words: string; when: "asked" | "answered"; sprung: () => void } | null = null;

  /** Set before anything is passed on: what is heard here has not been passed on yet. */
  function listen(near: Socket, far: Socket): void {
    let heard: (() => void) | null = null;
    const spring = (sprung: () => void) => {
      near.resetAndDestroy();
      far.resetAndDestroy();
      sprung();
    };
    near.on("data", (said) => {
      if (trap === null || !said.includes(trap.words)) return;
      const { when, sprung } = trap;
      trap = null;
      if (when === "asked") spring(sprung);
      else heard = sprung;
    });
    far.on("data", () => {
      if (heard !== null) spring(heard);
      heard = null;
    });
  }

  const server = createServer((near) => {
    near.on("error", () => {});
    if (state === "cut") {
      near.resetAndDestroy();
      return;
    }
    const far = connect({ host: target.hostname, port: Number(target.port) });
    far.on("error", () => near.destroy());
    near.on("error", () => far.destroy());
    const pair = [near, far] as const;
    pairs.add(pair);
    const end = () => {
      pairs.delete(pair);
      near.destroy();
      far.destroy();
    };
    near.on("close", end);
    far.on("close", end);
    listen(near, far);
    near.pipe(far);
    far.pipe(near);
    if (state === "silent") hush(pair);
  });

  function hush([near, far]: readonly [Socket, Socket]): void {
    near.unpipe(far).pause();
    far.unpipe(near).pause();
  }

  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const bound = server.address();
  const url = new URL(to);
  url.port = String(typeof bound === "object" && bound !== null ? bound.port : 0);
  const reset = () => {
    for (const [near, far] of pairs) {
      near.resetAndDestroy();
      far.resetAndDestroy();
    }
  };
  return {
    url: url.href,
    set(how) {
      const before = state;
      state = how;
      if (how === "cut") reset();
      if (how === "silent") for (const pair of pairs) hush(pair);
      if (how === "whole" && before === "silent") {
        for (const [near, far] of pairs) {
          near.pipe(far);
          far.pipe(near);
        }
      }
    },
    cutOnce: (words, when) =>
      new Promise((sprung) => {
        trap = { words, when, sprung };
      }),
    async close() {
      reset();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
