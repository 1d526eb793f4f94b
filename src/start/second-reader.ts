import type { KnownNames } from "#classify/openai/outgoing.ts";
import type { SecondReader } from "#classify/second-reader.ts";
import type { Config } from "#config.ts";
import type { Directory } from "#signal/directory.ts";

/** What the municipality's own file names, and a language model must not read. */
export function namesIn({ areas, organisations }: Directory): Required<KnownNames> {
  return { areas: areas.map(({ name }) => name), organisations };
}

/** The language model of the settings, with the municipality's own names to take out. Null: none was given. */
export async function openSecondReader(
  { model }: Config,
  directory: Directory,
): Promise<SecondReader | null> {
  if (model === null) return null;
  // Loaded only where one was given: its library is large.
  const { openSecondReader: open } = await import("#classify/openai/second-reader.ts");
  return open({ ...model, ...namesIn(directory) });
}
