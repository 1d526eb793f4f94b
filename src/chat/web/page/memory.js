/**
 * What outlives a reload in this tab: whom you play, the look, whether the expert pane follows, and safety texts that
 * only you see. Never a story: drafts stay in the page's own memory (dialogs.js).
 */
const place = "voelspriet";

/** What was kept; empty where there is nothing, or where the browser allows no storage. */
export function recall() {
  try {
    const kept = JSON.parse(sessionStorage.getItem(place) ?? "{}");
    return typeof kept === "object" && kept !== null ? kept : {};
  } catch {
    return {};
  }
}

/** Keeps this instead of what was kept before. */
export function keep(what) {
  try {
    sessionStorage.setItem(place, JSON.stringify(what));
  } catch {
    // Without storage a reload begins with the first persona: no reason to trouble anybody.
  }
}
