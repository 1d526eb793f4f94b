/** Words behind a tag that begin a new line. */
const breaking = new Set([
  "br",
  "p",
  "div",
  "li",
  "tr",
  "h1",
  "h2",
  "h3",
  "blockquote",
  "ul",
  "ol",
  "table",
  "pre",
  "hr",
]);
/** Tags whose inside is no text. */
const hidden = new Set(["script", "style", "head", "title", "template"]);
const longest = 200_000;

/** What a message of Teams says, as plain text: line breaks stay, emoji are their own sign, links and names are their words. */
export function textOfHtml(html: string): string {
  return walk(html).text;
}

/** The message that a reply quotes, and the reply's own words. Null: this is no reply with a quote. */
export function quotedIn(html: string): { readonly quoted: string; readonly text: string } | null {
  const { quoted, text } = walk(html);
  return quoted === null ? null : { quoted, text };
}

/** One pass from left to right; what is not closed ends with the text. */
function walk(html: string): { text: string; quoted: string | null } {
  const source = html.slice(0, longest);
  let said = "";
  let quoted: string | null = null;
  /** Depth inside a quote, of blockquotes. */
  let inQuote = 0;
  let inHidden: string | null = null;
  let at = 0;
  const lastClose = source.lastIndexOf(">");
  while (at < source.length) {
    const open = source.indexOf("<", at);
    const end = open === -1 ? source.length : open;
    if (inHidden === null && inQuote === 0) said += source.slice(at, end).replace(/\s+/g, " ");
    if (open === -1) break;
    const tag = /^<(\/?)([a-z][a-z0-9]{0,15})/i.exec(source.slice(open, open + 20));
    if (open > lastClose || tag === null) {
      // A sign, not a tag.
      if (inHidden === null && inQuote === 0) said += "<";
      at = open + 1;
      continue;
    }
    const isEnd = tag[1] === "/";
    const name = (tag[2] ?? "").toLowerCase();
    const close = source.indexOf(">", open);
    const inside = source.slice(open, close);
    at = close + 1;
    if (inHidden !== null) {
      if (isEnd && name === inHidden) inHidden = null;
    } else if (name === "blockquote" && (inQuote > 0 || (!isEnd && isReply(inside)))) {
      if (!isEnd && inQuote === 0) quoted ??= attribute(inside, "itemid");
      inQuote += isEnd ? -1 : 1;
    } else if (inQuote === 0) {
      if (!isEnd && hidden.has(name)) inHidden = name;
      else if (name === "img") said += attribute(inside, "alt") ?? "";
      else if (breaking.has(name)) said += name === "li" && !isEnd ? "\n- " : "\n";
    }
  }
  return { text: tidy(decoded(said)), quoted };
}

function isReply(tag: string): boolean {
  return /itemtype\s*=\s*["']?https?:\/\/schema\.skype\.com\/Reply/i.test(tag);
}

function attribute(tag: string, name: string): string | null {
  const found = new RegExp(`\\s${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`, "i").exec(tag);
  return found?.[1] ?? found?.[2] ?? null;
}

const entities: Readonly<Record<string, string>> = {
  amp: "&",
  lt: "<",
  gt: ">",
  quot: '"',
  apos: "'",
  nbsp: " ",
  eacute: "é",
  euml: "ë",
  euro: "€",
  hellip: "…",
};

/** Once: what stands for an entity in words of a person stays as they typed it. */
export function decoded(text: string): string {
  return text.replace(/&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|([a-z]{2,8}));/gi, (whole, decimal, hex, name) => {
    if (typeof name === "string") return entities[name.toLowerCase()] ?? whole;
    const code = decimal === undefined ? Number.parseInt(String(hex), 16) : Number(decimal);
    const isCharacter = code > 0 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff);
    return isCharacter ? String.fromCodePoint(code) : whole;
  });
}

function tidy(text: string): string {
  return text
    .split("\n")
    .map((line) => line.trim())
    .join("\n")
    .replace(/\n{3,}/g, "\n\n")
    .trim();
}
