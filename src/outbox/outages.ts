import type { Instant } from "#signal/signal.ts";
import type { StuckAt } from "#store/store.ts";

/** From a platform that takes one message and not the next, what waits is released once in so long. */
const betweenReleasesMs = 60_000;

/**
 * What keeps all messages out of a platform (a token that was taken away, a platform that is down): it is no trouble of one
 * reader, and is logged once, not for each message that waits. In memory: at the start every platform counts as down.
 */
export interface Outages {
  /** The platform took no message, as far as can be seen. */
  begin(platform: string): void;
  /** Is this the first time that this is seen since the platform last took a message? */
  isNew(platform: string, error: string): boolean;
  /** The platform took a message. */
  over(platform: string, now: Instant): void;
  /** Has the platform taken a message at this instant or later? */
  hasWorkedSince(platform: string, since: Instant, now: Instant): boolean;
  /** What is to be released now: a platform is back. Null: nothing. */
  toRelease(): StuckAt | null;
  /** Released as far as there; null: all of it. What is stuck again meanwhile waits for the next time. */
  released(platform: string, to: number | null): void;
}

interface Course {
  readonly errors: Set<string>;
  workedAt: Instant;
  state: "down" | "back" | "works";
  backAt: Instant;
  /** As far as what was stuck is released. */
  releasedTo: number;
  /** Something got stuck since it was back. */
  failedSince: boolean;
}

/** Opens the list, empty. */
export function openOutages(): Outages {
  const courses = new Map<string, Course>();
  const never = Number.NEGATIVE_INFINITY;
  const courseOf = (platform: string): Course => {
    const known = courses.get(platform) ?? {
      errors: new Set(),
      workedAt: never,
      state: "down",
      backAt: never,
      releasedTo: 0,
      failedSince: false,
    };
    courses.set(platform, known);
    return known;
  };
  return {
    begin(platform) {
      const course = courseOf(platform);
      course.failedSince = true;
      if (course.state === "works") course.state = "down";
    },
    isNew(platform, error) {
      const { errors } = courseOf(platform);
      const isNew = !errors.has(error);
      errors.add(error);
      return isNew;
    },
    over(platform, now) {
      const course = courseOf(platform);
      course.errors.clear();
      course.workedAt = now;
      if (course.state !== "down" || Math.abs(now - course.backAt) < betweenReleasesMs) return;
      course.state = "back";
      course.backAt = now;
      course.releasedTo = 0;
      course.failedSince = false;
    },
    hasWorkedSince(platform, since, now) {
      const workedAt = courses.get(platform)?.workedAt ?? never;
      // After a clock that was ahead: it says nothing.
      return workedAt >= since && workedAt <= now;
    },
    toRelease() {
      for (const [platform, { state, releasedTo }] of courses)
        if (state === "back") return { platform, after: releasedTo };
      return null;
    },
    released(platform, to) {
      const course = courseOf(platform);
      if (to === null) course.state = course.failedSince ? "down" : "works";
      else course.releasedTo = to;
    },
  };
}
