import { connect, createServer, type Socket } from "node:net";

/** A wire to PostgreSQL that can be cut, mended, or go silent. */
export interface Wire {
  /** The same database, through the wire. */
  readonly url: string;
  /** `cut`: every connection is reset, and none is made. `silent`: they stay, and nothing comes through. `mend`: as before. */
  set(how: "cut" | "silent" | "whole"): void;
  close(): Promise<void>;
}

/** Opens a wire to the server of this URL. */
export async function openWire(to: string): Promise<Wire> {
  const target = new URL(to);
  const pairs = new Set<readonly [Socket, Socket]>();
  let state: "cut" | "silent" | "whole" = "whole";

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
    async close() {
      reset();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
