import { readFileSync, writeFileSync } from "node:fs";
import { resolve } from "node:path";
import { z } from "zod";
import { Problem } from "#base/problem.ts";
import { teamsPackage } from "#chat/teams/package/package.ts";
import type { Command } from "#commands/terminal.ts";
import { readSettings } from "#config.ts";

const ourselves = z.object({ version: z.string() });
const guid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const mostOfName = 32;

/** Makes the app package for Teams' admin centre: one ZIP, with the bot's id and the municipality's own addresses in it. */
export const makeTeamsPackage: Command = async ({ flags, print }) => {
  const website = urlOf("--website", flags["website"]);
  const offeredBy = nameOf(flags["name"]);
  const out = resolve(typeof flags["out"] === "string" ? flags["out"] : "voelspriet-teams.zip");
  const { version } = ourselves.parse(
    JSON.parse(readFileSync(new URL("../../package.json", import.meta.url), "utf8")),
  );
  const privacy = flags["privacy"] === undefined ? website : urlOf("--privacy", flags["privacy"]);
  const terms = flags["terms"] === undefined ? website : urlOf("--terms", flags["terms"]);
  const clientId = clientIdOf(flags["client-id"]);
  writeFileSync(out, teamsPackage({ clientId, offeredBy, website, privacy, terms, version }));
  print(out);
  return 0;
};

function clientIdOf(given: string | true | undefined): string {
  const id = typeof given === "string" ? given : readSettings().config.teams?.clientId;
  if (id !== undefined && guid.test(id)) return id.toLowerCase();
  throw new Problem(
    "refused",
    `--client-id: expected the bot's id, ${given === undefined ? "because TEAMS_CLIENT_ID with its other settings is not set" : "a number such as 11111111-2222-3333-4444-555555555555"}. It stands at dev.teams.microsoft.com, "Tools", "Bot management", or at entra.microsoft.com, "App registrations", your app.`,
  );
}

function nameOf(given: string | true | undefined): string {
  if (typeof given === "string" && given.trim() !== "" && given.length <= mostOfName) return given;
  throw new Problem(
    "refused",
    `--name: expected who offers the app, at most ${mostOfName} characters: --name "Gemeente Voorbeeldstad"`,
  );
}

function urlOf(flag: string, given: string | true | undefined): string {
  const url = typeof given === "string" ? URL.parse(given) : null;
  if (url?.protocol === "https:" && url.username === "") return url.href;
  throw new Problem(
    "refused",
    `${flag}: expected an address of your own, with https: ${flag} https://www.jouwgemeente.nl/voelspriet`,
  );
}
