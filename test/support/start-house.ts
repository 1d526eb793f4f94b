import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** The real program, started as `npm start` does, on a free port and an empty folder of its own. */
export interface StartedHouse {
  readonly url: string;
  readonly pid: number;
  stop(): Promise<void>;
}

const addressLine = /http:\/\/127\.0\.0\.1:\d+/;
const patienceMs = 20_000;

function urlOf(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let out = "";
    let complaint = "";
    const late = setTimeout(
      () => reject(new Error(`No address after ${patienceMs} ms. ${complaint}`)),
      patienceMs,
    );
    child.stdout?.on("data", (piece: Buffer) => {
      out += piece.toString();
      const found = addressLine.exec(out);
      if (!found) return;
      clearTimeout(late);
      resolve(found[0]);
    });
    child.stderr?.on("data", (piece: Buffer) => {
      complaint = (complaint + piece.toString()).slice(-2000);
    });
    child.on("exit", (code) => {
      clearTimeout(late);
      reject(new Error(`The program ended with ${code} before it gave an address. ${complaint}`));
    });
  });
}

/** Starts src/main.ts with PORT=0 and a fresh DATA_DIR; resolves with the address that it prints. */
export async function startHouse(): Promise<StartedHouse> {
  const folder = mkdtempSync(join(tmpdir(), "voelspriet-"));
  // oxlint-disable-next-line no-process-env -- the program's own environment, as a person would start it
  const env = { ...process.env, PORT: "0", HOST: "127.0.0.1", DATA_DIR: folder };
  const child = spawn(process.execPath, ["src/main.ts"], { env, stdio: ["ignore", "pipe", "pipe"] });
  const ended = new Promise<void>((resolve) => {
    child.on("exit", () => resolve());
  });
  const stop = async () => {
    child.kill("SIGTERM");
    const force = setTimeout(() => child.kill("SIGKILL"), 5000);
    await ended;
    clearTimeout(force);
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    return { url: await urlOf(child), pid: child.pid ?? 0, stop };
  } catch (thrown) {
    await stop();
    throw thrown;
  }
}
