import { spawn } from "node:child_process";

/** How a program ended and what it said. */
export interface Ended {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

export interface RunOptions {
  /** Settings; everything else of the environment is left out. */
  readonly env?: Readonly<Record<string, string>>;
  readonly input?: string | Uint8Array;
  /** Another user of the machine: only the administrator (root) can ask for that. */
  readonly uid?: number;
  /** Called with everything on standard output so far; what it gives ends the program. */
  readonly until?: (out: string) => Promise<boolean>;
}

/** Runs a real program of ours to its end: `src/main.ts`, `src/commands/run.ts`. */
export function runProgram(file: string, args: readonly string[], options: RunOptions = {}): Promise<Ended> {
  const { env = {}, input = "", uid, until } = options;
  const child = spawn(process.execPath, [file, ...args], {
    env: { PATH: process.env["PATH"], ...env },
    stdio: ["pipe", "pipe", "pipe"],
    ...(uid === undefined ? {} : { uid, gid: uid }),
  });
  let out = "";
  let err = "";
  child.stdout.on("data", (piece: Buffer) => {
    out += piece.toString();
    if (until === undefined) return;
    until(out).then(
      (isEnough) => isEnough && child.kill("SIGTERM"),
      () => child.kill("SIGKILL"),
    );
  });
  child.stderr.on("data", (piece: Buffer) => {
    err += piece.toString();
  });
  child.stdin.on("error", () => {});
  child.stdin.end(input);
  return new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("close", (code) => resolve({ code, out, err }));
  });
}

/** An admin command, as `npm run -s voelspriet -- <args>` runs it. */
export function runCommand(args: readonly string[], options: RunOptions = {}): Promise<Ended> {
  return runProgram("src/commands/run.ts", args, options);
}
