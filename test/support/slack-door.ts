import { createServer } from "node:http";
import type { Clock } from "#base/clock.ts";
import { silentLog } from "#base/log.ts";
import { pack } from "#chat/packed.ts";
import type { ChatPlatform, Counter, Memory, Outgoing } from "#chat/platform.ts";
import { packedNote, plainNote } from "#chat/slack/answer/modal-stack.ts";
import { addressOf, placeOf } from "#chat/slack/place.ts";
import { openSlackPlatform } from "#chat/slack/slack-platform.ts";
import { drawChart } from "#digest/chart.ts";
import { pngOf } from "#digest/picture.ts";
import type { Address } from "#signal/address.ts";
import { type Act, formActs } from "#signal/press.ts";
import type { Reply } from "#texts/card.ts";
import { openFakeSlack } from "./fake-slack/fake-slack.ts";
import { hookedSet } from "./hooked-set.ts";
import type { Said } from "./stage.ts";

/** Everything that a stage asks of its door. */
type House = () => { readonly counter: Counter; readonly memory: Memory };

/**
 * The real Slack door as the door of a stage: what is pressed goes as a signed request over real HTTP into the door, what is
 * said goes over real HTTP to a strict Slack. The stage's own names (`chat:ben`) become people there and back.
 */
export async function openSlackDoor(house: House, time: Clock) {
  // Every message is a second later: nobody gets more than Slack lets through.
  let ahead = 0;
  const clock = { now: () => time.now() + ahead };
  const slack = await openFakeSlack({ clock, ackMs: 20_000 });
  const names = new Map<string, Address>();
  const cards = new Map<string, Said>();
  const sends: Outgoing[] = [];
  const refs = new Map<string, string>();
  let heard: Reply | null = null;

  function placeFor(address: string): Address {
    const name = address.slice(address.indexOf(":") + 1).toUpperCase();
    const bare = name.replaceAll(/[^A-Z0-9]/g, "");
    const isChannel = /TEAM|MANAGE|KANAAL|CHANNEL/.test(bare);
    const id = `${isChannel ? "C" : "U"}0${bare}`;
    names.set(id, address as Address);
    if (isChannel) slack.channel(id);
    else slack.user(id);
    return addressOf({ home: slack.home, id });
  }
  const userAt = (address: Address) => slack.user(placeOf(placeFor(address))?.id ?? "");

  const refuses = hookedSet((address, isRefused) => {
    const id = placeOf(placeFor(address))?.id ?? "";
    if (id.startsWith("C")) slack.channel(id, { isArchived: isRefused });
    else slack.user(id, { unreachable: isRefused ? "user_disabled" : "" });
  });
  const state = {
    get down() {
      return isDown;
    },
    set down(down: boolean) {
      isDown = down;
      if (down) slack.fail("*", { fault: "status", status: 503 }, { times: Number.POSITIVE_INFINITY });
      else slack.heal();
    },
  };
  let isDown = false;

  const counter: Counter = {
    async press(press) {
      heard = await house().counter.press({ ...press, by: nameOf(press.by) });
      return heard;
    },
    say: (press) => house().counter.say({ ...press, by: nameOf(press.by) }),
  };
  const nameOf = (address: Address) => names.get(placeOf(address)?.id ?? "") ?? address;

  const door = openSlackPlatform({
    botToken: slack.botToken,
    inbound: { how: "http", signingSecret: slack.signingSecret },
    apiUrl: slack.apiUrl,
    clock,
    memory: {
      recall: (name) => house().memory.recall(name),
      remember: (n, v) => house().memory.remember(n, v),
    },
    homes: [slack.home],
    readers: async () => [],
    draw: async ({ chart, title, alt }) => Buffer.from(pngOf(drawChart(chart, title, alt))),
    log: silentLog,
  });
  const server = createServer((request, response) => door.handle?.(request, response));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const bound = server.address();
  slack.deliverTo(
    `http://127.0.0.1:${typeof bound === "object" && bound !== null ? bound.port : 0}/slack/events`,
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
    slack,
    chat: {
      platform,
      sends,
      refuses,
      state,
      refOf: ({ id }: Pick<Outgoing, "id">) => refs.get(id) ?? "",
      said: () => [...cards.values()],
    },
    start: () => door.start(counter),
    /** What Slack sends when this is pressed, or when a dialog with these fields is sent. Gives what the counter answered. */
    async press(by: Address, act: Act, on: string, fields: Record<string, string> | null): Promise<Reply> {
      heard = null;
      const user = userAt(by);
      const withForm: readonly Act[] = formActs;
      const delivery =
        fields !== null && withForm.includes(act)
          ? await user.submitRaw({
              callback_id: act,
              private_metadata: packedNote({ ...plainNote, on }),
              values: Object.fromEntries(
                Object.entries(fields).map(([name, value]) => [
                  name,
                  { [name]: { type: "plain_text_input", value } },
                ]),
              ),
            })
          : await user.pressRaw({ action_id: act, value: pack({ on, fields }) });
      if (heard === null)
        throw new Error(`Slack's press of "${act}" did not reach the counter: ${delivery.status}.`);
      return heard;
    },
    say: async (by: Address, text: string, under?: string) => {
      const user = userAt(by);
      const [, ts] = under?.split("/") ?? [];
      // Who types under an answer types in the thread where it stands.
      const thread_ts = user.messages().find((message) => message.ts === ts)?.threadTs ?? ts;
      await user.dm(text, thread_ts === undefined ? {} : { thread_ts });
    },
    async close() {
      slack.assertNoFaults();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await slack.close();
    },
  };
}
