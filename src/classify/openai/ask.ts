import OpenAI, { APIError } from "openai";
import { z } from "zod";
import { Problem } from "#base/problem.ts";
import { type Answer, answerIn, wireSchema } from "#classify/openai/answer.ts";
import { carefulFetch } from "#classify/openai/careful-fetch.ts";
import { failureOf } from "#classify/openai/failure.ts";

/** What of a completion is read; of the rest nothing is believed. */
const completion = z.object({
  choices: z
    .array(
      z.object({
        finish_reason: z.string().nullish(),
        message: z.object({ content: z.string().nullish(), refusal: z.string().nullish() }),
      }),
    )
    .min(1),
});

/** What is asked, of which model. `message` is redacted already. */
export interface Question {
  readonly instructions: string;
  readonly message: string;
}

/** One request, one answer that we accept, or a Problem. */
export type Ask = (question: Question, signal: AbortSignal) => Promise<Answer>;

/** A way to ask this one model. Every setting of the package is given here: left out it would read the environment. */
export function openAsk(access: {
  url: string;
  name: string;
  apiKey: string | null;
  patienceMs: number;
}): Ask {
  const client = new OpenAI({
    baseURL: access.url,
    // The key is put on by carefulFetch; the package wants to have one.
    apiKey: "unused",
    adminAPIKey: null,
    organization: null,
    project: null,
    webhookSecret: null,
    maxRetries: 0,
    timeout: access.patienceMs,
    logLevel: "off",
    fetch: carefulFetch(access.apiKey),
  });
  // Some models know no other temperature than their own.
  let knowsTemperature = true;
  return async ({ instructions, message }, signal) => {
    try {
      const read: unknown = await client.chat.completions.create(
        {
          model: access.name,
          messages: [
            { role: "system", content: instructions },
            // As a JSON text: nothing in the message can end it.
            { role: "user", content: JSON.stringify({ bericht: message }) },
          ],
          response_format: {
            type: "json_schema",
            json_schema: { name: "indeling", strict: true, schema: wireSchema },
          },
          store: false,
          ...(knowsTemperature ? { temperature: 0 } : {}),
        },
        { signal },
      );
      return accepted(read);
    } catch (thrown) {
      if (
        knowsTemperature &&
        thrown instanceof APIError &&
        thrown.status === 400 &&
        thrown.param === "temperature"
      ) {
        knowsTemperature = false;
        throw new Problem(
          "retry",
          "The language model knows no other temperature than its own. It is asked without.",
        );
      }
      throw failureOf(thrown);
    }
  };
}

function accepted(read: unknown): Answer {
  const whole = completion.safeParse(read);
  const choice = whole.success ? whole.data.choices[0] : undefined;
  if (choice === undefined)
    throw new Problem(
      "retry",
      "The language model's answer has another shape than that of chat completions.",
    );
  const { message, finish_reason: end } = choice;
  if (typeof message.refusal === "string" && message.refusal !== "")
    throw new Problem("refused", "The language model refused to read this message.");
  if (end === "content_filter")
    throw new Problem("refused", "The language model's filter stopped its answer.");
  if (end === "length") throw new Problem("retry", "The language model's answer was cut off.");
  const answer = answerIn(message.content ?? "");
  if (answer === null) throw new Problem("retry", "The language model's answer does not keep to the schema.");
  return answer;
}
