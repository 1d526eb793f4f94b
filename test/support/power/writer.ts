// The process whose power is cut: it works on a store in a folder, and writes down there what it was told is safe.
// Arguments: the folder, how many signals.
import { appendFileSync } from "node:fs";
import { join } from "node:path";
import { addKey, loadKeyRing } from "#privacy/key-file.ts";
import { openVault } from "#privacy/vault.ts";
import { openSqliteStore } from "#store/sqlite/sqlite-store.ts";
import type { Store } from "#store/store.ts";
import {
  sampleDecision,
  sampleNotice,
  sampleNow,
  samplePassage,
  sampleSignal,
  sampleSignaler,
  sampleTimer,
} from "../sample-decision.ts";

const [folder = "", most = "0"] = process.argv.slice(2);
const keys = join(folder, "keys.json");
const open = () =>
  openSqliteStore(join(folder, "voelspriet.db"), openVault(loadKeyRing(keys, "make-when-missing")));
const safe = (what: string, id: string) => appendFileSync(join(folder, "safe"), `${what} ${id}\n`);

async function takeIn(store: Store, number: number): Promise<void> {
  const id = `s${number}`;
  const signal = sampleSignal({ id, code: `VS-${id}`, signaler: `p${number % 7}` });
  await store.commit(
    sampleDecision({
      key: `key-${id}`,
      signal,
      signaler: sampleSignaler(signal.signaler),
      passages: [samplePassage(id, { id: `p-${id}`, text: `Het verhaal van ${id}.` })],
      notices: [sampleNotice(signal, { id: `n-${id}` })],
      timers: [sampleTimer(id, { id: `t-${id}` })],
    }),
  );
  safe("taken-in", id);
}

/** As the engines do: take, do, note it down. */
async function deliver(store: Store): Promise<void> {
  for (const { notice } of await store.takeNotices(sampleNow, 2, 60_000)) {
    await store.noteDelivery(
      notice.id,
      { how: "sent", address: "chat:ben", ref: `ref-${notice.id}` },
      sampleNow,
    );
    safe("sent", notice.id);
  }
  for (const timer of await store.takeTimers(sampleNow, 1, 60_000)) {
    await store.settleTimer(timer.id);
    safe("settled", timer.id);
  }
}

let store = open();
for (let number = 0; number < Number(most); ) {
  const together = Array.from({ length: 1 + (number % 4) }, () => takeIn(store, number++));
  await Promise.all(together);
  await deliver(store);
  if (number % 9 < 3) {
    const id = `s${Math.floor(number / 2)}`;
    await store.erase(id, sampleNow);
    safe("erased", id);
  }
  if (number % 25 < 3) {
    // A new key, and a start with it.
    await store.close();
    addKey(keys);
    safe("key", String(loadKeyRing(keys, "must-exist").keys.length));
    store = open();
  }
}
await store.close();
