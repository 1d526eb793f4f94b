import { z } from "zod";
import type { Contacts, MessageRef } from "#chat/platform.ts";
import { messageOf, placeOf, refOf } from "#chat/teams/place.ts";
import type { Address } from "#signal/address.ts";

/** The conversation in which somebody, or a channel, is reached: as the newest activity had it. */
export interface TeamsContact {
  /** Never with a message in it (`;messageid=`). */
  readonly conversation: string;
  readonly serviceUrl: string;
  readonly type: "personal" | "channel" | "groupChat";
  /** `28:<client id>` of the bot whose conversation it is: another registration can not write in it. */
  readonly botId?: string;
}

/** What the door knows of the ways to people and channels. It is in our store, sealed. */
export interface TeamsContacts {
  /** Null: no conversation is known. */
  of(address: Address): Promise<TeamsContact | null>;
  /**
   * What an activity of this person or channel says; call it for each. Writes only when it is news. For a person only a
   * personal conversation counts: what they press in a channel never makes that the place for their messages.
   */
  refresh(address: Address, facts: TeamsContact): Promise<void>;
  /** The app was taken away there. */
  forget(address: Address): Promise<void>;
  /** This notice arrived there, as this message: also another process then knows. */
  noteSent(address: Address, notice: string, ref: MessageRef): Promise<void>;
  /** The message that this notice became, when it was one of the newest there. */
  sentAs(address: Address, notice: string): Promise<MessageRef | null>;
}

/** So many of the newest messages are known per address; the outbox tries one at a time. */
const mostSent = 4;
const mostCached = 5_000;

const kept = z.object({
  conversation: z.string().min(1).max(300),
  serviceUrl: z.url().max(300),
  type: z.enum(["personal", "channel", "groupChat"]),
  botId: z.string().max(100).optional(),
  sent: z
    .array(z.tuple([z.string().max(64), z.string().max(600)]))
    .max(mostSent)
    .optional(),
});
type Kept = z.infer<typeof kept>;

/** Opens what is known of the ways to people, over the store. */
export function openTeamsContacts(store: Contacts): TeamsContacts {
  const cache = new Map<Address, Kept | null>();
  /** What could not be written: enough to answer with, and the next activity writes it. */
  const unsaved = new Map<Address, Kept>();
  /** What is being read and written, one after another for each address. */
  const lines = new Map<Address, Promise<unknown>>();

  function inLine<T>(address: Address, work: () => Promise<T>): Promise<T> {
    const mine = (lines.get(address) ?? Promise.resolve()).then(work, work).finally(() => {
      if (lines.get(address) === mine) lines.delete(address);
    });
    lines.set(address, mine);
    return mine;
  }

  function keep<V>(value: V, { at: address, into }: { at: Address; into: Map<Address, V> }): void {
    into.delete(address);
    into.set(address, value);
    const oldest = into.keys().next();
    if (into.size > mostCached && !oldest.done) into.delete(oldest.value);
  }

  async function read(address: Address): Promise<Kept | null> {
    const known = cache.get(address);
    if (known !== undefined) return known;
    const found = parsed(await store.contactOf(address));
    keep(found, { at: address, into: cache });
    return found;
  }

  async function write(address: Address, value: Kept | null): Promise<void> {
    // Not known while it is written: when that fails it is read again.
    cache.delete(address);
    await store.rememberContact(address, value === null ? null : JSON.stringify(value));
    keep(value, { at: address, into: cache });
  }

  async function refresh(address: Address, facts: TeamsContact): Promise<void> {
    const before = await read(address);
    const after = refreshed(address, before, facts);
    if (after !== null && !isSame(before, after)) await write(address, after);
  }

  return {
    of: (address) => inLine(address, async () => contactIn(unsaved.get(address) ?? (await read(address)))),
    refresh: (address, facts) =>
      inLine(address, async () => {
        try {
          await refresh(address, facts);
          unsaved.delete(address);
        } catch (thrown) {
          const known = refreshed(address, null, facts);
          if (known !== null) keep(known, { at: address, into: unsaved });
          throw thrown;
        }
      }),
    forget: (address) =>
      inLine(address, async () => {
        unsaved.delete(address);
        if ((await read(address)) !== null) await write(address, null);
      }),
    noteSent: (address, notice, ref) =>
      inLine(address, async () => {
        const before = await read(address);
        const at = messageOf(ref);
        if (before === null || at?.conversation !== before.conversation) return;
        const others = (before.sent ?? []).filter(([other]) => other !== notice);
        await write(address, {
          ...before,
          sent: [...others, [notice, at.activity] as [string, string]].slice(-mostSent),
        });
      }),
    sentAs: (address, notice) =>
      inLine(address, async () => {
        const known = await read(address);
        const found = known?.sent?.find(([one]) => one === notice);
        if (known === null || found === undefined) return null;
        return refOf({ conversation: known.conversation, activity: found[1] });
      }),
  };
}

function parsed(text: string | null): Kept | null {
  if (text === null) return null;
  try {
    const read = kept.safeParse(JSON.parse(text));
    return read.success ? read.data : null;
  } catch {
    return null;
  }
}

function contactIn(value: Kept | null): TeamsContact | null {
  if (value === null) return null;
  const { conversation, serviceUrl, type, botId } = value;
  return { conversation, serviceUrl, type, ...(botId === undefined ? {} : { botId }) };
}

/** What is known after this; null: nothing can be said. */
function refreshed(address: Address, before: Kept | null, facts: TeamsContact): Kept | null {
  const isPerson = placeOf(address)?.at.is === "person";
  if (isPerson && facts.type !== "personal") {
    // The same region, so that the way is known again after it moved.
    return before === null ? null : { ...before, serviceUrl: facts.serviceUrl };
  }
  const conversation = facts.conversation.split(";", 1)[0] ?? "";
  const sent = before?.conversation === conversation ? before.sent : undefined;
  const botId = facts.botId ?? before?.botId;
  const after = {
    conversation,
    serviceUrl: facts.serviceUrl,
    type: facts.type,
    ...(botId === undefined ? {} : { botId }),
    ...(sent === undefined ? {} : { sent }),
  };
  return kept.safeParse(after).success ? after : null;
}

function isSame(before: Kept | null, after: Kept): boolean {
  return (
    before !== null &&
    before.conversation === after.conversation &&
    before.serviceUrl === after.serviceUrl &&
    before.type === after.type &&
    before.botId === after.botId
  );
}
