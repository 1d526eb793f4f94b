/** Acts that arrive while an earlier call is under way go together in the next one. */
export interface Together<T> {
  /** Resolves when it is on disk. */
  add(act: T): Promise<void>;
}

interface Waiting<T> {
  readonly act: T;
  readonly resolve: () => void;
  readonly reject: (thrown: unknown) => void;
}

/** Bounds how much one call carries. */
const mostInOne = 100;
/**
 * `call` does all of its acts, or none. A failing act spoils no other: the others are then done one by one. `mostCalls`: calls
 * at once.
 */
export function openTogether<T>(mostCalls: number, call: (acts: readonly T[]) => Promise<void>): Together<T> {
  let waiting: Waiting<T>[] = [];
  let calls = 0;

  async function run(): Promise<void> {
    calls++;
    // What else is said in this turn of the event loop comes along.
    await Promise.resolve();
    while (waiting.length > 0) {
      const group = waiting.slice(0, mostInOne);
      waiting = waiting.slice(mostInOne);
      await call(group.map(({ act }) => act)).then(
        () => {
          for (const one of group) one.resolve();
        },
        () => Promise.all(group.map((one) => call([one.act]).then(one.resolve, one.reject))),
      );
    }
    calls--;
  }

  return {
    add: (act) =>
      new Promise<void>((resolve, reject) => {
        waiting.push({ act, resolve, reject });
        if (calls < mostCalls) void run();
      }),
  };
}
