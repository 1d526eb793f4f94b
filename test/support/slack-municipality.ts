import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** A colleague's or channel's id in Slack, made from the id in the municipality's file: `sanne` is `U0SANNE`. */
export function slackIdOf(id: string): string {
  const letters = id.replaceAll("-", "").toUpperCase();
  return id.startsWith("kanaal-") ? `C0${letters}` : `U0${letters}`;
}

/** The example municipality as a copy in this folder, with everybody in this workspace of Slack. Gives its path. */
export function slackMunicipality(folder: string, home: string): string {
  const file = join(folder, "gemeente.yaml");
  const text = readFileSync("examples/voorbeeldstad.yaml", "utf8");
  writeFileSync(
    file,
    text.replaceAll(/\bweb:([a-z-]+)/g, (_, id: string) => `slack:${home}/${slackIdOf(id)}`),
  );
  return file;
}
