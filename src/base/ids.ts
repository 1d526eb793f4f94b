import { createHash, randomBytes, randomUUID } from "node:crypto";

/** A new random identifier (UUID v4). */
export function newId(): string {
  return randomUUID();
}

// No 0/O, 1/I/L, 5/S, 8/B, 2/Z: people read these aloud over the phone. No vowels: no words by accident.
const letters = "34679CDFGHJKMNPQRTVWXY";

/**
 * A new reference code such as `VS-K7MP-3QF`, random and not sequential (domain.md 2.4),
 * easy to read aloud. About 2.5 billion of them.
 */
export function newCode(): string {
  const picked: string[] = [];
  while (picked.length < 7) {
    for (const byte of randomBytes(16)) {
      // Bytes past the last whole round are dropped, so that every letter is equally likely.
      if (byte < 242 && picked.length < 7) picked.push(letters.charAt(byte % letters.length));
    }
  }
  return `VS-${picked.slice(0, 4).join("")}-${picked.slice(4).join("")}`;
}

/** The same identifier for the same parts, always: for rows that must not be made twice. */
export function derivedId(...parts: string[]): string {
  return createHash("sha256").update(JSON.stringify(parts)).digest("hex").slice(0, 32);
}
