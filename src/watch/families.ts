import type { Ailment } from "#signal/ailment.ts";
import type { Counts } from "#store/store.ts";
import { ailmentsIn, nameOf } from "#watch/ailments.ts";
import type { Look } from "#watch/look.ts";
import type { Family, Sample } from "#watch/metrics.ts";
import type { KeptTally } from "#watch/tally.ts";

/** How the process itself is. */
export interface Vitals {
  /** Bytes. */
  readonly memory: { readonly rss: number; readonly heap: number };
  /** For how long the event loop was held up since the last beat of the watch, in seconds. */
  readonly delay: { readonly median: number; readonly p99: number; readonly longest: number };
  /** Epoch seconds. */
  readonly startedAt: number;
  readonly version: string;
}

/**
 * Everything that `/metrics` says. No label is made of people, areas, organisations or words. What could not be looked at is
 * left out: a number that stands still would look well.
 */
export function familiesOf(look: Look, tally: KeptTally, vitals: Vitals): Family[] {
  return [
    ...stateOf(look),
    ...(look.counts === null ? [] : waitingOf(look, look.counts)),
    counter("reports_total", "Reports by source platform and by what became of them.", tally.of("report")),
    counter("escalations_total", "Steps of the ladder: nobody answered in time.", tally.of("escalation"), [
      { value: 0 },
    ]),
    counter("deliveries_total", "Tries to bring a message, by platform and outcome.", tally.of("delivery")),
    ...modelOf(look),
    ...processOf(vitals),
  ];
}

function stateOf(look: Look): Family[] {
  const platforms = Object.entries(look.platforms);
  const ill = ailmentsIn(look);
  return [
    gauge("store_writable", "1: what comes in can be kept.", look.writable ? 1 : 0),
    gauge("store_readable", "1: the store can be counted.", look.counts === null ? 0 : 1),
    family(
      "platform_ready",
      "1: the platform is connected.",
      platforms.map(([platform, { ready }]) => ({ labels: { platform }, value: ready ? 1 : 0 })),
    ),
    family(
      "platform_unready_seconds",
      "For how long the platform has not been connected; 0 when it is.",
      platforms.map(([platform, { ready, since }]) => ({
        labels: { platform },
        value: ready ? 0 : seconds(look.at - since),
      })),
    ),
    ...(look.copiedAt === null
      ? []
      : [
          gauge(
            "backup_age_seconds",
            "Since the newest backup that succeeded was begun.",
            seconds(look.at - look.copiedAt),
          ),
        ]),
    gauge("ailments", "What Voelspriet itself finds wrong with it; 0 is well.", ill.length),
    family("ailment", "1 for each thing that is wrong now.", ill.map(ailing)),
  ];
}

/** Counted in the store: it goes on over a restart. */
function modelOf({ model }: Look): Family[] {
  if (model === null) return [];
  return [
    gauge("model_on", "1: the language model is asked.", model.state === "on" ? 1 : 0),
    counter(
      "model_total",
      "Uses of the language model, by outcome.",
      Object.entries(model.times).map(([how, value]) => ({ labels: { how }, value })),
    ),
  ];
}

function ailing(ailment: Ailment): Sample {
  return { labels: { what: nameOf(ailment) }, value: 1 };
}

function waitingOf({ at, ages }: Look, counts: Counts): Family[] {
  const { waits } = counts;
  const late = (since: number | null) => (since === null ? 0 : Math.max(0, seconds(at - since)));
  const perUrgency = (value: (urgency: "urgent" | "other") => number) =>
    (["urgent", "other"] as const).map((urgency) => ({ labels: { urgency }, value: value(urgency) }));
  return [
    gauge("typed_waiting", "What was typed and has not been worked on.", waits.typed.length),
    gauge(
      "typed_oldest_seconds",
      "For how long the oldest of those lies there, at least.",
      seconds(ages.typed),
    ),
    gauge("notices_waiting", "Messages that wait, also those for later.", counts.waitingNotices),
    family(
      "notices_due",
      "Messages that should have been sent by now.",
      perUrgency((urgency) => waits[urgency].length),
    ),
    family(
      "notices_oldest_seconds",
      "For how long the oldest of those waits, at least.",
      perUrgency((urgency) => seconds(ages[urgency])),
    ),
    gauge("notices_dead", "Messages that nobody could be brought, ever.", counts.deadNotices),
    gauge("signals", "Signals, ever.", counts.signals),
    gauge("signals_open", "Open signals.", counts.open),
    gauge("signals_unowned", "Open signals of which nobody hears: must be 0.", counts.unowned),
    gauge(
      "unaccepted_oldest_seconds",
      "Age of the oldest open signal that nobody has taken, nights and weekends too.",
      late(waits.unheldSince),
    ),
    gauge(
      "unaccepted_late_seconds",
      "For how long the clock of an open signal that nobody has taken is over; office hours are in that clock.",
      late(waits.unheldDue),
    ),
    gauge("timers_due", "Timers that should have fired.", counts.dueTimers),
    gauge("timers_late_seconds", "How late the oldest of those is.", late(waits.timerDue)),
  ];
}

function processOf({ memory, delay, startedAt, version }: Vitals): Family[] {
  return [
    family("build_info", "The version that runs.", [{ labels: { version }, value: 1 }]),
    gauge("start_time_seconds", "When the program started, in epoch seconds.", startedAt),
    gauge("memory_resident_bytes", "Memory that the machine gave.", memory.rss),
    gauge("memory_heap_bytes", "Memory in use by the program's own objects.", memory.heap),
    family("event_loop_delay_seconds", "For how long work was held up in the last half minute.", [
      { labels: { quantile: "0.5" }, value: delay.median },
      { labels: { quantile: "0.99" }, value: delay.p99 },
      { labels: { quantile: "1" }, value: delay.longest },
    ]),
  ];
}

function seconds(ms: number): number {
  return Math.round(ms / 100) / 10;
}

function family(name: string, help: string, samples: readonly Sample[]): Family {
  return { name: `voelspriet_${name}`, help, type: "gauge", samples };
}

function gauge(name: string, help: string, value: number): Family {
  return family(name, help, [{ value }]);
}

/** `atFirst`: what it says before anything was counted. */
function counter(
  name: string,
  help: string,
  counts: readonly Sample[],
  atFirst: readonly Sample[] = [],
): Family {
  const samples = counts.length > 0 ? counts : atFirst;
  return {
    name: `voelspriet_${name}`,
    help,
    type: "counter",
    samples: samples.map(({ labels = {}, value }) => ({ labels: coded(labels), value })),
  };
}

/** The outcome of everything is called `result`. */
function coded({ how, ...labels }: Readonly<Record<string, string>>): Record<string, string> {
  return how === undefined ? labels : { ...labels, result: how };
}
