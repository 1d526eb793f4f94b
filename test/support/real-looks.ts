import { slackMessage, slackModal } from "#chat/slack/cards.ts";
import { teamsCard, teamsDialog } from "#chat/teams/cards.ts";
import type { Looks } from "#chat/web/trial.ts";

/** The card builders of the real doors. */
export const realLooks: Looks = {
  slack: { message: (card, chartUrl) => slackMessage(card, { chartUrl }), form: (form) => slackModal(form) },
  teams: { message: (card, chartUrl) => teamsCard(card, { chartUrl }), form: (form) => teamsDialog(form) },
};
