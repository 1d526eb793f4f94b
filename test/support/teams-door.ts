import { createHash } from "node:crypto";
import { createServer } from "node:http";
import type { Clock } from "#base/clock.ts";
import { silentLog } from "#base/log.ts";
import { pack } from "#chat/packed.ts";
import type { ChatPlatform, Contacts, Counter, Memory, Outgoing } from "#chat/platform.ts";
import { opensDialog } from "#chat/teams/buttons.ts";
import { messageOf } from "#chat/teams/place.ts";
import { openTeamsPlatform } from "#chat/teams/teams-platform.ts";
import { drawChart } from "#digest/chart.ts";
import { pngOf } from "#digest/picture.ts";
import type { Address } from "#signal/address.ts";
import { type Act, formActs } from "#signal/press.ts";
import type { Reply } from "#texts/card.ts";
import { openFakeTeams } from "./fake-teams/fake-teams.ts";
import { hookedSet } from "./hooked-set.ts";
import type { Said } from "./stage.ts";

/** Everything that a stage asks of its door. */
type House = () => { readonly counter: Counter; readonly memory: Memory & Contacts };

/**
 * The real Teams door as the door of a stage: what is pressed goes as a signed activity over real HTTP into the door, what is
 * said goes over real HTTP to a strict Teams. The stage's own names (`chat:ben`) become people there and back.
 */
export async function openTeamsDoor(house: House, time: Clock) {
  // Every message is a second later: nobody gets more than Teams lets through.
  let ahead = 0;
  const clock = { now: () => time.now() + ahead };
  const teams = await openFakeTeams({ clock, invokeMs: 20_000, messageMs: 20_000 });
  const names = new Map<string, Address>();
  const cards = new Map<string, Said>();
  const sends: Outgoing[] = [];
  const refs = new Map<string, string>();
  let heard: Reply | null = null;
  let pressed = 0;

  function isChannel(address: string): boolean {
    return /team|manage|kanaal|channel/i.test(nameIn(address));
  }
  function placeFor(address: string): Address {
    const name = nameIn(address);
    const place = isChannel(address) ? teams.addressOf(teams.channel(name)) : teams.user(name).address;
    names.set(place, address as Address);
    return place;
  }
  function personAt(address: Address) {
    placeFor(address);
    return teams.user(nameIn(address));
  }

  const refuses = hookedSet((address, isRefused) => {
    if (isChannel(address)) teams.channel(nameIn(address), { isArchived: isRefused });
    else teams.user(nameIn(address), { blocked: isRefused });
  });
  let isDown = false;
  const state = {
    get down() {
      return isDown;
    },
    set down(down: boolean) {
      isDown = down;
      if (down) teams.fail("*", { fault: "status", status: 503 }, { times: Number.POSITIVE_INFINITY });
      else teams.heal();
    },
  };

  const nameOf = (address: Address) => names.get(address) ?? address;
  const counter: Counter = {
    async press(press) {
      const reply = await house().counter.press({ ...press, by: nameOf(press.by) });
      // What is asked for again, to show the same dialog once more, is not what was pressed.
      heard ??= reply;
      return reply;
    },
    say: (press) => house().counter.say({ ...press, by: nameOf(press.by) }),
  };

  const door = openTeamsPlatform({
    clientId: teams.clientId,
    secret: { how: "secret", clientSecret: teams.clientSecret },
    tenant: teams.tenant,
    tenants: [],
    serviceHosts: [teams.serviceHost],
    loginUrl: teams.loginUrl,
    openIdUrl: teams.openIdUrl,
    clock,
    contacts: {
      contactOf: (address) => house().memory.contactOf(address),
      rememberContact: (address, value) => house().memory.rememberContact(address, value),
    },
    memory: {
      recall: (name) => house().memory.recall(name),
      remember: (name, value) => house().memory.remember(name, value),
    },
    draw: async ({ chart, title, alt }) => Buffer.from(pngOf(drawChart(chart, title, alt))),
    log: silentLog,
    // Here messages go out after the answer.
    waitForCardMs: 1,
  });
  const server = createServer((request, response) => door.handle(request, response));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const bound = server.address();
  teams.deliverTo(
    `http://127.0.0.1:${typeof bound === "object" && bound !== null ? bound.port : 0}/api/messages`,
  );

  const platform: ChatPlatform = {
    name: "chat",
    start: async () => async () => {},
    async send(message) {
      const to = placeFor(message.to);
      if (refuses.has(message.to)) refuses.add(message.to);
      ahead += 1_000;
      const ref = await door.send({ ...message, to });
      sends.push(message);
      refs.set(message.id, ref);
      const times = (cards.get(ref)?.times ?? 0) + 1;
      cards.set(ref, { to: message.to, card: message.card, times });
      return ref;
    },
  };

  return {
    teams,
    chat: {
      platform,
      sends,
      refuses,
      state,
      refOf: ({ id }: Pick<Outgoing, "id">) => refs.get(id) ?? "",
      said: () => [...cards.values()],
    },
    start: () => door.start(counter),
    /** What Teams sends when this is pressed, or when a dialog with these fields is sent. Gives what the counter answered. */
    async press(by: Address, act: Act, on: string, fields: Record<string, string> | null): Promise<Reply> {
      heard = null;
      pressed += 1;
      const person = personAt(by);
      const context = { theme: "default" };
      const withForm: readonly Act[] = formActs;
      const isForm = fields !== null && withForm.includes(act);
      const button = { act, packed: pack({ on, fields: isForm ? null : fields }) };
      const delivery = isForm
        ? await person.invokeRaw("task/submit", {
            data: { ...button, dialog: dialogOf(pressed), ...fields },
            context,
          })
        : opensDialog({ act, ...(fields === null ? {} : { fields }) })
          ? await person.invokeRaw("task/fetch", {
              data: { ...button, msteams: { type: "task/fetch" } },
              context,
            })
          : await person.executeRaw({ verb: act, data: button });
      if (heard === null)
        throw new Error(`Teams' press of "${act}" did not reach the counter: ${delivery.status}.`);
      return heard;
    },
    async say(by: Address, text: string, under?: string) {
      const quote = under === undefined ? undefined : messageOf(under)?.activity;
      await personAt(by).write(text, quote === undefined ? {} : { quote });
    },
    async close() {
      teams.assertNoFaults();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await teams.close();
    },
  };
}

function nameIn(address: string): string {
  return address.slice(address.indexOf(":") + 1);
}

/** Every dialog that is opened has an id of its own. */
function dialogOf(nth: number): string {
  return createHash("md5").update(`dialog ${nth}`).digest("hex");
}
