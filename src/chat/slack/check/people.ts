import { z } from "zod";
import { type Ask, bad, good, isAway, note, type SlackFinding, saidBy } from "#chat/slack/check/finding.ts";
import type { NamedPlace } from "#chat/slack/check/homes.ts";
import { placeOf } from "#chat/slack/place.ts";
import type { Pause } from "#chat/wire/pause.ts";

const member = z.object({
  user: z.object({
    deleted: z.boolean().catch(false),
    is_bot: z.boolean().catch(false),
    is_stranger: z.boolean().catch(false),
    is_restricted: z.boolean().catch(false),
    is_ultra_restricted: z.boolean().catch(false),
    is_invited_user: z.boolean().catch(false),
  }),
});

/** conversations.open is allowed some fifty times a minute, for the running system too. Fewer than this needs no pace. */
const atOnce = 30;
const paceMs = 1_300;

/**
 * Can every colleague be written to? Opens an empty direct message with each, which nobody sees. Ids of the municipality's
 * file only, no names.
 */
export async function checkPeople(
  ask: Ask,
  parts: {
    readonly places: readonly NamedPlace[];
    readonly pause: Pause;
    readonly progress: (done: number, all: number) => void;
  },
): Promise<SlackFinding[]> {
  const { places, pause, progress } = parts;
  const findings: SlackFinding[] = [];
  let well = 0;
  for (const [index, { what, at }] of places.entries()) {
    if (index >= atOnce) await pause(paceMs);
    const found = await lookAt(ask, what, placeOf(at)?.id ?? "");
    findings.push(...found.findings);
    if (found.isAway) return [...findings, bad(unfinished(places.length - index))];
    if (found.findings.every(({ level }) => level !== "bad")) well += 1;
    progress(index + 1, places.length);
  }
  if (well > 0) findings.push(good(`${well} of ${places.length} colleagues can be written to in Slack.`));
  return findings;
}

const unfinished = (left: number) =>
  `Slack stopped answering: ${left} colleagues were not looked at. Try again later.`;

async function lookAt(
  ask: Ask,
  what: string,
  user: string,
): Promise<{ readonly findings: SlackFinding[]; readonly isAway: boolean }> {
  const info = await ask("users.info", { user });
  if (info.problem !== null) {
    const { reason } = info.problem;
    const message = saidBy(info.problem);
    if (isAway(info.problem)) return { findings: [bad(`${what}: ${message}`)], isAway: true };
    const text = reason === "user_not_found" ? `${what}: ${unknownMember}` : `${what}: ${message}`;
    return { findings: [bad(text)], isAway: false };
  }
  const seen = member.safeParse(info.answer);
  if (!seen.success) {
    return {
      findings: [note(`${what}: Slack's answer about this member can not be read.`)],
      isAway: false,
    };
  }
  const fault = faultOf(seen.data.user);
  if (fault !== null) return { findings: [bad(`${what}: ${fault}`)], isAway: false };
  const opened = await ask("conversations.open", { users: user });
  if (opened.problem !== null) {
    return {
      findings: [
        bad(`${what}: Slack does not let the app write to this member. ${saidBy(opened.problem)} ${takeOut}`),
      ],
      isAway: isAway(opened.problem),
    };
  }
  return { findings: guestNote(what, seen.data.user), isAway: false };
}

const takeOut =
  "Correct the address in the municipality's file, or take the colleague out of it when they have left.";
const unknownMember = `Slack knows no such member here. In Slack: the colleague's profile, "Copy member ID". ${takeOut}`;

function faultOf(user: z.infer<typeof member>["user"]): string | null {
  if (user.deleted)
    return `this account has been deactivated: signals would wait for the next one. ${takeOut}`;
  if (user.is_bot) return `this is a bot, not a person. ${takeOut}`;
  if (user.is_stranger) {
    return `this is somebody of another organisation (Slack Connect), who may not read signals. ${takeOut}`;
  }
  return null;
}

function guestNote(what: string, user: z.infer<typeof member>["user"]): SlackFinding[] {
  if (user.is_invited_user) {
    return [note(`${what}: has been invited to Slack, but has not been there yet. Call them.`)];
  }
  if (!user.is_restricted && !user.is_ultra_restricted) return [];
  return [note(`${what}: is a guest in this workspace. Right, if this colleague is of the team.`)];
}
