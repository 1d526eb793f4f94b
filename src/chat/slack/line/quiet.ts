import { type Logger, LogLevel } from "@slack/bolt";

/** For Slack's libraries, whose own lines repeat bodies, addresses with tickets, and errors word for word: they say nothing, we say what matters. */
export const quiet: Logger = {
  debug: () => {},
  info: () => {},
  warn: () => {},
  error: () => {},
  setLevel: () => {},
  getLevel: () => LogLevel.ERROR,
  setName: () => {},
};
