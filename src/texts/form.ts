import type { FormBody } from "#signal/screen.ts";
import type { Form } from "#texts/card.ts";
import { askForm, consultAnswerForm, consultForm, handOverForm, waitingForm } from "#texts/forms/between.ts";
import { drillForm } from "#texts/forms/drill.ts";
import { closeForm, correctForm, feedbackForm, outcomeForm } from "#texts/forms/outcome.ts";
import { awayForm, capacityForm } from "#texts/forms/own-work.ts";
import { answerForm, reportForm, supplementForm, withdrawForm } from "#texts/forms/signaler.ts";
import type { Reading } from "#texts/labels.ts";

/** A dialog, in words. The counter reads its fields by their names. */
export function formOf(body: FormBody, reading: Reading): Form {
  switch (body.kind) {
    case "report":
      return reportForm(body, reading);
    case "supplement":
      return supplementForm(body, reading);
    case "answer":
      return answerForm(body, reading);
    case "withdraw":
      return withdrawForm(body, reading);
    case "hand_over":
      return handOverForm(body, reading);
    case "consult":
      return consultForm(body, reading);
    case "consult_answer":
      return consultAnswerForm(body, reading);
    case "ask":
      return askForm(body, reading);
    case "feedback":
      return feedbackForm(body, reading);
    case "correct":
      return correctForm(body, reading);
    case "waiting":
      return waitingForm(body, reading);
    case "outcome":
      return outcomeForm(body, reading);
    case "close":
      return closeForm(body, reading);
    case "away":
      return awayForm(body, reading);
    case "capacity":
      return capacityForm(body, reading);
    case "drill":
      return drillForm(reading);
  }
}
