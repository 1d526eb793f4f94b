import { enableCompileCache, flushCompileCache } from "node:module";
import { fileURLToPath } from "node:url";

/**
 * From here on what Node makes of the sources is kept beside the packages: the next start takes half the time. Not in the folder
 * for temporary files, where another user of the machine could lay something ready. Where nothing can be written, nothing is kept.
 */
export function keepCompiled(): void {
  enableCompileCache(fileURLToPath(new URL("../../node_modules/.cache/voelspriet", import.meta.url)));
}

/** Writes down what was compiled so far: by itself that is only done at a quiet end. */
export function writeCompiled(): void {
  flushCompileCache();
}
