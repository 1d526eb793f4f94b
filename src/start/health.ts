import type { Look, Looking, ModelUse } from "#watch/look.ts";

/** What `/readyz` says: states and counts, no names, no words. */
export interface Health {
  /** Can signals come in and be kept? */
  readonly ready: boolean;
  readonly platforms: Readonly<Record<string, { readonly state: string; readonly since: string }>>;
  /** What was typed and still has to become a signal or get its answer. More than a moment above 0: look in the log. */
  readonly unread: number | null;
  /** Messages that still have to be sent. */
  readonly waiting: number | null;
  /** Messages that nobody could be brought; a person has heard of each. */
  readonly dead: number | null;
  /** Open signals of which nobody hears. Above 0 is a fault in this software. */
  readonly unowned: number | null;
  /** The language model that reads along, and how often it did; absent where there is none. Nothing waits for it. */
  readonly model?: { readonly state: ModelUse["state"] } & Readonly<Record<string, unknown>>;
}

/** Health as it is told to whoever asks over HTTP. Never throws. */
export function openHealth(look: Looking): () => Promise<Health> {
  return async () => healthOf(await look());
}

function healthOf({ writable, counts, platforms, model }: Look): Health {
  const all = Object.entries(platforms);
  return {
    ready: writable && counts !== null && all.every(([, { ready }]) => ready),
    platforms: Object.fromEntries(
      all.map(([name, { state, since }]) => [name, { state, since: new Date(since).toISOString() }]),
    ),
    unread: counts?.waitingTyped ?? null,
    waiting: counts?.waitingNotices ?? null,
    dead: counts?.deadNotices ?? null,
    unowned: counts?.unowned ?? null,
    ...(model === null ? {} : { model: { ...model.times, state: model.state } }),
  };
}
