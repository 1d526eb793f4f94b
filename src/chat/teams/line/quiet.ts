import type { AppOptions, IPlugin } from "@microsoft/teams.apps";

type Logger = NonNullable<AppOptions<IPlugin>["logger"]>;

/**
 * For Microsoft's libraries: their debug lines repeat whole bodies, and their errors repeat answers word for word
 * (platforms.md 2.4). They say nothing, at any setting; we say what matters.
 */
export const quiet: Logger = {
  error: () => {},
  warn: () => {},
  info: () => {},
  debug: () => {},
  trace: () => {},
  log: () => {},
  child: () => quiet,
};
