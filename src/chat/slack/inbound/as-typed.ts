/**
 * What Slack made of a typed text, as it was typed: Slack escapes &, < and >, and writes links, phone numbers, people and
 * channels as `<…|…>`.
 */
export function asTyped(text: string): string {
  return text
    .replace(
      /<([@#!]?)([^<>|\n]*)(?:\|([^<>\n]*))?>/g,
      (whole, sign: string, target: string, label?: string) => {
        if (sign === "@" || sign === "#") return `${sign}${label ?? target}`;
        if (sign === "!") return label ?? `@${target.replace(/\^.*$/, "")}`;
        return /^[a-z][a-z\d+.-]*:/i.test(target) ? (label ?? target) : whole;
      },
    )
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&amp;", "&");
}
