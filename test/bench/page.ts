// The page of the trial: from starting the program to the first page, and a press on it.
import { spawn } from "node:child_process";
import { join } from "node:path";
import type { Group } from "./figure.ts";
import { median, timed } from "./rounds.ts";

const presses = 50;

export const page: Group = {
  rows: ["Page"],
  async measure({ folder }) {
    const from = performance.now();
    const child = spawn(process.execPath, ["src/main.ts"], {
      env: { PATH: process.env["PATH"], PORT: "0", DATA_DIR: join(folder, "page") },
      stdio: ["ignore", "pipe", "inherit"],
    });
    const line = await new Promise<string>((resolve) =>
      child.stdout.once("data", (data: Buffer) => resolve(data.toString())),
    );
    const url = /http:\/\/[\d.:]+/.exec(line)?.[0] ?? "";
    await (await fetch(url)).text();
    const start = performance.now() - from;
    const times: number[] = [];
    for (let count = 0; count < presses; count++) times.push(await timed(() => press(url, count)));
    child.kill("SIGKILL");
    const base = { row: "Page", unit: "ms", better: "less", goal: null, measured: {} } as const;
    return [
      { ...base, what: "the trial: from start to the first page", value: start, must: 3_000 },
      { ...base, what: "the trial: a press on the page, median", value: median(times), must: 200 },
    ];
  },
};

async function press(url: string, count: number): Promise<void> {
  const body = { as: "web:leerkracht", act: "home", on: "", fields: {}, key: `bench-home-${count}` };
  const headers = { "content-type": "application/json", origin: url };
  const answer = await fetch(`${url}/api/press`, { method: "POST", headers, body: JSON.stringify(body) });
  await answer.text();
  if (!answer.ok) throw new Error(`The page answered a press with ${answer.status}.`);
}
