import { flag, needed } from "./call-arguments.ts";
import type { Json } from "./interface.ts";
import { Refusal } from "./refusal.ts";
import type { World } from "./world.ts";

/** auth.test: who the bot is; for an organisation's token the team is the organisation. */
export function authTest(world: World): Json {
  const [team] = world.teams;
  const home = world.enterprise ?? { id: team?.id ?? "", name: "Wijkteam" };
  return {
    url: `https://${world.enterprise === null ? team?.domain : "gemeente.enterprise"}.slack.com/`,
    team: home.name,
    user: world.bot.name,
    team_id: home.id,
    user_id: world.bot.userId,
    bot_id: world.bot.botId,
    ...(world.enterprise === null ? {} : { enterprise_id: world.enterprise.id }),
    is_enterprise_install: world.enterprise !== null,
  };
}

/** users.info; the locale only when asked for. */
export function userInfo(world: World, args: Json): Json {
  const id = needed(args, "user");
  const person = world.people.get(id);
  if (person === undefined) throw new Refusal("user_not_found");
  const { profile } = person;
  const deleted = profile.deleted ?? false;
  const team = world.teamOf(id);
  const name = world.nameOf(id);
  const realName = profile.realName ?? name;
  return {
    user: {
      id,
      team_id: team,
      name,
      deleted,
      profile: {
        real_name: realName,
        real_name_normalized: realName,
        display_name: name,
        display_name_normalized: name,
        title: "",
        avatar_hash: "ge3b51ca72de",
        status_text: "",
        team,
      },
      is_bot: profile.isBot ?? false,
      is_app_user: false,
      updated: 1_760_000_000,
      ...(deleted
        ? {}
        : {
            color: "9f69e7",
            real_name: realName,
            tz: "Europe/Amsterdam",
            tz_label: "Central European Time",
            tz_offset: 3_600,
            is_admin: false,
            is_owner: false,
            is_primary_owner: false,
            is_restricted: profile.guest ?? false,
            is_ultra_restricted: false,
            is_email_confirmed: true,
            who_can_share_contact_card: "EVERYONE",
          }),
      ...(world.enterprise === null
        ? {}
        : {
            enterprise_user: {
              id,
              enterprise_id: world.enterprise.id,
              enterprise_name: world.enterprise.name,
              is_admin: false,
              is_owner: false,
              teams: [team],
            },
          }),
      ...(flag(args, "include_locale") ? { locale: profile.locale ?? "nl-NL" } : {}),
    },
  };
}
