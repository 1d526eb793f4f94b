import type { NoticeBody } from "#signal/notice.ts";
import type { Card } from "#texts/card.ts";
import { digestCard } from "#texts/digest-card.ts";
import type { Reading } from "#texts/labels.ts";
import { alertCard } from "#texts/notices/alert.ts";
import { awayHolderCard } from "#texts/notices/away.ts";
import {
  answerRelayedCard,
  calledCard,
  consultAnswerCard,
  consultCard,
  supplementedCard,
  withdrawRequestCard,
} from "#texts/notices/between.ts";
import { erasureHeldCard, reminderCard, stuckCard, unreachableCard } from "#texts/notices/clocks.ts";
import { receiptCard } from "#texts/notices/receipt.ts";
import {
  delayedCard,
  feedbackCard,
  pickedUpCard,
  questionRelayedCard,
  questionsCard,
  safetyCard,
  withdrawAskedCard,
} from "#texts/notices/to-signaler.ts";
import { vitalsCard } from "#texts/notices/vitals.ts";
import { screenCard } from "#texts/screen-card.ts";

/** Everything the bot says without being asked, as its reader sees it. */
export function noticeCard(body: NoticeBody, reading: Reading): Card {
  switch (body.kind) {
    case "receipt":
      return receiptCard(body, reading);
    case "safety":
      return safetyCard(body, reading);
    case "questions":
      return questionsCard(body, reading);
    case "question_relayed":
      return questionRelayedCard(body, reading);
    case "feedback":
      return feedbackCard(body, reading);
    case "picked_up":
      return pickedUpCard(body, reading);
    case "delayed":
      return delayedCard(body, reading);
    case "withdraw_asked":
      return withdrawAskedCard(body, reading);
    case "alert":
      return alertCard(body, reading);
    case "consult":
      return consultCard(body, reading);
    case "consult_answer":
      return consultAnswerCard(body, reading);
    case "answer_relayed":
      return answerRelayedCard(body, reading);
    case "supplemented":
      return supplementedCard(body, reading);
    case "called":
      return calledCard(body, reading);
    case "withdraw_request":
      return withdrawRequestCard(body, reading);
    case "reminder":
      return reminderCard(body, reading);
    case "unreachable":
      return unreachableCard(body, reading);
    case "away_holder":
      return awayHolderCard(body, reading);
    case "digest":
      return digestCard(body.numbers, reading);
    case "stuck":
      return stuckCard(reading);
    case "vitals":
      return vitalsCard(body, { ...reading, language: body.language });
    case "erasure_held":
      return erasureHeldCard(body, reading);
    case "answer":
      return screenCard(body.screen, { ...reading, language: body.language });
  }
}
