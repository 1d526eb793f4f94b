import { illnesses } from "#signal/ailment.ts";
import type { NoticeBody } from "#signal/notice.ts";
import type { Reading } from "#texts/labels.ts";

type Body = Extract<NoticeBody, { kind: "vitals" }>;

const hour = 3_600_000;

/** Voelspriet itself is ill, and well again. */
export function vitalsNotices({ now, language }: Reading): Readonly<Record<string, Body>> {
  const all = illnesses.map((what) => ({
    what,
    platform: what === "platform" ? "slack" : null,
    since: now - hour,
  }));
  const cured = all.map((one) => ({ ...one, until: now - hour / 6 }));
  const ill = all.filter(({ what }) => what !== "stopped");
  const platform = ({ what }: { readonly what: string }) => what === "platform";
  const of = (given: Partial<Body>): Body => ({ kind: "vitals", ill: [], well: [], language, ...given });
  return {
    ill: of({ ill: ill.filter(platform) }),
    very_ill: of({ ill }),
    well: of({ well: cured.filter(platform) }),
    well_all: of({ well: cured }),
    both: of({ ill: ill.filter(platform), well: cured.slice(0, 1) }),
  };
}
