/** Acts that arrive while earlier calls are under way go together in the next one. */
export interface Together<Act, Answer> {
  /** Resolves with its answer when it is on disk. */
  add(act: Act): Promise<Answer>;
}

/** How acts are called together. */
export interface TogetherParts<Act, Answer> {
  /** Calls at once. */
  readonly mostCalls: number;
  /** Does all of its acts, or none, and gives their answers in the same order. */
  readonly call: (acts: readonly Act[]) => Promise<readonly Answer[]>;
  /** Two acts that share one of these names are not in one call, and stay in order. Absent: all may. */
  readonly namesOf?: (act: Act) => readonly string[];
}

interface Waiting<Act, Answer> {
  readonly act: Act;
  readonly names: readonly string[];
  readonly resolve: (answer: Answer) => void;
  readonly reject: (thrown: unknown) => void;
}

/** Bounds how much one call carries. */
const mostInOne = 100;

/** A failing act spoils no other: the others are then done one by one. */
export function openTogether<Act, Answer>({
  mostCalls,
  call,
  namesOf = () => [],
}: TogetherParts<Act, Answer>): Together<Act, Answer> {
  let waiting: Waiting<Act, Answer>[] = [];
  let calls = 0;

  async function run(): Promise<void> {
    calls++;
    // What else is said in this turn of the event loop comes along.
    await new Promise((resolve) => setImmediate(resolve));
    while (waiting.length > 0) {
      await carried(nextGroup());
    }
    calls--;
  }

  function nextGroup(): Waiting<Act, Answer>[] {
    const names = new Set<string>();
    const group: Waiting<Act, Answer>[] = [];
    const later: Waiting<Act, Answer>[] = [];
    for (const one of waiting) {
      const isApart = one.names.every((name) => !names.has(name));
      (isApart && group.length < mostInOne ? group : later).push(one);
      for (const name of one.names) names.add(name);
    }
    waiting = later;
    return group;
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
        waiting.push({ act, names: namesOf(act), resolve, reject });
        if (calls < mostCalls) void run();
      }),
  };
}
