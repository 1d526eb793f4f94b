import { z } from "zod";
import {
  type Ask,
  adminCentre,
  bad,
  good,
  isAway,
  type NamedPlace,
  note,
  saidBy,
  type TeamsFinding,
} from "#chat/teams/check/finding.ts";
import type { TeamsProblem } from "#chat/teams/errors.ts";
import { newConversation, notInstalled } from "#chat/teams/out/conversations.ts";
import { placeOf } from "#chat/teams/place.ts";
import type { Pause } from "#chat/wire/pause.ts";

/** Teams lets a bot begin some sixty conversations in thirty seconds, the running system too. Fewer than this needs no pace. */
const atOnce = 5;
const paceMs = 600;

const begun = z.object({ id: z.string() });
const members = z.array(z.object({ userRole: z.string().nullish().catch(null) }));

/**
 * Can every colleague be written to? Begins the conversation with each, which nobody sees: Teams gives the one that there is,
 * and says no to who does not have the app. Ids of the municipality's file only, no names.
 */
export async function checkPeople(
  ask: Ask,
  parts: {
    readonly clientId: string;
    readonly places: readonly NamedPlace[];
    readonly pause: Pause;
    readonly progress: (done: number, all: number) => void;
  },
): Promise<TeamsFinding[]> {
  const { clientId, places, pause, progress } = parts;
  const findings: TeamsFinding[] = [];
  let well = 0;
  let without = 0;
  for (const [index, { what, at }] of places.entries()) {
    if (index >= atOnce) await pause(paceMs);
    const place = placeOf(at);
    if (place?.at.is !== "person") continue;
    const body = newConversation({
      botId: `28:${clientId}`,
      tenant: place.tenant,
      objectId: place.at.objectId,
    });
    const { answer, problem } = await ask({ method: "POST", path: "/v3/conversations", body });
    if (problem === null) {
      findings.push(...(await guestNote(ask, what, answer)));
      well += 1;
    } else {
      const said = notInstalled(problem) as TeamsProblem;
      if (isAway(said)) return [...findings, bad(saidBy(said)), bad(unfinished(places.length - index))];
      without += 1;
      findings.push(bad(`${what}: ${saidBy(said)}`));
    }
    progress(index + 1, places.length);
  }
  if (well > 0) findings.push(good(`${well} of ${places.length} colleagues can be written to in Teams.`));
  if (without > 1) findings.push(note(forAll));
  return findings;
}

const forAll = `Several colleagues do not have the app. For all at once: ${adminCentre}, "Teams apps", "Setup policies", "Installed apps", "Add apps", Voelspriet. It can take a day before everybody has it.`;

const unfinished = (left: number) =>
  `Teams stopped answering: ${left} ${left === 1 ? "colleague was" : "colleagues were"} not looked at. Try again later.`;

/** Who is a guest of the organisation may be somebody from outside. */
async function guestNote(ask: Ask, what: string, answer: unknown): Promise<TeamsFinding[]> {
  const conversation = begun.safeParse(answer);
  if (!conversation.success) return [note(`${what}: Teams' answer about this colleague can not be read.`)];
  const path = `/v3/conversations/${encodeURIComponent(conversation.data.id)}/members`;
  const found = members.safeParse((await ask({ method: "GET", path })).answer);
  const isGuest = found.success && found.data.some(({ userRole }) => userRole === "guest");
  return isGuest
    ? [note(`${what}: is a guest in this organisation. Right, if this colleague is of the team.`)]
    : [];
}
