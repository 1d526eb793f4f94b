import type { Delivery, Person } from "./fake-slack/fake-slack.ts";
import { joinCode, type KillTown, pause } from "./kill-slack.ts";

/** Words that somebody gave, and how: each carries a mark of its own, so that it can be found again. */
export interface Given {
  readonly mark: string;
  readonly by: "dialog" | "addition" | "typed";
  /** Slack was told that it is safe. */
  acknowledged: boolean;
}

/** A button that a colleague pressed. */
export interface Pressed {
  readonly code: string;
  readonly colleague: string;
  readonly act: "accepted" | "declined";
  acknowledged: boolean;
}

const calm = [
  "De huur van dat gezin is drie maanden niet betaald, er komen aanmaningen.",
  "Een leerling is al weken somber en komt nergens meer aan toe.",
];
const danger = "De buurvrouw gilt nu en ik hoor klappen, de kinderen huilen.";
const labels = { accepted: "Ik pak dit op", declined: "Niet voor mij" } as const;

/** The same numbers for the same seed: which act, whose, and when the process is killed. */
export function openChance(seed: number) {
  let state = seed >>> 0;
  return (below: number): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

/**
 * People who tell, type, add and press, each one thing at a time, whatever the program does meanwhile: what Slack shows as
 * failed is done again, as people do.
 */
export function openLoad(town: KillTown, chance: (below: number) => number, lane: string) {
  const { slack } = town;
  const given: Given[] = [];
  const presses: Pressed[] = [];
  const busy = new Set<string>();
  /** Dialogs that were sent, and of which Slack said that it failed. */
  const unsent = new Map<string, Given>();
  /** Who told something with the code of an organisation. */
  const welcome = new Set<string>();
  const late = new Set<Promise<unknown>>();
  let marks = 0;
  let people = 0;

  const isGood = ({ status, late: tooLate }: Delivery) => status === 200 && !tooLate;
  function words(by: Given["by"]): Given {
    const made = { mark: `kenmerk${lane}${String(++marks).padStart(5, "0")}x`, by, acknowledged: false };
    given.push(made);
    return made;
  }
  const signaler = (place: number) => slack.user(`U0M${lane.toUpperCase()}${place}`);

  /** A dialog is on the screen: it is filled in, sent, and when that fails sent again at the next occasion. */
  async function send(person: Person, words: Given): Promise<void> {
    const sent = await person.submit();
    if (isGood(sent) && Object.keys(person.view()?.errors ?? {}).length === 0) words.acknowledged = true;
    if (words.acknowledged) {
      welcome.add(person.id);
      unsent.delete(person.id);
      if (person.view() !== null) await person.close();
    } else unsent.set(person.id, words);
  }

  async function tell(person: Person): Promise<void> {
    const again = unsent.get(person.id);
    if (again !== undefined) return send(person, again);
    while (person.view() !== null) await person.close();
    if (!isGood(await person.shortcut("signaal_delen"))) return;
    if (!(await shown(person))) return;
    const made = words("dialog");
    const text = `${calm[chance(calm.length)]} ${made.mark}`;
    person.fillIn({ text, organisation: "Wijkplatform Centrum" });
    if (person.view()?.labels.some((label) => /code/i.test(label))) person.fillIn({ code: joinCode });
    await send(person, made);
  }

  async function add(person: Person): Promise<void> {
    const again = unsent.get(person.id);
    if (again !== undefined) return send(person, again);
    while (person.view() !== null) await person.close();
    const receipt = person.messages().findLast(({ buttons }) => buttons.includes("Aanvullen"));
    if (receipt === undefined) return;
    if (!isGood(await person.press("Aanvullen", { in: "message", ts: receipt.ts }))) return;
    if (!(await shown(person))) return;
    const made = words("addition");
    person.fillIn({ text: `Er is nog iets: hij eet niet. ${made.mark}` });
    await send(person, made);
  }

  /** Not waited for: Slack itself brings it again, perhaps to the next process. */
  function type(person: Person, text: string): void {
    const made = words("typed");
    const bring = async () => {
      made.acknowledged = isGood(await person.dm(`${text} ${made.mark}`));
    };
    load.goesOn(bring());
  }

  async function press(): Promise<void> {
    const cards = town.colleagues.flatMap((id) =>
      busy.has(id)
        ? []
        : slack
            .user(id)
            .messages()
            .filter(({ buttons }) => buttons.includes(labels.accepted))
            .map((message) => ({ id, message })),
    );
    const card = cards[chance(cards.length)];
    const code = /VS-\w{4}-\w{3}/.exec(card?.message.visible ?? "")?.[0];
    if (card === undefined || code === undefined) return;
    await alone(slack.user(card.id), async (person) => {
      const declines = chance(5) === 0 && card.message.buttons.includes(labels.declined);
      const act = declines ? "declined" : "accepted";
      const made: Pressed = { code, colleague: card.id, act, acknowledged: false };
      presses.push(made);
      made.acknowledged = isGood(await person.press(labels[act], { in: "message", ts: card.message.ts }));
    });
  }

  async function shown(person: Person): Promise<boolean> {
    return slack
      .eventually(() => person.view(), 600)
      .then(
        () => true,
        () => false,
      );
  }

  async function alone(person: Person, work: (person: Person) => Promise<void>): Promise<void> {
    if (busy.has(person.id)) return;
    busy.add(person.id);
    try {
      await work(person);
    } finally {
      busy.delete(person.id);
    }
  }

  /** One thing that somebody does. */
  async function one(): Promise<void> {
    const known = signaler(chance(36));
    switch (chance(8)) {
      case 0:
      case 1:
      case 2:
        return alone(known, tell);
      case 3:
        return alone(known, add);
      case 4:
        // A stranger would have to wait, when many strangers come at once.
        if (!welcome.has(known.id)) return;
        return alone(known, async (person) => type(person, "Hij was gisteren weer niet op school."));
      case 5:
        if (chance(2) === 0) return press();
        return type(signaler(1_000 + ++people), danger);
      default:
        return press();
    }
  }

  const load = {
    given,
    presses,
    /** People do things until this is aborted, a few at a time, at most so many things. */
    async run(until: AbortSignal, most = 9): Promise<void> {
      let left = most;
      const hands = Array.from({ length: 4 }, async () => {
        while (!until.aborted && left-- > 0) {
          await one();
          await pause(5 + chance(25));
        }
      });
      await Promise.all(hands);
    },
    /** This ends when it ends. */
    goesOn(doing: Promise<unknown>): void {
      late.add(doing);
      void doing.finally(() => late.delete(doing));
    },
    /** Everything that was being brought is brought, or given up. */
    async settled(): Promise<void> {
      while (late.size > 0) await Promise.all(late);
    },
  };
  return load;
}

export type Load = ReturnType<typeof openLoad>;
