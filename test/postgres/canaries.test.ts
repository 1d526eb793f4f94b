import { setTimeout as pause } from "node:timers/promises";
import { expect, test } from "vitest";
import { silentLog } from "#base/log.ts";
import { openEmbedded } from "#classify/embedded/engine.ts";
import { openHouse } from "#house.ts";
import { newVaultKey, openVault } from "#privacy/vault.ts";
import { openPostgresStore } from "#store/postgres/postgres-store.ts";
import { filesIn, heardIn, piecesIn } from "../support/canaries.ts";
import { freshDatabase } from "../support/postgres/database.ts";
import { openWire } from "../support/postgres/proxy.ts";
import { startPostgres } from "../support/postgres/server.ts";
import { withCode } from "../support/sample-directory.ts";
import { openFakePlatform } from "../support/stage.ts";

/** A server that writes down everything that it is told, with every value, also of what fails: the worst that an administrator can set. */
const talkative = [
  "log_statement=all",
  "log_min_duration_statement=0",
  "log_min_messages=debug1",
  "log_min_error_statement=debug1",
  "log_error_verbosity=verbose",
  "log_parameter_max_length=-1",
  "log_parameter_max_length_on_error=-1",
];

const story =
  "De vader van Kwetsbaar Kanariekind slaat haar, ze woont aan de Geheimlaan 13 en belt met 06-87654321.";
const typed = "Zijn broertje Verborgen Vinkenjong eet al dagen niet en slaapt in de schuur.";
const contact = "conversatie-achterdeur-4711-van-de-juf";
const canaries = new Map([
  ["story", story],
  ["child", "Kwetsbaar Kanariekind"],
  ["street", "Geheimlaan 13"],
  ["phone", "06-87654321"],
  ["typed", typed],
  ["brother", "Verborgen Vinkenjong"],
  ["signaler", "chat:juf-merelhof-5521"],
  ["typer", "chat:meester-roodborst-7733"],
  ["channel", "chat:kanaal-spreeuwennest-9911"],
  ["contact", contact],
  ["code", "geheime-schoolcode-42"],
]);
const hidden = (bytes: Buffer) => [...heardIn(bytes, canaries), ...piecesIn(bytes, [story, typed])];

test("PostgreSQL never gets to see a word, a name or an address: not in its log that tells everything, not in its files; erased and vacuumed whole, the sealed words are gone as well", {
  timeout: 120_000,
}, async () => {
  const server = await startPostgres(talkative);
  const database = await freshDatabase(server.url);
  const wire = await openWire(database.url);
  const sealer = openVault({ keys: [newVaultKey()] });
  const { store, clock } = await openPostgresStore({ url: wire.url, mode: "serve", connections: 4 }, sealer);
  const chat = openFakePlatform();
  const directory = withCode("geheime-schoolcode-42", {
    digest: { teamChannels: ["chat:kanaal-spreeuwennest-9911"], managementChannels: [], hideUpTo: 4 },
  });
  const house = openHouse({
    store,
    directory,
    clock,
    classifier: openEmbedded(),
    platforms: [chat.platform],
    log: silentLog,
  });
  const fields = { text: story, organisation: "de-wilg", code: "geheime-schoolcode-42" };
  const press = { key: "k", by: "chat:juf-merelhof-5521", act: "report", on: "", fields } as const;
  const said = {
    key: "t",
    by: "chat:meester-roodborst-7733",
    act: "tell",
    on: "",
    fields: { text: typed },
  } as const;

  // The road, with everything that can go wrong on it: a line that breaks, statements that the server refuses.
  await house.counter.press(press);
  await house.counter.say(said);
  await house.runDue();
  await store.rememberContact("chat:juf-merelhof-5521", contact);
  void wire.cutOnce('"stranger":', "answered");
  await house.counter.press({ ...press, key: "k2" });
  await database.all(`CREATE FUNCTION refuses() RETURNS trigger LANGUAGE plpgsql AS
    $$ BEGIN RAISE EXCEPTION 'no' USING ERRCODE = '53100'; END $$`);
  for (const table of ["seen", "typed", "contacts"])
    await database.all(
      `CREATE TRIGGER refuses BEFORE INSERT OR UPDATE ON ${table} FOR EACH ROW EXECUTE FUNCTION refuses()`,
    );
  await expect(house.counter.press({ ...press, key: "k3" })).rejects.toThrow();
  await expect(house.counter.say({ ...said, key: "t2" })).rejects.toThrow();
  await expect(store.rememberContact("chat:meester-roodborst-7733", contact)).rejects.toThrow();
  for (const table of ["seen", "typed", "contacts"]) await database.all(`DROP TRIGGER refuses ON ${table}`);
  await house.weekly.post({ id: "digest:2026-W47", dueAt: clock.now(), what: "digest", week: "2026-W47" });
  await house.runDue();
  expect(chat.said().length).toBeGreaterThan(3);

  await database.all("CHECKPOINT");
  await pause(200);
  const log = server.log();
  // The log does tell: the statements, with the values that went with them, and those that were refused.
  for (const heard of ["commit_decisions", "INSERT INTO typed", "53100"])
    expect(log.includes(heard)).toBe(true);
  expect(log.toString()).toMatch(/(Parameters|parameters): .*\$1 = '/i);
  expect(hidden(log)).toEqual([]);
  for (const file of filesIn(server.data)) expect(hidden(file)).toEqual([]);

  // Erased: the sealed words too, from the tables' files. In the log of writes (and in back-ups) they stay, sealed, until those go.
  const [signal] = await store.signalsOf(store.signalerId("chat:juf-merelhof-5521"), 1);
  if (signal === undefined) throw new Error("No signal was stored.");
  const sealed = await database.all<{ text: string }>("SELECT text FROM passages WHERE signal = $1", [
    signal.id,
  ]);
  const inFiles = (folder: string) => {
    const files = filesIn(folder);
    return sealed.filter(({ text }) => files.some((file) => file.includes(text.slice(0, 60)))).length;
  };
  expect(sealed.length).toBeGreaterThan(0);
  expect(inFiles(`${server.data}/base`)).toBe(sealed.length);
  await store.erase(signal.id, clock.now());
  expect(await store.passages(signal.id)).toEqual([]);
  const left: Record<string, number> = {};
  await database.all("CHECKPOINT");
  left["erased"] = inFiles(`${server.data}/base`);
  await database.all("VACUUM passages");
  await database.all("CHECKPOINT");
  left["vacuum"] = inFiles(`${server.data}/base`);
  await database.all("VACUUM FULL passages");
  await database.all("CHECKPOINT");
  left["vacuum full"] = inFiles(`${server.data}/base`);
  console.info(
    `of ${sealed.length} sealed texts in the tables' files: ${JSON.stringify(left)}; in WAL ${inFiles(`${server.data}/pg_wal`)}`,
  );
  expect(left["vacuum full"]).toBe(0);

  await store.close();
  await wire.close();
  await database.leave();
  await server.remove();
});
