import { readFileSync } from "node:fs";
import { z } from "zod";
import { type Packed, zip } from "#chat/teams/package/zip.ts";

/** What differs between municipalities. */
export interface PackageFacts {
  /** The bot's own id: the client id of its registration. */
  readonly clientId: string;
  /** Who offers the app, as people read it in Teams; at most 32 characters. */
  readonly offeredBy: string;
  readonly website: string;
  readonly privacy: string;
  readonly terms: string;
  /** `0.3.0`: Teams takes a package anew only where this is higher. */
  readonly version: string;
}

const manifest = z.looseObject({
  bots: z.array(z.looseObject({})),
  composeExtensions: z.array(z.looseObject({})),
});

const here = (name: string) => readFileSync(new URL(name, import.meta.url));

/** The manifest of this municipality's app. The app has the id of its bot: one number to look after. */
export function manifestOf({ clientId, offeredBy, website, privacy, terms, version }: PackageFacts) {
  const base = manifest.parse(JSON.parse(here("../manifest.json").toString("utf8")));
  return {
    ...base,
    version,
    id: clientId,
    developer: { name: offeredBy, websiteUrl: website, privacyUrl: privacy, termsOfUseUrl: terms },
    bots: base.bots.map((bot) => ({ ...bot, botId: clientId })),
    composeExtensions: base.composeExtensions.map((extension) => ({ ...extension, botId: clientId })),
  };
}

/** The package for Teams' admin centre, as bytes of a ZIP: manifest, English texts and both icons. */
export function teamsPackage(facts: PackageFacts): Buffer {
  const files: Packed[] = [
    { name: "manifest.json", bytes: Buffer.from(`${JSON.stringify(manifestOf(facts), null, 2)}\n`) },
    ...["en.json", "color.png", "outline.png"].map((name) => ({ name, bytes: here(name) })),
  ];
  return zip(files);
}
