import pg from "pg";
import { Problem } from "#base/problem.ts";

/** The database is away or busy: whatever is asked of it now hears the same. */
export class Away extends Problem {}

/** What PostgreSQL and its driver throw, as a Problem that says what to do. Their own texts stay out: they repeat values. */
export function storeProblem(thrown: unknown): Problem {
  if (thrown instanceof Problem) return thrown;
  const code = codeOf(thrown);
  const options = { cause: new Error(`PostgreSQL said ${code}.`) };
  if (code === "23505" && thrown instanceof pg.DatabaseError && thrown.constraint === "signals_code_key") {
    return new Problem("retry", "The reference code is in use already. Try again with a new one.", options);
  }
  if (isTls(thrown, code)) {
    return new Problem(
      "misconfigured",
      "No TLS with the database as DATABASE_URL asks for it: the server has none, or its certificate is not trusted, has run out, or is of another name. Correct the server, or sslmode and sslrootcert.",
      options,
    );
  }
  if (isPassing(thrown)) {
    return new Away(
      "retry",
      "The database can not be reached, or is busy. Nothing is known to be written; try again.",
      options,
    );
  }
  if (code === "53100")
    return new Problem(
      "retry",
      "The database's disk is full: nothing was written. Free some space.",
      options,
    );
  if (code === "25006") {
    return new Problem(
      "retry",
      "The database can be read and not written: a standby, or one in maintenance. Nothing was written.",
      options,
    );
  }
  if (/^(28|3D|42501)/.test(code)) {
    return new Problem(
      "misconfigured",
      "The database does not let us in. Check the user, the password and the name in DATABASE_URL, and that the user may make tables there.",
      options,
    );
  }
  if (/^ENOTFOUND$/.test(code)) {
    return new Problem("misconfigured", "The host in DATABASE_URL is not known. Check its name.", options);
  }
  if (/^XX00[12]$/.test(code)) {
    return new Problem(
      "misconfigured",
      "The database says that its files are damaged. Stop, and put back the last backup.",
      options,
    );
  }
  return new Problem("bug", `The database refused a statement (${code}). Its own log says more.`, options);
}

/**
 * May pass by itself, and the same call may be made again: a connection that broke, a server that starts or stops, a lock that
 * was waited for too long, two transactions in each other's way.
 */
export function isPassing(thrown: unknown): boolean {
  const code = codeOf(thrown);
  return (
    /^(08...|57P0.|57014|40001|40P01|55P03|53[23]00)$/.test(code) ||
    /^(ECONN|EPIPE|ETIMEDOUT|ENETUNREACH|EHOSTUNREACH|EAI_AGAIN)/.test(code) ||
    code === "none"
  );
}

/** What Node and the driver say of TLS. `ENOENT`: the file of a certificate. */
function isTls(thrown: unknown, code: string): boolean {
  if (/^(ENOENT|ERR_TLS|ERR_SSL)|CERT|SELF_SIGNED|UNABLE_TO_/.test(code)) return true;
  return thrown instanceof Error && /does not support SSL/.test(thrown.message);
}

/** SQLSTATE, or the operating system's code. `none`: the driver's own words, of a connection that ended or took too long. */
function codeOf(thrown: unknown): string {
  if (typeof thrown === "object" && thrown !== null && "code" in thrown && typeof thrown.code === "string")
    return thrown.code;
  const driver = /connection|timeout|timed out|terminated|not queryable/i;
  return thrown instanceof Error && driver.test(thrown.message) ? "none" : "unknown";
}
