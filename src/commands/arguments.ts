/** What a command takes: its flags (with a value, or bare), and how many words. */
export interface Takes {
  /** `text`: `--week 2026-W47` or `--week=2026-W47`; `bare`: `--json`. */
  readonly flags: Readonly<Record<string, "text" | "bare">>;
  readonly leastWords: number;
  readonly mostWords: number;
}

/** What was given, or what is wrong with it. */
export type Given =
  | { readonly fault: string }
  | { readonly fault: null; readonly flags: Record<string, string | true>; readonly words: string[] };

/** Reads what stands after the name of a command. Nothing is guessed and nothing is passed over: a typo is a fault. */
export function readArguments(args: readonly string[], takes: Takes): Given {
  const flags: Record<string, string | true> = {};
  const words: string[] = [];
  const rest = [...args];
  let arg = rest.shift();
  for (; arg !== undefined && arg !== "--"; arg = rest.shift()) {
    if (!arg.startsWith("-") || arg === "-") {
      words.push(arg);
      continue;
    }
    const [name = "", ...value] = arg.replace(/^--/, "").split("=");
    const kind = arg.startsWith("--") && Object.hasOwn(takes.flags, name) ? takes.flags[name] : undefined;
    if (kind === undefined) return { fault: `There is no flag ${shown(arg.split("=")[0] ?? arg)} here.` };
    if (name in flags) return { fault: `--${name} was given twice.` };
    if (kind === "bare") {
      if (value.length > 0) return { fault: `--${name} takes no value.` };
      flags[name] = true;
      continue;
    }
    const isNext = value.length === 0 && !rest[0]?.startsWith("-");
    const text = isNext ? (rest.shift() ?? "") : value.join("=");
    if (text.trim() === "") return { fault: `--${name} needs a value.` };
    flags[name] = text;
  }
  // Behind "--" everything is a word.
  words.push(...rest);
  if (words.length > takes.mostWords)
    return { fault: `${shown(words[takes.mostWords] ?? "")} is one word too many.` };
  if (words.length < takes.leastWords) return { fault: "Something is missing." };
  return { fault: null, flags, words };
}

function shown(word: string): string {
  return JSON.stringify(word.slice(0, 60));
}
