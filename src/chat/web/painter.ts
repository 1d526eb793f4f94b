import type { Charts } from "#chat/web/charts.ts";
import type { Looks } from "#chat/web/trial.ts";
import type { Card, Form, Reply } from "#texts/card.ts";

/** One message or dialog as Slack and as Teams would get it: the real doors' payloads. */
export interface InBothLooks {
  readonly slack: object;
  readonly teams: object;
}

/** A drawn card, with its safety text apart: the page shows the same safety text once. */
export interface DrawnCard extends InBothLooks {
  /** Empty where there is none, and on a card with words of a person: such a card is never kept by the page. */
  readonly safety: readonly string[];
}

interface Titled {
  readonly title: string;
}

/** The answer to a press, as the page gets it. */
interface ShownReply {
  readonly card: (DrawnCard & Titled) | null;
  readonly form: (InBothLooks & Titled) | null;
  readonly faults: Readonly<Record<string, string>> | null;
}

/** Renders for the page with the builders of the real doors. */
export interface Painter {
  card(card: Card): DrawnCard;
  form(form: Form): InBothLooks;
  reply(reply: Reply): ShownReply;
}

/** A painter for both looks. */
export function openPainter(looks: Looks, charts: Charts): Painter {
  function card(of: Card): DrawnCard {
    return {
      slack: looks.slack.message(of, charts.url),
      teams: looks.teams.message(of, charts.url),
      safety: safetyIn(of),
    };
  }
  function form(of: Form): InBothLooks {
    return { slack: looks.slack.form(of), teams: looks.teams.form(of) };
  }
  return {
    card,
    form,
    reply: (reply) => ({
      card: reply.card === null ? null : { ...card(reply.card), title: reply.card.title },
      form: reply.form === null ? null : { ...form(reply.form), title: reply.form.title },
      faults: reply.faults,
    }),
  };
}

function safetyIn({ parts }: Card): readonly string[] {
  if (parts.some((part) => part.part === "quote")) return [];
  return parts.flatMap((part) => (part.part === "safety" ? part.lines : []));
}
