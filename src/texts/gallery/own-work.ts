import type { NoticeBody } from "#signal/notice.ts";
import type { FormBody, ScreenBody } from "#signal/screen.ts";
import { examplePeople, exampleSignal } from "#texts/gallery/example-signal.ts";
import type { Reading } from "#texts/labels.ts";

const hour = 3_600_000;
const code = "VS-7K3M";

/** Eight weeks of days, from the day of the example on. */
function exampleDays({ now }: Reading): string[] {
  return Array.from({ length: 56 }, (_, nth) => new Date(now + nth * 24 * hour).toISOString().slice(0, 10));
}

/** The dialogs about a colleague's own work. */
export function ownWorkForms(reading: Reading) {
  const days = exampleDays(reading);
  const [, tomorrow = "", , , friday = ""] = days;
  return {
    away: {
      first: { kind: "away", days, away: null },
      again: { kind: "away", days, away: { from: tomorrow, until: friday } },
    },
    capacity: {
      some: { kind: "capacity", capacity: 8, load: 3 },
      one: { kind: "capacity", capacity: 0, load: 1 },
    },
  } as const satisfies Partial<Record<FormBody["kind"], Readonly<Record<string, FormBody>>>>;
}

/** Said to the holder whose leave began, and to the coordinators. */
export function ownWorkNotices(reading: Reading) {
  const [holder, other] = examplePeople(reading);
  const until = exampleDays(reading)[4] ?? null;
  const about = { kind: "away_holder", code, urgency: "soon", person: holder, until } as const;
  return {
    away_holder: {
      holder: { ...about, reader: holder },
      coordinator: { ...about, reader: other },
    },
  } as const satisfies Partial<Record<NoticeBody["kind"], Readonly<Record<string, NoticeBody>>>>;
}

/** The home of a colleague: with work, without, and with a full week. */
export function expertHomes(reading: Reading) {
  const { now } = reading;
  const [holder, other] = examplePeople(reading);
  const days = exampleDays(reading);
  const waiting = exampleSignal(reading, {
    code: "VS-2QX9",
    stage: "routed",
    holder: null,
    urgency: "urgent",
  });
  const heard = exampleSignal(reading, { code: "VS-5GHJ", feedbackAt: now - hour, receivedAt: now - hour });
  const heldUp = exampleSignal(reading, {
    code: "VS-6KLM",
    waiting: { where: "gallery-waiting", since: now - 72 * hour },
  });
  const working = exampleSignal(reading, {
    code: "VS-8NPQ",
    stage: "working",
    outcome: "P2",
    feedbackAt: now - hour,
  });
  const home = { kind: "home_expert", person: holder, now, away: null, capacity: 8, load: 4 } as const;
  const work = [exampleSignal(reading), heard, heldUp, working];
  const coordinator = reading.directory.coordinators[0] ?? holder;
  const late = exampleSignal(reading, {
    code: "VS-3RST",
    acceptDue: now - hour,
    holder: null,
    stage: "routed",
  });
  return {
    coordinator: {
      ...home,
      person: coordinator,
      waiting: [],
      held: [],
      load: 0,
      team: { waiting: 2, overdue: 1, longest: [late, waiting] },
    },
    work: {
      ...home,
      waiting: [waiting, exampleSignal(reading, { ...waiting, code: "VS-4CDF", asked: [holder, other] })],
      held: work,
    },
    nothing: { ...home, waiting: [], held: [], load: 0 },
    away: {
      ...home,
      waiting: [],
      held: [heard],
      load: 1,
      away: { from: days[0] ?? "", until: days[4] ?? "" },
    },
    full: {
      ...home,
      waiting: [waiting],
      held: Array.from({ length: 12 }, (_, nth) =>
        exampleSignal(reading, { code: `VS-${String(nth).padStart(4, "2")}` }),
      ),
      load: 12,
      away: { from: days[8] ?? "", until: days[8] ?? "" },
    },
  } as const satisfies Readonly<Record<string, ScreenBody>>;
}
