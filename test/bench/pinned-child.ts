import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { cpus } from "node:os";

/** A process of the bench that does what it is told. */
export interface Child {
  /** Tells it to do something; gives its answer. */
  ask<T>(what: unknown): Promise<T>;
  /** Stops it in the middle of whatever it does, as if the machine slept; and lets it go on. */
  hold(): void;
  goOn(): void;
  end(): Promise<void>;
}

/** Linux's way to keep a process on one core. */
const pin = { command: "taskset", core: "-c", version: "-V" } as const;

/** Server and load do not share a core where there are two and `taskset` is there. */
export const canPin = cpus().length > 1 && hasTaskset();

function hasTaskset(): boolean {
  try {
    execFileSync(pin.command, [pin.version], { stdio: "ignore" });
    return true;
  } catch {
    return false;
  }
}

/** How Node is started with these arguments on this core; anywhere where that can not be chosen. */
export function onCore(core: number, args: readonly string[]): readonly [string, ...string[]] {
  return canPin ? [pin.command, pin.core, `${core}`, process.execPath, ...args] : [process.execPath, ...args];
}

/** Starts this program of the bench in a role, on this core, with the settings of a bare environment. */
export function startChild(
  file: string,
  role: string,
  options: {
    readonly core: number;
    readonly env?: Readonly<Record<string, string>>;
    readonly args?: readonly string[];
    /** What it prints is not for us. */
    readonly mute?: true;
  },
): Child {
  const [command, ...args] = onCore(options.core, [file, role, ...(options.args ?? [])]);
  const child = spawn(command, args, {
    env: { PATH: process.env["PATH"], ...options.env },
    stdio: options.mute ? ["ignore", "ignore", "ignore", "ipc"] : ["ignore", "inherit", "inherit", "ipc"],
  });
  const ended = new Promise<void>((resolve) => child.once("exit", () => resolve()));
  return {
    ask: (what) => answerOf(child, what),
    hold: () => void child.kill("SIGSTOP"),
    goOn: () => void child.kill("SIGCONT"),
    async end() {
      child.disconnect();
      await ended;
    },
  };
}

function answerOf<T>(child: ChildProcess, what: unknown): Promise<T> {
  return new Promise<T>((resolve, reject) => {
    const gone = () => reject(new Error("A process of the bench ended before it answered."));
    child.once("exit", gone);
    child.once("message", (answer) => {
      child.off("exit", gone);
      resolve(answer as T);
    });
    child.send(what as object);
  });
}

/** In the child: does what it is told, one thing after the other, until it is let go. */
export function obey(acts: Readonly<Record<string, (asked: never) => unknown>>, end: () => unknown): void {
  process.on("message", (asked: { readonly act: string }) => {
    const act = acts[asked.act];
    void Promise.resolve(act?.(asked as never)).then((answer) => process.send?.(answer ?? null));
  });
  process.once("disconnect", () => {
    void Promise.resolve(end()).then(() => process.exit(0));
  });
}
