import Database from "better-sqlite3";
import { Problem } from "#base/problem.ts";

/** What SQLite throws, as a Problem that says what to do. SQLite names tables and columns, never what is in them. */
export function storeProblem(thrown: unknown): Problem {
  if (thrown instanceof Problem) return thrown;
  if (!(thrown instanceof Database.SqliteError)) {
    return new Problem("bug", "The store failed in a way that was not foreseen. The cause is attached.", {
      cause: thrown,
    });
  }
  if (thrown.message.endsWith("signals.code")) {
    return new Problem("retry", "The reference code is in use already. Try again with a new one.", {
      cause: thrown,
    });
  }
  const { kind, message } = meaning(thrown.code);
  return new Problem(kind, message, { cause: thrown });
}

function meaning(code: string): Pick<Problem, "kind" | "message"> {
  if (code.startsWith("SQLITE_BUSY") || code.startsWith("SQLITE_LOCKED")) {
    return {
      kind: "retry",
      message: "Another process keeps the store busy. Nothing was written; try again.",
    };
  }
  if (code === "SQLITE_FULL") {
    return { kind: "retry", message: "The disk is full: nothing was written. Free some space." };
  }
  if (code.startsWith("SQLITE_IOERR") || code === "SQLITE_NOMEM") {
    return {
      kind: "retry",
      message: "The disk or the memory failed. Nothing was written; look at the machine.",
    };
  }
  if (code === "SQLITE_NOTADB" || code.startsWith("SQLITE_CORRUPT")) {
    return {
      kind: "misconfigured",
      message: "The store's file is damaged. Stop, and put back the last backup.",
    };
  }
  if (/^SQLITE_(READONLY|CANTOPEN|PERM|AUTH)/.test(code)) {
    return {
      kind: "misconfigured",
      message:
        "The store's file can not be opened or written. Check the owner and the rights of the data folder.",
    };
  }
  return { kind: "bug", message: `The store refused a statement (${code}). The cause is attached.` };
}
