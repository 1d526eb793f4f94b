import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { guidOf } from "./fake-teams/world.ts";

/** A colleague's or channel's place in Teams, made from the id in the municipality's file. */
export function teamsPlaceOf(id: string): string {
  return id.startsWith("kanaal-") ? `19:${id}@thread.tacv2` : guidOf(`person ${id}`);
}

/** The example municipality as a copy in this folder, with everybody in this tenant of Teams. Gives its path. */
export function teamsMunicipality(folder: string, tenant: string): string {
  const file = join(folder, "gemeente.yaml");
  const text = readFileSync("examples/voorbeeldstad.yaml", "utf8");
  writeFileSync(
    file,
    text.replaceAll(/\bweb:([a-z-]+)/g, (_, id: string) => `teams:${tenant}/${teamsPlaceOf(id)}`),
  );
  return file;
}
