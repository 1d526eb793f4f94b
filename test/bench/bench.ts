// `npm run bench`: what this machine does, each figure beside a peer or a limit measured in the same run. No pass or fail.
// `npm run bench -- P7 P8`: those rows only. `--long`: also 5 million signals, and a soak of a million.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { cpus, tmpdir } from "node:os";
import { join } from "node:path";
import { pngOf } from "#digest/picture.ts";
import { type PostgresServer, startPostgres } from "../support/postgres/server.ts";
import { drawBench } from "./chart.ts";
import type { Bench, Figure } from "./figure.ts";
import { groups } from "./groups.ts";
import { tableOf } from "./print.ts";

const args = process.argv.slice(2).map((word) => word.toLowerCase());
const asked = new Set(args.filter((word) => !word.startsWith("--")));
const known = groups.flatMap(({ rows }) => rows);
const unknown = [...asked].filter((word) => !known.some((row) => row.toLowerCase() === word));
if (unknown.length > 0) {
  process.stderr.write(`There is no row ${unknown.join(", ")}. The rows: ${known.join(" ")}\n`);
  process.exit(2);
}
const isAsked = (row: string) => asked.size === 0 || asked.has(row.toLowerCase());

const from = performance.now();
const folder = mkdtempSync(join(tmpdir(), "voelspriet-bench-"));
let server: Promise<PostgresServer> | null = null;
const bench: Bench = {
  folder,
  long: args.includes("--long"),
  async postgres() {
    server ??= startPostgres();
    return (await server).url;
  },
  say: (what) =>
    process.stderr.write(`${((performance.now() - from) / 1000).toFixed(0).padStart(5)} s  ${what}\n`),
};

async function leave(): Promise<void> {
  await (await server)?.remove();
  rmSync(folder, { recursive: true, force: true });
}
for (const signal of ["SIGINT", "SIGTERM"] as const)
  process.once(signal, () => void leave().finally(() => process.exit(130)));

const figures: Figure[] = [];
const failed: string[] = [];
for (const { rows, measure } of groups.filter((group) => group.rows.some(isAsked))) {
  bench.say(rows.join(", "));
  try {
    const found = (await measure(bench)).filter(({ row }) => isAsked(row));
    figures.push(...found);
    process.stdout.write(`${tableOf(found)}\n`);
  } catch (thrown) {
    failed.push(...rows.filter(isAsked));
    process.stderr.write(`${rows.join(", ")} could not be measured: ${String((thrown as Error).stack)}\n`);
  }
}
await leave();

const machine = {
  at: new Date().toISOString(),
  cores: cpus().length,
  processor: cpus()[0]?.model ?? "",
  node: process.version,
  seconds: Math.round((performance.now() - from) / 1000),
};
const svg = drawBench(figures, machine);
mkdirSync("bench-out", { recursive: true });
writeFileSync("bench-out/bench.json", `${JSON.stringify({ ...machine, failed, figures }, null, 2)}\n`);
writeFileSync("bench-out/bench.svg", svg);
writeFileSync("bench-out/bench.png", pngOf(svg));
process.stdout.write(
  `\n${tableOf(figures)}\n\n${machine.cores} cores, Node ${machine.node}, ${machine.seconds} s. Also in bench-out: bench.json, bench.svg, bench.png.\n`,
);
if (failed.length > 0) process.stdout.write(`Not measured: ${failed.join(", ")}\n`);
process.exit(0);
