import type { Delivery, Person } from "./fake-teams/fake-teams.ts";
import { joinCode, pause } from "./kill-slack.ts";
import type { TeamsKillTown } from "./kill-teams.ts";

/** Words that somebody gave, and how: each carries a mark of its own, so that it can be found again. */
export interface Given {
  readonly mark: string;
  readonly by: "dialog" | "addition" | "typed";
  /** Teams was told that it is safe. */
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

/**
 * People who tell, type, add and press, each one thing at a time, whatever the program does meanwhile: what Teams shows as
 * failed is done again, as people do.
 */
export function openTeamsLoad(town: TeamsKillTown, chance: (below: number) => number) {
  const { teams } = town;
  const given: Given[] = [];
  const presses: Pressed[] = [];
  const busy = new Set<string>();
  /** Dialogs that were sent, and of which Teams said that it failed. */
  const unsent = new Map<string, Given>();
  /** Who told something with the code of an organisation. */
  const welcome = new Set<string>();
  const late = new Set<Promise<unknown>>();
  let marks = 0;
  let strangers = 0;

  const isGood = ({ status, late: tooLate }: Delivery) => status === 200 && !tooLate;
  function words(by: Given["by"]): Given {
    const made = { mark: `kenmerk${String(++marks).padStart(5, "0")}x`, by, acknowledged: false };
    given.push(made);
    return made;
  }
  const signaler = (name: string) => ({ name, person: teams.user(name) });
  type Who = ReturnType<typeof signaler>;

  /** A dialog is on the screen: it is filled in, sent, and when that fails sent again at the next occasion. */
  async function send({ name, person }: Who, made: Given): Promise<void> {
    const sent = await person.submit();
    const isKept = isGood(sent) && !/"attention"/.test(sent.body);
    if (!isKept) {
      unsent.set(name, made);
      return;
    }
    made.acknowledged = true;
    welcome.add(name);
    unsent.delete(name);
    person.close();
  }

  async function tell(who: Who): Promise<void> {
    const again = unsent.get(who.name);
    if (again !== undefined) return send(who, again);
    const { person } = who;
    person.close();
    const made = words("dialog");
    await person.extension("signaal", { text: `${calm[chance(calm.length)]} ${made.mark}` });
    const dialog = person.dialog();
    if (dialog === null) return;
    person.fillIn({ organisation: "Wijkplatform Centrum" });
    if (dialog.labels.some((label) => /code/i.test(label))) person.fillIn({ code: joinCode });
    await send(who, made);
  }

  async function add(who: Who): Promise<void> {
    const again = unsent.get(who.name);
    if (again !== undefined) return send(who, again);
    const { person } = who;
    person.close();
    const receipt = person.messages().findLast(({ buttons }) => buttons.includes("Aanvullen"));
    if (receipt === undefined) return;
    await person.press("Aanvullen", { in: "message", id: receipt.id });
    if (person.dialog() === null) return;
    const made = words("addition");
    person.fillIn({ text: `Er is nog iets: hij eet niet. ${made.mark}` });
    await send(who, made);
  }

  /** Not waited for: Teams itself brings it again where there was no answer, perhaps to the next process. */
  function type(person: Person, text: string): void {
    const made = words("typed");
    const bring = async () => {
      made.acknowledged = isGood(await person.write(`${text} ${made.mark}`));
    };
    load.goesOn(bring());
  }

  async function press(): Promise<void> {
    const cards = town.colleagues.flatMap((id) =>
      busy.has(id)
        ? []
        : teams
            .user(id)
            .messages()
            .filter(({ buttons }) => buttons.includes(labels.accepted))
            .map((message) => ({ id, message })),
    );
    const card = cards[chance(cards.length)];
    const code = /VS-\w{4}-\w{3}/.exec(card?.message.visible ?? "")?.[0];
    if (card === undefined || code === undefined) return;
    await alone(signaler(card.id), async ({ person }) => {
      const declines = chance(5) === 0 && card.message.buttons.includes(labels.declined);
      const act = declines ? "declined" : "accepted";
      const made: Pressed = { code, colleague: card.id, act, acknowledged: false };
      presses.push(made);
      made.acknowledged = isGood(await person.press(labels[act], { in: "message", id: card.message.id }));
    });
  }

  async function alone(who: Who, work: (who: Who) => Promise<void>): Promise<void> {
    if (busy.has(who.name)) return;
    busy.add(who.name);
    try {
      await work(who);
    } finally {
      busy.delete(who.name);
    }
  }

  /** One thing that somebody does. */
  async function one(): Promise<void> {
    const known = signaler(`mens${chance(36)}`);
    switch (chance(8)) {
      case 0:
      case 1:
      case 2:
        return alone(known, tell);
      case 3:
        return alone(known, add);
      case 4:
        // A stranger would have to wait, when many strangers come at once.
        if (!welcome.has(known.name)) return;
        return alone(known, async ({ person }) => type(person, "Hij was gisteren weer niet op school."));
      case 5:
        if (chance(2) === 0) return press();
        return type(teams.user(`vreemde${++strangers}`), danger);
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

export type TeamsLoad = ReturnType<typeof openTeamsLoad>;
