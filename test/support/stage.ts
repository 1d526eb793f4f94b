import { join } from "node:path";
import { type Clock, stoppedClock } from "#base/clock.ts";
import { type Log, silentLog } from "#base/log.ts";
import { Problem } from "#base/problem.ts";
import type { ChatPlatform, Contacts, Counter, Memory, Outgoing } from "#chat/platform.ts";
import type { Classifier } from "#classify/classifier.ts";
import { openEmbedded } from "#classify/embedded/engine.ts";
import type { SecondReader } from "#classify/second-reader.ts";
import { type House, openHouse } from "#house.ts";
import { loadKeyRing } from "#privacy/key-file.ts";
import { openVault } from "#privacy/vault.ts";
import type { Address } from "#signal/address.ts";
import type { Directory } from "#signal/directory.ts";
import type { Act } from "#signal/press.ts";
import { openSqliteStore } from "#store/sqlite/sqlite-store.ts";
import type { Sealer } from "#store/store.ts";
import type { Card } from "#texts/card.ts";
import { turnTo } from "#timers/turn.ts";
import { freshFolder, removeFolder } from "./folder.ts";
import { sampleDirectory } from "./sample-directory.ts";
import { openSlackDoor } from "./slack-door.ts";

/** A message as its reader has it now. */
export interface Said {
  readonly to: Address;
  readonly card: Card;
  /** How often this card was sent or updated. */
  readonly times: number;
}

/** A platform that shows everything to the test: one entry per card, in the order in which the cards were first sent. */
export function openFakePlatform(name = "chat") {
  const cards = new Map<string, Said>();
  const sends: Outgoing[] = [];
  const refs = new Map<string, string>();
  /** Addresses that refuse, and a way to be down. */
  const refuses = new Set<string>();
  const state = { down: false };
  const platform: ChatPlatform = {
    name,
    start: async () => async () => {},
    async send(message) {
      if (state.down) throw new Problem("retry", "The platform is down.");
      if (refuses.has(message.to)) throw new Problem("refused", "This reader is gone.");
      sends.push(message);
      const ref = message.updates ?? message.id;
      refs.set(message.id, ref);
      const times = (cards.get(ref)?.times ?? 0) + 1;
      cards.set(ref, { to: message.to, card: message.card, times });
      return ref;
    },
  };
  /** The platform's reference of a message that was sent. */
  const refOf = ({ id }: Pick<Outgoing, "id">) => refs.get(id) ?? "";
  return { platform, sends, refuses, state, refOf, said: () => [...cards.values()] };
}

/** The counter itself as a door, and a platform that shows everything. */
function openBareDoor(house: () => { readonly counter: Counter }) {
  let pressed = 0;
  return {
    chat: openFakePlatform(),
    start: async () => async () => {},
    press: (by: Address, act: Act, on: string, fields: Record<string, string> | null) =>
      house().counter.press({ key: `press-${++pressed}`, by, act, on, fields }),
    say(by: Address, text: string, under?: string) {
      const press = { key: `say-${++pressed}`, by, act: "tell", on: "", fields: { text } } as const;
      return house().counter.say(under === undefined ? press : { ...press, under });
    },
    close: async () => {},
  };
}

/** STAGE_DOOR=slack or teams: every journey goes through the real door of that platform, over HTTP. */
// oxlint-disable-next-line no-process-env -- chosen by the one who runs the tests
const doorName = process.env["STAGE_DOOR"];

async function openDoor(
  house: () => { readonly counter: Counter; readonly memory: Memory & Contacts },
  clock: Clock,
) {
  if (doorName === "slack") return openSlackDoor(house, clock);
  // Loaded only here: its vendor takes a while.
  if (doorName === "teams") return (await import("./teams-door.ts")).openTeamsDoor(house, clock);
  return openBareDoor(house);
}

/** STAGE_STORE=postgres: every journey keeps its signals in a real PostgreSQL. */
// oxlint-disable-next-line no-process-env -- chosen by the one who runs the tests
const storeName = process.env["STAGE_STORE"];

/** No door of a platform, and SQLite: this stage is fast. */
export const isBareStage = doorName === undefined && storeName === undefined;

/** Where the store of this stage lives, and how it is opened, again too. */
async function openRooms(folder: string, sealer: Sealer) {
  if (storeName !== "postgres") {
    const open = async () => openSqliteStore(join(folder, "voelspriet.db"), sealer, { mode: "serve" });
    return { open, remove: async () => {} };
  }
  const { freshDatabase } = await import("./postgres/database.ts");
  const { openPostgresStore } = await import("#store/postgres/postgres-store.ts");
  const database = await freshDatabase();
  const open = async () =>
    (await openPostgresStore({ url: database.url, mode: "serve", connections: 4 }, sealer)).store;
  return { open, remove: () => database.drop() };
}

export interface StageOptions {
  /** Local time in Amsterdam of the start: a Tuesday in office hours where nothing is said. */
  readonly start?: string;
  readonly directory?: Directory;
  readonly classifier?: Classifier;
  /** A language model that reads along. */
  readonly secondReader?: SecondReader;
  readonly log?: Log;
}

/** Tuesday 17 November 2026, 10:12 in Amsterdam (winter time, UTC+1). */
export const tuesday = "2026-11-17T10:12:00+01:00";

const minute = 60_000;

/** The whole house on real SQLite, with a fake platform and a clock that is turned by hand. Close it at the end. */
export async function openStage(options: StageOptions = {}) {
  const folder = freshFolder("stage");
  const clock = stoppedClock(Date.parse(options.start ?? tuesday));
  const sealer = openVault(loadKeyRing(join(folder, "keys.json"), "make-when-missing"));
  const rooms = await openRooms(folder, sealer);
  const directory = options.directory ?? sampleDirectory();
  const classifier = options.classifier ?? openEmbedded();
  const log = options.log ?? silentLog;
  const { secondReader = null } = options;
  const build = async (): Promise<House> =>
    openHouse({
      store: await rooms.open(),
      directory,
      clock,
      classifier,
      secondReader,
      platforms: [door.chat.platform],
      log,
    });
  const inside = () => ({ counter: house.counter, memory: house.store });
  const door = await openDoor(inside, clock);
  const { chat } = door;
  let house: House = await build();
  const closeDoor = await door.start();

  const stage = {
    folder,
    clock,
    chat,
    directory,
    get house() {
      return house;
    },
    get store() {
      return house.store;
    },
    /** Somebody presses something, and everything that follows at once happens. */
    async press(by: Address, act: Act, on = "", fields: Record<string, string> | null = {}) {
      const reply = await door.press(by, act, on, fields);
      await house.runDue();
      return reply;
    },
    /** Somebody types something in a direct message (`under`: in the thread of that message), and everything that follows at once happens. */
    async say(by: Address, text: string, { under }: { under?: string } = {}) {
      await door.say(by, text, under);
      await house.runDue();
    },
    /** A concern is reported; gives the signal as it is when everything due has happened. */
    async report(text: string, fields: Record<string, string> = {}, by: Address = "chat:juf") {
      await stage.press(by, "report", "", { organisation: "de-wilg", ...fields, text });
      return stage.latest(by);
    },
    async latest(by: Address = "chat:juf") {
      const signals = await house.store.signalsOf(house.store.signalerId(by), 50);
      const latest = signals.sort((a, b) => b.receivedAt - a.receivedAt)[0];
      if (latest === undefined) throw new Error("No signal was stored.");
      return latest;
    },
    async signal(code: string) {
      const signal = await house.store.findByCode(code);
      if (signal === null) throw new Error(`There is no signal ${code}.`);
      return signal;
    },
    /** Turns the clock on, stopping wherever something is due. */
    async pass(time: { minutes?: number; hours?: number; days?: number }) {
      const target =
        clock.now() + ((time.minutes ?? 0) + 60 * ((time.hours ?? 0) + 24 * (time.days ?? 0))) * minute;
      await stage.turnTo(target);
    },
    async turnTo(target: number) {
      await turnTo(clock, target, { next: () => house.store.nextDue(), work: () => house.runDue() });
    },
    /** Who has been sent what so far: "chat:ben Titel van de kaart". */
    get said() {
      return chat.said().map(({ to, card }) => `${to} ${card.title}`);
    },
    /** The second reader has answered, or was given up, and everything that follows happens. */
    async reread() {
      await house.secondOpinions?.idle();
      await house.runDue();
    },
    /** The cards of one reader. */
    cardsOf: (to: Address) =>
      chat
        .said()
        .filter((said) => said.to === to)
        .map((said) => said.card),
    /** The process ends and starts again. */
    async restart() {
      await house.store.close();
      house = await build();
    },
    async close() {
      await closeDoor();
      await door.close();
      await house.secondOpinions?.rest();
      // Whatever a journey did: everything opens, and the event log is whole.
      await house.store.check("whole");
      await house.store.close();
      await rooms.remove();
      removeFolder(folder);
    },
  };
  return stage;
}

export type Stage = Awaited<ReturnType<typeof openStage>>;
