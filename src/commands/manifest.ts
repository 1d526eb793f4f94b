import { readFileSync } from "node:fs";
import { z } from "zod";
import { Problem } from "#base/problem.ts";
import type { Command } from "#commands/terminal.ts";

/** What of the manifest differs between Socket Mode and HTTP; the rest is passed on as it is. */
const manifest = z.looseObject({
  features: z.looseObject({ slash_commands: z.array(z.looseObject({ command: z.string() })) }),
  settings: z.looseObject({
    event_subscriptions: z.looseObject({}),
    interactivity: z.looseObject({ is_enabled: z.boolean() }),
    socket_mode_enabled: z.boolean(),
  }),
});

const file = new URL("../../manifest.json", import.meta.url);
const path = "/slack/events";

/** The Slack app's manifest, to paste at api.slack.com/apps: as it stands for Socket Mode, or with `--url` for HTTP. */
export const printManifest: Command = async ({ flags, print }) => {
  const { url } = flags;
  const text = readFileSync(file, "utf8").trimEnd();
  print(typeof url === "string" ? JSON.stringify(forHttp(text, requestUrlOf(url)), null, 2) : text);
  return 0;
};

/** Slack then calls one address for everything: events, buttons, dialogs and the command. */
function forHttp(text: string, requestUrl: string): z.infer<typeof manifest> {
  const { features, settings, ...rest } = manifest.parse(JSON.parse(text));
  return {
    ...rest,
    features: {
      ...features,
      slash_commands: features.slash_commands.map((command) => ({ ...command, url: requestUrl })),
    },
    settings: {
      ...settings,
      event_subscriptions: { ...settings.event_subscriptions, request_url: requestUrl },
      interactivity: { ...settings.interactivity, request_url: requestUrl },
      socket_mode_enabled: false,
    },
  };
}

function requestUrlOf(given: string): string {
  const url = URL.parse(given);
  const isPlain = url !== null && url.username === "" && url.search === "" && url.hash === "";
  if (!isPlain || url.protocol !== "https:") {
    throw new Problem(
      "refused",
      "--url: expected the address at which Slack reaches this machine, with https: --url https://voelspriet.jouwgemeente.nl",
    );
  }
  const bare = `${url.origin}${url.pathname.replace(/\/+$/, "")}`;
  return bare.endsWith(path) ? bare : bare + path;
}
