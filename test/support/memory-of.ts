import { readFileSync } from "node:fs";

/** Megabytes of memory that a process has now, or had at most. 0: this machine does not tell (Linux does). */
export function memoryMbOf(pid: number, when: "now" | "at most"): number {
  if (process.platform !== "linux") return 0;
  const name = when === "now" ? "VmRSS" : "VmHWM";
  const [, kilobytes = "0"] =
    new RegExp(`${name}:\\s+(\\d+)`).exec(readFileSync(`/proc/${pid}/status`, "utf8")) ?? [];
  return Number(kilobytes) / 1_000;
}
