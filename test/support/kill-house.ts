// The process that journeys/kill.test.ts kills: the whole house on real SQLite, with a door over HTTP.
import { join } from "node:path";
import { systemClock } from "#base/clock.ts";
import { openLog } from "#base/log.ts";
import { openEmbedded } from "#classify/embedded/engine.ts";
import { openHouse } from "#house.ts";
import { loadKeyRing } from "#privacy/key-file.ts";
import { openVault } from "#privacy/vault.ts";
import { openSqliteStore } from "#store/sqlite/sqlite-store.ts";
import { openHttpPlatform } from "./http-platform.ts";
import { withCode } from "./sample-directory.ts";

const [folder = "", sink = ""] = process.argv.slice(2);
const store = openSqliteStore(
  join(folder, "voelspriet.db"),
  openVault(loadKeyRing(join(folder, "keys.json"), "make-when-missing")),
  { mode: "serve" },
);
const platform = openHttpPlatform(sink, (port) => process.stdout.write(`ready ${port}\n`));
const house = openHouse({
  store,
  directory: withCode("kill"),
  clock: systemClock,
  classifier: openEmbedded(),
  platforms: [platform],
  log: openLog("error"),
});
await house.start();
await platform.start(house.counter);
