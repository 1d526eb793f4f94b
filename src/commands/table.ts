import type { Takes } from "#commands/arguments.ts";
import type { Command } from "#commands/terminal.ts";

/** A command as the terminal knows it. */
export interface Entry extends Takes {
  /** What stands behind its name. */
  readonly usage: string;
  readonly does: string;
  /** Loaded when asked for: `classify` needs no database, `status` no classifier. */
  load(): Promise<Command>;
}

const nothing = { flags: {}, leastWords: 0, mostWords: 0 } as const satisfies Takes;

/** Every command, by its name. */
export const commands: Readonly<Record<string, Entry>> = {
  doctor: {
    ...nothing,
    usage: "",
    does: "checks settings, municipality file, keys, store, disk, clock, and Slack when it is connected",
    load: async () => (await import("#commands/doctor.ts")).doctor,
  },
  manifest: {
    ...nothing,
    flags: { url: "text" },
    usage: "[--url https://voelspriet.jouwgemeente.nl]",
    does: "the manifest to make the Slack app from: for Socket Mode, or with --url for HTTP",
    load: async () => (await import("#commands/manifest.ts")).printManifest,
  },
  "teams-package": {
    ...nothing,
    flags: {
      "client-id": "text",
      name: "text",
      website: "text",
      privacy: "text",
      terms: "text",
      out: "text",
    },
    usage:
      '--name "Gemeente Voorbeeldstad" --website https://www.jouwgemeente.nl [--privacy URL] [--terms URL] [--client-id ID] [--out FILE]',
    does: "makes the app package (ZIP) for Teams' admin centre",
    load: async () => (await import("#commands/teams-package.ts")).makeTeamsPackage,
  },
  classify: {
    ...nothing,
    usage: "< messages.jsonl",
    does: "JSON lines {id, text} in, what the system would decide out",
    load: async () => (await import("#commands/lines.ts")).classify,
  },
  evaluate: {
    ...nothing,
    flags: { set: "text", engine: "text", report: "text" },
    usage: "[--set golden|dev|corrections|FILE] [--engine embedded|openai|both] [--report FILE]",
    does: "how well labelled messages are read: the whole scorecard",
    load: async () => (await import("#commands/evaluate.ts")).evaluate,
  },
  train: {
    ...nothing,
    flags: { corrections: "bare", back: "bare" },
    usage: "[--corrections | --back]",
    does: "trains the embedded engine anew on the corpus in test/corpus; --corrections: for this house, with what experts corrected; --back: takes that away",
    load: async () => (await import("#commands/train.ts")).train,
  },
  redact: {
    ...nothing,
    usage: "< messages.jsonl",
    does: "JSON lines {id, text} in, {id, redacted} out",
    load: async () => (await import("#commands/lines.ts")).redactAll,
  },
  digest: {
    ...nothing,
    flags: { week: "text", audience: "text", json: "bare" },
    usage: "[--week 2026-W47] [--audience team|management] [--json]",
    does: "the week in numbers, as text; without a week the newest that was published",
    load: async () => (await import("#commands/digest.ts")).digest,
  },
  status: {
    ...nothing,
    flags: { json: "bare" },
    usage: "[--json]",
    does: "counts",
    load: async () => (await import("#commands/status.ts")).status,
  },
  "to-postgres": {
    ...nothing,
    mostWords: 1,
    usage: "[FILE]",
    does: "moves the store of DATA_DIR, or a backup, to the empty PostgreSQL database of DATABASE_URL",
    load: async () => (await import("#commands/to-postgres.ts")).toPostgres,
  },
  export: {
    ...nothing,
    flags: { from: "text", until: "text" },
    usage: "[--from 2026-W01] [--until 2026-W47]",
    does: "one CSV row per signal, without a word of it",
    load: async () => (await import("#commands/export.ts")).exportFacts,
  },
  erase: {
    flags: { yes: "bare" },
    leastWords: 1,
    mostWords: 1,
    usage: "VS-K7MP-3QF [--yes]",
    does: "erases the story of a signal for good",
    load: async () => (await import("#commands/erase.ts")).erase,
  },
  backup: {
    ...nothing,
    mostWords: 1,
    usage: "[file]",
    does: "a consistent, sealed copy of the store",
    load: async () => (await import("#commands/backup.ts")).backup,
  },
  check: {
    ...nothing,
    mostWords: 1,
    usage: "[file]",
    does: "opens every text and proves the whole event log: of the store, or of a back-up",
    load: async () => (await import("#commands/check.ts")).check,
  },
  restore: {
    flags: { yes: "bare" },
    leastWords: 1,
    mostWords: 1,
    usage: "back-up.db [--yes]",
    does: "checks a back-up as a whole and puts it back; tells first what would be lost",
    load: async () => (await import("#commands/restore.ts")).restore,
  },
  "rotate-key": {
    ...nothing,
    usage: "",
    does: "a new key seals from the next start on; the old ones still open",
    load: async () => (await import("#commands/rotate-key.ts")).rotateKey,
  },
};

/** The usage line of a command. */
export function usageOf(name: string): string {
  return `Usage: npm run -s voelspriet -- ${`${name} ${commands[name]?.usage ?? ""}`.trim()}`;
}

/** Every command with what it does, one line each. */
export function allUsage(): string[] {
  return [
    "Usage: npm run -s voelspriet -- <command>",
    ...Object.entries(commands).map(
      ([name, { usage, does }]) => `  ${name.padEnd(11)} ${usage === "" ? does : `${usage}: ${does}`}`,
    ),
  ];
}
