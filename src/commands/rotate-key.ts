import type { Command } from "#commands/terminal.ts";
import { readConfig } from "#config.ts";
import { addKey } from "#privacy/key-file.ts";

/** Adds a key to the key file: from the next start on it seals, and the earlier ones still open what they sealed. */
export const rotateKey: Command = async ({ print }) => {
  const { keyFile } = readConfig();
  addKey(keyFile);
  print(`A new key was added to ${keyFile}. Make a copy of that file now, and restart Voelspriet.`);
  return 0;
};
