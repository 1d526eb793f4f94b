import type { ChatPlatform } from "#chat/platform.ts";
import type { Store } from "#store/store.ts";

/**
 * Where a process ends, as if its power were cut: just before or just after what it asks of its store or a platform, for the
 * so-manieth time: `noteDelivery before 3`. Empty: nowhere.
 */
function openDeath(where: string): (step: string) => void {
  const [act, when, count] = where.split(" ");
  let left = Number(count ?? 1);
  return (step) => {
    if (step !== `${act} ${when}` || --left > 0) return;
    process.kill(process.pid, "SIGKILL");
  };
}

/** The same store and platform, of a process that ends there. */
export function dyingParts(
  where: string,
  { store, platform }: { readonly store: Store; readonly platform: ChatPlatform },
): { readonly store: Store; readonly platform: ChatPlatform } {
  const reach = openDeath(where);
  const reached = async (answer: Promise<unknown>, step: string): Promise<unknown> => {
    const done = await answer;
    // Nothing is taken where nothing waits.
    if (!Array.isArray(done) || done.length > 0) reach(step);
    return done;
  };
  const around = <T extends object>(target: T): T =>
    new Proxy(target, {
      get(from, name) {
        const value: unknown = Reflect.get(from, name);
        if (typeof value !== "function") return value;
        return (...given: unknown[]): unknown => {
          reach(`${String(name)} before`);
          const answer: unknown = value.apply(from, given);
          if (!(answer instanceof Promise)) return answer;
          return reached(answer, `${String(name)} after`);
        };
      },
    });
  return { store: around(store), platform: around(platform) };
}
