import { isRecord } from "#chat/wire/sound-object.ts";

/** For which installation something is: the home of its addresses, and the organisation around it. */
export interface Here {
  readonly home: string;
  /** `E…`; null: a workspace that stands alone. */
  readonly organisation: string | null;
}

/**
 * The homes (`T…`, `E…`) for which Slack says that it delivers this: an event, an interaction or a command, as it came.
 * An event in a channel that is shared with others names theirs too; what counts is whose installation it is for. Empty:
 * it says nothing.
 */
export function claimsOf(body: unknown): readonly string[] {
  if (!isRecord(body)) return [];
  const { authorizations } = body;
  const given = Array.isArray(authorizations) ? authorizations.filter(isRecord) : [];
  const found = given.length > 0 ? given.flatMap(homesOfAuthorization) : homesOf(body);
  return [...new Set(found)];
}

function homesOfAuthorization(authorization: Record<string, unknown>): string[] {
  const { is_enterprise_install: isOrgWide, team_id: team, enterprise_id: enterprise } = authorization;
  return homesAmong(isOrgWide === true ? [enterprise] : [team]);
}

/** The organisations that a delivery names, also where the app is in one workspace only. */
export function organisationsOf(body: unknown): readonly string[] {
  if (!isRecord(body)) return [];
  const named = [
    body["enterprise_id"],
    recordIn(body, "enterprise")["id"],
    recordIn(body, "team")["enterprise_id"],
  ];
  return homesAmong(named).filter((home) => home.startsWith("E"));
}

function homesOf(body: Record<string, unknown>): string[] {
  const team = recordIn(body, "team");
  const view = recordIn(body, "view");
  const workspaces = [
    // A dialog that was opened elsewhere belongs to the workspace of the installation.
    view["app_installed_team_id"],
    body["team_id"],
    team["id"],
    recordIn(body, "user")["team_id"],
  ];
  const orgWide = body["is_enterprise_install"];
  const isOrgWide = orgWide === true || orgWide === "true";
  const isWorkspace = orgWide === false || orgWide === "false";
  return [
    ...(isWorkspace ? [] : organisationsOf(body)),
    ...(isOrgWide ? [] : homesAmong(workspaces).slice(0, 1)),
  ];
}

function recordIn(body: Record<string, unknown>, name: string): Record<string, unknown> {
  const value = body[name];
  return isRecord(value) ? value : {};
}

function homesAmong(values: readonly unknown[]): string[] {
  return values.filter((value): value is string => isHome(value));
}

/** `T…`: a workspace; `E…`: an organisation. */
export function isHome(value: unknown): boolean {
  return typeof value === "string" && /^[TE][A-Z0-9]{1,30}$/.test(value);
}
