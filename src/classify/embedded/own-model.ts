import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { fileFault } from "#base/file-fault.ts";
import { Problem } from "#base/problem.ts";
import { type Learned, learnedOf, shippedFrom } from "#classify/embedded/engine.ts";
import { bytesOf, hashOf, type Model, wholeModelIn } from "#classify/embedded/network.ts";

const about = z.object({
  /** Beside which shipped model it was made (`shippedFrom`): another one reads messages in another way. */
  fit: z.string(),
  /** Of networks.bin. */
  sha256: z.string(),
  examples: z.number(),
  corrections: z.number(),
});

/** Where a house keeps what it learned itself: `now`, and what it had before that. */
export interface OwnPlaces {
  readonly now: string;
  readonly before: string;
}

/** The places of a data folder. */
export function ownPlaces(dataDir: string): OwnPlaces {
  return { now: join(dataDir, "model"), before: join(dataDir, "model-hiervoor") };
}

/**
 * What was learned here; null: nothing. Throws Problem "misconfigured" where it is there and can not be used: damaged, or
 * made for another version of the program.
 */
export function readOwn({ now }: OwnPlaces): Learned | null {
  if (!existsSync(now)) return null;
  const { fit, sha256 } = aboutIn(now);
  if (fit !== shippedFrom()) {
    throw unusable(now, "it was made for another version of this program");
  }
  const model = wholeModelIn(bytesIn(now), sha256);
  if (model === null) throw unusable(now, "it is damaged: its bytes are not those that were written");
  return ownLearned(model, sha256);
}

/** A model that was learned here, before it is anywhere. */
export function ownOf(model: Model): Learned {
  return ownLearned(model, hashOf(bytesOf(model)));
}

/** Keeps this model as that of this house, in one step; what it had stays beside it. */
export function writeOwn(
  { now, before }: OwnPlaces,
  model: Model,
  counts: { readonly examples: number; readonly corrections: number },
): Learned {
  const bytes = bytesOf(model);
  const sha256 = hashOf(bytes);
  const told = { ...counts, fit: shippedFrom(), sha256 } satisfies z.infer<typeof about>;
  const making = `${now}.new`;
  try {
    rmSync(making, { recursive: true, force: true });
    mkdirSync(making, { mode: 0o700 });
    writeFileSync(join(making, "networks.bin"), bytes, { mode: 0o600 });
    writeFileSync(join(making, "about.json"), `${JSON.stringify(told, null, 2)}\n`, { mode: 0o600 });
    rmSync(before, { recursive: true, force: true });
    if (existsSync(now)) renameSync(now, before);
    renameSync(making, now);
  } catch (cause) {
    throw new Problem("misconfigured", `${now} can not be written: ${fileFault(cause)}.`, { cause });
  }
  return ownLearned(model, sha256);
}

/** Takes the present model away. Gives what counts from then on: the one `before` it, the `shipped` one; `nothing`: there was none to take away. */
export function goBack({ now, before }: OwnPlaces): "before" | "shipped" | "nothing" {
  if (!existsSync(now)) return "nothing";
  rmSync(now, { recursive: true, force: true });
  if (!existsSync(before)) return "shipped";
  renameSync(before, now);
  return "before";
}

function ownLearned(model: Model, sha256: string): Learned {
  const hash = createHash("sha256").update(`${shippedFrom()} ${sha256}`).digest("hex");
  return learnedOf(model, `own-${hash.slice(0, 8)}`);
}

function aboutIn(folder: string): z.infer<typeof about> {
  try {
    return about.parse(JSON.parse(readFileSync(join(folder, "about.json"), "utf8")));
  } catch {
    throw unusable(folder, "its about.json can not be read");
  }
}

function bytesIn(folder: string): Buffer {
  try {
    return readFileSync(join(folder, "networks.bin"));
  } catch {
    throw unusable(folder, "its networks.bin can not be read");
  }
}

function unusable(folder: string, why: string): Problem {
  return new Problem(
    "misconfigured",
    `The model in ${folder} is not used: ${why}. The one that comes with the program is. Train again (train --corrections), or go back (train --back).`,
  );
}
