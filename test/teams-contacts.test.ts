import { expect, test } from "vitest";
import { openTeamsContacts, type TeamsContact } from "#chat/teams/contacts.ts";
import { defaultServiceUrl, isServiceUrl } from "#chat/teams/out/service-host.ts";
import { ben, contactsInMemory, team } from "./support/small-connector.ts";

const way: TeamsContact = {
  conversation: "a:ben",
  serviceUrl: "https://smba.trafficmanager.net/emea/",
  type: "personal",
  botId: "28:aaaaaaaa-bbbb-cccc-dddd-eeeeeeeeeeee",
};

/** A store that counts. */
function counting() {
  const store = contactsInMemory();
  const count = { reads: 0, writes: 0, fails: false };
  return {
    count,
    kept: store.kept,
    contactOf: async (address: `${string}:${string}`) => {
      count.reads += 1;
      return store.contactOf(address);
    },
    rememberContact: async (address: `${string}:${string}`, value: string | null) => {
      if (count.fails) throw new Error("The disk is full.");
      count.writes += 1;
      await store.rememberContact(address, value);
    },
  };
}

test("what an activity says is kept, and written only when it is news", async () => {
  const store = counting();
  const contacts = openTeamsContacts(store);
  expect(await contacts.of(ben)).toBeNull();
  for (let times = 0; times < 5; times++) await contacts.refresh(ben, way);
  expect(store.count).toMatchObject({ reads: 1, writes: 1 });
  // Another region: the way moved.
  await contacts.refresh(ben, { ...way, serviceUrl: "https://smba.trafficmanager.net/amer/" });
  expect(store.count.writes).toBe(2);
  expect(await openTeamsContacts(store).of(ben)).toEqual({
    ...way,
    serviceUrl: "https://smba.trafficmanager.net/amer/",
  });
});

test("the app was taken away: nothing is known any more, until it is there again", async () => {
  const store = counting();
  const contacts = openTeamsContacts(store);
  await contacts.refresh(ben, way);
  await contacts.forget(ben);
  await contacts.forget(ben);
  expect(await contacts.of(ben)).toBeNull();
  expect(store.kept.size).toBe(0);
  expect(store.count.writes).toBe(2);
  await contacts.refresh(ben, way);
  expect(await contacts.of(ben)).toEqual(way);
});

test("a person is never written to in the channel where they pressed a button", async () => {
  const contacts = openTeamsContacts(contactsInMemory());
  const channel = { ...way, conversation: "19:wijkteam@thread.tacv2", type: "channel" } as const;
  await contacts.refresh(ben, channel);
  expect(await contacts.of(ben)).toBeNull();
  await contacts.refresh(ben, way);
  await contacts.refresh(ben, { ...channel, serviceUrl: "https://smba.trafficmanager.net/uk/" });
  expect(await contacts.of(ben)).toEqual({ ...way, serviceUrl: "https://smba.trafficmanager.net/uk/" });
});

test("a channel is kept without the thread in which somebody wrote", async () => {
  const contacts = openTeamsContacts(contactsInMemory());
  await contacts.refresh(team, {
    ...way,
    conversation: "19:wijkteam@thread.tacv2;messageid=1764000000000",
    type: "channel",
  });
  expect(await contacts.of(team)).toMatchObject({ conversation: "19:wijkteam@thread.tacv2" });
});

test("what can not be read counts as nothing; what could not be written is known here, and written the next time", async () => {
  const store = counting();
  for (const text of ["", "{", "[]", '{"conversation":7}', JSON.stringify({ ...way, type: "huh" })]) {
    store.kept.set(ben, text);
    expect(await openTeamsContacts(store).of(ben)).toBeNull();
  }
  store.kept.clear();
  const contacts = openTeamsContacts(store);
  store.count.fails = true;
  await expect(contacts.refresh(ben, way)).rejects.toThrow();
  // Enough to say that something went wrong.
  expect(await contacts.of(ben)).toEqual(way);
  store.count.fails = false;
  expect(await openTeamsContacts(store).of(ben)).toBeNull();
  await contacts.refresh(ben, way);
  expect(await openTeamsContacts(store).of(ben)).toEqual(way);
  await expect(contacts.refresh(ben, { ...way, conversation: "a:new" })).resolves.toBeUndefined();
  await contacts.forget(ben);
  expect(await contacts.of(ben)).toBeNull();
});

test("the newest messages are known to another process too, those of another conversation are not", async () => {
  const store = contactsInMemory();
  const contacts = openTeamsContacts(store);
  await contacts.noteSent(ben, "n0", "a:ben|0");
  expect(store.kept.size).toBe(0);
  await contacts.refresh(ben, way);
  await Promise.all([1, 2, 3, 4, 5].map((n) => contacts.noteSent(ben, `n${n}`, `a:ben|${n}`)));
  await contacts.noteSent(ben, "elders", "a:elders|1");
  const next = openTeamsContacts(store);
  expect(await next.sentAs(ben, "n5")).toBe("a:ben|5");
  expect(await next.sentAs(ben, "n1")).toBeNull();
  expect(await next.sentAs(ben, "elders")).toBeNull();
  // A way that is refreshed keeps them; a new conversation does not.
  await next.refresh(ben, { ...way, serviceUrl: "https://smba.trafficmanager.net/uk/" });
  expect(await next.sentAs(ben, "n5")).toBe("a:ben|5");
  await next.refresh(ben, { ...way, conversation: "a:new" });
  expect(await next.sentAs(ben, "n5")).toBeNull();
});

const hosts = ["smba.trafficmanager.net", ".teams.microsoft.com", "127.0.0.1:3978"];

test.each([
  "https://smba.trafficmanager.net/emea/",
  "https://SMBA.trafficmanager.net",
  "https://smba.infra.gcc.teams.microsoft.com/teams",
  "http://127.0.0.1:3978/",
])("our token may go to %s", (url) => {
  expect(isServiceUrl(url, hosts)).toBe(true);
});

test.each([
  "http://smba.trafficmanager.net/emea/",
  "https://smba.trafficmanager.net.evil.example/",
  "https://evil.trafficmanager.net/",
  "https://teams.microsoft.com/",
  "https://evilteams.microsoft.com/",
  "https://smba.trafficmanager.net:8443/",
  "https://a:b@smba.trafficmanager.net/",
  "https://smba.trafficmanager.net/?x=https://evil.example",
  "https://smba.trafficmanager.net/#x",
  "http://127.0.0.1:3979/",
  "http://x.teams.microsoft.com/",
  "file:///etc/passwd",
  "smba.trafficmanager.net",
  "",
])("our token may not go to %j", (url) => {
  expect(isServiceUrl(url, hosts)).toBe(false);
});

test("a conversation is begun at the first whole host", () => {
  expect(defaultServiceUrl([".teams.microsoft.com", "smba.trafficmanager.net"])).toBe(
    "https://smba.trafficmanager.net/teams/",
  );
  expect(defaultServiceUrl(["127.0.0.1", "127.0.0.1:3978"])).toBe("http://127.0.0.1:3978/");
  expect(defaultServiceUrl([".teams.microsoft.com"])).toBeNull();
});
