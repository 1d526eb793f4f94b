import { botPage, note, type TeamsFinding } from "#chat/teams/check/finding.ts";

/** What can not be seen from this side: whether Teams reaches us. */
export function endpointAdvice(): TeamsFinding {
  return note(
    `Whether Teams reaches this machine only Teams can see. ${botPage}: the endpoint address is https://<your address>/api/messages, and your TLS proxy passes /api/messages on to HOST and PORT. ` +
      'With an Azure bot also: "Channels", Microsoft Teams. To try it, type "help" to Voelspriet in Teams while the program runs: it has to answer.',
  );
}
