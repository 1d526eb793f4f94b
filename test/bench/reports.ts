import { randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";
import { newVaultKey, openVault } from "#privacy/vault.ts";
import type { Decision } from "#signal/decision.ts";
import { sampleDecision, sampleNotice, samplePassage, sampleSignal } from "../support/sample-decision.ts";

/** What everything of one run is sealed with. */
export const benchSealer = openVault({ keys: [newVaultKey()] });

/** Two hundred characters. */
export const benchText = "Ik maak me zorgen om een jongen uit groep 6. ".repeat(5).slice(0, 200);

/** The example messages. */
export const exampleTexts: readonly string[] = readFileSync("examples/berichten.jsonl", "utf8")
  .split("\n")
  .filter((line) => line !== "")
  .map((line) => (JSON.parse(line) as { text: string }).text);

/** A signal and a notice, sealed, with its words and its line in the log. */
export function reportOf(): Decision {
  const signal = sampleSignal({ id: randomUUID(), code: randomUUID() });
  return sampleDecision({
    key: randomUUID(),
    signal,
    passages: [samplePassage(signal.id, { id: randomUUID(), text: benchText })],
    notices: [sampleNotice(signal, { id: randomUUID() })],
  });
}
