import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { stoppedClock } from "#base/clock.ts";
import { silentLog } from "#base/log.ts";
import { pack } from "#chat/packed.ts";
import { openSlackPlatform } from "#chat/slack/slack-platform.ts";
import { openTeamsPlatform } from "#chat/teams/teams-platform.ts";
import { pressOf } from "#chat/web/inbound.ts";
import { openEmbedded } from "#classify/embedded/engine.ts";
import { openHouse } from "#house.ts";
import { loadKeyRing } from "#privacy/key-file.ts";
import { openVault } from "#privacy/vault.ts";
import type { Address } from "#signal/address.ts";
import type { Directory } from "#signal/directory.ts";
import type { Act } from "#signal/press.ts";
import { openSqliteStore } from "#store/sqlite/sqlite-store.ts";
import { turnTo } from "#timers/turn.ts";
import { openFakeSlack } from "./fake-slack/fake-slack.ts";
import { openFakeTeams } from "./fake-teams/fake-teams.ts";
import { freshFolder, removeFolder } from "./folder.ts";
import { saidInCard, saidInForm } from "./said-in.ts";
import { sampleDirectory } from "./sample-directory.ts";
import { openFakePlatform, tuesday } from "./stage.ts";

export type Side = "slack" | "teams" | "web";
export type Fields = Readonly<Record<string, string>>;

/** Somebody with the client of their platform in front of them. */
export interface Actor {
  readonly address: Address;
  /** Presses the button with this act on the newest message that has it. What opens, opens. */
  press(act: Act): Promise<void>;
  /** Presses it, fills in what opens, sends it and closes what then stands there. */
  send(act: Act, fields: Fields): Promise<void>;
  /** Tells something, where that is done. */
  tell(text: string): Promise<void>;
  /** What stands on the screen in a dialog; empty: nothing. */
  dialog(): string;
  close(): void;
  /** What can be read in the messages of the app, in order. */
  said(): readonly string[];
}

/**
 * The whole house with all three doors: Slack and Teams over real HTTP at strict fakes, and the page. `where` says on which
 * side each colleague is; two sides: the first is the one they chose.
 */
export async function openAcrossStage(
  where: (person: string) => readonly Side[],
  change: (town: Directory, at: (side: Side, name: string) => Address) => Directory = (town) => town,
) {
  const folder = freshFolder("across");
  const clock = stoppedClock(Date.parse(tuesday));
  const slack = await openFakeSlack({ clock, ackMs: 20_000 });
  const teams = await openFakeTeams({ clock, invokeMs: 20_000 });
  const page = openFakePlatform("web");
  const at = (side: Side, name: string): Address => {
    if (side === "slack") return `slack:${slack.home}/${slackId(name)}`;
    return side === "teams" ? teams.addressOf(name) : `web:${name}`;
  };
  const sample = sampleDirectory();
  const town: Directory = {
    ...sample,
    people: sample.people.map((one) => ({
      ...one,
      addresses: where(one.id).map((side) => at(side, one.id)),
    })),
  };
  for (const { id } of town.people) slack.user(slackId(id), { name: id });
  const directory = change(town, at);
  const sealer = openVault(loadKeyRing(join(folder, "keys.json"), "make-when-missing"));
  const store = openSqliteStore(join(folder, "voelspriet.db"), sealer, { mode: "serve" });
  const common = { clock, memory: store, draw: async () => Buffer.from("a picture"), log: silentLog };
  const slackDoor = openSlackPlatform({
    ...common,
    botToken: slack.botToken,
    inbound: { how: "http", signingSecret: slack.signingSecret },
    apiUrl: slack.apiUrl,
    homes: [slack.home],
    readers: async () => [],
  });
  const teamsDoor = openTeamsPlatform({
    ...common,
    clientId: teams.clientId,
    secret: { how: "secret", clientSecret: teams.clientSecret },
    tenant: teams.tenant,
    tenants: [],
    serviceHosts: [teams.serviceHost],
    loginUrl: teams.loginUrl,
    openIdUrl: teams.openIdUrl,
    contacts: store,
    waitForCardMs: 1,
  });
  const house = openHouse({
    store,
    directory,
    clock,
    classifier: openEmbedded(),
    platforms: [slackDoor, teamsDoor, page.platform],
    log: silentLog,
  });
  const server = createServer((request, response) =>
    request.url === "/api/messages"
      ? teamsDoor.handle(request, response)
      : slackDoor.handle?.(request, response),
  );
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const stops = [await slackDoor.start(house.counter), await teamsDoor.start(house.counter)];
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  slack.deliverTo(`${url}/slack/events`);
  teams.deliverTo(`${url}/api/messages`);
  await slack.eventually(() => slackDoor.health().ready && teamsDoor.health().ready);
  let pressed = 0;

  function onSlack(name: string): Actor {
    const person = slack.user(slackId(name));
    const actor: Actor = {
      address: at("slack", name),
      async press(act) {
        await person.press(act);
        await stage.settle();
      },
      async send(act, fields) {
        const before = person.view()?.id;
        await person.press(act);
        await slack.eventually(() => person.view() !== null && person.view()?.id !== before);
        await person.fillIn(fields).submit();
        await stage.settle();
        actor.close();
      },
      async tell(text) {
        await person.shortcut("signaal_delen");
        await slack.eventually(() => person.view());
        await person.fillIn({ organisation: "Basisschool De Wilg", text }).submit();
        actor.close();
        await stage.settle();
      },
      dialog: () => person.view()?.visible ?? "",
      close() {
        while (person.view() !== null) void person.close();
      },
      said: () =>
        person
          .messages()
          .filter(({ user }) => user === slack.bot.userId)
          .map(({ visible }) => visible),
    };
    return actor;
  }

  function onTeams(name: string): Actor {
    const person = teams.user(name);
    const actor: Actor = {
      address: at("teams", name),
      async press(act) {
        await person.press(act);
        await stage.settle();
      },
      async send(act, fields) {
        await person.press(act);
        await person.fillIn(fields).submit();
        await stage.settle();
        person.close();
      },
      async tell(text) {
        await person.extension("signaal", { text });
        await person.fillIn({ organisation: "Basisschool De Wilg" }).submit();
        person.close();
        await stage.settle();
      },
      dialog: () => person.dialog()?.visible ?? "",
      close: () => person.close(),
      said: () =>
        person
          .messages()
          .filter(({ from }) => from === "app")
          .map(({ visible }) => visible),
    };
    return actor;
  }

  /** The page: what it sends, by the door's own reading of it. */
  function onPage(name: string): Actor {
    const address = at("web", name);
    const cards = () =>
      page
        .said()
        .filter(({ to }) => to === address)
        .map(({ card }) => card);
    async function post(act: Act, on: string, fields: Fields | null) {
      pressed += 1;
      const packed = pack({ on, fields: null });
      const read = pressOf({ key: `page-press-${pressed}`, as: address, act, packed, inputs: fields });
      if (read === null) throw new Error(`The page's press of "${act}" is none.`);
      const reply = await house.counter.press(read.press);
      await stage.settle();
      return reply;
    }
    let shown = "";
    const buttonFor = (act: Act) => {
      const found = cards()
        .toReversed()
        .flatMap(({ buttons }) => buttons)
        .find((button) => button.act === act);
      if (found === undefined) throw new Error(`${name} has no button "${act}" on the page.`);
      return found;
    };
    return {
      address,
      async press(act) {
        const { on, fields } = buttonFor(act);
        const { card, form } = await post(act, on, fields ?? null);
        const said = card !== null ? saidInCard(card) : form !== null ? saidInForm(form) : [];
        shown = said.map(({ text }) => text).join("\n");
      },
      async send(act, fields) {
        await post(act, buttonFor(act).on, fields);
      },
      async tell(text) {
        await post("report", "", { organisation: "de-wilg", text });
      },
      dialog: () => shown,
      close() {
        shown = "";
      },
      said: () =>
        cards().map((card) =>
          saidInCard(card)
            .map(({ text }) => text)
            .join("\n"),
        ),
    };
  }

  const stage = {
    slack,
    teams,
    clock,
    store,
    house,
    at,
    actor: (side: Side, name: string): Actor =>
      side === "slack" ? onSlack(name) : side === "teams" ? onTeams(name) : onPage(name),
    /** Everything that was ever said as a message, as the platforms got it. */
    posted(): string {
      const calls = slack.calls().filter(({ method }) => !method.startsWith("views."));
      return JSON.stringify([calls, slack.ephemerals(), teams.calls()]);
    },
    async settle() {
      await slack.quiet(20);
      await stage.pass({ seconds: 20 });
    },
    async pass(time: { seconds?: number; minutes?: number; hours?: number }) {
      const seconds = (time.seconds ?? 0) + 60 * ((time.minutes ?? 0) + 60 * (time.hours ?? 0));
      await turnTo(clock, clock.now() + seconds * 1_000, {
        next: () => store.nextDue(),
        work: () => house.runDue(),
      });
      await Promise.all([slack.quiet(20), teams.quiet(20)]);
    },
    async signalOf(actor: Actor) {
      const signals = await store.signalsOf(store.signalerId(actor.address), 50);
      const latest = signals.sort((a, b) => b.receivedAt - a.receivedAt)[0];
      if (latest === undefined) throw new Error("No signal was stored.");
      return latest;
    },
    async close() {
      for (const stop of stops) await stop();
      await new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      });
      await store.close();
      await Promise.all([slack.close(), teams.close()]);
      removeFolder(folder);
      slack.assertNoFaults();
      teams.assertNoFaults();
    },
  };
  return stage;
}

export type AcrossStage = Awaited<ReturnType<typeof openAcrossStage>>;

function slackId(name: string): string {
  return `U0${name.toUpperCase()}`;
}
