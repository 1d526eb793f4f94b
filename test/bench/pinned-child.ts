import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { cpus } from "node:os";

/** A process of the bench that does what it is told. */
export interface Child {
  /** Tells it to do something; gives its answer. */
  ask<T>(what: unknown): Promise<T>;
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

/** Starts this program of the bench in a role, on this core, with the settings of a bare environment. */
export function startChild(
  file: string,
  role: string,
  options: { readonly core: number; readonly env?: Readonly<Record<string, string>> },
): Child {
  const node = [process.execPath, file, role] as const;
  const [command, ...args] = canPin ? ([pin.command, pin.core, `${options.core}`, ...node] as const) : node;
  const child = spawn(command, args, {
    env: { PATH: process.env["PATH"], ...options.env },
    stdio: ["ignore", "inherit", "inherit", "ipc"],
  });
  const ended = new Promise<void>((resolve) => child.once("exit", () => resolve()));
  return {
    ask: (what) => answerOf(child, what),
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
