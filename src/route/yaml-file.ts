import type { YAMLError, YAMLWarning } from "yaml";
import { isMap, isNode, isPair, isScalar, LineCounter, type Node, parseDocument } from "yaml";

/** Where in the file something is: `["people", 3, "days"]`. */
export type Path = readonly (string | number)[];

/** Something in the file that has to be changed, with what was expected. */
export interface Fault {
  readonly path: Path;
  readonly line: number | null;
  readonly message: string;
}

/** A YAML text as plain data. With `faults` there is no value. */
export interface YamlFile {
  readonly value: unknown;
  readonly faults: readonly Fault[];
  /** The line (from 1) of this place, or of the nearest place around it that exists. */
  lineOf(path: Path): number | null;
}

const mostBytes = 1024 * 1024;
const mostAliases = 50;

/** Reads YAML 1.2 without tags or code, of at most 1 MB, with few aliases (an alias can stand for gigabytes). Never throws. */
export function readYaml(text: string): YamlFile {
  if (Buffer.byteLength(text) > mostBytes) {
    return broken("The file is larger than 1 MB. Take out what does not belong.");
  }
  try {
    return parse(text);
  } catch {
    return broken(tooMuch);
  }
}

const tooMuch = `The file can not be read: it is nested too deep, or has more than ${mostAliases} aliases (*name).`;

function broken(message: string): YamlFile {
  return { value: null, faults: [{ path: [], line: null, message }], lineOf: () => null };
}

function parse(text: string): YamlFile {
  const lines = new LineCounter();
  // Pretty errors quote the file, and it has names in it.
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false, stringKeys: true });
  const errors = [...document.errors, ...document.warnings];
  if (errors.some((error) => error.code === "RESOURCE_EXHAUSTION")) return broken(tooMuch);
  if (errors.length > 0) return { value: null, faults: wrongLines(errors, lines), lineOf: () => null };
  return {
    value: document.toJS({ maxAliasCount: mostAliases }),
    faults: [],
    lineOf: (path) => {
      const offset = offsetOf(document.contents, path);
      return offset === null ? null : lines.linePos(offset).line;
    },
  };
}

/** The first error of each line: the others of that line follow from it. */
function wrongLines(errors: readonly (YAMLError | YAMLWarning)[], lines: LineCounter): Fault[] {
  const codes = new Map<number, string>();
  for (const error of errors) {
    const { line } = lines.linePos(error.pos[0]);
    if (!codes.has(line)) codes.set(line, error.code);
  }
  const advice = "Look at the indentation, the quotes and the colons of this line and the one above.";
  return [...codes].map(([line, code]) => ({
    path: [],
    line,
    message: `The YAML is wrong here (${code}). ${advice}`,
  }));
}

function offsetOf(root: Node | null, path: Path): number | null {
  let node: unknown = root;
  let offset = root?.range?.[0] ?? null;
  for (const step of path) {
    const key = isMap(node)
      ? node.items.find((item) => isPair(item) && keyOf(item.key) === String(step))?.key
      : null;
    node = isNode(node) && "get" in node && typeof node.get === "function" ? node.get(step, true) : null;
    const at = isNode(key) ? key.range?.[0] : isNode(node) ? node.range?.[0] : undefined;
    if (at === undefined) return offset;
    offset = at;
  }
  return offset;
}

function keyOf(key: unknown): string {
  return isScalar(key) ? String(key.value) : String(key);
}
