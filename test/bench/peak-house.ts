// The process of the peak: the whole house on PostgreSQL, where people type. Arguments: folder of the keys, sink, URL.
import { createServer } from "node:http";
import { join } from "node:path";
import { silentLog } from "#base/log.ts";
import { openEmbedded } from "#classify/embedded/engine.ts";
import { openHouse } from "#house.ts";
import { loadKeyRing } from "#privacy/key-file.ts";
import { openVault } from "#privacy/vault.ts";
import type { Press } from "#signal/press.ts";
import { openPostgresStore } from "#store/postgres/postgres-store.ts";
import { openHttpPlatform } from "../support/http-platform.ts";
import { sampleDirectory, samplePerson } from "../support/sample-directory.ts";
import { obey } from "./pinned-child.ts";

const [folder = "", sink = "", url = ""] = process.argv.slice(3);
const sealer = openVault(loadKeyRing(join(folder, "keys.json"), "make-when-missing"));
const { store, clock } = await openPostgresStore({ url, mode: "serve" }, sealer);
/** As many as a large city has. */
const colleagues = Array.from({ length: 300 }, (_, at) =>
  samplePerson(`collega-${at}`, {
    expertise: { debt: 3, domestic_violence: 3, psychological: 3, addiction: 3 },
    capacity: 1_000,
  }),
);
const directory = sampleDirectory({
  people: [...sampleDirectory().people, ...colleagues],
  duty: colleagues.slice(0, 20).map(({ id }) => id),
});
const platform = openHttpPlatform(sink, () => {});
const house = openHouse({
  store,
  directory,
  clock,
  classifier: openEmbedded(),
  platforms: [platform],
  log: silentLog,
});
const stop = await house.start();
const server = createServer({ keepAliveTimeout: 60_000 }, (request, response) => {
  const chunks: Buffer[] = [];
  request.on("data", (chunk: Buffer) => chunks.push(chunk));
  request.on("end", () => {
    const press = JSON.parse(Buffer.concat(chunks).toString()) as Press;
    house.counter.say(press).then(
      () => response.end("{}"),
      () => response.writeHead(503).end(),
    );
  });
});

obey(
  {
    /** Everybody is known and vouched for: so many strangers at once would be held back, rightly. */
    async welcome({ first, count }: { first: number; count: number }) {
      await Promise.all(
        Array.from({ length: count }, (_, at) => {
          const address = `chat:melder-${first + at}` as const;
          const known = { role: "volunteer", organisation: "de-wilg", vouched: true } as const;
          return store.rememberSignaler({ id: store.signalerId(address), address, language: "nl", ...known });
        }),
      );
      return null;
    },
    /** Where what is typed comes in: answered when it is on disk, as a platform hears it. */
    async door() {
      await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
      const bound = server.address();
      return `http://127.0.0.1:${typeof bound === "object" && bound !== null ? bound.port : 0}`;
    },
    /** How much still has to be done. */
    async waits() {
      const { waitingTyped, waitingNotices, dueTimers } = await store.counts(clock.now());
      return waitingTyped + waitingNotices + dueTimers;
    },
  },
  async () => {
    await stop();
    await store.close();
  },
);
