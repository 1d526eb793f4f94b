import { oneLine, shown } from "#chat/shown.ts";

/** Words that no part of Teams may read as anything else: no mention, no date function. */
export function plain(text: string): string {
  return unread(shown(text));
}

/** `plain`, on one line. */
export function plainLine(text: string): string {
  return unread(oneLine(text));
}

/**
 * One line for a place that reads Markdown (TextBlock, Fact): drawn as it was typed. Only marks that Markdown would
 * take are escaped, because a client that does not know an escape shows it.
 */
export function literal(text: string): string {
  return plainLine(text)
    .replace(/[\\`*_~[\]<>|]/g, "\\$&")
    .replace(/&(?=#?\w+;)/g, "\\&")
    .replace(/^[-+#]/, "\\$&")
    .replace(/^(\d+)([.)])/, "$1\\$2");
}

function unread(text: string): string {
  return text.replace(/<(?=\/?at\b)/gi, "<\u200b").replace(/\{(?=\{)/g, "{\u200b");
}
