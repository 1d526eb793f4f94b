import type { Gate } from "#chat/web/gate.ts";
import type { Live } from "#chat/web/live.ts";
import type { DrawnCard, Painter } from "#chat/web/painter.ts";
import type { Persona, TrailLine, Trial } from "#chat/web/trial.ts";
import type { Address } from "#signal/address.ts";

const mostMessages = 40;
const mostTrail = 60;

/** The three who can be played side by side. */
type PaneName = "signaler" | "expert" | "manager";

/** Whom the page wants to see in each pane; anything else than a known address means: choose for me. */
export type Wanted = Readonly<Record<PaneName, unknown>>;

interface PaneState {
  readonly address: Address | null;
  /** Messages before the first one shown. */
  readonly older: number;
  readonly messages: readonly (DrawnCard & {
    readonly id: string;
    readonly sentAt: number;
    readonly updatedAt: number;
  })[];
}

/** Everything that the page shows, at one moment. */
export interface PageState {
  readonly municipality: string;
  readonly now: number;
  /** Is the clock being turned, or the trial started again? */
  readonly busy: boolean;
  readonly personas: Readonly<Record<PaneName, readonly Persona[]>>;
  /** The expert who got the newest message of all, and a number that grows with each. */
  readonly latest: { readonly expert: Address; readonly number: number } | null;
  readonly panes: Readonly<Record<PaneName, PaneState>>;
  readonly trail: readonly TrailLine[];
}

/** Who got a new message last: the expert pane follows it. */
export interface Arrivals {
  note(to: Address): void;
  number(of: Address): number;
}

/** Counts new messages (not updates) per address, in the order in which they were sent. */
export function openArrivals(): Arrivals {
  const numbers = new Map<Address, number>();
  let count = 0;
  return {
    note(to) {
      count += 1;
      numbers.set(to, count);
    },
    number: (of) => numbers.get(of) ?? 0,
  };
}

/** What the state is made of. */
export interface Sources {
  readonly trial: Trial;
  readonly painter: Painter;
  readonly arrivals: Arrivals;
  readonly live: Live;
  /** Shut while the trial is emptied. */
  readonly gate: Gate;
  /** Set while the clock turns. */
  busy: boolean;
}

function chosen(
  personas: readonly Persona[],
  wanted: unknown,
  otherwise: Persona | undefined,
): Address | null {
  const found = personas.find((persona) => persona.address === wanted) ?? otherwise ?? personas[0];
  return found?.address ?? null;
}

/** Of those who have something waiting, the one who got a message last; else the one who has most waiting. */
function mostPressing(experts: readonly Persona[], arrivals: Arrivals): Persona | undefined {
  const waiting = experts.filter((expert) => expert.waiting > 0);
  return waiting.sort(
    (a, b) => arrivals.number(b.address) - arrivals.number(a.address) || b.waiting - a.waiting,
  )[0];
}

async function paneOf(sources: Sources, address: Address | null): Promise<PaneState> {
  if (address === null) return { address, older: 0, messages: [] };
  const all = await sources.trial.conversation(address);
  const newest = all.slice(-mostMessages);
  return {
    address,
    older: all.length - newest.length,
    messages: newest.map((message) => ({
      id: message.id,
      sentAt: message.sentAt,
      updatedAt: message.updatedAt,
      ...sources.painter.card(message.card),
    })),
  };
}

/** The whole page at this moment, for the personas that it wants to see. */
export async function pageState(sources: Sources, wanted: Wanted): Promise<PageState> {
  const { trial, arrivals } = sources;
  const all = await trial.personas();
  const personas = { signaler: all.signalers, expert: all.experts, manager: all.managers };
  const pressing = mostPressing(personas.expert, arrivals);
  const [signaler, expert, manager] = await Promise.all([
    paneOf(sources, chosen(personas.signaler, wanted.signaler, undefined)),
    paneOf(sources, chosen(personas.expert, wanted.expert, pressing)),
    paneOf(sources, chosen(personas.manager, wanted.manager, undefined)),
  ]);
  return {
    municipality: trial.municipality,
    now: trial.now(),
    busy: sources.busy,
    personas,
    latest: pressing ? { expert: pressing.address, number: arrivals.number(pressing.address) } : null,
    panes: { signaler, expert, manager },
    trail: await trial.trail(mostTrail),
  };
}

/** Is this the address of somebody who can be played? */
export async function isPersona(trial: Trial, address: string): Promise<boolean> {
  const all = await trial.personas();
  return [...all.signalers, ...all.experts, ...all.managers].some((persona) => persona.address === address);
}
