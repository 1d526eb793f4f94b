/** The body of a delivery: a JSON object of sane depth, nothing more is known. */
export type Body = Readonly<Record<string, unknown>>;

/** Deeper than anything that a platform sends; deep enough values end whoever walks through them. */
const deepest = 64;

/** The value when it is an object without traps: not too deep, without `__proto__`. Null: it is not. */
export function soundObject(value: unknown): Body | null {
  if (!isRecord(value)) return null;
  const waiting: { readonly part: object; readonly depth: number }[] = [{ part: value, depth: 1 }];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (next.depth > deepest || Object.hasOwn(next.part, "__proto__")) return null;
    for (const part of Object.values(next.part)) {
      if (typeof part === "object" && part !== null) waiting.push({ part, depth: next.depth + 1 });
    }
  }
  return value;
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
