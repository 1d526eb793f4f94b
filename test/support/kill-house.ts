// The process that kill tests kill: the whole house on a real store, with a door over HTTP.
// Arguments: folder of the keys (and of SQLite), where messages go, for PostgreSQL its URL, how far this machine's clock is off
// (ms), and where it dies by itself (dying.ts).
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { systemClock } from "#base/clock.ts";
import { silentLog } from "#base/log.ts";
import { openEmbedded } from "#classify/embedded/engine.ts";
import { openHouse } from "#house.ts";
import { loadKeyRing } from "#privacy/key-file.ts";
import { openVault } from "#privacy/vault.ts";
import { writeCompiled } from "#start/keep-compiled.ts";
import { openPostgresStore } from "#store/postgres/postgres-store.ts";
import { openSqliteStore } from "#store/sqlite/sqlite-store.ts";
import { dyingParts } from "./dying.ts";
import { openHttpPlatform } from "./http-platform.ts";
import { withCode } from "./sample-directory.ts";
import { openTurnedDate } from "./turned-date.ts";

const [folder = "", sink = "", url = "", off = "0", dies = ""] = process.argv.slice(2);
const date = openTurnedDate();
date.off(Number(off));
// The machine's clock is put forward or back while it runs: to what the file `clock` says (ms).
process.on("SIGUSR2", () => date.off(Number(readFileSync(join(folder, "clock"), "utf8"))));
const sealer = openVault(loadKeyRing(join(folder, "keys.json"), "make-when-missing"));
const { store: kept, clock } =
  url === ""
    ? { store: openSqliteStore(join(folder, "voelspriet.db"), sealer, { mode: "serve" }), clock: systemClock }
    : await openPostgresStore({ url, mode: "serve" }, sealer);
const { store, platform } = dyingParts(dies, {
  store: kept,
  platform: openHttpPlatform(sink, (port) => process.stdout.write(`ready ${port}\n`)),
});
// Before anybody kills it.
writeCompiled();
const house = openHouse({
  store,
  directory: withCode("kill"),
  clock,
  classifier: openEmbedded(),
  platforms: [platform],
  log: silentLog,
});
const stop = await house.start();
const close = await platform.start(house.counter);
process.once("SIGTERM", () => {
  void close()
    .then(stop)
    .then(() => store.close())
    .then(() => process.exit(0));
});
