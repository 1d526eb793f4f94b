import { describe, expect, test } from "vitest";
import { slackCardModal, slackHome, slackMessage, slackModal } from "#chat/slack/cards.ts";
import { galleryOf } from "#texts/gallery.ts";
import { sampleDirectory } from "./support/sample-directory.ts";
import { slackMessageSchema, slackModalSchema } from "./support/slack-payload.ts";

const title = { type: "plain_text", text: "Titel", emoji: false };

describe.each(["nl", "en"] as const)("everything that the bot can say, ask or show (%s)", (language) => {
  const entries = galleryOf({
    language,
    directory: sampleDirectory(),
    words: new Map(),
    now: Date.parse("2026-11-17T10:12:00+01:00"),
  });
  test.each(entries.filter(({ card }) => card !== null).map(({ name, card }) => [name, card] as const))(
    "%s is a message, a dialog and an App Home that Slack takes",
    (_name, card) => {
      if (card === null) return;
      expect(slackMessageSchema.safeParse(slackMessage(card)).error?.issues ?? []).toEqual([]);
      expect(slackModalSchema.safeParse(slackCardModal(card)).error?.issues ?? []).toEqual([]);
      const home = { ...slackHome(card), type: "modal", callback_id: "home", private_metadata: "", title };
      expect(slackModalSchema.safeParse(home).error?.issues ?? []).toEqual([]);
    },
  );
  test.each(entries.filter(({ form }) => form !== null).map(({ name, form }) => [name, form] as const))(
    "%s is a dialog that Slack takes",
    (_name, form) => {
      if (form === null) return;
      expect(slackModalSchema.safeParse(slackModal(form)).error?.issues ?? []).toEqual([]);
    },
  );
});
