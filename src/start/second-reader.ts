import type { SecondReader } from "#classify/second-reader.ts";
import type { Config } from "#config.ts";
import type { Directory } from "#signal/directory.ts";

/** The language model of the settings, with the municipality's own names of neighbourhoods to take out. Null: none was given. */
export async function openSecondReader(
  { model }: Config,
  { areas }: Directory,
): Promise<SecondReader | null> {
  if (model === null) return null;
  // Loaded only where one was given: its library is large.
  const { openSecondReader: open } = await import("#classify/openai/second-reader.ts");
  return open({ ...model, areas: areas.map(({ name }) => name) });
}
