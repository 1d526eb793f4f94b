import { clamp } from "#chat/shown.ts";
import { slackLimits } from "#chat/slack/look/limits.ts";

const most = slackLimits.modalTitle;

/** Does this title fit in the bar of a window? Then it need not stand in the window as well. */
export function isWholeInBar(title: string): boolean {
  return bare(title).length <= most;
}

/** A title for the bar of a window, of 24 characters at most: cut at a word, and never in a number ("Bel 11…"). */
export function titleBar(title: string): string {
  const whole = bare(title);
  if (whole.length <= most) return whole;
  // One more than there is room for: a word may end right there.
  let cut = wordsOf(whole.slice(0, most));
  while (/\d$/.test(cut) && /^\s*[\d-]/.test(whole.slice(cut.length))) cut = wordsOf(cut);
  cut = cut.replace(/[\s.,:;]+$/, "");
  return cut === "" ? clamp(whole, most) : `${cut}…`;
}

/** A bar ends without a period. */
function bare(title: string): string {
  return title.replace(/(?<=[^.\s])\.$/, "");
}

/** Up to the last space. */
function wordsOf(text: string): string {
  return text.slice(0, Math.max(0, text.lastIndexOf(" "))).trimEnd();
}
