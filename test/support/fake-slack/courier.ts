import { setTimeout as sleep } from "node:timers/promises";
import { openHttpDoor, type Said } from "./http-door.ts";
import type { Delivery, Parcel, Sending } from "./interface.ts";
import { asJson, asText } from "./reading.ts";
import type { SocketDoor } from "./socket-door.ts";
import type { World } from "./world.ts";

/** Events come again up to three times. */
const mostRetries = 3;

export interface Errand extends Sending {
  readonly retryNum?: number;
  /** ts of what was typed. */
  readonly ts?: string;
  /** Our own echo: not held back, and nobody waits for it. */
  readonly quiet?: true;
}

/** Brings parcels to the app, again where Slack would, and keeps what became of them. */
export function openCourier(world: World, socketDoor: SocketDoor) {
  const state: { door: string | null; held: (() => Promise<void>)[] | null; closed: boolean } = {
    door: null,
    held: null,
    closed: false,
  };

  async function bring(parcel: Parcel, errand: Errand): Promise<Delivery> {
    let tries = 0;
    let late = false;
    let said: Said;
    let num = errand.retryNum ?? 0;
    let reason = "http_timeout";
    for (;;) {
      tries += 1;
      said = await once(parcel, errand, num === 0 ? null : { num, reason });
      late ||= said.why === "timeout";
      if (said.why === "timeout" && !state.closed)
        world.offend(`${parcel.kind} ${idOf(parcel)} was not acknowledged in ${world.settings.ackMs} ms`);
      const good = said.status >= 200 && said.status < 300;
      const last = parcel.kind !== "event" || num >= mostRetries || errand.retryNum !== undefined;
      if (good || last || said.noRetry || state.closed) break;
      const wait = world.retryDelays[Math.min(num, world.retryDelays.length - 1)] ?? 0;
      reason = { answered: "http_error", timeout: "http_timeout", "no-connection": "connection_failed" }[
        said.why
      ];
      num += 1;
      await sleep(wait);
    }
    const { status, body, ms } = said;
    const delivery = { status, body, ms, late, tries, id: idOf(parcel), ts: errand.ts ?? "", parcel };
    if (errand.quiet === undefined) world.deliveries.push(delivery);
    judge(delivery, errand);
    return delivery;
  }

  /** What no app should answer. */
  function judge(delivery: Delivery, errand: Errand): void {
    const forged = (errand.signature ?? "good") !== "good" || Math.abs(errand.skewMs ?? 0) > 5 * 60_000;
    const good = delivery.status >= 200 && delivery.status < 300;
    if (forged && good && state.door !== "socket") world.offend("a request with a bad signature was taken");
    if (!forged && delivery.status >= 300)
      world.offend(`${delivery.parcel.kind} ${delivery.id} was answered with ${delivery.status}`);
  }

  function once(
    parcel: Parcel,
    sending: Sending,
    retry: { readonly num: number; readonly reason: string } | null,
  ): Promise<Said> {
    if (state.door === null)
      throw new Error("Nothing is delivered yet: say deliverTo(url) or deliverTo('socket').");
    if (state.door === "socket") {
      const reason = retry?.reason === "http_error" ? "error" : "timeout";
      return socketDoor.send(parcel, retry === null ? null : { num: retry.num, reason });
    }
    return openHttpDoor(world, state.door).send(parcel, sending, retry);
  }

  return {
    deliverTo(door: string): void {
      state.door = door;
    },
    /** True: there is an app to deliver to. */
    hasDoor: () => state.door !== null,
    async deliver(parcel: Parcel, errand: Errand): Promise<Delivery> {
      const copies = Math.max(1, errand.copies ?? 1);
      const go = async () => {
        const [first] = await Promise.all(Array.from({ length: copies }, () => bring(parcel, errand)));
        if (first === undefined) throw new Error("Nothing was delivered.");
        return first;
      };
      const { held } = state;
      if (held === null || errand.quiet === true) return go();
      return new Promise((resolve, reject) => {
        held.push(() => go().then(resolve, reject));
      });
    },
    raw(
      body: string | Buffer,
      options: Parameters<ReturnType<typeof openHttpDoor>["raw"]>[1],
    ): Promise<Said> {
      if (state.door === null || state.door === "socket") throw new Error("Raw bytes go by HTTP only.");
      return openHttpDoor(world, state.door).raw(Buffer.from(body), options);
    },
    hold(): void {
      state.held ??= [];
    },
    async release(order: "as-made" | "reversed"): Promise<void> {
      const held = state.held ?? [];
      state.held = null;
      if (order === "reversed") held.reverse();
      for (const go of held) await go();
    },
    close(): void {
      state.closed = true;
    },
  };
}

export type Courier = ReturnType<typeof openCourier>;

function idOf({ payload }: Parcel): string {
  return asText(payload.event_id) || asText(payload.trigger_id) || asText(asJson(payload.view).id);
}
