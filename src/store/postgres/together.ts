import { Away } from "#store/postgres/faults.ts";

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

/** A failing act spoils no other: it is looked for by halves. Where the database is away, all hear so at once. */
export function openTogether<Act, Answer>({
  mostCalls,
  call,
  namesOf = () => [],
}: TogetherParts<Act, Answer>): Together<Act, Answer> {
  let waiting: Waiting<Act, Answer>[] = [];
  let calls = 0;
  /** Of what is under way, in whichever call. */
  const busy = new Set<string>();

  async function run(): Promise<void> {
    calls++;
    // What else is said in this turn of the event loop comes along.
    await new Promise((resolve) => setImmediate(resolve));
    for (let group = nextGroup(); group.length > 0; group = nextGroup()) {
      const names = group.flatMap((one) => one.names);
      for (const name of names) busy.add(name);
      await carried(group);
      for (const name of names) busy.delete(name);
    }
    calls--;
  }

  function nextGroup(): Waiting<Act, Answer>[] {
    const names = new Set(busy);
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
      if (group.length === 1 || thrown instanceof Away) {
        for (const { reject } of group) reject(thrown);
        return;
      }
      const half = Math.ceil(group.length / 2);
      await carried(group.slice(0, half));
      await carried(group.slice(half));
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
