/** Acts that arrive while earlier calls are under way go together in the next one. */
export interface Together<Act, Answer> {
  /** Resolves with its answer when it is on disk. */
  add(act: Act): Promise<Answer>;
}

interface Waiting<Act, Answer> {
  readonly act: Act;
  readonly resolve: (answer: Answer) => void;
  readonly reject: (thrown: unknown) => void;
}

/** Bounds how much one call carries. */
const mostInOne = 100;

/**
 * `call` does all of its acts, or none, and gives their answers in the same order. A failing act spoils no other: the others
 * are then done one by one. `mostCalls`: calls at once.
 */
export function openTogether<Act, Answer>(
  mostCalls: number,
  call: (acts: readonly Act[]) => Promise<readonly Answer[]>,
): Together<Act, Answer> {
  let waiting: Waiting<Act, Answer>[] = [];
  let calls = 0;

  async function run(): Promise<void> {
    calls++;
    // What else is said in this turn of the event loop comes along.
    await new Promise((resolve) => setImmediate(resolve));
    while (waiting.length > 0) {
      const group = waiting.slice(0, mostInOne);
      waiting = waiting.slice(mostInOne);
      await carried(group);
    }
    calls--;
  }

  async function carried(group: readonly Waiting<Act, Answer>[]): Promise<void> {
    try {
      const answers = await call(group.map(({ act }) => act));
      group.forEach(({ resolve }, at) => resolve(answers[at] as Answer));
    } catch (thrown) {
      const [alone] = group;
      if (group.length === 1) alone?.reject(thrown);
      else for (const one of group) await carried([one]);
    }
  }

  return {
    add: (act) =>
      new Promise<Answer>((resolve, reject) => {
        waiting.push({ act, resolve, reject });
        if (calls < mostCalls) void run();
      }),
  };
}
