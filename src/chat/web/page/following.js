/** So long after a press in it the expert's pane stays where it is: the answer must be seen. */
const restMs = 20_000;

/**
 * Brings whoever got a new alert into the expert's pane, unless somebody was picked or is at work there: then `elsewhere`
 * says who waits. `on`: whether it follows from the start; `settled`: somebody was shown before a reload.
 */
export function openFollowing({ on, settled }) {
  let following = on;
  let last = 0;
  // After a reload whoever was shown stays, also when others wait.
  let stays = settled;
  let pressedAt = Number.NEGATIVE_INFINITY;
  let elsewhere = null;

  function isAtWork() {
    const isResting = performance.now() - pressedAt < restMs;
    return isResting || document.querySelector("dialog[open].of-expert") !== null;
  }

  return {
    isOn: () => following,
    /** Picking somebody ends it; switching it on brings the newest at once. */
    turn(to) {
      following = to;
      if (to) {
        last = 0;
        stays = false;
        pressedAt = Number.NEGATIVE_INFINITY;
      }
    },
    pressed() {
      pressedAt = performance.now();
    },
    /** Who waits for an answer out of sight, if anybody. */
    elsewhere: () => elsewhere,
    /** Meets the newest alert (`latest`) while `shown` is in the pane; gives whom to show instead, or null. */
    meet(latest, shown, experts) {
      const isNewer = latest !== null && latest.number > last;
      if (latest !== null) last = latest.number;
      if (isNewer && latest.expert !== shown) {
        if (following && !stays && !isAtWork()) {
          elsewhere = null;
          return latest.expert;
        }
        elsewhere = latest.expert;
      }
      stays = false;
      const waits = experts.some((expert) => expert.address === elsewhere && expert.waiting > 0);
      if (elsewhere === shown || !waits) elsewhere = null;
      return null;
    },
  };
}
