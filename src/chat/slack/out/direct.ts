import { z } from "zod";
import type { Clock } from "#base/clock.ts";
import { unreadable } from "#chat/slack/errors.ts";
import type { SlackApi } from "#chat/slack/out/web-api.ts";
import type { SlackPlace } from "#chat/slack/place.ts";

const opened = z.object({ channel: z.object({ id: z.string().regex(/^[A-Z0-9]{2,30}$/) }) });

/** Where messages for a place go. */
export interface Channels {
  /** A person's direct message with us (opened when it is not), or the channel as it is. Throws Problem. */
  channelOf(place: SlackPlace): Promise<string>;
  /** It turned out to be wrong. True: it was of use before, and opening it anew may give another one. */
  forget(place: SlackPlace): boolean;
}

/**
 * How long a direct message counts as open. Slack takes messages for people who have left without a word
 * (slackapi/python-slack-sdk 1156); only opening says that they are gone.
 */
const openForMs = 10 * 60_000;

/** Opens direct messages, each once in ten minutes. */
export function openChannels(api: SlackApi, clock: Clock): Channels {
  const known = new Map<string, { readonly channel: string; readonly at: number; uses: number }>();
  return {
    async channelOf({ id }) {
      if (!/^[UW]/.test(id)) return id;
      const before = known.get(id);
      const now = clock.now();
      if (before !== undefined && Math.abs(now - before.at) < openForMs) {
        before.uses += 1;
        return before.channel;
      }
      const answer = opened.safeParse(await api.call("conversations.open", { users: id }));
      if (!answer.success) throw unreadable();
      const { channel } = answer.data;
      known.set(id, { channel: channel.id, at: now, uses: 1 });
      return channel.id;
    },
    forget({ id }) {
      const uses = known.get(id)?.uses ?? 0;
      known.delete(id);
      return uses > 1;
    },
  };
}

/** Can we read back what we sent there? Only direct messages: reading channels is a permission we do not ask for. */
export function isDirect(channel: string): boolean {
  return channel.startsWith("D");
}
